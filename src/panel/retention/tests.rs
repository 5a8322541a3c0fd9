//! N-01: nothing goes by itself, and the certificate says exactly what stays.

use std::collections::BTreeSet;

use super::*;
use crate::audit_return::{ConcernClosed, ImmediateConcern};
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::panel::actions::fixture::day;
use crate::panel::concerns::Hold;
use crate::panel::copies::{CopiesOpen, CopyStep, cp01_copies_open};
use crate::panel::fixture::*;
use crate::panel::manuscript::{Clearance, KeptVersion};

/// Two cases with a return each, whose papers are due to go on 1 March 2027.
fn workbook() -> Workbook {
    let mut plan = plan(&["case-1", "case-2"], "area-and-case");
    plan.round.title = "Audit of plans".into();
    plan.round.dates.retention = Some(day("2027-03-01"));
    let mut desk = Desk::of(plan);
    desk.graded("csc", "case-1", "good");
    desk.graded("csc", "case-2", "adequate");
    desk.workbook
}

fn decided() -> PurgeDecision {
    let typed = " audit  of PLANS ".into();
    PurgeDecision { by: "Board manager".into(), reason: String::new(), typed }
}

fn elsewhere(workbook: &Workbook) -> Elsewhere {
    let files = workbook.register().kept_files().copied().collect();
    Elsewhere { files, keys: 2, ..Elsewhere::default() }
}

fn certify(
    workbook: &Workbook,
    decision: &PurgeDecision,
    on: &str,
) -> Result<Certificate, PurgeError> {
    let kept = n01_kept(workbook, None);
    let beside = elsewhere(workbook);
    n01_certificate(workbook, &beside, kept, decision, at("2027-03-01T09:00:00Z"), day(on))
}

#[test]
fn n01_papers_are_due_to_go_from_their_day_on() {
    let date = Some(day("2027-03-01"));
    assert_eq!(n01_retention(None, day("2027-03-01")), Retention::NotSet);
    assert_eq!(n01_retention(date, day("2027-02-28")), Retention::Until(day("2027-03-01")));
    assert_eq!(n01_retention(date, day("2027-03-01")), Retention::Due(day("2027-03-01")));
    assert_eq!(n01_retention(date, day("2030-01-01")), Retention::Due(day("2027-03-01")));
}

#[test]
fn n01_a_person_decides_by_role_and_types_the_title() {
    let workbook = workbook();
    let on = "2027-03-01";
    let refused = |decision: PurgeDecision| certify(&workbook, &decision, on).unwrap_err();
    assert_eq!(refused(PurgeDecision { by: " ".into(), ..decided() }), PurgeError::NoRole);
    for typed in ["", "audit", "Audit of plans 2"] {
        let other = PurgeDecision { typed: typed.into(), ..decided() };
        assert_eq!(refused(other), PurgeError::OtherTitle, "{typed}");
    }
    assert!(!n01_typed(" ", ""), "a round without a title cannot be confirmed by nothing");
    let certificate = certify(&workbook, &decided(), on).unwrap();
    assert_eq!((certificate.by.as_str(), certificate.reason.as_str()), ("Board manager", ""));
}

#[test]
fn n01_before_its_day_a_reason_is_wanted() {
    let workbook = workbook();
    assert_eq!(certify(&workbook, &decided(), "2027-02-28"), Err(PurgeError::NoReason));
    let reason = "The board ended the pilot.".to_owned();
    let early = PurgeDecision { reason: reason.clone(), ..decided() };
    assert_eq!(certify(&workbook, &early, "2027-02-28").unwrap().reason, reason);
}

#[test]
fn n01_what_may_be_evidence_and_what_is_still_open_is_not_destroyed() {
    let mut workbook = workbook();
    workbook.hold_case(&case("case-1"), Hold::DoNotPublish, "Not yet.", &stamp()).unwrap();
    assert!(certify(&workbook, &decided(), "2027-03-01").is_ok());
    workbook.hold_case(&case("case-1"), Hold::Frozen, "A review is on.", &stamp()).unwrap();
    let label = workbook.plan().case(&case("case-1")).unwrap().label.clone();
    let frozen = certify(&workbook, &decided(), "2027-03-01");
    assert_eq!(frozen, Err(PurgeError::Frozen(label)), "edge case 29");
}

