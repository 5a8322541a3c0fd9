//! AP-01 to AP-08, AP-10 and AP-11.

use super::fixture::*;
use super::*;
use crate::panel::Workbook;
use crate::panel::fixture::*;

const TODAY: &str = "2026-04-01";

#[test]
fn an_action_that_says_all_has_no_notice_and_lasts() {
    let workbook = with_actions(&["a1"]);
    let view = line(&workbook, "a1", TODAY);
    assert_eq!(view.notices, []);
    assert_eq!(view.status, ActionStatus::NotStarted);
    assert_eq!(action_plan(&reopened(&workbook), day(TODAY)), action_plan(&workbook, day(TODAY)));
}

#[test]
fn ap01_an_action_is_specific_measurable_agreed_and_in_time() {
    let written = day("2026-03-20");
    type Change = fn(&mut Action);
    let rows: [(Change, Vec<ActionNotice>); 9] = [
        (|_| {}, vec![]),
        (
            |one| one.text = "Checklist for strategy discussions".into(),
            vec![ActionNotice::NotSpecific],
        ),
        (|one| one.text = "Train".into(), vec![ActionNotice::NotSpecific]),
        (|one| one.measure = " ".into(), vec![ActionNotice::NoMeasure]),
        (|one| one.agreed = None, vec![ActionNotice::NotAgreed]),
        (|one| one.due = None, vec![ActionNotice::NoDueDate]),
        (
            |one| one.due = Some(day("2026-03-20")),
            vec![ActionNotice::DueInThePast(day("2026-03-20"))],
        ),
        (
            |one| one.due = one.audit_again,
            vec![ActionNotice::DueAfterAuditAgain(day("2026-09-30"))],
        ),
        (|one| one.audit_again = None, vec![]),
    ];
    for (at, (change, want)) in rows.into_iter().enumerate() {
        let mut one = action("a1");
        change(&mut one);
        assert_eq!(ap01_smart(&one, written), want, "row {at}");
        assert!(
            want.iter().all(|notice| notice.rule() == "AP-01" && notice.sentence().ends_with('.'))
        );
    }
}

#[test]
fn ap02_vague_words_are_found_and_a_measure_is_offered() {
    let rows = [
        ("Remind staff of the procedure", Some("remind")),
        ("Raise  Awareness of neglect", Some("raise awareness")),
        ("Ensure plans are shared", Some("ensure")),
        ("Consider a working group", Some("consider")),
        ("Re-issue the policy", Some("re-issue")),
        ("Write a checklist", None),
        ("Audit considered views", None),
    ];
    for (text, want) in rows {
        let found = ap02_vague(&Action { text: text.into(), ..action("a1") });
        assert_eq!(found.first().map(|one| one.word.as_str()), want, "{text}");
        assert!(found.iter().all(|one| !one.measure.is_empty()));
    }
}

