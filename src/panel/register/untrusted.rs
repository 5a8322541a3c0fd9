//! Immediate concerns in files whose signer nobody trusts yet with the place (C-05, V-06).
//!
//! Whether they are true is not known, and a child may be at risk all the same: they are shown beside the board until
//! somebody has decided about their file. Only once the signer is trusted do they stand on it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{ImportOutcome, Letter, QuarantineReason, ReturnKey};
use crate::audit_return::{ImmediateConcern, Return};
use crate::envelope::{Hash, Thumbprint};
use crate::gather::gathered;
use crate::id::{ItemId, ReturnId};
use crate::order;
use crate::panel::log::Event;
use crate::panel::workbook::Workbook;

/// An immediate concern from somebody who is not trusted with the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UntrustedConcern {
    /// Who noticed it, about which case, as the file says.
    pub place: ReturnKey,
    /// The return in which it was recorded, as the file says.
    pub return_id: ReturnId,
    /// As this signer told it last.
    pub concern: ImmediateConcern,
    /// The key that signed.
    pub signer: Thumbprint,
    /// The file that says so, about which somebody has to decide.
    pub file: Hash,
}

impl UntrustedConcern {
    /// One concern as one signer tells it, in whichever file.
    fn key(&self) -> (ReturnKey, ReturnId, ItemId, Thumbprint) {
        (self.place.clone(), self.return_id.clone(), self.concern.id.clone(), self.signer)
    }
}

impl Workbook {
    /// C-05: every concern in a file that is kept apart because of its signer, in a notice or a return, by place; not
    /// of files that were decided to stay apart for good.
    pub fn untrusted_concerns(&self) -> Vec<UntrustedConcern> {
        self.concerns_of_strangers(|file| self.stays_apart(file).is_none())
    }

    /// The same of files that were decided to stay apart for good.
    pub(in crate::panel) fn concerns_kept_apart(&self) -> Vec<UntrustedConcern> {
        self.concerns_of_strangers(|file| self.stays_apart(file).is_some())
    }

    fn concerns_of_strangers(&self, wanted: impl Fn(&Hash) -> bool) -> Vec<UntrustedConcern> {
        let mut told = self.told_in_notices(&wanted);
        told.extend(self.told_in_returns(&wanted));
        order::sort_by_key(&mut told, |(at, _)| *at);
        let last: BTreeMap<_, UntrustedConcern> =
            gathered(told.into_iter().map(|(_, one)| (one.key(), one)));
        last.into_values().collect()
    }

    fn told_in_notices(
        &self,
        wanted: impl Fn(&Hash) -> bool,
    ) -> Vec<(DateTime<Utc>, UntrustedConcern)> {
        let mut told = Vec::new();
        for (file, entry) in self.register().letters() {
            let Letter::Concern(notice) = &entry.letter else { continue };
            if !entry.state.is_apart() || !wanted(file) {
                continue;
            }
            let one = UntrustedConcern {
                place: entry.place.clone(),
                return_id: notice.return_id.clone(),
                concern: notice.concern.clone(),
                signer: entry.signer,
                file: *file,
            };
            told.push((notice.at, one));
        }
        told
    }

    fn told_in_returns(
        &self,
        wanted: impl Fn(&Hash) -> bool,
    ) -> Vec<(DateTime<Utc>, UntrustedConcern)> {
        let mut told = Vec::new();
        for (place, signer, file, ret) in self.returns_of_untrusted(wanted) {
            let at = ret.sign_off.as_ref().map_or(ret.created, |sign_off| sign_off.at);
            told.extend(ret.immediate_concerns.iter().map(|concern| {
                let one = UntrustedConcern {
                    place: place.clone(),
                    return_id: ret.return_id.clone(),
                    concern: concern.clone(),
                    signer,
                    file,
                };
                (at, one)
            }));
        }
        told
    }

    /// Every return here that is kept apart because of its signer.
    fn returns_of_untrusted(
        &self,
        wanted: impl Fn(&Hash) -> bool,
    ) -> impl Iterator<Item = (&ReturnKey, Thumbprint, Hash, &Return)> {
        let entries = self.register().entries();
        let apart =
            entries.filter(move |(file, entry)| !entry.state.has_trusted_signer() && wanted(file));
        apart.filter_map(|(file, entry)| {
            let facts = entry.facts.as_ref()?;
            Some((&facts.place, facts.signer, *file, self.as_signed(file)?))
        })
    }

    /// Whether the signer of a concern was known once: by the invitation when a file came, or by hand.
    pub(in crate::panel) fn was_trusted(&self, told: &UntrustedConcern) -> bool {
        self.log().entries().iter().any(|entry| match &entry.event {
            Event::SignerTrusted { signer, slot, .. } => {
                (signer, slot) == (&told.signer, &told.place.slot)
            }
            Event::Imported { row, .. } => {
                row.signer == Some(told.signer)
                    && row.place.as_ref() == Some(&told.place)
                    && row.outcome.had_trusted_signer()
            }
            _ => false,
        })
    }
}

impl ImportOutcome {
    /// Whether the signer of the file was known when it came.
    fn had_trusted_signer(&self) -> bool {
        match self {
            // Whoever signs what was not asked of them is known all the same, unless that is said of them too.
            Self::Quarantined { because } => because.iter().all(|one| {
                matches!(one, QuarantineReason::NotInvited(_)) || !one.is_about_signer()
            }),
            // The very file again says nothing new of its signer, and of a file that was not taken in nothing is known.
            Self::Duplicate { .. } | Self::Refused(_) => false,
            Self::Admitted
            | Self::Replaces { .. }
            | Self::Older { .. }
            | Self::SetAside
            | Self::Held
            | Self::Conflict
            | Self::ConcernNoted
            | Self::Withdrawn { .. }
            | Self::WithdrawalWaiting { .. }
            | Self::Overtaken
            | Self::TakenBack => true,
        }
    }
}
