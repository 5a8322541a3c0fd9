//! Tidy checks: what a reviewer would otherwise have to look for.

use crate::paths::{files_below, root};
use crate::process::output;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that git knows or would add, with text in them.
fn our_files() -> Vec<(PathBuf, String)> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = output(&mut git).expect("git lists the project's files");
    let text = |name: &str| fs::read_to_string(root().join(name)).ok();
    listed.lines().filter_map(|name| Some((PathBuf::from(name), text(name)?))).collect()
}

fn lines_with(wrong: impl Fn(&PathBuf, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in our_files() {
        for (number, line) in text.lines().enumerate() {
            if wrong(&file, line) {
                found.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

fn is(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

#[test]
fn no_file_is_too_long_to_read_in_one_sitting() {
    let long: Vec<String> = our_files()
        .into_iter()
        .filter(|(file, _)| is(file, "rs"))
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > 600)
        .map(|(file, lines)| format!("{}: {lines} lines", file.display()))
        .collect();
    assert!(long.is_empty(), "split by concept (400 lines is much):\n{}", long.join("\n"));
}

/// Folders with packages of npm: what builds and tests, and what others' programs are measured with.
const OF_NPM: [&str; 2] = ["", "benches/peers"];

#[test]
fn package_lock_names_no_address_to_load_from() {
    for folder in OF_NPM {
        let lock = root().join(folder).join("package-lock.json");
        let lock = fs::read_to_string(lock).expect("is there");
        assert!(!lock.contains("\"resolved\""), "run `npm install`: .npmrc keeps addresses out");
        assert!(lock.contains("\"integrity\""), "package-lock.json holds no hashes");
    }
}

#[test]
fn npm_versions_are_exact() {
    let packages = OF_NPM.map(|folder| {
        let text = fs::read_to_string(root().join(folder).join("package.json")).expect("is there");
        serde_json::from_str::<serde_json::Value>(&text).expect("is JSON")
    });
    let loose: Vec<String> = packages
        .iter()
        .flat_map(|package| package["devDependencies"].as_object().expect("has devDependencies"))
        .filter(|(_, version)| {
            !version.as_str().unwrap_or("?").starts_with(|c: char| c.is_ascii_digit())
        })
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    assert!(loose.is_empty(), "write the exact version in package.json: {loose:?}");
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let mut silent = Vec::new();
    for (file, text) in our_files().into_iter().filter(|(file, _)| file.ends_with("Cargo.toml")) {
        let mut inside = false;
        for line in text.lines() {
            if line.starts_with('[') {
                inside = line.ends_with("dependencies]");
            } else if inside
                && line.contains(" = ")
                && !line.starts_with('#')
                && !line.contains('#')
            {
                silent.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(silent.is_empty(), "end the line with # and its reason:\n{}", silent.join("\n"));
}

#[test]
fn screens_have_no_inline_style_and_no_html_from_text() {
    let inside = |file: &PathBuf| file.starts_with("src/ui") || file.starts_with("src/browser");
    let forbidden = [" style=", "inner_html", "set_inner_html", "insert_adjacent_html"];
    let found = lines_with(|file, line| {
        inside(file)
            && !line.trim_start().starts_with("//")
            && forbidden.iter().any(|word| line.contains(word))
    });
    assert!(
        found.is_empty(),
        "the security policy refuses inline style; text never becomes markup. Write a class of \
         style/, or a text node:\n{}",
        found.join("\n")
    );
}

#[test]
fn controls_tell_their_pages_the_safe_way() {
    let found = lines_with(|file, line| {
        file.starts_with("src/ui/govuk") && line.contains(".run(") && !line.contains("//")
    });
    assert!(
        found.is_empty(),
        "a page may be gone while its control still has the focus, and `run` panics then. Use \
         `parts::tell`:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_guarded_box_is_described_by_what_the_guard_finds() {
    let found = lines_with(|file, line| {
        let guards = line.contains("guarded(") || line.contains("guarded_strictly(");
        file.starts_with("src/ui")
            && !file.ends_with("guarded.rs")
            && !file.starts_with("src/ui/guarded")
            && guards
            && !(line.contains("described_by=") && line.contains("found_under("))
    });
    assert!(
        found.is_empty(),
        "give the box `described_by=found_under(id)`, on the line that guards it:\n{}",
        found.join("\n")
    );
}

#[test]
fn templates_have_no_inline_script_or_style() {
    let found = lines_with(|file, line| {
        is(file, "html")
            && (file.components().count() == 1 || file.starts_with("boot"))
            && (line.contains("<style")
                || line.contains(" style=")
                || line.contains(" onclick=")
                || (line.contains("<script") && !line.contains(" src=")))
            // The build puts a file there, and its hash into the policy (`single.rs`).
            && !line.contains(">inline:")
    });
    assert!(found.is_empty(), "move it to boot/ or style/:\n{}", found.join("\n"));
}

#[test]
fn no_comment_names_a_folder_of_someones_machine() {
    let found = lines_with(|file, line| {
        let written_here = ["rs", "md", "scss", "html", "js", "toml", "sh"];
        written_here.iter().any(|extension| is(file, extension))
            && (line.contains(concat!("/ro", "ot/")) || line.contains(concat!("/ho", "me/")))
    });
    assert!(found.is_empty(), "write a path inside the project:\n{}", found.join("\n"));
}

#[test]
fn every_module_of_the_core_says_what_it_is() {
    let source = root().join("src");
    let silent: Vec<String> = files_below(&source)
        .expect("is there")
        .into_iter()
        .filter(|file| is(file, "rs") && !file.ends_with("tests.rs"))
        .filter(|file| {
            let text = fs::read_to_string(source.join(file)).expect("is text");
            !text.starts_with("//!") || text.starts_with("//! To be written")
        })
        .map(|file| format!("src/{}", file.display()))
        .collect();
    assert!(silent.is_empty(), "begin with `//!` and what it is:\n{}", silent.join("\n"));
}
