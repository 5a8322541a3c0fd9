//! Changes: every edit that an auditor can make to a draft, one field at a time.
//!
//! A screen never writes into a [`Return`](super::Return); it says
//! what changed, and the one [`apply()`] changes the draft in memory and, after a
//! crash, again from the journal. Each change sets a field to a
//! whole value, so making it twice is the same as making it once.
//!
//! Not here: which changes make sense ([`crate::check`]), identity and
//! signatures, which no edit may touch.

mod apply;
mod apply_time;
mod time;

pub use apply::apply;
pub use time::{
    ChronologyChange, EntryChange, FamilyChange, ImpactChange, PractitionerChange, RowChange,
    SheetChange,
};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    ConcernKind, Explanation, Grading, ImpactLevel, InvolvementLevel, PanelQuestion, Response,
    Source,
};
use crate::envelope::{Hash, TextHash};
use crate::guard::WatchedName;
use crate::id::{AreaId, ItemId, PromptId, QualifierId, QueryId, StandardId};
use crate::timescale::Results;

/// One edit of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// To the auditor's own details.
    Auditor(AuditorChange),
    /// To the agency's involvement.
    Involvement(InvolvementChange),
    /// To the answer of one prompt.
    Answer(PromptId, AnswerChange),
    /// To the record of one area.
    Area(AreaId, AreaChange),
    /// To the case overall.
    Overall(OverallChange),
    /// To one immediate concern.
    ImmediateConcern(ItemId, ImmediateChange),
    /// To dates, which stay on this computer.
    Sheet(SheetChange),
    /// All results that follow from the dates, at once.
    Timescales(Option<Box<Results>>),
    /// To what a missed standard meant for the child (T-07).
    TimescaleImpact(StandardId, ImpactChange),
    /// To the chronology.
    Chronology(ChronologyChange),
    /// To the conversation with the practitioner (PF-01).
    Practitioner(PractitionerChange),
    /// To what the child and family said (PF-02).
    FamilyViews(FamilyChange),
    /// The general comments, whole.
    GeneralComments(String),
    /// Practice that others should hear of: the whole list, in order.
    GoodPractice(Vec<String>),
    /// The reason that lets a warning stand; an empty one takes it back.
    Explanation {
        /// The rule that warned, such as `G-07`.
        rule: String,
        /// Where, as the notice's key says.
        place: String,
        /// In the auditor's words.
        reason: String,
        /// For how many things found in a text it is given (I-06).
        #[serde(default)]
        covers: u32,
        /// Those things, by salted hashes.
        #[serde(default)]
        kept: Vec<TextHash>,
    },
    /// To one question of the panel.
    PanelQuestion(QueryId, QuestionChange),
    /// Whether the text box with this key is kept from practitioners (edge case 32).
    DoNotDisclose(String, bool),
    /// The names to watch for, whole (I-02): of the draft's record, never of the return.
    Names(Vec<WatchedName>),
    /// A text was copied from another case: a mark of the draft's record, never of the return.
    Copied(CopiedText),
}

/// Says that the text at a place was copied, while it still reads as it was copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopiedText {
    /// The key of the place.
    pub place: String,
    /// The label of the case that it was copied from, such as "Case 3".
    pub from: String,
    /// SHA-256 of the whole text after copying: any edit ends the mark.
    pub text: Hash,
}

/// An edit of one question of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionChange {
    /// The panel asks it; one that is here already stays as it is.
    Asked(Box<PanelQuestion>),
    /// The panel has taken it back; one that is answered stays.
    Withdrawn,
    /// The answer.
    Answer(String),
    /// Whether what it is about was changed.
    Changed(bool),
}

impl From<Explanation> for Change {
    fn from(reason: Explanation) -> Self {
        let Explanation { rule, place, reason, covers, kept } = reason;
        Self::Explanation { rule, place, reason, covers, kept }
    }
}

/// An edit of the auditor's own details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuditorChange {
    /// Name or staff number.
    Name(String),
    /// Role.
    Role(String),
    /// Neither holds nor supervises the case.
    IndependentOfCase(Option<bool>),
    /// Experienced or authorised to audit.
    Experienced(Option<bool>),
}

/// An edit of the agency's involvement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InvolvementChange {
    /// How far.
    Level(Option<InvolvementLevel>),
    /// For a nil return: when the search was made.
    SearchedOn(Option<NaiveDate>),
    /// For a nil return: which systems were searched.
    Systems(String),
    /// For a nil return: the statement.
    Statement(String),
}

