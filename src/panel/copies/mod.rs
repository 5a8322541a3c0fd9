//! Copies for practitioners and their managers: each sees what was audited, and answers (CP-01 to CP-03, SR8).
//!
//! A copy holds the own agency's return and nothing of any other. What must not
//! be disclosed is marked text by text; the texts of some kinds of agency are
//! withheld until somebody releases them, and what the auditor marked until a
//! corrected return says otherwise (edge case 32). Of what only a later version
//! marks, the earlier ones are looked through: a copy of them may have shown it.
//! A correction of a fact stands beside the return and never in it.

mod marked_later;
mod out;
mod record;
mod redact;
mod worklist;

use serde::{Deserialize, Serialize};

pub use marked_later::{
    MarkedLater, SentCopy, ShownBeforeMark, WithoutMark, ec32_marked_later, ec32_shown_before_mark,
};
pub use out::{CopyOut, NotCounting, copy_out, cp01_called_back, cp01_copies_out};
pub use record::CopyError;
pub use redact::{
    AgencyNote, NOT_DISCLOSED, PracticeCopy, Statement, TextOfCopy, practice_copy, statements,
    texts_of_copy, withheld_texts,
};
pub use worklist::{
    CopiesOpen, CopyLine, CopyState, copy_line, copy_worklist, cp01_copies_open, cp01_copies_owed,
    cp01_open_among,
};

use super::log::Stamp;
use super::register::ReturnKey;
use crate::envelope::Hash;
use crate::id::ItemId;

/// One step of one copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyRecord {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// The file that was copied.
    pub file: Hash,
    /// What happened.
    pub step: CopyStep,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What happened to a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum CopyStep {
    /// It was sent.
    Sent {
        /// To whom.
        to: Recipient,
        /// Who made sure that sending it puts nobody at risk, and how (edge case 33). Never blank.
        risk_check: String,
    },
    /// It is not sent, for this reason; or, where it was, what became of it. Workbooks have one name for both, which
    /// older programs read: made by [`CopyStep::not_sent`] and [`CopyStep::called_back`], told apart by
    /// [`cp01_called_back`].
    NotSent {
        /// Why; or what became of it.
        reason: String,
    },
    /// The practitioner answered (CP-03: which changes no grade).
    Response {
        /// What they say.
        text: String,
    },
    /// Their manager has seen the copy and the response.
    Acknowledged {
        /// The manager's role.
        role: String,
    },
}

impl CopyStep {
    /// None is sent, for this reason (CP-01).
    pub fn not_sent(reason: String) -> Self {
        Self::NotSent { reason }
    }

    /// What became of the copy that was sent: whoever held it has it no more (CP-01).
    pub fn called_back(what_became: String) -> Self {
        Self::NotSent { reason: what_became }
    }
}

/// To whom a copy went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Recipient {
    /// The practitioner and their manager.
    PractitionerAndManager,
    /// Whoever manages the work now, because the practitioner cannot be reached (edge case 46).
    CurrentManager {
        /// Why.
        reason: String,
    },
}

/// Whether one text of a return goes into copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disclosure {
    /// Whose return.
    pub place: ReturnKey,
    /// Key of the text's box.
    pub text: String,
    /// Whether it is disclosed.
    pub disclosed: bool,
    /// SHA-256 of the text that somebody read; records of earlier programs do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Hash>,
    /// Why. Never blank.
    pub reason: String,
    /// Who decided it, and when.
    pub stamp: Stamp,
}

/// A fact that a practitioner disputed and the panel corrected (CP-02, edge case 47).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amendment {
    /// Random.
    pub id: ItemId,
    /// Whose return.
    pub place: ReturnKey,
    /// The file in which the text stands, unchanged.
    pub file: Hash,
    /// Key of the text's box.
    pub text: String,
    /// As it stands in the return.
    pub before: String,
    /// As it should be read. Never blank.
    pub after: String,
    /// What shows it. Never blank.
    pub because: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

#[cfg(test)]
mod marked_later_tests;
#[cfg(test)]
mod out_tests;
#[cfg(test)]
mod tests;
