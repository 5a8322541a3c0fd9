//! AP-10, AP-11: what goes on of a round's work, and the actions behind "2 of 3 closed".

use super::*;
use crate::panel::actions::fixture::owner;
use crate::panel::actions::{Challenge, ChallengeStep, ChallengeUpdate};

fn issue(id: &str) -> Challenge {
    Challenge {
        id: item(id),
        raised_by: owner("school", "Headteacher"),
        put_to: owner("police", "Head of public protection"),
        raised_on: day("2026-03-10"),
        issue: "Who chairs strategy discussions".into(),
        actions: Vec::new(),
        stamp: stamp(),
    }
}

/// A round with an issue in four cases, from which the action a1 followed, and the round after it with that
/// action carried forward and closed; then a2 and a second issue between agencies came up in the first.
fn two_rounds() -> [Workbook; 2] {
    let mut earlier = round("round-1", 5, 5, &[("neglect", 4)]);
    let mut passage = recommendation("r1", "Police should share plans.");
    passage.rests_on = vec![item("neglect-case-1")];
    earlier.record_passage(passage).unwrap();
    earlier.record_action(action("a1")).unwrap();
    earlier.record_challenge(issue("c1")).unwrap();
    let mut now = round("round-2", 6, 5, &[("neglect", 1)]);
    ap10_carry_forward(&earlier, &mut now, &stamp());
    for report in [Report::Progress(Progress::Complete), Report::Evidence("Seen.".into())] {
        now.record_action_step(&item("a1"), ActionStep::Reported(report), &stamp()).unwrap();
    }
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    let closed = ActionStep::Closed { reviewer, on: day("2026-09-01") };
    now.record_action_step(&item("a1"), closed, &stamp()).unwrap();
    earlier.record_action(action("a2")).unwrap();
    earlier.record_challenge(issue("c2")).unwrap();
    [earlier, now]
}

#[test]
fn ra03_behind_a_theme_stand_the_actions_that_followed_from_it_as_they_stand_now() {
    let [earlier, now] = two_rounds();
    let row = ra03_year_on_year(&earlier, &now).rows.remove(0);
    assert_eq!(row.actions, LinkedActions { all: 2, closed: 1 });
    // A theme is known by its name, however it is written.
    let behind = ra03_followed_up(&earlier, &now, &row.theme.to_uppercase());
    let told: Vec<(&str, bool, bool)> = behind
        .iter()
        .map(|one| (one.line.action.id.as_str(), one.carried, one.line.closed.is_some()))
        .collect();
    assert_eq!(told, [("a1", true, true), ("a2", false, false)]);
    assert_eq!(ra03_followed_up(&earlier, &now, "No such theme"), []);
}

#[test]
fn ap10_what_goes_on_of_a_rounds_work_and_what_is_open_there_still_is_known() {
    let [earlier, mut now] = two_rounds();
    let want = CarriedForward {
        actions: Vec::new(),
        actions_ended: vec![item("a1")],
        issues: 1,
        issues_ended: 0,
        actions_left: 1,
        issues_left: 1,
    };
    assert_eq!(ap10_carried_forward(&earlier, &now), want);
    assert_eq!(ap10_carried_forward(&now, &now), CarriedForward::default());
    let reopened = ActionStep::Reopened { reason: "It came again.".into() };
    now.record_action_step(&item("a1"), reopened, &stamp()).unwrap();
    let resolved = ChallengeUpdate {
        challenge: item("c1"),
        step: ChallengeStep::Resolved { outcome: "Police chair them.".into() },
        on: day("2026-09-02"),
        stamp: stamp(),
    };
    now.record_challenge_step(resolved).unwrap();
    let [open, ended] = [vec![item("a1")], Vec::new()];
    let want =
        CarriedForward { actions: open, actions_ended: ended, issues: 0, issues_ended: 1, ..want };
    assert_eq!(ap10_carried_forward(&earlier, &now), want);
    let superseded = ActionStep::Superseded { by: None, reason: "Twice.".into() };
    now.record_action_step(&item("a1"), superseded, &stamp()).unwrap();
    assert_eq!(ap10_carried_forward(&earlier, &now).actions_ended, [item("a1")]);
    let third = round("round-3", 5, 5, &[]);
    // Closed in the second round: nothing of it is left open there.
    let left = ap10_carried_forward(&now, &third);
    assert_eq!((left.actions.len(), left.actions_left, left.issues_left), (0, 0, 0));
}
