//! Limits of another authority, as the panel stated them for one place of a round (T-01, edge case 14).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Level, Standard, StandardSet, Unit, counted};
use crate::id::StandardId;

/// Days in a week, which no limit is counted in.
const WEEK: u32 = 7;
/// Longest limit that can be stated, in its unit: longer ones are slips.
const LONGEST: u32 = 999;
/// Who says so, where another authority's limit was put in the place of a local one.
const SOURCE: &str = "Procedure of the other authority, as the panel stated it";

/// How long something may take by another authority's own procedures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedLimit {
    /// Longest that meets the standard.
    pub limit: u32,
    /// In what it is counted.
    pub unit: Unit,
}

/// Limits of another authority, by the standard of the round in whose place they stand.
pub type StatedLimits = BTreeMap<StandardId, StatedLimit>;

impl StatedLimit {
    /// What is typed as the limit of a standard: a whole number and its unit, such as "20 working days" or
    /// "4 weeks". `None` where it is none, and for hours where the standard's dates have no time of day.
    pub fn read(typed: &str, standard: &Standard) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let (number, unit) = typed.split_once(char::is_whitespace)?;
        let number: u32 = number.parse().ok()?;
        let words: Vec<&str> = unit.split_whitespace().collect();
        let (limit, unit) = match words[..] {
            ["working", "day" | "days"] => (number, Unit::WorkingDays),
            ["day" | "days"] | ["calendar", "day" | "days"] => (number, Unit::CalendarDays),
            ["week" | "weeks"] => (number.checked_mul(WEEK)?, Unit::CalendarDays),
            ["month" | "months"] => (number, Unit::Months),
            ["hour" | "hours"] if standard.unit == Unit::Hours => (number, Unit::Hours),
            _ => return None,
        };
        (1..=LONGEST).contains(&limit).then_some(Self { limit, unit })
    }

    /// As it is read back: "20 working days", "28 days".
    pub fn in_words(self) -> String {
        counted(self.limit, self.unit)
    }
}

impl StandardSet {
    /// Standards that every authority sets for itself: those that are not national.
    pub fn local(&self) -> impl Iterator<Item = &Standard> {
        self.standards.iter().filter(|standard| standard.level == Level::Local)
    }

    /// EC 14: limits as they are typed, one a line, such as "Visits to the child: 4 weeks".
    ///
    /// `None` where a line is no limit of a local standard, or a standard has two.
    pub fn ec14_read(&self, typed: &str) -> Option<StatedLimits> {
        let mut stated = StatedLimits::new();
        for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (title, limit) = line.split_once(':')?;
            let title = title.trim().to_lowercase();
            let standard = self.local().find(|one| one.title.to_lowercase() == title)?;
            let limit = StatedLimit::read(limit, standard)?;
            if stated.insert(standard.id.clone(), limit).is_some() {
                return None;
            }
        }
        Some(stated)
    }

    /// EC 14: limits as [`Self::ec14_read`] reads them, in the order of the set.
    pub fn ec14_lines(&self, stated: &StatedLimits) -> Vec<String> {
        let line = |standard: &Standard| {
            let limit = stated.get(&standard.id)?.in_words();
            Some([standard.title.as_str(), ": ", limit.as_str()].concat())
        };
        self.local().filter_map(line).collect()
    }

    /// EC 14: the set as another authority holds to it, with its own limits in the place of local ones.
    ///
    /// What is national stays, and so does what nothing was stated of.
    pub fn ec14_with(mut self, stated: &StatedLimits) -> Self {
        for standard in &mut self.standards {
            let own = stated.get(&standard.id).filter(|_| standard.level == Level::Local);
            if let Some(own) = own {
                (standard.limit, standard.unit) = (own.limit, own.unit);
                standard.source = SOURCE.to_owned();
            }
        }
        self
    }
}
