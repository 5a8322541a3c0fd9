//! Immediate concerns: told to somebody now, recorded so that others can follow it up (C-01 to C-06).
//!
//! Not here: the notice as a file of its own, and what the panel does with it.

use chrono::{DateTime, Utc};

use super::words::is_blank;
use super::{AreaPart, AuditorPart, ConcernPart, Level, Notice, Place, Reading, check, wording};
use crate::audit_return::{ImmediateConcern, Return};
use crate::id::ItemId;
use crate::round::Round;

fn at(concern: &ImmediateConcern, part: ConcernPart) -> Place {
    Place::ImmediateConcern(concern.id.clone(), part)
}

/// C-02: what kind of concern it is, what was noticed and when. Blocks, also for a nil return.
///
/// Told before it was noticed cannot be: one of the two moments is wrong. They are compared by the minute,
/// as they are shown and typed; only what a button noted has seconds.
pub(crate) fn c02_concern_says_what_and_when(reading: &Reading) -> Vec<Notice> {
    let of_one = |one: &ImmediateConcern| {
        let block = |part, message| Notice::block("C-02", at(one, part), message);
        let noticed = match (one.noticed_at, one.told_at) {
            (None, _) => Some(wording::say_when_noticed()),
            (Some(noticed), Some(told)) => {
                (minute(told) < minute(noticed)).then(wording::told_before_noticed)
            }
            (Some(_), None) => None,
        };
        [
            one.kind.is_none().then(|| block(ConcernPart::Kind, wording::choose_concern_kind())),
            is_blank(&one.text).then(|| block(ConcernPart::Text, wording::say_what_was_noticed())),
            noticed.map(|message| block(ConcernPart::NoticedAt, message)),
        ]
    };
    reading.ret.immediate_concerns.iter().flat_map(of_one).flatten().collect()
}

fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

/// C-04: whoever had to be told of an immediate concern was told, and it is recorded whom, when and how. Blocks, also for a nil return.
///
/// An area said to have raised one, with none recorded, blocks as well: nobody
/// would know that anyone was told. Only while its grade asks for it: no page shows the answer else.
pub(crate) fn c04_concern_is_passed_on(reading: &Reading) -> Vec<Notice> {
    let concerns = &reading.ret.immediate_concerns;
    let not_told = concerns.iter().flat_map(|one| {
        let block = |part, message| Notice::block("C-04", at(one, part), message);
        [
            is_blank(&one.told_role)
                .then(|| block(ConcernPart::ToldRole, wording::say_who_was_told())),
            one.told_at.is_none().then(|| block(ConcernPart::ToldAt, wording::say_when_told())),
            is_blank(&one.told_how)
                .then(|| block(ConcernPart::ToldHow, wording::say_how_they_were_told())),
        ]
    });
    let said = |area: &&super::AreaReading| area.was_immediate() == Some(true);
    let unrecorded = reading.areas.iter().filter(|_| concerns.is_empty()).filter(said);
    let unrecorded = unrecorded.map(|area| {
        let place = Place::Area(area.area.id.clone(), AreaPart::WasImmediate);
        Notice::block("C-04", place, wording::record_the_concern(area.area))
    });
    not_told.flatten().chain(unrecorded).collect()
}

/// C-06: a concern that is closed says which manager closed it and what came of it. Blocks.
pub(crate) fn c06_closed_concern_says_by_whom_and_how(reading: &Reading) -> Vec<Notice> {
    let of_one = |one: &ImmediateConcern| {
        let closed = one.closed.clone()?;
        let block = |part, message| Notice::block("C-06", at(one, part), message);
        let role = is_blank(&closed.role)
            .then(|| block(ConcernPart::ClosedBy, wording::say_who_closed_it()));
        let outcome = is_blank(&closed.outcome)
            .then(|| block(ConcernPart::Outcome, wording::say_what_came_of_it()));
        Some([role, outcome])
    };
    let concerns = reading.ret.immediate_concerns.iter();
    concerns.filter_map(of_one).flatten().flatten().collect()
}

