//! The concern board and its pages (C-05 to C-07).

mod alert;
mod board;
mod hold;
mod one;
mod raise;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use alert::{alert, banner, standing};

use super::desk::Desk;
use super::route::Part;
use crate::browser::{local, now, sleep};
use crate::id::{CaseRef, ItemId, ReturnId};
use crate::panel::concerns::{
    BoardLine, ConcernKey, RaisedBy, Unverified, concern_board, unverified,
};
use crate::panel::{ReturnKey, Workbook};
use crate::ui::dates::full_moment;

use super::names;
use super::words::concerns as words;

/// In milliseconds.
const MINUTE: u32 = 60_000;

/// A page of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All concerns, open ones first.
    Board,
    /// One of them.
    One(ConcernKey),
    /// Choose the case of one that the panel raises.
    Raise,
    /// Raise one about this case.
    RaiseOf(CaseRef),
    /// Whether this case is held back.
    Hold(CaseRef),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Board,
            ["new"] => Self::Raise,
            ["new", case] => Self::RaiseOf(CaseRef::new(*case).ok()?),
            ["hold", case] => Self::Hold(CaseRef::new(*case).ok()?),
            ["panel", item] => Self::One(ConcernKey::Panel(ItemId::new(*item).ok()?)),
            ["of", return_id, item] => Self::One(ConcernKey::Agency {
                return_id: ReturnId::new(*return_id).ok()?,
                item: ItemId::new(*item).ok()?,
            }),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::Board => String::new(),
            Self::Raise => "/new".to_owned(),
            Self::RaiseOf(case) => ["/new/", case.as_str()].concat(),
            Self::Hold(case) => ["/hold/", case.as_str()].concat(),
            Self::One(ConcernKey::Panel(item)) => ["/panel/", item.as_str()].concat(),
            Self::One(ConcernKey::Agency { return_id, item }) => {
                ["/of/", return_id.as_str(), "/", item.as_str()].concat()
            }
        }
    }
}

/// A page of the board.
pub fn page(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::Board => board::page(desk),
        Place::One(key) => one::page(desk, key),
        Place::Raise => raise::choose_case(desk),
        Place::RaiseOf(case) => raise::page(desk, case),
        Place::Hold(case) => hold::page(desk, case),
    }
}

/// The board as it stands now; watched, and looked at again each minute: an alarm rings by itself (C-05).
fn lines(desk: Desk) -> Vec<BoardLine> {
    again_in_a_minute();
    lines_now(desk)
}

/// The same where the time makes no difference; watched.
fn lines_now(desk: Desk) -> Vec<BoardLine> {
    desk.with(|workbook| concern_board(workbook, now(), local))
}

/// Whatever watches runs again after a minute, unless it has run before or is gone by then.
fn again_in_a_minute() {
    // It belongs to what watches, and goes with it.
    let ticks = RwSignal::new(0_u32);
    ticks.track();
    spawn_local(async move {
        sleep(MINUTE).await;
        let _ = ticks.try_update(|ticks| *ticks += 1);
    });
}

/// What is told in files whose signer nobody trusts yet; watched.
fn untrusted(desk: Desk) -> Vec<Unverified> {
    desk.with(unverified)
}

fn part(place: Place) -> Part {
    Part::Concerns(place)
}

fn nature(line: &BoardLine) -> &'static str {
    line.nature.map_or(words::NATURE_NOT_SAID, |nature| nature.label())
}

/// "Police", or "the panel".
fn raised_by(workbook: &Workbook, line: &BoardLine) -> String {
    match &line.raised_by {
        RaisedBy::Agency(place) => names::place_line(workbook, place),
        RaisedBy::Panel(_) => words::BY_THE_PANEL.to_owned(),
    }
}

/// The returns that show what the panel raised.
fn seen_in(line: &BoardLine) -> &[ReturnKey] {
    match &line.raised_by {
        RaisedBy::Agency(_) => &[],
        RaisedBy::Panel(seen_in) => seen_in,
    }
}

fn noticed(at: Option<DateTime<Utc>>) -> String {
    let at = at.map(|at| full_moment(local(at)));
    at.unwrap_or_else(|| words::NOTICED_NOT_SAID.to_owned())
}

/// Whom to tell, as the round's terms say; `None` where they do not.
fn route_first(desk: Desk) -> Option<String> {
    let route = desk.try_with(|workbook| workbook.plan().round.concern_route.clone())?;
    let said = [route.contact, route.telephone, route.hours, route.out_of_hours];
    let said: Vec<String> = said.into_iter().filter(|text| !text.trim().is_empty()).collect();
    (!said.is_empty()).then(|| said.join(". "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_board_is_found_by_its_own_address() {
        let (item, case) = (ItemId::new("c1").unwrap(), CaseRef::new("3f9a").unwrap());
        let return_id = ReturnId::new("ab").unwrap();
        let places = [
            Place::Board,
            Place::Raise,
            Place::RaiseOf(case.clone()),
            Place::Hold(case),
            Place::One(ConcernKey::Panel(item.clone())),
            Place::One(ConcernKey::Agency { return_id, item }),
        ];
        for place in places {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["nowhere"]), None);
    }
}
