//! One pile with a file in every state that an import knows (L17): each is told by name and in a plain sentence, and
//! no bad file stops a good one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use multi_agency_audit::envelope::{Kind, OpeningKey, seal};
use multi_agency_audit::id::ToolId;
use multi_agency_audit::panel::ImportRow;
use multi_agency_audit::tool::{Tool, library};

use crate::driver::{Imported, Scenario, SignedFile};

/// The state that peers.md L17 names, the file, what became of it, and how that is told.
type Row = (&'static str, SignedFile, &'static str, &'static str);

const AGENCIES: [&str; 6] = ["police", "social-care", "school", "gp", "midwifery", "housing"];

/// A file of `tests/faults`.
fn fault(name: &str) -> SignedFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let bytes = fs::read(folder.join(format!("{name}.json"))).unwrap();
    named(name, bytes)
}

fn named(name: &str, bytes: Vec<u8>) -> SignedFile {
    SignedFile { name: format!("{name}.json"), bytes, signer: "A".repeat(43).parse().unwrap() }
}

fn with_one_letter_changed(mut bytes: Vec<u8>, at: usize) -> Vec<u8> {
    bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    bytes
}

fn opening_key() -> OpeningKey {
    OpeningKey::from_seed(&[3; 32])
}

fn sealed(file: &[u8], to: &OpeningKey) -> Vec<u8> {
    let mut count = 0_u8;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    seal(file, Kind::Return, &[to.sealing_key()], &mut random).unwrap()
}

