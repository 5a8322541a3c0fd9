//! Taking something back that was recorded: a form behind a line that opens, with a reason.

use leptos::prelude::*;

use super::desk::Desk;
use super::typing::Typing;
use crate::panel::{Stamp, Workbook};
use crate::ui::govuk::{Button, ButtonKind, Caption, Details, Size};

/// What the form says.
pub struct Undo {
    /// Id of the box for the reason.
    pub reason: &'static str,
    /// The line that opens it.
    pub summary: &'static str,
    /// What will be as before, and what stays.
    pub explained: &'static str,
    /// Label of the box.
    pub why: &'static str,
    /// The button.
    pub button: &'static str,
    /// Said once it is kept.
    pub done: &'static str,
}

/// The form; `take` takes it back for the reason that is typed.
pub fn undo_form<T, E: std::fmt::Display>(
    desk: Desk,
    typing: Typing,
    words: Undo,
    take: impl Fn(&mut Workbook, &str, &Stamp) -> Result<T, E> + Send + 'static,
) -> AnyView {
    let Undo { reason, summary, explained, why, button, done } = words;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typing.text(reason);
        let taken = |workbook: &mut Workbook, stamp: &Stamp| take(workbook, &text, stamp);
        if typing.record(taken, |_: &E| reason.to_owned()).is_some() {
            desk.say(done.to_owned());
        }
    };
    view! {
        <Details summary=summary>
            <form novalidate on:submit=submit>
                <p class="govuk-body">{explained}</p>
                {typing.area(reason, Caption::new(why).size(Size::S), "", 2)}
                <Button text=button kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
