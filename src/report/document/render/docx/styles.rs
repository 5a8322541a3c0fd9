//! Styles and lists: what Word needs to show headings as headings and points as points.

use super::xml::{DECLARATION, W};
use crate::report::escape;

/// A paragraph style: id, name, what it is based on, and its properties of paragraph and letters.
type Style = (&'static str, &'static str, &'static str, &'static str, &'static str);

const HEADINGS: [Style; 4] = [
    (
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"240\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"40\"/>",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"400\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"30\"/>",
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:sz w:val=\"25\"/>",
    ),
    (
        "Heading4",
        "heading 4",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:sz w:val=\"22\"/>",
    ),
];

const OTHERS: [Style; 10] = [
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:spacing w:after=\"40\"/>",
        "<w:color w:val=\"484949\"/><w:sz w:val=\"24\"/>",
    ),
    (
        "Lead",
        "Lead",
        "Normal",
        "<w:spacing w:before=\"160\" w:after=\"160\"/>",
        "<w:sz w:val=\"25\"/>",
    ),
    (
        "Call",
        "Call to action",
        "Normal",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"1D70B8\"/></w:pBdr><w:ind w:left=\"240\"/>",
        "",
    ),
    ("Note", "Note", "Normal", "", "<w:color w:val=\"484949\"/><w:sz w:val=\"19\"/>"),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>",
        "",
    ),
    ("ListNumber", "List Number", "Normal", "<w:spacing w:after=\"80\"/>", ""),
    (
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        "<w:b/>",
    ),
    ("TableText", "Table text", "Normal", "<w:spacing w:before=\"40\" w:after=\"40\"/>", ""),
    (
        "Header",
        "header",
        "Normal",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"484949\"/><w:sz w:val=\"18\"/>",
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"484949\"/><w:sz w:val=\"18\"/>",
    ),
];

/// closer together on a sheet of one page. `build::one_page` counts with greater heights.
const ON_A_SHEET: [Style; 5] = [
    (
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"40\"/>",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"28\"/>",
    ),
    ("Lead", "Lead", "Normal", "<w:spacing w:after=\"100\"/>", "<w:sz w:val=\"22\"/>"),
    (
        "Note",
        "Note",
        "Normal",
        "<w:spacing w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"484949\"/><w:sz w:val=\"18\"/>",
    ),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
        "",
    ),
];

fn on_a_sheet(style: Style) -> Style {
    ON_A_SHEET.into_iter().find(|(id, ..)| *id == style.0).unwrap_or(style)
}

/// The part with every style, those of a sheet of one page or others, and the language of the text.
pub(super) fn styles(language: &str, is_sheet: bool) -> String {
    let all = HEADINGS.into_iter().chain(OTHERS);
    let all = all.map(|style| if is_sheet { on_a_sheet(style) } else { style });
    let paragraphs: String = all.map(|style| paragraph(&style)).collect();
    format!(
        "{DECLARATION}<w:styles xmlns:w=\"{W}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/>\
         <w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{paragraphs}{CHARACTERS}{TABLES}</w:styles>",
        language = escape(language),
    )
}

const CHARACTERS: &str = "<w:style w:type=\"character\" w:styleId=\"Strong\">\
    <w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
    <w:rPr><w:color w:val=\"1D70B8\"/><w:u w:val=\"single\"/></w:rPr></w:style>";

const TABLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
    <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
    <w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
    <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B1B4B6\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B1B4B6\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B1B4B6\"/></w:tblBorders></w:tblPr></w:style>";

fn paragraph((id, name, based_on, paragraph, letters): &Style) -> String {
    let part = |mark: &str, content: &str| match content {
        "" => String::new(),
        content => format!("<w:{mark}>{content}</w:{mark}>"),
    };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"{based_on}\"/><w:next w:val=\"Normal\"/><w:qFormat/>{}{}</w:style>",
        part("pPr", paragraph),
        part("rPr", letters),
    )
}

/// List 1 has bullets; each further one is numbered from 1 and has bullets within.
pub(super) fn numbering(lists: usize) -> String {
    let bullet = |level: u8| level_of(level, "bullet", "•");
    let numbers = [level_of(0, "decimal", "%1."), bullet(1)].concat();
    let of_list = |number: usize| {
        format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        )
    };
    format!(
        "{DECLARATION}<w:numbering xmlns:w=\"{W}\">\
         <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{numbers}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>{}</w:numbering>",
        bullet(0),
        (2..=lists + 1).map(of_list).collect::<String>(),
    )
}

fn level_of(level: u8, format: &str, text: &str) -> String {
    let left = 400 * (usize::from(level) + 1);
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
         <w:ind w:left=\"{left}\" w:hanging=\"400\"/></w:pPr></w:lvl>"
    )
}
