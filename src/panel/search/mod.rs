//! Search over everything that was written: by agencies in what they sent, and by the panel in whatever it recorded.
//!
//! Every word typed must begin a word of the text; case and accents make no
//! difference. Texts of withdrawn cases are sealed and not searched (V-09), nor
//! is what was written about nothing but them: only why a case was taken out is
//! found, as the limitations tell it. Of what was recorded several times about
//! one thing, the last is searched. Nothing is kept between two searches, so
//! nothing can be out of date.
//!
//! Each kind of text has a part of its own; what is guarded is guarded here.

mod concerns;
mod decided;
mod judged;
mod kind;
mod meetings;
mod plan;
mod questions;
mod returns;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeSet;

pub use kind::HitKind;

use super::concerns::ConcernKey;
use super::judgement::Subject;
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::guard::folded;
use crate::id::{AgencyId, CaseRef, ItemId, QueryId, SlotId};
use crate::round::CaseStatus;

/// What is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only about this case.
    pub case: Option<CaseRef>,
    /// Only of this agency.
    pub agency: Option<AgencyId>,
    /// Only this kind of text.
    pub kind: Option<HitKind>,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundAt {
    /// In a return that counts.
    Return {
        /// Whose, about which case.
        place: ReturnKey,
        /// In which file.
        file: Hash,
        /// Key of the text's box.
        text: String,
    },
    /// A finding.
    Finding(ItemId),
    /// What the panel said of a judgement, or of a grade that goes into it.
    Judgement(Subject),
    /// Answers of cases that the panel settled.
    Counts,
    /// A note of a meeting.
    Note(ItemId),
    /// Who was at a meeting, and which interests were declared.
    People(ItemId),
    /// What difference it made to the child.
    Difference(CaseRef),
    /// An immediate concern.
    Concern(ConcernKey),
    /// One in this file, whose signer nobody trusts yet.
    Unverified(Hash),
    /// What came of the copy of a return.
    Copy(ReturnKey),
    /// A question to an agency, with its answer.
    Question(QueryId),
    /// A return that was asked for, with what was decided about it.
    Expected(ReturnKey),
    /// What was decided about this file.
    File(Hash),
    /// The invitation of an auditor, and whom its signer is trusted to be.
    Invitation(SlotId),
    /// Whether a case is held back.
    Hold(CaseRef),
    /// Whether a case counts.
    Standing(CaseRef),
    /// An action of the plan.
    Action(ItemId),
    /// What the board says of a recommendation.
    Recommendation(ItemId),
    /// An issue between agencies.
    Issue(ItemId),
    /// A text of the panel for its documents.
    Passage(ItemId),
    /// A sentence of a document that the coordinator worded, by its id.
    Wording(String),
    /// What the round states.
    Details,
}

/// One text in which every word was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub at: FoundAt,
    /// What the box is called.
    pub label: String,
    /// About which case; `None` where about none in particular.
    pub case: Option<CaseRef>,
    /// Of which agency; `None` for the panel's own words.
    pub agency: Option<AgencyId>,
    /// The whole text.
    pub text: String,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// In the order of kinds, then of cases; no more than were asked for.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

/// Everything in which each word of `query` begins a word; nothing where no word is typed.
pub fn search(workbook: &Workbook, query: &str, filter: &Filter, most: usize) -> Hits {
    let words = words_of(query);
    let mut search = Search { workbook, words, filter, most, found: Hits::default() };
    if search.words.is_empty() {
        return search.found;
    }
    for kind in HitKind::ALL {
        if filter.kind.is_none_or(|wanted| wanted == kind) {
            search.look(kind);
        }
    }
    search.found
}

struct Search<'a> {
    workbook: &'a Workbook,
    words: Vec<String>,
    filter: &'a Filter,
    most: usize,
    found: Hits,
}

/// About which case a text is, and of which agency.
type About<'t> = (Option<&'t CaseRef>, Option<&'t AgencyId>);

impl Search<'_> {
    fn look(&mut self, kind: HitKind) {
        match kind {
            HitKind::Return => self.returns(),
            HitKind::Copy => self.copies(),
            HitKind::Finding => self.findings(),
            HitKind::Judgement => self.judged(),
            HitKind::Meeting => self.meetings(),
            HitKind::Concern => self.concerns(),
            HitKind::Question => self.questions(),
            HitKind::Decision => self.decided(),
            HitKind::Plan => self.plan(),
            HitKind::Text => self.texts(),
            HitKind::Terms => self.terms(),
        }
    }

    /// Adds a text that is asked for and holds every word.
    fn offer(&mut self, text: &str, label: &str, about: About<'_>, at: impl FnOnce() -> FoundAt) {
        let (case, agency) = about;
        if self.wants(case, agency) && self.holds(text) {
            self.add(Hit {
                at: at(),
                label: label.to_owned(),
                case: case.cloned(),
                agency: agency.cloned(),
                text: text.trim().to_owned(),
            });
        }
    }

    /// Whether a text of this case and agency is asked for; the panel's own words are of no agency.
    fn wants(&self, case: Option<&CaseRef>, agency: Option<&AgencyId>) -> bool {
        let sealed = case.is_some_and(|case| self.is_sealed(case));
        !sealed && self.asks_for(case, agency)
    }

    /// The same of what is told of a withdrawn case too.
    fn asks_for(&self, case: Option<&CaseRef>, agency: Option<&AgencyId>) -> bool {
        self.filter.case.as_ref().is_none_or(|wanted| Some(wanted) == case)
            && self.filter.agency.as_ref().is_none_or(|wanted| Some(wanted) == agency)
    }

    /// V-09: whether a case was taken out, so that what was written about it stays closed.
    fn is_sealed(&self, case: &CaseRef) -> bool {
        self.workbook.index.cases.get(case).is_some_and(|status| *status != CaseStatus::Open)
    }

    fn holds(&self, text: &str) -> bool {
        let text = words_of(text);
        self.words.iter().all(|word| text.iter().any(|one| one.starts_with(word.as_str())))
    }

    fn add(&mut self, hit: Hit) {
        if self.found.hits.len() < self.most {
            self.found.hits.push(hit);
        } else {
            self.found.more = true;
        }
    }
}

/// Those of several texts that say anything, a line each.
fn lines<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let said = texts.into_iter().filter(|text| !text.trim().is_empty());
    said.collect::<Vec<_>>().join("\n")
}

/// Of several records about one thing the last, in the order in which those last ones were recorded.
fn last_of<'t, T, K: Ord>(records: &'t [T], key: impl Fn(&'t T) -> K) -> Vec<&'t T> {
    let mut seen = BTreeSet::new();
    let mut last: Vec<&'t T> = Vec::new();
    for record in records.iter().rev() {
        if seen.insert(key(record)) {
            last.push(record);
        }
    }
    last.reverse();
    last
}

/// Words as they are compared; "day-to-day" is three.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    words.filter(|word| !word.is_empty()).map(folded).collect()
}

/// An accent that stands behind its letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
