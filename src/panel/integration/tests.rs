//! Integration, told by what agencies grade.

use super::*;
use crate::audit_return::NonGrade;
use crate::id::{AgencyId, GradeId};
use crate::panel::fixture::*;
use crate::panel::{Decision, Dissent, Verdict, Workbook};

fn risk(desk: &Desk, case_ref: &str) -> GridRow {
    Grid::of(&desk.workbook, &case(case_ref)).row(Some(&area("risk"))).unwrap().clone()
}

/// The row "risk" of one case with these grades.
fn row(grades: &[(&str, &str)]) -> GridRow {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, grade) in grades {
        desk.graded(slot, "case-1", grade);
    }
    risk(&desk, "case-1")
}

fn judge(workbook: &mut Workbook, case_ref: &str, verdict: Verdict) {
    let decision = Decision {
        verdict,
        dissent: vec![Dissent { view: "Would have gone lower.".into(), ..Dissent::default() }],
        ..decision("good")
    };
    workbook.record_judgement(on_area(case_ref, "risk"), decision, &stamp()).unwrap();
}

fn graded(to: &str) -> Verdict {
    Verdict::Grade { grade: grade(to), qualifier: None }
}

fn suggested(to: &str, basis: SuggestionBasis) -> Option<Suggestion> {
    Some(Suggestion { grade: grade(to), basis })
}

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

#[test]
fn n19_n20_what_is_not_judged_leaves_the_denominator_and_says_why() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"]);
    desk.graded("csc", "case-1", "good");
    desk.graded("csc", "case-2", "inadequate");
    let nil = desk.draft("csc", "case-3").nil();
    let none = desk.draft("csc", "case-4").no_grade("risk", NonGrade::NotApplicable);
    desk.import(nil);
    desk.import(none);
    desk.graded("csc", "case-5", "good");
    judge(&mut desk.workbook, "case-2", graded("adequate"));
    judge(&mut desk.workbook, "case-5", Verdict::NotJudged);
    desk.workbook.take_out(&case("case-6"), "Moved away", None, &stamp()).unwrap();

    let risk = distribution(&desk.workbook, Some(&area("risk")));
    let counts: Vec<(&str, usize)> =
        risk.rows.iter().map(|row| (row.label.as_str(), row.cases.len())).collect();
    assert_eq!(counts, [("good", 1), ("adequate", 1), ("inadequate", 0)]);
    assert_eq!((risk.judged, risk.of, risk.suggested()), (2, 5, 1));
    assert!(!risk.is_final());
    let why: Vec<_> = risk.not_judged.iter().map(|(case, why)| (case.as_str(), *why)).collect();
    let expected = [
        ("case-3", NotJudged::NotGraded(NotGraded::NilReturnsOnly)),
        ("case-4", NotJudged::NotGraded(NotGraded::NobodyGraded)),
        ("case-5", NotJudged::ByThePanel),
    ];
    assert_eq!(why, expected);
}

#[test]
fn v04_a_case_whose_judgement_is_open_again_is_counted_as_such() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    judge(&mut desk.workbook, "case-1", graded("good"));
    assert!(distribution(&desk.workbook, Some(&area("risk"))).is_final());
    desk.import(first.corrected().grade("risk", "inadequate"));
    let risk = distribution(&desk.workbook, Some(&area("risk")));
    assert_eq!(risk.rows[0].cases, [(case("case-1"), Basis::ReopenedJudgement)]);
    assert!(!risk.is_final());
}

#[test]
fn v04_a_decision_not_to_judge_that_is_open_again_waits_for_another() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    judge(&mut desk.workbook, "case-1", Verdict::NotJudged);
    let told = |desk: &Desk| {
        let risk = distribution(&desk.workbook, Some(&area("risk")));
        (risk.not_judged.clone(), risk.waits())
    };
    let not_judged = |why| vec![(case("case-1"), why)];
    assert_eq!(told(&desk), (not_judged(NotJudged::ByThePanel), false));
    desk.import(first.corrected().grade("risk", "inadequate"));
    assert_eq!(told(&desk), (not_judged(NotJudged::NotYet), true));
    judge(&mut desk.workbook, "case-1", Verdict::NotJudged);
    assert_eq!(told(&desk), (not_judged(NotJudged::ByThePanel), false));
    judge(&mut desk.workbook, "case-1", Verdict::Deferred);
    assert_eq!(told(&desk), (not_judged(NotJudged::Deferred), true));
}

