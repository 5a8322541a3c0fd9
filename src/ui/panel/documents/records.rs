//! The part with the records of a whole round: the search in them, the log, all that is held about a case on
//! paper, the numbers as a dataset for others, the round taken off this computer, and the destruction of the papers.
//!
//! Loaded with the first of these pages: whoever imports returns or writes documents loads nothing of it.

use leptos::prelude::*;

use super::super::desk::{Desk, Opening};
use super::super::late::LatePages;
use super::super::page::unknown;
use super::super::route::Part;
use super::super::{case, log, search};
use super::{Place, dataset, kept, retention, take_off, unread};
use crate::ui::apart::apart;

/// Gives the doors.
pub fn doors() -> LatePages {
    LatePages::new(show)
}

/// Whether a page of a round belongs to this part.
pub fn has(part: &Part) -> bool {
    matches!(
        part,
        Part::Documents(Place::Dataset | Place::Retention | Place::TakeOff)
            | Part::CasePapers(_)
            | Part::Log
            | Part::Search
    )
}

fn show(desk: Desk, part: Part) -> AnyView {
    match desk.opening().get_untracked() {
        Opening::Purged(_, left) => return kept::page(&left),
        Opening::Unread(_, left) => return unread::left(&left),
        Opening::Damaged(id, _) => return unread::page(desk, id),
        Opening::Closed | Opening::Underway(_) | Opening::Open(_) | Opening::Failed(..) => {}
    }
    match part {
        Part::Documents(Place::Dataset) => dataset::page(desk),
        Part::Documents(Place::Retention) => retention::page(desk),
        Part::Documents(Place::TakeOff) => take_off::page(desk),
        Part::CasePapers(case) => apart(move || case::papers_page(desk, case)),
        Part::Log => apart(move || view! { <log::LogPage desk=desk /> }.into_any()),
        Part::Search => apart(move || view! { <search::SearchPage desk=desk /> }.into_any()),
        _ => unknown(),
    }
}
