//! Returns on another tool, or another version of it: which of their questions are which of ours (V-07, V-08).

mod form;
mod list;
mod source;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::unknown;
use super::route::Part;
use super::words::mapping as words;
use crate::envelope::Hash;
use crate::tool::ToolRef;

/// A page of the mappings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All other tools that returns here answer.
    List,
    /// One of them, by the hash of the tool.
    One(Hash),
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            [hash] => Self::One(hash.parse().ok()?),
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::List => String::new(),
            Self::One(hash) => ["/", &hash.to_string()].concat(),
        }
    }
}

/// A page of the mappings.
pub fn page(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::List => list::page(desk),
        Place::One(hash) => match tool(desk, &hash) {
            Some(tool) => source::page(desk, tool),
            None => unknown(),
        },
    }
}

/// The other tool of this hash, where returns here answer it.
fn tool(desk: Desk, hash: &Hash) -> Option<ToolRef> {
    let all = desk.with(|workbook| workbook.other_tools());
    all.into_iter().map(|(tool, _)| tool).find(|tool| tool.hash == *hash)
}

fn part(place: Place) -> Part {
    Part::Mapping(place)
}

/// "case-file-2009, version 2".
fn called(tool: &ToolRef) -> String {
    [tool.id.as_str(), ", version ", &tool.version.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_mappings_is_found_by_its_own_address() {
        for place in [Place::List, Place::One(Hash::of(b"a tool"))] {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["no hash"]), None);
    }
}
