//! A return read beside its round's tool, as the rules see it.
//!
//! Rules ask a [`Reading`] instead of the return so that each question is
//! settled once: which areas and prompts are asked of this agency with these
//! answers, which areas carry a grade, and that a nil return has none of them.

use std::cell::OnceCell;

use super::identifiers::{Found, found_in};
use super::texts::{FreeText, texts, texts_of_page};
use super::{Extent, asks_for_immediacy};
use crate::audit_return::{
    Answer, AreaRecord, Concern, Grading, Impact, NonGrade, Response, Return, Strength,
    answers_shown, record_shown, without_hidden, without_other_standards,
};
use crate::guard::Guard;
use crate::id::AreaId;
use crate::round::Round;
use crate::tool::{
    AnswerValue, Area, Asking, Condition, Grade, GradedBy, Graph, Prompt, Scale, Shown, Tool,
    Visible,
};

/// A return beside the tool that it answers.
pub struct Reading<'a> {
    /// The round, with its tool and policy.
    pub round: &'a Round,
    /// The return as it stands.
    pub ret: &'a Return,
    /// In the tool's order; empty for a nil return, which answers no area.
    pub areas: Vec<AreaReading<'a>>,
    shown: &'a Shown,
    guard: &'a Guard,
    only: Option<AreaId>,
    found: OnceCell<Vec<Found>>,
}

/// One area, with what the return holds of it.
pub struct AreaReading<'a> {
    /// As the tool has it.
    pub area: &'a Area,
    /// As the return has it; empty where nothing is recorded.
    pub record: &'a AreaRecord,
    /// Asked of this kind of agency; the others may complete it and need not.
    pub asked: bool,
    /// Prompts that are asked, in order.
    pub prompts: Vec<PromptReading<'a>>,
    carries_grade: bool,
    scale: &'a Scale,
}

/// One prompt that is asked, with its answer.
#[derive(Clone, Copy)]
pub struct PromptReading<'a> {
    /// As the tool has it.
    pub prompt: &'a Prompt,
    /// As the return has it.
    pub answer: Option<&'a Answer>,
}

static UNTOUCHED: AreaRecord = AreaRecord {
    grading: None,
    reason: String::new(),
    strengths: Vec::new(),
    concerns: Vec::new(),
    impact: Impact { level: None, text: String::new() },
    was_immediate_concern: None,
    marked_complete: None,
};

/// Which prompts are asked in this return, from nothing. A screen keeps its own, brought up to date.
pub(super) fn shown(round: &Round, ret: &Return) -> Shown {
    Graph::compile(&round.tool).shown(ret)
}

/// Whether the case is graded overall.
pub(super) fn asks_overall(round: &Round, ret: &Return) -> bool {
    !ret.is_nil() && round.tool.graded_by != GradedBy::Nothing
}

/// Whether the tool has a grade for this area.
pub(super) fn carries_grade(tool: &Tool, area: &Area) -> bool {
    area.graded && tool.graded_by == GradedBy::AreaAndCase
}

impl<'a> Reading<'a> {
    /// Reads every area.
    pub fn whole(round: &'a Round, ret: &'a Return, shown: &'a Shown, guard: &'a Guard) -> Self {
        Self::of(round, ret, shown, guard, None)
    }

    /// Reads one area only: cost and result do not depend on the size of the others.
    pub fn one_area(
        round: &'a Round,
        ret: &'a Return,
        shown: &'a Shown,
        guard: &'a Guard,
        area: &AreaId,
    ) -> Self {
        Self::of(round, ret, shown, guard, Some(area.clone()))
    }

    fn of(
        round: &'a Round,
        ret: &'a Return,
        shown: &'a Shown,
        guard: &'a Guard,
        only: Option<AreaId>,
    ) -> Self {
        let wanted = |area: &&Area| only.as_ref().is_none_or(|only| *only == area.id);
        let areas = round.tool.areas.iter().filter(|_| !ret.is_nil()).filter(wanted);
        let areas = areas.map(|area| AreaReading::of(&round.tool, ret, shown, area)).collect();
        Self { round, ret, areas, shown, guard, only, found: OnceCell::new() }
    }

    /// What the guard finds in the texts that are read, each looked through once.
    ///
    /// Only in texts that a page shows: what is hidden leads nowhere, and is no part of what is
    /// signed ([`without_hidden`]). Reasons for warnings are looked at once the warnings are known.
    pub(super) fn found(&self) -> &[Found] {
        self.found.get_or_init(|| self.read_texts(|texts| found_in(self.guard, texts)))
    }

    /// What `read` makes of the texts that are read: those that a page shows, without reasons for warnings.
    pub(super) fn read_texts<T>(&self, read: impl FnOnce(Vec<FreeText>) -> T) -> T {
        match &self.only {
            Some(only) => self.read_texts_of(only, read),
            None => {
                let mut whole = without_hidden(self.ret, self.tool(), self.shown);
                // What is signed holds them for good, whoever reads it.
                if self.ret.sign_off.is_none() {
                    whole = without_other_standards(whole, self.round);
                }
                whole.explanations.clear();
                read(texts(&whole))
            }
        }
    }

