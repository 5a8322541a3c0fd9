//! Every way in which a browser loses or endangers work, tried on purpose.
//!
//! | way | story, here where no file is named |
//! |---|---|
//! | a file backup in another browser | `a_copy_opens_in_another_browser`, `ctrl_s_saves_a_copy_that_opens_again` |
//! | twenty minutes without a backup | `twenty_minutes_without_a_copy_ask_for_one` |
//! | deleted by mistake | `a_deleted_return_waits_for_thirty_days` |
//! | open in two tabs | `a_second_tab_reads_and_takes_over` |
//! | left for another page and come back to | `a_return_left_for_another_page_goes_on_there` |
//! | left in the midst of a save | `a_return_left_in_the_midst_of_a_save_opens_at_once` |
//! | left while the program was at work | `a_page_left_in_the_midst_of_its_work_begins_anew` |
//! | written in two windows | `two_windows_that_wrote_to_one_return_leave_two_copies` |
//! | storage full | `a_full_disk_is_said_until_there_is_room` |
//! | storage blocked | `a_browser_that_keeps_nothing_works_from_files` |
//! | evicted | `a_return_that_the_browser_deleted_is_named`, `what_the_browser_cleared_under_an_open_return_is_written_again` |
//! | private window | `a_private_window_is_named_where_the_browser_lets_it_be_known` |
//! | damaged record | `a_damaged_record_is_set_aside_to_the_byte` |
//! | connection lost in the background | `a_connection_closed_in_the_background_is_opened_again` |
//! | draft older than the program, or newer | `a_record_of_an_older_program_opens`, `a_newer_record_is_left_as_it_is` |
//! | tool changed | `moving.rs` |
//! | device shared | `everything_on_this_device_can_be_deleted` |
//! | browser killed | `crash.rs`, and `cargo xtask crash` |
//! | program stopped | `plain.rs` |

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::CONTROL;
use browser_tests::pages::auditor::{ReturnPages, START, sample_case_by_keyboard};
use browser_tests::{
    Engine, Session, Setting, axe, elsewhere, eventually, in_engines, in_every_engine, records,
};
use std::fs;

in_every_engine![
    a_browser_that_keeps_nothing_works_from_files,
    a_copy_opens_in_another_browser,
    a_full_disk_is_said_until_there_is_room,
    a_connection_closed_in_the_background_is_opened_again,
    what_the_browser_cleared_under_an_open_return_is_written_again,
    ctrl_s_saves_a_copy_that_opens_again,
    twenty_minutes_without_a_copy_ask_for_one,
    a_return_left_for_another_page_goes_on_there,
    a_return_left_in_the_midst_of_a_save_opens_at_once,
    a_second_tab_reads_and_takes_over,
    two_windows_that_wrote_to_one_return_leave_two_copies,
    a_damaged_record_is_set_aside_to_the_byte,
    a_record_of_an_older_program_opens,
    a_newer_record_is_left_as_it_is,
    a_return_that_the_browser_deleted_is_named,
    a_deleted_return_waits_for_thirty_days,
    everything_on_this_device_can_be_deleted,
];
in_engines!(a_page_left_in_the_midst_of_its_work_begins_anew: Firefox firefox);
in_engines!(a_private_window_is_named_where_the_browser_lets_it_be_known: Firefox firefox);

const REASON: &str = "area-2_reason";

/// Begins a return and types into one box of it.
async fn begin_and_type(session: &Session, text: &str) -> Result<ReturnPages> {
    let pages = sample_case_by_keyboard(session).await?;
    type_reason(session, &pages, text).await?;
    Ok(pages)
}

/// Goes to the box, whatever page is shown, and types at its end.
async fn type_reason(session: &Session, pages: &ReturnPages, text: &str) -> Result<()> {
    // A tab behind another one draws no frames, and so moves no focus by itself.
    const AT_END: &str = "
        const at = document.getElementById(arguments[0]);
        if (!at) return false;
        at.focus();
        at.setSelectionRange(at.value.length, at.value.length);
        return document.activeElement === at;";
    session.route(&pages.tasks).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await?;
    eventually("the focus on the box", async || {
        let there = session.script(AT_END, vec![REASON.into()]).await?;
        Ok((there == true).then_some(()))
    })
    .await?;
    session.keyboard().text(text).await
}

