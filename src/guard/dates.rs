//! Full dates, and which of them are said to be those of a birth (I-03, I-04).

use chrono::{Datelike as _, NaiveDate};

use super::lexicon::Class;
use super::tokens::{Gap, Token};
use super::{Finding, Hint, Kind, Level, Period, Scan};

/// A date as it is written. Without a year it is full only as a birthday.
#[derive(Clone, Copy)]
struct Written {
    last: usize,
    day: u32,
    month: u32,
    year: Option<Year>,
}

#[derive(Clone, Copy)]
enum Year {
    Whole(i32),
    /// Its last two digits.
    Short(i32),
}

/// A date that begins at this run, unless it is one of work.
pub(super) fn at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place)?;
    if !token.digits && !matches!(token.class, Some(Class::Month(_))) {
        return None;
    }
    if token.gap == Gap::None || follows_number(scan, place) {
        return None;
    }
    let birth = birth_before(scan, place);
    let written = written_at(scan, place, birth.is_some())?;
    let day = date(&written, scan.period)?;
    let is_full = written.year.is_some();
    if let Some(cue) = birth {
        return Some(finding(scan, Kind::BirthDate, (cue, written.last), day));
    }
    if !is_full {
        return None;
    }
    if let Some(last) = birth_after(scan, written.last) {
        return Some(finding(scan, Kind::BirthDate, (place, last), day));
    }
    if suggests_birth(scan, place) {
        let found = finding(scan, Kind::BirthDate, (place, written.last), day);
        return Some(Finding { level: Level::Warn, ..found });
    }
    let of_work = scan.period.is_some_and(|period| day >= period.from);
    (!of_work).then(|| finding(scan, Kind::FullDate, (place, written.last), day))
}

fn finding(scan: &Scan, kind: Kind, (first, last): (usize, usize), day: NaiveDate) -> Finding {
    Finding::new(kind, scan.span(first, last), Hint::Date(day))
}

/// Whether the run goes on a chain of numbers, such as the 2 of `1/2/2014`.
fn follows_number(scan: &Scan, place: usize) -> bool {
    let chain = |gap| matches!(gap, Gap::Slash | Gap::Hyphen | Gap::Dot);
    let gap = scan.get(place).map(|token| token.gap);
    gap.is_some_and(chain) && scan.before(place).is_some_and(|before| before.digits)
}

fn date(written: &Written, period: Option<Period>) -> Option<NaiveDate> {
    let year = match written.year {
        Some(Year::Whole(year)) => year,
        Some(Year::Short(year)) => {
            // Nobody audits what is still to come by more than a year.
            let newest = period.map_or(2049, |period| period.until.year() + 1);
            if 2000 + year <= newest { 2000 + year } else { 1900 + year }
        }
        // A leap year, so that 29 February is a day.
        None => 2000,
    };
    let day = NaiveDate::from_ymd_opt(year, written.month, written.day)?;
    (1900..2200).contains(&day.year()).then_some(day)
}

fn written_at(scan: &Scan, place: usize, birth: bool) -> Option<Written> {
    month_first(scan, place)
        .or_else(|| named(scan, place, birth))
        .or_else(|| numeric(scan, place, birth))
        .or_else(|| together(scan, place, birth))
}

/// "12 March 2014", "12th of March, 2014", "12-Mar-14"; for a birthday also without the year.
fn named(scan: &Scan, place: usize, birth: bool) -> Option<Written> {
    let day = scan.get(place)?.number().filter(|day| (1..=31).contains(day))?;
    let mut next = place + 1;
    if scan.get(next).is_some_and(is_ordinal) {
        next += 1;
    }
    if scan.get(next).is_some_and(|token| token.is("of") && token.gap == Gap::Space) {
        next += 1;
    }
    let month = scan.get(next)?;
    let Some(Class::Month(number)) = month.class else { return None };
    // "Visits: 3" above "March 2014" is no date, unless one of birth is due.
    let wrapped = birth && month.gap == Gap::Line;
    let apart = month.gap.parts() && !wrapped;
    if apart || matches!(month.gap, Gap::Stop | Gap::Bracket | Gap::Apostrophe) {
        return None;
    }
    let year = scan.get(next + 1).and_then(year_after);
    let last = next + usize::from(year.is_some());
    (year.is_some() || birth).then_some(Written { last, day, month: number, year })
}

