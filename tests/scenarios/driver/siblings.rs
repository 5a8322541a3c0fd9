//! What an auditor does with two cases of one invitation side by side.

use multi_agency_audit::check::{ec01_text_is_about_this_child, guard_of};
use multi_agency_audit::id::ItemId;
use multi_agency_audit::store::{CopiedTexts, Offer, apply, copied, ec01_texts_to_copy};
use multi_agency_audit::tool::Graph;

use super::auditor::Auditor;

impl Auditor<'_> {
    /// What the program offers to copy for an area from the same agency's return for another case.
    #[track_caller]
    pub fn is_offered(&self, area: &str, from: &str) -> Vec<Offer> {
        let id = self.story().area(area);
        let desk = self.desk();
        let tool = &desk.invitation.round.tool;
        let shown = Graph::compile(tool).shown(&desk.draft);
        ec01_texts_to_copy(tool, &shown, tool.area(&id).unwrap(), &desk.draft, self.draft_of(from))
    }

    /// Ticks every text that is offered, and copies them.
    #[track_caller]
    pub fn copies_all(mut self, area: &str, from: &str) -> (Self, CopiedTexts) {
        let offers = self.is_offered(area, from);
        assert!(!offers.is_empty(), "nothing to copy from {from}");
        let mut count = 0;
        let mut fresh = || {
            count += 1;
            ItemId::new(format!("copied-{count}")).unwrap()
        };
        let draft = &mut self.desk_mut().draft;
        let texts = copied(draft, &offers, from, &mut fresh);
        texts.changes.iter().for_each(|change| apply(draft, change));
        (self, texts)
    }

    /// Takes copied texts out again.
    pub fn undoes(mut self, texts: &CopiedTexts) -> Self {
        let draft = &mut self.desk_mut().draft;
        let undone = texts.undone(draft);
        undone.changes.iter().for_each(|change| apply(draft, change));
        self
    }

    /// The places whose text also stands in the return for another case (EC-01).
    pub fn says_the_same_as(&self, other: &str) -> Vec<String> {
        let desk = self.desk();
        let round = &desk.invitation.round;
        let guard = guard_of(round, &desk.draft, &[]);
        let others = [self.draft_of(other)];
        let notices = ec01_text_is_about_this_child(&round.tool, &desk.draft, &guard, others);
        notices.iter().map(|notice| notice.place.key()).collect()
    }
}
