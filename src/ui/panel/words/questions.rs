//! Words of a return that the panel reads, and of the questions that it asks.

use crate::panel::QueryStanding;

words! {
    RETURN_NONE = "No return counts here at the moment. “What has come” shows why.";
    RETURN_READ_LEAD = "This is the return as it was signed. Nothing in it can be changed here. To ask the agency about an answer, follow the link beside it.";
    RETURN_MAPPED = "The agency answered another version of the audit tool. It is shown as you decided to read that version.";
    RETURN_CASE_WITHDRAWN = "This case was withdrawn, so nothing can be asked about it.";
    RETURN_READ_OR_ASK = "Read the return, or ask for it";
    RETURN_EXPECTED = "Accept it, or decide what to expect of it";
    RETURN_FILES = "Files for this return";
    RETURN_VERSION = "Version";
    RETURN_IMPORTED = "Imported";
    BACK_TO_CASE = "Back to the case";
    BACK_TO_RETURN = "Back to the return";
    BACK_TO_QUESTIONS = "Back to the questions";

    ASK = "Ask a question";
    ASK_ABOUT_RETURN = "Ask about the return as a whole";
    ASK_FOR_RETURN = "Ask for the return";
    ASK_LEAD = "The question goes into a file that you sign and send to this auditor only. It cannot be reworded once it is saved: withdraw it then, and ask another.";
    ASK_IS_ABOUT = "What the question is about";
    ASK_TEXT = "Your question";
    ASK_TEXT_HINT = "Without names or other details that identify anyone.";
    ASK_MUST_GO = "Take it out: the question cannot be saved with it.";
    ASK_KEEPS = "Why it has to stay";
    ASK_KEEPS_HINT = "Use at least 3 words, without the name or number itself. The reason stays here and is not sent.";
    ASK_BY = "By when do you need an answer? (optional)";
    ASK_SAVE = "Save the question";

    QUESTIONS = "Questions to agencies";
    QUESTIONS_LEAD = "Write a question while you read a return: follow the link beside the answer that it is about. Then sign the questions for each auditor and send them the file. Their answers come back in the next version of the return.";
    QUESTIONS_NONE = "Nothing has been asked yet. To read a return, choose it under “What has come” or on the page of its case.";
    QUESTION = "Question";
    QUESTION_ABOUT = "About";
    QUESTION_STATE = "Where it stands";
    QUESTION_BY = "Answer wanted by";
    QUESTION_ASKED = "Asked";
    QUESTION_OF_VERSION = "Asked about";
    QUESTION_SENT = "Last sent";
    QUESTION_NEVER_SENT = "In no file yet";
    QUESTION_KEPT = "Kept despite a warning";
    QUESTION_WITHDRAWN_BECAUSE = "Why it was withdrawn";
    QUESTION_READ_RETURN = "Read the return";
    NOTHING_TO_SEND = "There is nothing to ask this auditor at the moment.";
    QUESTION_NO_DATE = "No date";
    QUESTION_NO_RETURN = "No return had come";

    STANDING_DRAFT = "Not sent yet";
    STANDING_SENT = "Sent";
    STANDING_OVERDUE = "Overdue";
    STANDING_ANSWERED = "Answered";
    STANDING_ARRIVED = "The return has come";
    STANDING_WITHDRAWN = "Withdrawn";
    STANDING_CASE_WITHDRAWN = "Case withdrawn";

    ANSWER_TO_PANEL = "What the agency answers";
    ANSWER_DIFFERS = "What the question is about was changed in this version.";
    ANSWER_SAME = "What the question is about reads as before.";
    ANSWER_SAID_CHANGED = "The auditor says that it was changed, but it reads as before.";
    ANSWER_NOT_COMPARED = "The version that you asked about is not here, so the two cannot be compared.";
    ANSWER_BEFORE_AND_NOW = "Before and now";
    ANSWER_WHAT = "What is asked";
    ANSWER_NOT_ASKED = "Not asked in this version";
    ANSWER_NO_DIFFERENCE = "Both versions read the same.";

    WITHDRAW_QUESTION = "Withdraw the question";
    WITHDRAW_EXPLAINED = "A question that was sent is taken back with the next file that you sign for this auditor. It stays in your list, with the reason.";
    WITHDRAW_WHY = "Why is it withdrawn?";
}

