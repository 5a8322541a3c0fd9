//! What the builders share: sentences with ids, own wordings and evidence.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::id::{CaseRef, ItemId, PromptId};
use crate::order;
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::panel::findings::{FindingView, findings};
use crate::panel::integration::{Distribution, distributions};
use crate::panel::manuscript::{Passage, Place};
use crate::report::document::facts::facts;
use crate::report::document::pattern::{Fills, curled, filled};
use crate::report::document::publication::SmallNumbers;
use crate::report::document::words::Words;
use crate::report::document::{Block, DocumentKind, Evidence, Look, Own, Sentence};

/// A document under way.
pub(super) struct Maker<'a> {
    pub(super) kind: DocumentKind,
    pub(super) book: &'a Workbook,
    pub(super) today: NaiveDate,
    pub(super) words: Words,
    pub(super) facts: Fills,
    pub(super) answers: RoundAnswers,
    /// Questions of which no number is told (I-09): found once, and only where a number is to be told, for every case
    /// is looked at again and again to find them.
    held_back: OnceCell<BTreeSet<PromptId>>,
    pub(super) findings: Vec<FindingView>,
    pub(super) passages: Vec<&'a Passage>,
    pub(super) distributions: Vec<Distribution>,
    pub(super) blocks: Vec<Block>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(kind: DocumentKind, book: &'a Workbook, today: NaiveDate) -> Self {
        Self {
            answers: RoundAnswers::of(book),
            findings: findings(book),
            distributions: distributions(book),
            ..Self::of_words(kind, book, today)
        }
    }

    /// For words that count nothing, where nobody asks what is behind them: no answer is read.
    pub(super) fn of_words(kind: DocumentKind, book: &'a Workbook, today: NaiveDate) -> Self {
        let words = Words::of(&book.plan().round);
        Self {
            kind,
            book,
            today,
            facts: facts(book, &words),
            words,
            answers: RoundAnswers::default(),
            held_back: OnceCell::new(),
            findings: Vec::new(),
            passages: book.passages(),
            distributions: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// A sentence made from a pattern, or the coordinator's own in its place.
    pub(super) fn sentence(
        &self,
        path: &str,
        pattern: &str,
        fills: Fills,
        mut evidence: Vec<Evidence>,
    ) -> Sentence {
        let id = [self.kind.as_str(), "/", path].concat();
        let fills = fills.or(&self.facts);
        let own = self.book.own_wording(&id);
        let spans = curled(filled(pattern, &fills));
        order::sort(&mut evidence);
        evidence.dedup();
        let generated = Sentence { id, spans, evidence, counts: fills.counts.clone(), own: None };
        let Some(own) = own else { return generated };
        let plain = generated.plain();
        let stale = own.over != plain;
        let spans = curled(filled(&own.text, &fills));
        Sentence { spans, own: Some(Own { generated: plain, stale }), ..generated }
    }

    /// The name of one of this document's texts.
    pub(super) fn name(&self, name: &str) -> String {
        [self.kind.as_str(), ".", name].concat()
    }

    /// One of this document's standing texts.
    pub(super) fn said(&self, name: &str, fills: Fills) -> Sentence {
        self.told(name, name, fills, Vec::new())
    }

    /// One of this document's texts at a path of its own, with what it rests on.
    pub(super) fn told(
        &self,
        path: &str,
        name: &str,
        fills: Fills,
        evidence: Vec<Evidence>,
    ) -> Sentence {
        self.sentence(path, self.words.get(&self.name(name)), fills, evidence)
    }

    /// A text that several kinds of document have.
    pub(super) fn common(
        &self,
        path: &str,
        name: &str,
        fills: Fills,
        evidence: Vec<Evidence>,
    ) -> Sentence {
        self.sentence(path, self.words.get(name), fills, evidence)
    }

    pub(super) fn heading(&mut self, level: u8, name: &str) {
        let text = self.said(name, Fills::default());
        self.blocks.push(Block::Heading { level, text });
    }

    /// A heading that is a text of the round or the panel.
    pub(super) fn heading_of(&mut self, level: u8, path: &str, text: &str) {
        let text = self.sentence(path, "{text}", Fills::default().with("text", text), Vec::new());
        self.blocks.push(Block::Heading { level, text });
    }

    /// A paragraph; a blank text makes none.
    pub(super) fn paragraph(&mut self, look: Look, sentences: Vec<Sentence>) {
        let sentences: Vec<Sentence> =
            sentences.into_iter().filter(|one| !one.spans.is_empty()).collect();
        if !sentences.is_empty() {
            self.blocks.push(Block::Paragraph { look, sentences });
        }
    }

    /// A paragraph of one standing text.
    pub(super) fn standing(&mut self, look: Look, name: &str) {
        let text = self.said(name, Fills::default());
        self.paragraph(look, vec![text]);
    }

    /// Points; where there are none, the gap of this name.
    pub(super) fn bullets_or(&mut self, path: &str, gap: &str, points: Vec<Sentence>) {
        if points.is_empty() {
            let gap = self.told(&[path, "/", gap].concat(), gap, Fills::default(), Vec::new());
            self.paragraph(Look::Plain, vec![gap]);
        } else {
            self.blocks.push(Block::Bullets(points));
        }
    }

    /// I-09: which numbers of the round are held back.
    pub(super) fn small_numbers(&self) -> SmallNumbers<'_> {
        let found = || SmallNumbers::of(self.book, &self.answers).into_held_back();
        SmallNumbers::known(self.book, &self.answers, self.held_back.get_or_init(found))
    }

    /// I-09: tells the reader, once, that numbers are held back where a sentence so far says "some" of one.
    pub(super) fn note_held_back(&mut self) {
        let says_some = self.blocks.iter().flat_map(Block::sentences).any(Sentence::holds_back);
        if says_some {
            self.note_small_numbers();
        }
    }

    /// I-09: the same for whoever has held back a number elsewhere; after what limits the audit, where that is told.
    pub(super) fn note_small_numbers(&mut self) {
        let note = self.common("small-numbers", "small-numbers", Fills::default(), Vec::new());
        let place_of = |id: &str| {
            let is_there = |block: &Block| block.sentences().iter().any(|one| one.id == id);
            self.blocks.iter().position(is_there)
        };
        if note.spans.is_empty() || place_of(&note.id).is_some() {
            return;
        }
        let limits = place_of(&[self.kind.as_str(), "/limitations"].concat());
        let at = limits.map_or(self.blocks.len(), |at| at + 1);
        self.blocks.insert(at, Block::Paragraph { look: Look::Note, sentences: vec![note] });
    }

    pub(super) fn label(&self, case: &CaseRef) -> String {
        self.book.plan().case(case).map_or_else(String::new, |one| one.label.clone())
    }

    /// Cases that count, in the plan's order.
    pub(super) fn cases(&self) -> Vec<CaseRef> {
        self.book.plan().open_cases().map(|case| case.case_ref.clone()).collect()
    }

    /// Passages of one kind of place.
    pub(super) fn passages_at(&self, wanted: impl Fn(&Place) -> bool) -> Vec<&'a Passage> {
        self.passages.iter().copied().filter(|one| wanted(&one.place)).collect()
    }

    /// What documents make of a finding: the latest of its texts that has what is asked for.
    pub(super) fn passage_of(
        &self,
        finding: &ItemId,
        has: impl Fn(&Passage) -> bool,
    ) -> Option<&'a Passage> {
        let of = |place: &Place| self.book.is_of_finding(place, finding);
        self.passages.iter().rev().copied().find(|one| of(&one.place) && has(one))
    }

    /// What is to be done about a finding.
    pub(super) fn call_of(&self, finding: &ItemId) -> Option<&'a str> {
        let passage = self.passage_of(finding, |one| !one.call_to_action.trim().is_empty())?;
        Some(passage.call_to_action.as_str())
    }
}

