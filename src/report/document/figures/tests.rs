//! Every number of a chart or table, told by the answers and grades that make it.

use chrono::NaiveDate;

use super::*;
use crate::panel::fixture::{Audit as _, Desk, plan};
use crate::report::document::{DocumentKind, build};
use crate::tool::AnswerValue;

fn today() -> NaiveDate {
    "2026-07-01".parse().unwrap()
}

#[test]
fn a_count_is_found_again_by_what_stands_for_it_in_an_address() {
    let rows = [
        "grades/-/good/outstanding",
        "grades/risk/inadequate",
        "answers/4.6/not-evident",
        "answers/how/letter",
        "themes/neglect",
        &["actions/", &figure_theme("Neglect").to_string()].concat(),
    ];
    for key in rows {
        let parts: Vec<&str> = key.split('/').collect();
        assert_eq!(FigureCount::of_key(&parts).unwrap().key(), key);
    }
    for key in ["grades/risk", "grades/Risk!/good", "answers/how", "themes", "actions/neglect"] {
        let parts: Vec<&str> = key.split('/').collect();
        assert_eq!(FigureCount::of_key(&parts), None, "{key}");
    }
}

#[test]
fn r02_every_bar_of_an_area_leads_back_to_its_cases() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    for (one, risk) in [("case-1", "good"), ("case-2", "good"), ("case-3", "inadequate")] {
        desk.graded("csc", one, risk);
    }
    let book = &desk.workbook;
    let document = build::build(DocumentKind::Overview, book, today());
    let bars = |block: &Block| match block {
        Block::Chart { chart, .. } => chart.bars.len(),
        _ => 0,
    };
    let counts = figure_counts(book, &document);
    assert!(!counts.is_empty());
    assert_eq!(counts.len(), document.blocks.iter().map(bars).sum::<usize>());
    for (at, count) in &counts {
        assert!(count.fits(book), "{count:?}");
        let (counted, behind) = build::figure_counted(book, count).unwrap();
        assert_eq!(figure_text(&document, *at), Some(counted.number().to_string()), "{count:?}");
        assert_eq!(behind.is_empty(), counted.cases.is_empty(), "{count:?}");
        assert!(figure_sentence(&document, *at).is_some_and(|id| id.ends_with("/grades")));
    }
}

#[test]
fn r02_numbers_of_this_round_in_a_comparison_lead_back_and_none_of_an_earlier_round_does() {
    let [before, now] = ["earlier", "later"].map(|id| {
        let mut plan = plan(&["case-1", "case-2"], "area-and-case");
        plan.round.id = id.parse().unwrap();
        let mut desk = Desk::of(plan);
        let draft =
            desk.draft("csc", "case-1").grade("risk", "good").says("alone", AnswerValue::Yes);
        desk.import(draft.chooses("how", &["letter"]));
        desk
    });
    let book = &now.workbook;
    let document = build::comparison(&[&before.workbook], book, today());
    let counts = figure_counts(book, &document);
    let keys: Vec<String> = counts.values().map(FigureCount::key).collect();
    for key in ["grades/risk/good", "grades/risk/outstanding/good", "answers/alone/yes"] {
        assert!(keys.iter().any(|one| one == key), "{key} is not in {keys:?}");
    }
    for (at, count) in &counts {
        let (counted, _) = build::figure_counted(book, count).unwrap();
        let (n, of) = (counted.number().to_string(), counted.of.to_string());
        let want = match &document.blocks[at.block] {
            Block::Chart { id, .. } => {
                assert!(id.ends_with("-1"), "{id} is of the earlier round");
                n
            }
            Block::Table(table) => {
                assert_eq!(at.column + 2, table.head.len(), "{count:?}");
                [n, of].join(" of ")
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(figure_text(&document, *at), Some(want), "{count:?}");
        assert!(figure_sentence(&document, *at).is_some());
    }
}

#[test]
fn r02_of_areas_that_are_called_alike_no_number_leads_to_the_cases_of_the_other() {
    let leads = |titles: [&str; 2], row: &str| {
        let mut plan = plan(&["case-1"], "area-and-case");
        let areas = plan.round.tool.areas.iter_mut().skip(1);
        areas.zip(titles).for_each(|(area, title)| area.title = title.to_owned());
        let desk = Desk::of(plan);
        let document = build::build(DocumentKind::Overview, &desk.workbook, today());
        let cells = [row.to_owned(), "1 of 1".to_owned()];
        Known::of(&desk.workbook, &document).graded(&cells, "1 of 1").is_some()
    };
    assert!(leads(["Risk", "Plan"], "Risk") && leads(["Risk", "Plan"], "Overall"));
    assert!(!leads(["Risk", "Risk"], "Risk"));
    assert!(!leads(["Risk", "Overall"], "Overall") && leads(["Risk", "Overall"], "Risk"));
}

#[test]
fn ra03_what_is_found_again_leads_back_by_its_theme() {
    let desk = Desk::with(&["case-1"]);
    let document = build::build(DocumentKind::Overview, &desk.workbook, today());
    let theme = desk.workbook.themes().remove(0);
    let now = [theme.label.as_str(), " (5 of 7)"].concat();
    let before = [theme.label.as_str(), " (3 of 5)"].concat();
    let table = Table {
        caption: String::new(),
        head: ["Before", "Improving", "Continuing", "Actions"].map(str::to_owned).into(),
        rows: Vec::new(),
    };
    let known = Known::of(&desk.workbook, &document);
    let row = [before, String::new(), now, "2 of 3".to_owned()];
    let cells = [1, 2, 3].map(|column| known.cell(&table, &row, column));
    let actions = FigureCount::Actions(figure_theme(&theme.label.to_uppercase()));
    assert_eq!(cells, [None, Some(FigureCount::Theme(theme.id)), Some(actions)]);
    let none = [row[0].clone(), String::new(), row[2].clone(), "No action followed".to_owned()];
    assert_eq!(known.cell(&table, &none, 3), None);
}
