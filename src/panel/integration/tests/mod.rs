//! Integration, told by what agencies grade.

mod agencys_own;
mod counted;
mod overall_grade;
mod suggestions;

use super::*;
use crate::audit_return::NonGrade;
use crate::panel::fixture::*;
use crate::panel::{Decision, Dissent, Verdict, Workbook};

fn risk(desk: &Desk, case_ref: &str) -> GridRow {
    Grid::of(&desk.workbook, &case(case_ref)).row(Some(&area("risk"))).unwrap().clone()
}

/// The row "risk" of one case with these grades.
fn row(grades: &[(&str, &str)]) -> GridRow {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, grade) in grades {
        desk.graded(slot, "case-1", grade);
    }
    risk(&desk, "case-1")
}

fn judge(workbook: &mut Workbook, case_ref: &str, verdict: Verdict) {
    let decision = Decision {
        verdict,
        dissent: vec![Dissent { view: "Would have gone lower.".into(), ..Dissent::default() }],
        ..decision("good")
    };
    workbook.record_judgement(on_area(case_ref, "risk"), decision, &stamp()).unwrap();
}

fn graded(to: &str) -> Verdict {
    Verdict::Grade { grade: grade(to), qualifier: None }
}

fn suggested(to: &str, basis: SuggestionBasis) -> Option<Suggestion> {
    Some(Suggestion { grade: grade(to), basis })
}
