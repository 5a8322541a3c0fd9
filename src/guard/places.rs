//! Where somebody lives or goes: postcodes, streets, schools and practices by name, and what they drive.

use super::lexicon::{Class, Institution};
use super::tokens::{Gap, Token};
use super::{Finding, Hint, Kind, Scan};

/// A place that begins or, for streets and institutions, ends at this run.
pub(super) fn at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place).filter(|token| !token.digits)?;
    match token.class {
        Some(Class::Road) => street(scan, place, Needs::Name),
        Some(Class::Close) => street(scan, place, Needs::Number),
        Some(Class::Institution(kind)) => institution(scan, place, place, kind),
        Some(Class::Centre) => centre(scan, place),
        _ => None,
    }
    .or_else(|| postcode(scan, place))
    .or_else(|| vehicle(scan, place))
}

/// Postcode areas (Royal Mail), each with a space behind.
const AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG \
                     DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM \
                     IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW \
                     OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY \
                     TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

/// An area, a district, a digit and two letters, such as `SW1A 1AA`, `M1 1AE` or `b338th`.
fn postcode(scan: &Scan, place: usize) -> Option<Finding> {
    let area = scan.get(place)?;
    let district = scan.get(place + 1).filter(|token| token.digits && token.gap == Gap::None)?;
    if area.gap == Gap::None || !is_area(area.text) {
        return None;
    }
    // Three digits, or two without a gap, hold the digit of the second half.
    let (letters, spaced) = match (district.text.len(), scan.get(place + 2)?) {
        (2 | 3, next) if !next.digits && next.gap == Gap::None && next.text.len() == 2 => {
            (place + 2, false)
        }
        (1 | 2, next) if next.digits => {
            (scan.get(place + 3).is_some().then_some(place + 3)?, next.gap != Gap::None)
        }
        (1, sub) if sub.gap == Gap::None && sub.text.len() == 1 => {
            let digit = scan.get(place + 3).filter(|token| token.digits)?;
            (place + 4, digit.gap != Gap::None)
        }
        _ => return None,
    };
    let digit = scan.get(letters - 1)?;
    let own_digit = letters - 1 > place + 1;
    let digit_fits = !own_digit
        || (digit.text.len() == 1
            && matches!(digit.gap, Gap::None | Gap::Space | Gap::Hyphen | Gap::Line));
    let unit = scan.get(letters).filter(|token| token.gap == Gap::None)?;
    let ends = scan.get(letters + 1).is_none_or(|token| token.gap != Gap::None);
    (digit_fits && ends && is_unit(unit.text) && !reads_otherwise(area, digit, unit, spaced))
        .then(|| Finding::plain(Kind::Postcode, scan.span(place, letters)))
}

fn is_area(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    text.len() <= 2 && AREAS.split(' ').any(|area| area == upper)
}

/// The two letters at the end, of which some are never used.
fn is_unit(text: &str) -> bool {
    let never = |byte: u8| b"CIKMOV".contains(&byte.to_ascii_uppercase());
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic() && !never(byte))
}

/// "SW1 2nd visit" and "s47 2hr delay" are no addresses.
fn reads_otherwise(area: &Token, digit: &Token, unit: &Token, spaced: bool) -> bool {
    let small = unit.text.to_ascii_lowercase();
    let ordinal = matches!(
        (digit.text, small.as_str()),
        ("1", "st") | ("2", "nd") | ("3", "rd") | ("4" | "5" | "6" | "7" | "8" | "9" | "0", "th")
    );
    let in_small_letters = unit.text != unit.text.to_ascii_uppercase();
    let measure = matches!(small.as_str(), "hr" | "yr" | "ft" | "lb" | "gp" | "sw");
    // An entry of a list begins "2ND VISIT".
    let plainly = in_small_letters || digit.gap == Gap::Line || area.is("sw");
    spaced && ((ordinal && plainly) || (measure && in_small_letters))
}

/// What makes a street of the words before "Road" or "Close".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Name,
    Number,
}

/// How many words of a name are looked at.
const MOST_WORDS: usize = 4;

/// "12 Example Road", "Example Road", "Flat 2, 12 Example Close".
fn street(scan: &Scan, last: usize, needs: Needs) -> Option<Finding> {
    let first = name_before(scan, last, names_a_street)?;
    let number = house_number(scan, first);
    let kind = scan.get(last)?;
    if (needs == Needs::Number && number.is_none()) || !(kind.is_capital() || number.is_some()) {
        return None;
    }
    Some(Finding::plain(Kind::Street, scan.span(number.unwrap_or(first), last)))
}

