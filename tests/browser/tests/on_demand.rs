//! The parts of a program that load when they are needed.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::START;
use browser_tests::{Session, axe, in_every_engine};

in_every_engine![a_part_that_does_not_arrive_is_said_so_and_asked_for_again];

const NOT_ARRIVED: &str = "A part of this page did not load";
const TOLD: &str =
    "const bar = document.querySelector('.app-concern-bar'); return bar ? bar.innerText : '';";

async fn a_part_that_does_not_arrive_is_said_so_and_asked_for_again(
    session: &mut Session,
) -> Result<()> {
    session.open("index.html?fault=no-part").await?;
    session.at(START).await?;
    session.press("Try it with a sample audit").await?;
    session.shows("There is a problem").await?;
    session.shows(NOT_ARRIVED).await?;
    session.route("#/return/ab12").await?;
    session.at("This page did not load").await?;
    // C-01: whom to tell stands there, too.
    let told = session.text_of(TOLD, vec![]).await?;
    ensure!(told.contains("If a child may be at risk now"), "{told}");
    session.route("#/").await?;
    session.at(START).await?;
    session.route("#/drafts").await?;
    session.at("This page did not load").await?;
    axe::check(session, "a part that did not arrive").await?;
    session.fault("mended").await?;
    session.press("Try again").await?;
    session.at("Your returns on this device").await?;
    session.route("#/").await?;
    session.at(START).await?;
    session.press("Try it with a sample audit").await?;
    session.shows("Your cases").await?;
    // The failed loads were told to the console, as they should be.
    session.forget_troubles().await
}
