//! What the targets begin with: the samples, the faults, and every payload as our programs write it.

use std::fs;
use std::path::{Path, PathBuf};

use multi_agency_audit::audit_return::{ImmediateConcern, WithdrawnBy, concern_notice, withdrawal};
use multi_agency_audit::envelope::{Hash, Kind, Limits, OpeningKey, open, open_draft, open_sealed};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::panel::actions::sheet::text_rows;
use multi_agency_audit::report::{action_sheet, grid_xlsx};
use multi_agency_audit::store::{
    AnswerChange, Change, DeputyKey, DraftCopy, HandOver, InvitationRecord, Journal, RoundKeySeed,
    RoundKeys, RoundRecord,
};
use multi_agency_audit::tool::library;

use crate::targets::{locked, record, round, sent, sent_sheet, stamp};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a target begins with.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "envelope" => files(),
        "tool" => {
            let ours = library::ENTRIES.iter().map(|entry| entry.json.as_bytes().to_vec());
            evenly(ours.collect(), faults("tool", "json"))
        }
        "invitation" => evenly(invitations(), signed_faults("invitation", Kind::Invitation)),
        "return" => {
            round().returns().iter().map(|one| contents(Kind::Return, &one.signed)).collect()
        }
        "letter" => {
            let mut wrong = signed_faults("concern", Kind::Concern);
            wrong.extend(signed_faults("withdrawal", Kind::Withdrawal));
            evenly(letters(), wrong)
        }
        "query" => query_packs(),
        "workbook" => evenly(vec![workbook()], signed_faults("workbook", Kind::Workbook)),
        "keys" => keys(),
        "sheet" => evenly(sheets(), faults("actions", "csv")),
        "spreadsheet" => evenly(spreadsheets(), faults("sheets", "xlsx")),
        "draft" => evenly(drafts(), draft_faults()),
        "locked" => locked_copies(),
        "journal" => journals(),
        other => panic!("there is no target {other}"),
    }
}

/// Ours as often as the faults, many of which are refused at the first look; the first of ours first.
fn evenly(ours: Vec<Vec<u8>>, faults: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let often = ours.len().max(faults.len());
    ours.iter().cycle().take(often).cloned().chain(faults).collect()
}

fn contents(kind: Kind, file: &[u8]) -> Vec<u8> {
    let limits = Limits::of(kind);
    open(file, &[kind], &limits).expect("a file of ours opens").payload().to_vec()
}

