//! R-02, RA-02: the numbers that are read in a comparison are those of the returns of each of its rounds.
//!
//! Its tables and charts are read, and every number counted anew from the JSON of the returns and judgements.

use multi_agency_audit::report::document::{Block, Document, build};
use serde_json::{Value, json};

use crate::said::forms;
use crate::seed::Seed;
use crate::tally::{Number, Tally};

/// The same five cases as a year before: one more judged below good, two answered otherwise, one of which the
/// outcome could not be said, and one about which agencies contradict each other.
fn a_year_before() -> Seed {
    Seed::changed("summary", |story| {
        for (prompt, by, case, value) in [
            ("8.1", "social-care", "Case 4", "no"),
            ("5.1.a", "social-care", "Case 4", "sound"),
            ("9.1", "social-care", "Case 1", "not-applicable"),
            ("7.1", "police", "Case 1", "no"),
        ] {
            let by_case = story.answers.get_mut(prompt).unwrap().get_mut(by).unwrap();
            by_case.insert(case.into(), json!(value));
        }
        story.grades.get_mut("Case 4").unwrap().grade = "requires-improvement".into();
    })
}

/// Both rounds counted anew, the tool that they share, and what the program says of them.
fn compared() -> ([Tally; 2], Value, Document) {
    let (before, now) = (a_year_before(), Seed::named("summary"));
    let document = build::comparison(&[&before.workbook], &now.workbook, now.story.today);
    let tool = serde_json::to_value(&now.workbook.plan().round.tool).unwrap();
    ([Tally::of(&before), Tally::of(&now)], tool, document)
}

fn tables(document: &Document) -> Vec<(&str, &[Vec<String>])> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some((table.head[0].as_str(), table.rows.as_slice())),
        _ => None,
    });
    tables.collect()
}

/// "4 of 5".
fn share(cell: &str) -> Number {
    let (some, of) = cell.split_once(" of ").unwrap_or_else(|| panic!("{cell} is no share"));
    Number { some: some.parse().unwrap(), of: Some(of.parse().unwrap()) }
}

/// What stands in the tool for an answer as it is read; of a judgement "yes" alone is told.
fn value_of(tool: &Value, prompt: &str, label: &str) -> String {
    let areas = tool["areas"].as_array().unwrap().iter();
    let mut prompts = areas.flat_map(|area| area["prompts"].as_array().unwrap());
    let asked = prompts.find(|one| one["id"] == prompt).unwrap();
    let mut kinds = asked["kind"].as_object().unwrap().values();
    let Some(options) = kinds.find_map(|kind| kind["options"].as_array()) else {
        assert_eq!(label, "Yes", "{prompt}");
        return "yes".to_owned();
    };
    let option = options.iter().find(|one| one["label"] == label).unwrap();
    option["id"].as_str().unwrap().to_owned()
}

/// Grades that the scale calls good or better.
fn good_or_better(tool: &Value) -> Vec<&str> {
    let grades = tool["scale"]["grades"].as_array().unwrap().iter();
    let good = grades.filter(|one| one["level"] == "good" || one["level"] == "outstanding");
    good.map(|one| one["id"].as_str().unwrap()).collect()
}

/// The direction, worked out in another way than by the program.
fn change(before: Number, now: Number) -> &'static str {
    let (of_before, of_now) = (before.of.unwrap(), now.of.unwrap());
    if of_before.min(of_now) < 5 {
        return "Too few cases to say";
    }
    let percent = |number: Number, of: usize| number.some as f64 / of as f64;
    match percent(now, of_now) - percent(before, of_before) {
        same if same.abs() < 1e-9 => "same share",
        more if more > 0.0 => "larger share",
        _ => "smaller share",
    }
}

#[test]
fn r02_every_number_in_the_tables_of_a_comparison_is_that_of_its_round() {
    let (tallies, tool, document) = compared();
    let mut changes = Vec::new();
    for (head, rows) in tables(&document) {
        for row in rows {
            let count = |tally: &Tally| match head {
                "Question" => {
                    let (prompt, _) = row[0].split_once(' ').unwrap();
                    let value = value_of(&tool, prompt, &row[1]);
                    tally.answered(prompt, &[value.as_str()])
                }
                // The tool of these rounds grades the cases overall.
                _ => {
                    assert_eq!((head, row[0].as_str()), ("Area", "Overall"));
                    tally.judged(None, &good_or_better(&tool), false)
                }
            };
            let [before, now, said] = row.last_chunk::<3>().unwrap();
            let read = [share(before), share(now)];
            assert_eq!(read, [count(&tallies[0]), count(&tallies[1])], "{row:?}");
            assert_eq!(said, change(read[0], read[1]), "{row:?}");
            changes.push(said.as_str());
        }
    }
    for said in ["same share", "larger share", "Too few cases to say"] {
        assert!(changes.contains(&said), "{said} is nowhere in {changes:?}");
    }
}

#[test]
fn r02_every_bar_of_a_comparison_is_as_long_as_its_round_has_cases_with_that_grade() {
    let (tallies, tool, document) = compared();
    let grades = tool["scale"]["grades"].as_array().unwrap();
    let mut bars = 0;
    for block in &document.blocks {
        let Block::Chart { id, chart } = block else { continue };
        let round: usize = id.rsplit('-').next().unwrap().parse().unwrap();
        for bar in &chart.bars {
            let grade = grades.iter().find(|one| one["label"] == bar.label.as_str()).unwrap();
            let judged = tallies[round].judged(None, &[grade["id"].as_str().unwrap()], false);
            assert_eq!(bar.count, judged.some, "{id}, {}", bar.label);
            bars += 1;
        }
    }
    assert_eq!(bars, 2 * grades.len(), "one for each grade and round");
}

#[test]
fn r02_a_comparison_reads_the_same_in_the_word_file_and_in_the_text() {
    let (tallies, _, document) = compared();
    assert!(tallies.iter().all(|tally| tally.cases().some == 5));
    let mut read = 0;
    for (form, text) in forms(&document) {
        assert_eq!(text.matches("(five cases)").count(), 2, "{form} says of how many cases");
        for (_, rows) in tables(&document) {
            for row in rows {
                let line = row.join(" ");
                let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(&line), "{form}: {line}");
                read += 1;
            }
        }
    }
    assert!(read > 10, "{read}");
}
