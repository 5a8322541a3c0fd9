//! The identifier guard: finds in any text what could tell who a child, a family or a worker is.
//!
//! Knows texts only: not returns, not screens. A [`Guard`] is made once of the
//! auditor's list of names and the period under audit; [`Guard::find`] gives
//! [`Finding`]s in the order of the text, none overlapping another, in time that
//! grows with the text's length; [`Guard::suggestions`] offers what to write
//! instead and [`replaced`] writes it; [`withheld`] is a text as it goes out without them.
//!
//! | kind | rule | level |
//! |---|---|---|
//! | name of the auditor's own list | I-02 | warning |
//! | NHS number, by its check digit; telephone number, e-mail address, postcode | I-03, I-05 | blocks |
//! | reserved test number of the NHS, UPN, National Insurance number, record number, vehicle registration, title with a name, street, school or practice, full date from before the period | I-03, I-05 | warning |
//! | date of birth | I-04 | blocks; warns where the sentence only suggests it |
//! | name that may be of a place, in what goes out only ([`Guard::find_to_publish`]) | I-08 | warning |
//!
//! Roles and their abbreviations are never found (I-07): see `lexicon`. Freephone
//! numbers are not found either: they are helplines, which identify nobody.
//!
//! ```
//! use multi_agency_audit::guard::Guard;
//!
//! let guard = Guard::new(&[], None);
//! let text = "NHS number 943 476 5919 was read out to the social worker.";
//! let found = guard.find(text);
//! assert_eq!(found.iter().map(|one| one.quoted(text)).collect::<Vec<_>>(), ["943 476 5919"]);
//! assert!(guard.find("The social worker read the NHS number out.").is_empty());
//! ```
//!
//! Scanners are written by hand over [`tokens`]: an engine for patterns would be
//! several times as many bytes for the page to load, and none of its patterns
//! could hold a check digit or a calendar.

mod capitals;
mod contacts;
mod dates;
mod fold;
mod instead;
mod lexicon;
mod lines;
mod names;
mod numbers;
mod people;
mod place_names;
mod places;
#[cfg(test)]
mod properties;
mod records;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

pub(crate) use fold::folded;
pub use instead::{Edit, holds_withheld, replaced, replaced_everywhere, utf16_range, withheld};
pub use lexicon::ROLES;
pub use names::{WatchedName, never_looked_for};
pub use place_names::NamedHere;

use crate::envelope::{TextHash, TextSalt};
use crate::order;
use lexicon::{Institution, Title};
use names::Names;
use tokens::{Token, tokens};

/// How grave a finding is (I-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It has to go.
    Block,
    /// It has to go, or a reason is given why it stays.
    Warn,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Ten digits of which the last checks the others.
    NhsNumber,
    /// The same, of the range that the NHS reserves for tests.
    TestNhsNumber,
    /// Such as `020 7946 0018`.
    Telephone,
    /// Such as `someone@example.org`.
    Email,
    /// Such as `SW1A 1AA`.
    Postcode,
    /// A date said to be that of a birth.
    BirthDate,
    /// A full date from before the period under audit, which may be that of a birth.
    FullDate,
    /// Unique pupil number, by its form.
    Upn,
    /// National Insurance number.
    NationalInsurance,
    /// A number that a records system, the police or a hospital gave.
    RecordNumber,
    /// Registration mark of a vehicle.
    Vehicle,
    /// A name of the auditor's own list.
    ListedName,
    /// A title with a name, such as "Mrs Example".
    TitledName,
    /// Such as "12 Example Road".
    Street,
    /// A school, nursery, practice or hospital by its name.
    Institution,
    /// A name behind a word that leads to a place, such as "moved to Larkspur".
    PlaceName,
}

/// Something that could tell who somebody is, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// How grave.
    pub level: Level,
    /// First byte in the text.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    hint: Hint,
}

/// What helps to say it otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    None,
    Date(NaiveDate),
    Title(Title),
    Parents,
    Institution(Institution),
    /// Which entry of the list.
    Listed(usize),
}

/// The days under audit, by which dates of work and dates of birth are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day of it; a full date from then on is one of work.
    pub from: NaiveDate,
    /// The day at which an age is told.
    pub until: NaiveDate,
}

/// Finds identifiers; made once for many texts.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    names: Names,
    period: Option<Period>,
    salt: Option<TextSalt>,
}

