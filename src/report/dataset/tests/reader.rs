//! I-09: a reader who takes the numbers of all tables from each other works none of the hidden ones out.
//!
//! The reader knows the tool: what adds up, and which answers rule a question out or set an area aside. Whether every
//! question that was asked is answered, and every area that was not set aside is graded, stands in no table.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A number by its table's area or question and its row, or one that stands in no table.
type Cell = (String, String);

/// What is true of a round of all numbers, or what is told of them.
type Numbers = BTreeMap<Cell, Option<i64>>;

/// Numbers that add up, each once, added or taken away.
struct Sum {
    terms: Vec<(Cell, i64)>,
    total: i64,
}

/// What a reader knows of every number: the least and the most that it can be.
struct Reader(BTreeMap<Cell, (i64, i64)>);

impl Reader {
    /// Narrows every number down by what others leave of each sum, until nothing more follows.
    fn takes_from_each_other(&mut self, sums: &[Sum]) {
        let mut before = None;
        while before.as_ref() != Some(&self.0) {
            before = Some(self.0.clone());
            for sum in sums {
                for (cell, sign) in &sum.terms {
                    let (least, most) = self.left_for(sum, cell);
                    let (least, most) = if *sign > 0 { (least, most) } else { (-most, -least) };
                    let known = self.0.get_mut(cell).unwrap();
                    *known = (known.0.max(least), known.1.min(most));
                }
            }
        }
    }

    /// What all other terms of a sum leave of its total.
    fn left_for(&self, sum: &Sum, cell: &Cell) -> (i64, i64) {
        let others = sum.terms.iter().filter(|(other, _)| other != cell);
        others.fold((sum.total, sum.total), |(least, most), (other, sign)| {
            let (low, high) = self.0[other];
            let (low, high) = if *sign > 0 { (low, high) } else { (-high, -low) };
            (least - high, most - low)
        })
    }

    fn has_worked_out(&self, cell: &Cell) -> bool {
        let (least, most) = self.0[cell];
        least == most
    }
}

fn cell(of: &str, row: &str) -> Cell {
    (of.to_owned(), row.to_owned())
}

/// In how many cases a question that was asked has no answer, or an area that was not set aside no grade.
fn left_open(of: &str) -> Cell {
    cell(of, "left open")
}

#[test]
fn what_a_sum_leaves_for_one_number_alone_is_worked_out_over_several_sums() {
    let known = [(cell("a", "x"), (6, 6)), (cell("a", "y"), (0, 9)), (cell("b", "y"), (0, 9))];
    let mut reader = Reader(known.into());
    let sums = [
        Sum { terms: vec![(cell("b", "y"), 1), (cell("a", "y"), -1)], total: 2 },
        Sum { terms: vec![(cell("a", "x"), 1), (cell("a", "y"), 1)], total: 7 },
    ];
    reader.takes_from_each_other(&sums[..1]);
    assert!(!reader.has_worked_out(&cell("b", "y")));
    reader.takes_from_each_other(&sums);
    assert_eq!(reader.0[&cell("b", "y")], (3, 3));
}

/// The areas that can be set aside, each by an answer to the same detail.
const SET_ASIDE: [(&str, &str); 2] = [("risk", "telephone"), ("plan", "letter")];

/// Answers that a reader may hold that no case has.
const UNUSUAL: [&str; 4] = ["unclear", "differs", "not-applicable", "not-answered"];

