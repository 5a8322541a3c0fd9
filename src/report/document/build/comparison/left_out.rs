//! RA-02: what is not compared, and why.

use super::questions::is_answered;
use super::why;
use crate::panel::reaudit::{Comparison, NotComparable};
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};
use crate::text::listed;

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    maker.heading(2, "not-compared");
    let reasons = NotComparable::ALL.iter().flat_map(|reason| points(maker, comparison, reason));
    let points: Vec<Sentence> = reasons.chain(not_answered(maker, comparison)).collect();
    if points.is_empty() {
        maker.standing(Look::Plain, "all-compared");
    } else {
        maker.blocks.push(Block::Bullets(points));
    }
}

/// Questions that nobody answered in any of the rounds.
fn not_answered(maker: &Maker, comparison: &Comparison) -> Option<Sentence> {
    let asked = comparison.prompts.iter().filter(|one| one.not_comparable.is_none());
    let silent = asked.filter(|one| !one.values.iter().any(is_answered));
    let ids: Vec<&str> = silent.map(|one| one.prompt.as_str()).collect();
    let names = Fills::default().with("names", &listed(&ids));
    let what = maker.told("not-answered/names", "questions-of", names, Vec::new()).plain();
    let why = super::word(maker, "not-answered");
    let fills = Fills::default().with("what", &what).with("why", &why);
    (!ids.is_empty()).then(|| maker.told("not-answered", "not-compared-point", fills, Vec::new()))
}

/// At most two for a reason: areas by their titles, questions by their ids.
fn points(maker: &Maker, comparison: &Comparison, reason: &NotComparable) -> Vec<Sentence> {
    let areas = comparison.areas.iter().filter(|one| one.not_comparable.as_ref() == Some(reason));
    let titles: Vec<&str> =
        areas.filter(|one| one.area.is_some()).map(|one| one.title.as_str()).collect();
    let prompts =
        comparison.prompts.iter().filter(|one| one.not_comparable.as_ref() == Some(reason));
    let ids: Vec<&str> = prompts.map(|one| one.prompt.as_str()).collect();
    let groups = [("areas-of", titles), ("questions-of", ids)];
    let point = |(name, names): (&str, Vec<&str>)| {
        let why = why(maker, reason);
        let path = ["not-compared/", name, "/", &super::slug(&why)].concat();
        let names = Fills::default().with("names", &listed(&names));
        let what = maker.told(&[&path, "/names"].concat(), name, names, Vec::new()).plain();
        let fills = Fills::default().with("what", &what).with("why", &why);
        maker.told(&path, "not-compared-point", fills, Vec::new())
    };
    groups.into_iter().filter(|(_, names)| !names.is_empty()).map(point).collect()
}
