//! Prompts: the single questions.

use serde::{Deserialize, Serialize};

use super::{AnswerValue, Answers, Audience, Condition};

use crate::id::{AgencyKind, OptionId, PromptId};

/// One single question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Such as `4.5`, or `4.5.a` for a follow-up. Never reused for another question.
    pub id: PromptId,
    /// The question.
    pub text: String,
    /// Shown with the question, always.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// What kind of control answers it.
    pub kind: PromptKind,
    /// The prompt that this one follows up, where it is a follow-up counted in reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<PromptId>,
    /// Kinds of agency that are asked.
    pub asked_of: Audience,
    /// Whether an agency that is asked must answer, and give a reason for "not applicable" (G-16).
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub mandatory: bool,
    /// About one child alone, as whether the child was seen alone is: what is written here is never
    /// copied from the return of another case (edge case 1).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_child: bool,
    /// Asks each agency about its own part, as whether it worked with the child directly does: agencies that answer
    /// differently contradict nobody, the case has no answer, and returns are counted (N-10, SR10).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_each_agency: bool,
    /// Whose evidence it normally is, shown beside each answer at integration (N-10).
    pub standing: Standing,
    /// Asked only while this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// While this holds, "not applicable" is no answer (G-17).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_barred_when: Option<Condition>,
    /// Other wordings, such as for an unborn child (G-20). The first that holds is used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewordings: Vec<Rewording>,
    /// Things to point out to the auditor, such as G-18.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<Advice>,
    /// Help beside the prompt.
    #[serde(default, skip_serializing_if = "Guidance::is_empty")]
    pub guidance: Guidance,
}

impl Prompt {
    /// A question that everybody is asked and must answer, with nothing beside it.
    pub fn plain(id: PromptId, text: String, kind: PromptKind) -> Self {
        Self {
            id,
            text,
            hint: String::new(),
            kind,
            follows: None,
            asked_of: Audience::All,
            mandatory: true,
            per_child: false,
            of_each_agency: false,
            standing: Standing::All,
            when: None,
            not_applicable_barred_when: None,
            rewordings: Vec::new(),
            advice: Vec::new(),
            guidance: Guidance::default(),
        }
    }

    /// The question as it reads with these answers (G-20).
    pub fn wording(&self, answers: &impl Answers) -> &str {
        let other = self.rewordings.iter().find(|rewording| rewording.when.holds(answers));
        other.map_or(&self.text, |rewording| &rewording.text)
    }

    /// Every condition of the prompt but the one that decides whether it is asked.
    pub fn other_conditions(&self) -> impl Iterator<Item = &Condition> {
        let rewordings = self.rewordings.iter().map(|rewording| &rewording.when);
        let advice = self.advice.iter().map(|advice| &advice.when);
        self.not_applicable_barred_when.iter().chain(rewordings).chain(advice)
    }
}

impl PromptKind {
    /// The options of a choice, in order; none for the other kinds.
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice { options } | Self::Choices { options } => options,
            Self::Judgement { .. } | Self::Number { .. } | Self::Text { .. } => &[],
        }
    }

    /// Whether the record's evidence, and where it stands, are asked for beside the answer.
    pub fn takes_evidence(&self) -> bool {
        match self {
            Self::Judgement { .. } => true,
            Self::Choice { .. }
            | Self::Choices { .. }
            | Self::Number { .. }
            | Self::Text { .. } => false,
        }
    }

    /// The values offered by a judgement, in order; none for the other kinds.
    pub fn values(&self) -> &[AnswerValue] {
        match self {
            Self::Judgement { values } if values.is_empty() => &AnswerValue::ALL,
            Self::Judgement { values } => values,
            Self::Choice { .. }
            | Self::Choices { .. }
            | Self::Number { .. }
            | Self::Text { .. } => &[],
        }
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(value: &bool) -> bool {
    *value
}

/// What kind of control answers a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PromptKind {
    /// One of the answer values, with evidence and its source.
    Judgement {
        /// Values offered; all six where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<AnswerValue>,
    },
    /// Exactly one option.
    Choice {
        /// In order.
        options: Vec<ChoiceOption>,
    },
    /// Any number of options.
    Choices {
        /// In order.
        options: Vec<ChoiceOption>,
    },
    /// A whole number.
    Number {
        /// Such as "working days".
        unit: String,
        /// Smallest that makes sense.
        min: u32,
        /// Largest that makes sense.
        max: u32,
    },
    /// Plain text.
    Text {
        /// Most characters, as a person counts them.
        max_length: u32,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Never reused for another meaning.
    pub id: OptionId,
    /// On screen.
    pub label: String,
    /// Stands alone: choosing it clears the others ("none of these").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
    /// Counts as a gap, as "partly" or "no" would for a judgement (G-11).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gap: bool,
    /// Says only that this agency cannot tell: what others answer goes before it (domain 4.1).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_known: bool,
}

/// Whose evidence a prompt normally is (domain 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Any agency.
    All,
    /// Conference and core group evidence: any attender.
    Lead,
    /// Children's social care, or the lead agency.
    SocialCare,
}

/// Another wording of a prompt for some cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rewording {
    /// While this holds.
    pub when: Condition,
    /// The question then.
    pub text: String,
}

/// Something to point out once the answers are as described; never blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// While this holds.
    pub when: Condition,
    /// What the auditor is told.
    pub text: String,
    /// Silent once the area holds a concern.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub until_concern: bool,
}

/// Help beside a prompt, in our own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Guidance {
    /// What good looks like.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub good: String,
    /// How to choose between the answers, where the question is one of fact.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub choose: String,
    /// Where in the file to look.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub look: String,
    /// Hints for single kinds of agency.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub hints: std::collections::BTreeMap<AgencyKind, String>,
}

impl Guidance {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.good.is_empty()
            && self.choose.is_empty()
            && self.look.is_empty()
            && self.hints.is_empty()
    }
}

impl PromptKind {
    /// What an option of a choice is called.
    pub fn option_label(&self, option: &OptionId) -> Option<&str> {
        match self {
            Self::Choice { options } | Self::Choices { options } => {
                options.iter().find(|one| one.id == *option).map(|one| one.label.as_str())
            }
            Self::Judgement { .. } | Self::Number { .. } | Self::Text { .. } => None,
        }
    }
}
