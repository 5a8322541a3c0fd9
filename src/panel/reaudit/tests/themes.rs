//! RA-03 and RA-04: what has become of last round’s issues, and which themes come again.

use super::*;

#[test]
fn ra03_last_rounds_issues_improve_or_go_on_and_their_actions_are_counted() {
    let issues = [("neglect", 4), ("information-sharing", 2), ("domestic-abuse", 1)];
    let mut earlier = round("round-1", 5, 5, &issues);
    let mut passage = recommendation("r1", "Police should share plans.");
    passage.rests_on = vec![item("neglect-case-1")];
    earlier.record_passage(passage).unwrap();
    earlier.record_action(action("a1")).unwrap();
    earlier.record_action(action("a2")).unwrap();
    let themes = vec!["information-sharing".parse().unwrap()];
    earlier.record_passage(recommendation("r2", "Share more.")).unwrap();
    let other = Action { recommendations: vec![item("r2")], themes, ..action("a3") };
    earlier.record_action(other).unwrap();

    let mut now =
        round("round-2", 6, 5, &[("neglect", 1), ("information-sharing", 3), ("supervision", 1)]);
    ap10_carry_forward(&earlier, &mut now, &stamp());
    let reported = [Report::Progress(Progress::Complete), Report::Evidence("Seen.".into())];
    for report in reported {
        now.record_action_step(&item("a1"), ActionStep::Reported(report), &stamp()).unwrap();
    }
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    let closed = ActionStep::Closed { reviewer, on: day("2026-09-01") };
    now.record_action_step(&item("a1"), closed, &stamp()).unwrap();

    let year = ra03_year_on_year(&earlier, &now);
    let row = |theme: &str| {
        let label =
            earlier.themes().into_iter().find(|one| one.id.as_str() == theme).unwrap().label;
        year.rows.iter().find(|row| row.theme == label).unwrap().clone()
    };
    let neglect = row("neglect");
    assert_eq!((neglect.before, neglect.now), (share(4, 5), Some(share(1, 6))));
    assert_eq!(neglect.standing, Standing::Improving);
    assert_eq!(neglect.actions, LinkedActions { all: 2, closed: 1 });
    let sharing = row("information-sharing");
    assert_eq!((sharing.standing, sharing.now), (Standing::Continuing, Some(share(3, 6))));
    assert_eq!(sharing.actions, LinkedActions { all: 1, closed: 0 });
    let abuse = row("domestic-abuse");
    assert_eq!((abuse.standing, abuse.now), (Standing::Improving, Some(share(0, 6))));
    assert_eq!(abuse.actions, LinkedActions::default());
    assert_eq!(year.new.len(), 1);
    assert_eq!(year.new[0].1, share(1, 6));
}

#[test]
fn ra03_an_action_that_answers_a_finding_answers_what_that_was_merged_into() {
    let mut earlier = round("round-1", 5, 5, &[("neglect", 2)]);
    earlier.record_passage(recommendation("r1", "Police should share plans.")).unwrap();
    let findings = vec![item("neglect-case-1")];
    earlier.record_action(Action { findings, ..action("a1") }).unwrap();
    let parts = [item("neglect-case-1"), item("neglect-case-2")];
    let (id, scope) = (item("whole"), FindingScope::AcrossCases);
    let first = earlier.finding(&parts[0]).unwrap().clone();
    let whole = Finding { id, scope, sources: Vec::new(), ..first };
    earlier.merge_findings(&parts, whole).unwrap();
    let now = round("round-2", 6, 5, &[("supervision", 1)]);
    let year = ra03_year_on_year(&earlier, &now);
    assert_eq!(year.rows[0].actions, LinkedActions { all: 1, closed: 0 });
}

#[test]
fn ra03_too_few_cases_no_findings_or_another_scope_say_nothing() {
    let earlier = round("round-1", 5, 5, &[("neglect", 2)]);
    let standing =
        |earlier: &Workbook, now: &Workbook| ra03_year_on_year(earlier, now).rows[0].standing;
    assert_eq!(standing(&earlier, &round("round-2", 6, 5, &[])), Standing::NotKnown, "not begun");
    let few = round("round-2", 4, 4, &[("supervision", 1)]);
    assert_eq!(standing(&earlier, &few), Standing::NotKnown);
    let again = round("round-2", 2, 2, &[("neglect", 1)]);
    assert_eq!(standing(&earlier, &again), Standing::Continuing, "whatever the number");
    let mut scoped = round("round-2", 6, 6, &[("supervision", 1)]);
    assert_eq!(standing(&earlier, &scoped), Standing::Improving);
    link(&mut scoped, &earlier, &["plan"]).unwrap();
    assert_eq!(standing(&earlier, &scoped), Standing::NotLookedAt);
    assert_eq!(ra03_year_on_year(&earlier, &scoped).rows[0].now, None);
}

