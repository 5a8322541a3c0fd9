//! How the chosen cases spread, and what to think about (S-01, S-03).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{Attribute, Candidate, Sampling};
use crate::id::{AttributeId, OptionId};
use crate::round::Month;

/// How the chosen cases spread over one attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// Which.
    pub attribute: AttributeId,
    /// Its name.
    pub label: String,
    /// Its groups, in order.
    pub counts: Vec<OptionCount>,
    /// Chosen cases of which it is not stated.
    pub not_stated: usize,
}

/// One group of an attribute, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionCount {
    /// Which.
    pub option: OptionId,
    /// Its name.
    pub label: String,
    /// Chosen cases in it.
    pub chosen: usize,
    /// Cases to choose from in it, those chosen included; none that is excluded (S-02).
    pub frame: usize,
    /// The sample should have it.
    pub wanted: bool,
}

/// Something to think about before the cases are settled. None of it forbids anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleWarning {
    /// S-01: every chosen case is in the same group.
    OneValue {
        /// Of the attribute.
        label: String,
        /// Of the group.
        value: String,
    },
    /// S-01: a group that the sample should have, and in which no case to choose from is.
    NotInFrame {
        /// Of the attribute.
        label: String,
        /// Of the group.
        value: String,
    },
    /// S-03: a chosen case was audited within the last twelve months, or may have been.
    AuditedRecently {
        /// Of the candidate.
        number: u32,
        /// When.
        when: Month,
        /// In the month twelve months ago: the day, which nobody is asked for, would tell.
        perhaps: bool,
    },
}

impl SampleWarning {
    /// The rule's id.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::OneValue { .. } | Self::NotInFrame { .. } => "S-01",
            Self::AuditedRecently { .. } => "S-03",
        }
    }

    /// What to think about, in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::OneValue { label, value } => {
                format!("{label}: every chosen case is “{value}”. Is that meant?")
            }
            Self::NotInFrame { label, value } => {
                format!(
                    "{label}: “{value}” is wanted, and no case to choose from is in that group."
                )
            }
            Self::AuditedRecently { number, when, perhaps } => {
                let when = when.in_words();
                let ago = if *perhaps { "perhaps less" } else { "less" };
                format!(
                    "Case {number} of your list was audited in {when}, {ago} than 12 months ago."
                )
            }
        }
    }
}

impl Spread {
    /// Groups in which no case was chosen, though there are some to choose from or the group is wanted.
    pub fn gaps(&self) -> impl Iterator<Item = &OptionCount> {
        self.counts.iter().filter(|count| count.chosen == 0 && count.is_shown())
    }
}

impl OptionCount {
    /// Whether the spread says anything of it: there are cases to choose from, or it is wanted.
    pub fn is_shown(&self) -> bool {
        self.frame > 0 || self.wanted
    }
}

impl Sampling {
    /// How these candidates spread over each attribute.
    pub fn spread(&self, chosen: &BTreeSet<u32>) -> Vec<Spread> {
        self.attributes.iter().map(|attribute| self.spread_of(attribute, chosen)).collect()
    }

    fn spread_of(&self, attribute: &Attribute, chosen: &BTreeSet<u32>) -> Spread {
        let picked =
            || self.candidates.iter().filter(|candidate| chosen.contains(&candidate.number));
        let has = |candidate: &Candidate, option: &OptionId| {
            candidate.values.get(&attribute.id) == Some(option)
        };
        let can_be_chosen = || self.candidates.iter().filter(|one| one.excluded.is_none());
        let wanted = self.wanted.get(&attribute.id);
        let counts = attribute.options.iter().map(|option| OptionCount {
            option: option.id.clone(),
            label: option.label.clone(),
            chosen: picked().filter(|candidate| has(candidate, &option.id)).count(),
            frame: can_be_chosen().filter(|one| has(one, &option.id)).count(),
            wanted: wanted.is_some_and(|wanted| wanted.contains(&option.id)),
        });
        Spread {
            attribute: attribute.id.clone(),
            label: attribute.label.clone(),
            counts: counts.collect(),
            not_stated: picked().filter(|one| !one.values.contains_key(&attribute.id)).count(),
        }
    }

    /// What to think about before these candidates are settled, as of this day.
    pub fn warnings(&self, chosen: &BTreeSet<u32>, today: NaiveDate) -> Vec<SampleWarning> {
        let mut warnings = self.s01_one_value_only(chosen);
        warnings.extend(self.s01_wanted_and_not_there(chosen));
        warnings.extend(self.s03_audited_recently(chosen, today));
        warnings
    }

    /// S-01: an attribute of which all chosen cases have the same value. Warns.
    fn s01_one_value_only(&self, chosen: &BTreeSet<u32>) -> Vec<SampleWarning> {
        let one_value = |spread: Spread| {
            let mut present = spread.counts.into_iter().filter(|count| count.chosen > 0);
            let only = present.next().filter(|only| present.next().is_none() && only.chosen > 1)?;
            (only.chosen == chosen.len())
                .then_some(SampleWarning::OneValue { label: spread.label, value: only.label })
        };
        self.spread(chosen).into_iter().filter_map(one_value).collect()
    }

    /// S-01: a wanted group in which there is no case to choose from. Warns.
    fn s01_wanted_and_not_there(&self, chosen: &BTreeSet<u32>) -> Vec<SampleWarning> {
        let of_attribute = |spread: Spread| {
            let Spread { label, counts, .. } = spread;
            let absent = counts.into_iter().filter(|count| count.wanted && count.frame == 0);
            let warning = move |count: OptionCount| SampleWarning::NotInFrame {
                label: label.clone(),
                value: count.label,
            };
            absent.map(warning)
        };
        self.spread(chosen).into_iter().flat_map(of_attribute).collect()
    }

    /// S-03: a case that was audited within the last twelve months. Warns.
    fn s03_audited_recently(&self, chosen: &BTreeSet<u32>, today: NaiveDate) -> Vec<SampleWarning> {
        let months = |month: Month| i64::from(month.year) * 12 + i64::from(month.month);
        let now = i64::from(today.year()) * 12 + i64::from(today.month());
        let recent = |candidate: &Candidate| {
            let when = candidate.last_audited?;
            let since = now - months(when);
            let is_recent = (0..=12).contains(&since) && chosen.contains(&candidate.number);
            let (number, perhaps) = (candidate.number, since == 12);
            is_recent.then_some(SampleWarning::AuditedRecently { number, when, perhaps })
        };
        self.candidates.iter().filter_map(recent).collect()
    }
}
