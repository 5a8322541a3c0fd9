//! What to write instead of a finding, and writing it.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::lexicon::{Institution, Title};
use super::{Finding, Guard, Hint, Kind, ROLES, words};
use crate::text::month_and_year;

/// Stands in for anything when no role fits.
const REMOVED: &str = "[removed]";
/// Ends what stands for words that are withheld.
const WITHHELD: &str = " withheld]";
/// How much of a text around a finding decides what else is found there, in bytes.
const AROUND: usize = 400;

/// A change to a text, all in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes.
    pub text: String,
}

impl Edit {
    /// The text after the change; unchanged where the edit is none of its own.
    pub fn applied(&self, text: &str) -> String {
        match (text.get(..self.range.start), text.get(self.range.end..)) {
            (Some(before), Some(after)) => [before, &self.text, after].concat(),
            _ => text.to_owned(),
        }
    }
}

impl Guard {
    /// What could be written instead, likeliest first. Nothing offered is itself found again.
    pub fn suggestions(&self, text: &str, finding: &Finding) -> Vec<String> {
        let mut offered: Vec<String> = Vec::new();
        for wording in self.wordings(finding) {
            if !offered.contains(&wording) && self.holds_nothing(text, finding, &wording) {
                offered.push(wording);
            }
        }
        offered
    }

    fn wordings(&self, finding: &Finding) -> Vec<String> {
        let mut wordings = match finding.hint {
            Hint::None => owned(plain(finding.kind)),
            Hint::Parents => owned(&["the parents", "the grandparents", "the carers"]),
            Hint::Title(title) => owned(people(title)),
            Hint::Institution(kind) => owned(institutions(kind)),
            Hint::Date(day) => self.dates(finding.kind, day),
            Hint::Listed(entry) => {
                let own = self.names.role(entry).map(str::to_owned);
                own.into_iter().chain(ROLES.iter().take(6).map(|role| (*role).to_owned())).collect()
            }
        };
        wordings.push(REMOVED.to_owned());
        wordings
    }

    fn dates(&self, kind: Kind, day: NaiveDate) -> Vec<String> {
        let age = self.period.and_then(|period| age(day, period.until));
        match (kind, age) {
            (Kind::BirthDate, Some(age)) => vec![age],
            (Kind::BirthDate, None) => Vec::new(),
            _ => vec![month_and_year(day), day.year().to_string()],
        }
    }

    /// Whether the words, once written, are found by nothing.
    fn holds_nothing(&self, text: &str, finding: &Finding, wording: &str) -> bool {
        let (from, until) = around(text, finding);
        let near = text.get(from..until).unwrap_or_default();
        let here = finding.start - from..finding.end - from;
        let edit = fitted(near, here, wording);
        let written = edit.range.start..edit.range.start + edit.text.len();
        let after = edit.applied(near);
        let found = self.find(&after);
        found.iter().all(|one| one.end <= written.start || one.start >= written.end)
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The part of a text that bears on a finding, at borders between letters.
fn around(text: &str, finding: &Finding) -> (usize, usize) {
    let mut from = finding.start.saturating_sub(AROUND);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut until = finding.end.saturating_add(AROUND).min(text.len());
    while !text.is_char_boundary(until) {
        until += 1;
    }
    (from, until)
}

fn plain(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Telephone => &["their telephone number"],
        Kind::Email => &["their e-mail address"],
        Kind::Postcode | Kind::Street => &["the family’s home", "a relative’s home"],
        Kind::Vehicle => &["their vehicle"],
        Kind::PlaceName => &["another town"],
        Kind::NhsNumber
        | Kind::TestNhsNumber
        | Kind::BirthDate
        | Kind::FullDate
        | Kind::Upn
        | Kind::NationalInsurance
        | Kind::RecordNumber
        | Kind::TitledName
        | Kind::Institution
        | Kind::ListedName => &[],
    }
}

fn people(title: Title) -> &'static [&'static str] {
    match title {
        Title::Man => &["the father", "the mother’s partner", "the grandfather", "the teacher"],
        Title::Woman => &["the mother", "the grandmother", "the teacher", "the social worker"],
        Title::Any => &["the mother", "the father", "the worker"],
        Title::Doctor => &["the GP", "the paediatrician", "the doctor"],
        Title::Police => &["the police officer"],
    }
}

