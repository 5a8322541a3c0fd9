//! AP-11: issues between agencies.

use super::*;

/// Health to the police, about the first action.
fn late_notifications() -> Challenge {
    Challenge {
        id: item("c1"),
        raised_by: owner("health", "Named nurse"),
        put_to: owner("police", "Head of public protection"),
        raised_on: day("2026-04-01"),
        issue: "Notifications come days late.".into(),
        actions: vec![item("a1")],
        stamp: stamp(),
    }
}

fn became(id: &str, step: ChallengeStep, on: &str) -> ChallengeUpdate {
    ChallengeUpdate { challenge: item(id), step, on: day(on), stamp: stamp() }
}

#[test]
fn ap11_an_issue_between_agencies_is_logged_until_it_is_resolved() {
    let mut workbook = with_actions(&["a1"]);
    let challenge = late_notifications();
    let wrong = [
        (Challenge { issue: " ".into(), ..challenge.clone() }, ChallengeError::NothingWritten),
        (
            Challenge { put_to: challenge.raised_by.clone(), ..challenge.clone() },
            ChallengeError::OneSide,
        ),
        (
            Challenge {
                put_to: Owner { body: Body::Other("Health".into()), role: "Chief".into() },
                ..challenge.clone()
            },
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
    let update = |step: ChallengeStep, on: &str| became("c1", step, on);
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
fn ap11_a_later_record_corrects_an_issue_and_what_became_of_it_stays() {
    let mut workbook = with_actions(&["a1", "a2"]);
    workbook.record_challenge(late_notifications()).unwrap();
    let noted = ChallengeStep::Noted("They met.".into());
    workbook.record_challenge_step(became("c1", noted, "2026-04-10")).unwrap();
    let corrected = Challenge {
        issue: "Notifications come a week late.".into(),
        actions: vec![item("a1"), item("a2")],
        ..late_notifications()
    };
    workbook.record_challenge(corrected.clone()).unwrap();
    let views = ap11_challenges(&reopened(&workbook), day("2026-05-01"));
    let [view] = views.as_slice() else { panic!("{views:#?}") };
    assert_eq!((&view.challenge, view.updates.len()), (&corrected, 1));
}

#[test]
fn ap11_an_issue_that_is_not_resolved_goes_on_in_the_next_round_and_only_once() {
    let mut earlier = with_actions(&["a1", "a2"]);
    step(&mut earlier, "a2", ActionStep::Superseded { by: None, reason: "Twice.".into() }).unwrap();
    let both = vec![item("a1"), item("a2")];
    earlier.record_challenge(Challenge { actions: both, ..late_notifications() }).unwrap();
    let over = Challenge { id: item("c2"), ..late_notifications() };
    earlier.record_challenge(over).unwrap();
    let resolved = ChallengeStep::Resolved { outcome: "Sent the same day.".into() };
    earlier.record_challenge_step(became("c2", resolved.clone(), "2026-04-20")).unwrap();
    let taken = ChallengeStep::TakenTo { level: "Directors".into(), reason: "No answer.".into() };
    earlier.record_challenge_step(became("c1", taken, "2026-04-10")).unwrap();
    let open = ap11_open_issues(&earlier, day(TODAY));
    assert_eq!(open.len(), 1);

    let mut next = next_round();
    let work = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!(work.issues, [item("c1")]);
    let view = ap11_challenges(&reopened(&next), day("2026-05-01")).remove(0);
    assert_eq!((view.level.as_deref(), view.days), (Some("Directors"), 30));
    assert_eq!(view.challenge.put_to.body, Body::Other("police".into()), "not in this round");
    assert_eq!(view.challenge.raised_by, owner("health", "Named nurse"));
    assert_eq!(view.challenge.actions, [item("a1")], "the other was not carried");

    next.record_challenge_step(became("c1", resolved, "2026-05-02")).unwrap();
    let again = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!((again.issues, ap11_challenges(&next, day(TODAY)).len()), (vec![], 1));
    assert_eq!(ap11_open_issues(&next, day(TODAY)), []);
}

#[test]
fn ap11_what_becomes_of_a_carried_issue_in_the_earlier_round_is_taken_or_told() {
    let mut earlier = with_actions(&["a1"]);
    for id in ["c1", "c2", "c3"] {
        earlier.record_challenge(Challenge { id: item(id), ..late_notifications() }).unwrap();
    }
    let noted = ChallengeStep::Noted("They met.".into());
    earlier.record_challenge_step(became("c1", noted.clone(), "2026-04-02")).unwrap();
    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let resolved = ChallengeStep::Resolved { outcome: "Sent the same day.".into() };
    for id in ["c1", "c2", "c4"] {
        let over = Challenge { id: item(id), ..late_notifications() };
        earlier.record_challenge(over).unwrap();
        earlier.record_challenge_step(became(id, resolved.clone(), "2026-04-20")).unwrap();
    }
    next.record_challenge_step(became("c2", noted.clone(), "2026-04-21")).unwrap();
    next.record_challenge_step(became("c3", noted, "2026-04-21")).unwrap();

    let logged = next.record().log.clone();
    let work = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!((work.issues, work.issues_caught_up), (vec![], vec![item("c1")]));
    assert_eq!(work.issues_differing, [item("c2")], "of c3 this round knows all, and more");
    assert_ne!(next.record().log, logged);
    let next_views = ap11_challenges(&reopened(&next), day("2026-05-01"));
    let view = |id: &str| next_views.iter().find(|one| one.challenge.id == item(id));
    let first = view("c1").unwrap();
    assert_eq!((first.outcome.as_deref(), first.updates.len()), (Some("Sent the same day."), 2));
    assert_eq!(view("c2").unwrap().outcome, None, "what was said here stands");
    assert_eq!(view("c4"), None, "resolved before it was ever here");

    let before = next.record().clone();
    let again = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!((again.issues_caught_up, again.issues_differing), (vec![], vec![item("c2")]));
    assert_eq!(*next.record(), before, "again changes nothing");
    next.record_challenge_step(became("c2", resolved, "2026-05-02")).unwrap();
    let settled = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert!(settled.issues_differing.is_empty(), "{settled:?}");
}

#[test]
fn ap11_no_correction_raises_an_issue_after_something_became_of_it() {
    let mut workbook = with_actions(&["a1"]);
    workbook.record_challenge(late_notifications()).unwrap();
    let noted = ChallengeStep::Noted("They met.".into());
    workbook.record_challenge_step(became("c1", noted, "2026-04-10")).unwrap();
    let raised = |on: &str| Challenge { raised_on: day(on), ..late_notifications() };
    let before = workbook.record().clone();
    let late = workbook.record_challenge(raised("2026-04-11"));
    assert_eq!(late, Err(ChallengeError::BeforeRaised));
    assert_eq!(*workbook.record(), before);
    workbook.record_challenge(raised("2026-04-10")).unwrap();
    let other = Challenge { id: item("c2"), ..raised("2026-05-01") };
    assert_eq!(workbook.record_challenge(other), Ok(()), "of another issue");
}
