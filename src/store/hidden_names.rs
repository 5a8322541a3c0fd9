//! Rounds whose agencies' names this device hides in large type (domain 4.10).
//!
//! Beside the rounds and not in them: how a meeting is shown is no part of what it records, and a window that
//! writes nothing is told of it too. The ids of rounds are random, so they stand in the open.

use std::collections::BTreeSet;

use crate::gather::gathered;
use crate::id::RoundId;

/// Those rounds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HiddenNames(BTreeSet<RoundId>);

impl HiddenNames {
    /// Reads what [`HiddenNames::to_text`] made. Of a text that is damaged every id that is left still hides.
    pub fn from_text(text: &str) -> Self {
        Self(gathered(text.split_whitespace().filter_map(|id| RoundId::new(id).ok())))
    }

    /// The ids with spaces between them; `None` where there is none.
    pub fn to_text(&self) -> Option<String> {
        let ids: Vec<&str> = self.0.iter().map(RoundId::as_str).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether the names of a round are hidden.
    pub fn hides(&self, round: &RoundId) -> bool {
        self.0.contains(round)
    }

    /// Hides the names of a round from now on, or shows them.
    pub fn set(&mut self, round: &RoundId, hides: bool) {
        if hides {
            self.0.insert(round.clone());
        } else {
            self.0.remove(round);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(id: &str) -> RoundId {
        RoundId::new(id).unwrap()
    }

    #[test]
    fn hidden_names_are_hidden_again_after_a_reload_and_of_no_other_round() {
        let mut names = HiddenNames::default();
        names.set(&round("ab12"), true);
        names.set(&round("cd34"), true);
        let read = HiddenNames::from_text(&names.to_text().unwrap());
        assert_eq!(read, names);
        assert!(read.hides(&round("ab12")) && !read.hides(&round("ef56")));
    }

    #[test]
    fn where_no_round_hides_its_names_any_more_nothing_is_kept() {
        let mut names = HiddenNames::from_text("ab12");
        names.set(&round("ab12"), false);
        assert!(!names.hides(&round("ab12")));
        assert_eq!(names.to_text(), None);
    }

    #[test]
    fn what_is_no_id_takes_no_round_along() {
        let names = HiddenNames::from_text(" AB!  cd34\n\u{0}");
        assert!(names.hides(&round("cd34")));
        assert_eq!(names.to_text().as_deref(), Some("cd34"));
    }
}
