//! Keeping the workbook: in this browser after each change, and as a file.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::{Book, Desk};
use crate::browser::{files, now, random, sleep};
use crate::envelope::{FormatVersion, Hash, SoftwareKey, Unsigned};
use crate::panel::WorkbookFile;
use crate::store::{
    Durability, Entry, HandOver, RoundRecord, Shelf, Stamp, StoreError, Write, file_name,
};

/// How long a save that failed waits before it is tried again, in milliseconds.
const TRY_AGAIN_AFTER: u32 = 5_000;

const MEDIA_TYPE: &str = "application/json";

/// A file that an import brought, to be kept beside the workbook.
pub type NewFile = (Hash, Uint8Array);

impl Desk {
    /// Saves the open workbook with the files that were just imported.
    pub fn save(&self, new_files: Vec<NewFile>) {
        self.save_and(new_files, || {});
    }

    /// The same; then, whether it was saved or not, `then`.
    pub(super) fn save_and(&self, new_files: Vec<NewFile>, then: impl FnOnce() + 'static) {
        let desk = *self;
        desk.keeping.begin();
        spawn_local(async move {
            let mut outcome = desk.write(new_files).await;
            // What another save could not keep meanwhile.
            while outcome.is_ok() && desk.unkept.try_with_value(Vec::is_empty) == Some(false) {
                outcome = desk.write(Vec::new()).await;
            }
            match &outcome {
                Ok(()) => desk.tell_saved(),
                // What another window has written meanwhile stands in the way of every later try.
                Err(StoreError::StaleRevision { .. }) => {}
                Err(_) => desk.try_again_later(),
            }
            desk.keeping.end(outcome);
            then();
        });
    }

    /// Saves once more after a while, should nothing have been saved by then.
    fn try_again_later(&self) {
        let desk = *self;
        spawn_local(async move {
            sleep(TRY_AGAIN_AFTER).await;
            if desk.keeping.is_at_risk() && !desk.keeping.is_under_way() {
                desk.save(Vec::new());
            }
        });
    }

    /// Keeps files that just came in before the record that will name them; those that cannot be kept
    /// wait for it. Then `then`.
    ///
    /// Should no record ever come, as when the browser is ended, nothing names them.
    pub(super) fn keep_files(&self, files: Vec<NewFile>, then: impl FnOnce() + 'static) {
        let desk = *self;
        spawn_local(async move {
            let kept = match desk.storage() {
                Ok(database) => {
                    database.write_with_files(&[], &files, Durability::Relaxed).await.is_ok()
                }
                Err(_) => false,
            };
            if !kept {
                let _ = desk.unkept.try_update_value(|unkept| unkept.extend(files));
            }
            then();
        });
    }

    /// One transaction: the record, over the revision that this window knows, and the files.
    ///
    /// Files that could not be kept wait for the next one: the record names them.
    pub(super) async fn write(&self, new_files: Vec<NewFile>) -> Result<(), StoreError> {
        let database = self.storage()?;
        let prepared = self.book.try_update_value(|book| Some(entry(book.as_mut()?)));
        let Some((write, stamp)) = prepared.flatten() else { return Ok(()) };
        let mut files = self.unkept.try_update_value(std::mem::take).unwrap_or_default();
        files.extend(new_files);
        let outcome = database.write_with_files(&[write], &files, Durability::Strict).await;
        match &outcome {
            Ok(()) => self.note_kept(&stamp),
            Err(_) => drop(self.unkept.try_update_value(|unkept| unkept.extend(files))),
        }
        outcome
    }

    /// Unless another round lies on the desk by now.
    fn note_kept(&self, stamp: &Stamp) {
        self.book.try_update_value(|book| {
            book.iter_mut().for_each(|book| book.writes.note_kept(stamp));
        });
    }

    /// Saves the workbook as a file, with every imported file in it.
    ///
    /// Signed with the round's key, so it can be made only where that key is. The round's
    /// keys go with it only under a passphrase.
    pub fn save_as_file(&self, passphrase: Option<String>) {
        let desk = *self;
        spawn_local(async move {
            if let Err(why) = desk.make_file(passphrase).await {
                desk.complain(why);
            }
        });
    }

    async fn make_file(&self, passphrase: Option<String>) -> Result<(), String> {
        let database = self.storage().map_err(|error| error.to_string())?;
        let open = self.try_with(|workbook| {
            let wanted: Vec<Hash> = workbook.register().kept_files().copied().collect();
            (wanted, workbook.record().clone(), workbook.plan().round.title.clone())
        });
        let (wanted, record, title) = open.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let mut kept = BTreeMap::new();
        for hash in wanted {
            let bytes = database.file(&hash).await.map_err(|error| error.to_string())?;
            let text = bytes.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
            kept.insert(hash, text.ok_or_else(|| words::FILE_MISSING.to_owned())?);
        }
        let key = self.keys().signing.ok_or_else(|| words::KEY_ELSEWHERE.to_owned())?;
        let key = SoftwareKey::from_seed(&key.0);
        let file = WorkbookFile { format_version: FormatVersion, workbook: record, files: kept };
        let unsigned = Unsigned::of(&file, &key.public_key())
            .map_err(|error| error.wording().title.to_string())?;
        let signature = key.sign(unsigned.signing_input());
        let bytes =
            unsigned.signed(&signature).map_err(|error| error.wording().title.to_string())?;
        let with_keys = passphrase.is_some();
        let bytes = match passphrase {
            Some(passphrase) => self.handed_over(bytes, &passphrase)?,
            None => bytes,
        };
        let stamp = now().format("%Y-%m-%d-%H%M").to_string();
        let name = file_name(&["workbook", &title, &stamp], "json");
        files::save(&name, MEDIA_TYPE, &bytes).map_err(|error| error.to_string())?;
        if with_keys {
            self.note_backup(Hash::of(&bytes));
        }
        Ok(())
    }
}

impl Desk {
    /// A signed workbook file with the round's keys, under a passphrase.
    fn handed_over(&self, file: Vec<u8>, passphrase: &str) -> Result<Vec<u8>, String> {
        let file = String::from_utf8(file).map_err(|_| words::FILE_MISSING.to_owned())?;
        let made = HandOver::of(file, self.keys()).protected(passphrase, &mut random::secret);
        made.map_err(|error| error.wording().title.to_string())
    }
}

/// The record as it is written next, and its stamp.
fn entry(book: &mut Book) -> (Write, Stamp) {
    let Book { workbook, written, keys, writes } = book;
    let text = RoundRecord::text_with(*keys, now(), |text| written.write(workbook, text));
    let key = workbook.plan().round.id.as_str().to_owned();
    let (stamp, over) = writes.next_write();
    let entry = Entry { key, stamp: stamp.clone(), text };
    (Write::Put { shelf: Shelf::Workbooks, entry, over }, stamp)
}
