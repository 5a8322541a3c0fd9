//! Decisions: each changes the workbook, is logged by the core, and is saved at once.

use std::fmt::Display;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::Desk;
use super::retiring::others;
use crate::envelope::Hash;
use crate::panel::retention::v10_files;
use crate::panel::{BatchId, Stamp, Workbook};

impl Desk {
    /// Lets the core decide; saves and tells the pages where it did, gives its sentence where not.
    pub fn decide<T, E: Display>(
        &self,
        decide: impl FnOnce(&mut Workbook, &Stamp) -> Result<T, E>,
    ) -> Result<T, String> {
        let done = self.record(decide);
        let done = done.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        done.map_err(|error| crate::text::capitalised(&error.to_string()))
    }

    /// Takes a whole import back (V-10). Its rows on the import page go too, and once that is kept the files.
    pub fn undo_import(&self, batch: BatchId) -> Result<(), String> {
        let files = self.decide(|workbook, stamp| workbook.undo_import(batch, stamp))?;
        let _ = self.rows.try_set(Vec::new());
        let _ = self.import_state.try_set(super::ImportState::Idle);
        let desk = *self;
        self.keeping.once_kept(move || {
            spawn_local(async move {
                // Files that stay go with the round (N-01).
                let _ = desk.destroy(files).await;
            });
        });
        Ok(())
    }

    /// Destroys files that were taken back, but for those that a round names, this one again or another.
    async fn destroy(&self, files: Vec<Hash>) -> Result<(), String> {
        let id = untrack(|| self.id()).ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let database = self.database().await?;
        let others = others(&database, &id).await?;
        // From here to the transaction nothing waits: an import that brings them again comes after it.
        let gone = untrack(|| self.with(|workbook| v10_files(workbook, &others, &files)));
        let destroyed = database.write_without_files(&[], &gone).await;
        destroyed.map_err(|error| error.to_string())
    }
}
