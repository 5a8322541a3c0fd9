//! Words of the copies to practitioners.

use crate::panel::copies::CopiesOpen;

words! {
    COPIES = "Copies to practitioners";
    BACK_TO_COPIES = "Back to the copies";
    BACK_TO_COPY = "Back to this copy";
    COPY = "Copy";
    COPY_FILE = "copy";
    COPIES_EXPLAINED = "Practitioners and their managers see what was audited about their own work, and may answer. A copy holds their own agency’s return and nothing of any other. This program sends nothing: print or download each copy, send it by your secure route, and record it here.";
    NO_COPIES = "No return counts yet of which a copy could be made.";
    TO_DO = "To send, or waiting for an answer";
    DONE = "Answered, or not sent";
    WHOSE = "Return";
    ACCEPTED = "Return accepted";
    NOT_YET = "Not yet";
    NOT_ACCEPTED = "Not yet. Accept the return first, so that no copy goes out of one that still changes.";
    STANDING = "Where the copy stands";
    TO_SEND = "To send";
    TO_SEND_AGAIN = "To send again: the return was corrected";
    SENT = "Sent";
    OUT = "Sent, and its return does not count now";
    ANSWERED = "Answered";
    NOT_SENT = "Not sent";
    RESPONSE = "Response";
    RESPONDED = "Yes";
    ACKNOWLEDGED_BY = "Acknowledged by the manager";
    WHY = "Why";
    WHAT_GOES_IN = "What goes into the copy";
    SEE_COPY = "See, print or download the copy";
    NOT_READ = "This browser cannot read the return, so no copy can be made here. A copy is owed all the same: send it where the return can be read, or record why none is sent.";
    CORRECT_FACT = "Correct a fact";
    DONE_SO_FAR = "What was done";
    CORRECTED = "Facts corrected";
    PAPER_EXPLAINED = "Read it through before you send it: somebody may be recognised, or put at risk, by what no mark can find. Then record on the page before that it was sent.";

    STEP = "What happened?";
    SELECT_STEP = "Select what happened.";
    STEP_SENT = "The copy was sent to the practitioner and their manager";
    STEP_SENT_HINT = "Somebody has made sure first that it puts nobody at risk.";
    STEP_SENT_TO_MANAGER = "The copy was sent to the current manager only";
    STEP_NOT_SENT = "No copy is sent";
    STEP_OUT = "Whoever holds the copy was told that its return does not count";
    WHAT_BECAME = "Who was told, and what became of the copy";
    WHAT_BECAME_HINT = "By role, no names. For example, the team manager has destroyed it.";
    STEP_RESPONSE = "The practitioner has answered";
    STEP_RESPONSE_HINT = "An answer changes no grade unless the panel does.";
    STEP_ACKNOWLEDGED = "Their manager has read the copy and the answer";
    RISK_CHECK = "Who made sure that nobody is put at risk, and how";
    RISK_CHECK_HINT = "A role. For example, the team manager, from the file: no protected address, nothing that a violent person could learn.";
    WHY_MANAGER = "Why to the manager only?";
    WHY_MANAGER_HINT = "For example, the practitioner has left the agency.";
    WHY_NOT = "Why is no copy sent?";
    WHY_NOT_HINT = "For example, a trial is under way.";
    RESPONSE_HINT = "In their words, without names and without anything that could tell who the child is.";
    MANAGER_ROLE = "Which manager, by their role";
    MANAGER_ROLE_HINT = "For example, team manager, school nursing. No names.";

    SHOWN_EXPLAINED = "Untick what must not be disclosed: what tells of somebody else, what another agency said, or what would put anybody at risk. It is marked as not disclosed where it stands. Texts of the police go into no copy until you tick them, and again not once a corrected return says something else there.";
    SHOWN_HINT = "What is ticked stands in the copy. Grades and answers without words always do.";
    SHOWN_REASON = "Why you changed this";
    SHOWN_REASON_HINT = "Goes into the log, and never into a copy.";
    RECORD_SHOWN = "Record what goes in";
    MARKED_BY_AUDITOR = "Marked by the auditor";
    MARKED_EXPLAINED = "The auditor said of these texts that practitioners must not read them. They go into no copy. If one should after all, ask the auditor for a corrected return without the mark.";
    MARKED_LATER = "Marked since an earlier version";
    MARKED_LATER_EXPLAINED = "The auditor marked these texts only when the return was corrected. An earlier version of the return stood without the mark. Where a finding rests on its words, you are asked about it before it is published.";
    NO_TEXTS = "This return says nothing in words of its own.";

    CORRECT_EXPLAINED = "The return stays as it was signed. The correction stands beside it, in the copy too, with what shows it. Whether a grade changes is for the panel.";
    WHICH_TEXT = "Which text is wrong?";
    CHOOSE_TEXT = "Choose a text";
    SELECT_TEXT = "Choose which text is wrong.";
    BEFORE = "As it stands in the return";
    AFTER = "As it should be read";
    AFTER_HINT = "No names.";
    BECAUSE = "What shows it";
    BECAUSE_HINT = "For example, the visit log of the service.";
    RECORD_CORRECTION = "Record the correction";
    FACT_CORRECTED = "The correction is recorded beside the return.";
}

