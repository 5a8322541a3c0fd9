//! A round whose tool grades nothing: the panel meets all the same, and goes from case to case.

use anyhow::{Result, ensure};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, in_chromium_and};
use thirtyfour::prelude::*;

in_chromium_and!(Firefox firefox: a_round_without_grades_goes_from_case_to_case);

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
    meeting::first_of(session, "difference").await?;
    keyboard.fill("difference-text", "The child was heard.").await?;
    keyboard.activate("Record the difference").await?;
    session.shows("Recorded what difference the work made.").await?;
    session.reload().await?;
    session.at("Case 1: Overall").await?;
    session.shows("The child was heard.").await?;
    let text = session.text().await?;
    ensure!(!text.contains("What does the panel decide?"), "nothing is graded: {text}");
    axe::check(session, "a case of a round without grades").await
}
