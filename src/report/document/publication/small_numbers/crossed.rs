//! What is asked by several answers at once (I-09).
//!
//! "Where there is domestic abuse", and "where there is domestic abuse or a parent in prison": six cases, and seven. So
//! one child has a parent in prison without the other, which neither number tells by itself. So it is with bounds of one
//! number: "three times or more" in seven, "five times or more" in six.

use std::collections::BTreeSet;

use super::{conditions, i09_suppressed, set_aside_when};
use crate::gather::{found_or_new, gathered};
use crate::id::{CaseRef, PromptId};
use crate::panel::counts::{CaseCount, RoundAnswers};
use crate::tool::{ChoiceOption, Condition, Prompt, PromptKind, Tool};

/// Whether fewer cases than `below`, and not none, are alike in which of the answers to these questions they have that
/// the conditions ask for.
///
/// Answers of which a case can have one only are parts of a whole, and are looked at as that
/// ([`i09_suppressed`]).
pub(super) fn crosses_few(
    tool: &Tool,
    answers: &RoundAnswers,
    conditions: &[&Condition],
    below: usize,
    is_looked_at: &dyn Fn(&PromptId) -> bool,
) -> bool {
    let mut parts = Vec::new();
    conditions.iter().for_each(|when| add_parts(tool, when, &mut parts));
    parts.retain(|part| part.prompts().into_iter().all(is_looked_at));
    let mut asked = parts.iter().flat_map(Condition::prompts);
    asked.any(|prompt| bounds_tell(tool, answers, prompt, below))
        || (is_crossed(tool, &parts) && few_are_alike(answers, &parts, below))
}

/// Whether fewer cases than `below`, and not none, lie between the bounds by which questions and areas ask for this
/// number, or have it without the one and not the other.
pub(super) fn bounds_tell(
    tool: &Tool,
    answers: &RoundAnswers,
    prompt: &PromptId,
    below: usize,
) -> bool {
    let is_number = |asked: &Prompt| matches!(asked.kind, PromptKind::Number { .. });
    if !tool.prompt(prompt).is_some_and(|(_, asked)| is_number(asked)) {
        return false;
    }
    let of_prompts = tool.prompts().flat_map(|(area, asked)| conditions(area, asked));
    let of_areas = tool.areas.iter().filter_map(set_aside_when);
    let mut bounds = Vec::new();
    of_prompts.chain(of_areas).for_each(|when| add_parts(tool, when, &mut bounds));
    bounds.retain(|part| part.prompts().contains(&prompt));
    bounds.len() > 1 && few_are_alike(answers, &bounds, below)
}

/// Whether few cases have the same of these answers.
fn few_are_alike(answers: &RoundAnswers, parts: &[Condition], below: usize) -> bool {
    let mut alike: Vec<(Vec<bool>, usize)> = Vec::new();
    for case in answers.cases() {
        let has: Vec<bool> = parts.iter().map(|part| part.holds(case)).collect();
        found_or_new(&mut alike, |one| one.0 == has, || (has.clone(), 0)).1 += 1;
    }
    let counts: Vec<usize> = alike.into_iter().map(|(_, count)| count).collect();
    i09_suppressed(&counts, below).contains(&None)
}

/// Each answer that a condition asks for, once.
fn add_parts(tool: &Tool, when: &Condition, parts: &mut Vec<Condition>) {
    match when {
        Condition::All(all) | Condition::Any(all) => {
            all.iter().for_each(|part| add_parts(tool, part, parts));
        }
        Condition::Not(part) => add_parts(tool, part, parts),
        Condition::Answer { prompt, is } if has_several(tool, prompt) => {
            for value in is {
                let (prompt, is) = (prompt.clone(), vec![value.clone()]);
                add(Condition::Answer { prompt, is }, parts);
            }
        }
        Condition::Answer { .. } | Condition::Answered(_) | Condition::Number { .. } => {
            add(when.clone(), parts);
        }
        // No answer of a case.
        Condition::Agency(_) => {}
    }
}

fn add(part: Condition, parts: &mut Vec<Condition>) {
    if !parts.contains(&part) {
        parts.push(part);
    }
}

/// Whether a case can have any of these answers beside any other.
fn is_crossed(tool: &Tool, parts: &[Condition]) -> bool {
    let asked: BTreeSet<&PromptId> = gathered(parts.iter().flat_map(Condition::prompts));
    let several = asked.iter().any(|prompt| has_several(tool, prompt));
    parts.len() > 1 && (asked.len() > 1 || several)
}

fn has_several(tool: &Tool, prompt: &PromptId) -> bool {
    let asked = tool.prompt(prompt);
    asked.is_some_and(|(_, asked)| matches!(asked.kind, PromptKind::Choices { .. }))
}

/// Whether the answers that exclude all others, such as "none of these", tell by what they leave of all cases that few
/// have one of the others without another: of ten, less the three with none, less the six with domestic abuse.
pub(super) fn rest_tells(
    tally: &[CaseCount],
    options: &[ChoiceOption],
    below: usize,
    is_told: &dyn Fn(usize) -> bool,
) -> bool {
    let given = tally.iter().zip(options);
    let given = given.filter(|(count, option)| !option.exclusive && !count.cases.is_empty());
    let given: Vec<&Vec<CaseRef>> = given.map(|(count, _)| &count.cases).collect();
    let any: BTreeSet<&CaseRef> = gathered(given.iter().copied().flatten());
    let told = given.iter().filter(|cases| is_told(cases.len()));
    let mut left: Vec<usize> = told.map(|cases| any.len().saturating_sub(cases.len())).collect();
    // Of two answers that are both told, how many cases have both.
    if let ([one, other], 2) = (given.as_slice(), left.len()) {
        left.push((one.len() + other.len()).saturating_sub(any.len()));
    }
    left.into_iter().any(|cases| (1..below).contains(&cases))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::{deciding, is_of_details};
    use super::*;
    use crate::tool::library;

    /// Which questions a tool asks by several details of the child or the family at once.
    fn crossed(tool: &Tool) -> Vec<String> {
        let is_detail = |prompt: &PromptId| {
            let asked = tool.prompt(prompt);
            asked.is_some_and(|(area, asked)| is_of_details(area) && !asked.of_each_agency)
        };
        let by_several = |prompt: &PromptId| {
            let mut parts = Vec::new();
            deciding(tool, prompt).iter().for_each(|when| add_parts(tool, when, &mut parts));
            parts.retain(|part| part.prompts().into_iter().all(is_detail));
            is_crossed(tool, &parts)
        };
        let asked = tool.prompts().map(|(_, prompt)| &prompt.id);
        asked.filter(|prompt| by_several(prompt)).map(ToString::to_string).collect()
    }

    #[test]
    fn i09_shipped_tools_ask_questions_by_several_details_at_once() {
        let all: BTreeMap<String, Vec<String>> =
            library::all().iter().map(|tool| (tool.id.to_string(), crossed(tool))).collect();
        let of = |tool: &str| all[tool].join(" ");
        assert_eq!(of("case-file-2009"), "2.2.b 4.7.d");
        assert_eq!(of("early-help-themes"), "2.4 2.4.a");
        assert_eq!(of("themed-six-step"), "2.3.b");
        // Each by one answer, or by ages, of which a child has one.
        assert_eq!((of("child-journey"), of("s47-strategy-2013")), (String::new(), String::new()));
    }
}
