//! The register on screen: every imported file, and what a person decides about it.

mod beside;
mod deciding;
mod file;
mod files;
pub mod files_of_place;
mod place;

pub use file::{FilePage, text_page as file_text_page};
pub use files::FilesPage;
pub use place::place_page;

use super::desk::Desk;
use super::{names, words};
use crate::panel::ReturnKey;

/// "Health, Health visiting, Case 3".
pub(super) fn place_words(desk: Desk, place: &ReturnKey) -> String {
    desk.with(|workbook| {
        let (who, case) = (names::place_line(workbook, place), names::case(workbook, &place.case));
        [who.as_str(), ", ", &case].concat()
    })
}
