//! AP-05 and AP-06: what becomes of an action, up to its closing.

use super::*;

#[test]
fn ap05_overdue_is_computed_and_more_time_keeps_the_first_date_and_the_reason() {
    let mut workbook = with_actions(&["a1"]);
    let notice =
        |workbook: &Workbook, today: &str| ap05_due(&line(workbook, "a1", today), day(today));
    assert_eq!(notice(&workbook, "2026-06-30"), None);
    assert_eq!(notice(&workbook, "2026-07-02"), Some(ActionNotice::Overdue(2)));
    assert_eq!(line(&workbook, "a1", "2026-07-02").status, ActionStatus::Overdue);

    let moved = Action { due: Some(day("2026-08-31")), ..action("a1") };
    assert_eq!(workbook.record_action(moved.clone()), Err(ActionError::DateAgreed));
    // Nor by way of taking the agreement back.
    workbook.record_action(Action { agreed: None, ..action("a1") }).unwrap();
    assert_eq!(workbook.record_action(moved), Err(ActionError::DateAgreed));
    workbook.record_action(action("a1")).unwrap();
    let extended =
        |due: &str, reason: &str| ActionStep::Extended { due: day(due), reason: reason.into() };
    assert_eq!(step(&mut workbook, "a1", extended("2026-08-31", " ")), Err(ActionError::NoReason));
    assert_eq!(
        step(&mut workbook, "a1", extended("2026-06-30", "Staff.")),
        Err(ActionError::NotLater)
    );
    step(&mut workbook, "a1", extended("2026-08-31", "New head of service.")).unwrap();
    let due = line(&workbook, "a1", "2026-07-02").due;
    assert_eq!((due.first, due.now), (Some(day("2026-06-30")), Some(day("2026-08-31"))));
    assert_eq!(due.extensions, [(day("2026-08-31"), "New head of service.".into())]);
    assert_eq!(notice(&workbook, "2026-07-02"), None);
    // What was given more time is moved by more time only, agreed or not.
    let other = Action { due: Some(day("2026-09-15")), ..action("a1") };
    assert_eq!(workbook.record_action(other), Err(ActionError::DateAgreed));

    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    assert_eq!(notice(&workbook, "2026-10-01"), None, "what is complete is not overdue");
}

#[test]
fn ap06_complete_is_not_closed_and_closing_needs_evidence_and_somebody_else() {
    let mut workbook = with_actions(&["a1"]);
    let close = |body: Body, role: &str| ActionStep::Closed {
        reviewer: Owner { body, role: role.into() },
        on: day("2026-05-01"),
    };
    let police = || Body::Agency("police".parse().unwrap());
    let chair = || close(Body::Board, "Chair of the audit group");
    let refused = |why: CannotClose| Err(ActionError::CannotClose(why));
    assert_eq!(step(&mut workbook, "a1", chair()), refused(CannotClose::NotComplete));
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    assert_eq!(line(&workbook, "a1", TODAY).status, ActionStatus::CompleteAwaitsClosing);
    assert_eq!(line(&workbook, "a1", TODAY).notices, [ActionNotice::AwaitsClosing]);
    assert_eq!(step(&mut workbook, "a1", chair()), refused(CannotClose::NoEvidence));
    reports(&mut workbook, "a1", Report::Evidence("Checklist in use since May.".into()));
    assert_eq!(
        step(&mut workbook, "a1", close(Body::Board, " ")),
        refused(CannotClose::NoReviewer)
    );
    let owner = close(police(), "head of public protection");
    assert_eq!(step(&mut workbook, "a1", owner), refused(CannotClose::ReviewerIsOwner));
    step(&mut workbook, "a1", chair()).unwrap();
    assert_eq!(step(&mut workbook, "a1", chair()), refused(CannotClose::NotOpen));
    let view = line(&workbook, "a1", "2026-12-01");
    assert_eq!((view.status, view.notices), (ActionStatus::Closed, vec![ActionNotice::NoImpact]));
    reports(&mut workbook, "a1", Report::Impact("Children are seen the same day.".into()));
    assert_eq!(line(&workbook, "a1", "2026-12-01").notices, []);

    let again = ActionStep::Reopened { reason: "The sample shows otherwise.".into() };
    step(&mut workbook, "a1", again.clone()).unwrap();
    assert_eq!(line(&workbook, "a1", TODAY).status, ActionStatus::OnTrack);
    assert_eq!(step(&mut workbook, "a1", again), Err(ActionError::NothingChanged));
}

#[test]
fn an_action_is_escalated_until_something_came_of_it() {
    let mut workbook = with_actions(&["a1"]);
    let ended = ActionStep::EscalationEnded { outcome: "A post is funded.".into() };
    assert_eq!(step(&mut workbook, "a1", ended.clone()), Err(ActionError::NothingChanged));
    let to = |to: &str| ActionStep::Escalated { to: to.into(), reason: "No post.".into() };
    assert_eq!(step(&mut workbook, "a1", to("")), Err(ActionError::NoRole));
    step(&mut workbook, "a1", to("Chair of the board")).unwrap();
    assert_eq!(action_plan(&workbook, day(TODAY)).counts.escalated, 1);
    step(&mut workbook, "a1", ended).unwrap();
    assert_eq!(line(&workbook, "a1", TODAY).escalated, None);
}

