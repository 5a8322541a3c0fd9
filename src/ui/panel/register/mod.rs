//! The register on screen: every imported file, and what a person decides about it.

mod beside;
mod deciding;
mod file;
mod files;
mod place;

pub use file::FilePage;
pub use files::FilesPage;
pub use place::place_page;

use super::desk::Desk;
use super::words;
use crate::panel::ReturnKey;

/// "Health (Health visiting), Case 3".
pub(super) fn place_words(desk: Desk, place: &ReturnKey) -> String {
    desk.with(|workbook| {
        let plan = workbook.plan();
        let agency = plan.agency(&place.agency).map(|agency| agency.name.as_str());
        let agency = agency.unwrap_or(place.agency.as_str());
        let label = plan.slot(&place.slot).map_or("", |slot| slot.label.as_str());
        let case = plan.case(&place.case).map(|case| case.label.as_str());
        let case = case.unwrap_or(place.case.as_str());
        match label {
            "" => [agency, ", ", case].concat(),
            label if label == agency => [agency, ", ", case].concat(),
            label => [agency, " (", label, "), ", case].concat(),
        }
    })
}
