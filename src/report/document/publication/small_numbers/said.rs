//! What a sentence may not say of a count (I-09).
//!
//! Only details of the children and families are suppressed, and what would give one away. What was found in the work
//! and how it was graded is the result of an audit, and is told with its denominator however small it is (R-02, R-03,
//! N-20).

use super::SmallNumbers;
use crate::id::PromptId;
use crate::panel::findings::{FindingSource, FindingView, SourceItem};
use crate::report::document::Held;
use crate::report::document::publication::i09_suppressed;
use crate::tool::Condition;

impl SmallNumbers<'_> {
    /// What is held back of the number of cases in which a condition holds.
    ///
    /// Of answers on the work it is held back where a question is not asked of every case, and a detail that few share
    /// decides of which: the denominator would tell how many do, and so would all its answers together.
    pub fn held(&self, condition: &Condition) -> Option<Held> {
        if self.below < 2 {
            return None;
        }
        let prompts = condition.prompts();
        if prompts.iter().any(|id| self.stands_among_details(id)) {
            let is_small = self.tells(condition) || self.leaves_few(condition);
            return is_small.then(|| self.of_a_detail());
        }
        let gives_away = |id: &&PromptId| self.holds_back(id) && !self.is_answered_in_all(id);
        prompts.iter().any(gives_away).then_some(Held::Number)
    }

    /// The same of the cases of a finding: by the answer that counts it or, without one, by the details it rests on.
    pub fn held_of(&self, view: &FindingView) -> Option<Held> {
        if let Some(counted) = &view.finding.counted {
            let (prompt, is) = (counted.prompt.clone(), vec![counted.value.clone()]);
            return self.held(&Condition::Answer { prompt, is });
        }
        let of_detail = |source: &FindingSource| match source {
            FindingSource::Return(source) => match &source.item {
                SourceItem::Answer(prompt) => self.stands_among_details(prompt),
                SourceItem::Strength { .. }
                | SourceItem::Concern { .. }
                | SourceItem::Impact(_)
                | SourceItem::GeneralComments
                | SourceItem::GoodPractice(_)
                | SourceItem::ChildSaid
                | SourceItem::FamilySaid
                | SourceItem::PractitionerSaid => false,
            },
            FindingSource::Meeting { .. } => false,
        };
        let rests_on_detail = self.below >= 2 && view.finding.sources.iter().any(of_detail);
        let is_small = rests_on_detail && self.is_few(view.quantified.cases.len());
        is_small.then(|| self.of_a_detail())
    }

    /// Whether few cases have another answer than those asked for, or none.
    fn leaves_few(&self, condition: &Condition) -> bool {
        let count = self.answers.count_where(condition);
        let (n, all) = (count.cases.len(), self.answers.cases().len());
        let parts = [n, count.of.saturating_sub(n), all.saturating_sub(count.of)];
        i09_suppressed(&parts, self.below).contains(&None)
    }

    /// Of so few cases that all of them are a small number, none is not told either.
    fn of_a_detail(&self) -> Held {
        let none_of_all = [0, self.answers.cases().len()];
        let is_told = !i09_suppressed(&none_of_all, self.below).contains(&None);
        if is_told { Held::Number } else { Held::Whether }
    }

    /// Whether a question was asked of every case in its own words, and answered: then its denominator tells nothing.
    fn is_answered_in_all(&self, prompt: &PromptId) -> bool {
        // No answer is blank, so that nothing widens the denominator.
        self.answers.count(prompt, "").of == self.answers.cases().len()
    }
}
