//! What a count in a text measures.

use serde::{Deserialize, Serialize};

use crate::id::{AreaId, GradeId};
use crate::tool::{Condition, Tool};

/// A count of cases, by what it counts and never as a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Measure {
    /// Cases whose answers are so.
    Answers(Condition),
    /// Cases with one of these grades.
    Graded {
        /// In which area; `None` for the case overall.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<AreaId>,
        /// Which grades.
        is: Vec<GradeId>,
    },
}

impl Measure {
    /// Whether the tool asks and grades what is counted.
    pub fn fits(&self, tool: &Tool) -> bool {
        match self {
            Self::Answers(condition) => {
                condition.prompts().iter().all(|prompt| tool.prompt(prompt).is_some())
            }
            Self::Graded { area, is } => {
                area.as_ref().is_none_or(|area| tool.area(area).is_some())
                    && is.iter().all(|grade| tool.scale.grade(grade).is_some())
            }
        }
    }
}
