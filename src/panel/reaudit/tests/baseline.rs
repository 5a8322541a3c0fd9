//! RA-01: which round is compared with, and which come in what order.

use super::*;
use crate::panel::actions::CarryError;
use crate::panel::concerns::Hold;

#[test]
fn ra01_a_round_names_its_baseline_and_may_look_at_one_area_only() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), round("round-2", 6, 6, &[]));
    let blank = now.link_baseline(&earlier, Default::default(), " ", &stamp());
    assert_eq!(blank, Err(BaselineError::NoReason));
    let unknown = BaselineError::UnknownArea(area("none"));
    assert_eq!(link(&mut now, &earlier, &["none"]), Err(unknown));
    let itself = now.clone();
    assert_eq!(link(&mut now, &itself, &[]), Err(BaselineError::Itself));
    link(&mut now, &earlier, &["risk"]).unwrap();
    let mut now = reopened_with(&now);
    let linked = now.baseline().unwrap();
    assert_eq!(linked.round, Some("round-1".parse().unwrap()));
    assert_eq!(linked.title, "A round, round-1");
    let comparison = compare_rounds(&[&earlier, &now]);
    assert_eq!(area_of(&comparison, "plan").not_comparable, Some(NotComparable::OutOfScope));
    assert_eq!(prompt_of(&comparison, "category").not_comparable, Some(NotComparable::OutOfScope));
    assert_eq!(area_of(&comparison, "risk").not_comparable, None);
    assert_eq!(now.unlink_baseline(" ", &stamp()), Err(BaselineError::NoReasonToTakeBack));
    now.unlink_baseline("Wrong round.", &stamp()).unwrap();
    assert_eq!(now.baseline(), None);
    assert_eq!(now.unlink_baseline("Again.", &stamp()), Err(BaselineError::None));
}

#[test]
fn ra01_a_practice_round_and_a_real_one_are_no_baseline_of_each_other() {
    let of_kind = |id: &str, practice: bool| {
        let mut plan = plan(&CASES, "area-and-case");
        plan.round.practice = practice;
        of_plan(plan, id, 6, &[])
    };
    let named = |before: bool, now: bool| {
        let (before, mut now) = (of_kind("round-1", before), of_kind("round-2", now));
        link(&mut now, &before, &[])
    };
    assert_eq!(named(true, false), Err(BaselineError::Practice(CarryError::FromPractice)));
    assert_eq!(named(false, true), Err(BaselineError::Practice(CarryError::IntoPractice)));
    assert_eq!([named(true, true), named(false, false)], [Ok(()), Ok(())]);
}

#[test]
fn ra01_a_round_set_up_from_another_has_it_as_its_baseline() {
    let dated = |id: &str, due: &str| {
        let mut plan = plan(&CASES, "area-and-case");
        plan.round.dates.due = Some(day(due));
        of_plan(plan, id, 6, &[])
    };
    // Set up before the earlier one was due: a person's choice would be refused, this is not.
    let (earlier, mut now) = (dated("round-1", "2026-09-30"), dated("round-2", "2026-07-31"));
    let later = BaselineError::Later("A round".into());
    assert_eq!(link(&mut now, &earlier, &[]), Err(later));
    assert!(matches!(ra01_in_order(&now, vec![earlier.clone()]), Err(ChoiceError::Later(_))));
    now.ra01_go_on_from(&earlier, "Set up from it.", &stamp()).unwrap();
    let linked = now.baseline().unwrap();
    assert_eq!(linked.round, Some("round-1".parse().unwrap()));
    assert_eq!(linked.reason, "Set up from it.");
    assert!(ra01_in_order(&now, vec![earlier.clone()]).is_ok());
    // Again: what a person recorded since stays.
    now.unlink_baseline("Wrong round.", &stamp()).unwrap();
    link(&mut now, &dated("round-0", "2025-09-30"), &["risk"]).unwrap();
    now.ra01_go_on_from(&earlier, "Set up from it.", &stamp()).unwrap();
    assert_eq!(now.baseline().unwrap().round, Some("round-0".parse().unwrap()));
    let itself = now.clone();
    assert_eq!(
        dated("round-2", "2026-07-31").ra01_go_on_from(&itself, "It is.", &stamp()).unwrap_err(),
        BaselineError::Itself
    );
}

#[test]
fn ra01_rounds_stand_in_order_and_none_comes_after_the_one_that_is_open() {
    let due = |id: &str, on: &str| {
        let workbook = round(id, 5, 2, &[]);
        let mut plan = workbook.plan().clone();
        plan.round.dates.due = Some(day(on));
        plan.round.title = id.into();
        with_plan(&workbook, plan)
    };
    let now = due("round-3", "2026-09-30");
    let (first, second) = (due("round-1", "2024-09-30"), due("round-2", "2025-09-30"));
    let ids = |rounds: Vec<Workbook>| -> Vec<String> {
        rounds.iter().map(|one| one.plan().round.id.to_string()).collect()
    };
    let ordered = ra01_in_order(&now, vec![second.clone(), first.clone()]).map(ids);
    assert_eq!(ordered, Ok(vec!["round-1".into(), "round-2".into()]));
    let refused = |chosen: Vec<Workbook>| ra01_in_order(&now, chosen).map(ids).unwrap_err();
    assert_eq!(refused(Vec::new()), ChoiceError::NoOther);
    assert_eq!(refused(vec![now.clone()]), ChoiceError::Twice("round-3".into()));
    assert_eq!(refused(vec![first.clone(), first]), ChoiceError::Twice("round-1".into()));
    let later = due("round-4", "2027-09-30");
    assert_eq!(refused(vec![second.clone(), later]), ChoiceError::Later("round-4".into()));
    // K-02: as a browser has it that lost the files.
    let unread = Workbook::from_record(second.record().clone());
    assert_eq!(refused(vec![unread]), ChoiceError::NotRead("round-2".into()));
}

#[test]
fn c07_no_round_is_compared_that_counts_a_case_which_may_not_be_published_yet() {
    let (mut earlier, now) = (round("round-1", 5, 2, &[]), round("round-2", 6, 5, &[]));
    let chosen = |earlier: &Workbook| ra01_in_order(&now, vec![earlier.clone()]).map(drop);
    let held = case("case-2");
    earlier.hold_case(&held, Hold::DoNotPublish, "The trial has begun.", &stamp()).unwrap();
    let label = earlier.plan().case(&held).unwrap().label.clone();
    let cases = [&label, " (held back from publication)"].concat();
    let refused = ChoiceError::HeldBack { round: "A round".into(), cases: cases.clone() };
    // Which round, which case and why, and the page of that round on which it is put right.
    let told = refused.to_string();
    for wanted in [
        "“A round”",
        &cases,
        "open that round",
        "“Immediate concerns”",
        "decide about its file",
        "“Cases held back”",
    ] {
        assert!(told.contains(wanted), "{wanted} is not in {told}");
    }
    assert_eq!(chosen(&earlier), Err(refused));
    let mut cleared = earlier.clone();
    cleared.hold_case(&held, Hold::None, "The trial is over.", &stamp()).unwrap();
    assert_eq!(chosen(&cleared), Ok(()));
    earlier.take_out(&held, "Criminal trial.", None, &stamp()).unwrap();
    assert_eq!(chosen(&earlier), Ok(()), "nothing of it is counted any more");
}
