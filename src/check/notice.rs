//! Notices: what a rule found, how grave it is, and where.

use std::fmt;

use crate::audit_return::{Explanation, NonGrade};
use crate::envelope::TextHash;
use crate::id::{AreaId, ItemId, PromptId, QueryId, StandardId};
use crate::timescale::{AUDIT_DATE, TRANSFER_DATE};

/// The id of a rule, such as `G-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

impl fmt::Display for RuleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// How grave a notice is. The gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stops signing; no reason lets it stand.
    Block,
    /// Stops signing until a reason is typed, which is exported.
    Warn,
    /// Worth knowing.
    Info,
}

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

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which rule.
    pub rule: RuleId,
    /// How grave.
    pub level: Level,
    /// Where to put it right.
    pub place: Place,
    /// Whole sentences: what is wrong and what to do. Never holds the auditor's own text.
    pub message: String,
    /// What it is about, where a reason has to cover each of it (I-06); else nothing.
    pub extent: Extent,
}

/// Things for which one reason is given: found in a text (I-06), or counted by a warning that can grow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many.
    pub count: u32,
    /// Each once, by its salted hash; empty for a reader who does not have the salt.
    pub texts: Vec<TextHash>,
}

impl Extent {
    /// Of as many things as these, each by its hash where there is a salt.
    pub(super) fn of(traces: impl Iterator<Item = Option<TextHash>>) -> Self {
        let mut extent = Self::default();
        for trace in traces {
            extent.count = extent.count.saturating_add(1);
            extent.texts.extend(trace.filter(|trace| !extent.texts.contains(trace)));
        }
        extent
    }

    /// Whether a reason was given for all of it.
    pub fn is_covered_by(&self, reason: &Explanation) -> bool {
        let Explanation { rule: _, place: _, reason: _, covers, kept } = reason;
        let counted = *covers >= self.count && self.texts.iter().all(|text| kept.contains(text));
        counted || counts_nothing(reason)
    }
}

/// Whether a reason is of an earlier program, which counted nothing but what the guard finds: it stands
/// for what is there, until [`super::i06_reasons_to_bind`] binds it to that.
pub(super) fn counts_nothing(reason: &Explanation) -> bool {
    reason.covers == 0 && reason.kept.is_empty() && !reason.rule.starts_with("I-")
}

impl Notice {
    pub(super) fn block(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Block, place, message, extent: Extent::default() }
    }

    pub(super) fn warn(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Warn, place, message, extent: Extent::default() }
    }

    /// The same, about all of this: a reason given for less is asked for again.
    pub(super) fn about(self, extent: Extent) -> Self {
        Self { extent, ..self }
    }

    pub(super) fn info(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Info, place, message, extent: Extent::default() }
    }
}

impl Place {
    /// Stable text of the place: keys explanations in files and element ids on screens.
    ///
    /// No id holds an underscore. Where an id of a tool or a return comes first, one
    /// ends it, so that no area called `overall` or `prompt` takes another place's key.
    pub fn key(&self) -> String {
        match self {
            Self::Auditor(part) => ["auditor-", part.as_str()].concat(),
            Self::Involvement(part) => ["involvement-", part.as_str()].concat(),
            Self::Prompt(prompt) => ["prompt-", prompt.as_str()].concat(),
            Self::Area(area, part) => [area.as_str(), "_", part.as_str()].concat(),
            Self::OverallGrade => "overall-grade".into(),
            Self::OverallReason => "overall-reason".into(),
            Self::GeneralComments => "general-comments".into(),
            Self::ImmediateConcern(item, part) => {
                ["immediate_", item.as_str(), "_", part.as_str()].concat()
            }
            Self::Declaration => "declaration".into(),
            Self::AuditDay => AUDIT_DATE.into(),
            Self::MoveDay => TRANSFER_DATE.into(),
            Self::Timescale(standard) => ["timescale-", standard.as_str()].concat(),
            Self::Chronology => "chronology".into(),
            Self::ChronologyAnchor => "chronology-anchor".into(),
            Self::ChronologyEntry(item, part) => {
                ["chronology_", item.as_str(), "_", part.as_str()].concat()
            }
            Self::Practitioner(part) => ["practitioner-", part.as_str()].concat(),
            Self::FamilyViews(part) => ["family-", part.as_str()].concat(),
            Self::PanelQuestion(id) => ["panel-question-", id.as_str()].concat(),
            Self::Text(within, part) => part.key(&within.key()),
            Self::Explanation { rule, place } => ["explain-", rule, "-", place].concat(),
        }
    }

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
}

impl TextPart {
    fn key(&self, within: &str) -> String {
        match self {
            Self::Evidence => [within, "-evidence"].concat(),
            Self::NotApplicable => [within, "-reason"].concat(),
            Self::NoGrade(because) => [within, "-", because.as_str()].concat(),
            Self::LineText(item) => [within, "-", item.as_str(), "-text"].concat(),
            Self::LineEvidence(item) => [within, "-", item.as_str(), "-evidence"].concat(),
            Self::ImpactText => [within, "-text"].concat(),
            Self::GoodPractice => "good-practice".into(),
        }
    }
}

impl AuditorPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Independent => "independent",
            Self::Experienced => "experienced",
        }
    }
}

impl InvolvementPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Searched => "searched",
            Self::Systems => "systems",
            Self::Statement => "statement",
        }
    }
}

impl EntryPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::SoWhat => "so-what",
            Self::Date => "date",
            Self::Context => "context",
        }
    }
}

impl PractitionerPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::Date => "date",
            Self::Reason => "reason",
            Self::Said => "said",
        }
    }
}

impl FamilyPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::RiskCheck => "risk-check",
            Self::RiskBasis => "risk-basis",
            Self::Invited => "invited",
            Self::Reason => "reason",
            Self::AskedBy => "asked-by",
            Self::ChildSaid => "child-said",
            Self::FamilySaid => "family-said",
            Self::Influence => "influence",
        }
    }
}

impl ConcernPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Text => "text",
            Self::NoticedAt => "noticed-at",
            Self::ToldRole => "told-role",
            Self::ToldAt => "told-at",
            Self::ToldHow => "told-how",
            Self::TheirAction => "their-action",
            Self::FollowUp => "follow-up",
            Self::ClosedBy => "closed-by",
            Self::Outcome => "outcome",
        }
    }
}

impl AreaPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Reason => "reason",
            Self::Strengths => "strengths",
            Self::Concerns => "concerns",
            Self::Impact => "impact",
            Self::WasImmediate => "was-immediate",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_area_takes_the_key_of_another_place() {
        let area = |id: &str, part| Place::Area(AreaId::new(id).unwrap(), part).key();
        let fixed = [Place::OverallGrade.key(), Place::OverallReason.key()];
        assert!(!fixed.contains(&area("overall", AreaPart::Grade)));
        assert!(!fixed.contains(&area("overall", AreaPart::Reason)));
        let prompt = |id: &str| Place::Prompt(PromptId::new(id).unwrap()).key();
        assert_ne!(prompt("grade"), area("prompt", AreaPart::Grade));
        let item = ItemId::new("i1").unwrap();
        let concern = Place::ImmediateConcern(item, ConcernPart::Text).key();
        assert_eq!(concern, "immediate_i1_text");
        assert_ne!(concern, area("immediate", AreaPart::Reason));
    }
}
