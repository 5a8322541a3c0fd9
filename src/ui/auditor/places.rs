//! Where the place of a notice stands: on which page, and at which control.

use chrono::NaiveDate;

use super::desk::Desk;
use super::route::Step;
use crate::browser::{local, now};
use crate::check::{ConcernPart, EntryPart, InvolvementPart, Place, PractitionerPart};
use crate::chronology::{ANCHOR_DATE, date_key};
use crate::id::StandardId;
use crate::store::PRACTITIONER_DATE;
use crate::timescale::{Outcome, t09_date_to_correct};

/// Where a notice leads on its page.
pub struct Control {
    /// Stem of the question's ids, beside which the message stands.
    pub question: String,
    /// The element that takes the focus: of a date the box to correct.
    pub focus: String,
}

impl Control {
    fn date(question: String, part: &str) -> Self {
        let focus = [&question, "-", part].concat();
        Self { question, focus }
    }
}

/// The address of the control that a notice is about.
pub fn href(desk: Desk, place: &Place) -> String {
    desk.href_at(&step(desk, place), &control(desk, place).focus)
}

/// The control that a notice is about.
pub fn control(desk: Desk, place: &Place) -> Control {
    let question = place.key();
    if let Some(key) = date_of(place) {
        let part = desk.typed(&key).box_to_correct();
        return Control::date(question, part.as_str());
    }
    let wrong = match place {
        Place::Timescale(standard) => wrong_date(desk, standard),
        Place::ChronologyAnchor => wrong_anchor(desk),
        _ => None,
    };
    wrong.unwrap_or_else(|| Control { focus: question.clone(), question })
}

/// The key under which the draft keeps the date that a place is.
fn date_of(place: &Place) -> Option<String> {
    match place {
        Place::Involvement(InvolvementPart::Searched)
        | Place::ImmediateConcern(_, ConcernPart::NoticedAt | ConcernPart::ToldAt) => {
            Some(place.key())
        }
        Place::AuditDay | Place::MoveDay => Some(place.key()),
        Place::ChronologyEntry(item, EntryPart::Date) => Some(date_key(item)),
        Place::Practitioner(PractitionerPart::Date) => Some(PRACTITIONER_DATE.to_owned()),
        _ => None,
    }
}

/// The date that keeps a standard's dates from being right (T-09).
fn wrong_date(desk: Desk, standard: &StandardId) -> Option<Control> {
    let today: NaiveDate = local(now()).date();
    desk.with(|open| {
        let results = &open.ret.timescales.as_ref()?.results;
        let Outcome::Impossible(fault) = results.get(standard)?.outcome else { return None };
        let sheet = &open.record.worksheet;
        let set = open.invitation.round.standards_of(sheet.nation.as_deref());
        let (key, part) = t09_date_to_correct(&set, sheet, standard, fault, today)?;
        Some(Control::date(key, part.as_str()))
    })
}

/// The date that the chronology is counted from, where it cannot be right (CH-03).
fn wrong_anchor(desk: Desk) -> Option<Control> {
    desk.with(|open| open.ret.chronology.anchor_fault)?;
    let part = desk.typed(ANCHOR_DATE).box_to_correct();
    Some(Control::date([ANCHOR_DATE, "-date"].concat(), part.as_str()))
}

/// The page on which a place stands.
pub fn step(desk: Desk, place: &Place) -> Step {
    match place {
        Place::Auditor(_) => Step::Auditor,
        Place::Involvement(_) => Step::Involvement,
        Place::Prompt(prompt) => {
            let area = desk.with(|open| {
                open.invitation.round.tool.prompt(prompt).map(|(area, _)| area.id.clone())
            });
            area.map_or(Step::Tasks, Step::Area)
        }
        Place::Area(area, _) => Step::Area(area.clone()),
        Place::AuditDay | Place::MoveDay | Place::Timescale(_) => Step::Timescales,
        Place::Chronology | Place::ChronologyAnchor | Place::ChronologyEntry(..) => {
            Step::Chronology
        }
        Place::Practitioner(_) | Place::FamilyViews(_) => Step::Views,
        Place::OverallGrade | Place::OverallReason | Place::GeneralComments => Step::Overall,
        Place::ImmediateConcern(item, _) => Step::Concern(item.clone()),
        Place::Declaration => Step::Sign,
        Place::Text(within, _) => step(desk, within),
        Place::PanelQuestion(id) => {
            let asked = desk.panel_questions().into_iter().find(|one| one.question.id == *id);
            asked
                .map_or(Step::Questions, |one| super::questions::step_of(desk, &one.question.about))
        }
        Place::Explanation { .. } => Step::Missing,
    }
}
