//! The sample round, imported as a panel would, has the counts it was written for.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use multi_agency_audit::check::{Readiness, check};
use multi_agency_audit::id::{AreaId, CaseRef};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::{Grid, distribution};
use multi_agency_audit::panel::{ImportOutcome, Matrix, QuarantineReason, Refusal};
use multi_agency_audit::panel::{Stamp, Totals, Workbook};
use multi_agency_audit::sample::{self, SampleRound};
use multi_agency_audit::tool::Condition;
use serde_json::{Value, json};

fn stamp() -> Stamp {
    let at: DateTime<Utc> = "2026-06-22T09:00:00Z".parse().unwrap();
    Stamp { by: "Coordinator".into(), at }
}

/// The workbook of a panel that has imported every return of the round, and what became of each.
fn imported(sample: &SampleRound) -> (Workbook, Vec<ImportOutcome>) {
    let mut workbook = sample.workbook();
    let opener = workbook.opener();
    let batch = workbook.begin_import(&stamp());
    let files = sample.returns().iter();
    let outcomes = files
        .map(|sent| workbook.admit(batch, opener.open("return.json", &sent.file), &stamp()).outcome)
        .collect();
    (workbook, outcomes)
}

fn area(number: u32) -> AreaId {
    AreaId::new(format!("area-{number}")).unwrap()
}

fn labels<'a>(workbook: &Workbook, cases: impl IntoIterator<Item = &'a CaseRef>) -> Vec<String> {
    let label = |case: &CaseRef| workbook.plan().case(case).unwrap().label.clone();
    cases.into_iter().map(label).collect()
}

/// Every return of the round that its own program would not have let out, with why.
fn not_ready(sample: &SampleRound) -> Vec<String> {
    let mut faults = Vec::new();
    for sent in sample.returns() {
        let ret = &sent.audit_return;
        let notices = check(&sample.plan().round, ret);
        let readiness = Readiness::of(&notices, ret);
        let open = readiness.blocks.iter().chain(&readiness.unexplained);
        let open = open.map(|it| format!("{} at {}: {}", it.rule, it.place.key(), it.message));
        let obsolete = readiness.obsolete.iter();
        let obsolete = obsolete.map(|it| format!("{} at {}: not a warning", it.rule, it.place));
        let who = format!("{}, {}", ret.case_label, ret.agency.slot);
        faults.extend(open.chain(obsolete).map(|it| format!("{who}: {it}")));
    }
    faults
}

