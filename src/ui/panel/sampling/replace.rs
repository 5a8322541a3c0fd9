//! A case of the round that is withdrawn, and what takes its place (edge case 13).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::super::typing::Typing;
use super::{Place, part, words};
use crate::browser::random;
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::sampling::{Instead, SampleError};
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, InsetText, PageError, PageErrors, Size,
};
use crate::ui::router::go;

const INSTEAD: &str = "instead";
const NUMBER: &str = "number";
const REASON: &str = "reason";
const NOTHING: &str = "nothing";
const NEXT: &str = "next";
const THIS: &str = "this";

/// The page about one case.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    let known = desk.with(|workbook| {
        let label = workbook.plan().case(&case)?.label.clone();
        Some((label, workbook.replacement_of(&case).is_some()))
    });
    let Some((label, is_replaced)) = known else { return unknown() };
    let errors = PageErrors::new();
    let title = [words::REPLACE_TITLE, ": ", &label].concat();
    let back = (&part(Place::Grid), words::BACK_TO_SAMPLING);
    let form = if is_replaced {
        view! { <InsetText>{words::IS_REPLACED}</InsetText> }.into_any()
    } else {
        form(desk, case, errors)
    };
    view! {
        {titled(desk, title, back, errors)}
        <p class="govuk-body">{words::REPLACE_EXPLAINED}</p>
        {form}
    }
    .into_any()
}

fn form(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    let here = part(Place::Replace(case.clone()));
    let typing = Typing::new(desk, &here, "replace", Vec::new(), errors);
    let drawn = desk.with(|workbook| !workbook.sampling().draws.is_empty());
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let mut items = vec![Choice::new(NOTHING, words::NOTHING_INSTEAD)];
    if drawn {
        items.push(Choice::new(NEXT, words::NEXT_DRAWN).hint(words::NEXT_DRAWN_HINT));
    }
    let number = typing.number(NUMBER, Caption::new(words::WHICH_NUMBER), "");
    items.push(Choice::new(THIS, words::THIS_NUMBER).reveal(number));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        withdraw(desk, typing, &case);
    };
    view! {
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.radios(INSTEAD, small(words::WHAT_INSTEAD), "", items, None)}
            {typing.area(REASON, small(words::WHY_WITHDRAWN), words::WHY_WITHDRAWN_HINT, 3)}
            <Button text=words::WITHDRAW_IT kind=ButtonKind::Warning />
        </form>
    }
    .into_any()
}

fn withdraw(desk: Desk, typing: Typing, case: &CaseRef) {
    let (instead, number) = (typing.raw(INSTEAD), typing.text(NUMBER).parse());
    let instead = match (instead.as_str(), number) {
        (NOTHING, _) => None,
        (NEXT, _) => Some(Instead::NextDrawn),
        (THIS, Ok(number)) => Some(Instead::Number(number)),
        (THIS, Err(_)) => {
            typing.errors.show(vec![PageError::new(NUMBER, words::ENTER_NUMBER)]);
            return;
        }
        _ => {
            typing.errors.show(vec![PageError::new(INSTEAD, words::SELECT_INSTEAD)]);
            return;
        }
    };
    let reason = typing.text(REASON);
    let keep = |workbook: &mut Workbook, stamp: &_| match instead {
        None => workbook.withdraw_case(case, &reason, stamp).map(|()| None).map_err(Why::Case),
        Some(instead) => workbook
            .replace_case(case, instead, random::id(), &reason, stamp)
            .map(Some)
            .map_err(Why::Sample),
    };
    if let Some(number) = typing.record(keep, Why::at_box) {
        desk.say(number.map_or_else(|| words::DONE_WITHDRAWN.to_owned(), words::replaced));
        go(&desk.href(&part(Place::Grid)));
    }
}

/// What keeps a case from being withdrawn or replaced.
#[derive(Debug, thiserror::Error)]
enum Why {
    #[error(transparent)]
    Case(crate::panel::DecisionError),
    #[error(transparent)]
    Sample(SampleError),
}

impl Why {
    fn at_box(&self) -> String {
        match self {
            Self::Sample(SampleError::NotFree { .. }) => NUMBER,
            Self::Sample(SampleError::Draw(_) | SampleError::Replaced) => INSTEAD,
            Self::Sample(_) | Self::Case(_) => REASON,
        }
        .to_owned()
    }
}
