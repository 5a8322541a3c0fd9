//! RA-05: when recommendations ask for the work to be audited again.

use chrono::{Months, NaiveDate};

use crate::id::ItemId;
use crate::panel::workbook::Workbook;
use crate::round::Month;

/// An audit that a recommendation asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditAgain {
    /// The recommendation: a passage of the report.
    pub recommendation: ItemId,
    /// Its number in the report, from 1.
    pub number: usize,
    /// After how many months.
    pub months: u32,
    /// The day; `None` while nothing says from when the months count.
    pub due: Option<NaiveDate>,
}

/// RA-05: each recommendation that asks for another audit, with its date.
pub fn ra05_audits_due(workbook: &Workbook) -> Vec<AuditAgain> {
    let from = counts_from(workbook);
    let again = |(number, passage): (usize, &crate::panel::manuscript::Passage)| {
        let months = passage.audit_again_months?;
        Some(AuditAgain {
            recommendation: passage.id.clone(),
            number,
            months,
            due: from.and_then(|from| from.checked_add_months(Months::new(months))),
        })
    };
    (1..).zip(workbook.recommendations()).filter_map(again).collect()
}

/// The day the plan was ratified, or else the last of the month of the report or of the board's meeting, or the panel's day.
fn counts_from(workbook: &Workbook) -> Option<NaiveDate> {
    let dates = &workbook.plan().round.dates;
    let ratified = workbook.ratification().and_then(|one| one.on);
    let month = dates.ratified.or(dates.board).or(dates.report);
    ratified.or_else(|| last_day(month?)).or(dates.panel)
}

fn last_day(month: Month) -> Option<NaiveDate> {
    month.first()?.checked_add_months(Months::new(1))?.pred_opt()
}
