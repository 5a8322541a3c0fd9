//! One area: its prompts, strengths, concerns, impact, grade and reason.

use leptos::prelude::*;

use super::area_pages::{AreaPage, AreaPages};
use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, yes_no, yes_no_value,
};
use super::copying;
use super::desk::{Desk, View};
use super::grading::GradingRadios;
use super::guarded::{found_under, guarded};
use super::lines::{Lines, Side};
use super::page::{self, go_to_place};
use super::prompt::PromptView;
use super::questions::beside;
use super::route::Step;
use super::{trail, words};
use crate::audit_return::{About, AreaAsked, AreaRecord, Grading, ImpactLevel};
use crate::check::{AreaPart, Place, asks_for_immediacy};
use crate::id::AreaId;
use crate::store::{AreaChange, Change};
use crate::tool::{Area, Asking, Prompt};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    BackLink, Caption, Choice, Details, ErrorSummary, InsetText, PageError, PageErrors, PageTitle,
    Radios, Textarea,
};
use crate::ui::router::go;

/// The page of one area.
#[component]
pub fn AreaView(
    /// The desk with the draft.
    desk: Desk,
    /// Which area.
    area: AreaId,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let found = desk.with(|open| open.invitation.round.tool.area(&area).cloned());
    match found {
        Some(area) => area_view(desk, area, place).into_any(),
        None => page::unknown().into_any(),
    }
}

fn area_view(desk: Desk, area: Area, place: Option<String>) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    // The boxes are drawn anew when what was copied into them is taken out again.
    let again = RwSignal::new(0);
    let pages = pages(desk, &area);
    let place_here = within_area(desk, place.as_deref());
    let here = pages.at(&area.prompts, place_here.as_deref(), |prompt| is_open(desk, prompt));
    let title = title(&area, &here);
    let notice = copying::notice(desk, &area.id, again);
    let copy = copying::link(desk, &area.id, again);
    let step = Step::Area(area.id.clone());
    let links = here.links(|place| desk.href_at(&step, place));
    let (leaving, page) = (area.clone(), here.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        if !page.is_last() {
            go(&desk.href_at(&step, &page.next()));
        } else if leave_area(desk, &leaving, (&pages, &page), errors) {
            go(&desk.href(&trail::onward(Step::Tasks)));
        }
    };
    go_to_place(place);
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        {notice}
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            {introduction(desk, &area, &here)}
            {copy}
            {move || {
                again.track();
                built_anew(boxes(desk, &area, &here, errors))
            }}
            {save_and_continue(tasks)}
        </form>
        {links}
    }
}

fn pages(desk: Desk, area: &Area) -> AreaPages {
    let is_asked = |prompt: &Prompt| {
        desk.with(|open| open.shown().asking(&prompt.id) != Some(Asking::NotAskedOfAgency))
    };
    AreaPages::of(&area.prompts, is_asked)
}

/// Whether a question is asked and has no answer yet.
fn is_open(desk: Desk, prompt: &Prompt) -> bool {
    desk.with(|open| {
        let answer = open.ret.answer(&prompt.id).and_then(|answer| answer.response.as_ref());
        open.shown().asking(&prompt.id) == Some(Asking::Asked) && answer.is_none()
    })
}

fn title(area: &Area, here: &AreaPage) -> String {
    let title = [&area.number.to_string(), ". ", &area.title].concat();
    match here.in_title() {
        Some(page) => [&title, " (", &page, ")"].concat(),
        None => title,
    }
}

/// The question beside which the panel's own stands that an address names; else what the address names.
fn within_area(desk: Desk, place: Option<&str>) -> Option<String> {
    let place = place?;
    let mut asked = desk.panel_questions().into_iter().map(|one| one.question);
    let asked = asked.find(|one| Place::PanelQuestion(one.id.clone()).key() == place);
    match asked.map(|question| question.about) {
        Some(About::Prompt(prompt)) => Some(Place::Prompt(prompt).key()),
        _ => Some(place.to_owned()),
    }
}

/// Everything that is answered on the page, as the draft has it.
fn boxes(desk: Desk, area: &Area, here: &AreaPage, errors: PageErrors) -> AnyView {
    let record = desk.with(|open| open.ret.area(&area.id).cloned()).unwrap_or_default();
    let last = here.is_last().then(|| {
        view! {
            {not_asked(desk, area)}
            {area.holds_findings().then(|| findings(desk, area, &record, errors))}
            {completed(desk, &area.id, record.marked_complete)}
        }
        .into_any()
    });
    view! { {prompts(desk, area, here, errors)}{last} }.into_any()
}

