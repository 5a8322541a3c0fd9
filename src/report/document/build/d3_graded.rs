//! D3: how the cases were graded, and why those below good were.

use super::maker::Maker;
use super::texts::Says;
use crate::id::{CaseRef, QualifierId};
use crate::panel::findings::FindingKind;
use crate::panel::integration::{Distribution, DistributionRow};
use crate::panel::{Subject, Verdict};
use crate::report::document::pattern::Fills;
use crate::report::document::{Counted, Evidence, Look, Sentence};
use crate::tool::GradedBy;

pub(super) fn write_improvements(maker: &mut Maker) {
    maker.heading(2, "improvements");
    if maker.book.plan().round.tool.graded_by == GradedBy::Nothing {
        let views = maker.findings.iter();
        let views =
            views.filter(|view| view.finding.kind == FindingKind::Issue && !view.cases.is_empty());
        let points = views.map(|view| maker.finding("improvement", view, Says::Of)).collect();
        return maker.bullets_or("improvement", "no-issues", points);
    }
    let overall = maker.distributions.iter().find(|one| one.area.is_none()).cloned();
    let Some(overall) = overall else { return };
    let sentences = graded(maker, &overall);
    maker.paragraph(Look::Plain, sentences);
    for row in &overall.rows {
        if maker.book.plan().round.tool.scale.is_good_or_better(&row.grade) {
            continue;
        }
        for (case, _) in &row.cases {
            let reasons = reason(maker, case, &row.label);
            maker.paragraph(Look::Plain, reasons);
        }
    }
}

/// "Three cases were graded good. One of these was graded good with outstanding features."
fn graded(maker: &Maker, overall: &Distribution) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for row in overall.rows.iter().filter(|row| !row.cases.is_empty()) {
        let cases: Vec<CaseRef> = row.cases.iter().map(|(case, _)| case.clone()).collect();
        let evidence =
            row.cases.iter().flat_map(|(case, basis)| maker.behind_grade(case, None, *basis));
        let path = ["grades/", row.grade.as_str()].concat();
        let fills = grade_fills(row, "graded", Counted::new(cases, overall.judged, overall.of));
        sentences.push(maker.told(&path, "graded", fills, evidence.collect()));
        sentences.extend(qualified(maker, overall, row));
    }
    if !overall.not_judged.is_empty() {
        let cases: Vec<CaseRef> = overall.not_judged.iter().map(|(case, _)| case.clone()).collect();
        let evidence = cases.iter().map(|case| Evidence::Case(case.clone())).collect();
        let fills = Fills::default()
            .with("cases-noun", noun(cases.len()))
            .counting("not-graded", Counted::new(cases, overall.of, overall.of));
        sentences.push(maker.told("grades/none", "not-graded", fills, evidence));
    }
    sentences
}

fn grade_fills(row: &DistributionRow, name: &str, count: Counted) -> Fills {
    Fills::default()
        .with("grade", &row.label.to_lowercase())
        .with("cases-noun", noun(count.number()))
        .counting(name, count)
}

fn noun(number: usize) -> &'static str {
    if number == 1 { "case" } else { "cases" }
}

/// G-14: a qualifier is said beside its grade and never counted as one.
fn qualified(maker: &Maker, overall: &Distribution, row: &DistributionRow) -> Vec<Sentence> {
    let scale = &maker.book.plan().round.tool.scale;
    let sentence = |qualifier: &crate::tool::Qualifier| {
        let cases = row.cases.iter().map(|(case, _)| case);
        let cases: Vec<CaseRef> = cases
            .filter(|case| qualifier_of(maker, case).as_ref() == Some(&qualifier.id))
            .cloned()
            .collect();
        if cases.is_empty() {
            return None;
        }
        let evidence = cases
            .iter()
            .map(|case| Evidence::Judgement { case: case.clone(), area: None })
            .collect();
        let path = ["grades/", row.grade.as_str(), "/", qualifier.id.as_str()].concat();
        let count = Counted::new(cases, row.cases.len(), overall.of);
        let fills = grade_fills(row, "qualified", count).with("qualifier", &qualifier.label);
        Some(maker.told(&path, "qualified", fills, evidence))
    };
    scale.qualifiers.iter().filter_map(sentence).collect()
}

fn qualifier_of(maker: &Maker, case: &CaseRef) -> Option<QualifierId> {
    let subject = Subject { case: case.clone(), area: None };
    match &maker.book.judgement(&subject)?.decision.verdict {
        Verdict::Grade { qualifier, .. } => qualifier.clone(),
        Verdict::NotJudged | Verdict::Deferred => None,
    }
}

/// why a case is below good, and what that meant for the child.
fn reason(maker: &Maker, case: &CaseRef, grade: &str) -> Vec<Sentence> {
    let subject = Subject { case: case.clone(), area: None };
    let judgement = maker.book.judgement(&subject);
    let fills = Fills::default()
        .with("label", &maker.label(case))
        .with("grade", &grade.to_lowercase())
        .with("reason", judgement.map_or("", |one| one.decision.reason.as_str()));
    let behind = judgement.map(|_| Evidence::Judgement { case: case.clone(), area: None });
    let path = [case.as_str(), "/reason"].concat();
    let reason = maker.told(&path, "reason", fills, behind.into_iter().collect());
    let difference = maker.book.difference(case);
    let fills =
        Fills::default().with("what-it-meant", difference.map_or("", |one| one.text.as_str()));
    let behind = difference.map(|_| Evidence::Difference(case.clone()));
    let path = [case.as_str(), "/impact"].concat();
    vec![reason, maker.told(&path, "impact", fills, behind.into_iter().collect())]
}
