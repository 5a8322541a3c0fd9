//! RA-01: the earlier round that this one is compared with, and how far.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::choice::comes_after;
use super::same::same_prompt;
use crate::id::{AreaId, PromptId, RoundId};
use crate::panel::actions::{CarriedWork, ap10_carry_forward};
use crate::panel::log::{Event, Stamp};
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
    /// Prompts of the earlier round that a person holds to be the same as these: theirs, then ours.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prompts: BTreeMap<PromptId, PromptId>,
    /// Areas, likewise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mapped_areas: BTreeMap<AreaId, AreaId>,
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
    /// The tool has no such area.
    #[error("there is no area {0}")]
    UnknownArea(AreaId),
    /// One of the tools has no such prompt.
    #[error("there is no question {0}")]
    UnknownPrompt(PromptId),
    /// Two prompts are answered in different ways.
    #[error("questions {0} and {1} are answered in different ways")]
    DifferentKind(PromptId, PromptId),
    /// Two of the earlier round's are mapped to one.
    #[error("two questions or areas of the earlier round are mapped to one")]
    Twice,
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
    /// An earlier round, compared in these areas (none for all), with nothing mapped by hand.
    pub fn as_it_was(areas: BTreeSet<AreaId>, reason: &str, stamp: &Stamp) -> Self {
        Self {
            round: None,
            title: String::new(),
            areas,
            prompts: BTreeMap::new(),
            mapped_areas: BTreeMap::new(),
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

    /// RA-01: compares this round with an earlier one. `baseline.round` and its title are taken from that.
    pub fn link_baseline(
        &mut self,
        earlier: &Workbook,
        baseline: Baseline,
    ) -> Result<(), BaselineError> {
        if comes_after(earlier, self) {
            return Err(BaselineError::Later(earlier.plan().round.title.clone()));
        }
        self.named_baseline(earlier, baseline)
    }

    /// RA-01, AP-10: goes on from the round that this one was set up from: that is its baseline, and what
    /// is open there is carried forward.
    ///
    /// It came first whatever its dates say; a baseline that is recorded already stays.
    pub fn ra01_go_on_from(
        &mut self,
        earlier: &Workbook,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<CarriedWork, BaselineError> {
        if self.baseline().is_none() {
            let baseline = Baseline::as_it_was(BTreeSet::new(), reason, stamp);
            self.named_baseline(earlier, baseline)?;
        }
        Ok(ap10_carry_forward(earlier, self, stamp))
    }

    fn named_baseline(
        &mut self,
        earlier: &Workbook,
        baseline: Baseline,
    ) -> Result<(), BaselineError> {
        self.check_baseline(earlier, &baseline)?;
        let round = &earlier.plan().round;
        let title = [round.title.trim(), ", ", round.period.trim()].concat();
        self.keep_baseline(Baseline { round: Some(round.id.clone()), title, ..baseline });
        Ok(())
    }

    /// Compares this round with none.
    pub fn unlink_baseline(&mut self, reason: &str, stamp: &Stamp) -> Result<(), BaselineError> {
        if reason.trim().is_empty() {
            return Err(BaselineError::NoReasonToTakeBack);
        }
        self.baseline().ok_or(BaselineError::None)?;
        self.keep_baseline(Baseline::as_it_was(BTreeSet::new(), reason, stamp));
        Ok(())
    }

    fn keep_baseline(&mut self, baseline: Baseline) {
        let (round, reason) = (baseline.round.clone(), baseline.reason.clone());
        self.record.log.add(&baseline.stamp.clone(), Event::BaselineLinked { round, reason });
        self.record.panel.baselines.push(baseline);
    }

    fn check_baseline(&self, earlier: &Workbook, baseline: &Baseline) -> Result<(), BaselineError> {
        let (theirs, ours) = (&earlier.plan().round, &self.plan().round);
        if theirs.id == ours.id {
            return Err(BaselineError::Itself);
        }
        if baseline.reason.trim().is_empty() {
            return Err(BaselineError::NoReason);
        }
        let here = baseline.areas.iter().chain(baseline.mapped_areas.values());
        let there = baseline.mapped_areas.keys();
        let unknown = here
            .filter(|id| ours.tool.area(id).is_none())
            .chain(there.filter(|id| theirs.tool.area(id).is_none()))
            .next();
        if let Some(area) = unknown {
            return Err(BaselineError::UnknownArea(area.clone()));
        }
        for (before, now) in &baseline.prompts {
            let unknown = |id: &PromptId| BaselineError::UnknownPrompt(id.clone());
            let (_, was) = theirs.tool.prompt(before).ok_or_else(|| unknown(before))?;
            let (_, is) = ours.tool.prompt(now).ok_or_else(|| unknown(now))?;
            same_prompt(was, is, true)
                .map_err(|_| BaselineError::DifferentKind(before.clone(), now.clone()))?;
        }
        let prompts: BTreeSet<&PromptId> = baseline.prompts.values().collect();
        let areas: BTreeSet<&AreaId> = baseline.mapped_areas.values().collect();
        let once =
            prompts.len() == baseline.prompts.len() && areas.len() == baseline.mapped_areas.len();
        if once { Ok(()) } else { Err(BaselineError::Twice) }
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

/// The area of the round before that is the same as one of this round.
pub(super) fn area_before(earlier: &Workbook, now: &Workbook, area: &AreaId) -> AreaId {
    let mapped = linked(earlier, now).and_then(|baseline| {
        baseline.mapped_areas.iter().find(|(_, ours)| *ours == area).map(|(theirs, _)| theirs)
    });
    mapped.unwrap_or(area).clone()
}

/// RA-01: whether this round looks at an area of its tool.
pub(super) fn is_in_scope(now: &Workbook, area: &AreaId) -> bool {
    now.baseline().is_none_or(|one| one.areas.is_empty() || one.areas.contains(area))
}

fn linked<'a>(earlier: &Workbook, now: &'a Workbook) -> Option<&'a Baseline> {
    now.baseline().filter(|one| one.round.as_ref() == Some(&earlier.plan().round.id))
}
