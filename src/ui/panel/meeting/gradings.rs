//! What all agencies say of one area or case: grades with standing, non-grades apart, spread, suggestion (N-10 to N-12, N-18).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::scrolling;
use super::super::words as panel_words;
use super::{held, words};
use crate::audit_return::{About, AreaAsked, Grading, Return};
use crate::id::AreaId;
use crate::panel::Workbook;
use crate::panel::integration::{AgencyGrading, GridRow, Voice};
use crate::tool::Scale;
use crate::ui::govuk::{Cell, Table, Tag, TagColour};

/// Everything that the agencies say of a row.
pub fn view(desk: Desk, workbook: &Workbook, row: &GridRow) -> AnyView {
    let none = row.gradings.is_empty().then(|| {
        let why = row.not_graded.map_or(words::NOBODY_GRADED, panel_words::not_graded);
        view! { <p class="govuk-body">{why}</p> }
    });
    // Those of the whole case stand beside the ways to it.
    let of_area = row.subject.area.is_some();
    let lines = of_area.then(|| held::folded(workbook, &row.subject, false));
    view! {
        <h2 class="govuk-heading-m">{words::GRADINGS}</h2>
        {graded(desk, workbook, row)}
        {none}
        {ungraded(desk, workbook, row)}
        {nil(workbook, row)}
        {marks(row)}
        {suggestion(workbook, row, true)}
        {lines}
    }
    .into_any()
}

/// Whose word it is, as the way to it in their return.
fn auditor(desk: Desk, workbook: &Workbook, voice: &Voice, area: Option<&AreaId>) -> Cell {
    let about = match area {
        Some(area) => About::Area { area: area.clone(), part: AreaAsked::Grade },
        None => About::Overall,
    };
    let href = desk.href(&names::return_page(&voice.place, about));
    let (name, label) = names::place(workbook, &voice.place);
    let notes = [
        (!label.is_empty()).then_some(label),
        voice.lead.then(|| words::LEAD.to_owned()),
        (!voice.asked).then(|| words::NOT_NORMALLY.to_owned()),
    ];
    let notes: Vec<_> = notes
        .into_iter()
        .flatten()
        .map(|note| view! { " " <span class="app-note">{note}</span> })
        .collect();
    Cell::new(view! { <a class="govuk-link" href=href>{name}</a>{notes} })
}

fn graded(desk: Desk, workbook: &Workbook, row: &GridRow) -> Option<AnyView> {
    if row.gradings.is_empty() {
        return None;
    }
    let scale = &workbook.plan().round.tool.scale;
    let of = |grading: &AgencyGrading| {
        vec![
            auditor(desk, workbook, &grading.voice, row.subject.area.as_ref()),
            grade(scale, grading),
            Cell::text(reason(workbook, &grading.voice, row.subject.area.as_ref())),
        ]
    };
    let rows = row.gradings.iter().map(of).collect();
    let head = [words::AUDITOR, words::GRADE, words::REASON_OF_AUDITOR].map(Cell::text).into();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-reasons" /> };
    Some(scrolling(words::GRADINGS, table.into_any()))
}

fn grade(scale: &Scale, grading: &AgencyGrading) -> Cell {
    let label = names::grade(scale, &grading.grade);
    let qualifier = grading.qualifier.as_ref().map(|id| names::qualifier(scale, id));
    let anew = grading
        .native
        .as_ref()
        .map(|native| [words::GRADED_ANEW, " “", native.as_str(), "”"].concat());
    let notes: Vec<_> = [qualifier, anew]
        .into_iter()
        .flatten()
        .map(|note| view! { " " <span class="app-note">{note}</span> })
        .collect();
    Cell::new(view! { <strong>{label}</strong>{notes} })
}

/// The auditor's own words for the grade, or for why there is none.
fn reason(workbook: &Workbook, voice: &Voice, area: Option<&AreaId>) -> String {
    let said = workbook.audit_return(&voice.file).map(|ret| reason_in(ret, area));
    match said {
        Some(text) if !text.trim().is_empty() => text,
        Some(_) | None => words::NO_REASON_GIVEN.to_owned(),
    }
}

fn reason_in(ret: &Return, area: Option<&AreaId>) -> String {
    let (grading, reason) = match area {
        Some(area) => match ret.area(area) {
            Some(record) => (record.grading.as_ref(), &record.reason),
            None => return String::new(),
        },
        None => (ret.overall.grading.as_ref(), &ret.overall.reason),
    };
    match grading {
        Some(Grading::None { reason, .. }) => reason.clone(),
        Some(Grading::Grade(_)) | None => reason.clone(),
    }
}

