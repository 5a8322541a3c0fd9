//! Other rounds beside the one that is open, to be compared with it (RA-01). Read only: nothing of them is kept or changed here.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::words;
use super::Desk;
use super::restoring::restored;
use super::taking_over::sentence;
use crate::browser::files;
use crate::envelope::{Kind, Limits, open};
use crate::id::RoundId;
use crate::panel::reaudit::ra01_in_order;
use crate::panel::{Workbook, WorkbookFile};
use crate::store::{HandOver, KeptRound, RoundKeys, Shelf, Store};

/// The rounds in hand.
#[derive(Clone, Copy)]
pub struct Beside {
    /// Those compared, the oldest first.
    compared: StoredValue<Vec<Workbook>, LocalStorage>,
    /// Those read from files, whether compared or not.
    from_files: StoredValue<Vec<Workbook>, LocalStorage>,
    /// Counts the changes; pages that show them watch this.
    changes: RwSignal<u64>,
}

/// A round that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// Which.
    pub id: RoundId,
    /// What it is called.
    pub title: String,
    /// It was read from a file, and is not kept here.
    pub from_file: bool,
}

impl Beside {
    /// None in hand.
    pub fn new() -> Self {
        Self {
            compared: StoredValue::new_local(Vec::new()),
            from_files: StoredValue::new_local(Vec::new()),
            changes: RwSignal::new(0),
        }
    }

    /// Another round is on the desk: none stands beside it.
    pub fn clear(&self) {
        self.compared.set_value(Vec::new());
        self.from_files.set_value(Vec::new());
        self.changed();
    }

    fn changed(&self) {
        let _ = self.changes.try_update(|count| *count += 1);
    }
}

impl Desk {
    /// Rounds that can stand beside the open one: kept in this browser, then read from files. Watched.
    pub fn choosable(&self) -> Vec<Choosable> {
        self.beside.changes.try_get();
        let open = self.id();
        let is_other = |id: &RoundId| Some(id) != open.as_ref();
        let kept = self.rounds().into_iter().filter(|line| !line.is_gone());
        let kept = kept.map(|line| Choosable { id: line.id, title: line.title, from_file: false });
        let read = |files: &Vec<Workbook>| -> Vec<Choosable> {
            files.iter().map(choosable_file).collect()
        };
        let files = self.beside.from_files.try_with_value(read).unwrap_or_default();
        kept.chain(files).filter(|one| is_other(&one.id)).collect()
    }

    /// The rounds that stand beside the open one, the oldest first. Watched.
    pub fn with_beside<T>(&self, read: impl FnOnce(&[&Workbook]) -> T) -> Option<T> {
        self.beside.changes.try_get();
        self.beside.compared.try_with_value(|all| read(&all.iter().collect::<Vec<&Workbook>>()))
    }

    /// Puts these rounds beside the open one; says what is wrong with the choice.
    pub fn compare_with(&self, ids: Vec<RoundId>, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.put_beside(ids).await) });
    }

    async fn put_beside(&self, ids: Vec<RoundId>) -> Result<(), String> {
        let mut rounds = Vec::new();
        for id in ids {
            rounds.push(self.read_round(&id).await?);
        }
        let ordered = untrack(|| self.try_with(|workbook| ra01_in_order(workbook, rounds)));
        let ordered = ordered.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let ordered =
            ordered.map_err(|error| super::super::typing::sentence(&error.to_string()))?;
        self.beside.compared.set_value(ordered);
        self.beside.changed();
        Ok(())
    }

    /// What is recorded of another round: read from a file before, or kept in this browser. To be read only.
    pub fn other_or_file(
        &self,
        id: RoundId,
        done: impl FnOnce(Result<Workbook, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let found = match desk.read_from_file(&id) {
                Some(workbook) => Ok(workbook),
                None => desk.other_round(&id).await,
            };
            done(found);
        });
    }

    fn read_from_file(&self, id: &RoundId) -> Option<Workbook> {
        let of_file =
            |all: &Vec<Workbook>| all.iter().find(|one| one.plan().round.id == *id).cloned();
        self.beside.from_files.try_with_value(of_file).flatten()
    }

    /// A round with its returns, from a file read before or from this browser.
    async fn read_round(&self, id: &RoundId) -> Result<Workbook, String> {
        if let Some(workbook) = self.read_from_file(id) {
            return Ok(workbook);
        }
        self.kept_round(id).await
    }

    /// A round that is kept in this browser, with its returns as far as they can be read here. To be read only.
    pub(super) async fn kept_round(&self, id: &RoundId) -> Result<Workbook, String> {
        let database = self.database().await?;
        let entry = database.get(Shelf::Workbooks, id.as_str()).await;
        let entry = entry.map_err(|error| error.to_string())?;
        let entry = entry.ok_or_else(|| words::ROUND_NOT_HERE.to_owned())?;
        match KeptRound::from_text(&entry.text).map_err(|error| error.to_string())? {
            KeptRound::Open(record) => {
                let keys = record.keys();
                restored(&database, Workbook::from_record(record.workbook), keys).await
            }
            KeptRound::Purged(_) | KeptRound::Unread(_) => Err(words::ROUND_NOT_HERE.to_owned()),
        }
    }

    /// Reads a workbook's file, so that its round can be chosen; nothing of it is kept in this browser.
    pub fn read_beside(
        &self,
        file: File,
        passphrase: String,
        done: impl FnOnce(Result<RoundId, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.read_file(&file, &passphrase).await) });
    }

    async fn read_file(&self, file: &File, passphrase: &str) -> Result<RoundId, String> {
        let limit = Limits::of(Kind::Workbook).of_closed().file_bytes;
        let bytes = files::read(file, limit).await.map_err(|error| error.to_string())?;
        let workbook = if passphrase.is_empty() {
            opened(&bytes, RoundKeys::default())?
        } else {
            let handed = HandOver::open(&bytes, passphrase).map_err(sentence)?;
            opened(handed.workbook_file.as_bytes(), handed.keys())?
        };
        let id = workbook.plan().round.id.clone();
        self.beside.from_files.update_value(|all| {
            all.retain(|one| one.plan().round.id != id);
            all.push(workbook);
        });
        self.beside.changed();
        Ok(id)
    }
}

fn choosable_file(workbook: &Workbook) -> Choosable {
    let round = &workbook.plan().round;
    let title = [round.board.short_name.as_str(), &round.title].join(": ");
    Choosable { id: round.id.clone(), title, from_file: true }
}

/// A workbook's file with its returns, verified.
fn opened(bytes: &[u8], keys: RoundKeys) -> Result<Workbook, String> {
    let verified = open(bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook)).map_err(sentence)?;
    let file: WorkbookFile = verified.parse().map_err(sentence)?;
    let mut workbook = Workbook::from_record(file.workbook);
    if workbook.round_key() != verified.signer() {
        return Err(words::NOT_THE_ROUNDS_KEY.to_owned());
    }
    let opener = workbook.opener().with_keys(keys.openers());
    workbook.take_files(file.files, &opener);
    Ok(workbook)
}
