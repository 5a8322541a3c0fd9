//! One page of questions and reminders for a team's wall or meeting.

use super::contacts::concern_contact;
use super::maker::Maker;
use super::messages::{call, questions_of};
use super::one_page::{is_short, r14_fits};
use super::texts::Says;
use crate::order;
use crate::panel::findings::{FindingKind, FindingView};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};
use crate::text::counted;

/// At most so many of each, however short they are.
const STRENGTHS: usize = 4;
const QUESTIONS: usize = 8;
const CALLS: usize = 4;

/// What stands on the sheet, those of most cases first, and how many points it has no room for.
struct Points {
    works: Vec<Sentence>,
    asks: Vec<Sentence>,
    calls: Vec<Sentence>,
    left: usize,
}

pub(super) fn write(maker: &mut Maker) {
    let mut points = Points::of(maker);
    let provenance = maker.provenance();
    let title = maker.said("title", Fills::default()).plain();
    let head = [title.as_str(), " · ", &provenance.running].concat();
    let foot = [provenance.line.as_str(), " ", &provenance.version].concat();
    lay(maker, &points);
    while !r14_fits(&maker.blocks, &head, &foot) && points.leave_one() {
        maker.blocks.clear();
        lay(maker, &points);
    }
}

fn lay(maker: &mut Maker, points: &Points) {
    maker.begin();
    maker.standing(Look::Lead, "lead");
    section(maker, "works", &points.works);
    maker.heading(2, "ask");
    maker.bullets_or("ask", "none", points.asks.clone());
    section(maker, "do", &points.calls);
    if points.left > 0 {
        let one = "more point or question stands";
        let more = counted(points.left, one, "more points and questions stand");
        let more = maker.said("more", Fills::default().with_count("more", &more));
        maker.paragraph(Look::Note, vec![more]);
    }
    maker.note_held_back();
    maker.heading(2, "worried");
    concern_contact(maker);
}

fn section(maker: &mut Maker, name: &str, points: &[Sentence]) {
    if !points.is_empty() {
        maker.heading(2, name);
        maker.blocks.push(Block::Bullets(points.to_vec()));
    }
}

impl Points {
    fn of(maker: &Maker) -> Self {
        let views: Vec<FindingView> = by_reach(maker);
        let works = views.iter().filter(|view| is_strength(view));
        let works = works.map(|view| maker.finding("works", view, Says::Plain)).collect();
        let mut asks: Vec<Sentence> =
            views.iter().flat_map(|view| questions_of(maker, "ask", view)).collect();
        asks.extend(discussion(maker));
        let calls = views.iter().filter_map(|view| {
            let text = maker.call_of(&view.finding.id)?;
            Some(call(maker, "do", view, text))
        });
        let calls = calls.collect();
        let mut left = 0;
        let mut first = |points: Vec<Sentence>, most: usize| {
            left += points.len().saturating_sub(most);
            short_first(points, most)
        };
        let works = first(works, STRENGTHS);
        let asks = first(asks, QUESTIONS);
        let calls = first(calls, CALLS);
        Self { works, asks, calls, left }
    }

    /// Leaves the last point of the longest list to the report; what is asked is left last, and one question stays.
    fn leave_one(&mut self) -> bool {
        let most = self.works.len().max(self.asks.len()).max(self.calls.len());
        if self.works.is_empty() && self.calls.is_empty() && most < 2 {
            return false;
        }
        let mut lists = [&mut self.calls, &mut self.works, &mut self.asks].into_iter();
        let longest = lists.find(|list| list.len() == most);
        let gone = longest.and_then(Vec::pop);
        self.left += usize::from(gone.is_some());
        gone.is_some()
    }
}

/// The first of them; those that nobody reads from a wall only where there are no others.
fn short_first(points: Vec<Sentence>, most: usize) -> Vec<Sentence> {
    let (short, long): (Vec<Sentence>, Vec<Sentence>) = points.into_iter().partition(is_short);
    short.into_iter().chain(long).take(most).collect()
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
    order::sort_by_key(&mut views, |view| std::cmp::Reverse(view.quantified.cases.len()));
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
