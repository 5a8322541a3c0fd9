//! One text of the panel for its documents: where it belongs, what it says, what it counts and rests on.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::passage_fields::{LINKS, QUESTIONS, counted_by, links, places, questions, rests_on};
use super::passage_read::{at_box, boxes, passage};
use super::{Place, part, words};
use crate::browser::random;
use crate::id::ItemId;
use crate::panel::manuscript;
use crate::panel::manuscript::Passage;
use crate::ui::govuk::{Button, ButtonKind, Caption, Details, PageErrors, Size};
use crate::ui::router::go;

/// Which text.
pub enum Which {
    /// A new one.
    New(Option<manuscript::Place>),
    /// One that is recorded.
    Known(ItemId),
}

/// The form.
pub fn page(desk: Desk, which: Which) -> AnyView {
    let errors = PageErrors::new();
    let (here, id, known) = match which {
        Which::New(of) => {
            let begun = of.as_ref().map(|place| vec![("place".to_owned(), place.key())]);
            (Place::NewText(of), None, begun.unwrap_or_default())
        }
        Which::Known(id) => {
            let known = desk.with(|workbook| {
                let passages = workbook.passages();
                passages.into_iter().find(|one| one.id == id).cloned()
            });
            let Some(known) = known else { return unknown() };
            let begun = desk.with(|workbook| boxes(workbook, &known));
            (Place::Text(id), Some(known), begun)
        }
    };
    let typing = Typing::new(desk, &part(here), "text", known, errors);
    let title = if id.is_some() { words::CHANGE_TEXT } else { words::NEW_TEXT };
    let stored = StoredValue::new(id.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        record(desk, typing, stored.get_value(), false);
    };
    let take_out = id.is_some().then(|| {
        let press = move |()| record(desk, typing, stored.get_value(), true);
        view! { <Button text=words::TAKE_OUT_TEXT kind=ButtonKind::Warning on_click=press /> }
    });
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    view! {
        {titled(desk, title.to_owned(), (&part(Place::Texts), words::BACK_TO_TEXTS), errors)}
        {said_line(desk)}
        <form novalidate on:submit=submit>
            {typing.select("place", small(words::BELONGS_TO), places(desk))}
            {typing.line("heading", small(words::HEADING), words::HEADING_HINT)}
            {typing.area("text", small(words::TEXT), words::TEXT_HINT, 5)}
            <Details summary=words::COUNTS_IN_TEXT open=!typing.raw("counts").is_empty()>{counted_by(desk, typing)}</Details>
            <Details summary=words::QUESTIONS open=!typing.raw(QUESTIONS).is_empty()>{questions(typing)}</Details>
            {typing.area("points", small(words::POINTS), words::POINTS_HINT, 3)}
            {typing.area("call", small(words::CALL), words::CALL_HINT, 2)}
            <Details summary=words::LINKS open=!typing.raw(LINKS).is_empty()>{links(typing)}</Details>
            {rests_on(desk, typing)}
            {typing.number("again", small(words::AGAIN), words::AGAIN_HINT)}
            <Button text=words::RECORD_TEXT />
        </form>
        {take_out}
    }
    .into_any()
}

fn record(desk: Desk, typing: Typing, known: Option<Passage>, removed: bool) {
    let id = known.as_ref().map_or_else(random::id, |one| one.id.clone());
    let passage = match (removed, known) {
        (true, Some(known)) => Passage { removed, stamp: Desk::stamp(), ..known },
        _ => match passage(typing, id) {
            Ok(passage) => passage,
            Err(wrong) => {
                typing.errors.show(wrong);
                return;
            }
        },
    };
    let recorded = typing.record(move |workbook, _| workbook.record_passage(passage), at_box);
    if recorded.is_some() {
        let said = if removed { words::TEXT_TAKEN_OUT } else { words::TEXT_RECORDED };
        desk.say(said.to_owned());
        go(&desk.href(&part(Place::Texts)));
    }
}
