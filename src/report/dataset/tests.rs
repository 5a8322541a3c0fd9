//! The package: described whole, adding up, and without small numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::audit_return::{Response, Return};
use crate::panel::fixture::*;
use crate::tool::{AnswerValue, PromptKind};

/// Seven cases: the child was seen alone in six; nobody graded.
fn workbook() -> Workbook {
    suppressing_below(5)
}

fn suppressing_below(below: u32) -> Workbook {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7"];
    let mut plan = plan(&cases, "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = below;
    plan.round.period = "=2026".into();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let answer = if at < 6 { AnswerValue::Yes } else { AnswerValue::No };
        let draft = desk.draft("csc", case_ref).says("alone", answer);
        desk.import(draft);
    }
    desk.workbook
}

fn table(files: &[DatasetFile], path: &str) -> Vec<BTreeMap<String, String>> {
    let file = files.iter().find(|file| file.path == path).unwrap();
    let text = file.text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn package(files: &[DatasetFile]) -> Value {
    serde_json::from_str(&files[0].text).unwrap()
}

#[test]
fn n10_what_agencies_say_of_their_own_part_is_no_answer_of_a_case() {
    let asked = |own_part: bool| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.practice = false;
        for one in plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts) {
            one.of_each_agency = own_part && one.id == prompt("alone");
        }
        let mut desk = Desk::of(plan);
        let draft = desk.draft("csc", "case-1").says("alone", AnswerValue::Yes);
        desk.import(draft);
        let rows = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
        let has = |id: &str| rows.iter().any(|row| row["prompt"] == id);
        [has("alone"), has("checks")]
    };
    assert_eq!((asked(true), asked(false)), ([false, true], [true, true]));
}