/// Waits until what is stored holds a text.
async fn stored(session: &Session, text: &str) -> Result<()> {
    eventually(&format!("a record that holds “{text}”"), async || {
        let drafts = records::texts(session, "drafts").await?;
        Ok(drafts.iter().any(|(_, draft)| draft.contains(text)).then_some(()))
    })
    .await
}

/// Waits until the box holds a text.
async fn reason_is(session: &Session, text: &str) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : '';";
    let held = async || session.text_of(VALUE, vec![REASON.into()]).await;
    let outcome = eventually(&format!("“{text}” in the box"), async || {
        Ok((held().await? == text).then_some(()))
    })
    .await;
    match outcome {
        Ok(()) => Ok(()),
        Err(error) => {
            let page = session.text().await?;
            Err(error.context(format!("it holds “{}”; the page says: {page}", held().await?)))
        }
    }
}

async fn a_browser_that_keeps_nothing_works_from_files(session: &mut Session) -> Result<()> {
    session.restart(Setting::NoStorage).await?;
    session.open("index.html").await?;
    session.shows("You can still complete a return").await?;
    let pages = begin_and_type(session, "Kept in a file").await?;
    session.shows("This browser keeps nothing on this device").await?;
    session.press("Save a copy").await?;
    session.shows("Kept in your file copy").await?;
    type_reason(session, &pages, " and more").await?;
    session.shows("Your answers are in this window only").await?;
    let copy = saved(session, "draft-").await?;
    let bytes = fs::read(copy)?;
    session.forget_troubles().await?;
    session.restart(Setting::Ordinary).await?;
    open_copy(session, &bytes, &pages).await?;
    reason_is(session, "Kept in a file").await
}

/// Each engine's file in the next one.
async fn a_copy_opens_in_another_browser(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Written in one browser").await?;
    stored(session, "Written in one browser").await?;
    session.press("Save a copy").await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    let other = match session.engine {
        Engine::Chromium => Engine::Firefox,
        Engine::Firefox => Engine::Webkit,
        Engine::Webkit => Engine::Chromium,
    };
    elsewhere(session, other, async |other| {
        open_copy(other, &bytes, &pages).await?;
        reason_is(other, "Written in one browser").await?;
        type_reason(other, &pages, ", gone on with in another").await?;
        stored(other, "Written in one browser, gone on with in another").await
    })
    .await
}

/// Opens a file on the start page and goes to the box.
async fn open_copy(session: &Session, bytes: &[u8], pages: &ReturnPages) -> Result<()> {
    session.open("index.html").await?;
    session.at(START).await?;
    let file = write(session, "copy.json", bytes)?;
    session.choose_files("open-file", &[file]).await?;
    eventually("the return of the copy", async || {
        Ok((session.hash().await? == pages.tasks).then_some(()))
    })
    .await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await
}

async fn a_full_disk_is_said_until_there_is_room(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Before").await?;
    stored(session, "Before").await?;
    session.fault("full").await?;
    session.keyboard().text(", and after").await?;
    session.shows("storage is full.").await?;
    session.press("Download a copy").await?;
    let copy = fs::read_to_string(saved(session, "draft-").await?)?;
    ensure!(copy.contains("Before, and after"), "the copy lacks what could not be saved");
    session.fault("mended").await?;
    session.shows("Saved on this device").await?;
    stored(session, "Before, and after").await?;
    session.reload().await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Before, and after").await
}

async fn a_connection_closed_in_the_background_is_opened_again(
    session: &mut Session,
) -> Result<()> {
    begin_and_type(session, "One").await?;
    stored(session, "One").await?;
    // At first nobody notices.
    session.fault("lost").await?;
    session.keyboard().text(", two").await?;
    stored(session, "One, two").await?;
    session.shows("Saved on this device").await?;
    // Then it cannot be opened: that is said, until it can.
    session.fault("shut").await?;
    session.keyboard().text(", three").await?;
    session.shows("Not saved.").await?;
    session.fault("mended").await?;
    session.shows("Saved on this device").await?;
    stored(session, "One, two, three").await
}

