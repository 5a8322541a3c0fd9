//! The auditor's pages and their addresses.

use crate::id::{AreaId, ItemId, ReturnId};
use crate::ui::prose_page::TextPage;
use crate::ui::router::Path;

/// A page of the auditor's program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// What this is, and where to begin.
    Start,
    /// The cases of one invitation, named by the hash of its file.
    Invitation(String),
    /// The panel's questions of one file, named by its hash.
    Questions(String),
    /// The blank tool of one invitation, to print.
    Blank(String),
    /// All drafts on this device, and the bin.
    Drafts,
    /// A text of the footer, and the section to go to.
    Text(TextPage, Option<String>),
    /// Deleting everything that is kept here.
    Wipe,
    /// The passphrase of this device.
    Passphrase,
    /// A saved copy that opens with a passphrase.
    LockedCopy,
    /// Moving a return to the questions of a new invitation, named by its hash.
    Move(ReturnId, String),
    /// One page of one return, and the control to go to (a notice's place).
    Return(ReturnId, Step, Option<String>),
    /// No such page.
    Unknown,
}

/// A page of one return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The task list.
    Tasks,
    /// Who the auditor is.
    Auditor,
    /// How far the agency was involved.
    Involvement,
    /// One area.
    Area(AreaId),
    /// Text of other cases for one area.
    Copy(AreaId),
    /// How long things took.
    Timescales,
    /// What happened when.
    Chronology,
    /// What the practitioner and the family said.
    Views,
    /// The overall grade and general comments.
    Overall,
    /// The panel's questions.
    Questions,
    /// The names to watch for.
    Names,
    /// Immediate concerns.
    Concerns,
    /// One immediate concern.
    Concern(ItemId),
    /// One of them on paper, for a manager.
    ConcernOnPaper(ItemId),
    /// What stops signing.
    Missing,
    /// Check your answers.
    Answers,
    /// Declaration and signature.
    Sign,
    /// After signing.
    Done,
    /// The agency's second signature.
    Second,
    /// Taking a signed version back.
    Withdraw,
    /// The whole return on paper.
    Print,
    /// A copy that opens with a passphrase.
    ClosedCopy,
}

impl Page {
    /// Reads the address.
    pub fn of(path: &Path) -> Self {
        match path.parts().as_slice() {
            [] => Self::Start,
            ["invitation", hash] => Self::Invitation((*hash).to_owned()),
            ["invitation", hash, "blank"] => Self::Blank((*hash).to_owned()),
            ["questions", hash] => Self::Questions((*hash).to_owned()),
            ["drafts"] => Self::Drafts,
            ["delete-everything"] => Self::Wipe,
            ["passphrase"] => Self::Passphrase,
            ["locked-copy"] => Self::LockedCopy,
            ["return", id, "move", hash] => match ReturnId::new(*id) {
                Ok(id) => Self::Move(id, (*hash).to_owned()),
                Err(_) => Self::Unknown,
            },
            ["return", id, rest @ ..] => Self::of_return(id, rest).unwrap_or(Self::Unknown),
            parts => TextPage::of(parts)
                .map_or(Self::Unknown, |(page, section)| Self::Text(page, section)),
        }
    }

    /// Whether it shows anything of what is kept here, and so nothing while that is locked.
    pub fn is_private(&self) -> bool {
        match self {
            Self::Start
            | Self::Invitation(_)
            | Self::Questions(_)
            | Self::Blank(_)
            | Self::Drafts
            | Self::Passphrase
            | Self::LockedCopy
            | Self::Move(..)
            | Self::Return(..) => true,
            Self::Text(..) | Self::Wipe | Self::Unknown => false,
        }
    }

    /// Whether what is typed on it is taken along when it locks ([`Step::keeps_words_when_locked`]).
    pub fn keeps_words_when_locked(&self) -> bool {
        matches!(self, Self::Return(_, step, _) if step.keeps_words_when_locked())
    }

