//! Copies of a return in files, which outlast the browser that wrote them.

use anyhow::Result;
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::CONTROL;
use browser_tests::pages::auditor::{ReturnPages, START};
use browser_tests::pages::reason::{begin_and_type, reason_is, stored, type_reason};
use browser_tests::{Engine, Session, axe, elsewhere, eventually, in_every_engine, records};
use std::fs;

in_every_engine![
    a_copy_opens_in_another_browser,
    ctrl_s_saves_a_copy_that_opens_again,
    twenty_minutes_without_a_copy_ask_for_one,
];

/// Each engine's file in the next one.
async fn a_copy_opens_in_another_browser(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Written in one browser").await?;
    stored(session, "Written in one browser").await?;
    session.press("Save a copy").await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    let other = match session.engine {
        Engine::Chromium => Engine::Firefox,
        Engine::Firefox => Engine::Webkit,
        Engine::Webkit => Engine::Chromium,
    };
    elsewhere(session, other, async |other| {
        open_copy(other, &bytes, &pages).await?;
        reason_is(other, "Written in one browser").await?;
        type_reason(other, &pages, ", gone on with in another").await?;
        stored(other, "Written in one browser, gone on with in another").await
    })
    .await
}

/// Opens a file on the start page and goes to the box.
pub async fn open_copy(session: &Session, bytes: &[u8], pages: &ReturnPages) -> Result<()> {
    session.open("index.html").await?;
    session.at(START).await?;
    let file = write(session, "copy.json", bytes)?;
    session.choose_files("open-file", &[file]).await?;
    eventually("the return of the copy", async || {
        Ok((session.hash().await? == pages.tasks).then_some(()))
    })
    .await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await
}

async fn ctrl_s_saves_a_copy_that_opens_again(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Saved by a key").await?;
    session.shows("Last copy saved to a file: never").await?;
    session.keyboard().chord(CONTROL, 's').await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    eventually("the time of the copy", async || {
        Ok((!session.text().await?.contains("Last copy saved to a file: never")).then_some(()))
    })
    .await?;
    records::clear(session, "drafts").await?;
    records::clear(session, "invitations").await?;
    session.route("#/").await?;
    open_copy(session, &bytes, &pages).await?;
    reason_is(session, "Saved by a key").await
}

async fn twenty_minutes_without_a_copy_ask_for_one(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Long work").await?;
    stored(session, "Long work").await?;
    session.open("index.html").await?;
    session.shows("Last saved").await?;
    // As if the first change had been saved in the year 2020.
    let since = "\"uncopied_since\":\"[^\"]*\"";
    records::replace(session, "drafts", since, "\"uncopied_since\":\"2020-01-01T09:00:00Z\"", 0)
        .await?;
    type_reason(session, &pages, "").await?;
    session.shows("You have worked for 20 minutes or more without saving a copy").await?;
    axe::check(session, "the reminder to save a copy").await?;
    session.press("Save a copy").await?;
    saved(session, "draft-").await?;
    session.shows("Last copy saved to a file: ").await
}
