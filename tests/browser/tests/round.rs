//! A round from its set-up to its first return and what becomes of that: signed twice, corrected, taken back.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::auditor::{self, ReturnPages, check_and_sign_by_keyboard, sealed_return};
use browser_tests::pages::panel;
use browser_tests::{Session, axe, elsewhere, in_chromium_and};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

in_chromium_and!(Firefox firefox: a_nil_return_is_signed_twice_corrected_and_taken_back);

async fn a_nil_return_is_signed_twice_corrected_and_taken_back(
    session: &mut Session,
) -> Result<()> {
    let round = set_up(session).await?;
    panel::proves_keys(session, &round).await?;
    session.route(&format!("{round}/invitations")).await?;
    session.at("Invitations").await?;
    session.press("Download").await?;
    let invitation = saved(session, "invitation-").await?;

    let pages = nil_return(session, invitation).await?;
    let first = sealed_return(session).await?;
    let copy = copy_for_the_lead(session).await?;
    let second =
        elsewhere(session, session.engine, async |lead| lead_signs(lead, &copy).await).await?;
    let corrected = correct(session, &pages).await?;
    let taken_back = take_back(session).await?;

    session.open(&format!("panel.html{round}/import")).await?;
    session.at("Import returns").await?;
    for (name, bytes, outcomes) in [
        ("first", first, ["Imported, from a signer who was invited", "A nil return"]),
        (
            "second",
            second,
            ["Imported", "Also signed by the agency's Named doctor, who holds the invitation"],
        ),
        ("corrected", corrected, ["Imported, and replaces version 1", "A nil return"]),
        (
            "withdrawal",
            taken_back,
            ["the agency has taken back version 2 of its return", "no longer counts"],
        ),
    ] {
        let file = write(session, &format!("{name}.json"), &bytes)?;
        let rows = panel::import(session, &[file]).await?;
        let became = &rows.first().context("no row")?.outcome;
        let as_told = outcomes.iter().all(|outcome| became.contains(outcome));
        ensure!(as_told, "{name}: {became}, not {outcomes:?}");
    }
    session.route(&format!("{round}/matrix")).await?;
    session.shows("version 2: taken back.").await?;
    session.shows("Another child was meant").await?;
    session.shows("In the file withdrawal.json, signed on").await?;
    axe::check(session, "the matrix with a return taken back").await
}

/// A round from the first template, of one case and one auditor more than it expects; returns its address.
async fn set_up(session: &Session) -> Result<String> {
    session.open("panel.html#/new").await?;
    session.at("Set up a round").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the kinds of audit", |focus| focus.kind == "radio").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Continue").await?;
    session.shows("Key lines of enquiry").await?;
    // What the template says stands there, to be changed.
    let title = session.driver.find(By::Id("title")).await?.prop("value").await?;
    ensure!(title.as_deref() == Some("Children subject to a child protection plan"), "{title:?}");
    type_into(session, "board", "Estmere Safeguarding Children Partnership").await?;
    session.driver.find(By::Id("cases")).await?.focus().await?;
    keyboard.with_control('a').await?;
    keyboard.text("1").await?;
    keyboard.activate("Add another auditor").await?;
    let kind = keyboard.tab_to("the kind of agency", |focus| focus.id.ends_with("-kind"));
    let at = keyboard.focus().await?;
    if !at.id.ends_with("-kind") {
        kind.await?;
    }
    keyboard.text("Midw").await?;
    keyboard.tab_to("its name", |focus| focus.id.ends_with("-name")).await?;
    keyboard.text("Maternity service").await?;
    keyboard.activate("Create the round").await?;
    panel::round_now(session).await
}

async fn type_into(session: &Session, id: &str, text: &str) -> Result<()> {
    session.driver.find(By::Id(id)).await?.send_keys(text).await?;
    Ok(())
}

