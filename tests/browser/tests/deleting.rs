//! Returns that go: deleted by somebody, by a clock or by the browser, alone or with everything else on a device.

use anyhow::{Result, ensure};
use browser_tests::pages::panel;
use browser_tests::pages::reason::{begin_and_type, reason_is, stored};
use browser_tests::{Session, axe, eventually, in_every_engine, records};

in_every_engine![
    a_return_that_the_browser_deleted_is_named,
    a_deleted_return_waits_for_thirty_days,
    everything_on_this_device_can_be_deleted,
    a_round_that_lies_open_goes_with_everything_else,
    what_could_not_be_deleted_is_said_and_stays,
];

async fn a_return_that_the_browser_deleted_is_named(session: &mut Session) -> Result<()> {
    begin_and_type(session, "Soon gone").await?;
    stored(session, "Soon gone").await?;
    session.route("#/drafts").await?;
    session.shows("Your returns").await?;
    records::clear(session, "drafts").await?;
    session.open("index.html").await?;
    session.shows("Returns that this browser has deleted").await?;
    axe::check(session, "returns that the browser deleted").await?;
    session.press("Remove from this list").await?;
    eventually("the list to go", async || {
        Ok((!session.text().await?.contains("Returns that this browser has deleted")).then_some(()))
    })
    .await?;
    session.open("index.html").await?;
    ensure!(
        !session.text().await?.contains("Returns that this browser has deleted"),
        "named again"
    );
    Ok(())
}

async fn a_deleted_return_waits_for_thirty_days(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "In the bin").await?;
    stored(session, "In the bin").await?;
    session.route("#/drafts").await?;
    session.press("Delete").await?;
    session.shows("Deleted for good on").await?;
    axe::check(session, "a deleted return").await?;
    session.press("Take back").await?;
    eventually("an empty bin", async || {
        Ok((!session.text().await?.contains("Deleted for good on")).then_some(()))
    })
    .await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "In the bin").await?;
    session.route("#/drafts").await?;
    session.press("Delete").await?;
    session.shows("Deleted for good on").await?;
    // Before it was begun: that clock was wrong, and the thirty days begin when this is seen.
    set_moment(session, "deleted_at", "2020-01-01T09:00:00Z").await?;
    session.open("index.html#/drafts").await?;
    session.shows("Deleted for good on").await?;
    eventually("another day of deletion", async || {
        Ok((!draft_holds(session, "2020-01-01T09:00:00Z").await?).then_some(()))
    })
    .await?;
    // As if all of it had been in 2020. One look deletes nothing: this clock may be ahead.
    set_moment(session, "created", "2020-01-01T08:00:00Z").await?;
    set_moment(session, "deleted_at", "2020-01-01T09:00:00Z").await?;
    session.open("index.html#/drafts").await?;
    eventually("a note that its time is over", async || {
        Ok(draft_holds(session, "bin_over_seen").await?.then_some(()))
    })
    .await?;
    session.open("index.html#/drafts").await?;
    session.shows("Deleted for good on").await?;
    ensure!(draft_holds(session, "In the bin").await?, "deleted at the second look on one day");
    // As if the first look had been on an earlier day.
    set_moment(session, "bin_over_seen", "2020-03-01T09:00:00Z").await?;
    session.open("index.html#/drafts").await?;
    eventually("the bin to be emptied", async || {
        Ok(records::texts(session, "drafts").await?.is_empty().then_some(()))
    })
    .await
}

/// Changes a moment in the one draft that is kept.
async fn set_moment(session: &Session, name: &str, to: &str) -> Result<()> {
    let from = format!("\"{name}\":\"[^\"]*\"");
    records::replace(session, "drafts", &from, &format!("\"{name}\":\"{to}\""), 0).await
}

/// Whether the one draft that is kept holds a text.
async fn draft_holds(session: &Session, text: &str) -> Result<bool> {
    let drafts = records::texts(session, "drafts").await?;
    Ok(drafts.iter().any(|(_, draft)| draft.contains(text)))
}

async fn everything_on_this_device_can_be_deleted(session: &mut Session) -> Result<()> {
    begin_and_type(session, "Nobody else’s business").await?;
    stored(session, "Nobody else’s business").await?;
    session.route("#/drafts").await?;
    session.press("Delete everything on this device").await?;
    session.shows("1 return that is not signed").await?;
    session.press("Delete everything").await?;
    session.shows("Type delete to delete everything, or go back").await?;
    ensure!(records::texts(session, "drafts").await?.len() == 1, "deleted without the word");
    let keyboard = session.keyboard();
    keyboard.tab_to("the box", |focus| focus.id == "confirm").await?;
    keyboard.text("delete").await?;
    session.press("Delete everything").await?;
    session.at("Everything was deleted").await?;
    for shelf in ["drafts", "invitations", "set_aside", "workbooks", "keys", "files"] {
        ensure!(records::texts(session, shelf).await?.is_empty(), "something is left of {shelf}");
    }
    let left = small_texts(session).await?;
    ensure!(!left.contains("Nobody else"), "{left}");
    Ok(())
}

/// What is left in localStorage, as text.
async fn small_texts(session: &Session) -> Result<String> {
    const LEFT: &str = "return JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('audit.')));";
    session.text_of(LEFT, vec![]).await
}

/// On the page that asks for it, confirms that everything is to go.
async fn confirm_deleting(session: &Session) -> Result<()> {
    session.at("Delete everything on this device").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the box", |focus| focus.id == "confirm").await?;
    keyboard.text("delete").await?;
    session.press("Delete everything").await
}

/// The panel's tab has the round in memory, keys and all: its next save would write all of it back.
async fn a_round_that_lies_open_goes_with_everything_else(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    eventually("the round to be kept", async || {
        Ok((!records::texts(session, "workbooks").await?.is_empty()).then_some(()))
    })
    .await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second).await?;
    session.open("index.html#/delete-everything").await?;
    confirm_deleting(session).await?;
    session.at("Everything was deleted").await?;
    session.driver.switch_to_window(first).await?;
    session.at(panel::START).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("This round could not be opened").await?;
    ensure!(records::texts(session, "workbooks").await?.is_empty(), "the round was written back");
    Ok(())
}

async fn what_could_not_be_deleted_is_said_and_stays(session: &mut Session) -> Result<()> {
    begin_and_type(session, "Nobody else’s business").await?;
    stored(session, "Nobody else’s business").await?;
    session.open("index.html?fault=shut#/delete-everything").await?;
    confirm_deleting(session).await?;
    session.shows("Nothing on this device was deleted").await?;
    axe::check(session, "nothing deleted").await?;
    session.fault("mended").await?;
    ensure!(records::texts(session, "drafts").await?.len() == 1, "deleted after all");
    session.press("Delete everything").await?;
    session.at("Everything was deleted").await?;
    for shelf in ["drafts", "invitations", "keys"] {
        ensure!(records::texts(session, shelf).await?.is_empty(), "something is left of {shelf}");
    }
    let left = small_texts(session).await?;
    ensure!(!left.contains("audit.settings") && !left.contains("Nobody else"), "{left}");
    Ok(())
}
