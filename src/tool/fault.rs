//! What can be wrong with a tool.

use std::fmt;

use crate::id::{AgencyKind, GradeId, PromptId};

/// One thing that is wrong with a tool, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{kind}", Prefix(path))]
pub struct ToolFault {
    /// Where in the JSON, such as `areas[3].prompts[2].when.answer.prompt`; empty for the whole.
    pub path: String,
    /// What.
    pub kind: ToolFaultKind,
}

/// What is wrong. Displays as one plain sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ToolFaultKind {
    /// Refused before reading. Both in bytes.
    #[error("the tool has {size} bytes, and the most is {limit}")]
    TooLarge {
        /// Of the file.
        size: usize,
        /// [`MAX_TOOL_BYTES`](super::limits::MAX_TOOL_BYTES).
        limit: usize,
    },
    /// Not JSON, or cut short.
    #[error("this is not JSON: {0}")]
    NotJson(String),
    /// JSON that is not a tool: a missing, unknown or repeated member, another type, a bad identifier.
    #[error("{0}")]
    NotATool(String),
    /// Versions count from 1.
    #[error("versions are counted from 1")]
    VersionZero,
    /// Not a BCP 47 language tag.
    #[error("\"{0}\" is not a language tag such as \"en-GB\"")]
    NotALanguage(String),

    /// A text that must say something is blank.
    #[error("this must not be empty")]
    Empty,
    /// A text is too long. Both in characters.
    #[error("this has {length} characters, and the most is {limit}")]
    TooLong {
        /// Of the text.
        length: usize,
        /// Most.
        limit: usize,
    },
    /// A line break, control or direction character.
    #[error("this holds the hidden character U+{:04X}", *.0 as u32)]
    HiddenCharacter(char),
    /// A list is too short.
    #[error("there are {count}, and at least {least} are needed")]
    TooFew {
        /// In the list.
        count: usize,
        /// Fewest.
        least: usize,
    },
    /// A list is too long.
    #[error("there are {count}, and the most is {limit}")]
    TooMany {
        /// In the list.
        count: usize,
        /// Most.
        limit: usize,
    },
    /// An id, number or code that is taken.
    #[error("there is already {what} \"{name}\"")]
    Duplicate {
        /// With its article, such as "a prompt".
        what: &'static str,
        /// The id, number or code.
        name: String,
    },

    /// A grade that the scale does not have.
    #[error("the scale has no grade \"{0}\"")]
    UnknownGrade(GradeId),
    /// A kind of agency that the tool does not have.
    #[error("there is no kind of agency \"{0}\"")]
    UnknownKind(AgencyKind),
    /// A prompt that the tool does not have.
    #[error("there is no prompt \"{0}\"")]
    UnknownPrompt(PromptId),
    /// An audience without anybody in it.
    #[error("no kind of agency is among these")]
    Nobody,

    /// The tool grades and its scale has nothing to grade with.
    #[error("the tool grades, and its scale has no grades")]
    NoGrades,
    /// The tool grades areas and no grade is offered for one.
    #[error("the tool grades areas, and no grade is offered for an area")]
    NoAreaGrade,
    /// The tool grades cases and no grade is offered for one.
    #[error("the tool grades cases, and no grade is offered for a case")]
    NoCaseGrade,
    /// A grade that can never be chosen.
    #[error("this grade is offered neither for an area nor for a case")]
    GradeForNothing,
    /// Grades stand best first.
    #[error("this grade is better than the one before it: grades stand best first")]
    BetterAfterWorse,
    /// G-01, SR3.
    #[error("case details and what is to be learnt carry no grade")]
    CaseDetailsGraded,
    /// An area is graded in a tool that grades no areas.
    #[error("this area is graded, and the tool does not grade areas")]
    GradedArea,
    /// The tool grades areas and none of them is graded.
    #[error("the tool grades areas, and none of them is graded")]
    NoGradedArea,

    /// A follow-up stands before the prompt that it follows.
    #[error("this follows \"{0}\", which comes after it")]
    FollowsLater(PromptId),
    /// A follow-up stands in another area.
    #[error("this follows \"{0}\", which is in another area")]
    FollowsElsewhere(PromptId),
    /// A number prompt that no number answers.
    #[error("the smallest number is {min} and the largest {max}")]
    NoNumberBetween {
        /// Smallest.
        min: u32,
        /// Largest.
        max: u32,
    },
    /// A text prompt's length is out of range.
    #[error("a text answer may have 1 to {limit} characters")]
    AnswerLength {
        /// [`MAX_ANSWER`](super::limits::MAX_ANSWER).
        limit: u32,
    },
    /// A hint that nobody would see.
    #[error("this prompt is not asked of \"{0}\"")]
    HintNotSeen(AgencyKind),
    /// G-17 on a prompt that does not offer "not applicable".
    #[error("this prompt does not offer \"not applicable\", so it cannot be barred")]
    NothingToBar,
    /// N-10 on a prompt that asks each agency about its own part: no word goes before another's.
    #[error("each agency is asked about its own part, so this must be any agency's evidence")]
    OwnPartHasStanding,

    /// A condition asks whether a prompt is asked before its answer can be known.
    #[error("this depends on \"{0}\", which comes later")]
    AsksAhead(PromptId),
    /// Prompts that wait for each other.
    #[error("this prompt waits for itself: {}", Chain(.0))]
    Cycle(Vec<PromptId>),
    /// An answer that the prompt does not offer.
    #[error("prompt \"{prompt}\" has no answer \"{value}\"")]
    UnknownValue {
        /// Asked about.
        prompt: PromptId,
        /// Not among its values or options.
        value: String,
    },
    /// `answer` about a number or text.
    #[error("prompt \"{0}\" is not answered with a value or an option")]
    NotAChoice(PromptId),
    /// `number` about anything else.
    #[error("prompt \"{0}\" is not answered with a number")]
    NotANumber(PromptId),
    /// `number` without bounds, or bounds that no number lies between.
    #[error("give \"at_least\", \"at_most\" or both, with the smaller one first")]
    Bounds,
    /// A condition is nested too deeply.
    #[error("this condition is nested more than {limit} deep")]
    TooDeep {
        /// [`MAX_CONDITION_DEPTH`](super::limits::MAX_CONDITION_DEPTH).
        limit: usize,
    },
}

struct Prefix<'a>(&'a str);

impl fmt::Display for Prefix<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(formatter, "{}: ", self.0) }
    }
}

struct Chain<'a>(&'a [PromptId]);

impl fmt::Display for Chain<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, prompt) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { " waits for " };
            write!(formatter, "{separator}\"{prompt}\"")?;
        }
        Ok(())
    }
}
