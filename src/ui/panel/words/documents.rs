//! Words of the documents.

use crate::report::document::render::Format;
use crate::report::document::{Audience, DocumentKind, Subject};

words! {
    DOCUMENTS = "Documents";
    BACK_TO_DOCUMENTS = "Back to the documents";
    BACK_TO_DOCUMENT = "Back to the document";
    BACK_TO_VERSIONS = "Back to the versions";
    BACK_TO_VERSION = "Back to this version";
    BACK_TO_TEXTS = "Back to the texts";
    DOCUMENTS_EXPLAINED = "Each document is made from the returns, the panel’s judgements and its findings, as they stand now. What is not known yet stays a marked gap.";
    BESIDE = "Beside the documents";
    DOES_NOT_FIT = "Does not fit yet";
    IS_KEPT = "Version kept";
    IS_CLEARED = "Cleared";
    NOT_CLEARED = "Not cleared";

    WHOLE_EXPLAINED = "Choose any sentence to see the answers and findings behind it, and to word it yourself. Counts are in bold type; a number in a table leads to its cases in the same way.";
    PUBLISH = "Check and clear for publication";
    NOT_ON_PAPER = "This document is not cleared for publication, so it is not printed. Choose “Check and clear for publication” on this page; the version that is cleared can be printed.";
    IS_DRAFT = "Draft: not cleared for publication.";
    VERSIONS = "Versions";
    NO_VERSION = "No version of this document is kept yet.";
    STALE = "May be out of date";
    OWN = "Own wording";

    SENTENCE = "A sentence and what is behind it";
    STALE_EXPLAINED = "What would be generated has changed since you wrote your own wording. Read both, then keep yours again or take the generated sentence.";
    GENERATED_NOW = "Generated now:";
    BEFORE_PUBLISHED = "Before it is published";
    WRITE_TEXT = "Write the text that is missing";
    COUNTED_CASES = "The cases counted";
    HELD_BACK = "not told in the document, because it would tell how many children share a detail";
    BEHIND = "What is behind it";
    NOTHING_BEHIND = "This sentence says nothing of the cases: it comes from the round’s set-up or is the same in every document.";
    GONE = "What this rested on is no longer there.";
    WHOLE_RETURN = "The whole return";
    EXPECTED = "A return that was asked for";
    CASE_ITSELF = "Whether the case counts";
    CASE_COUNTS = "The round";
    DIFFERENCE = "What difference it made";
    FINDING = "Finding of the panel";
    TEXT_OF_PANEL = "Text of the panel";
    SETTLED = "Settled by the panel";
    JUDGEMENT = "Judgement of the panel";
    SEE_FINDING = "See the finding";
    SEE_ACTION = "See the action";
    ACTION_OF_PLAN = "Action of the plan";
    NO_SUCH_ISSUE = "The round that stands beside this one now named no such issue. Choose the round of this version to see its actions.";
    SEE_TEXT = "See the text";
    SEE_PLACE = "See what has come";
    SEE_AS_IT_WAS = "See the return as it was; it counts no more";
    CLOSED_SINCE = "This case was taken out of the audit since, so what was written about it stays closed.";

    FIGURE_COUNT = "A number and what is behind it";
    COUNTED_HERE = "What is counted";
    AS_KEPT = "The document as it was kept";
    AS_KEPT_EXPLAINED = "Choose any sentence or number to see what was behind it then, and how it is today.";
    SENTENCE_THEN = "A sentence of a version and what was behind it";
    THEN = "In this version";
    TODAY = "Today";
    READS_TODAY = "Today it reads:";
    READS_THE_SAME = "Today it reads the same.";
    NOT_MADE_TODAY = "As things stand now, the document has no such sentence.";
    NOT_COUNTED_TODAY = "The document does not say this any more.";
    SEE_TODAY = "See it as it is today";
    NOT_COMPARED_TODAY = "No round is chosen to be compared with at present, so how it is today is not said here.";
    CHOOSE_ROUNDS = "Choose rounds to compare";
    THEN_EXPLAINED = "Below is what was behind it when the version was kept: answers and grades as they stood in the returns, and what the panel had judged and settled by then. Findings and texts of the panel are shown as they read today.";
    FIGURE_THEN_EXPLAINED = "A version keeps this number, and not by itself which cases made it. The cases and what is behind them below are today’s.";
    FIGURE_CASES_THEN = "The cases of then are kept with the version. What is behind the number below is today’s.";
    BEHIND_FIGURE_THEN = "See what was behind it in this version";
    WORD_IT = "Word it yourself";
    OWN_WORDING = "The sentence as it is to stand in the document";
    OWN_WORDING_HINT = "Leave what is in curly brackets as it is: it is the count, and stays right when answers change. Two stars on both sides make words **bold**. No names.";
    GAP_WORDING_HINT = "What stands in square brackets above is not known. Write it in place of its curly brackets; where there is nothing, say so, for example “There was none.” Two stars on both sides make words **bold**. No names.";
    LIVE_COUNTS = "What the curly brackets stand for";
    READS = "reads:";
    KEEP_WORDING = "Keep this wording";
    TAKE_GENERATED = "Take the generated sentence again";
    WRITE_WORDING = "Write the sentence, or take the generated one again.";
    WORDING_KEPT = "Your wording is kept.";
    GENERATED_TAKEN = "The generated sentence stands again.";

    PASS_EXPLAINED = "Somebody reads the whole document before it leaves the panel, and answers for it. This page lists what to look for. Clearing keeps this very version; its files can then be downloaded and printed, until something in the round speaks against it.";
    CANNOT_CLEAR = "This document cannot be cleared yet. Put right what is listed below first.";
    PUT_RIGHT = "Put right";
    CONFIRM = "Confirm what you have checked";
    CONFIRM_HINT = "Tick each point that may stay as it is. Change the document where it may not.";
    PLACES = "Where they stand:";
    NOTHING_FOUND = "Nothing was found.";
    LOOK_FOR_NAMES = "Look for names of the family and of workers";
    NAMES = "Names, one a line";
    NAMES_HINT = "They are looked for in this document now, and kept nowhere.";
    LOOK = "Look for these names";
    NO_NAMES = "None of these names stands in the document.";
    NO_OTHER_NAMES = "None of the other names stands in the document.";
    WRITE_NAMES = "Write the names to look for.";
    CLEARANCE_REASON = "Who read the document, and why can it be published?";
    CLEARANCE_HINT = "A role, not a name. For example: read by the chair of the quality group; nothing in it is known outside the agencies.";
    CLEAR = "Clear this version for publication";
    CLEARED = "This version is cleared and kept.";
    FOUND_SINCE = "Found since this version was cleared";
    FOUND_SINCE_HINT = "Tick each point with which this version may still go out as it is. Make the document anew where it may not.";
    CLEAR_AGAIN = "Clear this version again";

    VERSIONS_EXPLAINED = "A version is a document as it was at one time, to the letter. What changed since the last one is listed below. Clearing a document keeps a version too.";
    KEEP_VERSION = "Keep a version now";
    VERSION_KEPT = "The version is kept.";
    VERSION = "Version";
    VERSION_OF = "version";
    KEPT_AT = "Kept on";
    CLEARANCE = "Clearance";
    SINCE_LAST = "What changed since the last version";
    BEFORE_THIS = "What changed from the version before";
    NO_CHANGES = "Nothing has changed.";
    ADDED = "Added";
    REMOVED = "Taken out";
    REWORDED = "Reads otherwise";
    RESTS_ON_OTHER = "Reads the same and rests on something else";
    NUMBERS_CHANGED = "Numbers changed";
    ORDER_CHANGED = "The sentences stand in another order";
    BEFORE = "Before";
    NOW = "Now";
    FIGURE = "Chart or table";
    FOR_WHOM = "For whom";
    FILES = "Files";
    PRINT = "Print";
    GO_TO_PASS = "Check and clear the document";
    WITHHELD_NOT_CLEARED = "This version cannot be downloaded or printed: nobody has read and cleared it.";
    WITHHELD_NOT_CONFIRMED = "This version cannot be downloaded or printed: something was found since it was cleared that nobody has confirmed.";
    WRITING = "Writing the file";

    TEXTS = "Texts for the documents";
    TEXTS_EXPLAINED = "What the panel writes itself: the short summary of each case, what a finding asks of practitioners, recommendations, conclusions. A text may hold counts; they are made from the answers.";
    NO_TEXTS = "No text is written yet.";
    NOT_WRITTEN = "Not written yet";
    NEW_TEXT = "Write a text";
    CHANGE_TEXT = "Change a text";
    CHANGE = "Change";
    SUMMARY_OF = "Summary of";
    OF_FINDING = "Of the finding:";
    OF_DROPPED_FINDING = "Of a finding that was dropped";
    OVERVIEW_OF = "Overview of";
    LEARNING = "What was learnt beyond the cases";
    RECOMMENDATION = "Recommendation";
    DISCUSSION = "Point for discussion";
    CONCLUSION = "Conclusion";
    BELONGS_TO = "Where it belongs";
    CHOOSE_PLACE = "Choose a place";
    SELECT_PLACE = "Choose where the text belongs.";
    HEADING = "Heading (optional)";
    HEADING_HINT = "The theme of a key message or lesson. Without one, the finding’s theme is used.";
    TEXT = "The text";
    TEXT_HINT = "Each line is a paragraph. Two stars on both sides make words **bold**. Counts stand in curly brackets, such as {in:seen}; say below what they count. No names.";
    COUNTS_IN_TEXT = "Counts in the text";
    COUNTS_HINT = "Never type how many cases: a count follows the answers.";
    COUNT = "Count";
    ADD_COUNT = "Add a count";
    ADD_MORE_COUNTS = "Add another count";
    COUNT_NAME = "Its name in the text";
    COUNT_NAME_HINT = "One word. {in:seen} reads “in four of the five cases”, {of:seen} “four of the five cases”, {n:seen} “four cases”.";
    WRITE_COUNT_NAME = "Write the count’s name in plain letters, digits and hyphens.";
    COUNT_OF = "What it counts";
    CHOOSE_COUNT = "Choose what is counted";
    SELECT_COUNT = "Choose what is counted.";
    COUNT_AS_RECORDED = "As recorded: several answers together";
    QUESTIONS = "Questions for practitioners";
    QUESTIONS_HINT = "A key message needs one at least.";
    QUESTION = "Question";
    ADD_QUESTION = "Add a question";
    ADD_MORE_QUESTIONS = "Add another question";
    QUESTION_FOR = "For whom (optional)";
    QUESTION_FOR_HINT = "For example, GPs or chairs of meetings.";
    POINTS = "Points under it (optional)";
    POINTS_HINT = "One a line, such as the parts of a recommendation.";
    CALL = "What to do (optional)";
    CALL_HINT = "A lesson needs it: name the procedure, policy or training.";
    LINKS = "Where more is found";
    LINKS_HINT = "A procedure, a form, a page of guidance.";
    LINK = "Link";
    ADD_LINK = "Add a link";
    ADD_MORE_LINKS = "Add another link";
    LINK_LABEL = "What it is";
    LINK_ADDRESS = "Its address (optional)";
    LINK_ADDRESS_HINT = "Begins with https://";
    TEXT_RESTS_ON = "Findings that it rests on";
    TEXT_RESTS_ON_HINT = "A reader of the document is led from the text to these.";
    AGAIN = "Audit again after so many months (optional)";
    AGAIN_HINT = "Of a recommendation.";
    WRITE_MONTHS = "Write the number of months in digits.";
    RECORD_TEXT = "Record the text";
    TEXT_RECORDED = "Recorded the text.";
    TAKE_OUT_TEXT = "Take this text out of the documents";
    TEXT_TAKEN_OUT = "The text is taken out.";

    NUMBERS = "The numbers of the round";
    NUMBERS_EXPLAINED = "Grades by area, answers by question and the details of the children as counts of cases, to work with in a spreadsheet. Of what anybody wrote only the names of the board and the round are in them, and its period. Details that few children share are left out.";
    NUMBERS_CONFIRMED = "I have looked at this, and it tells nobody who somebody is";
    SPREADSHEET = "Download as a spreadsheet";
    CSV = "Download as CSV";
}

