//! The auditor's own list of names, which is never exported (I-02).
//!
//! Each word of an entry is looked for as a whole word, in any case and with or
//! without accents, before an apostrophe too; words of one entry that stand
//! together are found together. Names that are words as well ("Grace", "May", "Young")
//! count only with a capital; roles and words that begin sentences never (I-07), which
//! [`never_looked_for`] tells.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fold::fold_into;
use super::lexicon::{Class, class_of, is_nobodys};
use super::people::past_initial;
use super::tokens::{Gap, Token, tokens};
use super::{Finding, Hint, Kind, Scan};

/// One entry of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WatchedName {
    /// As the auditor knows them, such as a first name, a surname or both.
    pub name: String,
    /// What to write instead, such as "the mother"; empty where not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// The list, ready for looking up.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// By the word as it is compared.
    keys: BTreeMap<String, Key>,
    /// Every word of every entry.
    members: BTreeSet<String>,
    roles: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
struct Key {
    entry: usize,
    needs_capital: bool,
}

/// A word of an entry.
struct Word<'t> {
    /// As it stands in the entry.
    written: &'t str,
    folded: String,
    sought: Use,
}

/// How a word of an entry is looked for.
enum Use {
    Never,
    WithCapital,
    InAnyCase,
}

/// The words of a list that are looked for nowhere, as they are written there.
///
/// Titles are left out where they stand by a name that is looked for.
pub fn never_looked_for(list: &[WatchedName]) -> Vec<String> {
    let keys = Names::of(list).keys;
    let mut told = BTreeSet::new();
    let mut never = Vec::new();
    for watched in list {
        let words = words_of(&watched.name);
        let named = words.iter().any(|word| keys.contains_key(&word.folded));
        for word in words {
            let by_name = named && matches!(class_of(&word.folded), Some(Class::Title(_)));
            if !by_name && !keys.contains_key(&word.folded) && told.insert(word.folded) {
                never.push(word.written.to_owned());
            }
        }
    }
    never
}

impl Names {
    pub(super) fn of(list: &[WatchedName]) -> Self {
        let mut names = Self::default();
        for watched in list {
            let entry = names.roles.len();
            names.roles.push(watched.role.trim().to_owned());
            for word in words_of(&watched.name) {
                names.add(entry, word);
            }
        }
        names
    }

    fn add(&mut self, entry: usize, word: Word) {
        let needs_capital = match word.sought {
            Use::Never => None,
            Use::WithCapital => Some(true),
            Use::InAnyCase => Some(false),
        };
        if let Some(needs_capital) = needs_capital {
            // The first entry with a word says its role.
            self.keys.entry(word.folded.clone()).or_insert(Key { entry, needs_capital });
        }
        self.members.insert(word.folded);
    }

    /// Whether any word of it is looked for.
    pub(super) fn are_looked_for(&self) -> bool {
        !self.keys.is_empty()
    }

    /// What the list says to write instead.
    pub(super) fn role(&self, entry: usize) -> Option<&str> {
        self.roles.get(entry).map(String::as_str).filter(|role| !role.is_empty())
    }

    /// A listed name that begins at this run.
    pub(super) fn at(&self, scan: &Scan, place: usize) -> Option<Finding> {
        if self.keys.is_empty() {
            return None;
        }
        let token = scan.get(place).filter(|token| !token.digits)?;
        if matches!(token.gap, Gap::None | Gap::Apostrophe) && place > 0 {
            return None;
        }
        let (key, mut last) = self.key_at(scan, place)?;
        // Words of the list that stand together are one name.
        while let Some(end) = self.goes_on(scan, last) {
            last = end;
        }
        Some(Finding::new(Kind::ListedName, scan.span(place, last), Hint::Listed(key.entry)))
    }

