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

/// Where, what it is replaced with, and the one fault that is named.
type Row = (&'static str, Value, &'static str);

#[track_caller]
fn check_rows(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(pointer, value, expected)| {
            let found = faults_of(&broken(pointer, value));
            (found != [*expected])
                .then(|| format!("{pointer}\n  expected {expected}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const P: &str = "/areas/1/prompts/1"; // 2.1.a, which has one of everything

#[test]
fn faults_of_head_kinds_and_scale() {
    let grade = |id: &str, code: &str, level: &str, for_area: bool, for_case: bool| {
        json!({ "id": id, "label": id, "code": code, "level": level, "for_area": for_area,
                "for_case": for_case, "descriptor": "When." })
    };
    let long = "x".repeat(MAX_LABEL + 1);
    check_rows(&[
        ("/version", json!(0), "version: versions are counted from 1"),
        ("/title", json!(" "), "title: this must not be empty"),
        ("/title", json!(long), "title: this has 151 characters, and the most is 150"),
        ("/summary", json!("a\u{202E}b"), "summary: this holds the hidden character U+202E"),
        ("/summary", json!("a\nb"), "summary: this holds the hidden character U+000A"),
        (
            "/language",
            json!("English!"),
            "language: \"English!\" is not a language tag such as \"en-GB\"",
        ),
        ("/agency_kinds/1/name", json!(""), "agency_kinds[1].name: this must not be empty"),
        (
            "/agency_kinds/-",
            json!({ "id": "police", "name": "Police again" }),
            "agency_kinds[2].id: there is already a kind of agency \"police\"",
        ),
        ("/scale/title", json!(""), "scale.title: this must not be empty"),
        ("/scale/grades/1/code", json!("G"), "scale.grades[1].code: there is already a code \"G\""),
        (
            "/scale/grades/1",
            grade("good", "I", "inadequate", true, true),
            "scale.grades[1].id: there is already a grade \"good\"",
        ),
        (
            "/scale/grades/-",
            grade("best", "B", "outstanding", true, true),
            "scale.grades[2].level: this grade is better than the one before it: grades stand best first",
        ),
        (
            "/scale/grades/-",
            grade("no", "N", "inadequate", false, false),
            "scale.grades[2]: this grade is offered neither for an area nor for a case",
        ),
        (
            "/scale/grades",
            json!([grade("good", "G", "good", false, true)]),
            "scale.grades: the tool grades areas, and no grade is offered for an area",
        ),
        (
            "/scale/grades",
            json!([grade("good", "G", "good", true, false)]),
            "scale.grades: the tool grades cases, and no grade is offered for a case",
        ),
        (
            "/scale/grades/0/descriptor",
            json!(""),
            "scale.grades[0].descriptor: this must not be empty",
        ),
        (
            "/scale/qualifiers/0/of",
            json!(["best"]),
            "scale.qualifiers[0].of[0]: the scale has no grade \"best\"",
        ),
        (
            "/scale/qualifiers/0/of",
            json!([]),
            "scale.qualifiers[0].of: there are 0, and at least 1 are needed",
        ),
        (
            "/scale/qualifiers/-",
            json!({ "id": "features", "label": "again", "of": ["good"] }),
            "scale.qualifiers[1].id: there is already a qualifier \"features\"",
        ),
        (
            "/graded_by",
            json!("case"),
            "areas[1].graded: this area is graded, and the tool does not grade areas",
        ),
    ]);
}

#[test]
fn a_scale_without_grades_grades_nothing() {
    let mut tool = sound();
    tool["scale"]["grades"] = json!([]);
    tool["scale"]["qualifiers"] = json!([]);
    assert_eq!(faults_of(&tool), ["scale.grades: the tool grades, and its scale has no grades"]);
    tool["graded_by"] = json!("nothing");
    tool["areas"][1]["graded"] = json!(false);
    assert_eq!(faults_of(&tool), Vec::<String>::new());
}

#[test]
fn faults_of_areas() {
    check_rows(&[
        ("/areas/1/id", json!("a"), "areas[1].id: there is already an area \"a\""),
        ("/areas/1/number", json!(1), "areas[1].number: there is already an area \"1\""),
        ("/areas/1/title", json!(""), "areas[1].title: this must not be empty"),
        (
            "/areas/0/graded",
            json!(true),
            "areas[0].graded: case details and what is to be learnt carry no grade",
        ),
        (
            "/areas/1/graded",
            json!(false),
            "areas: the tool grades areas, and none of them is graded",
        ),
        (
            "/areas/1/asked_of",
            json!({ "except": ["fire"] }),
            "areas[1].asked_of.except[0]: there is no kind of agency \"fire\"",
        ),
        (
            "/areas/0/asked_of",
            json!({ "only": [] }),
            "areas[0].asked_of: no kind of agency is among these",
        ),
        (
            "/areas/0/asked_of",
            json!({ "except": ["police", "social-care"] }),
            "areas[0].asked_of: no kind of agency is among these",
        ),
        (
            "/areas/1/not_applicable_when",
            yes("2.1"),
            "areas[1].not_applicable_when.answer.prompt: this depends on \"2.1\", which comes later",
        ),
    ]);
    let mut none = sound();
    none["areas"] = json!([]);
    none["graded_by"] = json!("case");
    assert_eq!(faults_of(&none), ["areas: there are 0, and at least 1 are needed"]);
}

#[test]
fn faults_of_prompts() {
    let at = |member: &str| format!("{P}/{member}");
    let kind = |value: Value| (at("kind"), value);
    let options = |options: Value| kind(json!({ "choices": { "options": options } }));
    // The prompt that is bent has nothing that could be barred, followed or asked about.
    let mut rows: Vec<(String, Value, &str)> = vec![
        (at("id"), json!("2.1"), "areas[1].prompts[1].id: there is already a prompt \"2.1\""),
        (at("text"), json!(""), "areas[1].prompts[1].text: this must not be empty"),
        (
            at("hint"),
            json!("\u{7}"),
            "areas[1].prompts[1].hint: this holds the hidden character U+0007",
        ),
        (at("follows"), json!("9.9"), "areas[1].prompts[1].follows: there is no prompt \"9.9\""),
        (
            at("follows"),
            json!("2.2"),
            "areas[1].prompts[1].follows: this follows \"2.2\", which comes after it",
        ),
        (
            at("follows"),
            json!("1.1"),
            "areas[1].prompts[1].follows: this follows \"1.1\", which is in another area",
        ),
        (
            at("asked_of"),
            json!({ "only": ["fire", "police"] }),
            "areas[1].prompts[1].asked_of.only[0]: there is no kind of agency \"fire\"",
        ),
        (
            "/areas/1/hints".to_owned(),
            json!({ "fire": "A hint." }),
            "areas[1].hints.fire: there is no kind of agency \"fire\"",
        ),
        (
            at("guidance/hints/fire"),
            json!("A hint."),
            "areas[1].prompts[1].guidance.hints.fire: there is no kind of agency \"fire\"",
        ),
        (
            at("guidance/hints/police"),
            json!(""),
            "areas[1].prompts[1].guidance.hints.police: this must not be empty",
        ),
        (
            at("rewordings/0/text"),
            json!(""),
            "areas[1].prompts[1].rewordings[0].text: this must not be empty",
        ),
        (
            at("advice/0/text"),
            json!(""),
            "areas[1].prompts[1].advice[0].text: this must not be empty",
        ),
    ];
    let bar = "areas[1].prompts[1].not_applicable_barred_when: this prompt does not offer \"not applicable\", so it cannot be barred";
    let (pointer, value) = kind(json!({ "judgement": { "values": ["yes", "no"] } }));
    rows.push((pointer, value, bar));
    let (pointer, value) =
        options(json!([{ "id": "a", "label": "A" }, { "id": "b", "label": "B" }]));
    rows.push((pointer, value, bar));
    let text = "/areas/1/prompts/3/kind";
    let number = "/areas/1/prompts/2/kind";
    let number_kind = |unit: &str, min: u32, max: u32| json!({ "number": { "unit": unit, "min": min, "max": max } });
    rows.extend([
        (
            text.into(),
            json!({ "choice": { "options": [{ "id": "a", "label": "A" }] } }),
            "areas[1].prompts[3].kind.choice.options: there are 1, and at least 2 are needed",
        ),
        (
            text.into(),
            json!({ "choices": { "options": [{ "id": "a", "label": "A" }, { "id": "a", "label": "B" }] } }),
            "areas[1].prompts[3].kind.choices.options[1].id: there is already an option \"a\"",
        ),
        (
            text.into(),
            json!({ "choice": { "options": [{ "id": "a", "label": "" }, { "id": "b", "label": "B" }] } }),
            "areas[1].prompts[3].kind.choice.options[0].label: this must not be empty",
        ),
        (
            text.into(),
            json!({ "judgement": { "values": ["yes"] } }),
            "areas[1].prompts[3].kind.judgement.values: there are 1, and at least 2 are needed",
        ),
        (
            text.into(),
            json!({ "judgement": { "values": ["yes", "no", "yes"] } }),
            "areas[1].prompts[3].kind.judgement.values[2]: there is already a value \"yes\"",
        ),
        (
            text.into(),
            json!({ "text": { "max_length": 0 } }),
            "areas[1].prompts[3].kind.text.max_length: a text answer may have 1 to 20000 characters",
        ),
        (number.into(), number_kind("", 0, 9), "areas[1].prompts[2].kind.number.unit: this must not be empty"),
        (
            number.into(),
            number_kind("weeks", 9, 0),
            "areas[1].prompts[2].kind.number: the smallest number is 9 and the largest 0",
        ),
    ]);
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(pointer, value, expected)| {
            let found = faults_of(&broken(pointer, value));
            (found != [*expected])
                .then(|| format!("{pointer}\n  expected {expected}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
