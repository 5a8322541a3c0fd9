//! Words that a choice takes out of the return: kept in the draft's record for whoever goes back on it (L2).
//!
//! Why there is no grade is asked while there is none, and what came of a concern while it is closed. A
//! grade, or a concern that is open after all, takes the words out of the return. In the record they
//! outlive the page and the browser; no rule looks at them, and nothing that is signed holds them.

use std::collections::BTreeMap;

use super::{AreaChange, Change, DraftRecord, ImmediateChange, OverallChange};
use crate::audit_return::Grading;
use crate::check::{AreaPart, ConcernPart, Place};
use crate::gather::take_out;
use crate::id::ItemId;

/// Words by the keys of their boxes. A reason for no grade has the key of the grade: it is one for all three.
pub(super) type PutBy = BTreeMap<String, String>;

impl DraftRecord {
    /// The words put by for the box with this key; blank where none are.
    pub fn words_put_by(&self, place: &str) -> String {
        self.put_by.get(place).cloned().unwrap_or_default()
    }

    /// Keeps what this change, which is about to be made, takes out of the return.
    pub(super) fn put_words_by(&mut self, change: &Change) {
        let Self { draft, put_by, .. } = self;
        match change {
            Change::Area(area, AreaChange::Grading(next)) => {
                let before = draft.area(area).and_then(|record| record.grading.as_ref());
                let place = Place::Area(area.clone(), AreaPart::Grade);
                regraded(put_by, &place, before, next.as_ref());
            }
            Change::Overall(OverallChange::Grading(next)) => {
                let before = draft.overall.grading.as_ref();
                regraded(put_by, &Place::OverallGrade, before, next.as_ref());
            }
            Change::ImmediateConcern(item, ImmediateChange::Reopen) => {
                let concern = draft.immediate_concerns.iter().find(|one| one.id == *item);
                if let Some(closed) = concern.and_then(|one| one.closed.as_ref()) {
                    put(put_by, &closed_by(item), &closed.role);
                    put(put_by, &outcome(item), &closed.outcome);
                }
            }
            Change::ImmediateConcern(item, ImmediateChange::Remove) => {
                take_out(put_by, &closed_by(item).key());
                take_out(put_by, &outcome(item).key());
            }
            _ => {}
        }
    }

    /// Gives a concern that was just closed again what was said of it before.
    pub(super) fn give_words_back(&mut self, item: &ItemId) {
        let Self { draft, put_by, .. } = self;
        let mut concerns = draft.immediate_concerns.iter_mut();
        let concern = concerns.find(|one| one.id == *item);
        if let Some(closed) = concern.and_then(|one| one.closed.as_mut()) {
            give(put_by, &closed_by(item), &mut closed.role);
            give(put_by, &outcome(item), &mut closed.outcome);
        }
    }
}

fn closed_by(item: &ItemId) -> Place {
    Place::ImmediateConcern(item.clone(), ConcernPart::ClosedBy)
}

fn outcome(item: &ItemId) -> Place {
    Place::ImmediateConcern(item.clone(), ConcernPart::Outcome)
}

fn regraded(put_by: &mut PutBy, place: &Place, before: Option<&Grading>, next: Option<&Grading>) {
    match (before, next) {
        // Its box is there again, and held what was put by when it came.
        (_, Some(Grading::None { .. })) => take_out(put_by, &place.key()),
        (Some(Grading::None { reason, .. }), _) => put(put_by, place, reason),
        (Some(Grading::Grade(_)) | None, _) => {}
    }
}

fn put(put_by: &mut PutBy, place: &Place, words: &str) {
    if !words.is_empty() {
        put_by.insert(place.key(), words.to_owned());
    }
}

