//! What the numbers of one question would give away of another, and so are not told either (I-09).
//!
//! A question that is asked only after an answer, or then put in other words, has fewer cases behind it by
//! those that gave the answer: "6 of 9" in a round of ten tells of the one child who is not born yet. So of
//! such a question every number is told, or none. The same of one that is asked by several details at once: beside
//! how many have each of them, its number tells how many have one without the other; and of those that are asked by other
//! bounds of one number, which tell how many lie between.

mod crossed;
mod said;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{i09_suppressed, i09_threshold};
use crate::gather::gathered;
use crate::id::{CaseRef, PromptId};
use crate::panel::Workbook;
use crate::panel::counts::{CaseAnswers, CaseCount, IN_OTHER_WORDS, RoundAnswers};
use crate::report::chart::Table;
use crate::report::document::answer_label;
use crate::tool::{Area, AreaRole, ChoiceOption, Condition, Prompt, PromptKind, Tool};

/// Stands for a number that is not told.
pub const NOT_TOLD: &str = "*";

/// Which numbers of a round are held back, so that none of the others gives away a detail that few children share.
#[derive(Debug)]
pub struct SmallNumbers<'a> {
    tool: &'a Tool,
    answers: &'a RoundAnswers,
    /// Numbers of cases below this are small.
    below: usize,
    held_back: Cow<'a, BTreeSet<PromptId>>,
}

impl<'a> SmallNumbers<'a> {
    /// Of a round with these answers, by the threshold of its terms of reference.
    pub fn of(workbook: &'a Workbook, answers: &'a RoundAnswers) -> Self {
        Self::below(workbook, answers, threshold(workbook))
    }

    /// The same by another threshold; below two, nothing is held back.
    pub fn below(workbook: &'a Workbook, answers: &'a RoundAnswers, below: usize) -> Self {
        let tool = &workbook.plan().round.tool;
        let mut numbers = Self { tool, answers, below, held_back: Cow::Owned(BTreeSet::new()) };
        if below < 2 {
            return numbers;
        }
        loop {
            let found = numbers.found();
            if found.is_empty() {
                return numbers;
            }
            numbers.held_back.to_mut().extend(found);
        }
    }

    /// Of the same round and answers again, of which it was found before which questions are held back.
    pub fn known(
        workbook: &'a Workbook,
        answers: &'a RoundAnswers,
        held_back: &'a BTreeSet<PromptId>,
    ) -> Self {
        Self {
            tool: &workbook.plan().round.tool,
            answers,
            below: threshold(workbook),
            held_back: Cow::Borrowed(held_back),
        }
    }

    /// The questions of which no number is told.
    pub fn into_held_back(self) -> BTreeSet<PromptId> {
        self.held_back.into_owned()
    }

    /// Whether no number of a question is told: one would give away how many share a detail.
    pub fn holds_back(&self, prompt: &PromptId) -> bool {
        self.held_back.contains(prompt)
    }

    /// How many cases have which answer to a question on the child or the family, small numbers held back.
    ///
    /// Nothing is told of one that is put in other words to some: to how many is told by the answers that
    /// decide it. `None` where the tool has no such question of choice.
    pub fn attribute_table(&self, prompt: &PromptId) -> Option<Table> {
        let (_, known) = self.tool.prompt(prompt)?;
        let options = known.kind.options();
        if options.is_empty() {
            return None;
        }
        let tally = self.answers.tally(prompt, &known.kind);
        if known.of_each_agency {
            return self.own_part_table(known, &tally);
        }
        let is_reworded = self.answers.may_be_in_other_words(prompt);
        let is_told = self.below < 2 || !(is_reworded || self.holds_back(prompt));
        let told = |count: Option<usize>| {
            let count = count.filter(|_| is_told).map(|count| count.to_string());
            count.unwrap_or_else(|| NOT_TOLD.to_owned())
        };
        let shown = self.by_itself(known, &tally);
        let labels = options.iter().map(|option| option.label.clone());
        let mut rows: Vec<Vec<String>> =
            labels.zip(shown).map(|(label, count)| vec![label, told(count)]).collect();
        if is_reworded {
            rows.push(vec![IN_OTHER_WORDS.to_owned(), told(Some(beside(&tally)))]);
        }
        Some(Table {
            caption: known.text.clone(),
            head: vec!["Answer".into(), "Cases".into()],
            rows,
        })
    }

    /// The same of a question on agencies' own part, told of returns too: it describes no child, and stands among
    /// what does. Where any answer is of few cases, or of all but a few, no number is told.
    fn own_part_table(&self, asked: &Prompt, tally: &[CaseCount]) -> Option<Table> {
        let any_few = tally.iter().any(|count| self.is_few(count.cases.len()));
        own_part_table(self.answers, asked, tally, !any_few && !self.holds_back(&asked.id))
    }

