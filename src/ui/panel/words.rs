//! Every word of the panel's program: here, and by page in the modules below.

mod questions;

pub use questions::*;

pub mod baseline;
pub mod beside;
pub mod concerns;
pub mod copies;
pub mod counts;
pub mod documents;
pub mod findings;
pub mod invitations;
pub mod keys;
pub mod mapping;
pub mod meeting;
pub mod plan;
pub mod together;

pub mod register;
pub mod retention;
pub mod sampling;
pub mod set_up;
mod taken_back;
pub mod tool;

pub use taken_back::*;

use crate::panel::Totals;
use crate::panel::integration::{MustDiscuss, NotGraded, NotJudged, SuggestionBasis};
use crate::text::{capitalised, counted};

words! {
    PROGRAM = "Multi-agency case audit: panel";
    COORDINATOR = "Coordinator";
    BACK_TO_START = "Back to start";
    BACK_TO_ROUND = "Back to the round";
    BACK_TO_CASES = "Back to the cases";
    UNKNOWN_PAGE = "There is no such page";
    UNKNOWN_PAGE_ADVICE = "Your work is not affected. Go back to the start page to find it.";
    LOADING = "Opening the round";
    CANNOT_OPEN = "This round could not be opened";
    OTHER_UNKEPT = "Another round is not saved";
    OPENS_ONCE_KEPT = "They would be lost if this round were opened now. It opens by itself as soon as they are saved.";
    BACK_TO_UNKEPT = "Go back to the round that is not saved";
    OTHER_IMPORTS = "Files are being imported into another round";
    BACK_TO_OTHER_IMPORT = "See that import";
    SEE_UNREAD = "See which";
    GIVE_UP_UNKEPT = "Lose those changes and open this round";
    RECORD_STEP = "Record this";
    STEP_RECORDED = "Recorded.";
    PRACTICE = "This is a practice round with invented cases. Nothing in it is about a real child.";

    START = "Bring the agencies’ returns together";
    START_LEAD = "Set up an audit round, issue one invitation to each auditor, import the signed returns, and see how all agencies grade each case, area by area.";
    WHERE_KEPT = "The round is kept in this browser, on this device, and nowhere else. Nothing is sent anywhere. Save the workbook to a file after each session, and keep the file where your board keeps confidential records.";
    TRY_IT = "Try it first";
    TRY_IT_EXPLAINED = "Practise on an invented round: ten cases, seven kinds of agency, about sixty signed returns.";
    TRY_SAMPLE = "Try it with a sample audit";
    YOUR_ROUNDS = "Your rounds on this device";
    BEING_SET_UP = "Rounds that you are setting up";
    ROUND = "Round";
    LAST_SAVED = "Last saved";
    SET_UP = "Set up a round";
    SET_UP_EXPLAINED = "You need the terms of reference, the agencies that take part, and how many cases there are.";
    OPEN_WORKBOOK = "Open a workbook file";
    WORKBOOK_FILE = "The workbook’s file";
    OPEN_WORKBOOK_HINT = "A file that this program saved, on this or another computer.";
    OPENING = "Opening the file";
    AUDITORS = "Auditors";
    AUDITORS_TEXT = "To complete a return for your agency, use";
    TO_AUDITOR = "the auditor’s program";
    ROUND_NOT_HERE = "This round is not kept in this browser. Open its workbook file on the start page.";
    ROUND_IS_HERE = "This browser already holds that round. Open it from the list, so that no work is replaced.";
    NOT_THE_ROUNDS_KEY = "This workbook was not signed with its round’s own key. Open it on the start page first: there you compare who saved it.";
    NO_SAMPLE = "The sample audit is not there. It belongs in the folder “samples” beside this page.";
    KEY_ELSEWHERE = "The key of this round is in the browser in which the round was set up. Invitations and questions can be made only there.";
    NO_SUCH_SLOT = "The round has no such place, or its agency is missing.";
    CHANGED_ELSEWHERE = "Another window has changed this round. What was entered in this window since then is not kept. Note it, reload this window, and enter it again. If you save the workbook to a file before that, the file holds it too: another browser opens that file, this one keeps the round that it has.";
    MAKE_ROOM = "Make room: empty this device’s bin and delete what it does not need. Practice rounds and rounds that are done take room too: open them in another window, and take them off this computer or destroy their working papers.";
    ONLY_HERE = "What was recorded last is in this window only. Leave it open: it saves by itself as soon as it can. Until then, save a file.";
    RESCUE = "Save it to a file now";
    RESCUE_WITH_KEYS = "Save it with a passphrase, to go on in another browser";
    NO_ROUND_OPEN = "This round is no longer open. Open it again from the start page.";

    TEMPLATE = "What kind of audit is it?";
    CONTINUE = "Continue";
    BACK_TO_TEMPLATES = "Back to the kinds of audit";
    DETAILS = "Details of the round";
    ABOUT_THE_ROUND = "The round";
    WHICH_CASES_SECTION = "The cases";
    TERMS_SECTION = "Terms of reference";
    DATES_SECTION = "Dates";
    ASKED_SECTION = "What is asked of auditors";
    THEMES = "Themes of the report";
    THEMES_HINT = "What the report will be about. One a line.";
    FOCUS = "Which children are looked at?";
    FOCUS_HINT = "This may be something else than the themes";
    POPULATION = "Chosen from which cases?";
    POPULATION_HINT = "As it stands in the terms of reference, for example, children subject to a child protection plan";
    SELECTION = "How are cases chosen?";
    PURPOSIVE = "So that they show a spread";
    RANDOM = "At random";
    SERVICE_DATA = "From a service’s data";
    NOMINATED = "Put forward by practitioners";
    SELECTED_BY = "Who chooses them?";
    SELECTED_BY_HINT = "A role, for example, the conference manager";
    LOOK_BACK = "How many months do auditors look back?";
    JUDGEMENT_MONTHS = "How many of the last months do they judge?";
    TERMS = "Terms of reference";
    TERMS_HINT = "One paragraph a line. If you leave the text as it is, what stands in square brackets is filled in from this page when the round is created.";
    LINES_OF_ENQUIRY = "Key lines of enquiry";
    ONE_A_LINE = "One a line";
    AUTHOR_ROLE = "Who writes the report? (optional)";
    AUTHOR_ROLE_HINT = "A role, for example, an independent consultant";
    DATES_MAY_DISAGREE = "All of these are optional. They are kept as you enter them, also where one comes before another that you would expect first.";
    AGREED = "When were the terms of reference agreed?";
    PANEL_DAY = "When does the panel meet?";
    RETENTION = "When are the working papers deleted?";
    REPORT_MONTH = "When is the report finished?";
    BOARD_MONTH = "When does the board receive it?";
    RATIFIED_MONTH = "When is the action plan ratified?";
    SIGNED_OFF_MONTH = "When does the author sign the report?";
    MONTH_HINT = "For example, 9 2027";
    CHRONOLOGY_REQUIRED = "Is a chronology part of every return?";
    YES = "Yes";
    NO = "No";
    SELECT_TEMPLATE = "Select what kind of audit it is.";
    ENTER_MONTHS = "Enter a number of months, from 1 to 240.";
    ENTER_REAL_DATE = "Enter a real date, or leave all boxes empty.";
    TITLE = "What is the audit about?";
    TITLE_HINT = "For example, children subject to a child protection plan for neglect";
    BOARD = "Name of your board or partnership";
    BOARD_SHORT = "Its short name (optional)";
    BOARD_AREA = "The area it covers (optional)";
    PERIOD = "Period (optional)";
    PERIOD_HINT = "For example, 2026-27, first round";
    PURPOSE = "Purpose, as auditors read it";
    CASES_NUMBER = "How many cases?";
    CASES_HINT = "Each gets a random reference. You tell auditors outside this program which child it stands for.";
    DUE = "When are returns due?";
    DATE_HINT = "For example, 27 3 2027";
    CONCERN_CONTACT = "Whom do auditors tell of an immediate concern?";
    CONCERN_CONTACT_HINT = "A service and its telephone number, not a person";
    AGENCIES = "Agencies and auditors";
    AGENCY = "Auditor";
    ADD_AGENCY = "Add an auditor";
    ADD_ANOTHER_AGENCY = "Add another auditor";
    AGENCY_KIND = "Kind of agency";
    CHOOSE_KIND = "Choose a kind";
    AGENCY_NAME = "Name of the agency";
    AGENCY_NAME_HINT = "Never the name of a school or practice: it could identify a child";
    SLOT_LABEL = "Service or team (optional)";
    CREATE = "Create the round";
    ENTER_TITLE = "Enter what the audit is about.";
    ENTER_BOARD = "Enter the name of your board or partnership.";
    ENTER_CASES = "Enter how many cases there are, from 1 to 200.";
    ENTER_AGENCIES = "Add at least one auditor, each with a kind and a name.";

    NAV_START = "Start";
    OVERVIEW = "Overview";
    INVITATIONS = "Invitations";
    IMPORT = "Import returns";
    MATRIX = "What has come";
    CASES = "Cases";
    AREAS = "Areas across cases";
    COUNTS = "Answers across cases";
    RETURNS_ASKED = "Returns asked for";
    RETURNS_RECEIVED = "Received";
    RETURNS_NIL = "Nil returns among them";
    RETURNS_EXPECTED = "Still to come";
    RETURNS_OVERDUE = "Overdue";
    RETURNS_LATE = "Received late";
    RETURNS_CONFLICT = "In conflict";
    RETURNS_APART = "Kept apart for you to look at";
    DUE_BY = "Returns due by";
    TOOL = "Audit tool";
    ROUND_KEY = "Fingerprint of the round’s key";
    NOT_SET = "Not set";
    WHO_CAN_OPEN = "Who can open the returns that agencies send?";
    ONLY_THE_PANEL = "Only this panel";
    ONLY_THE_PANEL_HINT = "Returns and immediate concerns are sealed on the auditor’s computer. The key that opens them is made here and kept in this browser.";
    WHOEVER_HAS_IT = "Whoever has the file";
    WHOEVER_HAS_IT_HINT = "Choose this only if the files travel by a channel that keeps them confidential.";
    KEEP_WORKBOOK = "Keep a copy of the round";
    SAVE_WORKBOOK = "Save the workbook to a file";
    WORKBOOK_SAVED = "The workbook is saved to a file.";
    SAVE_WORKBOOK_NOTE = "The file holds the round with every imported return. Without a passphrase it is signed and not encrypted, and it lacks the round’s secret keys: sealed returns in it can be read, and invitations issued, only in this browser. Save one file with a passphrase as soon as the round is set up, so that nothing is lost with this browser.";
    WORKBOOK_PASSPHRASE = "Passphrase for the file";
    WORKBOOK_PASSPHRASE_HINT = "Optional. Without one, whoever has the file can read the round’s record. With a passphrase the file is encrypted and holds the round’s secret keys, so that you or a deputy can go on in another browser. Use at least 12 characters, such as three or four words. Nobody can open the file without it.";
    FILE_PASSPHRASE = "Passphrase of the workbook’s file";
    FILE_PASSPHRASE_HINT = "Only if one was chosen when the file was saved. Enter it before you choose the file.";

    INVITATIONS_EXPLAINED = "Each auditor gets a file of their own. Send it to that auditor only: it holds the secret by which you will recognise their returns. It names no child.";
    CASES_COLUMN = "Cases";
    ISSUED = "Issued";
    NOT_ISSUED = "Not yet";
    ACTIONS = "Actions";
    ISSUE = "Download";
    ISSUE_AGAIN = "Download again";

    CHOOSE_RETURNS = "Choose or drop the files you were sent";
    CHOOSE_RETURNS_HINT = "All at once, whatever they are. Each is verified by itself; one bad file never stops the others.";
    PRACTICE_BEGINS = "No return is here yet. Begin with those of the sample, and everything below has something to show.";
    IMPORT_SAMPLES = "Import the sample returns";
    CANCEL = "Stop";
    FILE = "File";
    OUTCOME = "What became of it";
    FROM = "From";
    FINGERPRINT = "Signer’s fingerprint";
    SHOW = "Show";
    SHOW_ALL = "All";
    RESULTS = "Results";
    GROUP_IMPORTED = "Imported";
    GROUP_UNCHANGED = "Nothing changed";
    GROUP_LOOK = "Look at these";
    GROUP_REFUSED = "Not imported";

    CASE = "Case";
    EXPECTED = "Expected";
    OVERDUE = "Overdue";
    RECEIVED = "Received";
    NIL = "Nil return";
    CONFLICT = "Conflict";
    WITHDRAWN = "Withdrawn";
    DECLINED = "Declined";
    GONE_WITHOUT = "Gone without";
    NOT_ASKED = "Not asked";
    LATE = "late";
    OWING = "Who still owes a return";
    NOBODY_OWES = "Every return that was asked for has come.";

    GRID_EXPLAINED = "Every agency’s own grade. A suggestion is only that: it is never an average, and the panel decides.";
    AREA = "Area";
    SUGGESTION = "Suggestion";
    JUDGEMENT = "Panel’s judgement";
    OVERALL = "Overall";
    REOPENED = "Open again: a return was replaced";
    MUST_DISCUSS = "Must discuss";
    SINGLE_SOURCE = "Single source";
    NOT_JUDGED_YET = "Not judged yet";
    NO_SUGGESTION = "None: the panel chooses";
    SILENT = "Nothing recorded";
    NOT_COMPARABLE = "Not comparable";
    NIL_RETURNS = "Nil returns, in no spread:";
    LEAD = "holds the case";
    NOT_NORMALLY = "not normally asked";
    BARS_OUTSTANDING = "The case cannot be judged outstanding overall while these areas are below good:";
    NONE_HERE = "No returns count for this case yet.";
    ONLY_NIL_HERE = "Only nil returns have come for this case: there is nothing to grade in them.";
    NO_NUMBER = "–";

    AREAS_COUNTING = "Counting the cases …";
    AREAS_EXPLAINED = "How many cases have which grade in each area: the panel’s judgement where there is one, otherwise the suggestion.";
    GRADE = "Grade";
    NUMBER_OF_CASES = "Cases";
    WHICH_CASES = "Which";
    NOT_JUDGED = "Not judged";
    DEFERRED = "Left for later";
    COUNTS_EXPLAINED = "In how many cases each answer was given. Agencies’ answers are brought together per case: those whose evidence it normally is come first. Where agencies differ, the case is counted in neither and shown as differing, until the panel settles which answer counts. A case that was asked in other words, as about an unborn child or a baby, is counted in no answer and shown apart. Where each agency is asked about its own part, returns are counted, and agencies that answer differently contradict nobody.";
    DIFFERING = "Agencies differ";
    ANSWER = "Answer";
    HELP = "Help";
    HELP_HERE = "Help with this page";
    VERSION = "Version";
    PRIVACY = "What is kept where";
    ACCESSIBILITY = "Accessibility";
}