#[test]
fn n01_a_concern_in_a_file_about_which_nobody_has_decided_is_not_destroyed() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("school", "case-1");
    draft.immediate_concerns.push(ImmediateConcern::begin("c1".parse().unwrap()));
    let file = desk.admit(from_a_stranger(draft)).file.unwrap();
    let now = at("2027-03-01T09:00:00Z");
    assert_eq!(n01_may_purge(&desk.workbook, now), Err(PurgeError::OpenConcerns(1)));
    desk.workbook.keep_apart(&file, "The school knows of none.", &stamp()).unwrap();
    assert_eq!(n01_may_purge(&desk.workbook, now), Ok(()));
}

#[test]
fn n01_a_concern_that_a_trusted_file_tells_too_is_counted_once_and_as_that_file_tells_it() {
    let closed = ConcernClosed { role: "Head teacher".into(), outcome: "Seen.".into() };
    for (closed, want) in [(None, Err(PurgeError::OpenConcerns(1))), (Some(closed), Ok(()))] {
        let mut desk = Desk::with(&["case-1"]);
        let mut draft = desk.draft("school", "case-1");
        draft.immediate_concerns.push(ImmediateConcern::begin("c1".parse().unwrap()));
        desk.admit(from_a_stranger(draft.clone()));
        draft.immediate_concerns[0].closed = closed;
        desk.import(draft);
        assert_eq!(n01_may_purge(&desk.workbook, at("2027-03-01T09:00:00Z")), want);
    }
}

#[test]
fn cp01_nothing_is_destroyed_before_each_return_has_its_copy_or_a_reason() {
    let mut plan = plan(&["case-1", "case-2"], "area-and-case");
    plan.round.practice = false;
    let mut desk = Desk::of(plan);
    let nil = desk.draft("school", "case-1").nil();
    desk.import(nil);
    let accepted = desk.graded("csc", "case-1", "good").file.unwrap();
    desk.graded("csc", "case-2", "good");
    desk.workbook.accept_return(&accepted, true, "", &stamp()).unwrap();
    let open = CopiesOpen { accepted: 1, not_accepted: 1 };
    assert_eq!(cp01_copies_open(&desk.workbook), open);
    let now = at("2027-03-01T09:00:00Z");
    for owed in [2, 1] {
        assert_eq!(n01_may_purge(&desk.workbook, now), Err(PurgeError::CopiesOwed(owed)));
        let reason = "The practitioner has left, and nobody manages the work now.".to_owned();
        let place = desk.workbook.place(&case(&format!("case-{owed}")), &slot("csc")).unwrap();
        desk.workbook.record_copy(&place, CopyStep::NotSent { reason }, &stamp()).unwrap();
    }
    assert_eq!(n01_may_purge(&desk.workbook, now), Ok(()));
}

