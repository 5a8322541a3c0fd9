//! The small parts of a Word file.

use super::body::Body;
use super::xml::{DECLARATION, R, W, paragraph, run};
use crate::report::document::Document;
use crate::report::escape;

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What kind of thing each part is.
pub(super) fn content_types(charts: usize) -> String {
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    let word = |name: &str, kind: &str| {
        part(&["word/", name, ".xml"].concat(), &[WORD, ".", kind, "+xml"].concat())
    };
    let charts = (1..=charts).map(|number| {
        let kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
        part(&format!("word/charts/chart{number}.xml"), kind)
    });
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}{}{}{}</Types>",
        word("document", "document.main"),
        word("styles", "styles"),
        word("numbering", "numbering"),
        word("settings", "settings"),
        word("header1", "header"),
        word("footer1", "footer"),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        charts.collect::<String>(),
    )
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

/// From the package to the document and its properties.
pub(super) fn root_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}</Relationships>",
        relation("rId1", &[R, "/officeDocument"].concat(), "word/document.xml"),
        relation(
            "rId2",
            &[PACKAGE, "/relationships/metadata/core-properties"].concat(),
            "docProps/core.xml"
        ),
    )
}

/// From the document to its parts, its charts and the addresses of its links.
pub(super) fn relations(body: &Body) -> String {
    let part = |id: &str, kind: &str, target: &str| relation(id, &[R, "/", kind].concat(), target);
    let charts = (1..=body.charts.len()).map(|number| {
        part(&format!("rIdChart{number}"), "chart", &format!("charts/chart{number}.xml"))
    });
    let links = (1..).zip(&body.links).map(|(number, address): (usize, &&str)| {
        format!(
            "<Relationship Id=\"rIdLink{number}\" Type=\"{R}/hyperlink\" Target=\"{}\" \
             TargetMode=\"External\"/>",
            escape(address)
        )
    });
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}{}{}{}{}{}</Relationships>",
        part("rIdStyles", "styles", "styles.xml"),
        part("rIdNumbering", "numbering", "numbering.xml"),
        part("rIdSettings", "settings", "settings.xml"),
        part("rIdHeader", "header", "header1.xml"),
        part("rIdFooter", "footer", "footer1.xml"),
        charts.collect::<String>(),
        links.collect::<String>(),
    )
}

/// Title, whose it is, language and day.
pub(super) fn core_properties(document: &Document) -> String {
    let provenance = &document.provenance;
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:description>{}</dc:description><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created></cp:coreProperties>",
        escape(&document.title),
        escape(&provenance.author),
        escape(&provenance.line),
        escape(&document.language),
        provenance.made,
    )
}

/// The language of the text, and that the file is of the Word of today.
pub(super) fn settings(language: &str) -> String {
    format!(
        "{DECLARATION}<w:settings xmlns:w=\"{W}\"><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{}\"/></w:settings>",
        escape(language)
    )
}

/// Letters of the title that stand beside the number of the page.
const FOOT: usize = 80;

/// A title that fits into one line, cut between words.
fn fitting(title: &str) -> String {
    if title.chars().count() <= FOOT {
        return title.to_owned();
    }
    let mut cut = String::new();
    for word in title.split_whitespace() {
        if cut.chars().count() + word.chars().count() > FOOT {
            break;
        }
        cut.push_str(word);
        cut.push(' ');
    }
    [cut.trim_end(), " …"].concat()
}

/// I-10: the title, the round and the audience above each page, where sheets may be parted.
pub(super) fn header(document: &Document) -> String {
    let head = run("", &document.running_head());
    format!("{DECLARATION}<w:hdr xmlns:w=\"{W}\">{}</w:hdr>", paragraph("Header", "", &head))
}

/// The title and the number of the page at the foot of each.
pub(super) fn footer(document: &Document) -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "{DECLARATION}<w:ftr xmlns:w=\"{W}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}\
         <w:r><w:tab/></w:r>{}{}{}</w:p></w:ftr>",
        run("", &fitting(&document.title)),
        field("PAGE"),
        run("", " / "),
        field("NUMPAGES"),
    )
}