/// Words of a list of names by which nothing is looked for (I-02).
pub fn never_looked_for(words: &[String]) -> String {
    [
        "Not looked for by themselves, because they are too short or stand in every document: “",
        &words.join("”, “"),
        "”. Read the document for them.",
    ]
    .concat()
}

/// What a kind of document is called.
pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::CaseByCase => "Case audits, case by case",
        DocumentKind::ThemeByTheme => "Case audits, theme by theme",
        DocumentKind::Summary => "Summary for practitioners and managers",
        DocumentKind::Overview => "Overview report to the board",
        DocumentKind::SixSteps => "Six-step briefing",
        DocumentKind::PromptSheet => "Prompt sheet of one page",
        DocumentKind::ActionPlan => "Action plan",
        DocumentKind::Comparison => super::beside::COMPARE,
    }
}

/// For whom a document is (I-10).
pub fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Board => "For the board and its groups; not for publication as it is.",
        Audience::Practitioners => "For practitioners and their managers.",
    }
}

/// How many things speak against publishing it.
pub fn speaks_against(blocking: usize, confirm: usize) -> String {
    match (blocking, confirm) {
        (0, 0) => "Nothing speaks against publishing this document.".to_owned(),
        (0, some) => [&some.to_string(), " to confirm before it is published"].concat(),
        (some, 0) => [&some.to_string(), " to put right before it is published"].concat(),
        (some, more) => [
            &some.to_string(),
            " to put right and ",
            &more.to_string(),
            " to confirm before it is published",
        ]
        .concat(),
    }
}

