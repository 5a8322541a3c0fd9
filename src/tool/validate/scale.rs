//! The grading scale, and whether it can grade what the tool says it grades.

use std::collections::BTreeSet;

use super::faults::{Faults, Path};
use crate::tool::limits::{MAX_GRADES, MAX_LABEL, MAX_TEXT};
use crate::tool::{GradedBy, Scale, Tool, ToolFaultKind};

pub(super) fn check(tool: &Tool, root: &Path<'_>, faults: &mut Faults) {
    let path = root.member("scale");
    faults.text(&path.member("title"), &tool.scale.title, MAX_LABEL);
    check_grades(&tool.scale, &path, faults);
    check_qualifiers(&tool.scale, &path, faults);
    check_use(tool, &path.member("grades"), faults);
}

fn check_grades(scale: &Scale, path: &Path<'_>, faults: &mut Faults) {
    let list = path.member("grades");
    faults.count(&list, scale.grades.len(), 0..=MAX_GRADES);
    let (mut ids, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let mut worst = None;
    for (at, grade) in scale.grades.iter().enumerate() {
        let path = list.at(at);
        faults.unique(&mut ids, grade.id.as_str(), "a grade", &path.member("id"));
        faults.unique(&mut codes, &grade.code, "a code", &path.member("code"));
        faults.text(&path.member("label"), &grade.label, MAX_LABEL);
        faults.text(&path.member("code"), &grade.code, MAX_LABEL);
        faults.text(&path.member("descriptor"), &grade.descriptor, MAX_TEXT);
        if !grade.for_area && !grade.for_case {
            faults.add(&path, ToolFaultKind::GradeForNothing);
        }
        if worst.is_some_and(|worst| grade.level < worst) {
            faults.add(&path.member("level"), ToolFaultKind::BetterAfterWorse);
        }
        worst = worst.max(Some(grade.level));
    }
}

fn check_qualifiers(scale: &Scale, path: &Path<'_>, faults: &mut Faults) {
    let list = path.member("qualifiers");
    faults.count(&list, scale.qualifiers.len(), 0..=MAX_GRADES);
    let mut ids = BTreeSet::new();
    for (at, qualifier) in scale.qualifiers.iter().enumerate() {
        let path = list.at(at);
        faults.unique(&mut ids, qualifier.id.as_str(), "a qualifier", &path.member("id"));
        faults.text(&path.member("label"), &qualifier.label, MAX_LABEL);
        let of = path.member("of");
        faults.count(&of, qualifier.of.len(), 1..=MAX_GRADES);
        for (at, grade) in qualifier.of.iter().enumerate() {
            if scale.grade(grade).is_none() {
                faults.add(&of.at(at), ToolFaultKind::UnknownGrade(grade.clone()));
            }
        }
    }
}

fn check_use(tool: &Tool, grades: &Path<'_>, faults: &mut Faults) {
    let (areas, cases) = match tool.graded_by {
        GradedBy::AreaAndCase => (true, true),
        GradedBy::Case => (false, true),
        GradedBy::Nothing => (false, false),
    };
    let scale = &tool.scale;
    if scale.grades.is_empty() {
        if cases {
            faults.add(grades, ToolFaultKind::NoGrades);
        }
        return;
    }
    if areas && scale.for_area().next().is_none() {
        faults.add(grades, ToolFaultKind::NoAreaGrade);
    }
    if cases && scale.for_case().next().is_none() {
        faults.add(grades, ToolFaultKind::NoCaseGrade);
    }
}
