//! RA-02: what is compared, and in which words.

use super::*;
use crate::report::document::Block;
use crate::tool::AreaRole;

#[test]
fn ra02_how_much_can_be_compared_is_known_before_anything_is() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), round("round-2", 6, 6, &[]));
    let whole = ra02_comparable(&earlier, &now);
    assert_eq!((whole.areas, whole.left_out), ((2, 2), Vec::new()));
    link(&mut now, &earlier, &["risk"]).unwrap();
    let scoped = ra02_comparable(&earlier, &now);
    assert_eq!(scoped.areas, (1, 2));
    let (compared, all) = scoped.prompts;
    let left = LeftOut { why: NotComparable::OutOfScope, areas: 1, prompts: all - compared };
    assert!(all > compared, "the other area has a question too");
    assert_eq!(scoped.left_out, [left]);
}

#[test]
fn i09_details_of_the_children_are_not_counted_as_compared() {
    let [earlier, now] = ["round-1", "round-2"].map(|id| {
        let mut plan = plan(&CASES[..5], "area-and-case");
        plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
        of_plan(plan, id, 5, &[])
    });
    let comparable = ra02_comparable(&earlier, &now);
    let left = LeftOut { why: NotComparable::Details, areas: 0, prompts: 1 };
    assert_eq!(comparable.left_out, [left]);
    let (compared, all) = comparable.prompts;
    assert_eq!(all - compared, 1);
    assert!(prompt_of(&compare_rounds(&[&earlier, &now]), "category").values.is_empty());
}

#[test]
fn ra02_what_agencies_say_of_their_own_part_is_not_compared() {
    let of_each = |id: &str, own_part: bool| {
        let mut plan = plan(&CASES[..5], "area-and-case");
        for one in plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts) {
            one.of_each_agency = own_part && one.id == prompt("alone");
        }
        of_plan(plan, id, 5, &[])
    };
    for (before, now) in [(true, true), (true, false), (false, true)] {
        let (earlier, now) = (of_each("round-1", before), of_each("round-2", now));
        let comparison = compare_rounds(&[&earlier, &now]);
        let alone = prompt_of(&comparison, "alone");
        assert_eq!(alone.not_comparable, Some(NotComparable::OfEachAgency));
        assert!(alone.values.is_empty(), "returns and cases are never set against each other");
    }
}

#[test]
fn ra02_answers_and_grades_are_compared_as_n_of_n() {
    let (earlier, now) = (round("round-1", 5, 2, &[]), round("round-2", 6, 5, &[]));
    let comparison = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&comparison, "risk");
    assert_eq!(risk.good, [share(2, 5), share(5, 6)]);
    assert_eq!(risk.trend, Some(Trend::Up));
    assert_eq!(risk.not_final, [5, 6], "the panel has judged nothing yet");
    let adequate = risk.grades.iter().find(|row| row.label == "adequate").unwrap();
    assert_eq!(adequate.sides, [share(3, 5), share(1, 6)]);
    let alone = prompt_of(&comparison, "alone");
    let yes = alone.values.iter().find(|row| row.value == "yes").unwrap();
    assert_eq!((yes.sides.clone(), yes.trend), (vec![share(2, 5), share(5, 6)], Some(Trend::Up)));
    let no = alone.values.iter().find(|row| row.value == "no").unwrap();
    assert_eq!(no.trend, Some(Trend::Down));
    assert_eq!(compare_rounds(&[&now]).areas, [], "nothing to compare with");
    assert_eq!(compare_rounds(&[]).rounds, []);
}

