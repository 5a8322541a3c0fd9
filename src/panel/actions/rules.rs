//! AP-01 to AP-07: what an action has to say, whose it is, and when it is done. AP-08 to AP-11 stand with what they are about.

use chrono::NaiveDate;

use super::view::ActionView;
use super::words::{ActionWords, Vague, folded, has_phrase, words};
use super::{Action, Owner, Progress};
use crate::id::ItemId;
use crate::panel::workbook::Workbook;
use crate::text::{counted, long_date};

/// What speaks against an action as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionNotice {
    /// AP-01: it does not begin with a verb that the list of verbs has, or names nothing after it.
    NotSpecific,
    /// AP-01: it says nothing of how success is measured.
    NoMeasure,
    /// AP-01: its owner has not agreed to it.
    NotAgreed,
    /// AP-01: it has no date.
    NoDueDate,
    /// AP-01: it was due before it was written.
    DueInThePast(NaiveDate),
    /// AP-01: it is due only when the work is audited again, or later.
    DueAfterAuditAgain(NaiveDate),
    /// AP-02: it is put in a vague way.
    Vague(Vague),
    /// AP-03: the recommendation that it puts into practice is not in the report any more.
    NoRecommendation,
    /// AP-04: nobody answers for it.
    NoOwner,
    /// AP-04: its owner is not one role: the word that shows it.
    OwnerNotOneRole(String),
    /// AP-04: its owner is also named among those who take part.
    OwnerContributes,
    /// AP-05: it is overdue by so many days.
    Overdue(i64),
    /// AP-06: its owner says that it is complete; nobody has closed it.
    AwaitsClosing,
    /// AP-06: it is closed, and nothing says what difference it made.
    NoImpact,
    /// AP-07: the recommendation addresses others.
    OwnerNotAddressed,
}

/// Why an action cannot be closed (AP-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotClose {
    /// Its owner has not reported it as complete.
    #[error("the owner has not reported this action as complete")]
    NotComplete,
    /// Nothing shows that it is done.
    #[error("record what shows that this action is done, then close it")]
    NoEvidence,
    /// No role is given.
    #[error("say who saw the evidence, by their role")]
    NoReviewer,
    /// The reviewer answers for it.
    #[error("somebody other than the owner has to see the evidence")]
    ReviewerIsOwner,
    /// It is closed, or another took its place.
    #[error("this action is not open")]
    NotOpen,
}

/// When an action is due, and was first (AP-05).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// As first agreed.
    pub first: Option<NaiveDate>,
    /// As it is now.
    pub now: Option<NaiveDate>,
    /// Each later date with its reason, oldest first.
    pub extensions: Vec<(NaiveDate, String)>,
}

impl Due {
    /// Days past the date that holds now; `None` while there are none.
    pub fn overdue_by(&self, today: NaiveDate) -> Option<i64> {
        let days = today.signed_duration_since(self.now?).num_days();
        (days > 0).then_some(days)
    }

    /// Whether the day first agreed has passed, and more time was given with a reason (edge case 55).
    pub(super) fn was_put_off(&self, today: NaiveDate) -> bool {
        !self.extensions.is_empty() && self.first.is_some_and(|first| first < today)
    }
}

impl ActionNotice {
    /// Id of the rule.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::NotSpecific
            | Self::NoMeasure
            | Self::NotAgreed
            | Self::NoDueDate
            | Self::DueInThePast(_)
            | Self::DueAfterAuditAgain(_) => "AP-01",
            Self::Vague(_) => "AP-02",
            Self::NoRecommendation => "AP-03",
            Self::NoOwner | Self::OwnerNotOneRole(_) | Self::OwnerContributes => "AP-04",
            Self::Overdue(_) => "AP-05",
            Self::AwaitsClosing | Self::NoImpact => "AP-06",
            Self::OwnerNotAddressed => "AP-07",
        }
    }

    /// In a sentence: what is wrong and what to do.
    pub fn sentence(&self) -> String {
        match self {
            Self::NotSpecific => {
                "Begin with what somebody does, then say to what: for example “Write a checklist for strategy discussions”.".into()
            }
            Self::NoMeasure => "Say how you will see that this action has worked.".into(),
            Self::NotAgreed => "Record when the owner agreed to this action.".into(),
            Self::NoDueDate => "Give the date by which it is to be done.".into(),
            Self::DueInThePast(due) => {
                ["It was due on ", &long_date(*due), ", before it was written. Give a later date."].concat()
            }
            Self::DueAfterAuditAgain(again) => {
                ["The work is audited again on ", &long_date(*again), ". Give a date before it."].concat()
            }
            Self::Vague(vague) => ["“", &vague.word, "” is hard to check. ", &vague.measure].concat(),
            Self::NoRecommendation => {
                "The report no longer has the recommendation that this action puts into practice. Choose one that it has.".into()
            }
            Self::NoOwner => "Name the one role that answers for this action.".into(),
            Self::OwnerNotOneRole(word) => {
                ["“", word, "” is not one role. Name the one role that answers for this action; others can take part."].concat()
            }
            Self::OwnerContributes => "The owner is also named among those who take part. Take them out there.".into(),
            Self::Overdue(days) => {
                let days = counted(usize::try_from(*days).unwrap_or(usize::MAX), "day", "days");
                ["It is overdue by ", &days, ". Ask its owner, give more time with a reason, or escalate it."].concat()
            }
            Self::AwaitsClosing => {
                "Its owner says that it is complete. Have somebody else look at the evidence, then close it.".into()
            }
            Self::NoImpact => "It is closed, and nothing says what difference it made to children.".into(),
            Self::OwnerNotAddressed => {
                "The recommendation addresses other roles than this owner. Change the owner, or whom it addresses.".into()
            }
        }
    }
}

