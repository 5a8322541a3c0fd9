//! Words of the action plan.

use crate::panel::actions::CarriedWork;
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

    SEND_OUT = "Send to agencies";
    SEND_OUT_EXPLAINED = "A sheet holds the open actions of one agency. It fills in the last columns with its spreadsheet program and sends the file back. What stands on each sheet is noted, so that what comes back can be compared.";
    NO_OPEN_ACTIONS = "No action is open, so there is no sheet to send.";
    AGENCY = "Agency";
    LAST_SHEET = "Last sheet";
    SHEET = "Sheet";
    NEVER = "None yet";
    FOR = "for";
    SHEET_CSV = "Download CSV";
    SHEET_XLSX = "Download spreadsheet";
    WRITING = "The file is being written.";
    BRING_IN = "Bring sheets back in";
    CHOOSE_SHEETS = "Sheets that came back";
    CHOOSE_SHEETS_HINT = "Excel workbooks (.xlsx) or CSV files. Nothing is changed before you say so.";
    WORKBOOK_NOT_READ = "A part of this program did not load, so this file was not read. Check your connection and try again, or save the file as CSV and bring that in.";
    WHOLE_PLAN = "The whole plan";
    WHOLE_PLAN_EXPLAINED = "Every action with all that is recorded of it, for the board’s group. The spreadsheet has the issues between agencies too. These files are not brought back in.";
    PLAN_XLSX = "Download the plan as a spreadsheet";
    PLAN_CSV = "Download the plan as CSV";
    ISSUES_CSV = "Download the issues between agencies as CSV";
    IDENTIFYING = "Before you save a file of the plan, look at these places: they may tell who somebody is.";

    NOT_READ = "This file was not read, and nothing has changed:";
    NOTHING_DIFFERS = "Nothing on this sheet differs from what is recorded here.";
    TO_SETTLE = "To be settled";
    TAKEN_OVER = "Will be taken over";
    TAKE_OVER = "Take the sheet over";
    RECORDED_HERE = "Recorded here";
    ON_SHEET = "On the sheet";
    WHEN_SENT = "When the sheet was written";
    SIDE_BY_SIDE = "What was sent, what is recorded here, and what the sheet says";
    BLANK = "Nothing";
    CONFLICT = "Both were changed since the sheet was written.";
    EMPTIED = "The cell was emptied. Spreadsheet programs do that by mistake too.";
    NOT_OPEN = "The action was closed or superseded since the sheet was written.";
    KEEP_OURS = "Keep what is recorded here";
    TAKE_THEIRS = "Take what the sheet says";
    FAULTS = "Cells that were not read";
    WARNED = "Cells to look at before you take the sheet over";
    UNREAD = "Cells in columns that are not read back";

    REMINDERS_EXPLAINED = "A file for Outlook and other calendar programs: the day on which each open action and each step on the way is due. A later file moves the entries of an earlier one.";
    WHOSE = "For whom?";
    ALL_REMINDERS = "Everybody, with the audits to be done again";
    DAYS_BEFORE = "How many days before?";
    DAYS_BEFORE_HINT = "Calendars remind so many days before each date.";
    WRITE_DAYS = "Write a whole number of days.";
    SAVE_CALENDAR = "Save the calendar file";
    NOTHING_DUE = "Nothing with a date is open, so there is nothing to be reminded of.";

    BEGIN_NEXT = "Set up the next round";
    BEGIN_NEXT_EXPLAINED = "It begins with the board, the auditors, the audit tool and the terms of this round. What is still open in this plan goes on in its plan, with everything that happened so far. This round stays as it is.";
    CARRY = "Carry open actions into this round";
    CARRY_EXPLAINED = "From another round in this browser. Actions that are here already are not carried again: what was reported of them there since is taken, where nobody reported otherwise here.";
    NO_OTHER_ROUND = "There is no other round in this browser from which actions could be carried into this one.";
    FROM_ROUND = "From which round?";
    SELECT_ROUND = "Select the round whose open actions go on here.";
    NOT_CARRIED = "The open actions of the round before were not carried into the new round.";
    OTHER_ROUND_MEANWHILE = "Another round was opened meanwhile, so nothing was carried.";

    ISSUES_EXPLAINED = "What agencies could not resolve between themselves is kept here until it is resolved. It is about practice, never about a person.";
    NO_ISSUES = "No issue is recorded.";
    AN_ISSUE = "Issue between agencies";
    RECORD_ISSUE = "Record an issue";
    ISSUE_RECORDED = "Recorded the issue.";
    ISSUE = "What is at issue?";
    ISSUE_HINT = "No names of people.";
    RAISED_BY = "Who raised it";
    PUT_TO = "Whom it is put to";
    RAISED_ON = "When it was raised";
    RESOLVED = "Resolved";
    BETWEEN_THEM = "Between the two";
    LEVEL = "Taken to";
    LEVEL_HINT = "The next level, such as directors.";
    NOTE_STEP = "Somebody answered, or something was done";
    TAKE_STEP = "It is taken to the next level";
    RESOLVE_STEP = "It is resolved";
    REOPEN_STEP = "It is at issue again";
    NOTED = "What was answered or done?";
    ISSUE_ACTIONS = "Actions that it is about";
    CORRECT_ISSUE = "Correct this issue";
    RECORD_CORRECTION = "Record the correction";
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

