//! Every place in the pages that saves a file, and what keeps planted identifiers out of it (I-08 to I-11).

mod plan;
mod sent;

use std::fs;
use std::path::Path;

use crate::planted::planted;

/// What keeps identifiers out of what is saved in one place.
enum Kept {
    /// The files of a round in which all that can be written holds one, as their readers find the words.
    Files(fn() -> Vec<String>),
    /// Why it may hold what somebody wrote, or where else it is told that it holds none.
    Otherwise(&'static str),
}

const OWN: &str = "an auditor’s own work, for the auditor and the panel only (I-11)";
const PANEL: &str = "working papers of the panel, or an agency’s own, never for publication (I-10)";
const CLEARED: &str = "only as somebody cleared it: `planted.rs`";
const ASKED_FOR: &str = "only what another of these places asks it for";

/// Each file under `src/ui` that saves something, and how often. What saves one more joins here.
const PLACES: [(&str, usize, Kept); 21] = [
    ("auditor/desk/files.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/keeping.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/locked_copy.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/notices.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/signing.rs", 1, Kept::Otherwise(OWN)),
    ("panel/case/papers.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/deputy.rs", 1, Kept::Files(sent::keys)),
    ("panel/desk/issue.rs", 1, Kept::Files(sent::invitations)),
    ("panel/desk/queries.rs", 1, Kept::Files(sent::questions)),
    ("panel/desk/saving.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/desk/tools.rs", 1, Kept::Files(sent::tools)),
    ("panel/documents/dataset.rs", 1, Kept::Files(sent::datasets)),
    ("panel/documents/kept.rs", 3, Kept::Otherwise(CLEARED)),
    ("panel/documents/numbers.rs", 2, Kept::Files(sent::numbers)),
    ("panel/documents/version.rs", 1, Kept::Otherwise(CLEARED)),
    ("panel/download.rs", 1, Kept::Otherwise(ASKED_FOR)),
    ("panel/log.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/paper.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/plan/reminders.rs", 1, Kept::Files(plan::calendars)),
    ("panel/plan/sheets.rs", 3, Kept::Files(plan::sheets)),
    ("panel/sampling/draw.rs", 1, Kept::Files(sent::draws)),
];

/// How pages save.
const CALLS: [&str; 2] = ["files::save(", "download::button("];

#[test]
fn i08_every_place_that_saves_a_file_says_what_keeps_identifiers_out_of_it() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut found = Vec::new();
    look_through(&pages, &pages, &mut found);
    found.sort();
    let told = PLACES.iter().map(|(path, count, _)| ((*path).to_owned(), *count));
    assert_eq!(found, told.collect::<Vec<_>>(), "what saves a file joins `PLACES`");
}

fn look_through(root: &Path, folder: &Path, found: &mut Vec<(String, usize)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look_through(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let count: usize = CALLS.iter().map(|call| text.matches(*call).count()).sum();
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            found.extend((count > 0).then_some((name, count)));
        }
    }
}

#[test]
fn i08_no_file_that_leaves_the_panel_gives_a_planted_identifier_away() {
    for (path, _, kept) in PLACES {
        let files = match kept {
            Kept::Files(make) => make(),
            Kept::Otherwise(why) => {
                assert!([OWN, PANEL, CLEARED, ASKED_FOR].contains(&why), "{path}: {why}");
                continue;
            }
        };
        assert!(!files.is_empty(), "{path}");
        for file in files {
            assert!(file.len() > 100, "{path}: {file}");
            let held: Vec<&str> = planted().into_iter().filter(|one| file.contains(one)).collect();
            assert!(held.is_empty(), "{path}: {held:?} in {file}");
        }
    }
}
