//! Words of the panel meeting.

use crate::panel::integration::{OverallConstraint, SuggestionBasis, WhyNotComparable};
use crate::panel::meeting::NoteKind;

words! {
    NOT_RECORDED_YET = "What you typed here is kept, and is not recorded yet.";
    TAKE_OUT = "Take it out, or write a role instead: no name belongs here.";
    FORGET_TYPED = "Forget what I typed";

    MEETINGS = "Panel meetings";
    BACK_TO_MEETINGS = "Back to the meetings";
    MEETINGS_EXPLAINED = "A meeting records who was there, what was agreed case by case and area by area, and what is left open. Its minutes are made from that.";
    NO_MEETINGS = "No meeting has been recorded yet.";
    START_MEETING = "Start a meeting";
    MEETING = "Meeting";
    MEETING_OF = "Panel meeting of ";
    DECIDED_HERE = "Decided there";
    GO_ON = "Go on with the meeting";
    WHO_WAS_THERE = "Who was there";
    MINUTES = "Minutes";
    AGENDA = "Agenda";
    BACK_TO_AGENDA = "Back to the agenda";
    CHANGE_WHO = "Change who was there";

    HELD_ON = "When is the meeting?";
    DATE_HINT = "For example, 27 3 2027";
    ENTER_HELD_ON = "Enter the date of the meeting.";
    CHAIR = "Who chairs it?";
    CHAIR_HINT = "A role, for example, Chair, independent scrutineer. No names.";
    ENTER_CHAIR = "Enter the role of whoever chairs the meeting.";
    AGENCIES_THERE = "Agencies";
    HERE = "Here";
    NOT_HERE = "Not here";
    ROLES = "Their roles, one a line";
    ROLES_HINT = "For example, named nurse. No names.";
    ABSENT_WHY = "Why, and how the agency’s view is heard";
    OTHERS = "Others who are here, by their roles (optional)";
    OTHERS_HINT = "One a line, for example, minute taker";
    INTERESTS = "Interests declared";
    INTERESTS_HINT = "Whoever manages somebody who worked on a case, or knows the family, says so.";
    INTEREST = "Interest";
    ADD_INTEREST = "Add an interest";
    ADD_MORE_INTERESTS = "Add another interest";
    INTEREST_ROLE = "Whose, by their role";
    INTEREST_CASE = "In which case";
    CHOOSE_CASE = "Choose a case";
    CHOOSE_INTEREST_CASE = "Choose the case of each interest.";
    INTEREST_WHAT = "Which interest";
    INTEREST_WHAT_HINT = "For example, manages the social worker who holds the case";
    INTEREST_HANDLED = "What was done about it";
    INTEREST_HANDLED_HINT = "For example, took no part in the judgement";
    ESSENTIAL = "Without which agencies does the panel not judge?";
    ESSENTIAL_HINT = "Each of them is here, or its absence is noted with how its view is heard. Without that no judgement is recorded.";
    SAVE_PEOPLE = "Save who was there";
    PEOPLE_SAVED = "Saved who was there.";

    QUORUM_MET = "All agencies without which the panel does not judge are here.";
    QUORUM_NOTED = "Not here, with the reason noted:";
    QUORUM_MISSING = "The panel cannot judge yet. Neither here nor noted as absent:";
    RETURNED_NOT_HERE = "Sent a return and are not here:";
    OPEN_ITEMS = "Open items";
    CASES_OPEN = "Cases with open items";
    NOTHING_OPEN = "Nothing is left open.";
    FIRST_OPEN = "Go to the first open item";
    ALL_CASES = "All cases";
    CASE = "Case";
    DECIDED = "Decided";
    NO_GRADES_HERE = "The tool of this round grades nothing, so there is nothing to judge by grade.";

    GRADINGS = "What the agencies say";
    AUDITOR = "Auditor";
    GRADE = "Grade";
    REASON_OF_AUDITOR = "The auditor’s reason";
    NO_REASON_GIVEN = "No reason given";
    NOBODY_GRADED = "No agency graded this.";
    WITHOUT_GRADE = "Without a grade";
    WHY_NONE = "Why";
    SILENT = "Nothing recorded";
    LEAD = "holds the case";
    NOT_NORMALLY = "not normally asked";
    GRADED_ANEW = "graded anew by the panel; signed as";
    NIL_RETURNS = "Nil returns, in no spread:";
    ALL_ALIKE = "All give the same grade.";
    SINGLE_SOURCE = "Single source: only one agency graded it";
    SUGGESTION = "Suggestion, not a result";
    NO_SUGGESTION = "No suggestion: the panel chooses.";
    LEAD_SAYS = "which holds the case, says";
    STRENGTHS = "Strengths";
    CONCERNS = "Concerns";
    LINES = "Strengths and concerns that the auditors recorded";
    NO_LINES = "The auditors recorded no strengths and no concerns.";
    HELD = "What is held of this case";
    ANSWERS_OF = "The answers and summary of each return:";
    NO_RETURNS = "No return counts for this case yet.";
    NIL_RETURN = "nil return";
    CASE_PAGE = "See the case";
    MAKE_FINDING = "Make a finding";
    MAKE_FINDING_HINT = "Of what the panel itself sees in this case. An answer by which it is counted can be chosen later. To make one of what agencies wrote, choose from";
    WRITTEN_OF_CASE = "the strengths and concerns of this case";
    FINDING_MADE = "The finding has been recorded. It is about this case, and rests on this meeting.";
    BARRED_SINCE = "Judge the case again: it cannot be outstanding with these areas as they are judged now";
    LOOK_AGAIN = "Look at this again: a return on which the judgement rests was replaced or taken back.";
    RESTED_ON = "It rested on";
    READ_LATER_RETURN = "Read the later return";
    JUDGED_SO_FAR = "The panel’s judgement so far";
    INTEREST_HERE = "Interest declared in this case";
    FROZEN = "This case is frozen while a review runs. The panel does not judge it.";

    WITHIN_TITLE = "First, within one agency";
    WITHIN_EXPLAINED = "Two auditors of this agency differ. Their agency agrees its own grade before the panel judges.";
    WITHIN_GRADE = "Which grade does the agency stand by?";
    WITHIN_REASON = "Why";
    WITHIN_RECORD = "Record the agency’s grade";
    WITHIN_STANDS = "stands by";
    WITHIN_CHANGE = "Change the grade of";
    SELECT_WITHIN = "Select the grade that the agency stands by.";
    WITHIN_RECORDED = "Recorded the grade that the agency stands by.";
    REGRADE = "Grade anew on this round’s scale";
    REGRADED = "Graded anew on this round’s scale";
    REGRADE_CHANGE = "Change the grade given anew";
    REGRADE_EXPLAINED = "This grade is on another scale. It is never converted: say which grade it would be here, and why.";
    REGRADE_GRADE = "Which grade would it be here?";
    REGRADE_REASON = "Why is this grade right on the round’s scale?";
    REGRADE_RECORD = "Record the grade";
    SELECT_REGRADE = "Select which grade it would be here.";
    REGRADE_RECORDED = "Recorded the grade on this round’s scale.";

    DECISION = "What does the panel decide?";
    AGREE = "Agree with the suggestion:";
    OR = "or";
    NOT_JUDGED = "Not judged";
    NOT_JUDGED_HINT = "The panel gives no grade, and says why.";
    DEFER = "Leave for later";
    DEFER_HINT = "It stays among the open items. Say what is wanting.";
    SELECT_DECISION = "Select what the panel decides.";
    QUALIFIER = "With";
    NO_QUALIFIER = "Nothing added";
    REASON = "Why";
    REASON_HINT = "In the panel’s own words, as it will stand in the report. No names.";
    DISCUSSION = "What was said about the difference?";
    DISCUSSION_HINT = "The gradings lie far apart. That can be healthy challenge: note what each side saw.";
    LOWER_RISK = "Why does the panel hold the risk to be lower?";
    LOWER_RISK_HINT = "An agency judged this inadequate.";
    DISSENT = "Differing views";
    DISSENT_HINT = "Kept as they are, and never averaged in.";
    VIEW = "View";
    ADD_VIEW = "Add a differing view";
    ADD_MORE_VIEWS = "Add another differing view";
    VIEW_OF = "Whose";
    VIEW_OF_CHAIR = "The chair";
    VIEW_ROLE = "Their role";
    VIEW_WORDS = "What they hold, and why";
    RECORD_NEXT = "Record and go to the next open item";
    LARGE = "Show in large type";
    LARGE_BESIDE = "Show in large type in a second window (follows this one)";
    BACK_FROM_LARGE = "Back to the meeting";
    HIDE_NAMES = "Hide the agencies’ names";
    HIDE_NAMES_AGAIN = "Hide the names again";
    SHOW_NAMES_HERE = "Show the names here";
    STOP_HIDING_NAMES = "Hide no names any more";
    NAMES_HIDDEN = "The agencies’ names are hidden in large type, in every window of this round in this browser and after a reload too.";
    NAMES_HIDDEN_NOW = "The agencies’ names are hidden in large type.";
    LETTERS_EXPLAINED = "They stand on every other page. A letter is the same agency throughout this case, and another one in the next. What an agency wrote can still show who it is.";
    NAMES_NOT_KEPT = "This browser keeps nothing of this choice: once this window is closed or loaded again, the names are shown. Look at every other window that others can see, and hide the names there too.";
    ANOTHER_AGENCY = "Another agency";
    TIME_STOP = "Stop the time";
    TIME_GO_ON = "Let the time run on";
    AREA_BEFORE = "Previous";
    AREA_AFTER = "Next";
    NOT_JUDGED_YET = "Not judged yet";

    OVERALL_AREAS = "The areas of this case";
    AGAINST = "What speaks against this grade";
    DIFFERENCE = "What difference did the work make to the child?";
    DIFFERENCE_HINT = "Asked of every case, before it is judged overall.";
    DIFFERENCE_TEXT = "In the panel’s words";
    DIFFERENCE_RECORD = "Record the difference";
    DIFFERENCE_RECORDED = "Recorded what difference the work made.";
    DIFFERENCE_NOW = "Recorded";
    SELECT_DIFFERENCE = "Select what difference the work made.";

    NOTES = "Notes";
    NOTES_EXPLAINED = "Questions, actions and remarks, kept in the minutes.";
    NOTE_KIND = "What is it?";
    NOTE_REMARK = "A remark";
    NOTE_QUESTION = "A question to an agency";
    NOTE_ACTION = "An action";
    NOTE_AGENCY = "Which agency?";
    NOTE_OWNER = "Who does it, by their role";
    NOTE_TEXT = "What";
    NOTE_RECORD = "Note it";
    NOTE_RECORDED = "Noted.";
    SELECT_NOTE_KIND = "Select what it is.";
    NOTE_OUTCOME = "What came of it";
    NOTE_CLOSE = "Close it";
    ASK_IN_PACK = "Ask it in a pack";
    CHOOSE_AGENCY = "Choose an agency";
    ENTER_OUTCOME = "Enter what came of it.";

    PRINT = "Print";
    DOWNLOAD_TEXT = "Download as text";
    MINUTES_EXPLAINED = "Made from what was recorded; nothing can be typed here. Roles and agencies, never names. Confidential.";
    MINUTES_FILE = "minutes";
}

