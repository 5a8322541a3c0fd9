//! The cells of a sheet that came back as a workbook (.xlsx, ECMA-376), whichever program saved it.
//!
//! Only what says something is read: texts, numbers and days as they are shown, and what a formula
//! last came to. No formula is run. Every part is bounded before it is unpacked, so that no file
//! can unpack to more than this computer holds, and an XML with a document type is refused.
//!
//! No library in place of it: `calamine` 0.38 unpacks parts and makes room for every cell of a range
//! without a bound, and weighs 146 KB more, compressed, than `zip` and `roxmltree` (December 2026).
//!
//! In the worker only: what reads a workbook is never part of the page.

mod cells;
mod package;
mod strings;
mod style;

use super::fault::SheetError;
use super::head::Head;
use super::rows::CellRow;
use cells::Reader;
use package::Package;

/// Every row that is not blank of the one worksheet that has the columns of a sheet of actions.
///
/// Worksheets that an agency added for itself are passed over. Where none has these columns, the
/// first that is not blank is given, for its fault to be told; where two have them, nobody can tell
/// which is meant.
pub fn workbook_rows(bytes: &[u8]) -> Result<Vec<CellRow>, SheetError> {
    if bytes.len() > super::MAX_BYTES {
        return Err(SheetError::TooLarge(bytes.len()));
    }
    let mut package = Package::of(bytes)?;
    let book = package.workbook()?;
    let mut reader = Reader::of(&mut package, &book)?;
    let (mut ours, mut other) = (None, None);
    for part in &book.worksheets {
        let rows = reader.rows(&package.part(part)?)?;
        let Some(head) = rows.first() else { continue };
        if !Head::is_ours(&head.cells) {
            other.get_or_insert(rows);
        } else if ours.replace(rows).is_some() {
            return Err(SheetError::TwoWorksheets);
        }
    }
    Ok(ours.or(other).unwrap_or_default())
}

#[cfg(test)]
mod tests;
