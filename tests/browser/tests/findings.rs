//! From strengths and concerns of the returns to findings, by keyboard: made, merged, counted and dropped.

use anyhow::{Result, ensure};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, in_chromium_and};

in_chromium_and!(Webkit webkit: findings_are_made_of_what_returns_hold);

async fn findings_are_made_of_what_returns_hold(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    for case in ["Case 1", "Case 2"] {
        make(session, &round, case).await?;
    }
    let findings = format!("{round}/findings");
    meeting::go(session, &findings, "Findings").await?;
    axe::check(session, "two findings").await?;
    ensure!(cards(session).await? == 2, "two findings stand there");
    merge(session).await?;
    session.reload().await?;
    session.at("Findings").await?;
    session.shows("Across cases").await?;
    session.shows("two of the ten cases (counted from what it rests on)").await?;
    ensure!(cards(session).await? == 1, "the merged one stands alone");
    add_to_it(session).await?;
    filters(session).await?;
    drop_it(session).await?;
    takes_it_up_again(session).await
}

async fn cards(session: &Session) -> Result<u64> {
    const CARDS: &str = "return document.querySelectorAll('.govuk-summary-card').length;";
    Ok(session.script(CARDS, vec![]).await?.as_u64().unwrap_or_default())
}

/// The first thing that the returns of a case hold becomes a finding about that case.
async fn make(session: &Session, round: &str, case: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/findings"), "Findings").await?;
    let keyboard = session.keyboard();
    keyboard.activate(case).await?;
    session.at(&format!("Strengths and concerns: {case}")).await?;
    keyboard.activate("Make a finding of these").await?;
    session.shows("Choose at least one strength or concern.").await?;
    keyboard.tab_to("the first", |focus| focus.id == "chosen").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Make a finding of these").await?;
    session.at("New finding").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("Select whether it is about one case or across cases.").await?;
    meeting::first_of(session, "scope").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("Recorded the finding.").await?;
    session.shows("one of the ten cases").await
}

async fn merge(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    for _ in 0..2 {
        keyboard.tab_to("a finding", |focus| focus.kind == "checkbox").await?;
        keyboard.press(&[SPACE]).await?;
    }
    keyboard.activate("Merge the chosen findings").await?;
    session.at("New finding").await?;
    let scope = keyboard.tab_to("the scope", |focus| focus.name == "scope").await?;
    keyboard.choose(&scope, "across").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("Merged the findings.").await
}

/// What is added from a case while a finding is changed goes into that finding, and into no new one.
async fn add_to_it(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Change").await?;
    session.at("Change a finding").await?;
    keyboard.activate("Case 3").await?;
    session.at("Strengths and concerns: Case 3").await?;
    axe::check(session, "what a finding rests on, too").await?;
    keyboard.tab_to("the first", |focus| focus.id == "chosen").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Add these to the finding").await?;
    session.at("Change a finding").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("Recorded the finding.").await?;
    session.shows("three of the ten cases (counted from what it rests on)").await?;
    ensure!(cards(session).await? == 1, "it became another finding");
    Ok(())
}

/// Of many findings those of one kind are shown; all of them again by the next visit.
async fn filters(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to("the kind", |focus| focus.id == "by-kind").await?;
    keyboard.text("Context").await?;
    session.shows("No finding is of what you chose.").await?;
    session.shows("0 of 1 are shown.").await?;
    ensure!(cards(session).await? == 0, "a finding of another kind is shown");
    axe::check(session, "findings of a kind that there is not").await?;
    session.reload().await?;
    session.at("Findings").await?;
    session.shows("Across cases").await
}

async fn drop_it(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Change").await?;
    session.at("Change a finding").await?;
    keyboard.activate("Drop this finding").await?;
    keyboard.fill("drop-reason", "Said twice.").await?;
    keyboard
        .tab_to("the button", |focus| focus.tag == "button" && focus.text == "Drop this finding")
        .await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    session.shows("Dropped the finding.").await?;
    session.shows("No finding is recorded yet.").await
}

async fn takes_it_up_again(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Dropped findings (1)").await?;
    session.shows("Dropped, because: Said twice.").await?;
    axe::check(session, "a dropped finding").await?;
    keyboard.activate("Take it up again").await?;
    session.shows("The finding is taken up again.").await?;
    ensure!(cards(session).await? == 1, "it stands there again");
    Ok(())
}