/// "3 to send, 2 to accept first, 1 to call back".
pub fn open(open: CopiesOpen, out: usize) -> String {
    let told = [
        (open.accepted, " to send"),
        (open.not_accepted, " to accept first"),
        (out, " to call back"),
    ];
    let told = told.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, what)| [count.to_string().as_str(), what].concat()).collect();
    told.join(", ")
}

/// How many returns nobody has accepted (CP-01).
pub fn accept_first(count: usize) -> String {
    let returns = match count {
        1 => "1 return that counts has not been accepted.".to_owned(),
        some => [&some.to_string(), " returns that count have not been accepted."].concat(),
    };
    [&returns, " Read each under “What has come” and accept it, so that its copy can go out. Each needs a copy or a reason before the round is closed."]
        .concat()
}

/// How many keep the round from being closed (CP-01).
pub fn owed_before_close(count: usize) -> String {
    let returns = match count {
        1 => "1 accepted return has".to_owned(),
        some => [&some.to_string(), " accepted returns have"].concat(),
    };
    [&returns, " neither a copy sent nor a reason why not. Each needs one of the two before the round is closed."]
        .concat()
}

/// "2 facts corrected".
pub fn corrections(count: usize) -> String {
    match count {
        1 => "1 fact corrected".to_owned(),
        some => [&some.to_string(), " facts corrected"].concat(),
    }
}

/// How many texts changed.
pub fn disclosed(count: usize) -> String {
    match count {
        1 => "Recorded for 1 text.".to_owned(),
        some => ["Recorded for ", &some.to_string(), " texts."].concat(),
    }
}

/// What to do where a copy of an agency's return showed what its auditor has marked since.
pub fn shown_before_mark(agency: &str) -> String {
    [
        "A copy that was sent showed what practitioners must not read. Telephone ",
        agency,
        ": ask who has read it, have the copy given back or destroyed, and ask whether anybody is at risk now.",
    ]
    .concat()
}

/// How many copies showed what auditors have marked since.
pub fn copies_shown(count: usize) -> String {
    let copies = match count {
        1 => "1 copy that was sent".to_owned(),
        some => [&some.to_string(), " copies that were sent"].concat(),
    };
    [&copies, " showed what practitioners must not read: the auditor marked it only when the return was corrected."].concat()
}

/// "Case 1, Police: the copy of version 1, sent on 20 March 2026, 10:00"
pub fn copy_shown(whose: &str, version: u32, at: &str) -> String {
    [whose, ": the copy of version ", &version.to_string(), ", sent on ", at].concat()
}

/// How many copies were sent of returns that do not count now, and nobody has said what became of them (CP-01).
pub fn copies_out(count: usize) -> String {
    let copies = match count {
        1 => "A copy was sent of a return that does".to_owned(),
        some => [&some.to_string(), " copies were sent of returns that do"].concat(),
    };
    [&copies, " not count now. Tell whoever holds one, and record what became of it."].concat()
}

/// "Case 1, Police: sent on 20 March 2026, 10:00. The agency has taken its return back."
pub fn copy_out(whose: &str, at: &str, because: &str, settled: Option<&str>) -> String {
    let sent = [whose, ": sent on ", at, ". ", because, "."].concat();
    match settled {
        None => sent,
        Some(settled) => [&sent, " ", settled].concat(),
    }
}
