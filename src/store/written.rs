//! A draft's record as text, of which each save writes again only the answers that have changed.
//!
//! A tool of 3,000 prompts has most of its record in its answers, and a save comes twice a
//! second while somebody types. What was written of an answer is used again as long as the
//! answer is equal to the one that it was written of: nobody has to say what changed, so
//! nobody can forget to.

use std::collections::BTreeMap;

use super::DraftRecord;
use crate::audit_return::Answer;
use crate::gather::keep;
use crate::id::PromptId;

/// How the answers of a record without any are written. Within a text the quotes are escaped,
/// so it stands nowhere else.
const NO_ANSWERS: &str = "\"answers\":{}";

/// The answers as they were last written.
#[derive(Debug, Default)]
pub struct Written {
    answers: BTreeMap<PromptId, (Answer, String)>,
}

impl Written {
    /// The text of a record, to the letter as [`DraftRecord::to_text`] writes it.
    pub fn text_of(&mut self, record: &mut DraftRecord) -> String {
        let answers = std::mem::take(&mut record.draft.answers);
        let shell = record.to_text();
        record.draft.answers = answers;
        let mut places = shell.match_indices(NO_ANSWERS);
        let (Some((place, _)), None) = (places.next(), places.next()) else {
            return record.to_text();
        };
        let (before, after) = (shell.get(..place), shell.get(place + NO_ANSWERS.len()..));
        let (Some(before), Some(after)) = (before, after) else { return record.to_text() };
        self.follow(&record.draft.answers);
        let long: usize = self.answers.values().map(|(_, text)| text.len() + 1).sum();
        let mut text = String::with_capacity(shell.len() + long);
        text.push_str(before);
        text.push_str("\"answers\":{");
        for (number, (_, written)) in self.answers.values().enumerate() {
            if number > 0 {
                text.push(',');
            }
            text.push_str(written);
        }
        text.push('}');
        text.push_str(after);
        text
    }

    /// Writes what is new or has changed, and forgets what is gone.
    fn follow(&mut self, answers: &BTreeMap<PromptId, Answer>) {
        if self.answers.len() > answers.len() || !self.answers.keys().eq(answers.keys()) {
            keep(&mut self.answers, &|prompt| answers.contains_key(prompt));
        }
        for (prompt, answer) in answers {
            match self.answers.get_mut(prompt) {
                Some((known, _)) if known == answer => {}
                Some(place) => *place = (answer.clone(), member(prompt, answer)),
                None => {
                    let written = member(prompt, answer);
                    self.answers.insert(prompt.clone(), (answer.clone(), written));
                }
            }
        }
    }
}

/// One member of the object of answers.
fn member(prompt: &PromptId, answer: &Answer) -> String {
    let name = crate::json::to_string(prompt).expect("an id is a text");
    let value = crate::json::to_string(answer).expect("an answer has text keys only");
    [name.as_str(), ":", &value].concat()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, evidence, id};
    use super::super::{AnswerChange, Change};
    use super::*;
    use crate::envelope::Hash;

    fn record() -> DraftRecord {
        DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"))
    }

    #[test]
    fn a_record_is_written_as_ever_whatever_changes() {
        let (mut record, mut written) = (record(), Written::default());
        let about = |prompt: &str, text: &str| {
            Change::Answer(id(prompt), AnswerChange::Evidence(text.into()))
        };
        let changes = [
            evidence("Seen alone"),
            evidence("Seen alone, \"twice\"\nand once"),
            about("2.1", "\"answers\":{} and \\\"answers\\\":{}"),
            about("1.2", "between two others"),
            about("2.1", ""),
            Change::GeneralComments("\"answers\":{}".into()),
            about("0.9", "before all others"),
            about("1.2", ""),
        ];
        assert_eq!(written.text_of(&mut record), record.to_text());
        for change in changes {
            record.apply(&change);
            assert_eq!(written.text_of(&mut record), record.to_text(), "{change:?}");
        }
        let before = record.clone();
        record.draft.answers.clear();
        assert_eq!(written.text_of(&mut record), record.to_text());
        record = before;
        assert_eq!(written.text_of(&mut record), record.to_text());
    }

    #[test]
    fn an_answer_that_has_not_changed_is_not_written_again() {
        let (mut record, mut written) = (record(), Written::default());
        record.apply(&evidence("Seen alone"));
        written.text_of(&mut record);
        // Put in its place by hand: used again as long as the answer is the same.
        if let Some((_, text)) = written.answers.get_mut(&id("1.1")) {
            *text = "\"1.1\":\"as kept\"".into();
        }
        assert!(written.text_of(&mut record).contains("as kept"));
        record.apply(&evidence("Seen alone twice"));
        assert!(!written.text_of(&mut record).contains("as kept"));
    }
}
