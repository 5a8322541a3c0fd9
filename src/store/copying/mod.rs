//! Text copied from the return of another case: which may be, what it does, how it is taken out
//! again, and how it stays marked (edge case 1).
//!
//! Brothers and sisters often need the same words. Their records pasted across are a finding of
//! audits, so nothing is copied unless somebody ticks it, nothing is written over, and what was
//! copied says so until it is changed. Answers, grades, dates and whatever the tool says is about
//! one child alone are not offered at all.
//!
//! Not here: that the same words about two children are asked about before signing
//! ([`crate::check::ec01_text_is_about_this_child`]).

mod offer;
mod undo;

pub use offer::{Offer, ec01_texts_to_copy};
pub use undo::{CopiedTexts, Undone};

use super::{AreaChange, Change, CopiedText, DraftRecord, LineChange, text_change};
use crate::audit_return::Return;
use crate::check::{AreaPart, Place, TextPart, texts};
use crate::envelope::Hash;
use crate::id::{AreaId, ItemId};
use crate::text::without_hidden;
use undo::Before;

impl DraftRecord {
    /// Whether `here` and this one answer one invitation for different cases, so that text may be copied.
    pub fn is_beside(&self, here: &Self) -> bool {
        self.invitation == here.invitation
            && self.draft.case_ref != here.draft.case_ref
            && !self.is_deleted()
    }

    /// The case that `text`, which stands at the place with this key, was copied from and not
    /// changed since.
    pub fn copied_from(&self, place: &str, text: &str) -> Option<&str> {
        let mark = self.copied.iter().find(|mark| mark.place == place)?;
        (mark.text == Hash::of(text.as_bytes())).then_some(mark.from.as_str())
    }

    /// Marks one text; an earlier mark at its place goes.
    pub(super) fn mark_copied(&mut self, mark: &CopiedText) {
        self.copied.retain(|known| known.place != mark.place);
        self.copied.push(mark.clone());
    }
}

/// The changes that copy `offers` into the return `here`, with all that it takes to undo them.
///
/// Nothing is written over: a text joins what stands at its place, below it; a strength or concern
/// becomes a new line. `from` is the other case's label, `fresh` gives random ids.
pub fn copied(
    here: &Return,
    offers: &[Offer],
    from: &str,
    fresh: &mut dyn FnMut() -> ItemId,
) -> CopiedTexts {
    let mut copying = CopiedTexts::none(from);
    let stand = texts(here);
    for offer in offers {
        match offer.line() {
            Some((area, side)) => copying.add_line(&area, side, offer, fresh()),
            None => {
                // As it stands now: another case's text may have come in since this was offered.
                let found = stand.iter().find(|one| one.place == offer.place);
                copying.join_text(here, offer, found.map_or("", |one| one.text));
            }
        }
    }
    copying
}

impl CopiedTexts {
    fn join_text(&mut self, here: &Return, offer: &Offer, beside: &str) {
        let after = without_hidden(&joined(beside, &offer.text));
        if let Some(change) = text_change(here, &offer.place, after.clone()) {
            self.push(change, &offer.place, &after);
            let key = offer.place.key();
            let marked = if offer.withheld.0 && !here.withholds(&key) { vec![key] } else { vec![] };
            self.withhold(&marked);
            let before = Before::Text(beside.to_owned());
            self.steps.push(undo::Step { place: offer.place.clone(), after, before, marked });
        }
    }

    fn add_line(&mut self, area: &AreaId, side: AreaPart, offer: &Offer, item: ItemId) {
        let line = |part| match side {
            AreaPart::Concerns => {
                Change::Area(area.clone(), AreaChange::Concern(item.clone(), part))
            }
            _ => Change::Area(area.clone(), AreaChange::Strength(item.clone(), part)),
        };
        let place = |part| Place::Area(area.clone(), side).text(part);
        let (text, evidence) = (without_hidden(&offer.text), without_hidden(&offer.evidence));
        self.changes.push(line(LineChange::Add));
        let text_at = place(TextPart::LineText(item.clone()));
        let evidence_at = place(TextPart::LineEvidence(item.clone()));
        if !text.is_empty() {
            self.push(line(LineChange::Text(text.clone())), &text_at, &text);
        }
        if !evidence.is_empty() {
            self.push(line(LineChange::Evidence(evidence.clone())), &evidence_at, &evidence);
        }
        let withheld = [(offer.withheld.0, &text_at), (offer.withheld.1, &evidence_at)];
        let withheld = withheld.into_iter().filter(|(withheld, _)| *withheld);
        let marked: Vec<String> = withheld.map(|(_, at)| at.key()).collect();
        self.withhold(&marked);
        let before = Before::NoLine { remove: line(LineChange::Remove), evidence };
        self.steps.push(undo::Step { place: text_at, after: text, before, marked });
    }

    /// Edge case 32: what is kept from practitioners there is here too.
    fn withhold(&mut self, marked: &[String]) {
        let marks = marked.iter().map(|key| Change::DoNotDisclose(key.clone(), true));
        self.changes.extend(marks);
    }

    /// A text and its mark.
    fn push(&mut self, change: Change, place: &Place, text: &str) {
        let text = Hash::of(text.as_bytes());
        self.changes.push(change);
        self.changes.push(Change::Copied(CopiedText {
            place: place.key(),
            from: self.from.clone(),
            text,
        }));
    }
}

/// Below what stands there, with a line between.
fn joined(beside: &str, text: &str) -> String {
    match beside.trim_end() {
        "" => text.to_owned(),
        beside => [beside, "\n\n", text].concat(),
    }
}

#[cfg(test)]
mod tests;