async fn what_the_browser_cleared_under_an_open_return_is_written_again(
    session: &mut Session,
) -> Result<()> {
    let pages = begin_and_type(session, "Before").await?;
    stored(session, "Before").await?;
    // As browsers clear what a site keeps: its connections are closed, then all is gone.
    session.fault("lost").await?;
    for shelf in ["drafts", "invitations"] {
        records::clear(session, shelf).await?;
    }
    session.keyboard().text(", and after").await?;
    stored(session, "Before, and after").await?;
    // Without its invitation the record could not be opened again.
    eventually("the invitation", async || {
        Ok((!records::texts(session, "invitations").await?.is_empty()).then_some(()))
    })
    .await?;
    session.reload().await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Before, and after").await
}

async fn ctrl_s_saves_a_copy_that_opens_again(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Saved by a key").await?;
    session.shows("Last copy saved to a file: never").await?;
    session.keyboard().chord(CONTROL, 's').await?;
    let bytes = fs::read(saved(session, "draft-").await?)?;
    eventually("the time of the copy", async || {
        Ok((!session.text().await?.contains("Last copy saved to a file: never")).then_some(()))
    })
    .await?;
    records::clear(session, "drafts").await?;
    records::clear(session, "invitations").await?;
    session.route("#/").await?;
    open_copy(session, &bytes, &pages).await?;
    reason_is(session, "Saved by a key").await
}

async fn twenty_minutes_without_a_copy_ask_for_one(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Long work").await?;
    stored(session, "Long work").await?;
    session.open("index.html").await?;
    session.shows("Last saved").await?;
    // As if the first change had been saved in the year 2020.
    let since = "\"uncopied_since\":\"[^\"]*\"";
    records::replace(session, "drafts", since, "\"uncopied_since\":\"2020-01-01T09:00:00Z\"", 0)
        .await?;
    type_reason(session, &pages, "").await?;
    session.shows("You have worked for 20 minutes or more without saving a copy").await?;
    session.press("Save a copy").await?;
    saved(session, "draft-").await?;
    session.shows("Last copy saved to a file: ").await
}

/// Whether the page left is kept or given up by the browser, its lock stands in nobody's way.
async fn a_return_left_for_another_page_goes_on_there(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Begun").await?;
    let here = format!("{}index.html{}", session.address(), pages.page("area/area-2"));
    let panel = format!("{}panel.html", session.address());
    session.driver.goto(&panel).await?;
    session.at(browser_tests::pages::panel::START).await?;
    session.driver.back().await?;
    reason_is(session, "Begun").await?;
    type_reason(session, &pages, ", back").await?;
    stored(session, "Begun, back").await?;
    session.driver.goto(&panel).await?;
    session.at(browser_tests::pages::panel::START).await?;
    session.driver.goto(&here).await?;
    reason_is(session, "Begun, back").await?;
    type_reason(session, &pages, ", again").await?;
    stored(session, "Begun, back, again").await
}

/// One engine keeps the page that was left, and with it what it had begun to write: nobody else could read.
async fn a_return_left_in_the_midst_of_a_save_opens_at_once(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Half a sent").await?;
    let here = format!("index.html{}", pages.page("area/area-2"));
    session.open(&here).await?;
    reason_is(session, "Half a sent").await?;
    type_reason(session, &pages, "ence").await?;
    session.driver.goto(format!("{}panel.html", session.address())).await?;
    session.at(browser_tests::pages::panel::START).await?;
    session.driver.back().await?;
    reason_is(session, "Half a sentence").await?;
    type_reason(session, &pages, ", whole").await?;
    stored(session, "Half a sentence, whole").await
}