#[test]
fn n16_areas_below_good_bar_an_outstanding_case() {
    let mut desk = Desk::with(&["case-1"]);
    let graded_both = desk.draft("csc", "case-1").grade("risk", "adequate").grade("plan", "good");
    desk.import(graded_both);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    assert_eq!(grid.areas_barring_outstanding(&scale), [&area("risk")]);

    desk.workbook.record_difference(difference("case-1")).unwrap();
    let outstanding = |desk: &mut Desk| {
        let judged = decision("outstanding");
        desk.workbook.record_judgement(on_case("case-1"), judged, &stamp()).map(|_| ())
    };
    let refused = Err(crate::panel::JudgementError::OutstandingNeedsAllGood);
    assert_eq!(outstanding(&mut desk), refused, "nothing is judged yet");
    judge(&mut desk.workbook, "case-1", graded("adequate"));
    assert_eq!(outstanding(&mut desk), refused);
}

#[test]
fn n16_v04_an_area_that_is_open_again_bars_an_outstanding_case_until_it_is_judged_anew() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good").grade("plan", "good");
    desk.import(first.clone());
    desk.workbook.record_difference(difference("case-1")).unwrap();
    let areas = |desk: &mut Desk| {
        for id in ["risk", "plan"] {
            let subject = on_area("case-1", id);
            desk.workbook.record_judgement(subject, decision("good"), &stamp()).unwrap();
        }
    };
    let outstanding = |desk: &mut Desk| {
        let judged = decision("outstanding");
        desk.workbook.record_judgement(on_case("case-1"), judged, &stamp()).map(|_| ())
    };
    areas(&mut desk);
    assert_eq!(outstanding(&mut desk), Ok(()));
    // The correction may be anything, and the areas were judged on what it replaces.
    desk.import(first.corrected().grade("risk", "inadequate"));
    let refused = Err(crate::panel::JudgementError::OutstandingNeedsAllGood);
    assert_eq!(outstanding(&mut desk), refused);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let open = OverallConstraint::NotJudged(vec![area("risk"), area("plan")]);
    assert!(n17_constraints(&scale, &grid, &grade("good")).contains(&open));
    areas(&mut desk);
    assert_eq!(outstanding(&mut desk), Ok(()));
}

#[test]
fn n17_the_areas_of_a_case_are_shown_by_grade_and_what_an_overall_grade_contradicts() {
    let mut desk = Desk::with(&["case-1"]);
    let both = desk.draft("csc", "case-1").grade("risk", "inadequate").grade("plan", "adequate");
    desk.import(both);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let (risk, plan) = (area("risk"), area("plan"));
    let spread: Vec<(&str, usize)> = grid
        .areas_by_grade(&scale)
        .into_iter()
        .map(|(grade, areas)| (grade.as_str(), areas.len()))
        .collect();
    assert_eq!(spread, [("outstanding", 0), ("good", 0), ("adequate", 1), ("inadequate", 1)]);

    use OverallConstraint::{BarsOutstanding, BetterThanEveryArea, InadequateAreas, NotJudged};
    let not_judged = || NotJudged(vec![risk.clone(), plan.clone()]);
    let rows = [
        (
            "outstanding",
            vec![
                BarsOutstanding(vec![risk.clone(), plan.clone()]),
                InadequateAreas(vec![risk.clone()]),
                not_judged(),
            ],
        ),
        ("good", vec![InadequateAreas(vec![risk.clone()]), BetterThanEveryArea, not_judged()]),
        ("adequate", vec![not_judged()]),
    ];
    for (grade_id, want) in rows {
        assert_eq!(n17_constraints(&scale, &grid, &grade(grade_id)), want, "{grade_id}");
    }
}