#[test]
fn ra02_three_rounds_stand_in_three_columns_and_the_direction_is_that_of_the_last_two() {
    let first = round("round-1", 5, 5, &[("neglect", 2)]);
    let (second, third) = (round("round-2", 5, 2, &[("neglect", 3)]), round("round-3", 6, 5, &[]));
    let comparison = compare_rounds(&[&first, &second, &third]);
    let periods: Vec<&str> = comparison.rounds.iter().map(|one| one.period.as_str()).collect();
    assert_eq!(periods, ["round-1", "round-2", "round-3"]);
    let risk = area_of(&comparison, "risk");
    assert_eq!(risk.good, [share(5, 5), share(2, 5), share(5, 6)]);
    // Fewer than at first, and more than the year before.
    assert_eq!(risk.trend, Some(Trend::Up));
    let alone = prompt_of(&comparison, "alone");
    let yes = alone.values.iter().find(|row| row.value == "yes").unwrap();
    assert_eq!(yes.sides, [share(5, 5), share(2, 5), share(5, 6)]);
    assert_eq!((yes.trend, alone.ids.len()), (Some(Trend::Up), 3));

    let today = day("2026-10-01");
    let told = crate::report::document::build::comparison(&[&first, &second], &third, today);
    let table = |first: &str| {
        let mut tables = told.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        tables.find(|table| table.head[0] == first).unwrap()
    };
    let areas = table("Area");
    assert_eq!(areas.head, ["Area", "round-1", "round-2", "round-3", "Change"]);
    let row = areas.rows.iter().find(|row| row[1] == "5 of 5").unwrap();
    assert_eq!(
        row[1..],
        ["5 of 5", "2 of 5", "5 of 6", "No direction yet: the panel has not agreed every grade"]
    );
    assert_eq!(table("Question").head[2..], ["round-1", "round-2", "round-3", "Change"]);
    // Small multiples: a chart of each round, the oldest first.
    let charts = told.blocks.iter().filter_map(|block| match block {
        Block::Chart { id, chart } if id.starts_with("multiple-risk-") => Some(chart),
        _ => None,
    });
    let charts: Vec<(&str, Vec<usize>)> = charts
        .map(|chart| {
            let title = chart.title.rsplit_once(", ").unwrap().1;
            let bars = chart.bars.iter().filter(|bar| bar.count > 0);
            (title, bars.map(|bar| bar.count).collect())
        })
        .collect();
    let want = [("round-1", vec![5]), ("round-2", vec![2, 3]), ("round-3", vec![5, 1])];
    assert_eq!(charts, want);
}

#[test]
fn ra02_no_direction_is_told_from_fewer_than_five() {
    let rows = [
        (share(1, 4), share(5, 5), None),
        (share(1, 5), share(4, 4), None),
        (share(1, 5), share(2, 10), Some(Trend::Same)),
        (share(1, 5), share(3, 10), Some(Trend::Up)),
        (share(2, 5), share(3, 10), Some(Trend::Down)),
        (share(0, 5), share(0, 9), Some(Trend::Same)),
    ];
    for (before, now, want) in rows {
        assert_eq!(ra02_trend(before, now), want, "{before:?} {now:?}");
    }
    let comparison = compare_rounds(&[&round("round-1", 4, 0, &[]), &round("round-2", 6, 6, &[])]);
    assert_eq!(area_of(&comparison, "risk").trend, None);
}

#[test]
fn ec54_a_wider_re_audit_of_a_small_baseline_is_told_as_n_of_n_and_never_in_per_cent() {
    let many: Vec<String> = (1..=24).map(|number| format!("case-{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let earlier = round("round-1", 3, 1, &[]);
    let now = of_plan(plan(&many, "area-and-case"), "round-2", 20, &[]);
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!((risk.good.clone(), risk.trend), (vec![share(1, 3), share(20, 24)], None));
    let told = crate::report::document::build::comparison(&[&earlier], &now, day("2026-10-01"));
    let text = serde_json::to_string(&told).unwrap();
    assert!(text.contains("20 of 24") && text.contains("1 of 3"), "{text}");
    for share in ["%", "per cent", "percent"] {
        assert!(!text.contains(share), "{share}");
    }
}

#[test]
fn ec53_grades_of_another_scale_stand_side_by_side_and_are_not_compared() {
    let earlier = round("round-1", 5, 2, &[]);
    let mut other = plan(&CASES, "area-and-case");
    other.round.tool.scale.id = "another".parse().unwrap();
    let requires =
        other.round.tool.scale.grades.iter_mut().find(|one| one.id.as_str() == "adequate");
    requires.unwrap().label = "requires improvement".into();
    let now = of_plan(other, "round-2", 5, &[]);
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!(risk.not_comparable, Some(NotComparable::OtherScale));
    assert_eq!((risk.good.len(), risk.grades.len(), risk.trend), (0, 0, None));
    let given = |all: &[(&str, usize)], of| {
        all.iter().map(|(label, n)| ((*label).to_owned(), share(*n, of))).collect::<Vec<_>>()
    };
    let before = given(&[("good", 2), ("adequate", 3)], 5);
    assert_eq!(risk.apart, [before, given(&[("good", 5), ("requires improvement", 1)], 6)]);
    let told = crate::report::document::build::comparison(&[&earlier], &now, day("2026-10-01"));
    let text = serde_json::to_string(&told).unwrap();
    for wanted in ["Good 2 of 5; adequate 3 of 5", "Good 5 of 6; requires improvement 1 of 6"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.contains("graded on another scale"));
}
