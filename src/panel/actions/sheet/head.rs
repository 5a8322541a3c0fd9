//! The head of a sheet that came back: which column holds what.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::SheetError;
use super::{ACTION, SHEET, TOLD};
use crate::panel::actions::ReportField;
use crate::panel::actions::words::folded;

/// Which column holds what.
pub(super) struct Head {
    pub(super) names: Vec<String>,
    pub(super) sheet: usize,
    pub(super) action: usize,
    pub(super) fields: BTreeMap<ReportField, usize>,
}

impl Head {
    pub(super) fn of(cells: &[String]) -> Result<Self, SheetError> {
        let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let heads: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let at = |name: &str| heads.iter().position(|head| *head == folded(name));
        let fields = ReportField::ALL.into_iter();
        let fields = fields.filter_map(|field| Some((field, at(field.label())?))).collect();
        let head = Self {
            sheet: at(SHEET).ok_or(SheetError::NoColumn(SHEET))?,
            action: at(ACTION).ok_or(SheetError::NoColumn(ACTION))?,
            fields,
            names: names.clone(),
        };
        let mut seen = BTreeSet::new();
        let twice = |at: &usize| {
            heads.get(*at).is_some_and(|head| !seen.insert(head.clone()) && is_read(head))
        };
        match (0..heads.len()).find(twice) {
            Some(at) => Err(SheetError::ColumnTwice(names.get(at).cloned().unwrap_or_default())),
            None => Ok(head),
        }
    }

    /// Whether a row has the columns by which a line is known.
    #[cfg(feature = "spreadsheet")]
    pub(super) fn is_ours(cells: &[String]) -> bool {
        let has = |name: &str| cells.iter().any(|cell| folded(cell.trim()) == folded(name));
        has(SHEET) && has(ACTION)
    }

    /// Where a column stands that only tells the reader something.
    pub(super) fn told(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|head| folded(head) == folded(name))
    }

    pub(super) fn name(&self, at: usize) -> String {
        self.names.get(at).cloned().unwrap_or_default()
    }
}

/// Whether a column is read back; its head as [`folded`].
pub(super) fn is_read(head: &str) -> bool {
    let fields = ReportField::ALL.into_iter().map(ReportField::label);
    fields.chain([SHEET, ACTION]).any(|name| folded(name) == head)
}

/// Whether a column only tells the reader what the action is; its head as [`folded`].
pub(super) fn is_told(head: &str) -> bool {
    TOLD.iter().any(|name| folded(name) == head)
}
