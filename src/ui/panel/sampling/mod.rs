//! Choosing the cases of a round: the frame, the draws, the spread.

mod attributes;
mod candidate;
mod draw;
mod frame;
mod grid;
mod spread;

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use super::typing::Typing;
use super::words::sampling as words;
use crate::ui::govuk::{PageErrors, TaskStatus};

/// A page of the choosing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Everything there is to choose from, and what is chosen.
    Grid,
    /// What the cases are told apart by.
    Attributes,
    /// One case to choose from, by its number.
    Candidate(u32),
    /// The record of one draw, counted from 1.
    Draw(usize),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Grid,
            ["attributes"] => Self::Attributes,
            ["number", number] => Self::Candidate(number.parse().ok()?),
            ["draw", number] => Self::Draw(number.parse().ok()?),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::Grid => String::new(),
            Self::Attributes => "/attributes".to_owned(),
            Self::Candidate(number) => ["/number/", &number.to_string()].concat(),
            Self::Draw(number) => ["/draw/", &number.to_string()].concat(),
        }
    }
}

/// A page of the choosing.
pub fn page(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::Grid => grid::page(desk),
        Place::Attributes => attributes::page(desk),
        Place::Candidate(number) => candidate::page(desk, number),
        Place::Draw(number) => draw::page(desk, number),
    }
}

/// Where the choosing stands, for the overview.
pub fn standing(desk: Desk) -> TaskStatus {
    let chosen = desk.with(|workbook| workbook.chosen_numbers().len());
    TaskStatus::plain(if chosen == 0 { String::new() } else { words::chosen(chosen) })
}

fn part(place: Place) -> Part {
    Part::Sampling(place)
}

const PICKED: &str = "picked";

/// What is ticked and not settled yet, kept like all that is typed.
#[derive(Clone, Copy)]
struct Picks {
    typing: Typing,
    numbers: RwSignal<BTreeSet<u32>>,
}

impl Picks {
    /// As they were left, or those that are the round's cases; without what can be none any more.
    fn begin(desk: Desk, errors: PageErrors) -> Self {
        let settled = desk.with(|workbook| text_of(&workbook.chosen_numbers()));
        let recorded = [(PICKED.to_owned(), settled)];
        let typing = Typing::new(desk, &part(Place::Grid), PICKED, recorded, errors);
        let left = typing.chosen(PICKED);
        let left = left.iter().filter_map(|one| one.parse::<u32>().ok());
        let numbers = desk.with(|workbook| workbook.choosable(left));
        Self { typing, numbers: RwSignal::new(numbers) }
    }

    fn change(self, change: impl FnOnce(&mut BTreeSet<u32>)) {
        self.numbers.update(change);
        self.typing.set(PICKED, self.numbers.with_untracked(|numbers| text_of(numbers)));
    }
}

fn text_of<'a>(numbers: impl IntoIterator<Item = &'a u32>) -> String {
    numbers.into_iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}

fn listed<'a>(numbers: impl IntoIterator<Item = &'a u32>) -> String {
    numbers.into_iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_choosing_is_found_by_its_own_address() {
        let places = [Place::Grid, Place::Attributes, Place::Candidate(7), Place::Draw(1)];
        for place in places {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["number", "seven"]), None);
    }
}
