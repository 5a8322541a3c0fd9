//! Returns that came after the judgement of their case (edge case 7).
//!
//! A judgement stands all the same: whether the case is looked at again, a person decides.

use super::{Judgement, JudgementState, Subject};
use crate::panel::integration::subjects;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

impl Workbook {
    /// The returns that count for the case now, and from whose places none did when it was judged; none of a judgement
    /// that does not stand, since the panel judges that again in any case.
    pub fn judged_without(&self, judgement: &Judgement) -> Vec<ReturnKey> {
        if !self.is_settled_and_stands(judgement) {
            return Vec::new();
        }
        let places = self.current_of_case(&judgement.subject.case).map(|(place, ..)| place);
        places.filter(|place| !judgement.had(place)).cloned().collect()
    }

    /// How many of the latest judgements of a case stand and were made without the return that counts for a place.
    pub(in crate::panel) fn judgements_without(&self, place: &ReturnKey) -> usize {
        if self.current(place).is_none() {
            return 0;
        }
        let first = Subject { case: place.case.clone(), area: None };
        let of_case = self.index.judged.range(first..);
        of_case
            .take_while(|(subject, _)| subject.case == place.case)
            .filter_map(|(_, at)| self.judgements().get(*at))
            .filter(|judgement| self.is_settled_and_stands(judgement) && !judgement.had(place))
            .count()
    }

    /// Whether it stands, and the panel could make it again: what is in the audit no more is told to nobody.
    fn is_settled_and_stands(&self, judgement: &Judgement) -> bool {
        let subject = &judgement.subject;
        let is_open = self.index.cases.get(&subject.case) == Some(&CaseStatus::Open);
        is_open
            && subjects(&self.plan().round.tool, &subject.case).any(|one| one == *subject)
            && judgement.decision.verdict.is_settled()
            && self.state_of(judgement) == JudgementState::Stands
    }
}

impl Judgement {
    fn had(&self, place: &ReturnKey) -> bool {
        self.rests_on.iter().any(|on| on.place == *place)
    }
}

#[cfg(test)]
mod tests {
    use crate::panel::fixture::*;
    use crate::panel::{JudgementState, RowNote};

    #[test]
    fn ec07_a_return_that_comes_after_the_judgement_is_told_and_reopens_nothing() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("csc", "case-1", "good");
        desk.graded("csc", "case-2", "good");
        for case in ["case-1", "case-2"] {
            desk.workbook
                .record_judgement(on_area(case, "risk"), decision("good"), &stamp())
                .unwrap();
        }
        let row = desk.graded("police", "case-1", "inadequate");
        assert_eq!(row.notes, [RowNote::JudgedWithout { judgements: 1 }]);
        assert!(row.asks());
        let [late, other] = ["case-1", "case-2"]
            .map(|case| desk.workbook.judgement(&on_area(case, "risk")).unwrap());
        assert_eq!(desk.workbook.state_of(late), JudgementState::Stands);
        let without = desk.workbook.judged_without(late);
        assert_eq!(
            without.iter().map(|place| place.slot.clone()).collect::<Vec<_>>(),
            [slot("police")]
        );
        assert_eq!(desk.workbook.judged_without(other), []);
    }

    #[test]
    fn ec07_of_a_judgement_that_is_open_again_it_is_not_said_that_it_stands() {
        let mut desk = Desk::with(&["case-1"]);
        let first = desk.draft("csc", "case-1").grade("risk", "good");
        desk.import(first.clone());
        let subject = on_area("case-1", "risk");
        desk.workbook.record_judgement(subject.clone(), decision("good"), &stamp()).unwrap();
        desk.graded("police", "case-1", "good");
        desk.import(first.corrected().grade("risk", "adequate"));
        let judgement = desk.workbook.judgement(&subject).unwrap();
        assert_ne!(desk.workbook.state_of(judgement), JudgementState::Stands);
        assert_eq!(desk.workbook.judged_without(judgement), []);
        assert_eq!(desk.graded("school", "case-1", "good").notes, []);
    }

    #[test]
    fn ec07_once_it_is_judged_again_nothing_is_told() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        let subject = on_area("case-1", "risk");
        desk.workbook.record_judgement(subject.clone(), decision("good"), &stamp()).unwrap();
        desk.graded("police", "case-1", "good");
        desk.workbook.record_judgement(subject.clone(), decision("good"), &stamp()).unwrap();
        let again = desk.workbook.judgement(&subject).unwrap();
        assert_eq!(desk.workbook.judged_without(again), []);
    }
}
