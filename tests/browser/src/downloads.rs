//! What a program let its person download.

use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The file downloaded whose name begins with `start`, taken out of the downloads: the next of such a name
/// is another.
pub async fn saved(session: &Session, start: &str) -> Result<PathBuf> {
    saved_as(session, start, ".json").await
}

/// The text of the file downloaded whose name begins and ends so.
pub async fn saved_text(session: &Session, start: &str, ending: &str) -> Result<String> {
    Ok(fs::read_to_string(saved_as(session, start, ending).await?)?)
}

/// The file downloaded whose name begins and ends so.
pub async fn saved_file(session: &Session, start: &str, ending: &str) -> Result<PathBuf> {
    saved_as(session, start, ending).await
}

async fn saved_as(session: &Session, start: &str, ending: &str) -> Result<PathBuf> {
    if !session.engine.saves_downloads() {
        return given(session, start, ending).await;
    }
    let folder = session.downloads();
    eventually(&format!("the download {start}…"), async || {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // While it is written it has another ending, or nothing in it.
            if name.starts_with(start) && name.ends_with(ending) && entry.metadata()?.len() > 0 {
                let taken = session.home.join("files").join(&name);
                fs::rename(entry.path(), &taken)?;
                return Ok(Some(taken));
            }
        }
        Ok(None)
    })
    .await
}

/// What the page gave to be saved, written to a file here.
async fn given(session: &Session, start: &str, ending: &str) -> Result<PathBuf> {
    const GIVEN: &str = "
        const [start, ending, done] = arguments;
        const wanted = name => name.startsWith(start) && name.endsWith(ending);
        const at = window.savedInTests.findIndex(one => wanted(one.name));
        if (at < 0) return done(null);
        const [found] = window.savedInTests.splice(at, 1);
        found.blob.arrayBuffer().then(
            bytes => done([found.name, [...new Uint8Array(bytes)]]), () => done(null));";
    let (name, bytes) = eventually(&format!("the file {start}… to be saved"), async || {
        let found = session.driver.execute_async(GIVEN, vec![start.into(), ending.into()]).await?;
        Ok(found.convert::<Option<(String, Vec<u8>)>>()?)
    })
    .await?;
    write(session, &name, &bytes)
}

/// Writes a file that a story is to choose.
pub fn write(session: &Session, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = session.home.join("files").join(name);
    fs::write(&path, bytes).with_context(|| name.to_owned())?;
    Ok(path)
}
