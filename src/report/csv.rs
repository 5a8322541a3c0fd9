//! Tables as CSV that a spreadsheet opens as it is and never runs (L19, RFC 4180).

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::text::begins_a_formula;

/// Begins the file, so that spreadsheets read it as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The whole file: a head and rows, every cell quoted, lines ended by CR LF.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before
/// it, heads too.
pub fn csv<'a>(head: &[&str], rows: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let mut write = |cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
        let cells: Vec<Cow<'_, str>> = cells.map(harmless).collect();
        let cells = cells.iter().map(|cell| cell.as_bytes());
        writer.write_record(cells).expect("rows of any length are written to memory");
    };
    write(&mut head.iter().map(|cell| Cow::Borrowed(*cell)));
    for row in rows {
        write(&mut row.into_iter());
    }
    let file = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
    file.expect("what was written is text, in memory")
}

fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    if begins_a_formula(&cell) { Cow::Owned(["'", &cell].concat()) } else { cell }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(cells: &[&str]) -> String {
        csv(&["Head"], [cells.iter().map(|cell| (*cell).into()).collect()])
    }

    #[test]
    fn l19_cells_that_would_run_are_made_harmless() {
        let rows = [
            ("=1+1", "\"'=1+1\""),
            ("+44 20", "\"'+44 20\""),
            ("-3", "\"'-3\""),
            ("@cmd", "\"'@cmd\""),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("  =1", "\"'  =1\""),
            ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines, one cell", "\"two\nlines, one cell\""),
            ("", "\"\""),
        ];
        for (cell, want) in rows {
            assert_eq!(of(&[cell]), format!("\u{feff}\"Head\"\r\n{want}\r\n"));
        }
        assert!(csv(&["=A1"], []).contains("\"'=A1\""), "heads too");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn l19_no_cell_begins_a_formula_and_every_cell_can_be_read_back(cell in ".{0,12}") {
            let file = of(&[&cell]);
            let quoted = file.strip_prefix("\u{feff}\"Head\"\r\n\"").unwrap();
            let quoted = quoted.strip_suffix("\"\r\n").unwrap();
            let alone = quoted.replace("\"\"", "").contains('"');
            prop_assert!(!alone, "a quote ends the cell early: {quoted:?}");
            let read = quoted.replace("\"\"", "\"");
            prop_assert!(!begins_a_formula(&read), "{read:?}");
            prop_assert!(read == cell || read == ["'", &cell].concat());
        }
    }
}
