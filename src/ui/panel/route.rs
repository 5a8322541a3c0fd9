//! The panel's pages and their addresses.

use crate::envelope::Hash;
use crate::id::{CaseRef, RoundId, SlotId};
use crate::ui::router::Path;

/// A page of the panel's program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Rounds in this browser, and the ways to begin.
    Start,
    /// Choose what a new round begins from.
    Templates,
    /// Set up a round from this template.
    NewRound(String),
    /// What is kept where.
    Privacy,
    /// How to use the program.
    Help,
    /// Accessibility statement.
    Accessibility,
    /// One page of one round.
    Round(RoundId, Part),
    /// No such page.
    Unknown,
}

/// A page of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What the round is, and where it stands.
    Overview,
    /// One invitation a slot.
    Invitations,
    /// Import of returns.
    Import,
    /// Cases by agencies: what has come.
    Matrix,
    /// The cases, to choose one.
    Cases,
    /// The grid of one case.
    Case(CaseRef),
    /// Charts per area across the cases.
    Areas,
    /// Answers counted across the cases.
    Counts,
    /// Every imported file.
    Files,
    /// One imported file.
    File(Hash),
    /// One return that was asked for.
    Place(CaseRef, SlotId),
    /// A text for each agency that owes a return.
    Reminders,
    /// What a report cannot rest on.
    Limits,
    /// Who did what, when and why.
    Log,
    /// Search over everything written.
    Search,
}

impl Page {
    /// Reads the address.
    pub fn of(path: &Path) -> Self {
        match path.parts().as_slice() {
            [] => Self::Start,
            ["new"] => Self::Templates,
            ["new", template] => Self::NewRound((*template).to_owned()),
            ["privacy"] => Self::Privacy,
            ["help"] => Self::Help,
            ["accessibility"] => Self::Accessibility,
            ["round", id, rest @ ..] => Self::of_round(id, rest).unwrap_or(Self::Unknown),
            _ => Self::Unknown,
        }
    }

    fn of_round(id: &str, rest: &[&str]) -> Option<Self> {
        let id = RoundId::new(id).ok()?;
        let part = match rest {
            [] => Part::Overview,
            ["invitations"] => Part::Invitations,
            ["import"] => Part::Import,
            ["matrix"] => Part::Matrix,
            ["cases"] => Part::Cases,
            ["case", case] => Part::Case(CaseRef::new(*case).ok()?),
            ["areas"] => Part::Areas,
            ["counts"] => Part::Counts,
            ["files"] => Part::Files,
            ["file", hash] => Part::File(hash.parse().ok()?),
            ["return", case, slot] => {
                Part::Place(CaseRef::new(*case).ok()?, SlotId::new(*slot).ok()?)
            }
            ["reminders"] => Part::Reminders,
            ["limitations"] => Part::Limits,
            ["log"] => Part::Log,
            ["search"] => Part::Search,
            _ => return None,
        };
        Some(Self::Round(id, part))
    }
}

impl Part {
    /// The address of this page of a round.
    pub fn href(&self, id: &RoundId) -> String {
        let base = ["#/round/", id.as_str()].concat();
        let tail = match self {
            Self::Overview => "",
            Self::Invitations => "/invitations",
            Self::Import => "/import",
            Self::Matrix => "/matrix",
            Self::Cases => "/cases",
            Self::Case(case) => return [&base, "/case/", case.as_str()].concat(),
            Self::Areas => "/areas",
            Self::Counts => "/counts",
            Self::Files => "/files",
            Self::File(file) => return [&base, "/file/", &file.to_string()].concat(),
            Self::Place(case, slot) => {
                return [&base, "/return/", case.as_str(), "/", slot.as_str()].concat();
            }
            Self::Reminders => "/reminders",
            Self::Limits => "/limitations",
            Self::Log => "/log",
            Self::Search => "/search",
        };
        [&base, tail].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_a_round_is_found_by_its_own_address() {
        let id = RoundId::new("ab12").unwrap();
        let parts = [
            Part::Overview,
            Part::Invitations,
            Part::Import,
            Part::Matrix,
            Part::Cases,
            Part::Case(CaseRef::new("3f9a").unwrap()),
            Part::Areas,
            Part::Counts,
            Part::Files,
            Part::File(Hash::of(b"a file")),
            Part::Place(CaseRef::new("3f9a").unwrap(), SlotId::new("health.hv").unwrap()),
            Part::Reminders,
            Part::Limits,
            Part::Log,
            Part::Search,
        ];
        for part in parts {
            let page = Page::of(&Path::parse(&part.href(&id)));
            assert_eq!(page, Page::Round(id.clone(), part));
        }
        assert_eq!(Page::of(&Path::parse("#/round/ab12/nowhere")), Page::Unknown);
    }
}
