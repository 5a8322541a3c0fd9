//! Destroying the working papers of the open round: gathered, certified by the core, written in one transaction (N-01).

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::Desk;
use crate::browser::{Database, LocalJournal, local, now, random};
use crate::envelope::Hash;
use crate::id::ReturnId;
use crate::panel::retention::{
    Elsewhere, PurgeDecision, PurgeError, n01_certificate, n01_files, n01_kept,
};
use crate::panel::{Workbook, WorkbookRecord};
use crate::store::{
    Entry, KeptRound, KeptText, OfRound, Over, PurgedRecord, Shelf, Stamp, Store, Vault, Write,
};

/// What is to be kept of a round: its pages, its dataset, and the digest of that where it was cleared.
pub struct ToKeep {
    /// Documents as web pages.
    pub pages: Vec<KeptText>,
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
        let others = others(&database, id.as_str()).await?;
        let all = database.files().await.map_err(|error| error.to_string())?;
        let of_round = of_round(&database, &id).await?;
        let files = self.book.try_with_value(|book| {
            book.as_ref().map(|book| n01_files(&book.workbook, others.as_deref(), &all))
        });
        let files = files.flatten().ok_or_else(none)?;
        let found = Found { files, of_round };
        let left = self.certified(&decision, keep, &found)?;
        let write = self.in_its_place(&left).ok_or_else(none)?;
        let mut writes = vec![write];
        writes.extend(deletions(&found.of_round));
        let gone: Vec<Hash> = found.files.iter().copied().collect();
        let written = database.write_without_files(&writes, &gone).await;
        written.map_err(|error| error.to_string())?;
        forget(&found.of_round.drafts);
        self.lay_aside(&id, left);
        Ok(())
    }

    fn certified(
        &self,
        decision: &PurgeDecision,
        keep: ToKeep,
        found: &Found,
    ) -> Result<PurgedRecord, String> {
        let keys = self.keys();
        let elsewhere = Elsewhere {
            files: found.files.iter().copied().collect(),
            keys: usize::from(keys.signing.is_some()) + usize::from(keys.opening.is_some()),
            drafts: found.of_round.drafts.len(),
            invitations: found.of_round.invitations.len(),
            set_aside: found.of_round.set_aside.len(),
            closed_drafts: found.of_round.closed,
        };
        let today = local(now()).date();
        let certify = |workbook: &Workbook| {
            let kept = n01_kept(workbook, keep.digest);
            n01_certificate(workbook, &elsewhere, kept, decision, now(), today)
        };
        let certificate = untrack(|| self.try_with(certify));
        let certificate = certificate.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        let certificate =
            certificate.map_err(|error| super::super::typing::sentence(&error.to_string()))?;
        Ok(PurgedRecord::of(certificate, keep.pages, keep.dataset))
    }

    /// What is left, over the revision of the round that this window knows. Its session is a new one:
    /// a save that is still under way can then not be taken for a later write of the same window.
    fn in_its_place(&self, left: &PurgedRecord) -> Option<Write> {
        let revision =
            self.book.try_with_value(|book| book.as_ref().map(|book| book.revision))??;
        let stamp = Stamp { revision: revision + 1, session: random::hex() };
        let key = left.certificate.round.as_str().to_owned();
        Some(Write::Put {
            shelf: Shelf::Workbooks,
            entry: Entry { key, stamp, text: left.to_text() },
            over: Over::Only(revision),
        })
    }
}

/// Every other round's record; `None` where one of them cannot be read.
async fn others(database: &Database, id: &str) -> Result<Option<Vec<WorkbookRecord>>, String> {
    let entries = database.list(Shelf::Workbooks).await.map_err(|error| error.to_string())?;
    let others = entries.iter().filter(|entry| entry.key != id);
    let read = others.map(|entry| KeptRound::from_text(&entry.text));
    let read: Result<Vec<KeptRound>, _> = read.collect();
    Ok(read.ok().map(|rounds| {
        let open = rounds.into_iter().filter_map(|round| match round {
            KeptRound::Open(record) => Some(record.workbook),
            KeptRound::Purged(_) => None,
        });
        open.collect()
    }))
}

async fn of_round(database: &Database, id: &crate::id::RoundId) -> Result<OfRound, String> {
    let mut shelves = Vec::new();
    for shelf in [Shelf::Drafts, Shelf::Invitations, Shelf::SetAside] {
        shelves.push(database.list(shelf).await.map_err(|error| error.to_string())?);
    }
    let vault = database.count(Shelf::Vault).await.map_err(|error| error.to_string())?;
    let [drafts, invitations, set_aside] = &shelves[..] else { return Ok(OfRound::default()) };
    Ok(OfRound::among(id, drafts, invitations, set_aside, vault > 0))
}

fn deletions(of_round: &OfRound) -> Vec<Write> {
    let delete = |shelf: Shelf, key: &str| Write::Delete { shelf, key: key.to_owned() };
    let drafts = of_round.drafts.iter().map(|id| delete(Shelf::Drafts, id.as_str()));
    let invitations = of_round.invitations.iter().map(|key| delete(Shelf::Invitations, key));
    let aside = of_round.set_aside.iter().map(|key| delete(Shelf::SetAside, key));
    drafts.chain(invitations).chain(aside).collect()
}

/// What the drafts left outside the database: their journals, and that this browser knows them.
fn forget(drafts: &[ReturnId]) {
    let Some(journal) = LocalJournal::probe() else { return };
    // They could be read, so no passphrase is set.
    let vault = Vault::new(random::secret);
    vault.turn_off();
    journal.forget_drafts(drafts, &vault);
}
