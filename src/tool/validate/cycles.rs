//! Prompts whose conditions wait for each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use crate::gather::gathered;
use crate::id::PromptId;
use crate::order;
use crate::tool::Condition;

/// Circles of prompts that wait for each other, no prompt in two of them.
///
/// Where circles share prompts one of them is found; mending it shows the next.
#[derive(Default)]
pub(super) struct Cycles {
    /// First and last prompt are the same, as read by a person.
    list: Vec<Vec<PromptId>>,
    by_prompt: BTreeMap<PromptId, usize>,
}

impl Cycles {
    /// The circle that the prompt is part of.
    pub(super) fn of(&self, prompt: &PromptId) -> Option<&[PromptId]> {
        self.list.get(*self.by_prompt.get(prompt)?).map(Vec::as_slice)
    }
}

pub(super) fn find(context: &Context<'_>) -> Cycles {
    let waits = waiting(context);
    let mut cycles = Cycles::default();
    let mut walked = BTreeSet::new();
    let mut starts: Vec<&PromptId> = waits.keys().copied().collect();
    order::sort_by_key(&mut starts, |prompt| context.prompts.get(*prompt).map(|known| known.at));
    for start in starts {
        let mut path: Vec<&PromptId> = Vec::new();
        let mut next = Some(start);
        while let Some(prompt) = next.filter(|prompt| walked.insert(*prompt)) {
            path.push(prompt);
            next = waits.get(prompt).and_then(|sources| sources.first().copied());
        }
        // Where the walk met itself, the way back to that prompt is a circle.
        let met = next.and_then(|end| path.iter().position(|prompt| *prompt == end));
        if let Some(circle) = met.and_then(|at| path.get(at..)) {
            cycles.add(circle);
        }
    }
    cycles
}

impl Cycles {
    fn add(&mut self, circle: &[&PromptId]) {
        for prompt in circle {
            self.by_prompt.insert((*prompt).clone(), self.list.len());
        }
        self.list
            .push(circle.iter().chain(circle.first()).map(|prompt| (*prompt).clone()).collect());
    }
}

/// Prompts that can never be sorted, each with those of them that it waits for.
fn waiting<'a>(context: &Context<'a>) -> BTreeMap<&'a PromptId, Vec<&'a PromptId>> {
    // Beside what each waits for: how many of them are not sorted yet.
    let mut waits: BTreeMap<&PromptId, (Vec<&PromptId>, usize)> = BTreeMap::new();
    let mut waited_for: BTreeMap<&PromptId, Vec<&PromptId>> = BTreeMap::new();
    for (prompt, known) in &context.prompts {
        let sources = known.prompt.when.iter().flat_map(Condition::prompts);
        let sources: BTreeSet<&PromptId> =
            gathered(sources.filter(|source| context.prompts.contains_key(source)));
        for source in &sources {
            waited_for.entry(source).or_default().push(prompt);
        }
        let open = sources.len();
        waits.insert(prompt, (sources.into_iter().collect(), open));
    }
    let free = waits.iter().filter(|(_, (_, open))| *open == 0);
    let mut done: Vec<&PromptId> = free.map(|(prompt, _)| *prompt).collect();
    while let Some(source) = done.pop() {
        for prompt in waited_for.get(source).into_iter().flatten() {
            let Some((_, open)) = waits.get_mut(*prompt) else { continue };
            *open = open.saturating_sub(1);
            if *open == 0 {
                done.push(prompt);
            }
        }
    }
    let is_stuck = |prompt: &PromptId| waits.get(prompt).is_some_and(|(_, open)| *open > 0);
    let stuck = waits.iter().filter(|(prompt, _)| is_stuck(prompt));
    gathered(stuck.map(|(prompt, (sources, _))| {
        let sources = sources.iter().copied().filter(|source| is_stuck(source));
        (*prompt, sources.collect::<Vec<_>>())
    }))
}
