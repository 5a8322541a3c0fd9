//! Piles of files that are chosen while another is being imported.

use anyhow::{Result, ensure};
use browser_tests::downloads::write;
use browser_tests::pages::panel;
use browser_tests::{Session, axe, eventually, in_chromium_and, in_engines};
use std::fs;
use std::path::PathBuf;

in_chromium_and!(Webkit webkit: a_pile_that_is_chosen_meanwhile_waits_and_is_imported_too);
in_engines!(a_file_that_ends_its_worker_costs_no_other_file: Chromium chromium);

async fn a_pile_that_is_chosen_meanwhile_waits_and_is_imported_too(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let mut first: Vec<PathBuf> = panel::sample_returns()?.into_iter().take(15).collect();
    let second = first.split_off(10);
    session.fault("idle").await?;
    session.choose_files("returns", &first).await?;
    session.shows("0 of 10 files read").await?;
    session.drop_files("returns", &second).await?;
    session.shows("0 of 15 files read").await?;
    axe::check(session, "a pile that waits for another").await?;
    session.fault("mended").await?;
    session.shows("Finished: 15 files.").await?;
    eventually("the rows of both piles", async || {
        let rows = panel::results(session).await?;
        Ok((rows.len() == 15).then_some(()))
    })
    .await?;
    let mut names: Vec<String> =
        panel::results(session).await?.into_iter().map(|row| row.file).collect();
    names.sort();
    names.dedup();
    ensure!(names.len() == 15, "{names:?}");
    session.shows("Saved on this device").await?;

    stops_both(session, &first, &second).await?;
    // Each pile was an import of its own: the last that brought files is the second.
    session.route(&format!("{round}/files")).await?;
    session.at("Imported files").await?;
    session.keyboard().activate("Take back the last import").await?;
    session.shows("files came with it").await?;
    session.keyboard().activate("Take it back").await?;
    eventually("the register without the second pile", async || {
        let rows = panel::table(session, ".app-register").await?;
        Ok((rows.len() == 10).then_some(()))
    })
    .await
}

/// Stopping stops what waits too, and afterwards files can be imported as ever.
async fn stops_both(session: &Session, first: &[PathBuf], second: &[PathBuf]) -> Result<()> {
    session.fault("idle").await?;
    session.choose_files("returns", first).await?;
    session.shows("0 of 10 files read").await?;
    session.choose_files("returns", second).await?;
    session.shows("0 of 15 files read").await?;
    session.press("Stop").await?;
    session.shows("Stopped. 15 files were not read.").await?;
    session.fault("mended").await?;
    let rows = panel::import(session, &first[..3]).await?;
    ensure!(rows.iter().all(|row| row.outcome.contains("Imported before")), "{rows:?}");
    Ok(())
}

/// Alone it is told as damaged, whichever files its worker had beside it; where it is none of its own doing, it can be
/// imported again.
async fn a_file_that_ends_its_worker_costs_no_other_file(session: &mut Session) -> Result<()> {
    const ARRIVED: &str = "from a signer who was invited";
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let mut pile: Vec<PathBuf> = panel::sample_returns()?.into_iter().take(12).collect();
    let deadly = write(session, "deadly.json", &fs::read(pile.swap_remove(4))?)?;
    pile.insert(4, deadly.clone());
    session.fault("deadly").await?;
    let rows = panel::import(session, &pile).await?;
    let (ended, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.file == "deadly.json");
    ensure!(ended.len() == 1 && ended[0].outcome.contains("the file is damaged"), "{ended:?}");
    ensure!(others.len() == 11, "{others:?}");
    ensure!(others.iter().all(|row| row.outcome.contains(ARRIVED)), "{others:?}");
    session.fault("mended").await?;
    let rows = panel::import(session, &[deadly]).await?;
    ensure!(rows.iter().all(|row| row.outcome.contains(ARRIVED)), "{rows:?}");
    Ok(())
}
