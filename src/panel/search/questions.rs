//! Questions to agencies: what was asked, what they answered, why one was withdrawn.

use super::{FoundAt, Search};
use crate::panel::queries::Query;
use crate::panel::workbook::Workbook;

impl Search<'_> {
    pub(super) fn questions(&mut self) {
        let workbook = self.workbook;
        for query in workbook.queries() {
            let about = (Some(&query.place.case), Some(&query.place.agency));
            let at = || FoundAt::Question(query.id.clone());
            self.offer(&query.text, "Question to an agency", about, at);
            if let Some(answer) = answer(workbook, query) {
                self.offer(answer, "Answer to a question", about, at);
            }
            if let Some(withdrawn) = workbook.withdrawal_of(&query.id) {
                self.offer(&withdrawn.reason, "Why a question was withdrawn", about, at);
            }
        }
    }
}

/// What the return that counts answers, whether or not the question was withdrawn since.
fn answer<'a>(workbook: &'a Workbook, query: &Query) -> Option<&'a str> {
    let file = workbook.current(&query.place)?;
    let asked = &workbook.audit_return(&file)?.panel_questions;
    asked.iter().find(|one| one.question.id == query.id).map(|one| one.answer.as_str())
}
