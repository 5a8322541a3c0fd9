//! The action plan, by keyboard.

use super::{Visit, meeting, panel};
use crate::keyboard::SPACE;
use crate::session::Session;
use anyhow::{Result, ensure};

/// Writes a recommendation among the texts of the documents.
pub async fn recommend(session: &Session, round: &str, text: &str) -> Result<()> {
    let form = format!("{round}/documents/texts/new/recommendation");
    meeting::go(session, &form, "Write a text").await?;
    let keyboard = session.keyboard();
    keyboard.fill("text", text).await?;
    keyboard.activate("Record the text").await?;
    session.shows("Recorded the text.").await
}

/// Chooses a body by the beginning of its name, and fills in a role.
pub async fn owner(session: &Session, stem: &str, body: &str, role: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let id = format!("{stem}-body");
    keyboard.tab_to(&id, |focus| focus.id == id).await?;
    keyboard.text(body).await?;
    keyboard.fill(&format!("{stem}-role"), role).await
}

/// Fills in a date.
pub async fn date(session: &Session, id: &str, [day, month, year]: [&str; 3]) -> Result<()> {
    let keyboard = session.keyboard();
    for (part, text) in [("day", day), ("month", month), ("year", year)] {
        keyboard.fill(&format!("{id}-{part}"), text).await?;
    }
    Ok(())
}

/// Writes an action of the only recommendation, of the police; gives the address of its page.
pub async fn action(session: &Session, round: &str, text: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/plan"), "Action plan").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Add an action").await?;
    session.at("New action").await?;
    keyboard.fill("text", text).await?;
    owner(session, "owner", "Police", "Head of public protection").await?;
    keyboard.activate("Record the action").await?;
    session.shows("Recorded the action.").await?;
    session.hash().await
}

/// On the page of an action: chooses what has happened.
pub async fn step(session: &Session, step: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let focus = keyboard.tab_to("what has happened", |focus| focus.name == "step").await?;
    if focus.chosen == [step] {
        return Ok(());
    }
    ensure!(focus.choices.iter().any(|one| one == step), "no {step} in {:?}", focus.choices);
    keyboard.choose(&focus, step).await
}

/// Sets up the round after one, as it stands; gives its address.
pub async fn next_round(session: &Session, round: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/plan/next"), "The next round").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Set up the next round").await?;
    session.at("Details of the round").await?;
    session.shows("as the round before stated them").await?;
    keyboard.activate("Create the round").await?;
    session.shows("carried forward").await?;
    panel::round_now(session).await
}

/// The pages of an empty plan, and of a plan with one recommendation, a vague action and an issue, each also with something wrong.
pub async fn pages(session: &Session, round: &str) -> Result<Vec<Visit>> {
    let next = next_round(session, round).await?;
    recommend(session, round, "The police should share plans on the same day.").await?;
    let action = action(session, round, "Remind staff to share plans").await?;
    let board = format!("{round}/plan");
    meeting::go(session, &format!("{board}/issues"), "Issues between agencies").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Record an issue").await?;
    keyboard.fill("issue", "Notifications come days late.").await?;
    owner(session, "raised-by", "Police", "Head of public protection").await?;
    keyboard.tab_to("the other side", |focus| focus.id == "put-to-body").await?;
    keyboard.text("Maternity").await?;
    keyboard
        .tab_to("the button", |focus| focus.tag == "button" && focus.text == "Record an issue")
        .await?;
    keyboard.press(&[SPACE]).await?;
    session.shows("Recorded the issue.").await?;
    let issue = session.hash().await?;
    meeting::go(session, &board, "Action plan").await?;
    let terms = session
        .text_of("return document.querySelector('a[href*=\"/plan/recommendation/\"]').getAttribute('href');", vec![])
        .await?;
    let new = terms.replace("/recommendation/", "/new/");
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let at = |tail: &str| page(&format!("{board}{tail}"));
    let empty = ["", "/ratify", "/sheets", "/reminders", "/issues", "/next"];
    let empty = empty.map(|tail| page(&format!("{next}/plan{tail}")));
    let after = format!("#/new/after-{}", round.trim_start_matches("#/round/"));
    let mut visits = Vec::from(empty);
    visits.push(page(&after));
    visits.extend([
        at(""),
        page(&new),
        page(&new).then("Record the action"),
        page(&action),
        page(&action).then("Record this"),
        page(&format!("{action}/change")),
        page(&terms),
        at("/ratify"),
        at("/ratify").then("Record the ratification"),
        at("/sheets"),
        at("/reminders"),
        at("/reminders").then("Save the calendar file"),
        at("/issues"),
        page(&issue),
        page(&issue).then("Record this"),
        page(&format!("{issue}/change")),
        at("/next"),
        page(&format!("{round}/documents/action-plan")),
        page(&format!("{round}/documents/action-plan/draft")),
    ]);
    Ok(visits)
}
