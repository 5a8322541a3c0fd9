//! What a finding rests on, as it is kept while the finding is made, and as it is shown.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::words::findings as words;
use crate::audit_return::{About, AreaAsked};
use crate::id::AreaId;
use crate::panel::Workbook;
use crate::panel::findings::{FindingSource, SourceItem, SourceRef, quote};

/// Sources as text, to be kept beside what is typed.
pub fn to_text(sources: &[FindingSource]) -> String {
    // Sources hold identifiers and hashes only, which always can be written.
    crate::json::to_string(sources).unwrap_or_default()
}

/// Sources as they were kept; none where nothing was.
pub fn from_text(text: &str) -> Vec<FindingSource> {
    crate::json::from_slice(text.as_bytes()).unwrap_or_default()
}

/// Whose, and where in the return.
pub fn place(workbook: &Workbook, source: &SourceRef) -> String {
    let tool = &workbook.plan().round.tool;
    let area = match &source.item {
        SourceItem::Strength { area, .. } | SourceItem::Concern { area, .. } => Some(area),
        SourceItem::Impact(area) => Some(area),
        SourceItem::Answer(prompt) => tool.prompt(prompt).map(|(area, _)| &area.id),
        SourceItem::GeneralComments
        | SourceItem::GoodPractice(_)
        | SourceItem::ChildSaid
        | SourceItem::FamilySaid
        | SourceItem::PractitionerSaid => None,
    };
    let case = names::case(workbook, &source.place.case);
    let who = names::place_line(workbook, &source.place);
    let version = workbook.audit_return(&source.file).map(|ret| ret.version.to_string());
    let mut said = vec![case, who];
    said.extend(area.map(|area| names::area(workbook, Some(area))));
    said.extend(version.map(|version| ["version ", &version].concat()));
    said.join(", ")
}

/// The place in a return to which a source leads.
fn about(item: &SourceItem) -> About {
    let of = |area: &AreaId, part: AreaAsked| About::Area { area: area.clone(), part };
    match item {
        SourceItem::Strength { area, .. } => of(area, AreaAsked::Strengths),
        SourceItem::Concern { area, .. } => of(area, AreaAsked::Concerns),
        SourceItem::Impact(area) => of(area, AreaAsked::Impact),
        SourceItem::Answer(prompt) => About::Prompt(prompt.clone()),
        SourceItem::GeneralComments | SourceItem::GoodPractice(_) => About::Comments,
        SourceItem::ChildSaid | SourceItem::FamilySaid => About::FamilyViews,
        SourceItem::PractitionerSaid => About::Practitioner,
    }
}

/// The very words, whose they are, and the way to where they stand.
pub fn view(desk: Desk, workbook: &Workbook, source: &FindingSource) -> AnyView {
    let (text, place, to, words) = match source {
        FindingSource::Return(source) => {
            let said = quote(workbook, source).map(|quote| match quote.evidence.trim() {
                "" => quote.text,
                evidence => [quote.text.as_str(), " (", evidence, ")"].concat(),
            });
            let said = said.unwrap_or_else(|| words::SOURCE_GONE.to_owned());
            let to = names::return_page(&source.place, about(&source.item));
            (said, place(workbook, source), to, words::SEE_RETURN)
        }
        FindingSource::Meeting { case, .. } => {
            let label = names::case(workbook, case);
            (words::SAID_AT_MEETING.to_owned(), label, Part::Case(case.clone()), words::SEE_CASE)
        }
    };
    let href = desk.href(&to);
    let hidden = [": ", &place].concat();
    view! {
        {text} <br />
        <span class="app-note">{place}</span> " "
        <a class="govuk-link app-note" href=href>{words}
            <span class="govuk-visually-hidden">{hidden}</span></a>
    }
    .into_any()
}
