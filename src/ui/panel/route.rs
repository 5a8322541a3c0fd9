//! The panel's pages and their addresses.

use super::{
    concerns, copies, documents, findings, invitations, keys, mapping, meeting, plan, sampling,
    tool,
};
use crate::audit_return::About;
use crate::envelope::Hash;
use crate::id::{CaseRef, QueryId, RoundId, SlotId};
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
    /// A deputy makes a key of their own.
    Deputy,
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
    /// What the round states, to be changed.
    Details,
    /// One invitation a slot.
    Invitations,
    /// One place's invitation, its cover sheet, or a place to be added.
    Invitation(invitations::Place),
    /// The round's keys.
    Keys(keys::Place),
    /// Copies to practitioners.
    Copies(copies::Place),
    /// Returns on another tool.
    Mapping(mapping::Place),
    /// Import of returns.
    Import,
    /// Cases by agencies: what has come.
    Matrix,
    /// The cases, to choose one.
    Cases,
    /// The grid of one case.
    Case(CaseRef),
    /// Whether one case counts.
    CaseStanding(CaseRef),
    /// Everything held about one case.
    CasePapers(CaseRef),
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
    /// What the board publishes, and its pages.
    Documents(documents::Place),
    /// What is done about the recommendations, and its pages.
    Plan(plan::Place),
    /// Choosing the cases, and its pages.
    Sampling(sampling::Place),
    /// Changing the audit tool, and its pages.
    Tool(tool::Place),
    /// Every imported file.
    Files,
    /// One imported file.
    File(Hash),
    /// The whole return in one imported file, whether it counts or not.
    FileText(Hash),
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
    /// One return to be read, where a question was just asked with the place of that.
    Return(ReturnAt, Option<About>),
    /// A question to be written about one place of a return.
    Ask(ReturnAt, About),
    /// Questions to agencies, and where they stand.
    Questions,
    /// One question with its answer.
    Question(QueryId),
}

/// The place of one return: a case and an auditor who is asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnAt {
    /// Which case.
    pub case: CaseRef,
    /// Whose return.
    pub slot: SlotId,
}