/// "Version 2"
pub fn version_number(version: u32) -> String {
    ["Version ", &version.to_string()].concat()
}

/// "about “4.5 Was the child seen alone?”", after the words of a link.
pub fn about_what(asks: &str) -> String {
    ["about “", asks, "”"].concat()
}

/// ": Case 1, Police", after the words of a link.
pub fn return_of(case: &str, who: &str) -> String {
    [": ", case, ", ", who].concat()
}

/// Where a question stands, as a tag says it.
pub fn query_standing(standing: QueryStanding) -> &'static str {
    match standing {
        QueryStanding::Draft => STANDING_DRAFT,
        QueryStanding::Sent => STANDING_SENT,
        QueryStanding::Overdue => STANDING_OVERDUE,
        QueryStanding::Answered => STANDING_ANSWERED,
        QueryStanding::Arrived => STANDING_ARRIVED,
        QueryStanding::Withdrawn => STANDING_WITHDRAWN,
        QueryStanding::CaseWithdrawn => STANDING_CASE_WITHDRAWN,
    }
}

/// "3 open, 1 overdue", or nothing.
pub fn questions_open(open: usize, overdue: usize) -> String {
    match (open, overdue) {
        (0, _) => String::new(),
        (open, 0) => [&open.to_string(), " open"].concat(),
        (open, overdue) => {
            [&open.to_string(), " open, ", &overdue.to_string(), " overdue"].concat()
        }
    }
}

/// "2 questions open, 1 overdue, 1 not sent yet. 3 answered."
pub fn questions_of_slot(open: usize, overdue: usize, not_sent: usize, answered: usize) -> String {
    let noun = if open == 1 { " question open" } else { " questions open" };
    let mut text = [&open.to_string(), noun].concat();
    if overdue > 0 {
        text.push_str(&[", ", &overdue.to_string(), " overdue"].concat());
    }
    if not_sent > 0 {
        text.push_str(&[", ", &not_sent.to_string(), " not sent yet"].concat());
    }
    [&text, ". ", &answered.to_string(), " answered."].concat()
}

/// "A file with questions was last signed: 18 May 2026, 09:00."
pub fn pack_sent(at: &str) -> String {
    ["A file with questions was last signed: ", at, "."].concat()
}

/// "Sign and download the questions for Police"
pub fn sign_pack(who: &str) -> String {
    ["Sign and download the questions for ", who].concat()
}

/// "Coordinator, 18 May 2026"
pub fn asked_by(who: &str, on: &str) -> String {
    [who, ", ", on].concat()
}

/// "Version 2 has come since, without an answer to this question."
pub fn passed_over(version: u32) -> String {
    [&version_number(version), " has come since, without an answer to this question."].concat()
}

/// "Version 1 of the return has come. ..."
pub fn arrived(version: u32) -> String {
    [&version_number(version), " of the return has come. The question itself was not answered."]
        .concat()
}

/// "Given in version 2 of the return."
pub fn answered_in(version: u32) -> String {
    ["Given in version ", &version.to_string(), " of the return."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_questions_are_whole_phrases() {
        assert_eq!(questions_open(0, 0), "");
        assert_eq!(questions_open(3, 0), "3 open");
        assert_eq!(questions_open(3, 1), "3 open, 1 overdue");
        assert_eq!(questions_of_slot(1, 0, 1, 0), "1 question open, 1 not sent yet. 0 answered.");
        assert_eq!(questions_of_slot(2, 1, 0, 3), "2 questions open, 1 overdue. 3 answered.");
    }
}