/// Firefox ends in the midst what a page does while its person goes elsewhere, unwinding nothing: what comes to the
/// page after that may not reach the program any more.
async fn a_page_left_in_the_midst_of_its_work_begins_anew(session: &mut Session) -> Result<()> {
    // So much that the guard, which looks through a box that is left, is at it for a second if nobody ends it.
    const MUCH: &str = "const box = document.getElementById(arguments[0]);
        box.focus();
        box.value = 'Somebody came, and somebody went. '.repeat(200000);
        const leave = () => box.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        addEventListener('focusout', () => sessionStorage.setItem('looked through', 'yes'), { once: true });
        addEventListener('blur', leave);";
    const ENDED: &str = "const all = sessionStorage.getItem('looked through');
        sessionStorage.removeItem('looked through');
        return !all;";
    let pages = begin_and_type(session, "Half a sent").await?;
    // Now and then the page is through before the browser comes to ending it.
    eventually("Firefox to end what a page does", async || {
        reason_is(session, "Half a sent").await?;
        session.script(MUCH, vec![REASON.into()]).await?;
        session.driver.goto("about:blank").await?;
        session.driver.back().await?;
        Ok((session.script(ENDED, vec![]).await? == true).then_some(()))
    })
    .await?;
    reason_is(session, "Half a sent").await?;
    type_reason(session, &pages, "ence").await?;
    stored(session, "Half a sentence").await
}

async fn a_second_tab_reads_and_takes_over(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "First tab").await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open(&format!("index.html{}", pages.tasks)).await?;
    session.shows("This return is open in another tab").await?;
    session.shows("First tab").await?;
    axe::check(session, "a return that another tab has").await?;
    session.press("Take over here").await?;
    session.shows("You have completed").await?;
    type_reason(session, &pages, ", second tab").await?;
    stored(session, "First tab, second tab").await?;
    session.driver.switch_to_window(first).await?;
    session.shows("You went on with this return in another tab").await?;
    session.press("Read it again").await?;
    session.shows("First tab, second tab").await?;
    session.driver.switch_to_window(second).await?;
    Ok(())
}

async fn two_windows_that_wrote_to_one_return_leave_two_copies(
    session: &mut Session,
) -> Result<()> {
    let pages = begin_and_type(session, "Mine").await?;
    stored(session, "Mine").await?;
    // As a window without locks would: other words, one revision on, under another session.
    let other = "$1Theirs";
    records::replace(session, "drafts", "(\"reason\":\")Mine", other, 5).await?;
    session.keyboard().text(" goes on").await?;
    session.at("There are now two copies of this return").await?;
    axe::check(session, "two copies of a return").await?;
    let drafts = records::texts(session, "drafts").await?;
    let holds = |text: &str| drafts.iter().filter(|(_, draft)| draft.contains(text)).count();
    ensure!(drafts.len() == 2, "{} drafts", drafts.len());
    ensure!((holds("Theirs"), holds("Mine goes on")) == (1, 1), "{drafts:?}");
    session.press("Open the copy from this window").await?;
    session.shows("You have completed").await?;
    session.route("#/drafts").await?;
    session.shows("(second copy)").await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Theirs").await
}

async fn a_damaged_record_is_set_aside_to_the_byte(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Words that must not be lost").await?;
    stored(session, "Words that must not be lost").await?;
    session.route("#/").await?;
    records::replace(session, "drafts", "^\\{\"schema\":1,", "{\"schema\":1,,", 0).await?;
    let damaged = records::texts(session, "drafts").await?.remove(0).1;
    session.open("index.html#/drafts").await?;
    session.shows("What could not be read").await?;
    axe::check(session, "what could not be read").await?;
    session.press("Download").await?;
    let found = eventually("the download", async || {
        let folder = session.downloads();
        let files = fs::read_dir(folder)?.flatten().map(|file| file.path());
        let texts = files.filter_map(|file| fs::read_to_string(file).ok());
        Ok(texts.into_iter().find(|text| text.contains("Words that must not be lost")))
    });
    if session.engine.saves_downloads() {
        ensure!(found.await? == damaged, "another text than was stored");
    }
    ensure!(
        records::texts(session, "drafts").await?.is_empty(),
        "the damaged record is still there"
    );
    session.open(&format!("index.html{}", pages.tasks)).await?;
    session.shows("It is not kept in this browser").await
}

/// An older program did not note since when there was no copy.
async fn a_record_of_an_older_program_opens(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Written long ago").await?;
    stored(session, "Written long ago").await?;
    session.open("index.html").await?;
    session.shows("Last saved").await?;
    records::replace(session, "drafts", ",\"uncopied_since\":\"[^\"]*\"", "", 0).await?;
    type_reason(session, &pages, ", and today").await?;
    stored(session, "Written long ago, and today").await
}

