//! Questions of the panel to agencies about their returns, or about ones that have not come.
//!
//! Kept is only what the panel wrote, withdrew and sent. Whether a question is
//! answered is read from the return that counts now, so the order in which files
//! are imported plays no part, and taking an import back asks again.
//!
//! Not here: signing a pack, and what an auditor does with it.

mod asked;
mod list;
mod pack;
mod state;
#[cfg(test)]
mod tests;
mod words;

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub(in crate::panel) use asked::Asked;
pub use list::{Questions, SlotQuestions};
pub use state::{QueryAnswer, QueryStanding, QueryState};

use super::log::{Event, Stamp};
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::audit_return::{About, LONGEST_QUESTION, MOST_QUESTIONS, Question, VersionAsked};
use crate::check::{EXPLANATION_WORDS, word_count};
use crate::envelope::Hash;
use crate::guard::{Finding, Guard, Level, Period};
use crate::id::{QueryId, SlotId};
use crate::round::{CaseStatus, Round};
use crate::text::character_count;

/// A question as it is kept. Its words never change; it can be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Query {
    /// Random; the same in every file that holds it.
    pub id: QueryId,
    /// Whose return, for which case.
    pub place: ReturnKey,
    /// The version that counted when it was written; `None` where none did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionAsked>,
    /// What of it.
    pub about: About,
    /// As written.
    pub text: String,
    /// By when the panel wishes for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<NaiveDate>,
    /// Who wrote it, and when.
    pub stamp: Stamp,
    /// Why something stays in it that the guard warned of (I-06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<KeptDespite>,
}

/// Why something that could identify somebody stays in a question (I-06). Holds none of its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptDespite {
    /// As typed.
    pub reason: String,
    /// How many things found it was given for.
    pub covers: u32,
}

/// That a question needs no answer any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithdrawnQuery {
    /// Which.
    pub query: QueryId,
    /// Why.
    pub reason: String,
    /// Who and when.
    pub stamp: Stamp,
}

/// A query pack that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssuedPack {
    /// To whom.
    pub slot: SlotId,
    /// SHA-256 of the file.
    pub file: Hash,
    /// The questions in it.
    pub questions: Vec<QueryId>,
    /// Who and when.
    pub stamp: Stamp,
}

/// A question before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuery {
    /// Random.
    pub id: QueryId,
    /// Whose return, for which case.
    pub place: ReturnKey,
    /// What of it.
    pub about: About,
    /// As written.
    pub text: String,
    /// By when the panel wishes for an answer.
    pub answer_by: Option<NaiveDate>,
    /// Why what the guard warns of stays; blank where nothing does.
    pub keeps: String,
}

/// Why a question was not kept, or not withdrawn. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// The round has no such case or auditor, or the auditor is not asked about the case.
    #[error("{}", words::NOT_ASKED)]
    NotAsked,
    /// The case no longer counts (V-09).
    #[error("{}", words::CASE_WITHDRAWN)]
    CaseWithdrawn,
    /// No return counts here, so only that can be asked about; or the tool has no such place.
    #[error("{}", words::NO_SUCH_PLACE)]
    NoSuchPlace,
    /// It says nothing.
    #[error("{}", words::BLANK)]
    Blank,
    /// It is longer than questions may be.
    #[error("{}", words::too_long())]
    TooLong,
    /// Something in it identifies somebody for certain (I-05).
    #[error("{}", words::identifies(.0))]
    Identifies(Vec<Finding>),
    /// Something in it may identify somebody, and no reason is given why it stays (I-06).
    #[error("{}", words::may_identify(.0))]
    MayIdentify(Vec<Finding>),
    /// The auditor has as many open questions as one file may hold.
    #[error("{}", words::TOO_MANY)]
    TooMany,
    /// There is no such question.
    #[error("{}", words::UNKNOWN)]
    Unknown,
    /// It is withdrawn already.
    #[error("{}", words::WITHDRAWN_ALREADY)]
    WithdrawnAlready,
    /// No reason was given.
    #[error("{}", words::NO_REASON)]
    NoReason,
}

/// The guard for a question: dates within the period looked back on are dates of work.
pub fn guard_of_question(round: &Round, now: DateTime<Utc>) -> Guard {
    let until = now.date_naive();
    let months = Months::new(round.window.look_back_months);
    let from = until.checked_sub_months(months).unwrap_or(until);
    Guard::new(&[], Some(Period { from, until }))
}

impl Query {
    /// As it stands in a pack.
    pub(super) fn asked(&self) -> Question {
        Question {
            id: self.id.clone(),
            about: self.about.clone(),
            text: self.text.clone(),
            asked_by: self.stamp.by.clone(),
            asked_at: self.stamp.at,
            answer_by: self.answer_by,
        }
    }
}

impl Workbook {
    /// Every question ever written, oldest first, withdrawn ones too.
    pub fn queries(&self) -> &[Query] {
        &self.record.panel.queries
    }

    /// The question with this id.
    pub fn query(&self, id: &QueryId) -> Option<&Query> {
        self.queries().iter().find(|query| query.id == *id)
    }

