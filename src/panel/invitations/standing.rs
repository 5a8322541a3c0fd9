//! How an invitation stands: written, and still what it should say.

use chrono::{DateTime, Utc};

use crate::id::{CaseRef, SlotId};
use crate::panel::log::Event;
use crate::panel::workbook::Workbook;

/// How the invitation of a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationStanding {
    /// It was never written.
    NotIssued,
    /// It was written, and says what it should.
    Issued {
        /// When last.
        at: DateTime<Utc>,
    },
    /// What was written last counts no more, or says something else than it should.
    ToIssueAgain {
        /// When it was written.
        issued: DateTime<Utc>,
        /// What happened since.
        because: WhyAgain,
    },
}

/// Why an invitation has to be written again. The graver first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyAgain {
    /// It was revoked.
    Revoked,
    /// Its cases, the tool, who can open returns, or what it says of the round changed.
    Changed,
}

impl Workbook {
    /// How the invitation of a slot stands, by what was logged since it was written last.
    pub fn invitation_standing(&self, slot: &SlotId) -> InvitationStanding {
        let cases: &[CaseRef] = self.plan().slot(slot).map_or(&[], |slot| slot.cases.as_slice());
        let mut standing = InvitationStanding::NotIssued;
        for entry in self.log().entries() {
            if is_of(&entry.event, slot) {
                standing = InvitationStanding::Issued { at: entry.stamp.at };
            } else if let Some(why) = outdates(&entry.event, slot, cases) {
                standing = standing.outdated(why);
            }
        }
        standing
    }
}

impl InvitationStanding {
    fn outdated(self, why: WhyAgain) -> Self {
        match self {
            Self::NotIssued => Self::NotIssued,
            Self::Issued { at: issued } => Self::ToIssueAgain { issued, because: why },
            Self::ToIssueAgain { issued, because } => {
                Self::ToIssueAgain { issued, because: because.min(why) }
            }
        }
    }
}

fn is_of(event: &Event, of: &SlotId) -> bool {
    matches!(event, Event::InvitationIssued { slot, .. } if slot == of)
}

/// `cases` are those about which the slot is asked now, the ones that are out included.
fn outdates(event: &Event, of: &SlotId, cases: &[CaseRef]) -> Option<WhyAgain> {
    match event {
        Event::InvitationRevoked { slot, .. } if slot == of => Some(WhyAgain::Revoked),
        Event::CasesAsked { slot, .. } if slot == of => Some(WhyAgain::Changed),
        Event::CaseReplaced { by: case, .. }
        | Event::CaseWithdrawn { case, .. }
        | Event::CaseReinstated { case, .. }
            if cases.contains(case) =>
        {
            Some(WhyAgain::Changed)
        }
        Event::PlanChanged { slots, .. } => {
            slots.as_ref().is_none_or(|slots| slots.contains(of)).then_some(WhyAgain::Changed)
        }
        Event::DeputyAdded { .. } | Event::DeputyRemoved { .. } | Event::ToolAdopted { .. } => {
            Some(WhyAgain::Changed)
        }
        _ => None,
    }
}
