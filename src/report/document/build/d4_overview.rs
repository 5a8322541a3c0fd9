//! D4: overview report to the board (S3).

use super::contacts::other_contacts;
use super::d4_areas::write_areas;
use super::d4_conclusions::write_conclusions;
use super::d4_method::write_method;
use super::maker::Maker;
use crate::panel::manuscript::{Passage, Place};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Point, Sentence};
use crate::text::counted;

pub(super) fn write(maker: &mut Maker) {
    maker.standing(Look::Subtitle, "pack");
    maker.standing(Look::Subtitle, "to");
    maker.heading(1, "title");
    maker.standing(Look::Subtitle, "subtitle");
    write_terms(maker);
    write_method(maker);
    write_areas(maker);
    write_conclusions(maker);
    write_recommendations(maker);
    for name in ["smart", "section-47"] {
        maker.standing(Look::Note, name);
    }
    maker.heading(2, "contacts");
    other_contacts(maker, 3);
}

fn write_terms(maker: &mut Maker) {
    maker.heading(2, "terms");
    maker.standing(Look::Plain, "terms-lead");
    let agreed = maker.book.plan().round.terms_of_reference.clone();
    if agreed.is_empty() {
        maker.standing(Look::Plain, "terms-gap");
    }
    for (number, paragraph) in (1..).zip(&agreed) {
        let path = ["terms/", &number.to_string()].concat();
        let fills = Fills::default().with("text", paragraph);
        let text = maker.sentence(&path, "{text}", fills, Vec::new());
        maker.paragraph(Look::Plain, vec![text]);
    }
}

fn write_recommendations(maker: &mut Maker) {
    maker.heading(2, "recommendations");
    let all = maker.passages_at(|place| *place == Place::Recommendation);
    if all.is_empty() {
        maker.bullets_or("recommendation", "no-recommendations", Vec::new());
    } else {
        let points = all.iter().map(|passage| recommendation(maker, passage)).collect();
        maker.blocks.push(Block::Numbered(points));
    }
    maker.standing(Look::Plain, "plan");
    maker.standing(Look::Plain, "signed");
}

/// The first line of the text is the recommendation; further lines and points stand under it.
fn recommendation(maker: &Maker, passage: &Passage) -> Point {
    let mut lines = maker.passage("recommendation", passage).into_iter();
    let path = ["recommendation/", passage.id.as_str(), "/point"].concat();
    let nothing = || maker.sentence(&path, "{recommendation}", Fills::default(), Vec::new());
    let text = lines.next().unwrap_or_else(nothing);
    let mut points: Vec<Sentence> = lines.collect();
    points.extend((1..).zip(&passage.points).map(|(at, one)| maker.line(&path, at, one, passage)));
    points.extend(passage.audit_again_months.map(|months| {
        let months = usize::try_from(months).unwrap_or(usize::MAX);
        let fills = Fills::default().with("months", &counted(months, "month", "months"));
        let path = ["recommendation/", passage.id.as_str(), "/again"].concat();
        maker.told(&path, "again", fills, maker.behind_passage(passage))
    }));
    Point { text, points }
}
