//! What differs between two versions of a tool, in words.

use std::collections::BTreeSet;

use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::tool::{Area, Prompt, Tool};

/// One difference between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Title, summary or language.
    Described,
    /// Kinds of agency were added, taken away or renamed.
    Agencies,
    /// Other grades, or the same with other words.
    Scale,
    /// What carries a grade.
    GradedBy,
    /// A new area.
    AreaAdded(AreaId, String),
    /// A retired area that is asked again.
    AreaRestored(AreaId, String),
    /// An area that is asked no longer.
    AreaRetired(AreaId, String),
    /// Title, number or introduction of an area.
    AreaReworded(AreaId, String),
    /// An area stands elsewhere.
    AreaMoved(AreaId, String),
    /// Who is asked an area, whether it is graded or about one child alone, or its hints.
    AreaChanged(AreaId, String),
    /// A new question.
    Added(PromptId, String),
    /// A question that is asked no longer.
    RetiredPrompt(PromptId, String),
    /// Other words for a question.
    Reworded {
        /// Which.
        prompt: PromptId,
        /// The words before.
        from: String,
        /// The words now.
        to: String,
    },
    /// A question stands elsewhere.
    Moved(PromptId, String),
    /// How a question is answered, by whom, when, or what it follows.
    Asked(PromptId, String),
    /// Whether a question asks each agency about its own part: returns or cases are counted.
    OfEachAgency {
        /// Which.
        prompt: PromptId,
        /// As it is asked.
        text: String,
        /// It does now.
        now: bool,
    },
    /// Help beside a question.
    Guided(PromptId, String),
    /// Which questions and areas are marked as retired, and nothing else of them.
    Retired,
}

impl Difference {
    /// In a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Described => "Title or summary changed.".into(),
            Self::Agencies => "Kinds of agency changed.".into(),
            Self::Scale => {
                "The grading scale changed: grades of the two versions are not compared.".into()
            }
            Self::GradedBy => "What carries a grade changed.".into(),
            Self::AreaAdded(_, title) => format!("Area added: “{title}”."),
            Self::AreaRestored(_, title) => format!("Area asked again: “{title}”."),
            Self::AreaRetired(_, title) => format!("Area retired: “{title}”."),
            Self::AreaReworded(_, title) => format!("Area reworded: “{title}”."),
            Self::AreaMoved(_, title) => format!("Area moved: “{title}”."),
            Self::AreaChanged(_, title) => {
                format!(
                    "Area “{title}”: who is asked, whether it is graded, its hints, or whether it \
                     is about one child alone changed."
                )
            }
            Self::Added(prompt, text) => format!("Question {prompt} added: “{text}”"),
            Self::RetiredPrompt(prompt, text) => format!("Question {prompt} retired: “{text}”"),
            Self::Reworded { prompt, from, to } => {
                format!("Question {prompt} reworded from “{from}” to “{to}”")
            }
            Self::Moved(prompt, text) => format!("Question {prompt} moved: “{text}”"),
            Self::Asked(prompt, text) => {
                format!("Question {prompt}: how, of whom or when it is asked changed: “{text}”")
            }
            Self::OfEachAgency { prompt, text, now: true } => format!(
                "Question {prompt} asks each agency about its own part now, and returns are \
                 counted: “{text}”"
            ),
            Self::OfEachAgency { prompt, text, now: false } => format!(
                "Question {prompt} has one answer a case now, and cases are counted: “{text}”"
            ),
            Self::Guided(prompt, text) => {
                format!("Question {prompt}: the help beside it changed: “{text}”")
            }
            Self::Retired => "The list of retired questions and areas changed.".into(),
        }
    }
}

/// Everything that differs, the tool itself first, then area by area. Empty where only the version does.
pub fn differences(before: &Tool, after: &Tool) -> Vec<Difference> {
    let mut found = Vec::new();
    let described = |tool: &Tool| (tool.title.clone(), tool.summary.clone(), tool.language.clone());
    if before.id != after.id || described(before) != described(after) {
        found.push(Difference::Described);
    }
    if before.agency_kinds != after.agency_kinds {
        found.push(Difference::Agencies);
    }
    if before.scale != after.scale {
        found.push(Difference::Scale);
    }
    if before.graded_by != after.graded_by {
        found.push(Difference::GradedBy);
    }
    of_areas(before, after, &mut found);
    of_prompts(before, after, &mut found);
    if found.is_empty() && before.retired != after.retired {
        found.push(Difference::Retired);
    }
    found
}