#[test]
fn n17_a_case_poorer_than_every_area_says_so() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    judge(&mut desk.workbook, "case-1", graded("good"));
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let found = n17_constraints(&scale, &grid, &grade("adequate"));
    assert_eq!(found, [OverallConstraint::PoorerThanEveryArea]);
}

/// Health's two auditors differ; social care says "adequate".
fn split() -> Desk {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "adequate");
    desk.graded("health.hv", "case-1", "good");
    desk.graded("health.sn", "case-1", "adequate");
    desk
}

#[test]
fn ec05_an_agency_whose_auditors_differ_is_brought_together_first() {
    let mut desk = split();
    let health: AgencyId = "health".parse().unwrap();
    let subject = on_area("case-1", "risk");
    let refused = crate::panel::JudgementError::AgencyDiffersWithin(health.clone());
    let judged = desk.workbook.record_judgement(subject.clone(), decision("adequate"), &stamp());
    assert_eq!(judged.map(|_| ()), Err(refused));

    let agree = |desk: &mut Desk, to: &str, reason: &str| {
        desk.workbook.record_agency_view(&subject, &health, &grade(to), reason, &stamp())
    };
    assert_eq!(agree(&mut desk, "inadequate", "No."), Err(AgencyViewError::NotTheirs));
    assert_eq!(agree(&mut desk, "good", " "), Err(AgencyViewError::NoReason));
    agree(&mut desk, "good", "The health visitor saw the child most.").unwrap();
    let row = risk(&desk, "case-1");
    assert_eq!(row.gradings.len(), 3, "both stay visible");
    assert_eq!(row.suggestion, suggested("adequate", SuggestionBasis::TieToPoorer));
    desk.workbook.record_judgement(subject.clone(), decision("adequate"), &stamp()).unwrap();
}

#[test]
fn ec05_the_grade_that_an_agency_stands_by_can_be_put_right() {
    let mut desk = split();
    let health: AgencyId = "health".parse().unwrap();
    let subject = on_area("case-1", "risk");
    for (to, reason) in [("good", "Chosen by mistake."), ("adequate", "The nurse saw more.")] {
        desk.workbook.record_agency_view(&subject, &health, &grade(to), reason, &stamp()).unwrap();
    }
    let row = risk(&desk, "case-1");
    let stands = row.agency_view(&health).unwrap();
    assert_eq!((&stands.grade, &*stands.reason), (&grade("adequate"), "The nurse saw more."));
    assert_eq!(row.suggestion, suggested("adequate", SuggestionBasis::MostCommon));
}

#[test]
fn ec05_an_agencys_own_grade_lapses_when_one_of_its_returns_is_replaced() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("health.hv", "case-1").grade("risk", "good");
    desk.import(first.clone());
    desk.graded("health.sn", "case-1", "adequate");
    let health: AgencyId = "health".parse().unwrap();
    let subject = on_area("case-1", "risk");
    let why = "The school nurse saw more.";
    desk.workbook.record_agency_view(&subject, &health, &grade("adequate"), why, &stamp()).unwrap();
    assert!(risk(&desk, "case-1").agency_view(&health).is_some());
    desk.import(first.corrected().grade("risk", "inadequate"));
    assert!(risk(&desk, "case-1").agency_view(&health).is_none());
}

#[test]
fn ec05_v08_an_agencys_own_grade_lapses_when_the_panel_grades_anew_what_it_rested_on() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("health.hv", "case-1", "good");
    let nurse = desk.graded("health.sn", "case-1", "amber").place.unwrap();
    let health: AgencyId = "health".parse().unwrap();
    let subject = on_area("case-1", "risk");
    let anew = |desk: &mut Desk, to: &str| {
        desk.workbook.record_regrade(&subject, &nurse, &grade(to), "As read.", &stamp()).unwrap();
    };
    anew(&mut desk, "adequate");
    let (to, why) = (grade("adequate"), "The nurse saw more.");
    desk.workbook.record_agency_view(&subject, &health, &to, why, &stamp()).unwrap();
    assert!(risk(&desk, "case-1").agency_view(&health).is_some());
    anew(&mut desk, "inadequate");
    assert!(risk(&desk, "case-1").agency_view(&health).is_none(), "nobody grades it so any more");
}

