use super::Status::{Completed, InProgress, NotAsked, NotStarted, Optional, Problem};
use super::*;
use crate::audit_return::InvolvementLevel;
use crate::check::testing::{Case, area};
use crate::tool::{AnswerValue, GradedBy};

/// Area 4 after each change to a complete return.
#[test]
fn the_status_of_an_area_is_honest() {
    let rows: &[(&str, crate::check::testing::Change, Status)] = &[
        ("nothing blocks", |_| {}, Completed),
        ("called complete, and it is", |case| mark(case, true), Completed),
        ("to come back to", |case| mark(case, false), InProgress),
        ("one answer open", |case| case.unanswer("4.5"), InProgress),
        (
            "one answer open, and called complete",
            |case| {
                case.unanswer("4.5");
                mark(case, true);
            },
            Problem,
        ),
        ("a grade that areas cannot have", |case| case.grade("area-4", "outstanding"), Problem),
        (
            "an answer that is barred",
            |case| {
                case.choose("1.1", "needed");
                case.answer("4.4", AnswerValue::NotApplicable);
            },
            Problem,
        ),
        ("a warning only", |case| case.answer("4.5", AnswerValue::No), Completed),
        (
            "trouble in another area only",
            |case| {
                case.grade("area-3", "outstanding");
                case.unanswer("5.1");
            },
            Completed,
        ),
        (
            "nothing recorded",
            |case| {
                case.ret.areas.remove(&area("area-4"));
                for prompt in ["4.4", "4.5", "4.6"] {
                    case.unanswer(prompt);
                }
            },
            NotStarted,
        ),
        (
            "one answer, nothing else",
            |case| {
                case.ret.areas.remove(&area("area-4"));
                for prompt in ["4.4", "4.5"] {
                    case.unanswer(prompt);
                }
            },
            InProgress,
        ),
        (
            "of an agency that is not asked, graded all the same",
            |case| case.is_from("fire"),
            Completed,
        ),
        (
            "of an agency that is not asked",
            |case| {
                case.is_from("fire");
                case.ret.areas.remove(&area("area-4"));
                for prompt in ["4.4", "4.5", "4.6"] {
                    case.unanswer(prompt);
                }
            },
            NotAsked,
        ),
        (
            "a nil return",
            |case| case.ret.involvement.level = Some(InvolvementLevel::NotKnown),
            NotAsked,
        ),
        ("the tool grades the case only", |case| case.graded_by(GradedBy::Case), Completed),
    ];
    let mut wrong = Vec::new();
    for (name, change, expected) in rows {
        let mut case = Case::complete();
        change(&mut case);
        let alone = area_status(&case.round, &case.ret, &area("area-4"));
        let progress = progress(&case.round, &case.ret);
        let among = progress.areas.iter().find(|it| it.area == area("area-4")).unwrap();
        if (alone, among.status) != (*expected, *expected) {
            wrong.push(format!("{name}: {alone:?}, {:?}, not {expected:?}", among.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn mark(case: &mut Case, complete: bool) {
    case.record("area-4").marked_complete = Some(complete);
}

#[test]
fn areas_complete_are_counted_among_those_asked_of_the_agency() {
    let count = |case: &Case| progress(&case.round, &case.ret).areas_complete();
    let mut case = Case::complete();
    assert_eq!(count(&case), (8, 8));

    case.unanswer("1.1");
    case.record("area-3").grading = None;
    mark(&mut case, false);
    assert_eq!(count(&case), (5, 8));

    // Areas 4 to 7 are not asked of fire and rescue; 1 and 3 are still open.
    case.is_from("fire");
    assert_eq!(count(&case), (2, 4));

    case.ret.involvement.level = Some(InvolvementLevel::KnownNotInvolved);
    assert_eq!(count(&case), (0, 0));
}

#[test]
fn ch03_an_empty_entry_or_a_wrong_date_is_no_completed_chronology() {
    use crate::audit_return::{AnchorEvent, ChronologyEntry, RelativeDay, When};
    use crate::check::testing::item;
    use crate::timescale::Fault;
    let status = |change: fn(&mut Case)| {
        let mut case = Case::complete();
        change(&mut case);
        progress(&case.round, &case.ret).chronology
    };
    let empty = |case: &mut Case| {
        case.ret.chronology.entries.push(ChronologyEntry::empty(item("e1")));
    };
    assert_eq!(status(|_| {}), Optional);
    assert_eq!(status(empty), InProgress);
    assert_eq!(
        status(|case| {
            case.ret.chronology.anchor = Some(AnchorEvent::Referral);
            case.ret.chronology.anchor_fault = Some(Fault::Unreadable);
        }),
        InProgress
    );
    let only_anchor = |case: &mut Case| {
        case.ret.chronology.anchor = Some(AnchorEvent::Referral);
    };
    assert_eq!(status(only_anchor), Optional);
    let written = |case: &mut Case| {
        let day = RelativeDay { day: 3, up_to: None, before_window: false };
        let (when, text) = (When::Day(day), "Visit.".to_owned());
        let entry = ChronologyEntry { when, text, ..ChronologyEntry::empty(item("e1")) };
        case.ret.chronology.entries.push(entry);
    };
    assert_eq!(status(written), Completed);
}

#[test]
fn an_untouched_return_has_nothing_started() {
    let case = Case::untouched();
    let progress = progress(&case.round, &case.ret);
    assert_eq!(progress.auditor, NotStarted);
    assert_eq!(progress.involvement, NotStarted);
    assert_eq!(progress.overall, NotStarted);
    let optional = [progress.timescales, progress.chronology, progress.views];
    assert_eq!(optional, [Status::Optional; 3]);
    assert_eq!(progress.areas_complete(), (0, 8));
    assert!(progress.areas.iter().all(|area| area.status == NotStarted));
}

#[test]
fn the_other_sections_are_as_honest() {
    let mut case = Case::complete();
    let of = |case: &Case| {
        let progress = progress(&case.round, &case.ret);
        [progress.auditor, progress.involvement, progress.overall]
    };
    assert_eq!(of(&case), [Completed, Completed, Completed]);

    case.ret.auditor.role.clear();
    case.ret.overall.reason = "Too short.".into();
    assert_eq!(of(&case), [InProgress, Completed, InProgress]);

    case.overall("outstanding");
    case.grade("area-3", "adequate");
    assert_eq!(of(&case), [InProgress, Completed, Problem]);

    case.graded_by(GradedBy::Nothing);
    assert_eq!(of(&case), [InProgress, Completed, Completed]);
    case.ret.general_comments.clear();
    assert_eq!(of(&case), [InProgress, Completed, Optional]);

    case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
    assert_eq!(of(&case), [InProgress, InProgress, NotAsked]);
}

#[test]
fn an_area_of_which_everything_may_be_left_out_is_optional() {
    let mut case = Case::untouched();
    case.round.tool = crate::tool::library::all().remove(3);
    case.ret.agency.kind = "school".parse().unwrap();
    let last = case.round.tool.areas.last().unwrap().id.clone();
    assert_eq!(area_status(&case.round, &case.ret, &last), Optional);
    assert_eq!(progress(&case.round, &case.ret).areas_complete(), (0, 7));
    case.respond("8.4", crate::audit_return::Response::Text("A long way.".into()));
    assert_eq!(area_status(&case.round, &case.ret, &last), Completed);
}

#[test]
fn an_area_that_the_tool_lacks_is_not_asked() {
    let case = Case::complete();
    assert_eq!(area_status(&case.round, &case.ret, &area("area-9")), NotAsked);
}
