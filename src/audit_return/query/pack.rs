//! The query pack: everything that the panel asks one slot now.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::{AgencyRef, RoundRef};
use super::question::{MOST_QUESTIONS, Question};
use super::{PackError, open};
use crate::envelope::{Hash, Kind, Payload};
use crate::id::{CaseRef, QueryId, ReturnId};

/// The file of kind `query`, signed by the round's key and never sealed: it holds no identifiers.
///
/// A later one holds whatever is still open, so that it can stand for all before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QueryPack {
    /// See [`QueryPack::FORMAT_VERSION`].
    pub format_version: u32,
    /// Which round.
    pub round: RoundRef,
    /// Which agency and slot is asked.
    pub agency: AgencyRef,
    /// Role of the person who signs.
    pub by: String,
    /// When, by the signing computer's clock.
    pub at: DateTime<Utc>,
    /// By case, and by the version that the questions are about.
    pub returns: Vec<ReturnQuestions>,
}

/// What is asked about one return, or about one that has not come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReturnQuestions {
    /// Which case.
    pub case_ref: CaseRef,
    /// Its public label, such as "Case 3".
    pub case_label: String,
    /// The version that the panel read; `None` where none had come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionAsked>,
    /// In the order in which they were written.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Questions of earlier packs that need no answer any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<QueryId>,
}

/// The very version of a return that a question is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VersionAsked {
    /// Of the return, through all its versions.
    pub return_id: ReturnId,
    /// Counted from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// SHA-256 of its signed bytes.
    pub payload: Hash,
}

impl Payload for QueryPack {
    const KIND: Kind = Kind::Query;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;

    fn impossible(&self) -> Option<&'static str> {
        super::super::possible::not_in_a_pack(self)
    }
}

impl QueryPack {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;

    /// Every question with the case that it is about.
    pub fn questions(&self) -> impl Iterator<Item = (&ReturnQuestions, &Question)> {
        self.returns.iter().flat_map(|one| one.questions.iter().map(move |asked| (one, asked)))
    }

    /// What keeps the pack from being sent or opened, whoever it is for.
    pub fn check(&self) -> Result<(), PackError> {
        let withdrawn = self.returns.iter().map(|one| one.withdrawn.len()).sum::<usize>();
        let found = self.questions().count();
        if found + withdrawn == 0 {
            return Err(PackError::NothingAsked);
        }
        if found.max(withdrawn) > MOST_QUESTIONS {
            return Err(PackError::TooManyQuestions { found: found.max(withdrawn) });
        }
        let mut ids = BTreeSet::new();
        for (about, question) in self.questions() {
            let case_label = || open::shortened(&about.case_label);
            if !question.is_written() {
                return Err(PackError::BlankQuestion { case_label: case_label() });
            }
            if !question.is_short_enough() {
                return Err(PackError::QuestionTooLong { case_label: case_label() });
            }
            if !ids.insert(&question.id) {
                return Err(PackError::QuestionTwice { case_label: case_label() });
            }
        }
        Ok(())
    }
}
