//! The tool itself.

use serde::{Deserialize, Serialize};

use super::{Area, Prompt, Scale};
use crate::envelope::Hash;
use crate::id::{AgencyKind, AreaId, PromptId, ToolId};

/// An audit tool: what every agency is asked of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Same through all versions of this tool.
    pub id: ToolId,
    /// Counted from 1; immutable once issued (K-01).
    pub version: u32,
    /// Name on screen and in documents.
    pub title: String,
    /// One or two sentences for a coordinator who chooses a tool.
    pub summary: String,
    /// BCP 47 tag of the wording, such as `en-GB`.
    pub language: String,
    /// The grading scale; one without grades where nothing is graded.
    pub scale: Scale,
    /// What carries a grade.
    pub graded_by: GradedBy,
    /// Kinds of agency that the audiences below speak of.
    pub agency_kinds: Vec<AgencyKindEntry>,
    /// In the order in which they are asked.
    pub areas: Vec<Area>,
    /// The version that this one was made from (K-01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<ToolRef>,
    /// What is asked no longer. Its ids are never given to anything else (K-01).
    #[serde(default, skip_serializing_if = "Retirement::is_empty")]
    pub retired: Retirement,
}

/// What a tool asks no longer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Retirement {
    /// Areas, whose prompts are below.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaId>,
    /// Prompts, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Retired>,
    /// What the areas were, so that they can be asked again; older versions did not keep it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<RetiredArea>,
}

impl Retirement {
    /// Whether everything that was ever asked is still asked.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.prompts.is_empty() && self.heads.is_empty()
    }
}

/// An area that is asked no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetiredArea {
    /// As it was, without its prompts.
    pub area: Area,
    /// Prompts that were retired with it, in their order.
    pub prompts: Vec<PromptId>,
}

/// A prompt that is asked no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// Where it stood.
    pub area: AreaId,
    /// The first version that does not ask it.
    pub until: u32,
    /// As it was asked.
    pub prompt: Prompt,
}

/// What carries a grade in a tool (S3: areas and the case; S2: the case; S0, S1, S4: nothing).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GradedBy {
    /// Each graded area, and the case overall.
    AreaAndCase,
    /// The case overall only.
    Case,
    /// Nothing: strengths and concerns only.
    Nothing,
}

/// One kind of agency that a tool knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgencyKindEntry {
    /// Such as `police`.
    pub id: AgencyKind,
    /// Such as "Police".
    pub name: String,
    /// Where this kind of agency keeps what an audit asks for: its hint where nothing closer is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub records: String,
    /// Works with a parent rather than the child: prompts on contact with the child may be outside its role.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub parent_facing: bool,
    /// Holds the case: its grade is shown beside a suggestion (N-11 c).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lead: bool,
}

/// Which kinds of agency something is meant for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Every agency.
    All,
    /// Only these kinds.
    Only(Vec<AgencyKind>),
    /// Every kind but these.
    Except(Vec<AgencyKind>),
}

impl Audience {
    /// Whether `kind` is among them.
    pub fn includes(&self, kind: &AgencyKind) -> bool {
        match self {
            Self::All => true,
            Self::Only(kinds) => kinds.contains(kind),
            Self::Except(kinds) => !kinds.contains(kind),
        }
    }
}

/// Which tool, to the letter: id, version and the hash of its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ToolRef {
    /// Same through all versions.
    pub id: ToolId,
    /// Version of the definition.
    pub version: u32,
    /// Of the definition's canonical bytes, see [`Tool::hash`].
    pub hash: Hash,
}

impl Tool {
    /// The area with this id.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == *id)
    }

    /// Areas that carry a grade, where the tool grades areas at all.
    pub fn graded_areas(&self) -> impl Iterator<Item = &Area> {
        let by_area = self.graded_by == GradedBy::AreaAndCase;
        self.areas.iter().filter(move |area| by_area && area.graded)
    }

    /// Every prompt in order, with its area.
    pub fn prompts(&self) -> impl Iterator<Item = (&Area, &Prompt)> {
        self.areas.iter().flat_map(|area| area.prompts.iter().map(move |prompt| (area, prompt)))
    }

    /// The prompt with this id, with its area.
    pub fn prompt(&self, id: &PromptId) -> Option<(&Area, &Prompt)> {
        self.prompts().find(|(_, prompt)| prompt.id == *id)
    }

    /// The entry of a kind of agency.
    pub fn agency_kind(&self, kind: &AgencyKind) -> Option<&AgencyKindEntry> {
        self.agency_kinds.iter().find(|entry| entry.id == *kind)
    }

    /// The hint for one kind of agency at a prompt: the prompt's own, or where its records are.
    pub fn hint<'a>(&'a self, prompt: &'a Prompt, kind: &AgencyKind) -> &'a str {
        let records = || self.agency_kind(kind).map_or("", |entry| entry.records.as_str());
        prompt.guidance.hints.get(kind).map_or_else(records, String::as_str)
    }

    /// SHA-256 of the definition as this program writes it.
    ///
    /// Field order is fixed by the types and no map is unordered, so equal
    /// tools have equal bytes. Across programs the tool is compared by the hash
    /// stored beside it, never by writing it again.
    pub fn hash(&self) -> Hash {
        // A tool holds only strings, integers and lists: serialising cannot fail.
        Hash::of(&crate::json::to_vec(self).unwrap_or_default())
    }

    /// The reference that returns and invitations carry.
    pub fn reference(&self) -> ToolRef {
        ToolRef { id: self.id.clone(), version: self.version, hash: self.hash() }
    }
}