/// An edit of one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerChange {
    /// The answer proper; an empty text or choice counts as none.
    Response(Option<Response>),
    /// What the record shows.
    Evidence(String),
    /// Where the evidence stands.
    Source(Option<Source>),
    /// Why the prompt does not apply.
    Reason(String),
}

/// An edit of one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaChange {
    /// Grade, or why there is none.
    Grading(Option<Grading>),
    /// Why this grade.
    Reason(String),
    /// One strength.
    Strength(ItemId, LineChange),
    /// One concern.
    Concern(ItemId, LineChange),
    /// Impact in one word.
    ImpactLevel(Option<ImpactLevel>),
    /// Impact in the auditor's words.
    ImpactText(String),
    /// "Was this an immediate concern?"
    WasImmediateConcern(Option<bool>),
    /// "Have you completed this area?"
    MarkedComplete(Option<bool>),
}

/// An edit of one strength or concern. Any but [`LineChange::Remove`] makes the line where it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineChange {
    /// A new empty line, at the end.
    Add,
    /// The line goes.
    Remove,
    /// What.
    Text(String),
    /// What shows it.
    Evidence(String),
    /// Where that stands.
    Source(Option<Source>),
}

/// An edit of the case overall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverallChange {
    /// Grade, or why there is none.
    Grading(Option<Grading>),
    /// The qualifier.
    Qualifier(Option<QualifierId>),
    /// Why this grade.
    Reason(String),
}

/// An edit of one immediate concern. Any but [`ImmediateChange::Remove`] makes it where it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImmediateChange {
    /// A new empty one, at the end.
    Add,
    /// It goes.
    Remove,
    /// When it was noticed.
    NoticedAt(Option<DateTime<Utc>>),
    /// What kind.
    Kind(Option<ConcernKind>),
    /// What.
    Text(String),
    /// Role of the person told.
    ToldRole(String),
    /// When they were told.
    ToldAt(Option<DateTime<Utc>>),
    /// How they were told.
    ToldHow(String),
    /// What they did or said they would do.
    TheirAction(String),
    /// Whether a manager is dealing with it.
    Acknowledged(Option<bool>),
    /// What is still to be done.
    FollowUp(String),
    /// It is to be closed (C-06).
    Close,
    /// It is open after all.
    Reopen,
    /// Role of the manager who closed it.
    ClosedBy(String),
    /// What came of it.
    Outcome(String),
}

/// Names the one field that a change sets: kind of field, then what it belongs to.
pub(crate) type Field<'a> = (&'static str, &'a str, &'a str);

impl Change {
    /// Whether a line or words appear or go, or must be there first, so that the order of changes around it matters.
    pub(crate) fn is_structural(&self) -> bool {
        match self {
            Self::Area(_, AreaChange::Grading(next))
            | Self::Overall(OverallChange::Grading(next)) => {
                !matches!(next, Some(Grading::None { .. }))
            }
            Self::Area(_, AreaChange::Strength(_, line) | AreaChange::Concern(_, line)) => {
                matches!(line, LineChange::Add | LineChange::Remove)
            }
            Self::ImmediateConcern(_, part) => {
                use ImmediateChange::{Add, Close, Remove, Reopen};
                matches!(part, Add | Remove | Close | Reopen)
            }
            Self::Sheet(part) => part.is_structural(),
            Self::PanelQuestion(_, part) => {
                matches!(part, QuestionChange::Asked(_) | QuestionChange::Withdrawn)
            }
            Self::Chronology(part) => part.is_structural(),
            Self::Area(
                _,
                AreaChange::Reason(_)
                | AreaChange::ImpactLevel(_)
                | AreaChange::ImpactText(_)
                | AreaChange::WasImmediateConcern(_)
                | AreaChange::MarkedComplete(_),
            )
            | Self::Auditor(_)
            | Self::Involvement(_)
            | Self::Answer(..)
            | Self::Overall(OverallChange::Qualifier(_) | OverallChange::Reason(_))
            | Self::Timescales(_)
            | Self::TimescaleImpact(..)
            | Self::Practitioner(_)
            | Self::FamilyViews(_)
            | Self::GeneralComments(_)
            | Self::GoodPractice(_)
            | Self::Explanation { .. }
            | Self::DoNotDisclose(..)
            | Self::Names(_)
            | Self::Copied(_) => false,
        }
    }