fn institutions(kind: Institution) -> &'static [&'static str] {
    match kind {
        Institution::School => &["the school", "School A"],
        Institution::Nursery => &["the nursery", "Nursery A"],
        Institution::Practice => &["the GP practice", "Practice A"],
        Institution::Hospital => &["the hospital", "Hospital A"],
    }
}

/// "aged 12", "aged 5 months" (I-04); `None` where the day is still to come.
fn age(born: NaiveDate, on: NaiveDate) -> Option<String> {
    if born > on {
        return None;
    }
    let months = (on.year() - born.year()) * 12 + i32::try_from(on.month()).ok()?
        - i32::try_from(born.month()).ok()?
        - i32::from(on.day() < born.day());
    Some(match months {
        0 => "aged under 1 month".to_owned(),
        1 => "aged 1 month".to_owned(),
        2..24 => ["aged ", &months.to_string(), " months"].concat(),
        _ => ["aged ", &(months / 12).to_string()].concat(),
    })
}

/// I-08: the text without the words of these findings; what they were stands there: "[postcode withheld]".
///
/// `findings` are of the text, in its order.
pub fn withheld(text: &str, findings: &[Finding]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for one in findings {
        written.push_str(text.get(from..one.start).unwrap_or_default());
        written.extend(["[", words::withheld(one.kind), WITHHELD]);
        from = one.end;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    written
}

/// I-08: whether a text stands for one of which something is withheld.
pub fn holds_withheld(text: &str) -> bool {
    text.contains(WITHHELD)
}

/// The text with a finding's words replaced, fitted into its sentence.
pub fn replaced(text: &str, finding: &Finding, wording: &str) -> String {
    fitted(text, finding.range(), wording).applied(text)
}

/// One edit that replaces these words wherever the same finding has them.
///
/// `findings` are those of the text. One edit, so that one undo takes it back.
pub fn replaced_everywhere(
    text: &str,
    findings: &[Finding],
    quoted: &str,
    wording: &str,
) -> Option<Edit> {
    let same: Vec<&Finding> = findings.iter().filter(|one| one.quoted(text) == quoted).collect();
    let edits: Vec<Edit> = same.iter().map(|one| fitted(text, one.range(), wording)).collect();
    let range = edits.first()?.range.start..edits.last()?.range.end;
    let mut written = String::new();
    let mut from = range.start;
    for edit in &edits {
        written.push_str(text.get(from..edit.range.start)?);
        written.push_str(&edit.text);
        from = edit.range.end;
    }
    Some(Edit { range, text: written })
}

/// "the the" becomes "the", and a sentence keeps its capital.
fn fitted(text: &str, range: Range<usize>, wording: &str) -> Edit {
    let before = text.get(..range.start).unwrap_or_default();
    let mut start = range.start;
    for article in ["the ", "The ", "a ", "A "] {
        let repeats = ["the ", "a ", "an "].iter().any(|it| wording.starts_with(it));
        let whole = |rest: &str| !rest.ends_with(char::is_alphanumeric);
        if repeats && before.strip_suffix(article).is_some_and(whole) {
            start -= article.len();
        }
    }
    let before = text.get(..start).unwrap_or_default();
    let text = if begins_sentence(before) { capitalised(wording) } else { wording.to_owned() };
    Edit { range: start..range.end, text }
}

fn begins_sentence(before: &str) -> bool {
    let written = before.trim_end();
    let gap = before.get(written.len()..).unwrap_or_default();
    written.is_empty()
        || gap.contains('\n')
        || (written.ends_with(['.', '!', '?']) && !gap.is_empty())
}

fn capitalised(wording: &str) -> String {
    let mut letters = wording.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The same range in UTF-16 units, as a browser counts the text of a control.
pub fn utf16_range(text: &str, range: &Range<usize>) -> Range<usize> {
    let units = |until: usize| text.get(..until).unwrap_or_default().encode_utf16().count();
    units(range.start)..units(range.end)
}
