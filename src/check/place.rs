//! Where in a return a notice leads: pages, questions on them, and their text boxes.

mod key;

use crate::audit_return::NonGrade;
use crate::id::{AreaId, ItemId, PromptId, QueryId, StandardId};

/// Where in the return a notice leads, so that a screen can go there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// One question on who the auditor is.
    Auditor(AuditorPart),
    /// One question on how far the agency was involved.
    Involvement(InvolvementPart),
    /// One prompt.
    Prompt(PromptId),
    /// A part of one area.
    Area(AreaId, AreaPart),
    /// The overall grade.
    OverallGrade,
    /// The reason for the overall grade.
    OverallReason,
    /// The general comments.
    GeneralComments,
    /// One question on one immediate concern.
    ImmediateConcern(ItemId, ConcernPart),
    /// The declaration, on the page on which the return is signed.
    Declaration,
    /// The day on which the audit is made.
    AuditDay,
    /// The day on which the child moved between authorities.
    MoveDay,
    /// One standard on how long something may take.
    Timescale(StandardId),
    /// The chronology as a whole.
    Chronology,
    /// The event that it is counted from.
    ChronologyAnchor,
    /// One question on one entry of it.
    ChronologyEntry(ItemId, EntryPart),
    /// One question on the conversation with the practitioner.
    Practitioner(PractitionerPart),
    /// One question on what the child and family said.
    FamilyViews(FamilyPart),
    /// The answer to one question of the panel.
    PanelQuestion(QueryId),
    /// One text box of a place that has several.
    Text(Box<Place>, TextPart),
    /// The reason given for the warning of a rule at a place, by their keys.
    Explanation {
        /// The rule that warned.
        rule: String,
        /// Where, as the place's key says.
        place: String,
    },
}

/// A question on one entry of the chronology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryPart {
    /// What happened.
    Text,
    /// What it meant.
    SoWhat,
    /// When.
    Date,
    /// Whether it is context.
    Context,
}

/// A question on the conversation with the practitioner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PractitionerPart {
    /// Whether there was one.
    Spoken,
    /// When.
    Date,
    /// Why not.
    Reason,
    /// What the practitioner said.
    Said,
}

/// A question on what the child and family said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FamilyPart {
    /// Whether asking is safe.
    RiskCheck,
    /// Who says so.
    RiskBasis,
    /// Whether they were asked.
    Invited,
    /// Why not.
    Reason,
    /// Who asked them.
    AskedBy,
    /// What the child said.
    ChildSaid,
    /// What the family said.
    FamilySaid,
    /// What it changed.
    Influence,
}

/// Which text box of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    /// Of a prompt: what the record shows.
    Evidence,
    /// Of a prompt: why it does not apply.
    NotApplicable,
    /// Of a grade: why there is none.
    NoGrade(NonGrade),
    /// Of an area's strengths or concerns: what, in one line.
    LineText(ItemId),
    /// Of the same: what shows it.
    LineEvidence(ItemId),
    /// Of the impact on the child: in words.
    ImpactText,
    /// Beside the general comments: practice that others should hear of.
    GoodPractice,
}

/// A question on the auditor's own page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuditorPart {
    /// Name or staff number.
    Name,
    /// Role.
    Role,
    /// Whether independent of the case.
    Independent,
    /// Whether experienced or authorised.
    Experienced,
}

/// A question on the agency's involvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InvolvementPart {
    /// How far.
    Level,
    /// When records were searched.
    Searched,
    /// Which systems were searched.
    Systems,
    /// What the search showed.
    Statement,
}

/// A question on one immediate concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConcernPart {
    /// What kind it is.
    Kind,
    /// What was noticed.
    Text,
    /// When it was noticed.
    NoticedAt,
    /// Who was told.
    ToldRole,
    /// When.
    ToldAt,
    /// How.
    ToldHow,
    /// What they did.
    TheirAction,
    /// What came after.
    FollowUp,
    /// Who closed it.
    ClosedBy,
    /// What came of it.
    Outcome,
}

/// A part of an area's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaPart {
    /// The grade.
    Grade,
    /// The reason for the grade.
    Reason,
    /// The strengths.
    Strengths,
    /// The concerns.
    Concerns,
    /// The impact on the child.
    Impact,
    /// "Was this an immediate concern?"
    WasImmediate,
}

impl Place {
    /// The place itself, or the one within which a text box stands.
    pub fn question(&self) -> &Self {
        match self {
            Self::Text(within, _) => within.question(),
            Self::Auditor(_)
            | Self::Involvement(_)
            | Self::Prompt(_)
            | Self::Area(..)
            | Self::OverallGrade
            | Self::OverallReason
            | Self::GeneralComments
            | Self::ImmediateConcern(..)
            | Self::Declaration
            | Self::AuditDay
            | Self::MoveDay
            | Self::Timescale(_)
            | Self::Chronology
            | Self::ChronologyAnchor
            | Self::ChronologyEntry(..)
            | Self::Practitioner(_)
            | Self::FamilyViews(_)
            | Self::PanelQuestion(_)
            | Self::Explanation { .. } => self,
        }
    }

    /// A text box within this place.
    pub fn text(self, part: TextPart) -> Self {
        Self::Text(Box::new(self), part)
    }

    /// What it is of an area's page; `None` for what stands on pages of its own.
    pub(super) fn on_area_page(&self) -> Option<OnAreaPage<'_>> {
        match self.question() {
            Self::Prompt(prompt) => Some(OnAreaPage::Prompt(prompt)),
            Self::Area(area, _) => Some(OnAreaPage::Area(area)),
            Self::Auditor(_)
            | Self::Involvement(_)
            | Self::OverallGrade
            | Self::OverallReason
            | Self::GeneralComments
            | Self::AuditDay
            | Self::MoveDay
            | Self::Timescale(_)
            | Self::Chronology
            | Self::ChronologyAnchor
            | Self::ChronologyEntry(..)
            | Self::Practitioner(_)
            | Self::FamilyViews(_)
            | Self::ImmediateConcern(..)
            | Self::Declaration
            | Self::PanelQuestion(_)
            | Self::Text(..)
            | Self::Explanation { .. } => None,
        }
    }
}

/// What stands on the page of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnAreaPage<'a> {
    /// One of its prompts.
    Prompt(&'a PromptId),
    /// What is said of the area itself.
    Area(&'a AreaId),
}
