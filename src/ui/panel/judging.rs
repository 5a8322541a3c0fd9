//! The part in which the panel comes to its judgements: its meetings, what it finds, whether agencies grade
//! alike, and the copies that practitioners answer.
//!
//! Loaded with the first of these pages: whoever imports returns and looks for what is missing loads nothing
//! of it.

use leptos::prelude::*;

use super::desk::Desk;
use super::late::LatePages;
use super::route::Part;
use super::{calibration, copies, findings, meeting, page};
use crate::ui::apart::apart;

/// Gives the doors.
pub fn doors() -> LatePages {
    LatePages::new(show)
}

/// Whether a page of a round belongs to this part.
pub fn has(part: &Part) -> bool {
    matches!(part, Part::Meeting(_) | Part::Findings(_) | Part::Calibration | Part::Copies(_))
}

fn show(desk: Desk, part: Part) -> AnyView {
    match part {
        Part::Meeting(place) => apart(move || meeting::page(desk, place)),
        Part::Findings(place) => apart(move || findings::page(desk, place)),
        Part::Calibration => apart(move || calibration::page(desk)),
        Part::Copies(place) => apart(move || copies::page(desk, place)),
        _ => page::unknown(),
    }
}
