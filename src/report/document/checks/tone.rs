//! Tone and identifiers: nobody is named, nobody is blamed (R-12, I-08).

use std::collections::BTreeSet;

use super::{DocumentNotice, Subject, Weight, block, confirm, is_typed};
use crate::gather::gathered;
use crate::guard::{Finding, Guard, Kind, NamedHere, WatchedName};
use crate::json;
use crate::order;
use crate::panel::Workbook;
use crate::report::document::{Block, Document, DocumentKind, Sentence};
use crate::report::own_names::i08_own_names;
use crate::round::{Round, RoundPlan};
use crate::text::capitalised;

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let published = Published::of(workbook.plan());
    let blame = blame();
    let mut notices = Vec::new();
    for sentence in document.sentences() {
        let text = sentence.plain();
        notices.extend(i08_identifiers(&published, sentence, &text));
        notices.extend(r12_blame(&blame, sentence, &text));
    }
    notices.extend(i08_beside(&published, &workbook.plan().round, document));
    notices
}

/// The guard over texts that are published.
struct Published {
    guard: Guard,
    named: NamedHere,
}

impl Published {
    fn of(plan: &RoundPlan) -> Self {
        Self { guard: Guard::new(&[], None), named: i08_own_names(plan) }
    }

    fn find(&self, text: &str) -> Vec<Finding> {
        self.guard.find_to_publish(text, &self.named)
    }
}

/// What is said of a finding in a sentence, or beside the sentences in a place such as "a table".
fn i08_notice(kind: Kind, place: Option<&str>, words: &str) -> DocumentNotice {
    let is_place = kind == Kind::PlaceName;
    let message = match (is_place, place) {
        (false, None) => ["This may tell who somebody is: ", words, "."].concat(),
        (false, Some(place)) => [place, " may tell who somebody is: ", words, "."].concat(),
        (true, None) => [
            "“",
            words,
            "” may be the name of a place, or of somebody. Clear it, or say it more generally, such as “another town”.",
        ]
        .concat(),
        (true, Some(place)) => [
            place,
            " may name a place, or somebody: ",
            words,
            ". Clear it, or say it more generally, such as “another town”.",
        ]
        .concat(),
    };
    let weight = if kind.may_be_meant() { Weight::Confirm } else { Weight::Block };
    let subject = if is_place { Subject::ThirdParties } else { Subject::Identifiers };
    DocumentNotice { weight, ..confirm("I-08", capitalised(&message)) }.about(subject)
}

/// I-08: the guard over what is no sentence: the title and the period of the round above and under every page, themes
/// of the board’s own in tables and charts. Each find is told once for a place.
fn i08_beside(published: &Published, round: &Round, document: &Document) -> Vec<DocumentNotice> {
    let dates = OwnDates::of(&published.guard, round, document);
    let mut told: Vec<DocumentNotice> = Vec::new();
    for (beside, text) in beside_sentences(document) {
        let found = published.find(text).into_iter();
        for one in found.filter(|one| !beside.is_own_date(&dates, one.kind, one.quoted(text))) {
            let notice = i08_notice(one.kind, Some(beside.as_str()), one.quoted(text));
            if !told.contains(&notice) {
                told.push(notice);
            }
        }
    }
    order::sort_by_cached_key(&mut told, |one| (one.weight, one.message.clone()));
    told
}

/// Which dates beside the sentences are none of a birth.
struct OwnDates<'r> {
    /// Typed into the title of the round, and births into its period: a period is told by its first day and its last,
    /// and one that follows the title is no birth, whatever the title is about.
    typed: BTreeSet<&'r str>,
    /// The document’s own day and the days of the round’s period, as the lines above and under each page state them.
    stated: BTreeSet<&'r str>,
    /// Whether periods of other rounds stand in heads and titles.
    is_compared: bool,
}

impl<'r> OwnDates<'r> {
    fn of(guard: &Guard, round: &'r Round, document: &'r Document) -> Self {
        const BOTH: &[Kind] = &[Kind::FullDate, Kind::BirthDate];
        let dates = |text: &'r str, kinds: &'static [Kind]| {
            let found = guard.find(text).into_iter().filter(|one| kinds.contains(&one.kind));
            found.map(|one| one.quoted(text)).collect::<Vec<&'r str>>()
        };
        let of_title = dates(&round.title, BOTH).into_iter();
        let provenance = &document.provenance;
        let lines = [&provenance.line, &provenance.running, &round.period];
        Self {
            typed: gathered(of_title.chain(dates(&round.period, &[Kind::BirthDate]))),
            stated: gathered(lines.into_iter().flat_map(|line| dates(line, BOTH))),
            is_compared: document.kind == DocumentKind::Comparison,
        }
    }
}

/// I-02: names that somebody looks for in a document; the list is kept nowhere.
pub fn i02_names(document: &Document, names: &[WatchedName]) -> Vec<DocumentNotice> {
    let guard = Guard::new(names, None);
    let mut notices = Vec::new();
    for sentence in document.sentences() {
        let text = sentence.plain();
        notices.extend(guard.find_names(&text).into_iter().map(|one| {
            let message = ["A name that you look for stands here: ", one.quoted(&text), "."];
            block("I-02", message.concat()).about(Subject::Identifiers).at(sentence)
        }));
    }
    notices.extend(i02_beside(&guard, document));
    notices
}

