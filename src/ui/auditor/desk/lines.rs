//! The list of returns on this device, and the bin.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::browser::{Database, Device, LocalJournal, Read, now};
use crate::id::{CaseRef, ReturnId};
use crate::store::{AuditorChange, Change, DraftRecord, Library, Settings};

/// One return as the lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// Its key.
    pub id: ReturnId,
    /// Hash of its invitation, as in addresses.
    pub invitation: String,
    /// Its case.
    pub case_ref: CaseRef,
    /// Case, agency and round.
    pub title: String,
    /// Whether its latest version is signed.
    pub signed: bool,
    /// When it was last saved, in words.
    pub saved_at: String,
    /// When it was last copied to a file, in words.
    pub copied_at: String,
    /// Whether it is in the bin.
    pub deleted: bool,
}

impl From<&DraftRecord> for DraftLine {
    fn from(record: &DraftRecord) -> Self {
        let draft = &record.draft;
        let title = [draft.case_label.as_str(), &draft.agency.name, &draft.round.title].join(", ");
        let copied = record.last_file_copy.map(|copy| Desk::moment(copy.at));
        Self {
            id: record.draft_id.clone(),
            invitation: record.invitation.to_string(),
            case_ref: draft.case_ref.clone(),
            title,
            signed: record.signed.last().is_some_and(|last| last.version == draft.version),
            saved_at: Desk::moment(record.saved_at),
            copied_at: copied.unwrap_or_else(|| super::words::NEVER.to_owned()),
            deleted: record.is_deleted(),
        }
    }
}

impl Desk {
    /// Probes the browser and lists what is kept here. Once, at the start.
    pub fn start(&self) {
        let desk = *self;
        spawn_local(async move {
            let Device { database, journal } = Device::probe().await;
            match database {
                Ok(database) => desk.database.set_value(Some(Rc::new(database))),
                Err(error) => desk.trouble.set(Some(error.to_string())),
            }
            desk.journal.set_value(journal);
            desk.is_probed.set_value(true);
            desk.list().await;
        });
    }

    /// The database, where the browser has one.
    pub(super) fn database(&self) -> Option<Rc<Database>> {
        self.database.try_get_value().flatten()
    }

    pub(super) fn journal(&self) -> Option<LocalJournal> {
        self.journal.try_get_value().flatten()
    }

    /// Reads the list anew.
    pub(super) async fn list(&self) {
        let Some(database) = self.database() else { return };
        match Library::new(&*database).open(now()).await {
            Ok(found) => {
                let mut records = found.drafts;
                records.extend(found.bin);
                let _ = self.records.try_set(records);
            }
            Err(error) => drop(self.trouble.try_set(Some(error.to_string()))),
        }
    }

    /// Reads the list anew, soon.
    pub fn refresh(&self) {
        let desk = *self;
        spawn_local(async move { desk.list().await });
    }

    /// The returns on this device, in the bin too; watched.
    pub fn lines(&self) -> Vec<DraftLine> {
        self.records.with(|records| records.iter().map(DraftLine::from).collect())
    }

    fn record(&self, id: &ReturnId) -> Option<DraftRecord> {
        self.records
            .with_untracked(|records| records.iter().find(|record| record.draft_id == *id).cloned())
    }

    /// Puts a return in the bin.
    pub fn delete(&self, id: ReturnId) {
        self.close_if(&id);
        self.replace(id, true);
    }

    /// Takes a return back out of the bin.
    pub fn restore(&self, id: ReturnId) {
        self.replace(id, false);
    }

    fn replace(&self, id: ReturnId, delete: bool) {
        let desk = *self;
        let (Some(record), Some(database)) = (self.record(&id), self.database()) else { return };
        spawn_local(async move {
            let library = Library::new(&*database);
            let done = match delete {
                true => library.delete(record, now()).await,
                false => library.restore(record, now()).await,
            };
            if let Err(error) = done {
                let _ = desk.trouble.try_set(Some(error.to_string()));
            }
            desk.list().await;
        });
    }

    /// Which systems the last nil return on this device says were searched.
    pub fn systems_searched_before(&self) -> Option<String> {
        let this = self.id();
        self.records.with_untracked(|records| {
            let others = records.iter().filter(|record| record.draft_id != this);
            let searched = others.filter_map(|record| {
                let nil = record.draft.involvement.nil.as_ref()?;
                (!nil.systems.trim().is_empty()).then_some((record.saved_at, &nil.systems))
            });
            searched.max_by_key(|(at, _)| *at).map(|(_, systems)| systems.clone())
        })
    }

    /// Remembers name and role for the next return.
    pub fn remember_auditor(&self) {
        let auditor = self.with(|open| open.ret.auditor.clone());
        if let Some(journal) = self.journal() {
            let kept = settings(journal);
            let next = Settings { name: auditor.name, role: auditor.role, ..kept };
            // A convenience: without it the two are typed again.
            let _ = journal.write_settings(&next);
        }
    }

    /// Fills in name and role as remembered, in a return that has neither.
    pub(super) fn offer_auditor(&self) {
        let Some(journal) = self.journal() else { return };
        let Settings { name, role, .. } = settings(journal);
        let untouched =
            self.with(|open| open.ret.auditor.name.is_empty() && open.ret.auditor.role.is_empty());
        if untouched && !name.is_empty() {
            self.edit(Change::Auditor(AuditorChange::Name(name)));
            self.edit(Change::Auditor(AuditorChange::Role(role)));
        }
    }
}

fn settings(journal: LocalJournal) -> Settings {
    match journal.settings() {
        Read::Found(settings) => settings,
        Read::Nothing | Read::Damaged(_) => Settings::default(),
    }
}
