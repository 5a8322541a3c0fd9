//! Taking a case out of the audit with or without another in its place, and counting it again (V-09, edge case 13).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::route::Part;
use super::super::typing::{Typing, sentence};
use super::super::words as panel_words;
use super::words;
use crate::browser::random;
use crate::id::CaseRef;
use crate::panel::{CaseError, Instead, Replacement, Workbook, out_reasons, v09_reason};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, InsetText, PageError, PageErrors, Size,
};

const WHY: &str = "why";
const MORE: &str = "more";
const INSTEAD: &str = "instead";
const NUMBER: &str = "number";
const REASON: &str = "reason";
const NOTHING: &str = "nothing";
const NEXT: &str = "next";
const THIS: &str = "this";
const BACK: &str = "why-back";

/// How a case stands, as the page asks about it.
#[derive(Clone, Default, PartialEq)]
enum Standing {
    #[default]
    Counts,
    Out {
        because: String,
        instead: Option<String>,
    },
}

impl Standing {
    fn of(workbook: &Workbook, case: &CaseRef) -> Self {
        match workbook.withdrawn_because(case) {
            None => Self::Counts,
            Some(because) => {
                let instead = workbook.replacement_of(case).map(|by| names::case(workbook, by));
                Self::Out { because: because.to_owned(), instead }
            }
        }
    }
}

/// The page.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    if desk.with(|workbook| workbook.plan().case(&case).is_none()) {
        return unknown();
    }
    let errors = PageErrors::new();
    let standing = {
        let case = case.clone();
        Memo::new(move |_| desk.with(|workbook| Standing::of(workbook, &case)))
    };
    let label = desk.with(|workbook| names::case(workbook, &case));
    let title = [&label, ": ", words::STANDING].concat();
    let back = Part::Case(case.clone());
    view! {
        {titled(desk, title, (&back, panel_words::BACK_TO_CASE), errors)}
        {said_line(desk)}
        {move || {
            let standing = standing.get();
            // Made anew when that changes, never while somebody types.
            untrack(|| built_anew(forms(desk, &case, standing, errors)))
        }}
    }
    .into_any()
}

fn forms(desk: Desk, case: &CaseRef, standing: Standing, errors: PageErrors) -> AnyView {
    let Standing::Out { because, instead } = standing else {
        return take_out(desk, case.clone(), errors);
    };
    let told = [words::TAKEN_OUT, ": ", &because, "."].concat();
    let instead = match instead {
        Some(by) => {
            let told = [words::STANDS_IN, " ", &by, "."].concat();
            view! { <p class="govuk-body">{told}</p> }.into_any()
        }
        None => put_another(desk, case.clone(), errors),
    };
    view! {
        <InsetText>{told}</InsetText>
        {instead}
        {put_back(desk, case.clone(), errors)}
    }
    .into_any()
}

fn take_out(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    let here = Part::CaseStanding(case.clone());
    let typing = Typing::new(desk, &here, "take out", Vec::new(), errors);
    let offered = can_be_replaced(desk);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = v09_reason(&typing.raw(WHY), &typing.text(MORE));
        let instead = if offered { instead(typing) } else { Ok(None) };
        match (reason, instead) {
            (Ok(reason), Ok(instead)) => record(desk, typing, &case, &reason, instead),
            (reason, instead) => {
                let told =
                    |error: CaseError| PageError::new(box_of(&error), sentence(&error.to_string()));
                let wrong = reason.err().map(told).into_iter().chain(instead.err());
                typing.errors.show(wrong.collect());
            }
        }
    };
    let items = out_reasons().into_iter().map(|one| Choice::new(one.id, one.label)).collect();
    let asked = offered.then(|| what_instead(desk, typing, true));
    view! {
        <p class="govuk-body">{words::TAKE_OUT_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.radios(WHY, Caption::new(words::WHY_OUT).size(Size::M), words::WHY_OUT_HINT, items, None)}
            {typing.area(MORE, Caption::new(words::MORE_OUT).size(Size::S), words::MORE_OUT_HINT, 2)}
            {asked}
            <Button text=words::TAKE_OUT kind=ButtonKind::Warning />
        </form>
    }
    .into_any()
}

