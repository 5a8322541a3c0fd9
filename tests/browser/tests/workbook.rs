//! A workbook closed with a passphrase is carried on in another browser, keys and all; one that is not kept
//! stays until it is. Two windows of one round, what is recorded while keys are brought, and a round taken off.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::pages::panel;
use browser_tests::{
    Session, axe, elsewhere, eventually, in_chromium_and, in_every_engine, records,
};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::{Workbook, WorkbookFile};
use std::fs;
use std::path::{Path, PathBuf};

in_every_engine![a_workbook_with_a_passphrase_opens_elsewhere];
in_chromium_and!(Webkit webkit: another_round_waits_until_this_one_is_kept);
in_chromium_and!(Firefox firefox: a_round_that_a_newer_program_saved_is_left_to_it);
in_chromium_and!(Firefox firefox: a_window_whose_round_another_one_changed_says_that_nothing_is_kept);
in_chromium_and!(Firefox firefox: a_round_is_taken_off_once_a_file_is_proved_to_hold_it);
in_chromium_and!(Webkit webkit: keys_that_are_brought_take_nothing_of_what_is_recorded_meanwhile);

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
const RESCUE: &str = "Save it to a file now";
const NOWHERE: &str = "This round could not be opened";

/// V-11: what this program does not know of a round is neither written over nor called damaged.
async fn a_round_that_a_newer_program_saved_is_left_to_it(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    eventually("the round to be kept", async || {
        Ok((!records::texts(session, "workbooks").await?.is_empty()).then_some(()))
    })
    .await?;
    let known = "\"workbook\":\\{";
    records::replace(session, "workbooks", known, "\"workbook\":{\"later\":[1],", 0).await?;
    let before = records::texts(session, "workbooks").await?;
    session.open("panel.html").await?;
    session.route(&round).await?;
    session.at(NOWHERE).await?;
    session.shows("Reload this page to get the newer version").await?;
    ensure!(records::texts(session, "workbooks").await? == before, "the record was changed");

    let later = "\"judgements\":[{\"of_the_future\":1}]";
    records::replace(session, "workbooks", "\"judgements\":\\[\\]", later, 0).await?;
    session.open("panel.html").await?;
    session.route(&round).await?;
    session.at(NOWHERE).await?;
    session.shows("a newer version may have saved it").await?;
    ensure!(!session.text().await?.contains("is damaged:"), "called damaged");
    axe::check(session, "a round that a newer program may have saved").await
}

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
    session.press(RESCUE).await?;
    holds_the_reminder(session).await?;
    session.press("Go back to the round that is not saved").await?;
    session.shows("Not saved. This browser's storage is full. Make room").await?;
    session.shows_above("What was recorded last is in this window only.").await?;
    axe::check(session, "a round for which there is no room").await?;
    session.press(RESCUE).await?;
    holds_the_reminder(session).await?;
    session.route(OTHER).await?;
    session.at(HELD).await?;
    session.fault("mended").await?;
    session.at(NOWHERE).await?;
    reminders(session, &round).await?;
    session.shows("Reminded: ").await
}

/// The file that was saved at once has what could not be kept here, and the page says that it is saved.
async fn holds_the_reminder(session: &Session) -> Result<()> {
    session.shows_above("The workbook is saved to a file.").await?;
    let bytes = fs::read(saved(session, "workbook-").await?)?;
    let file = open(&bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook))?;
    let file: WorkbookFile = file.parse()?;
    let workbook = Workbook::from_record(file.workbook);
    let mut agencies = workbook.plan().agencies.iter();
    let is_reminded = agencies.any(|agency| workbook.chases(&agency.id).next().is_some());
    ensure!(is_reminded, "the file lacks what could not be kept");
    Ok(())
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

/// Without a passphrase; as another computer would open it.
async fn opens_plainly(session: &Session, file: &Path) -> Result<String> {
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file.to_path_buf()]).await?;
    panel::round_now(session).await
}

