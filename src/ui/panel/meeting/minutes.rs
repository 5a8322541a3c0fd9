//! The minutes of a meeting: read, print, or save as text.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::unknown;
use super::super::paper;
use super::{Place, part, words};
use crate::browser::{local, now};
use crate::id::ItemId;
use crate::report::minutes;

/// The page.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let today = local(now()).date();
    let Some(sheet) = desk.with(|workbook| minutes(workbook, &id, today)) else { return unknown() };
    let back = (desk.href(&part(Place::Agenda(id))), words::BACK_TO_AGENDA);
    paper::page(sheet, back, words::MINUTES_EXPLAINED, words::MINUTES_FILE)
}
