//! RA-02: answers and grades of several rounds side by side, each as n of N.

use super::area::{Was, area_in_each, held_areas};
use super::baseline::{is_in_scope, prompt_before};
use super::same::{NotComparable, Share, Trend, answers, ra02_trend, same_prompt, same_scale};
use super::themes::{RecurringTheme, ra04_recurring};
use crate::id::{AreaId, PromptId, RoundId};
use crate::panel::counts::RoundAnswers;
use crate::panel::integration::{Distribution, distributions};
use crate::panel::workbook::Workbook;
use crate::tool::{AnswerValue, AreaRole, Prompt, PromptKind};

/// Several rounds side by side, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The rounds.
    pub rounds: Vec<RoundSide>,
    /// Graded areas of the last round in its tool's order, then the cases overall.
    pub areas: Vec<AreaComparison>,
    /// Prompts of the last round with fixed answers, in its tool's order.
    pub prompts: Vec<PromptComparison>,
    /// RA-04: themes that came again.
    pub recurring: Vec<RecurringTheme>,
}

/// One of the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSide {
    /// Which.
    pub id: RoundId,
    /// What it is called.
    pub title: String,
    /// Such as "2025-26".
    pub period: String,
    /// Cases that count.
    pub cases: usize,
}

/// One area in every round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaComparison {
    /// Of the last round; `None` for the cases overall.
    pub area: Option<AreaId>,
    /// Its title; blank for the cases overall.
    pub title: String,
    /// One for each grade, in the scale's order; empty where it is not comparable.
    pub grades: Vec<GradeRow>,
    /// Where scales differ, each round's own grades by name, to be read side by side and not compared (edge case 53).
    pub apart: Vec<Vec<(String, Share)>>,
    /// Cases graded good or better, by round; empty where it is not comparable.
    pub good: Vec<Share>,
    /// From the last round but one to the last (RA-02).
    pub trend: Option<Trend>,
    /// Grades that are suggestions, or judgements that are open again, by round.
    pub not_final: Vec<usize>,
    /// What it was in earlier rounds, as a person said.
    pub held_same: Vec<HeldSame>,
    /// Why it is not compared.
    pub not_comparable: Option<NotComparable>,
}

/// RA-02: what an area or a question was in an earlier round, because a person said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSame {
    /// The earlier round's period.
    pub period: String,
    /// What it was there: a title, or the question with its id.
    pub was: String,
}

/// Cases with one grade, by round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeRow {
    /// As read by a person.
    pub label: String,
    /// By round.
    pub sides: Vec<Share>,
}

/// One prompt in every round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptComparison {
    /// Of the last round.
    pub prompt: PromptId,
    /// What it is in each round, that of the last too; empty where it is not comparable.
    pub ids: Vec<PromptId>,
    /// In which area.
    pub area: AreaId,
    /// As asked.
    pub text: String,
    /// One for each answer; empty where it is not comparable.
    pub values: Vec<ValueRow>,
    /// What it was in earlier rounds, as a person said.
    pub held_same: Vec<HeldSame>,
    /// Why it is not compared.
    pub not_comparable: Option<NotComparable>,
}

/// Cases with one answer, by round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRow {
    /// The answer value, or the option.
    pub value: String,
    /// As read by a person.
    pub label: String,
    /// By round.
    pub sides: Vec<Share>,
    /// From the last round but one to the last (RA-02).
    pub trend: Option<Trend>,
}

/// Compares rounds, the oldest first. Nothing is compared of fewer than two.
pub fn compare_rounds(rounds: &[&Workbook]) -> Comparison {
    let side = |workbook: &&Workbook| {
        let round = &workbook.plan().round;
        RoundSide {
            id: round.id.clone(),
            title: round.title.clone(),
            period: round.period.clone(),
            cases: workbook.plan().open_cases().count(),
        }
    };
    let mut comparison = Comparison {
        rounds: rounds.iter().map(side).collect(),
        areas: Vec::new(),
        prompts: Vec::new(),
        recurring: ra04_recurring(rounds),
    };
    let Some(last) = rounds.last().filter(|_| rounds.len() > 1) else { return comparison };
    let graded: Vec<Vec<Distribution>> = rounds.iter().map(|one| distributions(one)).collect();
    let subjects = graded.last().into_iter().flatten().map(|one| one.area.clone());
    comparison.areas = subjects.map(|area| compare_area(rounds, &graded, area)).collect();
    let answered: Vec<RoundAnswers> = rounds.iter().map(|one| RoundAnswers::of(one)).collect();
    let prompts = last.plan().round.tool.prompts();
    let counted = prompts.filter(|(_, prompt)| answers(&prompt.kind).is_some());
    let compared =
        counted.map(|(area, prompt)| compare_prompt(rounds, &answered, &area.id, prompt));
    comparison.prompts = compared.collect();
    comparison
}

