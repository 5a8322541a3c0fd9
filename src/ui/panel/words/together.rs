//! Words of the pages on which agencies are read together: the merged chronology, and calibration.

use crate::audit_return::{AnchorEvent, RelativeDay};
use crate::timescale::{Direction, Transfer};

words! {
    CHRONOLOGY = "Chronology";
    SEE_CHRONOLOGY = "Chronology of all agencies";
    BACK_TO_CASE = "Back to the case";
    CHRONOLOGY_EXPLAINED = "What every agency entered, together, in days from one event. No date is known here.";
    NO_CHRONOLOGY = "No return of this case holds a chronology.";
    DAY = "Day";
    AGENCY = "Agency";
    WHAT_HAPPENED = "What happened";
    SO_WHAT = "So what";
    UNDATED = "Without a day";
    WITHOUT = "Sent no chronology:";
    ALIGN = "Count from one event";
    ALIGN_EXPLAINED = "Some agencies count from another event. Say how many days lie between the two, and their entries are read together.";
    ALIGN_EVENT = "Which event?";
    ALIGN_FROM = "Counted from";
    ALIGN_DAYS = "How many days after it? (before it: with a minus, for example, -3)";
    ALIGN_RECORD = "Count from it";
    ALIGN_RECORDED = "Recorded how the two events lie to each other.";
    ENTER_DAYS = "Enter a whole number of days, for example, 2 or -3.";
    CHOOSE_EVENT = "Choose an event";
    SELECT_EVENT = "Choose two events.";

    CALIBRATION = "Agencies beside the panel";
    CALIBRATION_EXPLAINED = "For each agency to look at its own auditing, never to rank them: how many of its gradings were better or poorer than the panel’s judgement, or the same. An agency is shown only from five cases on.";
    BETTER = "Better than the panel";
    SAME = "The same";
    POORER = "Poorer than the panel";
    COMPARED_CASES = "Cases";
    TOO_FEW = "Fewer than five cases: not shown";
    STANDARDS_DIFFER = "Not all agencies of this case were held to the same standards";
    STANDARDS_DIFFER_EXPLAINED = "Those not named here were held to the standards of this audit. Do not read timescales side by side as if they were the same. What an agency says is not known to it is no gap in its record.";

    THROUGHOUT = "To be raised with an agency’s lead before anything is published";
    THROUGHOUT_EXPLAINED = "The agency itself graded this inadequate in every case that it graded. That is more than these cases: its lead should hear of it from the panel and not from the report.";
}

/// "12", "about 12", "12 to 40".
pub fn day(day: RelativeDay, about: bool) -> String {
    let first = day.day.to_string();
    let said = match day.up_to {
        Some(last) if last != day.day => [&first, " to ", &last.to_string()].concat(),
        Some(_) | None => first,
    };
    if about { ["about ", &said].concat() } else { said }
}

/// "Police: 3. Assessment, inadequate in two cases: Case 1 and Case 2".
pub fn throughout(agency: &str, area: &str, cases: &[String]) -> String {
    let number = crate::text::counted(cases.len(), "case", "cases");
    [agency, ": ", area, ", inadequate in ", &number, ": ", &crate::text::listed(cases)].concat()
}

/// "held to the standards of Wales".
pub fn held_to_nation(nation: &str) -> String {
    ["held to the standards of ", nation].concat()
}

/// "days are counted against its limits (Visits to the child: 28 days)".
pub fn counted_against(limits: &[String]) -> String {
    ["days are counted against its limits (", &limits.join(", "), ")"].concat()
}

/// "signed when other limits held, against which days are counted (Visits to the child: 10 working days, now 28 days)".
pub fn counted_before(changed: &[String]) -> String {
    let lines = changed.join(", ");
    ["signed when other limits held, against which days are counted (", &lines, ")"].concat()
}

/// What a move between authorities did to the timescales of one agency (T-10).
pub fn moved(transfer: Transfer) -> &'static str {
    match (transfer.direction, transfer.restarts) {
        (Direction::In, true) => {
            "the child moved into this area, and timescales start again with it"
        }
        (Direction::In, false) => "the child moved into this area, and timescales run on",
        (Direction::Out, true) => "the child moved out of this area, and timescales end with it",
        (Direction::Out, false) => "the child moved out of this area, and timescales run on",
    }
}

/// "Days from the referral".
pub fn days_from(anchor: AnchorEvent) -> String {
    ["Days from ", anchor.phrase()].concat()
}

/// "counted from the strategy discussion".
pub fn moved_from(anchor: AnchorEvent) -> String {
    ["counted from ", anchor.phrase()].concat()
}
