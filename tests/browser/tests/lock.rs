//! A computer that others use: a passphrase closes what is kept, and pages lock when nobody uses them.

use anyhow::{Result, ensure};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{self, START};
use browser_tests::pages::reason::{REASON, begin_and_type, reason_is, type_reason};
use browser_tests::{Session, axe, eventually, in_engines, in_every_engine, records};

in_every_engine![
    a_passphrase_closes_everything_that_was_typed,
    a_page_that_nobody_uses_locks_with_its_last_words,
    a_page_that_cannot_save_does_not_lock,
    two_tabs_lock_together_and_open_apart,
    everything_can_be_deleted_while_it_is_locked,
    a_passphrase_is_changed_and_removed,
    words_that_are_in_no_draft_come_back_and_no_others,
];
in_engines!(axe_finds_nothing_on_the_pages_of_the_passphrase: Chromium chromium);

pub const WORDS: &str = "lantern orchard kettle";
const LOCKED: &str = "Your returns on this device are locked";
const SHELVES: [&str; 3] = ["drafts", "invitations", "set_aside"];

/// Sets a passphrase by keyboard, from the page of all returns.
pub async fn set_passphrase(session: &Session) -> Result<()> {
    session.route("#/drafts").await?;
    session.at("Your returns on this device").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Lock your returns on this device").await?;
    session.at("Lock your returns with a passphrase").await?;
    enter(session, "new-passphrase", WORDS).await?;
    enter(session, "passphrase-again", WORDS).await?;
    keyboard.press(&[ENTER]).await?;
    session.at("The passphrase of this device").await
}

pub async fn enter(session: &Session, id: &str, words: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(id, |focus| focus.id == id).await?;
    keyboard.text(words).await
}

/// On the page that is locked, enters a passphrase.
pub async fn unlock(session: &Session, words: &str) -> Result<()> {
    session.at(LOCKED).await?;
    enter(session, "passphrase", words).await?;
    session.keyboard().press(&[ENTER]).await
}

/// Everything that this browser keeps, as somebody would find it who looks.
pub async fn kept(session: &Session) -> Result<String> {
    const TEXTS: &str = "return JSON.stringify(Object.entries(localStorage));";
    let mut all = session.text_of(TEXTS, vec![]).await?;
    for shelf in SHELVES {
        for (_, text) in records::texts(session, shelf).await? {
            all.push_str(&text);
        }
    }
    Ok(all)
}

/// Fails where any of these words lies in the open.
pub async fn hidden(session: &Session, words: &[&str]) -> Result<()> {
    let kept = kept(session).await?;
    let found: Vec<&&str> = words.iter().filter(|word| kept.contains(**word)).collect();
    ensure!(found.is_empty(), "{found:?} in the open: {kept}");
    Ok(())
}

/// Sets the time after which pages of this browser lock, as the stored setting says it.
async fn lock_after(session: &Session, seconds: u32) -> Result<()> {
    let to = format!("\"idle_seconds\":{seconds}");
    records::replace(session, "vault", "\"idle_seconds\":\\d+", &to, 0).await
}

async fn a_passphrase_closes_everything_that_was_typed(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Before the passphrase").await?;
    eventually("the record", async || {
        Ok(kept(session).await?.contains("Before the passphrase").then_some(()))
    })
    .await?;
    set_passphrase(session).await?;
    let planted = ["Before the passphrase", "after it", "Case 1", "enrolment"];
    hidden(session, &planted).await?;
    type_reason(session, &pages, ", after it").await?;
    session.shows("Saved on this device").await?;
    reason_is(session, "Before the passphrase, after it").await?;
    session.reload().await?;
    session.at(LOCKED).await?;
    ensure!(!session.text().await?.contains("Before the passphrase"), "shown while locked");
    hidden(session, &planted).await?;
    unlock(session, "lantern orchard kettles").await?;
    session.shows("There is a problem").await?;
    session.shows("This is not the passphrase").await?;
    hidden(session, &planted).await?;
    unlock(session, WORDS).await?;
    // The very page, with every word.
    reason_is(session, "Before the passphrase, after it").await?;
    hidden(session, &planted).await
}

async fn a_page_that_nobody_uses_locks_with_its_last_words(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "One").await?;
    set_passphrase(session).await?;
    lock_after(session, 8).await?;
    session.reload().await?;
    unlock(session, WORDS).await?;
    session.at("The passphrase of this device").await?;
    type_reason(session, &pages, ", two").await?;
    // Nobody touches it.
    session.at(LOCKED).await?;
    let left = session.text_of("return document.body.innerHTML;", vec![]).await?;
    ensure!(!left.contains("One, two") && !left.contains(REASON), "left in the page: {left}");
    unlock(session, WORDS).await?;
    reason_is(session, "One, two").await
}

async fn a_page_that_cannot_save_does_not_lock(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Before").await?;
    set_passphrase(session).await?;
    type_reason(session, &pages, ", and after").await?;
    session.shows("Saved on this device").await?;
    session.fault("full").await?;
    session.keyboard().text(", and more").await?;
    session.press("Lock now").await?;
    let said = async || {
        let all = session.text_of("return document.body.innerText;", vec![]).await?;
        Ok(all.contains("This page was not locked").then_some(()))
    };
    eventually("the word that it is not locked", said).await?;
    reason_is(session, "Before, and after, and more").await?;
    session.fault("mended").await?;
    session.press("Lock now").await?;
    unlock(session, WORDS).await?;
    reason_is(session, "Before, and after, and more").await
}

