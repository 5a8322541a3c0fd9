//! D3: summary for practitioners and managers (S2).

use super::contacts::{concern_contact, other_contacts};
use super::d3_graded::write_improvements;
use super::maker::Maker;
use super::texts::Says;
use crate::panel::findings::FindingKind;
use crate::panel::manuscript::{Passage, Place};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};

pub(super) fn write(maker: &mut Maker) {
    maker.begin();
    maker.standing(Look::Subtitle, "date");
    maker.heading(2, "background");
    maker.standing(Look::Plain, "background-1");
    maker.standing(Look::Plain, "background-2");
    maker.heading(2, "procedure");
    write_procedure(maker);
    maker.heading(2, "method");
    maker.standing(Look::Plain, "method-1");
    maker.standing(Look::Plain, "method-2");
    maker.limitations();
    write_strengths(maker);
    write_improvements(maker);
    write_learning(maker);
    write_recommendations(maker);
    write_practice(maker);
    maker.heading(2, "resources");
    concern_contact(maker);
    other_contacts(maker, 3);
}

/// The board's own explanation of the procedure, a paragraph for each of its lines.
fn write_procedure(maker: &mut Maker) {
    let text = maker.words.get("summary.procedure-text").to_owned();
    for (number, line) in (1..).zip(text.lines()) {
        let path = ["procedure/", &number.to_string()].concat();
        let line = maker.sentence(&path, line, Fills::default(), Vec::new());
        maker.paragraph(Look::Plain, vec![line]);
    }
}

fn write_strengths(maker: &mut Maker) {
    maker.heading(2, "strengths");
    maker.standing(Look::Plain, "strengths-lead");
    let views = maker.across(&[FindingKind::Strength, FindingKind::GoodPractice]);
    let points = views.iter().map(|view| maker.finding("strength", view, Says::In)).collect();
    maker.bullets_or("strength", "no-strengths", points);
}

fn write_learning(maker: &mut Maker) {
    maker.heading(2, "learning");
    let learnt = maker.passages_at(|place| *place == Place::Learning);
    if learnt.is_empty() {
        maker.bullets_or("learning", "no-learning", Vec::new());
    }
    for passage in learnt {
        let text = maker.passage("learning", passage);
        maker.paragraph(Look::Plain, text);
        let links = maker.links("learning", passage);
        if !links.is_empty() {
            maker.blocks.push(Block::Bullets(links));
        }
    }
}

fn write_recommendations(maker: &mut Maker) {
    maker.heading(2, "recommendations");
    let all = maker.passages_at(|place| *place == Place::Recommendation);
    let points = all.iter().flat_map(|one| lines(maker, "recommendation", one)).collect();
    maker.bullets_or("recommendation", "no-recommendations", points);
}

/// The text of a passage and each of its points.
fn lines(maker: &Maker, path: &str, passage: &Passage) -> Vec<Sentence> {
    let mut lines = maker.passage(path, passage);
    let path = [path, "/", passage.id.as_str(), "/point"].concat();
    lines.extend((1..).zip(&passage.points).map(|(at, one)| maker.line(&path, at, one, passage)));
    lines
}

fn write_practice(maker: &mut Maker) {
    maker.heading(2, "practice");
    maker.standing(Look::Plain, "invitation");
    maker.heading(3, "discussion");
    maker.heading(4, "applying");
    let applying = ["applying-1", "applying-2"].map(|name| maker.said(name, Fills::default()));
    maker.blocks.push(Block::Bullets(applying.into()));
    for passage in maker.passages_at(|place| *place == Place::Discussion) {
        let path = ["discussion/", passage.id.as_str()].concat();
        maker.heading_of(4, &path, &passage.heading);
        let questions = (1..)
            .zip(&passage.questions)
            .map(|(number, asked)| {
                let fills = Fills::default().with("question", &asked.text);
                let path = [&path, "/", &number.to_string()].concat();
                maker.sentence(&path, "{question}", fills, maker.behind_passage(passage))
            })
            .collect();
        maker.bullets_or(&path, "no-questions", questions);
    }
}