#[test]
fn every_table_is_described_column_by_column_and_its_keys_are_unique() {
    let files = dataset(&workbook()).unwrap();
    let package = package(&files);
    assert_eq!(package["profile"], "tabular-data-package");
    let name = package["name"].as_str().unwrap();
    assert!(
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._/".contains(c))
    );
    let resources = package["resources"].as_array().unwrap();
    let paths: Vec<&str> = resources.iter().map(|one| one["path"].as_str().unwrap()).collect();
    let written: Vec<&str> = files[1..].iter().map(|file| file.path).collect();
    assert_eq!(paths, written);
    for resource in resources {
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: BTreeSet<&str> =
            fields.iter().map(|one| one["name"].as_str().unwrap()).collect();
        let rows = table(&files, resource["path"].as_str().unwrap());
        // Nothing was found under any theme.
        assert_eq!(rows.is_empty(), resource["name"] == "themes");
        let mut keys = BTreeSet::new();
        for row in &rows {
            assert_eq!(row.keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
            for field in fields {
                let cell = &row[field["name"].as_str().unwrap()];
                assert!(!field["description"].as_str().unwrap().is_empty());
                let required = field["constraints"]["required"] == true;
                assert!(!cell.is_empty() || !required, "{row:?}");
                match field["type"].as_str().unwrap() {
                    "integer" => assert!(cell.is_empty() || cell.parse::<u64>().is_ok(), "{row:?}"),
                    "boolean" => assert!(cell == "true" || cell == "false", "{row:?}"),
                    other => assert_eq!(other, "string"),
                }
            }
            let key = resource["schema"]["primaryKey"].as_array().unwrap();
            let key: Vec<&String> = key.iter().map(|name| &row[name.as_str().unwrap()]).collect();
            assert!(keys.insert(key), "{row:?} twice");
        }
    }
}

#[test]
fn an_option_called_as_the_dataset_calls_the_rest_is_one_row_with_it() {
    let mut plan = plan(&["case-1", "case-2"], "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = 0;
    let mut asked = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    let category = asked.find(|one| one.id == prompt("category")).unwrap();
    let PromptKind::Choice { options } = &mut category.kind else { panic!("no choice") };
    options[2].id = "not-answered".parse().unwrap();
    let mut desk = Desk::of(plan);
    let none = Response::Option("not-answered".parse().unwrap());
    let draft = desk.draft("csc", "case-1").responds("category", none);
    desk.import(draft);
    let silent = desk.draft("csc", "case-2").says("alone", AnswerValue::Yes);
    desk.import(silent);
    let mut rows = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
    rows.retain(|row| row["prompt"] == "category" && row["answer"] == "not-answered");
    // One chose it, and of the other nobody said anything.
    assert_eq!(rows.iter().map(|row| row["cases"].as_str()).collect::<Vec<_>>(), ["2"]);
}

#[test]
fn i10_the_package_says_for_whom_it_is() {
    let package = package(&dataset(&workbook()).unwrap());
    let description = package["description"].as_str().unwrap();
    assert!(description.contains("Audience: bodies beyond the board"), "{description}");
}

#[test]
fn i09_no_small_number_is_told_and_none_can_be_worked_out() {
    let files = dataset(&workbook()).unwrap();
    let answers = table(&files, "answers.csv");
    let mut by_prompt: BTreeMap<&str, Vec<Option<usize>>> = BTreeMap::new();
    for row in &answers {
        let cases = row["cases"].parse::<usize>().ok();
        assert_eq!(cases.is_none().to_string(), row["suppressed"]);
        assert!(cases.is_none_or(|cases| cases == 0 || cases >= 5), "{row:?}");
        by_prompt.entry(&row["prompt"]).or_default().push(cases);
    }
    // One child alone was not seen: that number is hidden, and the six with it.
    let alone = &by_prompt["alone"];
    assert_eq!(alone.iter().filter(|cases| cases.is_none()).count(), 2);
    for (prompt, cases) in by_prompt {
        assert_ne!(cases.iter().filter(|one| one.is_none()).count(), 1, "{prompt}");
    }
}

#[test]
fn i09_the_package_says_below_which_number_it_suppresses() {
    let below = |stated: u32| {
        let files = dataset(&suppressing_below(stated)).unwrap();
        package(&files)["suppressed_below"].as_u64().unwrap()
    };
    // Of two, the total alone tells which are one: it is kept to as three.
    assert_eq!([0, 1, 2, 5].map(below), [0, 0, 3, 5]);
}

#[test]
fn parts_add_up_to_all_cases_where_nothing_is_suppressed() {
    let files = dataset(&suppressing_below(0)).unwrap();
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for row in table(&files, "answers.csv") {
        *sums.entry(row["prompt"].clone()).or_default() += row["cases"].parse::<usize>().unwrap();
    }
    for row in table(&files, "grades.csv") {
        *sums.entry(["grade ", &row["area"]].concat()).or_default() +=
            row["cases"].parse::<usize>().unwrap();
    }
    assert!(sums.len() > 5);
    assert!(sums.values().all(|sum| *sum == 7), "{sums:?}");
}

#[test]
fn no_text_of_a_return_and_no_case_is_in_the_package() {
    let all: String = dataset(&workbook()).unwrap().into_iter().map(|file| file.text).collect();
    for secret in ["case-1", "A. Auditor", "Auditor"] {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(all.contains("\"'=2026\""), "L19");
}

#[test]
fn a_practice_round_and_open_grades_have_no_dataset() {
    let practice = Desk::with(&["case-1"]).workbook;
    assert_eq!(dataset(&practice), Err(NoDataset::Practice));
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.practice = false;
    let mut desk = Desk::of(plan);
    desk.graded("csc", "case-1", "good");
    assert_eq!(dataset(&desk.workbook), Err(NoDataset::NotFinal));
}

/// Seven cases, none with a grade still open; the panel found `neglect` and a theme of its own in the first.
fn found() -> crate::panel::Workbook {
    use crate::panel::findings::{
        Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
    };
    let mut workbook = workbook();
    workbook.add_theme("own-1".parse().unwrap(), "A place with a name", &stamp()).unwrap();
    for (at, case_ref) in ["case-1", "case-2", "case-3", "case-4", "case-5"].iter().enumerate() {
        let (place, file, _) = workbook.current_of_case(&case(case_ref)).next().unwrap();
        let item = SourceItem::Answer(prompt("alone"));
        let source = FindingSource::Return(SourceRef { place: place.clone(), file, item });
        let own = (at == 0).then(|| "own-1".parse().unwrap());
        let finding = Finding {
            id: format!("f-{case_ref}").parse().unwrap(),
            kind: FindingKind::Issue,
            scope: FindingScope::Case(case(case_ref)),
            text: "Seen late".into(),
            themes: std::iter::once("neglect".parse().unwrap()).chain(own).collect(),
            sources: vec![source],
            counted: None,
            fate: Fate::Kept,
            stamp: stamp(),
        };
        workbook.record_finding(finding).unwrap();
    }
    workbook
}

#[test]
fn i09_themes_are_counted_in_cases_and_a_boards_own_are_not_named() {
    let files = dataset(&found()).unwrap();
    let rows: Vec<[String; 5]> = table(&files, "themes.csv")
        .iter()
        .map(|row| {
            ["theme", "finding", "found", "cases", "suppressed"].map(|name| row[name].clone())
        })
        .collect();
    // Five of seven are told apart from two, which is small: both are hidden.
    let want = [
        ["neglect", "issue", "true", "", "true"],
        ["neglect", "issue", "false", "", "true"],
        ["own", "issue", "true", "", "true"],
        ["own", "issue", "false", "", "true"],
    ];
    assert_eq!(rows, want.map(|row| row.map(String::from)));
    assert!(!files.iter().any(|file| file.text.contains("A place with a name")));
}

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
fn actions_are_counted_by_where_they_stand_the_same_on_any_day() {
    let mut record = crate::panel::actions::fixture::with_actions(&["a1", "a2"]).record().clone();
    let mut value = serde_json::to_value(&record).unwrap();
    value["plan"]["round"]["practice"] = false.into();
    record = serde_json::from_value(value).unwrap();
    let workbook = crate::panel::Workbook::from_record(record);
    let rows = table(&dataset(&workbook).unwrap(), "actions.csv");
    let counts: Vec<(&str, &str)> =
        rows.iter().map(|row| (row["status"].as_str(), row["actions"].as_str())).collect();
    let want = [
        ("not-started", "2"),
        ("on-track", "0"),
        ("at-risk", "0"),
        ("complete", "0"),
        ("closed", "0"),
        ("superseded", "0"),
    ];
    assert_eq!(counts, want);
}

#[test]
fn what_is_told_of_the_tables_is_what_they_hold() {
    let workbook = found();
    let files = dataset(&workbook).unwrap();
    let told = told_tables(&workbook);
    let sizes: Vec<usize> = told.iter().map(|one| table(&files, one.path).len()).collect();
    assert_eq!(told.iter().map(|one| one.rows).collect::<Vec<_>>(), sizes);
    let hidden = |path: &str| told.iter().find(|one| one.path == path).unwrap().suppressed;
    assert_eq!(hidden("themes.csv"), Some(4));
    assert_eq!((hidden("rounds.csv"), hidden("actions.csv")), (None, None));
}

#[test]
fn i08_a_dataset_is_cleared_as_it_is_or_stays() {
    let today = "2026-07-01".parse().unwrap();
    let mut workbook = workbook();
    assert!(matches!(i08_dataset(&workbook, today), Err(NoDataset::Unsettled(_))));
    let mut plan = workbook.plan().clone();
    plan.slots.retain(|slot| slot.id.as_str() == "csc");
    workbook.change_plan(plan, "Only one agency", &stamp()).unwrap();
    assert_eq!(i08_cleared_dataset(&workbook, today), Err(NoDataset::NotCleared));
    let blank = i08_clear_dataset(&mut workbook, today, " ", &stamp());
    assert_eq!(blank, Err(NoDataset::NoReason));
    i08_clear_dataset(&mut workbook, today, "Read by the chair.", &stamp()).unwrap();
    assert_eq!(i08_cleared_dataset(&workbook, today).unwrap(), dataset(&workbook).unwrap());
    // One number differs: it is another dataset.
    let other = suppressing_below(0);
    assert_ne!(digest(&dataset(&other).unwrap()), digest(&dataset(&workbook).unwrap()));
    let hold = crate::panel::concerns::Hold::DoNotPublish;
    workbook.hold_case(&case("case-1"), hold, "A hearing is on.", &stamp()).unwrap();
    let held = i08_cleared_dataset(&workbook, today).unwrap_err();
    assert!(matches!(&held, NoDataset::Held(labels) if !labels.is_empty()), "{held}");
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

/// Fourteen cases, what agencies say of each, and in how many a question has each answer: what is told of it.
fn told_of(
    mut plan: crate::round::RoundPlan,
    id: &str,
    said: impl Fn(usize, Return) -> Return,
) -> Vec<String> {
    plan.round.practice = false;
    plan.round.report.suppress_below = 5;
    let mut desk = Desk::of(plan);
    for (at, case_ref) in FOURTEEN.iter().enumerate() {
        let draft = desk.draft("csc", case_ref);
        desk.import(said(at, draft));
    }
    let mut rows = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
    rows.retain(|row| row["prompt"] == id && !["", "0"].contains(&row["cases"].as_str()));
    rows.iter().map(|row| [row["answer"].as_str(), " ", &row["cases"]].concat()).collect()
}

const FOURTEEN: [&str; 14] = [
    "case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7", "case-8", "case-9",
    "case-10", "case-11", "case-12", "case-13", "case-14",
];

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
fn g20_a_case_asked_in_other_words_is_one_to_which_the_question_does_not_apply() {
    use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
    let rows = |below: u32| {
        let cases: Vec<String> = (1..=14).map(|number| format!("case-{number}")).collect();
        let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
        let mut plan = asking_of_the_unborn(&cases, "alone");
        plan.round.practice = false;
        plan.round.report.suppress_below = below;
        let mut desk = Desk::of(plan);
        for (at, case_ref) in cases.iter().enumerate() {
            let draft = desk.draft("csc", case_ref);
            desk.import(match at {
                0 => draft.aged("older").says("alone", AnswerValue::No),
                1..7 => draft.aged("older").says("alone", AnswerValue::Yes),
                _ => draft.aged("unborn").says("alone", AnswerValue::Yes),
            });
        }
        let mut answers = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
        answers.retain(|row| row["prompt"] == "alone" && row["cases"] != "0");
        let row = |row: &BTreeMap<String, String>| [row["answer"].clone(), row["cases"].clone()];
        answers.iter().map(row).collect::<Vec<[String; 2]>>()
    };
    assert_eq!(rows(0), [["yes", "6"], ["no", "1"], ["not-applicable", "7"]]);
    // Seven unborn children stand beside it: six of the others would leave the one.
    assert!(rows(5).iter().all(|[_, cases]| cases.is_empty()));
}

#[test]
fn v04_a_case_that_waits_for_the_panel_is_no_case_that_it_did_not_judge() {
    use crate::panel::{Decision, Verdict};
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.practice = false;
    let mut desk = Desk::of(plan);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    let judged = |desk: &mut Desk, verdict| {
        let decision = Decision { verdict, ..decision("good") };
        desk.workbook.record_judgement(on_area("case-1", "risk"), decision, &stamp()).unwrap();
        dataset(&desk.workbook).map(|_| ())
    };
    assert_eq!(judged(&mut desk, Verdict::Deferred), Err(NoDataset::NotFinal));
    assert_eq!(judged(&mut desk, Verdict::NotJudged), Ok(()));
    // The return on which that rested is replaced, so it is open again.
    desk.import(first.corrected());
    assert_eq!(dataset(&desk.workbook), Err(NoDataset::NotFinal));
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
    let told = |seventh: &str, areas: usize| {
        let mut plan = plan(&FOURTEEN, "area-and-case");
        plan.round.practice = false;
        plan.round.report.suppress_below = 5;
        let graded = plan.round.tool.areas.iter_mut().filter(|area| area.graded);
        for (area, answer) in graded.zip(["telephone", "letter"]).take(areas) {
            let when = serde_json::json!({ "answer": { "prompt": "category", "is": [answer] } });
            area.not_applicable_when = Some(serde_json::from_value(when).unwrap());
        }
        let mut desk = Desk::of(plan);
        for (at, case_ref) in FOURTEEN.iter().enumerate() {
            let by = match at {
                0..6 => "telephone",
                6 => seventh,
                _ => "letter",
            };
            let draft = desk.draft("csc", case_ref);
            desk.import(draft.responds("category", Response::Option(by.parse().unwrap())));
        }
        let mut rows = table(&dataset(&desk.workbook).unwrap(), "grades.csv");
        rows.retain(|row| row["area"] != "overall" && row["suppressed"] == "false");
        rows.len()
    };
    // Six and eight add up to all: there is no third.
    assert!(told("letter", 2) > 0);
    // Six, and seven: of fourteen, one would be left.
    assert_eq!(told("neither", 2), 0);
    assert!(told("neither", 1) > 0, "one area alone tells of nobody but those who gave its answer");
}

#[test]
fn i08_the_guard_looks_at_the_title_and_the_period_that_go_out_with_the_tables() {
    let today = "2026-07-01".parse().unwrap();
    let mut workbook = workbook();
    let named = |workbook: &mut crate::panel::Workbook, title: &str, period: &str| {
        let mut plan = workbook.plan().clone();
        plan.slots.retain(|slot| slot.id.as_str() == "csc");
        plan.round.title = title.into();
        plan.round.period = period.into();
        workbook.change_plan(plan, "As it is called", &stamp()).unwrap();
        i08_dataset(workbook, today).map(|files| {
            assert!(files[0].text.contains(title) && files[1].text.contains(period));
            i08_typed(workbook).doubtful
        })
    };
    let none: Vec<String> = Vec::new();
    let days = "1 April 2025 to 31 March 2026";
    assert_eq!(named(&mut workbook, "Case audits", days), Ok(none), "its own days");
    // What may be of the work is for whoever clears it to say; the rest goes first.
    let doubtful = named(&mut workbook, "Case audits for Mrs Quill", "2026").unwrap();
    assert_eq!(doubtful, ["Mrs Quill"]);
    let number = "943 476 5919";
    let barred = Err(NoDataset::Identifies(number.into()));
    assert_eq!(named(&mut workbook, &["The case of ", number].concat(), "2026"), barred);
    assert_eq!(named(&mut workbook, "Case audits", number), barred);
    let cleared = i08_clear_dataset(&mut workbook, today, "Read by the chair.", &stamp());
    assert_eq!(cleared.map(|_| Vec::new()), barred, "nobody can clear it");
}