    /// Questions that are held back because of those that are so far.
    fn found(&self) -> Vec<PromptId> {
        let asked = self.tool.prompts().filter(|(_, prompt)| !self.holds_back(&prompt.id));
        let found = asked.filter(|(area, prompt)| self.gives_away(area, prompt));
        found.map(|(_, prompt)| prompt.id.clone()).collect()
    }

    fn gives_away(&self, area: &Area, prompt: &Prompt) -> bool {
        prompt.follows.as_ref().is_some_and(|before| self.holds_back(before))
            || conditions(area, prompt).any(|when| self.tells(when))
            || self.crosses_few(&deciding(self.tool, &prompt.id))
            || self.is_reworded_to_few(prompt)
            || self.bounds_tell(&prompt.id)
            || (is_of_details(area)
                && !prompt.of_each_agency
                && self.stands_beside_others(area, prompt)
                && self.hides(prompt))
    }

    /// Whether the number of cases in which this holds may not be told.
    fn tells(&self, when: &Condition) -> bool {
        let prompts = when.prompts();
        if prompts.iter().any(|id| self.holds_back(id)) {
            return true;
        }
        if !prompts.iter().any(|id| self.is_detail(id)) {
            return false;
        }
        let holds = self.answers.cases().iter().filter(|case| when.holds(*case)).count();
        self.is_few(holds) || self.names_what_is_hidden(when) || self.crosses_few(&[when])
    }

    /// Whether few children have one of the details that these conditions ask for without another of them.
    fn crosses_few(&self, conditions: &[&Condition]) -> bool {
        let is_detail = |prompt: &PromptId| self.is_detail(prompt);
        crossed::crosses_few(self.tool, self.answers, conditions, self.below, &is_detail)
    }

    /// Whether this is a detail in numbers, and few children lie between the bounds by which it is asked for.
    fn bounds_tell(&self, prompt: &PromptId) -> bool {
        self.is_detail(prompt) && crossed::bounds_tell(self.tool, self.answers, prompt, self.below)
    }

    /// Whether these are few of all cases, or all but a few.
    fn is_few(&self, cases: usize) -> bool {
        let others = self.answers.cases().len().saturating_sub(cases);
        i09_suppressed(&[cases, others], self.below).contains(&None)
    }

    /// Whether a condition asks for answers to a detail of which the sum is not told.
    fn names_what_is_hidden(&self, when: &Condition) -> bool {
        match when {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().any(|part| self.names_what_is_hidden(part))
            }
            Condition::Not(part) => self.names_what_is_hidden(part),
            Condition::Answer { prompt, is } => {
                self.is_detail(prompt) && self.hides_sum(prompt, is)
            }
            Condition::Answered(_) | Condition::Number { .. } | Condition::Agency(_) => false,
        }
    }

    /// What all others leave of the total is told by them, unless a case can have several answers.
    fn hides_sum(&self, prompt: &PromptId, of: &[String]) -> bool {
        let Some((_, known)) = self.tool.prompt(prompt) else { return false };
        let tally = self.answers.tally(prompt, &known.kind);
        let shown = self.by_itself(known, &tally);
        let hidden = tally.iter().zip(shown).filter(|(_, shown)| shown.is_none());
        let (of_these, of_others): (Vec<_>, Vec<_>) =
            hidden.partition(|(count, _)| of.contains(&count.value));
        let several = matches!(known.kind, PromptKind::Choices { .. });
        !of_these.is_empty() && (several || !of_others.is_empty())
    }

    /// Whether a question was put in other words to few because of a detail, or in its own.
    fn is_reworded_to_few(&self, prompt: &Prompt) -> bool {
        let mut deciding = prompt.rewordings.iter().flat_map(|one| one.when.prompts());
        let by_detail = deciding.any(|id| self.is_detail(id));
        by_detail && self.is_few(self.answers.count(&prompt.id, "").in_other_words.len())
    }

    /// Whether numbers of other questions, or the grades of an area, tell how many gave answers to this one.
    fn stands_beside_others(&self, area: &Area, prompt: &Prompt) -> bool {
        let mut set_aside = self.tool.areas.iter().filter_map(set_aside_when);
        conditions(area, prompt).next().is_some()
            || set_aside.any(|when| when.prompts().contains(&&prompt.id))
    }

    /// Whether any of its answers is held back by itself.
    fn hides(&self, prompt: &Prompt) -> bool {
        let tally = self.answers.tally(&prompt.id, &prompt.kind);
        self.by_itself(prompt, &tally).contains(&None)
    }

    /// What is told of each answer as far as no other question gives it away. Several answers of one case are no
    /// parts of a whole: there, each stands beside the cases without it, and all of them beside those that exclude them.
    fn by_itself(&self, prompt: &Prompt, tally: &[CaseCount]) -> Vec<Option<usize>> {
        let mut counts: Vec<usize> = tally.iter().map(|count| count.cases.len()).collect();
        if let PromptKind::Choices { options } = &prompt.kind {
            let is_told = |cases: usize| !self.is_few(cases);
            let by_rest = crossed::rest_tells(tally, options, self.below, &is_told);
            let told = |(n, option): (&usize, &ChoiceOption)| {
                (is_told(*n) && !(option.exclusive && by_rest)).then_some(*n)
            };
            return counts.iter().zip(options).map(told).collect();
        }
        counts.push(beside(tally));
        let mut shown = i09_suppressed(&counts, self.below);
        shown.truncate(tally.len());
        shown
    }

    /// Whether a question asks for a detail of the child or the family. What an agency says of its own part is none,
    /// and decides only what that agency is asked.
    fn is_detail(&self, prompt: &PromptId) -> bool {
        let asked = self.tool.prompt(prompt);
        asked.is_some_and(|(area, prompt)| is_of_details(area) && !prompt.of_each_agency)
    }

    /// Whether a question stands among those that ask for details.
    fn stands_among_details(&self, prompt: &PromptId) -> bool {
        self.tool.prompt(prompt).is_some_and(|(area, _)| is_of_details(area))
    }
}