#[test]
fn v08_a_grade_of_another_scale_counts_once_the_panel_grades_it_anew() {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.graded("police", "case-1", "requires-improvement");
    let place = row.place.unwrap();
    let subject = on_area("case-1", "risk");
    let anew = |desk: &mut Desk, to: &str, reason: &str| {
        desk.workbook.record_regrade(&subject, &place, &grade(to), reason, &stamp())
    };
    assert_eq!(risk(&desk, "case-1").not_graded, Some(NotGraded::NotComparable));
    assert_eq!(anew(&mut desk, "adequate", ""), Err(RegradeError::NoReason));
    assert_eq!(anew(&mut desk, "outstanding", "So."), Err(RegradeError::GradeNotOffered));
    anew(&mut desk, "adequate", "Read against the round’s own descriptors.").unwrap();
    let row = risk(&desk, "case-1");
    assert_eq!(row.foreign, []);
    assert_eq!(row.gradings[0].grade, grade("adequate"));
    assert_eq!(row.gradings[0].native, Some(grade("requires-improvement")));
    assert_eq!(row.suggestion, suggested("adequate", SuggestionBasis::Agreement));

    anew(&mut desk, "inadequate", "Looked at again.").unwrap();
    assert_eq!(risk(&desk, "case-1").gradings[0].grade, grade("inadequate"));
    // What is recorded can be found, to be put right.
    let file = risk(&desk, "case-1").gradings[0].voice.file;
    let found = desk.workbook.regrade(&subject, &file, &grade("requires-improvement")).unwrap();
    assert_eq!((&found.grade, &*found.reason), (&grade("inadequate"), "Looked at again."));
}

#[test]
fn ec05_v08_a_workbook_opened_again_finds_the_last_grade_agreed_and_the_last_given_anew() {
    let mut desk = split();
    let health: AgencyId = "health".parse().unwrap();
    let subject = on_area("case-1", "risk");
    let row = desk.graded("police", "case-1", "requires-improvement");
    let (place, file) = (row.place.unwrap(), row.file.unwrap());
    for (agreed, anew) in [("good", "adequate"), ("adequate", "inadequate")] {
        let book = &mut desk.workbook;
        book.record_agency_view(&subject, &health, &grade(agreed), "As read.", &stamp()).unwrap();
        book.record_regrade(&subject, &place, &grade(anew), "As read.", &stamp()).unwrap();
    }
    let again = Workbook::from_record(desk.workbook.record().clone());
    assert_eq!(again.index.agreed, desk.workbook.index.agreed);
    assert_eq!(again.index.regraded, desk.workbook.index.regraded);
    let native = grade("requires-improvement");
    assert_eq!(again.regrade(&subject, &file, &native).unwrap().grade, grade("inadequate"));
    let row = risk(&desk, "case-1");
    assert_eq!(row.agency_view(&health).unwrap().grade, grade("adequate"));
}

#[test]
fn n21_a_pattern_is_shown_from_five_cases_on() {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5"];
    let mut desk = Desk::with(&cases);
    for case_ref in cases {
        desk.graded("csc", case_ref, "good");
    }
    for (case_ref, police) in cases.into_iter().zip(["good", "adequate", "adequate", "good"]) {
        desk.graded("police", case_ref, police);
    }
    for case_ref in cases {
        judge(&mut desk.workbook, case_ref, graded("adequate"));
    }
    let found = n21_calibration(&desk.workbook);
    let of = |id: &str| found.iter().find(|one| one.agency.as_str() == id).unwrap();
    let csc = Pattern { better: 5, same: 0, poorer: 0 };
    assert_eq!((of("csc").cases, of("csc").pattern), (5, Some(csc)));
    assert_eq!((of("police").cases, of("police").pattern), (4, None), "suppressed below five");
    assert_eq!((of("school").cases, of("school").pattern), (0, None));
    assert_eq!(csc.compared(), 5);
}
