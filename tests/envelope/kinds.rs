//! Each kind of file that comes in has a folder of files that are wrong in one way, opened as the programs open them.
//!
//! `fault_files/kinds.py` makes them, with no code of ours: what it signs, seals and hashes, others would.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use multi_agency_audit::audit_return::PackError;
use multi_agency_audit::envelope::{
    FormatVersion, JsonFault, Kind, Limits, OpenError, OpeningKey, Unsigned, WriteError, open,
    open_draft, write_draft_of,
};
use multi_agency_audit::panel::actions::sheet::{CellFaultKind, SheetError, read_sheet};
use multi_agency_audit::panel::actions::{Action, Body, Owner, Priority};
use multi_agency_audit::panel::manuscript::{Passage, Place};
use multi_agency_audit::panel::{
    ImportOutcome, ImportRow, QuarantineReason, Refusal, Stamp, Workbook, WorkbookFile,
};
use multi_agency_audit::round::{Invitation, InvitationError};
use multi_agency_audit::store::{DeputyKey, DraftCopy};
use multi_agency_audit::tool::{Tool, ToolFaultKind};
use serde::Deserialize;

use crate::fault_files::{self, closed::PASSPHRASE};
use crate::faults::refused;
use crate::letter::LetterDraft;

/// One line of a folder's `index.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    file: String,
    /// In a word, with the place where there is one.
    outcome: String,
    why: String,
}

