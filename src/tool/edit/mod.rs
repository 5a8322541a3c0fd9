//! Editing a tool: each change gives a draft of the next version, with what is wrong with it so far.
//!
//! An issued version never changes (K-01). A draft may be unsound for a while,
//! as whatever is being written; [`ToolDraft::faults`] names each fault with its
//! path, and only a draft without faults becomes a version. What is retired
//! stays in the tool with its id, which no later question may have.
//!
//! Not here: which versions were issued ([`crate::panel`]).

mod apply;
mod change;
mod condition;
mod differ;
mod fresh;
mod place;
mod retire;
mod tried;

pub use change::{Edit, EditError, Way};
pub use condition::{Choosing, Form};
pub use differ::{Difference, differences};
pub use place::FaultPlace;
pub use tried::{Seen, Tried};

use super::{Tool, ToolFault, ToolFaultKind};

/// A tool on its way to its next version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolDraft {
    before: Tool,
    tool: Tool,
}

impl Tool {
    /// The tool after one change: unsound perhaps, but never with an id used twice.
    pub fn edited(&self, edit: &Edit) -> Result<Self, EditError> {
        apply::applied(self, edit)
    }
}

impl ToolDraft {
    /// K-01: the next version of a tool, so far the same in all else.
    pub fn of(before: Tool) -> Self {
        let version = before.version.saturating_add(1);
        let previous = Some(before.reference());
        let tool = Tool { version, previous, ..before.clone() };
        Self { before, tool }
    }

    /// A draft as it was kept.
    pub fn resumed(before: Tool, tool: Tool) -> Self {
        Self { before, tool }
    }

    /// K-01: what a file holds, as the next version of `before`, where it is the same tool: what the
    /// file leaves out is retired. Another tool stays as it is in the file.
    pub fn taking(before: Tool, mut tool: Tool) -> Self {
        if tool.id == before.id {
            tool.version = before.version.saturating_add(1);
            tool.previous = Some(before.reference());
            retire::retire_what_is_left_out(&before, &mut tool);
        }
        Self { before, tool }
    }

    /// The version that it is made from.
    pub fn before(&self) -> &Tool {
        &self.before
    }

    /// The draft as it stands.
    pub fn tool(&self) -> &Tool {
        &self.tool
    }

    /// Makes one change, or says why it cannot be made; the draft is then as before.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        self.tool = self.tool.edited(edit)?;
        Ok(())
    }

    /// Everything that is wrong with the draft, each fault with its path.
    pub fn faults(&self) -> Vec<ToolFault> {
        let mut faults = self.tool.validate();
        faults.extend(self.k01_given_again());
        faults
    }

    /// K-01: numbers of retired questions that another question has now.
    fn k01_given_again(&self) -> Vec<ToolFault> {
        if self.before.id != self.tool.id {
            return Vec::new();
        }
        let mut faults = Vec::new();
        for (at, area) in self.tool.areas.iter().enumerate() {
            for (place, prompt) in area.prompts.iter().enumerate() {
                let mut retired = self.before.retired.prompts.iter().map(|one| &one.prompt);
                let was = retired.find(|one| one.id == prompt.id);
                if was.is_some_and(|was| was.text != prompt.text || was.kind != prompt.kind) {
                    let path = format!("areas[{at}].prompts[{place}].id");
                    let (what, name) = ("a retired question", prompt.id.to_string());
                    faults.push(ToolFault { path, kind: ToolFaultKind::Duplicate { what, name } });
                }
            }
        }
        faults
    }

    /// What differs from the version that it was made from.
    pub fn differences(&self) -> Vec<Difference> {
        differences(&self.before, &self.tool)
    }

    /// The new version, where nothing is wrong with it.
    pub fn finished(self) -> Result<Tool, Vec<ToolFault>> {
        let faults = self.faults();
        if faults.is_empty() { Ok(self.tool) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests;