/// Which agency is here with nobody: as many may be as there are agencies.
pub fn enter_roles(agency: &str) -> String {
    ["Enter the role of at least one person who is here: ", agency, "."].concat()
}

/// What a grade asks for that no agency gave.
pub fn from_all(words: usize) -> String {
    ["No agency gave this grade. Give the reason in at least ", &words.to_string(), " words."]
        .concat()
}

/// "Time of this case: 12 minutes, counted in this window and kept nowhere".
pub fn time_of_case(minutes: u64) -> String {
    let minutes = match minutes {
        0 => "less than a minute".to_owned(),
        1 => "1 minute".to_owned(),
        minutes => [&minutes.to_string(), " minutes"].concat(),
    };
    ["Time of this case: ", &minutes, ", counted in this window and kept nowhere"].concat()
}

/// "Agency B", or "Agency B, auditor 2" where it has several.
pub fn lettered(letter: &str, auditor: Option<usize>) -> String {
    match auditor {
        None => ["Agency ", letter].concat(),
        Some(auditor) => ["Agency ", letter, ", auditor ", &auditor.to_string()].concat(),
    }
}

/// "Open items: 12".
pub fn open_count(count: usize) -> String {
    [OPEN_ITEMS, ": ", &count.to_string()].concat()
}

/// "Case 1: 9 open".
pub fn case_open(label: &str, count: usize) -> String {
    [label, ": ", &count.to_string(), " open"].concat()
}

