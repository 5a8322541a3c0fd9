//! Who the auditor is, and how far the agency was involved.

use crate::audit_return::Grading;
use crate::check::words::is_blank;
use crate::check::{Notice, Place, Reading, wording};

/// CO-04: the auditor's name or staff number, and role. Blocks, also for a nil return.
pub(crate) fn co04_auditor_has_name_and_role(reading: &Reading) -> Vec<Notice> {
    let auditor = &reading.ret.auditor;
    let name = is_blank(&auditor.name).then(wording::enter_name);
    let role = is_blank(&auditor.role).then(wording::enter_role);
    let missing = name.into_iter().chain(role);
    missing.map(|message| Notice::block("CO-04", Place::Auditor, message)).collect()
}

/// CO-05: how far the agency was involved. Blocks.
pub(crate) fn co05_involvement_is_stated(reading: &Reading) -> Vec<Notice> {
    match reading.ret.involvement.level {
        Some(_) => Vec::new(),
        None => {
            vec![Notice::block("CO-05", Place::Involvement, wording::choose_involvement())]
        }
    }
}

/// a nil return says when and where was searched and what that showed, and holds no grade. Blocks.
pub(crate) fn a03_nil_return_says_what_was_searched(reading: &Reading) -> Vec<Notice> {
    if !reading.ret.is_nil() {
        return Vec::new();
    }
    let search = reading.ret.involvement.nil.clone().unwrap_or_default();
    let grades = grades_held(reading);
    let missing = [
        search.searched_on.is_none().then(wording::enter_search_date),
        is_blank(&search.systems).then(wording::enter_systems),
        is_blank(&search.statement).then(wording::enter_statement),
        (grades > 0).then(|| wording::nil_return_is_graded(grades)),
    ];
    let missing = missing.into_iter().flatten();
    missing.map(|message| Notice::block("A-03", Place::Involvement, message)).collect()
}

fn grades_held(reading: &Reading) -> usize {
    let areas = reading.ret.areas.values().map(|record| &record.grading);
    let all = areas.chain([&reading.ret.overall.grading]);
    all.filter(|grading| matches!(grading, Some(Grading::Grade(_)))).count()
}

/// the auditor neither holds nor supervises the case and is experienced; the declaration is whole.
///
/// Unanswered blocks; a "no" warns. Nobody judges anything in a nil return, so
/// independence is not asked for there. A draft has no declaration yet.
pub(crate) fn a06_auditor_is_independent_and_experienced(reading: &Reading) -> Vec<Notice> {
    let at = |message| Notice::block("A-06", Place::Auditor, message);
    let signed = reading.ret.sign_off.as_ref();
    let declaration = signed
        .is_some_and(|sign_off| !sign_off.declaration.is_complete())
        .then(|| at(wording::declaration_incomplete()));
    if reading.ret.is_nil() {
        return declaration.into_iter().collect();
    }
    let auditor = &reading.ret.auditor;
    let (independent, experienced) = (auditor.independent_of_case, auditor.experienced);
    // One notice for both: an explanation answers a rule at a place.
    let doubtful = match (independent, experienced) {
        (Some(false), Some(false)) => Some(wording::holds_the_case_and_not_experienced()),
        (Some(false), Some(true) | None) => Some(wording::holds_the_case()),
        (Some(true) | None, Some(false)) => Some(wording::not_experienced()),
        (Some(true) | None, Some(true) | None) => None,
    };
    let unanswered = [
        independent.is_none().then(|| at(wording::say_whether_independent())),
        experienced.is_none().then(|| at(wording::say_whether_experienced())),
    ];
    let doubtful = doubtful.map(|message| Notice::warn("A-06", Place::Auditor, message));
    unanswered.into_iter().flatten().chain(doubtful).chain(declaration).collect()
}
