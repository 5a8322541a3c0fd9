//! RA-02: grades of each area, good or better as n of N, and a chart for each round.

use super::{change, filled, why, word};
use crate::panel::reaudit::{AreaComparison, Comparison, GradeRow, RoundSide, Share};
use crate::report::chart::{Bar, BarChart, Table};
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look};
use crate::text::capitalised;

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    if comparison.areas.is_empty() {
        return;
    }
    maker.heading(2, "areas");
    maker.standing(Look::Note, "areas-note");
    let table = table(maker, comparison);
    maker.blocks.push(Block::Table(table));
    let comparable: Vec<&AreaComparison> =
        comparison.areas.iter().filter(|area| area.not_comparable.is_none()).collect();
    if comparable.is_empty() {
        return;
    }
    maker.heading(2, "multiples");
    for area in comparable {
        let path = ["multiple/", key(area)].concat();
        maker.heading_of(3, &path, &title(maker, area));
        // Charts that follow each other stand side by side.
        for (at, round) in comparison.rounds.iter().enumerate() {
            let id = ["multiple-", key(area), "-", &at.to_string()].concat();
            if let Some(chart) = chart(maker, area, round, at) {
                maker.blocks.push(Block::Chart { id, chart });
            }
        }
    }
}

/// For each area, in how many cases it was graded good or better, of how many, round by round.
pub(super) fn table(maker: &Maker, comparison: &Comparison) -> Table {
    let periods = comparison.rounds.iter().map(|round| round.period.clone());
    let head = std::iter::once(word(maker, "area")).chain(periods).chain([word(maker, "change")]);
    let row = |area: &AreaComparison| -> Vec<String> {
        let shares: Vec<String> = match (area.good.as_slice(), area.apart.as_slice()) {
            ([], []) => comparison.rounds.iter().map(|_| word(maker, "no-value")).collect(),
            ([], apart) => apart.iter().map(|grades| own_grades(maker, grades)).collect(),
            (good, _) => good.iter().map(|share| share.in_figures()).collect(),
        };
        let change = match &area.not_comparable {
            Some(not) => {
                filled(maker, "not-comparable", Fills::default().with("why", &why(maker, not)))
            }
            // RA-02: from what nobody has agreed no direction is told.
            None if is_open(area) => word(maker, "not-agreed"),
            None => change(maker, area.trend),
        };
        std::iter::once(title(maker, area)).chain(shares).chain([change]).collect()
    };
    Table {
        caption: word(maker, "areas-caption"),
        head: head.collect(),
        rows: comparison.areas.iter().map(row).collect(),
    }
}

/// Whether grades of the last two rounds are suggestions, or judgements that are open again.
fn is_open(area: &AreaComparison) -> bool {
    area.not_final.iter().rev().take(2).any(|open| *open > 0)
}

/// "Good 2 of 5; adequate 3 of 5": what one round graded on a scale of its own.
fn own_grades(maker: &Maker, grades: &[(String, Share)]) -> String {
    if grades.is_empty() {
        return word(maker, "no-value");
    }
    let given = grades.iter().map(|(label, share)| [label, " ", &share.in_figures()].concat());
    capitalised(&given.collect::<Vec<_>>().join("; "))
}

pub(super) fn title(maker: &Maker, area: &AreaComparison) -> String {
    if area.area.is_some() { area.title.clone() } else { word(maker, "overall") }
}

pub(super) fn key(area: &AreaComparison) -> &str {
    area.area.as_ref().map_or("overall", |area| area.as_str())
}

/// The grades of one round; the longest bar could be all its cases with a grade.
pub(super) fn chart(
    maker: &Maker,
    area: &AreaComparison,
    round: &RoundSide,
    at: usize,
) -> Option<BarChart> {
    let of = area.good.get(at)?.of;
    let bar = |row: &GradeRow| Some(Bar { label: row.label.clone(), count: row.sides.get(at)?.n });
    let note = |name: &str, share: Share| {
        filled(maker, name, Fills::default().with("share", &share.in_figures()))
    };
    let open = area.not_final.get(at).copied().unwrap_or(0);
    let known = (of != round.cases).then(|| note("grade-known", Share { n: of, of: round.cases }));
    let open = (open > 0).then(|| note("not-final", Share { n: open, of }));
    Some(BarChart {
        title: [&title(maker, area), ", ", &round.period].concat(),
        unit: word(maker, "cases"),
        bars: area.grades.iter().map(bar).collect::<Option<Vec<Bar>>>()?,
        most: of,
        notes: known.into_iter().chain(open).collect(),
    })
}
