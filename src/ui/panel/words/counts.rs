//! Words of the page of counted answers, where the panel settles what agencies answered differently.

use crate::text::{capitalised, counted};

words! {
    TO_SETTLE = "for the panel to settle";
    SETTLE = "Settle the answer";
    CHANGE = "Change";
    ANSWER = "Which answer does the panel count?";
    REASON = "Why";
    REASON_HINT = "What the panel read or heard that settles it. The reason is kept with the answer.";
    RECORD = "Record the answer";
    SELECT_ANSWER = "Select the answer that the panel counts.";
    ENTER_NUMBER = "Enter the number that the panel counts.";
    RECORDED = "The answer is recorded. It is counted from now on, until a return that it rests on is replaced.";
    SETTLED = "The panel counts";
    OWN_PARTS = "What each agency said of its own part";
    OWN_PARTS_EXPLAINED = "Each agency answers for itself here: where they differ, nobody contradicts anybody, and nothing is to settle.";
    RETURNS = "Returns";
    WHICH_RETURNS = "Which cases and agencies";
    OF_RETURNS = "Each agency answers this about its own part: returns are counted, and nothing is to settle.";
    SETTLED_BEFORE = "The panel settled an answer before the question was asked of each agency about its own part. It is kept, and no longer counts, for";
    IN_OTHER_WORDS = "Not everybody was asked in the same words, as of an unborn child: the case counts in no answer until the panel settles it.";
}

/// "Three answers wait for the panel to settle, in these areas: 3. Referral (2), 6. Review (1)."
/// Nothing where none waits.
pub fn waiting(areas: &[(String, usize)]) -> Option<String> {
    let all: usize = areas.iter().map(|(_, waiting)| waiting).sum();
    let advice = match areas.len() {
        0 => return None,
        1 => " for the panel to settle, in this area: ",
        _ => " for the panel to settle, in these areas: ",
    };
    let of_area =
        |(title, waiting): &(String, usize)| [title, " (", &waiting.to_string(), ")"].concat();
    let areas: Vec<String> = areas.iter().map(of_area).collect();
    let answers = capitalised(&counted(all, "answer waits", "answers wait"));
    Some([&answers, advice, &areas.join(", "), "."].concat())
}

/// "Case 1: Police, School": who says so of its own part.
pub fn of_returns(case: &str, places: &[String]) -> String {
    [case, ": ", &places.join(", ")].concat()
}

/// "The panel settled an answer before …, for Case 1, Case 2." Nothing where it settled none.
pub fn settled_before(cases: &[String]) -> Option<String> {
    (!cases.is_empty()).then(|| [SETTLED_BEFORE, " ", &cases.join(", "), "."].concat())
}

/// "of Case 1, 2.1": said after equal words, to tell them apart.
pub fn of_case(case: &str, prompt: &str) -> String {
    ["of ", case, ", ", prompt].concat()
}

/// "Case 1. Social care: Yes; Police: No."
pub fn said(case: &str, said: &[String]) -> String {
    [case, ". ", &said.join("; "), "."].concat()
}

/// The same, where an agency answered other words than those in which the case is asked (G-20).
pub fn in_other_words(said: &str) -> String {
    [said, " ", IN_OTHER_WORDS].concat()
}

/// "Case 1. The panel counts: Yes. The minutes show it."
pub fn settled(case: &str, answer: &str, reason: &str) -> String {
    [case, ". ", SETTLED, ": ", answer, ". ", reason].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_the_panel_is_told_with_its_areas() {
        assert_eq!(waiting(&[]), None);
        let one = [("3. Referral".to_owned(), 1)];
        let said = "One answer waits for the panel to settle, in this area: 3. Referral (1).";
        assert_eq!(waiting(&one).as_deref(), Some(said));
        let two = [("3. Referral".to_owned(), 2), ("6. Review".to_owned(), 1)];
        let said = "Three answers wait for the panel to settle, in these areas: 3. Referral (2), 6. Review (1).";
        assert_eq!(waiting(&two).as_deref(), Some(said));
    }
}
