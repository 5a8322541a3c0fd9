//! Words of the pages on timescales, the chronology and conversations.

use crate::timescale::{Absence, Flag, Unit, counted};

words! {
    TIMESCALES = "Timescales";
    TIMESCALES_LEAD = "Enter the dates that the record gives. The program works out how long each step took and whether that met its standard.";
    DATES_STAY = "Dates stay in your draft on this device. What you sign and send holds only how long things took.";
    LEAVE_WHAT_YOU_DO_NOT_KNOW = "Leave what your agency would not know. If you know only the month, leave the day empty.";
    ONE_EPISODE = "If there were several referrals in this time, enter the dates of the one that this audit is about, and tell of the others in the chronology.";
    AUDIT_DAY = "Which day do you audit on?";
    AUDIT_DAY_HINT = "Leave this empty for today. The day on which you sign is then kept, for a correction too.";
    DATES = "Dates in the record";
    NO_DATE = "If there is no date";
    NO_DATE_LISTED = "If there is none";
    THERE_IS_A_DATE = "There is one, or I leave it out";
    AT_WHAT_TIME = "At what time? (optional)";
    DATE = "Date";
    ABOUT_THIS_DATE = "About this date";
    ADD_DATE = "Add a date";
    ADD_ANOTHER_DATE = "Add another date";
    NATION = "To whose timescales was the family held?";
    NATION_HINT = "Choose another nation only if this child’s case was held there, and not here. Dates that you have entered stay in your draft.";
    HELD_TO = "Held to the standards of";
    HELD_TO_AUTHORITY = "Part of another authority";
    TRANSFER = "Did the child move between local authorities in this time?";
    TRANSFER_NONE = "No";
    TRANSFER_IN = "Yes, into this area";
    TRANSFER_OUT = "Yes, out of this area";
    TRANSFER_DAY = "When did the child move?";
    TRANSFER_TREATED = "What happens to the timescales when the child moves?";
    TRANSFER_RESTARTS = "They start again here, or end here, on that day";
    TRANSFER_RUNS_ON = "They run on as if the child had not moved";
    RESULTS = "What follows from the dates";
    NO_RESULTS = "Nothing yet. Results appear here once dates are entered.";

    CHRONOLOGY = "Chronology";
    CHRONOLOGY_LEAD = "List what mattered for this child, as your agency’s record tells it. Say each time what it meant.";
    CHRONOLOGY_REQUIRED = "This audit asks every agency for a chronology.";
    CHRONOLOGY_OPTIONAL = "This audit does not ask for a chronology. You can add one if it helps the panel.";
    CHRONOLOGY_DATES = "Dates stay in your draft on this device. The panel sees days before and after one event, such as “12 days after the referral”.";
    ANCHOR = "Which event are the days counted from?";
    ANCHOR_HINT = "Use the event that your coordinator named, so that agencies can be read side by side.";
    ANCHOR_DAY = "When was it?";
    ENTRIES = "Entries";
    ENTRY = "Entry";
    ADD_ENTRY = "Add an entry";
    ADD_ANOTHER_ENTRY = "Add another entry";
    ENTRY_DATE_HINT = "For example, 27 3 2026. Leave the day empty if only the month is known.";
    ENTRY_ABOUT = "The date is about right, not exact";
    ENTRY_UNDATED = "The record does not say when";
    ENTRY_CONTEXT = "It is from before the time that the audit looks back over, and is context";
    ENTRY_TEXT = "What happened";
    ENTRY_TEXT_HINT = "Roles, not names: mother, school nurse, police officer.";
    ENTRY_SO_WHAT = "So what? (optional)";
    ENTRY_SO_WHAT_HINT = "What it meant for the child, and what was done about it.";

    VIEWS = "Practitioner and family";
    PRACTITIONER = "The practitioner";
    PRACTITIONER_SPOKEN = "Did you speak to the practitioner who knows the case?";
    PRACTITIONER_SPOKEN_HINT = "Ask what the record does not say. It is their account: keep it apart from what you found.";
    PRACTITIONER_DAY = "When did you speak to them?";
    PRACTITIONER_WHY_NOT = "Why not?";
    PRACTITIONER_WHY_NOT_HINT = "For example, they have left the service";
    PRACTITIONER_SAID = "What they added (optional)";
    FAMILY = "The child and family";
    FAMILY_ADVICE = "Asking a family can put someone at risk, for example where there is domestic abuse. Check with whoever holds the case first, and record the check here before anyone asks.";
    RISK_CHECK = "Is it safe to ask the child and family for their views?";
    RISK_SAFE = "Yes, it was checked and they can be asked";
    RISK_NOT_SAFE = "No, it was checked and they must not be asked";
    RISK_NOT_MADE = "It was not checked";
    RISK_BASIS = "Who checked, and what does it rest on?";
    RISK_BASIS_HINT = "Roles only, such as social worker, with the domestic abuse service";
    INVITED = "Were they asked?";
    INVITED_WHY_NOT = "Why were they not asked?";
    ASKED_BY = "Who asked them, and how?";
    ASKED_BY_HINT = "For example, health visitor, on a home visit";
    CHILD_SAID = "What the child said (optional)";
    FAMILY_SAID = "What parents, carers or family said (optional)";
    SAID_HINT = "In your words, not theirs, so that nobody can be recognised.";
    INFLUENCE = "What difference it made to your grades (optional)";
}

