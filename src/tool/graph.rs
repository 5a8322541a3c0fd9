//! Which prompts are asked, kept up to date by looking only at what a change can reach.
//!
//! A prompt is asked when the agency is in its audience and its area's, its
//! area is not set aside ([`Area::not_applicable_when`]), the prompt that it
//! follows is not hidden, and its own condition holds. A hidden prompt's stored
//! answer counts as unanswered, so a change can hide a whole chain; [`Graph`]
//! is compiled once per tool and walks that chain in order, each prompt once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::{Answers, Area, Audience, Condition, Prompt, Tool, Visible};
use crate::gather::gathered;
use crate::id::{AgencyKind, AreaId, PromptId};

/// Whether a prompt is asked in one return, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asking {
    /// The auditor is asked.
    Asked,
    /// Not of this kind of agency; stays listed as such.
    NotAskedOfAgency,
    /// Not with these answers; a stored answer is kept and counts as unanswered.
    HiddenByCondition,
}

/// Which prompts are asked in one return.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown(BTreeMap<PromptId, Asking>);

impl Shown {
    /// Whether the prompt is asked; `None` where the tool has no such prompt.
    pub fn asking(&self, prompt: &PromptId) -> Option<Asking> {
        self.0.get(prompt).copied()
    }

    /// Whether the prompt is asked.
    pub fn is_asked(&self, prompt: &PromptId) -> bool {
        self.asking(prompt) == Some(Asking::Asked)
    }
}

/// Something whose look depends on answers besides being asked or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// A prompt's wording, advice, or bar on "not applicable".
    Prompt(PromptId),
    /// An area's expectation to be "not applicable".
    Area(AreaId),
}

/// What one changed answer led to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Prompts that are now asked or hidden and were not before, in order of evaluation.
    pub asking: Vec<PromptId>,
    /// Prompts and areas with another condition that asked about something changed.
    pub readers: BTreeSet<Reader>,
}

/// The dependencies among a tool's prompts.
#[derive(Debug, Clone)]
pub struct Graph {
    /// Every prompt after those that it depends on.
    nodes: Vec<Node>,
    /// Position in `nodes`.
    places: BTreeMap<PromptId, usize>,
}

#[derive(Debug, Clone)]
struct Node {
    prompt: PromptId,
    area_audience: Audience,
    audience: Audience,
    area_set_aside: Option<Condition>,
    follows: Option<PromptId>,
    when: Option<Condition>,
    dependents: BTreeSet<usize>,
    readers: BTreeSet<Reader>,
}

impl Graph {
    /// Compiles the dependencies of a tool.
    ///
    /// Total, also for a tool that validation would refuse: references to
    /// unknown prompts never hold, the first of two prompts with one id counts,
    /// and the prompts of a cycle are evaluated once each, in the tool's order.
    pub fn compile(tool: &Tool) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let mut seen = BTreeSet::new();
        for (area, prompt) in tool.prompts() {
            if seen.insert(&prompt.id) {
                nodes.push(Node::new(area, prompt));
            }
        }
        let nodes = in_order(nodes);
        let places = gathered(nodes.iter().enumerate().map(|(at, node)| (node.prompt.clone(), at)));
        let mut graph = Self { nodes, places };
        graph.link_dependents();
        graph.link_readers(tool);
        graph
    }

    /// Which prompts are asked, from nothing.
    pub fn shown(&self, answers: &impl Answers) -> Shown {
        let mut shown = Shown::default();
        for node in &self.nodes {
            let asking = node.asking(&shown, answers);
            shown.0.insert(node.prompt.clone(), asking);
        }
        shown
    }

    /// Brings `shown` up to date after the answer to one prompt changed.
    ///
    /// Evaluates only prompts that depend on it, directly or through a prompt
    /// that this very change hid or revealed.
    pub fn update(&self, shown: &mut Shown, changed: &PromptId, answers: &impl Answers) -> Change {
        let mut change = Change::default();
        let Some(start) = self.node(changed) else { return change };
        change.readers.extend(start.readers.iter().cloned());
        let mut waiting = start.dependents.clone();
        let mut from = 0_usize;
        while let Some(at) = waiting.range(from..).next().copied() {
            from = at + 1;
            let Some(node) = self.nodes.get(at) else { continue };
            let asking = node.asking(shown, answers);
            if shown.0.insert(node.prompt.clone(), asking) == Some(asking) {
                continue;
            }
            change.asking.push(node.prompt.clone());
            change.readers.extend(node.readers.iter().cloned());
            // Only forwards: within a cycle nothing is evaluated twice.
            waiting.extend(node.dependents.range(from..));
        }
        change
    }

    /// Prompts that are hidden or revealed by the answer to this one, directly.
    pub fn dependents(&self, prompt: &PromptId) -> impl Iterator<Item = &PromptId> {
        let places = self.node(prompt).into_iter().flat_map(|node| &node.dependents);
        places.filter_map(|at| self.nodes.get(*at)).map(|node| &node.prompt)
    }

    /// Prompts and areas of which another condition asks about this prompt.
    pub fn readers(&self, prompt: &PromptId) -> impl Iterator<Item = &Reader> {
        self.node(prompt).into_iter().flat_map(|node| &node.readers)
    }

    fn node(&self, prompt: &PromptId) -> Option<&Node> {
        self.nodes.get(*self.places.get(prompt)?)
    }

    fn link_dependents(&mut self) {
        let mut links: Vec<(usize, usize)> = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let sources = node.depends_on().into_iter().filter_map(|id| self.places.get(id));
            links.extend(sources.map(|source| (*source, at)));
        }
        for (source, at) in links {
            if let Some(node) = self.nodes.get_mut(source) {
                node.dependents.insert(at);
            }
        }
    }

    fn link_readers(&mut self, tool: &Tool) {
        for area in &tool.areas {
            let conditions = area.not_applicable_when.iter();
            self.read_by(&Reader::Area(area.id.clone()), conditions);
            for prompt in &area.prompts {
                self.read_by(&Reader::Prompt(prompt.id.clone()), prompt.other_conditions());
            }
        }
    }

    fn read_by<'a>(&mut self, reader: &Reader, conditions: impl Iterator<Item = &'a Condition>) {
        for prompt in conditions.flat_map(Condition::prompts) {
            let node = self.places.get(prompt).and_then(|at| self.nodes.get_mut(*at));
            if let Some(node) = node {
                node.readers.insert(reader.clone());
            }
        }
    }
}

