//! What a board calls things: words drifted as boards became partnerships (domain 1.12).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::json;

/// Something that boards have different words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// Whose round it is: "partnership", "board".
    Board,
    /// Children's social care's full assessment.
    Assessment,
    /// The assessment of early help.
    EarlyHelpAssessment,
    /// The body that commissions health services.
    HealthCommissioner,
    /// What is audited: "records", "case files".
    Files,
    /// The letter A of a SMART plan.
    SmartA,
}

impl Term {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Board,
        Self::Assessment,
        Self::EarlyHelpAssessment,
        Self::HealthCommissioner,
        Self::Files,
        Self::SmartA,
    ];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Assessment => "assessment",
            Self::EarlyHelpAssessment => "early-help-assessment",
            Self::HealthCommissioner => "health-commissioner",
            Self::Files => "files",
            Self::SmartA => "smart-a",
        }
    }
}

/// The words of one board. A term that is not there has the usual word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Terminology(BTreeMap<Term, String>);

/// A pack of words that is shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermPack {
    /// Such as `board-2009`.
    pub id: String,
    /// For a coordinator who chooses.
    pub title: String,
    /// A word for every term.
    pub words: BTreeMap<Term, String>,
}

/// Every pack that is shipped; the first has the usual words.
pub fn term_packs() -> Vec<TermPack> {
    json::from_slice(include_bytes!("data/terminology.json"))
        .expect("a test reads the packs that are shipped")
}

impl TermPack {
    /// Its words as a round's own.
    pub fn terminology(&self) -> Terminology {
        let usual = usual();
        let differs = |(term, word): &(&Term, &String)| usual.get(term) != Some(*word);
        let words = self.words.iter().filter(differs);
        Terminology(words.map(|(term, word)| (*term, word.clone())).collect())
    }
}

fn usual() -> BTreeMap<Term, String> {
    term_packs().into_iter().next().map(|pack| pack.words).unwrap_or_default()
}

impl Terminology {
    /// The word for this.
    pub fn say(&self, term: Term) -> String {
        let usual = || usual().get(&term).cloned().unwrap_or_default();
        self.0.get(&term).cloned().unwrap_or_else(usual)
    }

    /// With another word; a blank one takes the usual word back.
    pub fn with(mut self, term: Term, word: &str) -> Self {
        let word = word.trim();
        if word.is_empty() || usual().get(&term).is_some_and(|usual| usual == word) {
            self.0.remove(&term);
        } else {
            self.0.insert(term, word.to_owned());
        }
        self
    }

    /// Whether every word is the usual one.
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_has_a_word_for_every_term() {
        for pack in term_packs() {
            let terms: Vec<Term> = pack.words.keys().copied().collect();
            assert_eq!(terms, Term::ALL, "{}", pack.id);
            let written = serde_json::to_value(Term::ALL).unwrap();
            assert_eq!(written, serde_json::json!(Term::ALL.map(Term::as_str)));
        }
    }

    #[test]
    fn a_round_says_its_boards_words_and_the_usual_ones_where_it_has_none() {
        let packs = term_packs();
        let board = packs.iter().find(|pack| pack.id == "board-2009").unwrap().terminology();
        assert_eq!(board.say(Term::Board), "board");
        assert_eq!(board.say(Term::Assessment), "core assessment");
        let usual = Terminology::default();
        assert_eq!(usual.say(Term::Board), "partnership");
        assert_eq!(usual.say(Term::Assessment), "child and family assessment");
        assert!(packs[0].terminology().is_usual());
    }

    #[test]
    fn one_word_can_be_changed_and_taken_back() {
        let own = Terminology::default().with(Term::Board, " trust ");
        assert_eq!(own.say(Term::Board), "trust");
        assert!(own.clone().with(Term::Board, "").is_usual());
        assert!(own.with(Term::Board, "partnership").is_usual());
    }
}
