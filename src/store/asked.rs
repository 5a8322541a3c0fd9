//! What the questions of a pack meet on this device: for each case, which draft they are for.
//!
//! Nothing is written here. [`Asked::changes`] are the edits that put the questions
//! into a draft whose next version answers them.

use super::{Change, DraftRecord, QuestionChange};
use crate::audit_return::{PanelQuestion, QueryPack, ReturnQuestions, VersionAsked};
use crate::id::{CaseRef, QueryId, ReturnId};

/// What a pack asks about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which case.
    pub case_ref: CaseRef,
    /// Its public label.
    pub case_label: String,
    /// As asked, none answered.
    pub questions: Vec<PanelQuestion>,
    /// Taken back since an earlier pack.
    pub withdrawn: Vec<QueryId>,
    /// What there is on this device.
    pub standing: Standing,
}

/// What this device holds of the return that questions are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// No draft, and the panel has no return either: it is to be begun.
    NotBegun,
    /// No draft, though the panel has the return.
    NotHere,
    /// A draft of another return for the same case.
    OtherReturn,
    /// The return, but not the version that the panel read: an older copy.
    NotThatVersion {
        /// The version that the panel read.
        asked: u32,
    },
    /// Its latest version is the one asked about, and is signed: the next one answers.
    Signed(Here),
    /// It is in work already: the questions join it.
    InWork(Here),
    /// A later version was signed than the one asked about.
    SignedLater {
        /// The draft.
        here: Here,
        /// The version that the panel read.
        asked: u32,
    },
    /// It is signed, and the panel has no return: the file never came.
    NeverArrived(Here),
    /// Every question is answered in a version that is signed.
    Answered(Here),
}

/// A draft on this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// Its key.
    pub draft: ReturnId,
    /// The version that it holds.
    pub version: u32,
}

impl Standing {
    /// The outcome in one word, for reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::NotHere => "not-here",
            Self::OtherReturn => "other-return",
            Self::NotThatVersion { .. } => "not-that-version",
            Self::Signed(_) => "signed",
            Self::InWork(_) => "in-work",
            Self::SignedLater { .. } => "signed-later",
            Self::NeverArrived(_) => "never-arrived",
            Self::Answered(_) => "answered",
        }
    }

    /// The draft in which the questions can be answered.
    pub fn answerable(&self) -> Option<&ReturnId> {
        match self {
            Self::Signed(here)
            | Self::InWork(here)
            | Self::SignedLater { here, .. }
            | Self::NeverArrived(here) => Some(&here.draft),
            Self::NotBegun
            | Self::NotHere
            | Self::OtherReturn
            | Self::NotThatVersion { .. }
            | Self::Answered(_) => None,
        }
    }
}

impl Asked {
    /// A pack case by case, beside the drafts of this device.
    pub fn of(pack: &QueryPack, records: &[DraftRecord]) -> Vec<Self> {
        let mut cases: Vec<&ReturnQuestions> = Vec::new();
        for one in &pack.returns {
            if cases.iter().all(|known| known.case_ref != one.case_ref) {
                cases.push(one);
            }
        }
        cases.into_iter().map(|case| Self::about(pack, case, records)).collect()
    }

    /// All that is asked about the case of `first`, whichever versions it is about.
    fn about(pack: &QueryPack, first: &ReturnQuestions, records: &[DraftRecord]) -> Self {
        let case = &first.case_ref;
        let of_case = || pack.returns.iter().filter(|one| one.case_ref == *case);
        let questions = of_case().flat_map(|one| {
            let version = one.version.as_ref().map(|it| it.version);
            let asked = one.questions.iter().cloned();
            asked.map(move |question| PanelQuestion::asked(question, version))
        });
        // The version that the panel read last; of two returns, the one named last.
        let latest = of_case().filter_map(|one| one.version.as_ref()).max_by_key(|it| it.version);
        let here: Vec<&DraftRecord> = records
            .iter()
            .filter(|record| !record.is_deleted() && is_for(record, pack, case))
            .collect();
        let mut asked = Self {
            case_ref: case.clone(),
            case_label: first.case_label.clone(),
            questions: questions.collect(),
            withdrawn: of_case().flat_map(|one| one.withdrawn.iter().cloned()).collect(),
            standing: latest.map_or_else(|| nothing_came(&here), |latest| came(&here, latest)),
        };
        if let Some(record) = here.iter().find(|record| asked.is_answered_in(record)) {
            asked.standing = Standing::Answered(Here::of(record));
        }
        asked
    }

    /// Whether the version that a draft holds is signed, and answers everything that is asked.
    fn is_answered_in(&self, record: &DraftRecord) -> bool {
        let answered = |asked: &PanelQuestion| {
            let mut known = record.draft.panel_questions.iter();
            known.any(|one| one.question.id == asked.question.id && one.is_answered())
        };
        record.is_signed() && !self.questions.is_empty() && self.questions.iter().all(answered)
    }

    /// The edits that put the questions into a draft, none that it holds already.
    pub fn changes(&self) -> Vec<Change> {
        let asked = self.questions.iter().map(|one| {
            let asked = QuestionChange::Asked(Box::new(one.clone()));
            Change::PanelQuestion(one.question.id.clone(), asked)
        });
        let taken_back = self.withdrawn.iter();
        let taken_back =
            taken_back.map(|id| Change::PanelQuestion(id.clone(), QuestionChange::Withdrawn));
        asked.chain(taken_back).collect()
    }
}

impl Here {
    fn of(record: &DraftRecord) -> Self {
        Self { draft: record.draft_id.clone(), version: record.draft.version }
    }
}

fn is_for(record: &DraftRecord, pack: &QueryPack, case: &CaseRef) -> bool {
    let draft = &record.draft;
    draft.round.id == pack.round.id
        && draft.agency.slot == pack.agency.slot
        && draft.case_ref == *case
}

/// Of several drafts of one return, the one saved last.
fn last_saved<'a>(records: impl Iterator<Item = &'a DraftRecord>) -> Option<&'a DraftRecord> {
    records.max_by_key(|record| record.saved_at)
}

fn nothing_came(here: &[&DraftRecord]) -> Standing {
    match last_saved(here.iter().copied()) {
        None => Standing::NotBegun,
        Some(record) if record.is_signed() => Standing::NeverArrived(Here::of(record)),
        Some(record) => Standing::InWork(Here::of(record)),
    }
}

fn came(here: &[&DraftRecord], latest: &VersionAsked) -> Standing {
    if here.is_empty() {
        return Standing::NotHere;
    }
    let is_it = |record: &&&DraftRecord| record.draft.return_id == latest.return_id;
    if !here.iter().any(|record| is_it(&record)) {
        return Standing::OtherReturn;
    }
    let holds = |record: &&&DraftRecord| {
        record.signed.iter().any(|signed| signed.payload == latest.payload)
    };
    let holding = here.iter().filter(is_it).filter(holds).copied();
    let Some(record) = last_saved(holding) else {
        return Standing::NotThatVersion { asked: latest.version };
    };
    let is_last = record.signed.last().is_some_and(|last| last.payload == latest.payload);
    match (is_last, record.is_signed()) {
        (true, true) => Standing::Signed(Here::of(record)),
        (true, false) => Standing::InWork(Here::of(record)),
        (false, _) => Standing::SignedLater { here: Here::of(record), asked: latest.version },
    }
}

#[cfg(test)]
#[path = "asked_tests.rs"]
mod tests;
