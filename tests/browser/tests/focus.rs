//! Where the focus is.

use anyhow::{Result, ensure};
use browser_tests::{Session, eventually, in_every_engine};

in_every_engine![the_focus_follows_the_person];

async fn the_focus_follows_the_person(session: &mut Session) -> Result<()> {
    session.open("index.html#/help").await?;
    // First of all stops, and it changes no address.
    let skip = session.keyboard().tab().await?;
    ensure!(skip.text == "Skip to main content", "the first stop is {skip:?}");
    let before = session.hash().await?;
    session.keyboard().press(&[browser_tests::keyboard::ENTER]).await?;
    session.keyboard().focused("main-content").await?;
    ensure!(session.hash().await? == before, "the skip link went to another page");
    // Another page: its heading has the focus.
    session.route("#/privacy").await?;
    session.at("What is kept where").await?;
    let heading = async || {
        let focus = session.keyboard().focus().await?;
        Ok((focus.tag == "h1" && focus.text == "What is kept where").then_some(()))
    };
    eventually("the focus on the heading", heading).await?;
    // What is wrong: the summary has the focus, and its links lead to the controls.
    session.open("panel.html#/new/s47-strategy").await?;
    session.press("Create the round").await?;
    let summary = eventually("the focus on the summary", async || {
        let focus = session.keyboard().focus().await?;
        Ok(focus.text.starts_with("There is a problem").then_some(focus))
    });
    summary.await?;
    session.keyboard().activate("Enter the name of your board or partnership").await?;
    session.keyboard().focused("board").await?;
    // In a list, to the box of the row that lacks something.
    const CLEAR: &str = "const box = document.getElementById('auditors-2-name'); box.value = '';
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    session.script(CLEAR, vec![]).await?;
    session.press("Create the round").await?;
    session.shows("Enter the name of the agency.").await?;
    session.keyboard().activate("Enter the name of the agency").await?;
    session.keyboard().focused("auditors-2-name").await?;
    Ok(())
}
