//! Which rounds have a dataset, and which answers, themes and actions are counted in it.

use super::*;

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
fn a_practice_round_and_open_grades_have_no_dataset() {
    let practice = Desk::with(&["case-1"]).workbook;
    assert_eq!(dataset(&practice), Err(NoDataset::Practice));
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.practice = false;
    let mut desk = Desk::of(plan);
    desk.graded("csc", "case-1", "good");
    assert_eq!(dataset(&desk.workbook), Err(NoDataset::NotFinal));
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
