//! The frame: the cases to choose from, and those chosen.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Attribute, AttributeOption, Draw, Excluded, attributes};
use crate::gather::gathered;
use crate::id::{AttributeId, CaseRef, OptionId};
use crate::round::Month;

/// Most candidates of one frame.
pub(super) const MAX_CANDIDATES: usize = 5_000;
/// Most characters of an attribute's name, or of a group's.
const MAX_NAME: usize = 60;
/// Most groups of an attribute of the board's own.
const MAX_GROUPS: usize = 12;

/// The cases to choose from, those chosen, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Sampling {
    /// Attributes looked at, with their groups.
    pub attributes: Vec<Attribute>,
    /// In the order of their numbers.
    pub candidates: Vec<Candidate>,
    /// Groups that the sample should have, by attribute, whether there are cases in them or not (S-01).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub wanted: BTreeMap<AttributeId, BTreeSet<OptionId>>,
    /// Candidates that became cases of the round, by number; written as pairs, for names in JSON are texts.
    #[serde(with = "pairs")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<(u32, CaseRef)>"))]
    pub chosen: BTreeMap<u32, CaseRef>,
    /// Random draws, oldest first. Only ever added to.
    pub draws: Vec<Draw>,
}

/// One case that could be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// In the coordinator's own list, counted from 1.
    pub number: u32,
    /// Its group by attribute; one that is not there is not stated.
    #[serde(default)]
    pub values: BTreeMap<AttributeId, OptionId>,
    /// When it was last audited, where it ever was (S-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_audited: Option<Month>,
    /// Candidates with the same number here are brothers and sisters (S-04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<u32>,
    /// Why it cannot be chosen, where it cannot (S-02).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<String>,
}

/// Why a frame was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// Too many candidates.
    #[error("There are {count} cases to choose from, and the most is {MAX_CANDIDATES}.")]
    TooMany {
        /// As given.
        count: usize,
    },
    /// One column more or fewer than there should be.
    #[error("Row {row} has {found} cells. It needs {wanted}: {columns}.")]
    Cells {
        /// Counted from 1.
        row: usize,
        /// In the row.
        found: usize,
        /// Of the heading.
        wanted: usize,
        /// Their names.
        columns: String,
    },
    /// A cell that is no group of its attribute.
    #[error("Row {row}: “{label}” has no group of this name. Use one of: {groups}.")]
    NoSuchGroup {
        /// Counted from 1.
        row: usize,
        /// Of the attribute.
        label: String,
        /// What there is.
        groups: String,
    },
    /// A column whose heading says nothing that a frame holds: it could be one of names.
    #[error(
        "Column {column} has a heading that is none of these: {columns}. Take the column out, or give it one of these."
    )]
    Heading {
        /// Counted from 1.
        column: usize,
        /// What there is.
        columns: String,
    },
    /// Two columns with one heading.
    #[error("Two columns are headed “{label}”. Take one out.")]
    HeadedTwice {
        /// As it is called here.
        label: String,
    },
    /// A cell of the families that is no number, or one as long as those by which systems know people.
    #[error(
        "Row {row}: “Family” takes a whole number of up to 4 digits. Cases with the same number are brothers and sisters."
    )]
    FamilyCell {
        /// Counted from 1.
        row: usize,
    },
    /// A cell of the last audits that is no month.
    #[error("Row {row}: “Last audited” takes a month and a year, such as 9 2025.")]
    AuditedCell {
        /// Counted from 1.
        row: usize,
    },
    /// A candidate that is a case of the round already.
    #[error("Case {number} of your list was chosen, so it stays in the frame.")]
    Chosen {
        /// Of the candidate.
        number: u32,
    },
    /// An attribute of the board's own without a name, or without groups to tell apart.
    #[error(
        "Enter a name of 1 to {MAX_NAME} characters, and at least two groups with names of their own."
    )]
    NoAttribute,
    /// There is an attribute of this name.
    #[error("There is an attribute called “{label}” already.")]
    KnownAttribute {
        /// As typed.
        label: String,
    },
    /// No candidate has this number.
    #[error("There is no case {number} in the frame.")]
    Unknown {
        /// As given.
        number: u32,
    },
}

impl Sampling {
    /// An empty frame that looks at these attributes, in this order.
    pub fn looking_at(wanted: &[AttributeId]) -> Self {
        let known = attributes();
        let found = wanted.iter().filter_map(|id| known.iter().find(|one| one.id == *id));
        Self { attributes: found.cloned().collect(), ..Self::default() }
    }

    /// Looks at these attributes of those shipped and of the board's own, in the order in which they
    /// are offered. What was stated of one that is left out goes with it.
    pub fn look_at(&mut self, wanted: &[AttributeId]) {
        let all = self.offered();
        self.attributes = all.into_iter().filter(|one| wanted.contains(&one.id)).collect();
        for candidate in &mut self.candidates {
            candidate.values.retain(|id, _| wanted.contains(id));
        }
        self.wanted.retain(|id, _| wanted.contains(id));
    }

    /// S-01: states which groups of an attribute the sample should have, of those that it has.
    pub fn s01_want(&mut self, attribute: &AttributeId, groups: &[OptionId]) {
        let known = self.attributes.iter().filter(|one| one.id == *attribute);
        let known = known.flat_map(|one| one.options.iter().map(|option| option.id.clone()));
        let wanted: BTreeSet<OptionId> = gathered(known.filter(|id| groups.contains(id)));
        if wanted.is_empty() {
            self.wanted.remove(attribute);
        } else {
            self.wanted.insert(attribute.clone(), wanted);
        }
    }

