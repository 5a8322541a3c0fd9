//! What the panel counts, publishes and prints.

use multi_agency_audit::envelope::Hash;
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::findings::candidates;
use multi_agency_audit::panel::manuscript::{Clearance, Passage, Place};
use multi_agency_audit::panel::search::{Filter, search};
use multi_agency_audit::report::case_papers;
use multi_agency_audit::report::document::{
    Document, DocumentKind, DocumentNotice, Sentence, Snapshot, build, check, i09_attribute_table,
    is_in_register, keep, version,
};
use multi_agency_audit::report::sheet::text_of;

use super::{Scenario, case_ref};

impl Scenario {
    /// The cases that have this answer, and of how many.
    pub fn counted(&self, prompt: &str, value: &str) -> (Vec<String>, usize) {
        let count = RoundAnswers::of(&self.workbook).count(&prompt.parse().unwrap(), value);
        let label = |case| self.workbook.plan().case(case).expect("a case").label.clone();
        (count.cases.iter().map(label).collect(), count.of)
    }

    /// What waits to become a finding of one case, in its own words.
    pub fn texts_waiting_for_findings(&self, case: &str) -> Vec<String> {
        let all = candidates(&self.workbook).into_iter();
        let of_case = all.filter(|one| one.source.place.case == case_ref(case));
        of_case.map(|one| one.quote.text).collect()
    }

    /// A document as it would be today.
    pub fn document(&self, kind: DocumentKind) -> Document {
        build::build(kind, &self.workbook, self.now.date_naive())
    }

    /// What speaks against publishing it by one rule.
    pub fn told_by(&self, rule: &str, document: &Document) -> Vec<String> {
        let all = check(&self.workbook, document).into_iter();
        all.filter(|one| one.rule == rule).map(|one| one.message).collect()
    }

    /// Writes what everybody may read of a case.
    pub fn panel_summarises(&mut self, case: &str, text: &str) {
        let id = format!("summary-{}", case_ref(case)).parse().unwrap();
        let passage = Passage {
            text: text.into(),
            ..Passage::begin(id, Place::Summary(case_ref(case)), self.stamp())
        };
        self.workbook.record_passage(passage).expect("a summary of a case");
    }

    /// Reads a document, confirms all that is asked about it, and clears it.
    pub fn panel_clears(&mut self, document: &Document) {
        let stamp = self.stamp();
        let notices = check(&self.workbook, document);
        let clearance = Clearance {
            document: document.kind.as_str().into(),
            snapshot: Snapshot::of(document).id,
            confirmed: notices.iter().map(DocumentNotice::key).collect(),
            reason: "Read by the chair with the family's worker".into(),
            stamp,
        };
        self.workbook.clear_document(clearance).expect("a reason is given");
    }

    /// Whether somebody has read and cleared this very text.
    pub fn is_cleared(&self, document: &Document) -> bool {
        self.workbook.clearance(&Snapshot::of(document).id).is_some()
    }

    /// Keeps a document as it is; gives the id of its version.
    pub fn panel_keeps(&mut self, document: &Document) -> Hash {
        let stamp = self.stamp();
        keep(&mut self.workbook, document, &stamp)
    }

    /// A version that was kept, read back.
    pub fn kept_version(&self, kind: DocumentKind, id: &Hash) -> Document {
        version(&self.workbook, kind, id).expect("it was kept").document
    }

    /// Sentences of a document of which something behind them is not in the round.
    pub fn leads_nowhere(&self, document: &Document) -> Vec<String> {
        let lost =
            |one: &&Sentence| !one.evidence.iter().all(|it| is_in_register(&self.workbook, it));
        document.sentences().filter(lost).map(Sentence::plain).collect()
    }

    /// The counts of a question's answers as they may be published (I-09).
    pub fn published_counts_of(&self, prompt: &str) -> Vec<String> {
        let table = i09_attribute_table(&self.workbook, &prompt.parse().unwrap());
        let rows = table.expect("a question of choice").rows.into_iter();
        rows.filter_map(|row| row.get(1).cloned()).collect()
    }

    /// How many wordings of a case's summary the workbook keeps.
    pub fn summaries_kept_of(&self, case: &str) -> usize {
        let record = serde_json::to_value(self.workbook.record()).unwrap();
        let id = format!("summary-{}", case_ref(case));
        let passages = record["panel"]["passages"].as_array().cloned().unwrap_or_default();
        passages.iter().filter(|passage| passage["id"] == id.as_str()).count()
    }

    /// How often the search finds words.
    pub fn finds(&self, words: &str) -> usize {
        search(&self.workbook, words, &Filter::default(), 1_000).hits.len()
    }

    /// Everything held about a case, as it is printed.
    pub fn prints_the_papers_of(&self, case: &str) -> String {
        let moment = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339();
        let sheets = case_papers(&self.workbook, &case_ref(case), self.now, moment);
        sheets.expect("a case").iter().map(text_of).collect::<Vec<_>>().join("\n")
    }
}
