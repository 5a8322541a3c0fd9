//! Search over everything that was written in the round.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::titled;
use super::route::{Part, ReturnAt};
use super::words;
use super::words::register as own;
use super::{concerns, copies, documents, findings, invitations, meeting, plan};
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::search::{Filter, FoundAt, Hit, HitKind, Hits, search};
use crate::report::document::DocumentKind;
use crate::ui::govuk::{
    Button, Caption, PageError, PageErrors, Select, SelectItem, Size, TextInput,
};

/// Results shown at once.
const MOST: usize = 100;
const QUERY: &str = "search-for";

/// What is typed and chosen.
#[derive(Clone, Copy)]
struct Typing {
    query: StoredValue<String>,
    filter: StoredValue<Filter>,
    errors: PageErrors,
}

/// The page of the search.
#[component]
pub fn SearchPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let before = desk.searched();
    let again = before.is_some();
    let (query, filter) = before.unwrap_or_default();
    let typing = Typing {
        query: StoredValue::new(query.clone()),
        filter: StoredValue::new(filter),
        errors: PageErrors::new(),
    };
    let find = move || {
        let (query, filter) = (typing.query.get_value(), typing.filter.get_value());
        untrack(|| desk.try_with(|workbook| search(workbook, &query, &filter, MOST)))
    };
    // Searched again: what was written since is found too.
    let found = RwSignal::new(if again { find() } else { None });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let query = typing.query.get_value();
        let blank = query.trim().is_empty();
        let wrong = blank.then(|| PageError::new(QUERY, own::ENTER_SEARCH));
        if typing.errors.show(wrong.into_iter().collect()) {
            desk.note_search(query, typing.filter.get_value());
            found.set(find());
        }
    };
    let said = move || {
        found.with(|found| found.as_ref().map(|hits| own::found(hits.hits.len(), hits.more)))
    };
    let back = (&Part::Overview, words::BACK_TO_ROUND);
    view! {
        {titled(desk, own::SEARCH.to_owned(), back, typing.errors)}
        <p class="govuk-body">{own::SEARCH_EXPLAINED}</p>
        <form novalidate on:submit=submit role="search">
            <TextInput id=QUERY label=Caption::new(own::SEARCH_FOR).size(Size::S) hint=own::SEARCH_HINT
                input_type="search" class="govuk-!-width-one-half" value=query
                on_input=move |text| typing.query.set_value(text) error=typing.errors.of(QUERY) />
            {filters(desk, typing)}
            <Button text=own::SEARCH_NOW />
        </form>
        <p class="govuk-body" role="status">{said}</p>
        {move || found.get().filter(|found| !found.hits.is_empty()).map(|hits| results(desk, hits))}
    }
}

fn filters(desk: Desk, typing: Typing) -> AnyView {
    let (cases, agencies) = desk.with(|workbook| {
        let plan = workbook.plan();
        let cases =
            plan.cases.iter().map(|case| SelectItem::new(case.case_ref.as_str(), &case.label));
        let agencies =
            plan.agencies.iter().map(|agency| SelectItem::new(agency.id.as_str(), &agency.name));
        (cases.collect::<Vec<_>>(), agencies.collect::<Vec<_>>())
    });
    let kinds = HitKind::ALL.map(|kind| SelectItem::new(kind.label(), kind.label()));
    let with_any = |any: &str, items: Vec<SelectItem>| -> Vec<SelectItem> {
        std::iter::once(SelectItem::new("", any)).chain(items).collect()
    };
    let chosen = typing.filter.get_value();
    let kind = chosen.kind.map(HitKind::label).unwrap_or_default();
    let case = chosen.case.map(|case| case.to_string()).unwrap_or_default();
    let agency = chosen.agency.map(|agency| agency.to_string()).unwrap_or_default();
    let set = move |write: fn(&mut Filter, String)| {
        move |value: String| typing.filter.update_value(|filter| write(filter, value))
    };
    view! {
        <div class="app-filters">
            <Select id="search-kind" label=Caption::new(own::KIND).size(Size::S) items=with_any(own::ANY_KIND, kinds.into())
                value=kind
                on_change=set(|filter, value| filter.kind = HitKind::ALL.into_iter().find(|kind| kind.label() == value)) />
            <Select id="search-case" label=Caption::new(words::CASE).size(Size::S) items=with_any(own::ANY_CASE, cases)
                value=case
                on_change=set(|filter, value| filter.case = CaseRef::new(value).ok()) />
            <Select id="search-agency" label=Caption::new(words::AGENCY).size(Size::S) items=with_any(own::ANY_AGENCY, agencies)
                value=agency
                on_change=set(|filter, value| filter.agency = AgencyId::new(value).ok()) />
        </div>
    }
    .into_any()
}

