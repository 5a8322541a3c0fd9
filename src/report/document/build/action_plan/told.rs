//! Recommendations in the words of the plan, for pages and files that are no document.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::maker::Maker;
use super::{points_of, text_of};
use crate::gather::gathered;
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::expectation::k02_unread;
use crate::panel::manuscript::Passage;
use crate::report::document::pattern::{Fills, filled};
use crate::report::document::{Counted, DocumentKind, Sentence, Span};

/// What stands for a count that cannot be made.
const UNCOUNTED: &str = "[number of cases]";

/// A recommendation as plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The paragraphs of its text.
    pub lines: Vec<String>,
    /// The points under it.
    pub points: Vec<String>,
}

impl Told {
    /// Its paragraphs and its points, a line each.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().chain(&self.points).map(String::as_str).collect();
        lines.join("\n")
    }
}

/// every recommendation as the plan's document words it, its counts made.
///
/// While a return that counts cannot be read, no count is right: each is a marked gap.
pub fn recommendations_told(workbook: &Workbook, today: NaiveDate) -> BTreeMap<ItemId, Told> {
    let kind = DocumentKind::ActionPlan;
    let all = workbook.recommendations();
    let counts = all.iter().any(|one| !one.counts.is_empty());
    // Pages show recommendations again and again: answers are read only where something is counted.
    if counts && k02_unread(workbook).next().is_none() {
        let maker = Maker::new(kind, workbook, today);
        return gathered(all.into_iter().map(|one| (one.id.clone(), told(&maker, one))));
    }
    let maker = Maker::of_words(kind, workbook, today);
    let uncounted = |one: &Passage| Passage { counts: BTreeMap::new(), ..one.clone() };
    gathered(all.into_iter().map(|one| (one.id.clone(), told(&maker, &uncounted(one)))))
}

fn told(maker: &Maker, passage: &Passage) -> Told {
    let plain = |all: Vec<Sentence>| -> Vec<String> {
        let all = all.iter().map(|one| said(&one.spans));
        all.filter(|line| !line.trim().is_empty()).collect()
    };
    Told { lines: plain(text_of(maker, passage)), points: plain(points_of(maker, passage)) }
}

/// AP-10: a recommendation that a carried action kept. Earlier programs kept it as it was written: what its
/// round would have filled stays a marked gap.
pub fn carried_told(kept: &str) -> String {
    let line = |line: &str| said(&filled(line, &Fills::default()));
    kept.lines().map(line).collect::<Vec<String>>().join("\n")
}

/// AP-10: an earlier round, to be read only, with its recommendations in the words of its plan: what is carried
/// from it keeps them, and needs none of its answers any more.
pub fn earlier_as_told(mut earlier: Workbook, today: NaiveDate) -> Workbook {
    let told = recommendations_told(&earlier, today);
    let all: Vec<Passage> = earlier.recommendations().into_iter().cloned().collect();
    for passage in all {
        let Some(words) = told.get(&passage.id) else { continue };
        // Bare words: no rule on what a text counts, rests on or leads to can refuse them.
        let bare = Passage {
            text: words.lines.join("\n"),
            points: words.points.clone(),
            counts: BTreeMap::new(),
            rests_on: Vec::new(),
            links: Vec::new(),
            ..passage
        };
        let _ = earlier.record_passage(bare);
    }
    earlier
}

fn said(spans: &[Span]) -> String {
    let piece = |span: &Span| match span {
        Span::Text(text)
        | Span::Strong(text)
        | Span::Count { text, .. }
        | Span::Link { text, .. } => text.clone(),
        Span::Gap(gap) => gap_said(gap),
    };
    spans.iter().map(piece).collect()
}

/// A gap for a person: one that stands for a count says so, and is no pattern.
fn gap_said(gap: &str) -> String {
    match gap.split_once(':') {
        None => ["[", gap, "]"].concat(),
        Some((form, _)) if Counted::is_verb(form) => form.to_lowercase(),
        Some(_) => UNCOUNTED.to_owned(),
    }
}
