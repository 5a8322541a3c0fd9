//! index.html and panel.html: their references filled in.
//!
//! A template writes `"asset:style/app.css"` for a file of the project,
//! `"boot:panel"`, `"glue:panel"`, `"link:panel"`, `"parts:panel"` and `"wasm:panel"` for the
//! pieces of a program, and `"header:Content-Security-Policy"` for the value of a header.

use super::assets::Assets;
use crate::headers;
use anyhow::{Result, bail};

const KINDS: [&str; 7] = ["asset:", "boot:", "glue:", "link:", "parts:", "wasm:", "header:"];

/// The page with every reference filled in.
pub fn fill(template: &str, assets: &mut Assets) -> Result<String> {
    fill_with(&without_comments(template), |reference| match reference.strip_prefix("header:") {
        Some("Content-Security-Policy") => Ok(headers::policy_for_meta()),
        Some(other) => bail!("{other} cannot be given by a page"),
        None => assets.path_of(reference),
    })
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
        assert!(fill(r#"<script src="boot:nobody">"#, &mut assets).is_err());
        assert!(fill(r#"<meta content="header:Server">"#, &mut assets).is_err());
        assert!(fill(r#"<link href="asset:style/none.css">"#, &mut assets).is_err());
    }
}