/// The bad files first, as they would do most harm there.
fn pile(story: &mut Scenario) -> Vec<Row> {
    let mut good = |agency: &str| {
        story.auditor(agency, "Case 1").audits_everything_as_good().signs_and_exports()
    };
    let (police, social_care, school) = (good("police"), good("social-care"), good("school"));
    let corrected = story.auditor("school", "Case 1").corrects().signs_and_exports();
    let stranger = story.stranger("gp", "Case 1").audits_everything_as_good().signs_and_exports();
    let first =
        story.auditor("midwifery", "Case 1").audits_everything_as_good().signs_and_exports();
    let held = story.auditor("midwifery", "Case 1").corrects().signs_and_exports();
    drop(first);
    let breaks_rules = story.auditor("housing", "Case 1").answers_everything();
    let breaks_rules = breaks_rules.signs_whatever_the_program_says();

    let ours = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let later = Tool { version: ours.version + 1, ..ours };
    let mut later = Scenario::with_tool("a story", later, &AGENCIES, &["Case 2"]);
    let other_tool =
        later.auditor("police", "Case 2").audits_everything_as_good().signs_and_exports();
    let mut wider = Scenario::named("a story", &["camhs"], &["Case 1"]);
    let uninvited =
        wider.auditor("camhs", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut elsewhere = Scenario::named("another story", &["police"], &["Case 1"]);
    let other_round =
        elsewhere.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();

    let middle = police.bytes.len() / 2;
    let altered = named("altered", with_one_letter_changed(police.bytes.clone(), middle));
    let closed = sealed(&police.bytes, &opening_key());
    let inside = closed.len() / 2;
    let reopened = named("sealed", closed.clone());
    let seal_broken = named("seal-broken", with_one_letter_changed(closed, inside));
    let to_others = named("to-others", sealed(&police.bytes, &OpeningKey::from_seed(&[4; 32])));
    let cut_short = named("cut-short", police.bytes[..police.bytes.len() - 20].to_vec());
    let too_large = named("too-large", vec![b' '; 6 * 1024 * 1024]);
    vec![
        ("too big", too_large, "too-large", "too large to be a return"),
        ("damaged", cut_short, "damaged", "the file is damaged"),
        ("damaged", fault("empty"), "damaged", "the file is damaged"),
        (
            "verified, and impossible",
            fault("return/version-nought"),
            "impossible",
            "it says what cannot be: its version is 0",
        ),
        ("not ours", fault("letter"), "not-ours", "not part of an audit"),
        ("not ours", fault("word-document"), "not-ours", "not part of an audit"),
        (
            "newer version",
            fault("version-far-newer"),
            "newer-version",
            "a newer version of this program",
        ),
        ("wrong form", other_tool, "other-tool", "another version of the audit tool"),
        ("wrong form", other_round, "wrong-round", "another round"),
        ("wrong form", fault("typ-of-an-invitation"), "wrong-kind", "an invitation"),
        (
            "cannot decrypt",
            to_others,
            "sealed-to-others",
            "the key that opens it is not in this browser",
        ),
        ("cannot decrypt", seal_broken, "seal-broken", "changed since it was sealed"),
        ("signature wrong", altered, "signature-wrong", "changed after it was signed"),
        ("unsigned", fault("unsigned-return"), "unsigned", "nobody has signed it"),
        ("unsigned", fault("draft-sound"), "draft", "draft"),
        ("verified, unknown sender", stranger, "unknown-signer", "we do not know who signed it"),
        (
            "verified, and in no place",
            uninvited,
            "not-invited",
            "nobody was invited for this place",
        ),
        ("verified, and against the rules", breaks_rules, "breaks-rules", "it breaks rules"),
        ("revision", held, "held", "Waiting for an earlier version"),
        ("verified, known sender", social_care, "admitted", "from a signer who was invited"),
        ("verified, known sender", school, "admitted", "from a signer who was invited"),
        ("revision", corrected, "replaces", "replaces version 1"),
        ("verified, known sender", police.clone(), "admitted", "from a signer who was invited"),
        ("duplicate", named("again", police.bytes), "duplicate", "nothing has changed"),
        ("duplicate", reopened, "duplicate", "nothing has changed"),
    ]
}

/// What a file becomes only after something else has come or been decided: told what became of it, and how.
fn after_something_else() -> Vec<(Imported, &'static str, &'static str)> {
    let mut rows = versions_and_choices();
    rows.extend(concerns_and_withdrawals());
    rows.push(after_a_revocation());
    rows
}

fn versions_and_choices() -> Vec<(Imported, &'static str, &'static str)> {
    let mut story = Scenario::round(&["police", "school"], &["Case 1"]);
    let first = story.auditor("school", "Case 1").audits_everything_as_good().signs_and_exports();
    let second = story.auditor("school", "Case 1").corrects().signs_and_exports();
    story.panel_imports(&second).became("held");
    let older = story.panel_imports(&first);

    let begun = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let rival = story.second_computer("police", "Case 1").corrects().grades("referral", "adequate");
    let rival = rival.signs_and_exports();
    let corrected = story.auditor("police", "Case 1").corrects().signs_and_exports();
    story.panel_imports(&begun).became("admitted");
    story.panel_imports(&rival).became("replaces");
    let conflict = story.panel_imports(&corrected);
    story.panel_chooses(&conflict, "The auditor says which one is right");
    story.panel_takes_back_the_import_of(&rival);
    let set_aside = story.panel_imports(&rival);
    vec![
        (older, "older", "as history: version 2"),
        (conflict, "conflict", "claim to be the same return"),
        (set_aside, "set-aside", "you set it aside before"),
    ]
}

fn concerns_and_withdrawals() -> Vec<(Imported, &'static str, &'static str)> {
    let mut story = Scenario::round(&["police", "gp", "school"], &["Case 1"]);
    let [first, last] = ["Nobody is at home", "A visit is made now"]
        .map(|text| story.auditor("gp", "Case 1").tells_at_once(text));
    let concern = story.panel_imports(&last);
    let overtaken = story.panel_imports(&first);

    let signed = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let back = story.auditor("police", "Case 1").takes_it_back("It is about another child");
    let waiting = story.panel_imports(&back);
    let taken_back = story.panel_imports(&signed);

    let signed = story.auditor("school", "Case 1").audits_everything_as_good().signs_and_exports();
    let back = story.auditor("school", "Case 1").takes_it_back("It is about another child");
    story.panel_imports(&signed).became("admitted");
    let withdrawal = story.panel_imports(&back);
    vec![
        (concern, "concern", "an immediate concern"),
        (overtaken, "overtaken", "something later"),
        (waiting, "withdrawal-waiting", "a return that is not here"),
        (taken_back, "taken-back", "has taken this return back"),
        (withdrawal, "withdrawal", "has taken back version 1"),
    ]
}

fn after_a_revocation() -> (Imported, &'static str, &'static str) {
    let mut story = Scenario::round(&["police"], &["Case 1"]);
    story.panel_downloads_the_invitation_of("police");
    let astray = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_revokes_the_invitation_of("police", false, "It was sent to a wrong address.");
    (story.panel_imports(&astray), "invitation-revoked", "an invitation that was revoked")
}

#[test]
fn l17_what_comes_after_something_else_has_its_name_and_its_sentence_too() {
    for (imported, token, title) in after_something_else() {
        imported.became(token);
        let (said, advice) = imported.told();
        assert!(said.contains(title), "{token}: {said}");
        assert!(advice.ends_with('.'), "{token}: {advice}");
    }
}

#[test]
fn l17_no_state_of_the_import_is_without_a_file() {
    let mut story = Scenario::round(&AGENCIES, &["Case 1", "Case 2"]);
    let mut shown: BTreeSet<&str> =
        pile(&mut story).into_iter().map(|(_, _, token, _)| token).collect();
    shown.extend(after_something_else().into_iter().map(|(_, token, _)| token));
    let every: BTreeSet<&str> = ImportRow::tokens().into_iter().collect();
    assert_eq!(shown, every);
}

/// All that peers.md L17 names.
const STATES: [&str; 12] = [
    "verified, known sender",
    "verified, unknown sender",
    "unsigned",
    "signature wrong",
    "cannot decrypt",
    "wrong form",
    "newer version",
    "duplicate",
    "revision",
    "not ours",
    "damaged",
    "too big",
];

#[test]
fn l17_every_state_has_its_name_and_its_sentence_and_no_bad_file_stops_a_good_one() {
    let mut story = Scenario::round(&AGENCIES, &["Case 1", "Case 2"]);
    let rows = pile(&mut story);
    let named: BTreeSet<&str> = rows.iter().map(|(state, ..)| *state).collect();
    let missing: Vec<&&str> = STATES.iter().filter(|state| !named.contains(**state)).collect();
    assert_eq!(missing, Vec::<&&str>::new());

    let files: Vec<SignedFile> = rows.iter().map(|(_, file, ..)| file.clone()).collect();
    let told = story.panel_imports_in_one_go(&files, vec![opening_key()]);
    assert_eq!(told.len(), rows.len(), "a line a file");
    for ((state, file, token, title), imported) in rows.iter().zip(&told) {
        assert_eq!(imported.token(), *token, "{state}: {}", file.name);
        let (said, advice) = imported.told();
        assert!(said.contains(title), "{state}: {said}");
        assert!(advice.ends_with('.'), "{state}: {advice}");
    }
    for (agency, version) in [("police", 1), ("social-care", 1), ("school", 2)] {
        story.counts(agency, "Case 1", Some(version));
    }
    for agency in ["gp", "midwifery", "housing"] {
        story.counts(agency, "Case 1", None);
    }
}

#[test]
fn l17_what_counts_is_the_same_whichever_way_round_the_pile_comes() {
    let mut story = Scenario::round(&AGENCIES, &["Case 1", "Case 2"]);
    let mut files: Vec<SignedFile> =
        pile(&mut story).into_iter().map(|(_, file, ..)| file).collect();
    files.reverse();
    story.panel_imports_in_one_go(&files, vec![opening_key()]);
    for (agency, version) in [("police", 1), ("social-care", 1), ("school", 2)] {
        story.counts(agency, "Case 1", Some(version));
    }
    story.matrix_shows(12, 3, 0, 9);
}
