//! What no signed file of an audit can say: versions count from 1 (V-01), days are of our time. No program of ours
//! writes anything else, so a file that says it is refused whole, and none is signed.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    ChronologyEntry, ConcernNotice, DaysBefore, ImmediateConcern, QueryPack, Question, Return,
    When, Withdrawal,
};
use crate::timescale::{MOST_DAYS, Results, is_of_our_time};

const VERSION: &str = "its version is 0";
const ASKED_OF: &str = "it asks about a version 0";
const DAY: &str = "a day in it is before 1900 or after 2199";
const DISTANCE: &str = "days in it lie more than 300 years apart";

/// What a return says that cannot be.
pub(super) fn not_in_a_return(ret: &Return) -> Option<&'static str> {
    if ret.version == 0 {
        return Some(VERSION);
    }
    if ret.panel_questions.iter().any(|one| one.version == Some(0)) {
        return Some(ASKED_OF);
    }
    if let Some(what) = ret.timescales.as_ref().and_then(Results::impossible) {
        return Some(what);
    }
    if lies_too_far(ret) {
        return Some(DISTANCE);
    }
    let signed = ret.sign_off.as_ref().map(|sign_off| sign_off.at);
    let searched = ret.involvement.nil.as_ref().and_then(|nil| nil.searched_on);
    let possible = is_moment(Some(ret.created))
        && is_moment(signed)
        && is_day(searched)
        && ret.immediate_concerns.iter().all(is_concern)
        && ret.panel_questions.iter().all(|one| is_question(&one.question));
    (!possible).then_some(DAY)
}

/// What a withdrawal says that cannot be.
pub(super) fn not_in_a_withdrawal(withdrawal: &Withdrawal) -> Option<&'static str> {
    match withdrawal.version {
        0 => Some(VERSION),
        _ => (!is_moment(Some(withdrawal.by.at))).then_some(DAY),
    }
}

/// What a concern's notice says that cannot be.
pub(super) fn not_in_a_notice(notice: &ConcernNotice) -> Option<&'static str> {
    let possible = is_moment(Some(notice.at)) && is_concern(&notice.concern);
    (!possible).then_some(DAY)
}

/// What a pack of questions says that cannot be.
pub(super) fn not_in_a_pack(pack: &QueryPack) -> Option<&'static str> {
    let mut asked = pack.returns.iter().filter_map(|one| one.version.as_ref());
    if asked.any(|asked| asked.version == 0) {
        return Some(ASKED_OF);
    }
    let possible =
        is_moment(Some(pack.at)) && pack.questions().all(|(_, question)| is_question(question));
    (!possible).then_some(DAY)
}

fn is_moment(at: Option<DateTime<Utc>>) -> bool {
    is_day(at.map(|at| at.date_naive()))
}

fn is_day(day: Option<NaiveDate>) -> bool {
    day.is_none_or(is_of_our_time)
}

fn is_concern(concern: &ImmediateConcern) -> bool {
    is_moment(concern.noticed_at) && is_moment(concern.told_at)
}

fn is_question(question: &Question) -> bool {
    is_moment(Some(question.asked_at)) && is_day(question.answer_by)
}

