//! What can be changed of a tool, and why a change cannot be made.

use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::{AgencyKindEntry, Audience, Condition, GradedBy, PromptKind, Scale, Standing};

/// One change of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Another title and summary.
    Describe {
        /// Name on screen.
        title: String,
        /// For a coordinator who chooses.
        summary: String,
    },
    /// A new area at the end.
    AddArea {
        /// See [`Tool::next_area`].
        id: AreaId,
        /// Its number on screen.
        number: u32,
        /// Its title.
        title: String,
    },
    /// Other words for an area.
    RewordArea {
        /// Which.
        area: AreaId,
        /// Its title.
        title: String,
        /// Above its prompts.
        introduction: String,
    },
    /// An area changes places with its neighbour.
    MoveArea(AreaId, Way),
    /// An area is asked no longer, nor are its prompts.
    RetireArea(AreaId),
    /// A retired area is asked again, with the prompts that were retired with it.
    RestoreArea(AreaId),
    /// Kinds of agency that normally grade an area.
    AreaAskedOf(AreaId, Audience),
    /// Whether an area carries a grade.
    GradeArea(AreaId, bool),
    /// A new prompt at the end of an area, after the follow-ups of the one that it follows.
    AddPrompt {
        /// Where.
        area: AreaId,
        /// See [`Tool::next_prompt`].
        id: PromptId,
        /// The prompt that it follows.
        follows: Option<PromptId>,
        /// The question.
        text: String,
        /// How it is answered.
        kind: PromptKind,
    },
    /// Other words for a prompt.
    Reword {
        /// Which.
        prompt: PromptId,
        /// The question.
        text: String,
        /// Shown with it.
        hint: String,
    },
    /// A prompt changes places with its neighbour of the same kind, each with its follow-ups.
    MovePrompt(PromptId, Way),
    /// A prompt is asked no longer, nor are its follow-ups.
    RetirePrompt(PromptId),
    /// A retired prompt is asked again: the very same question under its own id.
    RestorePrompt(PromptId),
    /// How a prompt is answered.
    Answered(PromptId, PromptKind),
    /// Kinds of agency that are asked a prompt.
    AskedOf(PromptId, Audience),
    /// Whether it must be answered.
    Mandatory(PromptId, bool),
    /// Whether it is about one child alone.
    PerChild(PromptId, bool),
    /// Whether it asks each agency about its own part.
    OfEachAgency(PromptId, bool),
    /// Whose evidence it normally is.
    OfStanding(PromptId, Standing),
    /// What good looks like, how to choose, and where to look.
    Guide {
        /// Which prompt.
        prompt: PromptId,
        /// What good looks like.
        good: String,
        /// How to choose.
        choose: String,
        /// Where to look.
        look: String,
    },
    /// A hint for one kind of agency; a blank one is taken away.
    Hint(PromptId, AgencyKind, String),
    /// A new kind of agency at the end.
    AddKind(AgencyKind),
    /// What a kind of agency is called, where its records are, and what it has to do with the child.
    DescribeKind(AgencyKindEntry),
    /// A kind of agency is meant no longer: whatever named it does so no more.
    RemoveKind(AgencyKind),
    /// Another scale.
    Grade(Scale),
    /// What carries a grade.
    GradedBy(GradedBy),
    /// A prompt is asked only while this holds; always where there is nothing.
    When(PromptId, Option<Condition>),
}

/// Which way something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Not in the tool.
    #[error("The tool has no area “{0}”.")]
    NoArea(AreaId),
    /// Not in the tool.
    #[error("The tool has no kind of agency “{0}”.")]
    NoKind(AgencyKind),
    /// Not in the tool.
    #[error("The tool has no question “{0}”.")]
    NoPrompt(PromptId),
    /// K-01: taken, by something that is asked or by something retired.
    #[error(
        "“{0}” is or was the number of something else. Use another: a number is never used twice."
    )]
    Taken(String),
    /// It stands at that end already.
    #[error("It stands at that end already.")]
    AtTheEnd,
}
