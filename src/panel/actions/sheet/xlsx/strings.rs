//! Texts of a workbook: those that cells share, and their escapes.

use roxmltree::Node;

use super::package::{named, parsed};
use crate::panel::actions::sheet::fault::SheetError;

/// The texts that cells share, by their numbers.
pub(super) fn shared(part: &str) -> Result<Vec<String>, SheetError> {
    let parsed = parsed(part)?;
    Ok(named(&parsed, "si").map(text_of).collect())
}

/// The runs of a text, without what only says how it is pronounced.
pub(super) fn text_of(node: Node) -> String {
    let is_run = |one: &Node| {
        let within = |name: &str| one.ancestors().take(4).any(|up| up.tag_name().name() == name);
        one.tag_name().name() == "t" && !within("rPh")
    };
    let runs = node.descendants().filter(is_run).filter_map(|run| run.text());
    unescaped(&runs.collect::<String>())
}

/// `_x000D_` for a letter that XML cannot hold (ECMA-376 part 1, 22.4.2.4).
pub(super) fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, from)) = rest.split_once("_x") {
        plain.push_str(before);
        let letter = from.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match (letter.and_then(char::from_u32), from.get(4..5)) {
            (Some(letter), Some("_")) => {
                plain.push(letter);
                rest = from.get(5..).unwrap_or_default();
            }
            _ => {
                plain.push_str("_x");
                rest = from;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_what_only_looks_like_one_stays() {
        let rows = [
            ("two_x000D_\nlines", "two\r\nlines"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_xbox", "a_xbox"),
            ("_x00é9_", "_x00é9_"),
            ("_xD800_", "_xD800_"),
            ("ends _x", "ends _x"),
        ];
        for (text, want) in rows {
            assert_eq!(unescaped(text), want);
        }
    }

    #[test]
    fn runs_are_one_text_and_pronunciation_is_none_of_it() {
        let part = "<sst><si><t>Plain</t></si><si><r><t>In </t></r><r><rPr/><t>runs</t></r>\
                    <rPh><t>said</t></rPh></si><si/></sst>";
        assert_eq!(shared(part), Ok(vec!["Plain".into(), "In runs".into(), String::new()]));
    }
}
