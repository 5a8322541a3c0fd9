//! Telling a story in one engine, and saying well why it failed.

use crate::engine::Engine;
use crate::session::Session;
use crate::site::{WITHOUT_NETWORK, root};
use crate::times;
use anyhow::{Result, bail};
use std::fs;
use std::time::Instant;

/// Runs one story in a browser that knows nothing of another; afterwards nothing may have happened that never may.
///
/// On failure a picture and the text of the page lie in `target/browser-tests/`.
pub fn tell(
    engine: Engine,
    name: &str,
    story: impl AsyncFn(&mut Session) -> Result<()>,
) -> Result<()> {
    let start = Instant::now();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let name = format!("{name}-{}", engine.word());
        let home = fs::canonicalize(root())?.join("target/browser-tests").join(&name);
        let told = told(Session::next(engine, home.clone()).await?, story).await;
        times::sum(&name, start);
        told?;
        // Profiles are large; those of a failure stay to be looked at.
        fs::remove_dir_all(home)?;
        Ok(())
    })
}

/// Tells a part of a story in a browser of its own, as on another computer, while this one stays open.
pub async fn elsewhere<T>(
    session: &Session,
    engine: Engine,
    story: impl AsyncFn(&mut Session) -> Result<T>,
) -> Result<T> {
    told(Session::start(engine, session.home.join("elsewhere")).await?, story).await
}

async fn told<T>(
    mut session: Session,
    story: impl AsyncFn(&mut Session) -> Result<T>,
) -> Result<T> {
    let told = story(&mut session).await;
    let troubles = session.troubles().await;
    if told.is_err() {
        picture(&session).await;
    }
    let mut troubles =
        troubles.unwrap_or_else(|error| vec![format!("no troubles read: {error:#}")]);
    troubles.retain(|trouble| !is_picture_without_network(trouble));
    session.end(told.is_ok() && troubles.is_empty()).await?;
    if troubles.is_empty() {
        return told;
    }
    let noted = format!("These may never happen:\n{}", troubles.join("\n"));
    match told {
        Err(error) => Err(error.context(noted)),
        Ok(_) => bail!(noted),
    }
}

/// The guide's pictures, 1.5 MB, are not kept for when there is no network; what they show is said beside them.
fn is_picture_without_network(trouble: &str) -> bool {
    std::env::var_os(WITHOUT_NETWORK).is_some() && trouble.contains("/guide/guide-")
}

async fn picture(session: &Session) {
    if let Ok(png) = session.driver.screenshot_as_png().await {
        let _ = fs::write(session.home.join("failed.png"), png);
    }
    if let Ok(text) = session.text().await {
        let _ = fs::write(session.home.join("failed.txt"), text);
    }
}
