//! When working papers may be destroyed, and what stands in the way.

use chrono::{DateTime, NaiveDate, Utc};

use crate::panel::concerns::{Hold, concern_board, unverified};
use crate::panel::copies::cp01_copies_open;
use crate::panel::workbook::Workbook;
use crate::text::listed;

/// Where a round stands by its date of retention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// The board set no date.
    NotSet,
    /// They are kept until this day.
    Until(NaiveDate),
    /// They were to be destroyed on this day.
    Due(NaiveDate),
}

/// Why nothing is destroyed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PurgeError {
    /// Cases are frozen while something serious is looked into (edge case 29); their labels.
    #[error(
        "frozen: {0}. What may be evidence is not destroyed: clear it on the concern board first"
    )]
    Frozen(String),
    /// Immediate concerns that nobody has closed (C-06), or that stand in a file about which nobody has decided (C-05).
    #[error(
        "immediate concerns still open: {0}. On the concern board, close each of them, or decide about the file in which \
         it stands, first"
    )]
    OpenConcerns(usize),
    /// Returns that count of which neither a copy was sent nor a reason recorded (CP-01).
    #[error(
        "copies to practitioners still owed: {0}. On the page of copies, record of each that it was sent, or why not, \
         first"
    )]
    CopiesOwed(usize),
    /// Nobody is named by role.
    #[error("enter the role of whoever decides")]
    NoRole,
    /// The day has not come, or none is set, and no reason was written.
    #[error("say why the working papers are destroyed before their day")]
    NoReason,
    /// The title was not typed, or something else was.
    #[error("type the title of the round as it stands above")]
    OtherTitle,
    /// No reason was written for destroying a record that cannot be read.
    #[error("say why the damaged record is destroyed")]
    NoReasonForUnread,
    /// The word that confirms it was not typed.
    #[error("type the word as it stands above")]
    OtherWord,
}

/// N-01: where a round stands on a day. The day itself is the first on which its papers are due to go.
pub fn n01_retention(retention: Option<NaiveDate>, today: NaiveDate) -> Retention {
    match retention {
        None => Retention::NotSet,
        Some(date) if date <= today => Retention::Due(date),
        Some(date) => Retention::Until(date),
    }
}

/// N-01: nothing stands in the way of destroying this round's papers.
pub fn n01_may_purge(workbook: &Workbook, now: DateTime<Utc>) -> Result<(), PurgeError> {
    let frozen =
        workbook.plan().cases.iter().filter(|case| {
            workbook.hold(&case.case_ref).is_some_and(|one| one.hold == Hold::Frozen)
        });
    let labels: Vec<&str> = frozen.map(|case| case.label.as_str()).collect();
    if !labels.is_empty() {
        return Err(PurgeError::Frozen(listed(&labels)));
    }
    // Which are open does not depend on where the clock stands.
    let board = concern_board(workbook, now, |at| at.naive_utc());
    let unverified = unverified(workbook);
    let beside = unverified.iter().filter(|one| !one.is_on(&board));
    let lines = board.iter().chain(beside.map(|one| &one.line));
    match lines.filter(|line| line.is_open()).count() {
        0 => cp01_no_copies_owed(workbook),
        open => Err(PurgeError::OpenConcerns(open)),
    }
}

/// CP-01: a round is not closed before each return has its copy, or a reason why not.
fn cp01_no_copies_owed(workbook: &Workbook) -> Result<(), PurgeError> {
    match cp01_copies_open(workbook).all() {
        0 => Ok(()),
        owed => Err(PurgeError::CopiesOwed(owed)),
    }
}

/// AP-10: actions that would be lost with the round unless they are carried forward first.
pub fn n01_open_actions(workbook: &Workbook, today: NaiveDate) -> usize {
    crate::panel::actions::ap10_open_actions(workbook, today).len()
}

/// N-01: whether somebody typed the title of the round; spaces and capital letters do not matter.
pub fn n01_typed(title: &str, typed: &str) -> bool {
    let plain = |text: &str| {
        text.split_whitespace().map(str::to_lowercase).collect::<Vec<String>>().join(" ")
    };
    !plain(title).is_empty() && plain(title) == plain(typed)
}