/// What one agency says of a case.
#[derive(Debug, Clone)]
struct Case {
    category: &'static str,
    alone: Option<AnswerValue>,
    views: Option<AnswerValue>,
    grades: [Option<&'static str>; 2],
}

/// Of few kinds, so that many a round has one case alone of a kind beside groups that are told.
fn any_case() -> impl Strategy<Value = Case> {
    let most_often =
        |value: AnswerValue| prop_oneof![40 => Just(Some(value)), 1 => Just(None::<AnswerValue>)];
    let answer = || {
        prop_oneof![
            28 => most_often(AnswerValue::Yes),
            21 => most_often(AnswerValue::No),
            1 => Just(Some(AnswerValue::NotApplicable)),
        ]
    };
    let none = || Just(None::<&'static str>);
    let grade = || prop_oneof![40 => Just(Some("good")), 1 => Just(Some("adequate")), 1 => none()];
    let category = prop_oneof![9 => Just("telephone"), 9 => Just("letter"), 1 => Just("neither")];
    (category, answer(), answer(), [grade(), grade()])
        .prop_map(|(category, alone, views, grades)| Case { category, alone, views, grades })
}

/// A round of them, in which so many of the areas can be set aside; the panel agreed every grade.
fn round(cases: &[Case], set_aside: usize, below: u32) -> Workbook {
    let names: Vec<String> = (1..=cases.len()).map(|number| format!("case-{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut plan = plan(&names, "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = below;
    for (id, answer) in &SET_ASIDE[..set_aside] {
        let when = serde_json::json!({ "answer": { "prompt": "category", "is": [answer] } });
        let one = plan.round.tool.areas.iter_mut().find(|one| one.id == area(id)).unwrap();
        one.not_applicable_when = Some(serde_json::from_value(when).unwrap());
    }
    let mut desk = Desk::of(plan);
    for (one, name) in cases.iter().zip(&names) {
        let by = Response::Option(one.category.parse().unwrap());
        let mut draft = desk.draft("csc", name).responds("category", by);
        for (id, answer) in [("alone", one.alone), ("views", one.views)] {
            draft = answer.into_iter().fold(draft, |draft, answer| draft.says(id, answer));
        }
        let grades = graded(one, set_aside);
        for (id, grade) in &grades {
            draft = draft.grade(id, grade);
        }
        desk.import(draft);
        for (id, grade) in grades {
            let judged = on_area(name, id);
            desk.workbook.record_judgement(judged, decision(grade), &stamp()).unwrap();
        }
    }
    desk.workbook
}

/// The areas that are not set aside for a case, with the grades that they have.
fn graded(case: &Case, set_aside: usize) -> Vec<(&'static str, &'static str)> {
    let areas = SET_ASIDE.iter().zip(case.grades).enumerate();
    let graded =
        areas.filter(|(at, ((_, answer), _))| *at >= set_aside || case.category != *answer);
    graded.filter_map(|(_, ((id, _), grade))| Some((*id, grade?))).collect()
}

/// Every number of the questions and grades; `None` where it is hidden.
fn numbers(workbook: &Workbook) -> Numbers {
    let files = dataset(workbook).unwrap();
    let mut numbers = Numbers::new();
    for (path, of, row) in [("answers.csv", "prompt", "answer"), ("grades.csv", "area", "grade")] {
        for told in table(&files, path) {
            numbers.insert(cell(&told[of], &told[row]), told["cases"].parse().ok());
        }
    }
    numbers
}

/// All that adds up over the tables of a round of so many cases.
fn sums(told: &Numbers, set_aside: usize, cases: i64) -> Vec<Sum> {
    let all: BTreeSet<&String> = told.keys().map(|(of, _)| of).collect();
    let whole = |of: &&String| {
        let rows = told.keys().filter(|(one, _)| one == *of);
        Sum { terms: rows.map(|row| (row.clone(), 1)).collect(), total: cases }
    };
    let mut sums: Vec<Sum> = all.iter().map(whole).collect();
    let aside = SET_ASIDE.iter().take(set_aside);
    sums.extend(aside.clone().map(|(id, answer)| Sum {
        terms: vec![
            (cell(id, "not-judged"), 1),
            (left_open(id), -1),
            (cell("category", answer), -1),
        ],
        total: 0,
    }));
    let mut alone = vec![(cell("alone", "not-answered"), 1), (left_open("alone"), -1)];
    alone.extend(aside.take(1).map(|(_, answer)| (cell("category", answer), -1)));
    sums.push(Sum { terms: alone, total: 0 });
    // Asked where the child was seen alone.
    let views = vec![
        (cell("views", "not-answered"), 1),
        (left_open("views"), -1),
        (cell("alone", "yes"), 1),
    ];
    sums.push(Sum { terms: views, total: cases });
    sums
}

/// How many are left open of a round.
fn open_ones(cases: &[Case], set_aside: usize) -> BTreeMap<Cell, i64> {
    let count = |wanted: &dyn Fn(&Case) -> bool| -> i64 {
        cases.iter().filter(|one| wanted(one)).count().try_into().unwrap()
    };
    let is_asked = |one: &Case| set_aside == 0 || one.category != SET_ASIDE[0].1;
    let is_seen = |one: &Case| is_asked(one) && one.alone == Some(AnswerValue::Yes);
    let mut open = BTreeMap::new();
    open.insert(left_open("alone"), count(&|one| is_asked(one) && one.alone.is_none()));
    open.insert(left_open("views"), count(&|one| is_seen(one) && one.views.is_none()));
    for (at, (id, answer)) in SET_ASIDE.iter().enumerate().take(set_aside) {
        let is_open = |one: &Case| one.category != *answer && one.grades[at].is_none();
        open.insert(left_open(id), count(&is_open));
    }
    open
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn i09_no_hidden_number_of_any_round_is_worked_out_from_all_tables_together(
        cases in vec(any_case(), 13..18),
        set_aside in 0_usize..3,
        below in 3_u32..6,
    ) {
        let all = i64::try_from(cases.len()).unwrap();
        let is_small = |number: i64| (1..i64::from(below)).contains(&number);
        let told = numbers(&round(&cases, set_aside, below));
        let mut truth: BTreeMap<Cell, i64> = numbers(&round(&cases, set_aside, 0))
            .into_iter()
            .map(|(cell, number)| (cell, number.unwrap()))
            .collect();
        let open = open_ones(&cases, set_aside);
        truth.extend(open.clone());
        let sums = sums(&told, set_aside, all);
        // What the reader takes for true is true.
        for sum in &sums {
            let of_terms: i64 = sum.terms.iter().map(|(cell, sign)| sign * truth[cell]).sum();
            prop_assert_eq!(of_terms, sum.total, "{:?}", &sum.terms);
        }
        // Some readers hold that nothing is left open or unusual, and are right where that is so.
        for trusts in [false, true] {
            let is_told = |cell: &Cell| told.get(cell).is_some_and(Option::is_some);
            let is_unusual =
                |cell: &Cell| open.contains_key(cell) || UNUSUAL.contains(&cell.1.as_str());
            let known = truth.iter().map(|(cell, number)| {
                let is_known = is_told(cell) || (trusts && *number == 0 && is_unusual(cell));
                (cell.clone(), if is_known { (*number, *number) } else { (0, all) })
            });
            let mut reader = Reader(known.collect());
            reader.takes_from_each_other(&sums);
            for (cell, number) in truth.iter().filter(|(cell, _)| !is_told(cell)) {
                // None or all of the cases tell of nobody. To trust tells how many gave an answer that rules others
                // out: no small number either.
                let is_harmless = match trusts || open.contains_key(cell) {
                    true => !is_small(*number),
                    false => *number == 0 || *number == all,
                };
                let is_safe = is_harmless || !reader.has_worked_out(cell);
                prop_assert!(is_safe, "{cell:?} is {number}, and can be worked out");
            }
        }
    }
}
