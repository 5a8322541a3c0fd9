//! Names that may be of places in a text that goes out: a capital behind a word that leads to a place (I-08).
//!
//! No list of places is at hand, and nothing tells "moved to Larkspur" from "gave it to Mary". So it is asked about
//! and bars nothing, and nobody is asked while typing: no [`Guard::find`] finds it.

use std::collections::BTreeSet;

use super::capitals::is_one_of;
use super::fold::folded;
use super::lexicon::Class;
use super::tokens::{Gap, Token, tokens};
use super::{Finding, Guard, Kind, Scan, apart};
use crate::gather::gathered;

/// What a place is told with.
const LEADS: &str = "around at from in into leaving near outside to towards via";

/// With a capital they are of the work, the calendar or the text itself: "in Phase 2", "at Easter".
const NO_NAMES: &str = "area autumn board care chapter christmas director directors easter \
     executive key level need needs ofsted part phase quarter question reception round safeguard \
     schedule spring stage step summer term tier together winter working";

/// They are part of a name, and none by themselves: "Upper Quill", "New Larkspur".
const BESIDE: &str = "east great high little lower new north old royal south upper west";

/// Most runs of one name.
const MOST_WORDS: usize = 6;

/// Words that name no place to ask about where they stand: those of which the names of a board and its agencies are
/// made.
#[derive(Debug, Clone, Default)]
pub struct NamedHere(BTreeSet<String>);

/// What a run is to the name of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    /// Only together with a name.
    Beside,
    Other,
}

impl NamedHere {
    /// Of these names.
    pub fn of<'t>(names: impl IntoIterator<Item = &'t str>) -> Self {
        let words = names.into_iter().flat_map(tokens);
        Self(gathered(words.map(|token| folded(token.text))))
    }

    fn holds(&self, token: &Token) -> bool {
        self.0.contains(&folded(token.text))
    }
}

impl Guard {
    /// I-08: what [`find`](Self::find) finds in a text that goes out, and names that may be of places there.
    pub fn find_to_publish(&self, text: &str, named: &NamedHere) -> Vec<Finding> {
        let mut found = self.find(text);
        let scan = Scan { text, tokens: &tokens(text), period: None };
        let leads = 0..scan.tokens.len();
        found.extend(leads.filter_map(|lead| name_behind(&scan, lead, named)));
        apart(found)
    }
}

/// The name behind a word that leads to a place.
fn name_behind(scan: &Scan, lead: usize, named: &NamedHere) -> Option<Finding> {
    let first = lead + 1;
    let begins = matches!(scan.get(first)?.gap, Gap::Space | Gap::Line | Gap::Bracket);
    if !begins || !is_one_of(scan.get(lead)?, LEADS) {
        return None;
    }
    let mut last = None;
    for place in first..first + MOST_WORDS {
        let Some(token) = scan.get(place).filter(|_| goes_on(scan, first, place)) else { break };
        match part_of(token, named) {
            _ if place > first && is_within(token) => {}
            Part::Name => last = Some(place),
            Part::Beside => last = last.and(Some(place)),
            Part::Other => break,
        }
    }
    Some(Finding::plain(Kind::PlaceName, scan.span(first, last?)))
}

/// Whether a run can belong to the name that the runs before it began.
fn goes_on(scan: &Scan, first: usize, place: usize) -> bool {
    let Some((before, token)) = scan.before(place).zip(scan.get(place)) else { return false };
    place == first
        || token.gap.joins_names()
        || token.gap == Gap::Apostrophe
        || (token.gap == Gap::Stop && before.is("st"))
}

/// The small words of "Quill-on-Tarn" and "Tarn’s Edge".
fn is_within(token: &Token) -> bool {
    match token.gap {
        Gap::Hyphen => !token.digits && !token.is_capital(),
        Gap::Apostrophe => token.is("s"),
        _ => false,
    }
}

/// "GP" and "CAMHS" are abbreviations.
fn part_of(token: &Token, named: &NamedHere) -> Part {
    let is_word = token.is_capital() && !token.is_all_capitals();
    if !is_word || is_one_of(token, NO_NAMES) || named.holds(token) {
        return Part::Other;
    }
    match token.class {
        _ if is_one_of(token, BESIDE) => Part::Beside,
        None | Some(Class::Common) => Part::Name,
        Some(Class::Particle | Class::Close | Class::Road) => Part::Beside,
        Some(_) => Part::Other,
    }
}
