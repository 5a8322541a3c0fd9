//! One return that was asked for: how it stands, and what is to be expected of it (K-02).

use leptos::prelude::*;

use super::super::copies;
use super::super::desk::Desk;
use super::super::page::said_line;
use super::super::route::{Part, ReturnAt};
use super::super::typing::Typing;
use super::words::register as own;
use super::{files_of_place, place_words, words};
use crate::id::{CaseRef, SlotId};
use crate::panel::copies::practice_copy;
use crate::panel::expectation::Expectation;
use crate::panel::{ReturnKey, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::dates::{date_of, long_date, text_of};
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Caption, Choice, DateText, ErrorSummary, InsetText, PageError,
    PageErrors, PageTitle, SaveStatus, Size, SummaryList, SummaryRow, focus_heading,
};

const WHAT: &str = "expectation";
const UNTIL: &str = "until";
const UNTIL_DAY: &str = "until-day";
const UNTIL_MONTH: &str = "until-month";
const UNTIL_YEAR: &str = "until-year";
const REASON: &str = "expectation-reason";
const KINDS: [(&str, &str); 4] = [
    ("as-planned", own::AS_PLANNED),
    ("extended", own::MORE_TIME),
    ("declined", own::WILL_NOT_COME),
    ("gone-without", own::WITHOUT_IT),
];

/// The page of one return that was asked for.
pub fn place_page(desk: Desk, case: CaseRef, slot: SlotId) -> AnyView {
    let place = desk.with(|workbook| {
        let asked = workbook.plan().slot(&slot).filter(|one| one.cases.contains(&case))?;
        Some(ReturnKey { case: case.clone(), slot: slot.clone(), agency: asked.agency.clone() })
    });
    let Some(place) = place else { return not_asked(desk) };
    let title = place_words(desk, &place);
    let at = ReturnAt { case: case.clone(), slot };
    let to_return = desk.href(&Part::Return(at, None));
    let to_case = desk.href(&Part::Case(case));
    let again = RwSignal::new(0_u32);
    let done = move || {
        again.update(|count| *count += 1);
        desk.say(own::DECIDED.to_owned());
        focus_heading();
    };
    let stored = StoredValue::new(place);
    // Made anew when something was decided, never while somebody types.
    let expected = Memo::new(move |_| {
        let what = |place: &ReturnKey| {
            desk.with(|workbook| workbook.expectation(place).map(|one| one.what))
        };
        (again.get(), stored.with_value(what))
    });
    let form = move || {
        let (_, before) = expected.get();
        untrack(|| stored.with_value(|place| built_anew(expecting(desk, place, before, done))))
    };
    let files = move || {
        stored.with_value(|place| {
            files_of_place::table(desk, place)
                .unwrap_or_else(|| view! { <p class="govuk-body">{own::NONE_CAME}</p> }.into_any())
        })
    };
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM />
        <BackLink href=desk.href(&Part::Matrix) text=own::BACK_TO_MATRIX />
        <span class="govuk-caption-l">{own::PLACE}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
        {said_line(desk)}
        {move || stored.with_value(|place| desk.try_with(|workbook| summary(workbook, place)))}
        {files}
        {move || stored.with_value(|place| unread(desk, place))}
        <p class="govuk-body"><a class="govuk-link" href=to_return>{words::RETURN_READ_OR_ASK}</a></p>
        {move || stored.with_value(|place| its_copy(desk, place))}
        <p class="govuk-body"><a class="govuk-link" href=to_case>{own::READ_THE_CASE}</a></p>
        {move || stored.with_value(|place| accepting(desk, place))}
        {form}
    }
    .into_any()
}

/// That the return counts and nothing of it is counted (K-02).
fn unread(desk: Desk, place: &ReturnKey) -> Option<AnyView> {
    let is_unread = desk.with(|workbook| workbook.counting_unread().any(|one| one == place));
    is_unread.then(|| view! { <InsetText>{own::UNREAD_HERE}</InsetText> }.into_any())
}

/// The way to the copy for the practitioner, where a return counts of which one is made.
fn its_copy(desk: Desk, place: &ReturnKey) -> Option<AnyView> {
    let made = desk.with(|workbook| practice_copy(workbook, place).is_some());
    let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
    let href = desk.href(&Part::Copies(copies::Place::One(at)));
    made.then(|| {
        view! { <p class="govuk-body"><a class="govuk-link" href=href>{own::ITS_COPY}</a></p> }
            .into_any()
    })
}

fn not_asked(desk: Desk) -> AnyView {
    view! {
        <PageTitle text=own::NOT_A_PLACE program=words::PROGRAM />
        <BackLink href=desk.href(&Part::Matrix) text=own::BACK_TO_MATRIX />
        <h1 class="govuk-heading-l">{own::NOT_A_PLACE}</h1>
    }
    .into_any()
}

