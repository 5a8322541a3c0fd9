//! What is typed on a page and not recorded yet, so that nothing typed is lost.
//!
//! By page and by box, as text, and of no consequence: nothing counts that was
//! not recorded. It is the one thing of a workbook that is replaced rather than
//! added to, and goes once its page's work is recorded.

use std::collections::BTreeMap;

use super::workbook::Workbook;

/// Texts of one page, by the box that they were typed into.
pub type Unfinished = BTreeMap<String, String>;

impl Workbook {
    /// What was typed on a page and is not recorded; nothing where all is.
    pub fn unfinished(&self, page: &str) -> Option<&Unfinished> {
        self.record.panel.unfinished.get(page)
    }

    /// Keeps what stands in one box of a page now, an empty text too: somebody emptied it.
    pub fn keep_unfinished(&mut self, page: &str, field: &str, text: &str) {
        let page = self.record.panel.unfinished.entry(page.to_owned()).or_default();
        page.insert(field.to_owned(), text.to_owned());
    }

    /// Forgets what was typed on a page: it is recorded, or not wanted.
    pub fn forget_unfinished(&mut self, page: &str) {
        self.record.panel.unfinished.remove(page);
    }
}

#[cfg(test)]
mod tests {
    use crate::panel::Workbook;
    use crate::panel::fixture::*;

    #[test]
    fn what_is_typed_is_kept_by_page_and_box_until_it_is_recorded() {
        let mut workbook = Desk::with(&["case-1"]).workbook;
        workbook.keep_unfinished("a page", "reason", "Seen al");
        workbook.keep_unfinished("a page", "reason", "Seen alone");
        workbook.keep_unfinished("a page", "note", "");
        workbook.keep_unfinished("another", "reason", "Other");
        let text = serde_json::to_string(workbook.record()).unwrap();
        let mut again = Workbook::from_record(serde_json::from_str(&text).unwrap());
        let kept: Vec<(&str, &str)> = again
            .unfinished("a page")
            .unwrap()
            .iter()
            .map(|(field, text)| (field.as_str(), text.as_str()))
            .collect();
        assert_eq!(kept, [("note", ""), ("reason", "Seen alone")]);
        again.forget_unfinished("a page");
        assert_eq!(again.unfinished("a page"), None);
        assert_eq!(again.unfinished("another").unwrap()["reason"], "Other");
    }
}
