//! What one cell of a sheet that came back reports.

use chrono::NaiveDate;

use super::date::written_date;
use super::fault::CellFaultKind;
use crate::panel::actions::words::folded;
use crate::panel::actions::{Progress, Report, ReportField};
use crate::text::without_neutraliser;

/// Longest text of a cell, in characters.
const MAX_LETTERS: usize = 10_000;

/// What a cell reports; nothing where a blank says nothing.
pub(super) fn report(
    field: ReportField,
    cell: &str,
    today: NaiveDate,
) -> Result<Option<Report>, CellFaultKind> {
    let cell = without_neutraliser(cell.trim());
    if cell.chars().count() > MAX_LETTERS {
        return Err(CellFaultKind::TooLong);
    }
    let text = || cell.to_owned();
    let report = match field {
        ReportField::Progress if cell.is_empty() => return Ok(None),
        ReportField::Progress => {
            Report::Progress(progress(cell).ok_or(CellFaultKind::NotAProgress)?)
        }
        ReportField::CompletedOn => {
            let on = date(cell)?;
            if on.is_some_and(|on| on > today) {
                return Err(CellFaultKind::StillToCome);
            }
            Report::CompletedOn(on)
        }
        ReportField::DateAsked => Report::DateAsked(date(cell)?),
        ReportField::Note => Report::Note(text()),
        ReportField::Evidence => Report::Evidence(text()),
        ReportField::Impact => Report::Impact(text()),
        ReportField::DateReason => Report::DateReason(text()),
    };
    Ok(Some(report.tidied()))
}

fn date(cell: &str) -> Result<Option<NaiveDate>, CellFaultKind> {
    if cell.is_empty() {
        return Ok(None);
    }
    written_date(cell).map(Some).ok_or(CellFaultKind::NotADate)
}

/// Whatever the capitals, blanks, hyphens and full stop.
fn progress(cell: &str) -> Option<Progress> {
    let plain = |text: &str| folded(&text.replace(['-', '.', '_'], " "));
    let cell = plain(cell);
    let same = |progress: &Progress| plain(progress.label()) == cell;
    Progress::ALL.into_iter().find(same).or(match cell.as_str() {
        "completed" | "done" | "finished" => Some(Progress::Complete),
        _ => None,
    })
}
