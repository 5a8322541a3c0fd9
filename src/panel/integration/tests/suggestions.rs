//! N-10 to N-12, N-17 and N-18: gradings side by side, how far they lie apart, and what is suggested of them.

use super::*;
use crate::id::GradeId;

#[test]
fn n11_agreement_then_the_most_common_then_the_poorer_and_never_a_mean() {
    use SuggestionBasis::{Agreement, MostCommon, TieToPoorer};
    let rows: [(&[(&str, &str)], _); 6] = [
        (&[("csc", "good"), ("police", "good")], suggested("good", Agreement)),
        (
            &[("csc", "good"), ("police", "good"), ("school", "inadequate")],
            suggested("good", MostCommon),
        ),
        (&[("csc", "good"), ("police", "adequate")], suggested("adequate", TieToPoorer)),
        // A mean would say "adequate".
        (&[("csc", "good"), ("police", "inadequate")], suggested("inadequate", TieToPoorer)),
        // Two slots of one agency have one voice.
        (
            &[("csc", "adequate"), ("health.hv", "good"), ("health.sn", "good")],
            suggested("adequate", TieToPoorer),
        ),
        (&[], None),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(grades, want)| (grades, want, row(grades).suggestion))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn n11_the_lead_agencys_grade_stands_beside_the_suggestion() {
    let row = row(&[("csc", "inadequate"), ("police", "good"), ("school", "good")]);
    assert_eq!(row.suggestion, suggested("good", SuggestionBasis::MostCommon));
    let lead: Vec<&GradeId> = row.lead_gradings().map(|grading| &grading.grade).collect();
    assert_eq!(lead, [&grade("inadequate")]);
}

#[test]
fn n11_nil_returns_and_non_grades_are_no_part_of_the_suggestion() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    let nil = desk.draft("police", "case-1").grade("risk", "inadequate").nil();
    let none = desk.draft("school", "case-1").no_grade("risk", NonGrade::InsufficientEvidence);
    let silent = desk.draft("health.hv", "case-1");
    for audit_return in [nil, none, silent] {
        desk.import(audit_return);
    }
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    assert_eq!(grid.nil.len(), 1);
    let row = risk(&desk, "case-1");
    assert_eq!(row.suggestion, suggested("good", SuggestionBasis::Agreement));
    assert_eq!(row.spread, Some(0));
    assert_eq!(row.non_grades[0].because, NonGrade::InsufficientEvidence);
    assert_eq!(row.silent[0].place.slot, slot("health.hv"));
    assert!(row.single_source, "N-18");
}

#[test]
fn n10_an_area_not_asked_of_an_agency_shows_its_grade_without_standing() {
    let mut desk = Desk::with(&["case-1"]);
    let graded = desk.draft("police", "case-1").grade("plan", "good");
    desk.import(graded);
    desk.graded("csc", "case-1", "good");
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let row = grid.row(Some(&area("plan"))).unwrap();
    assert!(!row.gradings[0].voice.asked);
    assert_eq!(row.silent[0].place.slot, slot("csc"), "asked, and said nothing");
    let risk = grid.row(Some(&area("risk"))).unwrap();
    assert!(risk.gradings[0].voice.lead);
}

#[test]
fn n12_two_steps_or_inadequate_beside_good_must_be_discussed() {
    let rows: [(&[(&str, &str)], _); 4] = [
        (&[("csc", "good"), ("police", "adequate")], None),
        (&[("csc", "adequate"), ("police", "inadequate")], None),
        (&[("csc", "good"), ("police", "inadequate")], Some(MustDiscuss::Spread { steps: 2 })),
        (&[("csc", "inadequate")], None),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(grades, want)| (grades, want, row(grades).must_discuss))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn n12_how_far_gradings_lie_apart_is_said_once() {
    let two_apart = row(&[("csc", "good"), ("police", "inadequate")]);
    assert_eq!((two_apart.spread, two_apart.spread_beside()), (Some(2), None), "its mark says it");
    let one_apart = row(&[("csc", "good"), ("police", "adequate")]);
    assert_eq!(one_apart.spread_beside(), Some(1));
    assert_eq!(row(&[("csc", "good"), ("police", "good")]).spread_beside(), Some(0));
    assert_eq!(row(&[("csc", "good")]).spread_beside(), None, "of one agency nothing lies apart");
}

#[test]
fn n12_on_a_scale_of_two_grades_inadequate_beside_good_is_one_step_and_must_be_discussed() {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.tool.scale.grades.retain(|one| one.id != grade("adequate"));
    let mut desk = Desk::of(plan);
    desk.graded("csc", "case-1", "good");
    desk.graded("police", "case-1", "inadequate");
    assert_eq!(risk(&desk, "case-1").must_discuss, Some(MustDiscuss::InadequateBesideGood));
}

#[test]
fn n17_nothing_is_suggested_for_the_overall_grade_beside_areas() {
    let overall = |graded_by: &str| {
        let mut desk = Desk::of(plan(&["case-1"], graded_by));
        for slot in ["csc", "police"] {
            let graded = desk.draft(slot, "case-1").overall("good");
            desk.import(graded);
        }
        Grid::of(&desk.workbook, &case("case-1")).row(None).cloned()
    };
    assert_eq!(overall("area-and-case").unwrap().suggestion, None);
    assert_eq!(overall("area-and-case").unwrap().spread, Some(0));
    let only = overall("case").unwrap().suggestion;
    assert_eq!(only, suggested("good", SuggestionBasis::Agreement));
    assert_eq!(overall("nothing"), None);
}

#[test]
fn n11_a_round_may_show_agreement_only_or_no_suggestion_at_all() {
    let suggestion = |suggests, grades: [&str; 2]| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.policy.integration.suggests = suggests;
        let mut desk = Desk::of(plan);
        desk.graded("csc", "case-1", grades[0]);
        desk.graded("police", "case-1", grades[1]);
        risk(&desk, "case-1").suggestion.map(|suggestion| suggestion.grade)
    };
    use crate::round::Suggests::{Agreement, MostCommon, Nothing};
    let (same, apart) = (["good", "good"], ["good", "adequate"]);
    assert_eq!(suggestion(MostCommon, apart), Some(grade("adequate")));
    assert_eq!(suggestion(Agreement, apart), None);
    assert_eq!(suggestion(Agreement, same), Some(grade("good")));
    assert_eq!(suggestion(Nothing, same), None);
}

#[test]
fn n18_two_slots_of_one_agency_are_a_single_source() {
    assert!(row(&[("health.hv", "good"), ("health.sn", "good")]).single_source);
    assert!(!row(&[("health.hv", "good"), ("csc", "good")]).single_source);
}

#[test]
fn n18_v08_an_agency_that_graded_on_another_scale_is_a_source_too() {
    let row = row(&[("csc", "good"), ("police", "amber")]);
    assert!(!row.single_source, "two agencies graded it");
    assert_eq!(row.spread_beside(), None, "and one grade lies apart from nothing");
    assert!(self::row(&[("health.hv", "good"), ("health.sn", "amber")]).single_source);
}

#[test]
fn v08_a_grade_that_the_scale_does_not_offer_here_is_shown_and_not_compared() {
    let row =
        row(&[("csc", "good"), ("police", "requires-improvement"), ("school", "outstanding")]);
    assert_eq!(row.suggestion, suggested("good", SuggestionBasis::Agreement));
    assert_eq!(row.spread, Some(0));
    let because: Vec<_> = row.foreign.iter().map(|foreign| foreign.because).collect();
    assert_eq!(because, [WhyNotComparable::NotOnScale, WhyNotComparable::NotOfferedHere]);
}
