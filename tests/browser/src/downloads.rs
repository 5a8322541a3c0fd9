//! What a program let its person download.

use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The file downloaded whose name begins with `start`.
pub async fn saved(session: &Session, start: &str) -> Result<PathBuf> {
    let folder = session.home.join("downloads");
    eventually(&format!("the download {start}…"), async || {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // While it is written it has another ending, or nothing in it.
            if name.starts_with(start) && name.ends_with(".json") && entry.metadata()?.len() > 0 {
                return Ok(Some(entry.path()));
            }
        }
        Ok(None)
    })
    .await
}

/// Writes a file that a story is to choose.
pub fn write(session: &Session, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = session.home.join("files").join(name);
    fs::write(&path, bytes).with_context(|| name.to_owned())?;
    Ok(path)
}
