//! Faults of areas and of prompts.

use super::*;

/// 2.1.a, which has one of everything.
const P: &str = "/areas/1/prompts/1";

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
fn n10_a_question_on_each_agencys_own_part_is_any_agencys_evidence() {
    let faults = |own: bool, standing: &str| {
        let mut tool = sound();
        let prompt = &mut tool["areas"][1]["prompts"][1];
        prompt["of_each_agency"] = json!(own);
        prompt["standing"] = json!(standing);
        faults_of(&tool)
    };
    let why = "areas[1].prompts[1].standing: each agency is asked about its own part, so this must \
               be any agency's evidence";
    assert_eq!(faults(true, "social-care"), [why]);
    assert_eq!(faults(true, "lead"), [why]);
    for (own, standing) in [(true, "all"), (false, "social-care")] {
        assert_eq!(faults(own, standing), Vec::<String>::new(), "{own} {standing}");
    }
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
    check_rows(&rows);
}
