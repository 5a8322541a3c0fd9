//! Words of the pages on which rounds are compared, and of the dataset.

use crate::report::dataset::TypedWords;
use crate::text::{counted, listed};

words! {
    STAGE_FOLLOW = "What follows";
    COMPARE = "Compare rounds";
    COMPARE_EXPLAINED = "This round beside earlier ones: what became of the areas for development, what recurs, and grades and answers as so many of so many. Only what was asked in the same words and graded on the same scale is compared; everything else is named with the reason.";
    ROUNDS_TO_COMPARE = "Which earlier rounds?";
    ROUNDS_HINT = "Rounds kept in this browser, and those read from a file below. Nothing of them is changed.";
    NO_OTHER_ROUND = "This browser keeps no other round. Read the workbook file of an earlier one.";
    FROM_FILE = "Read from a file, and not kept here.";
    COMPARE_THEM = "Compare";
    READING_ROUNDS = "Reading the rounds";
    COMPARED = "The rounds stand side by side below.";
    ADD_FILE = "Read a round from its workbook file";
    ADD_FILE_HINT = "It is read for the comparison only, and kept nowhere.";
    FILE_READ = "The file is read. Its round can be chosen now.";
    COMPARISON = "The comparison";
    BACK_TO_COMPARISON = "Back to the comparison";
    EARLIER_NUMBERS = "Numbers of an earlier round lead to their cases in that round: open it to see them.";
    NOTHING_COMPARED = "Choose a round above to see the comparison here.";

    DATASET = "Anonymous dataset";
    DATASET_EXPLAINED = "For a regional or national body that brings many rounds together: counts of cases as tables for spreadsheets, DuckDB and Spark, with a dictionary of every column (a Frictionless Data Package). No text of a return or of the panel is in it, no agency by name, and no case by itself.";
    NOT_YET = "There is no dataset of this round yet.";
    PUT_RIGHT_DATASET = "Put it right, then come back to this page.";
    WHAT_IS_IN_IT = "What is in it";
    FILE = "File";
    SHOWS = "What it shows";
    ROWS = "Rows";
    HIDDEN = "Not told";
    NEVER_HIDDEN = "–";
    DICTIONARY = "Every column and what it means";
    COLUMN = "Column";
    MEANING = "Meaning";
    WHAT_IS_HIDDEN = "What is not told, and why";
    ACTIONS_NOT_HIDDEN = "Actions are of agencies, not of children: their numbers are told as they are.";
    CLEAR_DATASET = "Read and clear it";
    DATASET_REASON = "Who read the dataset, and why can it be passed on?";
    DATASET_REASON_HINT = "A role, not a name. For example: read by the quality assurance manager; no number in it could tell who a child is.";
    CLEAR_IT = "Clear this dataset";
    DATASET_CLEARED = "The dataset is cleared as it is now.";
    IS_CLEARED = "Cleared";
    DATASET_STANDS = "It can be downloaded until something in the round changes it.";
    DOWNLOAD_DATASET = "Download the dataset";
}

/// I-09: the rule by which numbers are not told, with the round's own threshold.
pub fn hidden_below(below: u32) -> String {
    match below {
        0 | 1 => "This round suppresses no number: its terms of reference say so.".to_owned(),
        below => [
            "A number of cases from 1 to ",
            // Of two, the total alone tells which are one, so that two is kept to as three.
            &(below.max(3) - 1).to_string(),
            " is left out, because few children share what it tells. Where the other numbers and the total would give it away, one more is left out.",
        ]
        .concat(),
    }
}

/// I-08: what goes out with the tables as somebody typed it, and what is to be looked at there.
pub fn typed_words(words: &TypedWords) -> String {
    let period = match words.period.trim() {
        "" => String::new(),
        period => [", and its period, “", period, "”"].concat(),
    };
    let doubtful = match words.doubtful.as_slice() {
        [] => String::new(),
        found => {
            [" Clear it only if this tells nobody who somebody is: ", &listed(found), "."].concat()
        }
    };
    [
        "What goes out with it as it was typed: the round’s title, “",
        &words.title,
        "”",
        &period,
        ".",
        &doubtful,
    ]
    .concat()
}

/// "6 of 24".
pub fn hidden_of(hidden: usize, rows: usize) -> String {
    [hidden.to_string(), rows.to_string()].join(" of ")
}

/// "5 columns of grades.csv".
pub fn columns_of(columns: usize, file: &str) -> String {
    [&crate::text::capitalised(&counted(columns, "column", "columns")), " of ", file].concat()
}
