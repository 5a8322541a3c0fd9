//! What a first visit loads, and what loads later, against the budgets.

use super::Mode;
use super::compress::beside;
use crate::paths::dist;
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Bytes, brotli, of everything that a page loads at its first visit.
const BUDGETS: [Budget; 2] =
    [Budget { what: "index.html", bytes: 200_000 }, Budget { what: "panel.html", bytes: 350_000 }];

/// What loads only when it is used, by the beginnings of its files' names (`assets.rs`).
const LATER: [(Budget, &[&str]); 10] = [
    (Budget { what: "the auditor's returns", bytes: 620_000 }, &["auditor-split", "auditor-chunk"]),
    (Budget { what: "the panel's rounds", bytes: 900_000 }, &["panel-split_rounds", CHUNK]),
    (Budget { what: SHARED, bytes: 120_000 }, &[CHUNK]),
    (Budget { what: "preparing a round", bytes: 200_000 }, &["panel-split_preparing"]),
    (Budget { what: "the panel's documents", bytes: 200_000 }, &["panel-split_documents"]),
    (Budget { what: "the records of a round", bytes: 100_000 }, &["panel-split_records"]),
    (Budget { what: "the panel's action plan", bytes: 120_000 }, &["panel-split_actions"]),
    (Budget { what: "the panel's judging", bytes: 150_000 }, &["panel-split_judging"]),
    (Budget { what: "the worker", bytes: 250_000 }, &["exporter-"]),
    (Budget { what: "what writes files", bytes: 350_000 }, &["exporter-split", "exporter-chunk"]),
];

/// What parts of the panel's program have in common. A round opens with those chunks that `panel.html` names.
const CHUNK: &str = "panel-chunk";
/// The other chunks: of two or more of its later parts.
const SHARED: &str = "shared by later parts of the panel";

/// The program as one file, as it is sent: nothing compresses it on its way.
const SINGLE: Budget = Budget { what: "auditor.html", bytes: 1_600_000 };

/// What a page, or a part that loads later, may weigh.
struct Budget {
    what: &'static str,
    /// What it should be at most; a fifth more fails the build.
    bytes: u64,
}

impl Budget {
    fn fails_above(&self) -> u64 {
        self.bytes + self.bytes / 5
    }

    /// Adds a line to the table, and why the build fails where it does.
    fn hold(&self, table: &mut Table, total: u64) -> Result<()> {
        let Self { what, bytes } = self;
        let share = total * 100 / bytes;
        let over = if total > *bytes { ", OVER ITS BUDGET" } else { "" };
        writeln!(table.text, "{what:<40} {total:>32} of {bytes} ({share} %{over})\n")?;
        let most = self.fails_above();
        if total > most {
            table.too_large.push(format!(
                "{what}: {total} bytes; more than {most} fails the build \
                 (budget {bytes}): see what grew in the table above."
            ));
        }
        Ok(())
    }
}

/// The measured folder.
pub struct Table {
    /// Fit for a screen.
    pub text: String,
    too_large: Vec<String>,
}

impl Table {
    /// Prints the table; an error when a budget is passed by more than a fifth.
    pub fn report(&self) -> Result<()> {
        print!("{}", self.text);
        if !self.too_large.is_empty() {
            bail!("{}", self.too_large.join("\n"));
        }
        Ok(())
    }
}

/// Measures and reports `dist/`.
pub fn report_of_dist(mode: Mode) -> Result<()> {
    measure(&dist(), mode)?.report()
}

/// Measures a built folder. A quick build has no sizes worth telling.
pub fn measure(folder: &Path, mode: Mode) -> Result<Table> {
    let mut table = Table { text: String::new(), too_large: Vec::new() };
    if mode == Mode::Dev {
        return Ok(table);
    }
    writeln!(table.text, "{:<40} {:>10} {:>10} {:>10}", "bytes", "as is", "gzip", "brotli")?;
    for page in BUDGETS {
        let html = fs::read_to_string(folder.join(page.what))?;
        let total = lines_of(&mut table.text, folder, &first_load(page.what, &html))?;
        page.hold(&mut table, total)?;
    }
    writeln!(table.text, "As one file:")?;
    SINGLE.hold(&mut table, fs::metadata(folder.join(SINGLE.what))?.len())?;
    writeln!(table.text, "Only when used:")?;
    let first = parts_of(&fs::read_to_string(folder.join("panel.html"))?);
    for (part, prefixes) in LATER {
        let mut files = assets_of(folder, prefixes)?;
        let is_chunk = |file: &str| file.contains(CHUNK);
        files.retain(|file| !is_chunk(file) || (part.what != SHARED) == first.contains(file));
        let total = lines_of(&mut table.text, folder, &files)?;
        part.hold(&mut table, total)?;
    }
    Ok(table)
}

fn lines_of(text: &mut String, folder: &Path, files: &BTreeSet<String>) -> Result<u64> {
    let mut total = 0;
    for file in files {
        let path = folder.join(file);
        let size = |path: &Path| fs::metadata(path).map(|file| file.len());
        let whole = size(&path)?;
        let gzip = size(&beside(&path, "gz")).unwrap_or(whole);
        let brotli = size(&beside(&path, "br")).unwrap_or(whole);
        writeln!(text, "  {file:<38} {whole:>10} {gzip:>10} {brotli:>10}")?;
        total += brotli;
    }
    Ok(total)
}