/// AP-01: specific, measurable, agreed and with a date after the day it was written and before the next audit.
pub fn ap01_smart(action: &Action, written: NaiveDate) -> Vec<ActionNotice> {
    let blank = |text: &str| text.trim().is_empty();
    let mut notices = Vec::new();
    if !is_specific(&words(), &action.text) {
        notices.push(ActionNotice::NotSpecific);
    }
    if blank(&action.measure) {
        notices.push(ActionNotice::NoMeasure);
    }
    if action.agreed.is_none() {
        notices.push(ActionNotice::NotAgreed);
    }
    notices.extend(match (action.due, action.audit_again) {
        (None, _) => Some(ActionNotice::NoDueDate),
        (Some(due), _) if due <= written => Some(ActionNotice::DueInThePast(due)),
        (Some(due), Some(again)) if due >= again => Some(ActionNotice::DueAfterAuditAgain(again)),
        (Some(_), _) => None,
    });
    notices
}

/// A verb that the list has or a vague one, which AP-02 speaks of, and something after it.
fn is_specific(words: &ActionWords, text: &str) -> bool {
    let text = folded(text);
    let Some((first, rest)) = text.split_once(' ') else { return false };
    // "Agree, with the school, who chairs": a mark beside the verb is none of it.
    let first = first.trim_matches(|letter: char| !letter.is_alphanumeric());
    let mut vague = words.vague.iter().flat_map(|one| &one.forms);
    let verb = words.verbs.iter().any(|verb| verb == first)
        || vague.any(|form| form.split(' ').next() == Some(first));
    verb && !rest.is_empty()
}

/// AP-02: vague ways of putting it, each with the measure that would make it definite.
pub fn ap02_vague(action: &Action) -> Vec<Vague> {
    let text = folded(&action.text);
    let found = words().vague.into_iter().filter_map(|one| {
        let word = one.forms.into_iter().find(|form| has_phrase(&text, form))?;
        Some(Vague { word, measure: one.measure })
    });
    found.collect()
}

/// AP-03: recommendations without an action that stands and without a reason why there is none.
pub fn ap03_recommendations_open(workbook: &Workbook, lines: &[ActionView]) -> Vec<ItemId> {
    let answered = |id: &ItemId| {
        let terms = workbook.recommendation_terms(id);
        terms.is_some_and(|terms| !terms.no_action_because.is_empty())
            || lines
                .iter()
                .any(|line| !line.is_superseded() && line.action.recommendations.contains(id))
    };
    let all = workbook.recommendations().into_iter().map(|one| one.id.clone());
    all.filter(|id| !answered(id)).collect()
}

/// AP-03: actions of which the report no longer has a recommendation; carried ones trace to their own round's,
/// unless they were put under one of this round's.
pub fn ap03_actions_untraced(workbook: &Workbook) -> Vec<ItemId> {
    let known = workbook.recommendations();
    let traced = |action: &Action| {
        (action.carried.is_some() && action.recommendations.is_empty())
            || action.recommendations.iter().any(|id| known.iter().any(|one| one.id == *id))
    };
    let actions = workbook.actions().into_iter().filter(|action| !traced(action));
    actions.map(|action| action.id.clone()).collect()
}

/// AP-04: one role answers for it; whoever else takes part is named apart.
pub fn ap04_one_owner(workbook: &Workbook, action: &Action) -> Vec<ActionNotice> {
    let role = folded(&action.owner.role);
    if role.is_empty() {
        return vec![ActionNotice::NoOwner];
    }
    let team = words().teams.into_iter().find(|word| has_phrase(&role, word));
    let several = [";", "/"].into_iter().find(|mark| role.contains(mark)).map(str::to_owned);
    let several = team.or(several).map(ActionNotice::OwnerNotOneRole);
    let contributes = action.contributors.iter().any(|one| one.is(&action.owner, workbook));
    several.into_iter().chain(contributes.then_some(ActionNotice::OwnerContributes)).collect()
}

/// AP-05: overdue is computed, while an action is open and not reported as complete.
pub fn ap05_due(line: &ActionView, today: NaiveDate) -> Option<ActionNotice> {
    let waits = line.is_open() && line.progress() != Progress::Complete;
    line.due.overdue_by(today).filter(|_| waits).map(ActionNotice::Overdue)
}

/// AP-06: closing needs that it is complete, evidence, and somebody other than the owner who saw it.
pub fn ap06_may_close(
    workbook: &Workbook,
    line: &ActionView,
    reviewer: &Owner,
) -> Result<(), CannotClose> {
    if !line.is_open() {
        return Err(CannotClose::NotOpen);
    }
    if line.progress() != Progress::Complete {
        return Err(CannotClose::NotComplete);
    }
    if line.evidence().is_empty() {
        return Err(CannotClose::NoEvidence);
    }
    if reviewer.role.trim().is_empty() {
        return Err(CannotClose::NoReviewer);
    }
    if reviewer.is(&line.action.owner, workbook) {
        return Err(CannotClose::ReviewerIsOwner);
    }
    Ok(())
}

/// AP-07: the owner is a role that one of its recommendations addresses (SR20), where they name any.
pub fn ap07_owner_addressed(workbook: &Workbook, action: &Action) -> Option<ActionNotice> {
    let terms = action.recommendations.iter().filter_map(|id| workbook.recommendation_terms(id));
    let addressed: Vec<String> =
        terms.flat_map(|terms| &terms.addressed).map(|role| folded(role)).collect();
    let owner = folded(&action.owner.role);
    let others = !addressed.is_empty() && !addressed.contains(&owner);
    (others && !owner.is_empty()).then_some(ActionNotice::OwnerNotAddressed)
}
