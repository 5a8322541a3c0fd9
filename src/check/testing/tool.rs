//! The tool of the tests of rules.

use serde_json::{Value, json};

use crate::tool::Tool;

/// Eight areas in the shape of the 2009 tool, with one prompt for each thing that rules look at.
pub(super) fn tool() -> Tool {
    let areas = json!([
        area_json(1, "Case details", json!({ "graded": false, "role": "case-details" }), details()),
        area_json(2, "History", json!({}), json!([judgement("2.1"), judgement("2.2")])),
        area_json(3, "Referral", json!({}), json!([judgement("3.1"), judgement("3.2")])),
        area_json(4, "Assessment", json!({ "asked_of": except_fire() }), assessment()),
        area_json(5, "Planning", json!({ "asked_of": except_fire() }), json!([judgement("5.1")])),
        area_json(6, "Review", review(), json!([judgement("6.1")])),
        area_json(7, "Supervision", json!({ "asked_of": except_fire() }), supervision()),
        area_json(8, "Recording", json!({ "role": "recording" }), json!([judgement("8.1")])),
    ]);
    serde_json::from_value(json!({
        "id": "rules", "version": 1, "title": "A tool for rules", "summary": "For tests.",
        "language": "en-GB", "scale": scale(), "graded_by": "area-and-case",
        "agency_kinds": [
            { "id": "social-care", "name": "Children's social care", "lead": true },
            { "id": "fire", "name": "Fire and rescue" } ],
        "areas": areas,
    }))
    .unwrap()
}

fn scale() -> Value {
    let grade = |id: &str, label: &str, level: &str, for_area: bool| {
        json!({ "id": id, "label": label, "code": label, "level": level, "for_area": for_area,
                "for_case": true, "descriptor": "When to choose it." })
    };
    json!({ "id": "four", "title": "Four grades", "outstanding_needs_all_good": true, "grades": [
        grade("outstanding", "Outstanding", "outstanding", false),
        grade("good", "Good", "good", true),
        grade("adequate", "Adequate", "below-good", true),
        grade("inadequate", "Inadequate", "inadequate", true) ] })
}

fn except_fire() -> Value {
    json!({ "except": ["fire"] })
}

fn area_json(number: u32, title: &str, more: Value, prompts: Value) -> Value {
    let base = json!({ "id": format!("area-{number}"), "number": number, "title": title,
                       "graded": true, "asked_of": "all", "prompts": prompts });
    with(base, more)
}

fn with(mut base: Value, more: Value) -> Value {
    for (name, value) in more.as_object().into_iter().flatten() {
        base[name] = value.clone();
    }
    base
}

fn prompt_json(id: &str, kind: Value, more: Value) -> Value {
    let base = json!({ "id": id, "text": "A question?", "asked_of": "all", "standing": "all",
                       "kind": kind });
    with(base, more)
}

fn judgement(id: &str) -> Value {
    prompt_json(id, json!({ "judgement": {} }), json!({}))
}

fn options(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "id": id, "label": id.replace('-', " ") })).collect()
}

fn choice(id: &str, ids: &[&str]) -> Value {
    prompt_json(id, json!({ "choice": { "options": options(ids) } }), json!({}))
}

fn is(prompt: &str, answer: &str) -> Value {
    json!({ "answer": { "prompt": prompt, "is": [answer] } })
}

fn details() -> Value {
    let services = json!([
        { "id": "health", "label": "Health" }, { "id": "housing", "label": "Housing" },
        { "id": "none", "label": "None of these", "exclusive": true } ]);
    let optional = json!({ "mandatory": false });
    json!([
        choice("1.1", &["needed", "not-needed"]),
        choice("1.2", &["unborn", "school-age"]),
        choice("1.3", &["held", "not-due"]),
        prompt_json(
            "1.4",
            json!({ "number": { "unit": "weeks", "min": 1, "max": 90 } }),
            json!({})
        ),
        prompt_json("1.5", json!({ "text": { "max_length": 10 } }), optional.clone()),
        prompt_json("1.6", json!({ "choices": { "options": services } }), optional),
    ])
}

fn assessment() -> Value {
    let unborn = is("1.2", "unborn");
    let rewordings = json!([{ "when": unborn, "text": "For an unborn child?" }]);
    let no_views = json!({ "all": [is("4.5", "yes"), { "any": [is("4.6", "no"), is("4.6", "not-evident")] }] });
    let advice = json!([{ "when": no_views, "until_concern": true,
                          "text": "The child was seen alone, but no views are recorded." }]);
    let any = || json!({ "judgement": {} });
    json!([
        prompt_json("4.4", any(), json!({ "not_applicable_barred_when": is("1.1", "needed") })),
        prompt_json("4.5", any(), json!({ "rewordings": rewordings })),
        prompt_json("4.6", any(), json!({ "rewordings": rewordings, "advice": advice })),
        prompt_json("4.6.a", any(), json!({ "follows": "4.6", "when": is("4.6", "partly") })),
        prompt_json(
            "4.7",
            json!({ "judgement": { "values": ["yes", "no", "not-applicable"] } }),
            json!({ "mandatory": false })
        ),
    ])
}

fn review() -> Value {
    json!({ "role": "review", "asked_of": except_fire(), "not_applicable_when": is("1.3", "not-due") })
}

fn supervision() -> Value {
    let options = json!([{ "id": "monthly", "label": "Monthly" },
                         { "id": "missed", "label": "Missed", "gap": true }]);
    json!([
        judgement("7.1"),
        prompt_json("7.2", json!({ "choice": { "options": options } }), json!({}))
    ])
}
