//! What things of a round are called on screen.

use crate::audit_return::About;
use crate::id::{AgencyId, AreaId, CaseRef, GradeId, QualifierId};
use crate::panel::{ReturnKey, Subject, Verdict, Workbook};
use crate::tool::Scale;

use super::route::{Part, ReturnAt};
use super::words;

/// An agency's name; its id where the round has none of that id.
pub fn agency(workbook: &Workbook, id: &AgencyId) -> String {
    workbook.plan().agency(id).map_or_else(|| id.to_string(), |agency| agency.name.clone())
}

/// An auditor's place: the agency, then what tells it from the agency's others.
pub fn place(workbook: &Workbook, place: &ReturnKey) -> (String, String) {
    let name = agency(workbook, &place.agency);
    let label = workbook.plan().slot(&place.slot).map(|slot| slot.label.clone());
    let label = label.filter(|label| *label != name).unwrap_or_default();
    (name, label)
}

/// "Health, Health visiting".
pub fn place_line(workbook: &Workbook, of: &ReturnKey) -> String {
    match place(workbook, of) {
        (name, label) if label.is_empty() => name,
        (name, label) => [name.as_str(), ", ", &label].concat(),
    }
}

/// A case as in the reports.
pub fn case(workbook: &Workbook, case: &CaseRef) -> String {
    workbook.plan().case(case).map_or_else(String::new, |case| case.label.clone())
}

/// "3. Assessment", or the case overall.
pub fn area(workbook: &Workbook, area: Option<&AreaId>) -> String {
    let Some(id) = area else { return words::OVERALL.to_owned() };
    match workbook.known_area(id) {
        Some(area) => [area.number.to_string().as_str(), ". ", &area.title].concat(),
        None => id.to_string(),
    }
}

/// "Case 1: 3. Assessment".
pub fn subject(workbook: &Workbook, subject: &Subject) -> String {
    [case(workbook, &subject.case).as_str(), ": ", &area(workbook, subject.area.as_ref())].concat()
}

/// A grade as the scale calls it.
pub fn grade(scale: &Scale, grade: &GradeId) -> String {
    scale.grade(grade).map_or_else(|| grade.to_string(), |grade| grade.label.clone())
}

/// A qualifier as the scale calls it.
pub fn qualifier(scale: &Scale, id: &QualifierId) -> String {
    let known = scale.qualifiers.iter().find(|one| one.id == *id);
    known.map_or_else(|| id.to_string(), |one| one.label.clone())
}

/// What the panel decided, in a few words.
pub fn verdict(scale: &Scale, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Grade { grade: id, qualifier: None } => grade(scale, id),
        Verdict::Grade { grade: id, qualifier: Some(with) } => {
            [grade(scale, id).as_str(), ", ", &qualifier(scale, with)].concat()
        }
        Verdict::NotJudged => words::NOT_JUDGED.to_owned(),
        Verdict::Deferred => words::DEFERRED.to_owned(),
    }
}

/// The page on which a return is read, at this place of it.
pub fn return_page(place: &ReturnKey, about: About) -> Part {
    let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
    Part::Return(at, Some(about))
}
