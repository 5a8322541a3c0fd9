//! RA-03: last round's areas for development in Solihull's form, and what became of their actions.

use super::held_back::HeldBack;
use super::{filled, word};
use crate::panel::reaudit::{LinkedActions, Share, Standing, YearOnYear, YearRow};
use crate::report::chart::Table;
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};

pub(super) fn write(maker: &mut Maker, year: &YearOnYear, period: &str, small: &HeldBack) {
    let fills = Fills::default().with("period-before", period);
    let heading = maker.said("year", fills);
    maker.blocks.push(Block::Heading { level: 2, text: heading });
    if year.rows.is_empty() {
        maker.standing(Look::Plain, "no-issue");
    } else {
        let table = table(maker, year, period, small);
        maker.blocks.push(Block::Table(table));
    }
    write_new(maker, &year.new, small);
}

fn write_new(maker: &mut Maker, new: &[(String, Share)], small: &HeldBack) {
    let point = |(theme, share): &(String, Share)| {
        let share = small.share(maker, 0, theme, *share);
        let fills = Fills::default().with("theme", theme).with("share", &share);
        let evidence = super::findings_of(maker, theme);
        maker.told(&["new/", &super::slug(theme)].concat(), "new-point", fills, evidence)
    };
    let points: Vec<Sentence> = new.iter().map(point).collect();
    if !points.is_empty() {
        maker.heading(3, "new");
        maker.blocks.push(Block::Bullets(points));
    }
}

/// The table in three columns, and a fourth for the actions.
pub(super) fn table(maker: &Maker, year: &YearOnYear, period: &str, small: &HeldBack) -> Table {
    let named = |name: &str| filled(maker, name, Fills::default().with("period-before", period));
    let head = ["year-before", "year-improving", "year-continuing", "year-actions"];
    Table {
        caption: named("year-caption"),
        head: head.map(named).into(),
        rows: year.rows.iter().map(|row| cells(maker, row, small)).collect(),
    }
}

fn cells(maker: &Maker, row: &YearRow, small: &HeldBack) -> Vec<String> {
    let named = |before: usize, share: Share| {
        [&row.theme, " (", &small.share(maker, before, &row.theme, share), ")"].concat()
    };
    let now = row.now.map(|share| named(0, share)).unwrap_or_default();
    let (improving, continuing) = match row.standing {
        Standing::Improving => (now, String::new()),
        Standing::Continuing => (String::new(), now),
        Standing::NotLookedAt => (String::new(), word(maker, "not-looked-at")),
        Standing::NotKnown => (String::new(), word(maker, "not-known")),
    };
    vec![named(1, row.before), improving, continuing, closed(maker, row.actions)]
}

fn closed(maker: &Maker, actions: LinkedActions) -> String {
    match actions.all {
        0 => word(maker, "no-action"),
        all => Share { n: actions.closed, of: all }.in_figures(),
    }
}