    fn read_texts_of<T>(&self, area: &AreaId, read: impl FnOnce(Vec<FreeText>) -> T) -> T {
        let Some(area) = self.tool().area(area) else { return read(Vec::new()) };
        let answers: Vec<_> = answers_shown(self.ret, area, self.shown).collect();
        let record = self.ret.area(&area.id).filter(|_| !self.ret.is_nil());
        let record = record.map(|record| record_shown(self.tool(), area, record));
        let record = record.as_ref().map(|record| (&area.id, record));
        read(texts_of_page(&answers, record))
    }

    /// What a reason for a warning about these things has to cover; each is named by ids of the tool and
    /// the return, and kept as a hash (I-06).
    pub(super) fn extent(&self, things: impl IntoIterator<Item = String>) -> Extent {
        Extent::of(things.into_iter().map(|thing| self.guard.trace(&thing)))
    }

    /// The tool.
    pub fn tool(&self) -> &'a Tool {
        &self.round.tool
    }

    /// The tool's scale.
    pub fn scale(&self) -> &'a Scale {
        &self.round.tool.scale
    }

    /// Whether a condition holds with the answers that count.
    pub fn holds(&self, condition: &Condition) -> bool {
        condition.holds(&Visible::new(self.shown, self.ret))
    }

    /// Areas that carry a grade of the scale, with it.
    pub fn graded(&self) -> impl Iterator<Item = (&AreaReading<'a>, &'a Grade)> {
        self.areas.iter().filter_map(|area| Some((area, area.grade()?)))
    }

    /// Areas without a grade for this reason.
    pub fn without_grade(&self, because: NonGrade) -> impl Iterator<Item = &AreaReading<'a>> {
        self.areas.iter().filter(move |area| area.non_grade() == Some(because))
    }

    /// Whether the case is graded overall: not for a nil return, nor where the tool grades nothing.
    pub fn asks_overall(&self) -> bool {
        asks_overall(self.round, self.ret)
    }

    /// The overall grade, where it is asked for and the scale has it.
    pub fn overall_grade(&self) -> Option<&'a Grade> {
        match &self.ret.overall.grading {
            Some(Grading::Grade(id)) if self.asks_overall() => self.scale().grade(id),
            Some(Grading::Grade(_) | Grading::None { .. }) | None => None,
        }
    }
}

impl<'a> AreaReading<'a> {
    fn of(tool: &'a Tool, ret: &'a Return, shown: &Shown, area: &'a Area) -> Self {
        let prompts = area
            .prompts
            .iter()
            .filter(|prompt| shown.asking(&prompt.id) == Some(Asking::Asked))
            .map(|prompt| PromptReading { prompt, answer: ret.answer(&prompt.id) })
            .collect();
        Self {
            area,
            record: ret.area(&area.id).unwrap_or(&UNTOUCHED),
            asked: area.asked_of.includes(&ret.agency.kind),
            prompts,
            carries_grade: carries_grade(tool, area),
            scale: &tool.scale,
        }
    }

    /// Whether the tool has a grade for this area at all.
    pub fn carries_grade(&self) -> bool {
        self.carries_grade
    }

    /// Its grade, where it carries one and the scale has it.
    pub fn grade(&self) -> Option<&'a Grade> {
        match &self.record.grading {
            Some(Grading::Grade(id)) if self.carries_grade => self.scale.grade(id),
            Some(Grading::Grade(_) | Grading::None { .. }) | None => None,
        }
    }

    /// Why it has no grade, where the auditor said so.
    pub fn non_grade(&self) -> Option<NonGrade> {
        match &self.record.grading {
            Some(Grading::None { because, .. }) if self.carries_grade => Some(*because),
            Some(Grading::Grade(_) | Grading::None { .. }) | None => None,
        }
    }

    /// Whether it was said to be an immediate concern, while its grade asks for it (G-09).
    pub fn was_immediate(&self) -> Option<bool> {
        let asks = asks_for_immediacy(self.scale, self.record.grading.as_ref());
        self.record.was_immediate_concern.filter(|_| self.carries_grade && asks)
    }

    /// Whether its mandatory prompts wait for an answer.
    ///
    /// An area explained as a whole ("not applicable: no review yet") needs no
    /// answers one by one.
    pub fn needs_answers(&self) -> bool {
        self.asked && self.non_grade().is_none()
    }

    /// Its strengths, where its page has room for any.
    pub fn strengths(&self) -> &'a [Strength] {
        if self.area.holds_findings() { &self.record.strengths } else { &[] }
    }

    /// Its concerns, likewise.
    pub fn concerns(&self) -> &'a [Concern] {
        if self.area.holds_findings() { &self.record.concerns } else { &[] }
    }

    /// Whether a concern is written in it.
    pub fn has_concern(&self) -> bool {
        self.concerns().iter().any(Concern::is_written)
    }

    /// The answer values given that say something of the work.
    pub fn substantive(&self) -> impl Iterator<Item = AnswerValue> {
        self.prompts.iter().filter_map(PromptReading::value).filter(|value| value.is_substantive())
    }
}

impl<'a> PromptReading<'a> {
    /// The answer proper.
    pub fn response(&self) -> Option<&'a Response> {
        self.answer?.response.as_ref()
    }

    /// The answer value, where it is a judgement prompt and answered.
    pub fn value(&self) -> Option<AnswerValue> {
        self.answer?.value()
    }

    /// Its answer with the evidence for it; none where no evidence is asked for.
    pub fn evidenced(&self) -> Option<&'a Answer> {
        self.answer.filter(|_| self.prompt.kind.takes_evidence())
    }
}
