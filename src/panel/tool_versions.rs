//! The round's tool through its versions: a draft of the next one, and what adopting it means (K-01).
//!
//! A version that agencies have been sent never changes. The round may adopt another;
//! returns on the earlier one are then kept apart until a person maps them
//! ([`super::mapping`], V-07), and mappings that led to the earlier version lead nowhere.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::log::{Event, Stamp};
use super::records::given;
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AreaId, SlotId};
use crate::tool::edit::{Difference, Edit, EditError, ToolDraft};
use crate::tool::{Area, Grade, Tool, ToolFault};

/// A version of the tool that the round had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EarlierTool {
    /// Whole: returns on it can be read and mapped.
    pub tool: Tool,
    /// Mappings that were recorded while the round had it, and before.
    pub mappings: usize,
    /// Invitations that were issued while the round had it, and before.
    pub invitations: usize,
    /// Who put another in its place, and when.
    pub until: Stamp,
}

/// Why the round keeps the tool that it has. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdoptError {
    /// No draft is under way.
    #[error("there is no change of the tool to use")]
    NoDraft,
    /// Nothing differs.
    #[error("nothing has been changed yet")]
    NothingChanged,
    /// The draft is not sound.
    #[error("something is wrong with the tool: put right what is listed first")]
    Unsound(Vec<ToolFault>),
    /// An agency of the round is of a kind that the tool does not know.
    #[error("the tool does not know what kind of agency “{0}” is")]
    UnknownAgency(String),
    /// Judgements are grades of the scale that the round has.
    #[error("the panel has judged on the scale of this round, so the scale stays as it is")]
    Judged,
    /// Why was not said.
    #[error("say why the tool is changed")]
    NoReason,
}

impl Workbook {
    /// The tool's next version, where one is under way.
    pub fn tool_draft(&self) -> Option<ToolDraft> {
        let draft = self.record.panel.tool_draft.clone()?;
        Some(ToolDraft::resumed(self.plan().round.tool.clone(), draft))
    }

    /// K-01: makes one change of the tool's next version, which begins with the first one.
    pub fn edit_tool(&mut self, edit: &Edit) -> Result<(), EditError> {
        let next = match &self.record.panel.tool_draft {
            Some(draft) => draft.edited(edit)?,
            None => ToolDraft::of(self.plan().round.tool.clone()).tool().edited(edit)?,
        };
        self.record.panel.tool_draft = Some(next);
        Ok(())
    }

    /// The tool as it would be: the draft, or the round's where nothing is changed.
    pub fn drafted_tool(&self) -> &Tool {
        self.record.panel.tool_draft.as_ref().unwrap_or(&self.plan().round.tool)
    }

    /// Takes what a file holds for the draft, in place of the one under way.
    pub fn take_tool(&mut self, tool: Tool) {
        let draft = ToolDraft::taking(self.plan().round.tool.clone(), tool);
        self.record.panel.tool_draft = Some(draft.tool().clone());
    }

    /// Forgets the draft.
    pub fn drop_tool_draft(&mut self) {
        self.record.panel.tool_draft = None;
    }

    /// K-01: the draft becomes the round's tool. Returns the files whose state changed: returns on the
    /// earlier version are kept apart until they are mapped (V-07).
    pub fn k01_adopt_tool(&mut self, reason: &str, stamp: &Stamp) -> Result<Vec<Hash>, AdoptError> {
        let draft = self.tool_draft().ok_or(AdoptError::NoDraft)?;
        let differences = draft.differences();
        if differences.is_empty() {
            return Err(AdoptError::NothingChanged);
        }
        let tool = draft.finished().map_err(AdoptError::Unsound)?;
        self.fits(&tool)?;
        let reason = given(reason).ok_or(AdoptError::NoReason)?;
        let panel = &mut self.record.panel;
        panel.tool_draft = None;
        let before = std::mem::replace(&mut self.record.plan.round.tool, tool);
        panel.earlier_tools.push(EarlierTool {
            tool: before,
            mappings: panel.mappings.len(),
            invitations: self.record.invitations.len(),
            until: stamp.clone(),
        });
        let event = Event::ToolAdopted {
            tool: self.plan().round.tool.reference(),
            differences: differences.iter().map(Difference::sentence).collect(),
            reason,
        };
        self.record.log.add(stamp, event);
        self.k01_check_those_who_were_ahead();
        Ok(self.replan(stamp))
    }

    /// Whether the round can go on with this tool.
    fn fits(&self, tool: &Tool) -> Result<(), AdoptError> {
        let mut agencies = self.plan().agencies.iter();
        if let Some(unknown) = agencies.find(|agency| tool.agency_kind(&agency.kind).is_none()) {
            return Err(AdoptError::UnknownAgency(unknown.name.clone()));
        }
        // Where a grade is offered no more, nothing that was judged so would be in any count.
        let grade = |one: &Grade| (one.id.clone(), one.level, one.for_area, one.for_case);
        let grades = |tool: &Tool| tool.scale.grades.iter().map(grade).collect::<Vec<_>>();
        let ours = &self.plan().round.tool;
        let same = (&tool.scale.id, grades(tool)) == (&ours.scale.id, grades(ours));
        if !same && !self.record.judgements.is_empty() {
            return Err(AdoptError::Judged);
        }
        Ok(())
    }

    /// Versions that the round had before, oldest first.
    pub fn earlier_tools(&self) -> &[EarlierTool] {
        &self.record.panel.earlier_tools
    }

    /// An area by the round's tool, or by the last one that had it: what was judged on an area stays so called
    /// after the area was retired (K-01).
    pub fn known_area(&self, area: &AreaId) -> Option<&Area> {
        let earlier = self.earlier_tools().iter().rev().map(|earlier| &earlier.tool);
        let mut tools = std::iter::once(&self.plan().round.tool).chain(earlier);
        tools.find_map(|tool| tool.area(area))
    }

    /// Slots whose invitation carries an earlier version of the tool, so that they need a new one.
    pub fn slots_on_earlier_tool(&self) -> BTreeSet<SlotId> {
        let issued = self.earlier_tools().last().map_or(0, |earlier| earlier.invitations);
        let (before, since) = self.invitations().split_at(issued.min(self.invitations().len()));
        let again = |slot: &SlotId| since.iter().any(|issued| issued.slot == *slot);
        gathered(before.iter().map(|issued| issued.slot.clone()).filter(|slot| !again(slot)))
    }
}

#[cfg(test)]
mod tests;
