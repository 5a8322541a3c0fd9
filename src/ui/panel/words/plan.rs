//! Words of the action plan: of its own pages here, of what goes out of it and into it below.

mod issues;
mod next;
mod sheets;

pub use issues::*;
pub use next::*;
pub use sheets::*;

use crate::text::numbered;

words! {
    PLAN = "Action plan";
    BACK_TO_PLAN = "Back to the action plan";
    BACK_TO_ACTION = "Back to the action";
    BACK_TO_ISSUES = "Back to the issues";
    BACK_TO_ISSUE = "Back to the issue";
    PLAN_EXPLAINED = "What is done about each recommendation: one role that answers for it, a date, and how everybody will see that it has worked.";
    BESIDE = "Beside the plan";
    RATIFY = "Ratification by the board";
    FIRST = "Before all else";
    HOW_FAR = "How far the plan is";
    ANSWERED = "Recommendations with an action, or with a reason why not";
    IS_CLOSED = "Closed: somebody other than the owner has seen the evidence";
    AWAITS = "Reported as complete, not closed yet";
    IS_OVERDUE = "Overdue, of those open";
    MORE_TIME = "Given more time, of those open";
    ESCALATED = "Escalated";
    OF_AGENCY = "Whose actions";
    OF_STATUS = "Which actions";
    ALL_AGENCIES = "Of everybody";
    ALL_STATUSES = "Of every status";
    RECOMMENDATION = "Recommendation";
    TO_RECOMMENDATION = "to recommendation";
    NO_ACTION_YET = "No action yet";
    NO_ACTION_BECAUSE = "Accepted without an action, because";
    ADDRESSED = "Addressed to";
    ADD_ACTION = "Add an action";
    TERMS = "Whom it addresses, or why it needs no action";
    CARRIED = "Carried forward from an earlier round";
    UNTRACED = "The report no longer has the recommendation";
    SET_ASIDE = "Superseded, or not to be done";
    NO_RECOMMENDATIONS = "No recommendation is written yet. Recommendations are texts of the documents: each rests on findings, and the plan begins from them.";
    WRITE_RECOMMENDATION = "Write a recommendation";
    SHEETS = "Sheets for agencies, and sheets that come back";
    REMINDERS = "Reminders for calendars";
    ON_PAPER = "The plan on paper";
    AS_DOCUMENT = "The plan as a document, for Word and for publication";
    ISSUES = "Issues between agencies";
    NEXT = "The next round";

    ACTION = "Action";
    CHANGE = "Change this action";
    TO_PUT_RIGHT = "To put right";
    HISTORY = "What happened so far";
    NOTHING_YET = "Nothing is recorded yet.";
    FROM_A_SHEET = ", from a sheet that came back";
    NO_OWNER = "Nobody answers for it";
    NO_DATE = "No date";
    OUTCOME = "What becomes better for children";
    MEASURE = "How success is measured";
    EVIDENCE_EXPECTED = "What will show that it is done";
    OWNER = "Who answers for it";
    OWNERS_BEFORE = "Who answered for it before";
    OTHERS = "Who else takes part";
    AGREED = "When the owner agreed to it";
    RESOURCES = "What it takes, and what it depends on";
    START = "When work on it begins";
    DUE = "When it is due";
    FIRST_DUE = "When it was first due";
    WHY_MORE_TIME = "Why it has more time";
    MILESTONES = "Steps on the way";
    PRIORITY = "How pressing it is";
    AUDIT_AGAIN = "When the work is audited again";
    CARRIED_FROM = "Carried forward from";
    REVIEWED = "Last reviewed by the board’s group";
    CLOSED_BY = "Closed";
    SUPERSEDED = "Superseded, because";

    STEP = "What has happened?";
    SELECT_STEP = "Select what has happened.";
    STEP_REPORT = "Its owner reports on it";
    STEP_MILESTONE = "A step on the way is reached";
    STEP_REVIEW = "The board’s group reviewed it";
    STEP_EXTEND = "It is given more time";
    STEP_ESCALATE = "It is escalated";
    STEP_SETTLED = "It needs no escalation any more";
    STEP_CLOSE = "It is closed";
    STEP_CLOSE_HINT = "Once its owner has reported it as complete, with evidence, and somebody else has seen that.";
    STEP_SUPERSEDE = "Another takes its place, or it is not to be done";
    STEP_REOPEN = "It is open again";
    ON = "When?";
    DATE_HINT = "For example, 27 3 2026.";
    LATER = "The new date";
    LATER_HINT = "The date that was first agreed stays known.";
    WHICH_MILESTONE = "Which step?";
    SELECT_MILESTONE = "Select which step was reached.";
    WHO_SAW = "Who has seen the evidence?";
    WHY = "Why?";
    WHAT_CAME = "What came of it?";
    ESCALATE_TO = "To whom?";
    ESCALATE_HINT = "A role, such as the chair of the board.";
    IN_PLACE = "What takes its place?";
    NONE_IN_PLACE = "Nothing: it is not to be done";
    EVIDENCE_HINT = "Say where it can be seen. No names of children or staff.";
    IMPACT_HINT = "What is different for children now, and how it is known. What was done is not yet what it changed.";
    ASKED_HINT = "Only where the owner asks for more time. The board’s group gives it.";
    NOT_A_DATE = "This is no date. Write it as 27 3 2026.";
    ENTER_DATE = "Enter the date.";

    NEW_ACTION = "New action";
    CHANGE_ACTION = "Change an action";
    FORM_EXPLAINED = "Under each box stands what would make the action easier to check. It can be recorded as it is, and put right later.";
    PUTS_INTO_PRACTICE = "Which recommendations does it put into practice?";
    RECOMMENDATIONS_CARRIED = "It was carried forward, and may also belong to recommendations of this round.";
    WHAT = "What is to be done?";
    WHAT_HINT = "Begin with a verb: what somebody does, and to what. For example, write a checklist for strategy discussions.";
    OUTCOME_HINT = "For example, children are seen within a day of a referral.";
    MEASURE_HINT = "Something to count or to look at. For example, nine of ten records sampled in September have it.";
    AGREED_HINT = "When the owner accepted it and said that it is realistic. Leave it blank until then.";
    MORE = "Who else, what it takes, steps on the way, priority";
    ABOUT = "What it is about: findings, areas, themes";
    OTHERS_HINT = "They help. One role alone answers for the action.";
    OTHER = "Taking part";
    ADD_OTHER = "Add somebody who takes part";
    ADD_MORE_OTHERS = "Add another who takes part";
    RESOURCES_HINT = "Time, money, other work, and what could hold it up.";
    MILESTONES_HINT = "Each with its date.";
    MILESTONE = "Step";
    ADD_MILESTONE = "Add a step";
    ADD_MORE_MILESTONES = "Add another step";
    MILESTONE_TEXT = "What is reached";
    MILESTONE_DUE = "By when";
    AGAIN_HINT = "The action should be done before.";
    FINDINGS = "Findings that it answers";
    AREAS = "Areas of analysis";
    THEMES = "Themes";
    RECORD = "Record the action";
    RECORDED = "Recorded the action.";
    BODY = "Agency";
    CHOOSE_BODY = "Choose an agency";
    SELECT_BODY = "Choose which agency it is.";
    OTHER_BODY = "A body that takes no part in this round";
    OTHER_NAME = "Name of the body";
    ROLE = "Role";
    ROLE_HINT = "One role, such as head of safeguarding. No person’s name, and no team.";

    ADDRESSED_LABEL = "Whom does it address?";
    ADDRESSED_HINT = "One role on each line. Actions are then checked against these roles. Leave it blank where the recommendation names none.";
    BECAUSE = "Why does it need no action?";
    BECAUSE_HINT = "Only where the board accepts the recommendation and nothing is to be done, because it is done already for example.";
    RECORD_TERMS = "Record this";
    TERMS_RECORDED = "Recorded what was said of the recommendation.";

    RATIFY_EXPLAINED = "A plan is called ratified only with the date on which the board did so, and only as long as its actions stand as the board saw them.";
    NOTHING_TO_RATIFY = "The plan has no action yet, so there is nothing to ratify.";
    BEFORE_RATIFYING = "To look at before";
    BEFORE_RATIFYING_EXPLAINED = "Something is still to be put right in these actions. The board can ratify them as they are.";
    RATIFIED_ON = "On which day did the board ratify the plan?";
    ENTER_RATIFIED = "Enter the day on which the board ratified the plan.";
    RATIFIED_BY = "Who ratified it?";
    RATIFIED_BY_HINT = "For example, the full board.";
    RECORD_RATIFIED = "Record the ratification";
    IS_RATIFIED = "Recorded that the board ratified the plan.";
    TAKE_BACK = "Take the ratification back";
    TAKEN_BACK = "The plan is not called ratified any more.";

    REMINDERS_EXPLAINED = "A file for Outlook and other calendar programs: the day on which each open action and each step on the way is due. A later file moves the entries of an earlier one.";
    WHOSE = "For whom?";
    ALL_REMINDERS = "Everybody, with the audits to be done again";
    DAYS_BEFORE = "How many days before?";
    DAYS_BEFORE_HINT = "Calendars remind so many days before each date.";
    WRITE_DAYS = "Write a whole number of days.";
    SAVE_CALENDAR = "Save the calendar file";
    NOTHING_DUE = "Nothing with a date is open, so there is nothing to be reminded of.";
}