fn of_areas(before: &Tool, after: &Tool, found: &mut Vec<Difference>) {
    let ids =
        |tool: &Tool| -> Vec<AreaId> { tool.areas.iter().map(|area| area.id.clone()).collect() };
    let moved = out_of_order(&ids(before), &ids(after));
    for area in &after.areas {
        let (id, title) = (area.id.clone(), area.title.clone());
        let Some(was) = before.area(&area.id) else {
            let was_retired = before.retired.areas.contains(&id);
            let new = if was_retired { Difference::AreaRestored } else { Difference::AreaAdded };
            found.push(new(id, title));
            continue;
        };
        let words = |area: &Area| (area.title.clone(), area.number, area.introduction.clone());
        if words(was) != words(area) {
            found.push(Difference::AreaReworded(id.clone(), title.clone()));
        }
        if moved.contains(&area.id) {
            found.push(Difference::AreaMoved(id.clone(), title.clone()));
        }
        if is_asked_otherwise(was, area) {
            found.push(Difference::AreaChanged(id, title));
        }
    }
    let gone = before.areas.iter().filter(|area| after.area(&area.id).is_none());
    found.extend(gone.map(|area| Difference::AreaRetired(area.id.clone(), area.title.clone())));
}

fn is_asked_otherwise(was: &Area, area: &Area) -> bool {
    was.graded != area.graded
        || was.role != area.role
        || was.per_child != area.per_child
        || was.asked_of != area.asked_of
        || was.hints != area.hints
        || was.not_applicable_when != area.not_applicable_when
}

fn of_prompts(before: &Tool, after: &Tool, found: &mut Vec<Difference>) {
    for area in &after.areas {
        let ids = |tool: &Tool| -> Vec<PromptId> {
            let prompts = tool.area(&area.id).into_iter().flat_map(|area| &area.prompts);
            prompts.map(|prompt| prompt.id.clone()).collect()
        };
        let moved = out_of_order(&ids(before), &ids(after));
        for prompt in &area.prompts {
            match before.prompt(&prompt.id) {
                None => found.push(Difference::Added(prompt.id.clone(), prompt.text.clone())),
                Some((home, was)) => {
                    of_prompt(was, prompt, found);
                    if home.id != area.id || moved.contains(&prompt.id) {
                        found.push(Difference::Moved(prompt.id.clone(), prompt.text.clone()));
                    }
                }
            }
        }
    }
    let gone = before.prompts().filter(|(_, prompt)| after.prompt(&prompt.id).is_none());
    found.extend(
        gone.map(|(_, prompt)| Difference::RetiredPrompt(prompt.id.clone(), prompt.text.clone())),
    );
}

fn of_prompt(was: &Prompt, prompt: &Prompt, found: &mut Vec<Difference>) {
    let (id, text) = (prompt.id.clone(), prompt.text.clone());
    if was.text != prompt.text || was.hint != prompt.hint {
        let said =
            |prompt: &Prompt| [prompt.text.as_str(), " ", &prompt.hint].concat().trim().to_owned();
        let (from, to) = (said(was), said(prompt));
        found.push(Difference::Reworded { prompt: id.clone(), from, to });
    }
    // Whatever is neither words nor help: so that a new member of a prompt is not forgotten here.
    let rest = |prompt: &Prompt| Prompt {
        text: String::new(),
        hint: String::new(),
        guidance: Default::default(),
        of_each_agency: false,
        ..prompt.clone()
    };
    if rest(was) != rest(prompt) {
        found.push(Difference::Asked(id.clone(), text.clone()));
    }
    if was.of_each_agency != prompt.of_each_agency {
        let (prompt, text, now) = (id.clone(), text.clone(), prompt.of_each_agency);
        found.push(Difference::OfEachAgency { prompt, text, now });
    }
    if was.guidance != prompt.guidance {
        found.push(Difference::Guided(id, text));
    }
}

/// Of those in both lists, the fewest that must move to make one order of the other.
fn out_of_order<T: Ord + Clone>(before: &[T], after: &[T]) -> BTreeSet<T> {
    let common: Vec<&T> = after.iter().filter(|id| before.contains(id)).collect();
    let place = |id: &T| before.iter().position(|other| other == id);
    let places: Vec<usize> = common.iter().filter_map(|id| place(id)).collect();
    let stay = longest_rising(&places);
    let moved = common.iter().enumerate().filter(|(at, _)| !stay.contains(at));
    gathered(moved.map(|(_, id)| (*id).clone()))
}

/// Positions of a longest rising run among `numbers`, not next to each other perhaps.
fn longest_rising(numbers: &[usize]) -> BTreeSet<usize> {
    // For each position, the length of the longest run that ends there, and the position before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let earlier = numbers.iter().take(at).enumerate().filter(|(_, other)| *other < number);
        let longest = earlier.filter_map(|(from, _)| Some((best.get(from)?.0, from))).max();
        best.push(longest.map_or((1, None), |(length, from)| (length + 1, Some(from))));
    }
    let ends = best.iter().enumerate().max_by_key(|(_, (length, _))| *length);
    let mut stay = BTreeSet::new();
    let mut at = ends.map(|(at, _)| at);
    while let Some(here) = at {
        stay.insert(here);
        at = best.get(here).and_then(|(_, from)| *from);
    }
    stay
}
