//! The list of returns on this device, and the bin.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::browser::now;
use crate::check::{Notice, ec01_text_is_about_this_child};
use crate::id::{CaseRef, ReturnId, RoundId, SlotId};
use crate::store::{AuditorChange, Change, DraftRecord, Library, Settings};

/// One return as the lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// Its key.
    pub id: ReturnId,
    /// Hash of its invitation, as in addresses.
    pub invitation: String,
    /// Its round.
    pub round: RoundId,
    /// The place in it that answers.
    pub slot: SlotId,
    /// Its case.
    pub case_ref: CaseRef,
    /// Case, agency and round.
    pub title: String,
    /// Whether its latest version is signed.
    pub signed: bool,
    /// Whether that version was taken back.
    pub withdrawn: bool,
    /// When it was last saved, in words.
    pub saved_at: String,
    /// When it was last copied to a file, in words.
    pub copied_at: String,
    /// Whether it is in the bin.
    pub deleted: bool,
    /// When it leaves the bin for good, in words.
    pub bin_until: String,
    /// Whether it was parted from another draft, because two windows wrote to one.
    pub second_copy: bool,
}

impl From<&DraftRecord> for DraftLine {
    fn from(record: &DraftRecord) -> Self {
        let draft = &record.draft;
        let copied = record.last_file_copy.map(|copy| Desk::moment(copy.at));
        Self {
            id: record.draft_id.clone(),
            invitation: record.invitation.to_string(),
            round: draft.round.id.clone(),
            slot: draft.agency.slot.clone(),
            case_ref: draft.case_ref.clone(),
            title: record.title(),
            signed: record.is_signed(),
            withdrawn: record.is_withdrawn(),
            saved_at: Desk::moment(record.saved_at),
            copied_at: copied.unwrap_or_else(|| super::words::NEVER.to_owned()),
            deleted: record.is_deleted(),
            bin_until: record.bin_until().map(Desk::day).unwrap_or_default(),
            second_copy: record.conflict_of.is_some(),
        }
    }
}

impl Desk {
    /// The returns on this device, in the bin too; watched.
    pub fn lines(&self) -> Vec<DraftLine> {
        self.records.with(|records| records.iter().map(DraftLine::from).collect())
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
        spawn_local(async move {
            match desk.find(&id).await {
                Ok(Some((storage, record))) => {
                    let library = Library::new(&*storage);
                    let done = match delete {
                        true => library.delete(record, now()).await,
                        false => library.restore(record, now()).await,
                    };
                    if let Err(error) = done {
                        desk.say(error.to_string());
                    }
                }
                Ok(None) => {}
                Err(why) => desk.say(why),
            }
            desk.list().await;
        });
    }

    /// Texts that another case of this auditor holds too (edge case 1).
    pub(super) fn same_as_elsewhere(&self, open: &super::View<'_>) -> Vec<Notice> {
        self.records.with_untracked(|records| {
            if !records.iter().any(|record| record.draft_id != open.record.draft_id) {
                return Vec::new();
            }
            let ret = open.without_hidden();
            let kept = records.iter().filter(|record| !record.is_deleted());
            let of_slot = kept.filter(|record| record.draft.agency.slot == ret.agency.slot);
            let tool = &open.invitation.round.tool;
            let drafts = of_slot.map(|record| &record.draft);
            ec01_text_is_about_this_child(tool, &ret, open.guard(), drafts)
        })
    }

    /// Which systems the last nil return on this device says were searched.
    pub fn systems_searched_before(&self) -> Option<String> {
        let this = self.id()?;
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
        let kept = self.settings();
        self.write_settings(&Settings { name: auditor.name, role: auditor.role, ..kept });
    }

    /// Fills in name and role as remembered, in a return that has neither.
    pub(super) fn offer_auditor(&self) {
        let Settings { name, role, .. } = self.settings();
        let untouched =
            self.with(|open| open.ret.auditor.name.is_empty() && open.ret.auditor.role.is_empty());
        if untouched && !name.is_empty() {
            self.edit(Change::Auditor(AuditorChange::Name(name)));
            self.edit(Change::Auditor(AuditorChange::Role(role)));
        }
    }
}
