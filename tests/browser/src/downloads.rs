//! What a program let its person download.

use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The file downloaded whose name begins with `start`.
pub async fn saved(session: &Session, start: &str) -> Result<PathBuf> {
    if !session.engine.saves_downloads() {
        return given(session, start).await;
    }
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

/// What the page gave to be saved, written to the folder here.
async fn given(session: &Session, start: &str) -> Result<PathBuf> {
    const GIVEN: &str = "
        const done = arguments[1];
        const found = window.savedInTests.find(one => one.name.startsWith(arguments[0]));
        if (!found) done(null);
        else found.blob.text().then(text => done([found.name, text]), () => done(null));";
    let (name, text) = eventually(&format!("the file {start}… to be saved"), async || {
        let found = session.driver.execute_async(GIVEN, vec![start.into()]).await?;
        Ok(found.convert::<Option<(String, String)>>()?)
    })
    .await?;
    let path = session.home.join("downloads").join(name);
    fs::write(&path, text)?;
    Ok(path)
}

/// Writes a file that a story is to choose.
pub fn write(session: &Session, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = session.home.join("files").join(name);
    fs::write(&path, bytes).with_context(|| name.to_owned())?;
    Ok(path)
}