/// For a case that is out: another in its place, while there are some to choose from.
fn put_another(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    if !can_be_replaced(desk) {
        return ().into_any();
    }
    let here = Part::CaseStanding(case.clone());
    let typing = Typing::new(desk, &here, "put another", Vec::new(), errors);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match instead(typing) {
            Ok(instead) => record(desk, typing, &case, &typing.text(REASON), instead),
            Err(wrong) => drop(typing.errors.show(vec![wrong])),
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {what_instead(desk, typing, false)}
            {typing.area(REASON, Caption::new(words::WHY_ANOTHER).size(Size::S), words::WHY_ANOTHER_HINT, 2)}
            <Button text=words::PUT_ANOTHER />
        </form>
    }
    .into_any()
}

fn can_be_replaced(desk: Desk) -> bool {
    desk.with(|workbook| workbook.sampling().free().next().is_some())
}

fn what_instead(desk: Desk, typing: Typing, may_be_nothing: bool) -> AnyView {
    let drawn = desk.with(|workbook| !workbook.sampling().draws.is_empty());
    let number = typing.number(NUMBER, Caption::new(words::WHICH_NUMBER), "");
    let nothing = may_be_nothing.then(|| Choice::new(NOTHING, words::NOTHING_INSTEAD));
    let next = drawn.then(|| Choice::new(NEXT, words::NEXT_DRAWN).hint(words::NEXT_DRAWN_HINT));
    let this = Choice::new(THIS, words::THIS_NUMBER).reveal(number);
    let items = nothing.into_iter().chain(next).chain([this]).collect();
    let legend = Caption::new(words::WHAT_INSTEAD).size(Size::M);
    typing.radios(INSTEAD, legend, words::WHAT_INSTEAD_HINT, items, None)
}

/// What is chosen to take its place, or what is wrong with that.
fn instead(typing: Typing) -> Result<Option<Instead>, PageError> {
    match (typing.raw(INSTEAD).as_str(), typing.text(NUMBER).parse()) {
        (NOTHING, _) => Ok(None),
        (NEXT, _) => Ok(Some(Instead::NextDrawn)),
        (THIS, Ok(number)) => Ok(Some(Instead::Number(number))),
        (THIS, Err(_)) => Err(PageError::new(NUMBER, words::ENTER_NUMBER)),
        _ => Err(PageError::new(INSTEAD, words::SELECT_INSTEAD)),
    }
}

fn record(desk: Desk, typing: Typing, case: &CaseRef, reason: &str, by: Option<Instead>) {
    let keep = |workbook: &mut Workbook, stamp: &_| {
        let instead = by.map(|by| Replacement { by, reference: random::id() });
        workbook.take_out(case, reason, instead, stamp)
    };
    if let Some(number) = typing.record(keep, box_of) {
        desk.say(number.map_or_else(|| words::NOW_OUT.to_owned(), words::replaced));
    }
}

fn box_of(error: &CaseError) -> String {
    let at = match error {
        CaseError::NoKind => WHY,
        CaseError::SayMore => MORE,
        CaseError::NoReason => REASON,
        CaseError::NotFree { .. } => NUMBER,
        CaseError::Draw(_) | CaseError::Replaced => INSTEAD,
        CaseError::UnknownCase | CaseError::OutAlready | CaseError::Counts => WHY,
    };
    at.to_owned()
}

fn put_back(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    let here = Part::CaseStanding(case.clone());
    let typing = Typing::new(desk, &here, "put back", Vec::new(), errors);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = typing.text(BACK);
        let again = typing.record(
            |workbook, stamp| workbook.reinstate_case(&case, &reason, stamp),
            |_| BACK.to_owned(),
        );
        if again.is_some() {
            desk.say(words::NOW_BACK.to_owned());
        }
    };
    view! {
        <p class="govuk-body">{words::PUT_BACK_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.area(BACK, Caption::new(words::WHY_BACK).size(Size::M), "", 2)}
            <Button text=words::PUT_BACK kind=ButtonKind::Secondary />
        </form>
    }
    .into_any()
}
