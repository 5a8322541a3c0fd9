//! Words of the areas and of the overall grade.

words! {
    AREA_NOT_ASKED = "Your agency is not normally asked about this area. You can leave it, or answer what you know.";
    NOT_ASKED_OF_YOU = "Questions not asked of your agency";
    WHAT_GOOD_LOOKS_LIKE = "What good looks like:";
    HOW_TO_CHOOSE = "How to choose:";
    WHERE_TO_LOOK = "Where to look:";
    FOR_YOUR_AGENCY = "For your agency:";
    CHOOSE_SOURCE = "Choose a kind of record";
    SOURCE = "Where it is recorded";
    WHY_NOT_APPLICABLE = "Why it does not apply in this case";
    IMPACT = "Impact on the child";
    IMPACT_HINT = "What difference did the work in this area make for the child?";
    IMPACT_TEXT = "How do you know?";
    AREA_GRADE = "Your grade for this area";
    AREA_REASON = "Reason for your grade";
    AREA_REASON_HINT = "Say what weighed most. Someone who has not read the file should understand your grade.";
    WAS_IMMEDIATE = "Was this an immediate concern?";
    WAS_IMMEDIATE_HINT = "Something a manager had to be told of at once. If so, record it as an immediate concern too.";
    COMPLETED = "Have you completed this area?";
    COME_BACK = "No, I’ll come back to it later";

    PAGES_OF_AREA = "Pages of this area";
    FINDINGS_ON_LAST = "What you found and your grade come after the questions, on the last page.";

    OVERALL = "Overall grade and comments";
    OVERALL_GRADE = "Your overall grade for this case";
    OVERALL_REASON = "Reason for your overall grade";
    QUALIFIER = "Does your grade carry a qualifier?";
    NO_QUALIFIER = "No qualifier";
    GENERAL_COMMENTS = "General comments (optional)";
    GENERAL_COMMENTS_HINT = "Anything the questions did not ask, such as commitment and good practice that you saw.";
    GOOD_PRACTICE = "Practice that others should hear of (optional)";
    GOOD_PRACTICE_HINT = "One on each line.";
}

/// "page 2 of 15", of one long area.
pub fn page_of(number: usize, of: usize) -> String {
    ["page ", &number.to_string(), " of ", &of.to_string()].concat()
}

/// What one list of an area says.
pub struct ListWords {
    /// Its heading.
    pub title: &'static str,
    /// One of its lines.
    pub name: &'static str,
    /// Adds the first.
    pub add_first: &'static str,
    /// Adds another.
    pub add_more: &'static str,
    /// Label of the line's text.
    pub what: &'static str,
    /// Help with it.
    pub hint: &'static str,
    /// Label of its evidence.
    pub evidence: &'static str,
}

/// The strengths of an area.
pub const STRENGTHS: ListWords = ListWords {
    title: "Strengths",
    name: "Strength",
    add_first: "Add a strength",
    add_more: "Add another strength",
    what: "What was done well",
    hint: "Say what people did, not who they are.",
    evidence: "What in the record shows it",
};

/// The concerns of an area.
pub const CONCERNS: ListWords = ListWords {
    title: "Concerns",
    name: "Concern",
    add_first: "Add a concern",
    add_more: "Add another concern",
    what: "What was missing, late or not good enough",
    hint: "If a manager must be told now, use “Record an immediate concern” as well.",
    evidence: "What in the record shows it",
};

/// "Help with question 2.1": its own words for each, for those who hear them out of their place.
pub fn guidance(prompt: &str) -> String {
    ["Help with question ", prompt].concat()
}

/// "Evidence for 2.1".
pub fn evidence_for(prompt: &str) -> String {
    ["Evidence for ", prompt].concat()
}

/// "Where it is recorded (2.1)".
pub fn source_for(prompt: &str) -> String {
    [SOURCE, " (", prompt, ")"].concat()
}

/// How long the reason for the overall grade is.
pub fn overall_reason_hint(words: u32) -> String {
    ["Use at least ", &words.to_string(), " words. Say which areas weighed most, and why."].concat()
}
