//! All numbers in one table, a line each: for programs that read CSV.

use std::borrow::Cow;

use super::Numbers;
use crate::report::chart::Table;
use crate::report::csv;

/// Returns are counted where each agency was asked about its own part.
const HEAD: [&str; 7] =
    ["What", "Area or question", "Grade or answer", "Cases", "Of", "Returns", "Of returns"];

/// Columns that every line has; those of returns follow.
const OF_CASES: usize = 5;

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
        let [answer, number, of] = [0, 1, 2].map(|at| cell(cells, at));
        let of_cases = row([what, &table.caption, &answer, &number, &of]).into_iter();
        let of_returns = [3, 4].map(|at| Cow::Owned(cell(cells, at)));
        of_cases.take(OF_CASES).chain(of_returns).collect::<Vec<Cow<'static, str>>>()
    };
    table.rows.iter().map(line).collect()
}

/// A line that counts no returns.
fn row(cells: [&str; OF_CASES]) -> Vec<Cow<'static, str>> {
    let cells = cells.map(|cell| Cow::Owned(cell.to_owned())).into_iter();
    cells.chain([Cow::Borrowed(""), Cow::Borrowed("")]).collect()
}
