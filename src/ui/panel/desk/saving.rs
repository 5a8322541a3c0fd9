//! Keeping the workbook: in this browser after each change, and as a file.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::{Book, Desk};
use crate::browser::{Database, Lent, files, now, random, sleep};
use crate::envelope::{Hash, SoftwareKey, Unsigned};
use crate::id::RoundId;
use crate::panel::{Workbook, WorkbookFile};
use crate::store::{Durability, HandOver, StoreError, file_name, i08_named};
use crate::text::file_stamp;

/// How long a save that failed waits before it is tried again, in milliseconds.
const TRY_AGAIN_AFTER: u32 = 5_000;

const MEDIA_TYPE: &str = "application/json";

impl Desk {
    /// Saves the open workbook, with every file of it that is not kept yet.
    pub fn save(&self) {
        self.save_and(|| {});
    }

    /// The same; then, whether it was saved or not, `then`.
    pub(super) fn save_and(&self, then: impl FnOnce() + 'static) {
        let desk = *self;
        let turn = desk.keeping.begin();
        spawn_local(async move {
            let outcome = desk.write().await;
            match &outcome {
                Ok(()) => desk.tell_saved(),
                // What another window has written meanwhile stands in the way of every later try.
                Err(StoreError::StaleRevision { .. }) => {}
                Err(_) => desk.try_again_later(),
            }
            desk.keeping.end(turn, outcome);
            then();
        });
    }

    /// Saves once more after a while, should nothing have been saved by then.
    fn try_again_later(&self) {
        let desk = *self;
        spawn_local(async move {
            sleep(TRY_AGAIN_AFTER).await;
            if desk.keeping.is_at_risk() && !desk.keeping.is_under_way() {
                desk.save();
            }
        });
    }

    /// Keeps files that just came in before the record that will name them; then `then`. Those that
    /// could not be kept go with the record.
    pub(super) fn keep_files(&self, then: impl FnOnce() + 'static) {
        let desk = *self;
        spawn_local(async move {
            let files = desk.of_book(Book::files_ahead).unwrap_or_default();
            if let Ok(database) = desk.storage()
                && database.write_with_files(&[], &files, Durability::Relaxed).await.is_ok()
            {
                desk.of_book(|book| book.note_files_kept(&files));
            }
            then();
        });
    }

    /// Takes files of a workbook's file along with the next save.
    pub(super) fn add_files(&self, files: Vec<(Hash, String)>) {
        self.of_book(|book| {
            for (file, text) in files {
                book.add_file(file, Lent::new(Uint8Array::from(text.as_bytes())));
            }
        });
    }

    /// One transaction: the record, over the revision that this window knows, and the files.
    pub(super) async fn write(&self) -> Result<(), StoreError> {
        let database = self.storage()?;
        let Some(save) = self.of_book(|book| book.next_save(now())) else { return Ok(()) };
        let writes = std::slice::from_ref(&save.write);
        database.write_with_files(writes, &save.files, Durability::Strict).await?;
        // Unless another round lies on the desk by now.
        self.of_book(|book| book.note_kept(&save));
        Ok(())
    }

    pub(super) fn of_book<T>(&self, work: impl FnOnce(&mut Book) -> T) -> Option<T> {
        self.book.try_update_value(|book| book.as_mut().map(work)).flatten()
    }

    /// The same after a wait; `None` where another round lies on the desk by now.
    pub(super) fn of_book_of<T>(
        &self,
        id: &RoundId,
        work: impl FnOnce(&mut Book) -> T,
    ) -> Option<T> {
        let is_it = |book: &Book| book.workbook.plan().round.id == *id;
        self.of_book(|book| is_it(book).then(|| work(book))).flatten()
    }

