//! RA-01: the earlier round that this one is compared with, and how far.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::choice::comes_after;
use super::same::same_area;
use crate::id::{AreaId, PromptId, RoundId};
use crate::panel::actions::{CarriedWork, CarryError, ap10_carry_forward, ap10_may_go_on};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;

/// The round that this one is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Baseline {
    /// Which; `None` takes an earlier choice back.
    pub round: Option<RoundId>,
    /// What it is called, with its period.
    pub title: String,
    /// Areas that this round looks at again; empty for all. It may have more cases (S3: one area, wider sample).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub areas: BTreeSet<AreaId>,
    /// Questions of the earlier round that a person holds to be the same as these: theirs, then ours (RA-02).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prompts: BTreeMap<PromptId, PromptId>,
    /// Areas, likewise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mapped_areas: BTreeMap<AreaId, AreaId>,
    /// Why those are held to be the same, or are no longer; blank where it was never said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mapped_because: String,
    /// Why the two may be compared. Never blank.
    pub reason: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Why a baseline was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// It is this round.
    #[error("choose an earlier round than this one")]
    Itself,
    /// It comes after this one; its title.
    #[error("“{0}” comes after this round: open it, and name its baseline there")]
    Later(String),
    /// One of the two is invented, and the other is not.
    #[error(transparent)]
    Practice(#[from] CarryError),
    /// The tool has no such area.
    #[error("there is no area {0}")]
    UnknownArea(AreaId),
    /// No reason was written.
    #[error("say why the two rounds may be compared")]
    NoReason,
    /// No reason was written for taking it back.
    #[error("say why the baseline is taken back")]
    NoReasonToTakeBack,
    /// There is none to take back.
    #[error("no round is compared with this one")]
    None,
}

impl Baseline {
    /// No round, and nothing held to be the same.
    fn none(reason: &str, stamp: &Stamp) -> Self {
        Self {
            round: None,
            title: String::new(),
            areas: BTreeSet::new(),
            prompts: BTreeMap::new(),
            mapped_areas: BTreeMap::new(),
            mapped_because: String::new(),
            reason: reason.trim().to_owned(),
            stamp: stamp.clone(),
        }
    }
}

impl Workbook {
    /// The round that this one is compared with.
    pub fn baseline(&self) -> Option<&Baseline> {
        self.record.panel.baselines.last().filter(|last| last.round.is_some())
    }

    /// RA-01: compares this round with an earlier one, in these areas (none for all).
    ///
    /// What a person held to be the same stays so where the same round is named again. A practice round and a
    /// real one are no baseline of each other: nothing that compares them is published.
    pub fn link_baseline(
        &mut self,
        earlier: &Workbook,
        areas: BTreeSet<AreaId>,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), BaselineError> {
        ap10_may_go_on(earlier, self)?;
        if comes_after(earlier, self) {
            return Err(BaselineError::Later(earlier.plan().round.title.clone()));
        }
        self.named_baseline(earlier, areas, reason, stamp)
    }

    /// RA-01, AP-10: goes on from the round that this one was set up from: that is its baseline, and what
    /// is open there is carried forward.
    ///
    /// It came first whatever its dates say; a baseline that is recorded already stays. A practice round goes on
    /// in a practice round only.
    pub fn ra01_go_on_from(
        &mut self,
        earlier: &Workbook,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<CarriedWork, BaselineError> {
        ap10_may_go_on(earlier, self)?;
        if self.baseline().is_none() {
            self.named_baseline(earlier, BTreeSet::new(), reason, stamp)?;
        }
        Ok(ap10_carry_forward(earlier, self, stamp))
    }

    fn named_baseline(
        &mut self,
        earlier: &Workbook,
        areas: BTreeSet<AreaId>,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), BaselineError> {
        let (theirs, ours) = (&earlier.plan().round, &self.plan().round);
        if theirs.id == ours.id {
            return Err(BaselineError::Itself);
        }
        let reason = given(reason).ok_or(BaselineError::NoReason)?;
        if let Some(unknown) = areas.iter().find(|id| ours.tool.area(id).is_none()) {
            return Err(BaselineError::UnknownArea(unknown.clone()));
        }
        let before = linked(earlier, self).cloned();
        self.keep_baseline(Baseline {
            round: Some(theirs.id.clone()),
            title: [theirs.title.trim(), ", ", theirs.period.trim()].concat(),
            areas,
            stamp: stamp.clone(),
            reason,
            ..before.unwrap_or_else(|| Baseline::none("", stamp))
        });
        Ok(())
    }

    /// Compares this round with none.
    pub fn unlink_baseline(&mut self, reason: &str, stamp: &Stamp) -> Result<(), BaselineError> {
        let reason = given(reason).ok_or(BaselineError::NoReasonToTakeBack)?;
        self.baseline().ok_or(BaselineError::None)?;
        self.keep_baseline(Baseline::none(&reason, stamp));
        Ok(())
    }

    fn keep_baseline(&mut self, baseline: Baseline) {
        let (round, reason) = (baseline.round.clone(), baseline.reason.clone());
        self.record.log.add(&baseline.stamp.clone(), Event::BaselineLinked { round, reason });
        self.record.panel.baselines.push(baseline);
    }
}

/// The prompt of the round before that is the same as one of this round, and whether a person said so.
pub(super) fn prompt_before(
    earlier: &Workbook,
    now: &Workbook,
    prompt: &PromptId,
) -> (PromptId, bool) {
    let mapped = linked(earlier, now).and_then(|baseline| {
        baseline.prompts.iter().find(|(_, ours)| *ours == prompt).map(|(theirs, _)| theirs.clone())
    });
    let is_mapped = mapped.is_some();
    (mapped.unwrap_or_else(|| prompt.clone()), is_mapped)
}

/// The area of the round before that is the same as one of this round, by a person's word or by itself.
pub(super) fn area_before(earlier: &Workbook, now: &Workbook, area: &AreaId) -> Option<AreaId> {
    let mapped = linked(earlier, now).and_then(|baseline| {
        baseline.mapped_areas.iter().find(|(_, ours)| *ours == area).map(|(theirs, _)| theirs)
    });
    let (theirs, ours) = (&earlier.plan().round.tool, &now.plan().round.tool);
    let by_itself = || same_area(theirs, ours, area).then_some(area);
    mapped.or_else(by_itself).cloned()
}

/// RA-01: whether this round looks at an area of its tool.
pub(super) fn is_in_scope(now: &Workbook, area: &AreaId) -> bool {
    now.baseline().is_none_or(|one| one.areas.is_empty() || one.areas.contains(area))
}

/// The baseline of a round, where it is this earlier one.
fn linked<'a>(earlier: &Workbook, now: &'a Workbook) -> Option<&'a Baseline> {
    now.baseline().filter(|one| one.round.as_ref() == Some(&earlier.plan().round.id))
}