    fn of_return(id: &str, rest: &[&str]) -> Option<Self> {
        let id = ReturnId::new(id).ok()?;
        let (rest, place) = match rest {
            [rest @ .., "at", place] => (rest, Some((*place).to_owned())),
            rest => (rest, None),
        };
        let step = match rest {
            [] => Step::Tasks,
            ["you"] => Step::Auditor,
            ["involvement"] => Step::Involvement,
            ["area", area] => Step::Area(AreaId::new(*area).ok()?),
            ["area", area, "copy"] => Step::Copy(AreaId::new(*area).ok()?),
            ["timescales"] => Step::Timescales,
            ["chronology"] => Step::Chronology,
            ["views"] => Step::Views,
            ["names"] => Step::Names,
            ["questions"] => Step::Questions,
            ["overall"] => Step::Overall,
            ["concerns"] => Step::Concerns,
            ["concern", item] => Step::Concern(ItemId::new(*item).ok()?),
            ["concern", item, "print"] => Step::ConcernOnPaper(ItemId::new(*item).ok()?),
            ["missing"] => Step::Missing,
            ["answers"] => Step::Answers,
            ["sign"] => Step::Sign,
            ["done"] => Step::Done,
            ["print"] => Step::Print,
            ["closed-copy"] => Step::ClosedCopy,
            ["second"] => Step::Second,
            ["withdraw"] => Step::Withdraw,
            _ => return None,
        };
        Some(Self::Return(id, step, place))
    }
}

impl Step {
    /// The address of this page of a return.
    pub fn href(&self, id: &ReturnId) -> String {
        let base = ["#/return/", id.as_str()].concat();
        let tail = match self {
            Self::Tasks => "",
            Self::Auditor => "/you",
            Self::Involvement => "/involvement",
            Self::Area(area) => return [&base, "/area/", area.as_str()].concat(),
            Self::Copy(area) => return [&base, "/area/", area.as_str(), "/copy"].concat(),
            Self::Timescales => "/timescales",
            Self::Chronology => "/chronology",
            Self::Views => "/views",
            Self::Overall => "/overall",
            Self::Names => "/names",
            Self::Questions => "/questions",
            Self::Concerns => "/concerns",
            Self::Concern(item) => return [&base, "/concern/", item.as_str()].concat(),
            Self::ConcernOnPaper(item) => {
                return [&base, "/concern/", item.as_str(), "/print"].concat();
            }
            Self::Missing => "/missing",
            Self::Answers => "/answers",
            Self::Sign => "/sign",
            Self::Done => "/done",
            Self::Print => "/print",
            Self::ClosedCopy => "/closed-copy",
            Self::Second => "/second",
            Self::Withdraw => "/withdraw",
        };
        [&base, tail].concat()
    }

    /// Whether words are typed here that go into a file and stand in no draft meanwhile: they are taken
    /// along, closed, when the page locks. Everything else that is typed is kept already, or is not to be.
    pub fn keeps_words_when_locked(&self) -> bool {
        match self {
            Self::Sign | Self::Second | Self::Withdraw => true,
            Self::Tasks
            | Self::Auditor
            | Self::Involvement
            | Self::Area(_)
            | Self::Copy(_)
            | Self::Timescales
            | Self::Chronology
            | Self::Views
            | Self::Overall
            | Self::Questions
            | Self::Names
            | Self::Concerns
            | Self::Concern(_)
            | Self::ConcernOnPaper(_)
            | Self::Missing
            | Self::Answers
            | Self::Done
            | Self::Print
            | Self::ClosedCopy => false,
        }
    }

    /// Whether the page changes answers or signs them.
    pub fn is_writing(&self) -> bool {
        match self {
            Self::Auditor
            | Self::Involvement
            | Self::Area(_)
            | Self::Copy(_)
            | Self::Timescales
            | Self::Chronology
            | Self::Views
            | Self::Overall
            | Self::Names
            | Self::Questions
            | Self::Concern(_)
            | Self::Missing
            | Self::Sign => true,
            Self::Tasks
            | Self::Concerns
            | Self::ConcernOnPaper(_)
            | Self::Answers
            | Self::Done
            | Self::Print
            | Self::ClosedCopy
            | Self::Second
            | Self::Withdraw => false,
        }
    }

