//! A sheet as plain text, for those who send it by a way that carries nothing else.

use super::{Said, Sheet};

/// The whole sheet; parts underlined, what was said indented under its question.
pub fn text_of(sheet: &Sheet) -> String {
    let mut lines = vec![sheet.title.clone(), sheet.caption.clone(), sheet.mark.clone()];
    for part in &sheet.parts {
        let line = "-".repeat(part.title.chars().count());
        lines.extend([String::new(), part.title.clone(), line]);
        lines.extend((!part.introduction.is_empty()).then(|| part.introduction.clone()));
        for row in &part.rows {
            lines.extend([String::new(), row.asks.clone()]);
            match &row.said {
                Said::Text(text) => lines.extend(text.lines().map(indented)),
                Said::Room { options, lines: room } => {
                    lines.extend(options.iter().map(|option| indented(option)));
                    lines.extend((0..*room).map(|_| String::new()));
                }
            }
        }
    }
    lines.push(String::new());
    lines.join("\r\n")
}

fn indented(line: &str) -> String {
    if line.is_empty() { String::new() } else { ["    ", line].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheet::{Part, Row};

    #[test]
    fn a_sheet_becomes_text_that_any_program_shows() {
        let rows = vec![Row::text("Grade", "Good\nwith care")];
        let parts = vec![Part { rows, introduction: "As agreed.".into(), ..Part::new("Risk") }];
        let (title, caption, mark) = ("Minutes".into(), "A board".into(), "Confidential".into());
        let text = text_of(&Sheet { title, caption, mark, parts });
        let want = "Minutes\r\nA board\r\nConfidential\r\n\r\nRisk\r\n----\r\nAs agreed.\r\n\r\nGrade\r\n    Good\r\n    with care\r\n";
        assert_eq!(text, want);
    }
}
