//! Check your answers: the whole return, read-only, with the way back to each answer.

use leptos::prelude::*;

use super::answers_time::time_cards;
use super::concerns::told_rows;
use super::controls::page_caption;
use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::audit_return::{AreaRecord, PanelQuestion, Return};
use crate::check::{AreaPart, AuditorPart, ConcernPart, InvolvementPart, Place};
use crate::report::sheet::said::{
    answer_text, concerns_text, grading_text, impact_text, joined, overall_grade_text,
    strengths_text,
};
use crate::tool::{Area, Prompt, Tool};
use crate::ui::dates::long_date;
use crate::ui::govuk::{
    ActionLink, BackLink, Button, PageTitle, SummaryCard, SummaryList, SummaryRow,
};
use crate::ui::router::go;

/// The page on which every answer is read once more.
#[component]
pub fn AnswersPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    let open = desk.try_with(|open| (open.without_hidden(), open.invitation.round.tool.clone()));
    open.map(|(ret, tool)| answers(desk, &ret, &tool))
}

fn answers(desk: Desk, ret: &Return, tool: &Tool) -> AnyView {
    let next = move |()| {
        let ready = desk.is_ready();
        go(&desk.href(if ready { &Step::Sign } else { &Step::Missing }));
    };
    let areas: Vec<AnyView> = match ret.is_nil() {
        true => Vec::new(),
        false => tool.areas.iter().map(|area| area_card(desk, tool, area, ret)).collect(),
    };
    view! {
        <PageTitle text=words::ANSWERS program=words::PROGRAM />
        <BackLink href=desk.href(&Step::Tasks) text=words::BACK_TO_TASKS />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::ANSWERS}</h1>
        {auditor_card(desk, ret)}
        {involvement_card(desk, ret)}
        {areas}
        {time_cards(desk, ret)}
        {overall_card(desk, tool, ret)}
        {immediate_card(desk, ret)}
        {questions_card(desk, ret)}
        <Button text=words::CONTINUE on_click=next />
    }
    .into_any()
}

pub fn card(desk: Desk, title: String, step: &Step, rows: Vec<SummaryRow>) -> AnyView {
    let change = ActionLink::new(words::CHANGE, desk.href(step));
    let card = SummaryCard::new(title).action(change);
    view! { <SummaryList card=card rows=rows class="app-answers" /> }.into_any()
}

/// An answer as read, or the way to the missing one.
pub fn row(desk: Desk, key: String, value: String, step: &Step, place: &Place) -> SummaryRow {
    if value.trim().is_empty() {
        let href = desk.href_at(step, &place.key());
        let hidden = [": ", &key].concat();
        return SummaryRow::new(
            key,
            view! {
                <a class="govuk-link" href=href>{words::NOT_ANSWERED}<span class="govuk-visually-hidden">{hidden}</span></a>
            },
        );
    }
    SummaryRow::new(key, view! { <span class="app-plain-text">{value}</span> })
}

fn auditor_card(desk: Desk, ret: &Return) -> AnyView {
    let auditor = &ret.auditor;
    let said = |answer: Option<bool>, yes: &str, no: &str| match answer {
        Some(true) => yes.to_owned(),
        Some(false) => no.to_owned(),
        None => String::new(),
    };
    let independent =
        said(auditor.independent_of_case, words::INDEPENDENT_YES, words::INDEPENDENT_NO);
    let mut rows = vec![
        (words::YOUR_NAME, auditor.name.clone(), AuditorPart::Name),
        (words::YOUR_ROLE, auditor.role.clone(), AuditorPart::Role),
    ];
    // Neither is asked for in a nil return.
    if !ret.is_nil() {
        let experienced = said(auditor.experienced, words::YES, words::NO);
        rows.push((words::INDEPENDENT, independent, AuditorPart::Independent));
        rows.push((words::EXPERIENCED, experienced, AuditorPart::Experienced));
    }
    let row = |(key, value, part): (&str, String, AuditorPart)| {
        row(desk, key.to_owned(), value, &Step::Auditor, &Place::Auditor(part))
    };
    card(desk, words::YOU.to_owned(), &Step::Auditor, rows.into_iter().map(row).collect())
}

fn involvement_card(desk: Desk, ret: &Return) -> AnyView {
    let step = Step::Involvement;
    let key = words::INVOLVEMENT_QUESTION.to_owned();
    let place = Place::Involvement(InvolvementPart::Level);
    let rows = vec![row(desk, key, involvement(ret), &step, &place)];
    card(desk, words::INVOLVEMENT.to_owned(), &step, rows)
}

/// What the panel asked, with what is answered; nothing where it asked nothing.
fn questions_card(desk: Desk, ret: &Return) -> Option<AnyView> {
    let step = Step::Questions;
    let one_row = |one: &PanelQuestion| {
        let changed = if one.changed { words::I_CHANGED } else { "" };
        let said = match one.is_answered() {
            true => joined("\n", &[&one.answer, changed]),
            false => String::new(),
        };
        let place = Place::PanelQuestion(one.question.id.clone());
        row(desk, one.question.text.clone(), said, &step, &place)
    };
    let rows: Vec<SummaryRow> = ret.panel_questions.iter().map(one_row).collect();
    (!rows.is_empty()).then(|| card(desk, words::QUESTIONS.to_owned(), &step, rows))
}

