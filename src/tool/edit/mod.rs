//! Editing a tool: each change gives a draft of the next version, with what is wrong with it so far.
//!
//! An issued version never changes (K-01). A draft may be unsound for a while,
//! as whatever is being written; [`ToolDraft::faults`] names each fault with its
//! path, and only a draft without faults becomes a version. What is retired
//! stays in the tool with its id, which no later question may have.
//!
//! Not here: which versions were issued ([`crate::panel`]).

mod apply;
mod differ;

pub use apply::{Edit, EditError, Way};
pub use differ::{Difference, differences};

use super::{Tool, ToolFault};

/// A tool on its way to its next version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolDraft {
    before: Tool,
    tool: Tool,
}

impl ToolDraft {
    /// K-01: the next version of a tool, so far the same in all else.
    pub fn of(before: Tool) -> Self {
        let version = before.version.saturating_add(1);
        let previous = Some(before.reference());
        let tool = Tool { version, previous, ..before.clone() };
        Self { before, tool }
    }

    /// The draft as it stands.
    pub fn tool(&self) -> &Tool {
        &self.tool
    }

    /// Makes one change, or says why it cannot be made; the draft is then as before.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        self.tool = apply::applied(&self.tool, edit)?;
        Ok(())
    }

    /// Everything that is wrong with the draft, each fault with its path.
    pub fn faults(&self) -> Vec<ToolFault> {
        self.tool.validate()
    }

    /// What differs from the version that it was made from.
    pub fn differences(&self) -> Vec<Difference> {
        differences(&self.before, &self.tool)
    }

    /// The new version, where nothing is wrong with it and something has changed.
    pub fn finished(self) -> Result<Tool, Vec<ToolFault>> {
        let faults = self.faults();
        if faults.is_empty() { Ok(self.tool) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests;