#[test]
fn ap03_every_recommendation_has_an_action_or_a_reason_and_every_action_a_recommendation() {
    let mut workbook = with_actions(&["a1"]);
    let open = |workbook: &Workbook| ap03_recommendations_open(workbook, &workbook.action_lines());
    assert_eq!(open(&workbook), [item("r2")]);
    let terms = RecommendationTerms {
        recommendation: item("r2"),
        addressed: Vec::new(),
        no_action_because: "It is in the work programme already.".into(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms.clone()).unwrap();
    assert_eq!(open(&workbook), []);
    let unknown = RecommendationTerms { recommendation: item("r9"), ..terms };
    assert_eq!(
        workbook.record_recommendation_terms(unknown),
        Err(ActionError::NoSuchRecommendation)
    );

    // An action that is superseded answers nothing.
    let superseded = ActionStep::Superseded { by: None, reason: "Done elsewhere.".into() };
    step(&mut workbook, "a1", superseded).unwrap();
    assert_eq!(open(&workbook), [item("r1")]);

    let free = Action { recommendations: Vec::new(), ..action("a2") };
    assert_eq!(workbook.record_action(free), Err(ActionError::NoRecommendation));
    let lost = Action { recommendations: vec![item("r9")], ..action("a2") };
    assert_eq!(workbook.record_action(lost), Err(ActionError::NoSuchRecommendation));

    workbook.record_action(action("a3")).unwrap();
    let mut gone = recommendation("r1", "Police should share plans.");
    gone.removed = true;
    workbook.record_passage(gone).unwrap();
    assert_eq!(ap03_actions_untraced(&workbook), [item("a1"), item("a3")]);
    assert!(line(&workbook, "a3", TODAY).notices.contains(&ActionNotice::NoRecommendation));
}

#[test]
fn ap04_one_role_answers_for_an_action() {
    let by = |role: &str| Action { owner: owner("police", role), ..action("a1") };
    let several = |word: &str| vec![ActionNotice::OwnerNotOneRole(word.into())];
    assert_eq!(ap04_one_owner(&by("Head of safeguarding and quality")), []);
    assert_eq!(ap04_one_owner(&by("  ")), [ActionNotice::NoOwner]);
    assert_eq!(ap04_one_owner(&by("The MASH team")), several("team"));
    assert_eq!(ap04_one_owner(&by("All agencies")), several("all agencies"));
    assert_eq!(ap04_one_owner(&by("Head of A / Head of B")), several("/"));
    let both = Action {
        contributors: vec![owner("police", "HEAD of  public protection")],
        ..action("a1")
    };
    assert_eq!(ap04_one_owner(&both), [ActionNotice::OwnerContributes]);
    let other =
        Action { contributors: vec![owner("health", "Head of public protection")], ..action("a1") };
    assert_eq!(ap04_one_owner(&other), []);
    let stranger = Action { owner: owner("fire", "Chief"), ..action("a1") };
    let refused = ActionError::UnknownAgency("fire".parse().unwrap());
    assert_eq!(planned().record_action(stranger), Err(refused));
}

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
fn ap07_the_owner_is_a_role_that_the_recommendation_addresses() {
    let mut workbook = with_actions(&["a1"]);
    let notice = |workbook: &Workbook| ap07_owner_addressed(workbook, &action("a1"));
    assert_eq!(notice(&workbook), None, "where it names nobody");
    let mut terms = RecommendationTerms {
        recommendation: item("r1"),
        addressed: vec!["Agency managers".into(), " ".into()],
        no_action_because: String::new(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms.clone()).unwrap();
    assert_eq!(notice(&workbook), Some(ActionNotice::OwnerNotAddressed));
    terms.addressed.push("Head of Public  Protection".into());
    workbook.record_recommendation_terms(terms).unwrap();
    assert_eq!(notice(&workbook), None);
    let addressed = &action_plan(&workbook, day(TODAY)).recommendations[0].addressed;
    assert_eq!(addressed[..], ["Agency managers", "Head of Public  Protection"]);
}

#[test]
fn ap08_a_plan_is_ratified_only_with_a_date_and_as_the_board_saw_it() {
    let mut workbook = planned();
    let on = Some(day("2026-04-15"));
    assert_eq!(workbook.ratify_plan(on, "Full board", &stamp()), Err(ActionError::NothingWritten));
    workbook.record_action(action("a1")).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::NoDate));
    assert_eq!(workbook.ratify_plan(on, " ", &stamp()), Err(ActionError::NoRole));
    workbook.ratify_plan(on, "Full board", &stamp()).unwrap();
    assert_eq!(ap08_ratified(&workbook), Ok(day("2026-04-15")));
    // What is reported since changes no action.
    reports(&mut workbook, "a1", Report::Progress(Progress::OnTrack));
    assert_eq!(ap08_ratified(&workbook), Ok(day("2026-04-15")));
    workbook.record_action(action("a2")).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::ChangedSince(vec![item("a2")])));
    workbook.ratify_plan(None, "", &stamp()).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::NoDate));
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
fn links_that_lead_nowhere_are_refused() {
    let mut workbook = with_actions(&["a1"]);
    let milestone = |id: &str| Milestone { id: item(id), text: "Draft".into(), due: None };
    let rows = [
        (Action { text: " ".into(), ..action("a2") }, ActionError::NothingWritten),
        (Action { findings: vec![item("f9")], ..action("a2") }, ActionError::FindingGone),
        (
            Action { areas: vec![area("none")], ..action("a2") },
            ActionError::UnknownArea(area("none")),
        ),
        (
            Action { themes: vec!["none".parse().unwrap()], ..action("a2") },
            ActionError::UnknownTheme("none".parse().unwrap()),
        ),
        (
            Action { milestones: vec![milestone("m1"), milestone("m1")], ..action("a2") },
            ActionError::MilestoneTwice,
        ),
    ];
    for (wrong, want) in rows {
        assert_eq!(workbook.record_action(wrong), Err(want));
    }
    let reached = ActionStep::MilestoneReached { milestone: item("m1"), on: day(TODAY) };
    assert_eq!(step(&mut workbook, "a1", reached.clone()), Err(ActionError::UnknownMilestone));
    assert_eq!(step(&mut workbook, "a9", reached.clone()), Err(ActionError::Unknown));
    workbook.record_action(Action { milestones: vec![milestone("m1")], ..action("a1") }).unwrap();
    step(&mut workbook, "a1", reached).unwrap();
    assert_eq!(line(&workbook, "a1", TODAY).reached[&item("m1")], day(TODAY));
    let by = |by: &str| ActionStep::Superseded { by: Some(item(by)), reason: "Merged.".into() };
    assert_eq!(step(&mut workbook, "a1", by("a1")), Err(ActionError::ByItself));
    assert_eq!(step(&mut workbook, "a1", by("a9")), Err(ActionError::Unknown));
}