/// "58 of 61, 6 of them nil returns": how many of the returns asked for have come (edge case 3).
pub fn came(totals: &Totals) -> String {
    let came = [totals.came().to_string(), totals.asked.to_string()].join(" of ");
    match totals.nil {
        0 => came,
        1 => [&came, ", 1 of them a nil return"].concat(),
        nil => [&came, ", ", &nil.to_string(), " of them nil returns"].concat(),
    }
}

/// "6 of 10 cases judged", and how many rest on a suggestion.
pub fn judged(judged: usize, of: usize, suggested: usize) -> String {
    if judged == 0 {
        return "No case is graded yet.".to_owned();
    }
    let cases = [judged.to_string().as_str(), " of ", &of.to_string(), " cases graded"].concat();
    match suggested {
        0 => [&cases, ", all by the panel."].concat(),
        some if some == judged => [&cases, ", all by suggestion only."].concat(),
        some => [&cases, ", ", &some.to_string(), " of them by suggestion only."].concat(),
    }
}

/// How a suggestion came about.
pub fn basis(basis: SuggestionBasis) -> &'static str {
    match basis {
        SuggestionBasis::Agreement => "all agree",
        SuggestionBasis::MostCommon => "most common",
        SuggestionBasis::TieToPoorer => "tie: the poorer",
    }
}

