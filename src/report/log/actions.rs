//! Of the log: the action plan, and the round that this one is compared with.

use std::collections::BTreeMap;

use super::{LogLine, Saying};
use crate::id::{AreaId, ItemId, PromptId};
use crate::panel::Event;
use crate::panel::actions::{ActionStep, ChallengeStep};
use crate::text::long_date;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::ActionRecorded { action } => {
            say.what(["Action recorded", &named(say, action)].concat())
        }
        Event::ActionStep { action, step } => {
            let (what, reason) = action_step_words(step);
            say.because([what, named(say, action)].concat(), reason)
        }
        Event::ActionsCarried { actions, .. } => {
            say.what(["Actions carried forward: ", &actions.to_string()].concat())
        }
        Event::RecommendationAnswered { no_action_because, .. } if no_action_because.is_empty() => {
            say.what("Recommendation: whom it addresses was recorded")
        }
        Event::RecommendationAnswered { no_action_because, .. } => {
            say.because("Recommendation accepted without an action", no_action_because)
        }
        Event::PlanRatified { on: Some(on), by } => {
            say.what(["Action plan ratified on ", &long_date(*on), " by ", by].concat())
        }
        Event::PlanRatified { on: None, .. } => say.what("Action plan no longer ratified"),
        Event::ActionSheetIssued { to, lines, .. } => say
            .what(["Sheet of actions written for ", to, ", lines: ", &lines.to_string()].concat()),
        Event::ActionSheetRead { taken, left, .. } => {
            let (taken, left) = (taken.to_string(), left.to_string());
            say.what(["Sheet of actions read, taken over: ", &taken, ", left: ", &left].concat())
        }
        Event::ChallengeRaised { .. } => say.what("Issue between agencies recorded"),
        Event::ChallengeStep { step, .. } => match step {
            ChallengeStep::Noted(text) => say.because("Noted on an issue between agencies", text),
            ChallengeStep::TakenTo { level, reason } => {
                say.because(["Issue between agencies taken to ", level].concat(), reason)
            }
            ChallengeStep::Resolved { outcome } => {
                say.because("Issue between agencies resolved", outcome)
            }
            ChallengeStep::Reopened { reason } => {
                say.because("Issue between agencies open again", reason)
            }
        },
        Event::BaselineLinked { round: Some(_), reason } => {
            say.because("Compared with an earlier round", reason)
        }
        Event::BaselineLinked { round: None, reason } => {
            say.because("No longer compared with an earlier round", reason)
        }
        Event::BaselineMapped { areas, prompts, reason, .. } => {
            say.because(held_same(areas, prompts), reason)
        }
        _ => LogLine::default(),
    }
}

/// "Held to be the same as in the earlier round: area risk (there danger), question 4.6 (there 4.5)".
fn held_same(areas: &BTreeMap<AreaId, AreaId>, prompts: &BTreeMap<PromptId, PromptId>) -> String {
    let pair =
        |what: &str, ours: &str, theirs: &str| [what, " ", ours, " (there ", theirs, ")"].concat();
    let areas = areas.iter().map(|(theirs, ours)| pair("area", ours.as_str(), theirs.as_str()));
    let prompts =
        prompts.iter().map(|(theirs, ours)| pair("question", ours.as_str(), theirs.as_str()));
    let held: Vec<String> = areas.chain(prompts).collect();
    match held.as_slice() {
        [] => "Nothing is held to be the same as in the earlier round any more".to_owned(),
        held => ["Held to be the same as in the earlier round: ", &held.join(", ")].concat(),
    }
}

/// ", action 3", by its number in the plan.
fn named(say: Saying<'_>, action: &ItemId) -> String {
    let at = say.workbook.actions().into_iter().position(|one| one.id == *action);
    at.map(|at| [", action ", &(at + 1).to_string()].concat()).unwrap_or_default()
}

/// What happened to an action, and the reason that was given.
pub fn action_step_words(step: &ActionStep) -> (String, &str) {
    match step {
        ActionStep::Reported(report) => (["Reported: ", report.field().label()].concat(), ""),
        ActionStep::Extended { due, reason } => {
            (["More time given until ", &long_date(*due)].concat(), reason)
        }
        ActionStep::MilestoneReached { on, .. } => {
            (["Milestone reached on ", &long_date(*on)].concat(), "")
        }
        ActionStep::Reviewed { on } => (["Reviewed on ", &long_date(*on)].concat(), ""),
        ActionStep::Closed { reviewer, on } => {
            (["Closed on ", &long_date(*on), ", evidence seen by ", &reviewer.role].concat(), "")
        }
        ActionStep::Reopened { reason } => ("Open again".to_owned(), reason),
        ActionStep::Escalated { to, reason } => (["Escalated to ", to].concat(), reason),
        ActionStep::EscalationEnded { outcome } => ("Escalation ended".to_owned(), outcome),
        ActionStep::Superseded { reason, .. } => ("Superseded".to_owned(), reason),
    }
}
