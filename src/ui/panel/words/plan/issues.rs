//! Words of issues between agencies.

use crate::text::numbered;

words! {
    ISSUES_EXPLAINED = "What agencies could not resolve between themselves is kept here until it is resolved. It is about practice, never about a person.";
    NO_ISSUES = "No issue is recorded.";
    AN_ISSUE = "Issue between agencies";
    RECORD_ISSUE = "Record an issue";
    ISSUE_RECORDED = "Recorded the issue.";
    ISSUE = "What is at issue?";
    ISSUE_HINT = "No names of people.";
    RAISED_BY = "Who raised it";
    PUT_TO = "Whom it is put to";
    RAISED_ON = "When it was raised";
    RESOLVED = "Resolved";
    BETWEEN_THEM = "Between the two";
    LEVEL = "Taken to";
    LEVEL_HINT = "The next level, such as directors.";
    NOTE_STEP = "Somebody answered, or something was done";
    TAKE_STEP = "It is taken to the next level";
    RESOLVE_STEP = "It is resolved";
    REOPEN_STEP = "It is at issue again";
    NOTED = "What was answered or done?";
    ISSUE_ACTIONS = "Actions that it is about";
    CORRECT_ISSUE = "Correct this issue";
    RECORD_CORRECTION = "Record the correction";
}

/// "Health, named nurse, to Police, head of public protection".
pub fn sides(from: &str, to: &str) -> String {
    [from, ", to ", to].concat()
}

/// "Raised on 1 April 2026, 30 days".
pub fn since(on: &str, days: i64) -> String {
    let days = numbered(usize::try_from(days).unwrap_or_default(), "day", "days");
    [on, ", ", &days].concat()
}

/// "With directors".
pub fn with(level: &str) -> String {
    ["With ", level].concat()
}
