//! What is kept apart or refused, and what makes it count.

use super::*;

#[test]
fn v06_a_signer_without_proof_is_kept_apart_until_a_person_trusts_the_key() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("police", "case-1");
    let row = desk.admit(intercepted(draft));
    let signer = stranger();
    let because = vec![QuarantineReason::UnknownSigner { signer }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    assert!(row.keeps_file());
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);

    // Trust in a key reaches no further than one slot.
    let changed = desk.workbook.trust_signer(signer, &slot("csc"), "Read back.", &stamp());
    assert_eq!(changed, Ok(vec![]));
    let changed = desk.workbook.trust_signer(signer, &slot("police"), "Read back.", &stamp());
    assert_eq!(changed, Ok(vec![row.file.unwrap()]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 1);
}

#[test]
fn v06_a_refused_key_is_refused_even_with_the_secret() {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.graded("police", "case-1", "good");
    let signer = key_of("police").public_key().thumbprint();
    let changed =
        desk.workbook.refuse_signer(signer, &slot("police"), "The laptop was stolen.", &stamp());
    assert_eq!(changed, Ok(vec![row.file.unwrap()]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
}

#[test]
fn v06_an_altered_file_is_kept_apart_with_the_key_that_it_names() {
    let mut desk = Desk::with(&["case-1"]);
    let claimed = Some(key_of("csc").public_key().thumbprint());
    let altered = OpenedFile {
        name: "csc.json".into(),
        file: Some(Hash::of(b"altered")),
        content: Err(Unopened::SignatureWrong(claimed)),
    };
    let row = desk.admit(altered.clone());
    let because = vec![QuarantineReason::SignatureWrong { claimed }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    assert_eq!(row.signer, claimed);
    let of = Hash::of(b"altered");
    assert_eq!(desk.admit(altered).outcome, ImportOutcome::Duplicate { of });
    let chosen = desk.workbook.choose_version(&of, "It looks right.", &stamp());
    assert_eq!(chosen, Err(DecisionError::NothingToDecide), "nothing can make it count");
}

#[test]
fn v07_another_version_of_the_tool_is_kept_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    draft.tool.hash = Hash::of(b"edited");
    let row = desk.import(draft);
    assert_eq!(row.token(), "other-tool");
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
}

#[test]
fn a01_what_the_plan_does_not_expect_is_kept_apart_by_name() {
    let desk = Desk::with(&["case-1", "case-2"]);
    let mut plan = desk.workbook.plan().clone();
    plan.slots[1].cases = vec![case("case-1")]; // the police are asked about one case only
    let mut narrowed = Desk::of(plan.clone());
    let draft = |slot: &str, case: &str| desk.draft(slot, case);
    let with = |change: fn(&mut Return)| {
        let mut audit_return = draft("csc", "case-1");
        change(&mut audit_return);
        audit_return
    };
    let rows = [
        (with(|one| one.case_ref = case("case-9")), NotInvited::Case),
        (with(|one| one.agency.slot = slot("csc.2")), NotInvited::Slot),
        (with(|one| one.agency.id = "police".parse().unwrap()), NotInvited::Agency),
        (with(|one| one.agency.kind = "health".parse().unwrap()), NotInvited::Agency),
        (draft("police", "case-2"), NotInvited::CaseOfSlot),
    ];
    for (audit_return, want) in rows {
        let row = narrowed.import(audit_return);
        let ImportOutcome::Quarantined { because } = &row.outcome else { panic!("{row:?}") };
        assert_eq!(because[0], QuarantineReason::NotInvited(want));
    }
    // Once the plan expects it, the very same file counts.
    plan.slots[1].cases.push(case("case-2"));
    let changed = narrowed.workbook.change_plan(plan, "Asked by telephone.", &stamp()).unwrap();
    assert_eq!(changed.len(), 1);
    assert_eq!(narrowed.workbook.current_of_case(&case("case-2")).count(), 1);
}

#[test]
fn a_return_of_another_round_is_refused_and_not_kept() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    draft.round.id = "round-2".parse().unwrap();
    draft.round.title = "Another round".into();
    let row = desk.import(draft);
    let refusal = Refusal::WrongRound { title: "Another round".into() };
    assert_eq!(row.outcome, ImportOutcome::Refused(refusal));
    assert!(!row.keeps_file());
    assert_eq!(desk.workbook.register().entries().count(), 0);
}

#[test]
fn a_signed_return_that_breaks_rules_counts_only_once_accepted() {
    let mut desk = Desk::with(&["case-1"]);
    let key = key_of("csc").public_key().thumbprint();
    let mut opened = arriving(desk.draft("csc", "case-1"), &key);
    let block =
        Block { rule: "G-03".into(), place: "risk-grade".into(), message: "Not here.".into() };
    opened.content.as_mut().unwrap().blocks = vec![block.clone()];
    let row = desk.admit(opened);
    let because = vec![QuarantineReason::BreaksRules { blocks: vec![block] }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    let file = row.file.unwrap();
    let accepted = desk.workbook.accept_content(&file, "An older program made it.", &stamp());
    assert_eq!(accepted, Ok(vec![file]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 1);
}
