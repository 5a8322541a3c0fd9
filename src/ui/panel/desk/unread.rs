//! Destroying a round's record that cannot be read, with what is known to be of that round (N-01).

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::retiring::{deletions, elsewhere, forget, of_round, others};
use super::{Desk, Opening};
use crate::browser::{Database, now, random};
use crate::envelope::Hash;
use crate::id::RoundId;
use crate::panel::retention::{
    Elsewhere, PurgeDecision, PurgeError, Unread, UnreadCertificate, n01_files_of_unread,
    n01_unread_certificate,
};
use crate::store::{
    Entry, KeptRound, KnownRound, Over, RecordError, Shelf, Stamp, Store, UnreadRecord, Write,
};

impl Desk {
    /// Whether the core lets the record go by this decision; nothing is destroyed yet.
    pub fn may_purge_unread(
        &self,
        id: &RoundId,
        decision: &PurgeDecision,
    ) -> Result<(), PurgeError> {
        let unread = Unread { round: id.clone(), text: String::new(), fault: String::new() };
        n01_unread_certificate(&unread, &Elsewhere::default(), decision, now()).map(drop)
    }

    /// Destroys the record and leaves the certificate, or says why not.
    pub fn purge_unread(
        &self,
        id: RoundId,
        decision: PurgeDecision,
        done: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.purge_unread_now(&id, &decision).await;
            if outcome.is_ok() {
                desk.list().await;
            }
            done(outcome);
        });
    }

    async fn purge_unread_now(&self, id: &RoundId, decision: &PurgeDecision) -> Result<(), String> {
        let database = self.database().await?;
        let entry = database.get(Shelf::Workbooks, id.as_str()).await;
        let entry = entry.map_err(|error| error.to_string())?;
        let entry = entry.ok_or_else(|| words::ROUND_NOT_HERE.to_owned())?;
        // Another window may have put it right since.
        let fault = match KeptRound::from_text(&entry.text) {
            Err(RecordError::Corrupt { why }) => why,
            Err(newer @ RecordError::Newer { .. }) => return Err(newer.to_string()),
            Ok(_) => return Err(words::retention::CAN_BE_READ.to_owned()),
        };
        let unread = Unread { round: id.clone(), text: entry.text, fault };
        let files = files(&database, &unread).await?;
        let of_round = of_round(&database, &KnownRound::by_id(id.clone())).await?;
        let beside = elsewhere(&files, 0, &of_round);
        let certificate = n01_unread_certificate(&unread, &beside, decision, now());
        let certificate =
            certificate.map_err(|error| super::super::typing::sentence(&error.to_string()))?;
        let mut writes = vec![in_its_place(&certificate, entry.stamp.revision)];
        writes.extend(deletions(&of_round));
        let gone: Vec<Hash> = files.into_iter().collect();
        let written = database.write_without_files(&writes, &gone).await;
        written.map_err(|error| error.to_string())?;
        forget(id, &of_round.drafts);
        let left = Arc::new(UnreadRecord::of(certificate));
        let _ = self.opening.try_set(Opening::Unread(id.clone(), left));
        Ok(())
    }
}

async fn files(database: &Database, unread: &Unread) -> Result<BTreeSet<Hash>, String> {
    let others = others(database, &unread.round).await?;
    let all = database.files().await.map_err(|error| error.to_string())?;
    Ok(n01_files_of_unread(&unread.text, &others, &all))
}

/// The certificate, over the very revision that was found damaged.
fn in_its_place(certificate: &UnreadCertificate, revision: u64) -> Write {
    let stamp = Stamp { revision: revision + 1, session: random::hex() };
    let key = certificate.round.as_str().to_owned();
    let text = UnreadRecord::of(certificate.clone()).to_text();
    let entry = Entry { key, stamp, text };
    Write::Put { shelf: Shelf::Workbooks, entry, over: Over::Only(revision) }
}
