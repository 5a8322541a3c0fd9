//! Bar charts of the grades of all cases, each with the table that says the same.
//!
//! Bars differ by pattern as well as by place, drawn in the colour of the text
//! around them, so they survive print, forced colours and any eyesight. No
//! `style` attribute is used: our pages forbid it.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::escape;
use crate::panel::integration::Distribution;

/// A bar chart as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarChart {
    /// Such as "Referral: grades of the cases".
    pub title: String,
    /// What is counted, such as "Cases".
    pub unit: String,
    /// In the scale's order.
    pub bars: Vec<Bar>,
    /// What the longest bar could be, so that charts of one round compare.
    pub most: usize,
    /// Sentences below it: the denominator, what is not judged, what is only suggested.
    pub notes: Vec<String>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// In full.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// A table as data: the chart for those who read rather than look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Says what it shows.
    pub caption: String,
    /// One a column.
    pub head: Vec<String>,
    /// Each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A label stands above its bar, so that a chart is narrow: several stand side by side, or one on a
/// phone, with letters that can still be read.
const LABEL_HEIGHT: usize = 22;
const BAR_HEIGHT: usize = 24;
const ROW_HEIGHT: usize = 58;
const BARS_WIDTH: usize = 280;
const COUNT_WIDTH: usize = 40;
/// Letters of a label that fit above a bar; the table has it in full.
const LABEL_LETTERS: usize = 34;

impl BarChart {
    /// The grades of all cases in one area, whose title is `area`.
    pub fn of_grades(area: &str, distribution: &Distribution) -> Self {
        let bar = |row: &crate::panel::integration::DistributionRow| Bar {
            label: row.label.clone(),
            count: row.cases.len(),
        };
        Self {
            title: format!("{area}: grades"),
            unit: "Cases".into(),
            bars: distribution.rows.iter().map(bar).collect(),
            most: distribution.of,
            notes: notes(distribution),
        }
    }

    /// The same as a table.
    pub fn table(&self) -> Table {
        let row = |bar: &Bar| vec![bar.label.clone(), bar.count.to_string()];
        Table {
            caption: self.title.clone(),
            head: vec!["Grade".into(), self.unit.clone()],
            rows: self.bars.iter().map(row).collect(),
        }
    }

    /// The same in one sentence, for whoever hears the chart.
    pub fn sentence(&self) -> String {
        let part = |bar: &Bar| format!("{}: {}", bar.label, bar.count);
        let parts: Vec<String> = self.bars.iter().map(part).collect();
        format!("{}. {}.", self.unit, parts.join(", "))
    }

    /// The drawing. `id` is the stem of every id in it and must be unique on its page.
    pub fn svg(&self, id: &str) -> String {
        let id = escape(id);
        let width = BARS_WIDTH + COUNT_WIDTH;
        let height = ROW_HEIGHT * self.bars.len().max(1);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" class=\"app-chart\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" fill=\"currentColor\" \
             font-family=\"Helvetica, Arial, sans-serif\" font-size=\"16\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            escape(&self.title),
            escape(&self.sentence()),
        );
        svg.push_str("<defs>");
        for at in 0..self.bars.len().min(PATTERNS.len()) {
            svg.push_str(&pattern(&id, at));
        }
        svg.push_str("</defs>");
        for (at, bar) in self.bars.iter().enumerate() {
            svg.push_str(&self.drawn(&id, at, bar));
        }
        svg.push_str("</svg>");
        svg
    }

    fn drawn(&self, id: &str, at: usize, bar: &Bar) -> String {
        let top = at * ROW_HEIGHT + LABEL_HEIGHT;
        let (above, middle) = (top - 6, top + BAR_HEIGHT / 2 + 6);
        let length = BARS_WIDTH * bar.count / self.most.max(bar.count).max(1);
        let mut drawn =
            format!("<text x=\"0\" y=\"{above}\">{}</text>", escape(&shortened(&bar.label)));
        if length > 0 {
            let pattern = at % PATTERNS.len();
            // Within the drawing by half of its edge. Writing to a String cannot fail.
            let _ = write!(
                drawn,
                "<rect x=\"1\" y=\"{top}\" width=\"{length}\" height=\"{BAR_HEIGHT}\" \
                 fill=\"url(#{id}-pattern-{pattern})\" stroke=\"currentColor\" stroke-width=\"2\"/>"
            );
        }
        let beside = if length > 0 { length + 9 } else { 0 };
        let _ = write!(drawn, "<text x=\"{beside}\" y=\"{middle}\">{}</text>", bar.count);
        drawn
    }
}

