//! Words of the page on which a round is set up, beside those of its template.

use crate::round::Term;
use crate::round::set_up::{AGENCY, AUTHORITY, REASON, SetUpFaultKind};
use crate::text::listed;
use crate::timescale::LimitFault;

words! {
    AFTER = "The board, the auditors, the audit tool and all else stand here as the round before stated them. Give this round its own title, period and dates. Once it is created, the actions that are still open go on in its plan.";
    AFTER_PRACTICE = " The round before is for practice, and so this one is too: nothing in it may be about a real child. A real round is set up from a template.";
    NOTHING_LOST = "What you type here is kept in this browser until the round is created.";
    SELECTED_MONTH = "When were they chosen?";
    GRADED_BY = "What is graded?";
    BY_AREA = "Each area of a case, and the case overall";
    BY_CASE = "The case overall only";
    NOT_GRADED = "Nothing";
    GRADED_BY_HINT = "Another choice than the template’s makes a new version of its audit tool.";
    SECOND = "Does a second person of each agency sign too?";
    HOW_TOGETHER = "How the gradings come together";
    INTEGRATED_BY = "Who brings the agencies’ gradings together?";
    BY_PANEL = "A meeting of all agencies that sent returns";
    BY_AUDITORS = "The auditors, among themselves";
    BY_AUTHOR = "The author of the report, who then shows it to the agencies";
    BY_NOBODY = "Nobody: nothing is graded";
    SUGGESTS = "What is suggested where nothing is decided yet?";
    MOST_COMMON = "Agreement, or else the most common grade";
    MOST_COMMON_HINT = "The poorer of two that tie. Never an average.";
    AGREEMENT = "Agreement only";
    NO_SUGGESTIONS = "Nothing";
    CONCERN_ROUTE = "Immediate concerns";
    TELEPHONE = "Its telephone number (optional)";
    EMAIL = "Its mailbox (optional)";
    EMAIL_HINT = "A shared one, never a person’s";
    HOURS = "When it is reached (optional)";
    HOURS_HINT = "For example, Monday to Friday, 8.30am to 5pm";
    OUT_OF_HOURS = "Out of hours (optional)";
    STANDARDS = "Which standards say how long things may take?";
    WORDS_SECTION = "What your board calls things";
    WORDS_EXPLAINED = "Reports use these words. Empty a box to have the usual one.";
    REPORT_SECTION = "The report";
    AUTHOR_NAME = "Name of the author (optional)";
    AUTHOR_NAME_HINT = "The only person whom the report names";
    SUPPRESS = "Numbers below this are not published";
    CONTACTS = "Contacts that the report prints";
    CONTACT = "Contact";
    ADD_CONTACT = "Add a contact";
    ADD_ANOTHER_CONTACT = "Add another contact";
    CONTACT_HEADING = "What it is for";
    CONTACT_TEXT = "A service, and how to reach it";
    JUDGED_BEFORE_READ = "The months that are judged cannot be more than those that are read.";
    CANNOT_GRADE = "This template’s audit tool has no grades. Create the round as it is, then add grades under “Audit tool”.";
    ENTER_SUPPRESS = "Enter a whole number from 0 to 100.";
    ENTER_CONTACT_HEADING = "Enter what the contact is for, or remove the contact.";

    CHANGE_DETAILS = "Change the details of the round";
    STAYS_AS_ISSUED = "Put right here what the round states, or bring it up to date. What agencies answer by stays as it was issued: the cases, how far back they look, what is graded, who signs and who can open the returns. A new version of the audit tool is made under “Audit tool”.";
    INVITED_ALREADY = "Invitations have been downloaded. They state what stands here now. Once you change what an auditor is shown, the invitations that show it are marked to be downloaded again; send them again where the auditor needs what you have changed, and at once where it is whom they tell of an immediate concern.";
    TERMS_AS_THEY_ARE = "One paragraph a line. It is kept as it stands here: a number, a day or a name in it that you change on this page has to be changed here too.";
    NAMES_SECTION = "Names of the agencies, and of their services or teams";
    WHY = "Why is it changed?";
    WHY_HINT = "Goes into the log. For example, the telephone number was mistyped.";
    DETAILS_CHANGED = "The details of the round are changed. The log has the reason. Under “Invitations” stands which are to be downloaded again.";
    ENTER_AGENCY_NAME = "Enter the name of the agency.";
    OTHER_HAS_LABEL = "This agency has another place. Give each a service or team of its own.";
    AUTHORITIES = "Places of another local authority";
    AUTHORITIES_EXPLAINED = "Only where a child moved between authorities in the time that is audited. Say in a sentence which authority it is and where its standards differ, such as “Northshire: visits at least every four weeks”. That auditor reads it beside the timescales, and the panel reads it beside the gradings.";
    LIMITS_EXPLAINED = "If its procedures set other limits than these, state them, one a line, such as “Visits to the child: 4 weeks”. Write hours, working days, days, weeks or months. What that auditor enters is then counted against them. National limits hold everywhere. The limits of this audit are:";
    LIMITS_HINT = "One a line, as this audit calls it. For example, “Visits to the child: 4 weeks”.";
    ENTER_LIMITS = "Enter each limit on a line of its own, as this audit calls it, with a number from 1 to 999, as in “Visits to the child: 4 weeks”.";
    NOT_LOCAL = "State local limits only: national ones hold everywhere.";
    LIMIT_TWICE = "State each limit once.";
    SAY_AUTHORITY = "Say which authority’s limits these are.";
    OTHER_HAS_NAME = "Another agency of this kind has this name. Give each a name of its own.";
    SAY_WHY = "Say why the details are changed.";
    NOTHING_CHANGED = "Nothing is changed yet.";
}

