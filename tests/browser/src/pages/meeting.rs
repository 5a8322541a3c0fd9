//! The panel's meeting and the concern board, by keyboard.

use crate::keyboard::SPACE;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result, ensure};

/// Goes to a page of the round and waits for its heading.
pub async fn go(session: &Session, address: &str, heading: &str) -> Result<()> {
    session.route(address).await?;
    session.at(heading).await
}

/// Starts a meeting of the sample round: the chair, social care with two roles, the police absent with the
/// reason. Returns the meeting's address.
pub async fn start(session: &Session, round: &str) -> Result<String> {
    go(session, &format!("{round}/meetings"), "Panel meetings").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Start a meeting").await?;
    session.at("Start a meeting").await?;
    keyboard.fill("chair", "Chair, independent scrutineer").await?;
    let here = keyboard.tab_to("social care", |focus| focus.id == "agency-social-care-is").await?;
    keyboard.choose(&here, "here").await?;
    keyboard.fill("agency-social-care-roles", "Service manager\nTeam manager").await?;
    let away = keyboard.tab_to("the police", |focus| focus.id == "agency-police-is").await?;
    keyboard.choose(&away, "not-here").await?;
    keyboard.fill("agency-police-why", "In court. Its view was sent in writing.").await?;
    keyboard.activate("Save who was there").await?;
    session.shows("Saved who was there.").await?;
    session.hash().await
}

/// How many items the agenda, or the bar above a subject, says are open.
pub async fn open_items(session: &Session) -> Result<usize> {
    eventually("the number of open items", async || {
        let text = session.text().await?;
        let after = text.split("Open items: ").nth(1);
        let digits =
            after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        Ok(digits.and_then(|digits| digits.parse().ok()))
    })
    .await
}

/// Chooses what the panel decides.
pub async fn decide(session: &Session, value: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let focus = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&focus, value).await
}

/// Records the decision and waits for the page of the next open item.
pub async fn record(session: &Session, said: &str) -> Result<()> {
    session.keyboard().activate("Record and go to the next open item").await?;
    session.shows(said).await
}

/// Chooses the first radio of a question.
pub async fn first_of(session: &Session, name: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(name, |focus| focus.name == name).await?;
    keyboard.press(&[SPACE]).await
}

/// The reference of a case, from the address of its page.
pub async fn case_ref(session: &Session, round: &str, label: &str) -> Result<String> {
    go(session, &format!("{round}/cases"), "Cases").await?;
    session.press(label).await?;
    session.at(label).await?;
    let hash = session.hash().await?;
    let case = hash.rsplit('/').next().context("no case in the address")?.to_owned();
    ensure!(!case.is_empty(), "{hash}");
    Ok(case)
}