fn compare_area(
    rounds: &[&Workbook],
    graded: &[Vec<Distribution>],
    area: Option<AreaId>,
) -> AreaComparison {
    let tool = rounds.last().map(|last| &last.plan().round.tool);
    let title = area.as_ref().and_then(|id| tool?.area(id)).map(|one| one.title.clone());
    let mut compared = AreaComparison {
        area: area.clone(),
        title: title.unwrap_or_default(),
        grades: Vec::new(),
        apart: Vec::new(),
        good: Vec::new(),
        trend: None,
        not_final: Vec::new(),
        held_same: Vec::new(),
        not_comparable: None,
    };
    let each = area_in_each(rounds, area);
    match sides_of_area(rounds, graded, &each) {
        Err(why) => {
            if why == NotComparable::OtherScale {
                compared.apart = apart(graded, &each);
                compared.held_same = held_areas(rounds, &each);
            }
            compared.not_comparable = Some(why);
        }
        Ok(sides) => {
            compared.held_same = held_areas(rounds, &each);
            compared.grades = grade_rows(&sides);
            compared.good = rounds.iter().zip(&sides).map(|(one, side)| good(one, side)).collect();
            compared.trend = last_trend(&compared.good);
            compared.not_final =
                sides.iter().map(|side| side.suggested() + side.reopened()).collect();
        }
    }
    compared
}

/// The grades that each round gave the area, on its own scale; none where it was not graded.
fn apart(graded: &[Vec<Distribution>], each: &[Was]) -> Vec<Vec<(String, Share)>> {
    let of_round = |(graded, wanted): (&Vec<Distribution>, &Was)| {
        let side = graded.iter().find(|side| wanted.is(side));
        let given = side.into_iter().flat_map(|side| {
            let share = |n| Share { n, of: side.judged };
            side.rows.iter().map(move |row| (row.label.clone(), share(row.cases.len())))
        });
        given.filter(|(_, share)| share.n > 0).collect()
    };
    graded.iter().zip(each).map(of_round).collect()
}

/// The same area in every round, or why that cannot be said.
fn sides_of_area<'a>(
    rounds: &[&Workbook],
    graded: &'a [Vec<Distribution>],
    each: &[Was],
) -> Result<Vec<&'a Distribution>, NotComparable> {
    let last = rounds.last().ok_or(NotComparable::NotAsked)?;
    let area = each.last().and_then(Was::area);
    if area.is_some_and(|area| !is_in_scope(last, area)) {
        return Err(NotComparable::OutOfScope);
    }
    for (one, later) in rounds.iter().zip(rounds.iter().skip(1)) {
        same_scale(&one.plan().round.tool, &later.plan().round.tool)?;
    }
    let side = |(graded, wanted): (&'a Vec<Distribution>, &Was)| {
        graded.iter().find(|side| wanted.is(side)).ok_or(NotComparable::NotAsked)
    };
    graded.iter().zip(each).map(side).collect()
}

fn grade_rows(sides: &[&Distribution]) -> Vec<GradeRow> {
    let Some(last) = sides.last() else { return Vec::new() };
    let row = |grade: &crate::panel::integration::DistributionRow| GradeRow {
        label: grade.label.clone(),
        sides: sides
            .iter()
            .map(|side| {
                let same = side.rows.iter().find(|row| row.grade == grade.grade);
                Share { n: same.map_or(0, |row| row.cases.len()), of: side.judged }
            })
            .collect(),
    };
    last.rows.iter().map(row).collect()
}

fn good(workbook: &Workbook, side: &Distribution) -> Share {
    let scale = &workbook.plan().round.tool.scale;
    let good = side.rows.iter().filter(|row| scale.is_good_or_better(&row.grade));
    let n = good.map(|row| row.cases.len()).sum();
    Share { n, of: side.judged }
}

