//! Audit rounds: terms of reference, cases, agencies and slots, dates, invitations.
//!
//! A [`Round`] is what everyone in it may know and what every invitation
//! carries; a [`RoundPlan`] adds what only the panel holds.
//!
//! Not here: what agencies answer ([`crate::audit_return`]), what the panel makes of it ([`crate::panel`]).

mod draft;
mod invitation;
mod plan;
mod terms;

pub use draft::{Invited, RoundDraft};
pub use invitation::{Invitation, InvitedCase};
pub use plan::{Agency, CaseEntry, CaseStatus, RoundPlan, Slot};
pub use terms::{
    Board, ConcernRoute, KeyHolder, Month, Policy, Round, RoundDates, SealPolicy, Selection, Window,
};
