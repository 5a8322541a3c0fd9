//! Copying text of another case into the open return, and taking it out again (edge case 1).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::browser::random;
use crate::id::{AreaId, ReturnId};
use crate::store::{CopiedTexts, DraftRecord, Offer, Undone, copied, ec01_texts_to_copy};
use crate::text::listed;

/// What another case has for one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The label of the case, such as "Case 3".
    pub case: String,
    /// Whether it is a second copy of that case's return.
    pub second_copy: bool,
    /// What can be copied from it.
    pub offers: Vec<Offer>,
}

/// What was copied last, while it can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JustCopied {
    draft: ReturnId,
    area: AreaId,
    /// By case, in the order of copying.
    texts: Vec<CopiedTexts>,
}

impl JustCopied {
    /// How many texts.
    pub fn count(&self) -> usize {
        self.texts.iter().map(CopiedTexts::count).sum()
    }

    /// From which cases.
    pub fn from(&self) -> String {
        let cases: Vec<&str> = self.texts.iter().map(|one| one.from.as_str()).collect();
        listed(&cases)
    }
}

impl Desk {
    /// Whether the other cases of this invitation have something to copy for an area; watched.
    pub fn has_beside(&self, area: &AreaId) -> bool {
        self.records.with(|records| !self.beside(records, area).is_empty())
    }

    /// Tells what they have, as it is saved now.
    pub fn look_beside(&self, area: AreaId, done: impl FnOnce(Vec<Beside>) + 'static) {
        let desk = *self;
        spawn_local(async move {
            desk.list().await;
            let beside = desk.records.try_with_untracked(|records| desk.beside(records, &area));
            done(beside.unwrap_or_default());
        });
    }

    fn beside(&self, records: &[DraftRecord], area: &AreaId) -> Vec<Beside> {
        self.with(|open| {
            let tool = &open.invitation.round.tool;
            let Some(area) = tool.area(area) else { return Vec::new() };
            let others = records.iter().filter(|one| one.is_beside(open.record));
            let beside = others.map(|other| Beside {
                case: other.draft.case_label.clone(),
                second_copy: other.conflict_of.is_some(),
                offers: ec01_texts_to_copy(tool, open.shown(), area, open.ret, &other.draft),
            });
            beside.filter(|one| !one.offers.is_empty()).collect()
        })
    }

    /// Copies these texts of other cases, each with its case, into the open return.
    pub fn copy_texts(&self, area: &AreaId, chosen: &[(String, Vec<Offer>)]) {
        let mut texts = Vec::new();
        for (from, offers) in chosen {
            let copying = self.try_with(|open| copied(open.ret, offers, from, &mut random::id));
            let Some(copying) = copying else { return };
            copying.changes.iter().cloned().for_each(|change| self.edit(change));
            texts.push(copying);
        }
        self.save_now();
        if let Some(draft) = self.id() {
            let area = area.clone();
            let _ = self.just_copied.try_set(Some(JustCopied { draft, area, texts }));
        }
    }

    /// What was copied just now into this area of the open return; watched.
    pub fn just_copied(&self, area: &AreaId) -> Option<JustCopied> {
        let id = self.id()?;
        self.just_copied.get().filter(|one| one.draft == id && one.area == *area)
    }

    /// Takes it out again, the last first. How many texts were changed meanwhile, and stay.
    pub fn undo_copying(&self, just: &JustCopied) -> usize {
        let mut left = 0;
        for texts in just.texts.iter().rev() {
            let undone = self.try_with(|open| {
                let is_it = open.record.draft_id == just.draft;
                is_it.then(|| texts.undone(open.ret))
            });
            let Some(Undone { changes, kept }) = undone.flatten() else {
                left += texts.count();
                continue;
            };
            changes.into_iter().for_each(|change| self.edit(change));
            left += kept;
        }
        self.save_now();
        left
    }

    /// It is not to be undone any more: its page was left.
    pub fn forget_copying(&self) {
        let _ = self.just_copied.try_set(None);
    }
}
