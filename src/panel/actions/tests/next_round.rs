//! AP-10: what is open goes on in the next round.

use super::*;

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
