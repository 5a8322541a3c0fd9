//! Hostile starts of the panel’s program: a round is worked on all the same, or it is said why nothing can be kept (L34).
//!
//! `cargo xtask hostile` alone tells these, with those that `hostile.rs` lists.
//!
//! | start | story |
//! |---|---|
//! | cookies and all storage off | `without_any_storage_no_round_is_opened` |
//! | no IndexedDB | `without_a_database_no_round_is_opened` |
//! | no localStorage | `without_local_storage_the_work_is_done` |
//! | quota zero, then a disk that fills up under an import | `without_any_room_no_round_is_opened` |
//! | private window | `in_a_private_window_the_work_is_done` |
//! | Arabic of Egypt, in Kathmandu or Apia | `far_away_the_work_is_done_in_our_digits` |
//! | clock wrong by years | `clocks_wrong_by_years_lose_nothing_of_a_round` |

use anyhow::{Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::panel;
use browser_tests::{Session, Setting, axe, in_every_engine};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::WorkbookFile;
use std::fs;

in_every_engine![
    without_any_storage_no_round_is_opened,
    without_a_database_no_round_is_opened,
    without_local_storage_the_work_is_done,
    without_any_room_no_round_is_opened,
    in_a_private_window_the_work_is_done,
    far_away_the_work_is_done_in_our_digits,
    clocks_wrong_by_years_lose_nothing_of_a_round,
];

const TRY: &str = "Try it with a sample audit";
const SAVE: &str = "Save the workbook to a file";

/// Opens the program in a browser that has this fault from the first.
async fn open_with(session: &Session, fault: &str) -> Result<()> {
    session.open(&format!("panel.html?fault={fault}")).await?;
    session.at(panel::START).await
}

/// A round would be lost with its window, so none is opened; the page says why, and goes on.
async fn is_refused(session: &Session, why: &str) -> Result<()> {
    session.press(TRY).await?;
    session.shows("There is a problem").await?;
    session.shows(why).await?;
    let address = session.hash().await?;
    ensure!(!address.starts_with("#/round/"), "it is at {address}");
    axe::check(session, "a round that cannot be kept").await?;
    session.route("#/new").await?;
    session.at("Set up a round").await
}

async fn takes_the_sample(session: &Session) -> Result<String> {
    session.press(TRY).await?;
    panel::round_now(session).await
}

/// Imports every return of the sample, counts them, loads the page again and counts them once more.
async fn imports_and_counts(session: &Session, round: &str) -> Result<usize> {
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let files = panel::sample_returns()?;
    let rows = panel::import(session, &files).await?;
    let is_in = |row: &&panel::ResultRow| row.outcome.contains("from a signer who was invited");
    ensure!(rows.iter().filter(is_in).count() == files.len(), "{rows:?}");
    panel::shows_the_sample_rounds_counts(session).await?;
    Ok(files.len())
}

/// The file holds every return.
async fn saves_the_workbook(session: &Session, round: &str, returns: usize) -> Result<()> {
    session.route(round).await?;
    panel::round_now(session).await?;
    session.keyboard().activate(SAVE).await?;
    is_saved_with(session, returns).await
}

async fn is_saved_with(session: &Session, returns: usize) -> Result<()> {
    let bytes = fs::read(saved(session, "workbook-").await?)?;
    let file = open(&bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook))?;
    let file: WorkbookFile = file.parse()?;
    ensure!(file.files.len() == returns, "{} of {returns} returns", file.files.len());
    Ok(())
}

async fn without_any_storage_no_round_is_opened(session: &mut Session) -> Result<()> {
    session.restart(Setting::NoStorage).await?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    is_refused(session, "keep").await?;
    // What a browser notes of storage that is off is no fault of the page.
    session.forget_troubles().await
}

async fn without_a_database_no_round_is_opened(session: &mut Session) -> Result<()> {
    open_with(session, "no-database").await?;
    is_refused(session, "does not let this page keep anything").await
}

async fn without_any_room_no_round_is_opened(session: &mut Session) -> Result<()> {
    open_with(session, "no-room").await?;
    is_refused(session, "storage is full. Make room").await?;
    // There is room for the round, and then for nothing of what comes in.
    session.fault("mended").await?;
    session.route("#/").await?;
    session.at(panel::START).await?;
    let round = takes_the_sample(session).await?;
    session.fault("full").await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let files = panel::sample_returns()?;
    panel::import(session, &files).await?;
    session.shows_above("What was recorded last is in this window only.").await?;
    session.press("Save it to a file now").await?;
    is_saved_with(session, files.len()).await?;
    session.shows_above("The workbook is saved to a file.").await?;
    session.fault("mended").await?;
    session.shows("Saved on this device").await?;
    panel::shows_the_sample_rounds_counts(session).await
}

async fn without_local_storage_the_work_is_done(session: &mut Session) -> Result<()> {
    open_with(session, "no-journal").await?;
    let round = takes_the_sample(session).await?;
    let returns = imports_and_counts(session, &round).await?;
    saves_the_workbook(session, &round, returns).await
}

async fn in_a_private_window_the_work_is_done(session: &mut Session) -> Result<()> {
    session.restart(Setting::Private).await?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    let round = takes_the_sample(session).await?;
    imports_and_counts(session, &round).await?;
    session.route(&round).await?;
    panel::round_now(session).await?;
    session.keyboard().activate(SAVE).await?;
    // Where a private window puts what is downloaded, a driver cannot always say.
    session.shows("The workbook is saved to a file.").await
}

async fn far_away_the_work_is_done_in_our_digits(session: &mut Session) -> Result<()> {
    session.restart(Setting::FarAway).await?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    let round = takes_the_sample(session).await?;
    let returns = imports_and_counts(session, &round).await?;
    for part in ["", "/matrix", "/files", "/log", "/documents/overview"] {
        session.route(&format!("{round}{part}")).await?;
        let shown = session.text().await?;
        ensure!(!shown.contains(|one| ('٠'..='٩').contains(&one)), "{part}: {shown}");
    }
    saves_the_workbook(session, &round, returns).await
}

/// The returns come eleven years after they were signed; then the round is older than the clock.
async fn clocks_wrong_by_years_lose_nothing_of_a_round(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    open_with(session, "clock-ahead").await?;
    session.route(&round).await?;
    panel::round_now(session).await?;
    let returns = imports_and_counts(session, &round).await?;
    saves_the_workbook(session, &round, returns).await?;

    open_with(session, "clock-behind").await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::shows_the_sample_rounds_counts(session).await?;
    saves_the_workbook(session, &round, returns).await
}