#[test]
fn every_sample_return_could_have_been_signed() {
    let faults = not_ready(&sample::s3_round());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_generated_return_could_have_been_signed() {
    let size = sample::Size { cases: 3, slots_per_case: 4, text_words: 12, prompts: 60 };
    let generated = sample::round("generated", size);
    assert_eq!(generated.returns().len(), 12);
    let faults = not_ready(&generated);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let (_, outcomes) = imported(&generated);
    assert_eq!(outcomes, vec![ImportOutcome::Admitted; 12]);
}

#[test]
fn the_panel_admits_every_return_and_sees_who_still_owes_one() {
    let (workbook, outcomes) = imported(&sample::s3_round());
    assert_eq!(outcomes, vec![ImportOutcome::Admitted; 60]);
    let today: NaiveDate = "2026-06-22".parse().unwrap();
    let matrix = Matrix::of(&workbook, today);
    let totals = Totals {
        asked: 61,
        received: 54,
        nil: 6,
        expected: 1,
        late: 1,
        overdue: 1,
        ..Totals::default()
    };
    assert_eq!(matrix.totals, totals);
    let [owed] = &matrix.outstanding[..] else { panic!("{:?}", matrix.outstanding) };
    let [(slot, cases)] = &owed.returns[..] else { panic!("{owed:?}") };
    assert_eq!((slot.as_str(), labels(&workbook, cases)), ("midwifery", vec!["Case 8".into()]));
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

#[test]
fn every_count_of_the_report_is_that_of_the_stories() {
    let (workbook, _) = imported(&sample::s3_round());
    let answers = RoundAnswers::of(&workbook);
    let rows = history_and_referral().into_iter().chain(assessment_plan_and_review());
    let wrong: Vec<String> = rows
        .filter_map(|(what, condition, want)| {
            let condition: Condition = serde_json::from_value(condition).unwrap();
            let count = answers.count_where(&condition);
            let cases = labels(&workbook, &count.cases);
            let differing = labels(&workbook, &count.differing);
            let right = cases.len() == want && differing.is_empty();
            (!right).then(|| format!("{what}: {cases:?}, not {want}; differing {differing:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_area_has_the_grades_of_the_stories() {
    let (workbook, _) = imported(&sample::s3_round());
    // Good, adequate, inadequate.
    let rows = [
        (2, [4, 4, 2]),
        (3, [3, 3, 4]),
        (4, [3, 5, 2]),
        (5, [3, 4, 3]),
        (6, [3, 4, 3]),
        (7, [4, 5, 1]),
        (8, [5, 5, 0]),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .map(|(number, want)| {
            let distribution = distribution(&workbook, Some(&area(*number)));
            let found = ["good", "adequate", "inadequate"].map(|grade| {
                let row = distribution.rows.iter().find(|row| row.grade.as_str() == grade);
                row.unwrap().cases.len()
            });
            (number, want, found)
        })
        .filter(|(_, want, found)| *want != found)
        .map(|(number, want, found)| format!("area {number}: {found:?}, not {want:?}"))
        .collect();
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

#[test]
fn each_faulty_file_shows_another_way_of_not_being_taken_in() {
    let sample = sample::s3_round();
    let (mut workbook, _) = imported(&sample);
    let opener = workbook.opener();
    let batch = workbook.begin_import(&stamp());
    let mut outcome = |name: &str| {
        let faults = sample::faults(&sample);
        let fault = faults.iter().find(|fault| fault.name == name).unwrap();
        workbook.admit(batch, opener.open(name, &fault.file), &stamp()).outcome
    };
    let because = |outcome| match outcome {
        ImportOutcome::Quarantined { because } => because,
        other => panic!("{other:?}"),
    };
    assert!(matches!(
        because(outcome("altered"))[..],
        [QuarantineReason::SignatureWrong { claimed: Some(_) }]
    ));
    assert!(matches!(
        because(outcome("unknown-signer"))[..],
        [QuarantineReason::UnknownSigner { .. }]
    ));
    assert!(matches!(outcome("copy"), ImportOutcome::Duplicate { .. }));
    assert!(matches!(
        outcome("other-round"),
        ImportOutcome::Refused(Refusal::WrongRound { title }) if title == "Strategy discussions"
    ));
    assert_eq!(outcome("not-a-return"), ImportOutcome::Refused(Refusal::NotOurs));
}

/// Every text in the returns, wherever it stands.
fn texts(sample: &SampleRound) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Value::Object(members) => members.values().for_each(|item| collect(item, texts)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut texts = Vec::new();
    for sent in sample.returns() {
        let ret = &sent.audit_return;
        let told = json!([
            ret.auditor,
            ret.involvement,
            ret.answers,
            ret.areas,
            ret.overall,
            ret.general_comments,
            ret.good_practice_to_share,
            ret.explanations,
            ret.immediate_concerns,
        ]);
        collect(&told, &mut texts);
    }
    texts
}

/// Ten digits in a row, spaces and hyphens aside, as an NHS number has (I-03).
fn holds_ten_digits(text: &str) -> bool {
    let mut run = 0;
    text.chars().filter(|letter| !matches!(letter, ' ' | '-')).any(|letter| {
        run = if letter.is_ascii_digit() { run + 1 } else { 0 };
        run >= 10
    })
}

/// The shape of a postcode's two halves side by side, such as `AB1 2CD` (I-03).
fn holds_postcode(text: &str) -> bool {
    let is_inward = |word: &str| {
        matches!(word.as_bytes(), [digit, a, b] if digit.is_ascii_digit()
            && a.is_ascii_uppercase() && b.is_ascii_uppercase())
    };
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    words.windows(2).any(|pair| match pair {
        [outward, inward] => {
            is_inward(inward)
                && outward.starts_with(|letter: char| letter.is_ascii_uppercase())
                && outward.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        }
        _ => false,
    })
}

#[test]
fn the_finders_of_identifiers_find_them() {
    assert!(holds_ten_digits("NHS 943 476-5919"));
    assert!(!holds_ten_digits("from 2026 to 2027"));
    assert!(holds_postcode("lives in AB1 2CD now"));
    assert!(!holds_postcode("2 CDs and SW1 at 3PM"));
}

#[test]
fn i03_no_return_holds_what_could_identify_anyone() {
    let is_time = |text: &str| text.parse::<DateTime<Utc>>().is_ok();
    let found: Vec<String> = texts(&sample::s3_round())
        .into_iter()
        .filter(|text| !is_time(text))
        .filter(|text| holds_ten_digits(text) || holds_postcode(text) || text.contains('@'))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_agency_tells_each_area_in_its_own_words() {
    let sample = sample::s3_round();
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for sent in sample.returns() {
        let ret = &sent.audit_return;
        let areas = ret.areas.values().map(|record| &record.reason);
        for reason in areas.chain([&ret.overall.reason]).filter(|reason| !reason.is_empty()) {
            if !seen.insert(reason.clone()) {
                twice.push(format!("{}, {}: {reason}", ret.case_label, ret.agency.slot));
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
    assert_eq!(seen.len(), 369, "315 areas and 54 cases graded");
}

#[test]
fn the_files_under_public_samples_are_those_that_are_generated() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples");
    let stale: Vec<String> = sample::files(&sample::s3_round())
        .into_iter()
        .filter(|file| std::fs::read(folder.join(&file.path)).ok().as_ref() != Some(&file.bytes))
        .map(|file| file.path)
        .collect();
    assert!(stale.is_empty(), "run `cargo xtask sample`; these differ:\n{}", stale.join("\n"));
}
