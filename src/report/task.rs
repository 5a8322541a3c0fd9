//! What a page gives its worker to do: a file to write, or a workbook to read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::document::Document;
use super::document::render::Format;
#[cfg(feature = "spreadsheet")]
use super::document::render::{WriteError, packed, write};
use super::{Grid, Numbers};
#[cfg(feature = "spreadsheet")]
use crate::panel::actions::sheet::{SheetError, workbook_rows};
#[cfg(feature = "spreadsheet")]
use crate::text::capitalised;

/// A file that is to be written or read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum FileTask {
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
    /// To be read: the rows of a workbook that came back, as JSON of [`crate::panel::actions::sheet::CellRow`]s.
    ReadRows(Packed),
}

/// The bytes of a file, as base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed(String);

impl Packed {
    /// These bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(STANDARD.encode(bytes))
    }
}

/// Why a file was not written or read. Nothing has changed.
#[cfg(feature = "spreadsheet")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TaskError {
    /// The page asked for what this worker does not know.
    #[error("The page and its worker are of different versions. Reload the page, and try again.")]
    OtherVersion,
    /// It is no workbook of actions.
    #[error("{}.", capitalised(&.0.to_string()))]
    Sheet(#[from] SheetError),
    /// It could not be put together.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What comes of a task, which is JSON of a [`FileTask`].
#[cfg(feature = "spreadsheet")]
pub fn task_done(task: &str) -> Result<Vec<u8>, TaskError> {
    let task = crate::json::from_slice(task.as_bytes());
    Ok(match task.map_err(|_| TaskError::OtherVersion)? {
        FileTask::Document { format, document } => write(format, &document)?,
        FileTask::Csv(numbers) => super::numbers_csv(&numbers).into_bytes(),
        FileTask::Spreadsheet(numbers) => super::xlsx(&numbers)?,
        FileTask::Grid(grid) => super::grid_xlsx(&grid)?,
        FileTask::Package(files) => packed(&files)?,
        FileTask::ReadRows(Packed(file)) => {
            let file = STANDARD.decode(file).map_err(|_| TaskError::OtherVersion)?;
            let rows = workbook_rows(&file)?;
            crate::json::to_vec(&rows).map_err(|_| TaskError::OtherVersion)?
        }
    })
}

#[cfg(all(test, feature = "spreadsheet"))]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;
    use crate::panel::actions::sheet::CellRow;

    #[test]
    fn a_package_holds_each_file_under_its_name() {
        let files = [("a.csv", "1,2\r\n"), ("datapackage.json", "{}")];
        let files: Vec<(String, String)> =
            files.map(|(name, text)| (name.into(), text.into())).into();
        let task = serde_json::to_string(&FileTask::Package(files.clone())).unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(task_done(&task).unwrap())).unwrap();
        let mut found = Vec::new();
        for at in 0..package.len() {
            let mut file = package.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            found.push((file.name().unwrap().into_owned(), text));
        }
        assert_eq!(found, files);
        assert_eq!(task_done("{}"), Err(TaskError::OtherVersion));
    }

    #[test]
    fn a_workbook_that_came_back_is_answered_with_its_rows_or_its_fault() {
        let grid = Grid {
            title: "Actions".into(),
            audience: String::new(),
            made: "2026-05-01".parse().unwrap(),
            head: vec!["Sheet".into(), "Action".into()],
            rows: vec![vec!["#s1".into(), "#a1".into()]],
            filled_from: 2,
            choices: None,
            issues: None,
        };
        let file = crate::report::grid_xlsx(&grid).unwrap();
        let asked = |bytes: &[u8]| {
            let task = FileTask::ReadRows(Packed::of(bytes));
            task_done(&serde_json::to_string(&task).unwrap())
        };
        let rows: Vec<CellRow> = crate::json::from_slice(&asked(&file).unwrap()).unwrap();
        let row = |row, cells: &[String]| CellRow { row, cells: cells.to_vec() };
        assert_eq!(rows, [row(1, &grid.head), row(2, &grid.rows[0])]);
        let fault = asked(b"PK\x03\x04").unwrap_err();
        assert_eq!(fault, TaskError::Sheet(SheetError::NotAWorkbook));
        assert!(fault.to_string().starts_with("This file is no Excel workbook"), "{fault}");
    }
}