#[test]
fn the_plan_is_counted_by_status_and_by_body() {
    let mut workbook = with_actions(&["a1", "a2", "a3"]);
    workbook
        .record_action(Action { owner: owner("health", "Named nurse"), ..action("a4") })
        .unwrap();
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::Evidence("Seen.".into()));
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    step(&mut workbook, "a1", ActionStep::Closed { reviewer, on: day(TODAY) }).unwrap();
    step(&mut workbook, "a2", ActionStep::Superseded { by: None, reason: "Twice.".into() })
        .unwrap();
    let counts = action_plan(&workbook, day("2026-07-01")).counts;
    assert_eq!((counts.all, counts.open), (3, 2));
    let of = |status| counts.of_status(status);
    assert_eq!(of(ActionStatus::Overdue), 2);
    assert_eq!(of(ActionStatus::Closed), 1);
    assert_eq!(of(ActionStatus::Superseded), 1);
    assert_eq!(of(ActionStatus::AtRisk), 0);
    assert_eq!(counts.by_body[&Body::Agency("police".parse().unwrap())], [2, 1, 1]);
    assert_eq!(counts.by_body[&Body::Agency("health".parse().unwrap())], [1, 1, 0]);
}

/// A later round of the same board, in which the police do not take part.
fn next_round() -> Workbook {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.id = "round-2".parse().unwrap();
    plan.slots.retain(|slot| slot.agency.as_str() != "police");
    plan.agencies.retain(|agency| agency.id.as_str() != "police");
    Workbook::new(plan, round_key())
}

