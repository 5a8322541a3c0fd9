//! D2: case audits, theme by theme (S1).

use super::maker::Maker;
use super::messages::lessons;
use super::texts::{Says, same};
use crate::panel::findings::{FindingKind, FindingView};
use crate::report::document::Look;

pub(super) fn write(maker: &mut Maker) {
    maker.begin();
    maker.standing(Look::Subtitle, "area");
    maker.standing(Look::Subtitle, "period");
    maker.standing(Look::Lead, "lead");
    maker.standing(Look::Plain, "auditing");
    maker.limitations();
    let themes = maker.book.plan().round.themes.clone();
    for (number, theme) in (1..).zip(&themes) {
        write_theme(maker, number, theme);
    }
}

fn write_theme(maker: &mut Maker, number: usize, theme: &str) {
    let path = ["theme-", &number.to_string()].concat();
    maker.heading_of(2, &path, theme);
    maker.heading_of_part(3, &path, "strengths");
    let at = [&path, "/strength"].concat();
    let strengths = under(maker, theme, &[FindingKind::Strength, FindingKind::GoodPractice]);
    let points = strengths.iter().map(|view| maker.finding(&at, view, Says::Plain)).collect();
    maker.bullets_or(&path, "no-strengths", points);
    maker.heading_of_part(3, &path, "lessons");
    if number == 1 {
        maker.standing(Look::Plain, "caveat");
    }
    let found = under(maker, theme, &[FindingKind::Issue, FindingKind::Question]);
    if found.is_empty() {
        maker.bullets_or(&path, "no-lessons", Vec::new());
    }
    lessons(maker, &[&path, "/lesson"].concat(), found);
}

/// Findings that are tagged with a theme of the round, of a case or across cases.
fn under(maker: &Maker, theme: &str, kinds: &[FindingKind]) -> Vec<FindingView> {
    let known = maker.book.themes();
    let ids: Vec<_> =
        known.iter().filter(|one| same(&one.label, theme)).map(|one| &one.id).collect();
    let tagged = |view: &&FindingView| {
        kinds.contains(&view.finding.kind)
            && !view.cases.is_empty()
            && view.finding.themes.iter().any(|id| ids.contains(&id))
    };
    maker.findings.iter().filter(tagged).cloned().collect()
}
