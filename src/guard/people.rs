//! People by title and name: "Mrs Example", "Dr. A. Example-Sample", "Mr and Mrs Example".

use super::capitals::{is_name_behind_ms, is_name_behind_rank};
use super::lexicon::{Class, Title};
use super::tokens::{Gap, Token};
use super::{Finding, Hint, Kind, Scan, lines};

/// Most words of one name behind its first.
const MOST_MORE: usize = 3;
/// Most initials before a name.
const MOST_INITIALS: usize = 3;

/// A title with its name that begins at this run.
///
/// A title with one letter ("Mr X") names nobody, nor does a title alone (I-07).
pub(super) fn at(scan: &Scan, place: usize) -> Option<Finding> {
    let token = scan.get(place).filter(|token| token.gap != Gap::None)?;
    let Some(Class::Title(title)) = token.class else { return None };
    if !is_written_as_title(token, title) {
        return None;
    }
    let name = name_after(scan, place, title)?;
    let last = last_of_name(scan, place, name);
    let couple = couple_before(scan, place);
    let hint = if couple.is_some() { Hint::Parents } else { Hint::Title(title) };
    let range = scan.span(couple.unwrap_or(place), last);
    Some(Finding::new(Kind::TitledName, range, hint))
}

/// "Mrs" and no "mrs"; "PC" and no "Pc".
fn is_written_as_title(token: &Token, title: Title) -> bool {
    match title {
        Title::Police => {
            token.is_capital()
                && (token.text.len() > 3 || token.is("sgt") || token.is_all_capitals())
        }
        Title::Man | Title::Woman | Title::Any | Title::Doctor => token.is_capital(),
    }
}

/// The first word of the name, behind initials if there are any.
fn name_after(scan: &Scan, title: usize, kind: Title) -> Option<usize> {
    let mut place = title + 1;
    for _ in 0..=MOST_INITIALS {
        let token = scan.get(place)?;
        let wrapped = if place == title + 1 {
            token.gap == Gap::Line && lines::name_may_follow(scan, title, kind)
        } else {
            lines::goes_on_here(scan, title, place)
        };
        if !wrapped && !matches!(token.gap, Gap::Space | Gap::Dot | Gap::Stop) {
            return None;
        }
        if token.class == Some(Class::Particle) && !token.is_capital() {
            place += 1;
            continue;
        }
        if !token.is_capital() {
            return None;
        }
        if is_name(token) {
            return follows_title(scan, title, kind, place).then_some(place);
        }
        let joined = scan.get(place + 1)?;
        let surname = joined.gap == Gap::Apostrophe && joined.is_capital();
        if token.text.len() == 1 && surname {
            return Some(place);
        }
        if token.text.chars().count() > 1 {
            return None;
        }
        place += 1;
    }
    None
}

/// Whether the word belongs to the title, where the title in capitals may be something else.
fn follows_title(scan: &Scan, title: usize, kind: Title, place: usize) -> bool {
    match kind {
        Title::Police => is_name_behind_rank(scan, place),
        Title::Woman if scan.get(title).is_some_and(|token| token.text == "MS") => {
            is_name_behind_ms(scan, title, place)
        }
        Title::Man | Title::Woman | Title::Any | Title::Doctor => true,
    }
}

/// Whether a capitalised word can be a name.
fn is_name(token: &Token) -> bool {
    let known = match token.class {
        None | Some(Class::Surname | Class::Common | Class::Month(_) | Class::Particle) => true,
        // "Mr Park", "Mrs Lane".
        Some(Class::Close | Class::Road) => true,
        Some(_) => false,
    };
    known && token.text.chars().nth(1).is_some()
}

/// The last run of the name that begins here: second names, hyphens and apostrophes included.
///
/// On the line of its first word only: the next one may begin with a word of its own, which what is written
/// instead of the name would take away.
fn last_of_name(scan: &Scan, title: usize, first: usize) -> usize {
    let in_capitals = |place: usize| scan.get(place).is_some_and(Token::is_all_capitals);
    let shouted = in_capitals(first);
    // In "MRS EXAMPLE CAME" nothing tells where the name ends.
    let endless = shouted && in_capitals(title);
    let goes_on =
        |place: usize| !endless && (!shouted || in_capitals(place)) && is_further_name(scan, place);
    let mut last = past_particles(scan, first);
    let mut more = last - first;
    while let Some(next) = scan.get(last + 1) {
        let surname = past_initial(scan, last + 1).filter(|place| goes_on(*place));
        if let Some(surname) = surname.filter(|_| more < MOST_MORE) {
            more += 1;
            last = surname;
            continue;
        }
        let joined = match next.gap {
            Gap::Hyphen => !next.digits,
            Gap::Apostrophe => next.is_capital(),
            Gap::Space if next.class == Some(Class::Particle) => {
                scan.get(last + 2).is_some_and(|it| it.gap == Gap::Space) && goes_on(last + 2)
            }
            Gap::Space => goes_on(last + 1),
            _ => false,
        };
        if !joined || more >= MOST_MORE {
            break;
        }
        more += 1;
        last += 1;
    }
    last
}

/// The word behind a middle initial that stands here: "Ann M. Example".
pub(super) fn past_initial(scan: &Scan, place: usize) -> Option<usize> {
    let initial = scan.get(place).filter(|it| it.gap == Gap::Space && it.is_capital())?;
    let next = scan.get(place + 1)?;
    let alone = initial.text.chars().nth(1).is_none();
    (alone && matches!(next.gap, Gap::Space | Gap::Stop | Gap::Dot)).then_some(place + 1)
}

/// The name proper behind "DE" or "VAN DER" with which a name begins, in capitals too.
fn past_particles(scan: &Scan, first: usize) -> usize {
    let mut place = first;
    while place < first + MOST_MORE && scan.get(place).is_some_and(is_particle) {
        let next = scan.get(place + 1).filter(|next| next.gap == Gap::Space && next.is_capital());
        let goes_on = next.is_some_and(|it| is_particle(it) || is_further_name(scan, place + 1));
        if !goes_on {
            break;
        }
        place += 1;
    }
    place
}

fn is_particle(token: &Token) -> bool {
    token.class == Some(Class::Particle)
}

/// A further name: a capitalised word that is no other word of the guard's, in capitals or not.
fn is_further_name(scan: &Scan, place: usize) -> bool {
    let Some(token) = scan.get(place).filter(|token| token.is_capital()) else { return false };
    let next = |gap: Gap| scan.get(place + 1).is_some_and(|it| it.gap == gap && it.is_capital());
    let one_letter = token.text.chars().nth(1).is_none();
    match token.class {
        // "Mr John O’Neill".
        None if one_letter => next(Gap::Apostrophe),
        None => true,
        Some(Class::Common) => !one_letter,
        // "Mr John West", but not what begins "West Midlands" or "Early Help".
        Some(Class::Surname) => !next(Gap::Space),
        Some(_) => false,
    }
}

/// Where "Mr and" before "Mrs" begins.
fn couple_before(scan: &Scan, place: usize) -> Option<usize> {
    let gap = scan.get(place)?.gap;
    let title = match gap {
        Gap::And => place.checked_sub(1)?,
        Gap::Space if scan.before(place)?.is("and") => place.checked_sub(2)?,
        _ => return None,
    };
    let token = scan.get(title)?;
    let is_title = matches!(token.class, Some(Class::Title(Title::Man | Title::Woman)));
    (is_title && token.is_capital()).then_some(title)
}
