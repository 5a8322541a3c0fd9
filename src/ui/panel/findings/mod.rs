//! Findings: made from strengths and concerns, merged, dropped, counted, each with its sources (F-01, F-02).

mod candidates;
mod dropped;
mod filter_row;
mod form;
mod list;
mod merging;
pub mod sources;
pub mod themes;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use crate::id::{CaseRef, ItemId};

/// A page of the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All findings.
    List,
    /// What the returns of one case hold.
    From(CaseRef),
    /// The same, to be added to a finding that is recorded.
    More(ItemId, CaseRef),
    /// A new finding of what was chosen.
    New,
    /// One finding.
    One(ItemId),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            ["new"] => Self::New,
            ["from", case] => Self::From(CaseRef::new(*case).ok()?),
            ["one", id] => Self::One(ItemId::new(*id).ok()?),
            ["one", id, "from", case] => {
                Self::More(ItemId::new(*id).ok()?, CaseRef::new(*case).ok()?)
            }
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::List => String::new(),
            Self::New => "/new".to_owned(),
            Self::From(case) => ["/from/", case.as_str()].concat(),
            Self::One(id) => ["/one/", id.as_str()].concat(),
            Self::More(id, case) => ["/one/", id.as_str(), "/from/", case.as_str()].concat(),
        }
    }
}

/// A page of the findings.
pub fn page(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::List => list::page(desk),
        Place::From(case) => candidates::page(desk, case, None),
        Place::More(id, case) => candidates::page(desk, case, Some(id)),
        Place::New => form::page(desk, None),
        Place::One(id) => form::page(desk, Some(id)),
    }
}

fn part(place: Place) -> Part {
    Part::Findings(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_findings_is_found_by_its_own_address() {
        let (id, case) = (ItemId::new("f1").unwrap(), CaseRef::new("3f9a").unwrap());
        let more = Place::More(id.clone(), case.clone());
        for place in [Place::List, Place::New, Place::From(case), Place::One(id), more] {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
    }
}
