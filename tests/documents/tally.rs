//! Counting anew, from the returns as JSON; and numbers as people write them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::seed::Seed;

/// A number of cases, and of how many where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub some: usize,
    pub of: Option<usize>,
}

impl Number {
    /// As a sentence says it that does not say of how many.
    pub fn alone(self) -> Self {
        Self { of: None, ..self }
    }
}

const WORDS: [&str; 11] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// No answer of any prompt.
const CONTRADICTION: &str = "(agencies contradict each other)";

/// "All ten cases", "one of the three cases in which this arose", "Two", "54".
pub fn read_number(said: &str) -> Option<Number> {
    let said = said.to_lowercase();
    let said = said.strip_prefix("in ").unwrap_or(&said);
    let said = said.strip_suffix(" in which this arose").unwrap_or(said);
    let said = said.strip_suffix(" cases").or(said.strip_suffix(" case")).unwrap_or(said);
    let number = |word: &str| word.parse().ok().or(WORDS.iter().position(|one| *one == word));
    if let Some(every) = said.strip_prefix("all ").or(said.strip_prefix("the ")) {
        let every = number(every)?;
        return Some(Number { some: every, of: Some(every) });
    }
    match said.split_once(" of the ") {
        Some((some, of)) => Some(Number { some: number(some)?, of: Some(number(of)?) }),
        None => Some(Number { some: number(said)?, of: None }),
    }
}

/// A round's returns, and the panel's judgements, by case.
pub struct Tally {
    cases: BTreeMap<String, Vec<Value>>,
    judgements: Value,
    /// Prompts in which only the word of children’s social care counts (N-10).
    social_cares: BTreeSet<String>,
    /// Options that say that an agency cannot tell.
    cannot_tell: BTreeSet<(String, String)>,
    /// By prompt, the answers with which it is put in other words.
    other_words: BTreeMap<String, Vec<Value>>,
    /// Grades of the scale, the best first.
    grades: Vec<String>,
}

impl Tally {
    pub fn of(seed: &Seed) -> Self {
        let workbook = &seed.workbook;
        let mut cases = BTreeMap::new();
        for case in workbook.plan().open_cases() {
            let returns = workbook.current_of_case(&case.case_ref);
            let returns = returns.map(|(_, _, ret)| serde_json::to_value(ret).unwrap()).collect();
            cases.insert(case.case_ref.to_string(), returns);
        }
        let (mut social_cares, mut cannot_tell) = (BTreeSet::new(), BTreeSet::new());
        let mut other_words: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for (_, prompt) in workbook.plan().round.tool.prompts() {
            let prompt = serde_json::to_value(prompt).unwrap();
            let id = prompt["id"].as_str().unwrap();
            if prompt["standing"] == "social-care" {
                social_cares.insert(id.to_owned());
            }
            note_options(&prompt, id, &mut cannot_tell);
            for rewording in prompt["rewordings"].as_array().into_iter().flatten() {
                let when = rewording["when"]["answer"].clone();
                other_words.entry(id.to_owned()).or_default().push(when);
            }
        }
        let judgements = serde_json::to_value(workbook.judgements()).unwrap();
        let grades = workbook.plan().round.tool.scale.grades.iter();
        let grades = grades.map(|grade| grade.id.to_string()).collect();
        Self { cases, judgements, social_cares, cannot_tell, other_words, grades }
    }

    /// All of them.
    pub fn cases(&self) -> Number {
        Number { some: self.cases.len(), of: None }
    }

    /// Returns of which something is so.
    pub fn returns(&self, so: fn(&Value) -> bool) -> Number {
        let all = self.cases.values().flatten();
        Number { some: all.filter(|ret| so(ret)).count(), of: None }
    }

    /// Auditors’ places of which something is so.
    pub fn slots(&self, so: impl Fn(&Value) -> bool) -> usize {
        let all = self.cases.values().flatten().filter(|ret| so(ret));
        all.map(|ret| ret["agency"]["slot"].to_string()).collect::<BTreeSet<_>>().len()
    }

    /// Cases that have one of these answers, of those in which there is one.
    pub fn answered(&self, prompt: &str, values: &[&str]) -> Number {
        self.all(&[(prompt, values)])
    }

    /// Cases that have an answer, and none of these.
    pub fn answered_but(&self, prompt: &str, values: &[&str]) -> Number {
        let all = self.count(&[prompt], |_| true);
        let these = self.answered(prompt, values);
        Number { some: all.some - these.some, of: all.of }
    }

    /// Cases that have one of these answers to each of these prompts.
    pub fn all(&self, wanted: &[(&str, &[&str])]) -> Number {
        let prompts: Vec<&str> = wanted.iter().map(|(prompt, _)| *prompt).collect();
        self.count(&prompts, |answers| {
            let holds = |((_, values), answer): (&(&str, &[&str]), &BTreeSet<String>)| {
                values.iter().any(|value| answer.contains(*value))
            };
            wanted.iter().zip(answers).all(holds)
        })
    }

    fn count(&self, prompts: &[&str], wanted: impl Fn(&[BTreeSet<String>]) -> bool) -> Number {
        let (mut some, mut of) = (0, 0);
        for returns in self.cases.values() {
            let answers: Vec<BTreeSet<String>> =
                prompts.iter().map(|prompt| self.answer(returns, prompt)).collect();
            let arises = answers.iter().any(|answer| !answer.is_empty());
            of += usize::from(arises);
            some += usize::from(arises && wanted(&answers));
        }
        Number { some, of: Some(of) }
    }