/// Why a row must be discussed.
pub fn must_discuss(why: MustDiscuss) -> String {
    match why {
        MustDiscuss::Spread { steps } => {
            [MUST_DISCUSS, ": ", &steps.to_string(), " steps apart"].concat()
        }
        MustDiscuss::InadequateBesideGood => [MUST_DISCUSS, ": inadequate beside good"].concat(),
    }
}

/// Edge case 7: "Judged without the return of Police, which came later. The judgement stands …".
pub fn judged_without(places: &[String]) -> String {
    let returns = if places.len() == 1 { "the return of " } else { "the returns of " };
    [
        "Judged without ",
        returns,
        &crate::text::listed(places),
        ", which came later. What was judged stands until the panel judges it again.",
    ]
    .concat()
}

/// Why there is no grade at all.
pub fn not_graded(why: NotGraded) -> &'static str {
    match why {
        NotGraded::NothingReceived => "Not judged: no return counts",
        NotGraded::NilReturnsOnly => "Not judged: only nil returns",
        NotGraded::NobodyGraded => "Not judged: no agency gave a grade",
        NotGraded::NotComparable => "Not judged: every grade is on another scale",
    }
}

/// Why a case is in no column of a chart.
pub fn not_judged(why: NotJudged) -> &'static str {
    match why {
        NotJudged::NotGraded(why) => not_graded(why),
        NotJudged::ByThePanel => "The panel decided not to judge it",
        NotJudged::Deferred => "Left for later",
        NotJudged::NotYet => "Not judged yet",
    }
}

