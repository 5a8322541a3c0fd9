//! What a person has to clear: third parties, rare events, cases that stand out (I-08).

use super::{DocumentNotice, confirm};
use crate::json;
use crate::panel::Workbook;
use crate::report::document::publication::i08_stands_out;
use crate::report::document::{Document, DocumentKind};

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let mut notices = i08_third_parties(document);
    notices.extend(i08_jigsaw(workbook, document));
    notices
}

/// Words that tell of third parties or of what happens to few.
fn i08_third_parties(document: &Document) -> Vec<DocumentNotice> {
    let words: Vec<String> = json::from_slice(include_bytes!("../data/rare.json"))
        .expect("a test reads the words of what is rare");
    let mut notices = Vec::new();
    for sentence in document.sentences().filter(|one| !one.evidence.is_empty()) {
        let text = sentence.plain().to_lowercase();
        let found = words.iter().find(|word| has_word(&text, word));
        notices.extend(found.map(|word| {
            let message = [
                "“", word,
                "” may tell readers who this is, or tells of a third party. Clear it, or say it more generally.",
            ];
            confirm("I-08", message.concat()).at(sentence)
        }));
    }
    notices
}

/// Whole words only: "court" is not in "courteous".
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
        let outside = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        outside(before) && outside(after)
    })
}

/// Facts put together: documents that tell case by case.
fn i08_jigsaw(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let by_case = match document.kind {
        DocumentKind::CaseByCase | DocumentKind::SixSteps => true,
        DocumentKind::ThemeByTheme
        | DocumentKind::Summary
        | DocumentKind::Overview
        | DocumentKind::PromptSheet => false,
    };
    let found = if by_case { i08_stands_out(workbook) } else { Vec::new() };
    let message = |one: &crate::report::document::StandsOut| {
        let label = workbook.plan().case(&one.case).map_or("", |case| case.label.as_str());
        let facts = crate::text::counted(one.by.len(), "fact", "facts");
        [
            label, ": ", &facts,
            " of the case details set this child apart from all others. Clear what is told, or publish by theme.",
        ]
        .concat()
    };
    found.iter().map(|one| confirm("I-08", message(one))).collect()
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn words_are_found_whole() {
        assert!(has_word("taken to see him in prison.", "prison"));
        assert!(!has_word("a courteous tone", "court"));
        assert!(has_word("the court order ended", "court order"));
    }
}
