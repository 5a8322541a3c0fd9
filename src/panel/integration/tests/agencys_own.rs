//! Edge case 5 and V-08: one grade for an agency whose auditors differ, and one given anew for that of another scale.

use super::*;
use crate::id::AgencyId;

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
