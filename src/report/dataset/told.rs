//! The dataset in words, for whoever decides about passing it on.

use super::{DataTable, rows};
use crate::panel::Workbook;

/// What one table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldTable {
    /// Name of its file.
    pub path: &'static str,
    /// What it shows.
    pub description: &'static str,
    /// Its columns, in order.
    pub columns: Vec<ToldColumn>,
    /// How many rows it has.
    pub rows: usize,
    /// Of them, those whose number is not told (I-09); `None` where numbers are never suppressed.
    pub suppressed: Option<usize>,
}

/// A column of the data dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldColumn {
    /// As in the file.
    pub name: &'static str,
    /// What it means.
    pub description: &'static str,
}

/// Every table of the package; also where a round may not have one yet.
pub fn told_tables(workbook: &Workbook) -> Vec<ToldTable> {
    rows::tables(workbook).iter().map(told).collect()
}

fn told(table: &DataTable) -> ToldTable {
    let column =
        |field: &super::Field| ToldColumn { name: field.name, description: field.description };
    let at = table.fields.iter().position(|field| field.name == "suppressed");
    let hidden = |at: usize| {
        table.rows.iter().filter(|row| row.get(at).is_some_and(|cell| cell == "true")).count()
    };
    ToldTable {
        path: table.path,
        description: table.description,
        columns: table.fields.iter().map(column).collect(),
        rows: table.rows.len(),
        suppressed: at.map(hidden),
    }
}
