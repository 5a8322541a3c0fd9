//! Words of the sheets that agencies fill in, and of what comes back on them.

use crate::text::numbered;

words! {
    SEND_OUT = "Send to agencies";
    SEND_OUT_EXPLAINED = "A sheet holds the open actions of one agency. It fills in the last columns with its spreadsheet program and sends the file back. What stands on each sheet is noted, so that what comes back can be compared.";
    NO_OPEN_ACTIONS = "No action is open, so there is no sheet to send.";
    AGENCY = "Agency";
    LAST_SHEET = "Last sheet";
    SHEET = "Sheet";
    NEVER = "None yet";
    FOR = "for";
    SHEET_CSV = "Download CSV";
    SHEET_XLSX = "Download spreadsheet";
    WRITING = "The file is being written.";
    BRING_IN = "Bring sheets back in";
    CHOOSE_SHEETS = "Sheets that came back";
    CHOOSE_SHEETS_HINT = "Excel workbooks (.xlsx) or CSV files. Nothing is changed before you say so.";
    WORKBOOK_NOT_READ = "A part of this program did not load, so this file was not read. Check your connection and try again, or save the file as CSV and bring that in.";
    WHOLE_PLAN = "The whole plan";
    WHOLE_PLAN_EXPLAINED = "Every action with all that is recorded of it, for the board’s group. The spreadsheet has the issues between agencies too. These files are not brought back in.";
    PLAN_XLSX = "Download the plan as a spreadsheet";
    PLAN_CSV = "Download the plan as CSV";
    ISSUES_CSV = "Download the issues between agencies as CSV";
    IDENTIFYING = "Before you save a file of the plan, look at these places: they may tell who somebody is. In files it is withheld: “[name withheld]” or the like stands there, and the plan here stays as it is. A telephone or NHS number, an e-mail address, a postcode or a date of birth has to be taken out before a sheet or a calendar is saved.";
    IS_MEANT = "I have looked at the names of people and services and the days, and they are of the work: leave them in";

    NOT_READ = "This file was not read, and nothing has changed:";
    NOTHING_DIFFERS = "Nothing on this sheet differs from what is recorded here.";
    TO_SETTLE = "To be settled";
    TAKEN_OVER = "Will be taken over";
    TAKE_OVER = "Take the sheet over";
    RECORDED_HERE = "Recorded here";
    ON_SHEET = "On the sheet";
    WHEN_SENT = "When the sheet was written";
    SIDE_BY_SIDE = "What was sent, what is recorded here, and what the sheet says";
    BLANK = "Nothing";
    CONFLICT = "Both were changed since the sheet was written.";
    EMPTIED = "The cell was emptied. Spreadsheet programs do that by mistake too.";
    NOT_OPEN = "The action was closed or superseded since the sheet was written.";
    WITHHELD_ON_SHEET = "The sheet has “withheld” where words may stand here that were left out of it. If you take it, those words go.";
    KEEP_OURS = "Keep what is recorded here";
    TAKE_THEIRS = "Take what the sheet says";
    FAULTS = "Cells that were not read";
    WARNED = "Cells to look at before you take the sheet over";
    UNREAD = "Cells in columns that are not read back";
}

/// After a sheet was saved.
pub fn sheet_saved(name: &str) -> String {
    ["Your browser saves ", name, ". Send it to the agency."].concat()
}

/// How much is withheld in the files of the whole plan.
pub fn withheld(count: usize) -> String {
    let what = numbered(count, "name, number or the like is", "names, numbers or the like are");
    [&what, " withheld in the files of the whole plan."].concat()
}

/// How many files were looked at.
pub fn files_read(count: usize) -> String {
    match count {
        0 => String::new(),
        count => {
            [&numbered(count, "file was", "files were"), " looked at. What each says stands below."]
                .concat()
        }
    }
}

/// "3 fields need your decision".
pub fn to_settle(count: usize) -> String {
    let what = numbered(count, "field needs", "fields need");
    [&what, " your decision. Until then nothing of this sheet is taken over."].concat()
}

/// "Action 2: Evidence that it is done".
pub fn field_of(number: usize, field: &str) -> String {
    ["Action ", &number.to_string(), ": ", field].concat()
}

/// The question about a conflict.
pub fn which_stands(field: &str) -> String {
    [field, ". Which is to stand?"].concat()
}

/// What is wrong while a conflict is open.
pub fn settle_first(field: &str) -> String {
    [field, ": select which is to stand."].concat()
}

/// "3 fields were taken over; 1 was left as it is recorded here."
pub fn taken(taken: usize, left: usize) -> String {
    let were = |count: usize| numbered(count, "field was", "fields were");
    match left {
        0 => [&were(taken), " taken over."].concat(),
        left => {
            let left = [&were(left), " left as recorded here."].concat();
            [&were(taken), " taken over. ", &left].concat()
        }
    }
}

/// "Row 3, Comments: asked twice".
pub fn unread(row: usize, column: &str, text: &str) -> String {
    ["Row ", &row.to_string(), ", ", column, ": ", text].concat()
}

/// Actions of the sheet that the file leaves out.
pub fn no_row(numbers: &str) -> String {
    ["The file has no row for action ", numbers, ". Nothing of it changes."].concat()
}

/// Columns that the file leaves out.
pub fn no_column(columns: &str) -> String {
    ["The file has no column for: ", columns, ". Nothing of these changes."].concat()
}
