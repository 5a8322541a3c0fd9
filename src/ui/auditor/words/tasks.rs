//! Words of the task list, of who the auditor is and how the agency was involved.

words! {
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
    IS_WITHDRAWN = "You have taken this return back.";
    SEE_SIGNED = "See the signed file and what to do next";
    IMMEDIATE_ADVICE = "If a child may be at risk now, tell your manager or safeguarding lead now. This program notifies nobody.";
    RECORD_IMMEDIATE = "Record an immediate concern";

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
    CHECKING = "Checking …";
    NIL_NO_AREAS = "Your agency was not involved, so there are no areas to answer.";
    TODAY = "Use today’s date";
    SAME_SYSTEMS = "Use the same as last time: ";
    DATE_HINT = "For example, 27 3 2026";
    SYSTEMS = "Which systems did you search?";
    SYSTEMS_HINT = "For example, case management system and paper archive";
    NIL_STATEMENT = "What did the search show?";
    NIL_STATEMENT_HINT = "One or two sentences are enough.";
}

/// "You have completed 5 of 8 areas".
pub fn areas_complete(done: usize, of: usize) -> String {
    ["You have completed ", &done.to_string(), " of ", &of.to_string(), " areas."].concat()
}

/// "3 to do, 1 to explain".
pub fn still_missing(blocks: usize, to_explain: usize) -> String {
    let blocks = (blocks > 0).then(|| [&blocks.to_string(), " to do"].concat());
    let explain = (to_explain > 0).then(|| [&to_explain.to_string(), " to explain"].concat());
    [blocks, explain].into_iter().flatten().collect::<Vec<String>>().join(", ")
}

/// "Look back 12 months. Judge the last 6."
pub fn window_hint(look_back: u32, judged: u32) -> String {
    ["Look back ", &look_back.to_string(), " months. Judge the last ", &judged.to_string(), "."]
        .concat()
}