async fn a_newer_record_is_left_as_it_is(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Written before the update").await?;
    stored(session, "Written before the update").await?;
    session.route("#/").await?;
    let later = "{\"schema\":1,\"of_the_future\":[1],";
    records::replace(session, "drafts", "^\\{\"schema\":1,", later, 0).await?;
    let before = records::texts(session, "drafts").await?;
    session.open("index.html#/drafts").await?;
    session.shows("Returns saved by a newer version of this program").await?;
    session.open(&format!("index.html{}", pages.tasks)).await?;
    session.shows("Reload this page to get the newer version").await?;
    ensure!(records::texts(session, "drafts").await? == before, "the record was changed");
    Ok(())
}

async fn a_return_that_the_browser_deleted_is_named(session: &mut Session) -> Result<()> {
    begin_and_type(session, "Soon gone").await?;
    stored(session, "Soon gone").await?;
    session.route("#/drafts").await?;
    session.shows("Your returns").await?;
    records::clear(session, "drafts").await?;
    session.open("index.html").await?;
    session.shows("Returns that this browser has deleted").await?;
    session.press("Remove from this list").await?;
    eventually("the list to go", async || {
        Ok((!session.text().await?.contains("Returns that this browser has deleted")).then_some(()))
    })
    .await?;
    session.open("index.html").await?;
    ensure!(
        !session.text().await?.contains("Returns that this browser has deleted"),
        "named again"
    );
    Ok(())
}

async fn a_deleted_return_waits_for_thirty_days(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "In the bin").await?;
    stored(session, "In the bin").await?;
    session.route("#/drafts").await?;
    session.press("Delete").await?;
    session.shows("Deleted for good on").await?;
    session.press("Take back").await?;
    eventually("an empty bin", async || {
        Ok((!session.text().await?.contains("Deleted for good on")).then_some(()))
    })
    .await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "In the bin").await?;
    session.route("#/drafts").await?;
    session.press("Delete").await?;
    session.shows("Deleted for good on").await?;
    let at = "\"deleted_at\":\"[^\"]*\"";
    records::replace(session, "drafts", at, "\"deleted_at\":\"2020-01-01T09:00:00Z\"", 0).await?;
    session.open("index.html#/drafts").await?;
    eventually("the bin to be emptied", async || {
        Ok(records::texts(session, "drafts").await?.is_empty().then_some(()))
    })
    .await
}

async fn everything_on_this_device_can_be_deleted(session: &mut Session) -> Result<()> {
    const LEFT: &str = "return JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('audit.')));";
    begin_and_type(session, "Nobody else’s business").await?;
    stored(session, "Nobody else’s business").await?;
    session.route("#/drafts").await?;
    session.press("Delete everything on this device").await?;
    session.shows("1 return that is not signed").await?;
    session.press("Delete everything").await?;
    session.shows("Type delete to delete everything, or go back").await?;
    ensure!(records::texts(session, "drafts").await?.len() == 1, "deleted without the word");
    let keyboard = session.keyboard();
    keyboard.tab_to("the box", |focus| focus.id == "confirm").await?;
    keyboard.text("delete").await?;
    session.press("Delete everything").await?;
    session.at("Everything was deleted").await?;
    for shelf in ["drafts", "invitations", "set_aside", "workbooks", "keys", "files"] {
        ensure!(records::texts(session, shelf).await?.is_empty(), "something is left of {shelf}");
    }
    let left = session.text_of(LEFT, vec![]).await?;
    ensure!(!left.contains("Nobody else"), "{left}");
    Ok(())
}

async fn a_private_window_is_named_where_the_browser_lets_it_be_known(
    session: &mut Session,
) -> Result<()> {
    session.open("index.html#/drafts").await?;
    session.shows("Will this browser keep them?").await?;
    ensure!(!session.text().await?.contains("private window"), "an ordinary window");
    session.restart(Setting::Private).await?;
    session.open("index.html#/drafts").await?;
    session.shows("This seems to be a private window").await
}