async fn a_window_whose_round_another_one_changed_says_that_nothing_is_kept(
    session: &mut Session,
) -> Result<()> {
    // As when the browser brings back a page that was left.
    const BACK: &str =
        "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));";
    let round = panel::open_sample(session).await?;
    reminders(session, &round).await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open(&format!("panel.html{round}/reminders")).await?;
    notes_a_reminder(session).await?;

    // Nothing waits to be kept in the first: it reads what the second has written.
    session.driver.switch_to_window(first.clone()).await?;
    ensure!(!session.text().await?.contains("Reminded: "), "known before it was read");
    session.script(BACK, vec![]).await?;
    session.shows("Reminded: ").await?;
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Saved on this device").await?;

    // The second does not know of that, and what it records cannot be kept.
    session.driver.switch_to_window(second).await?;
    session.route(&format!("{round}/log")).await?;
    session.at("Log").await?;
    session.route(&format!("{round}/reminders")).await?;
    session.at("Reminders").await?;
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Not saved. Another window has changed this round.").await?;
    session.shows("is not kept").await?;
    let text = session.text().await?;
    ensure!(!text.contains("second copy"), "said of a round, and false: {text}");
    axe::check(session, "a round that another window has changed").await?;
    session.route(&round).await?;
    session.shows("Save the workbook to a file").await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    elsewhere(session, session.engine, async |other| {
        let round = opens_plainly(other, &file).await?;
        other.route(&format!("{round}/reminders")).await?;
        other.shows("Reminded: ").await
    })
    .await?;

    // Let go of, so that the browser does not ask.
    session.route(OTHER).await?;
    session.at(HELD).await?;
    session.press("Lose those changes and open this round").await?;
    session.at(NOWHERE).await?;
    session.driver.switch_to_window(first).await?;
    Ok(())
}

async fn notes_a_reminder(session: &Session) -> Result<()> {
    session.at("Reminders").await?;
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Reminded: ").await?;
    session.shows("Saved on this device").await
}

const TAKE_OFF: &str = "Take this round off this computer";

async fn a_round_is_taken_off_once_a_file_is_proved_to_hold_it(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let returns: Vec<_> = panel::sample_returns()?.into_iter().take(3).collect();
    panel::import(session, &returns).await?;
    session.route(&round).await?;
    session.shows("Keep a copy of the round").await?;
    session.keyboard().activate(TAKE_OFF).await?;
    session.at(TAKE_OFF).await?;
    let before = saves_all(session, "before.json").await?;
    session.route(&format!("{round}/reminders")).await?;
    notes_a_reminder(session).await?;
    session.route(&round).await?;
    session.shows("Keep a copy of the round").await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    session.shows("The workbook is saved to a file.").await?;
    let without_keys = fs::read(saved(session, "workbook-").await?)?;
    let without_keys = write(session, "without-keys.json", &without_keys)?;
    session.route(&format!("{round}/documents/take-off")).await?;
    session.at(TAKE_OFF).await?;

    // Neither a file of before nor one without the keys.
    session.choose_files("proved-file", &[without_keys]).await?;
    session.shows("This file does not hold the round’s keys").await?;
    proves(session, &before, PASSPHRASE).await?;
    session.shows("something has changed since it was saved").await?;
    axe::check(session, "a file that does not hold all of a round").await?;
    let all = saves_all(session, "all.json").await?;
    proves(session, &all, "some other words").await?;
    session.shows("This is not the passphrase of this file").await?;
    ensure!(!session.text().await?.contains("Take it off"), "offered without a proof");
    proves(session, &all, PASSPHRASE).await?;
    session.shows("From then on the file is all there is of it").await?;
    axe::check(session, "a round that can be taken off").await?;
    session.press("Take it off").await?;
    session.at(panel::START).await?;
    session.shows("The round is no longer in this browser.").await?;
    ensure!(records::texts(session, "workbooks").await?.is_empty(), "the record is still here");
    ensure!(files(session).await? == 0, "imported files are still here");
    let text = session.text().await?;
    ensure!(!text.contains("Your rounds on this device"), "listed all the same: {text}");
    session.route(&round).await?;
    session.shows("This round is not kept in this browser.").await?;

    session.route("#/").await?;
    session.at(panel::START).await?;
    session.keyboard().fill("open-passphrase", PASSPHRASE).await?;
    session.choose_files("open-workbook", &[all]).await?;
    ensure!(panel::round_now(session).await? == round, "another round");
    session.shows("Nothing is missing: imported files here, 3.").await?;
    session.shows("The keys of the round came with it.").await?;
    session.route(&format!("{round}/reminders")).await?;
    session.shows("Reminded: ").await
}