/// "Recorded. Case 1: 3. Assessment. Good."
pub fn recorded(subject: &str, verdict: &str) -> String {
    ["Recorded. ", subject, ": ", verdict, "."].concat()
}

/// How far the gradings lie apart.
pub fn spread(steps: usize) -> String {
    match steps {
        0 => ALL_ALIKE.to_owned(),
        1 => "The best and the poorest grade are 1 step apart.".to_owned(),
        steps => {
            ["The best and the poorest grade are ", &steps.to_string(), " steps apart."].concat()
        }
    }
}

/// How a suggestion came about.
pub fn basis(basis: SuggestionBasis) -> &'static str {
    match basis {
        SuggestionBasis::Agreement => "All agencies give it.",
        SuggestionBasis::MostCommon => "The grade given most often.",
        SuggestionBasis::TieToPoorer => "The poorer of those given most often.",
    }
}

/// Why a grade is compared with nothing.
pub fn not_comparable(why: WhyNotComparable, label: &str) -> String {
    let why = match why {
        WhyNotComparable::NotOnScale => "which this round’s scale does not have",
        WhyNotComparable::NotOfferedHere => "which is not offered here",
        WhyNotComparable::OtherScale => "on another scale",
    };
    ["Not comparable: “", label, "”, ", why].concat()
}

