//! Check your answers: the whole return, read-only, with the way to each answer and back here.

use leptos::prelude::*;

use super::answers_time::time_cards;
use super::concerns::{told_rows, whom_to_tell};
use super::controls::page_caption;
use super::desk::Desk;
use super::disclosure::{marked, to_mark};
use super::route::Step;
use super::words;
use crate::audit_return::{AreaRecord, PanelQuestion, Return};
use crate::check::{AreaPart, AuditorPart, ConcernPart, InvolvementPart, Place, TextPart};
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
    /// Whether another tab has the return: nothing here leads to a page that would change it.
    #[prop(optional)]
    reading: bool,
) -> impl IntoView {
    let open = desk.try_with(|open| (open.without_hidden(), open.invitation.round.tool.clone()));
    open.map(|(ret, tool)| answers(desk, reading, &ret, &tool))
}

fn answers(desk: Desk, reading: bool, ret: &Return, tool: &Tool) -> AnyView {
    let reader = Reader { desk, changes: !reading && !desk.is_signed() };
    let next = move |()| {
        let ready = desk.is_ready();
        go(&desk.href(if ready { &Step::Sign } else { &Step::Missing }));
    };
    let areas: Vec<AnyView> = match ret.is_nil() {
        true => Vec::new(),
        false => tool.areas.iter().map(|area| area_card(reader, tool, area, ret)).collect(),
    };
    // A tab that only reads a return shows it so at each of its addresses, the task list's too.
    let (back, back_words) = match reading {
        false => (desk.href(&Step::Tasks), words::BACK_TO_TASKS),
        true => ("#/drafts".to_owned(), words::BACK_TO_RETURNS),
    };
    view! {
        <PageTitle text=words::ANSWERS program=words::PROGRAM />
        <BackLink href=back text=back_words />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::ANSWERS}</h1>
        {reading.then(|| only_read(desk))}
        {auditor_card(reader, ret)}
        {involvement_card(reader, ret)}
        {areas}
        {time_cards(reader, ret)}
        {overall_card(reader, tool, ret)}
        {immediate_card(reader, ret)}
        {questions_card(reader, ret)}
        {not_for_practitioners(reader, tool, ret)}
        {(!reading).then(|| view! { <Button text=words::CONTINUE on_click=next /> })}
    }
    .into_any()
}

/// What a tab that only reads a return leads to: whom to tell, for it records no concern, and the paper.
fn only_read(desk: Desk) -> AnyView {
    let route = desk.with(|open| open.invitation.round.concern_route.clone());
    view! { {whom_to_tell(route)}{print_link(desk)} }.into_any()
}

/// The way to the return on paper, which a tab that only reads it can show.
pub fn print_link(desk: Desk) -> AnyView {
    let href = desk.href(&Step::Print);
    view! { <p class="govuk-body"><a class="govuk-link" href=href>{words::PRINT_TITLE}</a></p> }
        .into_any()
}

/// How the answers are read: with the way to change each, where this tab can change them now.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The desk with the draft.
    pub desk: Desk,
    /// Whether a page that changes an answer can be gone to.
    changes: bool,
}

impl Reader {
    /// The answers of one page.
    pub fn card(self, title: String, step: &Step, rows: Vec<SummaryRow>) -> AnyView {
        let mut card = SummaryCard::new(title);
        if self.changes {
            card = card.action(ActionLink::new(words::CHANGE, self.desk.href(step)));
        }
        view! { <SummaryList card=card rows=rows class="app-answers" /> }.into_any()
    }

    /// An answer, or the way to the missing one.
    pub fn row(self, key: String, value: String, step: &Step, place: &Place) -> SummaryRow {
        match value.trim().is_empty() {
            true => self.missing(key, step, place),
            false => self.said(key, value, step, place),
        }
    }

    /// The answer to a question that nobody has to answer.
    fn optional(self, key: String, value: String, step: &Step, place: &Place) -> SummaryRow {
        let value = match value.trim().is_empty() {
            true => words::NOT_PROVIDED.to_owned(),
            false => value,
        };
        self.said(key, value, step, place)
    }

    fn said(self, key: String, value: String, step: &Step, place: &Place) -> SummaryRow {
        let row = SummaryRow::new(key.clone(), plain(value));
        if !self.changes {
            return row;
        }
        let href = self.desk.href_at(step, &place.key());
        row.action(ActionLink::new(words::CHANGE, href).hidden(key))
    }

    fn missing(self, key: String, step: &Step, place: &Place) -> SummaryRow {
        if !self.changes {
            return SummaryRow::text(key, words::NOT_ANSWERED);
        }
        let href = self.desk.href_at(step, &place.key());
        let hidden = [": ", &key].concat();
        SummaryRow::new(
            key,
            view! {
                <a class="govuk-link" href=href>{words::NOT_ANSWERED}<span class="govuk-visually-hidden">{hidden}</span></a>
            },
        )
    }
}

fn auditor_card(reader: Reader, ret: &Return) -> AnyView {
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
        reader.row(key.to_owned(), value, &Step::Auditor, &Place::Auditor(part))
    };
    reader.card(words::YOU.to_owned(), &Step::Auditor, rows.into_iter().map(row).collect())
}

