//! Words of the page of counted answers, where the panel settles what agencies answered differently.

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
    IN_OTHER_WORDS = "Not everybody was asked in the same words, as of an unborn child: the case counts in no answer until the panel settles it.";
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