/// What fills the bars: marks within a tile of 8 by 8. Told apart without colour.
const PATTERNS: [&str; 5] = [
    "<rect width=\"8\" height=\"8\" stroke=\"none\"/>",
    "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
    "<circle cx=\"4\" cy=\"4\" r=\"1.8\" stroke=\"none\"/>",
    "<path d=\"M0 0L8 8M0 8L8 0\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\"/>",
    "<path d=\"M0 4H8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
];

fn pattern(id: &str, at: usize) -> String {
    let marks = PATTERNS.get(at).copied().unwrap_or_default();
    format!(
        "<pattern id=\"{id}-pattern-{at}\" width=\"8\" height=\"8\" \
         patternUnits=\"userSpaceOnUse\">{marks}</pattern>"
    )
}

/// N-19, N-20: what a reader must know to read the numbers.
fn notes(distribution: &Distribution) -> Vec<String> {
    let mut notes = Vec::new();
    let (judged, of) = (distribution.judged, distribution.of);
    if judged != of {
        notes.push(format!("{judged} of {of} cases have a grade."));
    }
    let suggested = distribution.suggested();
    if suggested > 0 {
        notes.push(format!("{suggested} of {judged} grades are suggestions: the panel has not judged these cases yet."));
    }
    let reopened = distribution.reopened();
    if reopened > 0 {
        notes.push(format!(
            "{reopened} of {judged} judgements rest on a return that was replaced since."
        ));
    }
    notes
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL_LETTERS {
        label.to_owned()
    } else {
        label.chars().take(LABEL_LETTERS - 1).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::panel::integration::distribution;

    fn chart() -> BarChart {
        let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4"]);
        for (case, grade) in [("case-1", "good"), ("case-2", "good"), ("case-3", "inadequate")] {
            desk.graded("csc", case, grade);
        }
        let risk = distribution(&desk.workbook, Some(&area("risk")));
        BarChart::of_grades("Risk & \"response\"", &risk)
    }

    #[test]
    fn r04_the_table_and_the_sentence_say_what_the_bars_show() {
        let chart = chart();
        let rows = [["good", "2"], ["adequate", "0"], ["inadequate", "1"]];
        assert_eq!(chart.table().rows, rows.map(|row| row.map(String::from).to_vec()));
        assert_eq!(chart.sentence(), "Cases. good: 2, adequate: 0, inadequate: 1.");
        let notes = [
            "3 of 4 cases have a grade.",
            "3 of 3 grades are suggestions: the panel has not judged these cases yet.",
        ];
        assert_eq!(chart.notes, notes);
    }

    #[test]
    fn r04_bars_are_as_long_as_their_counts_and_differ_by_pattern() {
        let svg = chart().svg("risk");
        let bars: Vec<&str> = svg.split("<rect x=").skip(1).collect();
        assert_eq!(bars.len(), 2, "no bar for a grade that no case has");
        assert!(bars[0].contains("width=\"140\"") && bars[0].contains("#risk-pattern-0"), "{svg}");
        assert!(bars[1].contains("width=\"70\"") && bars[1].contains("#risk-pattern-2"), "{svg}");
    }

    #[test]
    fn the_drawing_has_a_name_needs_no_style_and_escapes_its_texts() {
        let svg = chart().svg("risk");
        assert!(svg.contains("role=\"img\" aria-labelledby=\"risk-title risk-desc\""), "{svg}");
        assert!(
            svg.contains(
                "<title id=\"risk-title\">Risk &amp; &quot;response&quot;: grades</title>"
            )
        );
        assert!(!svg.contains("style"), "{svg}");
    }

    #[test]
    fn a_chart_without_bars_or_cases_is_still_a_drawing() {
        let empty = BarChart { bars: Vec::new(), most: 0, ..chart() };
        assert!(empty.svg("empty").starts_with("<svg ") && empty.svg("empty").ends_with("</svg>"));
        let none = Bar { label: "Good".into(), count: 0 };
        let svg = BarChart { bars: vec![none], most: 0, ..chart() }.svg("none");
        assert!(!svg.contains("<rect x="), "{svg}");
    }
}
