//! What a coordinator has typed and not recorded yet is there again: after another page, and after a reload.

use anyhow::{Context, Result, ensure};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::panel;
use browser_tests::{Session, axe, eventually, in_chromium_and, records};

in_chromium_and!(Firefox firefox: a_question_that_is_not_saved_yet_comes_back);
in_chromium_and!(Webkit webkit: a_decision_that_is_not_recorded_yet_comes_back);

const TEXT: &str = "Which of the visits in the spring were late, and who knew?";
const REASON: &str = "They hold no record of the family, and the archive was searched twice";

async fn a_question_that_is_not_saved_yet_comes_back(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Overdue").await?;
    session.shows("No file has come").await?;
    keyboard.activate("Read the return, or ask for it").await?;
    session.shows("No return counts here at the moment").await?;
    keyboard.activate("Ask for the return").await?;
    session.at("Ask a question").await?;
    let ask = session.hash().await?;
    keyboard.fill("question", TEXT).await?;
    keyboard.fill("answer-by-day", "27").await?;
    session.route(&round).await?;
    session.shows("Save the workbook to a file").await?;
    session.route(&ask).await?;
    session.box_holds("question", TEXT).await?;
    session.shows("Saved on this device").await?;
    session.reload().await?;
    session.box_holds("question", TEXT).await?;
    session.box_holds("answer-by-day", "27").await?;
    keyboard.fill("answer-by-month", "3").await?;
    keyboard.fill("answer-by-year", "2037").await?;
    keyboard.activate("Save the question").await?;
    session.shows("No return counts here at the moment").await?;
    session.shows(TEXT).await?;
    // It is asked, so it waits to be asked no more.
    session.route(&ask).await?;
    session.at("Ask a question").await?;
    session.box_holds("question", "").await?;
    session.box_holds("answer-by-day", "").await?;

    session.route(&format!("{round}/questions")).await?;
    session.shows(TEXT).await?;
    keyboard.tab_to("the question", |focus| focus.href.contains("/question/")).await?;
    keyboard.press(&[ENTER]).await?;
    session.at("The return as a whole").await?;
    keyboard.fill("withdraw-reason", "It was answered by teleph").await?;
    wait_until_kept(session, "answered by teleph").await?;
    session.reload().await?;
    session.box_holds("withdraw-reason", "It was answered by teleph").await?;
    axe::check(session, "a reason that was typed before").await?;
    keyboard.activate("Withdraw the question").await?;
    session.at("Questions to agencies").await?;
    session.shows("Withdrawn").await
}

async fn a_decision_that_is_not_recorded_yet_comes_back(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let keyboard = session.keyboard();
    let place = keyboard.tab_to("a return", |focus| focus.href.contains("/expected/")).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("No file has come").await?;
    let what = keyboard.tab_to("what is expected", |focus| focus.name == "expectation").await?;
    keyboard.choose(&what, "extended").await?;
    keyboard.fill("until-day", "27").await?;
    keyboard.fill("expectation-reason", REASON).await?;
    wait_until_kept(session, REASON).await?;
    session.reload().await?;
    session.box_holds("expectation-reason", REASON).await?;
    session.box_holds("until-day", "27").await?;
    let what = keyboard.tab_to("what is expected", |focus| focus.name == "expectation").await?;
    ensure!(what.chosen == ["extended"], "{what:?}");
    keyboard.choose(&what, "declined").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Decided. The log has it.").await?;
    session.route(&round).await?;
    session.shows("Save the workbook to a file").await?;
    session.route(&place.href).await?;
    session.shows(REASON).await?;
    session.box_holds("expectation-reason", "").await?;

    decides_about_a_file(session, &round).await
}

async fn decides_about_a_file(session: &Session, round: &str) -> Result<()> {
    const TYPED: &str = "The auditor says they sent another";
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let altered = panel::faulty_returns()?.into_iter().find(|file| file.ends_with("altered.json"));
    panel::import(session, &[altered.context("no altered file")?]).await?;
    session.route(&format!("{round}/files")).await?;
    session.at("Imported files").await?;
    let keyboard = session.keyboard();
    keyboard.activate("altered.json").await?;
    session.at("altered.json").await?;
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "keep-apart").await?;
    keyboard.fill("decision-reason", TYPED).await?;
    wait_until_kept(session, TYPED).await?;
    session.reload().await?;
    session.box_holds("decision-reason", TYPED).await?;
    keyboard.activate("Record the decision").await?;
    session.shows("It stays apart: The auditor says").await
}

async fn wait_until_kept(session: &Session, text: &str) -> Result<()> {
    eventually("what was typed to be kept", async || {
        let rounds = records::texts(session, "workbooks").await?;
        Ok(rounds.iter().any(|(_, round)| round.contains(text)).then_some(()))
    })
    .await
}