/// Returns that count and of which nothing is counted.
pub fn unread(count: usize) -> String {
    let returns = counted(count, "return of this round", "returns of this round");
    let advice = if count == 1 {
        " counts and cannot be read in this browser: no number has it in it. Import its file again, or bring the key that opens it."
    } else {
        " count and cannot be read in this browser: no number has them in it. Import their files again, or bring the key that opens them."
    };
    [&capitalised(&returns), advice].concat()
}

/// The workbook's file was saved without imported files that this browser no longer has.
pub fn saved_without(missing: usize) -> String {
    if missing == 1 {
        return "The workbook is saved, and one imported file is not in it: this browser no longer has that file. Import it again and save once more, if anybody still has it.".to_owned();
    }
    ["The workbook is saved, and ", &missing.to_string(), " imported files are not in it: this browser no longer has them. Import them again and save once more, if anybody still has them."].concat()
}

/// Imported files that this browser had lost came back with a workbook's file of a round that is kept here.
pub fn found_again(found: usize) -> String {
    let files = match found {
        1 => "One imported file that this browser had lost is back.".to_owned(),
        found => {
            [&found.to_string(), " imported files that this browser had lost are back."].concat()
        }
    };
    ["This browser already held the round, and no work in it was replaced. ", &files].concat()
}

