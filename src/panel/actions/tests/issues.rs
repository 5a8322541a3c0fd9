//! AP-11: issues between agencies.

use super::*;

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
