//! Titles and ranks in capitals: where a word in capitals behind them is a name, and where it is an
//! abbreviation or goes on a heading.

use super::Scan;
use super::lexicon::Class;
use super::lines::is_deed;
use super::tokens::{Gap, Token};

/// Surnames of three letters that in capitals are hardly ever an abbreviation.
const SHORT_SURNAMES: &str = "ali cox das fox kay kim lam lau lee orr rai ray roy";

/// Nobody's names: forms of the illness and what belongs to it, programs, and workers by their initials.
const NOBODYS: &str = "clinic diagnosis edss excel idva isva medication office outlook ppms relapse \
     relapses rrms society specialist spms symptoms therapy treatment trust word";

/// Behind these "MS" is the illness, where small and capital letters do not tell.
const HAVING: &str = "diagnosed diagnosis had has have having her his history living my possible \
     suffer suffering suffers suspected their treated";

/// Whether a name behind "PC" or "DS" is one: in capitals a short or a known word is more likely an
/// abbreviation, or goes on a heading. "DC YOUNG attended" is no heading.
pub(super) fn is_name_behind_rank(scan: &Scan, place: usize) -> bool {
    let Some(token) = scan.get(place) else { return false };
    if !token.is_all_capitals() || is_one_of(token, SHORT_SURNAMES) {
        return true;
    }
    let next = scan.get(place + 1).filter(|next| next.gap == Gap::Space);
    let in_heading = next.is_some_and(Token::is_all_capitals);
    let free = match token.class {
        None | Some(Class::Common) => !is_one_of(token, NOBODYS),
        Some(Class::Surname) => !in_heading,
        Some(_) => false,
    };
    free && token.text.chars().nth(3).is_some()
}

/// Whether "MS" is a title before this word: "MS KHAN", and neither "MS Society" nor "HAS MS RELAPSED".
pub(super) fn is_name_behind_ms(scan: &Scan, title: usize, place: usize) -> bool {
    let Some(token) = scan.get(place).filter(|token| token.is_all_capitals()) else { return false };
    let around = [title.checked_sub(1), place.checked_add(1)];
    let shouted = around.into_iter().flatten().any(|near| is_shouted(scan, near));
    let mut before = (1..=2).filter_map(|back| scan.get(title.checked_sub(back)?));
    let ill = before.any(|word| is_one_of(word, HAVING));
    is_name_behind_rank(scan, place) && !(shouted && (ill || is_deed(token.text)))
}

fn is_shouted(scan: &Scan, place: usize) -> bool {
    scan.get(place).is_some_and(|it| it.is_all_capitals() && it.text.chars().nth(1).is_some())
}

/// Whether a word is in a row of small letters.
pub(super) fn is_one_of(token: &Token, row: &str) -> bool {
    row.split_ascii_whitespace().any(|word| token.is(word))
}
