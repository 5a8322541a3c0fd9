//! index.html and panel.html: their parts put in, their references filled in.
//!
//! `<!-- part: head -->` stands for `boot/parts/head.html`, where both pages share it; in a part
//! PROGRAM is the program of the page.
//!
//! A template writes `"asset:style/app.css"` for a file of the project,
//! `"boot:panel"`, `"glue:panel"`, `"link:panel"`, `"parts:panel"` and `"wasm:panel"` for the
//! pieces of a program, and `"header:Content-Security-Policy"` for the value of a header.

use super::assets::Assets;
use crate::headers;
use crate::paths::root;
use anyhow::{Context, Result, bail};
use std::fs;

/// A page and the program that it starts.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Its template in the project, and its name in the host's folder.
    pub file: &'static str,
    /// As in `src/bin`.
    pub program: &'static str,
}

/// Both, in the order in which the service worker lists them.
pub const PAGES: [Page; 2] = [
    Page { file: "index.html", program: "auditor" },
    Page { file: "panel.html", program: "panel" },
];

const KINDS: [&str; 7] = ["asset:", "boot:", "glue:", "link:", "parts:", "wasm:", "header:"];

/// The page of `program` with its parts and every reference filled in.
pub fn fill(template: &str, program: &str, assets: &mut Assets) -> Result<String> {
    let whole = whole(template, program, &["boot/parts"])?;
    fill_with(&whole, |reference| match reference.strip_prefix("header:") {
        Some("Content-Security-Policy") => Ok(headers::policy_for_meta()),
        Some(other) => bail!("{other} cannot be given by a page"),
        None => assets.path_of(reference),
    })
}

/// The page of `program` with each of its parts from the first of `folders` that has it.
pub fn whole(template: &str, program: &str, folders: &[&str]) -> Result<String> {
    let read = |part: &str| {
        let files = folders.iter().map(|folder| root().join(folder).join(part));
        let file = files.map(|file| file.with_extension("html")).find(|file| file.is_file());
        let file = file.with_context(|| format!("there is no part {part}"))?;
        Ok(fs::read_to_string(&file)?.replace("PROGRAM", program))
    };
    Ok(without_comments(&with_parts(template, read)?))
}

/// Every line that names a part, replaced by that part.
fn with_parts(template: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let part = |line: &str| {
        let named = line.trim().strip_prefix("<!-- part: ")?.strip_suffix(" -->")?;
        Some(named.to_owned())
    };
    let lines = template.split_inclusive('\n');
    lines.map(|line| part(line).map_or_else(|| Ok(line.to_owned()), |part| read(&part))).collect()
}

fn fill_with(template: &str, mut value: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    for (number, part) in template.split('"').enumerate() {
        if number > 0 {
            filled.push('"');
        }
        if KINDS.iter().any(|kind| part.starts_with(kind)) {
            filled.push_str(&value(part)?);
        } else {
            filled.push_str(part);
        }
    }
    Ok(filled)
}

/// Comments explain the template; a visitor need not load them.
fn without_comments(template: &str) -> String {
    let mut kept = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before.trim_end_matches(' '));
        rest = after.split_once("-->").map_or("", |(_, after)| after.trim_start_matches('\n'));
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_filled_and_other_text_is_left_alone() {
        let page = r#"<!-- why --><link href="asset:a.css"><p>asset: "text"</p>"#;
        let filled = fill_with(&without_comments(page), |found| Ok(found.to_uppercase()));
        let expected = r#"<link href="ASSET:A.CSS"><p>asset: "text"</p>"#;
        assert_eq!(filled.expect("fills"), expected);
    }

    #[test]
    fn a_reference_to_nothing_fails_the_build() {
        let mut assets = Assets::new(std::path::Path::new("nowhere"));
        let mut fails = |page: &str| fill(page, "panel", &mut assets).is_err();
        assert!(fails(r#"<script src="boot:nobody">"#));
        assert!(fails(r#"<meta content="header:Server">"#));
        assert!(fails(r#"<link href="asset:style/none.css">"#));
        assert!(fails("<!-- part: none -->"));
    }

    #[test]
    fn a_part_stands_where_it_is_named_and_knows_its_program() {
        let page = "<head>\n  <!-- part: one -->\n  <!-- why -->\n</head>\n";
        let read = |part: &str| Ok(format!("  <p>{part}\n"));
        let expected = "<head>\n  <p>one\n  <!-- why -->\n</head>\n";
        assert_eq!(with_parts(page, read).expect("is put in"), expected);
        for Page { file, program } in PAGES {
            let template = fs::read_to_string(root().join(file)).expect("is there");
            let parts = fs::read_to_string(root().join("boot/parts/head.html")).expect("is there");
            assert!(template.contains("<!-- part: head -->"), "{file}");
            assert!(parts.replace("PROGRAM", program).contains(&format!("\"boot:{program}\"")));
        }
    }
}
