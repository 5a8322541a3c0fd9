//! Raising concerns, following them up, and holding cases back.

use super::board::followed;
use super::{
    BoardLine, CaseHold, ConcernKey, ConcernStep, ConcernUpdate, Hold, Nature, PanelConcern,
    unverified,
};
use crate::audit_return::ConcernKind;
use crate::id::CaseRef;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;

/// Why something about a concern was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConcernError {
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// There is no such concern.
    #[error("there is no such concern")]
    UnknownConcern,
    /// Nothing is written.
    #[error("write what the concern is")]
    NothingWritten,
    /// No role is given.
    #[error("say which manager, by their role")]
    NoRole,
    /// No outcome is given (C-06).
    #[error("say what came of it")]
    NoOutcome,
    /// No reason is given.
    #[error("say why")]
    NoReason,
    /// It is closed already, or open already.
    #[error("this concern is not waiting for that any more")]
    NothingToDo,
}

/// What keeps a case out of publication (C-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PublicationBar {
    /// An immediate concern about it is open.
    OpenConcern,
    /// Held back by the panel until it is cleared.
    DoNotPublish,
    /// Frozen (edge case 29).
    Frozen,
}

impl Workbook {
    /// Raises a concern that the panel itself sees.
    pub fn raise_concern(&mut self, concern: PanelConcern) -> Result<(), ConcernError> {
        self.plan().case(&concern.case).ok_or(ConcernError::UnknownCase)?;
        if concern.text.trim().is_empty() {
            return Err(ConcernError::NothingWritten);
        }
        let event = Event::ConcernRaised { case: concern.case.clone() };
        self.record.log.add(&concern.stamp.clone(), event);
        self.record.panel.concerns.push(concern);
        Ok(())
    }

    /// Records what was done about a concern. C-06: closed with role and outcome, never deleted.
    pub fn follow_up_concern(
        &mut self,
        key: &ConcernKey,
        step: ConcernStep,
        stamp: &Stamp,
    ) -> Result<(), ConcernError> {
        let lines = followed(self);
        let line = lines.iter().find(|line| line.key == *key);
        let line = line.ok_or(ConcernError::UnknownConcern)?;
        check_step(&step, line.is_open())?;
        let event = Event::ConcernFollowedUp { case: line.case.clone(), step: step.clone() };
        let told = matches!(step, ConcernStep::Closed { .. }).then(|| line.words());
        let update = ConcernUpdate { concern: key.clone(), step, told, stamp: stamp.clone() };
        self.record.log.add(stamp, event);
        self.record.panel.concern_updates.push(update);
        Ok(())
    }

    /// How a case is held back by a person's decision.
    pub fn hold(&self, case: &CaseRef) -> Option<&CaseHold> {
        let mut holds = self.record.panel.holds.iter().rev();
        holds.find(|hold| hold.case == *case).filter(|hold| hold.hold != Hold::None)
    }

    /// Holds a case back, or clears it.
    pub fn hold_case(
        &mut self,
        case: &CaseRef,
        hold: Hold,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), ConcernError> {
        self.plan().case(case).ok_or(ConcernError::UnknownCase)?;
        let reason = given(reason).ok_or(ConcernError::NoReason)?;
        let (case, stamp) = (case.clone(), stamp.clone());
        let event = Event::CaseHeld { case: case.clone(), hold, reason: reason.clone() };
        self.record.log.add(&stamp, event);
        self.record.panel.holds.push(CaseHold { case, hold, reason, stamp });
        Ok(())
    }

    /// C-07: what keeps a case out of publication; empty where it may be published.
    pub fn publication_bars(&self, case: &CaseRef) -> Vec<PublicationBar> {
        let mut bars = Vec::new();
        let open = self.open_concerns(case).next().is_some();
        bars.extend(open.then_some(PublicationBar::OpenConcern));
        bars.extend(match self.hold(case).map(|hold| hold.hold) {
            Some(Hold::DoNotPublish) => Some(PublicationBar::DoNotPublish),
            Some(Hold::Frozen) => Some(PublicationBar::Frozen),
            Some(Hold::None) | None => None,
        });
        bars
    }

    /// Concerns about one case that are open, with their kind where an auditor gave one. Those too that stood on the
    /// board and whose signer is not trusted any more, or whose signer was not asked about the case: that nobody
    /// vouches for them closes none. Each once, as a trusted file tells it where one does.
    pub(in crate::panel) fn open_concerns(
        &self,
        case: &CaseRef,
    ) -> impl Iterator<Item = (ConcernKey, Option<ConcernKind>)> {
        let is_open = |line: &BoardLine| line.case == *case && line.is_open();
        let mut board = followed(self);
        let mut beside = unverified(self);
        beside.retain(|one| is_open(&one.line) && !one.is_on(&board) && one.stood_on_board(self));
        board.retain(is_open);
        board.into_iter().chain(beside.into_iter().map(|one| one.line)).map(|line| {
            let kind = line.nature.and_then(|nature| match nature {
                Nature::Kind(kind) => Some(kind),
                Nature::Cumulative => None,
            });
            (line.key, kind)
        })
    }
}

fn check_step(step: &ConcernStep, open: bool) -> Result<(), ConcernError> {
    let blank = |text: &str| text.trim().is_empty();
    match step {
        ConcernStep::Acknowledged { role } if blank(role) => Err(ConcernError::NoRole),
        ConcernStep::Remark(text) if blank(text) => Err(ConcernError::NothingWritten),
        ConcernStep::Closed { role, .. } if blank(role) => Err(ConcernError::NoRole),
        ConcernStep::Closed { outcome, .. } if blank(outcome) => Err(ConcernError::NoOutcome),
        ConcernStep::Reopened { reason } if blank(reason) => Err(ConcernError::NoReason),
        ConcernStep::Reopened { .. } if open => Err(ConcernError::NothingToDo),
        ConcernStep::Acknowledged { .. } | ConcernStep::Closed { .. } if !open => {
            Err(ConcernError::NothingToDo)
        }
        ConcernStep::Acknowledged { .. }
        | ConcernStep::Remark(_)
        | ConcernStep::Closed { .. }
        | ConcernStep::Reopened { .. } => Ok(()),
    }
}