impl Kind {
    /// The rule that it falls under.
    pub fn rule(self) -> &'static str {
        match self {
            Self::ListedName => "I-02",
            Self::BirthDate => "I-04",
            Self::NhsNumber
            | Self::TestNhsNumber
            | Self::Telephone
            | Self::Email
            | Self::Postcode
            | Self::FullDate
            | Self::Upn
            | Self::NationalInsurance
            | Self::RecordNumber
            | Self::Vehicle
            | Self::TitledName
            | Self::Street
            | Self::Institution => "I-03",
            Self::PlaceName => "I-08",
        }
    }

    /// How grave it is by itself (I-05): what is certain and always identifies blocks.
    fn level(self) -> Level {
        match self {
            Self::NhsNumber | Self::Telephone | Self::Email | Self::Postcode | Self::BirthDate => {
                Level::Block
            }
            Self::TestNhsNumber
            | Self::FullDate
            | Self::Upn
            | Self::NationalInsurance
            | Self::RecordNumber
            | Self::Vehicle
            | Self::TitledName
            | Self::Street
            | Self::Institution
            | Self::PlaceName
            | Self::ListedName => Level::Warn,
        }
    }

    /// I-08: whether it can be of the work, which a person has to say: a title, a school, a place or a date. What leaves
    /// the panel needs no number, address or registration of anybody.
    pub fn may_be_meant(self) -> bool {
        match self {
            Self::TitledName | Self::Institution | Self::PlaceName | Self::FullDate => true,
            Self::NhsNumber
            | Self::TestNhsNumber
            | Self::Telephone
            | Self::Email
            | Self::Postcode
            | Self::BirthDate
            | Self::Upn
            | Self::NationalInsurance
            | Self::RecordNumber
            | Self::Vehicle
            | Self::ListedName
            | Self::Street => false,
        }
    }

    /// As read by a person: "a telephone number".
    pub fn label(self) -> &'static str {
        words::label(self)
    }
}

impl Finding {
    fn new(kind: Kind, range: Range<usize>, hint: Hint) -> Self {
        Self { kind, level: kind.level(), start: range.start, end: range.end, hint }
    }

    fn plain(kind: Kind, range: Range<usize>) -> Self {
        Self::new(kind, range, Hint::None)
    }

    /// The bytes of the text that it covers.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The words found.
    pub fn quoted<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl Guard {
    /// A guard for these names (I-02) and this period.
    ///
    /// Without a period every full date is found, as in a text that is published.
    pub fn new(names: &[WatchedName], period: Option<Period>) -> Self {
        Self { names: Names::of(names), period, salt: None }
    }

    /// The same, able to say by salted hashes which words a reason was given for (I-06).
    #[must_use]
    pub fn salted(self, salt: Option<TextSalt>) -> Self {
        Self { salt, ..self }
    }

    /// The hash by which a reason names the words that it was given for; `None` without a salt.
    /// Capital letters and accents make no difference, as where a listed name is looked for.
    pub fn trace(&self, words: &str) -> Option<TextHash> {
        let salt = self.salt?;
        let mut folded = String::new();
        for word in words.split_whitespace() {
            fold::fold_into(&mut folded, word);
            folded.push(' ');
        }
        Some(salt.hash(folded.trim_end()))
    }

    /// Whether there is any name that it looks for (I-02).
    pub fn looks_for_names(&self) -> bool {
        self.names.are_looked_for()
    }

    /// The names of its list in this text, also within a street or a school that is named after them.
    pub fn find_names(&self, text: &str) -> Vec<Finding> {
        let scan = Scan { text, tokens: &tokens(text), period: self.period };
        let places = 0..scan.tokens.len();
        apart(places.filter_map(|place| self.names.at(&scan, place)).collect())
    }

    /// Whatever identifies somebody in this text, first to last.
    pub fn find(&self, text: &str) -> Vec<Finding> {
        if text.is_empty() {
            return Vec::new();
        }
        let scan = Scan { text, tokens: &tokens(text), period: self.period };
        let mut found = contacts::emails(text);
        for (place, token) in scan.tokens.iter().enumerate() {
            found.extend(self.names.at(&scan, place));
            if token.begins_nothing() {
                continue;
            }
            let here = [
                numbers::at(&scan, place),
                contacts::telephone_at(&scan, place),
                places::at(&scan, place),
                dates::at(&scan, place),
                people::at(&scan, place),
                records::at(&scan, place),
            ];
            found.extend(here.into_iter().flatten());
        }
        apart(found)
    }
}

/// A text while it is looked through.
struct Scan<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    period: Option<Period>,
}

impl<'t> Scan<'t> {
    fn get(&self, place: usize) -> Option<&Token<'t>> {
        self.tokens.get(place)
    }

    fn before(&self, place: usize) -> Option<&Token<'t>> {
        self.get(place.checked_sub(1)?)
    }

    /// From the beginning of one token to the end of another.
    fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.get(first).map_or(0, |token| token.start);
        start..self.get(last).map_or(start, Token::end)
    }
}

/// "Mrs Example" of which "Example" is listed: the whole, under the role that the list gives it.
fn listed_with_title(one: &Finding, other: &Finding) -> Option<Finding> {
    let listed = match (one.kind, other.kind) {
        (Kind::ListedName, Kind::TitledName) => one,
        (Kind::TitledName, Kind::ListedName) => other,
        _ => return None,
    };
    Some(Finding { start: one.start.min(other.start), end: one.end.max(other.end), ..*listed })
}

/// Leaves the graver, then the longer, of any two that overlap.
fn apart(mut found: Vec<Finding>) -> Vec<Finding> {
    order::sort_by_key(&mut found, |one| (one.start, one.end));
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for one in found {
        let weight = |it: &Finding| (it.level, std::cmp::Reverse(it.end - it.start), it.kind);
        match kept.last_mut() {
            Some(last) if one.start < last.end => {
                if let Some(both) = listed_with_title(last, &one) {
                    *last = both;
                } else if weight(&one) < weight(last) {
                    *last = one;
                }
            }
            Some(_) | None => kept.push(one),
        }
    }
    kept
}