#[test]
fn ap10_open_actions_go_on_in_the_next_round_with_their_history_and_only_once() {
    let mut earlier = with_actions(&["a1", "a2", "a3"]);
    earlier.add_theme("t1".parse().unwrap(), "Seaside placements", &stamp()).unwrap();
    let health = owner("health", "Named nurse");
    let themes = vec!["t1".parse().unwrap(), "neglect".parse().unwrap()];
    earlier.record_action(Action { owner: health.clone(), themes, ..action("a4") }).unwrap();
    let extended = ActionStep::Extended { due: day("2026-08-31"), reason: "Sickness.".into() };
    step(&mut earlier, "a1", extended).unwrap();
    reports(&mut earlier, "a1", Report::Progress(Progress::AtRisk));
    reports(&mut earlier, "a2", Report::Progress(Progress::Complete));
    step(&mut earlier, "a3", ActionStep::Superseded { by: None, reason: "Twice.".into() }).unwrap();

    let mut next = next_round();
    let work = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!(work.carried, [item("a1"), item("a2"), item("a4")]);
    let again = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!((again.carried, again.already.len()), (vec![], 3));
    assert_eq!(
        ap10_carry_forward(&earlier, &mut earlier.clone(), &stamp()),
        CarriedWork::default()
    );

    let next = reopened(&next);
    let view = line(&next, "a1", "2026-08-01");
    assert_eq!(view.status, ActionStatus::AtRisk);
    assert_eq!((view.due.first, view.due.now), (Some(day("2026-06-30")), Some(day("2026-08-31"))));
    assert_eq!(view.history.len(), 2);
    let from = view.action.carried.as_ref().unwrap();
    assert_eq!(from.round.as_str(), "round-1");
    assert_eq!(from.recommendations, ["Police should share plans."]);
    assert_eq!(view.action.owner.body, Body::Other("police".into()), "not in this round");
    assert!(!view.notices.contains(&ActionNotice::NoRecommendation));
    assert_eq!(line(&next, "a2", "2026-08-01").status, ActionStatus::CompleteAwaitsClosing);
    let named = line(&next, "a4", "2026-08-01").action;
    assert_eq!(named.owner, health);
    assert_eq!(named.themes, ["neglect".parse().unwrap()]);
    assert_eq!(named.carried.unwrap().themes, ["Seaside placements"]);

    // A third round has the whole history.
    let mut next = next;
    reports(&mut next, "a1", Report::Note("Half done.".into()));
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.id = "round-3".parse().unwrap();
    let mut third = Workbook::new(plan, round_key());
    ap10_carry_forward(&next, &mut third, &stamp());
    let view = line(&third, "a1", "2026-08-01");
    assert_eq!(view.history.len(), 3);
    assert_eq!(view.due.first, Some(day("2026-06-30")));
    assert_eq!(view.action.owner.body, Body::Other("police".into()));
    let from = view.action.carried.unwrap();
    assert_eq!(from.recommendations, ["Police should share plans."]);
}

#[test]
fn ap11_an_issue_between_agencies_is_logged_until_it_is_resolved() {
    let mut workbook = with_actions(&["a1"]);
    let challenge = Challenge {
        id: item("c1"),
        raised_by: owner("health", "Named nurse"),
        put_to: owner("police", "Head of public protection"),
        raised_on: day("2026-04-01"),
        issue: "Notifications come days late.".into(),
        actions: vec![item("a1")],
        stamp: stamp(),
    };
    let wrong = [
        (Challenge { issue: " ".into(), ..challenge.clone() }, ChallengeError::NothingWritten),
        (
            Challenge { put_to: challenge.raised_by.clone(), ..challenge.clone() },
            ChallengeError::OneSide,
        ),
        (
            Challenge { put_to: owner("fire", "Chief"), ..challenge.clone() },
            ChallengeError::UnknownAgency("fire".parse().unwrap()),
        ),
        (
            Challenge { actions: vec![item("a9")], ..challenge.clone() },
            ChallengeError::UnknownAction,
        ),
    ];
    for (wrong, want) in wrong {
        assert_eq!(workbook.record_challenge(wrong), Err(want));
    }
    workbook.record_challenge(challenge).unwrap();
    let update = |step: ChallengeStep, on: &str| ChallengeUpdate {
        challenge: item("c1"),
        step,
        on: day(on),
        stamp: stamp(),
    };
    let taken = ChallengeStep::TakenTo { level: "Directors".into(), reason: "No answer.".into() };
    let early = workbook.record_challenge_step(update(taken.clone(), "2026-03-01"));
    assert_eq!(early, Err(ChallengeError::BeforeRaised));
    workbook.record_challenge_step(update(taken, "2026-04-10")).unwrap();
    let view = ap11_challenges(&workbook, day("2026-05-01")).remove(0);
    assert_eq!((view.level.as_deref(), view.outcome, view.days), (Some("Directors"), None, 30));
    let nowhere = ChallengeStep::TakenTo { level: " ".into(), reason: "No answer.".into() };
    let nowhere = workbook.record_challenge_step(update(nowhere, "2026-04-11"));
    assert_eq!(nowhere, Err(ChallengeError::NothingWritten));
    let resolved = ChallengeStep::Resolved { outcome: "Sent the same day.".into() };
    workbook.record_challenge_step(update(resolved.clone(), "2026-04-20")).unwrap();
    let twice = workbook.record_challenge_step(update(resolved, "2026-04-21"));
    assert_eq!(twice, Err(ChallengeError::NothingChanged));
    let workbook = reopened(&workbook);
    let view = ap11_challenges(&workbook, day("2026-05-01")).remove(0);
    assert_eq!((view.outcome.as_deref(), view.days), (Some("Sent the same day."), 19));
}

