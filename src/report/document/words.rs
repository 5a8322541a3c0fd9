//! The words of documents: those shipped, and a round's own in their place.

use std::collections::BTreeMap;

use crate::json;
use crate::round::Round;

/// Words by name, with a round's own in place of those shipped.
#[derive(Debug, Clone)]
pub(super) struct Words(BTreeMap<String, String>);

/// Every text of documents that is shipped, by its name: a pattern with gaps.
pub fn report_words() -> BTreeMap<String, String> {
    json::from_slice(include_bytes!("data/words.json")).expect("a test reads the words")
}

/// Names under which a round has words and no document looks for any.
pub fn unknown_words(round: &Round) -> Vec<&str> {
    let shipped = report_words();
    let own = round.report.wording.keys().map(String::as_str);
    own.filter(|name| !shipped.contains_key(*name)).collect()
}

impl Words {
    pub(super) fn of(round: &Round) -> Self {
        let mut words = report_words();
        for (name, own) in &round.report.wording {
            if let Some(word) = words.get_mut(name) {
                word.clone_from(own);
            }
        }
        Self(words)
    }

    /// The text of this name; blank where there is none, or the round wants none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Names and texts under a first part, without it: `fact.how-often` under `fact.`.
    pub(super) fn under(&self, first: &str) -> impl Iterator<Item = (&str, &str)> {
        let names = self.0.iter();
        names.filter_map(move |(name, text)| Some((name.strip_prefix(first)?, text.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture;
    use crate::round::round_templates;
    use crate::tool::library;

    #[test]
    fn every_template_has_words_that_documents_use() {
        for template in round_templates() {
            let tool = library::by_id(&template.tool).unwrap();
            let round = template.round("round-1".parse().unwrap(), tool);
            assert_eq!(unknown_words(&round), Vec::<&str>::new(), "{}", template.id);
        }
    }

    #[test]
    fn a_round_has_its_own_words_and_hears_of_those_that_nothing_uses() {
        let mut round = fixture::plan(&["case-1"], "area-and-case").round;
        round.report.wording.insert("summary.title".into(), "What we learnt".into());
        round.report.wording.insert("summary.tittle".into(), "x".into());
        let words = Words::of(&round);
        assert_eq!(words.get("summary.title"), "What we learnt");
        assert_eq!(words.get("summary.tittle"), "");
        assert_eq!(unknown_words(&round), ["summary.tittle"]);
    }
}
