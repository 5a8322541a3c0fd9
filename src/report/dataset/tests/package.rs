//! The package is described whole, its rows add up, and it holds what it says.

use super::*;

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
