//! Reading the text of a record: whole, of a schema that this program knows, or not at all.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::json::Document;

/// Why the text of a record is no record of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Written by a later version of this program.
    #[error(
        "This was saved by a newer version of this program. Reload this page to get the newer version. Nothing has been changed."
    )]
    Newer {
        /// Its schema.
        found: u32,
    },
    /// Not readable at all.
    #[error(
        "This could not be read. It is kept as it was found, and you can download it to send to your coordinator."
    )]
    Corrupt {
        /// Where reading stopped; holds nothing of the text.
        why: String,
    },
}

#[derive(Deserialize)]
struct Header {
    schema: u32,
}

/// Reads the few members that `T` knows of a record of any schema up to `newest`, and passes over the
/// rest: for records of megabytes.
pub(super) fn read_heading<T: DeserializeOwned>(text: &str, newest: u32) -> Result<T, RecordError> {
    let text = text.as_bytes();
    let header: Header = serde_json::from_slice(text).map_err(|error| corrupt(&error))?;
    match header.schema > newest {
        true => Err(RecordError::Newer { found: header.schema }),
        false => serde_json::from_slice(text).map_err(|error| corrupt(&error)),
    }
}

/// Reads a record of any schema up to `newest`.
pub(super) fn read<T: DeserializeOwned>(text: &str, newest: u32) -> Result<T, RecordError> {
    let (document, _) = known(text, newest)?;
    document.read().map_err(|error| corrupt(&error))
}

/// The same of a record that is saved again: one that holds more than `T` knows is a newer program's.
/// Saved by this one, what it does not know would be gone.
pub(super) fn read_whole<T: DeserializeOwned>(text: &str, newest: u32) -> Result<T, RecordError> {
    let (document, schema) = known(text, newest)?;
    match document.read_all().map_err(|error| corrupt(&error))? {
        (record, false) => Ok(record),
        (_, true) => Err(RecordError::Newer { found: schema }),
    }
}

/// The document of a record, gone through once, and its schema, which is not above `newest`.
fn known(text: &str, newest: u32) -> Result<(Document<'_>, u32), RecordError> {
    let document = Document::of(text.as_bytes()).map_err(|error| corrupt(&error))?;
    let header: Header = document.read().map_err(|error| corrupt(&error))?;
    match header.schema > newest {
        true => Err(RecordError::Newer { found: header.schema }),
        false => Ok((document, header.schema)),
    }
}

fn corrupt(error: &serde_json::Error) -> RecordError {
    let why = match error.line() {
        0 => "JSON, but not of a record".to_owned(),
        line => format!("line {line}, column {}", error.column()),
    };
    RecordError::Corrupt { why }
}
