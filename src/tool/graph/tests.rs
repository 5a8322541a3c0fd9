use serde_json::{Value, json};

use super::*;
use crate::tool::fixture::{Given, area, id, prompt, tool, yes};

fn one_area(prompts: &[Value]) -> Tool {
    tool(&json!([area("a", 1, prompts)]))
}

fn asked(shown: &Shown) -> Vec<&str> {
    let asked = shown.0.iter().filter(|(_, asking)| **asking == Asking::Asked);
    asked.map(|(prompt, _)| prompt.as_str()).collect()
}

/// 1 reveals 2, 2 reveals 3; 2.a follows 2 and has no condition of its own.
fn chain() -> Tool {
    one_area(&[
        prompt("1", &json!({})),
        prompt("2", &json!({ "when": yes("1") })),
        prompt("2.a", &json!({ "follows": "2" })),
        prompt("3", &json!({ "when": yes("2") })),
        prompt("4", &json!({})),
    ])
}

#[test]
fn an_answer_reveals_the_prompts_that_wait_for_it() {
    let graph = Graph::compile(&chain());
    let mut given = Given::by("police");
    let mut shown = graph.shown(&given);
    assert_eq!(asked(&shown), ["1", "4"]);

    let changed = given.answer("1", "yes");
    let change = graph.update(&mut shown, &changed, &given);

    assert_eq!(change.asking, [id("2"), id("2.a")]);
    assert_eq!(asked(&shown), ["1", "2", "2.a", "4"]);
}

#[test]
fn a_hidden_prompt_counts_as_unanswered_though_its_answer_is_kept() {
    let graph = Graph::compile(&chain());
    let mut given = Given::by("police");
    given.answer("1", "yes");
    given.answer("2", "yes");
    let mut shown = graph.shown(&given);
    assert_eq!(asked(&shown), ["1", "2", "2.a", "3", "4"]);

    let changed = given.answer("1", "no");
    let change = graph.update(&mut shown, &changed, &given);

    assert_eq!(change.asking, [id("2"), id("2.a"), id("3")]);
    assert_eq!(shown.asking(&id("3")), Some(Asking::HiddenByCondition));
    assert_eq!(given.answers[&id("2")], "yes");
    assert!(!Visible::new(&shown, &given).is_answered(&id("2")));
}

#[test]
fn what_is_not_asked_of_an_agency_is_told_apart_from_what_is_hidden() {
    let social_care = json!({ "asked_of": { "only": ["social-care"] }, "when": yes("1") });
    let graph = Graph::compile(&one_area(&[prompt("1", &json!({})), prompt("2", &social_care)]));

    let police = graph.shown(&Given::by("police"));
    let social_care = graph.shown(&Given::by("social-care"));

    assert_eq!(police.asking(&id("2")), Some(Asking::NotAskedOfAgency));
    assert_eq!(social_care.asking(&id("2")), Some(Asking::HiddenByCondition));
    assert_eq!(social_care.asking(&id("9")), None);
}

#[test]
fn an_area_that_is_not_an_agencys_asks_it_nothing() {
    let mut police_only = area("b", 2, &[prompt("2", &json!({}))]);
    police_only["asked_of"] = json!({ "only": ["police"] });
    let graph =
        Graph::compile(&tool(&json!([area("a", 1, &[prompt("1", &json!({}))]), police_only])));

    assert_eq!(asked(&graph.shown(&Given::by("police"))), ["1", "2"]);
    assert_eq!(asked(&graph.shown(&Given::by("social-care"))), ["1"]);
}

#[test]
fn g19_an_area_set_aside_asks_nothing_and_says_that_it_changed() {
    let mut review = area("review", 2, &[prompt("2", &json!({}))]);
    review["not_applicable_when"] = json!({ "answer": { "prompt": "1", "is": ["no"] } });
    let tool = tool(&json!([area("a", 1, &[prompt("1", &json!({}))]), review]));
    let graph = Graph::compile(&tool);
    let mut given = Given::by("police");
    let mut shown = graph.shown(&given);

    let changed = given.answer("1", "no");
    let change = graph.update(&mut shown, &changed, &given);

    assert_eq!(change.asking, [id("2")]);
    let area = tool.areas[1].id.clone();
    assert_eq!(change.readers, BTreeSet::from([Reader::Area(area)]));
    assert!(!shown.is_asked(&id("2")));
}

#[test]
fn wording_advice_and_bars_are_named_when_what_they_read_changes() {
    let reworded =
        prompt("2", &json!({ "rewordings": [{ "when": yes("1"), "text": "Reworded?" }] }));
    let advised = prompt("3", &json!({ "advice": [{ "when": yes("1"), "text": "Advice." }] }));
    let barred = prompt("4", &json!({ "not_applicable_barred_when": yes("1") }));
    let tool = one_area(&[prompt("1", &json!({})), reworded, advised, barred]);
    let graph = Graph::compile(&tool);
    let mut given = Given::by("police");
    let mut shown = graph.shown(&given);

    let changed = given.answer("1", "yes");
    let change = graph.update(&mut shown, &changed, &given);

    assert_eq!(change.asking, []);
    let readers = ["2", "3", "4"].map(|prompt| Reader::Prompt(id(prompt)));
    assert_eq!(change.readers, BTreeSet::from(readers));
    let visible = Visible::new(&shown, &given);
    let prompt = |at: usize| &tool.areas[0].prompts[at];
    assert_eq!(prompt(1).wording(&visible), "Reworded?");
    assert!(prompt(2).advice[0].when.holds(&visible));
    assert!(prompt(3).not_applicable_barred_when.as_ref().unwrap().holds(&visible));
}