fn is_ordinal(token: &Token) -> bool {
    token.gap == Gap::None && ["st", "nd", "rd", "th"].iter().any(|ending| token.is(ending))
}

/// The year behind a month: four digits, or two behind a hyphen, slash or apostrophe.
fn year_after(token: &Token) -> Option<Year> {
    let number = i32::try_from(token.number()?).ok()?;
    match (token.text.len(), token.gap) {
        (4, Gap::None | Gap::Space | Gap::Comma | Gap::Hyphen | Gap::Slash | Gap::Dot) => {
            Some(Year::Whole(number))
        }
        (2, Gap::Hyphen | Gap::Slash | Gap::Apostrophe) => Some(Year::Short(number)),
        _ => None,
    }
}

/// "March 12, 2014".
fn month_first(scan: &Scan, place: usize) -> Option<Written> {
    let Some(Class::Month(month)) = scan.get(place)?.class else { return None };
    let number = scan.get(place + 1).filter(|token| token.gap == Gap::Space)?;
    let day = number.number().filter(|day| number.text.len() <= 2 && *day > 0)?;
    let mut next = place + 2;
    if scan.get(next).is_some_and(is_ordinal) {
        next += 1;
    }
    let year = scan.get(next).filter(|token| token.text.len() == 4).and_then(year_after)?;
    Some(Written { last: next, day, month, year: Some(year) })
}

/// `12/03/2014`, `12.3.14`, `2014-03-12`, `12 03 2014`.
fn numeric(scan: &Scan, place: usize, birth: bool) -> Option<Written> {
    let [first, second, third] = [scan.get(place)?, scan.get(place + 1)?, scan.get(place + 2)?];
    let gap = second.gap;
    let chain = matches!(gap, Gap::Slash | Gap::Hyphen | Gap::Dot | Gap::Dash | Gap::Space);
    let goes_on = scan.get(place + 3).is_some_and(|next| {
        next.gap == Gap::None || (next.digits && next.gap == gap && gap != Gap::Space)
    });
    if !chain || third.gap != gap || goes_on || second.text.len() > 2 {
        return None;
    }
    let [a, b, c] = [first.number()?, second.number()?, third.number()?];
    let lengths = (first.text.len(), second.text.len(), third.text.len());
    let whole = |year: u32| i32::try_from(year).ok().map(Year::Whole);
    let (day, month, year) = match (lengths, gap) {
        ((4, _, 1 | 2), Gap::Slash | Gap::Hyphen | Gap::Dot) => (c, b, whole(a)?),
        ((2, 2, 4), Gap::Space) => (a, b, whole(c)?),
        ((_, _, _), Gap::Space) => return None,
        ((1 | 2, _, 4), _) => (a, b, whole(c)?),
        ((1 | 2, _, 2), _)
            if birth || gap == Gap::Slash || (first.text.len(), second.text.len()) == (2, 2) =>
        {
            (a, b, Year::Short(i32::try_from(c).ok()?))
        }
        _ => return None,
    };
    Some(Written { last: place + 2, day, month, year: Some(year) })
}

/// `12032014` or `120314`, behind a word on birth only.
fn together(scan: &Scan, place: usize, birth: bool) -> Option<Written> {
    let token = scan.get(place).filter(|_| birth)?;
    let part = |range| token.text.get(range).and_then(|digits: &str| digits.parse().ok());
    let year = match token.text.len() {
        8 => Year::Whole(i32::try_from(part(4..8)?).ok()?),
        6 => Year::Short(i32::try_from(part(4..6)?).ok()?),
        _ => return None,
    };
    Some(Written { last: place, day: part(0..2)?, month: part(2..4)?, year: Some(year) })
}

/// Words between "born" and its date.
const MOST_LINKS: usize = 4;
/// Words between them within one sentence.
const MOST_BETWEEN: usize = 12;

