//! Words of the concern board.

words! {
    CONCERNS = "Immediate concerns";
    BACK_TO_CONCERNS = "Back to the concerns";
    CONCERN = "Immediate concern";
    TAG = "Concern";
    RAISE = "Raise a concern";
    SEE_CONCERNS = "See the concerns";
    BOARD_EXPLAINED = "Something that a manager must be told of now, never at the panel. This program tells nobody: telephone first, then record it here. A concern is never deleted; a manager closes it.";
    NO_CONCERNS = "No concern has been raised in this round.";
    OPEN_CONCERNS = "Open";
    NO_OPEN_CONCERNS = "No concern is open.";
    CLOSED_CONCERNS = "Closed";
    UNTRUSTED = "In files whose signer you do not trust yet";
    UNTRUSTED_EXPLAINED = "Nobody knows yet whether these are true, and a child may be at risk all the same: telephone first, then decide about the file. Once you trust its signer, the concern stands among those below. It leaves this list, too, when you decide that the file stays apart for good. Where one was open below before, while its signer was still trusted, nothing about the case is published until you have decided.";
    SAID_TO_BE_RAISED_BY = "Raised, as the file says, by";
    DECIDE_FILE = "Decide about the file";
    NATURE = "What kind";
    NATURE_NOT_SAID = "The auditor did not say what kind";
    RAISED_BY = "Raised by";
    BY_THE_PANEL = "the panel";
    FROM_RETURNS = "Seen in the returns of";
    NOTICED = "Noticed";
    NOTICED_NOT_SAID = "When it was noticed is not recorded";
    WHAT = "What";
    TOLD = "Who was told, as the agency recorded it";
    TOLD_NOBODY = "The agency recorded nobody";
    STANDING = "Where it stands";
    ALARM = "Nobody has acknowledged it";
    WAITS = "Not acknowledged yet";
    TOLD_ANEW = "It was closed, and the agency has told it otherwise since: a manager has to close it as it stands now.";
    ACKNOWLEDGED = "Acknowledged";
    CLOSED = "Closed";
    AGE = "Open for";
    DONE_SO_FAR = "What was done";
    NOTHING_DONE = "The panel has recorded nothing yet.";
    STEP = "What happened?";
    STEP_ACKNOWLEDGED = "A manager has said that they are dealing with it";
    STEP_REMARK = "Somebody was told, or something was followed up";
    STEP_CLOSED = "A manager has closed it";
    STEP_REOPENED = "It is open again";
    MANAGER_ROLE = "Which manager, by their role";
    MANAGER_ROLE_HINT = "For example, service manager, children’s social care. No names.";
    REMARK = "What, with the role of whoever was told and when";
    REMARK_HINT = "No names and nothing that could tell who the child is.";
    OUTCOME = "What came of it";
    OUTCOME_HINT = "For example, the child was seen today and a strategy discussion was held.";
    REOPEN_REASON = "Why is it open again?";
    SELECT_STEP = "Select what happened.";

    HOLD = "Is the case held back?";
    HOLD_HINT = "While a concern about a case is open, nothing about the case is published, whatever you choose here.";
    HOLDS = "Cases held back";
    HOLDS_EXPLAINED = "A case can be kept from publication, or frozen while a review runs beside.";
    HOLD_CASE = "Hold back, or clear";
    HOLD_NONE = "No";
    HOLD_PUBLISH = "Do not publish until it is cleared";
    HOLD_PUBLISH_HINT = "The audit of the case goes on.";
    HOLD_FROZEN = "Freeze the case";
    HOLD_FROZEN_HINT = "A child died or was seriously harmed, and a review runs beside. The panel does not judge it and nothing about it is published.";
    HOLD_REASON = "Why";
    RECORD_HOLD = "Record";
    SELECT_HOLD = "Select whether the case is held back.";
    HELD_NOW = "Whether the case is held back";
    HELD_PUBLISH = "Not published until it is cleared";
    HELD_FROZEN = "Frozen";
    NOT_HELD = "Not held back";
    HOLD_RECORDED = "Recorded whether the case is held back.";

    RAISE_EXPLAINED = "What no agency could see alone: risk that shows only when several returns are read together, or something that the panel noticed itself.";
    WHICH_CASE = "About which case?";
    SELECT_CASE = "Select which case it is about.";
    CONTINUE = "Continue";
    WHICH_KIND = "What kind of concern is it?";
    SELECT_KIND = "Select what kind of concern it is.";
    SEEN_IN = "Which returns show it?";
    SEEN_IN_HINT = "All that do. None, if it was said at the meeting only.";
    RAISE_TEXT = "What is the concern?";
    RAISE_TEXT_HINT = "What is seen, and why it cannot wait. No names and nothing that could tell who the child is.";
    NOTICED_ON = "When was it noticed?";
    NOTICED_TIME = "Time";
    NOTICED_TIME_HINT = "For example, 14:30";
    ENTER_NOTICED = "Enter the date on which it was noticed.";
    NOTICED_IS_TO_COME = "The date and time at which it was noticed are still to come. Correct them.";
    ENTER_TIME = "Enter the time at which it was noticed, for example, 14:30.";
    RECORD_CONCERN = "Record the concern";
    TELL_FIRST = "Tell somebody first";
    CONCERN_RECORDED = "The concern is recorded. It stays at the head of the round until a manager has closed it.";
}