fn names_a_street(token: &Token) -> bool {
    match token.class {
        None
        | Some(Class::Common | Class::Particle | Class::Close | Class::Month(_) | Class::Road) => {
            true
        }
        Some(_) => false,
    }
}

/// The first of the capitalised words before `last` that make a name, if any of them does.
fn name_before(scan: &Scan, last: usize, names: fn(&Token) -> bool) -> Option<usize> {
    let mut first = None;
    let mut place = last;
    for _ in 0..MOST_WORDS {
        let joined = scan.get(place)?.gap;
        let Some(word) = scan.before(place) else { break };
        let possessive = word.is("s") && word.gap == Gap::Apostrophe;
        let fits = joined.joins_names()
            || joined == Gap::Apostrophe
            || (joined == Gap::Stop && word.is("st"));
        if word.digits || !fits || !(word.is_capital() || possessive) {
            break;
        }
        place -= 1;
        if !possessive && names(word) && word.text.len() > 1 {
            first = Some(place);
        }
    }
    first
}

/// Where the address begins: `12`, `12a`, `Flat 2, 12`.
fn house_number(scan: &Scan, name: usize) -> Option<usize> {
    let mut place = name.checked_sub(1)?;
    let near = |token: &Token| matches!(token.gap, Gap::Space | Gap::Comma);
    if !near(scan.get(name)?) {
        return None;
    }
    let token = scan.get(place)?;
    if !token.digits {
        // The letter of 12a.
        let letter = token.text.len() == 1 && token.gap == Gap::None;
        place = letter.then(|| place.checked_sub(1)).flatten()?;
    }
    let number = scan.get(place).filter(|token| token.digits)?;
    if number.text.len() > 4 || is_year(number) {
        return None;
    }
    let flat = place.checked_sub(2).and_then(|at| Some((at, scan.get(at)?, scan.get(at + 1)?)));
    match flat {
        Some((at, word, two)) if word.is("flat") && two.digits && near(number) => Some(at),
        Some(_) | None => Some(place),
    }
}

fn is_year(number: &Token) -> bool {
    number.number().is_some_and(|number| (1900..2100).contains(&number))
}

/// "Example Primary School", "St Example’s Academy".
fn institution(scan: &Scan, last: usize, name_ends: usize, kind: Institution) -> Option<Finding> {
    if !scan.get(last)?.is_capital() {
        return None;
    }
    let first = name_before(scan, name_ends, names_an_institution)?;
    Some(Finding::new(Kind::Institution, scan.span(first, last), Hint::Institution(kind)))
}

fn names_an_institution(token: &Token) -> bool {
    // "Contacted School" begins a note.
    let verb = token.text.ends_with("ed") || token.text.ends_with("ing");
    match token.class {
        None => !verb && !token.is_all_capitals(),
        Some(Class::Common | Class::Particle | Class::Close | Class::Road | Class::Month(_)) => {
            true
        }
        Some(_) => false,
    }
}

/// "Example Medical Practice", but no "Good Practice" and no "Contact Centre".
fn centre(scan: &Scan, last: usize) -> Option<Finding> {
    let what = scan.before(last)?;
    let health = ["medical", "health", "surgery", "dental"].iter().any(|word| what.is(word));
    health.then(|| institution(scan, last, last - 1, Institution::Practice)).flatten()
}

/// Marks of three forms, in capitals: `AB12 CDE`, `A123 BCD`, `ABC 123D`.
fn vehicle(scan: &Scan, place: usize) -> Option<Finding> {
    let [letters, number, rest] = [scan.get(place)?, scan.get(place + 1)?, scan.get(place + 2)?];
    let shape = (letters.text.len(), number.text.len(), rest.text.len());
    let form = match shape {
        (2, 2, 3) => number.gap == Gap::None && is_age(number) && near(rest),
        (1, 3, 3) => number.gap == Gap::None && near(rest),
        (3, 3, 1) => near(number) && rest.gap == Gap::None,
        _ => false,
    };
    let capitals = letters.is_all_capitals() && rest.is_all_capitals() && number.digits;
    let ends = scan.get(place + 3).is_none_or(|token| token.gap != Gap::None);
    (form && capitals && ends && letters.gap != Gap::None)
        .then(|| Finding::plain(Kind::Vehicle, scan.span(place, place + 2)))
}

fn near(token: &Token) -> bool {
    matches!(token.gap, Gap::None | Gap::Space)
}

/// The half year of registration: 02 for March 2002, 52 for September.
fn is_age(number: &Token) -> bool {
    number.number().is_some_and(|number| (2..50).contains(&number) || (51..100).contains(&number))
}