/// A folder, and what a file of it is answered with.
type Folder = (&'static str, fn(&[u8]) -> String);

const FOLDERS: [Folder; 9] = [
    ("actions", actions),
    ("concern", imported),
    ("deputy-key", deputy_key),
    ("draft-copy", draft_copy),
    ("invitation", invitation),
    ("return", imported_as_a_return),
    ("tool", tool),
    ("withdrawal", imported),
    ("workbook", workbook_file),
];

/// The panel's own file among the returns: their round, before any of them came in.
const ROUND: &str = "round.json";

/// States of an import that no return comes into by itself: for another file, a decision or megabytes.
/// `tests/scenarios/import_states.rs` tells them.
const NOT_ALONE: [&str; 12] = [
    "replaces",
    "older",
    "set-aside",
    "concern",
    "withdrawal",
    "withdrawal-waiting",
    "overtaken",
    "taken-back",
    "conflict",
    "duplicate",
    "invitation-revoked",
    "too-large",
];

/// Ways of being wrong of which no small file is kept, and what shows them instead.
const WITHOUT_A_FILE: [(&str, &str); 7] = [
    ("too-large", "megabytes: `a_file_beyond_its_size_is_refused_unread`"),
    ("too-many-values", "megabytes: `too_much_of_anything_in_signed_contents_is_named`"),
    ("no-invitation", "of the device, not of the file: `src/audit_return/query/tests.rs`"),
    ("TooLarge", "megabytes, of a tool and of a sheet: the tests beside them"),
    ("UnpacksTooLarge", "a workbook of a spreadsheet program: `tests/faults/sheets`"),
    (
        "TwoWorksheets",
        "a workbook of a spreadsheet program: `src/panel/actions/sheet/xlsx/tests.rs`",
    ),
    ("MayIdentify", "is told and keeps nothing out: `src/panel/actions/sheet/tests.rs`"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn index(folder: &str) -> Vec<Row> {
    let text = fs::read_to_string(root().join(folder).join("index.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn bytes(folder: &str, file: &str) -> Vec<u8> {
    fs::read(root().join(folder).join(file)).unwrap()
}

fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: "2026-06-01T09:00:00Z".parse().unwrap() }
}

/// As an enum names it, without what it holds.
fn variant(value: &impl Debug) -> String {
    format!("{value:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

fn invitation(file: &[u8]) -> String {
    match Invitation::a02_verified(file) {
        Ok(_) => "opened".to_owned(),
        Err(InvitationError::NotOpened(error)) => refused(&error),
        Err(InvitationError::OtherTool) => "other-tool".to_owned(),
        Err(InvitationError::UnsoundTool) => "unsound-tool".to_owned(),
    }
}

fn deputy_key(file: &[u8]) -> String {
    DeputyKey::open(file, PASSPHRASE).map_or_else(|error| refused(&error), |_| "opened".to_owned())
}

/// As the auditor's program opens a copy: what is wrong with it, or with the invitation within.
fn draft_copy(file: &[u8]) -> String {
    let opened = open_draft(file, &Limits::of(Kind::Draft).of_closed());
    let copy = match opened.and_then(|draft| DraftCopy::of_file(&draft)) {
        Ok(copy) => copy,
        Err(error) => return refused(&error),
    };
    let found = invitation(copy.invitation.as_bytes());
    if found == "opened" && !copy.is_whole() { "not-whole".to_owned() } else { found }
}

/// As the panel's program takes a round over: by the round's own key, and nothing of a newer program's in it.
fn opened_workbook(file: &[u8]) -> Result<Workbook, String> {
    let verified = open(file, &[Kind::Workbook], &Limits::of(Kind::Workbook));
    let verified = verified.map_err(|error| refused(&error))?;
    let file: WorkbookFile = verified.parse_whole().map_err(|error| refused(&error))?;
    let workbook = Workbook::from_record(file.workbook);
    if workbook.round_key() == verified.signer() {
        Ok(workbook)
    } else {
        Err("other-key".to_owned())
    }
}

fn workbook_file(file: &[u8]) -> String {
    opened_workbook(file).map_or_else(|why| why, |_| "opened".to_owned())
}

/// The round that all these files belong to but the returns.
fn workbook() -> Workbook {
    opened_workbook(&bytes("workbook", "sound.json")).unwrap()
}

fn imported(file: &[u8]) -> String {
    imported_into(workbook(), file)
}

fn imported_as_a_return(file: &[u8]) -> String {
    static ROUND_OF: LazyLock<Workbook> =
        LazyLock::new(|| opened_workbook(&bytes("return", ROUND)).unwrap());
    imported_into(ROUND_OF.clone(), file)
}

/// What becomes of a file, in a word; of one that breaks rules, with their ids.
fn imported_into(mut workbook: Workbook, file: &[u8]) -> String {
    let keys = vec![OpeningKey::from_seed(&[45; 32])];
    let opened = workbook.opener().with_keys(keys).open("a file", file);
    let batch = workbook.begin_import(&stamp());
    let row = workbook.admit(batch, opened, &stamp());
    match &row.outcome {
        ImportOutcome::Refused(Refusal::Damaged { fault }) => format!("damaged: {fault}"),
        ImportOutcome::Quarantined { because } => match because.first() {
            Some(QuarantineReason::BreaksRules { blocks }) => {
                let rules: BTreeSet<&str> = blocks.iter().map(|it| it.rule.as_str()).collect();
                let rules: Vec<&str> = rules.into_iter().collect();
                format!("{}: {}", row.token(), rules.join(", "))
            }
            Some(_) | None => row.token().to_owned(),
        },
        _ => row.token().to_owned(),
    }
}

fn tool(file: &[u8]) -> String {
    let Err(faults) = Tool::from_json(file) else { return "opened".to_owned() };
    let named: Vec<String> = faults
        .iter()
        .map(|fault| match fault.path.as_str() {
            "" => variant(&fault.kind),
            path => format!("{} at {path}", variant(&fault.kind)),
        })
        .collect();
    named.join("; ")
}

fn actions(file: &[u8]) -> String {
    static SENT: LazyLock<Workbook> = LazyLock::new(with_two_sheets);
    match read_sheet(&SENT, file, stamp().at.date_naive()) {
        Err(error) => variant(&error),
        Ok(read) => read.faults.first().map_or_else(
            || "read".to_owned(),
            |fault| format!("{} at row {}", variant(&fault.kind), fault.row),
        ),
    }
}

/// The round with one action of the police, on two sheets.
fn with_two_sheets() -> Workbook {
    let mut workbook = workbook();
    let police = Body::Agency(workbook.plan().agencies[0].id.clone());
    let recommendation: Passage = serde_json::from_value(serde_json::json!({
        "id": "r1", "place": Place::Recommendation, "text": "The police should share plans.",
        "stamp": stamp(),
    }))
    .unwrap();
    workbook.record_passage(recommendation).unwrap();
    let action = Action {
        id: "a1".parse().unwrap(),
        recommendations: vec!["r1".parse().unwrap()],
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: "Write a checklist".into(),
        outcome: "Children are seen sooner".into(),
        measure: "Nine of ten records have it".into(),
        evidence_expected: "The checklist".into(),
        owner: Owner { body: police.clone(), role: "Head of service".into() },
        contributors: Vec::new(),
        agreed: Some(stamp().at.date_naive()),
        resources: String::new(),
        start: None,
        due: "2026-09-30".parse().ok(),
        milestones: Vec::new(),
        priority: Priority::High,
        audit_again: None,
        carried: None,
        stamp: stamp(),
    };
    workbook.record_action(action).unwrap();
    for id in ["s1", "s2"] {
        workbook.issue_sheet(id.parse().unwrap(), &police, &stamp()).unwrap();
    }
    workbook
}

#[test]
fn every_file_of_every_kind_has_its_named_outcome() {
    let mut wrong = Vec::new();
    for (folder, opens) in FOLDERS {
        for Row { file, outcome, why } in index(folder) {
            let found = opens(&bytes(folder, &file));
            if found != outcome {
                wrong.push(format!("{folder}/{file}: {found}, not {outcome}: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_file_of_every_kind_is_listed_once() {
    for (folder, _) in FOLDERS {
        let rows = index(folder);
        let listed: BTreeSet<&str> = rows.iter().map(|row| row.file.as_str()).collect();
        assert_eq!(listed.len(), rows.len(), "{folder}: a file is listed twice");
        let entries = fs::read_dir(root().join(folder)).unwrap();
        let there = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let there: BTreeSet<String> = there.filter(|name| name != "index.json").collect();
        assert!(there.iter().map(String::as_str).eq(listed), "{folder}: {there:?}");
        assert!(rows.len() >= 10, "{folder}: {}", rows.len());
    }
}

/// The names of all variants: while one has no name here, this does not compile.
macro_rules! variants {
    ($type:ident: $($variant:ident)+) => {{
        let _: fn(&$type) = |one| match one { $($type::$variant { .. } => {})+ };
        [$(stringify!($variant)),+]
    }};
}

fn kebab(variant: &str) -> String {
    let mut text = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// Every way in which a file can be wrong, as the indexes name it.
fn every_name() -> BTreeSet<String> {
    let open = variants!(OpenError: Empty TooLarge NotJson Json NotOurs UnknownKind WrongKind NotSigned SignedDraft
        MissingMember UnexpectedMember BadEncoding HeaderParameter Algorithm KeyNotUsable KeyIdMismatch
        SignatureMismatch Signatures SealMethod Recipients RecipientsAltered SealedToOthers SealKeyNotUsable SealBroken
        NeedsPassphrase WrongPassphrase NotProtected WorkFactor ChecksumMismatch NoFormatVersion NewerVersion Contents
        Impossible);
    let json = variants!(JsonFault: NotUtf8 ByteOrderMark CutShort Malformed TrailingBytes TooDeep TooManyValues
        TextTooLong DuplicateMember NumberNotAllowed);
    let pack = variants!(PackError: Open NoInvitation OtherRound OtherSlot OtherKey NothingAsked TooManyQuestions
        BlankQuestion QuestionTooLong QuestionTwice NotInvited NotInTool);
    let invited = variants!(InvitationError: NotOpened OtherTool UnsoundTool);
    let tool = variants!(ToolFaultKind: TooLarge NotJson NotATool VersionZero NotALanguage Empty TooLong
        HiddenCharacter TooFew TooMany Duplicate UnknownGrade UnknownKind UnknownPrompt Nobody NoGrades NoAreaGrade
        NoCaseGrade GradeForNothing BetterAfterWorse CaseDetailsGraded GradedArea NoGradedArea FollowsLater
        FollowsElsewhere NoNumberBetween AnswerLength HintNotSeen NothingToBar OwnPartHasStanding AsksAhead Cycle
        UnknownValue NotAChoice NotANumber Bounds TooDeep);
    let sheet = variants!(SheetError: TooLarge Empty Spreadsheet NotAWorkbook UnpacksTooLarge TwoWorksheets NoColumn
        ColumnTwice TooMany NotOurs);
    let cell = variants!(CellFaultKind: UnknownSheet AnotherSheet UnknownAction ActionTwice TooManyCells NotADate
        DayOrMonth StillToCome NotAProgress TooLong Identifies MayIdentify);
    // These three hold another error, which is told in their place.
    let told = |name: &&&str| !["Json", "Open", "NotOpened"].contains(*name);
    let words = [&open[..], &json[..], &pack[..], &invited[..]].concat();
    let words = words.iter().filter(told).map(|name| kebab(name));
    let names = [&tool[..], &sheet[..], &cell[..]].concat();
    words.chain(names.iter().map(|name| (*name).to_owned())).collect()
}

/// The one word of an outcome: "cut-short" of "damaged: cut-short" and of "cut-short in file".
fn word(outcome: &str) -> String {
    let outcome = outcome.strip_prefix("damaged: ").unwrap_or(outcome);
    outcome.split([' ', ':']).next().unwrap_or_default().to_owned()
}

/// What the indexes say, of signed files, drafts and questions too.
fn every_outcome() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("index.json")).unwrap();
    let first: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let first = first.iter().map(|row| word(row["outcome"].as_str().unwrap()));
    let rest = FOLDERS.iter().flat_map(|(folder, _)| index(folder));
    first.chain(rest.map(|row| word(&row.outcome))).collect()
}

#[test]
fn every_way_of_being_wrong_has_a_file_or_a_reason_why_not() {
    let (names, outcomes) = (every_name(), every_outcome());
    let without: BTreeSet<&str> = WITHOUT_A_FILE.iter().map(|(name, _)| *name).collect();
    let missing: Vec<&String> = names
        .iter()
        .filter(|name| !outcomes.contains(*name) && !without.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no file in tests/faults is {missing:?}");
    let needless: Vec<&str> = without.into_iter().filter(|name| outcomes.contains(*name)).collect();
    assert!(needless.is_empty(), "there are files for {needless:?}");
}

#[test]
fn every_outcome_of_the_indexes_is_a_name_that_the_program_knows() {
    let mut known = every_name();
    known.extend(ImportRow::tokens().into_iter().map(str::to_owned));
    known.extend(["opened", "read", "other-key", "not-whole"].map(str::to_owned));
    let unknown: Vec<String> =
        every_outcome().into_iter().filter(|outcome| !known.contains(outcome)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_state_that_a_return_comes_into_by_itself_has_a_real_one() {
    let rows = index("return");
    let states = rows.iter().filter_map(|row| row.outcome.split(':').next());
    let shown: BTreeSet<&str> = states.collect();
    let mut every: BTreeSet<&str> = ImportRow::tokens().into_iter().collect();
    every.retain(|token| !NOT_ALONE.contains(token));
    assert_eq!(shown, every);
}

/// Texts of a draft and of a workbook have room for whole files, so a megabyte is read and nothing of it is cut.
#[test]
fn l35_a_megabyte_of_text_is_read_whole_and_what_is_beyond_the_limit_is_named() {
    let megabyte = "It was late. ".repeat(80_000);
    let draft = LetterDraft { format_version: FormatVersion, text: megabyte.clone() };
    let file = write_draft_of(&draft).unwrap();
    let read = open_draft(&file, &Limits::of(Kind::Draft)).unwrap();
    assert_eq!(read.parse::<LetterDraft>().unwrap(), draft);
    let beyond = LetterDraft { text: "a".repeat(Limits::of(Kind::Draft).text_bytes + 1), ..draft };
    let Err(WriteError::WouldNotOpen(error)) = write_draft_of(&beyond) else {
        panic!("it was written")
    };
    assert_eq!(refused(&error), "text-too-long in contents");

    let mut file = serde_json::to_value(WorkbookFile::of(&workbook(), BTreeMap::new())).unwrap();
    file["workbook"]["plan"]["round"]["title"] = megabyte.clone().into();
    let key = fault_files::key();
    let contents = serde_json::to_vec(&file).unwrap();
    let unsigned = Unsigned::new(Kind::Workbook, &key.public_key(), contents).unwrap();
    let file = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
    assert_eq!(opened_workbook(&file).unwrap().plan().round.title, megabyte);
}
