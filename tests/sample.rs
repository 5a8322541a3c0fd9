//! The sample round, imported as a panel would, has the counts it was written for.

use multi_agency_audit::check::{Readiness, check};
use multi_agency_audit::sample::{self, SampleRound};

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
}
