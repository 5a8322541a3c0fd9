//! RA-01: which rounds stand side by side, and in which order.

use chrono::NaiveDate;

use crate::order;
use crate::panel::concerns::PublicationBar;
use crate::panel::expectation::k02_unread;
use crate::panel::workbook::Workbook;
use crate::round::CaseEntry;
use crate::text::listed;

/// Why rounds are not compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// None was chosen besides the one that is open.
    #[error("choose at least one earlier round")]
    NoOther,
    /// The round that is open, or one twice; its title.
    #[error("“{0}” is there already")]
    Twice(String),
    /// It comes after the round that is open; its title.
    #[error("“{0}” comes after this round: open it, and compare from there")]
    Later(String),
    /// Returns of it count and cannot be read here, so that its numbers would lack them (K-02); its title.
    #[error(
        "returns of “{0}” cannot be read in this browser, so its numbers would lack them: open it and import their files again, bring the key that opens them, or decide there to go on without them"
    )]
    NotRead(String),
    /// Cases of it count that may not be published yet, and its numbers would tell of them (C-07).
    #[error(
        "“{round}” cannot be compared yet, because nothing may be published of {cases}: open that round and its page “Immediate concerns”, and close the concern there (or decide about its file, where its signer is not trusted), or clear the case under “Cases held back”; or take the case out of that audit"
    )]
    HeldBack {
        /// The round's title.
        round: String,
        /// Which cases, by their labels, each with the reason.
        cases: String,
    },
}

/// RA-01: rounds to be compared with the round `now`, the oldest first.
///
/// A round's day is the first one known of: returns due, meeting, invitations, terms agreed, first
/// thing done. Where one of two is not known, nothing is said against their order; nor against a
/// round that was recorded as this one's baseline, whatever its dates became since.
pub fn ra01_in_order(
    now: &Workbook,
    mut chosen: Vec<Workbook>,
) -> Result<Vec<Workbook>, ChoiceError> {
    let title = |one: &Workbook| one.plan().round.title.clone();
    if chosen.is_empty() {
        return Err(ChoiceError::NoOther);
    }
    let mut known = vec![&now.plan().round.id];
    for one in &chosen {
        if known.contains(&&one.plan().round.id) {
            return Err(ChoiceError::Twice(title(one)));
        }
        known.push(&one.plan().round.id);
    }
    if let Some(unread) = chosen.iter().find(|one| k02_unread(one).next().is_some()) {
        return Err(ChoiceError::NotRead(title(unread)));
    }
    if let Some((one, cases)) = chosen.iter().find_map(|one| Some((one, c07_held_back(one)?))) {
        return Err(ChoiceError::HeldBack { round: title(one), cases });
    }
    let baseline = now.baseline().and_then(|one| one.round.clone());
    let later =
        |one: &&Workbook| Some(&one.plan().round.id) != baseline.as_ref() && comes_after(one, now);
    if let Some(later) = chosen.iter().find(later) {
        return Err(ChoiceError::Later(title(later)));
    }
    order::sort_by_key(&mut chosen, day);
    Ok(chosen)
}

/// C-07: the cases of a round that count and may not be published yet. Those of the round that is open are
/// told by its documents' own check.
fn c07_held_back(workbook: &Workbook) -> Option<String> {
    let held = |case: &CaseEntry| {
        let bars = workbook.publication_bars(&case.case_ref);
        let why: Vec<&str> = bars.iter().copied().map(why).collect();
        (!why.is_empty()).then(|| [&case.label, " (", &listed(&why), ")"].concat())
    };
    let held: Vec<String> = workbook.plan().open_cases().filter_map(held).collect();
    (!held.is_empty()).then(|| listed(&held))
}

/// What keeps a case back, after its label.
fn why(bar: PublicationBar) -> &'static str {
    match bar {
        PublicationBar::OpenConcern => "an immediate concern is open",
        PublicationBar::DoNotPublish => "held back from publication",
        PublicationBar::Frozen => "frozen",
    }
}

/// Whether a round is known to come after another.
pub(super) fn comes_after(one: &Workbook, now: &Workbook) -> bool {
    day(one).zip(day(now)).is_some_and(|(one, now)| one > now)
}

fn day(workbook: &Workbook) -> Option<NaiveDate> {
    let dates = &workbook.plan().round.dates;
    let begun = || workbook.log().entries().first().map(|entry| entry.stamp.at.date_naive());
    dates.due.or(dates.panel).or(dates.issued).or(dates.agreed).or_else(begun)
}
