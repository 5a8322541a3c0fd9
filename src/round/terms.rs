//! The round itself: what its terms of reference say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ReportTerms, Terminology};
use crate::envelope::{Kind, Random, SealingKey, WriteError, seal};
use crate::id::{RoundId, StandardId};
use crate::text::month_and_year;
use crate::timescale::{Standard, StandardSet, other_nations, standards};
use crate::tool::Tool;

/// One audit exercise of a board, as every agency in it may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// Random; the same in every file of the round.
    pub id: RoundId,
    /// Such as "Children subject to a child protection plan".
    pub title: String,
    /// Whose round it is.
    pub board: Board,
    /// Such as "2025-26, second round".
    pub period: String,
    /// What the reports are about; separate from which children are looked at.
    pub themes: Vec<String>,
    /// Which children are looked at, such as "children subject to a plan in May".
    pub focus: String,
    /// Why the audit is done.
    pub purpose: String,
    /// Terms of reference as agreed, in paragraphs.
    pub terms_of_reference: Vec<String>,
    /// Key lines of enquiry.
    #[serde(default)]
    pub lines_of_enquiry: Vec<String>,
    /// How the cases were chosen.
    pub selection: Selection,
    /// Which cases there were to choose from, and who chose.
    #[serde(default, skip_serializing_if = "CaseTerms::is_empty")]
    pub cases: CaseTerms,
    /// How far back auditors look, and judge.
    pub window: Window,
    /// Dates may disagree with each other: reports were ratified before they were signed off.
    pub dates: RoundDates,
    /// Whom to turn to when a child may be at risk now (C-01).
    pub concern_route: ConcernRoute,
    /// Choices of this round that change what is asked of auditors.
    pub policy: Policy,
    /// What the reports need to know beforehand.
    #[serde(default, skip_serializing_if = "ReportTerms::is_default")]
    pub report: ReportTerms,
    /// What this board calls things.
    #[serde(default, skip_serializing_if = "Terminology::is_usual")]
    pub terminology: Terminology,
    /// How long things may take, where the board sets its own standards (T-01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timescales: Option<StandardSet>,
    /// The audit tool, whole.
    pub tool: Tool,
    /// Made up for practice: screens say so, and nothing of it is published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
}

impl Round {
    /// The standards on how long things may take: the board's own, or those shipped (T-01).
    pub fn standards(&self) -> StandardSet {
        self.timescales.clone().unwrap_or_else(standards)
    }

    /// Sets of other nations that a family may be held to instead (edge case 37).
    pub fn other_nations(&self) -> Vec<StandardSet> {
        let own = self.standards().id;
        other_nations().into_iter().filter(|set| set.id != own).collect()
    }

    /// The standards of this set: another nation's, or else the round's own.
    pub fn standards_of(&self, set: Option<&str>) -> StandardSet {
        let other = set.and_then(|id| self.other_nations().into_iter().find(|one| one.id == id));
        other.unwrap_or_else(|| self.standards())
    }

    /// The standard of this id, whichever set it is in.
    pub fn standard(&self, id: &StandardId) -> Option<Standard> {
        let sets = [self.standards()].into_iter().chain(self.other_nations());
        sets.filter_map(|set| set.standard(id).cloned()).next()
    }
}

/// A safeguarding board or partnership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Board {
    /// In full.
    pub name: String,
    /// As in running text.
    pub short_name: String,
    /// The area it covers.
    pub area: String,
}

/// How cases were chosen (SR1, SR2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// Chosen to represent a spread.
    Purposive,
    /// Drawn at random.
    Random,
    /// Taken from a service's data.
    ServiceData,
    /// Put forward by practitioners.
    Nominated,
}

/// Which cases there were to choose from, and who chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CaseTerms {
    /// Such as "children subject to a child protection plan".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub population: String,
    /// How many the terms of reference ask for; the cases themselves are in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<u32>,
    /// Role, such as "the conference manager".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub selected_by: String,
    /// When they were chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<Month>,
}

impl CaseTerms {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Look-back and judgement windows, in whole months before the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// How far back to read.
    pub look_back_months: u32,
    /// The part of it that is judged.
    pub judgement_months: u32,
}

/// A calendar month, as reports are dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Month {
    /// Such as 2026.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// Its first day; `None` of a month that no calendar has.
    pub fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, u32::from(self.month), 1)
    }

    /// "September 2009"; a month that no calendar has is written in digits.
    pub fn in_words(self) -> String {
        let digits = || [self.month.to_string(), self.year.to_string()].join("/");
        self.first().map_or_else(digits, month_and_year)
    }
}