    /// Every question about the returns of one place, oldest first.
    pub fn queries_about<'a>(
        &'a self,
        place: &ReturnKey,
    ) -> impl DoubleEndedIterator<Item = &'a Query> + use<'a> {
        let about = self.index.queries.get(place).into_iter().flatten();
        about.filter_map(|at| self.queries().get(*at))
    }

    /// That a question was withdrawn, by whom and why.
    pub fn withdrawal_of(&self, id: &QueryId) -> Option<&WithdrawnQuery> {
        self.record.panel.withdrawn_queries.iter().find(|withdrawn| withdrawn.query == *id)
    }

    /// Packs written so far, oldest first.
    pub fn issued_packs(&self) -> &[IssuedPack] {
        &self.record.panel.packs
    }

    /// Keeps a question about the return that counts for a place now, or about there being none.
    ///
    /// A question whose id is known is kept already: nothing is stored twice.
    pub fn write_query(&mut self, new: NewQuery, stamp: &Stamp) -> Result<(), QueryError> {
        if self.query(&new.id).is_some() {
            return Ok(());
        }
        let (version, kept) = self.prepared(&new, stamp)?;
        let text = new.text.trim().to_owned();
        let event = Event::QueryWritten { query: new.id.clone(), place: new.place.clone() };
        self.record.log.add(stamp, event);
        let at = self.record.panel.queries.len();
        self.index.queries.entry(new.place.clone()).or_default().push(at);
        self.record.panel.queries.push(Query {
            id: new.id,
            place: new.place,
            version,
            about: new.about,
            text,
            answer_by: new.answer_by,
            stamp: stamp.clone(),
            kept,
        });
        Ok(())
    }

    /// What keeps a question from being kept, as [`Workbook::write_query`] would say it.
    pub fn check_query(&self, new: &NewQuery, stamp: &Stamp) -> Result<(), QueryError> {
        if self.query(&new.id).is_some() {
            return Ok(());
        }
        self.prepared(new, stamp).map(drop)
    }

    /// The version that a sound question is about, and why what is warned of stays in it.
    fn prepared(
        &self,
        new: &NewQuery,
        stamp: &Stamp,
    ) -> Result<(Option<VersionAsked>, Option<KeptDespite>), QueryError> {
        let version = self.asked_about(new)?;
        let kept = self.guarded(new.text.trim(), &new.keeps, stamp)?;
        let slot = &new.place.slot;
        let open = self.queries().iter().filter(|query| query.place.slot == *slot);
        if open.filter(|query| self.is_open(query)).count() >= MOST_QUESTIONS {
            return Err(QueryError::TooMany);
        }
        Ok((version, kept))
    }

    /// Withdraws a question. It stays in the list and in the log, with the reason.
    pub fn withdraw_query(
        &mut self,
        id: &QueryId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), QueryError> {
        let reason = reason.trim().to_owned();
        self.query(id).ok_or(QueryError::Unknown)?;
        if self.withdrawal_of(id).is_some() {
            return Err(QueryError::WithdrawnAlready);
        }
        if reason.is_empty() {
            return Err(QueryError::NoReason);
        }
        let event = Event::QueryWithdrawn { query: id.clone(), reason: reason.clone() };
        self.record.log.add(stamp, event);
        let withdrawn = WithdrawnQuery { query: id.clone(), reason, stamp: stamp.clone() };
        self.record.panel.withdrawn_queries.push(withdrawn);
        Ok(())
    }

    /// The version that a new question is about, where its place can be asked about.
    fn asked_about(&self, new: &NewQuery) -> Result<Option<VersionAsked>, QueryError> {
        let place = &new.place;
        let agency = self.index.slots.get(&place.slot).map(|slot| &slot.agency);
        if !self.index.is_asked(&place.slot, &place.case) || agency != Some(&place.agency) {
            return Err(QueryError::NotAsked);
        }
        if self.index.cases.get(&place.case) != Some(&CaseStatus::Open) {
            return Err(QueryError::CaseWithdrawn);
        }
        let facts = self.current(place).and_then(|file| self.facts(&file));
        let can_be_asked = match facts {
            Some(_) => new.about.is_in(&self.plan().round),
            None => new.about == About::Return,
        };
        if !can_be_asked {
            return Err(QueryError::NoSuchPlace);
        }
        Ok(facts.map(|facts| VersionAsked {
            return_id: facts.return_id.clone(),
            version: facts.version,
            payload: facts.payload,
        }))
    }

    /// I-03 to I-06: what may identify somebody stays only with a reason, what does never.
    fn guarded(
        &self,
        text: &str,
        keeps: &str,
        stamp: &Stamp,
    ) -> Result<Option<KeptDespite>, QueryError> {
        if text.is_empty() {
            return Err(QueryError::Blank);
        }
        if character_count(text) > LONGEST_QUESTION {
            return Err(QueryError::TooLong);
        }
        let found = guard_of_question(&self.plan().round, stamp.at).find(text);
        let (certain, likely): (Vec<Finding>, Vec<Finding>) =
            found.into_iter().partition(|one| one.level == Level::Block);
        if !certain.is_empty() {
            return Err(QueryError::Identifies(certain));
        }
        if likely.is_empty() {
            return Ok(None);
        }
        if word_count(keeps) < EXPLANATION_WORDS {
            return Err(QueryError::MayIdentify(likely));
        }
        let covers = u32::try_from(likely.len()).unwrap_or(u32::MAX);
        Ok(Some(KeptDespite { reason: keeps.trim().to_owned(), covers }))
    }
}
