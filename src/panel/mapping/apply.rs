//! A return of another tool, read by a mapping.

use std::collections::BTreeSet;

use super::ToolMapping;
use crate::audit_return::{Answer, Return};
use crate::check::{Place, texts};
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::panel::workbook::Workbook;
use crate::tool::{AnswerValue, ToolRef};

/// Something of a return that the mapping gives no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmatched {
    /// An answer.
    Answer {
        /// To this prompt of the other tool.
        prompt: PromptId,
        /// As it was asked.
        asked: String,
        /// What was answered.
        answer: Answer,
    },
    /// What was recorded of an area: grade, reason, strengths, concerns.
    Area {
        /// Of the other tool.
        area: AreaId,
        /// Its title.
        title: String,
    },
}

/// The return as if it answered the round's tool: what is mapped, under our ids; all else left out.
///
/// What is about the case and not about a question stays as it is.
pub fn mapped(ret: &Return, mapping: &ToolMapping) -> Return {
    let answers = ret.answers.iter().filter_map(|(theirs, answer)| {
        Some((mapping.prompts.get(theirs)?.clone(), answer.clone()))
    });
    let areas = ret
        .areas
        .iter()
        .filter_map(|(theirs, record)| Some((mapping.areas.get(theirs)?.clone(), record.clone())));
    let do_not_disclose = marks(ret, mapping);
    Return { answers: gathered(answers), areas: gathered(areas), do_not_disclose, ..ret.clone() }
}

/// Edge case 32: what the auditor marked as not to be disclosed, where its text stands now.
fn marks(ret: &Return, mapping: &ToolMapping) -> Vec<String> {
    if ret.do_not_disclose.is_empty() {
        return Vec::new();
    }
    let marked = texts(ret).into_iter().filter(|one| ret.withholds(&one.place.key()));
    let here: BTreeSet<String> =
        gathered(marked.filter_map(|one| Some(place_here(&one.place, mapping)?.key())));
    here.into_iter().collect()
}

fn place_here(theirs: &Place, mapping: &ToolMapping) -> Option<Place> {
    Some(match theirs {
        Place::Prompt(id) => Place::Prompt(mapping.prompts.get(id)?.clone()),
        Place::Area(id, part) => Place::Area(mapping.areas.get(id)?.clone(), *part),
        Place::Text(within, part) => place_here(within, mapping)?.text(part.clone()),
        other => other.clone(),
    })
}

/// V-07: everything in the return that the mapping leaves out.
pub fn unmatched(ret: &Return, mapping: &ToolMapping) -> Vec<Unmatched> {
    let answers = ret
        .answers
        .iter()
        .filter(|(theirs, answer)| !mapping.prompts.contains_key(theirs) && !answer.is_empty());
    let answers = answers.map(|(prompt, answer)| Unmatched::Answer {
        prompt: prompt.clone(),
        asked: mapping.tool.prompt(prompt).map_or_else(String::new, |(_, one)| one.text.clone()),
        answer: answer.clone(),
    });
    let areas = ret.areas.iter().filter(|(theirs, record)| {
        !mapping.areas.contains_key(theirs) && **record != Default::default()
    });
    let areas = areas.map(|(area, _)| Unmatched::Area {
        area: area.clone(),
        title: mapping.tool.area(area).map_or_else(String::new, |one| one.title.clone()),
    });
    answers.chain(areas).collect()
}

impl Unmatched {
    /// What was answered, in a few words.
    pub fn said(&self) -> String {
        match self {
            Self::Answer { answer, .. } => {
                let value = answer.value().map(AnswerValue::label).unwrap_or_default();
                [value, &answer.evidence]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(": ")
            }
            Self::Area { .. } => String::new(),
        }
    }
}

/// A question or an area of another tool that has no place here, and is said something about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What is asked there.
    pub asked: String,
    /// In how many returns of that tool something stands there.
    pub returns: usize,
}

impl Workbook {
    /// V-07: everything that the mapping of a tool leaves out of the returns that are here, in the order of the tool.
    pub fn left_out(&self, tool: &ToolRef) -> Vec<LeftOut> {
        let Some(mapping) = self.mapping(tool) else { return Vec::new() };
        let entries = self.register().entries();
        let of_tool = entries
            .filter(|(_, entry)| entry.facts.as_ref().is_some_and(|facts| facts.tool == *tool));
        let returns = of_tool.filter_map(|(file, _)| self.as_signed(file));
        let mut counted: Vec<LeftOut> = Vec::new();
        for one in returns.flat_map(|ret| unmatched(ret, mapping)) {
            let asked = one.asked();
            match counted.iter_mut().find(|known| known.asked == asked) {
                Some(known) => known.returns += 1,
                None => counted.push(LeftOut { asked, returns: 1 }),
            }
        }
        counted
    }
}

impl Unmatched {
    /// What was asked, with its number.
    fn asked(&self) -> String {
        match self {
            Self::Answer { prompt, asked, .. } => [prompt.as_str(), " ", asked].concat(),
            Self::Area { title, .. } => title.clone(),
        }
    }
}