/// What was passed on at once; nothing where there was nothing.
fn immediate_card(desk: Desk, ret: &Return) -> Option<AnyView> {
    let step = Step::Concerns;
    let rows: Vec<SummaryRow> = ret
        .immediate_concerns
        .iter()
        .map(|one| {
            let told = told_rows(one);
            let said: Vec<&str> = told.iter().map(|(_, said)| said.as_str()).collect();
            let step = Step::Concern(one.id.clone());
            let place = Place::ImmediateConcern(one.id.clone(), ConcernPart::Text);
            row(desk, words::IMMEDIATE_ONE.to_owned(), joined("\n", &said), &step, &place)
        })
        .collect();
    (!rows.is_empty()).then(|| card(desk, words::IMMEDIATE.to_owned(), &step, rows))
}

fn involvement(ret: &Return) -> String {
    let level = ret.involvement.level.map(|level| level.label()).unwrap_or_default();
    match &ret.involvement.nil {
        Some(nil) if ret.is_nil() => {
            let date = nil.searched_on.map(long_date).unwrap_or_default();
            joined("\n", &[level, &date, &nil.systems, &nil.statement])
        }
        Some(_) | None => level.to_owned(),
    }
}

fn area_card(desk: Desk, tool: &Tool, area: &Area, ret: &Return) -> AnyView {
    let step = Step::Area(area.id.clone());
    let asked = |prompt: &&Prompt| desk.with(|open| open.shown().is_asked(&prompt.id));
    let mut rows: Vec<SummaryRow> = area
        .prompts
        .iter()
        .filter(asked)
        .map(|prompt| {
            let said = ret.answer(&prompt.id).map(|answer| answer_text(prompt, answer));
            let key = prompt.wording(ret).to_owned();
            row(desk, key, said.unwrap_or_default(), &step, &Place::Prompt(prompt.id.clone()))
        })
        .collect();
    if area.holds_findings() {
        let record = ret.area(&area.id).cloned().unwrap_or_default();
        rows.extend(findings(desk, tool, area, &record));
    }
    let title = [&area.number.to_string(), ". ", &area.title].concat();
    card(desk, title, &step, rows)
}

fn findings(desk: Desk, tool: &Tool, area: &Area, record: &AreaRecord) -> Vec<SummaryRow> {
    let step = Step::Area(area.id.clone());
    let place = |part| Place::Area(area.id.clone(), part);
    let listed = |lines: String| match lines.is_empty() {
        true => words::NONE_RECORDED.to_owned(),
        false => lines,
    };
    let graded = tool.graded_areas().any(|graded| graded.id == area.id);
    let impact = match impact_text(&record.impact) {
        // Asked for with a grade only (CO-07).
        none if none.is_empty() && !graded => words::NOT_PROVIDED.to_owned(),
        impact => impact,
    };
    let one =
        |key: &str, value: String, part| row(desk, key.to_owned(), value, &step, &place(part));
    let mut rows = vec![
        one(words::STRENGTHS.title, listed(strengths_text(record)), AreaPart::Strengths),
        one(words::CONCERNS.title, listed(concerns_text(record)), AreaPart::Concerns),
        one(words::IMPACT, impact, AreaPart::Impact),
    ];
    if graded {
        let grade = grading_text(tool, record.grading.as_ref());
        rows.push(one(words::AREA_GRADE, grade, AreaPart::Grade));
        rows.push(one(words::AREA_REASON, record.reason.clone(), AreaPart::Reason));
    }
    rows
}

fn overall_card(desk: Desk, tool: &Tool, ret: &Return) -> AnyView {
    let step = Step::Overall;
    let mut rows = Vec::new();
    if !ret.is_nil() && !tool.scale.grades.is_empty() {
        let grade = overall_grade_text(tool, &ret.overall);
        rows.push(row(desk, words::OVERALL_GRADE.into(), grade, &step, &Place::OverallGrade));
        let reason = ret.overall.reason.clone();
        rows.push(row(desk, words::OVERALL_REASON.into(), reason, &step, &Place::OverallReason));
    }
    let optional = |text: String| match text.trim().is_empty() {
        true => words::NOT_PROVIDED.to_owned(),
        false => text,
    };
    let comments = optional(ret.general_comments.clone());
    let practice = optional(ret.good_practice_to_share.join("\n"));
    rows.push(SummaryRow::new(words::GENERAL_COMMENTS, plain(comments)));
    rows.push(SummaryRow::new(words::GOOD_PRACTICE, plain(practice)));
    card(desk, words::OVERALL.to_owned(), &step, rows)
}

fn plain(text: String) -> AnyView {
    view! { <span class="app-plain-text">{text}</span> }.into_any()
}
