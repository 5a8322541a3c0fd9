//! What stands behind a sentence, so that every count on paper leads back to the answers that make it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Document, DocumentKind, Sentence};
use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, ItemId, PromptId};
use crate::panel::Workbook;
use crate::panel::findings::{FindingSource, SourceRef, quote};
use crate::panel::{ReturnKey, Subject};
use crate::round::{CaseEntry, CaseStatus};

/// One thing behind a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Evidence {
    /// An answer in a return.
    Answer {
        /// About which case.
        case: CaseRef,
        /// In which file.
        file: Hash,
        /// To which prompt.
        prompt: PromptId,
    },
    /// An answer that the panel settled.
    Settled {
        /// Of which case.
        case: CaseRef,
        /// To which prompt.
        prompt: PromptId,
    },
    /// A judgement of the panel.
    Judgement {
        /// On which case.
        case: CaseRef,
        /// On which area; `None` for the case overall.
        area: Option<AreaId>,
    },
    /// A grade in a return, where the panel has not judged.
    Grading {
        /// In which file.
        file: Hash,
        /// Of which area; `None` for the case overall.
        area: Option<AreaId>,
    },
    /// Something written in a return.
    Written(SourceRef),
    /// A whole return.
    Return(Hash),
    /// What the panel saw or said in a meeting.
    Meeting {
        /// Which meeting.
        meeting: ItemId,
        /// About which case.
        case: CaseRef,
    },
    /// What the panel said of the difference made to a child.
    Difference(CaseRef),
    /// A finding of the panel.
    Finding(ItemId),
    /// A passage that the panel wrote.
    Passage(ItemId),
    /// A place of the plan from which a return was expected.
    Expected(ReturnKey),
    /// A case of the plan.
    Case(CaseRef),
}

impl From<&FindingSource> for Evidence {
    fn from(source: &FindingSource) -> Self {
        match source {
            FindingSource::Return(source) => Self::Written(source.clone()),
            FindingSource::Meeting { meeting, case } => {
                Self::Meeting { meeting: meeting.clone(), case: case.clone() }
            }
        }
    }
}

/// Whether what a sentence rests on is there, in the file and at the place that it names.
pub fn is_in_register(workbook: &Workbook, evidence: &Evidence) -> bool {
    let known_case = |case: &CaseRef| workbook.plan().case(case).is_some();
    match evidence {
        Evidence::Answer { case, file, prompt } => workbook
            .audit_return(file)
            .is_some_and(|ret| ret.case_ref == *case && ret.response(prompt).is_some()),
        Evidence::Settled { case, prompt } => workbook.case_answer_decision(case, prompt).is_some(),
        Evidence::Judgement { case, area } => {
            let subject = Subject { case: case.clone(), area: area.clone() };
            workbook.judgement(&subject).is_some()
        }
        Evidence::Grading { file, area } => {
            workbook.audit_return(file).is_some_and(|ret| match area {
                Some(area) => ret.grading(area).is_some(),
                None => ret.overall.grading.is_some(),
            })
        }
        Evidence::Written(source) => quote(workbook, source).is_some(),
        Evidence::Return(file) => workbook.audit_return(file).is_some(),
        Evidence::Meeting { meeting, case } => {
            workbook.meeting(meeting).is_some() && known_case(case)
        }
        Evidence::Difference(case) => workbook.difference(case).is_some(),
        Evidence::Finding(id) => workbook.finding(id).is_some(),
        Evidence::Passage(id) => workbook.passages().iter().any(|one| one.id == *id),
        Evidence::Expected(place) => {
            workbook.place(&place.case, &place.slot).as_ref() == Some(place)
        }
        Evidence::Case(case) => known_case(case),
    }
}

/// The sentence of a comparison behind which stands what its tables count.
const COUNTED: &str = "comparison/other-children";

/// Cases that were taken out of the audit and of which a document tells still: it was made before. They stand
/// behind one of its sentences, or name one.
pub fn v09_told_still<'a>(workbook: &'a Workbook, document: &Document) -> Vec<&'a CaseEntry> {
    let cases = workbook.plan().cases.iter();
    let gone: Vec<&CaseEntry> = cases.filter(|case| case.status != CaseStatus::Open).collect();
    if gone.is_empty() || says_of_nobody(document) {
        return gone;
    }
    let told: BTreeSet<&str> = document
        .sentences()
        .flat_map(|one| {
            let counted = one.id == COUNTED;
            let behind = one.evidence.iter().filter_map(move |evidence| match evidence {
                Evidence::Case(case) if counted => Some(case),
                _ => case_behind(workbook, evidence),
            });
            one.id.split('/').chain(behind.map(CaseRef::as_str))
        })
        .collect();
    gone.into_iter().filter(|case| told.contains(case.case_ref.as_str())).collect()
}

/// A comparison of before it said what its tables count: it may tell of any case.
fn says_of_nobody(document: &Document) -> bool {
    let bare = |one: &Sentence| one.id == COUNTED && one.evidence.is_empty();
    document.kind == DocumentKind::Comparison && document.sentences().any(bare)
}

/// The case that is told of; not of what only names it among those that are missing or were taken out.
fn case_behind<'a>(workbook: &'a Workbook, evidence: &'a Evidence) -> Option<&'a CaseRef> {
    match evidence {
        Evidence::Answer { case, .. }
        | Evidence::Settled { case, .. }
        | Evidence::Judgement { case, .. }
        | Evidence::Meeting { case, .. }
        | Evidence::Difference(case) => Some(case),
        Evidence::Grading { file, .. } | Evidence::Return(file) => {
            let facts = workbook.register().entry(file)?.facts.as_ref()?;
            Some(&facts.place.case)
        }
        Evidence::Written(source) => Some(&source.place.case),
        // What a finding or a passage rests on stands behind the sentence too, as far as it counted.
        Evidence::Finding(_) | Evidence::Passage(_) | Evidence::Expected(_) | Evidence::Case(_) => {
            None
        }
    }
}