/// After a sheet was saved.
pub fn sheet_saved(name: &str) -> String {
    ["Your browser saves ", name, ". Send it to the agency."].concat()
}

/// How many files were looked at.
pub fn files_read(count: usize) -> String {
    match count {
        0 => String::new(),
        count => {
            [&numbered(count, "file was", "files were"), " looked at. What each says stands below."]
                .concat()
        }
    }
}

/// "3 fields need your decision".
pub fn to_settle(count: usize) -> String {
    let what = numbered(count, "field needs", "fields need");
    [&what, " your decision. Until then nothing of this sheet is taken over."].concat()
}

/// "Action 2: Evidence that it is done".
pub fn field_of(number: usize, field: &str) -> String {
    ["Action ", &number.to_string(), ": ", field].concat()
}

/// The question about a conflict.
pub fn which_stands(field: &str) -> String {
    [field, ". Which is to stand?"].concat()
}

/// What is wrong while a conflict is open.
pub fn settle_first(field: &str) -> String {
    [field, ": select which is to stand."].concat()
}

/// "3 fields were taken over; 1 was left as it is recorded here."
pub fn taken(taken: usize, left: usize) -> String {
    let were = |count: usize| numbered(count, "field was", "fields were");
    match left {
        0 => [&were(taken), " taken over."].concat(),
        left => {
            let left = [&were(left), " left as recorded here."].concat();
            [&were(taken), " taken over. ", &left].concat()
        }
    }
}

/// "Row 3, Comments: asked twice".
pub fn unread(row: usize, column: &str, text: &str) -> String {
    ["Row ", &row.to_string(), ", ", column, ": ", text].concat()
}

/// Actions of the sheet that the file leaves out.
pub fn no_row(numbers: &str) -> String {
    ["The file has no row for action ", numbers, ". Nothing of it changes."].concat()
}

/// Columns that the file leaves out.
pub fn no_column(columns: &str) -> String {
    ["The file has no column for: ", columns, ". Nothing of these changes."].concat()
}

/// After a calendar was saved.
pub fn calendar_saved(count: usize, name: &str) -> String {
    ["Your browser saves ", name, " with ", &numbered(count, "date", "dates"), "."].concat()
}

/// What would go on in the next round.
pub fn open_actions(count: usize) -> String {
    match count {
        0 => "No action of this plan is open.".to_owned(),
        1 => "One action of this plan is open and would go on.".to_owned(),
        count => [&count.to_string(), " actions of this plan are open and would go on."].concat(),
    }
}

/// After open actions and issues between agencies were carried forward.
pub fn carried(work: &CarriedWork) -> String {
    let here = match work.already.len() {
        0 => String::new(),
        already => {
            [" ", &numbered(already, "action was", "actions were"), " here already."].concat()
        }
    };
    let issues = match work.issues.len() {
        0 => String::new(),
        issues => {
            let were =
                numbered(issues, "issue between agencies was", "issues between agencies were");
            [" ", &were, " carried forward too."].concat()
        }
    };
    match work.carried.len() {
        0 => ["No open action was carried forward.", &here, &issues].concat(),
        carried => {
            let were = numbered(carried, "open action was", "open actions were");
            [&were, " carried forward into this round.", &here, &issues].concat()
        }
    }
}

/// After actions were here already: numbers of those of which the earlier round knew more, and of those of which
/// it says otherwise.
pub fn since_carried(caught_up: &str, differing: &str) -> String {
    let told = |before: &str, numbers: &str, after: &str| {
        if numbers.is_empty() { String::new() } else { [before, numbers, after].concat() }
    };
    let news = " What was reported in the earlier round since is recorded here too, of action ";
    let other = " The earlier round says otherwise of action ";
    [
        told(news, caught_up, "."),
        told(other, differing, ": compare the two, and record here what holds."),
    ]
    .concat()
}

/// The same of issues between agencies, by what is at issue.
pub fn issues_since_carried(caught_up: &str, differing: &str) -> String {
    let told = |before: &str, issues: &str| {
        if issues.is_empty() { String::new() } else { [before, issues, "."].concat() }
    };
    let news =
        " What became of issues between agencies in the earlier round since is recorded here too: ";
    let other = " Of issues between agencies the earlier round says otherwise, so compare the two, and record here what holds: ";
    [told(news, caught_up), told(other, differing)].concat()
}

/// "Health, named nurse, to Police, head of public protection".
pub fn sides(from: &str, to: &str) -> String {
    [from, ", to ", to].concat()
}

/// "Raised on 1 April 2026, 30 days".
pub fn since(on: &str, days: i64) -> String {
    let days = numbered(usize::try_from(days).unwrap_or_default(), "day", "days");
    [on, ", ", &days].concat()
}

/// "With directors".
pub fn with(level: &str) -> String {
    ["With ", level].concat()
}