fn results(desk: Desk, hits: Hits) -> AnyView {
    let lines: Vec<_> = hits.hits.into_iter().map(|hit| line(desk, hit)).collect();
    view! { <ol class="govuk-list app-found" id="found">{lines}</ol> }.into_any()
}

fn line(desk: Desk, hit: Hit) -> AnyView {
    let about = about(desk, &hit);
    let href = leads_to(desk, &hit);
    view! {
        <li class="app-found__one">
            <a class="govuk-link" href=href>{hit.label}</a>" "<span class="app-note">{about}</span>
            <p class="app-plain-text">{hit.text}</p>
        </li>
    }
    .into_any()
}

fn about(desk: Desk, hit: &Hit) -> String {
    desk.with(|workbook| {
        let plan = workbook.plan();
        let case =
            hit.case.as_ref().and_then(|case| plan.case(case)).map(|case| case.label.clone());
        let agency = hit.agency.as_ref().and_then(|id| plan.agency(id)).map(|one| one.name.clone());
        let parts: Vec<String> = agency.into_iter().chain(case).collect();
        parts.join(", ")
    })
}

/// The page on which a text stands with what belongs to it.
fn leads_to(desk: Desk, hit: &Hit) -> String {
    let part = match &hit.at {
        FoundAt::Return { file, .. } | FoundAt::Unverified(file) => Part::File(*file),
        FoundAt::Judgement(subject) => Part::Case(subject.case.clone()),
        FoundAt::Difference(case) => Part::Case(case.clone()),
        FoundAt::Finding(id) => Part::Findings(findings::Place::One(id.clone())),
        FoundAt::Concern(key) => Part::Concerns(concerns::Place::One(key.clone())),
        FoundAt::Note(id) => Part::Meeting(meeting_of(desk, id)),
        FoundAt::People(id) => Part::Meeting(meeting::Place::People(id.clone())),
        FoundAt::Copy(place) => {
            let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
            Part::Copies(copies::Place::One(at))
        }
        FoundAt::Counts => Part::Counts,
        FoundAt::Question(id) => Part::Question(id.clone()),
        FoundAt::Expected(place) => Part::Place(place.case.clone(), place.slot.clone()),
        FoundAt::File(file) => Part::File(*file),
        FoundAt::Invitation(slot) => Part::Invitation(invitations::Place::One(slot.clone())),
        FoundAt::Hold(case) => Part::Concerns(concerns::Place::Hold(case.clone())),
        FoundAt::Standing(case) => Part::CaseStanding(case.clone()),
        FoundAt::Action(id) => Part::Plan(plan::Place::One(id.clone())),
        FoundAt::Recommendation(id) => Part::Plan(plan::Place::Recommendation(id.clone())),
        FoundAt::Issue(id) => Part::Plan(plan::Place::Issue(id.clone())),
        FoundAt::Passage(id) => Part::Documents(documents::Place::Text(id.clone())),
        FoundAt::Wording(sentence) => Part::Documents(wording(sentence)),
        FoundAt::Details => Part::Details,
    };
    desk.href(&part)
}

/// A sentence in the document that the first part of its id names: there is that document also where the sentence
/// is in it no more, or where it compares with a round that is not read again yet.
fn wording(sentence: &str) -> documents::Place {
    let kind = sentence.split('/').next().and_then(DocumentKind::named);
    kind.map_or(documents::Place::List, |kind| {
        documents::Place::Of(kind, documents::View::At(sentence.to_owned()))
    })
}

/// The agenda of the meeting in which something was noted.
fn meeting_of(desk: Desk, note: &ItemId) -> meeting::Place {
    let meeting = desk.with(|workbook| {
        let notes = workbook.meeting_notes();
        notes.iter().find(|one| one.id == *note).map(|note| note.meeting.clone())
    });
    meeting.map_or(meeting::Place::List, meeting::Place::Agenda)
}
