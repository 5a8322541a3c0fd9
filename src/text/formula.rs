//! Cells that a spreadsheet would run (L19).

/// Characters with which a spreadsheet begins a formula.
const TRIGGERS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a spreadsheet would take a cell for a formula, also behind blanks, which some programs trim.
pub fn begins_a_formula(cell: &str) -> bool {
    let first = |text: &str| text.chars().next().is_some_and(|first| TRIGGERS.contains(&first));
    first(cell) || first(cell.trim_start())
}

/// Whether a cell is a formula behind apostrophes, so that one more has to go before it to be read back.
pub fn looks_neutralised(cell: &str) -> bool {
    cell.starts_with('\'') && begins_a_formula(cell.trim_start_matches('\''))
}

/// A cell as it was before an apostrophe was put before its formula.
pub fn without_neutraliser(cell: &str) -> &str {
    if looks_neutralised(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}
