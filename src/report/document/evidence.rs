//! What stands behind a sentence, so that every count on paper leads back to the answers that make it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Document, DocumentKind, Sentence};
use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, ItemId, PromptId};
use crate::panel::Workbook;
use crate::panel::counts::{AnswerStanding, CaseAnswers};
use crate::panel::findings::{FindingScope, FindingSource, SourceRef, quote};
use crate::panel::manuscript::Place;
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
    /// An action of the round's action plan.
    Action(ItemId),
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
        // What rests is there still, and counts in nothing.
        Evidence::Settled { case, prompt } => {
            let rests = || {
                let answers = CaseAnswers::of_case(workbook, case);
                answers.standing(prompt) == AnswerStanding::Resting
            };
            workbook.case_answer_decision(case, prompt).is_some() && !rests()
        }
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
        Evidence::Action(id) => workbook.action(id).is_some(),
    }
}

/// The sentence of a comparison behind which stands what its tables count.
pub(super) const COUNTED: &str = "comparison/other-children";

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

/// V-09: the case that was taken out of the audit, where this was written about it: behind a version that was kept
/// before, that stays closed. That the case counted, or that a return of it was asked for, tells nothing of it.
pub fn v09_closed<'a>(workbook: &'a Workbook, evidence: &Evidence) -> Option<&'a CaseEntry> {
    match evidence {
        Evidence::Finding(id) => closed_with(workbook, id),
        Evidence::Passage(id) => {
            let passage = workbook.passages().into_iter().find(|one| one.id == *id)?;
            match &passage.place {
                Place::Summary(case) => taken_out(workbook, case),
                Place::Finding(finding) => closed_with(workbook, finding),
                Place::Overview(_)
                | Place::Learning
                | Place::Recommendation
                | Place::Discussion
                | Place::Conclusion => None,
            }
        }
        other => case_behind(workbook, other).and_then(|case| taken_out(workbook, case)),
    }
}

fn taken_out<'a>(workbook: &'a Workbook, case: &CaseRef) -> Option<&'a CaseEntry> {
    workbook.plan().case(case).filter(|entry| entry.status != CaseStatus::Open)
}

/// The case with which a finding is closed: that of which it is, or any where none is left of those it tells of.
fn closed_with<'a>(workbook: &'a Workbook, finding: &ItemId) -> Option<&'a CaseEntry> {
    let finding = workbook.finding_now(finding)?;
    match &finding.scope {
        FindingScope::Case(case) => taken_out(workbook, case),
        FindingScope::AcrossCases => {
            let told = finding.told_of();
            let gone = told.iter().filter_map(|case| taken_out(workbook, case));
            let gone: Vec<&CaseEntry> = gone.collect();
            gone.first().copied().filter(|_| gone.len() == told.len())
        }
    }
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
        Evidence::Finding(_)
        | Evidence::Passage(_)
        | Evidence::Expected(_)
        | Evidence::Case(_)
        | Evidence::Action(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::Response;
    use crate::panel::actions::fixture::recommendation;
    use crate::panel::findings::{Fate, Finding, FindingKind, SourceItem};
    use crate::panel::fixture::*;
    use crate::panel::manuscript::Passage;
    use crate::tool::AnswerValue::{self, No, Yes};

    #[test]
    fn n10_a_settled_follow_up_that_rests_is_behind_no_sentence_any_more() {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, views) in [("csc", Yes), ("police", No)] {
            let draft = desk.draft(slot, "case-1").says("alone", Yes).says("views", views);
            desk.import(draft);
        }
        let settle = |desk: &mut Desk, id: &str, value: AnswerValue| {
            let (case, prompt, answer) = (case("case-1"), prompt(id), Response::Value(value));
            desk.workbook.settle_case_answer(&case, &prompt, answer, "Minutes.", &stamp()).unwrap();
        };
        let behind = Evidence::Settled { case: case("case-1"), prompt: prompt("views") };
        for (id, value, is_there) in
            [("views", Yes, true), ("alone", No, false), ("alone", Yes, true)]
        {
            settle(&mut desk, id, value);
            assert_eq!(is_in_register(&desk.workbook, &behind), is_there, "{id} {value:?}");
        }
    }

    #[test]
    fn v09_what_was_written_about_a_case_taken_out_since_stays_closed_behind_a_kept_version() {
        let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
        let mut sources = Vec::new();
        for of in ["case-1", "case-2", "case-3"] {
            let row = desk.import(desk.draft("csc", of).grade("risk", "good").says("alone", No));
            let (place, file) = (row.place.unwrap(), row.file.unwrap());
            sources.push(SourceRef { place, file, item: SourceItem::Answer(prompt("alone")) });
        }
        let of_cases = |scope: FindingScope, id: &str| Finding {
            id: id.parse().unwrap(),
            kind: FindingKind::Issue,
            scope,
            text: "Nobody saw the child alone.".into(),
            themes: Vec::new(),
            sources: sources.iter().take(2).cloned().map(FindingSource::Return).collect(),
            counted: None,
            fate: Fate::Kept,
            stamp: stamp(),
        };
        let one = of_cases(FindingScope::Case(case("case-1")), "f1");
        let both = of_cases(FindingScope::AcrossCases, "f2");
        let place = Place::Summary(case("case-1"));
        let summary = Passage { place, ..recommendation("p1", "A girl of two.") };
        let of_finding = Place::Finding("f1".parse().unwrap());
        let text = Passage { place: of_finding, ..recommendation("p2", "She was not seen.") };
        for finding in [one, both] {
            desk.workbook.record_finding(finding).unwrap();
        }
        for passage in [summary, text] {
            desk.workbook.record_passage(passage).unwrap();
        }
        let told = [
            Evidence::Written(sources[0].clone()),
            Evidence::Return(sources[0].file),
            Evidence::Judgement { case: case("case-1"), area: None },
            Evidence::Finding("f1".parse().unwrap()),
            Evidence::Passage("p1".parse().unwrap()),
            Evidence::Passage("p2".parse().unwrap()),
        ];
        let across = Evidence::Finding("f2".parse().unwrap());
        let others = [Evidence::Return(sources[2].file), Evidence::Case(case("case-1"))];
        let closed = |desk: &Desk, one: &Evidence| {
            v09_closed(&desk.workbook, one).map(|entry| entry.case_ref.clone())
        };
        let first = Some(case("case-1"));
        for (out, of_first, of_both) in [
            (None, None, None),
            (Some("case-1"), first.clone(), None),
            (Some("case-2"), first.clone(), first),
        ] {
            if let Some(gone) = out {
                desk.workbook.take_out(&case(gone), "The family moved.", None, &stamp()).unwrap();
            }
            for one in &told {
                assert_eq!(closed(&desk, one), of_first, "{one:?}");
            }
            assert_eq!(closed(&desk, &across), of_both);
            assert!(others.iter().all(|one| closed(&desk, one).is_none()));
        }
    }
}
