//! Writing an action: its boxes, with what the rules say of it as it is written.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::form_boxes::{MILESTONES, OTHERS, about, boxes, how, more, untick_withdrawn};
use super::form_read::{at_box, draft, read};
use super::{Place, advice, part, words};
use crate::browser::random;
use crate::id::ItemId;
use crate::panel::actions::{Action, ActionNotice, written_notices};
use crate::ui::govuk::{Button, Details, PageErrors};
use crate::ui::router::go;

/// Boxes under "more".
const MORE: [&str; 10] = [
    OTHERS,
    "resources",
    "start-day",
    "start-month",
    "start-year",
    MILESTONES,
    "again-day",
    "again-month",
    "again-year",
    "priority",
];
/// Boxes under what it is about.
const ABOUT: [&str; 3] = ["findings", "areas", "themes"];

/// Which action.
pub enum Which {
    /// A new one, of this recommendation where one is given.
    New(Option<ItemId>),
    /// One that is recorded.
    Known(ItemId),
}

/// The form.
pub fn page(desk: Desk, which: Which) -> AnyView {
    let errors = PageErrors::new();
    let (here, back, known, begun) = match which {
        Which::New(of) => {
            let begun = of.iter().map(|id| ("recommendations".to_owned(), id.to_string()));
            let begun = begun.collect::<Vec<_>>();
            (Place::New(of), Place::Board, None, begun)
        }
        Which::Known(id) => {
            let Some(known) = desk.with(|workbook| workbook.action(&id).cloned()) else {
                return unknown();
            };
            let begun = desk.with(|workbook| boxes(workbook, &known));
            (Place::Change(id.clone()), Place::One(id), Some(known), begun)
        }
    };
    let title = if known.is_some() { words::CHANGE_ACTION } else { words::NEW_ACTION };
    let to = if known.is_some() { words::BACK_TO_ACTION } else { words::BACK_TO_PLAN };
    let typing = Typing::new(desk, &part(here), "action", begun, errors);
    untick_withdrawn(desk, typing);
    let beat = RwSignal::new(0);
    let notices = said_of(desk, typing, beat, known.clone());
    let fixed = known.as_ref().and_then(|one| one.due.filter(|_| one.agreed.is_some()));
    let carried = known.as_ref().is_some_and(|one| one.carried.is_some());
    let known = StoredValue::new(known);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        record(desk, typing, known.get_value());
    };
    let heard = move |()| beat.update(|beat| *beat += 1);
    view! {
        {titled(desk, title.to_owned(), (&part(back), to), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::FORM_EXPLAINED}</p>
        <form novalidate on:submit=submit on:input=move |_| heard(()) on:change=move |_| heard(())
            on:click=move |_| heard(())>
            {how(desk, typing, notices, beat, fixed, carried)}
            <Details summary=words::MORE open=holds(typing, &MORE)>{more(desk, typing, notices, beat)}</Details>
            <Details summary=words::ABOUT open=holds(typing, &ABOUT)>{about(desk, typing)}</Details>
            <Button text=words::RECORD />
        </form>
    }
    .into_any()
}

/// Whether something stands in one of these boxes, so that they are not hidden.
fn holds(typing: Typing, fields: &[&str]) -> bool {
    fields.iter().any(|field| !typing.text(field).is_empty())
}

/// What the rules say of the action as it stands in the boxes; nothing before anybody has written what is to be done.
fn said_of(
    desk: Desk,
    typing: Typing,
    beat: RwSignal<u32>,
    known: Option<Action>,
) -> Memo<Vec<ActionNotice>> {
    Memo::new(move |_| {
        beat.track();
        if typing.text("text").is_empty() {
            return Vec::new();
        }
        let action = draft(typing, known.as_ref());
        untrack(|| desk.with(|workbook| written_notices(workbook, &action)))
    })
}

fn record(desk: Desk, typing: Typing, known: Option<Action>) {
    let action = match read(typing, known.as_ref(), random::id) {
        Ok(action) => action,
        Err(faults) => {
            typing.errors.show(faults);
            return;
        }
    };
    let id = action.id.clone();
    let recorded = typing.record(move |workbook, _| workbook.record_action(action), at_box);
    if recorded.is_some() {
        desk.say(words::RECORDED.to_owned());
        go(&desk.href(&part(Place::One(id))));
    }
}

/// The notices on a box, under it.
pub fn with_advice(
    notices: Memo<Vec<ActionNotice>>,
    field: &'static str,
    control: AnyView,
) -> AnyView {
    view! { {control}{advice::under(notices, field)} }.into_any()
}
