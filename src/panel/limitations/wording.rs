//! Limitations in a report's words.

use super::{Limitation, LimitationKind};
use crate::id::CaseRef;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;
use crate::text::{capitalised, counted, listed};

/// What is said where nothing limits the audit.
const NONE: &str = "Every return that was asked for came in time, and nothing was left out.";

/// The whole paragraph.
pub fn limitations_paragraph(limitations: &[Limitation]) -> String {
    if limitations.is_empty() {
        return NONE.to_owned();
    }
    let sentences: Vec<&str> = limitations.iter().map(|one| one.sentence.as_str()).collect();
    sentences.join(" ")
}

pub(super) fn sentence(workbook: &Workbook, limitation: &Limitation) -> String {
    let count = limitation.count;
    let returns = || capitalised(&counted(count, "return", "returns"));
    let whose = || by_agency(workbook, &limitation.places);
    let was = if count == 1 { "was" } else { "were" };
    let text = match limitation.kind {
        LimitationKind::CaseWithdrawn => {
            let cases = capitalised(&counted(count, "case", "cases"));
            let which = withdrawn(workbook, &limitation.cases);
            let are = if count == 1 { "is" } else { "are" };
            [&cases, " ", was, " withdrawn and ", are, " not counted: ", &which].concat()
        }
        LimitationKind::Missing => {
            [&returns(), " that ", was, " asked for did not come: ", &whose()].concat()
        }
        LimitationKind::Declined => {
            [&returns(), " ", was, " declined by the agency: ", &whose()].concat()
        }
        LimitationKind::TakenBack => {
            [&returns(), " ", was, " taken back by the agency and not replaced: ", &whose()]
                .concat()
        }
        LimitationKind::Late => [&returns(), " came late: ", &whose()].concat(),
        LimitationKind::NotIndependent => [
            &returns(),
            " ",
            was,
            " completed by somebody who holds or supervises the case: ",
            &whose(),
        ]
        .concat(),
        LimitationKind::OtherTool => [
            &returns(),
            " answered another version of the audit tool, and only the questions that are the \
             same were used: ",
            &whose(),
        ]
        .concat(),
        LimitationKind::NotMapped => [
            &returns(),
            " answered another audit tool, or another version of it, and could not be compared: ",
            &whose(),
        ]
        .concat(),
        LimitationKind::NotComparable => [
            &returns(),
            " graded on another scale, and these grades were not compared with the others: ",
            &whose(),
        ]
        .concat(),
        LimitationKind::GradedAnew => [
            &returns(),
            " graded on another scale, and the panel graded the work anew on the scale of this \
             audit: ",
            &whose(),
        ]
        .concat(),
        LimitationKind::SingleSource => {
            let areas = counted(count, "area of a case", "areas of cases");
            ["In ", &areas, " only one agency gave a grade"].concat()
        }
        LimitationKind::Interest => {
            let cases = counted(count, "case", "cases");
            let which = listed(&labels(workbook, &limitation.cases));
            ["In ", &cases, " somebody on the panel declared an interest: ", &which].concat()
        }
        LimitationKind::KeptApart => {
            let files = capitalised(&counted(count, "file", "files"));
            [&files, " could not be trusted and ", was, " not used"].concat()
        }
    };
    [&text, "."].concat()
}

/// "Police (Case 1, Case 2); School (Case 3)", in the order of the places.
fn by_agency(workbook: &Workbook, places: &[ReturnKey]) -> String {
    let mut agencies: Vec<(String, Vec<String>)> = Vec::new();
    for place in places {
        let name = agency(workbook, place);
        let case = label(workbook, &place.case);
        match agencies.iter_mut().find(|(known, _)| *known == name) {
            Some((_, cases)) => cases.push(case),
            None => agencies.push((name, vec![case])),
        }
    }
    let line =
        |(name, cases): &(String, Vec<String>)| [name, " (", &cases.join(", "), ")"].concat();
    agencies.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn agency(workbook: &Workbook, place: &ReturnKey) -> String {
    let plan = workbook.plan();
    let name = plan.agency(&place.agency).map_or("", |agency| agency.name.as_str());
    let several = plan.slots.iter().filter(|slot| slot.agency == place.agency).count() > 1;
    let label = plan.slot(&place.slot).map_or("", |slot| slot.label.as_str());
    if several && !label.is_empty() && label != name {
        [name, ", ", label].concat()
    } else {
        name.to_owned()
    }
}

fn label(workbook: &Workbook, case: &CaseRef) -> String {
    workbook.plan().case(case).map_or_else(String::new, |case| case.label.clone())
}

fn labels(workbook: &Workbook, cases: &[CaseRef]) -> Vec<String> {
    cases.iter().map(|case| label(workbook, case)).collect()
}

/// "Case 4 (family moved)": the reason is a category, never what a person typed.
fn withdrawn(workbook: &Workbook, cases: &[CaseRef]) -> String {
    let line = |case: &CaseRef| {
        let entry = workbook.plan().case(case)?;
        Some(match &entry.status {
            CaseStatus::Withdrawn { reason } => [&entry.label, " (", reason, ")"].concat(),
            CaseStatus::Open => entry.label.clone(),
        })
    };
    listed(&cases.iter().filter_map(line).collect::<Vec<_>>())
}

impl LimitationKind {
    /// For people who look for one kind.
    pub fn label(self) -> &'static str {
        match self {
            Self::CaseWithdrawn => "Cases withdrawn",
            Self::Missing => "Returns missing",
            Self::Declined => "Returns declined",
            Self::TakenBack => "Returns taken back",
            Self::Late => "Returns late",
            Self::NotIndependent => "Auditors who hold or supervise the case",
            Self::OtherTool => "Another version of the tool",
            Self::NotMapped => "Another tool, not mapped",
            Self::NotComparable => "Grades not comparable",
            Self::GradedAnew => "Grades given anew",
            Self::SingleSource => "Single source",
            Self::Interest => "Interests declared",
            Self::KeptApart => "Files not used",
        }
    }
}
