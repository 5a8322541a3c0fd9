//! One fault for each way in which a tool can be wrong, with its place.

mod areas_and_prompts;
mod asked_when;
mod head_and_scale;
mod whole_tools;

use serde_json::{Value, json};

use super::*;
use crate::tool::fixture::{area, prompt, tool_json, yes};
use crate::tool::limits::*;

/// A sound tool that has one of everything.
fn sound() -> Value {
    let choice = json!({ "kind": { "choice": { "options": [
        { "id": "red", "label": "Red" }, { "id": "blue", "label": "Blue" } ] } } });
    let variants = json!({
        "follows": "2.1",
        "when": { "all": [yes("2.1"), { "agency": ["police"] }] },
        "not_applicable_barred_when": { "answer": { "prompt": "1.1", "is": ["red"] } },
        "rewordings": [{ "when": { "answered": "1.1" }, "text": "Other words?" }],
        "advice": [{ "when": { "not": yes("2.1") }, "text": "Advice." }],
        "guidance": { "good": "What good looks like.", "look": "Where to look.",
                      "hints": { "police": "A hint." } },
    });
    let number = json!({ "kind": { "number": { "unit": "weeks", "min": 0, "max": 9 } } });
    let text = json!({ "kind": { "text": { "max_length": 100 } },
                       "when": { "number": { "prompt": "2.2", "at_least": 1 } } });
    let mut details = area("a", 1, &[prompt("1.1", &choice)]);
    details["graded"] = json!(false);
    details["role"] = json!("case-details");
    let mut second = area(
        "b",
        2,
        &[
            prompt("2.1", &json!({})),
            prompt("2.1.a", &variants),
            prompt("2.2", &number),
            prompt("2.3", &text),
        ],
    );
    second["not_applicable_when"] = json!({ "answer": { "prompt": "1.1", "is": ["blue"] } });
    let mut tool = tool_json(&json!([details, second]));
    tool["scale"]["qualifiers"] =
        json!([{ "id": "features", "label": "with more", "of": ["good"] }]);
    tool
}

fn faults_of(tool: &Value) -> Vec<String> {
    let bytes = serde_json::to_vec(tool).unwrap();
    let faults = Tool::from_json(&bytes).err().unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

/// The sound tool with the value at a JSON pointer replaced, or added to its parent.
fn broken(pointer: &str, value: &Value) -> Value {
    let mut tool = sound();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match tool.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            members.insert(name.into(), value.clone());
        }
        Value::Array(items) if name == "-" => items.push(value.clone()),
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value.clone(),
        other => panic!("{pointer}: {other} has no members"),
    }
    tool
}

#[test]
fn the_sound_tool_is_sound() {
    assert_eq!(faults_of(&sound()), Vec::<String>::new());
}

/// Each row: where, what it is replaced with, and the one fault that is named.
#[track_caller]
fn check_rows(rows: &[(impl AsRef<str>, Value, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(pointer, value, expected)| {
            let pointer = pointer.as_ref();
            let found = faults_of(&broken(pointer, value));
            (found != [*expected])
                .then(|| format!("{pointer}\n  expected {expected}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