#[test]
fn ra03_nothing_improves_where_this_round_does_not_look_as_the_one_before_did() {
    let earlier = round("round-1", 5, 5, &[("neglect", 4)]);
    let looking_at = |of: &str, issues: &[(&str, usize)]| {
        let mut now = round("round-2", 6, 6, issues);
        link(&mut now, &earlier, &[of]).unwrap();
        let row = ra03_year_on_year(&earlier, &now).rows[0].clone();
        (row.standing, row.now)
    };
    assert_eq!(looking_at("risk", &[("neglect", 1)]), (Standing::Improving, Some(share(1, 6))));
    // Found by the way: one of six is no fall from four of five.
    assert_eq!(looking_at("plan", &[("neglect", 1)]), (Standing::Continuing, Some(share(1, 6))));
}

#[test]
fn ra03_a_theme_found_in_areas_of_which_only_some_are_looked_at_again_is_not_known_to_improve() {
    let mut earlier = Desk::of(plan(&CASES[..5], "area-and-case"));
    for case_ref in &CASES[..5] {
        let mut draft = with_concern(earlier.draft("csc", case_ref));
        let of_risk = draft.areas[&area("risk")].concerns.clone();
        draft.areas.entry(area("plan")).or_default().concerns = of_risk;
        earlier.import(draft);
        record(&mut earlier.workbook, "neglect", case_ref);
    }
    let mut earlier = earlier.workbook;
    let mut of_plan = earlier.finding(&item("neglect-case-1")).unwrap().clone();
    for source in &mut of_plan.sources {
        let FindingSource::Return(one) = source else { panic!("of a return") };
        one.item = SourceItem::Concern { area: area("plan"), item: item("c1") };
    }
    earlier.record_finding(of_plan).unwrap();
    let looking_at_risk = |issues: &[(&str, usize)]| {
        let mut now = round("round-2", 6, 6, issues);
        link(&mut now, &earlier, &["risk"]).unwrap();
        let row = ra03_year_on_year(&earlier, &now).rows[0].clone();
        (row.standing, row.now)
    };
    assert_eq!(looking_at_risk(&[("supervision", 1)]), (Standing::NotKnown, None));
    let again = (Standing::Continuing, Some(share(1, 6)));
    assert_eq!(looking_at_risk(&[("neglect", 1)]), again);
}

#[test]
fn ra04_a_theme_recurs_when_it_is_an_issue_in_rounds_that_follow_each_other() {
    let first =
        round("round-1", 3, 3, &[("neglect", 1), ("domestic-abuse", 1), ("supervision", 2)]);
    let second = round("round-2", 3, 3, &[("neglect", 2), ("supervision", 1)]);
    let third = round("round-3", 3, 3, &[("neglect", 1), ("domestic-abuse", 1)]);
    let found = ra04_recurring(&[&first, &second, &third]);
    let label =
        |id: &str| first.themes().into_iter().find(|one| one.id.as_str() == id).unwrap().label;
    let of = |id: &str| found.iter().find(|one| one.label == label(id));
    let neglect = of("neglect").unwrap();
    assert_eq!((neglect.successive, neglect.now), (3, true));
    assert_eq!(neglect.rounds, [Some(share(1, 3)), Some(share(2, 3)), Some(share(1, 3))]);
    let sexual = of("supervision").unwrap();
    assert_eq!((sexual.successive, sexual.now), (2, false), "recurred, and does not now");
    assert_eq!(of("domestic-abuse"), None, "not one after the other");
    assert_eq!(ra04_recurring(&[&first]), []);
}

#[test]
fn ra04_a_theme_that_came_again_after_a_gap_is_told_of_the_rounds_since() {
    let found_in = |id: &str, neglect: bool| {
        let theme = if neglect { "neglect" } else { "supervision" };
        round(id, 1, 1, &[(theme, 1)])
    };
    let rounds = [true, true, true, false, true, true].into_iter().zip(1..);
    let rounds: Vec<Workbook> =
        rounds.map(|(neglect, at)| found_in(&format!("round-{at}"), neglect)).collect();
    let found = ra04_recurring(&rounds.iter().collect::<Vec<_>>());
    let [neglect] = found.as_slice() else { panic!("{found:?}") };
    // Three once, and two now: what is told of now are the two.
    assert_eq!((neglect.successive, neglect.now), (2, true));
}

#[test]
fn ra04_a_boards_own_theme_is_known_by_its_name() {
    let with_own = |id: &str, theme: &str, label: &str| {
        let mut workbook = round(id, 1, 1, &[]);
        workbook.add_theme(theme.parse().unwrap(), label, &stamp()).unwrap();
        record(&mut workbook, theme, "case-1");
        workbook
    };
    let first = with_own("round-1", "t1", "Seaside placements");
    let second = with_own("round-2", "t2", "seaside Placements");
    let found = ra04_recurring(&[&first, &second]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].label, "Seaside placements");
}
