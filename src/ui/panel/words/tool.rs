//! Words of the pages on which the audit tool is changed.

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
    ASK_AGAIN = "Ask it again";

    AREA_TITLE = "Title of the area";
    INTRODUCTION = "Above its questions (optional)";
    IS_GRADED = "Is this area graded?";
    NOT_BY_AREA = "This tool grades no areas. That is changed with the grading scale.";
    WHO_GRADES = "Which agencies is this area meant for?";
    ADD_QUESTION = "Add a question";
    ADD_FOLLOW_UP = "Add a follow-up";
    RETIRE_AREA = "Retire the area";
    RETIRE_AREA_EXPLAINED = "Its questions are retired with it.";
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
    STANDING = "Whose evidence is it normally?";
    OF_ALL = "Any agency’s";
    OF_LEAD = "Those at conferences and core groups";
    OF_SOCIAL_CARE = "Social care’s, or the lead agency’s";
    WHEN = "When is it asked?";
    ALWAYS = "Always";
    AFTER_ANSWER = "After an answer to another question";
    WHICH_QUESTION = "Which question?";
    WHICH_ANSWERS = "Which of its answers?";
    CHOOSE_QUESTION = "Choose a question";
    SEVERAL_PARTS = "Its condition has several parts and stays as it is. Change it in the tool’s file.";
    GUIDANCE = "Help beside the question";
    GOOD = "What good looks like (optional)";
    HOW_TO_CHOOSE = "How to choose between the answers (optional)";
    LOOK = "Where to look (optional)";
    HINTS = "Hints for single kinds of agency";
    PREVIEW = "As auditors see it";
    PREVIEW_EVIDENCE = "Evidence";
    PREVIEW_OF = "Seen by";
    NOT_ASKED_OF = "This agency is not asked any question of this area.";
    YES = "Yes";
    NO = "No";

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
