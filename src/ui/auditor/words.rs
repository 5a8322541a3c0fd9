//! Every word of the auditor's program, in one place.

mod time;

pub use time::*;

use crate::round::KeyHolder;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime};

#[path = "words_guard.rs"]
mod guard;
#[path = "words_keeping.rs"]
mod keeping;

pub use guard::*;
pub use keeping::*;

use crate::audit_return::ConcernKind;

/// Name of the program, in titles and the header.
pub const PROGRAM: &str = "Multi-agency case audit";

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

macro_rules! words {
    ($($name:ident = $text:literal;)*) => { $( #[doc = $text] pub const $name: &str = $text; )* };
}

words! {
    START = "Audit a child’s case for your safeguarding board";
    START_LEAD = "Your agency has been asked to audit a child’s file together with others. Open the invitation that you were sent, answer the questions, then sign and download one file to send back.";
    WHERE_KEPT = "Your answers are kept in this browser, on this device, and nowhere else. Nothing is sent anywhere. Clearing the browser’s history deletes them, so save a copy to a file when you stop for the day.";
    OPEN_FILE = "Open an invitation or a saved copy";
    OPEN_FILE_HINT = "A file ending in .json that your coordinator sent you, or a copy that you saved here.";
    OPENING = "Opening the file";
    TRY_IT = "Try it first";
    TRY_IT_EXPLAINED = "Practise on an invented case. Everything works, and nothing counts.";
    TRY_SAMPLE = "Try it with a sample audit";
    COORDINATORS = "Coordinators";
    COORDINATORS_TEXT = "To set up an audit, issue invitations and bring returns together, use";
    TO_PANEL = "the panel’s program";
    BACK_TO_START = "Back to start";
    BACK_TO_TASKS = "Back to task list";
    BACK_TO_CASES = "Back to your cases";
    UNKNOWN_PAGE = "There is no such page";
    UNKNOWN_PAGE_ADVICE = "Your work is not affected. Go back to the start page to find it.";
    PRACTICE = "This is a practice audit with invented cases. Nothing in it is about a real child.";
    TRY_AGAIN = "Try again";
    CANNOT_OPEN = "This return could not be opened";
    NOT_HERE = "It is not kept in this browser. It may have been deleted, or begun in another browser. If you saved a copy to a file, open the file on the start page.";
    LOADING = "Opening your return";

    RETURN = "Return";
    STATE = "State";
    LAST_SAVED = "Last saved";
    LAST_COPY = "Last copy to a file";
    ACTIONS = "Actions";
    DRAFTS = "Your returns on this device";
    YOUR_RETURNS = "Your returns";
    BIN = "Deleted returns";
    DELETE = "Delete";
    RESTORE = "Take back";
    NEVER = "never";
    DRAFT_STATE = "Draft";
    SIGNED_STATE = "Signed";
    CASE = "Case";
    REFERENCE = "Reference";
    YOUR_CASES = "Your cases";
    CASES_EXPLAINED = "Complete one return for each case. Your coordinator tells you separately, by your usual secure route, which child each reference stands for. Do not write that down here.";
    BEGIN = "Start";
    GO_ON = "Continue";
    DUE = "Returns are due by ";

    TASKS_FOR = "Your return for ";
    BEFORE_YOU_START = "Before you start";
    THE_CASE = "The case";
    CHECK_AND_SIGN = "Check and sign";
    COMPLETED_STATUS = "Completed";
    IN_PROGRESS = "In progress";
    NOT_STARTED = "Not yet started";
    PROBLEM = "There is a problem";
    NOT_ASKED = "Not needed";
    OPTIONAL = "Optional";
    CANNOT_START = "Cannot start yet";
    READY = "Ready";
    NOTHING_MISSING = "Nothing";
    IS_SIGNED = "You have signed this return.";
    SEE_SIGNED = "See the signed file and what to do next";
    IMMEDIATE_ADVICE = "If a child may be at risk now, tell your manager or safeguarding lead now. This program notifies nobody.";
    RECORD_IMMEDIATE = "Record an immediate concern";

    SAVE_AND_CONTINUE = "Save and continue";
    SAVE_AND_COME_BACK = "Save and come back later";
    CONTINUE = "Continue";
    YES = "Yes";
    NO = "No";
    OR = "or";
    WHY = "Why";
    CHANGE = "Change";

    YOU = "Who you are";
    YOUR_NAME = "Your name or staff number";
    YOUR_NAME_HINT = "Only the coordinator sees this. It is never published.";
    YOUR_ROLE = "Your role";
    YOUR_ROLE_HINT = "For example, named nurse for safeguarding";
    INDEPENDENT = "Are you independent of this case?";
    INDEPENDENT_HINT = "You are independent if you neither hold the case nor supervise whoever does.";
    INDEPENDENT_YES = "Yes, I am independent of it";
    INDEPENDENT_NO = "No, I hold or supervise it";
    EXPERIENCED = "Are you an experienced auditor, or authorised by your agency to audit?";

    INVOLVEMENT = "Your agency’s involvement";
    INVOLVEMENT_QUESTION = "How was your agency involved with this child or family?";
    SEARCHED_ON = "When did you search your records?";
    PARENT_ONLY = "Answer for your work with the parent, and think of the child: what did you learn of the child’s life, and what did you pass on? Where a question is about contact with the child that was not yours to have, choose “Not applicable” and say so. Do not choose “No”.";
    NIL_EXPLAINED = "You do not grade anything. Say what you searched, then check and sign.";
    NIL_NO_AREAS = "Your agency was not involved, so there are no areas to answer.";
    TODAY = "Use today’s date";
    SAME_SYSTEMS = "Use the same as last time: ";
    DATE_HINT = "For example, 27 3 2026";
    SYSTEMS = "Which systems did you search?";
    SYSTEMS_HINT = "For example, case management system and paper archive";
    NIL_STATEMENT = "What did the search show?";
    NIL_STATEMENT_HINT = "One or two sentences are enough.";

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

    OVERALL = "Overall grade and comments";
    OVERALL_GRADE = "Your overall grade for this case";
    OVERALL_REASON = "Reason for your overall grade";
    QUALIFIER = "Does your grade carry a qualifier?";
    NO_QUALIFIER = "No qualifier";
    GENERAL_COMMENTS = "General comments (optional)";
    GENERAL_COMMENTS_HINT = "Anything the questions did not ask, such as commitment and good practice that you saw.";
    GOOD_PRACTICE = "Practice that others should hear of (optional)";
    GOOD_PRACTICE_HINT = "One on each line.";

    IMMEDIATE = "Immediate concerns";
    TELL_NOW = "Tell your line manager, your safeguarding lead or children’s social care now, by telephone or in person. This page only records what you did: it notifies nobody.";
    WHAT_YOU_PASSED_ON = "What you have passed on";
    IMMEDIATE_ONE = "Immediate concern";
    OUT_OF_HOURS = "Out of hours: ";
    CONCERN_KIND = "What kind of concern is it?";
    CONCERN_TEXT = "What did you notice?";
    CONCERN_TEXT_HINT = "Without names or other details that identify anyone.";
    IMMEDIATE_IF = "if a child may be at risk now";
    CONCERN_AFTER_SIGNING = "This return is signed. Tell your manager now. To record the concern in the return, start a correction.";
    BACK_TO_CONCERNS = "Back to immediate concerns";
    NOT_PASSED_ON = "Not yet: say whom you told, when and how";
    NOTICED_AT = "When did you notice it?";
    NOTICED_TIME = "At what time did you notice it?";
    TOLD = "Who was told";
    TOLD_HOW_HINT = "For example, by telephone or in person";
    WHAT_CAME_NEXT = "What came next";
    ACKNOWLEDGED = "Has a manager said that they are dealing with it?";
    FOLLOW_UP = "What is still to be done?";
    FOLLOW_UP_HINT = "By whom, and by when. Say “nothing” if so.";
    IS_IT_CLOSED = "Is the concern closed?";
    STILL_OPEN = "No, it is still open";
    IS_CLOSED = "Yes, a manager has closed it";
    CLOSED_BY = "Which manager closed it?";
    OUTCOME = "What came of it?";
    REMOVE_EMPTY = "Remove what was begun and left empty";
    TOLD_ROLE = "Whom did you tell?";
    TOLD_ROLE_HINT = "Their role, such as team manager";
    TOLD_DATE = "When did you tell them?";
    TOLD_TIME = "At what time?";
    TIME_HINT = "For example, 14:30";
    TOLD_HOW = "How did you tell them?";
    THEIR_ACTION = "What did they do, or say they would do?";

    NOTICE = "The notice";
    NOTICE_EXPLAINED = "A signed file that holds this concern and nothing else. Download it now, whatever else the return still lacks, and send it to your manager and the coordinator. It does not replace telling somebody.";
    NOTICE_DOWNLOAD = "Sign and download the notice";
    SECOND = "Second sign-off by your agency";
    SECOND_LINK = "Your safeguarding lead signs too";
    SECOND_HOW = "If your agency wants a second signature, save a copy and send it to your safeguarding lead by your agency’s secure e-mail. They open it in their own browser, read it, sign it here, and send the file that they download to the coordinator.";
    SECOND_EXPLAINED = "For the safeguarding lead or whoever signs for the agency. You sign the very same return as the auditor did. If something is wrong, do not sign: ask the auditor for a correction.";
    SIGNED_BY = "Signed by";
    SAVE_A_COPY = "Save a copy";
    READ_RETURN = "Read the whole return";
    SECOND_READ = "I have read this return, and it goes to the panel as my agency’s";
    TICK_READ = "Tick that you have read the return.";
    ENTER_YOUR_ROLE = "Enter your role.";
    SIGNED_TWICE = "This return bears a second signature already.";
    SAME_KEY = "The second signature must be somebody else’s.";
    SECOND_NAME_LENGTH = "Enter a role and a name of no more than 200 characters each.";
    VERSIONS = "Versions of this return";
    WITHDRAW = "Take this return back";
    WITHDRAW_EXPLAINED = "You sign a file that says that this version no longer counts, and why. Send it to your coordinator as you sent the return. Nothing is deleted, and a correction signed later counts again.";
    WITHDRAW_REASON = "Why do you take it back?";
    ENTER_WITHDRAWAL_REASON = "Say why you take the return back.";
    SIGN_WITHDRAWAL = "Sign and download the withdrawal";
    PRINT_TITLE = "Print or save as PDF";
    PRINT_EXPLAINED = "Everything in this return, to read or to print. Your browser’s print window can also save it as a PDF file.";
    PRINT_NOW = "Print";
    PRINT_CONFIDENTIAL = "What you print is confidential, even without names.";
    PRINT_BLANK = "Print the blank audit tool";
    MISSING = "What is still missing";
    NOTHING_STOPS_YOU = "Nothing stops you from signing.";
    WORTH_KNOWING = "Worth knowing";
    GO_THERE = "Go to the answer";
    ANSWERS = "Check your answers";
    NOT_ANSWERED = "Not answered";
    NOT_PROVIDED = "Not provided";
    NONE_RECORDED = "None recorded";

    SIGN = "Sign and download";
    CANNOT_SIGN = "You cannot sign yet";
    SEE_MISSING = "See what is missing";
    SIGN_EXPLAINED = "Your signature shows the panel that the file comes from the browser that was invited and has not been changed since. You download it and send it yourself.";
    I_DECLARE = "I declare that";
    AUTHORISED = "I am authorised by my agency to complete this return";
    CONCERNS_PASSED_ON = "anything that needed a manager’s attention now has been passed on";
    PSEUDONYMISED = "it holds no names, dates of birth, addresses or record numbers";
    FAIR_ACCOUNT = "it is a fair account of what the record shows";
    TYPE_YOUR_NAME = "Type your name as your signature";
    TYPE_YOUR_NAME_HINT = "Your name is part of the file that you send to the panel. It is never published.";
    TICK_ALL = "Tick every statement, or put right what keeps you from it.";
    ENTER_SIGNATURE = "Enter your name.";
    SIGN_AND_DOWNLOAD = "Sign and download";
    KEY_IN_BROWSER = "You sign with a key that this browser made and cannot give away.";
    KEY_IN_STORAGE = "You sign with a key kept in this browser’s storage, because the browser offers nothing safer.";
    SIGN_FAILED = "The return could not be signed";

    NOT_SIGNED_YET = "This return is not signed yet";
    SIGNED = "Return signed";
    WHAT_NEXT = "What to do next";
    NEXT_FIND = "Find the file in your downloads folder.";
    NEXT_SEND = "Send it to your coordinator by your agency’s secure e-mail.";
    NEXT_KEEP = "Your answers stay in this browser until you delete them. Nothing has been sent.";
    FILE_NAME = "File";
    VERSION = "Version";
    SIGNED_AT = "Signed at";
    FILE_FINGERPRINT = "Fingerprint of the file";
    KEY_FINGERPRINT = "Fingerprint of your key";
    DOWNLOAD_AGAIN = "Download the file again";
    OTHER_CASES = "Your other cases";
    CORRECTION = "Something needs correcting";
    CORRECTION_EXPLAINED = "A correction is a new version. Your answers are kept, you change what is wrong, and sign again. The panel sees both versions.";
    START_CORRECTION = "Start a correction";

    NAV_START = "Start";
    NAV_DRAFTS = "Your returns";
    HELP = "Help";
    PRIVACY = "What is kept where";
    ACCESSIBILITY = "Accessibility";
    WRONG_FILE = "Choose an invitation, or a copy of a return that you saved here.";
    TOOL_MISMATCH = "This invitation’s audit tool is not the one that it names. Ask your coordinator for a new invitation.";
    TOOL_UNSOUND = "This invitation’s audit tool does not make sense, so it cannot be answered. Tell your coordinator.";
    NO_SAMPLE = "The sample audit is not there. It belongs in the folder “samples” beside this page.";
    COPY_NOT_WHOLE = "This copy does not hold the invitation that it belongs to. Open an earlier copy.";
    INVITATION_LACKS_CASE = "This invitation does not hold that case.";
}

/// Whom a concern of this kind goes to, besides the manager (C-02).
pub fn concern_route(kind: ConcernKind) -> &'static str {
    match kind {
        ConcernKind::ChildAtRisk => "Children’s social care must hear of it now, by telephone.",
        ConcernKind::PractitionerConduct => {
            "Your safeguarding lead takes it to the local authority designated officer. Do not write here who it is."
        }
        ConcernKind::SeriousIncident => {
            "Your safeguarding lead decides whether it must be notified as a serious incident."
        }
        ConcernKind::ProfessionalDisagreement => {
            "Follow your board’s escalation policy, and say here at which step it stands."
        }
    }
}

/// Where a concern's notice is, and what to do with it.
pub fn notice_as(name: &str) -> String {
    ["The notice is in your downloads folder: ", name, ". Send it by your agency’s secure e-mail."]
        .concat()
}

/// Where a withdrawal is, and what to do with it.
pub fn withdrawn_as(name: &str) -> String {
    [
        "The withdrawal is in your downloads folder: ",
        name,
        ". The return counts until your coordinator has it.",
    ]
    .concat()
}

/// "Version 1, signed on 21 November 2026, 14:03".
pub fn version_line(version: u32, at: &str) -> String {
    ["Version ", &version.to_string(), ", signed on ", at].concat()
}

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

/// "You have completed 5 of 8 areas".
pub fn areas_complete(done: usize, of: usize) -> String {
    ["You have completed ", &done.to_string(), " of ", &of.to_string(), " areas."].concat()
}

fn counted(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// "3 to put right, 1 to explain".
pub fn still_missing(blocks: usize, to_explain: usize) -> String {
    let blocks = (blocks > 0).then(|| [&blocks.to_string(), " to put right"].concat());
    let explain = (to_explain > 0).then(|| [&to_explain.to_string(), " to explain"].concat());
    [blocks, explain].into_iter().flatten().collect::<Vec<String>>().join(", ")
}

/// "2 things to put right".
pub fn must_fix(number: usize) -> String {
    [&counted(number, "thing", "things"), " to put right"].concat()
}

/// "1 thing to put right or explain".
pub fn should_explain(number: usize) -> String {
    [&counted(number, "thing", "things"), " to put right or explain"].concat()
}

/// Who can open what is sent, and that its auditor still can here.
pub fn who_can_open(holders: Option<&[KeyHolder]>) -> String {
    let Some(holders) = holders else {
        return "Whoever has the signed file can read it, so send it only by the route that your \
                coordinator gave you."
            .to_owned();
    };
    let mut roles = String::new();
    for (at, holder) in holders.iter().enumerate() {
        roles.push_str(match at {
            0 => "",
            at if at + 1 == holders.len() => " or the ",
            _ => ", the ",
        });
        roles.push_str(&holder.role.to_lowercase());
    }
    [
        "The downloaded file is sealed. Nobody but the panel's ",
        &roles,
        " can open it. You can still read what you signed in this browser.",
    ]
    .concat()
}

/// How warnings are explained.
pub fn explain_hint(words: usize) -> String {
    [
        "Change your answer, or say in at least ",
        &words.to_string(),
        " words why it stands. Your reason goes into the return.",
    ]
    .concat()
}

/// "Look back 12 months. Judge the last 6."
pub fn window_hint(look_back: u32, judged: u32) -> String {
    ["Look back ", &look_back.to_string(), " months. Judge the last ", &judged.to_string(), "."]
        .concat()
}

/// How long the reason for the overall grade is.
pub fn overall_reason_hint(words: u32) -> String {
    ["Use at least ", &words.to_string(), " words. Say which areas weighed most, and why."].concat()
}

/// How long deleted returns stay.
pub fn drafts_explained(days: i64) -> String {
    [
        "They are kept in this browser only. A deleted return can be taken back for ",
        &days.to_string(),
        " days.",
    ]
    .concat()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "21 November 2026".
pub fn long_date(date: NaiveDate) -> String {
    let month = usize::try_from(date.month0()).ok().and_then(|place| MONTHS.get(place));
    [
        &date.day().to_string(),
        " ",
        month.copied().unwrap_or_default(),
        " ",
        &date.year().to_string(),
    ]
    .concat()
}

/// "14:03" today, or "20 November 2026, 14:03".
pub fn moment(at: NaiveDateTime, today: NaiveDate) -> String {
    let time = at.format("%H:%M").to_string();
    if at.date() == today { time } else { full_moment(at) }
}

/// "20 November 2026, 14:03".
pub fn full_moment(at: NaiveDateTime) -> String {
    [long_date(at.date()), at.format("%H:%M").to_string()].join(", ")
}

/// "Last copy saved to a file: never."
pub fn copied(at: Option<String>) -> String {
    ["Last copy saved to a file: ", at.as_deref().unwrap_or(NEVER), "."].concat()
}

/// The points on the start page.
pub const START_POINTS: [&str; 3] = [
    "You need: the invitation file, your agency’s record, and about two hours for each case. You can stop and come back.",
    "Who sees it: the coordinator and the panel, once you send them the file. Practitioners later see a copy of their own agency’s return.",
    "Do not enter names, dates of birth, addresses or record numbers.",
];

/// A footer text: heading and paragraphs of each part.
pub type Text = &'static [(&'static str, &'static [&'static str])];

