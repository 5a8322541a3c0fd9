//! The tools that we ship, embedded.
//!
//! For coordinators, samples and tests: an auditor's tool travels in the
//! invitation, so the auditor's program refers to nothing here and links none of it.

use super::Tool;
use crate::id::ToolId;

/// A shipped tool as text: its id, and the JSON that a board may take as a start for its own.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Of the tool, and of its file under `src/tool/library/`.
    pub id: &'static str,
    /// The definition.
    pub json: &'static str,
}

/// Every shipped tool, in the order in which they are offered.
pub const ENTRIES: [Entry; 5] = [
    Entry { id: "case-file-2009", json: include_str!("library/case-file-2009.json") },
    Entry { id: "s47-strategy-2013", json: include_str!("library/s47-strategy-2013.json") },
    Entry { id: "themed-six-step", json: include_str!("library/themed-six-step.json") },
    Entry { id: "child-journey", json: include_str!("library/child-journey.json") },
    Entry { id: "early-help-themes", json: include_str!("library/early-help-themes.json") },
];

impl Entry {
    /// The tool itself.
    pub fn tool(&self) -> Tool {
        crate::json::from_slice(self.json.as_bytes())
            .expect("a test reads and validates every shipped tool")
    }
}

/// Every shipped tool, read.
pub fn all() -> Vec<Tool> {
    ENTRIES.iter().map(Entry::tool).collect()
}

/// The shipped tool with this id.
pub fn by_id(id: &ToolId) -> Option<Tool> {
    ENTRIES.iter().find(|entry| entry.id == id.as_str()).map(Entry::tool)
}

#[cfg(test)]
mod tests;