#[test]
fn n01_the_certificate_counts_what_goes_and_names_nothing_of_any_child() {
    let workbook = workbook();
    let certificate = certify(&workbook, &decided(), "2027-03-01").unwrap();
    let count = |what: Matter| {
        certificate.destroyed.iter().find(|one| one.what == what).map(|one| one.count)
    };
    assert_eq!((count(Matter::Files), count(Matter::Keys)), (Some(2), Some(2)));
    assert_eq!(count(Matter::Judgements), None, "what there was none of is not listed");
    let text = serde_json::to_string(&certificate).unwrap();
    for secret in ["case-1", "Case", "Auditor", "\"csc\"", "secret"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    // sha256sum of the record, and of the files' hashes one a line.
    let digest = |what: Matter| {
        certificate.destroyed.iter().find(|one| one.what == what).and_then(|one| one.digest)
    };
    let record = serde_json::to_vec(workbook.record()).unwrap();
    assert_eq!(digest(Matter::Workbook), Some(Hash::of(&record)));
    let lines: Vec<String> = workbook.register().kept_files().map(ToString::to_string).collect();
    assert_eq!(digest(Matter::Files), Some(Hash::of(lines.join("\n").as_bytes())));
}

#[test]
fn n01_exactly_what_was_cleared_is_kept() {
    let mut workbook = workbook();
    for (name, cleared) in [("summary", true), ("overview", false)] {
        let snapshot = Hash::of(name.as_bytes());
        let document = name.to_owned();
        workbook.keep_version(KeptVersion {
            document: document.clone(),
            snapshot,
            text: name.into(),
            stamp: stamp(),
            figures: Vec::new(),
        });
        if cleared {
            let reason = "Read by the chair.".into();
            let confirmed = Vec::new();
            let clearance = Clearance { document, snapshot, confirmed, reason, stamp: stamp() };
            workbook.clear_document(clearance).unwrap();
        }
    }
    let certificate = certify(&workbook, &decided(), "2027-03-01").unwrap();
    let names: Vec<&str> = certificate.kept.iter().map(|one| one.document.as_str()).collect();
    assert_eq!(names, ["summary"]);
    let uncleared = certificate.destroyed.iter().find(|one| one.what == Matter::UnclearedVersions);
    assert_eq!(uncleared.map(|one| one.count), Some(1));
    let other = Hash::of(b"a dataset that nobody cleared");
    assert_eq!(n01_kept(&workbook, Some(other)).len(), 1);
}

#[test]
fn n01_files_of_other_rounds_stay_and_those_of_none_go() {
    let workbook = workbook();
    let own: Vec<Hash> = workbook.register().kept_files().copied().collect();
    let mut other = Desk::with(&["case-1"]);
    other.graded("csc", "case-1", "inadequate");
    let mut others = OtherRounds::default();
    others.read(other.workbook.record());
    let theirs: Vec<Hash> = other.workbook.register().kept_files().copied().collect();
    let orphan = Hash::of(b"an import that was broken off");
    let all: BTreeSet<Hash> = own.iter().chain(&theirs).copied().chain([orphan]).collect();
    let gone = n01_files(&workbook, &others, &all);
    assert_eq!(gone, own.iter().copied().chain([orphan]).collect());
    // Both name one file.
    let mut shared = OtherRounds::default();
    shared.read(workbook.record());
    assert!(n01_files(&workbook, &shared, &own.iter().copied().collect()).is_empty());
}

#[test]
fn v10_files_taken_back_go_unless_a_round_names_them() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.graded("csc", "case-1", "good");
    desk.batch = desk.workbook.begin_import(&stamp());
    desk.graded("csc", "case-2", "adequate");
    desk.graded("police", "case-2", "good");
    let before = desk.workbook.record().clone();
    let taken_back = desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(taken_back.len(), 2);
    let none = OtherRounds::default();
    assert_eq!(v10_files(&desk.workbook, &none, &taken_back), taken_back);
    // Another round has them too.
    let mut others = OtherRounds::default();
    others.read(&before);
    assert!(v10_files(&desk.workbook, &others, &taken_back).is_empty());
    // They are imported again meanwhile.
    let again = Workbook::from_record(before);
    assert!(v10_files(&again, &none, &taken_back).is_empty());
}

#[test]
fn files_go_with_a_round_that_is_taken_off_unless_another_round_names_them() {
    let workbook = workbook();
    let own: Vec<Hash> = workbook.register().kept_files().copied().collect();
    assert_eq!(files_taken_off(&workbook, &OtherRounds::default()), own);
    let mut others = OtherRounds::default();
    others.unread(&own[0].to_string());
    assert_eq!(files_taken_off(&workbook, &others), [own[1]]);
    others.read(workbook.record());
    assert!(files_taken_off(&workbook, &others).is_empty());
}

