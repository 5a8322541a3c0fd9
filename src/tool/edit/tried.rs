//! What auditors would be asked, and in which words, with answers that somebody tries a draft with.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{AgencyKind, PromptId};
use crate::tool::{Answers, Condition, Graph, Prompt, Tool, Visible};

/// Answers that a draft is tried with, one value a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Who answers.
    pub agency: AgencyKind,
    /// An answer value, an option's id or a number; a question that is not there is not answered.
    pub answers: BTreeMap<PromptId, String>,
}

/// One question of an area, with the answers tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<'a> {
    /// The question.
    pub prompt: &'a Prompt,
    /// As it reads.
    pub text: &'a str,
}

impl Answers for Tried {
    fn is_answered(&self, prompt: &PromptId) -> bool {
        self.answers.contains_key(prompt)
    }

    fn holds(&self, prompt: &PromptId, value: &str) -> bool {
        self.answers.get(prompt).is_some_and(|answer| answer == value)
    }

    fn number(&self, prompt: &PromptId) -> Option<u32> {
        self.answers.get(prompt)?.trim().parse().ok()
    }

    fn agency(&self) -> &AgencyKind {
        &self.agency
    }
}

impl Tried {
    /// With answers at which `prompt` is asked, as far as one can be named for each part of its condition.
    pub fn asking(agency: AgencyKind, prompt: &Prompt) -> Self {
        let mut tried = Self { agency, answers: BTreeMap::new() };
        if let Some(when) = &prompt.when {
            tried.satisfy(when);
        }
        tried
    }

    fn satisfy(&mut self, condition: &Condition) {
        let said = match condition {
            Condition::All(parts) => return parts.iter().for_each(|part| self.satisfy(part)),
            Condition::Any(parts) => {
                return parts.first().into_iter().for_each(|part| self.satisfy(part));
            }
            Condition::Answer { prompt, is } => is.first().map(|value| (prompt, value.clone())),
            Condition::Number { prompt, at_least, at_most } => {
                let number = at_least.or(*at_most).unwrap_or(0);
                Some((prompt, number.to_string()))
            }
            Condition::Answered(_) | Condition::Not(_) | Condition::Agency(_) => None,
        };
        self.answers.extend(said.map(|(prompt, value)| (prompt.clone(), value)));
    }
}

impl Tool {
    /// Questions whose answers decide whether some of `prompts` are asked, and how they are worded.
    pub fn deciding<'a>(&'a self, prompts: &[&Prompt]) -> Vec<&'a Prompt> {
        let mut found: BTreeSet<&PromptId> = BTreeSet::new();
        let mut open: Vec<&PromptId> =
            prompts.iter().flat_map(|one| self.asked_about(&one.id)).collect();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(self.asked_about(next));
            }
        }
        self.prompts().map(|(_, prompt)| prompt).filter(|one| found.contains(&one.id)).collect()
    }

    /// Questions that the conditions of one question and of its area ask about.
    fn asked_about(&self, id: &PromptId) -> Vec<&PromptId> {
        let Some((area, prompt)) = self.prompt(id) else { return Vec::new() };
        let rewordings = prompt.rewordings.iter().map(|one| &one.when);
        let conditions = prompt.when.iter().chain(&area.not_applicable_when).chain(rewordings);
        let followed = prompt.follows.iter().flat_map(|followed| self.asked_about(followed));
        conditions.flat_map(Condition::prompts).chain(followed).collect()
    }

    /// Those of `prompts` that are asked with these answers, in the words in which they are.
    pub fn seen<'a>(&self, prompts: &[&'a Prompt], tried: &Tried) -> Vec<Seen<'a>> {
        let shown = Graph::compile(self).shown(tried);
        let visible = Visible::new(&shown, tried);
        let asked = prompts.iter().filter(|prompt| shown.is_asked(&prompt.id));
        asked.map(|prompt| Seen { prompt, text: prompt.wording(&visible) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ToolId;
    use crate::tool::library;

    fn tool() -> Tool {
        library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap()
    }

    fn tried(agency: &str, answers: &[(&str, &str)]) -> Tried {
        let answers = answers.iter().map(|(id, value)| (id.parse().unwrap(), (*value).to_owned()));
        Tried { agency: agency.parse().unwrap(), answers: answers.collect() }
    }

    fn of<'a>(tool: &'a Tool, id: &str) -> &'a Prompt {
        tool.prompt(&id.parse().unwrap()).unwrap().1
    }

    #[test]
    fn a_draft_is_tried_with_answers_that_decide_what_is_asked() {
        let tool = tool();
        let interpreter = of(&tool, "4.4");
        let asked = |answer: &str| {
            tool.seen(&[interpreter], &tried("social-care", &[("1.4", answer)])).len()
        };
        assert_eq!((asked("no"), asked("child")), (0, 1));
        let decided: Vec<&str> =
            tool.deciding(&[interpreter]).iter().map(|one| one.id.as_str()).collect();
        assert_eq!(decided, ["1.4"]);
    }

    #[test]
    fn g20_a_draft_shows_the_words_for_an_unborn_child() {
        let tool = tool();
        let contact = of(&tool, "1.16");
        let words = |age: &str| {
            let tried = tried("midwifery", &[("1.1", age)]);
            tool.seen(&[contact], &tried)[0].text.to_owned()
        };
        assert_eq!(words("5-to-9"), "Did your agency work with the child directly?");
        assert_eq!(
            words("unborn"),
            "Did your agency work with the unborn child's mother directly?"
        );
    }

    #[test]
    fn a_question_is_shown_first_with_answers_at_which_it_is_asked() {
        let tool = tool();
        for (_, prompt) in tool.prompts() {
            let kind = tool.agency_kinds.iter().find(|kind| prompt.asked_of.includes(&kind.id));
            let tried = Tried::asking(kind.unwrap().id.clone(), prompt);
            let is_simple = matches!(prompt.when, None | Some(Condition::Answer { .. }));
            let chained = prompt.follows.is_some() || !tool.deciding(&[prompt]).is_empty();
            if is_simple && !chained {
                assert_eq!(tool.seen(&[prompt], &tried).len(), 1, "{}", prompt.id);
            }
        }
        let tried = Tried::asking("school".parse().unwrap(), of(&tool, "1.11.a"));
        assert_eq!(tried.answers[&"1.11".parse().unwrap()], "audited");
    }
}
