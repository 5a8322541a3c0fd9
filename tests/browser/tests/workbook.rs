//! A workbook closed with a passphrase is carried on in another browser, keys and all; one that is not kept
//! stays until it is.

use anyhow::{Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::panel;
use browser_tests::{Session, axe, elsewhere, in_chromium_and, in_every_engine};
use std::fs;
use std::path::Path;

in_every_engine![a_workbook_with_a_passphrase_opens_elsewhere];
in_chromium_and!(Webkit webkit: another_round_waits_until_this_one_is_kept);

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

/// A round that is nowhere: were it opened, the page would say so.
const OTHER: &str = "#/round/another";
const HELD: &str = "Another round is not saved";
const NOWHERE: &str = "This round could not be opened";

async fn another_round_waits_until_this_one_is_kept(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    note_what_cannot_be_kept(session, &round).await?;
    axe::check(session, "another round is not saved").await?;
    session.press("Lose those changes and open this round").await?;
    session.at(NOWHERE).await?;
    session.fault("mended").await?;
    reminders(session, &round).await?;
    let text = session.text().await?;
    ensure!(!text.contains("Reminded: "), "given up and kept all the same: {text}");

    note_what_cannot_be_kept(session, &round).await?;
    session.route("#/").await?;
    session.at(panel::START).await?;
    session.press("Try it with a sample audit").await?;
    session.shows("has changes that are not saved. Go back to it first.").await?;
    session.route(OTHER).await?;
    session.at(HELD).await?;
    session.press("Go back to the round that is not saved").await?;
    session.shows("Not saved.").await?;
    session.route(OTHER).await?;
    session.at(HELD).await?;
    session.fault("mended").await?;
    session.at(NOWHERE).await?;
    reminders(session, &round).await?;
    session.shows("Reminded: ").await
}

async fn reminders(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/reminders")).await?;
    session.at("Reminders").await?;
    session.shows("Not reminded yet").await
}

async fn note_what_cannot_be_kept(session: &Session, round: &str) -> Result<()> {
    reminders(session, round).await?;
    session.fault("full").await?;
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Not saved.").await?;
    session.route(OTHER).await?;
    session.at(HELD).await
}
