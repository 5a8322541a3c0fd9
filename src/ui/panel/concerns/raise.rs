//! A concern that the panel raises itself, most often from several returns together (edge case 27).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{titled, unknown};
use super::super::typing::Typing;
use super::super::words::concerns as words;
use super::{Place, part, route_first};
use crate::audit_return::ConcernKind;
use crate::browser::{from_local, local, now, random};
use crate::check::is_to_come;
use crate::id::CaseRef;
use crate::panel::ReturnKey;
use crate::panel::concerns::{ConcernError, ConcernKey, Nature, PanelConcern};
use crate::text::time_of_day;
use crate::ui::dates::{date_of, text_of, time_of};
use crate::ui::govuk::{
    Button, Caption, Choice, InsetText, PageError, PageErrors, Radios, Size, WarningText,
};
use crate::ui::router::go;

const CUMULATIVE: &str = "cumulative";

/// Which case it is about.
pub fn choose_case(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let chosen = StoredValue::new(None::<CaseRef>);
    let items = desk.with(|workbook| {
        let cases = workbook.plan().open_cases();
        cases.map(|case| Choice::new(case.case_ref.as_str(), case.label.clone())).collect()
    });
    let on_change = move |value: String| chosen.set_value(CaseRef::new(value).ok());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match chosen.get_value() {
            Some(case) => go(&desk.href(&part(Place::RaiseOf(case)))),
            None => drop(errors.show(vec![PageError::new("case", words::SELECT_CASE)])),
        }
    };
    let back = (&part(Place::Board), words::BACK_TO_CONCERNS);
    view! {
        {titled(desk, words::RAISE.to_owned(), back, errors)}
        <p class="govuk-body">{words::RAISE_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            <Radios id="case" legend=Caption::new(words::WHICH_CASE).size(Size::M) items=items
                on_change=on_change error=errors.of("case") class="govuk-radios--small" />
            <Button text=words::CONTINUE />
        </form>
    }
    .into_any()
}

/// The form for a concern about one case.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    let label = desk.with(|workbook| workbook.plan().case(&case).map(|case| case.label.clone()));
    let Some(label) = label else { return unknown() };
    let errors = PageErrors::new();
    let here = part(Place::RaiseOf(case.clone()));
    let typing = Typing::new(desk, &here, "raise", noticed_now(), errors);
    let returns: Vec<(ReturnKey, String)> = desk.with(|workbook| {
        let returns = workbook.current_of_case(&case);
        returns.map(|(place, ..)| (place.clone(), names::place_line(workbook, place))).collect()
    });
    let seen = returns.iter().map(|(place, name)| Choice::new(place.slot.as_str(), name.clone()));
    let seen: Vec<Choice> = seen.collect();
    let returns = StoredValue::new(returns);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let made = returns.with_value(|returns| concern(typing, &case, returns));
        let concern = match made {
            Ok(concern) => concern,
            Err(wrong) => {
                errors.show(wrong);
                return;
            }
        };
        let key = ConcernKey::Panel(concern.id.clone());
        let at = |error: &ConcernError| match error {
            ConcernError::NothingWritten => "text".to_owned(),
            _ => "kind".to_owned(),
        };
        let raised = typing.record(|workbook, _| workbook.raise_concern(concern), at);
        if raised.is_some() {
            desk.say(words::CONCERN_RECORDED.to_owned());
            go(&desk.href(&part(Place::One(key))));
        }
    };
    let kinds = [Choice::new(CUMULATIVE, Nature::Cumulative.label())];
    let of_auditors = ConcernKind::ALL.map(|kind| Choice::new(kind.as_str(), kind.label()));
    let kinds: Vec<Choice> = kinds.into_iter().chain(of_auditors).collect();
    let title = [words::RAISE, ": ", &label].concat();
    let route = route_first(desk).map(|route| view! { <InsetText>{route}</InsetText> });
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let seen = (!seen.is_empty())
        .then(|| typing.checks("seen", small(words::SEEN_IN), words::SEEN_IN_HINT, seen));
    view! {
        {titled(desk, title, (&part(Place::Board), words::BACK_TO_CONCERNS), errors)}
        <WarningText>{words::TELL_FIRST}</WarningText>
        {route}
        <form novalidate on:submit=submit>
            {typing.radios("kind", small(words::WHICH_KIND), "", kinds, None)}
            {seen}
            {typing.area("text", small(words::RAISE_TEXT), words::RAISE_TEXT_HINT, 5)}
            {typing.date("noticed", small(words::NOTICED_ON), "")}
            {typing.line("noticed-time", small(words::NOTICED_TIME), words::NOTICED_TIME_HINT)}
            <Button text=words::RECORD_CONCERN />
        </form>
    }
    .into_any()
}

/// Most often a concern is recorded when it is noticed.
fn noticed_now() -> Vec<(String, String)> {
    let now = local(now());
    let date = text_of(Some(now.date()));
    [
        ("noticed-day", date.day),
        ("noticed-month", date.month),
        ("noticed-year", date.year),
        ("noticed-time", time_of_day(now.time())),
    ]
    .map(|(field, text)| (field.to_owned(), text))
    .into()
}

fn concern(
    typing: Typing,
    case: &CaseRef,
    returns: &[(ReturnKey, String)],
) -> Result<PanelConcern, Vec<PageError>> {
    let mut wrong = Vec::new();
    let kind = typing.raw("kind");
    let nature = match kind.as_str() {
        CUMULATIVE => Some(Nature::Cumulative),
        kind => ConcernKind::ALL.into_iter().find(|one| one.as_str() == kind).map(Nature::Kind),
    };
    if nature.is_none() {
        wrong.push(PageError::new("kind", words::SELECT_KIND));
    }
    let date = date_of(&typing.typed_date("noticed"));
    if date.is_none() {
        wrong.push(PageError::new("noticed", words::ENTER_NOTICED).at("noticed-day"));
    }
    let time = time_of(&typing.text("noticed-time"));
    if time.is_none() {
        wrong.push(PageError::new("noticed-time", words::ENTER_TIME));
    }
    let noticed = date.zip(time).map(|(date, time)| from_local(date.and_time(time)));
    if noticed.is_some_and(|at| is_to_come(at, now())) {
        wrong.push(PageError::new("noticed", words::NOTICED_IS_TO_COME).at("noticed-day"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let (Some(nature), Some(noticed_at)) = (nature, noticed) else { return Err(wrong) };
    let seen = typing.chosen("seen");
    let shows = |place: &&ReturnKey| seen.iter().any(|slot| slot == place.slot.as_str());
    Ok(PanelConcern {
        id: random::id(),
        case: case.clone(),
        nature,
        seen_in: returns.iter().map(|(place, _)| place).filter(shows).cloned().collect(),
        text: typing.text("text"),
        noticed_at,
        stamp: Desk::stamp(),
    })
}
