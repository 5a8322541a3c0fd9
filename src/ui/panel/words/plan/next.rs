//! Words of what goes on in the next round.

use crate::panel::actions::CarriedWork;
use crate::text::numbered;

words! {
    BEGIN_NEXT = "Set up the next round";
    BEGIN_NEXT_EXPLAINED = "It begins with the board, the auditors, the audit tool and the terms of this round. What is still open in this plan goes on in its plan, with everything that happened so far. This round stays as it is.";
    CARRY = "Carry open actions into this round";
    CARRY_EXPLAINED = "From another round in this browser. Actions that are here already are not carried again: what was reported of them there since is taken, where nobody reported otherwise here.";
    NO_OTHER_ROUND = "There is no other round in this browser from which actions could be carried into this one.";
    FROM_ROUND = "From which round?";
    SELECT_ROUND = "Select the round whose open actions go on here.";
    NOT_CARRIED = "The open actions of the round before were not carried into the new round.";
    OTHER_ROUND_MEANWHILE = "Another round was opened meanwhile, so nothing was carried.";
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
