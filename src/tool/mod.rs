//! Audit tools: areas of analysis, prompts, grading scale, who is asked what.
//!
//! A tool is data. It is written as JSON (the ones shipped are under
//! `library/`), checked by [`Tool::validate`], hashed, and travels inside every
//! invitation, so an auditor's program needs no copy of its own. Adding a
//! prompt, an area, a scale or a whole tool touches no Rust.
//!
//! Not here: answers and gradings ([`crate::audit_return`]).
//!
//! ```
//! use multi_agency_audit::tool::library;
//!
//! let mut tool = library::all().remove(0);
//! assert!(tool.validate().is_empty(), "a tool that is shipped has no fault");
//!
//! let twice = tool.areas[0].prompts[0].clone();
//! tool.areas[1].prompts.push(twice);
//! let faults = tool.validate();
//! assert!(faults.iter().any(|fault| fault.path.starts_with("areas[1].prompts")), "each names its place");
//! ```

mod answer_value;
mod answers;
mod area;
mod condition;
pub mod edit;
mod fault;
#[cfg(test)]
pub(crate) mod fixture;
mod graph;
pub mod library;
pub mod limits;
mod prompt;
mod scale;
mod types;
mod validate;

pub use answer_value::AnswerValue;
pub use answers::{Answers, Visible};
pub use area::{Area, AreaRole};
pub use condition::Condition;
pub use fault::{ToolFault, ToolFaultKind};
pub use graph::{Asking, Change, Graph, Reader, Shown};
pub use prompt::{Advice, ChoiceOption, Guidance, Prompt, PromptKind, Rewording, Standing};
pub use scale::{Grade, GradeLevel, Qualifier, Scale};
pub use types::{
    AgencyKindEntry, Audience, GradedBy, Retired, RetiredArea, Retirement, Tool, ToolRef,
};
