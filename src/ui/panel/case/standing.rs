//! Taking a case out of the audit, and counting it again (V-09, edge case 13).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::route::Part;
use super::super::sampling;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::words;
use crate::id::CaseRef;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, InsetText, PageError, PageErrors, Size,
};

const WHY: &str = "why";
const MORE: &str = "more";
const OTHER: &str = "other";

/// The page.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    if desk.with(|workbook| workbook.plan().case(&case).is_none()) {
        return unknown();
    }
    let errors = PageErrors::new();
    let because = {
        let case = case.clone();
        Memo::new(move |_| {
            desk.with(|workbook| workbook.withdrawn_because(&case).map(str::to_owned))
        })
    };
    let label = desk.with(|workbook| names::case(workbook, &case));
    let title = [&label, ": ", words::STANDING].concat();
    let back = Part::Case(case.clone());
    let here = Part::CaseStanding(case.clone());
    view! {
        {titled(desk, title, (&back, panel_words::BACK_TO_CASE), errors)}
        {said_line(desk)}
        {move || {
            let (case, here) = (case.clone(), here.clone());
            match because.get() {
                Some(because) => put_back(desk, case, &here, &because, errors),
                None => take_out(desk, case, &here, errors),
            }
        }}
    }
    .into_any()
}

fn take_out(desk: Desk, case: CaseRef, here: &Part, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, here, "take out", Vec::new(), errors);
    let instead = desk.href(&Part::Sampling(sampling::Place::Replace(case.clone())));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(reason) = reason(typing) else { return };
        let case = case.clone();
        let withdrawn = typing.record(
            move |workbook, stamp| workbook.withdraw_case(&case, &reason, stamp),
            |_| WHY.to_owned(),
        );
        if withdrawn.is_some() {
            desk.say(words::NOW_OUT.to_owned());
        }
    };
    let items = words::REASONS.map(|(token, text)| Choice::new(token, text)).into();
    view! {
        <p class="govuk-body">{words::TAKE_OUT_EXPLAINED}</p>
        <p class="govuk-body"><a class="govuk-link" href=instead>{words::PUT_ANOTHER}</a></p>
        <form novalidate on:submit=submit>
            {typing.radios(WHY, Caption::new(words::WHY_OUT).size(Size::M), words::WHY_OUT_HINT, items, None)}
            {typing.area(MORE, Caption::new(words::MORE_OUT).size(Size::S), words::MORE_OUT_HINT, 2)}
            <Button text=words::TAKE_OUT kind=ButtonKind::Warning />
        </form>
    }
    .into_any()
}

/// The reason in words, or what is wrong with it.
fn reason(typing: Typing) -> Option<String> {
    let (token, more) = (typing.raw(WHY), typing.text(MORE));
    let wrong = |at: &str, text: &'static str| {
        typing.errors.show(vec![PageError::new(at.to_owned(), text)]);
        None
    };
    let Some((_, text)) = words::REASONS.iter().find(|(one, _)| *one == token) else {
        return wrong(WHY, words::SELECT_WHY);
    };
    match (token.as_str(), more.as_str()) {
        (OTHER, "") => wrong(MORE, words::SAY_WHY),
        (OTHER, more) => Some(more.to_owned()),
        (_, "") => Some((*text).to_owned()),
        (_, more) => Some([text, ": ", more].concat()),
    }
}

fn put_back(desk: Desk, case: CaseRef, here: &Part, because: &str, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, here, "put back", Vec::new(), errors);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (case, reason) = (case.clone(), typing.text(WHY));
        let again = typing.record(
            move |workbook, stamp| workbook.reinstate_case(&case, &reason, stamp),
            |_| WHY.to_owned(),
        );
        if again.is_some() {
            desk.say(words::NOW_BACK.to_owned());
        }
    };
    let because = [words::TAKEN_OUT, ": ", because, "."].concat();
    view! {
        <InsetText>{because}</InsetText>
        <p class="govuk-body">{words::PUT_BACK_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.area(WHY, Caption::new(words::WHY_BACK).size(Size::M), "", 2)}
            <Button text=words::PUT_BACK />
        </form>
    }
    .into_any()
}