/// In how many returns agencies gave each answer about their own part, and in how many cases; or none of the numbers.
/// `None` where a question has no answers to count.
pub fn own_part_table(
    answers: &RoundAnswers,
    asked: &Prompt,
    tally: &[CaseCount],
    is_told: bool,
) -> Option<Table> {
    let told = |n: usize| if is_told { n.to_string() } else { NOT_TOLD.to_owned() };
    let row = |count: &CaseCount| {
        let returns = count.returns.as_ref();
        let returns = returns.map_or([0, 0], |returns| [returns.returns.len(), returns.of]);
        let label = answer_label(&asked.kind, &count.value).unwrap_or_else(|| count.value.clone());
        let of_cases = [count.cases.len(), count.of].map(told);
        [label].into_iter().chain(of_cases).chain(returns.map(told)).collect::<Vec<String>>()
    };
    let first = tally.first()?;
    let beside = first.returns.as_ref().map_or(0, |returns| returns.in_other_words);
    let is_listed = if is_told { beside > 0 } else { answers.may_be_in_other_words(&asked.id) };
    let asked_otherwise = is_listed.then(|| {
        let all = first.returns.as_ref().map_or(0, |returns| returns.all);
        let of_cases = [first.in_other_words.len(), answers.cases().len()].map(told);
        let of_returns = [beside, all].map(told);
        let label = [IN_OTHER_WORDS.to_owned()].into_iter();
        label.chain(of_cases).chain(of_returns).collect::<Vec<String>>()
    });
    Some(Table {
        caption: [asked.id.as_str(), " ", &asked.text].concat(),
        head: ["Answer", "Cases", "Of", "Returns", "Of returns"].map(str::to_owned).into(),
        rows: tally.iter().map(row).chain(asked_otherwise).collect(),
    })
}

/// Numbers of cases below this are small in a round (I-09): as the terms of reference have it, and as it is kept to.
pub fn threshold(workbook: &Workbook) -> usize {
    let stated = usize::try_from(workbook.plan().round.report.suppress_below);
    i09_threshold(stated.unwrap_or(usize::MAX))
}

/// I-09: how many cases have which answer to a question on the child or the family, small numbers held back, and
/// what would give them away. `None` where the tool has no such question of choice.
pub fn i09_attribute_table(workbook: &Workbook, prompt: &PromptId) -> Option<Table> {
    let answers = RoundAnswers::of(workbook);
    SmallNumbers::of(workbook, &answers).attribute_table(prompt)
}

/// The questions whose answers decide whether, or in which words, one is asked of a case, through those that it
/// follows too (I-09).
pub fn i09_decided_by<'a>(tool: &'a Tool, prompt: &PromptId) -> BTreeSet<&'a PromptId> {
    gathered(deciding(tool, prompt).into_iter().flat_map(Condition::prompts))
}

/// Whether a question is asked by several answers at once of which few cases, and not none, have one without another, or
/// by one bound of a number where few lie between it and the bounds of other questions: the numbers of all tables
/// together would tell how many (I-09).
pub fn i09_crosses_few(
    tool: &Tool,
    answers: &RoundAnswers,
    prompt: &PromptId,
    below: usize,
) -> bool {
    crossed::crosses_few(tool, answers, &deciding(tool, prompt), below, &|_| true)
}

