//! Who the auditor is, and how far the agency was involved.

use crate::audit_return::Grading;
use crate::check::words::is_blank;
use crate::check::{AuditorPart, InvolvementPart, Notice, Place, Reading, wording};

/// CO-04: the auditor's name or staff number, and role. Blocks, also for a nil return.
pub(crate) fn co04_auditor_has_name_and_role(reading: &Reading) -> Vec<Notice> {
    let auditor = &reading.ret.auditor;
    let at = |part, message| Notice::block("CO-04", Place::Auditor(part), message);
    let name = is_blank(&auditor.name).then(|| at(AuditorPart::Name, wording::enter_name()));
    let role = is_blank(&auditor.role).then(|| at(AuditorPart::Role, wording::enter_role()));
    name.into_iter().chain(role).collect()
}

/// CO-05: how far the agency was involved. Blocks.
pub(crate) fn co05_involvement_is_stated(reading: &Reading) -> Vec<Notice> {
    match reading.ret.involvement.level {
        Some(_) => Vec::new(),
        None => {
            let place = Place::Involvement(InvolvementPart::Level);
            vec![Notice::block("CO-05", place, wording::choose_involvement())]
        }
    }
}

/// a nil return says when and where was searched and what that showed, and holds no grade. Blocks.
///
/// Grades given before it became one stay in the draft and are no part of what is signed, like all that
/// its pages hide: of these it informs. A signed one that holds any was not made that way.
pub(crate) fn a03_nil_return_says_what_was_searched(reading: &Reading) -> Vec<Notice> {
    if !reading.ret.is_nil() {
        return Vec::new();
    }
    let search = reading.ret.involvement.nil.clone().unwrap_or_default();
    let grades = grades_held(reading);
    let at = |part, message| Notice::block("A-03", Place::Involvement(part), message);
    let graded = || match reading.ret.sign_off {
        Some(_) => at(InvolvementPart::Level, wording::nil_return_is_graded(grades)),
        None => {
            let place = Place::Involvement(InvolvementPart::Level);
            Notice::info("A-03", place, wording::nil_return_leaves_grades_out(grades))
        }
    };
    let missing = [
        (grades > 0).then(graded),
        search
            .searched_on
            .is_none()
            .then(|| at(InvolvementPart::Searched, wording::enter_search_date())),
        is_blank(&search.systems).then(|| at(InvolvementPart::Systems, wording::enter_systems())),
        is_blank(&search.statement)
            .then(|| at(InvolvementPart::Statement, wording::enter_statement())),
    ];
    missing.into_iter().flatten().collect()
}

fn grades_held(reading: &Reading) -> usize {
    let areas = reading.ret.areas.values().map(|record| &record.grading);
    let all = areas.chain([&reading.ret.overall.grading]);
    all.filter(|grading| matches!(grading, Some(Grading::Grade(_)))).count()
}

/// the auditor neither holds nor supervises the case and is experienced; the declaration is whole.
///
/// Unanswered blocks; a "no" warns. Nobody judges anything in a nil return, so
/// independence is not asked for there. A draft has no declaration yet. A reason is that of the auditor
/// who is named: it says nothing of whoever takes the return over.
pub(crate) fn a06_auditor_is_independent_and_experienced(reading: &Reading) -> Vec<Notice> {
    let signed = reading.ret.sign_off.as_ref();
    let declaration = signed
        .is_some_and(|sign_off| !sign_off.declaration.is_complete())
        .then(|| Notice::block("A-06", Place::Declaration, wording::declaration_incomplete()));
    if reading.ret.is_nil() {
        return declaration.into_iter().collect();
    }
    let auditor = &reading.ret.auditor;
    let independent = a06_answer(
        reading,
        auditor.independent_of_case,
        AuditorPart::Independent,
        wording::say_whether_independent,
        wording::holds_the_case,
    );
    let experienced = a06_answer(
        reading,
        auditor.experienced,
        AuditorPart::Experienced,
        wording::say_whether_experienced,
        wording::not_experienced,
    );
    [independent, experienced, declaration].into_iter().flatten().collect()
}