fn involvement_card(reader: Reader, ret: &Return) -> AnyView {
    let step = Step::Involvement;
    let key = words::INVOLVEMENT_QUESTION.to_owned();
    let place = Place::Involvement(InvolvementPart::Level);
    let rows = vec![reader.row(key, involvement(ret), &step, &place)];
    reader.card(words::INVOLVEMENT.to_owned(), &step, rows)
}

/// Edge case 32: what practitioners must not read, to mark while it can be changed.
fn not_for_practitioners(reader: Reader, tool: &Tool, ret: &Return) -> Option<AnyView> {
    if reader.changes {
        return to_mark(reader.desk, ret, tool);
    }
    let rows = marked(ret, tool);
    let title = words::NOT_FOR_PRACTITIONERS.to_owned();
    (!rows.is_empty()).then(|| reader.card(title, &Step::Answers, rows))
}

/// What the panel asked, with what is answered; nothing where it asked nothing.
fn questions_card(reader: Reader, ret: &Return) -> Option<AnyView> {
    let step = Step::Questions;
    let one_row = |one: &PanelQuestion| {
        let changed = if one.changed { words::I_CHANGED } else { "" };
        let said = match one.is_answered() {
            true => joined("\n", &[&one.answer, changed]),
            false => String::new(),
        };
        let place = Place::PanelQuestion(one.question.id.clone());
        reader.row(one.question.text.clone(), said, &step, &place)
    };
    let rows: Vec<SummaryRow> = ret.panel_questions.iter().map(one_row).collect();
    (!rows.is_empty()).then(|| reader.card(words::QUESTIONS.to_owned(), &step, rows))
}

/// What was passed on at once; nothing where there was nothing.
fn immediate_card(reader: Reader, ret: &Return) -> Option<AnyView> {
    let step = Step::Concerns;
    let rows: Vec<SummaryRow> = ret
        .immediate_concerns
        .iter()
        .map(|one| {
            let told = told_rows(one);
            let said: Vec<&str> = told.iter().map(|(_, said)| said.as_str()).collect();
            let step = Step::Concern(one.id.clone());
            let place = Place::ImmediateConcern(one.id.clone(), ConcernPart::Text);
            reader.row(words::IMMEDIATE_ONE.to_owned(), joined("\n", &said), &step, &place)
        })
        .collect();
    (!rows.is_empty()).then(|| reader.card(words::IMMEDIATE.to_owned(), &step, rows))
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

fn area_card(reader: Reader, tool: &Tool, area: &Area, ret: &Return) -> AnyView {
    let step = Step::Area(area.id.clone());
    let asked = |prompt: &&Prompt| reader.desk.with(|open| open.shown().is_asked(&prompt.id));
    let mut rows: Vec<SummaryRow> = area
        .prompts
        .iter()
        .filter(asked)
        .map(|prompt| {
            let said = ret.answer(&prompt.id).map(|answer| answer_text(prompt, answer));
            // By the number that its page shows: messages and the panel's questions name it so.
            let key = [prompt.id.as_str(), " ", prompt.wording(ret)].concat();
            let said = said.unwrap_or_default();
            let place = Place::Prompt(prompt.id.clone());
            match prompt.mandatory {
                true => reader.row(key, said, &step, &place),
                false => reader.optional(key, said, &step, &place),
            }
        })
        .collect();
    if area.holds_findings() {
        let record = ret.area(&area.id).cloned().unwrap_or_default();
        rows.extend(findings(reader, tool, area, &record));
    }
    let title = [&area.number.to_string(), ". ", &area.title].concat();
    reader.card(title, &step, rows)
}

fn findings(reader: Reader, tool: &Tool, area: &Area, record: &AreaRecord) -> Vec<SummaryRow> {
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
        |key: &str, value: String, part| reader.row(key.to_owned(), value, &step, &place(part));
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

fn overall_card(reader: Reader, tool: &Tool, ret: &Return) -> AnyView {
    let step = Step::Overall;
    let mut rows = Vec::new();
    if !ret.is_nil() && !tool.scale.grades.is_empty() {
        let grade = overall_grade_text(tool, &ret.overall);
        rows.push(reader.row(words::OVERALL_GRADE.into(), grade, &step, &Place::OverallGrade));
        let reason = ret.overall.reason.clone();
        rows.push(reader.row(words::OVERALL_REASON.into(), reason, &step, &Place::OverallReason));
    }
    let comments = ret.general_comments.clone();
    let place = Place::GeneralComments;
    rows.push(reader.optional(words::GENERAL_COMMENTS.into(), comments, &step, &place));
    let practice = ret.good_practice_to_share.join("\n");
    let place = place.text(TextPart::GoodPractice);
    rows.push(reader.optional(words::GOOD_PRACTICE.into(), practice, &step, &place));
    reader.card(words::OVERALL.to_owned(), &step, rows)
}

fn plain(text: String) -> AnyView {
    view! { <span class="app-plain-text">{text}</span> }.into_any()
}
