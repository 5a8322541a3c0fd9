//! Controls that several pages share: each tells the desk one change.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::desk::Desk;
use super::route::Step;
use super::{trail, words};
use crate::audit_return::Source;
use crate::store::Change;
use crate::ui::govuk::{
    Button, ButtonGroup, Caption, Choice, PageErrors, SaveStatus, Select, SelectItem, Size,
};
use crate::ui::router::go;

/// A callback that makes the change that `change` describes.
pub fn edits<T: 'static>(
    desk: Desk,
    change: impl Fn(T) -> Change + Send + Sync + 'static,
) -> Callback<T> {
    Callback::new(move |value| desk.edit(change(value)))
}

/// Saves in a moment: for leaving a box.
pub fn saves(desk: Desk) -> Callback<()> {
    Callback::new(move |()| desk.save_soon())
}

/// Where evidence stands (G-21).
pub fn source_select(
    id: String,
    label: String,
    value: Option<Source>,
    on_change: Callback<Option<Source>>,
) -> AnyView {
    let mut items = vec![SelectItem::new("", words::CHOOSE_SOURCE)];
    items.extend(Source::ALL.map(|source| SelectItem::new(source.as_str(), source.label())));
    let chosen = move |text: String| {
        on_change.run(Source::ALL.into_iter().find(|source| source.as_str() == text));
    };
    view! {
        <Select id=id label=Caption::new(label) items=items
            value=value.map(|source| source.as_str().to_owned()).unwrap_or_default()
            on_change=chosen />
    }
    .into_any()
}

/// Yes and no.
pub fn yes_no(yes: &'static str, no: &'static str) -> Vec<Choice> {
    vec![Choice::new("yes", yes), Choice::new("no", no)]
}

/// The value of a yes-no question.
pub fn yes_no_value(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
    .to_owned()
}

/// The line that tells whether the work is kept, with the way to a file copy.
pub fn save_line(desk: Desk) -> AnyView {
    let copy = Callback::new(move |()| desk.save_file_copy());
    view! { <SaveStatus state=desk.save_state() on_copy=copy copied=desk.copied_line() copy_due=desk.copy_due() /> }
        .into_any()
}

/// Which round and case the page is about, above its heading.
pub fn page_caption(desk: Desk) -> AnyView {
    let text = desk.with(|open| {
        let ret = open.ret;
        [ret.case_label.as_str(), &ret.agency.name, &ret.round.title].join(", ")
    });
    view! { <span class="govuk-caption-l">{text}</span> }.into_any()
}

/// "Save and continue", and the way out that always works.
pub fn save_and_continue(back: String) -> AnyView {
    view! {
        <ButtonGroup>
            <Button text=words::SAVE_AND_CONTINUE />
            <a class="govuk-link" href=back>{words::SAVE_AND_COME_BACK}</a>
        </ButtonGroup>
    }
    .into_any()
}

/// What "Save and continue" does: saves, and goes on where nothing is wrong on this page; back to the
/// check of the answers, where the page was gone to from there.
pub fn saves_and_continues(
    desk: Desk,
    errors: PageErrors,
    here: Step,
    next: impl Fn() -> Step + Send + Sync + 'static,
) -> impl Fn(SubmitEvent) + Send + Sync + 'static {
    move |event| {
        event.prevent_default();
        desk.save_now();
        if errors.show(desk.errors_on(&here)) {
            go(&desk.href(&trail::onward(next())));
        }
    }
}

/// A legend of middle size.
pub fn legend(text: impl Into<String>) -> Caption {
    Caption::new(text).size(Size::M)
}
