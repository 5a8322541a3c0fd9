//! What the panel counts is what the stories tell.

use std::collections::BTreeSet;

use multi_agency_audit::audit_return::Return;
use multi_agency_audit::id::{AreaId, SlotId};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::expectation::k02_gaps;
use multi_agency_audit::panel::integration::{Grid, distribution};
use multi_agency_audit::panel::{ImportOutcome, Matrix, Workbook};
use multi_agency_audit::sample::{self, SampleReturn, SampleRound};
use multi_agency_audit::tool::Condition;
use serde_json::{Value, json};

use crate::{imported, labels, stamp};

fn area(number: u32) -> AreaId {
    AreaId::new(format!("area-{number}")).unwrap()
}

/// One line of a report: what is counted, how, and in how many of the ten cases.
type Row = (&'static str, Value, usize);

fn is(prompt: &str, values: &[&str]) -> Value {
    json!({ "answer": { "prompt": prompt, "is": values } })
}

fn all(conditions: &[Value]) -> Value {
    json!({ "all": conditions })
}

fn history_and_referral() -> Vec<Row> {
    let timely = || is("3.1.a", &["timely"]);
    let in_writing = || is("3.1.c", &["written", "e-caf", "followed-up"]);
    vec![
        ("A2 additional needs identified", is("2.1.b", &["identified"]), 3),
        ("A2 common assessment completed", is("2.1.c", &["completed"]), 1),
        ("A2 common assessment would have helped", is("2.1.c", &["would-have-helped"]), 2),
        ("A2 neglect left without action", is("2.2.a", &["yes"]), 1),
        ("A2 only physical risk of domestic abuse seen", is("2.2.b", &["physical-only"]), 1),
        ("A3 child kept safe", is("3.3.a", &["kept-safe"]), 6),
        ("A3 child put at risk", is("3.3.a", &["put-at-risk"]), 2),
        ("A3 delay left the child at risk", is("3.4.b", &["at-risk"]), 2),
        (
            "A3 timely, full and in writing",
            all(&[timely(), is("3.1.b", &["full"]), in_writing()]),
            3,
        ),
        ("A3 electronic common assessment", is("3.1.c", &["e-caf"]), 1),
        ("A3 timely but thin", all(&[timely(), is("3.1.b", &["thin"])]), 3),
        ("A3 acted on promptly", is("3.4.a", &["prompt"]), 9),
        ("A3 strategy discussion within 24 hours", is("3.5.a", &["within-24-hours"]), 9),
        ("A3 strategy meeting held", is("3.5.b", &["meeting"]), 2),
        ("A3 strategy meeting advisable", is("3.5.c", &["advisable"]), 3),
        ("A3 joint investigation not delivered", is("3.5.d", &["joint-not-done"]), 1),
        ("A3 for lack of resources", is("3.5.e", &["resources"]), 1),
        ("A3 allocated appropriately", is("3.3.b", &["yes"]), 10),
        ("A3 referrer not informed", is("3.3.c", &["not-told"]), 3),
    ]
}

fn assessment_plan_and_review() -> Vec<Row> {
    let seen = || is("4.5", &["yes"]);
    let isolated = all(&[
        is("1.12", &["parent", "both"]),
        is("1.13", &["young-parent"]),
        is("4.7.d", &["not-considered"]),
    ]);
    vec![
        ("A4 known before", is("1.14", &["yes"]), 5),
        ("A4 known as child in need", is("4.2.a", &["child-in-need"]), 3),
        ("A4 known by a protection plan", is("4.2.a", &["cp-plan"]), 2),
        (
            "A4 gaps in the assessment",
            json!({ "all": [
            { "answered": "4.7.a" }, { "not": is("4.7.a", &["none", "not-evident"]) } ] }),
            2,
        ),
        ("A4 paediatric assessment lacks detail", is("4.7.c", &["lacked-detail"]), 1),
        ("A4 not evident that the child was seen alone", is("4.5", &["not-evident"]), 2),
        ("A4 seen alone, views not evident", all(&[seen(), is("4.6", &["not-evident"])]), 2),
        ("A4 enquiry not developed", is("4.8.a", &["not-developed"]), 2),
        ("A4 isolated young mothers", isolated, 2),
        ("A4 family interpreted", is("4.4.a", &["family"]), 1),
        ("A5 good multi-agency examples", is("5.6.b", &["good-example"]), 3),
        ("A5 agencies raised the risk", is("5.6.b", &["raised-risk"]), 1),
        ("A5 resistance harmed safety", is("5.6.a", &["harmed-safety"]), 2),
        ("A5 care proceedings in time", is("5.8.a", &["timely"]), 1),
        ("A5 core groups irregular", is("5.4.c", &["irregular"]), 6),
        ("A6 reviews within timescales", is("6.1", &["yes"]), 10),
        ("A6 risk reviewed at each conference", is("6.5.a", &["each"]), 10),
    ]
}

/// Rows whose count is not that of the stories, or on which agencies contradict each other.
fn wrong_counts(workbook: &Workbook) -> Vec<String> {
    let answers = RoundAnswers::of(workbook);
    let rows = history_and_referral().into_iter().chain(assessment_plan_and_review());
    rows.filter_map(|(what, condition, want)| {
        let condition: Condition = serde_json::from_value(condition).unwrap();
        let count = answers.count_where(&condition);
        let cases = labels(workbook, &count.cases);
        let differing = labels(workbook, &count.differing);
        let right = cases.len() == want && differing.is_empty();
        (!right).then(|| format!("{what}: {cases:?}, not {want}; differing {differing:?}"))
    })
    .collect()
}

/// Good, adequate and inadequate of each area, where that is not what the stories tell.
fn wrong_grades(workbook: &Workbook) -> Vec<String> {
    let rows = [
        (2, [4, 4, 2]),
        (3, [3, 3, 4]),
        (4, [3, 5, 2]),
        (5, [3, 4, 3]),
        (6, [3, 4, 3]),
        (7, [4, 5, 1]),
        (8, [5, 5, 0]),
    ];
    rows.iter()
        .map(|(number, want)| {
            let distribution = distribution(workbook, Some(&area(*number)));
            let found = ["good", "adequate", "inadequate"].map(|grade| {
                let row = distribution.rows.iter().find(|row| row.grade.as_str() == grade);
                row.unwrap().cases.len()
            });
            (number, want, found)
        })
        .filter(|(_, want, found)| *want != found)
        .map(|(number, want, found)| format!("area {number}: {found:?}, not {want:?}"))
        .collect()
}

#[test]
fn every_count_of_the_report_is_that_of_the_stories() {
    let (workbook, _) = imported(&sample::s3_round());
    let wrong = wrong_counts(&workbook);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_area_has_the_grades_of_the_stories() {
    let (workbook, _) = imported(&sample::s3_round());
    let wrong = wrong_grades(&workbook);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The open return, completed by a midwife who sees the case as the health visitor does.
fn midwifery(sample: &SampleRound) -> SampleReturn {
    let colleague = sample.returns().iter().map(|sent| &sent.audit_return);
    let colleague = colleague
        .filter(|ret| ret.case_label == "Case 8")
        .find(|ret| ret.agency.slot.as_str() == "health-visiting")
        .unwrap();
    let slot = SlotId::new("midwifery").unwrap();
    let draft = sample.begin(&slot, &colleague.case_ref, colleague.created).unwrap();
    let draft = Return {
        auditor: colleague.auditor.clone(),
        involvement: colleague.involvement.clone(),
        answers: colleague.answers.clone(),
        areas: colleague.areas.clone(),
        overall: colleague.overall.clone(),
        ..draft
    };
    sample.signed(&draft, stamp().at).unwrap()
}

#[test]
fn the_open_return_completes_the_matrix_and_changes_no_count() {
    let sample = sample::s3_round();
    let (mut workbook, _) = imported(&sample);
    let batch = workbook.begin_import(&stamp());
    let opened = sample.opener().open("midwifery.json", &midwifery(&sample).file);
    assert_eq!(workbook.admit(batch, opened, &stamp()).outcome, ImportOutcome::Admitted);

    let matrix = Matrix::of(&workbook, stamp().at.date_naive());
    assert!(k02_gaps(&workbook, stamp().at.date_naive()).is_empty(), "{:?}", matrix.totals);
    let wrong = [wrong_counts(&workbook), wrong_grades(&workbook)].concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn n12_the_panel_must_discuss_where_the_stories_disagree() {
    let (workbook, _) = imported(&sample::s3_round());
    let mut found = BTreeSet::new();
    for case in &workbook.plan().cases {
        for row in Grid::of(&workbook, &case.case_ref).rows {
            if row.must_discuss.is_some() {
                let area = row.subject.area.map_or("overall".into(), |area| area.to_string());
                found.insert(format!("{}, {area}", case.label));
            }
        }
    }
    let expected = [
        "Case 1, area-7",
        "Case 2, area-2",
        "Case 2, area-3",
        "Case 3, area-3",
        "Case 4, area-3",
        "Case 5, area-7",
        "Case 5, area-8",
        "Case 6, area-5",
    ];
    assert_eq!(found, expected.map(String::from).into());
}
