//! Everything that is wrong at once, too much of everything, and what is no tool.

use super::*;

#[test]
fn all_faults_are_listed_at_once() {
    let mut tool = broken("/title", &json!(""));
    tool["areas"][1]["prompts"][1]["when"] = yes("4.9");
    tool["areas"][1]["number"] = json!(1);
    assert_eq!(
        faults_of(&tool),
        [
            "title: this must not be empty",
            "areas[1].number: there is already an area \"1\"",
            "areas[1].prompts[1].when.answer.prompt: there is no prompt \"4.9\"",
        ]
    );
}

#[test]
fn more_than_people_need_is_refused() {
    let many =
        |count: usize, make: &dyn Fn(usize) -> Value| Value::Array((0..count).map(make).collect());
    let kinds = many(MAX_AGENCY_KINDS + 1, &|at| match at {
        0 => json!({ "id": "police", "name": "Police" }),
        _ => json!({ "id": format!("kind-{at}"), "name": "A kind" }),
    });
    let options =
        many(MAX_OPTIONS + 1, &|at| json!({ "id": format!("o{at}"), "label": "An option" }));
    let advice =
        many(MAX_VARIANTS + 1, &|_| json!({ "when": { "answered": "1.1" }, "text": "Advice." }));
    check_rows(&[
        ("/agency_kinds", kinds, "agency_kinds: there are 101, and the most is 100"),
        (
            "/areas/1/prompts/3/kind",
            json!({ "choice": { "options": options } }),
            "areas[1].prompts[3].kind.choice.options: there are 61, and the most is 60",
        ),
        (
            "/areas/1/prompts/0/advice",
            advice,
            "areas[1].prompts[0].advice: there are 21, and the most is 20",
        ),
    ]);
    let prompts: Vec<Value> =
        (0..=MAX_PROMPTS).map(|at| prompt(&format!("p{at}"), &json!({}))).collect();
    let tool = tool_json(&json!([area("a", 1, &prompts)]));
    assert_eq!(faults_of(&tool), ["areas: there are 5001, and the most is 5000"]);
    let areas: Vec<Value> =
        (0..=MAX_AREAS).map(|at| area(&format!("a{at}"), at as u32, &[])).collect();
    assert_eq!(faults_of(&tool_json(&json!(areas))), ["areas: there are 51, and the most is 50"]);
}

#[test]
fn what_is_not_a_tool_is_refused_with_its_place() {
    let faults = |bytes: &[u8]| {
        let faults = Tool::from_json(bytes).unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let whole = serde_json::to_vec(&sound()).unwrap();
    let cut = faults(&whole[..whole.len() - 1]);
    assert!(cut[0].starts_with("this is not JSON: EOF"), "{cut:?}");
    let trailing = faults(&[&whole[..], b"{}"].concat());
    assert!(trailing[0].starts_with("this is not JSON: trailing"), "{trailing:?}");
    let mut deep = yes("2.1");
    for _ in 0..200 {
        deep = json!({ "not": deep });
    }
    let nested = faults(&serde_json::to_vec(&broken("/areas/1/prompts/1/when", &deep)).unwrap());
    assert!(nested[0].starts_with("this is not JSON: recursion"), "{nested:?}");
    let large = faults(&vec![b' '; MAX_TOOL_BYTES + 1]);
    assert_eq!(large, ["the tool has 4194305 bytes, and the most is 4194304"]);

    let rows = [
        (
            "/areas/1/prompts/1/colour",
            json!(1),
            "areas[1].prompts[1].colour: unknown field `colour`",
        ),
        (
            "/areas/1/prompts/1/id",
            json!("Anna Bell"),
            "areas[1].prompts[1].id: \"Anna Bell\" is not an identifier",
        ),
        (
            "/areas/1/prompts/1/kind",
            json!({ "slider": {} }),
            "areas[1].prompts[1].kind: unknown variant `slider`",
        ),
        ("/areas/1/number", json!(-2), "areas[1].number: invalid value"),
    ];
    for (pointer, value, expected) in rows {
        let found = faults_of(&broken(pointer, &value));
        assert!(found.len() == 1 && found[0].starts_with(expected), "{pointer}: {found:?}");
    }
}
