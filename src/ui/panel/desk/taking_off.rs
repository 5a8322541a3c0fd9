//! Taking the open round off this browser, once a saved file is proved to hold all of it.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::{typing, words};
use super::retiring::{forget, others};
use super::saving::{not_kept, whole_file};
use super::taking_over::sentence;
use super::{Book, Desk, Opening};
use crate::browser::{Database, files, sleep};
use crate::envelope::{Hash, Kind, Limits};
use crate::id::RoundId;
use crate::panel::Workbook;
use crate::panel::retention::files_taken_off;
use crate::store::{ProvedFile, Shelf, Write};

/// A file that holds all of the open round.
pub type Proved = Rc<ProvedFile>;

impl Desk {
    /// Opens a saved file again, and holds it against the round as it is now.
    pub fn prove_whole(
        &self,
        file: File,
        passphrase: String,
        done: impl FnOnce(Result<Proved, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.prove_file(&file, &passphrase).await) });
    }

    async fn prove_file(&self, file: &File, passphrase: &str) -> Result<Proved, String> {
        let limit = Limits::of(Kind::Workbook).of_closed().file_bytes;
        let bytes = files::read(file, limit).await.map_err(|error| error.to_string())?;
        let proved = ProvedFile::open(&bytes, passphrase).map_err(sentence)?;
        let database = self.database().await?;
        self.save_typed();
        let here = self.files_here(&database).await?;
        self.holds_all(&proved, &here)?;
        Ok(Rc::new(proved))
    }

    /// Takes the round off this browser, where that file still holds all of it; else says why not.
    pub fn take_off(&self, proved: Proved, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.take_off_now(&proved).await;
            if outcome.is_ok() {
                desk.list().await;
            }
            done(outcome);
        });
    }

    async fn take_off_now(&self, proved: &ProvedFile) -> Result<(), String> {
        let database = self.database().await?;
        let id = untrack(|| self.id()).ok_or_else(none_open)?;
        let others = others(&database, &id).await?;
        let here = self.files_here(&database).await?;
        self.save_typed();
        while self.keeping.is_under_way() {
            sleep(10).await;
        }
        if self.imports() {
            return Err(words::keys::IMPORT_RUNS.to_owned());
        }
        // From here to the transaction nothing waits: what is recorded later is in no file.
        self.holds_all(proved, &here)?;
        let gone = untrack(|| self.try_with(|workbook| files_taken_off(workbook, &others)));
        self.remove(&database, id, &gone.ok_or_else(none_open)?).await
    }

    /// One transaction: the record goes, in the revision that this window knows, and the files.
    async fn remove(&self, database: &Database, id: RoundId, gone: &[Hash]) -> Result<(), String> {
        // Off the desk meanwhile, so that no save that sets out brings it back.
        let book = self.book.try_update_value(Option::take).flatten().ok_or_else(none_open)?;
        let (key, revision) = (id.as_str().to_owned(), book.writes.kept());
        let delete = Write::DeleteOnly { shelf: Shelf::Workbooks, key, revision };
        if let Err(error) = database.write_without_files(&[delete], gone).await {
            self.book.set_value(Some(book));
            self.save();
            return Err(not_kept(&error));
        }
        forget(&id, &[]);
        self.keeping.begin_anew();
        self.lay_aside(Opening::Closed);
        Ok(())
    }

    fn holds_all(&self, proved: &ProvedFile, here: &BTreeSet<Hash>) -> Result<(), String> {
        let keys = self.keys();
        let held = untrack(|| self.try_with(|workbook| proved.holds_all(workbook, &keys, here)));
        held.ok_or_else(none_open)?.map_err(|error| typing::sentence(&error.to_string()))
    }

    /// Imported files of the round that this browser has whole.
    async fn files_here(&self, database: &Database) -> Result<BTreeSet<Hash>, String> {
        let named = |workbook: &Workbook| -> Vec<Hash> {
            workbook.register().kept_files().copied().collect()
        };
        let named = untrack(|| self.try_with(named)).ok_or_else(none_open)?;
        let mut here = BTreeSet::new();
        for hash in named {
            let is_unkept = |book: &mut Book| book.unkept_file(&hash).is_some();
            if self.of_book(is_unkept) == Some(true) || whole_file(database, &hash).await?.is_some()
            {
                here.insert(hash);
            }
        }
        Ok(here)
    }
}

fn none_open() -> String {
    words::NO_ROUND_OPEN.to_owned()
}
