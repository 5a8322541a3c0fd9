//! Bodies that own actions, as the values of choices, and the boxes in which one role of a body is named.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::words;
use crate::id::AgencyId;
use crate::panel::Workbook;
use crate::panel::actions::{Body, Owner};
use crate::ui::govuk::{Caption, SelectItem};

const BOARD: &str = "board";
const AGENCY: &str = "agency.";
const OTHER: &str = "other";

/// A body as the value of a choice. Another body's name stands in a box of its own.
pub fn key(body: &Body) -> String {
    match body {
        Body::Board => BOARD.to_owned(),
        Body::Agency(id) => [AGENCY, id.as_str()].concat(),
        Body::Other(_) => OTHER.to_owned(),
    }
}

/// One word for each body, also for those that take no part in the round.
pub fn named(body: &Body) -> String {
    match body {
        Body::Other(name) => [OTHER, ".", name].concat(),
        Body::Board | Body::Agency(_) => key(body),
    }
}

fn body(key: &str, other: String) -> Option<Body> {
    match key {
        BOARD => Some(Body::Board),
        OTHER => Some(Body::Other(other)),
        key => key.strip_prefix(AGENCY).and_then(|id| AgencyId::new(id).ok()).map(Body::Agency),
    }
}

/// Every body that can own an action.
fn items(workbook: &Workbook) -> Vec<SelectItem> {
    let agencies = workbook.plan().agencies.iter();
    let agencies = agencies.map(|one| (key(&Body::Agency(one.id.clone())), one.name.clone()));
    let board = (BOARD.to_owned(), Body::Board.name(workbook));
    let other = (OTHER.to_owned(), words::OTHER_BODY.to_owned());
    let all = [(String::new(), words::CHOOSE_BODY.to_owned()), board];
    let all = all.into_iter().chain(agencies).chain([other]);
    all.map(|(key, name)| SelectItem::new(key, name)).collect()
}

/// The texts of the boxes of an owner.
pub fn boxes(stem: &str, owner: &Owner) -> Vec<(String, String)> {
    let other = match &owner.body {
        Body::Other(name) => name.clone(),
        Body::Board | Body::Agency(_) => String::new(),
    };
    [("body", key(&owner.body)), ("role", owner.role.clone()), ("other", other)]
        .map(|(name, text)| ([stem, "-", name].concat(), text))
        .into()
}

/// Which body, which role in it, and the name of a body that takes no part in the round. `beat` counts what is typed.
pub fn fields(
    desk: Desk,
    typing: Typing,
    stem: &str,
    label: Caption,
    beat: RwSignal<u32>,
) -> AnyView {
    let field = |name: &str| [stem, "-", name].concat();
    let (chosen, name) = (field("body"), field("other"));
    let is_other = Memo::new(move |_| {
        beat.track();
        typing.raw(&chosen) == OTHER
    });
    let other = move || {
        let name = name.clone();
        is_other.get().then(|| untrack(|| typing.line(&name, words::OTHER_NAME.into(), "")))
    };
    let role = typing.line(&field("role"), words::ROLE.into(), words::ROLE_HINT);
    view! {
        {typing.select(&field("body"), label, desk.with(items))}
        {other}
        {role}
    }
    .into_any()
}

/// What the boxes say; `None` where no body is chosen.
pub fn owner(typing: Typing, stem: &str) -> Option<Owner> {
    let text = |name: &str| typing.text(&[stem, "-", name].concat());
    Some(Owner { body: body(&text("body"), text("other"))?, role: text("role") })
}
