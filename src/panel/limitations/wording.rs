//! Limitations in a report's words.

use super::{Limitation, LimitationKind};
use crate::id::CaseRef;
use crate::panel::integration::ec14_other_standards;
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

/// The same for readers outside the board: it names no agency and no case.
pub fn general_limitations(limitations: &[Limitation]) -> String {
    if limitations.is_empty() {
        return NONE.to_owned();
    }
    let sentences: Vec<&str> = limitations.iter().map(|one| one.general.as_str()).collect();
    sentences.join(" ")
}

/// A limitation for those who read which returns and cases it is about, and for those who do not.
pub(super) fn sentences(workbook: &Workbook, limitation: &Limitation) -> (String, String) {
    let (text, which) = told(workbook, limitation);
    let general = [&text, "."].concat();
    let sentence =
        if which.is_empty() { general.clone() } else { [&text, ": ", &which, "."].concat() };
    (sentence, general)
}

/// What is so, and of which returns or cases.
fn told(workbook: &Workbook, limitation: &Limitation) -> (String, String) {
    let count = limitation.count;
    let returns = capitalised(&counted(count, "return", "returns"));
    let (was, are) = if count == 1 { ("was", "is") } else { ("were", "are") };
    let of_returns =
        |what: &str| ([&returns, " ", what].concat(), by_agency(workbook, &limitation.places));
    let with_was = |before: &str, after: &str| [before, was, after].concat();
    match limitation.kind {
        LimitationKind::CaseWithdrawn => {
            let cases = capitalised(&counted(count, "case", "cases"));
            let text = [&cases, " ", was, " withdrawn and ", are, " not counted"].concat();
            (text, withdrawn(workbook, &limitation.cases))
        }
        LimitationKind::Missing => of_returns(&with_was("that ", " asked for did not come")),
        LimitationKind::Declined => of_returns(&with_was("", " declined by the agency")),
        LimitationKind::TakenBack => {
            of_returns(&with_was("", " taken back by the agency and not replaced"))
        }
        LimitationKind::NotRead => {
            of_returns(&["came, could not be read and ", are, " not counted"].concat())
        }
        LimitationKind::Late => of_returns("came late"),
        LimitationKind::NotIndependent => {
            of_returns(&with_was("", " completed by somebody who holds or supervises the case"))
        }
        LimitationKind::OtherLimits => of_returns(&with_was(
            "",
            " audited under limits of another authority or nation, and days were counted against \
             those",
        )),
        LimitationKind::OtherStandards => of_returns(&with_was(
            "",
            " audited under standards of another authority, and no days were counted against \
             limits of its own",
        )),
        LimitationKind::LimitsChanged => {
            let what = " signed when other limits held, and days were counted against those";
            let text = [&returns, " ", &with_was("", what)].concat();
            (text, by_limits(workbook, &limitation.places))
        }
        LimitationKind::OtherTool => of_returns(
            "answered another version of the audit tool, and only the questions that are the \
             same were used",
        ),
        LimitationKind::NotMapped => of_returns(
            "answered another audit tool, or another version of it, and could not be compared",
        ),
        LimitationKind::NotComparable => of_returns(
            "graded on another scale, and these grades were not compared with the others",
        ),
        LimitationKind::GradedAnew => of_returns(
            "graded on another scale, and the panel graded the work anew on the scale of this \
             audit",
        ),
        LimitationKind::SingleSource => {
            let areas = counted(count, "area of a case", "areas of cases");
            (["In ", &areas, " only one agency gave a grade"].concat(), String::new())
        }
        LimitationKind::Interest => {
            let cases = counted(count, "case", "cases");
            let text = ["In ", &cases, " somebody on the panel declared an interest"].concat();
            (text, listed(&labels(workbook, &limitation.cases)))
        }
        LimitationKind::KeptApart => {
            let files = capitalised(&counted(count, "file", "files"));
            let text = [&files, " could not be trusted and ", was, " not used"].concat();
            (text, String::new())
        }
    }
}

/// "Police (Case 1, Case 2); School (Case 3)", in the order of the places.
fn by_agency(workbook: &Workbook, places: &[ReturnKey]) -> String {
    by_agency_and(workbook, places, |_| String::new())
}

/// "Police (Case 1, Case 2; Visits to the child: 10 working days, now 28 days)".
fn by_limits(workbook: &Workbook, places: &[ReturnKey]) -> String {
    let changed = ec14_other_standards(workbook).changed;
    by_agency_and(workbook, places, |place| {
        let lines = changed.get(place).map(|lines| lines.join("; "));
        lines.map(|lines| ["; ", &lines].concat()).unwrap_or_default()
    })
}

/// Agencies with their cases, and what is said of these besides: cases of which the same is said stand together.
fn by_agency_and(
    workbook: &Workbook,
    places: &[ReturnKey],
    besides: impl Fn(&ReturnKey) -> String,
) -> String {
    let mut agencies: Vec<(String, String, Vec<String>)> = Vec::new();
    for place in places {
        let (name, said) = (agency(workbook, place), besides(place));
        let case = label(workbook, &place.case);
        match agencies.iter_mut().find(|(known, told, _)| *known == name && *told == said) {
            Some((_, _, cases)) => cases.push(case),
            None => agencies.push((name, said, vec![case])),
        }
    }
    let line = |(name, said, cases): &(String, String, Vec<String>)| {
        [name, " (", &cases.join(", "), said, ")"].concat()
    };
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
            Self::NotRead => "Returns not read",
            Self::Late => "Returns late",
            Self::NotIndependent => "Auditors who hold or supervise the case",
            Self::OtherLimits => "Limits of another authority or nation",
            Self::OtherStandards => "Standards of another authority",
            Self::LimitsChanged => "Limits changed since",
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
