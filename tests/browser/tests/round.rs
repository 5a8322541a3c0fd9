//! A round from its set-up to its first return, in one browser.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::{auditor, panel};
use browser_tests::{Session, in_every_engine};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

in_every_engine![a_nil_return_to_a_round_of_ones_own];

async fn a_nil_return_to_a_round_of_ones_own(session: &mut Session) -> Result<()> {
    let round = set_up(session).await?;
    session.route(&format!("{round}/invitations")).await?;
    session.at("Invitations").await?;
    session.press("Download").await?;
    let invitation = saved(session, "invitation-").await?;

    let start = Instant::now();
    session.open("index.html").await?;
    session.choose_files("open-file", &[invitation]).await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    say_nothing_was_found(session, &pages).await?;
    let took = start.elapsed();
    ensure!(took < Duration::from_secs(60), "a nil return took {took:?}");
    let signed = auditor::sealed_return(session).await?;

    session.open(&format!("panel.html{round}/import")).await?;
    session.at("Import returns").await?;
    let file = browser_tests::downloads::write(session, "nil.json", &signed)?;
    let rows = panel::import(session, &[file]).await?;
    let outcome = &rows.first().context("no row")?.outcome;
    ensure!(outcome.contains("Imported, from a signer who was invited"), "{outcome}");
    ensure!(outcome.contains("A nil return"), "{outcome}");
    Ok(())
}

/// A round of one auditor and one case; returns its address.
async fn set_up(session: &Session) -> Result<String> {
    session.open("panel.html#/new").await?;
    session.at("Set up a round").await?;
    type_into(session, "title", "Neglect").await?;
    type_into(session, "board", "Estmere Safeguarding Children Partnership").await?;
    type_into(session, "cases", "1").await?;
    let keyboard = session.keyboard();
    session.driver.find(By::Id("title")).await?.focus().await?;
    let first = loop {
        let focus = keyboard.tab_back().await?;
        if focus.kind == "radio" {
            break focus;
        }
    };
    keyboard.press(&[SPACE]).await?;
    ensure!(!first.choices.is_empty(), "no tool on offer");
    keyboard.activate("Add an auditor").await?;
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

async fn say_nothing_was_found(session: &Session, pages: &auditor::ReturnPages) -> Result<()> {
    session.route(&pages.page("you")).await?;
    session.at("Who you are").await?;
    let keyboard = session.keyboard();
    browser_tests::answering::answer_page(&keyboard).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("involvement")).await?;
    session.at("Your agency’s involvement").await?;
    let focus = keyboard.tab_to("how far", |focus| focus.kind == "radio").await?;
    let nil =
        focus.choices.iter().find(|choice| choice.starts_with("no")).context("no nil answer")?;
    keyboard.choose(&focus, nil).await?;
    for (id, text) in [
        ("involvement-searched-day", "27"),
        ("involvement-searched-month", "3"),
        ("involvement-searched-year", "2026"),
        ("involvement-systems", "Record system and archive"),
        ("involvement-statement", "No record of the child or the family"),
    ] {
        keyboard.tab_to(id, |focus| focus.id == id).await?;
        keyboard.text(text).await?;
    }
    keyboard.activate("Save and continue").await?;
    // Nothing is graded, so what is left is to check and to sign.
    session.at("Check your answers").await?;
    session.route(&pages.page("sign")).await?;
    session.at("Sign and download").await?;
    auditor::sign_by_keyboard(session).await
}