    /// Saves the workbook as a file, with every imported file in it.
    ///
    /// Signed with the round's key; where that is not here with one of this browser's own, which whoever opens
    /// the file is asked about. The round's keys go with it only under a passphrase. `tell` hears what is saved,
    /// or why nothing is, and returns whether it could tell.
    pub fn save_as_file(
        &self,
        passphrase: Option<String>,
        tell: impl FnOnce(Result<String, String>) -> bool + 'static,
    ) {
        let desk = *self;
        desk.complain_no_more();
        spawn_local(async move {
            let outcome = desk.make_file(passphrase).await.map(|missing| {
                let saved = match missing {
                    0 => words::WORKBOOK_SAVED.to_owned(),
                    missing => words::saved_without(missing),
                };
                match desk.own_fingerprint() {
                    Some(own) => [&saved, " ", &words::keys::signed_by_own(&own)].concat(),
                    None => saved,
                }
            });
            let why = outcome.as_ref().err().cloned();
            if !tell(outcome)
                && let Some(why) = why
            {
                desk.complain(why);
            }
        });
    }

    /// Gives how many imported files this browser no longer has, which are therefore not in it.
    async fn make_file(&self, passphrase: Option<String>) -> Result<usize, String> {
        let database = self.storage().map_err(|error| error.to_string())?;
        let wanted = |workbook: &Workbook| -> Vec<Hash> {
            workbook.register().kept_files().copied().collect()
        };
        let wanted = self.try_with(wanted).ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let mut kept = BTreeMap::new();
        for hash in wanted {
            // Where the disk is full, what came in last is kept nowhere yet.
            let text = match self.of_book(|book| book.unkept_file(&hash)).flatten() {
                Some(bytes) => text_of(&hash, &bytes),
                None => whole_file(&database, &hash).await?,
            };
            kept.extend(text.map(|text| (hash, text)));
        }
        let made = self.try_with(|workbook| {
            (WorkbookFile::of(workbook, kept), i08_named(&workbook.plan().round).to_owned())
        });
        let (file, title) = made.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let key = SoftwareKey::from_seed(&self.signs_workbooks()?.0);
        let unsigned = Unsigned::of(&file, &key.public_key())
            .map_err(|error| error.wording().title.to_string())?;
        let signature = key.sign(unsigned.signing_input());
        let bytes =
            unsigned.signed(&signature).map_err(|error| error.wording().title.to_string())?;
        let with_keys = passphrase.is_some() && self.has_key();
        let bytes = match passphrase {
            Some(passphrase) => self.handed_over(bytes, &passphrase)?,
            None => bytes,
        };
        let stamp = file_stamp(now());
        let name = file_name(&["workbook", &title, &stamp], "json");
        files::save(&name, MEDIA_TYPE, &bytes).map_err(|error| error.to_string())?;
        if with_keys {
            self.note_backup(Hash::of(&bytes));
        }
        Ok(file.missing())
    }

    /// A signed workbook file under a passphrase, with the round's keys where they are here.
    fn handed_over(&self, file: Vec<u8>, passphrase: &str) -> Result<Vec<u8>, String> {
        let file = String::from_utf8(file).map_err(|error| error.to_string())?;
        let keys = self.keys().handed_over();
        let made = HandOver::of(file, keys).protected(passphrase, &mut random::secret);
        made.map_err(|error| error.wording().title.to_string())
    }
}

/// Why something of a round is not kept, in words for its coordinator: of a round there is never a second
/// copy, as there is of an auditor's return.
pub(super) fn not_kept(error: &StoreError) -> String {
    match error {
        StoreError::StaleRevision { .. } => words::CHANGED_ELSEWHERE.to_owned(),
        StoreError::Full => [&error.to_string(), " ", words::MAKE_ROOM].concat(),
        other => other.to_string(),
    }
}

/// An imported file as it came; `None` where this browser no longer has it whole.
pub(super) async fn whole_file(database: &Database, hash: &Hash) -> Result<Option<String>, String> {
    let bytes = database.file(hash).await.map_err(|error| error.to_string())?;
    Ok(bytes.and_then(|bytes| text_of(hash, &bytes)))
}

/// The text of these bytes, where they are that file.
fn text_of(hash: &Hash, bytes: &Uint8Array) -> Option<String> {
    let text = String::from_utf8(bytes.to_vec()).ok()?;
    (Hash::of(text.as_bytes()) == *hash).then_some(text)
}
