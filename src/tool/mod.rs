//! Audit tools: areas of analysis, prompts, grading scale, who is asked what.
//!
//! A tool is data. It is written as JSON (the ones shipped are under
//! `library/`), checked by [`validate`], hashed, and travels inside every
//! invitation, so an auditor's program needs no copy of its own. Adding a
//! prompt, an area, a scale or a whole tool touches no Rust.
//!
//! Not here: answers and gradings ([`crate::audit_return`]).

mod answer_value;
mod area;
mod condition;
mod prompt;
mod scale;
mod types;

pub use answer_value::AnswerValue;
pub use area::{Area, AreaRole};
pub use condition::Condition;
pub use prompt::{Advice, ChoiceOption, Guidance, Prompt, PromptKind, Rewording, Standing};
pub use scale::{Grade, GradeLevel, Qualifier, Scale};
pub use types::{AgencyKindEntry, Audience, GradedBy, Tool, ToolRef};
