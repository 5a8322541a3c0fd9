//! The three plain pages: no WebAssembly, no JavaScript, and a program that has failed.

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::pages::auditor::{ReturnPages, START};
use browser_tests::pages::reason::{begin_and_type, reason_is, stored};
use browser_tests::{
    Engine, Session, Setting, axe, eventually, in_engines, in_every_engine, records,
};
use std::fs;
use thirtyfour::prelude::*;

in_every_engine![
    after_a_panic_every_draft_can_be_downloaded_and_nothing_is_written,
    after_a_trap_every_draft_can_be_downloaded,
    without_javascript_a_page_says_what_to_do,
];
in_engines!(without_webassembly_a_page_says_what_to_do_and_gives_the_drafts: Chromium chromium, Firefox firefox);

const SHOWN: &str = "
    const at = document.getElementById(arguments[0]);
    return at && !at.hidden ? at.innerText : '';";

/// Waits until a plain part of the page shows a text.
async fn shows(session: &Session, id: &str, text: &str) -> Result<()> {
    let shown = async || session.text_of(SHOWN, vec![id.into()]).await;
    let outcome = eventually(&format!("“{text}” in {id}"), async || {
        Ok(shown().await?.contains(text).then_some(()))
    })
    .await;
    let shown = shown().await.unwrap_or_default();
    outcome.map_err(|error| error.context(shown))
}

async fn press(session: &Session, id: &str, text: &str) -> Result<()> {
    const PRESS: &str = "
        [...document.querySelectorAll('#' + arguments[0] + ' button')]
            .find(one => one.textContent.startsWith(arguments[1])).click();";
    session.script(PRESS, vec![id.into(), text.into()]).await.map(drop)
}

/// A return with a text that is stored.
async fn begun_with(session: &Session, text: &str) -> Result<ReturnPages> {
    let pages = begin_and_type(session, text).await?;
    stored(session, text).await?;
    Ok(pages)
}

/// The file opens in the program again, with every word.
async fn reopens(session: &Session, bytes: &[u8], pages: &ReturnPages, text: &str) -> Result<()> {
    session.open("index.html").await?;
    session.at(START).await?;
    records::clear(session, "drafts").await?;
    let file = write(session, "rescued.json", bytes)?;
    session.choose_files("open-file", &[file]).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, text).await
}

async fn after_a_panic_every_draft_can_be_downloaded_and_nothing_is_written(
    session: &mut Session,
) -> Result<()> {
    let pages = begun_with(session, "Before the fault").await?;
    session.open("index.html").await?;
    session.shows("Last saved").await?;
    let webkit = session.engine == Engine::Webkit;
    session.fault(if webkit { "promise-at-next-page" } else { "promise" }).await?;
    session.route(&pages.tasks).await?;
    shows(session, "panic", "This page has stopped working").await?;
    shows(session, "panic", "Download Case").await?;
    axe::check(session, "a program that has failed").await?;
    let before = records::texts(session, "drafts").await;
    // The store is read-only from here on, for the tests as well.
    ensure!(before.is_err() || session.engine == Engine::Firefox, "writing was not stopped");
    session.fault("mended").await?;
    press(session, "panic", "Download Case").await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    session.forget_troubles().await?;
    reopens(session, &bytes, &pages, "Before the fault").await?;
    session.forget_troubles().await
}

async fn after_a_trap_every_draft_can_be_downloaded(session: &mut Session) -> Result<()> {
    let pages = begun_with(session, "Before the trap").await?;
    session.fault("trap").await?;
    shows(session, "panic", "Download Case").await?;
    press(session, "panic", "Download Case").await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    session.forget_troubles().await?;
    reopens(session, &bytes, &pages, "Before the trap").await?;
    session.forget_troubles().await
}

async fn without_webassembly_a_page_says_what_to_do_and_gives_the_drafts(
    session: &mut Session,
) -> Result<()> {
    let pages = begun_with(session, "With WebAssembly").await?;
    session.restart(Setting::NoWebAssembly).await?;
    session.driver.goto(format!("{}index.html", session.address())).await?;
    shows(session, "cannot-start", "Your browser has WebAssembly switched off").await?;
    shows(session, "cannot-start", "You can also print the questions").await?;
    shows(session, "cannot-start", "Download Case").await?;
    axe::check(session, "a browser without WebAssembly").await?;
    press(session, "cannot-start", "Download Case").await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    session.restart(Setting::Ordinary).await?;
    reopens(session, &bytes, &pages, "With WebAssembly").await
}

async fn without_javascript_a_page_says_what_to_do(session: &mut Session) -> Result<()> {
    session.restart(Setting::NoScripts).await?;
    for page in ["panel.html", "index.html"] {
        session.driver.goto(format!("{}{page}", session.address())).await?;
        says_what_to_do(session, page).await?;
    }
    Ok(())
}

async fn says_what_to_do(session: &Session, page: &str) -> Result<()> {
    // Only without JavaScript are there elements in it.
    let said = eventually("what is said without JavaScript", async || {
        Ok(session.driver.find_all(By::Css("noscript p")).await.ok().filter(|all| !all.is_empty()))
    })
    .await?;
    let mut text = String::new();
    for one in said {
        ensure!(one.rect().await?.height > 0.0, "it is in the page and not shown");
        text.push_str(&one.prop("textContent").await?.unwrap_or_default());
    }
    ensure!(text.contains("This page needs JavaScript"), "{page}: {text}");
    let auditor = page == "index.html";
    ensure!(!auditor || text.contains("You can also print the questions"), "{text}");
    // Not by its size: some drivers measure what is hidden as if it were not.
    let loading = session.driver.find(By::Id("loading")).await?;
    ensure!(!loading.is_displayed().await?, "{page} says that it is loading, and nothing is");
    Ok(())
}
