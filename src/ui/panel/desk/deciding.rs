//! Decisions: each changes the workbook, is logged by the core, and is saved at once.

use std::fmt::Display;

use leptos::prelude::*;

use crate::panel::{BatchId, Stamp, Workbook};

use super::Desk;

impl Desk {
    /// Lets the core decide; saves and tells the pages where it did, gives its sentence where not.
    pub fn decide<T, E: Display>(
        &self,
        decide: impl FnOnce(&mut Workbook, &Stamp) -> Result<T, E>,
    ) -> Result<T, String> {
        let done = self.record(decide);
        let done = done.ok_or_else(|| super::super::words::NO_ROUND_OPEN.to_owned())?;
        done.map_err(|error| crate::text::capitalised(&error.to_string()))
    }

    /// Takes a whole import back (V-10). Its rows on the import page go too.
    pub fn undo_import(&self, batch: BatchId) -> Result<(), String> {
        self.decide(|workbook, stamp| workbook.undo_import(batch, stamp))?;
        let _ = self.rows.try_set(Vec::new());
        let _ = self.import_state.try_set(super::ImportState::Idle);
        Ok(())
    }
}