    /// The end of the next word of the list, where it stands with the one that ends here; over a middle
    /// initial, too.
    fn goes_on(&self, scan: &Scan, last: usize) -> Option<usize> {
        let next = scan.get(last + 1).filter(|next| !next.digits)?;
        let initial = next.gap == Gap::Stop && scan.get(last)?.text.chars().count() == 1;
        if !(next.gap.joins_names() || initial) {
            return None;
        }
        let member = |place: usize| {
            self.member_at(scan, place).filter(|_| scan.get(place).is_some_and(Token::is_capital))
        };
        member(last + 1).or_else(|| member(past_initial(scan, last + 1)?))
    }

    fn key_at(&self, scan: &Scan, place: usize) -> Option<(Key, usize)> {
        let token = scan.get(place)?;
        self.known(scan, place, |word| {
            let key = self.keys.get(word)?;
            // "DI" is a rank; Di may be on the list.
            let is_rank = matches!(token.class, Some(Class::Title(_))) && token.is_all_capitals();
            (!is_rank && (!key.needs_capital || token.is_capital())).then_some(*key)
        })
    }

    fn member_at(&self, scan: &Scan, place: usize) -> Option<usize> {
        self.known(scan, place, |word| self.members.contains(word).then_some(())).map(|it| it.1)
    }

    /// Looks up the word that begins here: whole, without its possessive s, then as a family's plural.
    fn known<T>(
        &self,
        scan: &Scan,
        place: usize,
        look_up: impl Fn(&str) -> Option<T>,
    ) -> Option<(T, usize)> {
        let (word, last) = word_at(scan.tokens, place);
        if let Some(found) = look_up(&word) {
            return Some((found, last));
        }
        let ends_in_s = scan.get(last).is_some_and(|end| end.is("s") && last > place);
        if ends_in_s {
            let bare = word.strip_suffix('s')?;
            return look_up(bare).map(|found| (found, last - 1));
        }
        let capital = scan.get(place).is_some_and(Token::is_capital);
        let one = word.strip_suffix('s').filter(|_| capital)?;
        look_up(one).map(|found| (found, last))
    }
}

/// The word that begins at this run, folded, with what follows its apostrophes: "O’Neill’s" is "oneills".
fn word_at(tokens: &[Token], place: usize) -> (String, usize) {
    let mut word = String::new();
    let mut last = place;
    for (at, token) in tokens.iter().enumerate().skip(place) {
        if at > place && (token.gap != Gap::Apostrophe || token.digits) {
            break;
        }
        fold_into(&mut word, token.text);
        last = at;
    }
    (word, last)
}

/// The words of an entry, first to last.
fn words_of(name: &str) -> Vec<Word<'_>> {
    let tokens = tokens(name);
    let of_place = is_of_place(&tokens);
    let mut words = Vec::new();
    let mut place = 0;
    while let Some(first) = tokens.get(place) {
        let (folded, last) = word_at(&tokens, place);
        let end = tokens.get(last).map_or(first.end(), Token::end);
        let sought = match use_of(&folded) {
            _ if first.digits => Use::Never,
            // Of "Elm Park School" the Elm is looked for, not every park.
            Use::WithCapital if of_place => Use::Never,
            other => other,
        };
        words.push(Word {
            written: name.get(first.start..end).unwrap_or_default(),
            folded,
            sought,
        });
        place = last + 1;
    }
    words
}

/// Whether an entry names a place rather than a person: "Elm Park School", "12 Elm Lane", and not
/// "Ann Lane".
fn is_of_place(tokens: &[Token]) -> bool {
    let addressed = tokens.iter().any(|token| token.digits || token.class == Some(Class::Close));
    tokens.iter().any(|token| match token.class {
        Some(Class::Institution(_) | Class::Centre) => true,
        Some(Class::Road) => addressed || !(token.is("lane") || token.is("street")),
        _ => false,
    })
}

fn use_of(word: &str) -> Use {
    if word.chars().nth(1).is_none() {
        return Use::Never;
    }
    match class_of(word) {
        None => Use::InAnyCase,
        Some(Class::Institution(_) | Class::Centre) => Use::Never,
        Some(Class::Title(_)) if word != "di" && word != "sergeant" => Use::Never,
        Some(_) if is_nobodys(word) => Use::Never,
        Some(_) => Use::WithCapital,
    }
}
