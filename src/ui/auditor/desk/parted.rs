//! What was parted from returns in this window and is not kept yet: each of them, until it is.

use crate::id::ReturnId;
use crate::store::DraftCopy;

/// Copies that lie in this window, oldest first, each with whether a file holds it by now.
#[derive(Default)]
pub struct Apart(Vec<(DraftCopy, bool)>);

impl Apart {
    /// Adds one beside those of other returns, and of the same.
    pub fn add(&mut self, copy: DraftCopy) {
        self.0.push((copy, false));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that were parted from this return.
    pub fn of(&self, id: &ReturnId) -> Vec<DraftCopy> {
        let of_it = self.0.iter().filter(|(copy, _)| copy.record.draft_id == *id);
        of_it.map(|(copy, _)| copy.clone()).collect()
    }

    /// This one is kept.
    pub fn forget(&mut self, kept: &DraftCopy) {
        self.0.retain(|(copy, _)| copy != kept);
    }

    /// A file holds this one.
    pub fn note_in_file(&mut self, saved: &DraftCopy) {
        self.0
            .iter_mut()
            .filter(|(copy, _)| copy == saved)
            .for_each(|(_, in_file)| *in_file = true);
    }

    /// The returns of those that lie in this window alone.
    pub fn here_alone(&self) -> Vec<ReturnId> {
        let alone = self.0.iter().filter(|(_, in_file)| !in_file);
        alone.map(|(copy, _)| copy.record.draft_id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use crate::envelope::Hash;
    use crate::store::DraftRecord;

    fn copy(id: &str, session: &str) -> DraftCopy {
        let draft = Case::untouched().ret;
        let mut record = DraftRecord::begin(draft.clone(), Hash::of(b"invitation"), draft.created);
        record.draft_id = id.parse().unwrap();
        record.session = session.into();
        DraftCopy::of(record, "the invitation".into())
    }

    #[test]
    fn l8_a_second_return_that_is_parted_takes_nothing_of_the_first() {
        let [first, again, second] = [copy("0a", "one"), copy("0a", "two"), copy("0b", "one")];
        let [id, other] = [&first, &second].map(|copy| copy.record.draft_id.clone());
        let mut apart = Apart::default();
        [&first, &second, &again].into_iter().for_each(|copy| apart.add(copy.clone()));
        assert_eq!(apart.of(&id), [first.clone(), again.clone()]);
        apart.note_in_file(&first);
        assert_eq!(apart.here_alone(), [other.clone(), id.clone()]);
        apart.forget(&second);
        assert_eq!(apart.here_alone(), std::slice::from_ref(&id));
        apart.forget(&again);
        assert!(apart.here_alone().is_empty() && !apart.is_empty());
        assert_eq!((apart.of(&id), apart.of(&other)), (vec![first], vec![]));
    }
}
