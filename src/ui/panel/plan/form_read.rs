//! From the boxes of an action to the action.

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::form_boxes::{MILESTONES, OTHERS, stem};
use super::steps_read::date;
use super::{bodies, words};
use crate::browser::random;
use crate::id::{AreaId, ItemId, ThemeId};
use crate::panel::actions::{Action, ActionError, Body, ChallengeError, Milestone, Owner};
use crate::text::from_token;
use crate::ui::govuk::PageError;

/// What stands in the boxes, or what is wrong with it. `new_id` is for one that is new.
pub fn read(
    typing: Typing,
    known: Option<&Action>,
    new_id: impl FnOnce() -> ItemId,
) -> Result<Action, Vec<PageError>> {
    let mut faults = Vec::new();
    let id = known.map_or_else(new_id, |one| one.id.clone());
    let action = action(typing, known, id, &mut faults);
    if bodies::owner(typing, "owner").is_none() {
        faults.push(PageError::new("owner-body", words::SELECT_BODY));
    }
    if faults.is_empty() { Ok(action) } else { Err(faults) }
}

/// The same while it is being written: dates that are none yet are left out.
pub fn draft(typing: Typing, known: Option<&Action>) -> Action {
    let id = known.map_or_else(random::id, |one| one.id.clone());
    action(typing, known, id, &mut Vec::new())
}

fn action(
    typing: Typing,
    known: Option<&Action>,
    id: ItemId,
    faults: &mut Vec<PageError>,
) -> Action {
    let nobody = Owner { body: Body::Board, role: String::new() };
    // AP-05: a date that was agreed has no box.
    let fixed = known.and_then(|one| one.due.filter(|_| one.agreed.is_some()));
    let due = fixed.or_else(|| date(typing, "due", faults));
    Action {
        id,
        recommendations: ids(typing, "recommendations", ItemId::new),
        findings: ids(typing, "findings", ItemId::new),
        areas: ids(typing, "areas", AreaId::new),
        themes: ids(typing, "themes", ThemeId::new),
        text: typing.text("text"),
        outcome: typing.text("outcome"),
        measure: typing.text("measure"),
        evidence_expected: typing.text("evidence"),
        owner: bodies::owner(typing, "owner").unwrap_or(nobody),
        contributors: others(typing),
        agreed: date(typing, "agreed", faults),
        resources: typing.text("resources"),
        start: date(typing, "start", faults),
        due,
        milestones: milestones(typing, faults),
        priority: from_token(&typing.raw("priority")).unwrap_or_default(),
        audit_again: date(typing, "again", faults),
        carried: known.and_then(|one| one.carried.clone()),
        stamp: Desk::stamp(),
    }
}

/// What is chosen of a question with any number of answers, as ids.
pub fn ids<T, E>(typing: Typing, field: &str, read: fn(String) -> Result<T, E>) -> Vec<T> {
    typing.chosen(field).into_iter().filter_map(|id| read(id).ok()).collect()
}

/// A row in which nothing is chosen is none.
fn others(typing: Typing) -> Vec<Owner> {
    let rows = typing.rows(OTHERS).into_iter();
    rows.filter_map(|key| bodies::owner(typing, &stem(OTHERS, &key))).collect()
}

fn milestones(typing: Typing, faults: &mut Vec<PageError>) -> Vec<Milestone> {
    let mut milestones = Vec::new();
    for key in typing.rows(MILESTONES) {
        let stem = stem(MILESTONES, &key);
        let text = typing.text(&[&stem, "-text"].concat());
        let due = date(typing, &[&stem, "-due"].concat(), faults);
        let Ok(id) = ItemId::new(key) else { continue };
        if !text.is_empty() || due.is_some() {
            milestones.push(Milestone { id, text, due });
        }
    }
    milestones
}

/// The box at which what is wrong stands.
pub fn at_box(error: &ActionError) -> String {
    match error {
        ActionError::NoRecommendation | ActionError::NoSuchRecommendation => "recommendations",
        ActionError::FindingGone => "findings",
        ActionError::UnknownArea(_) => "areas",
        ActionError::UnknownTheme(_) => "themes",
        ActionError::UnknownAgency(_) => "owner-body",
        ActionError::DateAgreed => "due",
        ActionError::MilestoneTwice => MILESTONES,
        _ => "text",
    }
    .to_owned()
}

/// The same of an issue between agencies.
pub fn at_issue(error: &ChallengeError) -> String {
    match error {
        ChallengeError::OneSide | ChallengeError::UnknownAgency(_) => "put-to-body",
        ChallengeError::BeforeRaised => "raised",
        _ => "issue",
    }
    .to_owned()
}
