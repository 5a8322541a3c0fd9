//! Invitations: one file a place, with its cover sheet; revoked, written anew, added later.

mod add;
mod list;
mod one;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::unknown;
use super::route::Part;
use super::words::invitations as words;
use super::{names, paper};
use crate::browser::beside;
use crate::id::SlotId;
use crate::panel::Workbook;
use crate::report::cover_sheet;

pub use list::InvitationsPage;

/// A page about one invitation, or about a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A place to be added.
    Add,
    /// One place.
    One(SlotId),
    /// The sheet that goes with its invitation.
    Cover(SlotId),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["add"] => Self::Add,
            ["of", slot] => Self::One(SlotId::new(*slot).ok()?),
            ["of", slot, "cover"] => Self::Cover(SlotId::new(*slot).ok()?),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::Add => "/add".to_owned(),
            Self::One(slot) => ["/of/", slot.as_str()].concat(),
            Self::Cover(slot) => ["/of/", slot.as_str(), "/cover"].concat(),
        }
    }
}

/// A page about invitations.
pub fn page(desk: Desk, place: Place) -> AnyView {
    let slot = match &place {
        Place::Add => None,
        Place::One(slot) | Place::Cover(slot) => Some(slot),
    };
    if slot.is_some_and(|slot| !desk.with(|workbook| workbook.plan().slot(slot).is_some())) {
        return unknown();
    }
    match place {
        Place::Add => add::page(desk),
        Place::One(slot) => one::page(desk, slot),
        Place::Cover(slot) => cover(desk, slot),
    }
}

fn cover(desk: Desk, slot: SlotId) -> AnyView {
    let address = beside("index.html");
    let sheet = desk.with(|workbook| cover_sheet(workbook, &slot, &address));
    let Some(sheet) = sheet else { return unknown() };
    let file = desk.with(|workbook| whose(workbook, &slot));
    let back = (desk.href(&part(Place::One(slot))), words::BACK_TO_ONE);
    paper::page(sheet, back, words::COVER_EXPLAINED, &file)
}

fn part(place: Place) -> Part {
    Part::Invitation(place)
}

/// "Health, Health visiting".
fn whose(workbook: &Workbook, slot: &SlotId) -> String {
    let Some(slot) = workbook.plan().slot(slot) else { return String::new() };
    let name = names::agency(workbook, &slot.agency);
    match slot.label.as_str() {
        label if label.is_empty() || label == name => name,
        label => [&name, ", ", label].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_about_an_invitation_is_found_by_its_own_address() {
        let slot = SlotId::new("health.hv").unwrap();
        for place in [Place::Add, Place::One(slot.clone()), Place::Cover(slot)] {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["of"]), None);
    }
}
