//! Sheets that a program saved with the month before the day, as in America: known by the dates that we wrote there.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::date::written_date;
use super::fault::CellFaultKind;
use super::head::Head;
use super::rows::CellRow;
use super::{DUE, ID_MARK};
use crate::id::ItemId;
use crate::panel::actions::Report;
use crate::panel::workbook::Workbook;

/// The id in a cell.
pub(super) fn id_in(cell: &str) -> Option<ItemId> {
    cell.trim().trim_start_matches(ID_MARK).to_lowercase().parse().ok()
}

/// AP-09: whether the day by which any action is due reads as that day only with the month first. Nobody fills that
/// column in, so it was the program that turned it round.
pub(super) fn is_month_first(workbook: &Workbook, head: &Head, rows: &[CellRow]) -> bool {
    let Some(at) = head.told(DUE) else { return false };
    let lines = workbook.action_lines();
    rows.iter().any(|row| {
        let id = row.cells.get(head.action).and_then(|cell| id_in(cell));
        let line = lines.iter().find(|line| Some(&line.action.id) == id.as_ref());
        let due = line.and_then(|line| line.due.now);
        let cell = row.cells.get(at).map_or("", String::as_str);
        due.is_some() && written_date(cell) != due && month_first(cell) == due
    })
}

/// AP-09: a date of such a sheet, to be read as any other. What stood there as the sheet went out was turned round by
/// the program and is the same still; of what somebody typed nobody can tell which number is the month, unless only one
/// of them can be.
pub(super) fn turned_back<'a>(
    cell: &'a str,
    stood: &Report,
) -> Result<Cow<'a, str>, CellFaultKind> {
    let Some(date) = month_first(cell) else { return Ok(Cow::Borrowed(cell)) };
    let is_as_it_stood = stood.text() == date.to_string();
    match written_date(cell) {
        Some(other) if other != date && !is_as_it_stood => Err(CellFaultKind::DayOrMonth),
        Some(_) | None => Ok(Cow::Owned(date.to_string())),
    }
}

/// "12/31/2026": the month, the day, the year; `None` where it is no such date. A time behind it is let go.
fn month_first(cell: &str) -> Option<NaiveDate> {
    let cell = cell.trim();
    let (date, _) = cell.split_once(' ').unwrap_or((cell, ""));
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let [month, day, year] = parts[..] else { return None };
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let are_numbers = is_number(month) && is_number(day);
    are_numbers.then(|| written_date(&[day, month, year].join("/")))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ap09_a_date_with_the_month_first_is_known_by_what_it_can_only_be() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let rows = [
            ("12/31/2026", day("2026-12-31")),
            ("6/3/26 0:00", day("2026-06-03")),
            ("2026-12-31", None),
            ("31/12/2026", None),
            ("31 Dec 2026", None),
            ("soon", None),
            ("", None),
        ];
        for (cell, want) in rows {
            assert_eq!(month_first(cell), want, "{cell}");
        }
        let stood = Report::DateAsked(day("2026-06-03"));
        assert_eq!(turned_back("6/3/2026", &stood), Ok("2026-06-03".into()));
        assert_eq!(turned_back("6/4/2026", &stood), Err(CellFaultKind::DayOrMonth));
        assert_eq!(turned_back("6/30/2026", &stood), Ok("2026-06-30".into()));
        assert_eq!(turned_back("30/6/2026", &stood), Ok("30/6/2026".into()));
        assert_eq!(turned_back("5/5/2026", &stood), Ok("2026-05-05".into()));
    }
}
