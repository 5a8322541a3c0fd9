//! D5: briefing in six steps (S4).

use super::maker::Maker;
use super::texts::Says;
use crate::id::CaseRef;
use crate::panel::findings::FindingKind;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Sentence};

/// What is found in a case besides its strengths.
const FINDINGS: [FindingKind; 3] =
    [FindingKind::Issue, FindingKind::Question, FindingKind::Context];

pub(super) fn write(maker: &mut Maker) {
    maker.begin();
    maker.standing(Look::Subtitle, "theme");
    write_steps_one_and_two(maker);
    maker.heading(2, "three");
    for case in maker.cases() {
        write_case(maker, &case, "three", &[FindingKind::Strength], "no-strengths");
    }
    maker.heading(2, "four");
    for case in maker.cases() {
        write_case(maker, &case, "four", &FINDINGS, "no-findings");
    }
    maker.heading(2, "five");
    let issues = across(maker, "five", &FINDINGS);
    maker.bullets_or("five", "no-issues", issues);
    maker.heading(2, "six");
    let practice = maker.findings.iter();
    let practice = practice
        .filter(|view| view.finding.kind == FindingKind::GoodPractice && !view.cases.is_empty());
    let points = practice.map(|view| maker.finding("six", view, Says::Plain)).collect();
    maker.bullets_or("six", "no-practice", points);
}

fn write_steps_one_and_two(maker: &mut Maker) {
    maker.heading(2, "one");
    let one = ["one-1", "one-2", "one-3"].map(|name| maker.said(name, Fills::default()));
    maker.blocks.push(Block::Bullets(one.into()));
    maker.heading(2, "two");
    let required = maker.book.plan().round.policy.chronology_required;
    let first = if required { "two-1-chronology" } else { "two-1" };
    let mut two = vec![maker.told("two-1", first, Fills::default(), Vec::new())];
    two.extend(["two-2", "two-3", "two-4"].map(|name| maker.said(name, Fills::default())));
    two.retain(|one| !one.spans.is_empty());
    maker.blocks.push(Block::Bullets(two));
    maker.limitations();
}

fn write_case(maker: &mut Maker, case: &CaseRef, step: &str, kinds: &[FindingKind], gap: &str) {
    let path = [step, "/", case.as_str()].concat();
    let label = maker.label(case);
    maker.heading_of(3, &path, &label);
    let views = maker.of_case(case, kinds);
    let moved = maker.only_of(case, kinds);
    let views = views.into_iter().chain(moved);
    let points = views.map(|view| maker.finding(&path, view, Says::Plain)).collect();
    maker.bullets_or(&path, gap, points);
}

/// only what rests on two cases at least.
fn across(maker: &Maker, path: &str, kinds: &[FindingKind]) -> Vec<Sentence> {
    let views = maker.across(kinds);
    views.iter().map(|view| maker.finding(path, view, Says::Plain)).collect()
}
