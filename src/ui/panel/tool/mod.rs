//! Changing the audit tool: a draft of its next version, area by area and question by question (K-01).

mod area;
mod audience;
mod editing;
mod faults;
mod file;
mod grades;
mod kind;
mod kinds;
mod preview;
mod prompt;
mod scale;
mod when;
mod whole;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use super::words::tool as words;
use crate::id::{AreaId, PromptId};
use crate::tool::edit::Way;
use crate::ui::govuk::{TagColour, TaskStatus};

/// A page of the tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Its areas, what is changed, and its use.
    Whole,
    /// One area.
    Area(AreaId),
    /// One question.
    Prompt(PromptId),
    /// The grading scale.
    Scale,
    /// The kinds of agency.
    Kinds,
    /// One of these pages, with what is wrong there shown first.
    Faults(Box<Place>),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Whole,
            ["area", id] => Self::Area(AreaId::new(*id).ok()?),
            ["question", id] => Self::Prompt(PromptId::new(*id).ok()?),
            ["scale"] => Self::Scale,
            ["kinds"] => Self::Kinds,
            [rest @ .., "wrong"] => match Self::of(rest)? {
                Self::Faults(_) => return None,
                place => Self::Faults(Box::new(place)),
            },
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Area(id) => ["/area/", id.as_str()].concat(),
            Self::Prompt(id) => ["/question/", id.as_str()].concat(),
            Self::Scale => "/scale".to_owned(),
            Self::Kinds => "/kinds".to_owned(),
            Self::Faults(place) => [&place.tail(), "/wrong"].concat(),
        }
    }
}

/// A page of the tool.
pub fn page(desk: Desk, place: Place) -> AnyView {
    let (place, led) = match place {
        Place::Faults(place) => (*place, true),
        place => (place, false),
    };
    match place {
        Place::Area(id) => area::page(desk, id, led),
        Place::Prompt(id) => prompt::page(desk, id, led),
        Place::Scale => scale::page(desk, led),
        Place::Kinds => kinds::page(desk, led),
        Place::Whole | Place::Faults(_) => whole::page(desk, led),
    }
}

/// Where the tool stands, for the overview.
pub fn standing(desk: Desk) -> TaskStatus {
    let (version, draft) = desk.with(|workbook| {
        let draft = workbook.tool_draft();
        let draft = draft.map(|draft| (draft.tool().version, draft.differences().len()));
        (workbook.plan().round.tool.version, draft)
    });
    match draft {
        Some((next, changes)) => TaskStatus::tag(words::draft(next, changes), TagColour::Yellow),
        None => TaskStatus::plain(words::version(version)),
    }
}

fn part(place: Place) -> Part {
    Part::Tool(place)
}

const WAYS: [(Way, &str, &str); 2] = [(Way::Up, words::UP, "up"), (Way::Down, words::DOWN, "down")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_tool_is_found_by_its_own_address() {
        let (area, prompt) = (AreaId::new("area-2").unwrap(), PromptId::new("2.4.a").unwrap());
        let places = [Place::Whole, Place::Area(area), Place::Prompt(prompt), Place::Scale];
        let wrong = places.clone().map(|place| Place::Faults(Box::new(place)));
        for place in places.into_iter().chain(wrong) {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
    }
}
