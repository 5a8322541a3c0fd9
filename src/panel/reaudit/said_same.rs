//! RA-02: areas and questions that a person says are the same, although words or numbers are not.
//!
//! Nothing is ever taken for the same by itself. What is said is logged, stands in the comparison,
//! and can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Baseline, is_in_scope};
use super::same::{NotComparable, answers, same_area, same_prompt};
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;
use crate::round::Round;
use crate::tool::{Prompt, Tool};

/// What a person says is the same: of this round, then of the earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaidSame {
    /// Areas.
    pub areas: BTreeMap<AreaId, AreaId>,
    /// Questions.
    pub prompts: BTreeMap<PromptId, PromptId>,
}

/// What of this round is compared only once a person has said what it was in the earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSay {
    /// Graded areas, in the tool's order.
    pub areas: Vec<Apart<AreaId>>,
    /// Questions with fixed answers, likewise.
    pub prompts: Vec<Apart<PromptId>>,
}

/// An area or a question that is not the same by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart<Id> {
    /// Of this round.
    pub ours: Id,
    /// Why it is not compared as it is.
    pub why: NotComparable,
    /// What of the earlier round it could be, in that tool's order.
    pub candidates: Vec<Id>,
}

/// Why it was not recorded what is the same. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SameError {
    /// The earlier round is not the baseline of this one.
    #[error("name the earlier round as the baseline first")]
    NotTheBaseline,
    /// One of the tools has no such graded area.
    #[error("there is no graded area {0}")]
    UnknownArea(AreaId),
    /// One of the tools has no such question.
    #[error("there is no question {0}")]
    UnknownPrompt(PromptId),
    /// Two questions are answered in different ways; that of this round, then the other.
    #[error("question {0} and question {1} of the earlier round are answered in different ways")]
    DifferentAnswers(PromptId, PromptId),
    /// An area that is compared already, by itself or as another's.
    #[error("choose another area: one of these is compared already")]
    AreaTwice(AreaId),
    /// A question, likewise; its id there.
    #[error("choose another question than {0}: it is compared already")]
    PromptTwice(PromptId),
    /// No reason was written.
    #[error("say why these are the same, or are no longer")]
    NoReason,
    /// Nothing differs from what is recorded.
    #[error("choose what is the same: nothing differs from what is recorded")]
    NothingNew,
}

/// The two tools, and what is compared in them by itself.
struct Tools<'a> {
    theirs: &'a Tool,
    ours: &'a Tool,
}

/// RA-02: what a person can say to be the same as something of the earlier round.
pub fn ra02_to_say(earlier: &Round, now: &Workbook) -> ToSay {
    let tools = Tools::of(earlier, now);
    let looked_at = |area: &AreaId| is_in_scope(now, area);
    let areas = tools.ours.graded_areas().filter(|area| looked_at(&area.id));
    let prompts = tools.ours.prompts().filter(|(area, _)| looked_at(&area.id));
    ToSay {
        areas: areas.filter_map(|area| tools.area_apart(&area.id)).collect(),
        prompts: prompts.filter_map(|(_, prompt)| tools.prompt_apart(prompt)).collect(),
    }
}

impl Workbook {
    /// RA-02: what a person held to be the same as something of the baseline.
    pub fn said_same(&self) -> SaidSame {
        self.baseline().map(SaidSame::of).unwrap_or_default()
    }

    /// RA-02: says what is the same as something of the baseline. What was said before and is not said again is taken back.
    pub fn ra02_say_same(
        &mut self,
        earlier: &Round,
        said: &SaidSame,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), SameError> {
        let is_this = |one: &&Baseline| one.round.as_ref() == Some(&earlier.id);
        let baseline = self.baseline().filter(is_this).ok_or(SameError::NotTheBaseline)?.clone();
        if *said == SaidSame::of(&baseline) {
            return Err(SameError::NothingNew);
        }
        Tools::of(earlier, self).check(said)?;
        let reason = given(reason).ok_or(SameError::NoReason)?;
        let (areas, prompts) = (turned(&said.areas), turned(&said.prompts));
        let event = Event::BaselineMapped {
            round: earlier.id.clone(),
            areas: areas.clone(),
            prompts: prompts.clone(),
            reason: reason.clone(),
        };
        self.record.log.add(stamp, event);
        self.record.panel.baselines.push(Baseline {
            mapped_areas: areas,
            prompts,
            mapped_because: reason,
            stamp: stamp.clone(),
            ..baseline
        });
        Ok(())
    }
}

impl SaidSame {
    fn of(baseline: &Baseline) -> Self {
        Self { areas: turned(&baseline.mapped_areas), prompts: turned(&baseline.prompts) }
    }
}