impl Maker<'_> {
    /// A heading of this name within a part that occurs several times.
    pub(super) fn heading_of_part(&mut self, level: u8, path: &str, name: &str) {
        let path = [path, "/", name, "-heading"].concat();
        let text = self.told(&path, name, Fills::default(), Vec::new());
        self.blocks.push(Block::Heading { level, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::{Audit as _, Desk, plan, prompt};
    use crate::tool::AreaRole;

    #[test]
    fn i09_what_is_held_back_is_found_once_and_only_where_a_number_is_to_be_told() {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
        plan.round.report.suppress_below = 5;
        let asked = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        for one in asked.filter(|one| one.id == prompt("alone")) {
            let when = serde_json::json!({ "answer": { "prompt": "category", "is": ["letter"] } });
            one.when = Some(serde_json::from_value(when).unwrap());
        }
        let mut desk = Desk::of(plan);
        let letter = crate::audit_return::Response::Option("letter".parse().unwrap());
        let draft = desk.draft("csc", "case-1").responds("category", letter);
        desk.import(draft);
        let today = "2026-07-01".parse().unwrap();
        let mut maker = Maker::new(DocumentKind::Overview, &desk.workbook, today);
        maker.standing(Look::Plain, "smart");
        assert_eq!(maker.held_back.get(), None, "a standing text tells no number");
        assert!(maker.small_numbers().holds_back(&prompt("alone")));
        let found = maker.held_back.get().map(|all| all.contains(&prompt("alone")));
        assert_eq!(found, Some(true));
    }
}
