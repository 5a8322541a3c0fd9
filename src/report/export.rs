//! What a page asks its worker to write, and the writing of it.

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::document::render::Format;
#[cfg(feature = "spreadsheet")]
use super::document::render::{WriteError, packed, write};
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
    /// Files by their names, as one packed file: the dataset.
    Package(Vec<(String, String)>),
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
        ExportRequest::Package(files) => packed(&files)?,
    })
}

#[cfg(all(test, feature = "spreadsheet"))]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    #[test]
    fn a_package_holds_each_file_under_its_name() {
        let files = [("a.csv", "1,2\r\n"), ("datapackage.json", "{}")];
        let files: Vec<(String, String)> =
            files.map(|(name, text)| (name.into(), text.into())).into();
        let request = serde_json::to_string(&ExportRequest::Package(files.clone())).unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(exported(&request).unwrap())).unwrap();
        let mut found = Vec::new();
        for at in 0..package.len() {
            let mut file = package.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            found.push((file.name().unwrap().into_owned(), text));
        }
        assert_eq!(found, files);
        assert_eq!(exported("{}"), Err(ExportError::OtherVersion));
    }
}
