//! What lies under a passphrase: in copies, after faults, and where a browser has cleared what it kept.

use crate::leaving::asks_before_closing;
use crate::lock::{WORDS, enter, hidden, kept, set_passphrase, unlock};
use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{self, START};
use browser_tests::pages::reason::{begin_and_type, reason_is, type_reason};
use browser_tests::{Session, axe, eventually, in_every_engine, records};
use std::fs;

in_every_engine![
    locked_returns_can_be_downloaded_after_a_panic,
    what_a_window_alone_keeps_under_a_passphrase_is_not_said_to_be_on_the_device,
    what_the_program_before_kept_is_taken_over,
    a_copy_closed_with_a_passphrase_opens_again,
    a_browser_that_cleared_its_database_asks_for_the_passphrase_still,
    what_the_browser_cleared_under_an_open_passphrase_is_closed_again,
];

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
