//! Words of the start page, of an invitation and of the list of returns.

words! {
    START = "Audit a child’s case for your safeguarding board";
    START_LEAD = "Your agency has been asked to audit a child’s file together with others. Open the invitation that you were sent, answer the questions, then sign and download one file to send back.";
    WHERE_KEPT = "Your answers are kept in this browser, on this device, and nowhere else. Nothing is sent anywhere. Clearing the browser’s history deletes them, so save a copy to a file when you stop for the day. In a private, InPrivate or incognito window they are deleted when you close it.";
    SINGLE_FILE = "This is the program as one file. Other files and people on this computer may be able to read what a browser keeps for it. So it keeps your answers only if you set a passphrase, and then encrypted. Without one they are in this window, until you close it, and in the copies that you save.";
    SINGLE_FILE_PASSPHRASE = "Set or change your passphrase";
    OPEN_FILE = "Open an invitation, questions from the panel or a saved copy";
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
    WITHDRAWN_STATE = "Taken back";
    CASE = "Case";
    REFERENCE = "Reference";
    YOUR_CASES = "Your cases";
    CASES_EXPLAINED = "Complete one return for each case. Your coordinator tells you separately, by your usual secure route, which child each reference stands for. Do not write that down here.";
    BEGIN = "Start";
    GO_ON = "Continue";
    DUE = "Returns are due by ";

    WRONG_FILE = "Choose an invitation, or a copy of a return that you saved here.";
    TOOL_MISMATCH = "This invitation’s audit tool is not the one that it names. Ask your coordinator for a new invitation.";
    TOOL_UNSOUND = "This invitation’s audit tool does not make sense, so it cannot be answered. Tell your coordinator.";
    NO_SAMPLE = "The sample audit is not there. It belongs in the folder “samples” beside this page.";
    COPY_NOT_WHOLE = "This copy does not hold the invitation that it belongs to. Open an earlier copy.";
    INVITATION_LACKS_CASE = "This invitation does not hold that case.";
}

/// The points on the start page.
pub const START_POINTS: [&str; 3] = [
    "You need: the invitation file, your agency’s record, and about two hours for each case. You can stop and come back.",
    "Who sees it: the coordinator and the panel, once you send them the file. Practitioners later see a copy of their own agency’s return.",
    "Do not enter names, dates of birth, addresses or record numbers.",
];

/// How long deleted returns stay.
pub fn drafts_explained(days: i64) -> String {
    [
        "They are kept in this browser only. In a private, InPrivate or incognito window they are deleted when you close it. A deleted return can be taken back for ",
        &days.to_string(),
        " days.",
    ]
    .concat()
}

/// "Last copy saved to a file: never."
pub fn copied(at: Option<String>) -> String {
    ["Last copy saved to a file: ", at.as_deref().unwrap_or(NEVER), "."].concat()
}
