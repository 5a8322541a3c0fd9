//! What the cases are told apart by.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::typing::Typing;
use super::{Place, part, words};
use crate::browser::random;
use crate::id::{AttributeId, OptionId};
use crate::panel::Workbook;
use crate::round::sampling::{Attribute, FrameError, Sampling};
use crate::round::set_up::lines;
use crate::ui::govuk::{Button, Caption, Choice, Details, PageErrors, Size};
use crate::ui::router::go;

const LOOKED_AT: &str = "looked-at";
const OWN: &str = "own-attribute";
const GROUPS: &str = "own-groups";
/// Begins the ids of the boxes with the groups that the sample should have.
const WANTED: &str = "wanted-";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (offered, now) = desk.with(|workbook| {
        let sampling = workbook.sampling();
        (sampling.offered(), sampling.clone())
    });
    let recorded = recorded(&now);
    let is_any_wanted = !now.wanted.is_empty();
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
        let should_have: Vec<(AttributeId, Vec<OptionId>)> =
            wanted.iter().map(|id| (id.clone(), ticked(typing, id))).collect();
        let keep = |workbook: &mut Workbook, stamp: &_| {
            workbook.change_frame(
                |frame| {
                    frame.look_at(&wanted);
                    for (attribute, groups) in &should_have {
                        frame.s01_want(attribute, groups);
                    }
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
            {should_have(typing, &now.attributes, is_any_wanted)}
            {typing.line(OWN, small(words::OWN_ATTRIBUTE), words::OWN_ATTRIBUTE_HINT)}
            {typing.area(GROUPS, small(words::OWN_GROUPS), words::OWN_GROUPS_HINT, 4)}
            <Button text=words::SAVE_ATTRIBUTES />
        </form>
    }
    .into_any()
}

/// What stands in the boxes before anybody has typed.
fn recorded(now: &Sampling) -> Vec<(String, String)> {
    let looked_at: Vec<&str> = now.attributes.iter().map(|one| one.id.as_str()).collect();
    let wanted = now.wanted.iter().map(|(attribute, groups)| {
        let groups: Vec<&str> = groups.iter().map(OptionId::as_str).collect();
        (wanted_box(attribute), groups.join(" "))
    });
    let looked_at = (LOOKED_AT.to_owned(), looked_at.join(" "));
    [looked_at].into_iter().chain(wanted).collect()
}

fn wanted_box(attribute: &AttributeId) -> String {
    [WANTED, attribute.as_str()].concat()
}

fn ticked(typing: Typing, attribute: &AttributeId) -> Vec<OptionId> {
    let ticked = typing.chosen(&wanted_box(attribute)).into_iter();
    ticked.filter_map(|id| OptionId::new(id).ok()).collect()
}

/// S-01: which groups the sample should have, of what is looked at now.
fn should_have(typing: Typing, attributes: &[Attribute], open: bool) -> Option<AnyView> {
    let groups = |one: &Attribute| {
        let options = one.options.iter();
        let items = options.map(|it| Choice::new(it.id.as_str(), it.label.clone())).collect();
        let legend = Caption::new(one.label.clone()).size(Size::S);
        typing.checks(&wanted_box(&one.id), legend, "", items)
    };
    let boxes: Vec<AnyView> = attributes.iter().map(groups).collect();
    (!boxes.is_empty()).then(|| {
        view! {
            <Details summary=words::WANTED open=open>
                <p class="govuk-body">{words::WANTED_EXPLAINED}</p>
                {boxes}
            </Details>
        }
        .into_any()
    })
}
