//! Words of the findings.

use crate::panel::findings::Quantified;
use crate::text;

words! {
    FINDINGS = "Findings";
    BACK_TO_FINDINGS = "Back to the findings";
    BACK_TO_FINDING = "Back to the finding";
    FINDINGS_EXPLAINED = "What the panel makes of the strengths and concerns in the returns. Every finding keeps its links to the words behind it; how many cases it is about is counted, never typed.";
    NO_FINDINGS = "No finding is recorded yet. Begin with the strengths and concerns of a case.";
    NONE_OF_THESE = "No finding is of what you chose.";
    BY_THEME = "Theme";
    BY_CASE = "Case";
    BY_AGENCY = "Rests on the return of";
    ALL_OF_THEM = "All";
    DROPPED_ONES = "Dropped findings";
    BECAUSE = "Dropped, because";
    TAKE_UP = "Take it up again";
    TAKEN_UP = "The finding is taken up again.";
    FROM_CASE = "Strengths and concerns of a case";
    FROM_CASE_EXPLAINED = "Choose a case to see what its returns hold, and make findings of it.";
    KIND = "What it is";
    SCOPE = "About";
    ACROSS = "Across cases";
    COUNTED = "In how many cases";
    RESTS_ON = "Rests on";
    THEMES = "Themes";
    PROBLEMS = "Before it is published";
    CHANGE = "Change";
    MERGE = "Merge the chosen findings";
    MERGE_EXPLAINED = "The merged finding rests on all that they rest on.";
    MERGE_PAGES = "The merged finding rests on all that they rest on. What is chosen stays chosen when you turn the page.";
    MERGE_TITLE = "Merge findings";
    SELECT_TWO = "Choose at least two findings to merge.";
    CANDIDATES = "Strengths and concerns";
    CHOOSE_SOURCES = "Which belong together?";
    NOTHING_HERE = "The returns of this case hold no strengths and no concerns.";
    USED = "Already in a finding";
    MAKE = "Make a finding of these";
    CHOOSE_MORE = "What does the finding rest on, too?";
    ADD = "Add these to the finding";
    SELECT_SOURCES = "Choose at least one strength or concern.";
    NEW_FINDING = "New finding";
    CHANGE_FINDING = "Change a finding";
    TEXT = "The finding, in the panel’s words";
    TEXT_HINT = "One sentence or two. No names. How many cases is counted below, so that no number has to be typed.";
    WHICH_SCOPE = "Is it about one case, or across cases?";
    ONE_CASE = "About";
    ACROSS_HINT = "Rests on two cases at least.";
    COUNT_BY = "Counted by an answer (optional)";
    COUNT_BY_HINT = "Without one, the cases that it rests on are counted.";
    NO_COUNT = "By what it rests on";
    SOURCES = "What it rests on";
    REMOVE_SOURCE = "Take out";
    SOURCE_GONE = "No longer there";
    MORE_SOURCES = "Add from a case:";
    RECORD = "Record the finding";
    RECORDED = "Recorded the finding.";
    MERGED = "Merged the findings. Any text that was written of one of them is now told of them all: read it again, and record it.";
    MERGES = "This finding takes the place of:";
    DO_NOT_MERGE = "Do not merge them";
    NOT_MERGED = "The findings are not merged.";
    SELECT_KIND = "Select what the finding is.";
    SELECT_SCOPE = "Select whether it is about one case or across cases.";
    DROP = "Drop this finding";
    DROP_REASON = "Why is it dropped?";
    DROP_HINT = "It stays in the log with its reason, and can be taken up again from the list of findings.";
    DROPPED = "Dropped the finding.";
    RENEW = "Rest it on the versions that count";
    RENEWED = "It rests on the versions that count, where they say the very same.";
    STALE = "It rests on returns that were replaced.";
    STALE_SAME = "The versions that count say the very same.";
    ONE_CASE_ONLY = "It is across cases and rests on one.";
    NO_CASE = "Nothing that it rests on is of a case that counts.";
    OWN_THEME = "Another theme (optional)";
    OWN_THEME_HINT = "Of your board’s own. It is offered from then on.";
    SAID_AT_MEETING = "Said at the panel’s meeting";
    SEE_CASE = "See the case";
    SEE_RETURN = "See it in the return";
}

/// "four of the five cases (counted from answers)"; of agencies' own part "seven of the nine returns, of four cases
/// (counted from answers)".
pub fn in_cases(counted: &Quantified) -> String {
    let from_answers = counted.from_answers;
    let how = if from_answers { "counted from answers" } else { "counted from what it rests on" };
    if counted.returns.is_some() {
        let cases = text::counted(counted.cases.len(), "case", "cases");
        return [&counted.phrase, ", of ", &cases, " (", how, ")"].concat();
    }
    [&counted.phrase, " (", how, ")"].concat()
}
