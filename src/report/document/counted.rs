//! Counts as sentences say them.

use serde::{Deserialize, Serialize};

use crate::id::CaseRef;
use crate::panel::counts::ReturnCount;
use crate::text::{capitalised, counted, in_words, some_of_counted};

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
    /// What documents hold back of it; nothing in versions that were kept before they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// In how many returns, where each agency was asked about its own part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<CountedReturns>,
}

/// How many returns something is so of (N-10): behind each stands its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedReturns {
    /// Those returns.
    pub number: usize,
    /// Of how many: those in which the question arose (N-20).
    pub of: usize,
    /// Returns that count in the round.
    pub all: usize,
}

/// What a document does not say of a count (I-09). Its cases stay behind it, for the panel alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// How many: that there are such cases, or none, is said.
    Number,
    /// Also whether there is any: in a round of so few cases, none would tell of all the others.
    Whether,
}

impl Counted {
    /// These cases, of those that were asked, of all.
    pub fn new(cases: Vec<CaseRef>, of: usize, all: usize) -> Self {
        Self { cases, of, all, held: None, returns: None }
    }

    /// The same, told of so many returns.
    pub(super) fn of_returns(self, count: Option<&ReturnCount>) -> Self {
        let returns = count.map(|count| CountedReturns {
            number: count.returns.len(),
            of: count.of,
            all: count.all,
        });
        Self { returns, ..self }
    }

    /// The same with so much of it held back.
    pub(super) fn held_back(self, held: Option<Held>) -> Self {
        Self { held, ..self }
    }

    /// As a sentence has it that is left out where there is no such case: that there are some is told by itself.
    pub(super) fn of_what_occurs(self) -> Self {
        let held = if self.number() > 0 { self.held.map(|_| Held::Number) } else { self.held };
        Self { held, ..self }
    }

    /// I-09: whether documents say "some" in place of its number.
    pub fn is_held_back(&self) -> bool {
        self.held.is_some_and(|held| held == Held::Whether || self.number() > 0)
    }

    /// How many.
    pub fn number(&self) -> usize {
        self.cases.len()
    }

    /// "eight of the ten cases"; says the denominator wherever it is not every case (N-20). The number itself, for the
    /// panel; what a document says is [`Counted::said`].
    pub fn phrase(&self) -> String {
        if let Some(returns) = self.returns {
            return returns.phrase(self.number());
        }
        if self.of == 0 {
            return "no case, for the question did not arise".to_owned();
        }
        let some = some_of_counted(self.number(), self.of, "case", "cases");
        let asked = if self.of == self.all { "" } else { " in which this arose" };
        [&some, asked, &self.percentage()].concat()
    }

    /// Whether a form is the verb that follows the number.
    pub(super) fn is_verb(form: &str) -> bool {
        matches!(form.to_lowercase().as_str(), "was" | "has")
    }

    /// " (85%)" beside a count of twenty cases or more, and never without the count. Only none is 0%, and only
    /// all are 100%, however many they are.
    fn percentage(&self) -> String {
        if self.of < PERCENTAGES_FROM {
            return String::new();
        }
        let rounded = (self.number() * 200 + self.of) / (self.of * 2);
        let percent = match self.number() {
            0 => 0,
            some if some >= self.of => 100,
            _ => rounded.clamp(1, 99),
        };
        [" (", &percent.to_string(), "%)"].concat()
    }

    /// A form of the count as a document says it: `in`, `of`, `brief`, `n`, `number`, `was`, `has`; with a capital
    /// letter to begin a sentence. `None` where there is no such form.
    pub fn said(&self, form: &str) -> Option<String> {
        let small = form.to_lowercase();
        let said = match self.held {
            Some(held) => self.without_number(held, &small)?,
            None => self.with_number(&small)?,
        };
        let begins = form.starts_with(|letter: char| letter.is_uppercase());
        Some(if begins { capitalised(&said) } else { said })
    }

    fn with_number(&self, form: &str) -> Option<String> {
        let of_returns = self.returns.is_some();
        let number = self.returns.map_or(self.number(), |returns| returns.number);
        let said = match form {
            "in" => ["in ", &self.phrase()].concat(),
            "of" => self.phrase(),
            "brief" if number == 1 && !of_returns => "one case".to_owned(),
            "brief" => self.phrase(),
            "n" if of_returns => counted(number, "return", "returns"),
            "n" => counted(number, "case", "cases"),
            "number" => in_words(number),
            verb => verb_after(number, verb)?.to_owned(),
        };
        Some(said)
    }

    /// I-09: the same words and the same verb for every number that is held back, one among them.
    fn without_number(&self, held: Held, form: &str) -> Option<String> {
        let (alone, cases, as_if) = match held {
            Held::Number if self.cases.is_empty() => ("none", "no case", 0),
            Held::Number => ("some", "some cases", 2),
            Held::Whether => ("some, if any,", "some cases, if any", 2),
        };
        let said = match form {
            "in" => ["in ", cases].concat(),
            "of" | "brief" | "n" => cases.to_owned(),
            "number" => alone.to_owned(),
            verb => verb_after(as_if, verb)?.to_owned(),
        };
        Some(said)
    }
}

impl CountedReturns {
    /// "seven of the nine returns (four cases)".
    fn phrase(self, cases: usize) -> String {
        if self.of == 0 {
            return "no return, for the question did not arise".to_owned();
        }
        let some = some_of_counted(self.number, self.of, "return", "returns");
        let asked = if self.of == self.all { "" } else { " in which this arose" };
        if self.number == 0 {
            return [&some, asked].concat();
        }
        [&some, asked, " (", &counted(cases, "case", "cases"), ")"].concat()
    }
}

