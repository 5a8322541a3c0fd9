//! A meeting before a projector: the time of each case, and large type in which no agency is named.

use anyhow::{Result, ensure};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, eventually, in_chromium_and};

in_chromium_and!(Webkit webkit: the_time_of_a_case_waits_in_a_break_and_comes_back_with_the_case);
in_chromium_and!(Firefox firefox: names_stay_hidden_after_a_reload_and_in_a_second_window);

const FIRST: &str = "Case 1: 2. History of involvement";
const HIDE: &str = "Hide the agencies’ names";
const SHOW_HERE: &str = "Show the names here";
const HIDE_NONE: &str = "Hide no names any more";
const SWITCH: &str = "names-of-agencies";
/// As many as the fault lets go by at once.
const MINUTES: u64 = 3;

/// A meeting of the sample round with its returns, at the first open item; returns round and meeting.
async fn at_first_item(session: &Session) -> Result<(String, String)> {
    let round = panel::open_sample(session).await?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    let agenda = meeting::start(session, &round).await?;
    session.keyboard().activate("Go to the first open item").await?;
    session.at(FIRST).await?;
    Ok((round, agenda))
}

async fn the_time_of_a_case_waits_in_a_break_and_comes_back_with_the_case(
    session: &mut Session,
) -> Result<()> {
    let (round, agenda) = at_first_item(session).await?;
    let here = session.hash().await?;
    let other = meeting::case_ref(session, &round, "Case 2").await?;
    meeting::go(session, &here, FIRST).await?;
    session.fault("minutes").await?;
    minutes_from(session, MINUTES).await?;

    let keyboard = session.keyboard();
    keyboard.activate("Stop the time").await?;
    session.shows("Let the time run on").await?;
    keyboard.focused("case-time").await?;
    let stopped = minutes(session).await?;
    session.fault("minutes").await?;
    meeting::go(session, &here.replace("area-2", "area-3"), "Case 1: 3. Referral").await?;
    ensure!(minutes(session).await? == stopped, "a break was counted");
    axe::check(session, "a case whose time is stopped").await?;

    keyboard.activate("Let the time run on").await?;
    session.shows("Stop the time").await?;
    session.fault("minutes").await?;
    let spent = minutes_from(session, stopped + MINUTES).await?;
    let second = format!("{agenda}/case/{other}/area/area-2");
    meeting::go(session, &second, "Case 2: 2. History of involvement").await?;
    let fresh = minutes(session).await?;
    ensure!(fresh < MINUTES, "the second case begins with {fresh} minutes");
    session.fault("minutes").await?;
    minutes_from(session, fresh + MINUTES).await?;
    meeting::go(session, &here, FIRST).await?;
    let again = minutes(session).await?;
    ensure!((spent..spent + MINUTES).contains(&again), "{spent} minutes, and then {again}");
    Ok(())
}

/// The minutes that the page says.
async fn minutes(session: &Session) -> Result<u64> {
    const SAID: &str =
        "const at = document.querySelector('[role=timer]'); return at ? at.textContent : '';";
    eventually("the time of the case", async || {
        let said = session.text_of(SAID, vec![]).await?;
        let Some(time) = said.strip_prefix("Time of this case: ") else { return Ok(None) };
        if time.starts_with("less than a minute") {
            return Ok(Some(0));
        }
        Ok(time.split(' ').next().and_then(|number| number.parse().ok()))
    })
    .await
}

/// Waits until it says so many minutes, or more.
async fn minutes_from(session: &Session, least: u64) -> Result<u64> {
    eventually(&format!("{least} minutes"), async || {
        let now = minutes(session).await?;
        Ok((now >= least).then_some(now))
    })
    .await
}

async fn names_stay_hidden_after_a_reload_and_in_a_second_window(
    session: &mut Session,
) -> Result<()> {
    at_first_item(session).await?;
    let large = format!("{}/large", session.hash().await?);
    let first = session.driver.window().await?;
    meeting::go(session, &large, FIRST).await?;
    auditors(session, Shown::ByName).await?;
    session.keyboard().activate(HIDE).await?;
    let letters = auditors(session, Shown::ByLetter).await?;
    session.keyboard().focused(SWITCH).await?;
    session.shows("hidden in large type, in every window of this round in this browser").await?;
    axe::check(session, "large type without names").await?;

    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open(&format!("panel.html?fault=remember-auditors{large}")).await?;
    for _ in 0..2 {
        session.at(FIRST).await?;
        let here = auditors(session, Shown::ByLetter).await?;
        ensure!(here == letters, "{here:?}, and in the first window {letters:?}");
        saw_letters_alone(session).await?;
        session.reload().await?;
    }

    // What one view shows for a moment, the other does not.
    auditors(session, Shown::ByLetter).await?;
    session.keyboard().activate(SHOW_HERE).await?;
    auditors(session, Shown::ByName).await?;
    session.driver.switch_to_window(first.clone()).await?;
    auditors(session, Shown::ByLetter).await?;
    // The choice for the round goes to both, from whichever window.
    session.keyboard().activate(HIDE_NONE).await?;
    auditors(session, Shown::ByName).await?;
    session.driver.switch_to_window(second.clone()).await?;
    auditors(session, Shown::ByName).await?;
    session.keyboard().activate(HIDE).await?;
    auditors(session, Shown::ByLetter).await?;
    session.driver.switch_to_window(first).await?;
    auditors(session, Shown::ByLetter).await?;

    session.driver.switch_to_window(second).await?;
    says_what_is_not_kept(session, &large).await
}

/// Where the browser keeps nothing, the window hides them all the same and says that it will not last.
async fn says_what_is_not_kept(session: &Session, large: &str) -> Result<()> {
    session.open(&format!("panel.html?fault=no-journal{large}")).await?;
    session.at(FIRST).await?;
    auditors(session, Shown::ByName).await?;
    session.keyboard().activate(HIDE).await?;
    auditors(session, Shown::ByLetter).await?;
    session.shows("This browser keeps nothing of this choice").await?;
    ensure!(!session.text().await?.contains("after a reload too"), "it says that it will last");
    axe::check(session, "hidden names that are not kept").await
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    ByName,
    ByLetter,
}

/// Waits until every auditor stands there so, and returns what they are called.
async fn auditors(session: &Session, shown: Shown) -> Result<Vec<String>> {
    eventually(&format!("the auditors, {shown:?}"), async || {
        let rows = panel::table(session, ".app-large").await?;
        let called: Vec<String> =
            rows.into_iter().filter_map(|row| row.into_iter().next()).collect();
        let by_letter = called.iter().filter(|one| is_letter(one)).count();
        let wanted = if shown == Shown::ByLetter { called.len() } else { 0 };
        Ok((!called.is_empty() && by_letter == wanted).then_some(called))
    })
    .await
}

fn is_letter(called: &str) -> bool {
    called.starts_with("Agency ")
}

/// No name stood on this page since it was loaded, be it for less than a frame.
async fn saw_letters_alone(session: &Session) -> Result<()> {
    const SEEN: &str = "return document.documentElement.getAttribute('data-seen');";
    let seen: Vec<String> = serde_json::from_str(&session.text_of(SEEN, vec![]).await?)?;
    ensure!(!seen.is_empty() && seen.iter().all(|one| is_letter(one)), "{seen:?}");
    Ok(())
}
