//! What else is worth knowing of a return that has just come.

use chrono::{DateTime, Utc};

use super::{Facts, ReturnKey, RowNote};
use crate::check::ec32_marked_texts;
use crate::envelope::Hash;
use crate::panel::concerns::open_in;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

impl Workbook {
    /// All of it, for the return in `file`; `before` counted for the place until it came.
    pub(super) fn notes(
        &self,
        file: &Hash,
        place: &ReturnKey,
        before: Option<Hash>,
        now: DateTime<Utc>,
    ) -> Vec<RowNote> {
        let mut notes = Vec::new();
        let Some(facts) = self.facts(file) else { return notes };
        let open = open_in(self, file);
        notes.extend((open > 0).then_some(RowNote::Concerns { open }));
        notes.extend(self.came_late(file, facts).map(RowNote::Late));
        notes.extend(facts.nil.then_some(RowNote::Nil));
        notes.extend(self.marked_note(file));
        notes.extend(self.second_note(facts));
        if facts.signed_at.is_some_and(|signed| signed > now) {
            notes.push(RowNote::ClockAhead);
        }
        let status = self.index.cases.get(&place.case);
        if matches!(status, Some(CaseStatus::Withdrawn { .. })) {
            notes.push(RowNote::CaseWithdrawn);
        }
        self.note_what_counts(file, place, before, &mut notes);
        notes
    }

    /// What follows from another return counting for the place than before.
    fn note_what_counts(
        &self,
        file: &Hash,
        place: &ReturnKey,
        before: Option<Hash>,
        notes: &mut Vec<RowNote>,
    ) {
        let after = self.current(place);
        if after == before {
            return;
        }
        if after != Some(*file)
            && let Some(version) = after.and_then(|file| Some(self.facts(&file)?.version))
        {
            notes.push(RowNote::Releases { version });
        }
        let questions = self.queries_answered_at(place);
        notes.extend((questions > 0).then_some(RowNote::Answers { questions }));
        let gone = |before: &Hash| after.is_none_or(|after| !self.is_same_work(&after, before));
        if let Some(before) = before.filter(gone) {
            let judgements = self.judgements_resting_on(&place.case, &before);
            notes.extend((judgements > 0).then_some(RowNote::Reopens { judgements }));
        }
        let judgements = self.judgements_without(place);
        notes.extend((judgements > 0).then_some(RowNote::JudgedWithout { judgements }));
    }

    /// Edge case 32: how many texts the auditor keeps from practitioners; nothing where it is none.
    fn marked_note(&self, file: &Hash) -> Option<RowNote> {
        let texts = ec32_marked_texts(self.as_signed(file)?, &self.plan().round.tool).len();
        (texts > 0).then_some(RowNote::Marked { texts })
    }

    /// who signed second, or that nobody did where the round asks for it.
    fn second_note(&self, facts: &Facts) -> Option<RowNote> {
        let Some(second) = &facts.second else {
            return self.plan().round.policy.second_sign_off.then_some(RowNote::SecondMissing);
        };
        let holder = self.second_holder(facts, second);
        Some(RowNote::SignedTwice { role: second.sign_off.role.clone(), holder })
    }
}
