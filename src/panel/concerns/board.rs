//! The board as it stands at one moment (C-05).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::{ConcernKey, ConcernStep, ConcernUpdate, Nature};
use crate::audit_return::{ConcernClosed, ImmediateConcern};
use crate::check::is_to_come;
use crate::envelope::Hash;
use crate::id::{CaseRef, ReturnId};
use crate::order;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::timescale::Calendar;

/// When a working day ends: by then a manager should have acknowledged a concern (C-05).
pub const END_OF_DAY: NaiveTime =
    NaiveTime::from_hms_opt(17, 0, 0).expect("five o’clock is a time");

/// The local time of a moment, which the core cannot know.
pub type LocalTime = fn(DateTime<Utc>) -> NaiveDateTime;

/// One concern, with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardLine {
    /// Which.
    pub key: ConcernKey,
    /// About which case.
    pub case: CaseRef,
    /// Who noticed it.
    pub raised_by: RaisedBy,
    /// What it is; `None` where the auditor did not say.
    pub nature: Option<Nature>,
    /// What, in the words of whoever noticed it.
    pub text: String,
    /// When it was noticed; `None` where that was not recorded.
    pub noticed_at: Option<DateTime<Utc>>,
    /// Who was told, and how, as far as the agency recorded.
    pub told: String,
    /// Role of the manager who acknowledged it; blank where only the fact is recorded.
    pub acknowledged: Option<String>,
    /// How it was closed.
    pub closed: Option<ConcernClosed>,
    /// The panel had closed it, and its agency has told it otherwise since: it is open again.
    pub told_anew: bool,
    /// Nobody has acknowledged it, and the day on which it was noticed is over (C-05).
    pub alarm: bool,
    /// Working days since it was noticed; `None` where that is not known.
    pub working_days: Option<u32>,
    /// What the panel did, oldest first.
    pub updates: Vec<ConcernUpdate>,
}

/// Who noticed a concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RaisedBy {
    /// An agency's auditor.
    Agency(ReturnKey),
    /// The panel, from these returns.
    Panel(Vec<ReturnKey>),
}

impl BoardLine {
    /// Whether somebody still has to close it.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// What the concern says: a closing holds for that.
    pub(super) fn words(&self) -> Hash {
        let kind = match self.nature {
            Some(Nature::Kind(kind)) => kind.as_str(),
            Some(Nature::Cumulative) => "cumulative",
            None => "",
        };
        Hash::of([kind, "\n", self.text.trim()].concat().as_bytes())
    }
}

/// C-05: every concern, open ones first, among them alarms, then the longest open.
///
/// Those of withdrawn cases too: a child is no safer for leaving the audit.
pub fn concern_board(workbook: &Workbook, now: DateTime<Utc>, local: LocalTime) -> Vec<BoardLine> {
    let calendar = Calendar::england_and_wales();
    let moment = Moment { now: local(now), local, calendar: &calendar };
    // Nobody noticed it on a day that is still to come: when, nobody knows.
    let noticed = |line: &BoardLine| line.noticed_at.filter(|at| !is_to_come(*at, now));
    let mut lines = followed(workbook);
    for line in &mut lines {
        let noticed = noticed(line);
        line.working_days = noticed.and_then(|at| moment.working_days_since(at));
        let waits = line.is_open() && line.acknowledged.is_none();
        line.alarm = waits && moment.day_is_over(noticed);
    }
    order::sort_by_key(&mut lines, |line| (!line.is_open(), !line.alarm, noticed(line)));
    lines
}

/// Every concern with what was done about it: all that does not depend on the time.
pub(in crate::panel) fn followed(workbook: &Workbook) -> Vec<BoardLine> {
    let agencies = workbook.concerns().into_iter();
    let agencies = agencies.map(|line| of_agency(line.place, line.return_id, line.concern));
    let own = workbook.record.panel.concerns.iter().map(|concern| BoardLine {
        key: ConcernKey::Panel(concern.id.clone()),
        case: concern.case.clone(),
        raised_by: RaisedBy::Panel(concern.seen_in.clone()),
        nature: Some(concern.nature),
        text: concern.text.clone(),
        noticed_at: Some(concern.noticed_at),
        told: String::new(),
        acknowledged: None,
        closed: None,
        told_anew: false,
        alarm: false,
        working_days: None,
        updates: Vec::new(),
    });
    let mut lines: Vec<BoardLine> = agencies.chain(own).collect();
    for line in &mut lines {
        follow(line, &workbook.record.panel.concern_updates);
    }
    lines
}

