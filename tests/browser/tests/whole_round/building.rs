//! From the template to issued invitations, one of which goes astray.

use anyhow::{Context, Result};
use browser_tests::Session;
use browser_tests::downloads::saved;
use browser_tests::pages::{panel, set_up};
use browser_tests::pile::Auditing;
use std::mem;
use thirtyfour::prelude::*;

use super::CASES;

/// From the first template; its agencies as it expects them.
pub async fn from_template(session: &Session) -> Result<String> {
    session.open("panel.html#/new/cp-plan-2009").await?;
    session.shows("Key lines of enquiry").await?;
    session.driver.find(By::Id("board")).await?.send_keys("Estmere Partnership").await?;
    session.driver.find(By::Id("cases")).await?.focus().await?;
    let keyboard = session.keyboard();
    keyboard.with_control('a').await?;
    keyboard.text(&CASES.to_string()).await?;
    keyboard.activate("Create the round").await?;
    panel::round_now(session).await
}

/// Six of the eight there are to choose from.
pub async fn draws(session: &Session, round: &str) -> Result<()> {
    const TWO_MORE: &str = "Under 1\tFemale\n1 to 4\tMale";
    set_up::frame(session, round).await?;
    set_up::paste(session, "paste", TWO_MORE).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Add these cases").await?;
    session.shows("Added 2 cases.").await?;
    keyboard.tab_to("how many", |focus| focus.id == "size").await?;
    keyboard.with_control('a').await?;
    keyboard.text(&CASES.to_string()).await?;
    keyboard.fill("seed", "4711").await?;
    keyboard.activate("Draw").await?;
    session.shows("6 chosen").await?;
    keyboard.activate("Make these the round’s cases").await?;
    session.shows("These are the round’s cases now.").await
}

/// One invitation goes astray before anything came: it is revoked, and its auditor gets another. Returns whoever has the
/// first one.
pub async fn revokes_one(
    session: &Session,
    round: &str,
    auditors: &mut [Auditing],
) -> Result<Auditing> {
    const REVOKE: &str = "Revoke the invitation";
    let theirs = auditors.get_mut(2).context("fewer than three auditors are invited")?;
    session.route(&format!("{round}/invitations/of/{}", theirs.slot())).await?;
    session.shows(REVOKE).await?;
    let keyboard = session.keyboard();
    keyboard.activate(REVOKE).await?;
    keyboard.fill("revoke-reason", "It was sent to a wrong address.").await?;
    keyboard.activate(REVOKE).await?;
    session.shows("Revoked. Download the invitation again").await?;
    session.press("Download again").await?;
    let anew = saved(session, "invitation-").await?;
    Ok(mem::replace(theirs, Auditing::opens(&anew, "the auditor's own computer")?))
}