    /// The field set: of two changes to one field only the later counts.
    pub(crate) fn field(&self) -> Field<'_> {
        match self {
            Self::Auditor(part) => (part.field(), "", ""),
            Self::Involvement(part) => (part.field(), "", ""),
            Self::Answer(prompt, part) => (part.field(), prompt.as_str(), ""),
            Self::Area(area, part) => part.field(area),
            Self::Overall(part) => (part.field(), "", ""),
            Self::ImmediateConcern(item, part) => (part.field(), item.as_str(), ""),
            Self::Sheet(part) => part.field(),
            Self::Timescales(_) => ("timescales", "", ""),
            Self::TimescaleImpact(standard, part) => (part.field(), standard.as_str(), ""),
            Self::Chronology(part) => part.field(),
            Self::Practitioner(part) => (part.field(), "", ""),
            Self::FamilyViews(part) => (part.field(), "", ""),
            Self::GeneralComments(_) => ("general comments", "", ""),
            Self::GoodPractice(_) => ("good practice", "", ""),
            Self::Explanation { rule, place, .. } => ("explanation", rule, place),
            Self::PanelQuestion(id, part) => (part.field(), id.as_str(), ""),
            Self::DoNotDisclose(place, _) => ("do not disclose", place, ""),
            Self::Names(_) => ("names", "", ""),
            Self::Copied(mark) => ("copied", &mark.place, ""),
        }
    }
}

impl QuestionChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Asked(_) | Self::Withdrawn => "panel question",
            Self::Answer(_) => "panel answer",
            Self::Changed(_) => "panel changed",
        }
    }
}

impl AuditorChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Name(_) => "auditor name",
            Self::Role(_) => "auditor role",
            Self::IndependentOfCase(_) => "auditor independent",
            Self::Experienced(_) => "auditor experienced",
        }
    }
}

impl InvolvementChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Level(_) => "involvement level",
            Self::SearchedOn(_) => "nil searched on",
            Self::Systems(_) => "nil systems",
            Self::Statement(_) => "nil statement",
        }
    }
}

impl AnswerChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Response(_) => "answer",
            Self::Evidence(_) => "answer evidence",
            Self::Source(_) => "answer source",
            Self::Reason(_) => "answer reason",
        }
    }
}

impl AreaChange {
    fn field<'a>(&'a self, area: &'a AreaId) -> Field<'a> {
        let area = area.as_str();
        match self {
            Self::Grading(_) => ("area grading", area, ""),
            Self::Reason(_) => ("area reason", area, ""),
            Self::Strength(item, line) => (line.field(Side::Strength), area, item.as_str()),
            Self::Concern(item, line) => (line.field(Side::Concern), area, item.as_str()),
            Self::ImpactLevel(_) => ("impact level", area, ""),
            Self::ImpactText(_) => ("impact text", area, ""),
            Self::WasImmediateConcern(_) => ("was immediate", area, ""),
            Self::MarkedComplete(_) => ("marked complete", area, ""),
        }
    }
}

/// Which of an area's two lists a line stands in.
enum Side {
    Strength,
    Concern,
}

impl LineChange {
    fn field(&self, side: Side) -> &'static str {
        match (side, self) {
            (Side::Strength, Self::Add | Self::Remove) => "strength",
            (Side::Strength, Self::Text(_)) => "strength text",
            (Side::Strength, Self::Evidence(_)) => "strength evidence",
            (Side::Strength, Self::Source(_)) => "strength source",
            (Side::Concern, Self::Add | Self::Remove) => "concern",
            (Side::Concern, Self::Text(_)) => "concern text",
            (Side::Concern, Self::Evidence(_)) => "concern evidence",
            (Side::Concern, Self::Source(_)) => "concern source",
        }
    }
}

impl OverallChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Grading(_) => "overall grading",
            Self::Qualifier(_) => "overall qualifier",
            Self::Reason(_) => "overall reason",
        }
    }
}

impl ImmediateChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Add | Self::Remove => "immediate",
            Self::NoticedAt(_) => "immediate noticed",
            Self::Kind(_) => "immediate kind",
            Self::Text(_) => "immediate text",
            Self::ToldRole(_) => "immediate told role",
            Self::ToldAt(_) => "immediate told at",
            Self::ToldHow(_) => "immediate told how",
            Self::TheirAction(_) => "immediate their action",
            Self::Acknowledged(_) => "immediate acknowledged",
            Self::FollowUp(_) => "immediate follow-up",
            Self::Close | Self::Reopen => "immediate closed",
            Self::ClosedBy(_) => "immediate closed by",
            Self::Outcome(_) => "immediate outcome",
        }
    }
}