/// A concern as an agency tells it, before anything that the panel did.
pub(super) fn of_agency(
    place: ReturnKey,
    return_id: ReturnId,
    concern: ImmediateConcern,
) -> BoardLine {
    BoardLine {
        key: ConcernKey::Agency { return_id, item: concern.id.clone() },
        case: place.case.clone(),
        raised_by: RaisedBy::Agency(place),
        nature: concern.kind.map(Nature::Kind),
        told: told(&concern),
        acknowledged: (concern.acknowledged == Some(true)).then(String::new),
        closed: concern.closed.filter(is_complete),
        told_anew: false,
        text: concern.text,
        noticed_at: concern.noticed_at,
        alarm: false,
        working_days: None,
        updates: Vec::new(),
    }
}

/// C-06: closed with a role and an outcome, or not closed.
fn is_complete(closed: &ConcernClosed) -> bool {
    !closed.role.trim().is_empty() && !closed.outcome.trim().is_empty()
}

fn told(concern: &ImmediateConcern) -> String {
    let said = [concern.told_role.trim(), concern.told_how.trim()];
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What the panel recorded about it, in order: the last word counts. A manager closed what they were told, and nothing
/// that the agency has said otherwise since (C-06).
pub(super) fn follow(line: &mut BoardLine, updates: &[ConcernUpdate]) {
    let (words, as_told) = (line.words(), line.acknowledged.clone());
    for update in updates.iter().filter(|update| update.concern == line.key) {
        match &update.step {
            ConcernStep::Acknowledged { role } => line.acknowledged = Some(role.clone()),
            ConcernStep::Closed { .. } if update.told.is_some_and(|told| told != words) => {
                line.acknowledged.clone_from(&as_told);
                line.told_anew = true;
            }
            ConcernStep::Closed { role, outcome } => {
                line.closed = Some(ConcernClosed { role: role.clone(), outcome: outcome.clone() });
            }
            ConcernStep::Reopened { .. } => {
                line.closed = None;
                line.acknowledged = None;
                line.told_anew = false;
            }
            ConcernStep::Remark(_) => {}
        }
        line.updates.push(update.clone());
    }
    line.told_anew &= line.is_open();
}

struct Moment<'a> {
    now: NaiveDateTime,
    local: LocalTime,
    calendar: &'a Calendar,
}

impl Moment<'_> {
    /// C-05: whether the day on which a concern was noticed is over.
    ///
    /// A working day ends at five; noticed later, or on a day that is none, a
    /// concern has until midnight. Nobody knows when one without a time was
    /// noticed, so its day is over.
    fn day_is_over(&self, noticed: Option<DateTime<Utc>>) -> bool {
        let Some(noticed) = noticed.map(self.local) else { return true };
        let within_hours = self.is_working_day(noticed.date()) && noticed.time() < END_OF_DAY;
        let end = if within_hours { END_OF_DAY } else { NaiveTime::MIN };
        let day = if within_hours { Some(noticed.date()) } else { noticed.date().succ_opt() };
        day.is_none_or(|day| self.now >= day.and_time(end))
    }

    /// Of a year whose holidays are not listed every weekday is a working day.
    fn is_working_day(&self, day: NaiveDate) -> bool {
        use chrono::{Datelike as _, Weekday};
        let before = day.pred_opt().unwrap_or(day);
        match self.calendar.working_days(before, day) {
            Ok(count) => count == 1,
            Err(_) => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    fn working_days_since(&self, noticed: DateTime<Utc>) -> Option<u32> {
        self.calendar.working_days((self.local)(noticed).date(), self.now.date()).ok()
    }
}
