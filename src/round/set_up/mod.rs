//! A round on its way: what a coordinator types into each box, and the round that it makes.
//!
//! What is typed is kept as text, by box, so that nothing typed is ever lost or
//! put right behind somebody's back. [`SetUp::read`] makes a round of it, or says
//! what is wrong, box by box.

mod after;
mod boxes;
mod details;
mod read;

use std::collections::BTreeMap;

pub use boxes::{DAYS, MONTHS, contact_fields};
pub use details::{
    AGENCY, AUTHORITY, CHANGE, PLACE, REASON, agency_box, authority_box, limits_box, place_box,
};
pub use read::{SetUpFault, SetUpFaultKind};

use super::{Round, RoundTemplate};
use crate::id::{AgencyId, CaseRef, RoundId, SlotId};
use crate::tool::Tool;

/// What is typed, by the ids of the boxes; rows of a list under `{list}-{key}-{name}`, their keys
/// under `{list}` with a space between.
pub type SetUpTexts = BTreeMap<String, String>;

/// What is random in a new round, from the caller.
pub struct SetUpRandom<'a> {
    /// Of the round.
    pub round: RoundId,
    /// References of cases.
    pub case: &'a mut dyn FnMut() -> CaseRef,
    /// Ids of organisations and places.
    pub ids: &'a mut dyn FnMut() -> (AgencyId, SlotId),
    /// Enrolment secrets.
    pub secret: &'a mut dyn FnMut() -> [u8; 32],
}

/// What a round begins from, and what is typed of it.
#[derive(Clone)]
pub struct SetUp {
    /// The template.
    pub template: RoundTemplate,
    /// Its tool.
    pub tool: Tool,
    /// What stands in each box before anybody has typed.
    pub begins: SetUpTexts,
    /// It is for practice, as the round that it follows: everything in it is invented.
    pub practice: bool,
}

impl SetUp {
    /// From a template and its tool.
    pub fn of(template: RoundTemplate, tool: Tool) -> Self {
        let begins = boxes::begin(&template, &tool);
        Self { template, tool, begins, practice: false }
    }

    /// The round as the template begins it.
    pub fn round(&self, id: RoundId) -> Round {
        Round { practice: self.practice, ..self.template.round(id, self.tool.clone()) }
    }
}

/// The lines that say something.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
