//! A copy for a practitioner, from what goes into it to the manager's word, by keyboard.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved_text;
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, eventually, in_chromium_and, records};

in_chromium_and!(Firefox firefox: a_copy_goes_out_is_answered_and_corrected);

const LIST: &str = "Copies to practitioners";

async fn a_copy_goes_out_is_answered_and_corrected(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    meeting::go(session, &format!("{round}/copies"), LIST).await?;
    let rows = panel::table(session, ".app-copies").await?;
    ensure!(rows.len() > 40 && rows.iter().all(|row| row.len() == 5), "{} rows", rows.len());
    axe::check(session, "the copies").await?;
    // The police's texts wait until somebody releases them.
    let police = session
        .keyboard()
        .tab_to("a copy of the police", |focus| {
            focus.href.contains("/copies/") && focus.text.contains("Public protection")
        })
        .await?;
    session.keyboard().press(&[ENTER]).await?;
    session.shows("See, print or download the copy").await?;
    let copy = police.href.clone();
    withheld(session, &copy).await?;
    released(session, &copy).await?;
    sent(session).await?;
    answered(session).await?;
    corrected(session).await?;
    // Not before it is kept: the save line says so too.
    eventually("the correction in the browser’s storage", async || {
        let kept = records::texts(session, "workbooks").await?;
        Ok(kept.iter().any(|(_, record)| record.contains("The visit log of the")).then_some(()))
    })
    .await?;
    session.reload().await?;
    session.shows("The visit log of the service").await?;
    session.shows("Team manager, public protection").await?;
    listed(session, &round).await
}

async fn withheld(session: &Session, copy: &str) -> Result<()> {
    session.route(&format!("{copy}/paper")).await?;
    session.shows("About this copy").await?;
    session.shows("[Not disclosed in this copy]").await?;
    let text = session.text().await?;
    ensure!(!text.contains("Signature"), "who signed is not in a copy");
    session.keyboard().activate("Download as text").await?;
    let saved = saved_text(session, "copy-", ".txt").await?;
    ensure!(saved.contains("[Not disclosed in this copy]"), "the file says less than the page");
    session.keyboard().activate("Back to this copy").await?;
    session.shows("What happened?").await
}

async fn released(session: &Session, copy: &str) -> Result<()> {
    session.keyboard().activate("What goes into the copy").await?;
    session.shows("Untick what must not be disclosed").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the first text", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Record what goes in").await?;
    session.shows("Say why").await?;
    axe::check(session, "what goes in, without a reason").await?;
    keyboard.fill("shown-reason", "It tells of nobody else.").await?;
    keyboard.activate("Record what goes in").await?;
    session.shows("Recorded for 1 text.").await?;
    ensure!(session.hash().await? == copy, "not back at the copy");
    Ok(())
}

async fn step(session: &Session, value: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let what = keyboard.tab_to("what happened", |focus| focus.name == "step").await?;
    keyboard.choose(&what, value).await
}

async fn sent(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Record this").await?;
    session.shows("Select what happened").await?;
    step(session, "sent").await?;
    keyboard.activate("Record this").await?;
    session.shows("Say who made sure that sending the copy puts nobody at risk").await?;
    axe::check(session, "a copy sent without a risk check").await?;
    keyboard.fill("risk-check", "The team manager, from the file.").await?;
    keyboard.activate("Record this").await?;
    session.shows("The copy was sent to the practitioner and their manager. Who made sure").await
}

async fn answered(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    step(session, "response").await?;
    keyboard.fill("response", "I also went on the Friday.").await?;
    keyboard.activate("Record this").await?;
    session.shows("Response: I also went on the Friday.").await?;
    step(session, "acknowledged").await?;
    keyboard.fill("role", "Team manager, public protection").await?;
    keyboard.activate("Record this").await?;
    session.shows("Acknowledged by the manager: Team manager, public protection").await
}

async fn corrected(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Correct a fact").await?;
    session.shows("The return stays as it was signed").await?;
    keyboard.activate("Record the correction").await?;
    session.shows("Choose which text is wrong").await?;
    axe::check(session, "no text chosen to correct").await?;
    const FIRST: &str = "const box = document.getElementById('which'); box.selectedIndex = 1;
        box.dispatchEvent(new Event('change', { bubbles: true })); return box.value;";
    let chosen = session.text_of(FIRST, vec![]).await?;
    ensure!(!chosen.is_empty(), "no text can be chosen");
    session.shows("As it stands in the return").await?;
    keyboard.fill("after", "Seen on three days.").await?;
    keyboard.activate("Record the correction").await?;
    session.shows("Say why").await?;
    keyboard.fill("because", "The visit log of the service.").await?;
    keyboard.activate("Record the correction").await?;
    session.shows("The correction is recorded beside the return.").await
}

async fn listed(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/copies"), LIST).await?;
    let rows = panel::table(session, ".app-copies").await?;
    let done = rows.iter().find(|row| row.get(2).is_some_and(|cell| cell == "Answered"));
    let done = done.context("no copy is answered")?;
    ensure!(done[3] == "1 fact corrected", "{done:?}");
    ensure!(done[4] == "Team manager, public protection", "{done:?}");
    meeting::go(session, &format!("{round}/log"), "Log").await?;
    session.shows("Fact corrected beside the return").await
}