fn last_trend(sides: &[Share]) -> Option<Trend> {
    match sides {
        [.., before, now] => ra02_trend(*before, *now),
        [_] | [] => None,
    }
}

fn compare_prompt(
    rounds: &[&Workbook],
    answered: &[RoundAnswers],
    area: &AreaId,
    prompt: &Prompt,
) -> PromptComparison {
    let (ids, not_comparable) = match ids_of_prompt(rounds, area, prompt) {
        Ok(ids) => (ids, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    let row = |(value, label): (String, String)| {
        let count = |(answers, id): (&RoundAnswers, &PromptId)| {
            let count = answers.count(id, &value);
            Share { n: count.cases.len(), of: count.of }
        };
        let sides: Vec<Share> = answered.iter().zip(&ids).map(count).collect();
        ValueRow { trend: last_trend(&sides), sides, value, label }
    };
    let values = if ids.is_empty() { Vec::new() } else { values(&prompt.kind) };
    PromptComparison {
        prompt: prompt.id.clone(),
        area: area.clone(),
        text: prompt.text.clone(),
        values: values.into_iter().map(row).collect(),
        held_same: held_prompts(rounds, &ids),
        ids,
        not_comparable,
    }
}

/// Rounds in which the question has another id or other words than in the round after.
fn held_prompts(rounds: &[&Workbook], ids: &[PromptId]) -> Vec<HeldSame> {
    let asked = |(one, id): (&&Workbook, &PromptId)| {
        let prompt = one.plan().round.tool.prompt(id);
        prompt.map_or_else(String::new, |(_, prompt)| [id.as_str(), " ", &prompt.text].concat())
    };
    let asked: Vec<String> = rounds.iter().zip(ids).map(asked).collect();
    let pairs = rounds.iter().zip(asked.iter().zip(asked.iter().skip(1)));
    let held = pairs.filter(|(_, (was, after))| was != after).map(|(one, (was, _))| HeldSame {
        period: one.plan().round.period.clone(),
        was: was.clone(),
    });
    held.collect()
}

/// The id of the same prompt in every round, or why there is none.
fn ids_of_prompt(
    rounds: &[&Workbook],
    area: &AreaId,
    prompt: &Prompt,
) -> Result<Vec<PromptId>, NotComparable> {
    let last = rounds.last().ok_or(NotComparable::NotAsked)?;
    if !is_in_scope(last, area) {
        return Err(NotComparable::OutOfScope);
    }
    let asked_in = last.plan().round.tool.area(area);
    if asked_in.is_some_and(|one| one.role == Some(AreaRole::CaseDetails)) {
        return Err(NotComparable::Details);
    }
    if prompt.of_each_agency {
        return Err(NotComparable::OfEachAgency);
    }
    let (mut ids, mut known, mut later) = (vec![prompt.id.clone()], prompt, *last);
    for one in rounds.iter().rev().skip(1) {
        let (id, mapped) = prompt_before(one, later, &known.id);
        let (_, before) = one.plan().round.tool.prompt(&id).ok_or(NotComparable::NotAsked)?;
        same_prompt(before, known, mapped)?;
        ids.push(id);
        (known, later) = (before, one);
    }
    ids.reverse();
    Ok(ids)
}

/// Each answer that a prompt can take and that a case can have; "not applicable" and "not known" are none of the cases counted.
fn values(kind: &PromptKind) -> Vec<(String, String)> {
    match kind {
        PromptKind::Judgement { values } => {
            let offered = if values.is_empty() { &AnswerValue::ALL } else { &values[..] };
            let counted = offered.iter().filter(|value| match value {
                AnswerValue::NotApplicable | AnswerValue::NotKnown => false,
                AnswerValue::Yes
                | AnswerValue::Partly
                | AnswerValue::No
                | AnswerValue::NotEvident => true,
            });
            counted.map(|value| (value.as_str().to_owned(), value.label().to_owned())).collect()
        }
        PromptKind::Choice { options } | PromptKind::Choices { options } => {
            let counted = options.iter().filter(|one| !one.not_known);
            counted.map(|one| (one.id.to_string(), one.label.clone())).collect()
        }
        PromptKind::Number { .. } | PromptKind::Text { .. } => Vec::new(),
    }
}
