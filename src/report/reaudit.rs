//! Rounds side by side, for documents and screens (RA-02 to RA-06).

use super::chart::{Bar, BarChart, Table};
use super::document::{Block, Look, Sentence, Span};
use crate::panel::reaudit::{
    AreaComparison, Comparison, LinkedActions, RoundSide, Share, Standing, YearOnYear, YearRow,
};

/// RA-06: said with every comparison.
pub const OTHER_CHILDREN: &str = "Each round looked at different children. Nothing here says that \
    the same children are better or worse off, and small numbers change by chance.";

/// One area in every round, as charts that can be read side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallMultiple {
    /// The area, or the cases overall.
    pub title: String,
    /// One for each round, the oldest first; its longest bar could be all cases with a grade.
    pub charts: Vec<BarChart>,
}

/// RA-03: the table in three columns, with what became of the actions.
pub fn year_on_year_table(year: &YearOnYear, before: &RoundSide) -> Table {
    let first = ["Areas for development, ", &before.period].concat();
    let heads = [&first, "Areas improving", "Areas for continued development", "Actions closed"];
    Table {
        caption: "What became of the areas for development of the round before".into(),
        head: heads.map(str::to_owned).into(),
        rows: year.rows.iter().map(row).collect(),
    }
}

fn row(row: &YearRow) -> Vec<String> {
    let named = |share: Share| [&row.theme, " (", &share.in_figures(), ")"].concat();
    let now = row.now.map(named).unwrap_or_default();
    let (improving, continuing) = match row.standing {
        Standing::Improving => (now, String::new()),
        Standing::Continuing => (String::new(), now),
        Standing::NotLookedAt => (String::new(), "Not looked at this time".to_owned()),
        Standing::NotKnown => (String::new(), "Too little is known to say".to_owned()),
    };
    vec![named(row.before), improving, continuing, closed(row.actions)]
}

fn closed(actions: LinkedActions) -> String {
    match actions.all {
        0 => "No action followed".to_owned(),
        all => Share { n: actions.closed, of: all }.in_figures(),
    }
}

/// RA-02, RA-03, RA-04, RA-06: the part of a report that compares it with the round before.
pub fn comparison_blocks(comparison: &Comparison, year: &YearOnYear) -> Vec<Block> {
    let [.., before, _] = &comparison.rounds[..] else { return Vec::new() };
    let mut blocks = vec![
        heading("heading", "What has changed since the last round"),
        paragraph(Look::Note, "other-children", OTHER_CHILDREN),
    ];
    if year.rows.is_empty() {
        let none = "The round before named no issue with a theme.";
        blocks.push(paragraph(Look::Plain, "no-issue", none));
    } else {
        blocks.push(Block::Table(year_on_year_table(year, before)));
    }
    if !year.new.is_empty() {
        blocks.push(heading("new-heading", "Areas for development that are new"));
        let point = |(theme, share): &(String, Share)| {
            let text = [theme, " (", &share.in_figures(), " cases)"].concat();
            sentence(&["new/", theme].concat(), &text)
        };
        blocks.push(Block::Bullets(year.new.iter().map(point).collect()));
    }
    blocks.extend(recurring(comparison));
    blocks.push(heading("areas-heading", "Cases graded good or better"));
    blocks.push(Block::Table(areas_table(comparison)));
    blocks
}

fn recurring(comparison: &Comparison) -> Vec<Block> {
    let again: Vec<_> = comparison.recurring.iter().filter(|theme| theme.now).collect();
    if again.is_empty() {
        return Vec::new();
    }
    let point = |theme: &&crate::panel::reaudit::RecurringTheme| {
        let rounds = theme.successive.to_string();
        let text = [&theme.label, ": an issue in ", &rounds, " rounds one after the other"];
        sentence(&["recurring/", &theme.label].concat(), &text.concat())
    };
    vec![
        heading("recurring-heading", "Recurring"),
        Block::Bullets(again.iter().map(point).collect()),
    ]
}

/// RA-02: for each area, how many cases were graded good or better, of how many, in each round.
pub fn areas_table(comparison: &Comparison) -> Table {
    let periods = comparison.rounds.iter().map(|round| round.period.clone());
    let head = std::iter::once("Area".to_owned()).chain(periods).chain(["Change".to_owned()]);
    let row = |area: &AreaComparison| -> Vec<String> {
        let shares: Vec<String> = match area.good.is_empty() {
            true => comparison.rounds.iter().map(|_| "–".to_owned()).collect(),
            false => area.good.iter().map(|share| share.in_figures()).collect(),
        };
        let change = match (&area.not_comparable, area.trend) {
            (Some(why), _) => ["Not comparable: ", &why.to_string()].concat(),
            (None, Some(trend)) => trend.label().to_owned(),
            (None, None) => "Too few cases to say".to_owned(),
        };
        std::iter::once(title(area)).chain(shares).chain([change]).collect()
    };
    Table {
        caption: "Cases graded good or better, of those with a grade".into(),
        head: head.collect(),
        rows: comparison.areas.iter().map(row).collect(),
    }
}

fn title(area: &AreaComparison) -> String {
    if area.area.is_some() { area.title.clone() } else { "Overall".to_owned() }
}

/// The grades of each area that can be compared, one chart a round (RA-02).
pub fn small_multiples(comparison: &Comparison) -> Vec<SmallMultiple> {
    let comparable = comparison.areas.iter().filter(|area| area.not_comparable.is_none());
    let multiple = |area: &AreaComparison| SmallMultiple {
        title: title(area),
        charts: (0..comparison.rounds.len()).filter_map(|at| chart(comparison, area, at)).collect(),
    };
    comparable.map(multiple).collect()
}

fn chart(comparison: &Comparison, area: &AreaComparison, at: usize) -> Option<BarChart> {
    let round = comparison.rounds.get(at)?;
    let of = area.good.get(at)?.of;
    let bar = |row: &crate::panel::reaudit::GradeRow| {
        Some(Bar { label: row.label.clone(), count: row.sides.get(at)?.n })
    };
    let mut notes = Vec::new();
    if of != round.cases {
        notes.push(
            ["Grade known in ", &Share { n: of, of: round.cases }.in_figures(), " cases."].concat(),
        );
    }
    let open = area.not_final.get(at).copied().unwrap_or(0);
    if open > 0 {
        let open = Share { n: open, of }.in_figures();
        notes.push(["Not the panel’s judgement yet: ", &open, "."].concat());
    }
    Some(BarChart {
        title: [&title(area), ", ", &round.period].concat(),
        unit: "Cases".into(),
        bars: area.grades.iter().map(bar).collect::<Option<Vec<Bar>>>()?,
        most: of,
        notes,
    })
}

fn heading(id: &str, text: &str) -> Block {
    let level = if id == "heading" { 2 } else { 3 };
    Block::Heading { level, text: sentence(id, text) }
}

fn paragraph(look: Look, id: &str, text: &str) -> Block {
    Block::Paragraph { look, sentences: vec![sentence(id, text)] }
}

fn sentence(id: &str, text: &str) -> Sentence {
    Sentence {
        id: ["comparison/", id].concat(),
        spans: vec![Span::Text(text.to_owned())],
        evidence: Vec::new(),
        counts: Default::default(),
        own: None,
    }
}

#[cfg(test)]
mod tests;
