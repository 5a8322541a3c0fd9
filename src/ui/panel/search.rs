//! Search over everything that was written in the round.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::heading;
use super::route::{Part, ReturnAt};
use super::words;
use super::words::register as own;
use super::{concerns, copies, findings, meeting};
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::search::{Filter, FoundAt, Hit, HitKind, Hits, search};
use crate::ui::govuk::{
    Button, Caption, ErrorSummary, PageError, PageErrors, Select, SelectItem, Size, TextInput,
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
    let typing = Typing {
        query: StoredValue::new(String::new()),
        filter: StoredValue::new(Filter::default()),
        errors: PageErrors::new(),
    };
    let found = RwSignal::new(None::<Hits>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let query = typing.query.get_value();
        let blank = query.trim().is_empty();
        let wrong = blank.then(|| PageError::new(QUERY, own::ENTER_SEARCH));
        if typing.errors.show(wrong.into_iter().collect()) {
            let filter = typing.filter.get_value();
            found.set(desk.try_with(|workbook| search(workbook, &query, &filter, MOST)));
        }
    };
    view! {
        {heading(desk, own::SEARCH, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{own::SEARCH_EXPLAINED}</p>
        <form novalidate on:submit=submit role="search">
            <ErrorSummary errors=typing.errors />
            <TextInput id=QUERY label=Caption::new(own::SEARCH_FOR).size(Size::S) hint=own::SEARCH_HINT
                input_type="search" class="govuk-!-width-one-half"
                on_input=move |text| typing.query.set_value(text) error=typing.errors.of(QUERY) />
            {filters(desk, typing)}
            <Button text=own::SEARCH_NOW />
        </form>
        <div role="status">{move || found.get().map(|hits| results(desk, hits))}</div>
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
    let set = move |write: fn(&mut Filter, String)| {
        move |value: String| typing.filter.update_value(|filter| write(filter, value))
    };
    view! {
        <div class="app-filters">
            <Select id="search-kind" label=Caption::new(own::KIND).size(Size::S) items=with_any(own::ANY_KIND, kinds.into())
                on_change=set(|filter, value| filter.kind = HitKind::ALL.into_iter().find(|kind| kind.label() == value)) />
            <Select id="search-case" label=Caption::new(words::CASE).size(Size::S) items=with_any(own::ANY_CASE, cases)
                on_change=set(|filter, value| filter.case = CaseRef::new(value).ok()) />
            <Select id="search-agency" label=Caption::new(words::AGENCY).size(Size::S) items=with_any(own::ANY_AGENCY, agencies)
                on_change=set(|filter, value| filter.agency = AgencyId::new(value).ok()) />
        </div>
    }
    .into_any()
}

fn results(desk: Desk, hits: Hits) -> AnyView {
    if hits.hits.is_empty() {
        return view! { <p class="govuk-body">{own::NOTHING_FOUND}</p> }.into_any();
    }
    let more = hits.more.then(|| view! { <p class="govuk-body">{own::MORE_FOUND}</p> });
    let lines: Vec<_> = hits.hits.into_iter().map(|hit| line(desk, hit)).collect();
    view! { <ol class="govuk-list app-found" id="found">{lines}</ol>{more} }.into_any()
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
        FoundAt::Return { file, .. } => Part::File(*file),
        FoundAt::Judgement(subject) => Part::Case(subject.case.clone()),
        FoundAt::Difference(case) => Part::Case(case.clone()),
        FoundAt::Finding(id) => Part::Findings(findings::Place::One(id.clone())),
        FoundAt::Concern(key) => Part::Concerns(concerns::Place::One(key.clone())),
        FoundAt::Note(id) => Part::Meeting(meeting_of(desk, id)),
        FoundAt::Copy(place) => {
            let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
            Part::Copies(copies::Place::One(at))
        }
    };
    desk.href(&part)
}

/// The agenda of the meeting in which something was noted.
fn meeting_of(desk: Desk, note: &ItemId) -> meeting::Place {
    let meeting = desk.with(|workbook| {
        let notes = workbook.meeting_notes();
        notes.iter().find(|one| one.id == *note).map(|note| note.meeting.clone())
    });
    meeting.map_or(meeting::Place::List, meeting::Place::Agenda)
}
