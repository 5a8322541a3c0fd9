//! Holding a case back, or clearing it (C-07, edge case 29).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::typing::Typing;
use super::super::words::concerns as words;
use super::{Place, part};
use crate::id::CaseRef;
use crate::panel::concerns::{ConcernError, Hold};
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, PageError, PageErrors, Size, Tag, TagColour,
};

const NONE: &str = "none";
const PUBLISH: &str = "do-not-publish";
const FROZEN: &str = "frozen";

/// Whether a case is held back, and the form that changes it.
pub fn form(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    let label = desk.with(|workbook| names::case(workbook, &case));
    let held = {
        let case = case.clone();
        move || desk.with(|workbook| workbook.hold(&case).cloned())
    };
    let value = match held().map_or(Hold::None, |held| held.hold) {
        Hold::None => NONE,
        Hold::DoNotPublish => PUBLISH,
        Hold::Frozen => FROZEN,
    };
    let recorded = [("hold".to_owned(), value.to_owned())];
    let here = part(Place::Board);
    let form_name = ["hold ", case.as_str()].concat();
    let typing = Typing::new(desk, &here, &form_name, recorded, errors);
    let items = vec![
        Choice::new(NONE, words::HOLD_NONE),
        Choice::new(PUBLISH, words::HOLD_PUBLISH).hint(words::HOLD_PUBLISH_HINT),
        Choice::new(FROZEN, words::HOLD_FROZEN).hint(words::HOLD_FROZEN_HINT),
    ];
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let hold = match typing.raw("hold").as_str() {
            NONE => Hold::None,
            PUBLISH => Hold::DoNotPublish,
            FROZEN => Hold::Frozen,
            _ => {
                errors.show(vec![PageError::new("hold", words::SELECT_HOLD)]);
                return;
            }
        };
        let (case, reason) = (case.clone(), typing.text("hold-reason"));
        let at = |error: &ConcernError| match error {
            ConcernError::NoReason => "hold-reason".to_owned(),
            _ => "hold".to_owned(),
        };
        let held = typing
            .record(move |workbook, stamp| workbook.hold_case(&case, hold, &reason, stamp), at);
        if held.is_some() {
            desk.say(words::HOLD_RECORDED.to_owned());
        }
    };
    let now = move || match held() {
        Some(held) => {
            let what = match held.hold {
                Hold::Frozen => words::HOLD_FROZEN,
                Hold::None | Hold::DoNotPublish => words::HOLD_PUBLISH,
            };
            view! { <p class="govuk-body"><Tag text=what colour=TagColour::Red />" "{held.reason}</p> }
                .into_any()
        }
        None => view! { <p class="govuk-body">{words::NOT_HELD}</p> }.into_any(),
    };
    let legend = Caption::new([label.as_str(), ": ", words::HOLD].concat()).size(Size::S);
    view! {
        <h2 class="govuk-heading-m">{words::HELD_NOW}": "{label}</h2>
        <div role="status">{now}</div>
        <Details summary=words::HOLD>
            <form novalidate on:submit=submit>
                {typing.radios("hold", legend, words::HOLD_HINT, items, None)}
                {typing.area("hold-reason", Caption::new(words::HOLD_REASON).size(Size::S), "", 2)}
                <Button text=words::RECORD_HOLD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
