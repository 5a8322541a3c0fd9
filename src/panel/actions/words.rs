//! Words by which actions and owners are known to be vague: data, so that a board can read and change them.

use serde::Deserialize;

use crate::json;

/// A vague way of putting an action, with what to say instead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vagueness {
    /// As it occurs in texts, in small letters.
    pub forms: Vec<String>,
    /// The measure that would make the action definite.
    pub measure: String,
}

/// A vague word found in an action (AP-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vague {
    /// As written in the list of words.
    pub word: String,
    /// The measure that would make the action definite.
    pub measure: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionWords {
    pub(super) vague: Vec<Vagueness>,
    pub(super) teams: Vec<String>,
    pub(super) verbs: Vec<String>,
}

pub(super) fn words() -> ActionWords {
    let read = json::from_slice(include_bytes!("../data/actions.json"));
    read.expect("a test reads the list of words")
}

/// In small letters, single spaces and nothing around it.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `phrase` stands in a text as words of its own; both in small letters.
pub(super) fn has_phrase(text: &str, phrase: &str) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '-';
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (text.get(..at), text.get(at + phrase.len()..));
        let before = before.and_then(|text| text.chars().next_back());
        let after = after.and_then(|text| text.chars().next());
        !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_words_are_in_small_letters_and_none_is_said_twice() {
        let words = words();
        let forms = words.vague.iter().flat_map(|one| &one.forms);
        let all: Vec<&String> = forms.chain(&words.teams).chain(&words.verbs).collect();
        let unique: std::collections::BTreeSet<&&String> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
        assert!(all.iter().all(|word| folded(word) == **word && !word.is_empty()));
        assert!(words.vague.iter().all(|one| !one.measure.is_empty()));
    }

    #[test]
    fn a_phrase_is_found_as_words_of_their_own() {
        assert!(has_phrase("remind staff", "remind"));
        assert!(has_phrase("staff, reminded: go", "reminded"));
        for text in ["unremind staff", "reminders", "re-remind"] {
            assert!(!has_phrase(text, "remind"), "{text}");
        }
    }
}