/// Why an event has no date.
pub fn absence(absence: Absence) -> &'static str {
    match absence {
        Absence::NotHeld => "It has not taken place",
        Absence::NotRecorded => "The record does not say when",
        Absence::DoesNotApply => "It does not apply to this case",
    }
}

/// What is noted of a date besides.
pub fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::EnquiryAgreed => "A section 47 enquiry was agreed",
        Flag::MinutesSent => "Minutes went to every member",
        Flag::SeenAlone => "The child was seen alone",
        Flag::GapExplained => "The record explains the gap before this date",
    }
}

/// "Those of this audit: England, as they are now".
pub fn nation_own(set: &str) -> String {
    ["Those of this audit: ", set].concat()
}

/// What the panel stated of another authority, with the limits that this page counts by, and what to do about it.
///
/// `elsewhere` where the family was held to the standards of another nation.
pub fn other_authority(said: &str, limits: &[String], elsewhere: bool) -> String {
    let counted = if elsewhere {
        "This page counts by the standards of the nation that you chose below.".to_owned()
    } else if limits.is_empty() {
        "Hold it to its own standards: this page counts by those of this audit, so say where they differ in your \
         reasons."
            .to_owned()
    } else {
        [
            "This page counts by its own limits: ",
            &limits.join(", "),
            ". All else is counted by the limits of this audit.",
        ]
        .concat()
    };
    [
        "You audit the part of another authority: ",
        said.trim_end_matches('.'),
        ". ",
        &counted,
        " Answer “Not known to this agency” to what your agency could not know, and not “Not evident in the record”.",
    ]
    .concat()
}

/// "What is “Initial conference” counted from?"
pub fn counted_from(title: &str) -> String {
    ["What is “", title, "” counted from?"].concat()
}

/// "Does the child’s plan set its own limit for “Visits”?"
pub fn plan_limit(title: &str) -> String {
    ["Limit for “", title, "” in the child’s plan (optional)"].concat()
}

/// "Leave this empty to use 10 working days."
pub fn plan_limit_hint(limit: u32, unit: Unit) -> String {
    ["Leave this empty to use ", &counted(limit, unit), "."].concat()
}

/// "What did that mean for the child? (Initial conference)"
pub fn missed_impact(title: &str) -> String {
    ["What did that mean for the child? (", title, ")"].concat()
}

/// "Nothing is entered between 7 and 60 days after the referral."
pub fn longest_gap(days: i32) -> String {
    [
        "The longest time without an entry is ",
        &days.to_string(),
        " days. Check whether the record has nothing there, or you left something out.",
    ]
    .concat()
}