    /// Attributes to choose from: those shipped, then the board's own that are looked at.
    pub fn offered(&self) -> Vec<Attribute> {
        let mut all = attributes();
        let is_own = |one: &&Attribute| !all.iter().any(|known| known.id == one.id);
        let own: Vec<Attribute> = self.attributes.iter().filter(is_own).cloned().collect();
        all.extend(own);
        all
    }

    /// Adds an attribute of the board's own, of broad groups: never a value that is one child's own.
    pub fn add_attribute(
        &mut self,
        id: AttributeId,
        label: &str,
        groups: &[String],
    ) -> Result<(), FrameError> {
        let label = label.trim().to_owned();
        let fits = |name: &str| !name.is_empty() && name.chars().count() <= MAX_NAME;
        let names: BTreeSet<String> = gathered(groups.iter().map(|name| name.to_lowercase()));
        let told_apart = names.len() == groups.len() && (2..=MAX_GROUPS).contains(&groups.len());
        if !fits(&label) || !told_apart || !groups.iter().all(|name| fits(name)) {
            return Err(FrameError::NoAttribute);
        }
        let same =
            |one: &Attribute| one.id == id || one.label.to_lowercase() == label.to_lowercase();
        if self.offered().iter().any(same) {
            return Err(FrameError::KnownAttribute { label });
        }
        let option = |(name, number): (&String, u32)| {
            let id = OptionId::new(["group-", &number.to_string()].concat()).ok()?;
            Some(AttributeOption { id, label: name.clone() })
        };
        let options = groups.iter().zip(1..).filter_map(option).collect();
        self.attributes.push(Attribute { id, label, options });
        Ok(())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The candidate with this number.
    pub fn candidate(&self, number: u32) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.number == number)
    }

    pub(super) fn candidate_mut(&mut self, number: u32) -> Result<&mut Candidate, FrameError> {
        let found = self.candidates.iter_mut().find(|candidate| candidate.number == number);
        found.ok_or(FrameError::Unknown { number })
    }

    /// Adds a candidate of which nothing is stated; gives its number.
    pub fn add(&mut self) -> Result<u32, FrameError> {
        let count = self.candidates.len() + 1;
        if MAX_CANDIDATES < count {
            return Err(FrameError::TooMany { count });
        }
        let number = self.candidates.last().map_or(1, |last| last.number.saturating_add(1));
        self.candidates.push(Candidate { number, ..Candidate::default() });
        Ok(number)
    }

    /// Takes a candidate out again, unless it was chosen or stood in a draw.
    pub fn remove(&mut self, number: u32) -> Result<(), FrameError> {
        self.candidate_mut(number)?;
        if self.chosen.contains_key(&number) || !self.draws.is_empty() {
            return Err(FrameError::Chosen { number });
        }
        self.candidates.retain(|candidate| candidate.number != number);
        Ok(())
    }

    /// States the group of a candidate, or takes it back.
    pub fn state(
        &mut self,
        number: u32,
        attribute: &AttributeId,
        option: Option<OptionId>,
    ) -> Result<(), FrameError> {
        let candidate = self.candidate_mut(number)?;
        match option {
            Some(option) => candidate.values.insert(attribute.clone(), option),
            None => candidate.values.remove(attribute),
        };
        Ok(())
    }

    /// S-02: a candidate that cannot be chosen, with the reason; a blank reason takes that back.
    pub fn exclude(&mut self, number: u32, reason: &str) -> Result<(), FrameError> {
        if self.chosen.contains_key(&number) {
            return Err(FrameError::Chosen { number });
        }
        let reason = reason.trim();
        self.candidate_mut(number)?.excluded = (!reason.is_empty()).then(|| reason.to_owned());
        Ok(())
    }

    /// Notes when a candidate was last audited (S-03).
    pub fn audited(&mut self, number: u32, when: Option<Month>) -> Result<(), FrameError> {
        self.candidate_mut(number)?.last_audited = when;
        Ok(())
    }

    /// Notes which candidates are brothers and sisters (S-04).
    pub fn of_family(&mut self, number: u32, family: Option<u32>) -> Result<(), FrameError> {
        self.candidate_mut(number)?.family = family;
        Ok(())
    }

    /// Candidates that may still be chosen.
    pub fn free(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| {
            candidate.excluded.is_none() && !self.chosen.contains_key(&candidate.number)
        })
    }

    /// Those that cannot be chosen, with the reason (S-02).
    pub fn excluded(&self) -> Vec<Excluded> {
        let excluded = |candidate: &Candidate| {
            let reason = candidate.excluded.clone()?;
            Some(Excluded { number: candidate.number, reason })
        };
        self.candidates.iter().filter_map(excluded).collect()
    }

    /// S-04: brothers and sisters in the frame, families of two and more, none of them excluded.
    pub fn families(&self) -> Vec<Vec<u32>> {
        let mut families: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let within = self.candidates.iter().filter(|candidate| candidate.excluded.is_none());
        for (family, number) in within.filter_map(|one| Some((one.family?, one.number))) {
            families.entry(family).or_default().push(number);
        }
        families.into_values().filter(|family| family.len() > 1).collect()
    }

    /// The candidate that became this case.
    pub fn candidate_of(&self, case: &CaseRef) -> Option<&Candidate> {
        let number = self.chosen.iter().find(|(_, chosen)| *chosen == case)?.0;
        self.candidate(*number)
    }
}

/// A map whose keys are numbers, as a list of pairs.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serializer};

    use crate::gather::gathered;
    use crate::id::CaseRef;

    pub fn serialize<S: Serializer>(
        map: &BTreeMap<u32, CaseRef>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<u32, CaseRef>, D::Error> {
        Ok(gathered(Vec::<(u32, CaseRef)>::deserialize(deserializer)?))
    }
}
