//! Recording a mapping, and what it may say.

use std::collections::{BTreeMap, BTreeSet};

use super::ToolMapping;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;
use crate::tool::{ChoiceOption, Prompt, PromptKind, Tool, ToolRef};

/// Why a mapping was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// It is the round's own tool.
    #[error("this is the round’s own tool")]
    OwnTool,
    /// No return here answers it.
    #[error("no return here answers this tool")]
    NotNeeded,
    /// One of the two tools has no such question.
    #[error("there is no question {0}")]
    UnknownPrompt(PromptId),
    /// One of the two tools has no such area.
    #[error("there is no area {0}")]
    UnknownArea(AreaId),
    /// The two are answered in different ways.
    #[error("questions {0} and {1} are answered in different ways")]
    DifferentKind(PromptId, PromptId),
    /// Two questions are mapped to one.
    #[error("two questions are mapped to {0}")]
    PromptTwice(PromptId),
    /// Two areas are mapped to one.
    #[error("two areas are mapped to {0}")]
    AreaTwice(AreaId),
    /// No reason was written.
    #[error("say why these returns may be read by another tool")]
    NoReason,
    /// Nothing stands that could be taken back.
    #[error("these returns are not mapped")]
    NotMapped,
}

/// Pairs that are the same in both tools to the letter, for a person to confirm: prompts, then areas.
pub fn proposed(
    theirs: &Tool,
    ours: &Tool,
) -> (BTreeMap<PromptId, PromptId>, BTreeMap<AreaId, AreaId>) {
    let prompts = theirs.prompts().filter_map(|(_, prompt)| {
        let (_, same) = ours.prompt(&prompt.id)?;
        let equal = same.text == prompt.text && same.kind == prompt.kind;
        equal.then(|| (prompt.id.clone(), prompt.id.clone()))
    });
    let areas = theirs.areas.iter().filter_map(|area| {
        let same = ours.area(&area.id)?;
        let equal = same.title == area.title && same.graded == area.graded;
        equal.then(|| (area.id.clone(), area.id.clone()))
    });
    (gathered(prompts), gathered(areas))
}

/// Questions of ours that can take every answer to a question of another tool.
pub fn candidates<'a>(theirs: &PromptKind, ours: &'a Tool) -> Vec<&'a Prompt> {
    let all = ours.prompts().map(|(_, prompt)| prompt);
    all.filter(|prompt| answered_alike(theirs, &prompt.kind)).collect()
}

/// Whether every answer to `one` is an answer that `other` can take.
fn answered_alike(one: &PromptKind, other: &PromptKind) -> bool {
    use PromptKind::{Choice, Choices, Judgement, Number, Text};
    let known = |some: &[ChoiceOption], all: &[ChoiceOption]| {
        some.iter().all(|option| all.iter().any(|known| known.id == option.id))
    };
    match (one, other) {
        (Judgement { .. }, Judgement { .. }) => {
            one.values().iter().all(|value| other.values().contains(value))
        }
        (Choice { options: some }, Choice { options: all })
        | (Choices { options: some }, Choices { options: all }) => known(some, all),
        (Number { unit: one, .. }, Number { unit: other, .. }) => one == other,
        (Text { .. }, Text { .. }) => true,
        (Judgement { .. } | Choice { .. } | Choices { .. } | Number { .. } | Text { .. }, _) => {
            false
        }
    }
}

impl Workbook {
    /// Other tools that returns here answer, each with how many files.
    pub fn other_tools(&self) -> Vec<(ToolRef, usize)> {
        let mut found: Vec<(ToolRef, usize)> = Vec::new();
        let entries = self.register().entries().filter_map(|(_, entry)| entry.facts.as_ref());
        for facts in entries.filter(|facts| facts.tool != self.index.tool) {
            match found.iter_mut().find(|(tool, _)| *tool == facts.tool) {
                Some((_, files)) => *files += 1,
                None => found.push((facts.tool.clone(), 1)),
            }
        }
        found
    }

    /// Reads the returns of another tool by a mapping (V-07). Returns the files whose state changed.
    pub fn map_tool(&mut self, mapping: ToolMapping) -> Result<Vec<Hash>, MappingError> {
        let theirs = mapping.tool.reference();
        self.check_mapping(&mapping, &theirs)?;
        let stamp = mapping.stamp.clone();
        let event =
            Event::ToolMapped { tool: theirs.clone(), reason: mapping.reason.trim().to_owned() };
        self.record.log.add(&stamp, event);
        self.read_by(&theirs, mapping);
        let places = self.places(|_| true);
        Ok(self.resettle(&places, &stamp))
    }

    /// Takes a mapping back: returns of that tool are kept apart again (V-07, V-10).
    ///
    /// Returns the files whose state changed.
    pub fn unmap_tool(
        &mut self,
        tool: &ToolRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, MappingError> {
        let mapping = self.mapping(tool).ok_or(MappingError::NotMapped)?.clone();
        let reason = given(reason).ok_or(MappingError::NoReason)?;
        let event = Event::ToolUnmapped { tool: tool.clone(), reason: reason.clone() };
        self.record.log.add(stamp, event);
        let undone = ToolMapping { reason, undone: true, stamp: stamp.clone(), ..mapping };
        self.read_by(tool, undone);
        let places = self.places(|_| true);
        Ok(self.resettle(&places, stamp))
    }

    fn check_mapping(&self, mapping: &ToolMapping, theirs: &ToolRef) -> Result<(), MappingError> {
        if *theirs == self.index.tool {
            return Err(MappingError::OwnTool);
        }
        if !self.other_tools().iter().any(|(tool, _)| tool == theirs) {
            return Err(MappingError::NotNeeded);
        }
        if mapping.reason.trim().is_empty() {
            return Err(MappingError::NoReason);
        }
        let ours = &self.plan().round.tool;
        let mut taken = BTreeSet::new();
        for (from, to) in &mapping.prompts {
            let unknown = |id: &PromptId| MappingError::UnknownPrompt(id.clone());
            let (_, one) = mapping.tool.prompt(from).ok_or_else(|| unknown(from))?;
            let (_, other) = ours.prompt(to).ok_or_else(|| unknown(to))?;
            if !answered_alike(&one.kind, &other.kind) {
                return Err(MappingError::DifferentKind(from.clone(), to.clone()));
            }
            if !taken.insert(to) {
                return Err(MappingError::PromptTwice(to.clone()));
            }
        }
        let mut taken = BTreeSet::new();
        for (from, to) in &mapping.areas {
            let unknown = |id: &AreaId| MappingError::UnknownArea(id.clone());
            mapping.tool.area(from).ok_or_else(|| unknown(from))?;
            ours.area(to).ok_or_else(|| unknown(to))?;
            if !taken.insert(to) {
                return Err(MappingError::AreaTwice(to.clone()));
            }
        }
        Ok(())
    }
}
