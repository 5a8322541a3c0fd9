//! All drafts of this device: listed, begun, put in the bin, parted, set aside.

use chrono::{DateTime, Utc};

use super::bin::InBin;
use super::{
    Change, DraftRecord, Durability, Entry, InvitationRecord, Over, RecordError, SetAside, Shelf,
    Stamp, Store, StoreError, Write,
};
use crate::envelope::Hash;
use crate::id::ReturnId;
use crate::order;

/// Drafts over a store.
#[derive(Debug, Clone, Copy)]
pub struct Library<'a, S> {
    store: &'a S,
}

/// Everything found on the shelf of drafts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Drafts, the last saved first.
    pub drafts: Vec<DraftRecord>,
    /// Deleted ones that can still be taken back, likewise.
    pub bin: Vec<DraftRecord>,
    /// Keys of records that a newer program wrote; left where they are.
    pub newer: Vec<String>,
    /// Records that were found damaged just now, and are kept aside.
    pub damaged: Vec<SetAside>,
}

/// Why an invitation's record was not given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The record failed.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// There is none.
    #[error("The invitation of this draft is not on this device. Open the invitation file again.")]
    Missing,
}

impl Found {
    /// Whether a draft is among it, in whatever state.
    pub fn holds(&self, id: &ReturnId) -> bool {
        let from = Shelf::Drafts.place(id.as_str());
        let mut records = self.drafts.iter().chain(&self.bin);
        records.any(|record| record.draft_id == *id)
            || self.newer.iter().any(|key| key == id.as_str())
            || self.damaged.iter().any(|aside| aside.from == from)
    }
}

impl<'a, S: Store> Library<'a, S> {
    /// Drafts over this store.
    pub fn new(store: &'a S) -> Self {
        Self { store }
    }

    /// All drafts. Damaged records move to the shelf of things set aside, and drafts
    /// that were in the bin for their whole time go, once that was seen on two days.
    pub async fn open(&self, now: DateTime<Utc>) -> Result<Found, StoreError> {
        let mut found = Found::default();
        let mut writes = Vec::new();
        for entry in self.store.list(Shelf::Drafts).await? {
            match DraftRecord::from_text(&entry.text) {
                Ok(record) if !record.is_deleted() => found.drafts.push(record),
                Ok(record) => match record.in_bin(now) {
                    InBin::Waits => found.bin.push(record),
                    InBin::Noted(noted) => found.bin.push(self.noted(record, *noted).await),
                    InBin::Over => {
                        writes.push(Write::Delete { shelf: Shelf::Drafts, key: entry.key });
                    }
                },
                Err(RecordError::Newer { .. }) => found.newer.push(entry.key),
                Err(RecordError::Corrupt { why }) => {
                    let from = Shelf::Drafts.place(&entry.key);
                    let aside = SetAside { from, text: entry.text, why, at: now };
                    writes.push(aside.write());
                    writes.push(Write::Delete { shelf: Shelf::Drafts, key: entry.key });
                    found.damaged.push(aside);
                }
            }
        }
        if !writes.is_empty() {
            self.store.write(writes, Durability::Strict).await?;
        }
        order::sort_by_key(&mut found.drafts, |record| std::cmp::Reverse(record.saved_at));
        order::sort_by_key(&mut found.bin, |record| std::cmp::Reverse(record.saved_at));
        Ok(found)
    }

    /// Keeps what a look at a deleted draft has shown; gives the draft as it is kept. Nobody saved anything, so
    /// it stays where it was in the list.
    ///
    /// Where nothing can be written, or another tab has just noted the same, the next look shows it again.
    async fn noted(&self, record: DraftRecord, noted: DraftRecord) -> DraftRecord {
        let noted = DraftRecord { revision: record.revision + 1, ..noted };
        match self.store.write(vec![put(&noted)], Durability::Strict).await {
            Ok(()) => noted,
            Err(_) => record,
        }
    }

    /// One draft, for a window that opens it.
    pub async fn draft(&self, id: &ReturnId) -> Result<Option<DraftRecord>, FetchError> {
        let entry = self.store.get(Shelf::Drafts, id.as_str()).await?;
        Ok(entry.map(|entry| DraftRecord::from_text(&entry.text)).transpose()?)
    }

    /// Keeps new drafts and the invitation that they answer, in one transaction, and
    /// gives the drafts as they are stored.
    pub async fn begin(
        &self,
        invitation: &InvitationRecord,
        drafts: Vec<DraftRecord>,
    ) -> Result<Vec<DraftRecord>, StoreError> {
        let drafts: Vec<DraftRecord> = drafts
            .into_iter()
            .map(|record| {
                let now = record.saved_at;
                next(record, now)
            })
            .collect();
        let writes = std::iter::once(invitation.keep()).chain(drafts.iter().map(put)).collect();
        self.store.write(writes, Durability::Strict).await?;
        Ok(drafts)
    }

    /// The invitation that a draft answers.
    pub async fn invitation(&self, hash: &Hash) -> Result<InvitationRecord, FetchError> {
        let entry = self.store.get(Shelf::Invitations, &hash.to_string()).await?;
        Ok(InvitationRecord::from_text(&entry.ok_or(FetchError::Missing)?.text)?)
    }

    /// All invitations that can be read.
    pub async fn invitations(&self) -> Result<Vec<InvitationRecord>, StoreError> {
        let entries = self.store.list(Shelf::Invitations).await?;
        Ok(entries.iter().filter_map(|e| InvitationRecord::from_text(&e.text).ok()).collect())
    }

    /// Puts a draft in the bin, where it waits [`super::BIN_DAYS`] days.
    pub async fn delete(
        &self,
        record: DraftRecord,
        now: DateTime<Utc>,
    ) -> Result<DraftRecord, StoreError> {
        self.replace(record.into_bin(now), now).await
    }

