//! I-09: what is told in one table gives nothing away of another.

use super::*;

#[test]
fn i09_a_theme_gives_no_answer_away_by_which_its_finding_is_counted() {
    use crate::panel::findings::{
        CountedBy, Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
    };
    let told = |not_seen: usize, counted: bool| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        plan.round.practice = false;
        plan.round.report.suppress_below = 5;
        let mut desk = Desk::of(plan);
        for (at, case_ref) in FOURTEEN.iter().enumerate() {
            let answer = match at {
                0..6 => AnswerValue::Yes,
                at if at < 6 + not_seen => AnswerValue::No,
                _ => AnswerValue::Partly,
            };
            let draft = desk.draft("csc", case_ref).says("alone", answer);
            desk.import(draft);
        }
        let source = |case_ref: &str| {
            let (place, file, _) = desk.workbook.current_of_case(&case(case_ref)).next().unwrap();
            let item = SourceItem::Answer(prompt("alone"));
            FindingSource::Return(SourceRef { place: place.clone(), file, item })
        };
        let by = CountedBy { prompt: prompt("alone"), value: "yes".into() };
        let finding = Finding {
            id: "f1".parse().unwrap(),
            kind: FindingKind::Strength,
            scope: FindingScope::AcrossCases,
            text: "Children were seen alone".into(),
            themes: vec!["neglect".parse().unwrap()],
            sources: FOURTEEN[..6].iter().map(|one| source(one)).collect(),
            counted: counted.then_some(by),
            fate: Fate::Kept,
            stamp: stamp(),
        };
        desk.workbook.record_finding(finding).unwrap();
        let rows = table(&dataset(&desk.workbook).unwrap(), "themes.csv");
        rows.iter().map(|row| row["cases"].clone()).collect::<Vec<_>>()
    };
    // Six were, one was not, and seven in part: of fourteen, less six and the seven that are told, one would be left.
    assert_eq!(told(1, true), ["", ""]);
    // Nothing of the question is hidden; or the panel’s own count is not that of an answer.
    assert_eq!(told(8, true), ["6", "8"]);
    assert_eq!(told(1, false), ["6", "8"]);
}

#[test]
fn i09_a_question_asked_after_another_answer_is_told_whole_or_not_at_all() {
    let cases: Vec<String> = (1..=12).map(|number| format!("case-{number}")).collect();
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let mut plan = plan(&cases, "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = 5;
    plan.round.period = "=2026".into();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let draft = desk.draft("csc", case_ref);
        // Asked where the child was seen alone: in seven, of which one was heard in part only.
        desk.import(match at {
            0 => draft.says("alone", AnswerValue::Yes).says("views", AnswerValue::Partly),
            1..7 => draft.says("alone", AnswerValue::Yes).says("views", AnswerValue::Yes),
            _ => draft.says("alone", AnswerValue::No),
        });
    }
    let answers = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
    let told = |prompt: &str| {
        let rows = answers.iter().filter(|row| row["prompt"] == prompt);
        rows.filter(|row| !row["cases"].is_empty()).count()
    };
    assert!(told("alone") > 0);
    // Five not asked stand beside it: six of seven would leave the one.
    assert_eq!(told("views"), 0);
}

#[test]
fn i09_a_question_put_in_other_words_by_a_detail_gives_none_of_that_detail_away() {
    use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
    let of_ages = |id: &str, of_age: fn(usize) -> &'static str| {
        let mut plan = asking_of_the_unborn(&FOURTEEN, "alone");
        let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        for one in prompts.filter(|one| one.id == prompt("age")) {
            if let PromptKind::Choice { options } = &mut one.kind {
                let infant = serde_json::json!({ "id": "infant", "label": "Under 1" });
                options.push(serde_json::from_value(infant).unwrap());
            }
        }
        told_of(plan, id, |at, draft| draft.aged(of_age(at)).says("alone", AnswerValue::Yes))
    };
    let two_ages = |at: usize| if at < 6 { "unborn" } else { "older" };
    let three_ages = |at: usize| match at {
        0..6 => "unborn",
        6 => "infant",
        _ => "older",
    };
    assert_eq!(of_ages("alone", two_ages), ["yes 8", "not-applicable 6"]);
    // The one infant and the six unborn are hidden: fourteen less seven, less six, would be one.
    assert_eq!(of_ages("age", three_ages), ["older 7"]);
    assert!(of_ages("alone", three_ages).is_empty());
}

