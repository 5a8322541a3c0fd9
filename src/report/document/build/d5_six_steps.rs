//! D5: briefing in six steps (S4).

use super::maker::Maker;
use super::texts::Says;
use crate::id::CaseRef;
use crate::panel::findings::{FindingKind, FindingView};
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
        let strengths = strengths_of(maker, &case);
        write_case(maker, &case, "three", strengths, "no-strengths");
    }
    maker.heading(2, "four");
    for case in maker.cases() {
        let found = found_in(maker, &case, &FINDINGS);
        write_case(maker, &case, "four", found, "no-findings");
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

fn write_case(maker: &mut Maker, case: &CaseRef, step: &str, views: Vec<FindingView>, gap: &str) {
    let path = [step, "/", case.as_str()].concat();
    let label = maker.label(case);
    maker.heading_of(3, &path, &label);
    let points = views.iter().map(|view| maker.finding(&path, view, Says::Plain)).collect();
    maker.bullets_or(&path, gap, points);
}

/// Findings of a case, then those across cases that rest on it alone.
fn found_in(maker: &Maker, case: &CaseRef, kinds: &[FindingKind]) -> Vec<FindingView> {
    let views = maker.of_case(case, kinds).into_iter();
    views.chain(maker.only_of(case, kinds)).cloned().collect()
}

/// F-01: no step is of strengths across cases, so they stand with each of their cases.
fn strengths_of(maker: &Maker, case: &CaseRef) -> Vec<FindingView> {
    let mut views = found_in(maker, case, &[FindingKind::Strength]);
    let across = maker.across(&[FindingKind::Strength]).into_iter();
    views.extend(across.filter(|view| view.cases.contains(case)).cloned());
    views
}

/// only what rests on two cases at least.
fn across(maker: &Maker, path: &str, kinds: &[FindingKind]) -> Vec<Sentence> {
    let views = maker.across(kinds);
    views.iter().map(|view| maker.finding(path, view, Says::Plain)).collect()
}
