//! The part in which a round comes to its end: its numbers as a dataset for others, and the destruction of its papers.
//!
//! Loaded with the first of these pages: whoever writes documents loads nothing of it.

use leptos::prelude::*;

use super::super::desk::{Desk, Opening};
use super::super::late::LatePages;
use super::super::page::unknown;
use super::super::route::Part;
use super::{Place, dataset, kept, retention, unread};

/// Gives the doors.
pub fn doors() -> LatePages {
    LatePages::new(show)
}

/// Whether a page of a round belongs to this part.
pub fn closes(part: &Part) -> bool {
    matches!(part, Part::Documents(Place::Dataset | Place::Retention))
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
        _ => unknown(),
    }
}