/// I-02: the same over what is no sentence. A name is told once, in however many cells it stands.
fn i02_beside(guard: &Guard, document: &Document) -> Vec<DocumentNotice> {
    let mut messages = BTreeSet::new();
    for (beside, text) in beside_sentences(document) {
        let (found, place) = (guard.find_names(text), beside.as_str());
        messages.extend(found.iter().map(|one| {
            ["A name that you look for stands in ", place, ": ", one.quoted(text), "."].concat()
        }));
    }
    let notice = |message| block("I-02", message).about(Subject::Identifiers);
    messages.into_iter().map(notice).collect()
}

/// Where words stand that are no sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    Foot,
    Head,
    /// Its caption and its heads.
    Table,
    Row,
    Chart,
}

impl Beside {
    fn as_str(self) -> &'static str {
        match self {
            Self::Foot => "the line under the document",
            Self::Head => "the line above each page",
            Self::Table | Self::Row => "a table",
            Self::Chart => "a chart",
        }
    }

    /// Whether a date is the document’s own day or of the period of a round, and so none of a birth. A comparison has
    /// periods in the heads of its tables and in the titles of its charts.
    fn is_own_date(self, dates: &OwnDates<'_>, kind: Kind, date: &str) -> bool {
        let is_date = matches!(kind, Kind::FullDate | Kind::BirthDate);
        let is_stated = || dates.stated.contains(date) && !dates.typed.contains(date);
        is_date
            && match self {
                Self::Row => false,
                Self::Table | Self::Chart => dates.is_compared || is_stated(),
                Self::Foot | Self::Head => is_stated(),
            }
    }
}

/// Whatever is printed of a document beside its sentences, with where that is.
fn beside_sentences(document: &Document) -> Vec<(Beside, &str)> {
    let provenance = &document.provenance;
    let mut texts =
        vec![(Beside::Foot, provenance.line.as_str()), (Beside::Head, provenance.running.as_str())];
    for part in &document.blocks {
        match part {
            Block::Table(table) => {
                let said = std::iter::once(&table.caption).chain(&table.head);
                texts.extend(said.map(|text| (Beside::Table, text.as_str())));
                let cells = table.rows.iter().flatten();
                texts.extend(cells.map(|text| (Beside::Row, text.as_str())));
            }
            Block::Chart { chart, .. } => {
                let labels = chart.bars.iter().map(|bar| &bar.label);
                let all = std::iter::once(&chart.title).chain(labels).chain(&chart.notes);
                texts.extend(all.map(|text| (Beside::Chart, text.as_str())));
            }
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Bullets(_)
            | Block::Numbered(_) => {}
        }
    }
    texts
}

/// I-08: the guard again, over everything but the contacts that are to be printed.
fn i08_identifiers(published: &Published, sentence: &Sentence, text: &str) -> Vec<DocumentNotice> {
    let contact = sentence.id.split('/').nth(1).is_some_and(|part| part.starts_with("contact"));
    let found = published.find(text).into_iter().filter(|_| !contact);
    let (mut dates, others): (Vec<_>, Vec<_>) = found.partition(|one| one.kind == Kind::FullDate);
    if is_own_date_last(sentence) {
        dates.reverse();
    }
    let dates = dates.into_iter().skip(own_dates(sentence));
    let found = others.into_iter().chain(dates);
    found.map(|one| i08_notice(one.kind, None, one.quoted(text)).at(sentence)).collect()
}

/// How many of its dates, from the first or from the last, are the round's or the plan's own, and so none of a birth.
fn own_dates(sentence: &Sentence) -> usize {
    match sentence.id.rsplit('/').next() {
        _ if !is_typed(sentence) => usize::MAX,
        _ if sentence.own.is_some() || !sentence.evidence.is_empty() => 0,
        Some("step-reached") => 2,
        Some("ratified" | "agreed" | "timely" | "extended" | "begins" | "again") => 1,
        Some("step" | "step-done" | "reviewed" | "closed") => 1,
        _ => 0,
    }
}

/// Whether somebody's role, which was typed, stands before the plan's own date.
fn is_own_date_last(sentence: &Sentence) -> bool {
    matches!(sentence.id.rsplit('/').next(), Some("agreed" | "closed"))
}

/// words that blame. Practice is described, not those who did it.
fn r12_blame(blame: &[String], sentence: &Sentence, text: &str) -> Option<DocumentNotice> {
    let text = text.to_lowercase();
    let word = blame.iter().find(|word| text.contains(word.as_str()))?;
    let message = ["“", word, "” blames somebody. Say what was done or not done instead."].concat();
    Some(confirm("R-12", message).at(sentence))
}

fn blame() -> Vec<String> {
    json::from_slice(include_bytes!("../data/blame.json")).expect("a test reads the words of blame")
}