/// How far the document is from the version kept last.
pub fn differs(changes: usize) -> String {
    match changes {
        0 => "This is the version that was kept last.".to_owned(),
        1 => "One thing has changed since the version that was kept last.".to_owned(),
        some => [&some.to_string(), " things have changed since the version that was kept last."]
            .concat(),
    }
}

/// Why a version is withheld that was cleared before, or never.
pub fn withheld_by(notices: usize) -> String {
    let things = match notices {
        1 => "one thing".to_owned(),
        some => [&some.to_string(), " things"].concat(),
    };
    [
        "This version cannot be downloaded or printed: ",
        &things,
        " in the round must be put right first.",
    ]
    .concat()
}

/// "Case 3: 4 behind it".
pub fn behind_of_case(case: &str, count: usize) -> String {
    [case, ": ", &count.to_string(), if count == 1 { " thing" } else { " things" }].concat()
}

/// A part of the publication pass.
pub fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Identifiers => "Names, numbers, dates and places",
        Subject::SmallNumbers => "Small numbers",
        Subject::Jigsaw => "Facts that together point to one child",
        Subject::ThirdParties => "Other people and rare events",
        Subject::Content => "What the document holds",
    }
}

/// What is looked for there.
pub fn subject_explained(subject: Subject) -> &'static str {
    match subject {
        Subject::Identifiers => {
            "What the identifier guard found in the text of the document. It knows patterns, not people: read for names too."
        }
        Subject::SmallNumbers => "Details of children that few of them share.",
        Subject::Jigsaw => {
            "Cases whose details set them apart from all others. Whoever knows one fact could put the others together."
        }
        Subject::ThirdParties => {
            "Words such as prison or another town, which may tell neighbours and colleagues who this is."
        }
        Subject::Content => {
            "Gaps, judgements and returns that are missing, and how things are said."
        }
    }
}