/// Pairs the other way round. Each side has every id once.
fn turned<Id: Ord + Clone>(pairs: &BTreeMap<Id, Id>) -> BTreeMap<Id, Id> {
    gathered(pairs.iter().map(|(one, other)| (other.clone(), one.clone())))
}

impl<'a> Tools<'a> {
    fn of(earlier: &'a Round, now: &'a Workbook) -> Self {
        Self { theirs: &earlier.tool, ours: &now.plan().round.tool }
    }

    fn area_apart(&self, ours: &AreaId) -> Option<Apart<AreaId>> {
        let theirs = self.theirs.graded_areas().map(|area| area.id.clone());
        let candidates = theirs.filter(|id| !self.is_area_of_both(id)).collect();
        let apart = Apart { ours: ours.clone(), why: NotComparable::NotAsked, candidates };
        (!self.is_area_of_both(ours)).then_some(apart)
    }

    /// `None` where it is the same by itself, or where no answers of cases are counted.
    fn prompt_apart(&self, ours: &Prompt) -> Option<Apart<PromptId>> {
        let answered = answers(&ours.kind).filter(|_| !ours.of_each_agency)?;
        let why = self.same_by_itself(&ours.id).err()?;
        let alike = self.theirs.prompts().map(|(_, one)| one).filter(|one| !one.of_each_agency);
        let alike = alike.filter(|one| answers(&one.kind).as_ref() == Some(&answered));
        let free = alike.filter(|one| self.same_by_itself(&one.id).is_err());
        let candidates = free.map(|one| one.id.clone()).collect();
        Some(Apart { ours: ours.id.clone(), why, candidates })
    }

    fn is_area_of_both(&self, id: &AreaId) -> bool {
        let graded = |tool: &Tool| tool.graded_areas().any(|area| area.id == *id);
        graded(self.theirs) && graded(self.ours) && same_area(self.theirs, self.ours, id)
    }

    /// Whether the question of this id is the same in both tools, or why it is not.
    fn same_by_itself(&self, id: &PromptId) -> Result<(), NotComparable> {
        let of = |tool: &'a Tool| tool.prompt(id).ok_or(NotComparable::NotAsked);
        let ((_, before), (_, now)) = (of(self.theirs)?, of(self.ours)?);
        same_prompt(before, now, false)
    }

    fn check(&self, said: &SaidSame) -> Result<(), SameError> {
        said.areas.iter().try_for_each(|(ours, theirs)| self.check_areas(ours, theirs))?;
        said.prompts.iter().try_for_each(|(ours, theirs)| self.check_prompts(ours, theirs))?;
        let same = |id: &AreaId| self.is_area_of_both(id);
        compared_already(&said.areas, same).map_or(Ok(()), |id| Err(SameError::AreaTwice(id)))?;
        let same = |id: &PromptId| self.same_by_itself(id).is_ok();
        compared_already(&said.prompts, same).map_or(Ok(()), |id| Err(SameError::PromptTwice(id)))
    }

    fn check_areas(&self, ours: &AreaId, theirs: &AreaId) -> Result<(), SameError> {
        for (tool, id) in [(self.ours, ours), (self.theirs, theirs)] {
            if !tool.graded_areas().any(|area| area.id == *id) {
                return Err(SameError::UnknownArea(id.clone()));
            }
        }
        Ok(())
    }

    fn check_prompts(&self, ours: &PromptId, theirs: &PromptId) -> Result<(), SameError> {
        let of = |tool: &'a Tool, id: &PromptId| {
            tool.prompt(id).ok_or_else(|| SameError::UnknownPrompt(id.clone()))
        };
        let ((_, now), (_, was)) = (of(self.ours, ours)?, of(self.theirs, theirs)?);
        let alike = answers(&now.kind).is_some() && same_prompt(was, now, true).is_ok();
        let differ = || SameError::DifferentAnswers(ours.clone(), theirs.clone());
        if alike { Ok(()) } else { Err(differ()) }
    }
}

/// The first that would be compared twice: it is the same by itself, on either side, or said of two of ours.
fn compared_already<Id: Ord + Clone>(
    said: &BTreeMap<Id, Id>,
    is_same: impl Fn(&Id) -> bool,
) -> Option<Id> {
    let mut seen = BTreeSet::new();
    said.iter().find_map(|(ours, theirs)| {
        let twice = is_same(theirs) || !seen.insert(theirs);
        let found = if is_same(ours) { Some(ours) } else { twice.then_some(theirs) };
        found.cloned()
    })
}
