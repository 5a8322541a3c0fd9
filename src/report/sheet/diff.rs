//! Where two sheets differ: two versions of one return, side by side in words (V-03).
//!
//! A sheet holds everything that a person can read of a return, so nothing that
//! differs can be missed, and nothing is shown that they could not read.

use super::{Part, Row, Said, Sheet};

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
}
