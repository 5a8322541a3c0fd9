//! Words of the invitations and their cover sheets.

words! {
    INVITATION = "Invitation";
    BACK_TO_LIST = "Back to the invitations";
    BACK_TO_ONE = "Back to this invitation";
    REVOKED = "Revoked";
    CHANGED = "Changed since: download again";
    ASKED_ABOUT = "Asked about";
    SO_FAR = "So far";
    COVER = "Cover sheet to print or send with it";
    COVER_EXPLAINED = "Goes with the invitation’s file. It names no child; tell the auditor by another way which child each case is.";
    CHANGE_CASES = "Change about which cases they are asked";
    WHICH_CASES = "About which cases?";
    WHICH_CASES_HINT = "A case of which a return is here stays asked. Download the invitation again afterwards and send it: the auditor begins the new cases from that file.";
    WHY = "Why";
    WHY_HINT = "Goes into the log. For example, the service knew the family after all.";
    CASES_CHANGED = "Changed. Download the invitation again and send it.";
    REVOKE = "Revoke the invitation";
    REVOKE_EXPLAINED = "Do this where the file went to somebody else, or the auditor is no longer the one. Whatever answers the old file is then kept apart, a return too that the right auditor began with it: you can still trust its signer after a telephone call. “Download again” makes a new invitation.";
    REVOKE_WHY_HINT = "Goes into the log. For example, it was sent to a wrong address.";
    KEEP_YES = "They go on counting";
    KEEP_YES_HINT = "You are sure that the right auditor signed them. The same key may sign corrections.";
    KEEP_NO = "They are kept apart until I have looked";
    KEEP_NO_HINT = "You do not know who signed them.";
    SELECT_KEEP = "Select what becomes of the returns that are here.";
    REVOKED_NOW = "Revoked. Download the invitation again if somebody is still to answer it.";
    ADD = "Add an auditor";
    ADD_EXPLAINED = "For an agency that joins late, or a second service of one that is there: enter its kind and name as they are in the list. Nothing changes for the others.";
    LABEL_HINT = "Needed where the agency has a place already.";
    SELECT_KIND = "Select what kind of agency it is.";
    ADDED = "Added. Download the invitation and send it.";
}

/// What is asked of returns that count already.
pub fn keep_what(count: usize) -> String {
    match count {
        1 => "One return of theirs counts already. What becomes of it?".to_owned(),
        some => {
            [&some.to_string(), " returns of theirs count already. What becomes of them?"].concat()
        }
    }
}
