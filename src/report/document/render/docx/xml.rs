//! Pieces of XML. Texts are escaped, so that they stay texts.

use crate::report::escape;

/// Begins each part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Of WordprocessingML.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Of relationships in a part.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Of DrawingML.
pub(super) const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// Of charts.
pub(super) const C: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// Of drawings in a text.
pub(super) const WP: &str =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// A run of text with these properties. Spaces at its ends stay; a line break is one.
pub(super) fn run(properties: &str, text: &str) -> String {
    let properties = match properties {
        "" => String::new(),
        properties => ["<w:rPr>", properties, "</w:rPr>"].concat(),
    };
    let lines = text
        .split('\n')
        .map(|line| ["<w:t xml:space=\"preserve\">", &escape(line), "</w:t>"].concat());
    let lines = lines.collect::<Vec<String>>().join("<w:br/>");
    ["<w:r>", &properties, &lines, "</w:r>"].concat()
}

/// A paragraph of this style. `more` are further properties that come after the style.
pub(super) fn paragraph(style: &str, more: &str, runs: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => ["<w:pStyle w:val=\"", style, "\"/>"].concat(),
    };
    let properties = [&style, more].concat();
    let properties = match properties.as_str() {
        "" => String::new(),
        _ => ["<w:pPr>", &properties, "</w:pPr>"].concat(),
    };
    ["<w:p>", &properties, runs, "</w:p>"].concat()
}
