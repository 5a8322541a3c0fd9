//! One page of questions and reminders for a team's wall or meeting.

use super::contacts::concern_contact;
use super::maker::Maker;
use super::messages::{call, questions_of};
use super::texts::Says;
use crate::panel::findings::{FindingKind, FindingView};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};

/// What fits on one page of A4 in a size that is read from a wall.
const STRENGTHS: usize = 4;
const QUESTIONS: usize = 8;
const CALLS: usize = 4;

pub(super) fn write(maker: &mut Maker) {
    maker.begin();
    maker.standing(Look::Lead, "lead");
    let views: Vec<FindingView> = by_reach(maker);
    let works = views.iter().filter(|view| is_strength(view)).take(STRENGTHS);
    let works: Vec<Sentence> =
        works.map(|view| maker.finding("works", view, Says::Plain)).collect();
    section(maker, "works", works);
    let mut asks: Vec<Sentence> =
        views.iter().flat_map(|view| questions_of(maker, "ask", view)).collect();
    asks.extend(discussion(maker));
    asks.truncate(QUESTIONS);
    maker.heading(2, "ask");
    maker.bullets_or("ask", "none", asks);
    let mut calls: Vec<Sentence> = Vec::new();
    for view in &views {
        if let Some(text) = maker.call_of(&view.finding.id) {
            calls.push(call(maker, "do", view, text));
        }
    }
    calls.truncate(CALLS);
    section(maker, "do", calls);
    maker.heading(2, "worried");
    concern_contact(maker);
}

fn section(maker: &mut Maker, name: &str, points: Vec<Sentence>) {
    if !points.is_empty() {
        maker.heading(2, name);
        maker.blocks.push(Block::Bullets(points));
    }
}

fn is_strength(view: &FindingView) -> bool {
    match view.finding.kind {
        FindingKind::Strength | FindingKind::GoodPractice => true,
        FindingKind::Issue | FindingKind::Question | FindingKind::Context => false,
    }
}

/// Findings of cases that count, those of most cases first.
fn by_reach(maker: &Maker) -> Vec<FindingView> {
    let counting = maker.findings.iter().filter(|view| !view.cases.is_empty());
    let mut views: Vec<FindingView> = counting.cloned().collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.quantified.cases.len()));
    views
}

/// Questions of the points for discussion.
fn discussion(maker: &Maker) -> Vec<Sentence> {
    use crate::panel::manuscript::Place;
    let passages = maker.passages_at(|place| *place == Place::Discussion);
    let mut all = Vec::new();
    for passage in passages {
        for (number, asked) in (1..).zip(&passage.questions) {
            let path = ["ask/", passage.id.as_str(), "/", &number.to_string()].concat();
            let fills = Fills::default().with("question", &asked.text);
            all.push(maker.sentence(&path, "**{question}**", fills, maker.behind_passage(passage)));
        }
    }
    all
}
