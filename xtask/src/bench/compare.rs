//! Ours beside other programs that did the same in the same run: one line a thing measured, one column a program.

use super::Row;
use std::fmt::Write as _;

const OURS: &str = "ours";
/// Less than this apart, two medians differ by chance on a machine that others use too.
const NOISE: f64 = 0.05;

/// Every row that a program's name stands on, as Markdown tables: one for each set of programs. A program that
/// beats ours is in bold, and the last column names it.
pub fn tables(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut columns: Vec<&str> = Vec::new();
    for what in things(rows) {
        let same: Vec<&Row> =
            rows.iter().filter(|row| row.what == what && row.whose.is_some()).collect();
        let programs: Vec<&str> = same.iter().filter_map(|row| row.whose.as_deref()).collect();
        if programs != columns {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "\n| what | {} | |", programs.join(" | "));
            let _ = writeln!(text, "|---|{}---|", "---:|".repeat(programs.len()));
            columns = programs;
        }
        let _ = writeln!(text, "{}", line(what, &same));
    }
    text
}

/// What was measured in several programs, in order.
fn things(rows: &[Row]) -> Vec<&str> {
    let mut things = Vec::new();
    for row in rows.iter().filter(|row| row.whose.is_some()) {
        if !things.contains(&row.what.as_str()) {
            things.push(&row.what);
        }
    }
    things
}

fn line(what: &str, same: &[&Row]) -> String {
    let of = |row: &Row| row.at(row.held);
    let ours = same.iter().find(|row| row.whose.as_deref() == Some(OURS)).and_then(|row| of(row));
    let beats = |row: &&Row| match (of(row), ours) {
        (Some(theirs), Some(ours)) => theirs < ours * (1.0 - NOISE),
        (theirs, ours) => theirs.is_some() && ours.is_none(),
    };
    let cells: Vec<String> = same
        .iter()
        .map(|row| {
            let number = numbers(row);
            if beats(row) { format!("**{number}**") } else { number }
        })
        .collect();
    let winners: Vec<&str> =
        same.iter().filter(|row| beats(row)).filter_map(|row| row.whose.as_deref()).collect();
    let verdict = match winners.as_slice() {
        [] => "none beats ours".to_owned(),
        some => format!("BEATEN by {}", some.join("; ")),
    };
    let held = same.first().map(|row| row.statistic()).unwrap_or_default();
    format!("| {what} (median / p95, held to the {held}) | {} | {verdict} |", cells.join(" | "))
}

/// Median and p95; one number where one was taken.
fn numbers(row: &Row) -> String {
    match (row.at(50), row.at(95)) {
        (Some(median), Some(p95)) if row.samples.len() > 1 => {
            format!("{median:.0} / {p95:.0} {}", row.unit)
        }
        (Some(one), _) => format!("{one:.0} {}", row.unit),
        (None, _) => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(what: &str, whose: &str, samples: &[f64]) -> Row {
        let row = json!({ "what": what, "unit": "ms", "budget": null, "held": 50, "samples": samples, "whose": whose });
        Row::of(&row).expect("a row")
    }

    #[test]
    fn a_peer_that_wins_a_row_is_named_in_it() {
        let rows = [
            row("ready", "ours", &[100.0, 120.0, 110.0]),
            row("key", "ours", &[20.0]),
            row("ready", "form.io", &[90.0, 300.0, 95.0]),
            row("key", "form.io", &[19.5]),
            row("ready", "Enketo", &[109.0]),
            row("key", "Enketo", &[40.0]),
        ];
        assert_eq!(
            tables(&rows),
            "\n| what | ours | form.io | Enketo | |\n|---|---:|---:|---:|---|\n\
             | ready (median / p95, held to the median) | 110 / 120 ms | **95 / 300 ms** | 109 ms | BEATEN by form.io |\n\
             | key (median / p95, held to the median) | 20 ms | 20 ms | 40 ms | none beats ours |\n"
        );
    }

    #[test]
    fn other_programs_have_a_table_of_their_own() {
        let rows = [
            row("ready", "ours", &[1.0]),
            row("open", "ours", &[2.0]),
            row("open", "jose", &[1.0]),
        ];
        assert_eq!(
            tables(&rows),
            "\n| what | ours | |\n|---|---:|---|\n| ready (median / p95, held to the median) | 1 ms | none beats ours |\n\
             \n| what | ours | jose | |\n|---|---:|---:|---|\n\
             | open (median / p95, held to the median) | 2 ms | **1 ms** | BEATEN by jose |\n"
        );
    }
}