/// The page itself and all that it names to be loaded at once.
fn first_load(page: &str, html: &str) -> BTreeSet<String> {
    let mut files = BTreeSet::from([page.to_owned()]);
    for attribute in ["href=\"", "src=\""] {
        for part in html.split(attribute).skip(1) {
            let reference = part.split('"').next().unwrap_or_default();
            if reference.starts_with("assets/") || reference.ends_with(".webmanifest") {
                files.insert(reference.to_owned());
            }
        }
    }
    files
}

/// The parts that a page asks for beside its program (`split::first_parts`).
fn parts_of(html: &str) -> BTreeSet<String> {
    let named =
        html.split_once("name=\"parts\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    let named = named.map(|(named, _)| named).unwrap_or_default();
    named.split_whitespace().map(str::to_owned).collect()
}

/// The WebAssembly and JavaScript whose names begin with one of `prefixes`, and with no longer one of
/// another part.
fn assets_of(folder: &Path, prefixes: &[&str]) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder.join("assets"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let known = LATER.iter().flat_map(|(_, prefixes)| prefixes.iter());
        let longest = known.filter(|prefix| name.starts_with(**prefix)).max_by_key(|one| one.len());
        let belongs = longest.is_some_and(|longest| prefixes.contains(longest));
        if belongs && (name.ends_with(".js") || name.ends_with(".wasm")) {
            files.insert(format!("assets/{name}"));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_counts_the_page_and_all_that_it_names() {
        let html = r#"<link href="assets/a-1.css"><script src="assets/b-2.js"></script>
            <link rel="manifest" href="manifest.webmanifest"><a href="panel.html">next</a>"#;
        let files = first_load("index.html", html);
        let expected = ["assets/a-1.css", "assets/b-2.js", "index.html", "manifest.webmanifest"];
        assert_eq!(files.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_page_over_its_budget_by_more_than_a_fifth_fails_the_build() {
        let folder = std::env::temp_dir().join(format!("sizes-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("made");
        for page in ["panel.html", SINGLE.what] {
            fs::write(folder.join(page), "<p>").expect("written");
        }
        let measured = |bytes: usize| {
            fs::write(folder.join("index.html"), r#"<link href="assets/a.wasm">"#)
                .expect("written");
            fs::write(folder.join("assets/a.wasm"), vec![0; bytes]).expect("written");
            measure(&folder, Mode::Release).expect("measured").report()
        };
        let most = usize::try_from(BUDGETS[0].fails_above()).expect("fits");
        assert!(measured(most - 100).is_ok());
        assert!(measured(most + 1).is_err());
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn the_program_as_one_file_is_held_to_a_budget_as_it_is_sent() {
        let folder = std::env::temp_dir().join(format!("single-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("made");
        for page in ["index.html", "panel.html"] {
            fs::write(folder.join(page), "<p>").expect("written");
        }
        let most = usize::try_from(SINGLE.fails_above()).expect("fits");
        let measured = |bytes: usize| {
            fs::write(folder.join(SINGLE.what), vec![b'a'; bytes]).expect("written");
            measure(&folder, Mode::Release).expect("measured").report()
        };
        assert!(measured(most).is_ok());
        assert!(measured(most + 1).is_err());
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn what_a_round_does_not_open_with_counts_for_the_later_parts_that_share_it() {
        let folder = std::env::temp_dir().join(format!("shared-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("made");
        let html = r#"<meta name="parts" content="assets/panel-chunk_1-a.wasm assets/b.wasm">"#;
        for page in ["index.html", "panel.html", SINGLE.what] {
            fs::write(folder.join(page), html).expect("written");
        }
        for (file, bytes) in [("panel-chunk_1-a.wasm", 7), ("panel-chunk_2-b.wasm", 11)] {
            fs::write(folder.join("assets").join(file), vec![0; bytes]).expect("written");
        }
        let text = measure(&folder, Mode::Release).expect("measured").text;
        for (what, bytes) in [("the panel's rounds", 7), (SHARED, 11)] {
            let line = text.lines().find(|line| line.starts_with(what)).expect("is told");
            assert!(line.contains(&format!(" {bytes} of ")), "{line}");
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_part_that_loads_later_has_a_budget_of_its_own() {
        let folder = std::env::temp_dir().join(format!("later-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("made");
        for page in ["index.html", "panel.html", SINGLE.what] {
            fs::write(folder.join(page), "<p>").expect("written");
        }
        let (part, _) = &LATER[0];
        let most = usize::try_from(part.fails_above()).expect("fits");
        let measured = |bytes: usize| {
            fs::write(folder.join("assets/auditor-split_a.wasm"), vec![0; bytes]).expect("written");
            measure(&folder, Mode::Release).expect("measured")
        };
        assert!(measured(most).report().is_ok());
        let over = measured(most + 1);
        assert!(over.text.contains("OVER ITS BUDGET"), "{}", over.text);
        assert!(over.report().expect_err("fails").to_string().contains("the auditor's returns"));
        fs::remove_dir_all(folder).expect("removed");
    }
}