fn summary(workbook: &Workbook, place: &ReturnKey) -> AnyView {
    let due = workbook.due(place).map_or_else(|| words::NOT_SET.to_owned(), long_date);
    let mut rows = vec![SummaryRow::text(own::EXPECTED_BY, due)];
    if let Some(decision) = workbook.expectation(place) {
        let what = KINDS.iter().find(|(token, _)| *token == token_of(decision.what));
        let what = what.map_or("", |(_, words)| *words);
        rows.push(SummaryRow::text(what, decision.reason.clone()));
    }
    view! { <SummaryList rows=rows /> }.into_any()
}

fn token_of(what: Expectation) -> &'static str {
    match what {
        Expectation::AsPlanned => "as-planned",
        Expectation::Extended { .. } => "extended",
        Expectation::Declined => "declined",
        Expectation::GoneWithout => "gone-without",
    }
}

/// The coordinator has read what counts, or takes that back.
fn accepting(desk: Desk, place: &ReturnKey) -> Option<AnyView> {
    let (file, accepted) = desk
        .try_with(|workbook| {
            let file = workbook.current(place)?;
            Some((file, workbook.is_accepted(&file)))
        })
        .flatten()?;
    let toggle = move |()| {
        let decided =
            desk.decide(|workbook, stamp| workbook.accept_return(&file, !accepted, "", stamp));
        // Refused only where the return no longer counts: the page then shows that.
        drop(decided);
        focus_heading();
    };
    let (button, kind) = match accepted {
        true => (own::UNACCEPT_IT, ButtonKind::Secondary),
        false => (own::ACCEPT_IT, ButtonKind::Primary),
    };
    Some(
        view! {
            <h2 class="govuk-heading-m">{own::ACCEPT}</h2>
            <p class="govuk-body">{own::ACCEPT_EXPLAINED}</p>
            <Button text=button kind=kind on_click=toggle id="accept" />
        }
        .into_any(),
    )
}

/// What was typed, or what is wrong with it.
fn typed(desk: Desk, typing: Typing) -> Result<Expectation, PageError> {
    match typing.raw(WHAT).as_str() {
        "declined" => Ok(Expectation::Declined),
        "gone-without" => Ok(Expectation::GoneWithout),
        "extended" => {
            let at_day = |text| PageError::new(UNTIL, text).at(UNTIL_DAY);
            let until = date_of(&typing.typed_date(UNTIL));
            let until = until.ok_or_else(|| at_day(own::ENTER_DATE))?;
            match desk.with(|workbook| workbook.extends(until)) {
                true => Ok(Expectation::Extended { until }),
                false => Err(at_day(own::DATE_NOT_LATER)),
            }
        }
        "as-planned" => Ok(Expectation::AsPlanned),
        _ => Err(PageError::new(WHAT, own::CHOOSE_DECISION)),
    }
}

/// What was decided before, as it stands in the boxes.
fn recorded(before: Option<Expectation>) -> [(String, String); 4] {
    let until = match before {
        Some(Expectation::Extended { until }) => Some(until),
        Some(Expectation::AsPlanned | Expectation::Declined | Expectation::GoneWithout) | None => {
            None
        }
    };
    let DateText { day, month, year } = text_of(until);
    let what = before.map_or("", token_of).to_owned();
    [(WHAT, what), (UNTIL_DAY, day), (UNTIL_MONTH, month), (UNTIL_YEAR, year)]
        .map(|(field, text)| (field.to_owned(), text))
}

fn expecting(
    desk: Desk,
    place: &ReturnKey,
    before: Option<Expectation>,
    done: impl Fn() + Copy + 'static,
) -> AnyView {
    let place = place.clone();
    let here = Part::Place(place.case.clone(), place.slot.clone());
    let errors = PageErrors::new();
    let typing = Typing::new(desk, &here, "expectation", recorded(before), errors);
    let chosen = RwSignal::new(typing.raw(WHAT));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = typing.raw(REASON);
        let blank = reason.trim().is_empty().then(|| PageError::new(REASON, own::ENTER_REASON));
        let read = typed(desk, typing);
        let wrong: Vec<_> = read.clone().err().into_iter().chain(blank).collect();
        let Ok(what) = read else {
            errors.show(wrong);
            return;
        };
        if !errors.show(wrong) {
            return;
        }
        let decided = typing.record(
            |workbook, stamp| workbook.expect(&place, what, &reason, stamp),
            |_| REASON.to_owned(),
        );
        if decided.is_some() {
            done();
        }
    };
    let items = KINDS.map(|(token, words)| Choice::new(token, words));
    let date = move || {
        let wanted = chosen.get() == "extended";
        wanted.then(|| typing.date(UNTIL, Caption::new(own::UNTIL).size(Size::S), own::UNTIL_HINT))
    };
    let legend = Caption::new(own::WHAT_IS_EXPECTED).size(Size::M);
    view! {
        <form novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            {typing.radios(WHAT, legend, own::EXPECTATION_HINT, items.into(), Some(chosen))}
            {date}
            {typing.area(REASON, Caption::new(own::REASON).size(Size::S), own::REASON_HINT, 3)}
            <Button text=own::RECORD_DECISION />
        </form>
    }
    .into_any()
}
