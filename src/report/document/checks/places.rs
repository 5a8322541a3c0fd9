//! I-08: names of places in what somebody typed, for a person to clear: "moved to", "stayed in", "seen near".
//!
//! No list of places is at hand, so a name is known by its capital behind a word that leads to a place. What the round
//! itself names (its board, agencies, areas) is none.

use std::collections::BTreeSet;

use super::{DocumentNotice, Subject, confirm, is_typed};
use crate::gather::gathered;
use crate::json;
use crate::panel::Workbook;
use crate::report::document::Document;

/// What a place is told with.
const LEADS: [&str; 11] =
    ["in", "to", "from", "near", "at", "around", "outside", "via", "towards", "into", "leaving"];

/// One notice for each name in each sentence.
pub(super) fn i08_places(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let known = known(workbook);
    let mut notices = Vec::new();
    for sentence in document.sentences().filter(|one| is_typed(one)) {
        let names: BTreeSet<String> = gathered(places(&sentence.plain(), &known));
        notices.extend(names.into_iter().map(|name| {
            let message = [
                "“",
                &name,
                "” may be the name of a place, or of somebody. Clear it, or say it more generally, such as “another town”.",
            ];
            confirm("I-08", message.concat()).about(Subject::ThirdParties).at(sentence)
        }));
    }
    notices
}

/// Words with a capital that name no place, in small letters.
fn known(workbook: &Workbook) -> BTreeSet<String> {
    let plan = workbook.plan();
    let listed: Vec<String> = json::from_slice(include_bytes!("../data/no-places.json"))
        .expect("a test reads the words that are no places");
    let agencies = plan.agencies.iter().map(|agency| agency.name.as_str());
    let areas = plan.round.tool.areas.iter().map(|area| area.title.as_str());
    let board = &plan.round.board;
    let round = [&board.name, &board.area, &plan.round.title, &plan.round.tool.title];
    let named = agencies.chain(areas).chain(round.map(String::as_str));
    let words = named.flat_map(str::split_whitespace).map(|word| bare(word).to_lowercase());
    gathered(words.chain(listed))
}

/// Each run of words with a capital that stands behind a word that leads to a place.
fn places(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, lead) in words.iter().enumerate() {
        if LEADS.contains(&lead.to_lowercase().as_str()) {
            let name = name_at(words.get(at + 1..).unwrap_or_default(), known);
            found.extend((!name.is_empty()).then_some(name));
        }
    }
    found
}

/// The name that begins these words; empty where they begin with none.
fn name_at(words: &[&str], known: &BTreeSet<String>) -> String {
    let mut name: Vec<&str> = Vec::new();
    for word in words {
        let bare = bare(word);
        if !is_name(bare) || known.contains(&bare.to_lowercase()) {
            break;
        }
        name.push(bare);
        // A stop, a comma or a bracket ends it.
        if !word.ends_with(bare) {
            break;
        }
    }
    name.join(" ")
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let of_it = ["’s", "'s"].into_iter().find_map(|ending| word.strip_suffix(ending));
    of_it.unwrap_or(word)
}

/// A capital and small letters behind it: "GP" and "CAMHS" are abbreviations.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 1
        && letters.all(|letter| letter.is_lowercase() || !letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::Desk;

    #[test]
    fn i08_a_name_behind_a_word_that_leads_to_a_place_may_be_one() {
        let known = known(&Desk::with(&["case-1"]).workbook);
        let rows = [
            ("The family moved to Larkspur in March.", vec!["Larkspur"]),
            ("He was seen near Upper Quill, and at Tarn’s edge", vec!["Upper Quill", "Tarn"]),
            ("Contact took place in (Wexcombe) twice", vec!["Wexcombe"]),
            ("Help came from CAMHS, from the GP and at Section 47", vec![]),
            ("Answers in Working Together, in Year 9 and to Case 3", vec![]),
            ("In four of the five. Children were seen", vec![]),
            ("sent to them, and to Mary Tarn", vec!["Mary Tarn"]),
        ];
        for (text, want) in rows {
            assert_eq!(places(text, &known), want, "{text}");
        }
    }
}
