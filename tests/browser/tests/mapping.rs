//! A return on another version of the tool, from kept apart to compared and back, by keyboard.

use anyhow::{Result, ensure};
use browser_tests::downloads::write;
use browser_tests::keyboard::ENTER;
use browser_tests::pages::handling::other_tool;
use browser_tests::pages::{made, meeting, panel};
use browser_tests::{Session, axe, in_chromium_and};

in_chromium_and!(Firefox firefox: a_return_on_an_older_tool_counts_once_its_questions_are_mapped);

async fn a_return_on_an_older_tool_counts_once_its_questions_are_mapped(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    let (page, older) = other_tool(session, &round).await?;
    meeting::go(session, &format!("{round}/limitations"), "Limitations").await?;
    session.shows("answered another audit tool, or another version of it").await?;
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    session.keyboard().activate("older-tool.json").await?;
    session.at("older-tool.json").await?;
    session.keyboard().activate("Say which of its questions are which of this round’s").await?;
    session.shows("Not known to this program").await?;
    ensure!(session.hash().await? == page, "another page");
    gives_the_tool(session, &older).await?;
    maps(session).await?;
    counts(session, &round).await?;
    session.route(&page).await?;
    session.shows("Read by a mapping").await?;
    session.shows("What has no place here").await?;
    session.shows("What did they do?").await?;
    meeting::go(session, &format!("{round}/limitations"), "Limitations").await?;
    session.shows("only the questions that are the same were used").await?;
    session.route(&page).await?;
    undoes(session).await
}

/// An invitation of the round's own tool is not it; the one that the return was made with is.
async fn gives_the_tool(
    session: &Session,
    older: &multi_agency_audit::round::Invitation,
) -> Result<()> {
    let own = write(session, "own.json", &made::signed(&made::sample_invitation("police")?)?)?;
    session.choose_files("tool-file", &[own]).await?;
    session.shows("which is not the tool that these returns answer").await?;
    axe::check(session, "another tool than the one that is wanted").await?;
    let right = write(session, "older.json", &made::signed(older)?)?;
    session.choose_files("tool-file", &[right]).await?;
    session.shows("Which question is which?").await?;
    axe::check(session, "a tool to be mapped").await
}

async fn maps(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Read these returns by this").await?;
    session.shows("Say why these returns may be read by another tool").await?;
    keyboard.fill("mapping-reason", "One question was reworded.").await?;
    keyboard.activate("Read these returns by this").await?;
    session.shows("Recorded.").await
}

async fn counts(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let rows = panel::table(session, ".app-register").await?;
    let row = rows.iter().find(|row| row.first().is_some_and(|cell| cell == "older-tool.json"));
    ensure!(row.is_some_and(|row| row.iter().any(|cell| cell.contains("Counts"))), "{rows:?}");
    Ok(())
}

async fn undoes(session: &Session) -> Result<()> {
    session.shows("Read by a mapping").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Take this mapping back").await?;
    let press = async || {
        let text = "Take this mapping back";
        keyboard.tab_to(text, |focus| focus.tag == "button" && focus.text == text).await?;
        keyboard.press(&[ENTER]).await
    };
    press().await?;
    session.shows("Say why").await?;
    keyboard.fill("undo-reason", "Another question was meant.").await?;
    press().await?;
    session.shows("Taken back. The returns are kept apart again.").await?;
    session.shows("Kept apart").await
}