#[test]
fn n01_one_damaged_round_among_the_others_keeps_its_files_and_stops_nothing() {
    let workbook = workbook();
    let own: Vec<Hash> = workbook.register().kept_files().copied().collect();
    let orphan = Hash::of(b"named by whatever the damage took");
    let all: BTreeSet<Hash> = own.iter().copied().chain([orphan]).collect();
    let mut others = OtherRounds::default();
    others.unread("{\"schema\":1,\"workbook\":{");
    assert_eq!(n01_files(&workbook, &others, &all), own.iter().copied().collect());
    // It names one of this round's files too, in what is left of it.
    let mut others = OtherRounds::default();
    others.unread(&format!("{{\"entries\":{{\"{}\":{{", own[0]));
    assert_eq!(n01_files(&workbook, &others, &all), [own[1]].into());
    // A sound one after it still counts.
    let mut second = Desk::with(&["case-1"]);
    second.graded("csc", "case-1", "inadequate");
    others.read(second.workbook.record());
    let theirs: BTreeSet<Hash> = second.workbook.register().kept_files().copied().collect();
    let both = all.union(&theirs).copied().collect();
    assert_eq!(n01_files(&workbook, &others, &both), [own[1]].into());
}

/// A record whose end is lost.
fn unread(workbook: &Workbook) -> Unread {
    let mut text = serde_json::to_string(workbook.record()).unwrap();
    text.truncate(text.len() - 9);
    Unread { round: "round-1".parse().unwrap(), text, fault: "line 1, column 9".into() }
}

#[test]
fn n01_a_damaged_record_is_destroyed_by_role_reason_and_word() {
    let unread = unread(&workbook());
    let decided = PurgeDecision {
        by: "Board manager".into(),
        reason: "Nobody can open it.".into(),
        typed: " Destroy ".into(),
    };
    let certify = |decision: &PurgeDecision| {
        let now = at("2027-03-01T09:00:00Z");
        n01_unread_certificate(&unread, &Elsewhere::default(), decision, now)
    };
    let rows = [
        (PurgeDecision { by: " ".into(), ..decided.clone() }, PurgeError::NoRole),
        (PurgeDecision { reason: " ".into(), ..decided.clone() }, PurgeError::NoReasonForUnread),
        (
            PurgeDecision { typed: "Audit of plans".into(), ..decided.clone() },
            PurgeError::OtherWord,
        ),
    ];
    for (decision, want) in rows {
        assert_eq!(certify(&decision), Err(want));
    }
    let certificate = certify(&decided).unwrap();
    assert_eq!((certificate.by.as_str(), certificate.size), ("Board manager", unread.text.len()));
    assert_eq!(certificate.digest, Hash::of(unread.text.as_bytes()));
    assert_eq!(certificate.fault, "line 1, column 9");
}

#[test]
fn n01_with_a_damaged_record_go_the_files_that_stand_in_it_and_no_other_rounds() {
    let workbook = workbook();
    let unread = unread(&workbook);
    let own: Vec<Hash> = workbook.register().kept_files().copied().collect();
    let theirs = Hash::of(b"of another round");
    let all: BTreeSet<Hash> = own.iter().copied().chain([theirs]).collect();
    // The other round is damaged too, so what neither names stays.
    let mut others = OtherRounds::default();
    others.unread(&own[0].to_string());
    let files = n01_files_of_unread(&unread.text, &others, &all);
    assert_eq!(files, [own[1]].into());
    let elsewhere = Elsewhere {
        files: files.into_iter().collect(),
        drafts: 2,
        closed_drafts: 1,
        ..Elsewhere::default()
    };
    let decision = PurgeDecision {
        by: "Board manager".into(),
        reason: "Nobody can open it.".into(),
        typed: UNREAD_WORD.into(),
    };
    let now = at("2027-03-01T09:00:00Z");
    let certificate = n01_unread_certificate(&unread, &elsewhere, &decision, now).unwrap();
    let told: Vec<(Matter, usize)> =
        certificate.destroyed.iter().map(|one| (one.what, one.count)).collect();
    let want = [(Matter::UnreadRecord, 1), (Matter::Files, 1), (Matter::Drafts, 2)];
    assert_eq!((told.as_slice(), certificate.closed_drafts), (want.as_slice(), 1));
    let text = serde_json::to_string(&certificate).unwrap();
    for secret in ["case-1", "Auditor", "secret"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}