/// "2 immediate concerns are open, the oldest noticed 3 working days ago".
pub fn alert(open: usize, oldest: Option<u32>) -> String {
    let count = match open {
        1 => "1 immediate concern is open".to_owned(),
        some => [some.to_string().as_str(), " immediate concerns are open"].concat(),
    };
    match oldest {
        Some(days) if open == 1 => [&count, ", noticed ", &age(days)].concat(),
        Some(days) => [&count, ", the oldest noticed ", &age(days)].concat(),
        None => [&count, ". When it was noticed is not recorded of each"].concat(),
    }
}

/// "today", "3 working days ago".
fn age(days: u32) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "1 working day ago".to_owned(),
        days => [days.to_string().as_str(), " working days ago"].concat(),
    }
}

/// "1 immediate concern is in a file whose signer you do not trust yet".
pub fn untrusted(count: usize) -> String {
    match count {
        1 => "1 immediate concern is in a file whose signer you do not trust yet".to_owned(),
        count => {
            let some = count.to_string();
            [&some, " immediate concerns are in files whose signers you do not trust yet"].concat()
        }
    }
}

/// "2 open, 1 to look at"; blank where there are none.
pub fn standing(open: usize, untrusted: usize) -> String {
    let told = [(open, " open"), (untrusted, " to look at")];
    let told = told.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, what)| [count.to_string().as_str(), what].concat()).collect();
    told.join(", ")
}

/// "less than a working day", "3 working days".
pub fn open_for(days: Option<u32>) -> String {
    match days {
        None => "not known".to_owned(),
        Some(0) => "less than a working day".to_owned(),
        Some(1) => "1 working day".to_owned(),
        Some(days) => [days.to_string().as_str(), " working days"].concat(),
    }
}

/// How many of the open ones nobody acknowledged in time.
pub fn alarms(count: usize) -> String {
    match count {
        1 => "1 has not been acknowledged by the end of its day.".to_owned(),
        count => {
            [count.to_string().as_str(), " have not been acknowledged by the end of their day."]
                .concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c05_the_alert_counts_and_names_the_oldest() {
        assert_eq!(alert(1, Some(0)), "1 immediate concern is open, noticed today");
        assert_eq!(
            alert(2, Some(3)),
            "2 immediate concerns are open, the oldest noticed 3 working days ago"
        );
        assert_eq!(
            alert(2, None),
            "2 immediate concerns are open. When it was noticed is not recorded of each"
        );
    }

    #[test]
    fn c05_what_nobody_vouches_for_is_counted_beside_what_is_open() {
        assert_eq!(standing(0, 0), "");
        assert_eq!(standing(2, 0), "2 open");
        assert_eq!(standing(2, 1), "2 open, 1 to look at");
        assert_eq!(
            untrusted(2),
            "2 immediate concerns are in files whose signers you do not trust yet"
        );
    }
}