/// With the passphrase; under a name of its own, for the next may have the same.
async fn saves_all(session: &Session, name: &str) -> Result<PathBuf> {
    session.keyboard().fill("workbook-passphrase", PASSPHRASE).await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    session.shows("The workbook is saved to a file.").await?;
    write(session, name, &fs::read(saved(session, "workbook-").await?)?)
}

async fn proves(session: &Session, file: &Path, passphrase: &str) -> Result<()> {
    session.keyboard().fill("proved-passphrase", passphrase).await?;
    session.choose_files("proved-file", &[file.to_path_buf()]).await
}

/// How many imported files the browser holds.
async fn files(session: &Session) -> Result<u64> {
    const COUNT: &str = "
        const done = arguments[arguments.length - 1];
        const request = indexedDB.open('multi-agency-audit');
        request.onsuccess = () => {
            const count = request.result.transaction(['files']).objectStore('files').count();
            count.onsuccess = () => { request.result.close(); done(count.result); };
        };";
    session.script_async(COUNT, vec![]).await?.as_u64().context("no number of files")
}

async fn keys_that_are_brought_take_nothing_of_what_is_recorded_meanwhile(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    // So many that workers read them.
    panel::import(session, &panel::sample_returns()?).await?;
    session.route(&round).await?;
    session.shows("Save the workbook to a file").await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    // The next may be of the same name.
    let without = fs::read(saved(session, "workbook-").await?)?;
    let without = write(session, "without-keys.json", &without)?;
    session.keyboard().fill("workbook-passphrase", PASSPHRASE).await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    let with = fs::read(saved(session, "workbook-").await?)?;
    let with = write(session, "with-keys.json", &with)?;
    elsewhere(session, session.engine, async |other| brings_keys(other, &without, &with).await)
        .await
}

async fn brings_keys(other: &Session, without: &Path, with: &Path) -> Result<()> {
    let round = opens_plainly(other, without).await?;
    other.shows("Saved on this device").await?;
    other.route("#/").await?;
    other.at(panel::START).await?;
    other.fault("idle").await?;
    other.keyboard().fill("open-passphrase", PASSPHRASE).await?;
    other.choose_files("open-workbook", &[with.to_path_buf()]).await?;
    // The keys are kept, and the returns are being read with them.
    eventually("the keys to be kept", async || {
        let rounds = records::texts(other, "workbooks").await?;
        Ok(rounds.iter().any(|(_, round)| round.contains("\"opening_key\":")).then_some(()))
    })
    .await?;
    other.route(&format!("{round}/reminders")).await?;
    notes_a_reminder(other).await?;
    other.fault("mended").await?;
    panel::round_now(other).await?;
    other.route(&format!("{round}/reminders")).await?;
    other.shows("Reminded: ").await?;
    other.reload().await?;
    other.shows("Reminded: ").await?;
    other.keyboard().activate("Note that you sent it").await?;
    other.shows("Saved on this device").await?;
    other.route(&format!("{round}/keys")).await?;
    other.at("Keys of the round").await?;
    // Where a key was brought from is asked no more.
    other.shows("Save the workbook to a file").await
}
