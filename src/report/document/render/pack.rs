//! Several texts as one packed file (ZIP), as Word files and the dataset are. The same texts give the same bytes.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::WriteError;

/// Texts by their names, in this order.
pub fn packed(files: &[(String, String)]) -> Result<Vec<u8>, WriteError> {
    zipped(files).map_err(|fault| WriteError::NotPacked { fault: fault.to_string() })
}

fn zipped(files: &[(String, String)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