/// From the invitation to the signature in less than a minute.
async fn nil_return(session: &Session, invitation: PathBuf) -> Result<ReturnPages> {
    let start = Instant::now();
    session.open("index.html").await?;
    session.drop_files("open-file", &[invitation]).await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    auditor::nil_return_by_keyboard(session).await?;
    let took = start.elapsed();
    ensure!(took < Duration::from_secs(60), "a nil return took {took:?}");
    Ok(pages)
}

async fn copy_for_the_lead(session: &Session) -> Result<PathBuf> {
    let keyboard = session.keyboard();
    keyboard.activate("Your safeguarding lead signs too").await?;
    keyboard.activate("Save a copy").await?;
    saved(session, "draft-").await
}

/// In the safeguarding lead's own browser: opens the copy, signs it too, downloads what goes to the panel.
async fn lead_signs(lead: &Session, copy: &Path) -> Result<Vec<u8>> {
    lead.open("index.html").await?;
    lead.choose_files("open-file", &[copy.to_path_buf()]).await?;
    lead.shows("You have signed this return").await?;
    let keyboard = lead.keyboard();
    keyboard.activate("See the signed file").await?;
    lead.at("Return signed").await?;
    keyboard.activate("Your safeguarding lead signs too").await?;
    keyboard.activate("Second sign-off by your agency").await?;
    lead.at("Second sign-off by your agency").await?;
    keyboard.tab_to("that it is read", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.fill("second-role", "Named doctor").await?;
    keyboard.fill("second-name", "Lead 3").await?;
    keyboard.activate("Sign and download").await?;
    lead.at("Return signed").await?;
    lead.shows("Named doctor").await?;
    sealed_return(lead).await
}

/// The second version, with another word in it (V-01).
async fn correct(session: &Session, pages: &ReturnPages) -> Result<Vec<u8>> {
    let keyboard = session.keyboard();
    keyboard.activate("Something needs correcting").await?;
    keyboard.activate("Start a correction").await?;
    session.at("Your return for Case 1").await?;
    keyboard.follow(&pages.page("involvement")).await?;
    session.at("Your agency’s involvement").await?;
    keyboard.fill("involvement-statement", "Searched again. ").await?;
    keyboard.activate("Save and continue").await?;
    check_and_sign_by_keyboard(session).await?;
    session.shows("Version 2, signed on").await?;
    sealed_return(session).await
}

/// The version last signed is taken back (V-01).
async fn take_back(session: &Session) -> Result<Vec<u8>> {
    let keyboard = session.keyboard();
    keyboard.activate("Something needs correcting").await?;
    keyboard.activate("Take this return back").await?;
    session.at("Take this return back").await?;
    keyboard.fill("withdraw-reason", "Another child was meant").await?;
    keyboard.fill("withdraw-name", "Auditor 12").await?;
    keyboard.activate("Sign and download the withdrawal").await?;
    session.at("You have taken this return back").await?;
    session.shows("The withdrawal is in your downloads folder").await?;
    let first = fs::read(saved(session, "withdrawal-").await?)?;
    is_remembered(session, &first).await?;
    Ok(first)
}

/// That the return is taken back, and by which file, is known the next day too.
async fn is_remembered(session: &Session, withdrawal: &[u8]) -> Result<()> {
    session.reload().await?;
    session.at("You have taken this return back").await?;
    session.shows("Another child was meant").await?;
    axe::check(session, "a return taken back").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Download the withdrawal again").await?;
    let again = fs::read(saved(session, "withdrawal-").await?)?;
    ensure!(again == withdrawal, "another file under the same name");
    let done = session.hash().await?;
    // It is neither taken back twice nor signed a second time.
    session.route(&done.replace("/done", "/withdraw")).await?;
    session.at("You have taken this return back").await?;
    session.route("#/drafts").await?;
    session.at("Your returns on this device").await?;
    session.shows("Taken back").await?;
    session.route(&done).await?;
    session.at("You have taken this return back").await
}
