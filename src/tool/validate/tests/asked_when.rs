//! Faults of conditions: when something is asked.

use super::*;

#[test]
fn faults_of_conditions() {
    let when = "/areas/1/prompts/1/when";
    let answer = |prompt: &str, is: Value| json!({ "answer": { "prompt": prompt, "is": is } });
    let number = |bounds: Value| {
        let mut number = json!({ "number": { "prompt": "2.2" } });
        for (name, bound) in bounds.as_object().unwrap() {
            number["number"][name] = bound.clone();
        }
        number
    };
    let mut deep = yes("2.1");
    for _ in 0..MAX_CONDITION_DEPTH {
        deep = json!({ "not": deep });
    }
    let many = json!({ "any": vec![yes("2.1"); MAX_CONDITION_PARTS + 1] });
    let advice = "/areas/1/prompts/0/advice";
    check_rows(&[
        (when, yes("4.9"), "areas[1].prompts[1].when.answer.prompt: there is no prompt \"4.9\""),
        (
            when,
            json!({ "any": [yes("2.1"), { "not": { "answered": "4.9" } }] }),
            "areas[1].prompts[1].when.any[1].not.answered: there is no prompt \"4.9\"",
        ),
        (
            when,
            answer("2.1", json!(["yes", "maybe"])),
            "areas[1].prompts[1].when.answer.is[1]: prompt \"2.1\" has no answer \"maybe\"",
        ),
        (
            when,
            answer("2.1", json!(["partly"])),
            "areas[1].prompts[1].when.answer.is[0]: prompt \"2.1\" has no answer \"partly\"",
        ),
        (
            when,
            answer("1.1", json!(["green"])),
            "areas[1].prompts[1].when.answer.is[0]: prompt \"1.1\" has no answer \"green\"",
        ),
        (
            when,
            answer("2.1", json!([])),
            "areas[1].prompts[1].when.answer.is: there are 0, and at least 1 are needed",
        ),
        (
            "/areas/1/prompts/3/when",
            answer("2.2", json!(["3"])),
            "areas[1].prompts[3].when.answer.prompt: prompt \"2.2\" is not answered with a value or an option",
        ),
        (
            "/areas/1/prompts/3/when",
            json!({ "number": { "prompt": "2.1", "at_most": 3 } }),
            "areas[1].prompts[3].when.number.prompt: prompt \"2.1\" is not answered with a number",
        ),
        (
            "/areas/1/prompts/3/when",
            number(json!({})),
            "areas[1].prompts[3].when.number: give \"at_least\", \"at_most\" or both, with the smaller one first",
        ),
        (
            "/areas/1/prompts/3/when",
            number(json!({ "at_least": 3, "at_most": 2 })),
            "areas[1].prompts[3].when.number: give \"at_least\", \"at_most\" or both, with the smaller one first",
        ),
        (
            when,
            json!({ "agency": ["police", "fire"] }),
            "areas[1].prompts[1].when.agency[1]: there is no kind of agency \"fire\"",
        ),
        (
            when,
            json!({ "agency": [] }),
            "areas[1].prompts[1].when.agency: there are 0, and at least 1 are needed",
        ),
        (
            when,
            deep,
            "areas[1].prompts[1].when.not.not.not.not.not.not.not.not: this condition is nested more than 8 deep",
        ),
        (when, many, "areas[1].prompts[1].when: there are 65, and the most is 64"),
        (
            when,
            json!({ "answered": "2.2" }),
            "areas[1].prompts[1].when.answered: this depends on \"2.2\", which comes later",
        ),
        (
            "/areas/1/prompts/0/when",
            yes("2.1"),
            "areas[1].prompts[0].when: this prompt waits for itself: \"2.1\" waits for \"2.1\"",
        ),
        (
            advice,
            json!([{ "when": yes("9.9"), "text": "Advice." }]),
            "areas[1].prompts[0].advice[0].when.answer.prompt: there is no prompt \"9.9\"",
        ),
        (
            "/areas/1/prompts/1/not_applicable_barred_when",
            yes("9.9"),
            "areas[1].prompts[1].not_applicable_barred_when.answer.prompt: there is no prompt \"9.9\"",
        ),
        (
            "/areas/1/prompts/1/rewordings/0/when",
            yes("9.9"),
            "areas[1].prompts[1].rewordings[0].when.answer.prompt: there is no prompt \"9.9\"",
        ),
    ]);
}

#[test]
fn advice_may_look_ahead() {
    let ahead = json!([{ "when": { "answered": "2.3" }, "text": "Advice." }]);
    assert_eq!(faults_of(&broken("/areas/1/prompts/0/advice", &ahead)), Vec::<String>::new());
}

#[test]
fn a_circle_is_one_fault_and_names_every_prompt_in_it() {
    let waits = |id: &str, source: &str| prompt(id, &json!({ "when": yes(source) }));
    let prompts = [
        waits("1", "3"),
        waits("2", "1"),
        waits("3", "2"),
        waits("4", "2"), // Behind the circle, not in it.
        waits("5", "6"),
        waits("6", "5"),
    ];
    let tool = tool_json(&json!([area("a", 1, &prompts)]));
    assert_eq!(
        faults_of(&tool),
        [
            "areas[0].prompts[0].when: this prompt waits for itself: \"1\" waits for \"3\" waits for \"2\" waits for \"1\"",
            "areas[0].prompts[4].when: this prompt waits for itself: \"5\" waits for \"6\" waits for \"5\"",
        ]
    );
}