/// Dates of a round. Each stands alone; no order among them is enforced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RoundDates {
    /// Terms of reference agreed.
    pub agreed: Option<NaiveDate>,
    /// Invitations issued.
    pub issued: Option<NaiveDate>,
    /// Returns due; later ones are marked late (V-05).
    pub due: Option<NaiveDate>,
    /// Panel meeting.
    pub panel: Option<NaiveDate>,
    /// Report finished.
    pub report: Option<Month>,
    /// Board meeting that receives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Month>,
    /// Action plan ratified.
    pub ratified: Option<Month>,
    /// Signed by the report's author.
    pub signed_off: Option<Month>,
    /// Working papers are deleted (domain 2.8: set by the board, no period is prescribed).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention: Option<NaiveDate>,
}

/// Whom to tell of an immediate concern, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConcernRoute {
    /// Such as "Children's front door".
    pub contact: String,
    /// As dialled.
    pub telephone: String,
    /// A shared mailbox, never a person's.
    pub email: String,
    /// Such as "Monday to Friday, 8.30am to 5pm".
    pub hours: String,
    /// Out of hours.
    pub out_of_hours: String,
}

/// Choices of a round that change what is asked of auditors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Policy {
    /// Fewest words of the reason for the overall grade (G-13).
    pub overall_reason_words: u32,
    /// Fewest words of reason that turn an overall grade outside the areas' range from a block into a warning (G-08).
    pub outside_range_words: u32,
    /// A chronology is part of every return (CH-01).
    pub chronology_required: bool,
    /// Whether returns and concerns are sealed to the round's keys.
    pub seal: SealPolicy,
    /// A second person of the agency signs each return as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub second_sign_off: bool,
    /// How the agencies' gradings become one.
    #[serde(default, skip_serializing_if = "Integration::is_usual")]
    pub integration: Integration,
}

/// How the agencies' gradings of one case become one judgement (domain 1.10). Always by people, never by a formula.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Integration {
    /// Who brings them together.
    pub by: IntegratedBy,
    /// What the program suggests to them (N-11).
    pub suggests: Suggests,
}

impl Integration {
    /// A panel that sees every suggestion.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Who brings the agencies' gradings together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum IntegratedBy {
    /// A meeting of all agencies that sent returns.
    #[default]
    Panel,
    /// The auditors agree among themselves.
    Auditors,
    /// The author of the report, who then shows it to the agencies.
    Author,
    /// Nobody: nothing is graded.
    Nobody,
}

/// What is suggested where the panel has not decided (N-11).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Suggests {
    /// Agreement, or else the most common grade; the poorer of two that tie.
    #[default]
    MostCommon,
    /// Agreement only.
    Agreement,
    /// Nothing: gradings are shown and the panel begins from nought.
    Nothing,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            overall_reason_words: 30,
            outside_range_words: 20,
            chronology_required: false,
            seal: SealPolicy::Off,
            second_sign_off: false,
            integration: Integration::default(),
        }
    }
}

/// Whether returns and concerns are sealed so that only the panel can open them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SealPolicy {
    /// They are signed, and readable by whoever holds the file.
    Off,
    /// They are signed and sealed; any one of these can open them.
    To(Vec<KeyHolder>),
}

/// Somebody to whom returns are sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeyHolder {
    /// Role, as auditors read it, such as "Coordinator" or "Deputy".
    pub role: String,
    /// The public half of their key.
    pub key: SealingKey,
}

impl SealPolicy {
    /// To one holder, as a round begins.
    pub fn to_one(role: &str, key: SealingKey) -> Self {
        Self::To(vec![KeyHolder { role: role.to_owned(), key }])
    }

    /// Everyone who can open what is sealed; `None` where nothing is.
    pub fn holders(&self) -> Option<&[KeyHolder]> {
        match self {
            Self::Off => None,
            Self::To(holders) => Some(holders),
        }
    }

    /// A signed file as it leaves the auditor's computer: sealed, where the round seals.
    pub fn close(
        &self,
        signed: Vec<u8>,
        kind: Kind,
        random: Random<'_>,
    ) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Off => Ok(signed),
            Self::To(holders) => {
                let keys: Vec<SealingKey> = holders.iter().map(|holder| holder.key).collect();
                seal(&signed, kind, &keys, random)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_disagree_are_stored_as_they_are() {
        let dates = RoundDates {
            board: Some(Month { year: 2009, month: 9 }),
            ratified: Some(Month { year: 2009, month: 9 }),
            signed_off: Some(Month { year: 2009, month: 12 }),
            ..RoundDates::default()
        };
        let json = serde_json::to_string(&dates).unwrap();
        assert_eq!(serde_json::from_str::<RoundDates>(&json).unwrap(), dates);
    }
}