impl Page {
    /// Reads the address.
    pub fn of(path: &Path) -> Self {
        match path.parts().as_slice() {
            [] => Self::Start,
            ["new"] => Self::Templates,
            ["deputy"] => Self::Deputy,
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
            ["details"] => Part::Details,
            ["invitations"] => Part::Invitations,
            ["invitations", rest @ ..] => Part::Invitation(invitations::Place::of(rest)?),
            ["keys", rest @ ..] => Part::Keys(keys::Place::of(rest)?),
            ["copies", rest @ ..] => Part::Copies(copies::Place::of(rest)?),
            ["other-tools", rest @ ..] => Part::Mapping(mapping::Place::of(rest)?),
            ["import"] => Part::Import,
            ["matrix"] => Part::Matrix,
            ["cases"] => Part::Cases,
            ["case", case] => Part::Case(CaseRef::new(*case).ok()?),
            ["case", case, "standing"] => Part::CaseStanding(CaseRef::new(*case).ok()?),
            ["case", case, "papers"] => Part::CasePapers(CaseRef::new(*case).ok()?),
            ["areas"] => Part::Areas,
            ["counts"] => Part::Counts,
            ["case", case, "chronology"] => Part::Chronology(CaseRef::new(*case).ok()?),
            ["calibration"] => Part::Calibration,
            ["findings", rest @ ..] => Part::Findings(findings::Place::of(rest)?),
            ["documents", rest @ ..] => Part::Documents(documents::Place::of(rest)?),
            ["plan", rest @ ..] => Part::Plan(plan::Place::of(rest)?),
            ["concerns", rest @ ..] => Part::Concerns(concerns::Place::of(rest)?),
            ["meetings", rest @ ..] => Part::Meeting(meeting::Place::of(rest)?),
            ["sampling", rest @ ..] => Part::Sampling(sampling::Place::of(rest)?),
            ["tool", rest @ ..] => Part::Tool(tool::Place::of(rest)?),
            ["questions"] => Part::Questions,
            ["question", id] => Part::Question(QueryId::new(*id).ok()?),
            ["return", case, slot, rest @ ..] => Part::of_return(case, slot, rest)?,
            ["files"] => Part::Files,
            ["file", hash] => Part::File(hash.parse().ok()?),
            ["file", hash, "return"] => Part::FileText(hash.parse().ok()?),
            ["expected", case, slot] => {
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
            Self::Details => "/details",
            Self::Invitations => "/invitations",
            Self::Invitation(place) => return [&base, "/invitations", &place.tail()].concat(),
            Self::Keys(place) => return [&base, "/keys", place.tail()].concat(),
            Self::Copies(place) => return [&base, "/copies", &place.tail()].concat(),
            Self::Mapping(place) => return [&base, "/other-tools", &place.tail()].concat(),
            Self::Import => "/import",
            Self::Matrix => "/matrix",
            Self::Cases => "/cases",
            Self::Case(case) => return [&base, "/case/", case.as_str()].concat(),
            Self::CaseStanding(case) => {
                return [&base, "/case/", case.as_str(), "/standing"].concat();
            }
            Self::CasePapers(case) => return [&base, "/case/", case.as_str(), "/papers"].concat(),
            Self::Areas => "/areas",
            Self::Counts => "/counts",
            Self::Chronology(case) => {
                return [&base, "/case/", case.as_str(), "/chronology"].concat();
            }
            Self::Calibration => "/calibration",
            Self::Findings(place) => return [&base, "/findings", &place.tail()].concat(),
            Self::Documents(place) => return [&base, "/documents", &place.tail()].concat(),
            Self::Plan(place) => return [&base, "/plan", &place.tail()].concat(),
            Self::Concerns(place) => return [&base, "/concerns", &place.tail()].concat(),
            Self::Meeting(place) => return [&base, "/meetings", &place.tail()].concat(),
            Self::Sampling(place) => return [&base, "/sampling", &place.tail()].concat(),
            Self::Tool(place) => return [&base, "/tool", &place.tail()].concat(),
            Self::Questions => "/questions",
            Self::Question(id) => return [&base, "/question/", id.as_str()].concat(),
            Self::Return(at, None) => return base + &at.tail(),
            Self::Return(at, Some(place)) => {
                return [&base, &at.tail(), "/at/", &place.key()].concat();
            }
            Self::Ask(at, about) => return [&base, &at.tail(), "/ask/", &about.key()].concat(),
            Self::Files => "/files",
            Self::File(file) => return [&base, "/file/", &file.to_string()].concat(),
            Self::FileText(file) => {
                return [&base, "/file/", &file.to_string(), "/return"].concat();
            }
            Self::Place(case, slot) => {
                return [&base, "/expected/", case.as_str(), "/", slot.as_str()].concat();
            }
            Self::Reminders => "/reminders",
            Self::Limits => "/limitations",
            Self::Log => "/log",
            Self::Search => "/search",
        };
        [&base, tail].concat()
    }

    fn of_return(case: &str, slot: &str, rest: &[&str]) -> Option<Self> {
        let at = ReturnAt { case: CaseRef::new(case).ok()?, slot: SlotId::new(slot).ok()? };
        match rest {
            [] => Some(Self::Return(at, None)),
            ["at", key] => Some(Self::Return(at, Some(About::of_key(key)?))),
            ["ask", key] => Some(Self::Ask(at, About::of_key(key)?)),
            _ => None,
        }
    }
}

impl ReturnAt {
    fn tail(&self) -> String {
        ["/return/", self.case.as_str(), "/", self.slot.as_str()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::super::every_page::every_part;
    use super::*;

    #[test]
    fn every_page_of_a_round_is_found_by_its_own_address() {
        let id = RoundId::new("ab12").unwrap();
        for part in every_part() {
            let page = Page::of(&Path::parse(&part.href(&id)));
            assert_eq!(page, Page::Round(id.clone(), part));
        }
        for nowhere in ["nowhere", "return/3f9a", "return/3f9a/health.hv/ask/No"] {
            let page = Page::of(&Path::parse(&["#/round/ab12/", nowhere].concat()));
            assert_eq!(page, Page::Unknown, "{nowhere}");
        }
    }
}