#[test]
fn everything_done_to_the_plan_stands_in_the_log_in_words() {
    let mut workbook = with_actions(&["a1"]);
    reports(&mut workbook, "a1", Report::Progress(Progress::AtRisk));
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    let lines = crate::report::log_lines(&workbook);
    let said: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
    let last = [
        "Action recorded, action 1",
        "Reported: Progress, action 1",
        "Action plan ratified on 15 April 2026 by Full board",
    ];
    assert_eq!(said[said.len() - 3..], last);
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

    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let view = line(&next, "a1", "2027-02-02");
    assert_eq!(view.status, ActionStatus::Overdue, "neither held nor given up");
    assert_eq!(view.due.first, Some(day("2026-06-30")));
    let said = Report::Note("No auditor could be spared.".into());
    assert_eq!(view.report(ReportField::Note), said);
    assert_eq!(view.due.extensions, [(day("2027-02-01"), "No capacity.".to_owned())]);
    assert_eq!(action_plan(&next, day("2027-02-02")).counts.open, 1);
}

#[test]
fn ec58_what_another_forum_has_to_do_is_owned_outside_and_taken_there() {
    let forum = Body::Other("National review panel".into());
    let owner = Owner { body: forum.clone(), role: "Secretary".into() };
    let mut workbook = with_actions(&["a1"]);
    workbook.record_action(Action { owner, ..action("a2") }).unwrap();
    let to = "National review panel";
    let taken =
        ActionStep::Escalated { to: to.into(), reason: "The form is set nationally.".into() };
    step(&mut workbook, "a2", taken).unwrap();
    let workbook = reopened(&workbook);
    let view = line(&workbook, "a2", TODAY);
    assert_eq!(view.action.owner.name(&workbook), "Secretary, National review panel");
    assert_eq!(view.escalated, Some((to.into(), "The form is set nationally.".into())));
    let counts = action_plan(&workbook, day(TODAY)).counts;
    assert_eq!((counts.by_body[&forum], counts.escalated), ([1, 0, 0], 1));
    // It has a sheet of its own, and stands on no agency's.
    let mut workbook = workbook;
    let lines = |workbook: &mut Workbook, id: &str, to: &Body| {
        let sheet = workbook.issue_sheet(item(id), to, &stamp()).unwrap();
        sheet.lines.iter().map(|one| one.action.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(lines(&mut workbook, "s1", &forum), ["a2"]);
    assert_eq!(lines(&mut workbook, "s2", &Body::Agency("police".parse().unwrap())), ["a1"]);
}

#[test]
fn ec59_where_an_owners_post_is_gone_another_answers_for_it_and_the_history_stays() {
    let mut earlier = with_actions(&["a1"]);
    reports(&mut earlier, "a1", Report::Note("Half are trained.".into()));
    assert_eq!(line(&earlier, "a1", TODAY).owners_before, []);
    let reassign = |workbook: &mut Workbook, owner: Owner, at: &str| {
        let stamp = Stamp { at: at.parse().unwrap(), ..stamp() };
        workbook.record_action(Action { owner, stamp, ..action("a1") }).unwrap();
    };
    reassign(&mut earlier, owner("police", " "), "2026-05-01T09:00:00Z");
    assert!(line(&earlier, "a1", TODAY).notices.contains(&ActionNotice::NoOwner));
    reassign(&mut earlier, owner("health", "Named nurse"), "2026-05-20T09:00:00Z");
    let view = line(&reopened(&earlier), "a1", TODAY);
    let first = OwnerBefore {
        owner: owner("police", "Head of public protection"),
        until: day("2026-05-01"),
    };
    assert_eq!(view.owners_before, std::slice::from_ref(&first), "nobody is not told as somebody");
    assert_eq!((view.action.owner, view.history.len()), (owner("health", "Named nurse"), 1));

    // The next round, in which the police take no part, knows it too.
    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let view = line(&reopened(&next), "a1", TODAY);
    let first =
        OwnerBefore { owner: Owner { body: Body::Other("police".into()), ..first.owner }, ..first };
    assert_eq!((view.owners_before, view.history.len()), (vec![first], 1));
}
