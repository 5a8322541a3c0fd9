//! Destroying the working papers of the open round: gathered, certified by the core, written in one transaction (N-01).

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::{Book, Desk, Opening};
use crate::browser::{Database, LocalJournal, local, now, random};
use crate::envelope::Hash;
use crate::id::{ReturnId, RoundId};
use crate::panel::Workbook;
use crate::panel::retention::{
    Elsewhere, OtherRounds, PurgeDecision, PurgeError, n01_certificate, n01_files,
};
use crate::report::document::n01_to_keep;
use crate::store::{
    Entry, KeptRound, KeptText, KnownRound, OfRound, Over, PurgedRecord, Shelf, Stamp, Store, Write,
};

/// What is to be kept of a round: its documents, its dataset, and the digest of that where it was cleared.
pub struct ToKeep {
    /// Documents, each as the JSON of its model.
    pub documents: Vec<KeptText>,
    /// Files of the dataset.
    pub dataset: Vec<KeptText>,
    /// Digest of the dataset.
    pub digest: Option<Hash>,
}

/// Everything that goes, as it was found.
struct Found {
    files: BTreeSet<Hash>,
    of_round: OfRound,
}

impl Desk {
    /// Whether the core lets the round go by this decision; nothing is destroyed yet.
    pub fn may_purge(&self, decision: &PurgeDecision) -> Result<(), PurgeError> {
        let today = local(now()).date();
        let asked = untrack(|| {
            self.try_with(|workbook| {
                let nothing = Elsewhere::default();
                n01_certificate(workbook, &nothing, Vec::new(), decision, now(), today)
            })
        });
        // Without a round there is no title to type.
        asked.unwrap_or(Err(PurgeError::OtherTitle)).map(drop)
    }

    /// Destroys the working papers of the open round and leaves the certificate, or says why not.
    pub fn purge(
        &self,
        decision: PurgeDecision,
        keep: ToKeep,
        done: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.purge_now(decision, keep).await;
            if outcome.is_ok() {
                desk.list().await;
            }
            done(outcome);
        });
    }

    async fn purge_now(&self, decision: PurgeDecision, keep: ToKeep) -> Result<(), String> {
        let database = self.database().await?;
        let none = || words::NO_ROUND_OPEN.to_owned();
        let id = untrack(|| self.id()).ok_or_else(none)?;
        let others = others(&database, &id).await?;
        let all = database.files().await.map_err(|error| error.to_string())?;
        let known = untrack(|| self.try_with(KnownRound::of)).ok_or_else(none)?;
        let of_round = of_round(&database, &known).await?;
        let files = untrack(|| self.try_with(|workbook| n01_files(workbook, &others, &all)));
        let files = files.ok_or_else(none)?;
        let found = Found { files, of_round };
        let left = self.certified(&decision, keep, &found)?;
        let write = self.in_its_place(&left).ok_or_else(none)?;
        let mut writes = vec![write];
        writes.extend(deletions(&found.of_round));
        let gone: Vec<Hash> = found.files.iter().copied().collect();
        let written = database.write_without_files(&writes, &gone).await;
        written.map_err(|error| error.to_string())?;
        forget(&id, &found.of_round.drafts);
        self.lay_aside(Opening::Purged(id, Arc::new(left)));
        Ok(())
    }

    fn certified(
        &self,
        decision: &PurgeDecision,
        keep: ToKeep,
        found: &Found,
    ) -> Result<PurgedRecord, String> {
        let elsewhere = elsewhere(&found.files, self.keys().count(), &found.of_round);
        let today = local(now()).date();
        let certify = |workbook: &Workbook| {
            let kept = n01_to_keep(workbook, keep.digest);
            n01_certificate(workbook, &elsewhere, kept, decision, now(), today)
        };
        let certificate = untrack(|| self.try_with(certify));
        let certificate = certificate.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let certificate =
            certificate.map_err(|error| super::super::typing::sentence(&error.to_string()))?;
        Ok(PurgedRecord::of(certificate, keep.documents, keep.dataset))
    }

    /// What is left, over the revision of the round that this window knows. Its session is a new one:
    /// a save that is still under way can then not be taken for a later write of the same window.
    /// Should that save fail, this write is refused, and can be asked for again.
    fn in_its_place(&self, left: &PurgedRecord) -> Option<Write> {
        let is_under_way = self.keeping.is_under_way();
        let known =
            |book: &Book| if is_under_way { book.writes.given() } else { book.writes.kept() };
        let revision = self.book.try_with_value(|book| book.as_ref().map(known))??;
        let stamp = Stamp { revision: revision + 1, session: random::hex() };
        let key = left.certificate.round.as_str().to_owned();
        Some(Write::Put {
            shelf: Shelf::Workbooks,
            entry: Entry { key, stamp, text: left.to_text() },
            over: Over::Only(revision),
        })
    }
}

/// What every other round names; one that cannot be read is looked through for hashes.
pub(super) async fn others(database: &Database, id: &RoundId) -> Result<OtherRounds, String> {
    let entries = database.list(Shelf::Workbooks).await.map_err(|error| error.to_string())?;
    let mut others = OtherRounds::default();
    for entry in entries.iter().filter(|entry| entry.key != id.as_str()) {
        match KeptRound::from_text(&entry.text) {
            Ok(KeptRound::Open(record)) => others.read(&record.workbook),
            Ok(KeptRound::Purged(_) | KeptRound::Unread(_)) => {}
            Err(_) => others.unread(&entry.text),
        }
    }
    Ok(others)
}

pub(super) async fn of_round(database: &Database, known: &KnownRound) -> Result<OfRound, String> {
    let mut shelves = Vec::new();
    for shelf in [Shelf::Drafts, Shelf::Invitations, Shelf::SetAside] {
        shelves.push(database.list(shelf).await.map_err(|error| error.to_string())?);
    }
    let [drafts, invitations, set_aside] = &shelves[..] else { return Ok(OfRound::default()) };
    Ok(OfRound::among(known, drafts, invitations, set_aside))
}

pub(super) fn deletions(of_round: &OfRound) -> Vec<Write> {
    let delete = |shelf: Shelf, key: &str| Write::Delete { shelf, key: key.to_owned() };
    let drafts = of_round.drafts.iter().map(|id| delete(Shelf::Drafts, id.as_str()));
    let invitations = of_round.invitations.iter().map(|key| delete(Shelf::Invitations, key));
    let aside = of_round.set_aside.iter().map(|key| delete(Shelf::SetAside, key));
    drafts.chain(invitations).chain(aside).collect()
}

/// What a round and its drafts left outside the database: whether its names are hidden in large type, the
/// drafts' journals, and that this browser knows them.
pub(super) fn forget(round: &RoundId, drafts: &[ReturnId]) {
    if let Some(journal) = LocalJournal::probe() {
        journal.forget_drafts(drafts);
        // Refused, the random id of nothing is left.
        drop(journal.hide_names(round, false));
    }
}

/// What goes with a round beside its record, as the certificate counts it.
pub(super) fn elsewhere(files: &BTreeSet<Hash>, keys: usize, of_round: &OfRound) -> Elsewhere {
    Elsewhere {
        files: files.iter().copied().collect(),
        keys,
        drafts: of_round.drafts.len(),
        invitations: of_round.invitations.len(),
        set_aside: of_round.set_aside.len(),
        closed_drafts: of_round.closed,
    }
}
