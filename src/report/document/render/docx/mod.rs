//! A document as a Word file (ECMA-376, WordprocessingML), without any other program.
//!
//! Headings are headings, header rows of tables repeat, charts are charts that Word
//! can edit and have alternative text, the language and the document's properties
//! are set, pages have numbers and say for whom they are. The same document gives the same bytes.

mod body;
mod chart;
mod parts;
mod styles;
mod xml;

use super::{WriteError, packed};
use crate::report::document::Document;
use body::Body;

/// The whole file.
pub fn docx(document: &Document) -> Result<Vec<u8>, WriteError> {
    packed(&files(document))
}

/// Every part by its name, the list of types first as Word wants it.
fn files(document: &Document) -> Vec<(String, String)> {
    let body = Body::of(document);
    let is_sheet = document.kind.is_one_page();
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), parts::content_types(body.charts.len())),
        ("_rels/.rels".to_owned(), parts::root_relations()),
        ("docProps/core.xml".to_owned(), parts::core_properties(document)),
        ("word/document.xml".to_owned(), body.xml()),
        ("word/_rels/document.xml.rels".to_owned(), parts::relations(&body)),
        ("word/styles.xml".to_owned(), styles::styles(&document.language, is_sheet)),
        ("word/numbering.xml".to_owned(), styles::numbering(body.lists)),
        ("word/settings.xml".to_owned(), parts::settings(&document.language)),
        ("word/header1.xml".to_owned(), parts::header(document)),
        ("word/footer1.xml".to_owned(), parts::footer(document)),
    ];
    let charts = (1..).zip(&body.charts);
    files.extend(charts.map(|(number, chart)| {
        (format!("word/charts/chart{number}.xml"), chart::part(chart, &document.language))
    }));
    files
}

#[cfg(test)]
mod tests;
