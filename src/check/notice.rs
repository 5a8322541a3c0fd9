//! Notices: what a rule found, and how grave it is.

use std::fmt;

use super::Place;
use crate::audit_return::Explanation;
use crate::envelope::TextHash;
use crate::guard::Guard;

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

    /// Of one thing, such as what is typed: once it is another, a reason for the first says nothing of it.
    pub(super) fn of_one(guard: &Guard, thing: &str) -> Self {
        Self::of(std::iter::once(guard.trace(thing)))
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
