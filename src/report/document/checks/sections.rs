//! Whether each section holds what belongs in it, and everything found stands in a section.

use super::{DocumentNotice, block, confirm};
use crate::panel::Workbook;
use crate::panel::findings::{FindingKind, FindingScope, FindingView, findings};
use crate::report::document::{Document, DocumentKind, Evidence, Snapshot};

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    if !document.kind.tells_of_cases() {
        return Vec::new();
    }
    let views = findings(workbook);
    let mut notices = r10_one_case_only(document, &views);
    notices.extend(r11_concern_contact(workbook, document));
    notices.extend(r12_no_strengths(document, &views));
    notices.extend(f01_nowhere(workbook, document, &views));
    notices
}

/// an issue across cases that rests on one case stands with that case.
fn r10_one_case_only(document: &Document, views: &[FindingView]) -> Vec<DocumentNotice> {
    let across = |view: &&FindingView| view.finding.scope == FindingScope::AcrossCases;
    let short = views.iter().filter(across).filter(|view| view.cases.len() < 2);
    let of_kind = short.filter(|_| document.kind == DocumentKind::SixSteps);
    let message = |view: &FindingView| {
        ["Rests on one case only, and stands with that case: ", &view.finding.text].concat()
    };
    of_kind.map(|view| confirm("R-10", message(view))).collect()
}

/// nobody is told what to worry about without being told whom to call.
fn r11_concern_contact(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let needed = matches!(document.kind, DocumentKind::Summary | DocumentKind::PromptSheet);
    let route = &workbook.plan().round.concern_route;
    let reached = [&route.telephone, &route.email, &route.out_of_hours];
    let known =
        !route.contact.trim().is_empty() && reached.iter().any(|way| !way.trim().is_empty());
    let message = "The contact for concerns about a child is missing. Write who it is and how to reach it: choose “Change the details of the round” on the round’s overview.";
    (needed && !known).then(|| block("R-11", message.to_owned()))
}

/// strengths come first in every document that boards publish.
fn r12_no_strengths(document: &Document, views: &[FindingView]) -> Option<DocumentNotice> {
    let told = |view: &FindingView| is_told(document, view);
    let strength = |view: &&FindingView| match view.finding.kind {
        FindingKind::Strength | FindingKind::GoodPractice => true,
        FindingKind::Issue | FindingKind::Question | FindingKind::Context => false,
    };
    // A comparison tells what has changed, and has no section of strengths.
    let wanted = document.kind != DocumentKind::Comparison;
    let none = wanted && !views.iter().filter(strength).any(told);
    let message = "No strength or good practice is told. Confirm that there was none.";
    none.then(|| confirm("R-12", message.to_owned()))
}

/// F-01: findings that stand nowhere in a document that is to tell of all of them. A version that somebody cleared
/// tells of no finding of a later day: of when it was made, a document says no more than the day.
fn f01_nowhere(
    workbook: &Workbook,
    document: &Document,
    views: &[FindingView],
) -> Vec<DocumentNotice> {
    let tells_all = |view: &&FindingView| match document.kind {
        DocumentKind::CaseByCase
        | DocumentKind::Summary
        | DocumentKind::PromptSheet
        | DocumentKind::ActionPlan
        | DocumentKind::Comparison => false,
        DocumentKind::ThemeByTheme => view.finding.kind != FindingKind::Context,
        DocumentKind::Overview | DocumentKind::SixSteps => true,
    };
    let lost = views.iter().filter(tells_all).filter(|view| !view.cases.is_empty());
    let lost: Vec<&FindingView> = lost.filter(|view| !is_told(document, view)).collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let cleared = is_cleared(workbook, document);
    let since = |view: &FindingView| workbook.finding_since(&view.finding.id);
    let made_after = |view: &FindingView| {
        cleared && since(view).is_some_and(|at| at.date_naive() > document.provenance.made)
    };
    let lost = lost.into_iter().filter(|view| !made_after(view));
    let message = |view: &FindingView| {
        let place = match document.kind {
            DocumentKind::ThemeByTheme => "Tag it with a theme of the round: ",
            DocumentKind::CaseByCase
            | DocumentKind::Summary
            | DocumentKind::Overview
            | DocumentKind::SixSteps
            | DocumentKind::PromptSheet
            | DocumentKind::ActionPlan
            | DocumentKind::Comparison => "Rest it on something of an area, or count it: ",
        };
        ["A finding stands nowhere in this document. ", place, &view.finding.text].concat()
    };
    lost.map(|view| confirm("F-01", message(view))).collect()
}

/// Whether somebody cleared this very document.
fn is_cleared(workbook: &Workbook, document: &Document) -> bool {
    workbook.clearance(&Snapshot::of(document).id).is_some()
}

fn is_told(document: &Document, view: &FindingView) -> bool {
    let evidence = Evidence::Finding(view.finding.id.clone());
    document.sentences().any(|sentence| sentence.evidence.contains(&evidence))
}
