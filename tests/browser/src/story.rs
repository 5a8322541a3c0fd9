//! Telling a story in one engine, and saying well why it failed.

use crate::engine::Engine;
use crate::session::Session;
use crate::site::root;
use anyhow::{Result, bail};
use std::fs;

/// Runs one story in a fresh browser; afterwards nothing may have happened that never may.
///
/// On failure a picture and the text of the page lie in `target/browser-tests/`.
pub fn tell(
    engine: Engine,
    name: &str,
    story: impl AsyncFn(&mut Session) -> Result<()>,
) -> Result<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let home = fs::canonicalize(root())?
            .join("target/browser-tests")
            .join(format!("{name}-{}", engine.word()));
        let mut session = Session::start(engine, home.clone()).await?;
        let told = story(&mut session).await;
        let troubles = session.troubles().await;
        if told.is_err() {
            picture(&session).await;
        }
        session.end()?;
        let troubles =
            troubles.unwrap_or_else(|error| vec![format!("no troubles read: {error:#}")]);
        let noted = format!("These may never happen:\n{}", troubles.join("\n"));
        match told {
            Err(error) if troubles.is_empty() => return Err(error),
            Err(error) => return Err(error.context(noted)),
            Ok(()) if troubles.is_empty() => {}
            Ok(()) => bail!(noted),
        }
        // Profiles are large; those of a failure stay to be looked at.
        fs::remove_dir_all(home)?;
        Ok(())
    })
}

async fn picture(session: &Session) {
    if let Ok(png) = session.driver.screenshot_as_png().await {
        let _ = fs::write(session.home.join("failed.png"), png);
    }
    if let Ok(text) = session.text().await {
        let _ = fs::write(session.home.join("failed.txt"), text);
    }
}
