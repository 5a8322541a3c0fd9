//! Whether an agency tends to grade above or below the panel (N-21).
//!
//! For agencies to look at their own auditing, never to rank them: agencies
//! stand in the plan's order, steps are not added up, and an agency with few
//! cases is not shown.

use std::collections::BTreeSet;

use super::grid::{Grid, GridRow};
use crate::id::{AgencyId, CaseRef};
use crate::panel::judgement::{JudgementState, Verdict};
use crate::panel::workbook::Workbook;
use crate::tool::Scale;

/// Fewest cases from which a pattern is shown (N-21).
pub const CALIBRATION_CASES: usize = 5;

/// How one agency's gradings lie beside the panel's judgements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    /// Which agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: String,
    /// Cases with at least one of its gradings beside a judgement that stands.
    pub cases: usize,
    /// The pattern; `None` where there are too few cases (N-21).
    pub pattern: Option<Pattern>,
}

/// Gradings beside judgements, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Better than the panel.
    pub better: usize,
    /// The same.
    pub same: usize,
    /// Poorer than the panel.
    pub poorer: usize,
}

impl Pattern {
    /// All that were compared.
    pub fn compared(self) -> usize {
        self.better + self.same + self.poorer
    }
}

/// N-21: every agency of the round beside the panel, in the plan's order.
pub fn n21_calibration(workbook: &Workbook) -> Vec<Calibration> {
    let plan = workbook.plan();
    let grids: Vec<Grid> =
        plan.open_cases().map(|case| Grid::of(workbook, &case.case_ref)).collect();
    let scale = &plan.round.tool.scale;
    let of_agency = |agency: &crate::round::Agency| {
        let mut cases: BTreeSet<&CaseRef> = BTreeSet::new();
        let mut pattern = Pattern::default();
        for (case, row) in
            grids.iter().flat_map(|grid| grid.rows.iter().map(|row| (&grid.case, row)))
        {
            if compare(scale, row, &agency.id, &mut pattern) {
                cases.insert(case);
            }
        }
        Calibration {
            agency: agency.id.clone(),
            name: agency.name.clone(),
            cases: cases.len(),
            pattern: (cases.len() >= CALIBRATION_CASES).then_some(pattern),
        }
    };
    plan.agencies.iter().map(of_agency).collect()
}

/// Whether the agency graded a row that is judged and stands. Grades given anew are the panel's own.
fn compare(scale: &Scale, row: &GridRow, agency: &AgencyId, pattern: &mut Pattern) -> bool {
    let Some((judgement, JudgementState::Stands)) = &row.judgement else { return false };
    let Verdict::Grade { grade, .. } = &judgement.decision.verdict else { return false };
    let Some(judged) = scale.rank(grade) else { return false };
    let theirs = row.gradings.iter().filter(|grading| grading.voice.place.agency == *agency);
    let mut any = false;
    for grading in theirs.filter(|grading| grading.native.is_none()) {
        any = true;
        match grading.rank.cmp(&judged) {
            std::cmp::Ordering::Less => pattern.better += 1,
            std::cmp::Ordering::Equal => pattern.same += 1,
            std::cmp::Ordering::Greater => pattern.poorer += 1,
        }
    }
    any
}
