//! Panel meetings: who is there, case by case and area by area, and the minutes (M-01 to M-03, N-10 to N-17).

mod agenda;
mod decide;
mod difference;
mod finding;
mod gradings;
mod held;
mod items;
mod large;
mod lettered;
mod list;
mod minutes;
mod notes;
mod people;
mod regrade;
mod sitting;
mod timer;
mod within;
mod without;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::unknown;
use super::route::Part;
use crate::id::{AreaId, CaseRef, ItemId};
use crate::panel::{Subject, Workbook};
use crate::text::long_date;

use super::words::meeting as words;

/// A page of the meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All meetings.
    List,
    /// Who is at a new one.
    New,
    /// What one has before it.
    Agenda(ItemId),
    /// Who was at it.
    People(ItemId),
    /// Its minutes.
    Minutes(ItemId),
    /// One area of a case, or the case overall.
    Sitting(ItemId, Subject),
    /// The same in large type.
    Large(ItemId, Subject),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        let (id, rest) = match parts {
            [] => return Some(Self::List),
            ["new"] => return Some(Self::New),
            [id, rest @ ..] => (ItemId::new(*id).ok()?, rest),
        };
        Some(match rest {
            [] => Self::Agenda(id),
            ["people"] => Self::People(id),
            ["minutes"] => Self::Minutes(id),
            ["case", rest @ .., "large"] => Self::Large(id, subject(rest)?),
            ["case", rest @ ..] => Self::Sitting(id, subject(rest)?),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::List => String::new(),
            Self::New => "/new".to_owned(),
            Self::Agenda(id) => ["/", id.as_str()].concat(),
            Self::People(id) => ["/", id.as_str(), "/people"].concat(),
            Self::Minutes(id) => ["/", id.as_str(), "/minutes"].concat(),
            Self::Sitting(id, subject) => ["/", id.as_str(), &tail_of(subject)].concat(),
            Self::Large(id, subject) => ["/", id.as_str(), &tail_of(subject), "/large"].concat(),
        }
    }
}

fn subject(parts: &[&str]) -> Option<Subject> {
    let (case, area) = match parts {
        [case, "overall"] => (case, None),
        [case, "area", area] => (case, Some(AreaId::new(*area).ok()?)),
        _ => return None,
    };
    Some(Subject { case: CaseRef::new(*case).ok()?, area })
}

fn tail_of(subject: &Subject) -> String {
    match &subject.area {
        Some(area) => ["/case/", subject.case.as_str(), "/area/", area.as_str()].concat(),
        None => ["/case/", subject.case.as_str(), "/overall"].concat(),
    }
}

/// A page of the meetings.
pub fn page(desk: Desk, place: Place) -> AnyView {
    let id = match &place {
        Place::List | Place::New => None,
        Place::Agenda(id)
        | Place::People(id)
        | Place::Minutes(id)
        | Place::Sitting(id, _)
        | Place::Large(id, _) => Some(id),
    };
    let known = |id: &ItemId| desk.with(|workbook| workbook.meeting(id).is_some());
    if id.is_some_and(|id| !known(id)) {
        return unknown();
    }
    match place {
        Place::List => list::page(desk),
        Place::New => people::page(desk, None),
        Place::Agenda(id) => agenda::page(desk, id),
        Place::People(id) => people::page(desk, Some(id)),
        Place::Minutes(id) => minutes::page(desk, id),
        Place::Sitting(id, subject) => sitting::page(desk, id, subject),
        Place::Large(id, subject) => large::page(desk, id, subject),
    }
}

fn part(place: Place) -> Part {
    Part::Meeting(place)
}

/// "Panel meeting of 27 March 2027".
fn title(workbook: &Workbook, id: &ItemId) -> String {
    let on = workbook.meeting(id).map(|meeting| long_date(meeting.held_on)).unwrap_or_default();
    [words::MEETING_OF, &on].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_meetings_is_found_by_its_own_address() {
        let id = ItemId::new("m1").unwrap();
        let case = CaseRef::new("3f9a").unwrap();
        let area = Subject { case: case.clone(), area: Some(AreaId::new("area-2").unwrap()) };
        let overall = Subject { case, area: None };
        let places = [
            Place::List,
            Place::New,
            Place::Agenda(id.clone()),
            Place::People(id.clone()),
            Place::Minutes(id.clone()),
            Place::Sitting(id.clone(), area.clone()),
            Place::Sitting(id.clone(), overall.clone()),
            Place::Large(id.clone(), area),
            Place::Large(id, overall),
        ];
        for place in places {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["m1", "nowhere"]), None);
    }
}
