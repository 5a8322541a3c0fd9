//! An invitation that went astray, one for a further case, and an auditor who joins late, by keyboard.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::{made, meeting, panel};
use browser_tests::{Session, axe, in_chromium_and};

in_chromium_and!(Webkit webkit: an_invitation_is_revoked_and_an_auditor_joins_late);

const LIST: &str = "Invitations";
const POLICE: &str = "Invitation: Police, public protection unit, Public protection";

async fn an_invitation_is_revoked_and_an_auditor_joins_late(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    let before = received(session, &round).await?;
    meeting::go(session, &format!("{round}/invitations"), LIST).await?;
    session.shows("In a real round nobody can be invited before").await?;
    session.keyboard().activate("Police").await?;
    session.at(POLICE).await?;
    cover(session).await?;
    download(session).await?;
    revoke(session).await?;
    let after = received(session, &round).await?;
    ensure!(after < before, "{after} of {before} still count");
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    session.shows("Kept apart: it answers an invitation that was revoked").await?;
    joins(session, &round).await
}

async fn received(session: &Session, round: &str) -> Result<usize> {
    meeting::go(session, &format!("{round}/matrix"), "What has come").await?;
    let cells = panel::table(session, ".app-matrix").await?;
    let came = |cell: &&String| cell.starts_with("Received") || cell.starts_with("Nil");
    Ok(cells.iter().flatten().filter(came).count())
}

async fn cover(session: &Session) -> Result<()> {
    session.keyboard().activate("Cover sheet to print or send with it").await?;
    session.shows("What to do").await?;
    session.shows("/index.html").await?;
    session.shows("Fingerprint of the round’s key").await?;
    axe::check(session, "a cover sheet").await?;
    session.keyboard().activate("Back to this invitation").await?;
    session.at(POLICE).await
}

/// What counts is the invitation's secret: a later file holds another one only once the first was revoked.
async fn download(session: &Session) -> Result<()> {
    let press = async || {
        session.press("Download").await?;
        made::invitation(&saved(session, "invitation-").await?)
    };
    let (first, again) = (press().await?, press().await?);
    ensure!(first.secret == again.secret, "the same invitation, downloaded twice");
    Ok(())
}

async fn revoke(session: &Session) -> Result<()> {
    let old = made::sample_invitation("police")?;
    let keyboard = session.keyboard();
    keyboard.activate("Revoke the invitation").await?;
    session.shows("Whatever answers the old file is then kept apart").await?;
    press_button(session, "Revoke the invitation").await?;
    session.shows("Select what becomes of the returns that are here").await?;
    axe::check(session, "a revocation that says too little").await?;
    let keep = keyboard.tab_to("what becomes", |focus| focus.name == "revoke-keep").await?;
    keyboard.choose(&keep, "apart").await?;
    press_button(session, "Revoke the invitation").await?;
    session.shows("Say why").await?;
    keyboard.fill("revoke-reason", "It was sent to a wrong address.").await?;
    press_button(session, "Revoke the invitation").await?;
    session.shows("Revoked. Download the invitation again").await?;
    session.press("Download again").await?;
    let new = made::invitation(&saved(session, "invitation-").await?)?;
    ensure!(new.slot == old.slot && new.secret != old.secret, "the secret has not changed");
    Ok(())
}

async fn press_button(session: &Session, text: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(text, |focus| focus.tag == "button" && focus.text == text).await?;
    keyboard.press(&[ENTER]).await
}

async fn joins(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/invitations"), LIST).await?;
    session.keyboard().activate("Add an auditor").await?;
    session.at("Add an auditor").await?;
    press_button(session, "Add an auditor").await?;
    session.shows("Select what kind of agency it is").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the kind", |focus| focus.id == "kind").await?;
    keyboard.text("Midw").await?;
    keyboard.fill("name", "Ambulance trust").await?;
    // One of the ten cases is not asked about.
    keyboard.tab_to("the first case", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    press_button(session, "Add an auditor").await?;
    session.shows("Say why").await?;
    axe::check(session, "an auditor added without a reason").await?;
    keyboard.fill("why", "They answered a call in the period.").await?;
    press_button(session, "Add an auditor").await?;
    session.at("Invitation: Ambulance trust").await?;
    session.press("Download").await?;
    let invitation = made::invitation(&saved(session, "invitation-").await?)?;
    ensure!(invitation.cases.len() == 9, "{} cases", invitation.cases.len());
    asked_about_all(session).await?;
    session.reload().await?;
    session.shows("Changed since: download again").await?;
    meeting::go(session, &format!("{round}/log"), "Log").await?;
    session.shows("They answered a call in the period.").await?;
    session.shows("Invitation revoked, signers kept: 0").await
}

async fn asked_about_all(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Change about which cases they are asked").await?;
    let first = keyboard.tab_to("the first case", |focus| focus.kind == "checkbox").await?;
    ensure!(!first.id.is_empty(), "{first:?}");
    keyboard.press(&[SPACE]).await?;
    keyboard.fill("asked-why", "They know this child too.").await?;
    press_button(session, "Change about which cases they are asked").await?;
    session.shows("Changed. Download the invitation again and send it.").await.context("all cases")
}
