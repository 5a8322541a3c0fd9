//! Words of the pages on which the audit tool is changed.

use crate::tool::edit::Form;

words! {
    TOOL = "Audit tool";
    BACK_TO_TOOL = "Back to the audit tool";
    BACK_TO_AREA = "Back to the area";
    EXPLAINED = "Change the questions, areas, grades and help. What you change is a draft, kept as you type, and the round goes on with its tool until you use the draft.";
    NO_DRAFT = "Nothing is changed yet";
    TITLE = "Title";
    SUMMARY = "Summary, for coordinators";
    AREAS = "Areas";
    NUMBER = "Number";
    AREA = "Area";
    QUESTIONS = "Questions";
    GRADED = "Graded";
    UP = "Up";
    DOWN = "Down";
    ADD_AREA = "Add an area";
    NEW_AREA = "New area";
    SCALE = "Grading scale";
    CHANGE_SCALE = "Change the grading scale";

    FAULTS = "Put these right before the draft can be used";
    CHANGED = "What is changed";
    USE = "Use this version in the round";
    USE_NOT_ISSUED = "No invitation has been issued, so every auditor will get this version.";
    USE_ISSUED = "Auditors have been sent the version before. It never changes: each needs a new invitation, and returns on the version before are kept apart until you say which of its questions are which of these.";
    USE_REASON = "Why is the tool changed?";
    USE_REASON_HINT = "It stands in the log of decisions, with the list above.";
    USED = "The round has this version of the tool now.";
    FORGET = "Forget the draft";
    FORGET_EXPLAINED = "Everything that is listed under “What is changed” goes.";
    FORGOTTEN = "The draft is forgotten.";
    NEED_INVITATIONS = "These auditors have an invitation with an earlier version. Issue theirs again:";

    FILES = "As a file";
    SAVE_FILE = "Save the tool to a file";
    SAVE_DRAFT_FILE = "Save the draft to a file";
    TAKE_FILE = "Take a tool from a file";
    TAKE_FILE_HINT = "It takes the place of the draft. A tool of the same name becomes its next version; whatever the file leaves out is retired.";
    TAKEN = "The file is the draft now.";
    RETIRED = "Retired questions";
    RETIRED_EXPLAINED = "They are asked no longer, and their numbers are never given to another question.";
    RETIRED_AREAS = "Retired areas";
    RETIRED_AREAS_EXPLAINED = "They are asked no longer. An area that is asked again comes back with the questions that were retired with it.";
    ASK_AGAIN = "Ask it again";

    AREA_TITLE = "Title of the area";
    INTRODUCTION = "Above its questions (optional)";
    IS_GRADED = "Is this area graded?";
    NOT_BY_AREA = "This tool grades no areas. That is changed with the grading scale.";
    WHO_GRADES = "Which agencies is this area meant for?";
    ADD_QUESTION = "Add a question";
    ADD_FOLLOW_UP = "Add a follow-up";
    RETIRE_AREA = "Retire the area";
    RETIRE_AREA_EXPLAINED = "Its questions are retired with it. On the page of the whole tool it can be asked again, with them.";
    RETIRE_QUESTION = "Retire the question";
    RETIRE_QUESTION_EXPLAINED = "Its follow-ups are retired with it.";
    NO_QUESTIONS = "It has no questions yet.";
    NO_WORDS = "(no words yet)";

    QUESTION = "Question";
    QUESTION_TEXT = "The question";
    QUESTION_TEXT_HINT = "One single question: no “and”.";
    HINT = "Shown with it, always (optional)";
    KIND = "How is it answered?";
    JUDGEMENT = "Yes, partly, no, with evidence";
    CHOICE = "One of several";
    CHOICES = "Any number of several";
    A_NUMBER = "A whole number";
    A_TEXT = "A text";
    OPTIONS = "Answers on offer";
    OPTION = "Answer";
    ADD_OPTION = "Add an answer";
    ADD_ANOTHER_OPTION = "Add another answer";
    OPTION_LABEL = "Its words";
    OPTION_MARKS = "What it means";
    EXCLUSIVE = "Stands alone: choosing it clears the others";
    GAP = "Counts as a gap";
    NOT_KNOWN = "Says only that this agency cannot tell";
    UNIT = "Of what?";
    UNIT_HINT = "For example, working days";
    LEAST = "Smallest number";
    MOST = "Largest number";
    LENGTH = "Most characters";
    ASKED_OF = "Which agencies are asked?";
    EVERY_AGENCY = "Every agency";
    ONLY_THESE = "Only these";
    ALL_BUT_THESE = "Every agency but these";
    KINDS = "Kinds of agency";
    MANDATORY = "Must it be answered?";
    PER_CHILD = "Is it about one child alone?";
    PER_CHILD_HINT = "Then nothing written here is copied from a brother’s or sister’s return.";
    OF_EACH_AGENCY = "Does it ask each agency about its own part?";
    OF_EACH_AGENCY_HINT = "As whether it worked with the child, or how its staff were supervised. Then agencies that answer differently contradict nobody, returns are counted in place of cases, and it is any agency’s evidence. Say the same of its follow-ups, where they are about the agency too.";
    STANDING = "Whose evidence is it normally?";
    OF_ALL = "Any agency’s";
    OF_LEAD = "Those at conferences and core groups";
    OF_SOCIAL_CARE = "Social care’s, or the lead agency’s";
    WHEN = "When is it asked?";
    ALWAYS = "Always";
    WHILE = "Only while this holds";
    WHAT_HOLDS = "What must hold?";
    WHICH_QUESTION = "Which question?";
    WHICH_ANSWERS = "Which of its answers? Any of those ticked will do.";
    AT_LEAST = "At least (optional)";
    AT_MOST = "At most (optional)";
    ADD_PART = "Add a part";
    REMOVE_PART = "Take out part";
    GUIDANCE = "Help beside the question";
    GOOD = "What good looks like (optional)";
    HOW_TO_CHOOSE = "How to choose between the answers (optional)";
    LOOK = "Where to look (optional)";
    HINTS = "Hints for single kinds of agency";
    PREVIEW = "As auditors see it";
    PREVIEW_EVIDENCE = "Evidence";
    PREVIEW_OF = "Seen by";
    TRIED = "With these answers to other questions";
    NOT_ANSWERED = "Not answered";
    NOT_ASKED_WITH = "With these answers it is not asked.";
    NOT_ASKED_OF = "This agency is not asked any question of this area.";
    YES = "Yes";
    NO = "No";

    AGENCY_KINDS = "Kinds of agency in this tool";
    AGENCY_KINDS_EXPLAINED = "Questions say which of these they are asked of, and each agency of a round is of one of these kinds. What is taken away here is taken away wherever it was named.";
    CHANGE_KINDS = "Change the kinds of agency";
    AGENCY_KIND = "Kind of agency";
    ADD_KIND = "Add a kind of agency";
    KIND_NAME = "What it is called";
    KIND_RECORDS = "Where its records are (optional)";
    KIND_RECORDS_HINT = "Shown beside each question that has no hint of its own for it.";
    KIND_MARKS = "What it has to do with the child";
    PARENT_FACING = "It works with a parent rather than the child";
    HOLDS_THE_CASE = "It holds the case: the panel sees its grade beside each suggestion";
    GRADED_BY = "What is graded?";
    BY_AREA = "Each area of a case, and the case overall";
    BY_CASE = "The case overall only";
    BY_NOTHING = "Nothing";
    SCALE_TITLE = "Name of the scale";
    SCALE_EXPLAINED = "Best grade first. Grades of two scales are never compared: other words for a grade keep the scale, another grade or level makes it another one.";
    SHIPPED_SCALE = "Begin from a scale that is shipped";
    TAKE_SCALE = "Take this scale";
    GRADES = "Grades, best first";
    GRADE = "Grade";
    ADD_GRADE = "Add a grade";
    ADD_ANOTHER_GRADE = "Add another grade";
    GRADE_LABEL = "Its words";
    GRADE_CODE = "Short form, in tables";
    GRADE_LEVEL = "What rules know of it";
    LEVEL_OUTSTANDING = "Better than good";
    LEVEL_GOOD = "Good";
    LEVEL_BELOW = "Below good and not failing";
    LEVEL_INADEQUATE = "Failing";
    GRADE_FOR = "Offered for";
    FOR_AREA = "An area";
    FOR_CASE = "The case overall";
    DESCRIPTOR = "When to choose it";
    OUTSTANDING_RULE = "Does a case that is better than good need every area good?";
}

/// What a part of a condition asks.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Answer => "An answer to another question",
        Form::Answered => "Another question is answered",
        Form::Number => "A number given to another question",
        Form::Agency => "The kind of agency",
        Form::All => "All of several parts",
        Form::Any => "At least one of several parts",
        Form::Not => "The part below does not hold",
    }
}

/// "Version 2"
pub fn version(version: u32) -> String {
    ["Version ", &version.to_string()].concat()
}

/// "Draft of version 2: 3 changes"
pub fn draft(version: u32, changes: usize) -> String {
    let noun = if changes == 1 { " change" } else { " changes" };
    ["Draft of version ", &version.to_string(), ": ", &changes.to_string(), noun].concat()
}

/// "Question 3.4"
pub fn question(id: &str) -> String {
    [QUESTION, " ", id].concat()
}

/// "Area 3: Assessment"
pub fn area(number: u32, title: &str) -> String {
    [AREA, " ", &number.to_string(), ": ", title].concat()
}