    /// N-10: what those whose word counts say: all that any of them chose of several options, and
    /// else what they all say. Where they contradict each other, the question arises and has no answer.
    fn answer(&self, returns: &[Value], prompt: &str) -> BTreeSet<String> {
        if self.is_in_other_words(returns, prompt) {
            return BTreeSet::new();
        }
        let mut voices: Vec<(bool, BTreeSet<String>)> = Vec::new();
        let mut several = false;
        for ret in returns {
            let Some(response) = ret["answers"][prompt]["response"].as_object() else { continue };
            several |= response.contains_key("options");
            let said = response.values().flat_map(|one| match one {
                Value::Array(all) => all.clone(),
                one => vec![one.clone()],
            });
            let tells = |one: &String| {
                !["not-applicable", "not-known"].contains(&one.as_str())
                    && !self.cannot_tell.contains(&(prompt.to_owned(), one.clone()))
            };
            let said = said.filter_map(|one| one.as_str().map(str::to_owned)).filter(tells);
            let said: BTreeSet<String> = said.collect();
            if !said.is_empty() {
                voices.push((ret["agency"]["kind"] == "social-care", said));
            }
        }
        if self.social_cares.contains(prompt) && voices.iter().any(|(social_care, _)| *social_care)
        {
            voices.retain(|(social_care, _)| *social_care);
        }
        if several || voices.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            return voices.into_iter().flat_map(|(_, said)| said).collect();
        }
        BTreeSet::from([CONTRADICTION.to_owned()])
    }

    /// G-20: an agency was asked something else, as of an unborn child.
    fn is_in_other_words(&self, returns: &[Value], prompt: &str) -> bool {
        let holds = |when: &Value| {
            let asked = when["prompt"].as_str().unwrap();
            let wanted = when["is"].as_array().unwrap();
            let mut said = returns.iter().map(|ret| &ret["answers"][asked]["response"]["option"]);
            said.any(|option| wanted.contains(option))
        };
        self.other_words.get(prompt).is_some_and(|all| all.iter().any(holds))
    }

    /// Cases in which a return has one of these lines among its strengths and concerns.
    pub fn written(&self, ids: &[&str]) -> Number {
        self.cases_with(|item| ids.contains(&item["id"].as_str().unwrap_or_default()))
    }

    /// Cases in which a return says just this.
    pub fn cases_that_say(&self, words: &str) -> Number {
        let plain = |text: &str| text.trim_end_matches('.').replace('\'', "’").to_lowercase();
        let words = plain(words);
        self.cases_with(|item| item["text"].as_str().map(plain).as_ref() == Some(&words))
    }

    fn cases_with(&self, wanted: impl Fn(&Value) -> bool) -> Number {
        let items = |ret: &Value| {
            let areas = ret["areas"].as_object().cloned().unwrap_or_default();
            let lists = areas
                .into_values()
                .flat_map(|area| [area["strengths"].clone(), area["concerns"].clone()]);
            lists.filter_map(|list| list.as_array().cloned()).flatten().collect::<Vec<_>>()
        };
        let has = |returns: &&Vec<Value>| returns.iter().flat_map(&items).any(|item| wanted(&item));
        Number { some: self.cases.values().filter(has).count(), of: Some(self.cases.len()) }
    }

    /// Cases that the returns suggest to be graded so in an area: by what most agencies gave, and of
    /// several the poorest (N-11).
    pub fn suggested(&self, area: &str, grade: &str) -> usize {
        let poorest_of_most = |ranks: &[usize]| {
            let often = |rank: usize| ranks.iter().filter(|one| **one == rank).count();
            let most = ranks.iter().map(|rank| often(*rank)).max()?;
            ranks.iter().copied().filter(|rank| often(*rank) == most).max()
        };
        let of_case = |returns: &Vec<Value>| {
            let mut agencies: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for ret in returns {
                let given = ret["areas"][area]["grading"]["grade"].as_str();
                let Some(given) = given.filter(|_| ret["involvement"]["nil"].is_null()) else {
                    continue;
                };
                let rank = self.grades.iter().position(|one| one == given).unwrap();
                agencies.entry(ret["agency"]["id"].to_string()).or_default().push(rank);
            }
            let voices: Vec<usize> =
                agencies.values().filter_map(|ranks| poorest_of_most(ranks)).collect();
            poorest_of_most(&voices)
        };
        let wanted = self.grades.iter().position(|one| one == grade);
        self.cases.values().filter(|returns| wanted.is_some() && of_case(returns) == wanted).count()
    }

    /// Cases that the panel judged so, in an area or overall; with `qualified`, only those with a qualifier.
    pub fn judged(&self, area: Option<&str>, grades: &[&str], qualified: bool) -> Number {
        let (mut some, mut of) = (0, 0);
        for judgement in self.judgements.as_array().unwrap() {
            if judgement["subject"]["area"].as_str() != area {
                continue;
            }
            let verdict = &judgement["decision"]["verdict"]["grade"];
            of += 1;
            let grade = grades.contains(&verdict["grade"].as_str().unwrap_or_default());
            some += usize::from(grade && (!qualified || verdict["qualifier"].is_string()));
        }
        Number { some, of: Some(of) }
    }
}

fn note_options(part: &Value, prompt: &str, cannot_tell: &mut BTreeSet<(String, String)>) {
    match part {
        Value::Object(members) => {
            if members.get("not_known") == Some(&Value::Bool(true)) {
                let option = members["id"].as_str().unwrap().to_owned();
                cannot_tell.insert((prompt.to_owned(), option));
            }
            members.values().for_each(|one| note_options(one, prompt, cannot_tell));
        }
        Value::Array(all) => all.iter().for_each(|one| note_options(one, prompt, cannot_tell)),
        _ => {}
    }
}
