//! Counts as sentences say them.

use serde::{Deserialize, Serialize};

use crate::id::CaseRef;
use crate::text::{capitalised, counted, in_words, some_of};

/// From how many cases on a percentage may stand beside a count.
const PERCENTAGES_FROM: usize = 20;

/// How many cases something is so of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Those cases.
    pub cases: Vec<CaseRef>,
    /// Of how many: those in which the question arose, or that were judged (N-20).
    pub of: usize,
    /// Cases in the round.
    pub all: usize,
}

impl Counted {
    /// These cases, of those that were asked, of all.
    pub fn new(cases: Vec<CaseRef>, of: usize, all: usize) -> Self {
        Self { cases, of, all }
    }

    /// How many.
    pub fn number(&self) -> usize {
        self.cases.len()
    }

    /// "eight of the ten cases"; says the denominator wherever it is not every case (N-20).
    pub fn phrase(&self) -> String {
        let some = match (self.number(), self.of) {
            (_, 0) => return "no case, for the question did not arise".to_owned(),
            (1, 1) => "the one case".to_owned(),
            (some, of) => [&some_of(some, of), " cases"].concat(),
        };
        let asked = if self.of == self.all { "" } else { " in which this arose" };
        [&some, asked, &self.percentage()].concat()
    }

    /// Whether a form is the verb that follows the number.
    pub(super) fn is_verb(form: &str) -> bool {
        matches!(form.to_lowercase().as_str(), "was" | "has")
    }

    /// " (85%)" beside a count of twenty cases or more, and never without the count.
    fn percentage(&self) -> String {
        if self.of < PERCENTAGES_FROM {
            return String::new();
        }
        let percent = (self.number() * 200 + self.of) / (self.of * 2);
        [" (", &percent.to_string(), "%)"].concat()
    }

    /// A form of the count: `in`, `of`, `brief`, `n`, `number`, `was`, `has`; with a capital letter to begin a sentence.
    pub(super) fn said(&self, form: &str) -> Option<String> {
        let number = self.number();
        // "None of the five was", "one was", "two were".
        let one = number <= 1;
        let said = match form.to_lowercase().as_str() {
            "in" => ["in ", &self.phrase()].concat(),
            "of" => self.phrase(),
            "brief" if number == 1 => "one case".to_owned(),
            "brief" => self.phrase(),
            "n" => counted(number, "case", "cases"),
            "number" => in_words(number),
            "was" => if one { "was" } else { "were" }.to_owned(),
            "has" => if one { "has" } else { "have" }.to_owned(),
            _ => return None,
        };
        let begins = form.starts_with(|letter: char| letter.is_uppercase());
        Some(if begins { capitalised(&said) } else { said })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(some: usize, of: usize, all: usize) -> Counted {
        let case = |at: usize| CaseRef::new(format!("case-{at}")).unwrap();
        Counted::new((0..some).map(case).collect(), of, all)
    }

    #[test]
    fn r02_counts_are_words_with_their_denominator() {
        let rows = [
            (count(8, 10, 10), "eight of the ten cases"),
            (count(5, 5, 5), "all five cases"),
            (count(1, 10, 10), "one of the ten cases"),
            (count(0, 5, 5), "none of the five cases"),
            (count(1, 1, 1), "the one case"),
            (count(11, 12, 12), "11 of the 12 cases"),
        ];
        for (count, want) in rows {
            assert_eq!(count.phrase(), want);
        }
    }

    #[test]
    fn n20_a_denominator_that_is_not_every_case_is_said() {
        assert_eq!(count(6, 9, 10).phrase(), "six of the nine cases in which this arose");
        assert_eq!(count(1, 1, 10).phrase(), "the one case in which this arose");
        assert_eq!(count(0, 0, 10).phrase(), "no case, for the question did not arise");
    }

    #[test]
    fn r02_percentages_stand_beside_counts_of_twenty_or_more_only() {
        assert_eq!(count(17, 19, 19).phrase(), "17 of the 19 cases");
        assert_eq!(count(17, 20, 20).phrase(), "17 of the 20 cases (85%)");
        assert_eq!(count(1, 40, 40).phrase(), "one of the 40 cases (3%)");
    }

    #[test]
    fn r02_a_count_has_its_forms() {
        let three = count(3, 10, 10);
        let said = |form: &str| three.said(form).unwrap();
        assert_eq!(said("In"), "In three of the ten cases");
        assert_eq!((said("n"), said("brief")), ("three cases".into(), said("of")));
        assert_eq!(count(1, 10, 10).said("brief").unwrap(), "one case");
        assert_eq!(said("Number"), "Three");
        assert_eq!((said("was"), said("has")), ("were".into(), "have".into()));
        assert_eq!(count(1, 10, 10).said("was").unwrap(), "was");
        assert_eq!(three.said("odd"), None);
    }
}
