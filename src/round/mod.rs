//! Audit rounds: terms of reference, cases, agencies and slots, dates, invitations.
//!
//! A [`Round`] is what everyone in it may know and what every invitation
//! carries; a [`RoundPlan`] adds what only the panel holds.
//!
//! Not here: what agencies answer ([`crate::audit_return`]), what the panel makes of it ([`crate::panel`]).

mod draft;
#[cfg(test)]
pub(crate) mod fixture;
mod invitation;
mod plan;
mod possible;
mod report_terms;
pub mod sampling;
pub mod set_up;
mod template;
mod terminology;
mod terms;

pub use draft::{Invited, RoundDraft};
pub use invitation::{Invitation, InvitationError, InvitedCase};
pub use plan::{Agency, CaseEntry, CaseStatus, RoundPlan, Slot};
pub use report_terms::{Author, Contact, ReportTerms};
pub use sampling::attributes;
pub use template::{ContactHeading, RoundTemplate, round_templates};
pub use terminology::{Term, TermPack, Terminology, term_packs};
pub use terms::{
    Board, CaseTerms, ConcernRoute, IntegratedBy, Integration, KeyHolder, Month, Policy, Round,
    RoundDates, SealPolicy, Selection, Suggests, Window,
};