    /// The same, leading to one control on it.
    pub fn href_at(&self, id: &ReturnId, place: &str) -> String {
        [&self.href(id), "/at/", place].concat()
    }
}

/// The address of the page that deletes everything.
pub const WIPE: &str = "#/delete-everything";
/// The address of the page of the passphrase.
pub const PASSPHRASE: &str = "#/passphrase";
/// The address of the page that opens a locked copy.
pub const LOCKED_COPY: &str = "#/locked-copy";

/// The address of the page that moves a return to another invitation.
pub fn move_href(id: &ReturnId, hash: &str) -> String {
    ["#/return/", id.as_str(), "/move/", hash].concat()
}

/// The address of the blank tool of one invitation.
pub fn blank_href(hash: &str) -> String {
    [&invitation_href(hash), "/blank"].concat()
}

/// The address of the page of a file of questions.
pub fn questions_href(hash: &str) -> String {
    ["#/questions/", hash].concat()
}

/// The address of one invitation's page.
pub fn invitation_href(hash: &str) -> String {
    ["#/invitation/", hash].concat()
}

#[cfg(test)]
mod tests {
    use super::super::every_page::every_step;
    use super::*;

    #[test]
    fn every_page_of_a_return_is_found_by_its_own_address() {
        let id = ReturnId::new("ab12").unwrap();
        for step in every_step() {
            let page = Page::of(&Path::parse(&step.href(&id)));
            assert_eq!(page, Page::Return(id.clone(), step.clone(), None));
            let page = Page::of(&Path::parse(&step.href_at(&id, "prompt-4.5")));
            assert_eq!(page, Page::Return(id.clone(), step, Some("prompt-4.5".into())));
        }
    }

    #[test]
    fn moving_a_return_has_its_own_address() {
        let id = ReturnId::new("ab12").unwrap();
        let page = Page::of(&Path::parse(&move_href(&id, "0f0f")));
        assert_eq!(page, Page::Move(id, "0f0f".into()));
        assert_eq!(Page::of(&Path::parse(WIPE)), Page::Wipe);
    }

    #[test]
    fn what_is_locked_is_behind_every_page_that_shows_any_of_it() {
        let rows = [
            ("#/", true),
            ("#/drafts", true),
            ("#/invitation/0f0f", true),
            ("#/return/ab12/area/area-2", true),
            ("#/return/ab12/print", true),
            (PASSPHRASE, true),
            (LOCKED_COPY, true),
            (WIPE, false),
            ("#/help", false),
            ("#/privacy", false),
        ];
        for (hash, private) in rows {
            let page = Page::of(&Path::parse(hash));
            assert_ne!(page, Page::Unknown, "{hash}");
            assert_eq!(page.is_private(), private, "{hash}");
        }
    }

    #[test]
    fn only_words_of_a_signature_or_a_withdrawal_are_taken_along_when_a_page_locks() {
        let rows = [
            ("#/return/ab12/sign", true),
            ("#/return/ab12/second", true),
            ("#/return/ab12/withdraw", true),
            ("#/return/ab12/withdraw/at/withdraw-reason", true),
            ("#/return/ab12/area/area-2", false),
            ("#/return/ab12/names", false),
            ("#/return/ab12/concern/i1", false),
            (PASSPHRASE, false),
            (LOCKED_COPY, false),
            ("#/", false),
        ];
        for (hash, kept) in rows {
            let page = Page::of(&Path::parse(hash));
            assert_eq!(page.keeps_words_when_locked(), kept, "{hash}");
        }
    }

    #[test]
    fn an_address_that_names_no_page_says_so() {
        for hash in ["#/nowhere", "#/return/ab12/area", "#/return/AB 12", "#/return"] {
            assert_eq!(Page::of(&Path::parse(hash)), Page::Unknown, "{hash}");
        }
    }
}
