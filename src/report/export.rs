//! What a page asks its worker to write, and the writing of it.

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::document::render::Format;
#[cfg(feature = "spreadsheet")]
use super::document::render::{WriteError, write};
use super::{Grid, Numbers};

/// A file that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ExportRequest {
    /// A document in one of its forms.
    Document {
        /// Which form.
        format: Format,
        /// The document.
        document: Box<Document>,
    },
    /// Numbers as CSV.
    Csv(Numbers),
    /// Numbers as a workbook of a spreadsheet program.
    Spreadsheet(Numbers),
    /// A grid of actions as a workbook of a spreadsheet program.
    Grid(Grid),
}

/// Why a file was not written. Nothing has changed.
#[cfg(feature = "spreadsheet")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The page asked for what this worker does not know.
    #[error("The page and its worker are of different versions. Reload the page, and try again.")]
    OtherVersion,
    /// It could not be put together.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The file that is asked for, as JSON of an [`ExportRequest`].
#[cfg(feature = "spreadsheet")]
pub fn exported(request: &str) -> Result<Vec<u8>, ExportError> {
    let request = crate::json::from_slice(request.as_bytes());
    Ok(match request.map_err(|_| ExportError::OtherVersion)? {
        ExportRequest::Document { format, document } => write(format, &document)?,
        ExportRequest::Csv(numbers) => super::numbers_csv(&numbers).into_bytes(),
        ExportRequest::Spreadsheet(numbers) => super::xlsx(&numbers)?,
        ExportRequest::Grid(grid) => super::grid_xlsx(&grid)?,
    })
}
