//! D1: case audits, case by case (S0).

use super::maker::Maker;
use super::messages::key_messages;
use super::texts::Says;
use crate::id::CaseRef;
use crate::panel::findings::FindingKind;
use crate::panel::manuscript::Place;
use crate::report::document::{Look, Sentence};

pub(super) fn write(maker: &mut Maker) {
    maker.begin();
    maker.standing(Look::Subtitle, "area");
    maker.standing(Look::Subtitle, "period");
    maker.standing(Look::Lead, "lead");
    maker.standing(Look::Plain, "auditing");
    maker.limitations();
    for case in maker.cases() {
        write_case(maker, &case);
    }
}

fn write_case(maker: &mut Maker, case: &CaseRef) {
    let path = case.as_str();
    let label = maker.label(case);
    maker.heading_of(2, path, &label);
    maker.heading_of_part(3, path, "summary");
    write_summary(maker, case);
    maker.heading_of_part(3, path, "strengths");
    let kinds = [FindingKind::Strength, FindingKind::GoodPractice];
    let at = [path, "/strength"].concat();
    let views = maker.of_case(case, &kinds);
    let points = views.iter().map(|view| maker.finding(&at, view, Says::Plain)).collect();
    maker.bullets_or(path, "no-strengths", points);
    maker.heading_of_part(3, path, "messages");
    key_messages(maker, case);
}

fn write_summary(maker: &mut Maker, case: &CaseRef) {
    let of = maker.passages_at(|place| *place == Place::Summary(case.clone()));
    let at = [case.as_str(), "/summary"].concat();
    let lines: Vec<Sentence> = of.iter().flat_map(|one| maker.passage(&at, one)).collect();
    if lines.is_empty() {
        let gap = maker.sentence(&at, "{summary-of-the-case}", Default::default(), Vec::new());
        maker.paragraph(Look::Plain, vec![gap]);
    }
    for line in lines {
        maker.paragraph(Look::Plain, vec![line]);
    }
}
