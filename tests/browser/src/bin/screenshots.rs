//! Takes the pictures of the README and of the coordinator's guide from the built pages:
//! `cargo xtask screenshots`. Words after it take only the pictures whose names hold one of them.
//!
//! `cargo xtask screenshots every` takes one of each page of both programs instead, whole and as on a phone, for
//! whoever changes pages to look at: they go to `target/pictures`. Words after it choose, as above.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use browser_tests::pages::{self, auditor, meeting, panel};
use browser_tests::screen::{PHONE, resize, resize_to};
use browser_tests::{Engine, Session, eventually, tell};

/// Of the README's.
const SIZE: (u32, u32) = (1280, 1000);
/// Of the guide's: `ui::prose_page` keeps a place of this size for each.
const GUIDE_SIZE: (u32, u32) = (1280, 800);
/// The page below its navigation, which other pictures show.
const CONTENT: &str = "#main-content";

/// No picture of a page is higher.
const TALLEST: u32 = 6000;
const HEIGHT: &str = "return document.documentElement.scrollHeight;";
/// The word that asks for every page.
const EVERY: &str = "every";

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some(EVERY) => tell(Engine::Chromium, "pictures", every_page),
        _ => tell(Engine::Chromium, "screenshots", take),
    }
}

async fn every_page(session: &mut Session) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pictures");
    fs::create_dir_all(&folder)?;
    let visits = pages::all(session).await?;
    let phone = PHONE;
    for (width, height) in [SIZE, phone] {
        resize(session, (width, height)).await?;
        for visit in visits.iter().filter(|visit| is_wanted(&visit.name)) {
            visit.go(session).await?;
            let high = session.script(HEIGHT, vec![]).await?.as_u64().unwrap_or_default();
            resize(session, (width, u32::try_from(high)?.clamp(height, TALLEST))).await?;
            let letters = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
            let name: String = visit.name.chars().map(letters).collect();
            let png = session.driver.screenshot_as_png().await?;
            fs::write(folder.join(format!("{name}-{width}.png")), png)?;
            resize(session, (width, height)).await?;
        }
    }
    Ok(())
}

fn is_wanted(name: &str) -> bool {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != EVERY).collect();
    wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str()))
}

async fn take(session: &mut Session) -> Result<()> {
    resize_to(session, SIZE).await?;
    auditor::sample_case_by_keyboard(session).await?;
    session.shows("You have completed").await?;
    picture(session, "auditor").await?;
    resize_to(session, GUIDE_SIZE).await?;
    session.open("panel.html").await?;
    setting_up(session).await?;
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    of_round(session, &round).await?;
    resize_to(session, SIZE).await?;
    session.route(&format!("{round}/cases")).await?;
    session.press("Case 3").await?;
    session.at("Case 3").await?;
    picture(session, "panel").await
}

/// What a coordinator sees before there is a round of their own.
async fn setting_up(session: &Session) -> Result<()> {
    for (hash, heading, name) in [
        ("#/", panel::START, "guide-start"),
        ("#/new", "Set up a round", "guide-templates"),
        ("#/new/cp-plan-2009", "Details of the round", "guide-new-round"),
    ] {
        session.route(hash).await?;
        session.at(heading).await?;
        eventually("the page", async || Ok((session.hash().await? == hash).then_some(()))).await?;
        picture(session, name).await?;
    }
    Ok(())
}

/// The practice round, into which its returns have been imported.
async fn of_round(session: &Session, round: &str) -> Result<()> {
    picture_from(session, "guide-import", "#import-state").await?;
    session.route(round).await?;
    session.shows("Save the workbook to a file").await?;
    picture(session, "guide-round").await?;
    for (part, heading, name) in [
        ("invitations", "Invitations", "guide-invitations"),
        ("matrix", "What has come", "guide-what-has-come"),
        ("areas", "Areas across cases", "guide-areas"),
        ("counts", "Answers across cases", "guide-counts"),
    ] {
        session.route(&format!("{round}/{part}")).await?;
        session.at(heading).await?;
        if part == "counts" {
            const OPEN: &str = "document.querySelectorAll('main details')[1].open = true;";
            session.script(OPEN, vec![]).await?;
        }
        let from = if part == "matrix" { ".app-matrix" } else { CONTENT };
        picture_from(session, name, from).await?;
    }
    session.route(&format!("{round}/cases")).await?;
    session.press("Case 3").await?;
    session.at("Case 3").await?;
    picture_from(session, "guide-case", CONTENT).await?;
    at_work(session, round).await
}

/// The panel with a concern of its own, a question and a meeting.
async fn at_work(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/concerns"), "Immediate concerns").await?;
    picture_from(session, "guide-concerns", CONTENT).await?;
    meeting::go(session, &format!("{round}/matrix"), "What has come").await?;
    const FIRST: &str = "document.querySelector('.app-matrix tbody td a').click();";
    session.script(FIRST, vec![]).await?;
    session.shows("This is the return as it was signed.").await?;
    picture_from(session, "guide-return", CONTENT).await?;
    let agenda = meeting::start(session, round).await?;
    picture_from(session, "guide-agenda", CONTENT).await?;
    meeting::open_items(session).await?;
    session.keyboard().activate("Go to the first open item").await?;
    session.shows("What the agencies say").await?;
    picture_from(session, "guide-meeting", CONTENT).await?;
    session.route(&agenda).await
}

/// Of the page from its top.
async fn picture(session: &Session, name: &str) -> Result<()> {
    picture_from(session, name, "body").await
}

/// Of the page from this element on.
async fn picture_from(session: &Session, name: &str, from: &str) -> Result<()> {
    if !is_wanted(name) {
        return Ok(());
    }
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots");
    fs::create_dir_all(&folder)?;
    // The focus ring belongs to the person, not to the picture.
    const SHOW: &str = "document.activeElement.blur();
        document.querySelector(arguments[0]).scrollIntoView();";
    session.script(SHOW, vec![from.into()]).await?;
    fs::write(folder.join(name).with_extension("png"), session.driver.screenshot_as_png().await?)?;
    Ok(())
}
