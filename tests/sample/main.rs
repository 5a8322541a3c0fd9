//! The sample round, imported as a panel would, has the counts it was written for.

use chrono::{DateTime, NaiveDate, Utc};
use multi_agency_audit::check::{Readiness, check};
use multi_agency_audit::id::CaseRef;
use multi_agency_audit::panel::{ImportOutcome, Matrix, QuarantineReason, Refusal};
use multi_agency_audit::panel::{Stamp, Totals, Workbook};
use multi_agency_audit::sample::{self, SampleRound};

mod counts;
mod earlier;
mod texts;

fn stamp() -> Stamp {
    let at: DateTime<Utc> = "2026-06-22T09:00:00Z".parse().unwrap();
    Stamp { by: "Coordinator".into(), at }
}

/// The workbook of a panel that has imported every return of the round, and what became of each.
fn imported(sample: &SampleRound) -> (Workbook, Vec<ImportOutcome>) {
    let mut workbook = sample.workbook();
    let opener = sample.opener();
    let batch = workbook.begin_import(&stamp());
    let files = sample.returns().iter();
    let outcomes = files
        .map(|sent| workbook.admit(batch, opener.open("return.json", &sent.file), &stamp()).outcome)
        .collect();
    (workbook, outcomes)
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
    let sample = sample::s3_round();
    assert_eq!(sample.returns().len(), 60);
    let faults = not_ready(&sample);
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

#[test]
fn each_faulty_file_shows_another_way_of_not_being_taken_in() {
    let sample = sample::s3_round();
    let (mut workbook, _) = imported(&sample);
    let opener = sample.opener();
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

#[test]
fn a_practice_round_is_the_same_each_time_it_is_made() {
    let size = sample::Size { cases: 2, slots_per_case: 2, text_words: 5, prompts: 14 };
    let made = |seed| -> Vec<Vec<u8>> {
        sample::files(&sample::round(seed, size)).into_iter().map(|file| file.bytes).collect()
    };
    assert_eq!(made("one"), made("one"));
    assert_ne!(made("one"), made("another"));
}

#[test]
fn the_files_under_public_samples_are_those_that_are_generated() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples");
    let files = sample::files(&sample::s3_round());
    assert_eq!(files.len(), 75, "the index, a workbook, 8 invitations, 60 returns and 5 faults");
    let stale: Vec<String> = files
        .into_iter()
        .filter(|file| std::fs::read(folder.join(&file.path)).ok().as_ref() != Some(&file.bytes))
        .map(|file| file.path)
        .collect();
    assert!(stale.is_empty(), "run `cargo xtask sample`; these differ:\n{}", stale.join("\n"));
}