/// Whether days that are counted from one another cannot both be of our time.
fn lies_too_far(ret: &Return) -> bool {
    let is_far = |day: i32| day.unsigned_abs() > MOST_DAYS;
    let entry = |entry: &ChronologyEntry| match entry.when {
        When::Day(day) => is_far(day.day) || day.up_to.is_some_and(is_far),
        When::NotGiven | When::NoAnchor | When::Impossible(_) => false,
    };
    let spoken =
        matches!(ret.practitioner.when, Some(DaysBefore::Days(before)) if before > MOST_DAYS);
    spoken || ret.chronology.entries.iter().any(entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::{About, NilSearch, RelativeDay, WithdrawnBy, withdrawal};
    use crate::check::testing::{Case, asked, invitation, item};
    use crate::envelope::{Hash, OpenError, Payload as _, SoftwareKey, Unsigned, WriteError};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn concern(case: &mut Case) -> &mut ImmediateConcern {
        case.raise_concern();
        &mut case.ret.immediate_concerns[0]
    }

    fn question(case: &mut Case) -> &mut crate::audit_return::PanelQuestion {
        case.ret.panel_questions.push(asked("q1", About::Return));
        &mut case.ret.panel_questions[0]
    }

    fn happened(case: &mut Case, day: i32, up_to: Option<i32>) {
        case.ret.chronology.entries.push(ChronologyEntry {
            when: When::Day(RelativeDay { day, up_to, before_window: false }),
            ..ChronologyEntry::empty(item("e1"))
        });
    }

    type Row = (fn(&mut Case), &'static str);

    const ROWS: [Row; 11] = [
        (|case| case.ret.version = 0, VERSION),
        (|case| question(case).version = Some(0), ASKED_OF),
        (|case| question(case).question.asked_at = at("1850-05-04T09:00:00Z"), DAY),
        (|case| question(case).question.answer_by = "2500-05-04".parse().ok(), DAY),
        (|case| case.ret.created = at("0026-05-04T09:00:00Z"), DAY),
        (|case| concern(case).noticed_at = Some(at("1850-05-04T09:00:00Z")), DAY),
        (|case| concern(case).told_at = Some(at("2500-05-04T09:00:00Z")), DAY),
        (
            |case| {
                let searched_on = "1850-05-04".parse().ok();
                case.ret.involvement.nil = Some(NilSearch { searched_on, ..NilSearch::default() });
            },
            DAY,
        ),
        (|case| case.ret.practitioner.when = Some(DaysBefore::Days(110_001)), DISTANCE),
        (|case| happened(case, i32::MIN, None), DISTANCE),
        (|case| happened(case, 3, Some(400_000)), DISTANCE),
    ];

    #[test]
    fn v01_what_no_return_can_say_is_told_and_neither_read_nor_signed() {
        let key = SoftwareKey::from_seed(&[7; 32]).public_key();
        assert_eq!(Case::complete().ret.impossible(), None);
        for (row, (change, what)) in ROWS.into_iter().enumerate() {
            let mut case = Case::complete();
            change(&mut case);
            assert_eq!(case.ret.impossible(), Some(what), "row {row}");
            let refused = Unsigned::of(&case.ret, &key).err();
            let error = OpenError::Impossible { what };
            assert_eq!(refused, Some(WriteError::WouldNotOpen(error)), "row {row}");
        }
    }

    /// A birth in 1905, a date that is typed as of the last year, a clock of 1970.
    #[test]
    fn what_is_far_away_and_can_be_is_no_fault() {
        let mut case = Case::complete();
        happened(&mut case, -44_000, Some(-43_600));
        happened(&mut case, 109_572, None);
        case.ret.created = DateTime::UNIX_EPOCH;
        case.ret.version = u32::MAX;
        assert_eq!(case.ret.impossible(), None);
    }

    #[test]
    fn v01_no_withdrawal_takes_back_a_version_0() {
        let case = Case::complete();
        let by = |time: &str| WithdrawnBy {
            role: "Nurse".into(),
            name: "N".into(),
            reason: "It is about another child.".into(),
            at: at(time),
        };
        let key = SoftwareKey::from_seed(&[7; 32]).public_key();
        let taken_back = |version, time: &str| {
            let ret = Return { version, ..case.ret.clone() };
            let here = invitation(&case.round);
            withdrawal(&ret, Hash::of(b"one"), by(time), &here, &key).unwrap().err()
        };
        let refused = |what| Some(WriteError::WouldNotOpen(OpenError::Impossible { what }));
        assert_eq!(taken_back(1, "2026-05-18T10:00:00Z"), None);
        assert_eq!(taken_back(0, "2026-05-18T10:00:00Z"), refused(VERSION));
        assert_eq!(taken_back(1, "1850-05-18T10:00:00Z"), refused(DAY));
    }
}
