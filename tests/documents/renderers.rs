//! HTML, Markdown and plain text say the same words, and a text stays a text.

use std::io::{Cursor, Read as _};

use multi_agency_audit::report::document::{Document, DocumentKind, Span, n01_published, render};

use crate::documents;
use crate::seed::{Seed, stamp};

/// The words of a page, without its tags.
fn read_on(page: &str) -> String {
    let behind = page.split('<').filter_map(|tag| tag.split_once('>'));
    let words: String = behind.map(|(_, words)| words).collect();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.into_iter().fold(words, |words, (written, sign)| words.replace(written, sign))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_stands_whole_in_every_form() {
    for (_, document) in documents() {
        let html = on_one_line(&read_on(&render::html(&document)));
        // Each line of a call to action begins with a mark.
        let text = on_one_line(&render::text(&document).replace("\r\n> ", " "));
        let markdown = on_one_line(&render::markdown(&document).replace(['\\', '*'], ""));
        for sentence in document.sentences() {
            let words = on_one_line(&sentence.plain());
            assert!(!words.is_empty() && html.contains(&words), "page: {words}");
            // In these two a link's address stands within its sentence.
            if sentence.spans.iter().any(|span| matches!(span, Span::Link { .. })) {
                continue;
            }
            assert!(text.contains(&words), "text: {words}");
            assert!(markdown.contains(&words.replace('*', "")), "Markdown: {words}");
        }
    }
}

#[test]
fn a_page_has_a_language_headings_tables_with_heads_and_drawings_with_names() {
    let document = Seed::named("overview").document(DocumentKind::Overview);
    let html = render::html(&document);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
    assert_eq!(html.matches("<h1>").count(), 1);
    assert_eq!(html.matches("<svg ").count(), 7);
    assert_eq!(html.matches("<table>").count(), 7, "R-04: a table beside each chart");
    assert_eq!(html.matches("<th scope=\"col\">").count(), 14);
    assert_eq!(html.matches("role=\"img\" aria-labelledby=").count(), 7);
    assert!(!html.contains(" style=") && !html.contains("<script"));
}

#[test]
fn markup_in_a_finding_stays_text() {
    let mut seed = Seed::named("six-steps");
    let mut finding = seed.workbook.finding(&"f1".parse().unwrap()).unwrap().clone();
    finding.text = "<img src=x onerror=alert(1)> **bold** {board} [a](b)".into();
    seed.workbook.record_finding(finding).unwrap();
    let document = seed.document(DocumentKind::SixSteps);
    let html = render::html(&document);
    assert!(html.contains("<li>&lt;img src=x onerror=alert(1)&gt; **bold** {board} [a](b).</li>"));
    let markdown = render::markdown(&document);
    assert!(
        markdown
            .contains("- \\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* {board} \\[a\\](b).")
    );
}

#[test]
fn r01_a_gap_is_marked_in_every_form() {
    let mut seed = Seed::named("case-by-case");
    let mut plan = seed.workbook.plan().clone();
    plan.round.report.wording.clear();
    seed.workbook.change_plan(plan, "For a test.", &stamp()).unwrap();
    let document = seed.document(DocumentKind::CaseByCase);
    assert!(render::html(&document).contains("<mark>[how often]</mark>"));
    assert!(render::markdown(&document).contains("\\[how often\\]"));
    assert!(render::text(&document).replace("\r\n", " ").contains("[how often]"));
}

/// The words of a Word file, as a reader of its XML finds them.
pub fn words_of(document: &Document) -> String {
    let file = render::docx(document).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    let mut xml = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let parsed = roxmltree::Document::parse(&xml).unwrap();
    let texts = parsed.descendants().filter(|node| {
        node.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "t"))
    });
    texts.filter_map(|node| node.text()).collect()
}

#[test]
fn every_sentence_stands_in_the_word_file() {
    for (_, document) in documents() {
        let words = words_of(&document);
        let missing: Vec<String> = document
            .sentences()
            .map(|sentence| sentence.plain())
            .filter(|text| !words.contains(text.as_str()))
            .collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

/// The texts of a spreadsheet’s cells, and every part that could hold a formula.
pub fn cells_of(file: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = package.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut texts = String::new();
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let mut xml = String::new();
        package.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        assert!(!xml.contains("<f>"), "{name} holds a formula");
        let parsed = roxmltree::Document::parse(&xml).unwrap();
        let pieces = parsed.descendants().filter_map(|node| node.text());
        pieces.for_each(|piece| {
            texts.push_str(piece);
            texts.push('\n');
        });
    }
    texts
}

#[test]
fn n01_a_published_document_stays_in_every_form_and_leads_nowhere() {
    for (seed, document) in documents() {
        let published = n01_published(&document);
        assert_eq!(render::html(&published), render::html(&document));
        assert_eq!(render::markdown(&published), render::markdown(&document));
        assert_eq!(render::text(&published), render::text(&document));
        assert_eq!(render::docx(&published), render::docx(&document));
        let kept = serde_json::to_string(&published).unwrap();
        assert!(!kept.contains("\"evidence\"") && !kept.contains("\"counts\""), "{kept}");
        let files = seed.workbook.register().kept_files().map(ToString::to_string);
        for file in files {
            assert!(!kept.contains(&file), "{file} is named");
        }
    }
}
