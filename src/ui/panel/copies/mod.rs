//! Copies to practitioners: who is owed one, what goes into it, and what came back (CP-01 to CP-03).

mod correct;
mod list;
mod marked;
mod one;
mod texts;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::unknown;
use super::route::{Part, ReturnAt};
use super::words::copies as words;
use super::{names, paper};
use crate::browser::local;
use crate::id::{CaseRef, SlotId};
use crate::panel::copies::{
    CopyLine, CopyOut, copy_line, copy_out, cp01_copies_open, cp01_copies_out,
};
use crate::panel::{ReturnKey, Workbook};
use crate::report::practice_copy_sheet;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{TagColour, TaskStatus};

/// A page of the copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All that are owed, and how each stands.
    List,
    /// One copy.
    One(ReturnAt),
    /// What goes into it.
    Texts(ReturnAt),
    /// A fact in it that is wrong.
    Correct(ReturnAt),
    /// The copy itself.
    Paper(ReturnAt),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        let (case, slot, rest) = match parts {
            [] => return Some(Self::List),
            [case, slot, rest @ ..] => (case, slot, rest),
            [_] => return None,
        };
        let at = ReturnAt { case: CaseRef::new(*case).ok()?, slot: SlotId::new(*slot).ok()? };
        Some(match rest {
            [] => Self::One(at),
            ["texts"] => Self::Texts(at),
            ["correct"] => Self::Correct(at),
            ["paper"] => Self::Paper(at),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        let (at, end) = match self {
            Self::List => return String::new(),
            Self::One(at) => (at, ""),
            Self::Texts(at) => (at, "/texts"),
            Self::Correct(at) => (at, "/correct"),
            Self::Paper(at) => (at, "/paper"),
        };
        ["/", at.case.as_str(), "/", at.slot.as_str(), end].concat()
    }
}

/// A page of the copies.
pub fn page(desk: Desk, place: Place) -> AnyView {
    let at = match &place {
        Place::List => return list::page(desk),
        Place::One(at) | Place::Texts(at) | Place::Correct(at) | Place::Paper(at) => at.clone(),
    };
    let Some(key) = desk.place(&at) else { return unknown() };
    let is_one = matches!(place, Place::One(_));
    let is_here = match line(desk, &key) {
        Some(line) => line.read || is_one,
        None => is_one && out(desk, &key).is_some(),
    };
    if !is_here {
        return unknown();
    }
    match place {
        Place::List | Place::One(_) => one::page(desk, at, key),
        Place::Texts(_) => texts::page(desk, at, key),
        Place::Correct(_) => correct::page(desk, at, key),
        Place::Paper(_) => on_paper(desk, at, &key),
    }
}

fn on_paper(desk: Desk, at: ReturnAt, key: &ReturnKey) -> AnyView {
    let moment = |at| full_moment(local(at));
    let sheet = desk.with(|workbook| practice_copy_sheet(workbook, key, moment));
    let Some(sheet) = sheet else { return unknown() };
    let back = (desk.href(&part(Place::One(at))), words::BACK_TO_COPY);
    paper::page(sheet, back, words::PAPER_EXPLAINED, words::COPY_FILE)
}

fn part(place: Place) -> Part {
    Part::Copies(place)
}

fn line(desk: Desk, key: &ReturnKey) -> Option<CopyLine> {
    desk.with(|workbook| copy_line(workbook, key))
}

fn out(desk: Desk, key: &ReturnKey) -> Option<CopyOut> {
    desk.with(|workbook| copy_out(workbook, key))
}

/// "Case 1, Police".
fn whose(workbook: &Workbook, key: &ReturnKey) -> String {
    [names::case(workbook, &key.case), names::place_line(workbook, key)].join(", ")
}

/// For the overview: how many are owed, and how many were sent of a return that does not count now (CP-01).
pub fn standing(desk: Desk) -> TaskStatus {
    let (open, out) = desk.with(|workbook| (cp01_copies_open(workbook), cp01_copies_out(workbook)));
    let out = out.iter().filter(|one| one.settled.is_none()).count();
    match open.all() + out {
        0 => TaskStatus::plain(""),
        _ => TaskStatus::tag(words::open(open, out), TagColour::Yellow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_copies_is_found_by_its_own_address() {
        let at = ReturnAt {
            case: CaseRef::new("3f9a").unwrap(),
            slot: SlotId::new("health.hv").unwrap(),
        };
        let of = [Place::One, Place::Texts, Place::Correct, Place::Paper];
        let places = of.map(|place| place(at.clone())).into_iter();
        for place in places.chain([Place::List]) {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["3f9a"]), None);
        assert_eq!(Place::of(&["3f9a", "police", "nowhere"]), None);
    }
}