fn a06_answer(
    reading: &Reading,
    said: Option<bool>,
    part: AuditorPart,
    unanswered: fn() -> String,
    doubtful: fn() -> String,
) -> Option<Notice> {
    let place = Place::Auditor(part);
    match said {
        None => Some(Notice::block("A-06", place, unanswered())),
        Some(false) => {
            let who = reading.ret.auditor.name.trim().to_owned();
            Some(Notice::warn("A-06", place, doubtful()).about(reading.extent([who])))
        }
        Some(true) => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::audit_return::{Declaration, InvolvementLevel, NilSearch, SignOff};
    use crate::check::testing::{Case, assert_rows};

    fn nil(case: &mut Case) {
        let Case { ret, .. } = Case::untouched();
        case.ret.answers = ret.answers;
        case.ret.areas = ret.areas;
        case.ret.overall = ret.overall;
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        case.ret.involvement.nil = Some(NilSearch {
            searched_on: NaiveDate::from_ymd_opt(2026, 5, 4),
            systems: "Case system and archive".into(),
            statement: "No record of the family.".into(),
        });
    }

    fn sign(case: &mut Case, declaration: Declaration) {
        case.ret.sign_off = Some(SignOff {
            role: "Service manager".into(),
            name: "Auditor 12".into(),
            declaration,
            at: "2026-05-04T12:00:00Z".parse().unwrap(),
        });
    }

    const WHOLE: Declaration = Declaration {
        authorised: true,
        concerns_passed_on: true,
        pseudonymised: true,
        fair_account: true,
    };

    #[test]
    fn co04_the_auditor_has_a_name_and_a_role() {
        const NAME: &str =
            "BLOCK auditor-name: Enter your name or staff number. Only the coordinator sees it.";
        const ROLE: &str = "BLOCK auditor-role: Enter your role.";
        assert_rows(
            "CO-04",
            &[
                ("both there", |_| {}, &[]),
                ("blank name", |case| case.ret.auditor.name = " ".into(), &[NAME]),
                ("no role", |case| case.ret.auditor.role.clear(), &[ROLE]),
                ("neither", |case| case.ret.auditor = Default::default(), &[NAME, ROLE]),
                (
                    "neither in a nil return",
                    |case| {
                        nil(case);
                        case.ret.auditor = Default::default();
                    },
                    &[NAME, ROLE],
                ),
            ],
        );
    }

    #[test]
    fn co05_involvement_is_stated() {
        assert_rows(
            "CO-05",
            &[
                ("involved", |_| {}, &[]),
                (
                    "not stated",
                    |case| case.ret.involvement.level = None,
                    &["BLOCK involvement-level: Choose how far your agency was involved."],
                ),
                ("a nil return", nil, &[]),
            ],
        );
    }

    #[test]
    fn a03_a_nil_return_says_what_was_searched_and_holds_no_grade() {
        const DATE: &str =
            "BLOCK involvement-searched: Enter the date on which your records were searched.";
        const SYSTEMS: &str =
            "BLOCK involvement-systems: Enter which record systems were searched.";
        const STATEMENT: &str =
            "BLOCK involvement-statement: Enter a statement of what the search showed.";
        assert_rows(
            "A-03",
            &[
                ("involved, with no search", |_| {}, &[]),
                (
                    "a parent only, with no search",
                    |case| {
                        case.ret.involvement.level = Some(InvolvementLevel::InvolvedWithParent);
                    },
                    &[],
                ),
                ("not known, search recorded", nil, &[]),
                (
                    "not known, no search",
                    |case| {
                        nil(case);
                        case.ret.involvement.nil = None;
                    },
                    &[DATE, SYSTEMS, STATEMENT],
                ),
                (
                    "known but not involved, blank statement",
                    |case| {
                        nil(case);
                        case.ret.involvement.level = Some(InvolvementLevel::KnownNotInvolved);
                        case.ret.involvement.nil.as_mut().unwrap().statement = "\n".into();
                    },
                    &[STATEMENT],
                ),
                (
                    "one area graded",
                    |case| {
                        nil(case);
                        case.grade("area-3", "good");
                    },
                    &[
                        "INFO involvement-level: You said that your agency was not involved, but 1 grade is recorded. It stays in your draft and is not sent. To send it, change how far your agency was involved.",
                    ],
                ),
                (
                    "two areas and the case graded",
                    |case| {
                        nil(case);
                        case.grade("area-3", "good");
                        case.grade("area-4", "good");
                        case.overall("good");
                    },
                    &[
                        "INFO involvement-level: You said that your agency was not involved, but 3 grades are recorded. They stay in your draft and are not sent. To send them, change how far your agency was involved.",
                    ],
                ),
                (
                    "one area graded, and signed all the same",
                    |case| {
                        nil(case);
                        case.grade("area-3", "good");
                        sign(case, WHOLE);
                    },
                    &[
                        "BLOCK involvement-level: You said that your agency was not involved, but 1 grade is recorded. Remove it, or change how far your agency was involved.",
                    ],
                ),
            ],
        );
    }

    #[test]
    fn a03_a_nil_return_needs_nothing_else() {
        let mut case = Case::complete();
        nil(&mut case);
        case.ret.general_comments.clear();
        case.ret.auditor.independent_of_case = None;
        case.ret.auditor.experienced = None;
        assert_eq!(case.notices(), []);
    }

    #[test]
    fn a06_the_auditor_is_independent_and_experienced_and_declares_it_all() {
        const INDEPENDENT: &str =
            "BLOCK auditor-independent: Say whether you hold or supervise this case.";
        const EXPERIENCED: &str = "BLOCK auditor-experienced: Say whether you are experienced in audit, or authorised to carry it out.";
        const DECLARATION: &str = "BLOCK declaration: The declaration is not complete. Make every statement of it before signing.";
        assert_rows(
            "A-06",
            &[
                ("independent and experienced", |_| {}, &[]),
                (
                    "holds the case (edge case 6)",
                    |case| case.ret.auditor.independent_of_case = Some(false),
                    &[
                        "WARN auditor-independent: You hold or supervise this case. Ask for another auditor, or say why you audit it.",
                    ],
                ),
                (
                    "not experienced",
                    |case| case.ret.auditor.experienced = Some(false),
                    &[
                        "WARN auditor-experienced: You are not experienced in audit or authorised to carry it out. Ask for another auditor, or say why you audit this case.",
                    ],
                ),
                (
                    "neither: each has its own reason",
                    |case| {
                        case.ret.auditor.independent_of_case = Some(false);
                        case.ret.auditor.experienced = Some(false);
                    },
                    &[
                        "WARN auditor-independent: You hold or supervise this case. Ask for another auditor, or say why you audit it.",
                        "WARN auditor-experienced: You are not experienced in audit or authorised to carry it out. Ask for another auditor, or say why you audit this case.",
                    ],
                ),
                (
                    "unanswered",
                    |case| {
                        case.ret.auditor.independent_of_case = None;
                        case.ret.auditor.experienced = None;
                    },
                    &[INDEPENDENT, EXPERIENCED],
                ),
                ("signed with the whole declaration", |case| sign(case, WHOLE), &[]),
                (
                    "signed without one statement",
                    |case| sign(case, Declaration { pseudonymised: false, ..WHOLE }),
                    &[DECLARATION],
                ),
                (
                    "nil return signed without one statement",
                    |case| {
                        nil(case);
                        sign(case, Declaration { fair_account: false, ..WHOLE });
                    },
                    &[DECLARATION],
                ),
            ],
        );
    }
}
