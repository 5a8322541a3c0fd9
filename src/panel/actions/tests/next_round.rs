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
    assert_eq!(view.action.owner.body, owner("police", "").body, "they take part again");
    let from = view.action.carried.unwrap();
    assert_eq!(from.recommendations, ["Police should share plans."]);
}

#[test]
fn ap10_a_carried_action_takes_its_recommendation_with_its_points() {
    let mut earlier = with_actions(&["a1"]);
    let passage = crate::panel::manuscript::Passage {
        points: vec!["Core groups come first.".into()],
        ..recommendation("r1", "Police share plans.")
    };
    earlier.record_passage(passage).unwrap();
    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let carried = next.action(&item("a1")).unwrap().carried.clone().unwrap();
    assert_eq!(carried.recommendations, ["Police share plans.\nCore groups come first."]);
}

#[test]
fn ap09_what_comes_back_to_the_earlier_round_later_is_taken_where_nobody_here_says_otherwise() {
    let mut earlier = with_actions(&["a1", "a2", "a3"]);
    earlier.issue_sheet(item("s1"), &action("a1").owner.body, &stamp()).unwrap();
    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    reports(&mut next, "a2", Report::Progress(Progress::AtRisk));
    // The sheet comes back to the round that wrote it; a third action is closed there.
    let file = "Sheet,Action,Progress,What has been done\r\n\
                #s1,#a1,At risk,Half done\r\n#s1,#a2,On track,\r\n";
    let read = sheet::read_sheet(&earlier, file.as_bytes(), day(TODAY)).unwrap();
    assert_eq!(earlier.take_sheet(&read, &Default::default(), &stamp()).taken.len(), 3);
    reports(&mut earlier, "a3", Report::Progress(Progress::Complete));
    reports(&mut earlier, "a3", Report::Evidence("Checklist in use.".into()));
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    step(&mut earlier, "a3", ActionStep::Closed { reviewer, on: day(TODAY) }).unwrap();

    let work = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!(work.already, [item("a1"), item("a2")]);
    assert_eq!(work.caught_up, [item("a1"), item("a3")]);
    assert_eq!(work.differing, [item("a2"), item("a3")]);
    let next_line = |next: &Workbook, id: &str| line(&reopened(next), id, TODAY);
    let first = next_line(&next, "a1");
    assert_eq!(first.status, ActionStatus::AtRisk);
    assert_eq!(first.report(ReportField::Note), Report::Note("Half done".into()));
    assert!(first.history.iter().all(|one| one.sheet == Some(item("s1"))), "as it came");
    assert_eq!(next_line(&next, "a2").progress(), Progress::AtRisk, "what was said here stands");
    assert_eq!(next_line(&next, "a3").status, ActionStatus::CompleteAwaitsClosing);

    let before = next.record().clone();
    let again = ap10_carry_forward(&earlier, &mut next, &stamp());
    assert!(again.caught_up.is_empty() && *next.record() == before, "again changes nothing");
    assert_eq!(again.differing, work.differing, "until a person settles it");
    reports(&mut earlier, "a1", Report::Progress(Progress::OnTrack));
    assert_eq!(ap10_carry_forward(&earlier, &mut next, &stamp()).caught_up, [item("a1")]);
    assert_eq!(next_line(&next, "a1").progress(), Progress::OnTrack);
}

#[test]
fn ra02_a_carried_action_keeps_the_areas_that_are_the_same_in_the_next_round() {
    let mut earlier = planned();
    let areas = vec![area("risk"), area("plan")];
    earlier.record_action(Action { areas, ..action("a1") }).unwrap();
    let mut plan = next_round().plan().clone();
    let tool = &mut plan.round.tool;
    tool.id = "another".parse().unwrap();
    tool.areas.iter_mut().find(|one| one.id == area("risk")).unwrap().title = "Money".into();
    let mut next = Workbook::new(plan, round_key());
    ap10_carry_forward(&earlier, &mut next, &stamp());
    assert_eq!(next.action(&item("a1")).unwrap().areas, [area("plan")]);
}

#[test]
fn ap10_nothing_invented_goes_on_in_a_real_round_and_nothing_real_in_one_for_practice() {
    let of_kind = |workbook: &Workbook, practice: bool| {
        let mut record = workbook.record().clone();
        record.plan.round.practice = practice;
        Workbook::from_record(record)
    };
    let (earlier, next) = (with_actions(&["a1"]), next_round());
    let goes_on = |from: bool, into: bool| {
        let (earlier, mut next) = (of_kind(&earlier, from), of_kind(&next, into));
        let before = next.record().clone();
        let done = next.ra01_go_on_from(&earlier, "Set up from it.", &stamp());
        let untouched = *next.record() == before && next.baseline().is_none();
        assert_eq!(done.is_err(), untouched, "refused whole, or done");
        done.map(|work| work.carried.len())
    };
    assert_eq!((goes_on(true, true), goes_on(false, false)), (Ok(1), Ok(1)));
    let refused = |why: CarryError| Err(crate::panel::reaudit::BaselineError::Practice(why));
    assert_eq!(goes_on(true, false), refused(CarryError::FromPractice));
    assert_eq!(goes_on(false, true), refused(CarryError::IntoPractice));
}
