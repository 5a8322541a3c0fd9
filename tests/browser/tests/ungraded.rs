//! A round whose tool grades nothing: the panel meets all the same, and goes from case to case.

use anyhow::{Result, ensure};
use browser_tests::pages::{meeting, panel};
use browser_tests::pile::invited;
use browser_tests::{Session, axe, eventually, in_chromium_and};
use multi_agency_audit::tool::GradeLevel;
use thirtyfour::prelude::*;

in_chromium_and!(Firefox firefox: a_round_without_grades_goes_from_case_to_case);

const STRENGTH: &str = "Visits were made and written up on the day (Dated entries)";
const CONCERN: &str = "Earlier referrals were not looked at together";
const LINKS: &str = "
    return [...document.querySelectorAll('main a')].map(one => one.getAttribute('href')).join(' ');";

async fn a_round_without_grades_goes_from_case_to_case(session: &mut Session) -> Result<()> {
    session.open("panel.html#/new/journey-of-the-child").await?;
    session.shows("Key lines of enquiry").await?;
    let keyboard = session.keyboard();
    keyboard.fill("board", "Estmere Safeguarding Children Partnership").await?;
    session.driver.find(By::Id("cases")).await?.focus().await?;
    keyboard.with_control('a').await?;
    keyboard.text("2").await?;
    keyboard.activate("Create the round").await?;
    let round = panel::round_now(session).await?;
    imports(session, &round).await?;
    meeting::go(session, &format!("{round}/meetings/new"), "Start a meeting").await?;
    keyboard.fill("chair", "Chair").await?;
    keyboard.activate("Save who was there").await?;
    session.shows("Saved who was there.").await?;
    session.shows("The tool of this round grades nothing").await?;
    // Whoever holds the cases is neither here nor noted as absent (M-01).
    session.shows("The panel cannot judge yet.").await?;
    axe::check(session, "the agenda of a round without grades").await?;
    keyboard.activate("Overall").await?;
    session.at("Case 1: Overall").await?;
    tells_what_is_held(session).await?;
    meeting::first_of(session, "difference").await?;
    keyboard.fill("difference-text", "The child was heard.").await?;
    keyboard.activate("Record the difference").await?;
    session.shows("Recorded what difference the work made.").await?;
    session.reload().await?;
    session.at("Case 1: Overall").await?;
    session.shows("The child was heard.").await?;
    let text = session.text().await?;
    ensure!(!text.contains("What does the panel decide?"), "nothing is graded: {text}");
    axe::check(session, "a case of a round without grades").await?;
    keyboard.activate("Show in large type").await?;
    eventually("the page in large type", async || {
        Ok(session.hash().await?.ends_with("/large").then_some(()))
    })
    .await?;
    session.at("Case 1: Overall").await?;
    session.shows("The child was heard.").await?;
    session.shows(STRENGTH).await?;
    session.shows(CONCERN).await?;
    axe::check(session, "a case of a round without grades in large type").await
}

/// A strength from one agency and a concern from another, about each case.
async fn imports(session: &Session, round: &str) -> Result<()> {
    panel::proves_keys(session, round).await?;
    let auditors = invited(session, round, 2).await?;
    let levels = [GradeLevel::Good, GradeLevel::Inadequate];
    let mut files = Vec::new();
    for (auditor, level) in auditors.iter().zip(levels) {
        for (number, case) in auditor.cases().iter().enumerate() {
            let name = format!("{}-{number}", auditor.slot());
            files.push(auditor.sends(session, case, level, &name)?);
        }
    }
    ensure!(files.len() == 4, "{files:?}");
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, &files).await?;
    let count = rows.iter().all(|row| row.outcome.contains("from a signer who was invited"));
    ensure!(count, "{rows:?}");
    Ok(())
}

/// No grade leads to what agencies wrote: the page does.
async fn tells_what_is_held(session: &Session) -> Result<()> {
    session.shows("What is held of this case").await?;
    session.shows("Strengths and concerns that the auditors recorded (2)").await?;
    session.shows(STRENGTH).await?;
    session.shows(CONCERN).await?;
    let links = session.text_of(LINKS, vec![]).await?;
    for part in ["/chronology", "/return/"] {
        ensure!(links.contains(part), "no way to {part}: {links}");
    }
    Ok(())
}