#[test]
fn ap06_what_is_complete_or_closed_is_not_escalated_any_more() {
    let mut workbook = with_actions(&["a1"]);
    let to = ActionStep::Escalated { to: "Chair".into(), reason: "No post.".into() };
    step(&mut workbook, "a1", to).unwrap();
    let counted = |workbook: &Workbook| {
        let today = day(TODAY);
        let plan = crate::report::plan_grid(workbook, today);
        let at = plan.head.iter().position(|one| one == "Escalated to").unwrap();
        (action_plan(workbook, today).counts.escalated, plan.rows[0][at].clone())
    };
    assert_eq!(counted(&workbook), (1, "Chair".to_owned()));
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    assert_eq!(counted(&workbook), (0, String::new()));
    reports(&mut workbook, "a1", Report::Progress(Progress::OnTrack));
    assert_eq!(counted(&workbook), (1, "Chair".to_owned()), "it was not complete after all");
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::Evidence("The post is filled.".into()));
    let reviewer = Owner { body: Body::Board, role: "Chair of the audit group".into() };
    step(&mut workbook, "a1", ActionStep::Closed { reviewer, on: day(TODAY) }).unwrap();
    assert_eq!(counted(&workbook), (0, String::new()));
}

#[test]
fn what_is_overdue_or_nobodys_comes_before_all_else() {
    let mut workbook = with_actions(&["a1"]);
    let later = || Some(day("2026-09-01"));
    for action in [
        Action { due: Some(day("2026-05-31")), ..action("a2") },
        Action { due: later(), owner: owner("police", " "), ..action("a3") },
        Action { due: later(), ..action("a4") },
    ] {
        workbook.record_action(action).unwrap();
    }
    let plan = action_plan(&workbook, day("2026-07-10"));
    let numbers: Vec<usize> = plan.pressing().iter().map(|line| line.number).collect();
    assert_eq!(numbers, [2, 1, 3], "the longest overdue first, then what nobody answers for");
    assert_eq!(workbook.actions_overdue(day("2026-07-10")), 2);
}

#[test]
fn only_what_a_report_changes_is_recorded() {
    let mut workbook = with_actions(&["a1"]);
    let mut report = || {
        let blank = Report::Evidence(String::new());
        let said =
            vec![Report::Progress(Progress::OnTrack), Report::Note(" Begun.\r\n".into()), blank];
        workbook.record_reports(&item("a1"), said, &stamp())
    };
    assert_eq!(report(), Ok(()));
    assert_eq!(report(), Err(ActionError::NothingChanged));
    let view = line(&workbook, "a1", TODAY);
    assert_eq!(view.history.len(), 2);
    assert_eq!(view.report(ReportField::Note), Report::Note("Begun.".into()));
    let nobody = workbook.record_reports(&item("a9"), Vec::new(), &stamp());
    assert_eq!(nobody, Err(ActionError::Unknown));
}

#[test]
fn ec55_a_planned_audit_that_was_not_held_says_why_and_goes_on() {
    let deep_dive = Action { text: "Hold a deep-dive audit of neglect".into(), ..action("a1") };
    let mut earlier = planned();
    earlier.record_action(deep_dive).unwrap();
    reports(&mut earlier, "a1", Report::Note("No auditor could be spared.".into()));
    assert_eq!(line(&earlier, "a1", "2026-08-01").status, ActionStatus::Overdue);
    let because = ActionStep::Extended { due: day("2027-02-01"), reason: "No capacity.".into() };
    step(&mut earlier, "a1", because).unwrap();
    assert_eq!(line(&earlier, "a1", "2026-06-30").status, ActionStatus::NotStarted, "not yet");
    assert_eq!(line(&earlier, "a1", "2026-08-01").status, ActionStatus::NotDone);

    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!(line(&next, "a1", "2027-02-01").status, ActionStatus::NotDone, "carried forward");
    let mut begun = next.clone();
    reports(&mut begun, "a1", Report::Progress(Progress::OnTrack));
    assert_eq!(line(&begun, "a1", "2027-02-01").status, ActionStatus::OnTrack);
    let view = line(&next, "a1", "2027-02-02");
    assert_eq!(view.status, ActionStatus::Overdue, "neither held nor given up");
    assert_eq!(view.due.first, Some(day("2026-06-30")));
    let said = Report::Note("No auditor could be spared.".into());
    assert_eq!(view.report(ReportField::Note), said);
    assert_eq!(view.due.extensions, [(day("2027-02-01"), "No capacity.".to_owned())]);
    assert_eq!(action_plan(&next, day("2027-02-02")).counts.open, 1);
}

#[test]
fn ap05_a_date_that_was_moved_before_it_was_agreed_is_not_overwritten() {
    let mut workbook = with_actions(&[]);
    workbook.record_action(Action { agreed: None, ..action("a1") }).unwrap();
    let reason = "New head of service.".into();
    step(&mut workbook, "a1", ActionStep::Extended { due: day("2026-08-31"), reason }).unwrap();
    let agreed = Action { due: Some(day("2026-09-15")), ..action("a1") };
    assert_eq!(workbook.record_action(agreed), Err(ActionError::DateAgreed));
    workbook.record_action(action("a1")).unwrap();
    let due = line(&workbook, "a1", TODAY).due;
    assert_eq!((due.first, due.now), (Some(day("2026-06-30")), Some(day("2026-08-31"))));
}

#[test]
fn ap01_the_date_that_holds_now_is_before_the_next_audit() {
    let mut workbook = with_actions(&["a1"]);
    let late = || line(&workbook, "a1", TODAY).notices;
    assert_eq!(late(), []);
    let reason = "New head of service.".into();
    step(&mut workbook, "a1", ActionStep::Extended { due: day("2026-11-30"), reason }).unwrap();
    let again = ActionNotice::DueAfterAuditAgain(day("2026-09-30"));
    assert_eq!(line(&workbook, "a1", TODAY).notices, [again]);
}
