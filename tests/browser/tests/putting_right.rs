//! What is wrong leads to where it is put right, and what is held to the wrong standards to the right ones.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Session, axe, eventually, in_chromium_and};

in_chromium_and!(Firefox firefox: t09_an_error_leads_to_the_box_that_is_wrong);
in_chromium_and!(Firefox firefox: ec37_a_family_is_held_to_the_timescales_of_another_nation);
in_chromium_and!(Webkit webkit: ch03_an_empty_entry_or_a_wrong_date_does_not_pass);

/// Types a date from its first box on.
async fn date(session: &Session, day: &str, month: &str, year: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.text(day).await?;
    keyboard.tab().await?;
    keyboard.text(month).await?;
    keyboard.tab().await?;
    keyboard.text(year).await
}

async fn t09_an_error_leads_to_the_box_that_is_wrong(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("timescales/at/event-referral-day")).await?;
    let keyboard = session.keyboard();
    keyboard.focused("event-referral-day").await?;
    date(session, "2", "3", "2026").await?;
    session.route(&pages.page("timescales/at/event-child-seen-day")).await?;
    keyboard.focused("event-child-seen-day").await?;
    date(session, "3", "13", "2026").await?;
    session.route(&pages.page("missing")).await?;
    keyboard
        .activate("A date entered for “Child seen” is not a real date. Correct it or clear it.")
        .await?;
    keyboard.focused("event-child-seen-month").await.map(drop)
}

async fn ec37_a_family_is_held_to_the_timescales_of_another_nation(
    session: &mut Session,
) -> Result<()> {
    const MET: &str = "Met. 25 days after the concern. The limit is 28 days.";
    const NOT_SAID: &str = "Cannot be said: the date that it is counted from is not entered.";
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("timescales")).await?;
    session.shows("To whose timescales was the family held?").await?;
    let keyboard = session.keyboard();
    keyboard.fill_date("event-referral", 60).await?;
    keyboard.fill_date("event-initial-conference", 35).await?;
    follows(session, NOT_SAID).await?;
    let nation = keyboard.tab_to("the nations", |focus| focus.name == "nation").await?;
    keyboard.choose(&nation, "scotland").await?;
    follows(session, MET).await?;
    follows(session, "National Guidance for Child Protection in Scotland").await?;
    ensure!(keyboard.focus().await?.name == "nation", "the focus is lost while choosing");
    axe::check(session, "the timescales of another nation").await?;
    session.reload().await?;
    follows(session, MET).await?;
    session.route(&pages.page("answers")).await?;
    session.shows("Held to the standards of").await?;
    // Back to its own: the dates are still there.
    session.route(&pages.page("timescales")).await?;
    follows(session, MET).await?;
    let nation = keyboard.tab_to("the nations", |focus| focus.name == "nation").await?;
    keyboard.choose(&nation, "own").await?;
    follows(session, NOT_SAID).await?;
    session.box_holds("event-referral-year", &keyboard.date(60).await?[2]).await
}

/// Waits for what follows from the dates, wherever on the page it stands: far from what is seen it is not drawn.
async fn follows(session: &Session, text: &str) -> Result<()> {
    const RESULTS: &str = "return [...document.querySelectorAll('.app-prompt')]
        .some(one => one.textContent.includes(arguments[0]));";
    eventually(text, async || {
        Ok((session.script(RESULTS, vec![text.into()]).await? == true).then_some(()))
    })
    .await
}

async fn ch03_an_empty_entry_or_a_wrong_date_does_not_pass(session: &mut Session) -> Result<()> {
    const CONTINUE: &str = "Save and continue";
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("chronology")).await?;
    session.at("Chronology").await?;
    let keyboard = session.keyboard();
    let anchor = keyboard.tab_to("the event counted from", |focus| focus.kind == "radio").await?;
    keyboard.choose(&anchor, "referral").await?;
    let day = "chronology-anchor-date-day";
    keyboard.tab_to(day, |focus| focus.id == day).await?;
    date(session, "31", "2", "2026").await?;
    keyboard.activate(CONTINUE).await?;
    keyboard
        .activate("The date that the chronology is counted from is not a real date. Correct it.")
        .await?;
    keyboard.focused(day).await?;
    keyboard.with_control('a').await?;
    keyboard.text("2").await?;
    keyboard.activate("Add an entry").await?;
    keyboard.activate(CONTINUE).await?;
    session.shows("An entry of the chronology does not say what happened").await?;
    session.route(&pages.tasks).await?;
    session.shows("You have completed").await?;
    let said = session.text().await?;
    // The status stands on the same line or on the next.
    let joined = said.split_whitespace().collect::<Vec<_>>().join("");
    ensure!(joined.contains("ChronologyInprogress"), "{said}");
    Ok(())
}
