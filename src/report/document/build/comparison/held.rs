//! RA-02: what is compared because the panel holds it to be the same.

use super::areas::{key, title};
use crate::panel::reaudit::{Comparison, HeldSame};
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    let areas = comparison.areas.iter().flat_map(|area| {
        let path = ["held/area/", key(area)].concat();
        points(maker, &path, "held-area", &title(maker, area), &area.held_same)
    });
    let asked = comparison.prompts.iter().flat_map(|prompt| {
        let path = ["held/question/", prompt.prompt.as_str()].concat();
        points(maker, &path, "held-question", prompt.prompt.as_str(), &prompt.held_same)
    });
    let points: Vec<Sentence> = areas.chain(asked).collect();
    if points.is_empty() {
        return;
    }
    maker.heading(2, "held");
    maker.standing(Look::Note, "held-note");
    maker.blocks.push(Block::Bullets(points));
}

/// One for each earlier round in which it was something else.
fn points(maker: &Maker, path: &str, name: &str, now: &str, held: &[HeldSame]) -> Vec<Sentence> {
    let point = |(at, one): (usize, &HeldSame)| {
        let fills = Fills::default()
            .with("now", now)
            .with("was", &one.was)
            .with("period-before", &one.period);
        maker.told(&[path, "/", &at.to_string()].concat(), name, fills, Vec::new())
    };
    held.iter().enumerate().map(point).collect()
}
