//! Immediate concerns, each once, however often and in whatever file the panel was told of it (C-05).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Letter, LetterEntry, LetterState, ReturnKey};
use crate::audit_return::{ImmediateConcern, Return};
use crate::envelope::Hash;
use crate::id::{ItemId, ReturnId};
use crate::panel::workbook::Workbook;

/// One immediate concern, however often the panel was told of it (C-05).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernLine {
    /// Who noticed it, about which case.
    pub place: ReturnKey,
    /// The return in which it was recorded.
    pub return_id: ReturnId,
    /// As it was last told.
    pub concern: ImmediateConcern,
    /// The notice that counts, where one came.
    pub notice: Option<Hash>,
    /// The return that records it, where one came: the one that counts before all others.
    pub audit_return: Option<Hash>,
}

impl Workbook {
    /// Every immediate concern, told in a notice, in a return or in both, once (C-05).
    ///
    /// By place, then as recorded. What the agency said last is shown. Also of
    /// returns that do not count, or no longer: a child is at risk all the same.
    pub fn concerns(&self) -> Vec<ConcernLine> {
        self.concerns_told(self.register().letters(), self.trusted_returns())
    }

    /// The same of one place, however many others there are.
    pub(in crate::panel) fn concerns_at(&self, place: &ReturnKey) -> Vec<ConcernLine> {
        let returns = self.files_of(place).filter_map(|(file, facts)| {
            let is_trusted = self.register().entry(&file)?.state.has_trusted_signer();
            let ret = self.as_signed(&file).filter(|_| is_trusted)?;
            Some((&facts.place, file, ret))
        });
        self.concerns_told(self.register().letters_of(place), returns)
    }

    fn concerns_told<'a>(
        &self,
        letters: impl Iterator<Item = (&'a Hash, &'a LetterEntry)>,
        returns: impl Iterator<Item = (&'a ReturnKey, Hash, &'a Return)>,
    ) -> Vec<ConcernLine> {
        let mut lines: BTreeMap<(ReturnKey, ReturnId, ItemId), (DateTime<Utc>, ConcernLine)> =
            BTreeMap::new();
        for (file, entry) in letters {
            let Letter::Concern(notice) = &entry.letter else { continue };
            if entry.state != LetterState::Counts {
                continue;
            }
            let line = ConcernLine {
                place: entry.place.clone(),
                return_id: notice.return_id.clone(),
                concern: notice.concern.clone(),
                notice: Some(*file),
                audit_return: None,
            };
            let key = (entry.place.clone(), notice.return_id.clone(), notice.concern.id.clone());
            lines.insert(key, (notice.at, line));
        }
        for (place, file, ret) in returns {
            let signed = ret.sign_off.as_ref().map_or(ret.created, |sign_off| sign_off.at);
            for concern in &ret.immediate_concerns {
                let key = (place.clone(), ret.return_id.clone(), concern.id.clone());
                let fresh = || {
                    let line = ConcernLine {
                        place: place.clone(),
                        return_id: ret.return_id.clone(),
                        concern: concern.clone(),
                        notice: None,
                        audit_return: None,
                    };
                    (signed, line)
                };
                let (told, line) = lines.entry(key).or_insert_with(fresh);
                let counts = self.current(place) == Some(file);
                line.audit_return = line.audit_return.filter(|_| !counts).or(Some(file));
                if signed >= *told {
                    *told = signed;
                    line.concern = concern.clone();
                }
            }
        }
        lines.into_values().map(|(_, line)| line).collect()
    }

    /// Every return here whose signer is trusted with its place, whether it counts or not; one that is kept apart
    /// for what it holds, too.
    fn trusted_returns(&self) -> impl Iterator<Item = (&ReturnKey, Hash, &Return)> {
        let entries = self.register().entries();
        let entries = entries.filter(|(_, entry)| entry.state.has_trusted_signer());
        entries.filter_map(|(file, entry)| {
            Some((&entry.facts.as_ref()?.place, *file, self.as_signed(file)?))
        })
    }
}
