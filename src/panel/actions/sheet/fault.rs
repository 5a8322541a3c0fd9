//! What can be wrong with a sheet that came back, and with a cell of it: each in words, with its row and column.

use crate::text::shortened;

/// Letters of a cell that are quoted.
const LETTERS: usize = 60;

/// Why a file is no sheet of ours. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is larger than any sheet.
    #[error("this file is too large for a sheet of actions: {0} bytes")]
    TooLarge(usize),
    /// Nothing is in it.
    #[error("this file is empty")]
    Empty,
    /// It is an older file of a spreadsheet program, or one with a password.
    #[error(
        "this is an older spreadsheet file, or one with a password: open it in your spreadsheet program, save it as .xlsx without a password or as CSV, and bring in that file"
    )]
    Spreadsheet,
    /// It is packed as a workbook is, and is none, or a damaged one.
    #[error(
        "this file is no Excel workbook (.xlsx), or it is damaged: open it in your spreadsheet program, save it as .xlsx or as CSV, and bring in that file"
    )]
    NotAWorkbook,
    /// It unpacks to more than any sheet.
    #[error("this file unpacks to more than a sheet of actions can be")]
    UnpacksTooLarge,
    /// Two worksheets have the columns of a sheet of actions.
    #[error("this file has two worksheets of actions: keep the one that counts")]
    TwoWorksheets,
    /// A column is not there without which no line can be known.
    #[error("this file has no column “{0}”: send the sheet as it was downloaded")]
    NoColumn(&'static str),
    /// Two columns have one head.
    #[error("this file has two columns “{0}”: keep one of them")]
    ColumnTwice(String),
    /// It has more rows or columns than any sheet.
    #[error("this file has more rows or columns than a sheet of actions can have")]
    TooMany,
    /// No row names a sheet of this round.
    #[error(
        "no row of this file belongs to a sheet of this round: a sheet that an earlier round wrote is read there, and what it says comes here once you carry the open actions of that round into this one again"
    )]
    NotOurs,
}

/// A cell that could not be read; the rest of its row is, except where it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// As a spreadsheet numbers it: the head is row 1.
    pub row: usize,
    /// Head of its column.
    pub column: String,
    /// What stands in it.
    pub text: String,
    /// What is wrong.
    pub kind: CellFaultKind,
}

impl CellFault {
    /// Where, what stands there, and what is wrong, in a sentence.
    pub fn sentence(&self) -> String {
        let (row, text) = (self.row.to_string(), shortened(self.text.trim(), LETTERS));
        let place = ["Row ", &row, ", column “", &self.column, "”"].concat();
        let said = if text.is_empty() { String::new() } else { [", “", &text, "”"].concat() };
        [&place, &said, ": ", &self.kind.to_string(), "."].concat()
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFaultKind {
    /// The whole row is left out: this round wrote no such sheet.
    #[error("this round wrote no such sheet; the row is left out")]
    UnknownSheet,
    /// The whole row is left out: it is of another sheet than the rows before.
    #[error("this row is of another sheet than the first one; the row is left out")]
    AnotherSheet,
    /// The whole row is left out: the sheet had no such action.
    #[error("the sheet has no such action; the row is left out")]
    UnknownAction,
    /// The whole row is left out: an earlier row is of the same action.
    #[error("row {0} is of the same action; this row is left out")]
    ActionTwice(usize),
    /// The whole row is left out: it has more cells than the head.
    #[error(
        "this row has more cells than the first one, so they may have moved; the row is left out"
    )]
    TooManyCells,
    /// It is no date.
    #[error("this is no date: write it as 31/12/2026")]
    NotADate,
    /// AP-09: the program that saved the sheet writes the month first.
    #[error(
        "the program that saved this file writes the month before the day, so nobody can tell which is which here: write the month as a word, as in 4 May 2026"
    )]
    DayOrMonth,
    /// Something is said to be done on a day to come.
    #[error("this day is still to come")]
    StillToCome,
    /// It is none of the words for how an action goes.
    #[error("write “Not started”, “On track”, “At risk” or “Complete”")]
    NotAProgress,
    /// It is longer than any text.
    #[error("this text is longer than 10,000 characters")]
    TooLong,
    /// I-05: it tells who somebody is.
    #[error(
        "this text holds {0}, so the cell is left out: have it taken out of the file, then bring the file in again"
    )]
    Identifies(&'static str),
    /// I-03: it may tell who somebody is.
    #[error("this text may tell who somebody is, for it may hold {0}")]
    MayIdentify(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_row_and_column_and_what_stands_there() {
        let fault = |text: &str, kind| CellFault {
            row: 4,
            column: "Completed on".into(),
            text: text.into(),
            kind,
        };
        let rows = [
            (
                fault(" soon ", CellFaultKind::NotADate),
                "Row 4, column “Completed on”, “soon”: this is no date: write it as 31/12/2026.",
            ),
            (
                fault("", CellFaultKind::ActionTwice(2)),
                "Row 4, column “Completed on”: row 2 is of the same action; this row is left out.",
            ),
        ];
        for (fault, want) in rows {
            assert_eq!(fault.sentence(), want);
        }
    }
}
