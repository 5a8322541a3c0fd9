//! Words of the pages on imported files, on what is owed, and on the log.

use crate::panel::{FileDecision, FileGroup};

words! {
    MAP_IT = "Say which of its questions are which of this round’s";
    ITS_COPY = "The copy for the practitioner and their manager";
    STAGE_SET_UP = "Set up";
    STAGE_COLLECT = "Invite and collect";
    STAGE_TOGETHER = "Read together";
    STAGE_AGREE = "Agree";
    STAGE_PUBLISH = "Publish";
    STAGE_LOOK_UP = "Look up";

    FILES = "Imported files";
    FILES_EXPLAINED = "Every file that was ever chosen here and was not taken back, with how it stands. What needs you comes first.";
    NO_FILES = "Nothing has been imported yet.";
    NO_FILES_FIT = "No file fits what you chose.";
    FIND_FILE = "Find by file name, agency or case";
    HOW_IT_STANDS = "How it stands";
    IMPORTED_AT = "Imported";
    ABOUT = "About";
    BACK_TO_FILES = "Back to the imported files";
    NO_SUCH_FILE = "This file is not in the register";
    NO_SUCH_FILE_ADVICE = "It may have been taken back with its import. Go back to the imported files.";
    UNDO_IMPORT = "Take back the last import";
    UNDO_EXPLAINED = "Its files leave the register and this browser, and everything stands as it stood before. What is in the log stays there. You can import the files again from where you have them.";
    TAKE_IT_BACK = "Take it back";

    READ_WHOLE = "Read the whole return";
    BACK_TO_FILE = "Back to the file";
    RETURN_FILE = "return";
    FILE_HASH = "Hash of the file";
    SIGNED = "Signed";
    SIGNED_AGAIN = "Signed a second time";
    VERSION = "Version";
    TAKES_BACK = "Takes back version";
    WHY_APART = "Why it is kept apart";
    STAYS_APART = "It stays apart";
    RULES_BROKEN = "Rules that it breaks";
    DECIDE = "What do you decide?";
    REASON = "Why?";
    REASON_HINT = "A sentence that somebody can check later. It goes into the log, never into a report.";
    RECORD_DECISION = "Record the decision";
    CHOOSE_DECISION = "Choose what you decide";
    DECIDED = "Decided. The log has it.";
    AGAINST = "Beside";
    AGAINST_EXPLAINED = "Everything on which the two differ, and nothing else.";
    THIS_FILE = "This file";
    OTHER_FILE = "The other file";
    QUESTION = "Question";
    NOTHING_SAID = "Nothing";
    NO_DIFFERENCE = "A person reads the same in both. They differ only in what no page shows, such as the moment of signing.";
    CANNOT_COMPARE = "One of the two answers another tool, so they cannot be compared.";
    CHANGED_SINCE = "What changed since";

    PLACE = "One return";
    NOT_A_PLACE = "Nobody was asked for this return";
    BACK_TO_MATRIX = "Back to who has returned what";
    EXPECTED_BY = "Expected by";
    NONE_CAME = "No file has come.";
    READ_THE_CASE = "See the case as every agency grades it";
    WHAT_IS_EXPECTED = "What is to be expected?";
    AS_PLANNED = "The return, by the round’s date";
    MORE_TIME = "The return, by a later date";
    UNTIL = "Which date?";
    UNTIL_HINT = "For example, 27 3 2026. A return up to that day is not late.";
    WILL_NOT_COME = "None: the agency declines";
    WITHOUT_IT = "None: the panel goes on without it";
    EXPECTATION_HINT = "A return that comes all the same still counts.";
    ENTER_DATE = "Enter the later date, with day, month and year";
    DATE_NOT_LATER = "The later date must be after the round’s date";
    ENTER_REASON = "Enter the reason";
    ACCEPT = "Have you read the return?";
    ACCEPT_EXPLAINED = "Accepting says that you have read it and have nothing to ask. It changes no count.";
    ACCEPT_IT = "Accept the return";
    UNACCEPT_IT = "Take the acceptance back";
    ACCEPTED = "Accepted";
    UP_TO = "More time, to";

    REMINDERS = "Reminders";
    NOTHING_OWED = "Every return that was asked for has come, and no question that was sent waits for its answer.";
    REMINDERS_EXPLAINED = "One text for each agency that owes a return, or an answer to a question that was sent to it. Copy it into a letter or an e-mail; this program sends nothing.";
    COPY_TEXT = "Copy the text";
    COPIED = "Copied";
    NOT_COPIED = "The browser did not allow copying. Select the text and copy it.";
    NOTE_REMINDED = "Note that you sent it";
    REMINDED = "Reminded";
    NEVER_REMINDED = "Not reminded yet";
    CONTACT = "Whom to ask";
    CONTACT_HINT = "A role and how to reach them. It is kept in the workbook only and goes into no report.";
    SUBSTITUTE = "Who stands in for them";
    KEEP_CONTACT = "Keep";
    CONTACT_KEPT = "Kept";

    LIMITS = "Limitations";
    LIMITS_EXPLAINED = "What a report of this round cannot rest on, as things stand. The paragraph goes into the report as it is.";
    NO_LIMITS = "There is nothing to say: everything that was asked for has come, in time, and counts.";
    THE_PARAGRAPH = "The paragraph";
    STILL_OPEN = "Still to settle before a report";
    NOT_READ = "came, and cannot be read in this browser";
    UNREAD_HERE = "This return counts and cannot be read in this browser, so no number has it in it. Import its file again, bring the key that opens it, or decide below to go on without it.";
    NOTHING_OPEN = "Nothing is open.";
    CONTRADICTIONS = "Returns that contradict each other";
    ASK_ABOUT_IT = "Ask about it";
    ASKED_ABOUT_IT = "A question about this was asked";

    LOG = "Log";
    LOG_EXPLAINED = "Who did what, when and why, the newest first. Nothing can be changed or taken out.";
    LOG_CSV = "Save for a spreadsheet (CSV)";
    LOG_JSON = "Save whole (JSON)";
    WHEN = "When";
    WHO = "Who";
    WHAT = "What";
    WHY = "Why";
    FIND_IN_LOG = "Find in the log";

    SEARCH = "Search";
    SEARCH_EXPLAINED = "What was written in this round: its terms of reference, returns that count, questions to agencies and their answers, concerns and what was done about them, findings, judgements, reasons of decisions, meetings, actions and issues, texts for the documents, copies to practitioners. Of a case that was taken out, only why it was is found.";
    SEARCH_FOR = "Search for";
    SEARCH_HINT = "Each word must begin a word of the text. Capitals and accents make no difference.";
    SEARCH_NOW = "Search";
    KIND = "Kind of text";
    ANY_KIND = "Any";
    ANY_CASE = "Any case";
    ANY_AGENCY = "Any agency";
    NOTHING_FOUND = "Nothing was found.";
    MORE_FOUND = "There is more. Add a word to find less.";
    ENTER_SEARCH = "Enter a word to search for";
}

