//! What the cases are told apart by.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::typing::Typing;
use super::{Place, part, words};
use crate::browser::random;
use crate::id::AttributeId;
use crate::panel::Workbook;
use crate::round::sampling::{Attribute, FrameError};
use crate::round::set_up::lines;
use crate::ui::govuk::{Button, Caption, Choice, PageErrors, Size};
use crate::ui::router::go;

const LOOKED_AT: &str = "looked-at";
const OWN: &str = "own-attribute";
const GROUPS: &str = "own-groups";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (offered, looked_at): (Vec<Attribute>, Vec<String>) = desk.with(|workbook| {
        let sampling = workbook.sampling();
        let looked_at = sampling.attributes.iter().map(|one| one.id.to_string()).collect();
        (sampling.offered(), looked_at)
    });
    let recorded = [(LOOKED_AT.to_owned(), looked_at.join(" "))];
    let typing = Typing::new(desk, &part(Place::Attributes), "attributes", recorded, errors);
    let item = |one: Attribute| {
        let groups: Vec<&str> = one.options.iter().map(|option| option.label.as_str()).collect();
        Choice::new(one.id.as_str(), one.label.clone()).hint(groups.join(", "))
    };
    let items = offered.into_iter().map(item).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wanted = typing.chosen(LOOKED_AT);
        let wanted: Vec<AttributeId> =
            wanted.into_iter().filter_map(|id| AttributeId::new(id).ok()).collect();
        let (own, groups) = (typing.text(OWN), lines(&typing.raw(GROUPS)));
        let keep = |workbook: &mut Workbook, stamp: &_| {
            workbook.change_frame(
                |frame| {
                    frame.look_at(&wanted);
                    let none = own.is_empty() && groups.is_empty();
                    if none { Ok(()) } else { frame.add_attribute(random::id(), &own, &groups) }
                },
                stamp,
            )
        };
        if typing.record(keep, |_: &FrameError| OWN.to_owned()).is_some() {
            go(&desk.href(&part(Place::Grid)));
        }
    };
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let back = (&part(Place::Grid), words::BACK_TO_SAMPLING);
    view! {
        {titled(desk, words::ATTRIBUTES.to_owned(), back, errors)}
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.checks(LOOKED_AT, small(words::WHICH_ATTRIBUTES), words::WHICH_ATTRIBUTES_HINT, items)}
            {typing.line(OWN, small(words::OWN_ATTRIBUTE), words::OWN_ATTRIBUTE_HINT)}
            {typing.area(GROUPS, small(words::OWN_GROUPS), words::OWN_GROUPS_HINT, 4)}
            <Button text=words::SAVE_ATTRIBUTES />
        </form>
    }
    .into_any()
}
