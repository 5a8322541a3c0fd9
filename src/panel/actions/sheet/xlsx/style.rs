//! Which styles of a workbook show a number as a day or a percentage, and which day that is.

use chrono::{Days, NaiveDate};
use roxmltree::Node;

use super::package::{named, parsed};
use crate::panel::actions::sheet::fault::SheetError;

/// What a style shows of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Number,
    Day,
    Percentage,
}

/// By the number of a style: what it shows.
#[derive(Default)]
pub(super) struct Styles(Vec<Shows>);

impl Styles {
    pub(super) fn of(part: &str) -> Result<Self, SheetError> {
        let parsed = parsed(part)?;
        let own: Vec<(u32, Shows)> = named(&parsed, "numFmt").filter_map(own_format).collect();
        let shows = |style: Node| {
            let format = style.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
            let own = own.iter().find(|(id, _)| *id == format);
            own.map_or_else(|| builtin(format), |(_, shows)| *shows)
        };
        let styles = named(&parsed, "cellXfs").next();
        let styles = styles.into_iter().flat_map(|all| all.children());
        Ok(Self(styles.filter(Node::is_element).map(shows).collect()))
    }

    /// Whether the style of this number shows a day.
    pub(super) fn shows_day(&self, style: usize) -> bool {
        self.0.get(style) == Some(&Shows::Day)
    }

    /// Whether the style of this number shows a percentage.
    pub(super) fn shows_percentage(&self, style: usize) -> bool {
        self.0.get(style) == Some(&Shows::Percentage)
    }
}

fn own_format(node: Node) -> Option<(u32, Shows)> {
    let id = node.attribute("numFmtId")?.parse().ok()?;
    Some((id, shown_by(node.attribute("formatCode")?)))
}

fn builtin(format: u32) -> Shows {
    match format {
        9 | 10 => Shows::Percentage,
        _ if is_builtin_day(format) => Shows::Day,
        _ => Shows::Number,
    }
}

/// Formats that every program knows, the eastern ones too (ECMA-376 part 1, 18.8.30).
fn is_builtin_day(format: u32) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// What a code shows, outside of quotes, brackets and escapes: a day or a year, or a percentage.
fn shown_by(code: &str) -> Shows {
    // The first part is for numbers above nought; days are.
    let (mut letters, mut closes) = (code.chars(), None);
    while let Some(letter) = letters.next() {
        match (closes, letter) {
            (Some(mark), letter) if letter == mark => closes = None,
            (Some(_), _) => {}
            (None, '"') => closes = Some('"'),
            (None, '[') => closes = Some(']'),
            (None, '\\' | '_' | '*') => drop(letters.next()),
            (None, ';') => return Shows::Number,
            (None, 'd' | 'D' | 'y' | 'Y') => return Shows::Day,
            (None, '%') => return Shows::Percentage,
            (None, _) => {}
        }
    }
    Shows::Number
}

/// The day of a number, its time let go; `None` for what is no day of a spreadsheet.
pub(super) fn day(number: f64, from_1904: bool) -> Option<NaiveDate> {
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    // In range of a day's number, so nothing is lost but the time.
    let number = number as u64;
    let first = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else if number < 60 {
        NaiveDate::from_ymd_opt(1899, 12, 31)
    } else {
        // Spreadsheets have a 29 February 1900, which was none, as number 60.
        NaiveDate::from_ymd_opt(1899, 12, 30).filter(|_| number > 60)
    };
    first?.checked_add_days(Days::new(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_show_days_are_known() {
        let days = ["dd/mm/yyyy", "d-mmm-yy", "[$-809]dd mmmm yyyy;@", "yyyy\\-mm\\-dd", "mmm yy"];
        for code in days {
            assert!(shown_by(code) == Shows::Day, "{code}");
        }
        let others =
            ["General", "0.00", "@", "h:mm", "\"day\" 0", "[Red]0", "0\\d", "#,##0;[Red]d", "0%"];
        for code in others {
            assert!(shown_by(code) != Shows::Day, "{code}");
        }
        for code in ["0%", "0.00%", "[Red]0%;-0%"] {
            assert!(shown_by(code) == Shows::Percentage, "{code}");
        }
        for code in ["0\"%\"", "0\\%", "0;0%"] {
            assert!(shown_by(code) == Shows::Number, "{code}");
        }
    }

    #[test]
    fn numbers_are_the_days_that_spreadsheets_show() {
        let of = |year, month, date| NaiveDate::from_ymd_opt(year, month, date);
        let rows = [
            (1.0, false, of(1900, 1, 1)),
            (59.0, false, of(1900, 2, 28)),
            (60.0, false, None),
            (61.0, false, of(1900, 3, 1)),
            (46_387.75, false, of(2026, 12, 31)),
            (44_925.0, true, of(2026, 12, 31)),
            (0.5, false, None),
            (-4.0, false, None),
            (f64::NAN, false, None),
            (1e300, false, None),
        ];
        for (number, from_1904, want) in rows {
            assert_eq!(day(number, from_1904), want, "{number}");
        }
    }

    #[test]
    fn a_style_shows_a_day_by_its_format() {
        let part = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"DD/MM/YY\"/></numFmts>\
            <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
            <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf/></cellXfs></styleSheet>";
        let styles = Styles::of(part).unwrap_or_default();
        assert_eq!(
            [0, 1, 2, 3, 4].map(|at| styles.shows_day(at)),
            [false, true, true, false, false]
        );
    }
}
