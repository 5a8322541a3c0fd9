//! Keeping a workbook and opening it again, with files that are really signed.

use super::*;
use crate::audit_return::{Return, SignOff, to_sign};
use crate::envelope::{Limits, OpenError, Unsigned, open};
use crate::panel::fixture::*;
use crate::panel::{DecisionError, ImportOutcome, QuarantineReason, Unopened};

fn signed(desk: &Desk, draft: &Return) -> Vec<u8> {
    let slot = &draft.agency.slot;
    let key = key_of(slot.as_str());
    let opened = arriving(draft.clone(), &key.public_key().thumbprint());
    let sign_off: SignOff = opened.content.unwrap().audit_return().sign_off.clone().unwrap();
    let invitation = desk.workbook.invitation(slot).unwrap();
    let (_, unsigned) = to_sign(draft, sign_off, &invitation, &key.public_key()).unwrap();
    unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
}

#[test]
fn a_signed_file_is_opened_admitted_and_comes_back_with_the_workbook() {
    let mut desk = Desk::with(&["case-1"]);
    let bytes = signed(&desk, &desk.draft("csc", "case-1").grade("risk", "good"));
    let opener = desk.workbook.opener();
    // This small return breaks rules on purpose; what they say is not asked here.
    let row = desk.admit(without_blocks(opener.open("csc.json", &bytes)));
    assert_eq!(row.outcome, ImportOutcome::Admitted);

    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let mut again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.record(), desk.workbook.record());
    assert_eq!(again.files_to_restore().copied().collect::<Vec<_>>(), [Hash::of(&bytes)]);
    again.restore(opener.open("csc.json", &bytes)).unwrap();
    let file = Hash::of(&bytes);
    assert_eq!(again.audit_return(&file), desk.workbook.audit_return(&file));
    assert_eq!(again.current_of_case(&case("case-1")).count(), 1);
}

#[test]
fn ec60_of_a_workbooks_file_only_what_was_imported_is_taken_in() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let opener = desk.workbook.opener();
    let text = |desk: &Desk, case: &str| {
        String::from_utf8(signed(desk, &desk.draft("csc", case).grade("risk", "good"))).unwrap()
    };
    let (one, never) = (text(&desk, "case-1"), text(&desk, "case-2"));
    desk.admit(without_blocks(opener.open("csc.json", one.as_bytes())));
    let named = |text: &str| (Hash::of(text.as_bytes()), text.to_owned());

    let mut later = Workbook::from_record(desk.workbook.record().clone());
    assert_eq!(WorkbookFile::of(&later, BTreeMap::new()).missing(), 1);
    let under_a_wrong_name = (named(&one).0, never.clone());
    assert_eq!(later.take_files(BTreeMap::from([under_a_wrong_name]), &opener), []);
    assert_eq!(later.unread_files(), 1);
    let all = BTreeMap::from([named(&one), named(&never)]);
    assert_eq!(WorkbookFile::of(&later, all.clone()).missing(), 0);
    assert_eq!(later.take_files(all, &opener), [named(&one)]);
    assert_eq!(later.unread_files(), 0);
}

/// As a newer program would write a workbook's file.
#[derive(serde::Serialize, serde::Deserialize)]
struct LaterFile {
    format_version: FormatVersion<1>,
    workbook: serde_json::Value,
    files: BTreeMap<Hash, String>,
}

impl Payload for LaterFile {
    const KIND: Kind = Kind::Workbook;
    const FORMAT_VERSION: u32 = 1;
}

#[test]
fn v11_a_workbooks_file_that_holds_more_than_this_program_knows_is_left_to_the_newer_one() {
    let desk = Desk::with(&["case-1"]);
    let key = key_of("panel");
    let read = |workbook: serde_json::Value| {
        let file =
            LaterFile { format_version: FormatVersion, workbook, files: BTreeMap::default() };
        let unsigned = Unsigned::of(&file, &key.public_key()).unwrap();
        let bytes = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
        let verified = open(&bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
        verified.parse_whole::<WorkbookFile>()
    };
    let mut workbook = serde_json::to_value(desk.workbook.record()).unwrap();
    assert_eq!(read(workbook.clone()).unwrap().workbook, *desk.workbook.record());
    workbook["of_the_future"] = 1.into();
    let newer = OpenError::NewerVersion { found: 1, supported: 1 };
    assert_eq!(read(workbook).unwrap_err(), newer);
}

#[test]
fn g03_a_signed_return_that_grades_an_area_outstanding_is_kept_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let bytes = signed(&desk, &desk.draft("csc", "case-1").grade("risk", "outstanding"));
    let row = desk.admit(desk.workbook.opener().open("csc.json", &bytes));
    let ImportOutcome::Quarantined { because } = &row.outcome else { panic!("{row:?}") };
    let [QuarantineReason::BreaksRules { blocks }] = &because[..] else { panic!("{because:?}") };
    assert!(blocks.iter().any(|block| block.rule == "G-03"), "{blocks:?}");
}