/// "None of the five was", "one was", "two were".
fn verb_after(number: usize, form: &str) -> Option<&'static str> {
    match (form, number <= 1) {
        ("was", true) => Some("was"),
        ("was", false) => Some("were"),
        ("has", true) => Some("has"),
        ("has", false) => Some("have"),
        _ => None,
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
            (count(2, 2, 2), "both cases"),
            (count(0, 2, 2), "neither of the two cases"),
            (count(0, 1, 1), "no case of the one"),
        ];
        for (count, want) in rows {
            assert_eq!(count.phrase(), want);
        }
    }

    #[test]
    fn n20_a_denominator_that_is_not_every_case_is_said() {
        assert_eq!(count(6, 9, 10).phrase(), "six of the nine cases in which this arose");
        assert_eq!(count(1, 1, 10).phrase(), "the one case in which this arose");
        assert_eq!(
            count(0, 1, 10).said("in").unwrap(),
            "in no case of the one in which this arose"
        );
        assert_eq!(count(0, 0, 10).phrase(), "no case, for the question did not arise");
    }

    #[test]
    fn r02_percentages_stand_beside_counts_of_twenty_or_more_only() {
        assert_eq!(count(17, 19, 19).phrase(), "17 of the 19 cases");
        assert_eq!(count(17, 20, 20).phrase(), "17 of the 20 cases (85%)");
        assert_eq!(count(1, 40, 40).phrase(), "one of the 40 cases (3%)");
        // Rounded, these would say that none is, or that all are.
        assert_eq!(count(1, 300, 300).phrase(), "one of the 300 cases (1%)");
        assert_eq!(count(299, 300, 300).phrase(), "299 of the 300 cases (99%)");
        assert_eq!(count(300, 300, 300).phrase(), "all 300 cases (100%)");
        assert_eq!(count(0, 300, 300).phrase(), "none of the 300 cases (0%)");
    }

    #[test]
    fn r02_a_count_has_its_forms() {
        let three = count(3, 10, 10);
        let said = |form: &str| three.said(form).unwrap();
        assert_eq!(said("In"), "In three of the ten cases");
        assert_eq!((said("n"), said("brief")), ("three cases".into(), said("of")));
        assert_eq!(count(1, 10, 10).said("brief").unwrap(), "one case");
        assert_eq!(count(0, 10, 10).said("n").unwrap(), "no cases");
        assert_eq!(said("Number"), "Three");
        assert_eq!((said("was"), said("has")), ("were".into(), "have".into()));
        assert_eq!(count(1, 10, 10).said("was").unwrap(), "was");
        assert_eq!(three.said("odd"), None);
    }

    #[test]
    fn n10_what_agencies_say_of_their_own_part_is_told_of_returns_with_their_cases() {
        let of = |number: usize, of: usize, all: usize, cases: usize| Counted {
            returns: Some(CountedReturns { number, of, all }),
            ..count(cases, 5, 5)
        };
        let rows = [
            (of(7, 9, 9, 4), "seven of the nine returns (four cases)"),
            (of(7, 9, 12, 4), "seven of the nine returns in which this arose (four cases)"),
            (of(1, 9, 9, 1), "one of the nine returns (one case)"),
            (of(9, 9, 9, 5), "all nine returns (five cases)"),
            (of(0, 9, 9, 0), "none of the nine returns"),
            (of(1, 1, 1, 1), "the one return (one case)"),
            (of(0, 0, 9, 0), "no return, for the question did not arise"),
            (of(0, 1, 9, 0), "no return of the one in which this arose"),
            (of(2, 2, 2, 1), "both returns (one case)"),
        ];
        for (count, want) in rows {
            assert_eq!(count.phrase(), want);
        }
        let forms = ["In", "brief", "n", "number", "was"].map(|form| of(2, 9, 9, 1).said(form));
        let phrase = "two of the nine returns (one case)";
        let want = ["In two of the nine returns (one case)", phrase, "two returns", "two", "were"];
        assert_eq!(forms, want.map(|text| Some(text.to_owned())));
        // I-09: what is held back is told of neither.
        let held = of(2, 9, 9, 1).held_back(Some(Held::Number));
        assert_eq!(held.said("in").unwrap(), "in some cases");
    }

    #[test]
    fn i09_a_count_that_is_held_back_reads_the_same_whatever_its_number() {
        let forms = ["In", "of", "brief", "n", "number", "was", "has"];
        let said = |count: &Counted| forms.map(|form| count.said(form).unwrap());
        let held = |some: usize, held| count(some, 9, 10).held_back(Some(held));
        let want =
            ["In some cases", "some cases", "some cases", "some cases", "some", "were", "have"];
        for some in [1, 2, 7, 9] {
            assert_eq!(said(&held(some, Held::Number)), want);
            assert_eq!(said(&held(some, Held::Whether)), said(&held(0, Held::Whether)));
        }
        let none = ["In no case", "no case", "no case", "no case", "none", "was", "has"];
        assert_eq!(said(&held(0, Held::Number)), none);
        assert_eq!(held(0, Held::Whether).said("in").unwrap(), "in some cases, if any");
        assert_eq!(held(1, Held::Number).said("odd"), None);
        // The panel sees the number, and a sentence that is there says by itself that there are some.
        assert_eq!(held(1, Held::Number).phrase(), count(1, 9, 10).phrase());
        assert_eq!(held(1, Held::Whether).of_what_occurs(), held(1, Held::Number));
        assert_eq!(held(0, Held::Whether).of_what_occurs(), held(0, Held::Whether));
        assert_eq!(
            [held(0, Held::Number), held(0, Held::Whether), held(1, Held::Number), count(1, 9, 10)]
                .map(|one| one.is_held_back()),
            [false, true, true, false]
        );
    }
}
