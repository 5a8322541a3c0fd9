//! The round's keys: saved, proved, shared with a deputy, who opens what an auditor sealed, and handed over whole.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::pages::{made, meeting, panel};
use browser_tests::{Session, axe, elsewhere, in_chromium_and, records};
use multi_agency_audit::envelope::{Kind, Limits, open};
use std::path::{Path, PathBuf};

in_chromium_and!(Webkit webkit: keys_are_saved_proved_and_handed_over_whole);
in_chromium_and!(Firefox firefox: a_deputy_opens_returns_with_a_key_of_their_own);

const PASSPHRASE: &str = "four plain words here";
const KEYS: &str = "Keys of the round";

async fn keys_are_saved_proved_and_handed_over_whole(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let returns: Vec<PathBuf> = panel::sample_returns()?.into_iter().take(6).collect();
    panel::import(session, &returns).await?;
    session.route(&round).await?;
    session.shows("Set up").await?;
    session.shows("Not saved").await?;
    session.keyboard().activate(KEYS).await?;
    session.at(KEYS).await?;
    session.shows("The keys are in this browser and nowhere else").await?;
    axe::check(session, "keys that are nowhere else").await?;
    let file = save(session).await?;
    prove(session, &file).await?;
    session.reload().await?;
    session.shows("Opened again").await?;
    session.keyboard().activate("What it means to lose the only key").await?;
    session.at("What it means to lose the only key").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("Saved keys opened again and proved").await?;
    // Saved once more, as at the end of a session: what it means is known there too.
    session.route(&format!("{round}/keys")).await?;
    session.at(KEYS).await?;
    session.keyboard().fill("workbook-passphrase", PASSPHRASE).await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    let last = saved(session, "workbook-").await?;
    elsewhere(session, session.engine, async |other| carries_on(other, &last).await).await
}

async fn save(session: &Session) -> Result<PathBuf> {
    let keyboard = session.keyboard();
    keyboard.activate("Save the workbook to a file").await?;
    session.shows("There is a problem").await?;
    axe::check(session, "keys without a passphrase").await?;
    keyboard.fill("workbook-passphrase", PASSPHRASE).await?;
    keyboard.activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    session.shows("The workbook is saved to a file.").await?;
    session.shows("Saved, not opened again yet").await?;
    Ok(file)
}

async fn prove(session: &Session, file: &Path) -> Result<()> {
    session.keyboard().fill("prove-passphrase", "some other words").await?;
    session.choose_files("prove-file", &[file.to_path_buf()]).await?;
    session.shows("This is not the passphrase of this file").await?;
    axe::check(session, "a copy that did not open").await?;
    session.keyboard().fill("prove-passphrase", PASSPHRASE).await?;
    session.choose_files("prove-file", &[file.to_path_buf()]).await?;
    session.shows("The copy opens, and holds both keys of this round").await
}

/// In another profile: everything is there, and the round goes on.
async fn carries_on(other: &Session, file: &Path) -> Result<()> {
    other.open("panel.html").await?;
    other.at(panel::START).await?;
    other.keyboard().fill("open-passphrase", PASSPHRASE).await?;
    other.choose_files("open-workbook", &[file.to_path_buf()]).await?;
    let round = panel::round_now(other).await?;
    other.shows("Nothing is missing: imported files here, 6.").await?;
    other.shows("The keys of the round came with it.").await?;
    other.shows("Opened again").await?;
    meeting::go(other, &format!("{round}/matrix"), "What has come").await?;
    let cells = panel::table(other, ".app-matrix").await?;
    let came = |cell: &&String| cell.starts_with("Received") || cell.starts_with("Nil");
    ensure!(cells.iter().flatten().filter(came).count() == 6, "{cells:?}");
    meeting::go(other, &format!("{round}/import"), "Import returns").await?;
    let next: Vec<PathBuf> = panel::sample_returns()?.into_iter().skip(6).take(1).collect();
    let rows = panel::import(other, &next).await?;
    ensure!(rows[0].outcome.contains("from a signer who was invited"), "{rows:?}");
    meeting::go(other, &format!("{round}/log"), "Log").await?;
    other.shows("Carried on in another browser with the round’s keys").await
}

async fn a_deputy_opens_returns_with_a_key_of_their_own(session: &mut Session) -> Result<()> {
    // The deputy's browser stays closed meanwhile; what it made lies in its file.
    let (key, public) =
        elsewhere(session, session.engine, async |deputy| makes_a_key(deputy).await).await?;
    let round = panel::open_sample(session).await?;
    meeting::go(session, &format!("{round}/keys"), KEYS).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Add a deputy").await?;
    keyboard.fill("deputy-role", "Deputy coordinator").await?;
    keyboard.fill("deputy-key", "not a key").await?;
    press_add(session).await?;
    session.shows("Enter the deputy’s public key").await?;
    axe::check(session, "a deputy without a key").await?;
    keyboard.fill("deputy-key", &public).await?;
    session.shows("Telephone the deputy and compare the fingerprint of the key").await?;
    press_add(session).await?;
    session.shows("The deputy is added").await?;
    let holders = panel::table(session, ".app-holders").await?;
    ensure!(holders.len() == 2 && holders[1][0] == "Deputy coordinator", "{holders:?}");
    meeting::go(session, &format!("{round}/invitations"), "Invitations").await?;
    session.press("Download").await?;
    let invitation = made::invitation(&saved(session, "invitation-").await?)?;
    let sealed = made::returned(&invitation)?;
    session.route(&round).await?;
    session.shows("Keep a copy of the round").await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    let (theirs, fingerprint) = elsewhere(session, session.engine, async |deputy| {
        opens(deputy, &file, &key, &sealed).await?;
        saves(deputy).await
    })
    .await?;
    elsewhere(session, session.engine, async |third| compares(third, &theirs, &fingerprint).await)
        .await
}