/// Where "born on", "date of birth:" or "d.o.b." begins, if that is what leads to the date.
fn birth_before(scan: &Scan, date: usize) -> Option<usize> {
    let mut place = date;
    for _ in 0..=MOST_LINKS {
        let after = scan.get(place)?;
        if matches!(after.gap, Gap::Break | Gap::None) {
            return None;
        }
        place = place.checked_sub(1)?;
        if let Some(cue) = birth_at(scan, place) {
            return (!begins_anew(after) || announces(scan, cue, place)).then_some(cue);
        }
        let token = scan.get(place)?;
        let ends = match after.gap {
            Gap::Stop | Gap::Semicolon => true,
            Gap::Line => token.is("given") || token.is("recorded"),
            _ => false,
        };
        if !is_link(token) || ends {
            return None;
        }
    }
    None
}

/// Whether something else may begin at this run: with a date or a capital on a new line, or behind
/// a semicolon.
fn begins_anew(token: &Token) -> bool {
    match token.gap {
        Gap::Semicolon => true,
        Gap::Line => token.digits || token.is_capital(),
        _ => false,
    }
}

/// Whether a word on birth, from its first run to its last, leads to what stands apart from it:
/// "DOB" does, and "Born" on a line of its own. Below "Baby born" another entry begins.
fn announces(scan: &Scan, first: usize, last: usize) -> bool {
    let (Some(word), Some(end)) = (scan.get(first), scan.get(last)) else { return false };
    let label = ["dob", "d", "date", "birthdate"].iter().any(|label| word.is(label))
        || (word.is("birth") && last > first);
    let colon = scan.text.as_bytes().get(end.end()) == Some(&b':');
    let starts_line = matches!(word.gap, Gap::Line | Gap::Break);
    // In a column of dates and events the word is an event.
    let below_date = scan.before(first).is_some_and(|before| before.digits);
    label || colon || (word.class == Some(Class::Birth) && starts_line && !below_date)
}

fn is_link(token: &Token) -> bool {
    token.class == Some(Class::Link)
        || ["on", "is", "was", "the", "of", "as", "at"].iter().any(|word| token.is(word))
}

/// The first run of a word on birth that ends here.
fn birth_at(scan: &Scan, place: usize) -> Option<usize> {
    let token = scan.get(place)?;
    let back = |steps: usize| place.checked_sub(steps).and_then(|at| scan.get(at));
    // "Pre-birth" and "new-born" lead to dates of work.
    let hyphenated = token.gap == Gap::Hyphen && !token.is("dob");
    if token.class == Some(Class::Birth) && !hyphenated {
        return Some(place);
    }
    if token.is("b")
        && parts_letters(token.gap)
        && back(1).is_some_and(|it| it.is("o") && it.gap == token.gap)
        && back(2).is_some_and(|it| it.is("d"))
    {
        return Some(place - 2);
    }
    let of_birth = back(1).is_some_and(|it| it.is("of")) && back(2).is_some_and(|it| it.is("date"));
    if token.is("birth") && of_birth {
        return Some(place - 2);
    }
    if token.is("birth") && !hyphenated {
        return Some(place);
    }
    (token.is("date") && back(1).is_some_and(|it| it.is("birth"))).then(|| place - 1)
}

/// As in "d.o.b.", "d/o/b", "d-o-b" and "d o b".
fn parts_letters(gap: Gap) -> bool {
    matches!(gap, Gap::Dot | Gap::Stop | Gap::Slash | Gap::Hyphen | Gap::Space)
}

/// Where "(DOB)" behind a date ends.
fn birth_after(scan: &Scan, last: usize) -> Option<usize> {
    let next = scan.get(last + 1)?;
    let near = matches!(next.gap, Gap::Bracket | Gap::Space);
    (near && (next.is("dob") || next.is("ganwyd"))).then_some(last + 1)
}

/// Whether the sentence speaks of a birth before the date.
fn suggests_birth(scan: &Scan, date: usize) -> bool {
    let mut place = date;
    for _ in 0..MOST_BETWEEN {
        let gap = scan.get(place).map(|token| token.gap);
        if gap.is_none_or(|gap| gap.parts() || gap == Gap::Stop) || place == 0 {
            return false;
        }
        place -= 1;
        let cue = scan.get(place).filter(|token| token.class == Some(Class::Birth));
        if cue.is_some_and(|token| token.gap != Gap::Hyphen) {
            return true;
        }
    }
    false
}
