//! The auditor's own list of names, which is never exported (I-02).
//!
//! Each word of an entry is looked for as a whole word, in any case and with or
//! without accents, before an apostrophe too; words of one entry that stand
//! together are found together. Names that are words as well ("Grace", "May")
//! count only with a capital, roles never (I-07).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fold::fold_into;
use super::lexicon::{Class, class_of};
use super::tokens::{Gap, Token, tokens};
use super::{Finding, Hint, Kind, Scan};

/// One entry of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// How a word of an entry is looked for.
enum Use {
    Never,
    WithCapital,
    InAnyCase,
}

impl Names {
    pub(super) fn of(list: &[WatchedName]) -> Self {
        let mut names = Self::default();
        for watched in list {
            let entry = names.roles.len();
            names.roles.push(watched.role.trim().to_owned());
            let tokens = tokens(&watched.name);
            let of_place = tokens.iter().any(|token| is_of_place(token.class));
            let mut place = 0;
            while place < tokens.len() {
                let (word, last) = word_at(&tokens, place);
                if tokens.get(place).is_some_and(|first| !first.digits) {
                    names.add(entry, word, of_place);
                }
                place = last + 1;
            }
        }
        names
    }

    fn add(&mut self, entry: usize, word: String, of_place: bool) {
        let needs_capital = match use_of(&word) {
            Use::Never => None,
            // Of "Elm Park School" the Elm is looked for, not every park.
            Use::WithCapital if of_place => None,
            Use::WithCapital => Some(true),
            Use::InAnyCase => Some(false),
        };
        if let Some(needs_capital) = needs_capital {
            // The first entry with a word says its role.
            self.keys.entry(word.clone()).or_insert(Key { entry, needs_capital });
        }
        self.members.insert(word);
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
        while let Some(next) = scan.get(last + 1) {
            let initial = next.gap == Gap::Stop && scan.get(last)?.text.chars().count() == 1;
            if next.digits || !(next.gap.joins_names() || initial) {
                break;
            }
            let member = self.member_at(scan, last + 1);
            let Some(end) = member.filter(|_| next.is_capital()) else { break };
            last = end;
        }
        Some(Finding::new(Kind::ListedName, scan.span(place, last), Hint::Listed(key.entry)))
    }

    fn key_at(&self, scan: &Scan, place: usize) -> Option<(Key, usize)> {
        let token = scan.get(place)?;
        self.known(scan, place, |word| {
            let key = self.keys.get(word)?;
            (!key.needs_capital || token.is_capital()).then_some(*key)
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

/// Whether an entry with such a word names a place rather than a person.
fn is_of_place(class: Option<Class>) -> bool {
    matches!(class, Some(Class::Institution(_) | Class::Centre | Class::Road))
}

fn use_of(word: &str) -> Use {
    if word.chars().nth(1).is_none() {
        return Use::Never;
    }
    match class_of(word) {
        None => Use::InAnyCase,
        Some(Class::Generic | Class::Particle | Class::Link) => Use::Never,
        Some(
            Class::Record | Class::Numbering | Class::Birth | Class::Telephone | Class::Centre,
        ) => Use::Never,
        Some(Class::Institution(_) | Class::Road | Class::Title(_)) => Use::Never,
        Some(Class::Common | Class::Month(_) | Class::Close) => Use::WithCapital,
    }
}
