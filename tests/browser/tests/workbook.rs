//! A workbook closed with a passphrase is carried on in another browser, keys and all.

use anyhow::{Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::panel;
use browser_tests::{Session, axe, elsewhere, in_every_engine};
use std::fs;
use std::path::Path;

in_every_engine![a_workbook_with_a_passphrase_opens_elsewhere];

const PASSPHRASE: &str = "four plain words here";

async fn a_workbook_with_a_passphrase_opens_elsewhere(session: &mut Session) -> Result<()> {
    panel::open_sample(session).await?;
    let keyboard = session.keyboard();
    keyboard.fill("workbook-passphrase", "short").await?;
    keyboard.activate("Save the workbook to a file").await?;
    session.shows("There is a problem").await?;
    axe::check(session, "a passphrase that is too short").await?;
    keyboard.fill("workbook-passphrase", PASSPHRASE).await?;
    keyboard.activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    let text = fs::read_to_string(&file)?;
    ensure!(text.contains("\"ciphertext\":"), "the file is not closed");
    elsewhere(session, session.engine, async |deputy| opens(deputy, &file).await).await
}

async fn opens(deputy: &Session, file: &Path) -> Result<()> {
    deputy.open("panel.html").await?;
    deputy.at(panel::START).await?;
    let keyboard = deputy.keyboard();
    keyboard.fill("open-passphrase", "some other words").await?;
    deputy.choose_files("open-workbook", &[file.to_path_buf()]).await?;
    deputy.shows("There is a problem").await?;
    deputy.shows("This is not the passphrase of this file").await?;
    axe::check(deputy, "a workbook that did not open").await?;
    keyboard.fill("open-passphrase", PASSPHRASE).await?;
    deputy.choose_files("open-workbook", &[file.to_path_buf()]).await?;
    let round = panel::round_now(deputy).await?;
    deputy.route(&format!("{round}/invitations")).await?;
    deputy.at("Invitations").await?;
    // What signs them came with the file.
    deputy.press("Download").await?;
    saved(deputy, "invitation-").await.map(drop)
}
