//! What a version of a document rested on when it was kept, whatever became of it since.

use chrono::{DateTime, Utc};

use super::{Counted, Sentence};
use crate::audit_return::Return;
use crate::envelope::Hash;
use crate::id::{CaseRef, PromptId};
use crate::panel::counts::CaseAnswerDecision;
use crate::panel::meeting::Difference;
use crate::panel::{Judgement, ReturnKey, Subject, Workbook};
use crate::tool::{Tool, ToolRef};

/// A count of a version that was kept, beside the same count as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountThen {
    /// As the version has it, with the cases that made it.
    pub then: Counted,
    /// As it is now; `None` where the sentence is gone, or counts it no more.
    pub now: Option<Counted>,
}

/// The counts of a sentence of a version, beside those of the same sentence as it is made now.
pub fn counts_then(before: &Sentence, now: Option<&Sentence>) -> Vec<CountThen> {
    let beside = |(name, then): (&String, &Counted)| CountThen {
        then: then.clone(),
        now: now.and_then(|one| one.counts.get(name)).cloned(),
    };
    before.counts.iter().map(beside).collect()
}

/// The round as it was when a version of a document was kept.
#[derive(Debug, Clone)]
pub struct Then<'a> {
    workbook: &'a Workbook,
    at: DateTime<Utc>,
    tool: &'a Tool,
    reference: ToolRef,
}

impl<'a> Then<'a> {
    /// Of this time.
    pub fn of(workbook: &'a Workbook, at: DateTime<Utc>) -> Self {
        let earlier = workbook.earlier_tools().iter().find(|one| at < one.until.at);
        let tool = earlier.map_or(&workbook.plan().round.tool, |one| &one.tool);
        Self { workbook, at, tool, reference: tool.reference() }
    }

