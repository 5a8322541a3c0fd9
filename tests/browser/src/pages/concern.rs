//! Immediate concerns, by keyboard and from the task list of a return.

use super::auditor::{ReturnPages, sample_invitation};
use crate::downloads::saved;
use crate::session::Session;
use crate::{axe, eventually};
use anyhow::{Result, ensure};
use std::path::PathBuf;

/// What is noticed.
pub const NOTICED: &str = "A bruise was recorded and nobody was told of it";

/// Records a concern and downloads its notice at once; nobody is told of it yet, which the page does not let pass.
pub async fn raise(session: &Session, pages: &ReturnPages) -> Result<PathBuf> {
    const CHECKED: &str = "return !!document.getElementById('file-checked');";
    let keyboard = session.keyboard();
    keyboard.activate("Record an immediate concern").await?;
    session.at("Immediate concerns").await?;
    says_whom_to_tell(session).await?;
    axe::check(session, "immediate concerns, none yet").await?;
    keyboard.activate("Record an immediate concern").await?;
    session.at("Immediate concern").await?;
    keyboard.activate("Sign and download the notice").await?;
    session.shows("Choose what kind of concern it is").await?;
    axe::check(session, "a concern, left empty").await?;
    let kind = keyboard.tab_to("its kind", |focus| focus.name.ends_with("_kind")).await?;
    keyboard.choose(&kind, "child-at-risk").await?;
    keyboard.tab_to("what was noticed", |focus| focus.tag == "textarea").await?;
    keyboard.text(NOTICED).await?;
    keyboard.activate("Sign and download the notice").await?;
    session.shows("The notice is in your downloads folder").await?;
    let notice = saved(session, "concern-").await?;
    session.choose_files("check-file", std::slice::from_ref(&notice)).await?;
    session.shows("This is the notice of your concern, complete and unchanged").await?;
    session.shows("The coordinator of the audit").await?;
    axe::check(session, "a notice that was checked").await?;
    keyboard.tab_to("what came after", |focus| focus.id.ends_with("_follow-up")).await?;
    keyboard.text("x").await?;
    let checked = async || session.script(CHECKED, vec![]).await;
    eventually("nothing to be said of a notice of what was changed since", async || {
        Ok((checked().await? == false).then_some(()))
    })
    .await?;
    keyboard.press(&[crate::keyboard::BACKSPACE]).await?;
    keyboard.activate("Save and continue").await?;
    session.shows("Enter the role of the person you told").await?;
    axe::check(session, "a concern of which nobody was told").await?;
    keyboard.activate("Back to immediate concerns").await?;
    session.at("Immediate concerns").await?;
    keyboard.activate("Back to task list").await?;
    at_tasks(session, pages).await?;
    Ok(notice)
}

/// C-01: before anything is written, that the page tells nobody, and how to reach who must hear of it.
async fn says_whom_to_tell(session: &Session) -> Result<()> {
    let route = sample_invitation()?.0.round.concern_route;
    for told in ["it notifies nobody", &route.contact, &route.telephone, &route.out_of_hours] {
        ensure!(!told.is_empty(), "the sample does not say whom to tell: {route:?}");
        session.shows(told).await?;
    }
    Ok(())
}

/// Nothing but the concern keeps the return from being signed: says whom it was passed on to, when and how.
pub async fn pass_on(session: &Session, pages: &ReturnPages) -> Result<()> {
    const MUST: &str =
        "return [...document.querySelectorAll('#must a')].map(a => a.getAttribute('href'));";
    let keyboard = session.keyboard();
    keyboard.activate("What is still missing").await?;
    session.at("What is still missing").await?;
    let must: Vec<String> = serde_json::from_value(session.script(MUST, vec![]).await?)?;
    let ends = ["_told-role", "_told-at-day", "_told-how"];
    let are = must.iter().zip(ends).all(|(href, end)| href.ends_with(end));
    ensure!(must.len() == ends.len() && are, "the concern alone stops signing: {must:?}");
    keyboard.tab_to("whom", |focus| focus.href.ends_with(ends[0])).await?;
    keyboard.press(&[crate::keyboard::ENTER]).await?;
    let role = eventually("the question whom", async || {
        let focus = keyboard.focus().await?;
        Ok(focus.id.ends_with(ends[0]).then_some(focus.id))
    })
    .await?;
    keyboard.text("Team manager").await?;
    let told = role.replace(ends[0], "_told-at");
    keyboard.fill_date(&told, 0).await?;
    let [.., time] = keyboard.date(0).await?;
    keyboard.fill(&format!("{told}-time"), &time).await?;
    stops_signing_alone(session, pages).await?;
    keyboard.fill(&role.replace(ends[0], ends[2]), "By telephone").await?;
    keyboard.activate("Save and continue").await?;
    session.at("Immediate concerns").await?;
    session.shows("Team manager, ").await?;
    keyboard.activate("Back to task list").await?;
    at_tasks(session, pages).await
}

/// One thing is left to do, on the page that is open: signing is refused all the same.
async fn stops_signing_alone(session: &Session, pages: &ReturnPages) -> Result<()> {
    let here = session.hash().await?;
    session.route(&pages.page("sign")).await?;
    session.at("You cannot sign yet").await?;
    session.shows("1 to do").await?;
    session.route(here.split("/at/").next().unwrap_or_default()).await?;
    session.at("Immediate concern").await
}

async fn at_tasks(session: &Session, pages: &ReturnPages) -> Result<()> {
    eventually("the task list", async || Ok((session.hash().await? == pages.tasks).then_some(())))
        .await
}
