//! An agency whose work is inadequate in every case that it graded: its lead is told before anything is
//! published, for what is wrong there is wrong beyond the cases (edge case 57).

use super::grid::{Grid, GridRow};
use crate::id::{AgencyId, AreaId, CaseRef};
use crate::panel::workbook::Workbook;
use crate::tool::{GradeLevel, Scale};

/// Fewest cases that show more than chance.
const CASES: usize = 2;

/// One agency's work in one area, or overall, that is inadequate wherever it graded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Throughout {
    /// Whose.
    pub agency: AgencyId,
    /// In which area; `None` for the cases overall.
    pub area: Option<AreaId>,
    /// In which cases: at least two.
    pub cases: Vec<CaseRef>,
}

/// Every agency and area where the agency itself graded each of its cases inadequate, in the plan's order.
///
/// Grades of another scale count neither way. Several auditors of one agency count together.
pub fn ec57_inadequate_throughout(workbook: &Workbook) -> Vec<Throughout> {
    let plan = workbook.plan();
    let tool = &plan.round.tool;
    let grids: Vec<Grid> =
        plan.open_cases().map(|case| Grid::of(workbook, &case.case_ref)).collect();
    let areas = tool.graded_areas().map(|area| Some(&area.id)).chain([None]);
    let areas: Vec<Option<&AreaId>> = areas.collect();
    let of_agency = |agency: &AgencyId| {
        let here = |area: &Option<&AreaId>| of_area(&tool.scale, &grids, agency, *area);
        areas.iter().filter_map(here).collect::<Vec<_>>()
    };
    plan.agencies.iter().flat_map(|agency| of_agency(&agency.id)).collect()
}

fn of_area(
    scale: &Scale,
    grids: &[Grid],
    agency: &AgencyId,
    area: Option<&AreaId>,
) -> Option<Throughout> {
    let mut cases = Vec::new();
    for grid in grids {
        match grid.row(area).and_then(|row| all_inadequate(scale, row, agency)) {
            Some(true) => cases.push(grid.case.clone()),
            Some(false) => return None,
            None => {}
        }
    }
    (cases.len() >= CASES).then(|| Throughout {
        agency: agency.clone(),
        area: area.cloned(),
        cases,
    })
}

/// `None` where the agency graded nothing here.
fn all_inadequate(scale: &Scale, row: &GridRow, agency: &AgencyId) -> Option<bool> {
    // What was graded anew is the panel's word, not the agency's (V-08).
    let own = row.gradings.iter().filter(|grading| grading.native.is_none());
    let theirs = own.filter(|grading| grading.voice.place.agency == *agency);
    let mut levels = theirs.map(|grading| scale.level(&grading.grade)).peekable();
    levels.peek()?;
    Some(levels.all(|level| level == Some(GradeLevel::Inadequate)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    #[test]
    fn ec57_an_agency_that_is_inadequate_in_every_case_is_told_before_publication() {
        let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
        for (case, police) in [("case-1", "inadequate"), ("case-2", "inadequate")] {
            desk.graded("csc", case, "good");
            desk.graded("police", case, police);
        }
        let found = ec57_inadequate_throughout(&desk.workbook);
        let cases = vec![case("case-1"), case("case-2")];
        let area = Some(area("risk"));
        assert_eq!(found, [Throughout { agency: "police".parse().unwrap(), area, cases }]);

        desk.graded("police", "case-3", "good");
        assert_eq!(ec57_inadequate_throughout(&desk.workbook), [], "one case shows that they can");
    }

    #[test]
    fn ec57_v08_what_the_panel_graded_anew_says_nothing_of_how_an_agency_grades() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        for case_ref in ["case-1", "case-2"] {
            let place = desk.graded("police", case_ref, "red").place.unwrap();
            let to = grade("inadequate");
            let subject = on_area(case_ref, "risk");
            desk.workbook.record_regrade(&subject, &place, &to, "As described.", &stamp()).unwrap();
        }
        assert_eq!(ec57_inadequate_throughout(&desk.workbook), []);
    }

    #[test]
    fn ec57_one_case_shows_nothing_about_an_agency() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("police", "case-1", "inadequate");
        assert_eq!(ec57_inadequate_throughout(&desk.workbook), []);
    }
}
