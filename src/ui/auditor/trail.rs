//! The way back to the check of the answers: whoever leaves it to change one comes back to it.

use std::cell::RefCell;

use super::route::{Page, Step};
use crate::id::ReturnId;

/// Which page of a return is shown, and whether it was gone to from the check of its answers.
#[derive(Debug, Default)]
struct Trail {
    here: Option<(ReturnId, Step)>,
    from_answers: bool,
}

impl Trail {
    fn shows(&mut self, page: &Page) {
        let here = match page {
            // Read in between.
            Page::Text(..) | Page::Return(_, Step::Copy(_) | Step::ConcernOnPaper(_), _) => return,
            Page::Return(id, step, _) => Some((id.clone(), step.clone())),
            _ => None,
        };
        // Another control or part of the same page.
        if here == self.here {
            return;
        }
        self.from_answers = match (&self.here, &here) {
            (Some((before, Step::Answers)), Some((now, _))) => before == now,
            _ => false,
        };
        self.here = here;
    }

    fn onward(&self, next: Step) -> Step {
        if self.from_answers { Step::Answers } else { next }
    }
}

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
}

/// This page is shown now. Call for every page.
pub fn shows(page: &Page) {
    TRAIL.with_borrow_mut(|trail| trail.shows(page));
}

/// Where "Save and continue" leads: to `next`, or back to the check of the answers.
pub fn onward(next: Step) -> Step {
    TRAIL.with_borrow(|trail| trail.onward(next))
}

#[cfg(test)]
mod tests {
    use super::super::every_page::every_step;
    use super::*;
    use crate::ui::router::Path;

    /// Where "Save and continue" leads to once these pages were shown, one after the other.
    fn after(pages: &[&str]) -> Step {
        let mut trail = Trail::default();
        for page in pages {
            trail.shows(&Page::of(&Path::parse(page)));
        }
        trail.onward(Step::Tasks)
    }

    #[test]
    fn an_answer_that_is_changed_leads_back_to_the_check_of_the_answers() {
        const ANSWERS: &str = "#/return/ab12/answers";
        let in_between = |step: &Step| matches!(step, Step::Copy(_) | Step::ConcernOnPaper(_));
        for step in every_step().into_iter().filter(|step| !in_between(step)) {
            let page = step.href_at(&ReturnId::new("ab12").unwrap(), "prompt-2.1");
            let expected = if step == Step::Answers { Step::Tasks } else { Step::Answers };
            assert_eq!(after(&[ANSWERS, &page]), expected, "{page}");
        }
        let further = "#/return/ab12/area/area-2/at/area-2_grade";
        let began = "#/return/ab12/area/area-2/at/prompt-2.1";
        assert_eq!(after(&[ANSWERS, began, further]), Step::Answers, "a page in parts");
        assert_eq!(after(&[ANSWERS, began, "#/help", began]), Step::Answers, "help read");
        let area = "#/return/ab12/area/area-2";
        let copied = [ANSWERS, area, "#/return/ab12/area/area-2/copy", area];
        assert_eq!(after(&copied), Step::Answers, "texts copied from another case");
        let concern = "#/return/ab12/concern/i1";
        let printed = [ANSWERS, concern, "#/return/ab12/concern/i1/print", concern];
        assert_eq!(after(&printed), Step::Answers, "a concern printed");
    }

    #[test]
    fn every_other_way_to_a_page_leads_on_as_ever() {
        const YOU: &str = "#/return/ab12/you";
        assert_eq!(after(&[YOU]), Step::Tasks, "the first page");
        assert_eq!(after(&["#/return/ab12", YOU]), Step::Tasks, "from the task list");
        let by_the_list = ["#/return/ab12/answers", "#/return/ab12", YOU];
        assert_eq!(after(&by_the_list), Step::Tasks, "by way of the task list");
        assert_eq!(after(&["#/return/ab12/answers", "#/drafts", YOU]), Step::Tasks);
        assert_eq!(after(&["#/return/cd34/answers", YOU]), Step::Tasks, "of another return");
    }
}
