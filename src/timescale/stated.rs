//! Limits of another authority, as the panel stated them for one place of a round (T-01, edge case 14).

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Level, Results, Standard, StandardSet, TimescaleResult, Unit, counted};
use crate::gather::gathered;
use crate::id::StandardId;

/// Days in a week, which no limit is counted in.
const WEEK: u32 = 7;
/// Limits that can be stated, in their unit: longer ones are slips.
const BOUNDS: RangeInclusive<u32> = 1..=999;
/// Who says so, where another authority's limit was put in the place of a local one.
const SOURCE: &str = "Procedure of the other authority, as the panel stated it";

/// How long something may take by another authority's own procedures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedLimit {
    /// Longest that meets the standard: 1 to 999.
    #[serde(deserialize_with = "within_bounds")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 999)))]
    pub limit: u32,
    /// In what it is counted.
    pub unit: Unit,
}

/// Limits of another authority, by the standard of the round in whose place they stand.
pub type StatedLimits = BTreeMap<StandardId, StatedLimit>;

/// Why what is typed is no limits of another authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitFault {
    /// A line is not the name of a local standard, a colon, and a whole number with its unit.
    Unread,
    /// A line names a standard that is not local, and holds everywhere.
    NotLocal,
    /// Two lines name one standard.
    Twice,
}

/// A limit that days were counted against, and the one that is stated now (edge case 14).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedLimit {
    /// Title of the standard.
    pub title: String,
    /// Longest that met it, as days were counted.
    pub counted: (u32, Unit),
    /// Longest that meets it now.
    pub now: (u32, Unit),
}

/// A file may say what nobody can have typed; a limit of 0 would call everything late.
fn within_bounds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let limit = u32::deserialize(deserializer)?;
    let within = BOUNDS.contains(&limit);
    within.then_some(limit).ok_or_else(|| D::Error::custom("a stated limit is 1 to 999"))
}

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
        BOUNDS.contains(&limit).then_some(Self { limit, unit })
    }

    /// As it is read back: "20 working days", "28 days".
    pub fn in_words(self) -> String {
        counted(self.limit, self.unit)
    }

    fn is_of(self, result: &TimescaleResult) -> bool {
        (self.limit, self.unit) == (result.limit, result.unit)
    }
}

impl ChangedLimit {
    /// "Conference minutes sent: 15 working days, now 17 working days".
    pub fn in_words(&self) -> String {
        let words = |(limit, unit)| counted(limit, unit);
        [&self.title, ": ", &words(self.counted), ", now ", &words(self.now)].concat()
    }
}

impl TimescaleResult {
    /// Whether days were held against the limit of a procedure, and not of the child's own plan (T-06).
    fn is_by_procedure(&self) -> bool {
        self.outcome.is_counted() && !self.from_plan
    }
}

impl Results {
    /// EC 14: of the limits stated, those that days were counted against. What was worked out before they were
    /// stated, or by the child's own plan (T-06), was counted against others.
    pub fn ec14_applied(&self, stated: &StatedLimits) -> StatedLimits {
        let is_applied = |(id, limit): &(&StandardId, &StatedLimit)| {
            let result = self.results.get(*id);
            result.is_some_and(|result| result.is_by_procedure() && limit.is_of(result))
        };
        let applied = stated.iter().filter(is_applied);
        gathered(applied.map(|(id, limit)| (id.clone(), *limit)))
    }
}

impl StandardSet {
    /// Standards that every authority sets for itself: those that are not national.
    pub fn local(&self) -> impl Iterator<Item = &Standard> {
        self.standards.iter().filter(|standard| standard.level == Level::Local)
    }

    /// EC 14: limits as they are typed, one a line, such as "Visits to the child: 4 weeks"; else what is wrong with
    /// the first line that is none.
    pub fn ec14_read(&self, typed: &str) -> Result<StatedLimits, LimitFault> {
        let mut stated = StatedLimits::new();
        for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
            // The title may have a colon of its own; no limit has.
            let (title, limit) = line.rsplit_once(':').ok_or(LimitFault::Unread)?;
            let standard = self.local_called(title)?;
            let limit = StatedLimit::read(limit, standard).ok_or(LimitFault::Unread)?;
            if stated.insert(standard.id.clone(), limit).is_some() {
                return Err(LimitFault::Twice);
            }
        }
        Ok(stated)
    }

    fn local_called(&self, title: &str) -> Result<&Standard, LimitFault> {
        let title = title.trim().to_lowercase();
        let is_called = |one: &&Standard| one.title.to_lowercase() == title;
        match (self.local().find(is_called), self.standards.iter().find(is_called)) {
            (Some(standard), _) => Ok(standard),
            (None, Some(_)) => Err(LimitFault::NotLocal),
            (None, None) => Err(LimitFault::Unread),
        }
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

    /// EC 14: where days were counted against other limits than those of this set, as it holds now.
    ///
    /// A limit of the child's own plan (T-06) is none that anybody changed.
    pub fn ec14_changed(&self, results: &Results) -> Vec<ChangedLimit> {
        let changed = |standard: &Standard| {
            let result = results.results.get(&standard.id)?;
            let (counted, now) = ((result.limit, result.unit), (standard.limit, standard.unit));
            let is_changed = result.is_by_procedure() && counted != now;
            is_changed.then(|| ChangedLimit { title: standard.title.clone(), counted, now })
        };
        self.standards.iter().filter_map(changed).collect()
    }
}
