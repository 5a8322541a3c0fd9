//! Where a fault of a tool is, in terms of what a person edits.

use crate::id::{AgencyKind, AreaId, GradeId, PromptId};
use crate::tool::{Tool, ToolFault};

/// What of a tool a fault is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultPlace {
    /// The tool itself: title, summary, what carries a grade.
    Tool(String),
    /// A kind of agency, and a member of it.
    Kind(AgencyKind, String),
    /// Its scale.
    Scale(String),
    /// A grade of the scale, and a member of it; blank for the grade itself.
    Grade(GradeId, String),
    /// An area, and a member of it.
    Area(AreaId, String),
    /// A prompt, and a member of it.
    Prompt(PromptId, String),
}

impl FaultPlace {
    /// Reads a fault's path, such as `areas[3].prompts[2].when.answer.prompt`, against its tool.
    pub fn of(fault: &ToolFault, tool: &Tool) -> Self {
        let whole = || Self::Tool(member(&fault.path));
        let Some((at, rest)) = indexed(&fault.path, "areas") else {
            return match fault.path.strip_prefix("scale") {
                Some(rest) => Self::of_scale(rest.trim_start_matches('.'), tool),
                None => Self::of_kind(&fault.path, tool).unwrap_or_else(whole),
            };
        };
        let Some(area) = tool.areas.get(at) else { return whole() };
        let prompt = indexed(rest, "prompts")
            .and_then(|(at, rest)| Some((area.prompts.get(at)?, member(rest))));
        match prompt {
            Some((prompt, member)) => Self::Prompt(prompt.id.clone(), member),
            None => Self::Area(area.id.clone(), member(rest)),
        }
    }

    fn of_scale(path: &str, tool: &Tool) -> Self {
        let grade = indexed(path, "grades")
            .and_then(|(at, rest)| Some((tool.scale.grades.get(at)?, member(rest))));
        match grade {
            Some((grade, member)) => Self::Grade(grade.id.clone(), member),
            None => Self::Scale(member(path)),
        }
    }

    fn of_kind(path: &str, tool: &Tool) -> Option<Self> {
        let (at, rest) = indexed(path, "agency_kinds")?;
        Some(Self::Kind(tool.agency_kinds.get(at)?.id.clone(), member(rest)))
    }
}

/// The number and what follows it in `name[3].rest`.
fn indexed<'a>(path: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let (number, rest) = path.strip_prefix(name)?.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest.trim_start_matches('.')))
}

/// The first step of a path.
fn member(path: &str) -> String {
    let end = path.find(['.', '[']).unwrap_or(path.len());
    path.get(..end).unwrap_or_default().to_owned()
}