/// The same as [`not_kept_of`] of a round into which files are being imported.
pub fn imports_of(title: &str) -> String {
    [
        "Files are still being imported into “",
        title,
        "”. This round opens by itself once they are through.",
    ]
    .concat()
}

/// What is wrong with the round on the desk.
pub fn not_kept_of(title: &str) -> String {
    ["“", title, "” has changes that are not saved."].concat()
}

/// The same where another round cannot be opened for it.
pub fn unkept(title: &str) -> String {
    [&not_kept_of(title), " Go back to it first."].concat()
}

/// "42 of 60 files read".
pub fn running(done: usize, total: usize) -> String {
    [done.to_string().as_str(), " of ", &total.to_string(), " files read"].concat()
}

/// What a stopped import left.
pub fn cancelled(left: usize) -> String {
    ["Stopped. ", &left.to_string(), " files were not read. What was imported before stays."]
        .concat()
}

/// "All 63 files are through."
pub fn done(total: usize) -> String {
    ["Finished: ", &total.to_string(), if total == 1 { " file." } else { " files." }].concat()
}

/// The coordinator's guide.
pub const GUIDE: &str = include_str!("words/guide.md");
/// What is kept where, and who sees it.
pub const PRIVACY_TEXT: &str = include_str!("words/privacy.md");
/// Accessibility statement.
pub const ACCESSIBILITY_TEXT: &str = include_str!("words/accessibility.md");

/// "Audit tool: Case file audit, version 2".
pub fn tool_line(title: &str, version: u32) -> String {
    [TOOL, ": ", title, ", version ", &version.to_string()].concat()
}
