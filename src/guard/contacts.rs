//! Telephone numbers and e-mail addresses.

use std::ops::RangeInclusive;

use super::lexicon::Class;
use super::tokens::{Gap, Token};
use super::{Finding, Kind, Scan};

/// Fewest and most digits of a number of this country, with its leading 0.
const NATIONAL: RangeInclusive<usize> = 10..=11;
/// The same with a country's code.
const INTERNATIONAL: RangeInclusive<usize> = 9..=15;
/// The same behind the word "telephone", where it may be a local one.
const ANNOUNCED: RangeInclusive<usize> = 6..=15;

/// A telephone number that begins at this run.
pub(super) fn telephone_at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place).filter(|token| token.digits)?;
    let before = scan.before(place);
    // Behind a space another number may have ended: "at 10.30 07700 900123".
    let begins = token.gap == Gap::Space && is_area_code(token);
    let goes_on = before.is_some_and(|before| before.digits && in_number(token.gap));
    if (goes_on && !begins) || (token.gap == Gap::None && before.is_some()) {
        return None;
    }
    let international = scan.text.as_bytes().get(token.start.wrapping_sub(1)) == Some(&b'+');
    let (lengths, start) = if international {
        (INTERNATIONAL, token.start - 1)
    } else if is_exit_code(token) {
        (INTERNATIONAL, token.start)
    } else if is_area_code(token) {
        (NATIONAL, token.start)
    } else if is_announced(scan, place) {
        (ANNOUNCED, token.start)
    } else {
        return None;
    };
    let (last, count) = groups(scan, place, &lengths);
    let end = scan.get(last)?.end();
    let brackets = scan.text.as_bytes().get(start.wrapping_sub(1)) == Some(&b'(')
        && scan.text.get(start..end).is_some_and(|number| number.contains(')'));
    (lengths.contains(&count) && !is_helpline(token))
        .then(|| Finding::plain(Kind::Telephone, start - usize::from(brackets)..end))
}

/// `0044`: calls abroad begin with 00, and no country with a 0.
fn is_exit_code(token: &Token) -> bool {
    let country = token.text.strip_prefix("00").and_then(|rest| rest.bytes().next());
    country.is_some_and(|digit| digit != b'0')
}

/// `020`, `0121`, `01632`, `07700`, or the whole number in one.
fn is_area_code(token: &Token) -> bool {
    let second = token.text.as_bytes().get(1);
    token.text.len() >= 3
        && token.text.starts_with('0')
        && second.is_some_and(|digit| matches!(digit, b'1'..=b'3' | b'5' | b'7'..=b'9'))
}

/// Freephone: helplines, which identify nobody.
fn is_helpline(first: &Token) -> bool {
    ["0800", "0808"].iter().any(|code| first.text.starts_with(code))
}

/// Whether the word before says that a telephone number follows.
fn is_announced(scan: &Scan, place: usize) -> bool {
    let near = place.saturating_sub(3)..place;
    let Some(near) = scan.tokens.get(near) else { return false };
    for token in near.iter().rev() {
        match token.class {
            Some(Class::Telephone) => return true,
            Some(Class::Link | Class::Numbering) => {}
            _ => return false,
        }
    }
    false
}

fn in_number(gap: Gap) -> bool {
    gap.joins_digits() || gap == Gap::Bracket
}

/// The last run of the number and how many digits it has, as many as `lengths` and runs allow.
fn groups(scan: &Scan, place: usize, lengths: &RangeInclusive<usize>) -> (usize, usize) {
    let mut last = place;
    let mut count = scan.get(place).map_or(0, |token| token.text.len());
    // Behind the word "telephone" numbers one a line are as likely to count calls.
    let mut may_wrap = *lengths != ANNOUNCED;
    while let Some(next) = scan.get(last + 1) {
        // The (0) in +44 (0)20.
        let trunk = next.text == "0" && next.gap == Gap::Bracket;
        let fits = count + next.text.len() <= *lengths.end() && (next.text.len() > 1 || trunk);
        let wrapped = may_wrap && count < *lengths.start() && is_wrapped(scan, last + 1);
        if !(next.digits && fits && (in_number(next.gap) || wrapped)) {
            break;
        }
        may_wrap &= !wrapped;
        count += next.text.len();
        last += 1;
    }
    (last, count)
}

/// Whether a run at the start of a line may go on a number: "07700" and "900123", but not "at 0930"
/// and "12.03.26" or "2026-03-12".
fn is_wrapped(scan: &Scan, place: usize) -> bool {
    let chain = |gap| matches!(gap, Gap::Slash | Gap::Hyphen | Gap::Dot);
    let dated = scan.get(place + 1).is_some_and(|next| next.digits && chain(next.gap));
    let long = |token: &Token| token.gap == Gap::Line && token.text.len() > 2;
    !dated && scan.get(place).is_some_and(long)
}

/// Longest parts of an address that are looked at, in bytes (RFC 5321 4.5.3.1).
const MOST_LOCAL: usize = 64;
const MOST_DOMAIN: usize = 255;

/// Every e-mail address of a text.
pub(super) fn emails(text: &str) -> Vec<Finding> {
    text.match_indices('@').filter_map(|(at, _)| email(text, at)).collect()
}

fn email(text: &str, at: usize) -> Option<Finding> {
    let local = text.get(..at)?.char_indices().rev().take(MOST_LOCAL);
    let local = local.take_while(|(_, it)| it.is_alphanumeric() || "._%+-'’".contains(*it));
    let start = local.map(|(place, _)| place).last()?;
    let after = text.get(at + 1..)?.char_indices().take(MOST_DOMAIN);
    let domain = after.take_while(|(_, it)| it.is_alphanumeric() || matches!(it, '.' | '-'));
    let length = domain.map(|(place, letter)| place + letter.len_utf8()).last()?;
    let domain = text.get(at + 1..at + 1 + length)?.trim_end_matches(['.', '-']);
    let (host, top) = domain.rsplit_once('.')?;
    let whole = !host.trim_matches('.').is_empty()
        && top.chars().count() > 1
        && top.chars().all(char::is_alphabetic);
    whole.then(|| Finding::plain(Kind::Email, start..at + 1 + domain.len()))
}