#[test]
fn a_change_far_up_a_chain_names_the_readers_far_down() {
    let advised = prompt("4", &json!({ "advice": [{ "when": yes("3"), "text": "Advice." }] }));
    let prompts = [
        prompt("1", &json!({})),
        prompt("2", &json!({ "when": yes("1") })),
        prompt("3", &json!({ "when": yes("2") })),
        advised,
    ];
    let graph = Graph::compile(&one_area(&prompts));
    let mut given = Given::by("police");
    for prompt in ["1", "2", "3"] {
        given.answer(prompt, "yes");
    }
    let mut shown = graph.shown(&given);

    let changed = given.answer("1", "no");
    let change = graph.update(&mut shown, &changed, &given);

    assert_eq!(change.readers, BTreeSet::from([Reader::Prompt(id("4"))]));
}

#[test]
fn a_tool_that_asks_of_later_prompts_is_sorted_before_it_is_evaluated() {
    let prompts = [prompt("1", &json!({ "when": yes("2") })), prompt("2", &json!({}))];
    let graph = Graph::compile(&one_area(&prompts));
    let mut given = Given::by("police");
    given.answer("2", "yes");
    assert_eq!(asked(&graph.shown(&given)), ["1", "2"]);
}

#[test]
fn a_cycle_comes_to_an_end() {
    let prompts = [
        prompt("1", &json!({ "when": yes("3") })),
        prompt("2", &json!({ "when": yes("1") })),
        prompt("3", &json!({ "when": { "not": yes("2") } })),
        prompt("4", &json!({ "when": yes("4") })),
    ];
    let graph = Graph::compile(&one_area(&prompts));
    let mut given = Given::by("police");
    for prompt in ["1", "2", "3", "4"] {
        given.answer(prompt, "yes");
    }
    let mut shown = graph.shown(&given);
    for prompt in ["1", "2", "3", "4"] {
        let changed = given.answer(prompt, "no");
        assert!(graph.update(&mut shown, &changed, &given).asking.len() <= 3, "{prompt}");
    }
}

/// 3,000 prompts in blocks of six: a question, three that wait for it, two that wait for the third.
fn three_thousand() -> Tool {
    let block = |number: usize| {
        let name = |part: &str| format!("{number}.{part}");
        let waits_for = |part: &str| json!({ "when": yes(&name(part)) });
        [
            prompt(&name("a"), &json!({})),
            prompt(&name("b"), &waits_for("a")),
            prompt(&name("c"), &waits_for("a")),
            prompt(&name("d"), &waits_for("a")),
            prompt(&name("e"), &waits_for("d")),
            prompt(&name("f"), &waits_for("d")),
        ]
    };
    let areas = (0..10).map(|at| {
        let prompts: Vec<Value> = (at * 50..(at + 1) * 50).flat_map(block).collect();
        area(&format!("area-{at}"), at as u32, &prompts)
    });
    tool(&Value::Array(areas.collect()))
}

#[test]
fn a_change_evaluates_its_dependents_only_in_a_tool_of_three_thousand_prompts() {
    let tool = three_thousand();
    assert_eq!(tool.prompts().count(), 3_000);
    let graph = Graph::compile(&tool);
    let mut given = Given::by("police");
    let mut shown = graph.shown(&given);
    given.asked_about.take();

    let changed = given.answer("250.a", "yes");
    graph.update(&mut shown, &changed, &given);
    // b, c and d ask about a; they appear, so e and f ask about d.
    let expected = ["250.a", "250.a", "250.a", "250.d", "250.d"].map(id);
    assert_eq!(given.asked_about.take(), expected);

    let changed = given.answer("250.f", "yes");
    graph.update(&mut shown, &changed, &given);
    assert_eq!(given.asked_about.take(), []);
}

#[test]
fn updating_step_by_step_ends_where_evaluating_everything_does() {
    let tool = three_thousand();
    let graph = Graph::compile(&tool);
    let mut given = Given::by("police");
    let mut shown = graph.shown(&given);
    let prompts: Vec<PromptId> = tool.prompts().map(|(_, prompt)| prompt.id.clone()).collect();
    let step = 7; // Coprime with six: every part of a block gets its turn.
    for (turn, prompt) in prompts.iter().cycle().step_by(step).take(6_000).enumerate() {
        let value = if turn % 7 < 3 { "no" } else { "yes" };
        let changed = given.answer(prompt.as_str(), value);
        graph.update(&mut shown, &changed, &given);
    }
    assert_eq!(shown, graph.shown(&given));
}
