//! A computer that others use: a passphrase closes what is kept, and pages lock when nobody uses them.

use crate::leaving::asks_before_closing;
use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{self, START};
use browser_tests::pages::reason::{REASON, begin_and_type, reason_is, type_reason};
use browser_tests::{Session, axe, eventually, in_engines, in_every_engine, records};
use std::fs;

in_every_engine![
    a_passphrase_closes_everything_that_was_typed,
    a_page_that_nobody_uses_locks_with_its_last_words,
    a_page_that_cannot_save_does_not_lock,
    two_tabs_lock_together_and_open_apart,
    everything_can_be_deleted_while_it_is_locked,
    a_passphrase_is_changed_and_removed,
    locked_returns_can_be_downloaded_after_a_panic,
    what_a_window_alone_keeps_under_a_passphrase_is_not_said_to_be_on_the_device,
    what_the_program_before_kept_is_taken_over,
    a_copy_closed_with_a_passphrase_opens_again,
    words_that_are_in_no_draft_come_back_and_no_others,
    a_browser_that_cleared_its_database_asks_for_the_passphrase_still,
    what_the_browser_cleared_under_an_open_passphrase_is_closed_again,
];
in_engines!(axe_finds_nothing_on_the_pages_of_the_passphrase: Chromium chromium);

const WORDS: &str = "lantern orchard kettle";
const LOCKED: &str = "Your returns on this device are locked";
const SHELVES: [&str; 3] = ["drafts", "invitations", "set_aside"];

