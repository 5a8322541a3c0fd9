//! What the targets begin with: the samples, the faults, and every payload as our programs write it.

use std::fs;
use std::path::{Path, PathBuf};

use multi_agency_audit::envelope::{Kind, Limits, OpeningKey, open, open_sealed};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::store::{AnswerChange, Change, Journal, RoundKeys, RoundRecord};
use multi_agency_audit::tool::library;

use crate::targets::{record, round, sent_sheet, stamp};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a target begins with.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "envelope" => files(),
        "tool" => library::ENTRIES.iter().map(|entry| entry.json.into()).collect(),
        "invitation" => {
            round().invitations().iter().map(|one| contents(Kind::Invitation, &one.file)).collect()
        }
        "return" => {
            round().returns().iter().map(|one| contents(Kind::Return, &one.signed)).collect()
        }
        "query" => query_packs(),
        "workbook" => vec![workbook()],
        "sheet" => sheets(),
        "journal" => journals(),
        other => panic!("there is no target {other}"),
    }
}

fn contents(kind: Kind, file: &[u8]) -> Vec<u8> {
    let limits = Limits::of(kind);
    open(file, &[kind], &limits).expect("a file of ours opens").payload().to_vec()
}

/// Every fault, and some of every kind of sound file.
fn files() -> Vec<Vec<u8>> {
    let read = |path: PathBuf| fs::read(path).expect("can be read");
    let faults = fs::read_dir(project().join("tests/faults")).expect("is there");
    let mut paths: Vec<PathBuf> = faults.map(|entry| entry.expect("is there").path()).collect();
    paths.retain(|path| path.metadata().is_ok_and(|file| file.is_file() && file.len() < 20_000));
    paths.sort();
    let mut files: Vec<Vec<u8>> = paths.into_iter().map(read).collect();
    files.extend(
        round().returns().iter().take(2).flat_map(|one| [one.file.clone(), one.signed.clone()]),
    );
    files.extend(round().invitations().iter().take(1).map(|one| one.file.clone()));
    files
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
