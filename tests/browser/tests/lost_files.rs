//! What was imported and is no longer in the browser, and another round that waits for an import.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::pages::panel;
use browser_tests::{Session, axe, elsewhere, eventually, in_chromium_and, records};

in_chromium_and!(Firefox firefox: a_lost_file_is_told_of_on_every_page_and_counts_again_once_it_comes);
in_chromium_and!(Webkit webkit: a_workbook_is_saved_without_lost_files_and_gives_back_those_it_holds);
in_chromium_and!(Firefox firefox: another_round_waits_for_an_import);

const LOST: &str = "cannot be read in this browser";

async fn a_lost_file_is_told_of_on_every_page_and_counts_again_once_it_comes(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    let import = format!("{round}/import");
    session.route(&import).await?;
    session.at("Import returns").await?;
    let files = panel::sample_returns()?;
    panel::import(session, &files).await?;
    ensure!(!banner(session).await?.contains(LOST), "nothing is lost yet");

    records::clear(session, "files").await?;
    session.reload().await?;
    for page in ["", "/areas", "/matrix", "/meetings", "/documents"] {
        session.route(&format!("{round}{page}")).await?;
        eventually("what is said above every page", async || {
            Ok(banner(session).await?.contains(LOST).then_some(()))
        })
        .await?;
    }
    axe::check(session, "returns that cannot be read").await?;
    session.press("See which").await?;
    session.at("Limitations").await?;
    session.shows("came, and cannot be read in this browser").await?;
    session.shows("returns came, could not be read and are not counted: ").await?;

    session
        .keyboard()
        .activate("Police, public protection unit, Public protection, Case 1")
        .await?;
    session.shows("This return counts and cannot be read in this browser").await?;
    axe::check(session, "a return that cannot be read").await?;

    session.route(&import).await?;
    session.at("Import returns").await?;
    for row in panel::import(session, &files).await? {
        ensure!(row.outcome.contains("Imported before"), "{row:?}");
        ensure!(row.outcome.contains("now can be again"), "{row:?}");
    }
    ensure!(!banner(session).await?.contains(LOST), "all were found again");
    panel::shows_the_sample_rounds_counts(session).await
}

async fn a_workbook_is_saved_without_lost_files_and_gives_back_those_it_holds(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let files: Vec<PathBuf> = panel::sample_returns()?.into_iter().take(3).collect();
    panel::import(session, &files).await?;
    session.route(&round).await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    // The next is of the same name.
    let whole = std::fs::read(saved(session, "workbook-").await?)?;
    let whole = write(session, "whole.json", &whole)?;

    records::clear(session, "files").await?;
    session.reload().await?;
    session.keyboard().activate("Save the workbook to a file").await?;
    session.shows("3 imported files are not in it").await?;
    axe::check(session, "a workbook saved without files").await?;
    let without = saved(session, "workbook-").await?;
    elsewhere(session, session.engine, async |other| {
        opens(other, &without).await?;
        other.shows("Imported files that open here: 0. That do not: 3.").await?;
        ensure!(banner(other).await?.contains(LOST), "nothing says that files are missing");
        Ok(())
    })
    .await?;

    opens(session, &without).await?;
    session.shows("This browser already holds that round. Open it from the list").await?;
    opens(session, &whole).await?;
    session.shows("3 imported files that this browser had lost are back.").await?;
    session.reload().await?;
    session.shows("Keep a copy of the round").await?;
    ensure!(!banner(session).await?.contains(LOST), "they were not kept");
    opens(session, &whole).await?;
    session.shows("This browser already holds that round. Open it from the list").await
}

async fn opens(session: &Session, workbook: &Path) -> Result<()> {
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[workbook.to_path_buf()]).await
}

/// What stands above the page.
async fn banner(session: &Session) -> Result<String> {
    session.text_of("return document.querySelector('header').innerText;", vec![]).await
}

/// A round that is nowhere: were it opened, the page would say so.
const OTHER: &str = "#/round/another";
const HELD: &str = "Files are being imported into another round";

async fn another_round_waits_for_an_import(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    session.fault("idle").await?;
    session.choose_files("returns", &panel::sample_returns()?).await?;
    session.shows(" of 60 files read").await?;
    session.route(OTHER).await?;
    session.at(HELD).await?;
    axe::check(session, "an import into another round").await?;
    session.keyboard().activate("See that import").await?;
    session.at("Import returns").await?;
    session.route(OTHER).await?;
    session.at(HELD).await?;
    session.fault("mended").await?;
    session.at("This round could not be opened").await?;

    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::shows_the_sample_rounds_counts(session).await
}