/// What speaks against an overall grade, with the names of the areas.
pub fn against(constraint: &OverallConstraint, areas: &str) -> String {
    match constraint {
        OverallConstraint::BarsOutstanding(_) => {
            ["It cannot be outstanding: these areas are below good: ", areas, "."].concat()
        }
        OverallConstraint::InadequateAreas(_) => {
            ["These areas are inadequate: ", areas, "."].concat()
        }
        OverallConstraint::BetterThanEveryArea => "It is better than every area.".to_owned(),
        OverallConstraint::PoorerThanEveryArea => "It is poorer than every area.".to_owned(),
        OverallConstraint::NotJudged(_) => {
            ["The panel has not judged these areas: ", areas, "."].concat()
        }
    }
}

/// "Question to Police", "To be done by Head of service".
pub fn note_head(kind: &NoteKind, agency: &str) -> String {
    match kind {
        NoteKind::Remark => NOTE_REMARK.to_owned(),
        NoteKind::Question(_) => ["Question to ", agency].concat(),
        NoteKind::Action(owner) => ["To be done by ", owner].concat(),
    }
}

/// What an open item wants.
pub const ITEM_NOT_JUDGED: &str = "not judged yet";
/// Judged on a return that no longer counts.
pub const ITEM_REOPENED: &str = "open again: a return was replaced";
/// What it wants.
pub const ITEM_BARRED: &str = "open again: an area was judged anew, and is not good";
/// What difference it made is missing.
pub const ITEM_NO_DIFFERENCE: &str = "what difference did it make to the child?";
/// A question or an action is open.
pub const ITEM_NOTE: &str = "noted, and open";

/// Left for later, with what is wanting.
pub fn item_deferred(why: &str) -> String {
    ["left for later: ", why].concat()
}

/// Auditors of one agency differ.
pub fn item_within(agency: &str) -> String {
    ["auditors of ", agency, " differ"].concat()
}

/// A grade on another scale.
pub fn item_foreign(agency: &str) -> String {
    ["the grade of ", agency, " is not comparable"].concat()
}
