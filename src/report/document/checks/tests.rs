//! Data of the checks, and of all documents, is in order.

use crate::report::document::{DocumentKind, report_words};

#[test]
fn words_of_blame_are_in_small_letters() {
    let words: Vec<String> = serde_json::from_slice(include_bytes!("../data/blame.json")).unwrap();
    assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.is_empty()));
}

#[test]
fn every_kind_has_a_title_among_the_words() {
    let words = report_words();
    for kind in DocumentKind::ALL {
        let name = [kind.as_str(), ".title"].concat();
        assert!(words.contains_key(&name), "{name}");
    }
}

#[test]
fn every_text_among_the_words_is_used() {
    let code =
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/document"));
    let idle: Vec<String> = report_words()
        .into_keys()
        .filter(|name| {
            let (_, last) = name.split_once('.').unwrap_or(("", name));
            let used = |text: &str| code.contains(&["\"", text, "\""].concat());
            !used(name) && !used(last) && !name.starts_with("fact.")
        })
        .collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

fn sources(folder: &std::path::Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}
