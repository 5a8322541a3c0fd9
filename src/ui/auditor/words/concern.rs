//! Words of immediate concerns and their notices.

use crate::audit_return::ConcernKind;

words! {
    IMMEDIATE = "Immediate concerns";
    TELL_NOW = "Tell your line manager, your safeguarding lead or children’s social care now, by telephone or in person. This page only records what you did: it notifies nobody.";
    WHOM_TO_TELL = "Whom to tell if a child may be at risk now:";
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
    NOTICE_EXPLAINED = "A signed file that holds this concern and nothing else. Download it now, whatever else the return still lacks, and send it to the coordinator. It does not replace telling somebody.";
    NOTICE_FOR_MANAGER = "Print this concern for your manager";
    BACK_TO_CONCERN = "Back to the concern";
    NOTICE_DOWNLOAD = "Sign and download the notice";
    CHECK_NOTICE = "Check the notice that you saved";
    CHECK_NOTICE_HINT = "Choose the file that you saved. This page says whether it is complete and unchanged, what it says and whom it is for. Nothing is sent.";
    NOTICE_FOR = "Send it to";
    NOTICE_ABOUT = "It is about";
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
