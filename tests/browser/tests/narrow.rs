//! Small screens, large print, few colours, and where the focus is.

use anyhow::{Result, ensure};
use browser_tests::screen::{NARROW, fits, is_seen, resize};
use browser_tests::{Session, Setting, eventually, in_engines, in_every_engine};

in_every_engine![the_focus_follows_the_person, no_page_scrolls_sideways_on_a_narrow_screen];
in_engines!(forced_colours_hide_no_control_and_no_focus: Chromium chromium, Firefox firefox);

async fn no_page_scrolls_sideways_on_a_narrow_screen(session: &mut Session) -> Result<()> {
    for visit in browser_tests::pages::all(session).await? {
        visit.go(session).await?;
        for (width, height) in NARROW {
            resize(session, width, height).await?;
            fits(session, &format!("{} at {width} × {height}", visit.name)).await?;
        }
    }
    Ok(())
}

async fn forced_colours_hide_no_control_and_no_focus(session: &mut Session) -> Result<()> {
    session.restart(Setting::ForcedColours).await?;
    for visit in browser_tests::pages::all(session).await? {
        visit.go(session).await?;
        is_seen(session, &visit.name).await?;
    }
    Ok(())
}

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
    Ok(())
}
