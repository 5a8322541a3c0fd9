//! Every parser that outside bytes reach, fed with what our programs write after something went wrong.
//!
//! The same targets run under cargo-fuzz, with coverage, for as long as one likes: `cargo xtask fuzz`.

mod laws;
mod mutation;
mod seeds;
mod targets;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

use mutation::{Mutation, mutations};
use targets::ALL;

/// How many mutated inputs a target gets; more with `FUZZ_CASES`.
const CASES: u32 = 150;

fn cases() -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(CASES)
}

/// A target with every seed as it is, then with changed ones.
#[track_caller]
fn fed(name: &str) {
    let (_, target) = ALL.iter().find(|(known, _)| *known == name).expect("there is the target");
    let seeds = seeds::of(name);
    assert!(!seeds.is_empty());
    seeds.iter().for_each(|seed| target(seed));
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let any = (any::<Index>(), any::<Index>(), mutations());
    let ran = TestRunner::new(config).run(&any, |(seed, other, changes)| {
        let mut bytes = seed.get(&seeds).clone();
        let other: &Vec<u8> = other.get(&seeds);
        changes.iter().for_each(|change: &Mutation| change.apply(&mut bytes, other));
        target(&bytes);
        Ok(())
    });
    if let Err(fault) = ran {
        panic!("{name}: {fault}");
    }
}

#[test]
fn no_file_stops_a_program() {
    fed("envelope");
}

#[test]
fn no_tool_stops_a_program() {
    fed("tool");
}

#[test]
fn no_invitation_stops_a_program() {
    fed("invitation");
}

#[test]
fn no_return_stops_a_program() {
    fed("return");
}

#[test]
fn no_concern_and_no_withdrawal_stops_a_program() {
    fed("letter");
}

#[test]
fn no_pack_of_questions_stops_a_program() {
    fed("query");
}

#[test]
fn no_workbook_stops_a_program() {
    fed("workbook");
}

#[test]
fn no_keys_behind_a_passphrase_stop_a_program() {
    fed("keys");
}

#[test]
fn no_sheet_stops_a_program() {
    fed("sheet");
}

#[test]
fn no_workbook_of_a_spreadsheet_program_stops_a_program() {
    fed("spreadsheet");
}

#[test]
fn no_copy_of_a_draft_stops_a_program() {
    fed("draft");
}

#[test]
fn no_draft_of_a_locked_device_stops_a_program() {
    fed("locked");
}

#[test]
fn no_record_of_a_browser_stops_a_program() {
    fed("journal");
}

/// Sound seeds get through: a target that refuses everything would prove nothing.
#[test]
fn the_seeds_are_what_our_programs_read() {
    use multi_agency_audit::envelope::Kind;
    let opener = targets::round().opener();
    let returns = seeds::of("return");
    assert!(!returns.is_empty());
    for contents in returns {
        let slot: multi_agency_audit::audit_return::Return =
            serde_json::from_slice(&contents).unwrap();
        let key = targets::round().auditor_key(&slot.agency.slot);
        let file = targets::signed(Kind::Return, &key, &contents).unwrap();
        assert!(opener.open("return.json", &file).content.is_ok());
    }
    let tool = &seeds::of("tool")[0];
    assert!(multi_agency_audit::tool::Tool::from_json(tool).is_ok());
    let workbook = &seeds::of("workbook")[0];
    assert!(serde_json::from_slice::<multi_agency_audit::panel::WorkbookFile>(workbook).is_ok());
    let journal = &seeds::of("journal")[0];
    assert!(serde_json::from_slice::<multi_agency_audit::store::JournalText>(journal).is_ok());
    for (kind, letter) in [Kind::Concern, Kind::Withdrawal].into_iter().zip(seeds::of("letter")) {
        let workbook = targets::with_letter(kind, &letter).unwrap();
        assert_eq!(workbook.register().letters().count(), 1, "{kind:?}");
    }
    let (keys, drafts) = (seeds::of("keys"), seeds::of("draft"));
    assert!(multi_agency_audit::store::DeputyKey::of_contents(&keys[0]).is_ok());
    assert!(multi_agency_audit::store::HandOver::of_contents(&keys[1]).is_ok());
    assert!(serde_json::from_slice::<multi_agency_audit::store::DraftCopy>(&drafts[1]).is_ok());
    for locked in seeds::of("locked") {
        assert!(targets::unlocked(&locked).is_some_and(|copy| copy.is_whole()));
    }
    for sheet in seeds::of("spreadsheet").iter().take(2) {
        assert!(targets::rows_of(sheet).is_some_and(|read| read.rows.len() == 1));
    }
}

/// Features and crates: no step compiles `fuzz`, which is a workspace of its own.
#[test]
fn cargo_fuzz_compiles_the_targets_with_what_they_have_here() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(project.join(file)).unwrap();
    let (here, there) = (read("Cargo.toml"), read("fuzz/Cargo.toml"));
    let features = |manifest: &str| {
        let mut lines = manifest.lines();
        let ours = lines.find(|line| line.starts_with("multi-agency-audit = ")).unwrap();
        let (_, features) = ours.split_once("features = ").unwrap();
        features.split_once(']').unwrap().0.to_owned()
    };
    assert_eq!(features(&there), features(&here));
    let targets = read("tests/fuzz/targets.rs");
    let lines = here.lines().filter_map(|line| line.split_once(" = "));
    let crates = lines.filter(|(_, version)| version.starts_with(['{', '"']));
    for (name, _) in crates {
        let is_used = targets.contains(&format!("{}::", name.replace('-', "_")));
        let is_there = there.contains(&format!("\n{name} = "));
        assert!(is_there || !is_used, "fuzz/Cargo.toml has no {name}, which the targets use");
    }
}

/// All that a program of cargo-fuzz is, around the name of its target's function.
const PROGRAM: (&str, &str) = (
    "#![no_main]\n\n#[path = \"../../tests/fuzz/targets.rs\"]\n#[allow(dead_code)]\nmod targets;\n\n\
     libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::",
    "(data));\n",
);

/// No step compiles `fuzz`, whose library is of C++: so its programs hold nothing but a function that is compiled here.
///
/// Each target has its seeds in a folder, for cargo-fuzz: `FUZZ_CORPUS=DIR` writes them.
#[test]
fn cargo_fuzz_has_every_target() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let programs = fs::read_to_string(project.join("fuzz/Cargo.toml")).unwrap();
    let listed = fs::read_to_string(project.join("tests/fuzz/targets.rs")).unwrap();
    for (name, _) in ALL {
        let target = project.join(format!("fuzz/fuzz_targets/{name}.rs"));
        let program = fs::read_to_string(&target).unwrap_or_default();
        let rest = program.strip_prefix(PROGRAM.0).and_then(|rest| rest.strip_suffix(PROGRAM.1));
        let row = rest.map(|function| format!("(\"{name}\", {function}),"));
        let is_here = row.is_some_and(|row| listed.contains(&row));
        assert!(is_here, "{} does not run the target {name}", target.display());
        let path = format!("path = \"fuzz_targets/{name}.rs\"");
        assert!(programs.contains(&path), "fuzz/Cargo.toml has no [[bin]] with {path}");
        let Some(corpus) = std::env::var_os("FUZZ_CORPUS") else { continue };
        let folder = Path::new(&corpus).join(name);
        fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds::of(name).iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:03}")), seed).unwrap();
        }
    }
}
