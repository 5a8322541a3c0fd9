//! The panel's pages and their addresses.

use super::{concerns, findings, meeting};
use crate::id::{CaseRef, RoundId};
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
    /// The concern board and its pages.
    Concerns(concerns::Place),
    /// Panel meetings and their pages.
    Meeting(meeting::Place),
    /// The merged chronology of one case.
    Chronology(CaseRef),
    /// Agencies beside the panel.
    Calibration,
    /// Findings and their pages.
    Findings(findings::Place),
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
            ["case", case, "chronology"] => Part::Chronology(CaseRef::new(*case).ok()?),
            ["calibration"] => Part::Calibration,
            ["findings", rest @ ..] => Part::Findings(findings::Place::of(rest)?),
            ["concerns", rest @ ..] => Part::Concerns(concerns::Place::of(rest)?),
            ["meetings", rest @ ..] => Part::Meeting(meeting::Place::of(rest)?),
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
            Self::Chronology(case) => {
                return [&base, "/case/", case.as_str(), "/chronology"].concat();
            }
            Self::Calibration => "/calibration",
            Self::Findings(place) => return [&base, "/findings", &place.tail()].concat(),
            Self::Concerns(place) => return [&base, "/concerns", &place.tail()].concat(),
            Self::Meeting(place) => return [&base, "/meetings", &place.tail()].concat(),
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
            Part::Chronology(CaseRef::new("3f9a").unwrap()),
            Part::Calibration,
            Part::Findings(findings::Place::List),
            Part::Concerns(concerns::Place::Board),
            Part::Meeting(meeting::Place::List),
        ];
        for part in parts {
            let page = Page::of(&Path::parse(&part.href(&id)));
            assert_eq!(page, Page::Round(id.clone(), part));
        }
        assert_eq!(Page::of(&Path::parse("#/round/ab12/nowhere")), Page::Unknown);
    }
}
