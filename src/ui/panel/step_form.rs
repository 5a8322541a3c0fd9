//! The form that records what happened next: a question, and the boxes that its answer asks for.

use leptos::prelude::*;

use super::desk::Desk;
use super::typing::Typing;
use super::words;
use crate::ui::govuk::{Button, Caption, Choice, Size};

/// The form. `boxes` are those of the answer chosen; `record` tells whether it was recorded, and
/// shows what is wrong where it was not.
pub fn step_form(
    desk: Desk,
    typing: Typing,
    question: &'static str,
    items: Vec<Choice>,
    boxes: impl Fn(&str) -> AnyView + Send + Sync + 'static,
    record: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    let chosen = RwSignal::new(typing.raw("step"));
    let boxes = move || boxes(&chosen.get());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if record() {
            desk.say(words::STEP_RECORDED.to_owned());
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {typing.radios("step", Caption::new(question).size(Size::M), "", items, Some(chosen))}
            {boxes}
            <Button text=words::RECORD_STEP />
        </form>
    }
    .into_any()
}