/// What is kept where, and who sees it.
pub const PRIVACY_TEXT: Text = &[
    (
        "On this device",
        &[
            "Your answers are kept in this browser’s own storage. Other people who use the same browser profile on this device can see them.",
            "Dates that you type stay in the draft, and in a copy of it that you save to a file. The return that you send holds only how long things took.",
            "The browser may delete them when its history is cleared, when the disk is full, or, in Safari, after seven days in which you did not open this page. Save a copy to a file before you stop.",
        ],
    ),
    (
        "Anywhere else",
        &[
            "Nothing is sent. This page makes no request to any other place; its own security policy forbids it. The only things that leave this device are the files that you download and send yourself.",
        ],
    ),
    (
        "In the file that you send",
        &[
            "Your answers, your name and role, and the reasons that you typed for warnings. It is signed, so that a change would be noticed. It is not encrypted: send it as you would send any confidential record.",
        ],
    ),
];

/// How to use the program.
pub const HELP_TEXT: Text = &[
    (
        "Getting started",
        &[
            "Open the invitation file on the start page. It holds the questions and the references of your cases. Choose a case and start.",
            "Begin with who you are and how your agency was involved. If the child and family are not known to your agency, that is all you need: say what you searched, check, and sign.",
        ],
    ),
    (
        "Answering",
        &[
            "Answer from your agency’s record. “No” means the record shows that it was not done. “Not evident in the record” means that the record does not tell. “Not known to this agency” means that you would not expect your record to tell.",
            "Everything is saved as you type. The line under each heading says whether it is.",
        ],
    ),
    (
        "Before you sign",
        &[
            "“What is still missing” lists what stops you, and takes you there. A warning can stand if you say why.",
            "After you have signed, download the file and send it to your coordinator. If you find a mistake later, start a correction: it becomes a new version.",
        ],
    ),
];

/// Accessibility statement.
pub const ACCESSIBILITY_TEXT: Text = &[
    (
        "How accessible this program is",
        &[
            "It is built to WCAG 2.2 level AA. You can use all of it with a keyboard alone, with a screen reader, at 400 per cent zoom, on a screen 320 pixels wide, and in forced colours.",
            "It is tested in Chromium, Firefox and WebKit, with automatic checks on every page and by keyboard.",
        ],
    ),
    (
        "If something does not work for you",
        &[
            "Tell your coordinator, who can give you the questions on paper and can pass the problem on.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(must_fix(1), "1 thing to put right");
        assert_eq!(must_fix(2), "2 things to put right");
        assert_eq!(still_missing(2, 1), "2 to put right, 1 to explain");
        assert_eq!(still_missing(0, 3), "3 to explain");
    }

    #[test]
    fn dates_are_written_in_full() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(long_date(date), "21 November 2026");
        let at = date.and_hms_opt(14, 3, 0).unwrap();
        assert_eq!(moment(at, date), "14:03");
        assert_eq!(moment(at, date.succ_opt().unwrap()), "21 November 2026, 14:03");
    }
}