/// What the button of a form of file says.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::Word => "Download for Word",
        Format::Page => "Download as a web page",
        Format::Markdown => "Download as Markdown",
        Format::Text => "Download as plain text",
    }
}

/// A file was given to the browser.
pub fn saved(name: &str) -> String {
    ["Your browser saves ", name, "."].concat()
}

/// Under a sentence of a version: which, and when it was kept.
pub fn stood_in(version: &str, kept: &str) -> String {
    ["It stands so in the version ", version, ", kept on ", kept, "."].concat()
}

/// What "2 of 3" actions counts.
pub fn actions_closed(theme: &str) -> String {
    ["Actions closed, of those that followed from “", theme, "”"].concat()
}

/// Where an action of an earlier round stands, and since when it is closed.
pub fn action_stands(round: &str, carried: bool, stands: &str) -> String {
    let place =
        if carried { ", carried forward into this round. " } else { ", not carried forward. " };
    ["From ", round, place, stands].concat()
}

/// "Closed on 1 September 2026".
pub fn closed_on(date: &str) -> String {
    ["Closed on ", date].concat()
}

/// "3 of 10 cases".
pub fn so_many(number: usize, of: usize) -> String {
    let cases = if of == 1 { " case" } else { " cases" };
    [&number.to_string(), " of ", &of.to_string(), cases].concat()
}