fn give(put_by: &mut PutBy, place: &Place, words: &mut String) {
    let key = place.key();
    if words.is_empty() {
        put_by.get(&key).into_iter().for_each(|before| words.clone_from(before));
    }
    take_out(put_by, &key);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, id};
    use super::super::{DraftCopy, Journal, Replay};
    use super::*;
    use crate::audit_return::NonGrade;
    use crate::envelope::Hash;

    const WHY: &str = "The file was lost in a move.";

    fn record() -> DraftRecord {
        DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"))
    }

    fn none(reason: &str) -> Option<Grading> {
        Some(Grading::None { because: NonGrade::InsufficientEvidence, reason: reason.into() })
    }

    fn good() -> Option<Grading> {
        Some(Grading::Grade(id("good")))
    }

    fn of_area(grading: Option<Grading>) -> Change {
        Change::Area(id("area-3"), AreaChange::Grading(grading))
    }

    fn of_case(grading: Option<Grading>) -> Change {
        Change::Overall(OverallChange::Grading(grading))
    }

    fn of_concern(part: ImmediateChange) -> Change {
        Change::ImmediateConcern(id("i1"), part)
    }

    /// Closed, with both boxes filled, and opened again.
    fn reopened() -> [Change; 4] {
        [
            ImmediateChange::Close,
            ImmediateChange::ClosedBy("Team manager".into()),
            ImmediateChange::Outcome("Seen at home.".into()),
            ImmediateChange::Reopen,
        ]
        .map(of_concern)
    }

    fn after(changes: impl IntoIterator<Item = Change>) -> DraftRecord {
        let mut record = record();
        changes.into_iter().for_each(|change| record.apply(&change));
        record
    }

    #[test]
    fn l02_why_there_is_no_grade_outlives_the_grade_chosen_after_it() {
        for (of, place) in
            [(of_area as fn(_) -> _, "area-3_grade"), (of_case as fn(_) -> _, "overall-grade")]
        {
            let mut record = after([of(none("The file")), of(none(WHY)), of(good())]);
            assert_eq!(record.words_put_by(place), WHY);
            record.apply(&of(Some(Grading::Grade(id("adequate")))));
            let stored = DraftRecord::from_text(&record.to_text()).unwrap();
            assert_eq!(stored.words_put_by(place), WHY, "another grade, and another day");
            record.apply(&of(none(WHY)));
            assert_eq!(record.words_put_by(place), "", "it stands in the draft again");
            record.apply(&of(none("")));
            record.apply(&of(good()));
            assert_eq!(record.words_put_by(place), "", "taken out by hand, it does not come back");
        }
    }

    #[test]
    fn l02_what_was_said_of_a_closing_is_there_again_once_the_concern_is_closed_again() {
        let mut record = after(reopened());
        assert_eq!(record.draft.immediate_concerns[0].closed, None);
        assert_eq!(record.words_put_by("immediate_i1_closed-by"), "Team manager");
        assert_eq!(record.words_put_by("immediate_i1_outcome"), "Seen at home.");
        record.apply(&of_concern(ImmediateChange::Close));
        let closed = record.draft.immediate_concerns[0].closed.clone().unwrap();
        assert_eq!((&*closed.role, &*closed.outcome), ("Team manager", "Seen at home."));
        assert_eq!(record.put_by, PutBy::new());
        record.apply(&of_concern(ImmediateChange::Close));
        assert_eq!(record.draft.immediate_concerns[0].closed, Some(closed), "closed twice");
    }

    #[test]
    fn l02_a_concern_that_is_removed_leaves_no_words() {
        let record = after(reopened().into_iter().chain([of_concern(ImmediateChange::Remove)]));
        assert_eq!(record.put_by, PutBy::new());
    }

    #[test]
    fn l02_words_put_by_since_the_last_save_outlive_a_crash() {
        let changes = || [of_area(none(WHY)), of_area(good())].into_iter().chain(reopened());
        let mut record = record();
        let mut journal = Journal::after(&record, "first");
        changes().for_each(|change| journal.push(change));
        let (Replay::Changes(replayed), unread) = journal.to_text().replay(&record) else {
            panic!("nothing to replay");
        };
        replayed.iter().for_each(|change| record.apply(change));
        assert_eq!((record.put_by, unread), (after(changes()).put_by, Vec::new()));
    }

    #[test]
    fn i05_words_put_by_are_in_a_copy_of_the_draft_and_not_in_the_return_that_is_signed() {
        let record = after([of_area(none(WHY)), of_area(good())]);
        assert!(!serde_json::to_string(&record.draft).unwrap().contains(WHY));
        let copy = DraftCopy::of(record, "one".into());
        assert_eq!(copy.recovered().words_put_by("area-3_grade"), WHY);
    }
}