#[test]
fn i09_a_follow_up_gives_nothing_away_of_the_answer_that_it_follows() {
    let told = |id: &str| {
        told_of(plan(&FOURTEEN, "area-and-case"), id, |at, draft| match at {
            0..6 => draft.says("alone", AnswerValue::Yes).says("views", AnswerValue::Yes),
            6 => draft.says("alone", AnswerValue::No),
            _ => draft.says("alone", AnswerValue::Partly),
        })
    };
    assert_eq!(told("alone"), ["partly 7"]);
    // Asked in six: the one who was not seen would be what is left of fourteen.
    assert!(told("views").is_empty());
}

#[test]
fn i09_an_area_that_an_answer_sets_aside_gives_nothing_away_of_that_answer() {
    let told = |id: &str, seventh: &str| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        let when = serde_json::json!({ "answer": { "prompt": "category", "is": ["telephone"] } });
        plan.round.tool.areas[1].not_applicable_when = Some(serde_json::from_value(when).unwrap());
        told_of(plan, id, |at, draft| {
            let by = match at {
                0..6 => "telephone",
                6 => seventh,
                _ => "letter",
            };
            let draft = draft.responds("category", Response::Option(by.parse().unwrap()));
            draft.says("alone", AnswerValue::Yes)
        })
    };
    assert_eq!(told("alone", "letter"), ["yes 8", "not-answered 6"]);
    // Not judged in six stands among the grades: of fourteen, less the seven of letters, one would be left.
    assert_eq!(told("category", "neither"), Vec::<String>::new());
    // Not asked in six: of fourteen, less seven, less six, one would be left.
    assert_eq!(told("alone", "neither"), Vec::<String>::new());
}

#[test]
fn i09_areas_that_two_answers_set_aside_give_nothing_away_of_a_third() {
    let told = |seventh: &str, areas: usize, several: bool| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        plan.round.practice = false;
        plan.round.report.suppress_below = 5;
        let graded = plan.round.tool.areas.iter_mut().filter(|area| area.graded);
        for (area, answer) in graded.zip(["telephone", "letter"]).take(areas) {
            let when = serde_json::json!({ "answer": { "prompt": "category", "is": [answer] } });
            area.not_applicable_when = Some(serde_json::from_value(when).unwrap());
        }
        let asked = &mut plan.round.tool.areas[0].prompts[0];
        if let (true, PromptKind::Choice { options }) = (several, &asked.kind) {
            let options = options.clone();
            asked.kind = PromptKind::Choices { options };
        }
        let mut desk = Desk::of(plan);
        for (at, case_ref) in FOURTEEN.iter().enumerate() {
            let by = match at {
                0..6 => "telephone",
                6 => seventh,
                _ => "letter",
            };
            let draft = desk.draft("csc", case_ref);
            desk.import(match several {
                true => draft.chooses("category", &[by]),
                false => draft.responds("category", Response::Option(by.parse().unwrap())),
            });
        }
        let mut rows = table(&dataset(&desk.workbook).unwrap(), "grades.csv");
        rows.retain(|row| row["area"] != "overall" && row["suppressed"] == "false");
        rows.len()
    };
    // Six and eight add up to all: there is no third.
    assert!(told("letter", 2, false) > 0);
    // Six, and seven: of fourteen, one would be left.
    assert_eq!(told("neither", 2, false), 0);
    let alone = "one area alone tells of nobody but those who gave its answer";
    assert!(told("neither", 1, false) > 0, "{alone}");
    // Where a case can have several answers no table has them, so nothing is known to be harmless.
    assert_eq!(told("neither", 2, true), 0);
    assert!(told("neither", 1, true) > 0, "{alone}");
}

#[test]
fn i09_a_case_in_which_nobody_answered_is_not_found_among_those_that_were_not_asked() {
    let told = |id: &str, is_first_answered: bool| {
        told_of(plan(&FOURTEEN, "area-and-case"), id, |at, draft| match at {
            0 if !is_first_answered => draft.says("alone", AnswerValue::Yes),
            0..8 => draft.says("alone", AnswerValue::Yes).says("views", AnswerValue::Yes),
            _ => draft.says("alone", AnswerValue::No),
        })
    };
    assert_eq!(told("views", true), ["yes 8", "not-answered 6"]);
    assert_eq!(told("alone", false), ["yes 8", "no 6"]);
    // Not answered in seven, less the six that the other question tells were not asked, would be one.
    assert!(told("views", false).is_empty());
}