#[test]
fn v06_a_file_changed_after_signing_names_its_key_and_nothing_more() {
    let desk = Desk::with(&["case-1"]);
    let bytes = signed(&desk, &desk.draft("csc", "case-1"));
    let text = String::from_utf8(bytes).unwrap();
    let at = text.find("\"payload\":\"").unwrap() + 40;
    let letter = if &text[at..=at] == "A" { "B" } else { "A" };
    let altered = [&text[..at], letter, &text[at + 1..]].concat();
    let opened = desk.workbook.opener().open("csc.json", altered.as_bytes());
    let claimed = key_of("csc").public_key().thumbprint();
    assert_eq!(opened.content, Err(Unopened::SignatureWrong(Some(claimed))));
}

#[test]
fn a_file_that_is_not_in_the_register_is_not_restored() {
    let mut desk = Desk::with(&["case-1"]);
    let bytes = signed(&desk, &desk.draft("csc", "case-1"));
    let opened = desk.workbook.opener().open("csc.json", &bytes);
    assert_eq!(desk.workbook.restore(opened), Err(RestoreError::NotInRegister));
}

#[test]
fn k01_the_tool_of_a_round_cannot_be_exchanged() {
    let mut desk = Desk::with(&["case-1"]);
    let mut plan = desk.workbook.plan().clone();
    plan.round.tool.version = 2;
    let changed = desk.workbook.change_plan(plan, "A better one.", &stamp());
    assert_eq!(changed, Err(DecisionError::ToolIssued));
}

/// A return as a newer program writes it, with something of which this one knows nothing.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
struct Newer(serde_json::Value);

impl crate::envelope::Payload for Newer {
    const KIND: crate::envelope::Kind = crate::envelope::Kind::Return;
    const FORMAT_VERSION: u32 = Return::FORMAT_VERSION;
}

#[test]
fn v11_what_a_newer_program_wrote_stays_in_the_file_and_hinders_nothing() {
    let mut desk = Desk::with(&["case-1"]);
    let known = signed(&desk, &desk.draft("csc", "case-1").grade("risk", "good"));
    let limits = crate::envelope::Limits::of(crate::envelope::Kind::Return);
    let kinds = [crate::envelope::Kind::Return];
    let verified = crate::envelope::open(&known, &kinds, &limits).unwrap();
    let Newer(mut newer) = verified.parse().unwrap();
    newer["mood_of_the_child"] = "calm".into();
    let key = key_of("csc");
    let unsigned = crate::envelope::Unsigned::of(&Newer(newer), &key.public_key()).unwrap();
    let bytes = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();

    let opener = desk.workbook.opener();
    let row = desk.admit(without_blocks(opener.open("csc.json", &bytes)));
    assert_eq!(row.outcome, ImportOutcome::Admitted);
    // The register names the very bytes, which are kept as they came.
    assert!(row.keeps_file());
    assert_eq!(row.file, Some(Hash::of(&bytes)));
    let mut again = Workbook::from_record(desk.workbook.record().clone());
    again.restore(opener.open("csc.json", &bytes)).unwrap();
}

#[test]
fn v12_what_looks_like_markup_is_text_and_what_is_too_large_is_not_read() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1").grade("risk", "good");
    draft.general_comments = "<script>alert(1)</script>".into();
    let bytes = signed(&desk, &draft);
    let opener = desk.workbook.opener();
    let row = desk.admit(without_blocks(opener.open("csc.json", &bytes)));
    let kept = desk.workbook.audit_return(&row.file.unwrap()).unwrap();
    assert_eq!(kept.general_comments, "<script>alert(1)</script>");
    let limit = Opener::most_bytes();
    let refused = Opener::admits("huge.json", limit + 1).unwrap_err();
    let too_large = crate::panel::Refusal::TooLarge { size: limit + 1, limit };
    assert_eq!(refused.content, Err(Unopened::Refused(too_large)));
}

#[test]
fn a_place_is_one_that_the_plan_asks_for() {
    let mut plan = plan(&["a", "b"], "area-and-case");
    plan.slots[0].cases.retain(|one| *one == case("a"));
    let desk = Desk::of(plan);
    let place = desk.workbook.place(&case("a"), &slot("csc")).unwrap();
    assert_eq!((place.case, place.slot, place.agency.as_str()), (case("a"), slot("csc"), "csc"));
    assert_eq!(desk.workbook.place(&case("b"), &slot("csc")), None);
    assert_eq!(desk.workbook.place(&case("a"), &slot("nobody")), None);
}

#[test]
fn what_one_opening_has_read_of_files_another_takes_over_and_no_file_that_is_gone() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.graded("csc", "case-1", "good").file.unwrap();
    let before = desk.workbook.clone();
    desk.batch = desk.workbook.begin_import(&stamp());
    let second = desk.graded("police", "case-1", "good").file.unwrap();
    // Written by one window, read by another that knew the first file only.
    let mut other = Workbook::from_record(desk.workbook.record().clone());
    other.keep_reading(before);
    assert!(other.audit_return(&first).is_some());
    assert_eq!(other.files_to_restore().collect::<Vec<_>>(), [&second]);

    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    let mut undone = Workbook::from_record(desk.workbook.record().clone());
    undone.keep_reading(other);
    assert_eq!(undone.as_signed(&second), None);
    assert_eq!(undone.files_to_restore().count(), 0);
}
