//! Judgements: what the panel agreed on an area of a case, or on the case overall (N-13).
//!
//! A judgement names the returns that it rests on. Once one of them no longer
//! counts, the judgement is open again (V-04), and so is an outstanding case once
//! one of its areas is judged anew below good (N-16); nothing is stored for that,
//! so taking an import back closes it again.
//!
//! What a judgement must say of itself before it is recorded is in `rules`.

mod record;
mod rules;
mod without;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use rules::DIFFERS_FROM_ALL_WORDS;

use super::log::Stamp;
use super::register::ReturnKey;
use crate::envelope::Hash;
use crate::id::{AgencyId, AreaId, CaseRef, GradeId, ItemId, QualifierId};

/// What is judged: an area of a case, or the case overall.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subject {
    /// Which case.
    pub case: CaseRef,
    /// Which area; `None` for the case overall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
}

/// What the panel says of a subject, before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// The grade, or that there is none.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When the panel met.
    pub met_on: NaiveDate,
    /// Roles of those present.
    pub present: Vec<String>,
    /// Views that differ from the judgement; kept, never averaged in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// What was said where gradings lie far apart (N-12).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub discussion: String,
    /// Why the panel holds the risk to be lower than an agency that found it inadequate (N-15).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lower_risk: String,
    /// In which meeting; `None` in workbooks of before meetings were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<ItemId>,
}

/// The panel's grade, or that it gave none (N-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Verdict {
    /// A grade of the round's scale.
    Grade {
        /// Which.
        grade: GradeId,
        /// Never counted as a grade of its own (G-14).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        qualifier: Option<QualifierId>,
    },
    /// The panel does not judge it; the reason says why.
    NotJudged,
    /// Discussed, and left for later; the reason says what is wanting.
    Deferred,
}

/// A view that differs from the judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dissent {
    /// Whose; `None` for the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyId>,
    /// Role of whoever spoke, such as "Named nurse"; blank where the agency as a whole differs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What they hold, and why.
    pub view: String,
}

/// A judgement as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// What is judged.
    pub subject: Subject,
    /// What was agreed.
    pub decision: Decision,
    /// The returns that it rests on: all that counted for the case.
    pub rests_on: Vec<RestsOn>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// One return on which a judgement rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestsOn {
    /// Whose.
    pub place: ReturnKey,
    /// Which version.
    pub version: u32,
    /// In which file.
    pub file: Hash,
}

/// Whether a judgement still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JudgementState {
    /// It does.
    Stands,
    /// Open again: based on returns that no longer count (V-04).
    Reopened {
        /// Those returns.
        superseded: Vec<RestsOn>,
    },
    /// Open again: areas that were judged anew since do not allow it (N-16).
    Barred {
        /// Those areas.
        by: Vec<AreaId>,
    },
}

/// Why a judgement was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JudgementError {
    /// No such case, or it was withdrawn.
    #[error("this case is not part of the round any more")]
    NoSuchCase,
    /// Frozen: a child died or was seriously harmed, and a review runs beside (edge case 29).
    #[error("this case is frozen while a review runs: clear it first")]
    CaseFrozen,
    /// Returns of the case count and are not read, so the panel does not see them (N-13, K-02).
    #[error(
        "returns of this case cannot be read in this browser: import their files again, or decide first to go \
         on without them"
    )]
    NotRead(Vec<ReturnKey>),
    /// The tool does not grade this.
    #[error("this is not graded in this round")]
    NotGraded,
    /// The scale has no such grade here (N-16).
    #[error("the scale does not offer this grade here")]
    GradeNotOffered,
    /// The grade may not carry this qualifier (G-14).
    #[error("this grade cannot carry this qualifier")]
    QualifierNotOffered,
    /// SR5 (N-16): an area is judged below good, not judged yet, or open again.
    #[error(
        "the case can be outstanding only when every area is judged, and every judged area is good or better"
    )]
    OutstandingNeedsAllGood,
    /// No reason was written.
    #[error("say why the panel judged so")]
    NoReason,
    /// Nobody is named as present (N-13).
    #[error("say who was present, by their roles")]
    NobodyPresent,
    /// A view that differs is noted without saying what it is (N-13).
    #[error("say what those who differ hold, and why")]
    DissentWithoutView,
    /// A view that differs is ascribed to an agency that takes no part (N-13).
    #[error("a differing view is of an agency that is not part of the round")]
    DissentOfStranger,
    /// Gradings lie far apart, and nothing is noted of the discussion (N-12).
    #[error("the gradings lie far apart: note what was said about them")]
    NoteOfDiscussion,
    /// The grade is none that any agency gave, and the reason is too short (N-14).
    #[error(
        "no agency gave this grade: give the reason in at least {least} words ({words} so far)"
    )]
    DiffersFromAll {
        /// Words of the reason.
        words: usize,
        /// The fewest that are enough.
        least: usize,
    },
    /// An agency found it inadequate, the panel does not, and nothing says why (N-15).
    #[error("an agency judged this inadequate: say why the panel holds the risk to be lower")]
    WhyLowerRisk,
    /// An agency's own auditors differ, and their agency has not been brought together first (edge case 5).
    #[error("auditors of one agency differ: agree that agency’s own grade first")]
    AgencyDiffersWithin(AgencyId),
    /// The round has no such meeting.
    #[error("there is no such meeting")]
    NoSuchMeeting,
    /// Agencies without which the panel cannot judge are neither here nor noted as absent (M-01).
    #[error("an agency that must be present is not: note its absence, with the reason")]
    NotQuorate(Vec<AgencyId>),
    /// Nothing says what difference the work made to the child (domain 4.10).
    #[error("record first what difference the work made to the child")]
    NoDifferenceRecorded,
}

#[cfg(test)]
mod tests;