/// How many texts a search found; where there are `more`, these are the first.
pub fn found(texts: usize, more: bool) -> String {
    let count = texts.to_string();
    match (texts, more) {
        (0, _) => NOTHING_FOUND.to_owned(),
        (1, false) => "One text was found.".to_owned(),
        (_, false) => [count.as_str(), " texts were found."].concat(),
        (_, true) => ["The first ", &count, " texts are shown. ", MORE_FOUND].concat(),
    }
}

/// What a group of files is called.
pub fn group(group: FileGroup) -> &'static str {
    match group {
        FileGroup::ToDecide => "To decide",
        FileGroup::Counts => "Counts",
        FileGroup::StaysApart => "Stays apart",
        FileGroup::History => "History",
        FileGroup::Refused => "Not imported",
    }
}

/// What a decision is called, and what it does.
pub fn decision(decision: FileDecision) -> (&'static str, &'static str) {
    match decision {
        FileDecision::ChooseVersion => (
            "Use this file",
            "It counts from now on. Every other version for this place is set aside.",
        ),
        FileDecision::TrustSigner => (
            "Trust this signer for this place",
            "Only after they have read their fingerprint to you, on a telephone number that you already had.",
        ),
        FileDecision::AcceptContent => {
            ("Use it as it is", "It counts although it breaks the rules that are listed above.")
        }
        FileDecision::RefuseSigner => (
            "Do not trust this signer",
            "What this key signed and signs for this place is kept apart, also what counts until now.",
        ),
        FileDecision::KeepApart => {
            ("Keep it apart for good", "It does not count, and you are not asked about it again.")
        }
    }
}

/// "3 files came with it, on 4 June 2026 at 10:15."
pub fn last_import(files: usize, at: &str) -> String {
    let files = crate::text::counted(files, "file", "files");
    match at {
        "" => [files.as_str(), " came with it."].concat(),
        at => [&files, " came with it, ", at, "."].concat(),
    }
}

/// "2 entries of 180 are shown."
pub fn shown_of(shown: usize, all: usize) -> String {
    [&shown.to_string(), " of ", &all.to_string(), " are shown."].concat()
}

/// "Log: 101 to 200 of 350 are shown.": of a list of which a page is shown at a time.
pub fn lines_shown(label: &str, lines: &std::ops::Range<usize>, all: usize) -> String {
    let (from, to) = ((lines.start + 1).to_string(), lines.end.to_string());
    [label, ": ", &from, " to ", &to, " of ", &all.to_string(), " are shown."].concat()
}

/// "2 to ask about": returns that contradict others, of which nobody has asked.
pub fn to_ask_about(count: usize) -> String {
    [count.to_string().as_str(), " to ask about"].concat()
}

/// Edge case 3.
pub fn nil_but_named(nil: &str, by: &str) -> String {
    [nil, ": a nil return, but others name this service as involved: ", by, "."].concat()
}

/// Edge case 12.
pub fn another_child(place: &str, questions: usize, fits: &str) -> String {
    let questions = crate::text::counted(questions, "question", "questions");
    let fits = match fits {
        "" => String::new(),
        fits => [" Its facts are those of ", fits, "."].concat(),
    };
    [
        place,
        ": on ",
        &questions,
        " all others agree and this return differs. It may be about another child.",
        &fits,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_in_pages_says_which_of_its_lines_are_shown() {
        let said = super::lines_shown("Log", &(100..200), 350);
        assert_eq!(said, "Log: 101 to 200 of 350 are shown.");
    }

    #[test]
    fn a_search_says_how_much_it_found() {
        assert_eq!(super::found(0, false), "Nothing was found.");
        assert_eq!(super::found(1, false), "One text was found.");
        assert_eq!(super::found(12, false), "12 texts were found.");
        let more = "The first 100 texts are shown. There is more. Add a word to find less.";
        assert_eq!(super::found(100, true), more);
    }
}