/// Without the round's key and with a full disk; gives the file and its signer's fingerprint, which stays.
async fn saves(deputy: &Session) -> Result<(Vec<u8>, String)> {
    let round = round_of(deputy).await?;
    deputy.route(&round).await?;
    deputy.shows("Keep a copy of the round").await?;
    // Not even the key can be kept; the file is saved all the same.
    deputy.fault("full").await?;
    deputy.keyboard().activate("Save the workbook to a file").await?;
    deputy.shows("a key of this browser’s own has signed it").await?;
    deputy.shows("Not saved. This browser's storage is full.").await?;
    let file = std::fs::read(saved(deputy, "workbook-").await?)?;
    let limits = Limits::of(Kind::Workbook);
    let signer = open(&file, &[Kind::Workbook], &limits)?.signer().thumbprint().fingerprint();
    deputy.shows(&signer).await?;
    deputy.fault("mended").await?;
    deputy.shows("Saved on this device").await?;
    deputy.reload().await?;
    meeting::go(deputy, &format!("{round}/keys"), KEYS).await?;
    deputy.shows("Key of this browser’s own").await?;
    deputy.shows(&signer).await?;
    axe::check(deputy, "a browser that signs with its own key").await?;
    Ok((file, signer))
}

async fn round_of(session: &Session) -> Result<String> {
    let address = session.hash().await?;
    Ok(address.split('/').take(3).collect::<Vec<&str>>().join("/"))
}

/// What a deputy saved is opened once its fingerprint was compared, and the log says whose it was.
async fn compares(third: &Session, file: &[u8], fingerprint: &str) -> Result<()> {
    third.open("panel.html").await?;
    third.at(panel::START).await?;
    let file = write(third, "from-the-deputy.json", file)?;
    third.choose_files("open-workbook", std::slice::from_ref(&file)).await?;
    third.shows("This file is not open yet").await?;
    third.shows("Who saved this file?").await?;
    third.shows(fingerprint).await?;
    axe::check(third, "a file whose signer is to be compared").await?;
    third.press("Leave it closed").await?;
    ensure!(records::texts(third, "workbooks").await?.is_empty(), "opened without being compared");
    third.choose_files("open-workbook", &[file]).await?;
    third.shows("Who saved this file?").await?;
    third.press("They read out this fingerprint: open the file").await?;
    let round = panel::round_now(third).await?;
    third.shows("The keys of the round did not come with it.").await?;
    meeting::go(third, &format!("{round}/log"), "Log").await?;
    third.shows(&format!("signed without them, by the key {fingerprint}")).await
}

/// With the workbook and nothing else what comes stays closed; with the deputy's own key it opens.
async fn opens(deputy: &Session, file: &Path, key: &[u8], sealed: &[u8]) -> Result<()> {
    deputy.open("panel.html").await?;
    deputy.at(panel::START).await?;
    deputy.choose_files("open-workbook", &[file.to_path_buf()]).await?;
    let round = panel::round_now(deputy).await?;
    deputy.shows("The keys of the round did not come with it.").await?;
    ensure!(became(deputy, &round, sealed).await?.contains("it is sealed"), "it opened");
    meeting::go(deputy, &format!("{round}/keys"), KEYS).await?;
    deputy.shows("Not in this browser").await?;
    let key_file = write(deputy, "deputy-key.json", key)?;
    deputy.keyboard().fill("key-passphrase", "some other words").await?;
    deputy.choose_files("key-file", std::slice::from_ref(&key_file)).await?;
    deputy.shows("This is not the passphrase of this file").await?;
    axe::check(deputy, "a deputy’s key that did not open").await?;
    deputy.keyboard().fill("key-passphrase", PASSPHRASE).await?;
    deputy.choose_files("key-file", &[key_file]).await?;
    deputy.shows("Your key is here").await?;
    // Made without the rules of the auditor's program, so it is opened and kept apart.
    let now = became(deputy, &round, sealed).await?;
    ensure!(now.contains("it breaks rules"), "{now}");
    Ok(())
}

async fn became(session: &Session, round: &str, sealed: &[u8]) -> Result<String> {
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, &[write(session, "return.json", sealed)?]).await?;
    Ok(rows.into_iter().next().context("no row")?.outcome)
}

async fn press_add(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard
        .tab_to("the button", |focus| focus.tag == "button" && focus.text == "Add a deputy")
        .await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await
}

async fn makes_a_key(deputy: &Session) -> Result<(Vec<u8>, String)> {
    deputy.open("panel.html").await?;
    deputy.at(panel::START).await?;
    deputy.keyboard().activate("Make a deputy’s key").await?;
    deputy.at("Make a deputy’s key").await?;
    let keyboard = deputy.keyboard();
    keyboard.fill("new-key-passphrase", "short").await?;
    keyboard.activate("Make a deputy’s key").await?;
    deputy.shows("There is a problem").await?;
    axe::check(deputy, "a key without a passphrase").await?;
    keyboard.fill("new-key-passphrase", PASSPHRASE).await?;
    keyboard.activate("Make a deputy’s key").await?;
    deputy.shows("Your key is made").await?;
    axe::check(deputy, "a key that is made").await?;
    const KEY: &str = "return document.querySelector('main .app-fingerprint').textContent.trim();";
    let public = deputy.text_of(KEY, vec![]).await?;
    Ok((std::fs::read(saved(deputy, "deputy-key-").await?)?, public))
}
