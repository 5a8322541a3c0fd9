//! Where two sheets differ: two versions of one return, side by side in words (V-03).
//!
//! A sheet holds everything that a person can read of a return, so nothing that
//! differs can be missed, and nothing is shown that they could not read.

use super::words;
use super::{Part, Row, Said, Sheet};
use crate::audit_return::About;

/// One question on which two sheets differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDiff {
    /// The part in which it stands.
    pub part: String,
    /// The question.
    pub asks: String,
    /// What the first says; `None` where it does not ask.
    pub first: Option<String>,
    /// What the second says; `None` where it does not ask.
    pub second: Option<String>,
}

/// Every question on which they differ, in the order of the first; what only the second asks follows its part.
pub fn diff(first: &Sheet, second: &Sheet) -> Vec<RowDiff> {
    let mut found = Vec::new();
    let nothing = Part::new("");
    for part in &first.parts {
        let other = second.parts.iter().find(|other| other.title == part.title);
        compare(&part.title, part, other.unwrap_or(&nothing), &mut found);
    }
    let only_second = second
        .parts
        .iter()
        .filter(|part| !first.parts.iter().any(|other| other.title == part.title));
    for part in only_second {
        compare(&part.title, &nothing, part, &mut found);
    }
    found
}

/// What two versions of a return say at the place that a question is about, also where it is the same.
///
/// Of the return as a whole, which is all of it, only what differs; a signature always does and is left out.
pub fn compared(about: &About, first: &Sheet, second: &Sheet) -> Vec<RowDiff> {
    if *about == About::Return {
        let mut all = diff(first, second);
        all.retain(|one| one.part != words::SIGNATURE);
        return all;
    }
    let [mut rows, later] = [first, second].map(|sheet| rows_about(about, sheet));
    for row in later {
        let same = |one: &&mut RowDiff| {
            one.second.is_none() && one.part == row.part && one.asks == row.asks
        };
        match rows.iter_mut().find(same) {
            Some(pair) => pair.second = row.first,
            None => rows.push(RowDiff { second: row.first, first: None, ..row }),
        }
    }
    rows
}

fn rows_about(about: &About, sheet: &Sheet) -> Vec<RowDiff> {
    let of_part = |part: &Part| {
        let rows = part.rows.iter().filter(|row| row.about.as_ref() == Some(about));
        let row = |row: &Row| RowDiff {
            part: part.title.clone(),
            asks: row.asks.clone(),
            first: Some(said(row)),
            second: None,
        };
        rows.map(row).collect::<Vec<RowDiff>>()
    };
    sheet.parts.iter().flat_map(of_part).collect()
}

fn compare(title: &str, first: &Part, second: &Part, found: &mut Vec<RowDiff>) {
    let mut left: Vec<Option<&Row>> = second.rows.iter().map(Some).collect();
    let mut note = |asks: &str, first: Option<&Row>, second: Option<&Row>| {
        let (first, second) = (first.map(said), second.map(said));
        if first != second {
            let (part, asks) = (title.to_owned(), asks.to_owned());
            found.push(RowDiff { part, asks, first, second });
        }
    };
    for row in &first.rows {
        // The same question may stand there twice: each is paired once.
        let same = |other: &Option<&Row>| other.is_some_and(|other| other.asks == row.asks);
        let pair = left.iter().position(same).and_then(|at| left.get_mut(at)?.take());
        note(&row.asks, Some(row), pair);
    }
    for row in left.into_iter().flatten() {
        note(&row.asks, None, Some(row));
    }
}

fn said(row: &Row) -> String {
    match &row.said {
        Said::Text(text) => text.clone(),
        Said::Room { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(parts: &[(&str, &[(&str, &str)])]) -> Sheet {
        let row = |(asks, said): &(&str, &str)| Row::text(*asks, *said);
        let part = |(title, rows): &(&str, &[(&str, &str)])| Part {
            rows: rows.iter().map(row).collect(),
            ..Part::new(*title)
        };
        Sheet {
            title: String::new(),
            caption: String::new(),
            mark: String::new(),
            parts: parts.iter().map(part).collect(),
        }
    }

    fn told(first: &Sheet, second: &Sheet) -> Vec<String> {
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        diff(first, second)
            .iter()
            .map(|one| {
                format!("{}/{}: {} | {}", one.part, one.asks, said(&one.first), said(&one.second))
            })
            .collect()
    }

    #[test]
    fn v03_every_difference_is_told_once_and_what_is_equal_not_at_all() {
        let first = sheet(&[
            (
                "Risk",
                &[("Grade", "Good"), ("Reason", "In time"), ("Concern", "One"), ("Concern", "Two")],
            ),
            ("Plan", &[("Grade", "Good")]),
        ]);
        let second = sheet(&[
            (
                "Risk",
                &[
                    ("Grade", "Inadequate"),
                    ("Reason", "In time"),
                    ("Concern", "One"),
                    ("Concern", "Three"),
                    ("Impact", "Delay"),
                ],
            ),
            ("Signature", &[("Role", "Manager")]),
        ]);
        assert_eq!(
            told(&first, &second),
            [
                "Risk/Grade: Good | Inadequate",
                "Risk/Concern: Two | Three",
                "Risk/Impact: - | Delay",
                "Plan/Grade: Good | -",
                "Signature/Role: - | Manager",
            ]
        );
        assert_eq!(told(&first, &first), Vec::<String>::new());
    }

    #[test]
    fn v03_a_place_is_read_in_both_versions_side_by_side() {
        let of = |rows: &[(&str, &str, About)]| {
            let row = |(asks, said, about): &(&str, &str, About)| {
                Row::text(*asks, *said).of(about.clone())
            };
            let signed = Row::text("Fingerprint of the file", rows.len().to_string());
            let parts = vec![
                Part { rows: rows.iter().map(row).collect(), ..Part::new("Overall") },
                Part { rows: vec![signed], ..Part::new(words::SIGNATURE) },
            ];
            Sheet { parts, ..sheet(&[]) }
        };
        let first = of(&[
            ("Grade", "Good", About::Overall),
            ("Reason", "In time", About::Overall),
            ("Comments", "None", About::Comments),
        ]);
        let second = of(&[
            ("Grade", "Adequate", About::Overall),
            ("Reason", "In time", About::Overall),
            ("Qualifier", "Strong", About::Overall),
            ("Comments", "One", About::Comments),
        ]);
        let told = |about: &About| -> Vec<String> {
            let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
            let rows = compared(about, &first, &second);
            rows.iter()
                .map(|one| format!("{}: {} | {}", one.asks, said(&one.first), said(&one.second)))
                .collect()
        };
        assert_eq!(
            told(&About::Overall),
            ["Grade: Good | Adequate", "Reason: In time | In time", "Qualifier: - | Strong"]
        );
        assert_eq!(told(&About::Chronology), Vec::<String>::new());
        assert_eq!(
            told(&About::Return),
            ["Grade: Good | Adequate", "Comments: None | One", "Qualifier: - | Strong"]
        );
    }
}
