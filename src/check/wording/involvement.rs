//! The sentences on who the auditor is and how far the agency was involved.

pub(in crate::check) fn enter_name() -> String {
    "Enter your name or staff number. Only the coordinator sees it.".into()
}

pub(in crate::check) fn enter_role() -> String {
    "Enter your role.".into()
}

pub(in crate::check) fn say_whether_independent() -> String {
    "Say whether you hold or supervise this case.".into()
}

pub(in crate::check) fn say_whether_experienced() -> String {
    "Say whether you are experienced in audit, or authorised to carry it out.".into()
}

pub(in crate::check) fn holds_the_case() -> String {
    "You hold or supervise this case. Ask for another auditor, or say why you audit it.".into()
}

pub(in crate::check) fn not_experienced() -> String {
    "You are not experienced in audit or authorised to carry it out. Ask for another auditor, or say why you audit this case.".into()
}

pub(in crate::check) fn declaration_incomplete() -> String {
    "The declaration is not complete. Make every statement of it before signing.".into()
}

pub(in crate::check) fn choose_involvement() -> String {
    "Choose how far your agency was involved.".into()
}

pub(in crate::check) fn enter_search_date() -> String {
    "Enter the date on which your records were searched.".into()
}

pub(in crate::check) fn search_is_to_come() -> String {
    "The date on which your records were searched is after today. Correct it, or give a reason."
        .into()
}

pub(in crate::check) fn enter_systems() -> String {
    "Enter which record systems were searched.".into()
}

pub(in crate::check) fn enter_statement() -> String {
    "Enter a statement of what the search showed.".into()
}

pub(in crate::check) fn nil_return_leaves_grades_out(grades: usize) -> String {
    let (held, they, sent) = match grades {
        1 => ("1 grade is".to_owned(), "It stays in your draft and is", "it"),
        _ => (format!("{grades} grades are"), "They stay in your draft and are", "them"),
    };
    format!(
        "You said that your agency was not involved, but {held} recorded. {they} not sent. To send {sent}, change how far your agency was involved.",
    )
}

pub(in crate::check) fn nil_return_is_graded(grades: usize) -> String {
    format!(
        "You said that your agency was not involved, but {} recorded. Remove {}, or change how far your agency was involved.",
        if grades == 1 { "1 grade is".into() } else { format!("{grades} grades are") },
        if grades == 1 { "it" } else { "them" },
    )
}
