//! RA-02: what is not compared, and why.

use super::questions::{Details, is_answered};
use super::{slug, why, word};
use crate::panel::reaudit::{Comparison, NotComparable};
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};
use crate::text::listed;

/// `details` were taken out before (I-09).
pub(super) fn write(maker: &mut Maker, comparison: &Comparison, details: &Details<'_>) {
    maker.heading(2, "not-compared");
    let reasons = NotComparable::ALL.iter().flat_map(|reason| points(maker, comparison, reason));
    let points: Vec<Sentence> =
        reasons.chain(not_answered(maker, comparison)).chain(taken_out(maker, details)).collect();
    if points.is_empty() {
        maker.standing(Look::Plain, "all-compared");
    } else {
        maker.blocks.push(Block::Bullets(points));
    }
}

/// I-09: areas that ask for details, and what is asked only because of one that few share.
fn taken_out(maker: &Maker, details: &Details<'_>) -> impl Iterator<Item = Sentence> {
    let of = |path, names, taken: &[&str], why| point(maker, path, names, taken, &word(maker, why));
    let areas = of("not-compared/details", "areas-of", &details.areas, "details");
    let after = of("not-compared/after-details", "questions-of", &details.prompts, "after-details");
    areas.into_iter().chain(after)
}

/// Questions that nobody answered in any of the rounds.
fn not_answered(maker: &Maker, comparison: &Comparison) -> Option<Sentence> {
    let asked = comparison.prompts.iter().filter(|one| one.not_comparable.is_none());
    let silent = asked.filter(|one| !one.values.iter().any(is_answered));
    let ids: Vec<&str> = silent.map(|one| one.prompt.as_str()).collect();
    point(maker, "not-answered", "questions-of", &ids, &word(maker, "not-answered"))
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
    let why = why(maker, reason);
    let of_group = |(name, names): (&str, Vec<&str>)| {
        let path = ["not-compared/", name, "/", &slug(&why)].concat();
        point(maker, &path, name, &names, &why)
    };
    groups.into_iter().filter_map(of_group).collect()
}

/// What these names stand for, and why it is not compared; `None` without any.
fn point(maker: &Maker, path: &str, name: &str, names: &[&str], why: &str) -> Option<Sentence> {
    let fills = Fills::default().with("names", &listed(names));
    let what = maker.told(&[path, "/names"].concat(), name, fills, Vec::new()).plain();
    let fills = Fills::default().with("what", &what).with("why", why);
    (!names.is_empty()).then(|| maker.told(path, "not-compared-point", fills, Vec::new()))
}