/// Reasons why there is no grade, grades that cannot be compared, and silence: apart from the grades.
fn ungraded(desk: Desk, workbook: &Workbook, row: &GridRow) -> Option<AnyView> {
    let area = row.subject.area.as_ref();
    let line = |voice: &Voice, why: String| {
        vec![
            auditor(desk, workbook, voice, area),
            Cell::text(why),
            Cell::text(reason(workbook, voice, area)),
        ]
    };
    let non = row.non_grades.iter().map(|one| line(&one.voice, one.because.label().to_owned()));
    let foreign = row.foreign.iter();
    let foreign =
        foreign.map(|one| line(&one.voice, words::not_comparable(one.because, &one.label)));
    let silent = row.silent.iter().map(|voice| line(voice, words::SILENT.to_owned()));
    let rows: Vec<Vec<Cell>> = non.chain(foreign).chain(silent).collect();
    if rows.is_empty() {
        return None;
    }
    let head = [words::AUDITOR, words::WHY_NONE, words::REASON_OF_AUDITOR].map(Cell::text).into();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-reasons" /> };
    let table = scrolling(words::WITHOUT_GRADE, table.into_any());
    Some(view! { <h3 class="govuk-heading-s">{words::WITHOUT_GRADE}</h3>{table} }.into_any())
}

fn nil(workbook: &Workbook, row: &GridRow) -> Option<AnyView> {
    let returns = workbook.current_of_case(&row.subject.case).filter(|(_, _, ret)| ret.is_nil());
    let names: Vec<String> =
        returns.map(|(place, ..)| names::place_line(workbook, place)).collect();
    (!names.is_empty()).then(|| {
        let text = [words::NIL_RETURNS, " ", &names.join("; "), "."].concat();
        view! { <p class="govuk-body">{text}</p> }.into_any()
    })
}

/// Must discuss, single source, and the spread where neither says it.
pub fn marks(row: &GridRow) -> AnyView {
    let discuss = row.must_discuss.map(|why| {
        view! { <Tag text=panel_words::must_discuss(why) colour=TagColour::Orange /> " " }
    });
    let single = row
        .single_source
        .then(|| view! { <Tag text=words::SINGLE_SOURCE colour=TagColour::Grey /> " " });
    let spread = row.spread_beside().map(words::spread);
    view! { <p class="govuk-body app-marks">{discuss}{single}{spread}</p> }.into_any()
}

/// N-11: what the gradings suggest, said to be no more than that, with the lead agency's beside it
/// unless the names of agencies are hidden.
pub fn suggestion(workbook: &Workbook, row: &GridRow, with_lead: bool) -> Option<AnyView> {
    if row.gradings.is_empty() {
        return None;
    }
    let scale = &workbook.plan().round.tool.scale;
    let suggested = match &row.suggestion {
        Some(one) => {
            let grade = names::grade(scale, &one.grade);
            view! {
                {words::SUGGESTION}": "<strong>{grade}</strong>". "{words::basis(one.basis)}
            }
            .into_any()
        }
        None => words::NO_SUGGESTION.into_any(),
    };
    let lead: Vec<String> = row
        .lead_gradings()
        .filter(|_| with_lead)
        .map(|grading| {
            let place = names::place_line(workbook, &grading.voice.place);
            let grade = names::grade(scale, &grading.grade);
            [place.as_str(), ", ", words::LEAD_SAYS, ": ", &grade].concat()
        })
        .collect();
    let lead = (!lead.is_empty()).then(|| [" ", &lead.join("; "), "."].concat());
    Some(view! { <p class="govuk-body app-suggestion">{suggested}{lead}</p> }.into_any())
}

/// The judgement so far, in the panel's words.
pub fn latest(workbook: &Workbook, row: &GridRow) -> Option<AnyView> {
    let (judgement, _) = row.judgement.as_ref()?;
    let decision = &judgement.decision;
    let verdict = names::verdict(&workbook.plan().round.tool.scale, &decision.verdict);
    let dissent: Vec<AnyView> = decision
        .dissent
        .iter()
        .map(|one| {
            let whose = one.agency.as_ref().map(|id| names::agency(workbook, id));
            let whose = whose.unwrap_or_else(|| words::VIEW_OF_CHAIR.to_owned());
            let role = if one.role.is_empty() { String::new() } else { [", ", &one.role].concat() };
            let text = [whose.as_str(), &role, ": ", &one.view].concat();
            view! { <li>{text}</li> }.into_any()
        })
        .collect();
    let dissent = (!dissent.is_empty()).then(|| {
        view! {
            <p class="govuk-body">{words::DISSENT}</p>
            <ul class="govuk-list govuk-list--bullet">{dissent}</ul>
        }
    });
    Some(
        view! {
            <div class="govuk-inset-text">
                <p class="govuk-body">{words::JUDGED_SO_FAR}": "<strong>{verdict}</strong></p>
                <p class="govuk-body app-said-text">{decision.reason.clone()}</p>
                {dissent}
            </div>
        }
        .into_any(),
    )
}
