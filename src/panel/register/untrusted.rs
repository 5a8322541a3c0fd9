//! Immediate concerns in files whose signer nobody trusts yet with the place (C-05, V-06).
//!
//! Whether they are true is not known, and a child may be at risk all the same: they are shown beside the board until
//! somebody has decided about their file. Only once the signer is trusted do they stand on it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Letter, ReturnKey};
use crate::audit_return::{ImmediateConcern, Return};
use crate::envelope::{Hash, Thumbprint};
use crate::id::{ItemId, ReturnId};
use crate::panel::workbook::Workbook;

/// An immediate concern from somebody who is not trusted with the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UntrustedConcern {
    /// Who noticed it, about which case, as the file says.
    pub place: ReturnKey,
    /// As this signer told it last.
    pub concern: ImmediateConcern,
    /// The file that says so, about which somebody has to decide.
    pub file: Hash,
}

/// One concern as one signer tells it, in whichever file.
type Told = (ReturnKey, ReturnId, ItemId, Thumbprint);

impl Workbook {
    /// C-05: every concern in a file that is kept apart because of its signer, in a notice or a return, by place; not
    /// of files that were decided to stay apart for good.
    pub fn untrusted_concerns(&self) -> Vec<UntrustedConcern> {
        let mut told = self.told_in_notices();
        told.extend(self.told_in_returns());
        told.sort_by_key(|(at, ..)| *at);
        let last: BTreeMap<Told, UntrustedConcern> =
            told.into_iter().map(|(_, key, concern)| (key, concern)).collect();
        last.into_values().collect()
    }

    fn told_in_notices(&self) -> Vec<(DateTime<Utc>, Told, UntrustedConcern)> {
        let mut told = Vec::new();
        for (file, entry) in self.register().letters() {
            let Letter::Concern(notice) = &entry.letter else { continue };
            if !entry.state.is_apart() || self.stays_apart(file).is_some() {
                continue;
            }
            let (place, concern) = (entry.place.clone(), notice.concern.clone());
            let id = notice.return_id.clone();
            let key = (place.clone(), id, concern.id.clone(), entry.signer);
            told.push((notice.at, key, UntrustedConcern { place, concern, file: *file }));
        }
        told
    }

    fn told_in_returns(&self) -> Vec<(DateTime<Utc>, Told, UntrustedConcern)> {
        let mut told = Vec::new();
        for (place, signer, file, ret) in self.returns_of_untrusted() {
            let at = ret.sign_off.as_ref().map_or(ret.created, |sign_off| sign_off.at);
            for concern in &ret.immediate_concerns {
                let key = (place.clone(), ret.return_id.clone(), concern.id.clone(), signer);
                let (place, concern) = (place.clone(), concern.clone());
                told.push((at, key, UntrustedConcern { place, concern, file }));
            }
        }
        told
    }

    /// Every return here that is kept apart because of its signer.
    fn returns_of_untrusted(
        &self,
    ) -> impl Iterator<Item = (&ReturnKey, Thumbprint, Hash, &Return)> {
        let entries = self.register().entries();
        let apart = entries.filter(|(file, entry)| {
            !entry.state.has_trusted_signer() && self.stays_apart(file).is_none()
        });
        apart.filter_map(|(file, entry)| {
            let facts = entry.facts.as_ref()?;
            Some((&facts.place, facts.signer, *file, self.as_signed(file)?))
        })
    }
}