#[test]
fn i09_a_case_without_a_grade_is_not_found_among_those_of_which_the_area_was_set_aside() {
    let told = |ungraded: usize| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        plan.round.practice = false;
        plan.round.report.suppress_below = 5;
        let when = serde_json::json!({ "answer": { "prompt": "category", "is": ["telephone"] } });
        plan.round.tool.areas[1].not_applicable_when = Some(serde_json::from_value(when).unwrap());
        let mut desk = Desk::of(plan);
        for (at, case_ref) in FOURTEEN.iter().enumerate() {
            let by = if at < 6 { "telephone" } else { "letter" };
            let by = Response::Option(by.parse().unwrap());
            let draft = desk.draft("csc", case_ref).responds("category", by);
            if at < 6 + ungraded {
                desk.import(draft);
                continue;
            }
            desk.import(draft.grade("risk", "good"));
            let judged = on_area(case_ref, "risk");
            desk.workbook.record_judgement(judged, decision("good"), &stamp()).unwrap();
        }
        let mut rows = table(&dataset(&desk.workbook).unwrap(), "grades.csv");
        rows.retain(|row| row["area"] == "risk" && !["", "0"].contains(&row["cases"].as_str()));
        let row =
            |row: &BTreeMap<String, String>| [row["grade"].as_str(), " ", &row["cases"]].concat();
        rows.iter().map(row).collect::<Vec<String>>()
    };
    assert_eq!(told(0), ["good 8", "not-judged 6"]);
    // Not judged in seven, less the six that gave the answer which sets the area aside, would be one.
    assert!(told(1).is_empty());
}

#[test]
fn i09_questions_asked_by_one_answer_and_by_either_of_two_give_no_case_away_that_has_one_alone() {
    let told = |id: &str, second_alone: usize| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        let areas = &mut plan.round.tool.areas;
        let how = areas[1].prompts.remove(3);
        areas[0].prompts.push(how);
        let has = |way: &str| serde_json::json!({ "answer": { "prompt": "how", "is": [way] } });
        let either = serde_json::json!({ "any": [has("letter"), has("telephone")] });
        for (id, when) in [("alone", has("letter")), ("checks", either)] {
            let asked = areas[1].prompts.iter_mut().find(|one| one.id == prompt(id)).unwrap();
            asked.when = Some(serde_json::from_value(when).unwrap());
        }
        told_of(plan, id, |at, draft| match at {
            0..6 => {
                let draft = draft.chooses("how", &["letter"]).says("alone", AnswerValue::Yes);
                draft.says("checks", AnswerValue::Yes)
            }
            at if at < 6 + second_alone => {
                draft.chooses("how", &["telephone"]).says("checks", AnswerValue::Yes)
            }
            _ => draft.chooses("how", &["neither"]),
        })
    };
    assert_eq!(told("alone", 1), ["yes 6", "not-answered 8"]);
    // Seven, less the six of the other question, would be the one.
    assert!(told("checks", 1).is_empty());
    assert_eq!(told("checks", 8), ["yes 14"]);
}

/// Asked from the third time on, and from the fifth: of eight, and of seven or eight.
#[test]
fn i09_questions_asked_by_two_bounds_of_one_number_tell_nothing_of_the_few_between() {
    let told = |id: &str, times_of_the_last: u32| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        let bounds = [("alone", 3), ("checks", 5)];
        for (one, at_least) in prompts.filter_map(|one| {
            let bound = bounds.iter().find(|(id, _)| one.id == prompt(id))?.1;
            Some((one, bound))
        }) {
            let when = serde_json::json!({ "number": { "prompt": "hours", "at_least": at_least } });
            one.when = Some(serde_json::from_value(when).unwrap());
        }
        told_of(plan, id, |at, draft| {
            let times = match at {
                0..6 => 1,
                6..13 => 7,
                _ => times_of_the_last,
            };
            let draft = draft.responds("hours", Response::Number(times));
            let draft = if times >= 3 { draft.says("alone", AnswerValue::Yes) } else { draft };
            if times >= 5 { draft.says("checks", AnswerValue::Yes) } else { draft }
        })
    };
    assert_eq!(told("alone", 7), ["yes 8", "not-answered 6"]);
    assert_eq!(told("checks", 7), ["yes 8", "not-answered 6"]);
    assert!(told("alone", 4).is_empty());
    assert!(told("checks", 4).is_empty());
}