/// "3 of 5".
pub fn of(some: usize, all: usize) -> String {
    [&some.to_string(), " of ", &all.to_string()].concat()
}

/// "2 of 6. Of these, 1 with evidence of the difference made to children."
pub fn closed(closed: usize, all: usize, with_impact: usize) -> String {
    let impact = match closed {
        0 => String::new(),
        _ => [
            ". Of these, ",
            &with_impact.to_string(),
            " with evidence of the difference made to children",
        ]
        .concat(),
    };
    [of(closed, all), impact].concat()
}

/// What owners say and nobody else has seen.
pub fn awaits(count: usize) -> String {
    match count {
        0 => "None".to_owned(),
        count => [&count.to_string(), ". Their owners say so; nobody else has seen the evidence"]
            .concat(),
    }
}

/// "6 actions".
pub fn actions(count: usize) -> String {
    numbered(count, "action", "actions")
}

/// "2 overdue".
pub fn overdue(count: usize) -> String {
    [&count.to_string(), " overdue"].concat()
}

/// "Due on 3 March 2026, 12 days ago".
pub fn due(date: &str, late: Option<i64>) -> String {
    let late = late.and_then(|days| usize::try_from(days).ok());
    let late = late.map(|days| [", ", &numbered(days, "day", "days"), " ago"].concat());
    ["Due on ", date, &late.unwrap_or_default()].concat()
}

