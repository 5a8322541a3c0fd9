//! What holds for any condition, and for any order of import.

use std::collections::BTreeMap;

use multi_agency_audit::id::{AgencyKind, PromptId};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::{Distribution, distributions};
use multi_agency_audit::panel::{CellState, Matrix, Workbook};
use multi_agency_audit::tool::{Answers, Condition};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::targets::{round, stamp};

/// Answers by prompt, each as the values that it holds.
#[derive(Debug, Clone)]
struct Given(BTreeMap<PromptId, Vec<String>>, AgencyKind);

impl Answers for Given {
    fn is_answered(&self, prompt: &PromptId) -> bool {
        self.0.contains_key(prompt)
    }
    fn holds(&self, prompt: &PromptId, value: &str) -> bool {
        self.0.get(prompt).is_some_and(|values| values.iter().any(|one| one == value))
    }
    fn number(&self, prompt: &PromptId) -> Option<u32> {
        self.0.get(prompt)?.first()?.parse().ok()
    }
    fn agency(&self) -> &AgencyKind {
        &self.1
    }
}

fn prompt() -> impl Strategy<Value = PromptId> {
    select(vec!["1.1", "2.1", "2.2", "3.4"]).prop_map(|id| PromptId::new(id).unwrap())
}

fn value() -> impl Strategy<Value = String> {
    select(vec!["yes", "no", "not-evident", "7", "40"]).prop_map(str::to_owned)
}

fn agency() -> impl Strategy<Value = AgencyKind> {
    select(vec!["police", "health"]).prop_map(|kind| AgencyKind::new(kind).unwrap())
}

fn given() -> impl Strategy<Value = Given> {
    (btree_map(prompt(), vec(value(), 1..3), 0..4), agency())
        .prop_map(|(all, kind)| Given(all, kind))
}

fn condition() -> impl Strategy<Value = Condition> {
    let bound = || proptest::option::of(0..50_u32);
    let leaf = prop_oneof![
        prompt().prop_map(Condition::Answered),
        (prompt(), vec(value(), 0..3)).prop_map(|(prompt, is)| Condition::Answer { prompt, is }),
        (prompt(), bound(), bound()).prop_map(|(prompt, at_least, at_most)| Condition::Number {
            prompt,
            at_least,
            at_most
        }),
        vec(agency(), 0..2).prop_map(Condition::Agency),
    ];
    leaf.prop_recursive(4, 24, 4, |part| {
        prop_oneof![
            vec(part.clone(), 0..4).prop_map(Condition::All),
            vec(part.clone(), 0..4).prop_map(Condition::Any),
            part.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn not(condition: &Condition) -> Condition {
    Condition::Not(Box::new(condition.clone()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn conditions_obey_logic_and_survive_a_file(parts in vec(condition(), 0..4), given in given()) {
        let none: Vec<Condition> = parts.iter().map(not).collect();
        let all = Condition::All(parts.clone());
        prop_assert_eq!(not(&all).holds(&given), Condition::Any(none.clone()).holds(&given));
        prop_assert_eq!(not(&Condition::Any(parts)).holds(&given), Condition::All(none).holds(&given));
        let text = serde_json::to_string(&all).unwrap();
        prop_assert_eq!(serde_json::from_str::<Condition>(&text).unwrap(), all);
    }

    /// What a page recomputes rests on this: a condition looks at the prompts that it names, and at no others.
    #[test]
    fn a_condition_depends_on_nothing_but_the_prompts_that_it_names(
        condition in condition(), before in given(), after in given(),
    ) {
        let asked = condition.prompts();
        let mut mixed = after;
        mixed.1 = before.1.clone();
        mixed.0.retain(|prompt, _| !asked.contains(&prompt));
        mixed.0.extend(before.0.clone().into_iter().filter(|(prompt, _)| asked.contains(&prompt)));
        prop_assert_eq!(condition.holds(&before), condition.holds(&mixed));
    }
}

/// What the panel sees of a round.
type Integrated = (Vec<Distribution>, Vec<String>, Vec<Vec<CellState>>);

fn integrated(order: &[usize], again: usize) -> Integrated {
    let mut workbook: Workbook = round().workbook();
    let opener = round().opener();
    let batch = workbook.begin_import(&stamp());
    for at in order.iter().chain(&order[..again]) {
        let sent = &round().returns()[*at];
        workbook.admit(batch, opener.open("return.json", &sent.file), &stamp());
    }
    let answers = RoundAnswers::of(&workbook);
    let tool = &workbook.plan().round.tool;
    let counts = tool.prompts().flat_map(|(_, prompt)| answers.tally(&prompt.id, &prompt.kind));
    let counts = counts.map(|count| format!("{count:?}")).collect();
    let matrix = Matrix::of(&workbook, stamp().at.date_naive());
    let cells = matrix.rows.iter().map(|row| row.cells.iter().map(|cell| cell.state).collect());
    (distributions(&workbook), counts, cells.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// All returns, of every slot and case, in any order and some of them twice.
    #[test]
    fn integration_does_not_depend_on_the_order_of_import(
        order in Just((0..round().returns().len()).collect::<Vec<usize>>()).prop_shuffle(), again in 0..4_usize,
    ) {
        let sorted: Vec<usize> = (0..round().returns().len()).collect();
        prop_assert!(order.len() >= 4);
        prop_assert_eq!(integrated(&order, again), integrated(&sorted, 0));
    }
}
