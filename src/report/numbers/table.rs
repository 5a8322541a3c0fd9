//! All numbers in one table, a line each: for programs that read CSV.

use std::borrow::Cow;

use super::Numbers;
use crate::report::chart::Table;
use crate::report::csv;

const HEAD: [&str; 5] = ["What", "Area or question", "Grade or answer", "Cases", "Of"];

/// The whole file. Texts are never read as formulas (L19).
pub fn numbers_csv(numbers: &Numbers) -> String {
    let about = numbers.about.iter().map(|(name, text)| row(["About", name, text, "", ""]));
    let grades = numbers.grades.iter().flat_map(|chart| {
        let judged: usize = chart.bars.iter().map(|bar| bar.count).sum();
        let judged = judged.to_string();
        let bars = chart.bars.iter();
        // What a table says under it: that these are suggestions, or how many cases have a grade.
        let notes = chart.notes.iter().map(|note| row(["Grades", &chart.title, note, "", ""]));
        let notes: Vec<_> = notes.collect();
        let line = move |bar: &super::super::chart::Bar| {
            row(["Grades", &chart.title, &bar.label, &bar.count.to_string(), &judged])
        };
        bars.map(line).chain(notes).collect::<Vec<_>>()
    });
    let answers = numbers.answers.iter().flat_map(|table| lines("Answers", table));
    let details = numbers.details.iter().flat_map(|table| lines("Details of the children", table));
    csv(&HEAD, about.chain(grades).chain(answers).chain(details))
}

fn lines(what: &str, table: &Table) -> Vec<Vec<Cow<'static, str>>> {
    let cell = |cells: &[String], at: usize| cells.get(at).cloned().unwrap_or_default();
    let line = |cells: &Vec<String>| {
        row([what, &table.caption, &cell(cells, 0), &cell(cells, 1), &cell(cells, 2)])
    };
    table.rows.iter().map(line).collect()
}

fn row(cells: [&str; 5]) -> Vec<Cow<'static, str>> {
    cells.map(|cell| Cow::Owned(cell.to_owned())).into()
}
