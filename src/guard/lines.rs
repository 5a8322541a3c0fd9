//! Names that go on on the next line: what is pasted from a letter or a log is cut into lines of one length.

use super::Scan;
use super::lexicon::{Class, Title};
use super::tokens::{Gap, Token};

/// Fewest bytes of a line that was cut because it was full; a shorter one may be a note by itself.
///
/// Only its length tells: letters, logs and e-mails are cut at 60 to 80 characters, and a line ends before the word
/// that did not fit, so that a full one may be a long word shorter, or stand in a column. Bytes stand for characters:
/// an accent more or less does not decide, and they are looked at from the end without reading the text again.
const FULL: usize = 40;
/// Most bytes of such a line; a longer one was cut by nobody: it is a paragraph, which ends where its sentence does.
const LONGEST: usize = 100;

/// Behind these a title is an office, or a thing: "told the PC".
const ARTICLES: &str =
    "a an another any each every her his my no our same that the their this your";

/// Names that end as what somebody did does.
const NAMES_LIKE_DEEDS: &str = "ahmed fielding fred golding harding javed keeling majeed manning \
     mohamed mohammed muhammed naveed rasheed reed saeed sayed syed waheed";

/// Whether the name of this title may stand on the next line: only in a sentence, and where a person is
/// meant. "Title: Mr" ends there, and so does a note of "seen by Dr" before "Bruise".
pub(super) fn name_may_follow(scan: &Scan, title: usize, kind: Title) -> bool {
    let Some(token) = scan.get(title).filter(|token| token.gap == Gap::Space) else { return false };
    // "Has MS" ends a line far more often than a name does.
    if token.text == "MS" {
        return false;
    }
    let addressed = matches!(kind, Title::Man | Title::Woman);
    if addressed && !token.is("miss") {
        return true;
    }
    let goes_on = addressed || is_full(scan, token);
    goes_on && !is_no_person(scan, title, kind) && !is_deed_at(scan, title + 1)
}

/// Whether the run is the first of a line, and the line before was cut because it was full. A full stop
/// that ends the line is an initial's; that of "Mr A." ends a sentence about somebody whom it names nowhere.
///
/// Of "Mr A" without one nothing tells whether "Thresholds" below it begins a paragraph, or is a name as "Quillfeather"
/// is below "Dr J". It is warned of: a reason lets a word stay, and a name that is passed over is out.
pub(super) fn goes_on_here(scan: &Scan, title: usize, place: usize) -> bool {
    let Some((last, token)) = scan.before(place).zip(scan.get(place)) else { return false };
    let initial = last.text.chars().nth(1).is_none();
    let ends_line = match over_lines(scan, last, token) {
        "" => token.gap == Gap::Line,
        "." => initial && place > title + 2,
        _ => false,
    };
    ends_line && is_full(scan, last) && !is_deed(token.text)
}

/// Whether a word tells what was done, as one with which a note begins: "Discharged home".
pub(super) fn is_deed(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends = small.ends_with("ed") || small.ends_with("ing");
    ends && NAMES_LIKE_DEEDS.split_ascii_whitespace().all(|name| name != small)
}

fn is_deed_at(scan: &Scan, place: usize) -> bool {
    scan.get(place).is_some_and(|token| is_deed(token.text))
}

/// "The PC", and "12 Elm Dr", which is a street.
fn is_no_person(scan: &Scan, title: usize, kind: Title) -> bool {
    let Some(before) = scan.before(title) else { return false };
    let article = ARTICLES.split_ascii_whitespace().any(|word| before.is(word));
    let mut house = (2..=3).filter_map(|back| scan.get(title.checked_sub(back)?));
    let named = matches!(before.class, None | Some(Class::Common | Class::Surname));
    let street = kind == Title::Doctor && before.is_capital() && named;
    article || (street && house.any(|token| token.digits))
}

fn is_full(scan: &Scan, last: &Token) -> bool {
    let from = last.end().saturating_sub(LONGEST);
    let before = scan.text.as_bytes().get(from..last.end()).unwrap_or_default();
    let ended = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    let begins = ended.map(|at| at + 1).or((from == 0).then_some(0));
    begins.is_some_and(|at| before.len() - at >= FULL)
}

/// What stands between two runs of which the second is on another line, spaces aside; blank where both
/// are on one.
fn over_lines<'t>(scan: &Scan<'t>, last: &Token, next: &Token) -> &'t str {
    let between = scan.text.get(last.end()..next.start).unwrap_or_default();
    if between.matches('\n').count() == 1 { between.trim() } else { "" }
}
