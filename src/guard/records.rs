//! Numbers by which records are found: behind a word that says so, or too long to count anything.

use super::lexicon::Class;
use super::tokens::{Gap, Token};
use super::{Finding, Kind, Scan};

/// Fewest digits of a number behind a word on records; "case 3" and "record 12" name nobody.
const ANNOUNCED: usize = 4;
/// Fewest digits of a number by itself. Amounts of this size are written with commas.
const ALONE: usize = 7;
/// Fewest digits behind letters, such as `AB123456`.
const LETTERED: usize = 6;
/// Most runs of letters in a number.
const MOST_LETTERS: usize = 2;
/// Most words between the word and the number.
const MOST_BETWEEN: usize = 4;

/// A record's number that begins at this run.
pub(super) fn at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place)?;
    if token.gap == Gap::None && place > 0 {
        return None;
    }
    let lettered = !token.digits;
    if lettered && (token.text.len() > 4 || !joins(scan.get(place + 1))) {
        return None;
    }
    let (last, digits) = code(scan, place);
    let longest = (place..=last).filter_map(|at| scan.get(at)).filter(|it| it.digits);
    let longest = longest.map(|it| it.text.len()).max()?;
    // A reference at random goes from letters to digits and back all along; no system's does.
    let letters = (place..=last).filter_map(|at| scan.get(at)).filter(|it| !it.digits);
    if letters.count() > MOST_LETTERS {
        return None;
    }
    let alone = if lettered { longest >= LETTERED } else { longest >= ALONE };
    let announced = || digits >= ANNOUNCED && is_announced(scan, place);
    (alone || announced()).then(|| Finding::plain(Kind::RecordNumber, scan.span(place, last)))
}

/// Whether the next run goes on the same code.
fn joins(next: Option<&Token>) -> bool {
    next.is_some_and(|next| next.digits && matches!(next.gap, Gap::None | Gap::Hyphen | Gap::Slash))
}

/// The last run of the code and how many digits it has: letters and digits without spaces.
fn code(scan: &Scan, place: usize) -> (usize, usize) {
    let digits = |at: usize| scan.get(at).filter(|it| it.digits).map_or(0, |it| it.text.len());
    let mut last = place;
    let mut count = digits(place);
    for at in place + 1..place + 8 {
        let Some(next) = scan.get(at) else { break };
        let joined = match next.gap {
            Gap::None => true,
            Gap::Hyphen | Gap::Slash => next.digits || next.text.len() <= 2,
            _ => false,
        };
        if !joined {
            break;
        }
        last = at;
        count += digits(at);
    }
    (last, count)
}

/// Whether "hospital number", "crime ref" or a system's name leads to it.
fn is_announced(scan: &Scan, place: usize) -> bool {
    let mut numbering = false;
    let near = place.saturating_sub(MOST_BETWEEN)..place;
    let Some(near) = scan.tokens.get(near) else { return false };
    let mut gap = scan.get(place).map(|token| token.gap);
    for token in near.iter().rev() {
        if gap.is_none_or(|gap| gap.parts() || gap == Gap::Stop) {
            return false;
        }
        match token.class {
            Some(Class::Numbering) => numbering = true,
            Some(Class::Link) => {}
            Some(Class::Record | Class::Institution(_)) => return numbering,
            _ if token.is("case") || token.is("police") || token.is("nhs") => return numbering,
            _ => return false,
        }
        gap = Some(token.gap);
    }
    false
}
