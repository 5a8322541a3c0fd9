//! The questions of a tool, each after those whose answers decide whether it is asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::gather::gathered;
use crate::id::PromptId;
use crate::order;
use crate::tool::{Graph, Prompt, Tool};

/// The questions of a tool, in the order in which the answers of a case are brought together.
pub(super) struct Questions<'a> {
    pub(super) tool: &'a Tool,
    pub(super) graph: Graph,
    pub(super) in_order: Vec<&'a Prompt>,
    own_parts: BTreeSet<&'a PromptId>,
}

impl<'a> Questions<'a> {
    pub(super) fn of(tool: &'a Tool) -> Self {
        let graph = Graph::compile(tool);
        let in_order = in_order(tool, &graph);
        let own_parts = tool.prompts().map(|(_, prompt)| prompt).filter(|one| one.of_each_agency);
        let own_parts = gathered(own_parts.map(|prompt| &prompt.id));
        Self { tool, graph, in_order, own_parts }
    }

    /// Whether each agency is asked about its own part.
    pub(super) fn is_of_each_agency(&self, prompt: &PromptId) -> bool {
        self.own_parts.contains(prompt)
    }

    /// Whether the answer decides about other questions.
    pub(super) fn decides(&self, prompt: &PromptId) -> bool {
        self.graph.dependents(prompt).next().is_some()
    }
}

/// By how many others stand before it; otherwise as they are asked.
fn in_order<'a>(tool: &'a Tool, graph: &Graph) -> Vec<&'a Prompt> {
    let mut prompts: Vec<&Prompt> = tool.prompts().map(|(_, prompt)| prompt).collect();
    let mut depths: BTreeMap<&PromptId, usize> =
        gathered(tool.prompts().map(|(_, prompt)| (&prompt.id, 0_usize)));
    // No chain is longer than that; a tool that asks in circles comes to an end too.
    for _ in 0..prompts.len() {
        if !deepen(&mut depths, &prompts, graph) {
            break;
        }
    }
    order::sort_by_key(&mut prompts, |prompt| depths.get(&prompt.id).copied());
    prompts
}

/// Puts every question below those that decide about it; whether any of them moved.
fn deepen(depths: &mut BTreeMap<&PromptId, usize>, prompts: &[&Prompt], graph: &Graph) -> bool {
    let mut moved = false;
    for prompt in prompts {
        let below = depths.get(&prompt.id).map_or(1, |depth| depth + 1);
        for dependent in graph.dependents(&prompt.id) {
            if let Some(depth) = depths.get_mut(dependent)
                && *depth < below
            {
                *depth = below;
                moved = true;
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::{prompt, tool};

    #[test]
    fn n10_a_follow_up_is_brought_together_after_its_question_wherever_it_is_asked() {
        let mut tool = tool("area-and-case");
        for area in &mut tool.areas {
            area.prompts.reverse();
        }
        let questions = Questions::of(&tool);
        let at = |id: &str| questions.in_order.iter().position(|one| one.id == prompt(id)).unwrap();
        assert!(at("alone") < at("views"));
        assert_eq!(questions.in_order.len(), tool.prompts().count());
        assert!(questions.decides(&prompt("alone")) && !questions.decides(&prompt("views")));
    }
}