/// days that the terms of reference name as the round before worded them.
pub fn days_of_before(days: &[String]) -> String {
    let days = listed(days);
    [
        "The terms of reference were worded by hand and still name ",
        &days,
        ". If that is a day of the round before, change it in their box below.",
    ]
    .concat()
}

/// What the board calls this.
pub fn term(term: Term) -> &'static str {
    match term {
        Term::Board => "Whose audit it is",
        Term::Assessment => "Full assessment of social care",
        Term::EarlyHelpAssessment => "Assessment of early help",
        Term::HealthCommissioner => "Commissioner of health services",
        Term::Files => "What is audited",
        Term::SmartA => "The A of a SMART plan",
    }
}

/// What is wrong in a box of the page.
pub fn fault(field: &str, kind: SetUpFaultKind) -> &'static str {
    match (kind, field) {
        (SetUpFaultKind::Missing, "board") => super::ENTER_BOARD,
        (SetUpFaultKind::Missing, REASON) => SAY_WHY,
        (SetUpFaultKind::Missing, field) if field.starts_with(AGENCY) => ENTER_AGENCY_NAME,
        (SetUpFaultKind::Missing, field) if field.starts_with(AUTHORITY) => SAY_AUTHORITY,
        (SetUpFaultKind::Missing, field) if field.ends_with("-heading") => ENTER_CONTACT_HEADING,
        (SetUpFaultKind::Missing, _) => super::ENTER_TITLE,
        (SetUpFaultKind::Number { .. }, "cases") => super::ENTER_CASES,
        (SetUpFaultKind::Number { .. }, "suppress-below") => ENTER_SUPPRESS,
        (SetUpFaultKind::Number { .. }, _) => super::ENTER_MONTHS,
        (SetUpFaultKind::Date, _) => super::ENTER_REAL_DATE,
        (SetUpFaultKind::JudgedBeforeRead, _) => JUDGED_BEFORE_READ,
        (SetUpFaultKind::Auditors, field) if field.ends_with("-kind") => {
            super::invitations::SELECT_KIND
        }
        (SetUpFaultKind::Auditors, field) if field.ends_with("-name") => ENTER_AGENCY_NAME,
        (SetUpFaultKind::Auditors, _) => super::ENTER_AGENCIES,
        (SetUpFaultKind::CannotGrade, _) => CANNOT_GRADE,
        (SetUpFaultKind::SameAgency, _) => OTHER_HAS_NAME,
        (SetUpFaultKind::SamePlace, _) => OTHER_HAS_LABEL,
        (SetUpFaultKind::Limits(LimitFault::Unread), _) => ENTER_LIMITS,
        (SetUpFaultKind::Limits(LimitFault::NotLocal), _) => NOT_LOCAL,
        (SetUpFaultKind::Limits(LimitFault::Twice), _) => LIMIT_TWICE,
        (SetUpFaultKind::Unchanged, _) => NOTHING_CHANGED,
    }
}

/// The box with what an agency is called, by what it is called now.
pub fn named_now(name: &str) -> String {
    ["What is “", name, "” called?"].concat()
}

/// The box with the service or team of a place, by what it is called now. May stay empty where the agency has
/// no other.
pub fn place_now(agency: &str, label: &str, alone: bool) -> String {
    let optional = if alone { " (optional)" } else { "" };
    ["Which service or team is “", &whole_place(agency, label), "”?", optional].concat()
}

/// The box with another authority whose standards a place was held to.
pub fn authority_of(agency: &str, label: &str) -> String {
    ["Other authority of “", &whole_place(agency, label), "”, and its standards (optional)"]
        .concat()
}

/// The box with the limits of that authority.
pub fn limits_of(agency: &str, label: &str) -> String {
    ["Limits of the other authority of “", &whole_place(agency, label), "” (optional)"].concat()
}

/// "Visits to the child: 10 working days".
pub fn limit_here(title: &str, limit: &str) -> String {
    [title, ": ", limit].concat()
}

fn whole_place(agency: &str, label: &str) -> String {
    match label.is_empty() || label == agency {
        true => agency.to_owned(),
        false => [agency, ", ", label].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::place_now;

    #[test]
    fn a_label_may_stay_empty_only_where_the_agency_has_one_place() {
        assert_eq!(place_now("Police", "", true), "Which service or team is “Police”? (optional)");
        assert_eq!(
            place_now("Health trust", "School nursing", false),
            "Which service or team is “Health trust, School nursing”?"
        );
    }
}