async fn two_tabs_lock_together_and_open_apart(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "First tab").await?;
    set_passphrase(session).await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "First tab").await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open("index.html#/drafts").await?;
    unlock(session, WORDS).await?;
    session.at("Your returns on this device").await?;
    session.driver.switch_to_window(first.clone()).await?;
    reason_is(session, "First tab").await?;
    session.press("Lock now").await?;
    session.at(LOCKED).await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.at(LOCKED).await?;
    // Opened in one tab, it stays locked in the other.
    unlock(session, WORDS).await?;
    session.at("Your returns on this device").await?;
    session.driver.switch_to_window(first).await?;
    session.at(LOCKED).await?;
    unlock(session, WORDS).await?;
    reason_is(session, "First tab").await?;
    session.driver.switch_to_window(second).await?;
    Ok(())
}

async fn everything_can_be_deleted_while_it_is_locked(session: &mut Session) -> Result<()> {
    begin_and_type(session, "Nobody else’s business").await?;
    set_passphrase(session).await?;
    session.reload().await?;
    session.at(LOCKED).await?;
    let keyboard = session.keyboard();
    keyboard.activate("If you have forgotten the passphrase").await?;
    session.shows("Nobody can find it out").await?;
    keyboard.activate("Delete everything on this device").await?;
    session.shows("1 return, locked with the passphrase").await?;
    enter(session, "confirm", "delete").await?;
    keyboard.press(&[ENTER]).await?;
    session.at("Everything was deleted").await?;
    for shelf in ["drafts", "invitations", "set_aside", "vault", "keys"] {
        ensure!(records::texts(session, shelf).await?.is_empty(), "something is left of {shelf}");
    }
    session.open_anew().await?;
    session.at(START).await
}

async fn a_passphrase_is_changed_and_removed(session: &mut Session) -> Result<()> {
    const OTHER: &str = "candle meadow button";
    let pages = begin_and_type(session, "Kept through all of it").await?;
    set_passphrase(session).await?;
    let keyboard = session.keyboard();
    // With the wrong present one nothing changes.
    enter(session, "present-passphrase", "lantern orchard kettles").await?;
    enter(session, "new-passphrase", OTHER).await?;
    enter(session, "passphrase-again", OTHER).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("This is not the passphrase").await?;
    session.reload().await?;
    unlock(session, WORDS).await?;
    session.at("The passphrase of this device").await?;
    enter(session, "present-passphrase", WORDS).await?;
    enter(session, "new-passphrase", OTHER).await?;
    enter(session, "passphrase-again", OTHER).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("The passphrase was changed").await?;
    session.reload().await?;
    unlock(session, OTHER).await?;
    session.at("The passphrase of this device").await?;
    hidden(session, &["Kept through all of it"]).await?;
    enter(session, "passphrase-to-remove", OTHER).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("The passphrase was removed").await?;
    ensure!(kept(session).await?.contains("Kept through all of it"), "still closed");
    session.reload().await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Kept through all of it").await
}

/// The reason of a withdrawal stands in no draft and is taken along; a file of questions is not.
async fn words_that_are_in_no_draft_come_back_and_no_others(session: &mut Session) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : '';";
    auditor::open_sample_invitation(session, "health-visiting").await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    auditor::nil_return_by_keyboard(session).await?;
    set_passphrase(session).await?;
    session.route(&pages.page("withdraw")).await?;
    session.at("Take this return back").await?;
    session.keyboard().fill("withdraw-reason", "Half a reas").await?;
    session.press("Lock now").await?;
    session.at(LOCKED).await?;
    unlock(session, WORDS).await?;
    session.at("Take this return back").await?;
    eventually("the reason typed again", async || {
        let value = session.text_of(VALUE, vec!["withdraw-reason".into()]).await?;
        Ok((value == "Half a reas").then_some(()))
    })
    .await
}

async fn axe_finds_nothing_on_the_pages_of_the_passphrase(session: &mut Session) -> Result<()> {
    begin_and_type(session, "For axe").await?;
    session.route("#/passphrase").await?;
    session.at("Lock your returns with a passphrase").await?;
    axe::check(session, "no passphrase set").await?;
    session.press("Set the passphrase").await?;
    session.shows("Use at least 12 characters").await?;
    axe::check(session, "too short a passphrase").await?;
    set_passphrase(session).await?;
    axe::check(session, "a passphrase set").await?;
    session.press("Change the passphrase").await?;
    session.shows("Enter the passphrase").await?;
    axe::check(session, "nothing entered").await?;
    session.press("Lock now").await?;
    session.at(LOCKED).await?;
    axe::check(session, "locked").await?;
    session.press("Unlock").await?;
    session.shows("There is a problem").await?;
    axe::check(session, "locked, nothing entered").await?;
    session.keyboard().activate("If you have forgotten").await?;
    axe::check(session, "locked, forgotten").await?;
    session.press("Show").await?;
    axe::check(session, "locked, passphrase shown").await?;
    // As where nobody has the file any more.
    unlock(session, WORDS).await?;
    session.at("The passphrase of this device").await?;
    session.route("#/locked-copy").await?;
    session.at("This copy is locked").await?;
    axe::check(session, "a locked copy").await
}
