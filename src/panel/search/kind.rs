//! Kinds of text that are searched.

/// Kinds of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// In a return.
    Return,
    /// A finding.
    Finding,
    /// A judgement's reason, discussion, dissent; a grade given anew, an agency's own one, an answer settled.
    Judgement,
    /// Of a meeting: a note, a declared interest, an absence, or what difference it made.
    Meeting,
    /// An immediate concern, and what was done about it.
    Concern,
    /// A practitioner's response to a copy, what was decided on it, or a fact corrected after it.
    Copy,
    /// A question to an agency, its answer, or why it was withdrawn.
    Question,
    /// Why something was decided about a return, an auditor or a case.
    Decision,
    /// An action, what was reported and decided of it, or an issue between agencies.
    Plan,
    /// A text or a wording of the panel's own for its documents.
    Text,
    /// What the round states: its terms of reference and key lines of enquiry.
    Terms,
}

impl HitKind {
    /// All, in the order in which they are found and offered.
    pub const ALL: [Self; 11] = [
        Self::Concern,
        Self::Question,
        Self::Finding,
        Self::Judgement,
        Self::Decision,
        Self::Meeting,
        Self::Plan,
        Self::Text,
        Self::Copy,
        Self::Terms,
        Self::Return,
    ];

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Return => "Returns",
            Self::Finding => "Findings",
            Self::Judgement => "Judgements",
            Self::Meeting => "Meetings",
            Self::Concern => "Immediate concerns",
            Self::Copy => "Copies to practitioners",
            Self::Question => "Questions to agencies",
            Self::Decision => "Reasons of decisions",
            Self::Plan => "Actions and issues",
            Self::Text => "Texts for the documents",
            Self::Terms => "Terms of reference",
        }
    }
}