impl Node {
    fn new(area: &Area, prompt: &Prompt) -> Self {
        Self {
            prompt: prompt.id.clone(),
            area_audience: area.asked_of.clone(),
            audience: prompt.asked_of.clone(),
            area_set_aside: area.not_applicable_when.clone(),
            follows: prompt.follows.clone(),
            when: prompt.when.clone(),
            dependents: BTreeSet::new(),
            readers: BTreeSet::new(),
        }
    }

    fn is_for(&self, agency: &AgencyKind) -> bool {
        self.area_audience.includes(agency) && self.audience.includes(agency)
    }

    fn asking(&self, shown: &Shown, answers: &impl Answers) -> Asking {
        if !self.is_for(answers.agency()) {
            return Asking::NotAskedOfAgency;
        }
        let visible = Visible::new(shown, answers);
        let set_aside = self.area_set_aside.as_ref().is_some_and(|when| when.holds(&visible));
        let followed = self.follows.as_ref().and_then(|prompt| shown.asking(prompt));
        let wanted = self.when.as_ref().is_none_or(|when| when.holds(&visible));
        if set_aside || followed == Some(Asking::HiddenByCondition) || !wanted {
            return Asking::HiddenByCondition;
        }
        Asking::Asked
    }

    fn depends_on(&self) -> Vec<&PromptId> {
        let conditions = self.area_set_aside.iter().chain(&self.when);
        conditions.flat_map(Condition::prompts).chain(&self.follows).collect()
    }
}

/// Sorts prompts after those that they depend on, otherwise as they stand (Kahn's algorithm).
fn in_order(nodes: Vec<Node>) -> Vec<Node> {
    let mut waits = Waits::of(&nodes);
    let mut slots: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(slots.len());
    while let Some(Reverse(at)) = waits.ready.pop() {
        sorted.extend(slots.get_mut(at).and_then(Option::take));
        waits.release(at);
    }
    // What is left waits for itself: a cycle, which validation refuses.
    sorted.extend(slots.into_iter().flatten());
    sorted
}

/// How many others each prompt still waits for while they are sorted.
struct Waits {
    /// The first of them on top.
    ready: BinaryHeap<Reverse<usize>>,
    counts: Vec<usize>,
    waiting: Vec<Vec<usize>>,
}

impl Waits {
    fn of(nodes: &[Node]) -> Self {
        let places: BTreeMap<&PromptId, usize> =
            gathered(nodes.iter().enumerate().map(|(at, node)| (&node.prompt, at)));
        let mut waiting = vec![Vec::new(); nodes.len()];
        let mut counts = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let sources: BTreeSet<usize> =
                gathered(node.depends_on().into_iter().filter_map(|id| places.get(id).copied()));
            counts.push(sources.len());
            for source in sources {
                waiting.get_mut(source).into_iter().for_each(|list: &mut Vec<usize>| list.push(at));
            }
        }
        let free = counts.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| at);
        Self { ready: gathered(free.map(Reverse)), counts, waiting }
    }

    fn release(&mut self, done: usize) {
        for at in self.waiting.get(done).into_iter().flatten() {
            let Some(count) = self.counts.get_mut(*at) else { continue };
            *count -= 1;
            if *count == 0 {
                self.ready.push(Reverse(*at));
            }
        }
    }
}

#[cfg(test)]
mod tests;
