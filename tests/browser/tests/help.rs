//! Help: from any page to the part that is about it, and back to the place one came from.

use anyhow::{Result, ensure};
use browser_tests::pages::{auditor, panel};
use browser_tests::{Session, eventually, in_chromium_and, in_every_engine};

in_every_engine![help_leads_to_the_part_about_a_page_and_back_to_the_place];
in_chromium_and!(Firefox firefox: the_foot_says_which_program_and_which_tool);

async fn help_leads_to_the_part_about_a_page_and_back_to_the_place(
    session: &mut Session,
) -> Result<()> {
    let pages = auditor::sample_case_by_keyboard(session).await?;
    let area = pages.page("area/area-2");
    session.route(&area).await?;
    session.shows("Have you completed this area?").await?;
    // A person in the middle of a long page, with a sentence begun.
    let typed = "Half a sentence";
    let keyboard = session.keyboard();
    let focus = keyboard.tab_to("a box for evidence", |focus| focus.kind == "textarea").await?;
    keyboard.text(typed).await?;
    keyboard.activate("Help with this page").await?;
    session.at("Help").await?;
    at_section(session, "Answering an area").await?;
    ensure!(session.hash().await? == "#/help/areas", "{}", session.hash().await?);
    // Another part of it, and one more by the list.
    keyboard.activate("Grades and their reasons").await?;
    at_section(session, "Grades and their reasons").await?;
    keyboard.activate("What is kept where").await?;
    session.at("What is kept where").await?;
    // However many were read, one link leads back.
    keyboard.activate("Back to where you were").await?;
    session.shows("Have you completed this area?").await?;
    ensure!(session.hash().await? == area, "back at {}", session.hash().await?);
    // On the link that led away, as on pages that are loaded.
    keyboard.focused("help-here").await?;
    let kept = "return document.getElementById(arguments[0]).value;";
    ensure!(session.text_of(kept, vec![focus.id.clone().into()]).await? == typed, "text is lost");
    // The browser's own buttons know the way, too.
    session.driver.forward().await?;
    session.at("Help").await?;
    session.driver.back().await?;
    session.shows("Have you completed this area?").await?;
    keyboard.focused("help-here").await?;
    Ok(())
}

/// Waits until the heading of a section has the focus, within the window.
async fn at_section(session: &Session, title: &str) -> Result<()> {
    const TOP: &str = "return document.activeElement.getBoundingClientRect().top;";
    eventually(&format!("the focus on “{title}”"), async || {
        let focus = session.keyboard().focus().await?;
        let top = session.script(TOP, vec![]).await?.as_f64().unwrap_or(-1.0);
        Ok((focus.tag == "h2" && focus.text == title && (0.0..600.0).contains(&top)).then_some(()))
    })
    .await
}

async fn the_foot_says_which_program_and_which_tool(session: &mut Session) -> Result<()> {
    session.open("index.html").await?;
    session.at(auditor::START).await?;
    ensure!(foot(session).await?.contains("Version "), "{}", foot(session).await?);
    ensure!(!foot(session).await?.contains("Audit tool"), "{}", foot(session).await?);
    auditor::sample_case_by_keyboard(session).await?;
    has_tool(session).await?;
    panel::open_sample(session).await?;
    has_tool(session).await?;
    session.press("Help with this page").await?;
    at_section(session, "The round, and keeping it safe").await?;
    session.keyboard().activate("Back to where you were").await?;
    session.shows("Save the workbook to a file").await
}

async fn foot(session: &Session) -> Result<String> {
    session.text_of("return document.querySelector('#app footer').innerText;", vec![]).await
}

async fn has_tool(session: &Session) -> Result<()> {
    eventually("the tool at the foot", async || {
        let foot = foot(session).await?;
        let told = foot.contains("Audit tool: ") && foot.contains(", version ");
        Ok((told && foot.contains("Version ")).then_some(()))
    })
    .await
}
