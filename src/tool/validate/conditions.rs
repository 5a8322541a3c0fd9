//! Conditions: what they refer to, how deep and how long they are.

use super::cycles::Cycles;
use super::faults::{Faults, Path};
use super::{Context, Known};
use crate::id::PromptId;
use crate::tool::limits::{MAX_CONDITION_DEPTH, MAX_CONDITION_PARTS};
use crate::tool::{Condition, Prompt, PromptKind, ToolFaultKind};

/// Which prompts a condition may ask about.
#[derive(Clone, Copy)]
pub(super) enum Reach<'a> {
    /// Any.
    Anywhere,
    /// Those before this place: what decides whether something is asked is answered before it.
    Before(usize),
    /// The same, for a prompt of a cycle, which is one fault and not several.
    BeforeInCycle(usize, &'a [PromptId]),
}

/// A prompt's own condition, with the cycle that it may be part of.
pub(super) fn check_when(
    context: &Context<'_>,
    prompt: &Prompt,
    cycles: &Cycles,
    at: usize,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    let Some(when) = &prompt.when else { return };
    let path = path.member("when");
    let cycle = cycles.of(&prompt.id);
    let reach = match cycle {
        Some(cycle) => Reach::BeforeInCycle(at, cycle),
        None => Reach::Before(at),
    };
    if let Some(cycle) = cycle
        && cycle.first() == Some(&prompt.id)
    {
        faults.add(&path, ToolFaultKind::Cycle(cycle.to_vec()));
    }
    check(context, when, reach, &path, faults);
}

pub(super) fn check(
    context: &Context<'_>,
    condition: &Condition,
    reach: Reach<'_>,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    let parts = parts_of(condition);
    if MAX_CONDITION_PARTS < parts {
        faults.add(path, ToolFaultKind::TooMany { count: parts, limit: MAX_CONDITION_PARTS });
    }
    Walk { context, reach, faults }.visit(condition, path, 1);
}

fn parts_of(condition: &Condition) -> usize {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(parts_of).sum(),
        Condition::Not(part) => parts_of(part),
        Condition::Answered(_) | Condition::Number { .. } => 1,
        Condition::Answer { is, .. } => is.len(),
        Condition::Agency(kinds) => kinds.len(),
    }
}

struct Walk<'a, 'c> {
    context: &'a Context<'c>,
    reach: Reach<'a>,
    faults: &'a mut Faults,
}

impl<'c> Walk<'_, 'c> {
    fn visit(&mut self, condition: &Condition, path: &Path<'_>, depth: usize) {
        if MAX_CONDITION_DEPTH < depth {
            self.faults.add(path, ToolFaultKind::TooDeep { limit: MAX_CONDITION_DEPTH });
            return;
        }
        match condition {
            Condition::All(parts) => self.visit_each(parts, &path.member("all"), depth),
            Condition::Any(parts) => self.visit_each(parts, &path.member("any"), depth),
            Condition::Not(part) => self.visit(part, &path.member("not"), depth + 1),
            Condition::Answered(prompt) => {
                self.look_up(prompt, &path.member("answered"));
            }
            Condition::Answer { prompt, is } => self.answer(prompt, is, &path.member("answer")),
            Condition::Number { prompt, at_least, at_most } => {
                self.number(prompt, *at_least, *at_most, &path.member("number"));
            }
            Condition::Agency(kinds) => {
                let path = path.member("agency");
                self.faults.count(&path, kinds.len(), 1..=usize::MAX);
                self.context.check_kinds(kinds, &path, self.faults);
            }
        }
    }

    fn visit_each(&mut self, parts: &[Condition], path: &Path<'_>, depth: usize) {
        for (at, part) in parts.iter().enumerate() {
            self.visit(part, &path.at(at), depth + 1);
        }
    }

    fn look_up(&mut self, prompt: &PromptId, path: &Path<'_>) -> Option<Known<'c>> {
        let known = self.context.prompts.get(prompt).copied();
        match known {
            None => self.faults.add(path, ToolFaultKind::UnknownPrompt(prompt.clone())),
            Some(known) if self.is_ahead(prompt, known) => {
                self.faults.add(path, ToolFaultKind::AsksAhead(prompt.clone()));
            }
            Some(_) => {}
        }
        known
    }

    fn is_ahead(&self, prompt: &PromptId, known: Known<'_>) -> bool {
        match self.reach {
            Reach::Anywhere => false,
            Reach::Before(at) => at <= known.at,
            Reach::BeforeInCycle(at, cycle) => at <= known.at && !cycle.contains(prompt),
        }
    }

    fn answer(&mut self, prompt: &PromptId, values: &[String], path: &Path<'_>) {
        let list = path.member("is");
        self.faults.count(&list, values.len(), 1..=usize::MAX);
        let Some(known) = self.look_up(prompt, &path.member("prompt")) else { return };
        let kind = &known.prompt.kind;
        if kind.values().is_empty() && kind.options().is_empty() {
            self.faults.add(&path.member("prompt"), ToolFaultKind::NotAChoice(prompt.clone()));
            return;
        }
        for (at, value) in values.iter().enumerate() {
            let offered = kind.values().iter().any(|offered| offered.as_str() == value)
                || kind.options().iter().any(|option| option.id.as_str() == value);
            if !offered {
                let value = value.chars().take(crate::id::MAX_ID_LENGTH).collect();
                let kind = ToolFaultKind::UnknownValue { prompt: prompt.clone(), value };
                self.faults.add(&list.at(at), kind);
            }
        }
    }

    fn number(
        &mut self,
        prompt: &PromptId,
        at_least: Option<u32>,
        at_most: Option<u32>,
        path: &Path<'_>,
    ) {
        let is_range = match (at_least, at_most) {
            (None, None) => false,
            (Some(_), None) | (None, Some(_)) => true,
            (Some(least), Some(most)) => least <= most,
        };
        if !is_range {
            self.faults.add(path, ToolFaultKind::Bounds);
        }
        let Some(known) = self.look_up(prompt, &path.member("prompt")) else { return };
        if !matches!(known.prompt.kind, PromptKind::Number { .. }) {
            self.faults.add(&path.member("prompt"), ToolFaultKind::NotANumber(prompt.clone()));
        }
    }
}
