//! A pack beside the drafts of a device, one after the other as an auditor would have them.

use super::*;
use crate::audit_return::{About, Question, RoundRef};
use crate::envelope::Hash;
use crate::store::testing::{at, draft, evidence, id};
use crate::store::{SignedVersion, apply};

fn question(name: &str) -> Question {
    Question {
        id: id(name),
        about: About::Prompt(id("1.1")),
        text: "Who saw the child?".into(),
        asked_by: "Coordinator".into(),
        asked_at: at("10:00:00"),
        answer_by: None,
    }
}

fn payload(version: u32) -> Hash {
    Hash::of(format!("version {version}").as_bytes())
}

/// Questions about one version of the draft's return, or about none.
fn pack(version: Option<u32>, names: &[&str]) -> QueryPack {
    let draft = draft();
    QueryPack {
        format_version: QueryPack::FORMAT_VERSION,
        round: RoundRef { ..draft.round },
        agency: draft.agency,
        by: "Coordinator".into(),
        at: at("11:00:00"),
        returns: vec![ReturnQuestions {
            case_ref: draft.case_ref,
            case_label: draft.case_label,
            version: version.map(|version| VersionAsked {
                return_id: draft.return_id,
                version,
                payload: payload(version),
            }),
            questions: names.iter().map(|name| question(name)).collect(),
            withdrawn: Vec::new(),
        }],
    }
}

/// The draft after signing this many versions; the last one is what it holds.
fn signed(versions: u32) -> DraftRecord {
    let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
    for version in 1..=versions {
        record.draft.version = version;
        let payload = payload(version);
        let file = String::new();
        let at = at("09:30:00");
        record.signed.push(SignedVersion { version, payload, at, file, sealed: None });
    }
    record
}

fn in_correction(versions: u32) -> DraftRecord {
    let mut record = signed(versions);
    assert!(record.correct_last_signed());
    record
}

fn asked(pack: &QueryPack, records: &[DraftRecord]) -> Asked {
    let mut all = Asked::of(pack, records);
    assert_eq!(all.len(), 1, "one case");
    all.remove(0)
}

#[test]
fn a_pack_finds_the_draft_that_its_questions_are_for() {
    let about_first = pack(Some(1), &["q1"]);
    let about_none = pack(None, &["q1"]);
    let mut other = signed(1);
    other.draft.return_id = id("00ff");
    let mut deleted = signed(1);
    deleted.deleted_at = Some(at("12:00:00"));
    let mut other_case = signed(1);
    other_case.draft.case_ref = id("case-0000");
    let about_second = pack(Some(2), &["q1"]);
    let rows = [
        ("signed", &about_first, vec![signed(1)]),
        ("in-work", &about_first, vec![in_correction(1)]),
        ("signed-later", &about_first, vec![signed(2)]),
        ("signed-later", &about_first, vec![in_correction(2)]),
        ("not-that-version", &about_first, vec![signed(0)]),
        ("not-that-version", &about_second, vec![signed(1)]),
        ("other-return", &about_first, vec![other.clone()]),
        ("signed", &about_first, vec![other, signed(1)]),
        ("not-here", &about_first, vec![]),
        ("not-here", &about_first, vec![deleted, other_case]),
        ("not-begun", &about_none, vec![]),
        ("in-work", &about_none, vec![signed(0)]),
        ("never-arrived", &about_none, vec![signed(1)]),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(row, (wanted, pack, here))| (row, wanted, asked(pack, here).standing.name()))
        .filter(|(_, wanted, found)| *wanted != found)
        .map(|(row, wanted, found)| format!("row {row}: {found}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn of_two_copies_of_a_return_the_last_saved_is_meant() {
    let mut copy = signed(1);
    copy.draft_id = id("c0c0");
    copy.saved_at = at("13:00:00");
    let found = asked(&pack(Some(1), &["q1"]), &[signed(1), copy]).standing;
    assert_eq!(found, Standing::Signed(Here { draft: id("c0c0"), version: 1 }));
}

#[test]
fn questions_join_a_draft_once_and_are_gone_from_it_when_taken_back() {
    let mut ret = in_correction(1).draft;
    let asked_once = asked(&pack(Some(1), &["q1", "q2"]), &[in_correction(1)]);
    for _ in 0..2 {
        asked_once.changes().iter().for_each(|change| apply(&mut ret, change));
    }
    let names = |ret: &crate::audit_return::Return| -> Vec<String> {
        ret.panel_questions.iter().map(|one| one.question.id.to_string()).collect()
    };
    assert_eq!(names(&ret), ["q1", "q2"]);
    assert_eq!(ret.panel_questions[0].version, Some(1));

    let answer = QuestionChange::Answer("The team manager did.".into());
    apply(&mut ret, &Change::PanelQuestion(id("q1"), answer));
    let mut next = pack(Some(1), &["q3"]);
    next.returns[0].withdrawn = vec![id("q1"), id("q2")];
    let changes = asked(&next, &[in_correction(1)]).changes();
    changes.iter().for_each(|change| apply(&mut ret, change));
    assert_eq!(names(&ret), ["q1", "q3"], "what is answered stays");
    assert_eq!(ret.panel_questions[0].answer, "The team manager did.");
}

#[test]
fn a_pack_that_is_answered_says_so_and_a_new_question_asks_again() {
    let mut record = in_correction(1);
    let first = asked(&pack(Some(1), &["q1"]), std::slice::from_ref(&record));
    first.changes().iter().for_each(|change| record.apply(change));
    record.apply(&evidence("Two workers."));
    let standing = |record: &DraftRecord, names: &[&str]| {
        asked(&pack(Some(1), names), std::slice::from_ref(record)).standing.name()
    };
    assert_eq!(standing(&record, &["q1"]), "in-work");
    let answer = QuestionChange::Answer("Two workers did.".into());
    record.apply(&Change::PanelQuestion(id("q1"), answer));
    assert_eq!(standing(&record, &["q1"]), "in-work", "not signed yet");
    let (payload, at) = (payload(2), at("12:00:00"));
    record.signed.push(SignedVersion {
        version: 2,
        payload,
        at,
        file: String::new(),
        sealed: None,
    });
    assert_eq!(standing(&record, &["q1"]), "answered");
    assert_eq!(standing(&record, &["q1", "q2"]), "signed-later");
}

#[test]
fn a_case_that_is_asked_about_in_two_versions_is_one_case() {
    let mut both = pack(Some(1), &["q1"]);
    let none = pack(None, &["q0"]);
    both.returns.insert(0, none.returns[0].clone());
    both.returns.push(pack(Some(2), &["q2"]).returns[0].clone());
    let found = asked(&both, &[signed(2)]);
    let versions: Vec<Option<u32>> = found.questions.iter().map(|one| one.version).collect();
    assert_eq!(versions, [None, Some(1), Some(2)]);
    assert_eq!(found.standing.name(), "signed", "by the version that the panel read last");
}
