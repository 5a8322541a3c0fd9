//! What windows hear of each other: a second one that shows what the panel talks about follows the first and
//! writes nothing, and none keeps what another has deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::restoring::put_back;
use super::{Desk, ImportState, Opening};
use crate::browser::sleep;
use crate::browser::tabs::{self, Message};
use crate::envelope::Hash;
use crate::id::RoundId;
use crate::panel::Workbook;
use crate::store::{RoundRecord, Shelf, Store};
use crate::ui::router::go;

/// By then everything on this device is deleted, or was not after all; in milliseconds.
const DELETED_WITHIN: u32 = 2_000;

impl Desk {
    /// For as long as the program runs: hears that another tab deletes everything on this device.
    pub(super) fn hear_of_wiping(&self) {
        let desk = *self;
        std::mem::forget(tabs::listen(move |message| {
            if message == Message::Wiped {
                desk.begin_from_nothing();
            }
        }));
    }

    /// Begins from the start page. The round with its keys is in memory too, and its next save would write
    /// all of it back: a record that has vanished may be written again.
    fn begin_from_nothing(&self) {
        self.keeping.begin_anew();
        self.wanted.set_value(None);
        self.rows.set(Vec::new());
        self.import_state.set(ImportState::Idle);
        self.put_down_set_ups();
        self.rounds.set(Vec::new());
        self.lay_aside(Opening::Closed);
        go("#/");
        let desk = *self;
        spawn_local(async move {
            sleep(DELETED_WITHIN).await;
            desk.list_set_ups().await;
            desk.list().await;
        });
    }

    /// Tells other windows that the open round was written.
    pub(super) fn tell_saved(&self) {
        let id = untrack(|| self.id());
        if let Some(id) = id {
            tabs::tell(&Message::RoundSaved(id));
        }
    }

    /// While the page that calls this is shown: goes where the first window is, and reads again what
    /// that has written.
    pub fn follow(&self) {
        let desk = *self;
        let listener = tabs::listen(move |message| match message {
            Message::AtTable(address) => {
                // Another round's meeting is none of this window's.
                let here = desk.id().map(|id| ["#/round/", id.as_str(), "/"].concat());
                if here.is_some_and(|here| address.starts_with(&here)) {
                    go(&address);
                }
            }
            Message::RoundSaved(id) => desk.read_again(id),
            Message::HandOver(_)
            | Message::Asks(_)
            | Message::Has(_)
            | Message::Wiped
            | Message::Lock
            | Message::VaultChanged
            | Message::Touched
            | Message::Names(..) => {}
        });
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || drop(listener.try_update_value(Option::take)));
    }

    fn read_again(&self, id: RoundId) {
        if self.id() != Some(id.clone()) {
            return;
        }
        let desk = *self;
        spawn_local(async move {
            // What cannot be read now is read at the next word from the first window.
            if desk.take_up(&id).await.is_some() {
                desk.changed();
            }
        });
    }

    /// Lays what another window has written on the desk; `None` where nothing new could be read.
    async fn take_up(&self, id: &RoundId) -> Option<()> {
        let database = self.database().await.ok()?;
        let entry = database.get(Shelf::Workbooks, id.as_str()).await.ok()??;
        let record = RoundRecord::from_text(&entry.text).ok()?;
        let (keys, revision) = (record.keys(), entry.stamp.revision);
        let laid = self.book.try_update_value(|book| {
            let book = book.as_mut()?;
            if !book.writes.take_up(revision) {
                return None;
            }
            let next = Workbook::from_record(record.workbook);
            let before = std::mem::replace(&mut book.workbook, next);
            book.workbook.keep_reading(before);
            let opener = book.workbook.opener().with_keys(keys.openers());
            Some((opener, book.workbook.files_to_restore().copied().collect::<Vec<Hash>>()))
        });
        let (opener, wanted) = laid.flatten()?;
        for hash in wanted {
            if let Some(bytes) = database.file(&hash).await.ok().flatten() {
                self.change(|workbook| put_back(workbook, opener.open("", &bytes.to_vec())));
            }
        }
        Some(())
    }
}
