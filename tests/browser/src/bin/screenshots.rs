//! Takes the README's pictures from the built pages: `cargo xtask screenshots`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use browser_tests::pages::{auditor, panel};
use browser_tests::screen::resize;
use browser_tests::{Engine, Session, tell};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 1000;

fn main() -> Result<()> {
    tell(Engine::Chromium, "screenshots", take)
}

async fn take(session: &mut Session) -> Result<()> {
    resize(session, WIDTH, HEIGHT).await?;
    auditor::sample_case_by_keyboard(session).await?;
    session.shows("You have completed").await?;
    picture(session, "auditor").await?;
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    session.route(&format!("{round}/cases")).await?;
    session.press("Case 3").await?;
    session.at("Case 3").await?;
    picture(session, "panel").await
}

async fn picture(session: &Session, name: &str) -> Result<()> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots");
    fs::create_dir_all(&folder)?;
    // The focus ring belongs to the person, not to the picture.
    session.script("document.activeElement.blur(); window.scrollTo(0, 0);", vec![]).await?;
    fs::write(folder.join(name).with_extension("png"), session.driver.screenshot_as_png().await?)?;
    Ok(())
}