/// Whether the page may be left for the task list: only an area called complete is held to it.
fn leave_area(
    desk: Desk,
    area: &Area,
    (pages, here): (&AreaPages, &AreaPage),
    errors: PageErrors,
) -> bool {
    let record = |open: View<'_>| open.ret.area(&area.id).and_then(|it| it.marked_complete);
    if desk.with(record) != Some(true) {
        return errors.show(Vec::new());
    }
    let step = Step::Area(area.id.clone());
    let led = |error: PageError| {
        let place = within_area(desk, Some(&error.question));
        if pages.at(&area.prompts, place.as_deref(), |_| false) == *here {
            return error;
        }
        let href = desk.href_at(&step, &error.target);
        error.elsewhere(href)
    };
    errors.show(desk.area_errors(&area.id).into_iter().map(led).collect())
}

fn introduction(desk: Desk, area: &Area, here: &AreaPage) -> AnyView {
    if here.number > 0 {
        return ().into_any();
    }
    let further = (!here.is_last() && area.holds_findings())
        .then(|| view! { <p class="govuk-body">{words::FINDINGS_ON_LAST}</p> });
    let asked = desk.with(|open| area.asked_of.includes(&open.ret.agency.kind));
    let text = (!area.introduction.is_empty()).then(|| {
        let text = area.introduction.clone();
        view! { <p class="govuk-body-l">{text}</p> }
    });
    let not_asked = (!asked).then(|| view! { <InsetText>{words::AREA_NOT_ASKED}</InsetText> });
    let hint = desk.with(|open| area.hints.get(&open.ret.agency.kind).cloned());
    let hint = hint.map(|hint| {
        view! { <p class="govuk-body"><strong>{words::FOR_YOUR_AGENCY}</strong>" "{hint}</p> }
    });
    view! { {text}{hint}{not_asked}{further} }.into_any()
}

fn not_asked(desk: Desk, area: &Area) -> Option<AnyView> {
    let not_asked: Vec<String> = desk.with(|open| {
        let not_asked = |id| open.shown().asking(id) == Some(Asking::NotAskedOfAgency);
        let prompts = area.prompts.iter().filter(|prompt| not_asked(&prompt.id));
        prompts
            .filter(|prompt| prompt.follows.is_none())
            .map(|prompt| prompt.text.clone())
            .collect()
    });
    (!not_asked.is_empty()).then(|| {
        let items: Vec<_> = not_asked.into_iter().map(|text| view! { <li>{text}</li> }).collect();
        view! {
            <Details summary=words::NOT_ASKED_OF_YOU>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </Details>
        }
        .into_any()
    })
}

fn prompts(desk: Desk, area: &Area, here: &AreaPage, errors: PageErrors) -> AnyView {
    let on_page = area.prompts.get(here.prompts.clone()).unwrap_or_default();
    let views: Vec<AnyView> = on_page
        .iter()
        .map(|prompt| {
            let hint = desk.with(|open| {
                let tool = &open.invitation.round.tool;
                tool.hint(prompt, &open.ret.agency.kind).to_owned()
            });
            view! { <PromptView desk=desk prompt=prompt.clone() hint=hint errors=errors /> }
                .into_any()
        })
        .collect();
    views.into_any()
}

/// Strengths, concerns and impact; the grade too, where the tool grades areas.
fn findings(desk: Desk, area: &Area, record: &AreaRecord, errors: PageErrors) -> AnyView {
    let by_area = desk
        .with(|open| open.invitation.round.tool.graded_areas().any(|graded| graded.id == area.id));
    let asked = |part| beside(desk, &About::Area { area: area.id.clone(), part }, errors);
    view! {
        <Lines desk=desk area=area.id.clone() side=Side::Strengths errors=errors />
        {asked(AreaAsked::Strengths)}
        <Lines desk=desk area=area.id.clone() side=Side::Concerns errors=errors />
        {asked(AreaAsked::Concerns)}
        {impact(desk, &area.id, record, errors)}
        {asked(AreaAsked::Impact)}
        {by_area.then(|| grade(desk, &area.id, record, errors))}
        {by_area.then(|| asked(AreaAsked::Grade))}
    }
    .into_any()
}

