//! Numbers that a state gave: NHS, pupil and National Insurance numbers, each by its own check.

use super::tokens::{Gap, Token};
use super::{Finding, Kind, Scan};

/// An identifying number that begins at this run.
pub(super) fn at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place)?;
    if token.digits { nhs_number(scan, place) } else { lettered(scan, place) }
}

fn lettered(scan: &Scan, place: usize) -> Option<Finding> {
    let joined = scan.get(place + 1).is_some_and(|next| next.digits);
    if !joined || scan.get(place)?.gap == Gap::None {
        return None;
    }
    upn(scan, place).or_else(|| national_insurance(scan, place))
}

/// Ten digits that pass modulus 11: in one run, as 3-3-4, or however they stand behind the word NHS.
fn nhs_number(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place)?;
    let last = match token.text.len() {
        10 => place,
        _ => grouped(scan, place)?,
    };
    let range = scan.span(place, last);
    let digits: Vec<u8> = digits_of(scan.text.get(range.clone())?).collect();
    if !passes_modulus_11(&digits) {
        return None;
    }
    let reserved = digits.starts_with(&[9, 9, 9]);
    let kind = if reserved { Kind::TestNhsNumber } else { Kind::NhsNumber };
    Some(Finding::plain(kind, range))
}

/// The last of the runs that make ten digits: three of 3, 3 and 4, or any after "NHS".
///
/// As 3, 3 and 4 they may follow another number, as in "aged 7 943 476 5919", and be wrapped once.
/// Where more than one line ends among them they are a list.
fn grouped(scan: &Scan, place: usize) -> Option<usize> {
    let first = scan.get(place)?;
    let goes_on =
        first.gap.joins_digits() && scan.before(place).is_some_and(|before| before.digits);
    let mut count = first.text.len();
    let mut last = place;
    let mut wrapped = false;
    while count < 10 && last < place + 9 {
        let next = scan.get(last + 1).filter(|token| token.digits)?;
        match next.gap {
            Gap::Line if !wrapped => wrapped = true,
            gap if gap.joins_digits() => {}
            _ => return None,
        }
        count += next.text.len();
        last += 1;
    }
    let lengths = |offset: usize| scan.get(place + offset).map(|token| token.text.len());
    let three = last == place + 2 && [lengths(0), lengths(1), lengths(2)] == [3, 3, 4].map(Some);
    let announced = || !goes_on && !wrapped && follows_nhs(scan, place);
    (count == 10 && (three || announced())).then_some(last)
}

/// Whether "NHS" stands at most three words before.
fn follows_nhs(scan: &Scan, place: usize) -> bool {
    let near = place.saturating_sub(4)..place;
    scan.tokens.get(near).is_some_and(|near| near.iter().any(|token| token.is("nhs")))
}

fn digits_of(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0')
}

/// The tenth digit checks the nine before it. The same digit ten times passes and is nobody's.
pub(super) fn passes_modulus_11(digits: &[u8]) -> bool {
    let [first @ .., check] = digits else { return false };
    if digits.len() != 10 || first.iter().all(|digit| digit == check) {
        return false;
    }
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, by)| u32::from(*digit) * by).sum();
    let expected = match 11 - sum % 11 {
        11 => 0,
        rest => rest,
    };
    expected == u32::from(*check)
}

/// A letter and twelve digits, of which a temporary number's last is a letter. Wrapped, its letter has to fit.
fn upn(scan: &Scan, place: usize) -> Option<Finding> {
    let [letter, number] = [scan.get(place)?, scan.get(place + 1)?];
    if letter.text.len() != 1 {
        return None;
    }
    let next = scan.get(place + 2);
    let after = next.filter(|token| token.gap == Gap::None);
    let joined = number.gap == Gap::None;
    let wrapped = next.filter(|token| token.digits && token.gap == Gap::Line && joined);
    let last = match (number.text.len(), after) {
        (12, None) => place + 1,
        (11, Some(after)) if after.text.len() == 1 && joined => place + 2,
        (some, None) if wrapped.is_some_and(|rest| some + rest.text.len() == 12) => place + 2,
        _ => return None,
    };
    let range = scan.span(place, last);
    let text = scan.text.get(range.clone())?;
    let whole = (joined && !text.contains(['\n', '\r'])) || checks_letter(text);
    (matches!(number.gap, Gap::None | Gap::Space | Gap::Line) && whole)
        .then(|| Finding::plain(Kind::Upn, range))
}

/// Whether the first letter of a pupil number is the one that its digits make, modulus 23.
pub(super) fn checks_letter(upn: &str) -> bool {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        letter => LETTERS
            .iter()
            .position(|known| *known == letter.to_ascii_uppercase())
            .and_then(|place| u32::try_from(place).ok()),
    };
    let mut bytes = upn.bytes().filter(u8::is_ascii_alphanumeric);
    let letter = bytes.next().and_then(value);
    let sum: u32 = bytes.zip(2..).filter_map(|(byte, by)| Some(value(byte)? * by)).sum();
    letter == Some(sum % 23)
}

/// Two letters, six digits, one letter of A to D: together, or in pairs; in capitals it may be wrapped once.
fn national_insurance(scan: &Scan, place: usize) -> Option<Finding> {
    let prefix = scan.get(place)?;
    if !is_prefix(prefix.text) {
        return None;
    }
    let first = scan.get(place + 1)?;
    let spaced = |token: &Token| matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Line);
    let last = match first.text.len() {
        6 if first.gap == Gap::None || spaced(first) => place + 1,
        2 if first.gap == Gap::None || spaced(first) => {
            let pairs = [scan.get(place + 2)?, scan.get(place + 3)?];
            pairs.iter().all(|pair| pair.is_digits(2) && spaced(pair)).then_some(place + 3)?
        }
        _ => return None,
    };
    let suffix = scan.get(last + 1)?;
    let is_suffix = matches!(suffix.text, "A" | "B" | "C" | "D")
        || (first.gap == Gap::None && matches!(suffix.text, "a" | "b" | "c" | "d"));
    let ends = scan.get(last + 2).is_none_or(|token| token.gap != Gap::None);
    let near = suffix.gap == Gap::None || spaced(suffix);
    (is_suffix && near && ends && is_one_number(scan, place, last + 1))
        .then(|| Finding::plain(Kind::NationalInsurance, scan.span(place, last + 1)))
}

/// Whether at most one line ends in it, and no sentence begins with its last letter: "at 12 34 56" above
/// "A visit".
fn is_one_number(scan: &Scan, first: usize, last: usize) -> bool {
    let tokens = scan.tokens.get(first + 1..=last).unwrap_or_default();
    match tokens.iter().filter(|token| token.gap == Gap::Line).count() {
        0 => true,
        1 => {
            let in_capitals = scan.get(first).is_some_and(Token::is_all_capitals);
            let sentence = scan.get(last).is_some_and(|it| it.gap == Gap::Line && it.text == "A")
                && scan.get(last + 1).is_some_and(|next| next.gap == Gap::Space);
            in_capitals && !sentence
        }
        _ => false,
    }
}

fn is_prefix(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let [first, second] = upper.as_bytes() else { return false };
    let given = |byte: &u8, never: &[u8]| byte.is_ascii_uppercase() && !never.contains(byte);
    given(first, b"DFIQUV")
        && given(second, b"DFIOQUV")
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&upper.as_str())
}
