//! What stands behind a sentence, so that every count on paper leads back to the answers that make it.

use serde::{Deserialize, Serialize};

use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, ItemId, PromptId};
use crate::panel::Workbook;
use crate::panel::findings::{FindingSource, SourceRef, quote};
use crate::panel::{ReturnKey, Subject};

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