/// C-03: what keeps the notice of one concern from being made now, whatever else the return lacks.
///
/// All that blocks on the concern itself, but for who was told (C-04) and how it
/// was closed (C-06): both may come after the notice. The auditor's role stands in
/// the notice, too, and is guarded with it. A warning keeps no notice back: it cannot wait.
pub fn c03_what_keeps_a_notice_back(round: &Round, ret: &Return, concern: &ItemId) -> Vec<Notice> {
    let later = |notice: &Notice| ["C-04", "C-06"].contains(&notice.rule.0);
    let about = |notice: &Notice| match &notice.place {
        Place::ImmediateConcern(item, _) => item == concern,
        Place::Auditor(AuditorPart::Role) => notice.rule.0.starts_with("I-"),
        _ => false,
    };
    let notices = check(round, ret).into_iter();
    notices.filter(|one| one.level == Level::Block && about(one) && !later(one)).collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{ConcernClosed, ImmediateConcern, InvolvementLevel};
    use crate::check::testing::{Case, assert_rows};

    fn concern(case: &mut Case) -> &mut ImmediateConcern {
        case.raise_concern();
        &mut case.ret.immediate_concerns[0]
    }

    #[test]
    fn c02_a_concern_says_what_and_when() {
        const KIND: &str = "BLOCK immediate_i1_kind: Choose what kind of concern it is.";
        const TEXT: &str = "BLOCK immediate_i1_text: Say what you noticed.";
        const WHEN: &str = "BLOCK immediate_i1_noticed-at: Enter when you noticed the concern.";
        const ORDER: &str = "BLOCK immediate_i1_noticed-at: You told somebody before you noticed the concern. Check both dates and times.";
        assert_rows(
            "C-02",
            &[
                ("none", |_| {}, &[]),
                ("whole", Case::raise_concern, &[]),
                (
                    "nothing but who was told",
                    |case| {
                        let one = concern(case);
                        (one.kind, one.noticed_at) = (None, None);
                        one.text = " \n".into();
                    },
                    &[KIND, TEXT, WHEN],
                ),
                (
                    "told in the very minute",
                    |case| {
                        let one = concern(case);
                        one.noticed_at = one.told_at;
                    },
                    &[],
                ),
                (
                    "told in the minute whose seconds a button noted",
                    |case| {
                        concern(case).noticed_at = "2026-05-04T10:20:59Z".parse().ok();
                    },
                    &[],
                ),
                (
                    "told before it was noticed",
                    |case| {
                        concern(case).noticed_at = "2026-05-04T10:21:00Z".parse().ok();
                    },
                    &[ORDER],
                ),
                ("not yet told", |case| concern(case).told_at = None, &[]),
            ],
        );
    }

    #[test]
    fn c03_a_notice_waits_for_nothing_but_the_concern_itself() {
        let mut case = Case::complete();
        concern(&mut case);
        let item = case.ret.immediate_concerns[0].id.clone();
        let kept_back = |case: &Case| -> Vec<String> {
            let notices = super::c03_what_keeps_a_notice_back(&case.round, &case.ret, &item);
            notices.iter().map(crate::check::testing::brief).collect()
        };
        // Nobody told yet, nothing graded: the notice can go out all the same.
        concern_of(&mut case).told_at = None;
        concern_of(&mut case).told_role.clear();
        case.ret.areas.clear();
        assert_eq!(kept_back(&case), [""; 0]);
        concern_of(&mut case).noticed_at = "2027-05-04T10:00:00Z".parse().ok();
        assert_eq!(kept_back(&case), [""; 0], "ahead of a clock that may be behind");
        concern_of(&mut case).text.clear();
        concern_of(&mut case).noticed_at = None;
        assert_eq!(
            kept_back(&case),
            ["C-02 BLOCK immediate_i1_text", "C-02 BLOCK immediate_i1_noticed-at"]
        );
        // Another concern's gaps are its own.
        let other = super::ItemId::new("another").unwrap();
        let notices = super::c03_what_keeps_a_notice_back(&case.round, &case.ret, &other);
        assert_eq!(notices, []);
    }

    fn concern_of(case: &mut Case) -> &mut ImmediateConcern {
        &mut case.ret.immediate_concerns[0]
    }

    #[test]
    fn c04_an_immediate_concern_is_passed_on() {
        const WHO: &str = "BLOCK immediate_i1_told-role: Enter the role of the person you told about the immediate concern.";
        const WHEN: &str =
            "BLOCK immediate_i1_told-at: Enter when you told them about the immediate concern.";
        const HOW: &str =
            "BLOCK immediate_i1_told-how: Say how you told them about the immediate concern.";
        const RECORD: &str = "BLOCK area-3_was-immediate: You said that “Referral” raised an immediate concern. Record it, and whom you told, when and how.";
        assert_rows(
            "C-04",
            &[
                ("none", |_| {}, &[]),
                ("passed on", Case::raise_concern, &[]),
                (
                    "nobody told",
                    |case| {
                        let one = concern(case);
                        one.told_role = " ".into();
                        one.told_at = None;
                        one.told_how.clear();
                    },
                    &[WHO, WHEN, HOW],
                ),
                ("told, but not when", |case| concern(case).told_at = None, &[WHEN]),
                ("told, but not how", |case| concern(case).told_how = "\t".into(), &[HOW]),
                (
                    "nobody told, in a nil return",
                    |case| {
                        concern(case).told_role.clear();
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[WHO],
                ),
                (
                    "an area said to have raised one, with none recorded",
                    |case| {
                        case.grade("area-3", "inadequate");
                        case.record("area-3").was_immediate_concern = Some(true);
                    },
                    &[RECORD],
                ),
                (
                    "said while it was graded inadequate, which it is no longer",
                    |case| case.record("area-3").was_immediate_concern = Some(true),
                    &[],
                ),
                (
                    "an area said to have raised one, recorded",
                    |case| {
                        case.raise_concern();
                        case.grade("area-3", "inadequate");
                        case.record("area-3").was_immediate_concern = Some(true);
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn c06_a_closed_concern_says_by_whom_and_how() {
        const ROLE: &str =
            "BLOCK immediate_i1_closed-by: Enter the role of the manager who closed the concern.";
        const OUTCOME: &str = "BLOCK immediate_i1_outcome: Say what came of the concern.";
        assert_rows(
            "C-06",
            &[
                ("open", Case::raise_concern, &[]),
                (
                    "closed",
                    |case| {
                        concern(case).closed = Some(ConcernClosed {
                            role: "Service manager".into(),
                            outcome: "The child was seen and is safe.".into(),
                        });
                    },
                    &[],
                ),
                (
                    "closed by nobody, with nothing said",
                    |case| concern(case).closed = Some(ConcernClosed::default()),
                    &[ROLE, OUTCOME],
                ),
            ],
        );
    }
}