/// Those of a folder of `tests/faults` whose names end so, "" for the folder itself; without the few large ones.
fn faults(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(project().join("tests/faults").join(folder)).expect("is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("is there").path()).collect();
    paths.retain(|path| {
        let small = path.metadata().is_ok_and(|file| file.is_file() && file.len() < 20_000);
        let ends_so = path.extension().is_some_and(|found| found == ending);
        small && ends_so && !path.ends_with("index.json")
    });
    paths.sort();
    assert!(!paths.is_empty(), "{folder} holds no file .{ending}");
    paths.into_iter().map(|path| fs::read(path).expect("can be read")).collect()
}

/// What the files of a folder hold that are soundly signed: what is wrong with them is within.
fn signed_faults(folder: &str, kind: Kind) -> Vec<Vec<u8>> {
    let limits = Limits::of(kind);
    let opened = faults(folder, "json").into_iter().filter_map(|file| {
        open(&file, &[kind], &limits).ok().map(|verified| verified.payload().to_vec())
    });
    opened.collect()
}

/// The same of the drafts whose checksum holds.
fn draft_faults() -> Vec<Vec<u8>> {
    let limits = Limits::of(Kind::Draft);
    let payload = |file: Vec<u8>| Some(open_draft(&file, &limits).ok()?.payload().to_vec());
    let files = ["", "draft-copy"].into_iter().flat_map(|folder| faults(folder, "json"));
    files.filter_map(payload).collect()
}

/// Every fault of a file of ours, and some of every kind of sound file.
fn files() -> Vec<Vec<u8>> {
    const FOLDERS: [&str; 8] = [
        "",
        "concern",
        "deputy-key",
        "draft-copy",
        "invitation",
        "return",
        "withdrawal",
        "workbook",
    ];
    let mut files: Vec<Vec<u8>> =
        FOLDERS.iter().flat_map(|folder| faults(folder, "json")).collect();
    files.extend(
        round().returns().iter().take(2).flat_map(|one| [one.file.clone(), one.signed.clone()]),
    );
    files.extend(round().invitations().iter().take(1).map(|one| one.file.clone()));
    files
}

fn invitations() -> Vec<Vec<u8>> {
    round().invitations().iter().map(|one| contents(Kind::Invitation, &one.file)).collect()
}

/// A concern of a return that is there, and its withdrawal.
fn letters() -> Vec<Vec<u8>> {
    let sent = sent();
    let slot = &sent.audit_return.agency.slot;
    let invitation = round().invitation(slot).expect("is there");
    let signer = round().auditor_key(slot).public_key();
    let concern: ImmediateConcern = serde_json::from_value(serde_json::json!({
        "id": "c1", "noticed_at": stamp().at, "text": "The child is at home alone at night.",
    }))
    .expect("a concern");
    let mut draft = sent.audit_return.clone();
    draft.immediate_concerns.push(concern.clone());
    let notice = concern_notice(&draft, &concern.id, stamp().at, invitation, &signer);
    let (notice, _) = notice.expect("the draft has it").expect("it keeps every limit");
    let payload = Hash::of(&contents(Kind::Return, &sent.signed));
    let by = WithdrawnBy {
        role: "Named nurse".into(),
        name: "Lead 1".into(),
        reason: "Another child’s record".into(),
        at: stamp().at,
    };
    let withdrawn = withdrawal(&sent.audit_return, payload, by, invitation, &signer);
    let (withdrawn, _) = withdrawn.expect("there is a reason").expect("it keeps every limit");
    let written = [serde_json::to_vec(&notice), serde_json::to_vec(&withdrawn)];
    written.map(|text| text.expect("can be written")).into()
}

/// What a passphrase closes.
fn keys() -> Vec<Vec<u8>> {
    let seed = |byte: u8| Some(RoundKeySeed([byte; 32]));
    let file = String::from_utf8(round().workbook_file()).expect("is text");
    let whole = HandOver::of(file, RoundKeys { signing: seed(1), opening: seed(2), own: None });
    let without = HandOver::of("{}".into(), RoundKeys::default());
    let written = [
        serde_json::to_vec(&DeputyKey::of([7; 32])),
        serde_json::to_vec(&whole),
        serde_json::to_vec(&without),
    ];
    written.map(|text| text.expect("can be written")).into()
}

/// A copy of a draft, and one with a journal.
fn drafts() -> Vec<Vec<u8>> {
    let record = record();
    let mut journal = Journal::after(&record, "session-1");
    journal.push(Change::GeneralComments("Typed just before the fault.".into()));
    let copy = DraftCopy::of(record, "invitation".into());
    let with_journal = DraftCopy { journal: Some(journal.to_text()), ..copy.clone() };
    [copy, with_journal].map(|copy| serde_json::to_vec(&copy).expect("can be written")).into()
}

/// A draft of a locked device without a journal, with one, and as a whole file.
fn locked_copies() -> Vec<Vec<u8>> {
    let record = record();
    let mut journal = Journal::after(&record, "session-1");
    journal.push(Change::GeneralComments("Typed just before the fault.".into()));
    let journal = serde_json::to_string(&journal.to_text()).expect("can be written");
    let invitation = InvitationRecord::of("invitation".into(), stamp().at).to_text();
    let without = [record.to_text(), invitation].join("\0");
    let whole = [without.as_str(), &journal].join("\0");
    vec![without.into_bytes(), whole.clone().into_bytes(), locked(&whole)]
}

/// The sound query of the faults, and the same of our round.
fn query_packs() -> Vec<Vec<u8>> {
    let file = fs::read(project().join("tests/faults/query-sound.json")).expect("is there");
    let no_key: [OpeningKey; 0] = [];
    let opened = open_sealed(&file, &[Kind::Query], &no_key, &Limits::of(Kind::Query));
    let sound = opened.expect("it is sound").payload().to_vec();
    let mut pack: serde_json::Value = serde_json::from_slice(&sound).expect("is JSON");
    let invitation = round().invitations().first().map(|one| &one.invitation).expect("is there");
    pack["round"]["id"] = serde_json::json!(invitation.round.id);
    pack["agency"]["id"] = serde_json::json!(invitation.agency.id);
    pack["agency"]["slot"] = serde_json::json!(invitation.slot);
    vec![sound, serde_json::to_vec(&pack).expect("can be written")]
}

/// The round with every return, and an action besides.
fn workbook() -> Vec<u8> {
    let (mut workbook, _) = sent_sheet().clone();
    let batch = workbook.begin_import(&stamp());
    let mut files = std::collections::BTreeMap::new();
    for sent in round().returns() {
        workbook.admit(batch, round().opener().open("return.json", &sent.file), &stamp());
        let text = String::from_utf8(sent.file.clone()).expect("is text");
        files.insert(multi_agency_audit::envelope::Hash::of(&sent.file), text);
    }
    let record = workbook.record().clone();
    let file = WorkbookFile { format_version: Default::default(), workbook: record, files };
    serde_json::to_vec(&file).expect("can be written")
}

fn sheets() -> Vec<Vec<u8>> {
    let (_, sheet) = sent_sheet();
    let semicolons = sheet.replace(',', ";");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(sheet.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let cases = "Reference\tAge\tEthnicity\n1\t5 to 9\tAsian\n2\t\tMixed\n";
    vec![sheet.clone().into_bytes(), semicolons.into_bytes(), utf16, cases.into()]
}

/// The sheet as a spreadsheet’s file, and its rows as they stand in one.
fn spreadsheets() -> Vec<Vec<u8>> {
    let (workbook, sheet) = sent_sheet();
    let file = grid_xlsx(&action_sheet(workbook, &workbook.sheets()[0])).expect("can be packed");
    let escaped = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &String| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text));
    let rows = text_rows(sheet.as_bytes()).expect("it is our own");
    let rows = rows.iter().map(|row| row.cells.iter().map(cell).collect::<String>());
    let rows: String = rows.map(|cells| format!("<row>{cells}</row>")).collect();
    vec![file, rows.into_bytes()]
}

fn journals() -> Vec<Vec<u8>> {
    let record = record();
    let mut journal = Journal::after(&record, "session-1");
    let prompt = round().plan().round.tool.prompts().next().map(|(_, prompt)| prompt.id.clone());
    let prompt = prompt.expect("the tool asks something");
    journal.push(Change::Answer(prompt, AnswerChange::Evidence("Seen in the notes.".into())));
    journal.push(Change::GeneralComments("A file that is well kept.".into()));
    let text = serde_json::to_vec(&journal.to_text()).expect("can be written");
    let of_round =
        RoundRecord::of(round().workbook().record().clone(), RoundKeys::default(), stamp().at);
    let mut kept = vec![text, record.to_text().into_bytes(), of_round.to_text().into_bytes()];
    let fixtures = fs::read_dir(project().join("src/store/fixtures")).expect("is there");
    let mut paths: Vec<PathBuf> = fixtures.map(|entry| entry.expect("is there").path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    kept.extend(paths.into_iter().map(|path| fs::read(path).expect("can be read")));
    kept
}
