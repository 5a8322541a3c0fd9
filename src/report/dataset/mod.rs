//! What a round tells beyond its board: an anonymous, tidy dataset (design 11, I-09).
//!
//! A Frictionless Data Package: CSV tables, each with a Table Schema that is also
//! the data dictionary. A table is a list of parts of a whole, so that a small
//! number is suppressed together with whatever would give it away. No case is in it by
//! itself, and no text that anybody wrote but the round's title and period and the ids
//! of its audit tool, at which the identifier guard looks first (I-08).

mod clearance;
mod describe;
mod rows;
mod themes;
mod told;
mod untold;

use std::borrow::Cow;

pub use clearance::{
    DATASET, TypedWords, digest, i08_clear_dataset, i08_cleared_dataset, i08_dataset, i08_typed,
};
pub use told::{ToldColumn, ToldTable, told_tables};

use super::csv::csv;
use crate::panel::Workbook;

/// A file of the dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetFile {
    /// Its name within the package.
    pub path: &'static str,
    /// Its text.
    pub text: String,
}

/// Why there is no dataset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoDataset {
    /// Nothing in the round is real.
    #[error("this is a practice round: nothing of it is real, so it has no dataset")]
    Practice,
    /// Grades are not the panel's judgement yet.
    #[error("some grades are suggestions or open again: finish the panel’s judgements first")]
    NotFinal,
    /// Returns are missing or files undecided, and nothing says why (K-02).
    #[error("{0} of the register must be settled first, or the reasons recorded")]
    Unsettled(usize),
    /// Cases are held back from publication, or a concern about them is open (C-07); their labels.
    #[error(
        "held back from publication, or with an immediate concern that is open: {0}. Close the concern, or decide about its file where its signer is not trusted; clear the case, or take it out of the audit first"
    )]
    Held(String),
    /// The title or the period of the round, or an id of its tool, which go out with it, could tell who somebody is
    /// (I-08); the words.
    #[error(
        "the title and the period of the round and the ids of its audit tool go out with it, and this may tell who somebody is: {0}. Change the details of the round, or the tool, first"
    )]
    Identifies(String),
    /// Nobody has read and cleared it as it is (I-08).
    #[error("nobody has read and cleared this dataset as it is now")]
    NotCleared,
    /// Nobody said who read it.
    #[error("say who read the dataset, and why it can be passed on")]
    NoReason,
}

/// A table with its dictionary.
pub(super) struct DataTable {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    pub(super) description: &'static str,
    pub(super) fields: &'static [Field],
    /// Names of the fields that tell its rows apart.
    pub(super) key: &'static [&'static str],
    pub(super) rows: Vec<Vec<String>>,
}

/// A column, as the dictionary describes it.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Of Table Schema: `string`, `integer`, `boolean`.
    pub(super) kind: &'static str,
    pub(super) description: &'static str,
    /// It is never empty.
    pub(super) required: bool,
}

/// The whole package: `datapackage.json` and its tables.
pub fn dataset(workbook: &Workbook) -> Result<Vec<DatasetFile>, NoDataset> {
    if workbook.plan().round.practice {
        return Err(NoDataset::Practice);
    }
    if !rows::is_final(workbook) {
        return Err(NoDataset::NotFinal);
    }
    let tables = rows::tables(workbook);
    let described =
        DatasetFile { path: "datapackage.json", text: describe::package(workbook, &tables) };
    Ok(std::iter::once(described).chain(tables.iter().map(file)).collect())
}

fn file(table: &DataTable) -> DatasetFile {
    let head: Vec<&str> = table.fields.iter().map(|field| field.name).collect();
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| Cow::Borrowed(cell.as_str())).collect());
    DatasetFile { path: table.path, text: csv(&head, rows) }
}

#[cfg(test)]
mod tests;
