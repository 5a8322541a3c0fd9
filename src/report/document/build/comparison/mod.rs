//! Rounds side by side: Solihull's table, what recurs, grades and answers as n of N (RA-02 to RA-06).

mod areas;
mod carried;
mod held;
mod held_back;
mod left_out;
mod questions;
mod year;

use held_back::HeldBack;

use super::maker::Maker;
use crate::panel::Workbook;
use crate::panel::reaudit::{
    NotComparable, RecurringTheme, RoundSide, Share, Trend, compare_rounds, ra03_year_on_year,
};
use crate::report::document::pattern::Fills;
use crate::report::document::publication::threshold;
use crate::report::document::{Block, Evidence, Look, Sentence, figure_theme};
use crate::text::{counted, in_words, listed};

pub(super) fn write(maker: &mut Maker, earlier: &[&Workbook]) {
    maker.begin();
    let Some(before) = earlier.last() else {
        return maker.standing(Look::Plain, "none");
    };
    let rounds: Vec<&Workbook> = earlier.iter().copied().chain([maker.book]).collect();
    let mut comparison = compare_rounds(&rounds);
    let details = questions::without_details(maker, &rounds, &mut comparison);
    write_rounds(maker, &comparison.rounds);
    write_invented(maker, earlier);
    // RA-06: said with every comparison. V-09: tables have nothing behind them, so what they count stands behind this.
    let others =
        maker.told("other-children", "other-children", Fills::default(), counted_here(maker));
    maker.paragraph(Look::Note, vec![others]);
    let small = HeldBack::of(threshold(maker.book), &rounds);
    let year = ra03_year_on_year(before, maker.book);
    let period = &before.plan().round.period;
    year::write(maker, &year, period, &small);
    carried::write(maker, &rounds);
    write_recurring(maker, &comparison.recurring, &small);
    areas::write(maker, &comparison);
    questions::write(maker, &comparison);
    held::write(maker, &comparison);
    left_out::write(maker, &comparison, &details);
    if small.is_any() {
        maker.note_small_numbers();
    }
}

/// V-09: the cases of this round that its tables and charts count, one without any return too, and their returns.
fn counted_here(maker: &Maker) -> Vec<Evidence> {
    let cases = maker.cases();
    let returns = cases.iter().flat_map(|case| maker.book.current_of_case(case));
    let returns = returns.map(|(_, file, _)| Evidence::Return(file));
    cases.iter().cloned().map(Evidence::Case).chain(returns).collect()
}

fn write_rounds(maker: &mut Maker, rounds: &[RoundSide]) {
    let name = |round: &RoundSide| {
        let fills = Fills::default()
            .with("title", &round.title)
            .with("period", &round.period)
            .with("cases-of-round", &counted(round.cases, "case", "cases"));
        let path = ["round/", round.id.as_str()].concat();
        maker.told(&path, "round", fills, Vec::new()).plain()
    };
    let names: Vec<String> = rounds.iter().map(name).collect();
    let rounds = maker.said("rounds", Fills::default().with("rounds", &listed(&names)));
    maker.paragraph(Look::Lead, vec![rounds]);
}

/// RA-01: whoever reads of an invented round beside one that is not is told so; published it is not.
fn write_invented(maker: &mut Maker, earlier: &[&Workbook]) {
    let here = maker.book.plan().round.practice;
    let others = earlier.iter().map(|one| &one.plan().round).filter(|one| one.practice != here);
    let told = others.map(|round| {
        let name = if round.practice { "invented" } else { "real" };
        let fills = Fills::default().with("title", &round.title).with("period", &round.period);
        maker.told(&[name, "/", round.id.as_str()].concat(), name, fills, Vec::new())
    });
    let told = told.collect();
    maker.paragraph(Look::Lead, told);
}

/// RA-04: themes that the panel found wanting again, with the findings of this round behind each.
fn write_recurring(maker: &mut Maker, recurring: &[RecurringTheme], small: &HeldBack) {
    let point = |theme: &RecurringTheme| {
        let said = |(before, share): (usize, &Option<Share>)| match share {
            Some(share) => small.share(maker, before, &theme.label, *share),
            None => word(maker, "no-value"),
        };
        let mut shares: Vec<String> = theme.rounds.iter().rev().enumerate().map(said).collect();
        shares.reverse();
        let fills = Fills::default()
            .with("theme", &theme.label)
            .with("times", &in_words(theme.successive))
            .with("shares", &shares.join(", "));
        let path = ["recurring/", &slug(&theme.label)].concat();
        maker.told(&path, "recurring-point", fills, findings_of(maker, &theme.label))
    };
    let points: Vec<Sentence> = recurring.iter().filter(|one| one.now).map(point).collect();
    if !points.is_empty() {
        maker.heading(2, "recurring");
        maker.blocks.push(Block::Bullets(points));
    }
}

/// This round's findings with a theme of this name.
fn findings_of(maker: &Maker, label: &str) -> Vec<Evidence> {
    let themes = maker.book.themes();
    let theme = themes.iter().find(|theme| figure_theme(&theme.label) == figure_theme(label));
    let Some(theme) = theme else { return Vec::new() };
    let tagged = maker.findings.iter().filter(|view| view.finding.themes.contains(&theme.id));
    tagged.map(|view| Evidence::Finding(view.finding.id.clone())).collect()
}

/// A name as part of a sentence's id.
fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    name.to_lowercase().chars().map(plain).collect()
}

/// One of this document's texts without a gap, for a cell of a table.
fn word(maker: &Maker, name: &str) -> String {
    maker.words.get(&maker.name(name)).to_owned()
}

/// The same with its gaps filled.
fn filled(maker: &Maker, name: &str, fills: Fills) -> String {
    maker.said(name, fills).plain()
}

/// RA-02: why something is not compared, in the document's words.
fn why(maker: &Maker, why: &NotComparable) -> String {
    word(
        maker,
        match why {
            NotComparable::NotAsked => "not-asked",
            NotComparable::OtherWords => "other-words",
            NotComparable::OtherAnswers => "other-answers",
            NotComparable::OtherScale => "other-scale",
            NotComparable::OutOfScope => "out-of-scope",
            NotComparable::Details => "details",
            NotComparable::OfEachAgency => "of-each-agency",
        },
    )
}

/// RA-02: a direction, or that none is told.
fn change(maker: &Maker, trend: Option<Trend>) -> String {
    word(
        maker,
        match trend {
            Some(Trend::Up) => "up",
            Some(Trend::Down) => "down",
            Some(Trend::Same) => "same",
            None => "too-few",
        },
    )
}

#[cfg(test)]
mod tests;