    /// The tool that the round had: what was asked, answered and judged then is in its words (K-01).
    pub fn tool(&self) -> &'a Tool {
        self.tool
    }

    /// What was judged last.
    pub fn judged(&self, subject: &Subject) -> Option<&'a Judgement> {
        let mut latest_first = self.workbook.judgements().iter().rev();
        latest_first.find(|one| one.subject == *subject && one.stamp.at <= self.at)
    }

    /// What the panel had settled last about an answer of a case.
    pub fn settled(&self, case: &CaseRef, prompt: &PromptId) -> Option<&'a CaseAnswerDecision> {
        let all = self.workbook.case_answers_ever(case);
        all.filter(|one| one.prompt == *prompt && one.stamp.at <= self.at).last()
    }

    /// What the panel had said last of the difference made to a child.
    pub fn difference(&self, case: &CaseRef) -> Option<&'a Difference> {
        let all = self.workbook.differences_ever(case);
        all.filter(|one| one.stamp.at <= self.at).last()
    }

    /// Whose return a file is, whether it still counts or not.
    pub fn place(&self, file: &Hash) -> Option<&'a ReturnKey> {
        let facts = self.workbook.register().entry(file)?.facts.as_ref()?;
        Some(&facts.place)
    }

    /// The return in a file, as it answers the tool of then; `None` where it answers another, by which nobody can tell
    /// any more how it was read (V-07).
    pub fn audit_return(&self, file: &Hash) -> Option<&'a Return> {
        let facts = self.workbook.register().entry(file)?.facts.as_ref()?;
        if facts.tool.hash == self.reference.hash {
            return self.workbook.as_signed(file);
        }
        // Mappings lead to the tool of now, and to none that the round had before.
        let is_now = std::ptr::eq(self.tool, &self.workbook.plan().round.tool);
        let mapping = self.workbook.mapping(&facts.tool).filter(|_| is_now);
        mapping.and_then(|_| self.workbook.audit_return(file))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::audit_return::Response;
    use crate::panel::Stamp;
    use crate::panel::fixture::*;
    use crate::panel::mapping::{ToolMapping, proposed};
    use crate::tool::AnswerValue;
    use crate::tool::edit::Edit;

    #[test]
    fn r15_behind_a_kept_version_stands_what_was_judged_settled_and_returned_then() {
        let mut desk = Desk::with(&["case-1"]);
        let draft =
            desk.draft("csc", "case-1").grade("risk", "good").says("alone", AnswerValue::No);
        let row = desk.import(draft.clone());
        let (file, place) = (row.file.unwrap(), row.place.unwrap());
        let (kept, later) = (stamp(), Stamp { at: at("2026-04-20T09:00:00Z"), ..stamp() });
        let (risk, of_case, alone) = (on_area("case-1", "risk"), case("case-1"), prompt("alone"));
        for (grade, value, when) in
            [("good", AnswerValue::Yes, &kept), ("inadequate", AnswerValue::Partly, &later)]
        {
            let book = &mut desk.workbook;
            book.record_judgement(risk.clone(), decision(grade), when).unwrap();
            let (answer, why) = (Response::Value(value), "Seen in the minutes.");
            book.settle_case_answer(&of_case, &alone, answer, why, when).unwrap();
        }
        desk.import(draft.corrected().grade("risk", "inadequate"));
        let book = &desk.workbook;
        assert_ne!(book.current(&place), Some(file));
        let then = |at| Then::of(book, at);
        let found = then(kept.at);
        assert_eq!(found.place(&file), Some(&place), "it is found though it counts no more");
        assert!(found.audit_return(&file).is_some());
        let judged = |at| then(at).judged(&risk).map(|one| one.decision.verdict.clone());
        assert_eq!(judged(kept.at), Some(decision("good").verdict));
        assert_eq!(judged(later.at), Some(decision("inadequate").verdict));
        let settled = |at| then(at).settled(&of_case, &alone).map(|one| one.response.clone());
        assert_eq!(settled(kept.at), Some(Response::Value(AnswerValue::Yes)));
        assert_eq!(settled(later.at), Some(Response::Value(AnswerValue::Partly)));
        assert_eq!(settled(at("2026-01-01T09:00:00Z")), None);
    }

    #[test]
    fn k01_behind_a_kept_version_stands_what_the_tool_of_then_asked_and_was_answered() {
        let mut desk = Desk::with(&["case-1"]);
        let draft = desk.draft("csc", "case-1").grade("plan", "inadequate");
        let file = desk.import(draft.says("alone", AnswerValue::Yes)).file.unwrap();
        let text = "Was the child seen alone?".to_owned();
        let reword = Edit::Reword { prompt: prompt("alone"), text, hint: String::new() };
        for edit in [reword, Edit::RetireArea(area("plan"))] {
            desk.workbook.edit_tool(&edit).unwrap();
        }
        let adopted = Stamp { at: at("2026-04-01T09:00:00Z"), ..stamp() };
        desk.workbook.k01_adopt_tool("Clearer.", &adopted).unwrap();

        let answered =
            |then: &Then<'_>| Some(then.audit_return(&file)?.response(&prompt("alone")).cloned());
        let yes = Some(Some(Response::Value(AnswerValue::Yes)));
        let then = Then::of(&desk.workbook, stamp().at);
        assert_eq!(then.tool().prompt(&prompt("alone")).unwrap().1.text, "A question?");
        assert!(then.tool().area(&area("plan")).is_some(), "a judgement of it is none overall");
        assert_eq!(answered(&then), yes);
        let now = Then::of(&desk.workbook, adopted.at);
        assert!(now.tool().area(&area("plan")).is_none());
        assert_eq!(answered(&now), None, "nobody said what it answers of the tool of now");

        let theirs = then.tool().clone();
        let (prompts, areas) = proposed(&theirs, now.tool());
        let reason = "The questions are the same.".to_owned();
        let mapping =
            ToolMapping { tool: theirs, prompts, areas, reason, undone: false, stamp: adopted };
        let now = mapping.stamp.at;
        desk.workbook.map_tool(mapping).unwrap();
        assert_eq!(answered(&Then::of(&desk.workbook, stamp().at)), yes);
        assert_eq!(answered(&Then::of(&desk.workbook, now)), Some(None), "as it is mapped");
    }

    #[test]
    fn r02_a_count_of_a_kept_version_stands_beside_the_same_count_of_now() {
        let counted =
            |cases: &[&str]| Counted::new(cases.iter().copied().map(case).collect(), 3, 3);
        let sentence = |counts: &[(&str, Counted)]| Sentence {
            id: "overview/risk/statement/safe".into(),
            spans: Vec::new(),
            evidence: Vec::new(),
            counts: counts.iter().map(|(name, one)| ((*name).to_owned(), one.clone())).collect(),
            own: None,
        };
        let before = sentence(&[("safe", counted(&["case-1", "case-2"]))]);
        let now = sentence(&[("safe", counted(&["case-2"]))]);
        let both = counts_then(&before, Some(&now));
        let then = counted(&["case-1", "case-2"]);
        let want = CountThen { then: then.clone(), now: Some(counted(&["case-2"])) };
        assert_eq!(both, [want]);
        let gone = Sentence { counts: BTreeMap::new(), ..now };
        assert_eq!(
            counts_then(&before, Some(&gone)),
            [CountThen { then: then.clone(), now: None }]
        );
        assert_eq!(counts_then(&before, None), [CountThen { then, now: None }]);
    }
}
