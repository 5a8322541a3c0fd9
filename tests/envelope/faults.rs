//! Every way a file can be wrong has a file, a named outcome and plain words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use multi_agency_audit::audit_return::PackError;
use multi_agency_audit::envelope::{
    Kind, Limits, OpenError, PassphraseKey, Wording, claimed_kind, how_closed, open, open_draft,
    open_sealed,
};
use serde::Deserialize;

use crate::device;
use crate::fault_files::{self, Jws, closed, sound_header};
use crate::letter::{Letter, LetterDraft};

/// One line of `tests/faults/index.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    file: String,
    /// What a person wants to open: a return, a draft or the panel's questions.
    opened_as: Kind,
    /// An [`OpenError::name`], for faults of JSON with the part they are in, or "opened".
    /// For questions a [`PackError::name`], or "opened" and what is here of the return.
    outcome: String,
    why: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn index() -> Vec<Fault> {
    let text = std::fs::read_to_string(folder().join("index.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Why a file was not opened.
enum Refusal {
    File(OpenError),
    Questions(PackError),
}

impl Refusal {
    fn wording(&self) -> Wording {
        match self {
            Self::File(error) => error.wording(),
            Self::Questions(error) => error.wording(),
        }
    }
}

/// What is opened, in a word; or why it is not.
fn open_as(kind: Kind, bytes: &[u8]) -> Result<String, Refusal> {
    if kind == Kind::Query {
        let opened = device::opens(bytes).map_err(|error| match error {
            PackError::Open(error) => Refusal::File(error),
            error => Refusal::Questions(error),
        });
        return opened.map(|standing| format!("opened: {standing}"));
    }
    open_letter(kind, bytes).map(|()| "opened".to_owned()).map_err(Refusal::File)
}

fn open_letter(kind: Kind, bytes: &[u8]) -> Result<(), OpenError> {
    let limits = Limits::of(kind);
    if kind == Kind::Draft {
        // Derived once: each file with another salt or count is refused before.
        static KEY: LazyLock<PassphraseKey> =
            LazyLock::new(|| PassphraseKey::derive(closed::PASSPHRASE, [7; 32]));
        let draft = match how_closed(bytes, &limits) {
            Ok(Some(_)) => KEY.open(bytes, &[kind], &limits)?.contents,
            Ok(None) | Err(_) => bytes.to_vec(),
        };
        open_draft(&draft, &limits)?.parse::<LetterDraft>().map(|_| ())
    } else {
        let verified = open_sealed(bytes, &[kind], &[closed::deputy()], &limits)?;
        verified.parse::<Letter>().map(|_| ())
    }
}

/// Why a file was not opened, in a word; for faults of JSON with the part they are in.
pub fn refused(error: &OpenError) -> String {
    match error {
        OpenError::Json { part, fault } => {
            format!("{} in {}", fault.name(), format!("{part:?}").to_lowercase())
        }
        error => error.name().to_owned(),
    }
}

fn outcome(opened: &Result<String, Refusal>) -> String {
    match opened {
        Ok(word) => word.clone(),
        Err(Refusal::File(error)) => refused(error),
        Err(Refusal::Questions(error)) => error.name().to_owned(),
    }
}

#[test]
fn every_fault_file_has_its_named_outcome() {
    let rows = index();
    let listed: BTreeSet<String> = rows.iter().map(|row| row.file.clone()).collect();
    assert_eq!(listed, files_in_folder(), "index.json and the folder differ");
    assert_eq!(listed.len(), rows.len(), "a file is listed twice");
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| {
            let bytes = std::fs::read(folder().join(&row.file)).unwrap();
            (row, outcome(&open_as(row.opened_as, &bytes)))
        })
        .filter(|(row, found)| *found != row.outcome)
        .map(|(row, found)| format!("{}: {found}, not {}: {}", row.file, row.outcome, row.why))
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn files_in_folder() -> BTreeSet<String> {
    std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name != "index.json")
        .collect()
}

#[test]
fn the_fault_files_are_what_their_makers_make() {
    let update = std::env::var_os("UPDATE_FAULTS").is_some();
    let mut differ = Vec::new();
    for (name, bytes) in fault_files::all() {
        let path = folder().join(name);
        if update {
            std::fs::write(&path, &bytes).unwrap();
        }
        if std::fs::read(&path).ok().as_ref() != Some(&bytes) {
            differ.push(name);
        }
    }
    let made: BTreeSet<String> =
        fault_files::all().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(made.len(), fault_files::all().len(), "two makers use one name");
    assert!(
        differ.is_empty() && made == files_in_folder(),
        "tests/faults differs from its makers in {differ:?}: run `UPDATE_FAULTS=1 cargo test --test envelope`"
    );
}

#[test]
fn every_refusal_tells_a_person_what_is_wrong_and_what_to_do() {
    let wrong: Vec<String> = index()
        .iter()
        .filter_map(|row| {
            let bytes = std::fs::read(folder().join(&row.file)).unwrap();
            let Wording { title, advice } = open_as(row.opened_as, &bytes).err()?.wording();
            let text = format!("{title} {advice}").to_lowercase();
            let plain = ["please", "invalid", "submit", "json ", "signature", "error"]
                .iter()
                .all(|word| !text.contains(word));
            let sentences = !title.ends_with('.') && advice.ends_with('.');
            (!plain || !sentences).then(|| format!("{}: {title} / {advice}", row.file))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_words_for_each_outcome_are_these() {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for row in index() {
        let bytes = std::fs::read(folder().join(&row.file)).unwrap();
        if let Err(error) = open_as(row.opened_as, &bytes) {
            let Wording { title, advice } = error.wording();
            words.insert(format!("{}: {title}. {advice}", outcome(&Err(error))));
        }
    }
    insta::assert_snapshot!(words.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_file_beyond_its_size_is_refused_unread() {
    let limits = Limits { file_bytes: 1_000, ..Limits::of(Kind::Return) };
    let file = "{".repeat(1_001);
    let error = OpenError::TooLarge { size: 1_001, limit: 1_000 };
    assert_eq!(open(file.as_bytes(), &[Kind::Return], &limits).unwrap_err(), error);
    assert_eq!(open_draft(file.as_bytes(), &limits).unwrap_err(), error);
    assert_eq!(claimed_kind(file.as_bytes(), &limits).unwrap_err(), error);
}

#[test]
fn a_hundred_thousand_brackets_are_refused_without_harm() {
    for file in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert_eq!(outcome(&open_as(Kind::Return, file.as_bytes())), "too-deep in file");
    }
}

#[test]
fn too_much_of_anything_in_signed_contents_is_named() {
    let limits = Limits::of(Kind::Return);
    let rows = [
        (format!("\"{}\"", "a".repeat(limits.text_bytes + 1)), "text-too-long in contents"),
        (format!("[{}0]", "0,".repeat(limits.values)), "too-many-values in contents"),
        (format!("\"{}\"", "a".repeat(limits.text_bytes)), "opened"),
    ];
    for (text, expected) in rows {
        let contents = format!("{{\"format_version\":1,\"text\":{text}}}");
        let file = Jws::sign(sound_header().as_bytes(), contents.as_bytes()).file();
        assert_eq!(outcome(&open_as(Kind::Return, file.as_bytes())), expected);
    }
}
