//! What is done with one case as a whole: taking it out of the audit, and giving out all that is held about it.

mod late;
mod papers;
mod standing;
mod words;

pub use late::judged_without;
pub use papers::page as papers_page;
pub use standing::page as standing_page;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use crate::id::CaseRef;

/// The ways to both, at the foot of the case's own page.
pub fn ways(desk: Desk, case: &CaseRef) -> AnyView {
    let withdrawn = desk.with(|workbook| workbook.withdrawn_because(case).is_some());
    let standing = if withdrawn { words::PUT_BACK } else { words::TAKE_OUT };
    let ways = [
        (Part::CaseStanding(case.clone()), standing),
        (Part::CasePapers(case.clone()), words::PAPERS),
    ];
    let links = ways.map(|(part, text)| {
        let href = desk.href(&part);
        view! { <li><a class="govuk-link" href=href>{text}</a></li> }
    });
    view! { <ul class="govuk-list" id="of-case">{links.into_iter().collect_view()}</ul> }.into_any()
}