fn impact(desk: Desk, area: &AreaId, record: &AreaRecord, errors: PageErrors) -> AnyView {
    let id = Place::Area(area.clone(), AreaPart::Impact).key();
    let items = ImpactLevel::ALL.map(|level| Choice::new(level.as_str(), level.label())).into();
    let (for_level, for_text) = (area.clone(), area.clone());
    let on_level = edits(desk, move |chosen: String| {
        let level = ImpactLevel::ALL.into_iter().find(|level| level.as_str() == chosen);
        Change::Area(for_level.clone(), AreaChange::ImpactLevel(level))
    });
    let on_text =
        edits(desk, move |text| Change::Area(for_text.clone(), AreaChange::ImpactText(text)));
    let text_id = [&id, "-text"].concat();
    view! {
        <Radios id=id.clone() legend=legend(words::IMPACT) hint=words::IMPACT_HINT items=items
            value=record.impact.level.map(ImpactLevel::as_str).unwrap_or_default()
            on_change=on_level error=errors.of(id) class="govuk-radios--small" />
        {guarded(desk, &text_id, view! { <Textarea id=text_id.clone() described_by=found_under(&text_id) label=Caption::new(words::IMPACT_TEXT) rows=3 value=record.impact.text.clone()
            on_input=on_text on_blur=saves(desk) /> })}
    }
    .into_any()
}

fn grade(desk: Desk, area: &AreaId, record: &AreaRecord, errors: PageErrors) -> AnyView {
    let grades = desk.with(|open| open.invitation.round.tool.scale.for_area().cloned().collect());
    let asked = RwSignal::new(asks_immediacy(desk, record.grading.as_ref()));
    let target = area.clone();
    let on_change = Callback::new(move |grading: Grading| {
        asked.set(asks_immediacy(desk, Some(&grading)));
        desk.edit(Change::Area(target.clone(), AreaChange::Grading(Some(grading))));
    });
    let reason_id = Place::Area(area.clone(), AreaPart::Reason).key();
    let reason_area = area.clone();
    let on_reason =
        edits(desk, move |text| Change::Area(reason_area.clone(), AreaChange::Reason(text)));
    let immediate = was_immediate(desk, area.clone(), record.was_immediate_concern, asked, errors);
    view! {
        <GradingRadios desk=desk id=Place::Area(area.clone(), AreaPart::Grade).key() question=words::AREA_GRADE.to_owned()
            grades=grades grading=record.grading.clone() or_none=true on_change=on_change errors=errors />
        {guarded(desk, &reason_id, view! { <Textarea id=reason_id.clone() described_by=found_under(&reason_id) label=legend(words::AREA_REASON) hint=words::AREA_REASON_HINT rows=4
            value=record.reason.clone() on_input=on_reason on_blur=saves(desk) error=errors.of(reason_id.clone()) /> })}
        {immediate}
    }
    .into_any()
}

fn asks_immediacy(desk: Desk, grading: Option<&Grading>) -> bool {
    desk.with(|open| asks_for_immediacy(&open.invitation.round.tool.scale, grading))
}

/// "Was this an immediate concern?", where the grade asks for it (G-09).
fn was_immediate(
    desk: Desk,
    area: AreaId,
    answer: Option<bool>,
    asked: RwSignal<bool>,
    errors: PageErrors,
) -> AnyView {
    let answer = StoredValue::new(answer);
    let view = move || {
        asked.get().then(|| {
            let id = Place::Area(area.clone(), AreaPart::WasImmediate).key();
            let area = area.clone();
            let on_change = Callback::new(move |chosen: String| {
                let chosen = Some(chosen == "yes");
                answer.set_value(chosen);
                desk.edit(Change::Area(area.clone(), AreaChange::WasImmediateConcern(chosen)));
            });
            view! {
                <Radios id=id.clone() legend=legend(words::WAS_IMMEDIATE) hint=words::WAS_IMMEDIATE_HINT
                    items=yes_no(words::YES, words::NO) value=yes_no_value(answer.get_value())
                    on_change=on_change error=errors.of(id) class="govuk-radios--inline" />
            }
            .into_any()
        })
    };
    view.into_any()
}

fn completed(desk: Desk, area: &AreaId, answer: Option<bool>) -> AnyView {
    let id = [area.as_str(), "-completed"].concat();
    let area = area.clone();
    let on_change = edits(desk, move |chosen: String| {
        Change::Area(area.clone(), AreaChange::MarkedComplete(Some(chosen == "yes")))
    });
    view! {
        <Radios id=id legend=legend(words::COMPLETED) items=yes_no(words::YES, words::COME_BACK)
            value=yes_no_value(answer) on_change=on_change />
    }
    .into_any()
}
