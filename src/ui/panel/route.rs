//! The panel's pages and their addresses.

use crate::id::{CaseRef, RoundId};
use crate::ui::prose_page::TextPage;
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
    /// A text of the footer, and the section to go to.
    Text(TextPage, Option<String>),
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
}

impl Page {
    /// Reads the address.
    pub fn of(path: &Path) -> Self {
        match path.parts().as_slice() {
            [] => Self::Start,
            ["new"] => Self::Templates,
            ["new", template] => Self::NewRound((*template).to_owned()),
            ["round", id, rest @ ..] => Self::of_round(id, rest).unwrap_or(Self::Unknown),
            parts => TextPage::of(parts)
                .map_or(Self::Unknown, |(page, section)| Self::Text(page, section)),
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
        ];
        for part in parts {
            let page = Page::of(&Path::parse(&part.href(&id)));
            assert_eq!(page, Page::Round(id.clone(), part));
        }
        assert_eq!(Page::of(&Path::parse("#/round/ab12/nowhere")), Page::Unknown);
    }
}