/// "Escalated to chair of the board".
pub fn escalated_to(to: &str) -> String {
    ["Escalated to ", to].concat()
}

/// "2 points to put right".
pub fn points(count: usize) -> String {
    [&numbered(count, "point", "points"), " to put right"].concat()
}

/// "Ratified on 15 April 2026 by the full board."
pub fn ratified(on: &str, by: &str) -> String {
    ["The board ratified the plan as it stands: ", on, ", ", by, "."].concat()
}

/// "2 of 6 actions are shown."
pub fn shown(some: usize, all: usize) -> String {
    [&of(some, all), " actions are shown."].concat()
}

/// "on 15 April 2026, by chair of the audit group, board".
pub fn closed_by(by: &str, on: &str) -> String {
    [on, ". Evidence seen by ", by].concat()
}

/// "Named nurse, Health, until 15 April 2026".
pub fn owner_until(owner: &str, until: &str) -> String {
    [owner, ", until ", until].concat()
}

/// ", reached on 15 April 2026".
pub fn reached_on(on: &str) -> String {
    [", reached on ", on].concat()
}

/// A date that moves only with a reason (AP-05).
pub fn due_is_agreed(due: &str) -> String {
    [
        "Due on ",
        due,
        ". The owner agreed to this date. To move it, give it more time on the page of the action.",
    ]
    .concat()
}

/// After a calendar was saved.
pub fn calendar_saved(count: usize, name: &str) -> String {
    ["Your browser saves ", name, " with ", &numbered(count, "date", "dates"), "."].concat()
}
