//! Returns on another version of the tool, or on another tool (V-07, V-08).
//!
//! Such a return is kept apart and can be read. It counts only once a person has
//! said which of its questions are which of ours, one by one; what has no place
//! stays visible as unmatched. Its grades are never converted: on another scale
//! they are shown as they are and compared with nothing until the panel grades
//! them anew.

mod apply;
mod read;
mod record;
mod source;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use apply::{LeftOut, Unmatched, mapped, unmatched};
pub use record::{MappingError, candidates, proposed};
pub use source::{ToolFileError, shipped, tool_of_invitation};

use super::log::Stamp;
use crate::id::{AreaId, PromptId};
use crate::tool::{Scale, Tool};

/// Which questions of another tool are which of the round's, as a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToolMapping {
    /// The other tool, whole: by its hash it is the one that the returns answer.
    pub tool: Tool,
    /// By prompt of the other tool, the prompt of ours.
    pub prompts: BTreeMap<PromptId, PromptId>,
    /// By area of the other tool, the area of ours.
    pub areas: BTreeMap<AreaId, AreaId>,
    /// Why this may be done.
    pub reason: String,
    /// It was taken back: returns of that tool are kept apart again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undone: bool,
    /// Who decided it, and when.
    pub stamp: Stamp,
}

impl ToolMapping {
    /// V-08: whether grades mean the same on both scales: the same scale with the same grades in the same order.
    pub fn same_scale(&self, ours: &Scale) -> bool {
        self.tool.scale.is_same(ours)
    }
}

#[cfg(test)]
mod tests;