/// What decides by answers whether, and in which words, a question is asked of a case, through those that it follows.
fn deciding<'a>(tool: &'a Tool, prompt: &PromptId) -> Vec<&'a Condition> {
    let mut deciding = Vec::new();
    let mut next = tool.prompt(prompt);
    // A tool whose questions follow each other in a circle comes to an end too.
    for _ in tool.prompts() {
        let Some((area, one)) = next else { break };
        deciding.extend(conditions(area, one));
        next = one.follows.as_ref().and_then(|before| tool.prompt(before));
    }
    deciding
}

/// The questions whose answers decide whether a graded area is set aside for a case: in how many it was not judged tells
/// how many gave them (I-09).
pub fn i09_sets_aside(tool: &Tool) -> BTreeSet<&PromptId> {
    gathered(tool.graded_areas().filter_map(set_aside_when).flat_map(Condition::prompts))
}

/// Those of these areas that different answers to one of these questions set aside. In how many cases each was not
/// judged tells how many gave those answers, and so what is left of the total for another (I-09).
pub fn i09_set_aside_apart<'a>(
    areas: impl Iterator<Item = &'a Area>,
    is_one: impl Fn(&PromptId) -> bool,
) -> Vec<&'a Area> {
    let all = areas.filter_map(|area| Some((area, set_aside_when(area)?)));
    let all: Vec<(&'a Area, &'a Condition)> = all.collect();
    let shares = |when: &Condition, other: &Condition| {
        let others = other.prompts();
        when.prompts().into_iter().any(|id| is_one(id) && others.contains(&id))
    };
    let is_apart =
        |when: &Condition| all.iter().any(|(_, other)| *other != when && shares(when, other));
    all.iter().filter(|(_, when)| is_apart(when)).map(|(area, _)| *area).collect()
}

/// Whether the answers of a case set a graded area aside for it, whoever audits.
pub fn i09_is_set_aside(area: &Area, case: &CaseAnswers) -> bool {
    set_aside_when(area).is_some_and(|when| when.holds(case))
}

/// In how many of these cases a question was not asked: because its area is set aside, because one that it follows was
/// not asked, or by its own condition. Other numbers may tell each of the three by itself (I-09).
pub fn i09_not_asked(
    tool: &Tool,
    answers: &RoundAnswers,
    prompt: &PromptId,
    cases: &[CaseRef],
) -> [usize; 3] {
    let mut counts = [0; 3];
    for case in cases.iter().filter_map(|case| answers.case(case)) {
        let count = ruled_out(tool, prompt, case).and_then(|at| counts.get_mut(at));
        if let Some(count) = count {
            *count += 1;
        }
    }
    counts
}

/// By which of the three, if any.
fn ruled_out(tool: &Tool, prompt: &PromptId, case: &CaseAnswers) -> Option<usize> {
    let fails = |one: &Prompt| one.when.as_ref().is_some_and(|when| !when.holds(case));
    let (area, asked) = tool.prompt(prompt)?;
    if i09_is_set_aside(area, case) {
        return Some(0);
    }
    let mut before = asked.follows.as_ref();
    // A tool whose questions follow each other in a circle comes to an end too.
    for _ in tool.prompts() {
        let Some((area, one)) = before.and_then(|id| tool.prompt(id)) else { break };
        if i09_is_set_aside(area, case) || fails(one) {
            return Some(1);
        }
        before = one.follows.as_ref();
    }
    fails(asked).then_some(2)
}

/// Cases to which a question was put in other words.
fn beside(tally: &[CaseCount]) -> usize {
    tally.first().map_or(0, |count| count.in_other_words.len())
}

fn is_of_details(area: &Area) -> bool {
    area.role == Some(AreaRole::CaseDetails)
}

/// What decides by answers whether a question is asked of a case, and in which words.
fn conditions<'a>(area: &'a Area, prompt: &'a Prompt) -> impl Iterator<Item = &'a Condition> {
    let rewordings = prompt.rewordings.iter().map(|one| &one.when);
    let all = set_aside_when(area).into_iter().chain(&prompt.when).chain(rewordings);
    all.filter(|when| !when.prompts().is_empty())
}

/// When an area is set aside for a case; one that one kind of agency alone sets aside is asked of the others.
fn set_aside_when(area: &Area) -> Option<&Condition> {
    area.not_applicable_when.as_ref().filter(|when| !is_of_one_kind_of_agency(when))
}

fn is_of_one_kind_of_agency(when: &Condition) -> bool {
    match when {
        Condition::Agency(_) => true,
        Condition::All(parts) => parts.iter().any(is_of_one_kind_of_agency),
        Condition::Any(_)
        | Condition::Not(_)
        | Condition::Answered(_)
        | Condition::Answer { .. }
        | Condition::Number { .. } => false,
    }
}

#[cfg(test)]
mod tests;