/// Sets a passphrase by keyboard, from the page of all returns.
async fn set_passphrase(session: &Session) -> Result<()> {
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

async fn enter(session: &Session, id: &str, words: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(id, |focus| focus.id == id).await?;
    keyboard.text(words).await
}

/// On the page that is locked, enters a passphrase.
async fn unlock(session: &Session, words: &str) -> Result<()> {
    session.at(LOCKED).await?;
    enter(session, "passphrase", words).await?;
    session.keyboard().press(&[ENTER]).await
}

/// Everything that this browser keeps, as somebody would find it who looks.
async fn kept(session: &Session) -> Result<String> {
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
async fn hidden(session: &Session, words: &[&str]) -> Result<()> {
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

/// Opens a locked copy in a browser that keeps nothing else, as another one would be.
async fn open_elsewhere(session: &mut Session, copy: &[u8]) -> Result<()> {
    session.open("index.html#/delete-everything").await?;
    session.at("Delete everything on this device").await?;
    enter(session, "confirm", "delete").await?;
    session.keyboard().press(&[ENTER]).await?;
    session.at("Everything was deleted").await?;
    session.open_anew().await?;
    session.at(START).await?;
    let file = write(session, "locked.json", copy)?;
    session.choose_files("open-file", &[file]).await?;
    session.at("This copy is locked").await
}

async fn locked_returns_can_be_downloaded_after_a_panic(session: &mut Session) -> Result<()> {
    const PRESS: &str = "
        const button = document.querySelector('#panic [data-rescue] button');
        if (button) button.click();
        return button ? document.querySelector('#panic').innerText : '';";
    let pages = begin_and_type(session, "Before the fault").await?;
    set_passphrase(session).await?;
    session.route(&pages.tasks).await?;
    session.shows("You have completed").await?;
    session.fault("trap").await?;
    let said = eventually("the locked return", async || {
        let said = session.text_of(PRESS, vec![]).await?;
        Ok((!said.is_empty()).then_some(said))
    })
    .await?;
    ensure!(said.contains("with your passphrase"), "{said}");
    let bytes = fs::read(saved(session, "locked-draft-").await?)?;
    ensure!(!String::from_utf8_lossy(&bytes).contains("Before the fault"), "in the open");
    session.forget_troubles().await?;
    open_elsewhere(session, &bytes).await?;
    enter(session, "passphrase", WORDS).await?;
    session.keyboard().press(&[ENTER]).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Before the fault").await?;
    session.forget_troubles().await
}

/// Nor is it handed out in the open: whoever sits there may not know the passphrase.
async fn what_a_window_alone_keeps_under_a_passphrase_is_not_said_to_be_on_the_device(
    session: &mut Session,
) -> Result<()> {
    const SAID: &str = "const panic = document.querySelector('#panic');
        return panic.hidden ? '' : panic.innerText;";
    begin_and_type(session, "Of the first child").await?;
    session.shows("Saved on this device").await?;
    set_passphrase(session).await?;
    session.fault("full").await?;
    session.route("#/").await?;
    session.at(START).await?;
    auditor::choose_sample_invitation(session, "health-visiting").await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    type_reason(session, &pages, "Of the second child").await?;
    session.shows("Your answers are in this window only").await?;
    session.fault("trap").await?;
    let said = eventually("what the page says of the fault", async || {
        let said = session.text_of(SAID, vec![]).await?;
        Ok((!said.is_empty()).then_some(said))
    })
    .await?;
    ensure!(said.contains("It cannot be downloaded"), "{said}");
    ensure!(!said.contains("still on this device"), "{said}");
    ensure!(asks_before_closing(session).await?, "it goes without a word");
    session.forget_troubles().await
}

/// Without a passphrase of the device; opened as if in another browser.
async fn a_copy_closed_with_a_passphrase_opens_again(session: &mut Session) -> Result<()> {
    const SAVE: &str = "Save a copy that opens with a passphrase";
    let pages = begin_and_type(session, "For the memory stick").await?;
    session.route(&pages.tasks).await?;
    session.shows("You have completed").await?;
    let keyboard = session.keyboard();
    keyboard.activate(SAVE).await?;
    session.at(SAVE).await?;
    enter(session, "new-passphrase", WORDS).await?;
    enter(session, "passphrase-again", "lantern orchard kettles").await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("The two passphrases are not the same").await?;
    session.reload().await?;
    session.at(SAVE).await?;
    enter(session, "new-passphrase", WORDS).await?;
    enter(session, "passphrase-again", WORDS).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("It opens with this passphrase only").await?;
    axe::check(session, "a closed copy saved").await?;
    let bytes = fs::read(saved(session, "locked-draft-").await?)?;
    let text = String::from_utf8_lossy(&bytes);
    // With a space each: what is closed is base64, which holds any one word by chance.
    ensure!(!text.contains("memory stick") && !text.contains("Case "), "in the open");
    open_elsewhere(session, &bytes).await?;
    enter(session, "passphrase", "lantern orchard kettles").await?;
    session.keyboard().press(&[ENTER]).await?;
    session.shows("This is not the passphrase").await?;
    enter(session, "passphrase", WORDS).await?;
    session.keyboard().press(&[ENTER]).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "For the memory stick").await
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

/// As browsers clear a database: its connections are closed, then all is gone.
async fn clear_database(session: &Session) -> Result<()> {
    session.fault("lost").await?;
    for shelf in ["drafts", "invitations", "set_aside", "vault"] {
        records::clear(session, shelf).await?;
    }
    Ok(())
}

async fn a_browser_that_cleared_its_database_asks_for_the_passphrase_still(
    session: &mut Session,
) -> Result<()> {
    begin_and_type(session, "Soon gone").await?;
    session.shows("Saved on this device").await?;
    set_passphrase(session).await?;
    session.route("#/drafts").await?;
    session.at("Your returns on this device").await?;
    clear_database(session).await?;
    session.reload().await?;
    unlock(session, WORDS).await?;
    session.shows("Returns that this browser has deleted").await?;
    // What is begun now is closed like everything before.
    begin_under_passphrase(session, "After the clearing").await?;
    hidden(session, &["After the clearing"]).await
}

/// Begins a return where pages that are loaded begin locked.
async fn begin_under_passphrase(session: &Session, text: &str) -> Result<()> {
    session.route("#/").await?;
    session.at(START).await?;
    auditor::choose_sample_invitation(session, "health-visiting").await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    type_reason(session, &pages, text).await?;
    eventually("a record", async || {
        Ok((!records::texts(session, "drafts").await?.is_empty()).then_some(()))
    })
    .await?;
    session.shows("Saved on this device").await
}

async fn what_the_browser_cleared_under_an_open_passphrase_is_closed_again(
    session: &mut Session,
) -> Result<()> {
    let pages = begin_and_type(session, "Before").await?;
    set_passphrase(session).await?;
    type_reason(session, &pages, ", and after").await?;
    session.shows("Saved on this device").await?;
    clear_database(session).await?;
    session.keyboard().text(", and more").await?;
    // Without the vault's record nobody would ever open them; without the invitation not the draft.
    for shelf in ["vault", "drafts", "invitations"] {
        eventually(&format!("a record on the shelf of {shelf}"), async || {
            Ok((!records::texts(session, shelf).await?.is_empty()).then_some(()))
        })
        .await?;
    }
    session.shows("Saved on this device").await?;
    hidden(session, &["Before, and after"]).await?;
    session.reload().await?;
    unlock(session, WORDS).await?;
    reason_is(session, "Before, and after, and more").await
}

async fn what_the_program_before_kept_is_taken_over(session: &mut Session) -> Result<()> {
    /// The same records in a database of the first version, which had no shelf for a passphrase.
    const BEFORE: &str = "
        const [done] = [...arguments].slice(-1);
        const name = 'multi-agency-audit';
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const shelves = [...open.result.objectStoreNames].filter(one => one !== 'vault');
            const reading = open.result.transaction(shelves);
            const found = shelves.map(one => reading.objectStore(one))
                .map(shelf => [shelf.name, shelf.getAllKeys(), shelf.getAll()]);
            reading.oncomplete = () => {
                open.result.close();
                indexedDB.deleteDatabase(name).onsuccess = () => {
                    const again = indexedDB.open(name, 1);
                    again.onupgradeneeded = () => found.forEach(([shelf, keys, all]) => {
                        const made = again.result.createObjectStore(shelf);
                        all.result.forEach((value, at) => made.put(value, keys.result[at]));
                    });
                    again.onsuccess = () => { again.result.close(); done('made'); };
                };
            };
        };";
    let pages = begin_and_type(session, "From before").await?;
    session.shows("Saved on this device").await?;
    eventually("the record", async || {
        Ok(kept(session).await?.contains("From before").then_some(()))
    })
    .await?;
    session.route("#/help").await?;
    session.at("Help").await?;
    ensure!(session.script_async(BEFORE, vec![]).await? == "made", "no database made");
    session.reload().await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "From before").await?;
    set_passphrase(session).await?;
    hidden(session, &["From before"]).await
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