    /// Takes a draft back out of the bin.
    pub async fn restore(
        &self,
        record: DraftRecord,
        now: DateTime<Utc>,
    ) -> Result<DraftRecord, StoreError> {
        self.replace(record.out_of_bin(), now).await
    }

    /// Keeps changes that were made on an older revision as a draft of their own.
    pub async fn keep_conflict(
        &self,
        record: &DraftRecord,
        changes: &[Change],
        fresh: ReturnId,
        now: DateTime<Utc>,
    ) -> Result<DraftRecord, StoreError> {
        self.replace(parted(record, changes, fresh), now).await
    }

    /// Keeps what the journal of a draft held besides the draft's own changes, all of it or nothing: changes that
    /// were made on an older revision as a draft of their own, and lines that could not be read set aside.
    pub async fn keep_rest(
        &self,
        record: &DraftRecord,
        conflict: &[Change],
        unread: &[String],
        fresh: ReturnId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut writes = Vec::new();
        if !conflict.is_empty() {
            writes.push(put(&next(parted(record, conflict, fresh), now)));
        }
        if !unread.is_empty() {
            writes.push(SetAside::of_journal(&record.draft_id, unread.join("\n"), now).write());
        }
        if writes.is_empty() {
            return Ok(());
        }
        self.store.write(writes, Durability::Strict).await
    }

    /// Everything that was set aside, the oldest first, with the key of each.
    pub async fn aside(&self) -> Result<Vec<(String, SetAside)>, StoreError> {
        let entries = self.store.list(Shelf::SetAside).await?;
        Ok(entries.into_iter().map(|entry| (entry.key.clone(), SetAside::of(entry))).collect())
    }

    /// Deletes what was set aside under this key, for good: the person has said so.
    pub async fn drop_aside(&self, key: &str) -> Result<(), StoreError> {
        let delete = Write::Delete { shelf: Shelf::SetAside, key: key.to_owned() };
        self.store.write(vec![delete], Durability::Strict).await
    }

    /// Puts `moved` in the place of `record` and keeps `record` as it was in the bin, from where
    /// it can be taken back, in one transaction.
    pub async fn move_on(
        &self,
        record: &DraftRecord,
        moved: DraftRecord,
        invitation: &InvitationRecord,
        fresh: ReturnId,
        now: DateTime<Utc>,
    ) -> Result<DraftRecord, StoreError> {
        let moved = next(moved, now);
        let before = next(record.conflict_copy(fresh), now);
        let before = before.into_bin(now);
        let writes = vec![invitation.keep(), put(&moved), put(&before)];
        self.store.write(writes, Durability::Strict).await?;
        Ok(moved)
    }

    /// Keeps aside what could not be read.
    pub async fn set_aside(&self, aside: &SetAside) -> Result<(), StoreError> {
        self.store.write(vec![aside.write()], Durability::Strict).await
    }

    async fn replace(
        &self,
        record: DraftRecord,
        now: DateTime<Utc>,
    ) -> Result<DraftRecord, StoreError> {
        let record = next(record, now);
        self.store.write(vec![put(&record)], Durability::Strict).await?;
        Ok(record)
    }
}

fn next(record: DraftRecord, now: DateTime<Utc>) -> DraftRecord {
    DraftRecord { revision: record.revision + 1, saved_at: now, ..record }
}

/// These changes, made on a draft by somebody else, as a draft of their own.
fn parted(record: &DraftRecord, changes: &[Change], fresh: ReturnId) -> DraftRecord {
    let mut copy = record.conflict_copy(fresh);
    changes.iter().for_each(|change| copy.apply(change));
    copy
}

/// Stamped with no session: a write from the list never passes for one of an open window.
fn put(record: &DraftRecord) -> Write {
    let stamp = Stamp { revision: record.revision, session: String::new() };
    Write::Put {
        shelf: Shelf::Drafts,
        entry: Entry { key: record.draft_id.to_string(), stamp, text: record.to_text() },
        over: Over::Revision(record.revision - 1),
    }
}

impl InvitationRecord {
    /// Keeps it, whether it is kept already or not: it never changes.
    pub fn keep(&self) -> Write {
        let entry = Entry::fixed(self.hash.to_string(), self.to_text());
        Write::Put { shelf: Shelf::Invitations, entry, over: Over::Anything }
    }
}

impl SetAside {
    /// What was damaged once more is given as it stands.
    fn of(entry: Entry) -> Self {
        crate::json::from_slice(entry.text.as_bytes()).unwrap_or_else(|_| Self {
            from: Shelf::SetAside.place(&entry.key),
            text: entry.text,
            why: String::new(),
            at: DateTime::UNIX_EPOCH,
        })
    }

    /// Lines of a draft's journal that cannot be read.
    fn of_journal(draft: &ReturnId, text: String, now: DateTime<Utc>) -> Self {
        let from = ["journal/", draft.as_str()].concat();
        Self { from, text, why: "unreadable line".into(), at: now }
    }

    /// Where the record of such a key was found, such as `drafts/5f1d`.
    pub(super) fn origin(key: &str) -> Option<&str> {
        key.split_once(' ').map(|(_, from)| from)
    }

    /// Keyed by time first, so that two of one origin both stay.
    pub(super) fn write(&self) -> Write {
        let key = [self.at.to_rfc3339().as_str(), &self.from].join(" ");
        let text = crate::json::to_string(self).expect("a record of texts");
        Write::Put { shelf: Shelf::SetAside, entry: Entry::fixed(key, text), over: Over::Anything }
    }
}

#[cfg(test)]
#[path = "library_tests.rs"]
mod tests;
