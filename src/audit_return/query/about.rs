//! What a question of the panel is about: one place of a return, or all of it.

use serde::{Deserialize, Serialize};

use super::super::{AreaRecord, Return};
use crate::id::{AreaId, PromptId, StandardId};
use crate::round::Round;

/// The place of a return that a question concerns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The return as a whole, or that none has come.
    Return,
    /// How far the agency was involved.
    Involvement,
    /// The answer to one prompt.
    Prompt(PromptId),
    /// One part of one area.
    Area {
        /// Which area.
        area: AreaId,
        /// What of it.
        part: AreaAsked,
    },
    /// The overall grade and its reason.
    Overall,
    /// General comments and practice to share.
    Comments,
    /// How long one thing took.
    Timescale(StandardId),
    /// What happened when.
    Chronology,
    /// The conversation with the practitioner.
    Practitioner,
    /// What the child and family said.
    FamilyViews,
}

/// The part of an area that a question concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AreaAsked {
    /// What was done well.
    Strengths,
    /// What was not.
    Concerns,
    /// What difference it made to the child.
    Impact,
    /// The grade, or why there is none, and its reason.
    Grade,
}

impl AreaAsked {
    /// All, in the order in which they stand on an area's page.
    pub const ALL: [Self; 4] = [Self::Strengths, Self::Concerns, Self::Impact, Self::Grade];

    fn as_str(self) -> &'static str {
        match self {
            Self::Strengths => "strengths",
            Self::Concerns => "concerns",
            Self::Impact => "impact",
            Self::Grade => "grade",
        }
    }
}

impl About {
    /// Stable text of the place, for addresses.
    ///
    /// An area's holds an underscore, which no id does, so no area takes another place's key.
    pub fn key(&self) -> String {
        match self {
            Self::Return => "return".into(),
            Self::Involvement => "involvement".into(),
            Self::Prompt(prompt) => ["prompt-", prompt.as_str()].concat(),
            Self::Area { area, part } => [area.as_str(), "_", part.as_str()].concat(),
            Self::Overall => "overall".into(),
            Self::Comments => "comments".into(),
            Self::Timescale(standard) => ["timescale-", standard.as_str()].concat(),
            Self::Chronology => "chronology".into(),
            Self::Practitioner => "practitioner".into(),
            Self::FamilyViews => "family-views".into(),
        }
    }

    /// Reads what [`About::key`] wrote.
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some((area, part)) = key.split_once('_') {
            let part = AreaAsked::ALL.into_iter().find(|one| one.as_str() == part)?;
            return Some(Self::Area { area: AreaId::new(area).ok()?, part });
        }
        if let Some(prompt) = key.strip_prefix("prompt-") {
            return PromptId::new(prompt).ok().map(Self::Prompt);
        }
        if let Some(standard) = key.strip_prefix("timescale-") {
            return StandardId::new(standard).ok().map(Self::Timescale);
        }
        let fixed = [
            Self::Return,
            Self::Involvement,
            Self::Overall,
            Self::Comments,
            Self::Chronology,
            Self::Practitioner,
            Self::FamilyViews,
        ];
        fixed.into_iter().find(|one| one.key() == key)
    }

    /// Whether the round's tool and standards have such a place.
    pub fn is_in(&self, round: &Round) -> bool {
        match self {
            Self::Prompt(prompt) => round.tool.prompt(prompt).is_some(),
            Self::Area { area, .. } => round.tool.area(area).is_some(),
            Self::Timescale(standard) => round.standard(standard).is_some(),
            Self::Return
            | Self::Involvement
            | Self::Overall
            | Self::Comments
            | Self::Chronology
            | Self::Practitioner
            | Self::FamilyViews => true,
        }
    }

    /// Whether two versions of a return say the same at this place, and keep the same of it from practitioners.
    pub fn is_same(&self, one: &Return, other: &Return) -> bool {
        self.says_same(one, other) && self.marks(one).eq(self.marks(other))
    }

    /// Edge case 32: the panel asks for a mark to be set or lifted, and that is a change.
    fn marks<'a>(&'a self, ret: &'a Return) -> impl Iterator<Item = &'a String> {
        ret.do_not_disclose.iter().filter(move |key| self.has_text(key))
    }

    /// Whether the text box with this key stands at this place.
    fn has_text(&self, key: &str) -> bool {
        let begins = |with: &str| {
            key.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        match self {
            Self::Return => true,
            Self::Comments => begins("general-comments") || begins("good-practice"),
            Self::Chronology => key.starts_with("chronology_"),
            Self::FamilyViews => begins("family"),
            Self::Area { area, part: AreaAsked::Grade } => {
                begins(&self.key()) || begins(&[area.as_str(), "_reason"].concat())
            }
            Self::Involvement
            | Self::Prompt(_)
            | Self::Area { .. }
            | Self::Overall
            | Self::Timescale(_)
            | Self::Practitioner => begins(&self.key()),
        }
    }

    fn says_same(&self, one: &Return, other: &Return) -> bool {
        match self {
            Self::Return => bare(one) == bare(other),
            Self::Involvement => one.involvement == other.involvement,
            Self::Prompt(prompt) => one.answer(prompt) == other.answer(prompt),
            Self::Area { area, part } => {
                let of = |ret: &Return| part_of(*part, ret.area(area).cloned().unwrap_or_default());
                of(one) == of(other)
            }
            Self::Overall => one.overall == other.overall,
            Self::Comments => {
                (&one.general_comments, &one.good_practice_to_share)
                    == (&other.general_comments, &other.good_practice_to_share)
            }
            Self::Timescale(standard) => {
                let result = |ret: &Return| {
                    ret.timescales.as_ref().and_then(|all| all.results.get(standard).cloned())
                };
                result(one) == result(other)
                    && one.timescale_impacts.get(standard) == other.timescale_impacts.get(standard)
            }
            Self::Chronology => one.chronology == other.chronology,
            Self::Practitioner => one.practitioner == other.practitioner,
            Self::FamilyViews => one.family_views == other.family_views,
        }
    }
}

/// A return without what every version has of its own.
fn bare(ret: &Return) -> Return {
    Return {
        version: 0,
        previous: None,
        panel_questions: Vec::new(),
        explanations: Vec::new(),
        sign_off: None,
        enrolment_proof: None,
        ..ret.clone()
    }
}

/// An area's record with nothing but one part.
fn part_of(part: AreaAsked, record: AreaRecord) -> AreaRecord {
    let AreaRecord { grading, reason, strengths, concerns, impact, was_immediate_concern, .. } =
        record;
    let nothing = AreaRecord::default();
    match part {
        AreaAsked::Strengths => AreaRecord { strengths, ..nothing },
        AreaAsked::Concerns => AreaRecord { concerns, ..nothing },
        AreaAsked::Impact => AreaRecord { impact, ..nothing },
        AreaAsked::Grade => AreaRecord { grading, reason, was_immediate_concern, ..nothing },
    }
}
