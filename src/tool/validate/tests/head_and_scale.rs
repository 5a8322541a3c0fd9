//! Faults of what a tool says of itself, and of its scale.

use super::*;

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
