//! A return on several pages: left and come back to, open in two tabs, written in two windows.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::auditor::START;
use browser_tests::pages::panel;
use browser_tests::pages::reason::{
    REASON, begin_and_type, begin_two_and_type, reason_is, stored, type_reason,
};
use browser_tests::{Session, axe, eventually, in_engines, in_every_engine, records};
use multi_agency_audit::store::{AreaChange, Change, DraftRecord, JOURNAL, Journal};
use std::fs;

in_every_engine![
    a_return_left_for_another_page_goes_on_there,
    a_return_left_in_the_midst_of_a_save_opens_at_once,
    a_second_tab_reads_and_takes_over,
    two_windows_that_wrote_to_one_return_leave_two_copies,
    words_parted_and_kept_nowhere_are_asked_after,
    words_of_another_window_wait_until_there_is_room,
];
in_engines!(a_page_left_in_the_midst_of_its_work_begins_anew: Firefox firefox);

/// Whether the page left is kept or given up by the browser, its lock stands in nobody's way.
async fn a_return_left_for_another_page_goes_on_there(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Begun").await?;
    let here = format!("{}index.html{}", session.address(), pages.page("area/area-2"));
    let panel = format!("{}panel.html", session.address());
    session.driver.goto(&panel).await?;
    session.at(panel::START).await?;
    session.driver.back().await?;
    reason_is(session, "Begun").await?;
    type_reason(session, &pages, ", back").await?;
    stored(session, "Begun, back").await?;
    session.driver.goto(&panel).await?;
    session.at(panel::START).await?;
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
    session.at(panel::START).await?;
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

/// Nothing that a tab which only reads could not do is offered; whom to tell, and the paper, are.
async fn reads_and_prints(session: &Session, tasks: &str) -> Result<()> {
    const OFFERED: &str = "return [...document.querySelectorAll('main a, main button')]
        .filter(one => /^(Change|Not answered|Continue|Back to task list)/.test(one.textContent.trim())).length;";
    const TOLD: &str =
        "const bar = document.querySelector('.app-concern-bar'); return bar ? bar.innerText : '';";
    let offered = session.script(OFFERED, vec![]).await?;
    ensure!(offered == 0, "{offered} links lead nowhere");
    let told = session.text_of(TOLD, vec![]).await?;
    ensure!(told.contains("If a child may be at risk now"), "{told}");
    session.press("Print or save as PDF").await?;
    session.shows("DRAFT, not signed").await?;
    let offered = session.script(OFFERED, vec![]).await?;
    ensure!(offered == 0, "{offered} links lead nowhere from the paper");
    session.press("Back to the return").await?;
    session.shows("This return is open in another tab").await?;
    session.press("Back to your returns").await?;
    session.at("Your returns on this device").await?;
    session.route(tasks).await?;
    session.shows("This return is open in another tab").await
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
    reads_and_prints(session, &pages.tasks).await?;
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

/// Whether the browser is told to ask before this window closes. A driver answers for its person, and shows nobody
/// the question.
pub async fn asks_before_closing(session: &Session) -> Result<bool> {
    const ASKS: &str =
        "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));";
    Ok(session.script(ASKS, vec![]).await? == true)
}

async fn words_parted_and_kept_nowhere_are_asked_after(session: &mut Session) -> Result<()> {
    const UNKEPT: &str = "There are two copies of this return, and one is not kept";
    let (other, pages) = begin_two_and_type(session).await?;
    records::replace(session, "drafts", "(\"reason\":\")Mine", "$1Theirs", 5).await?;
    session.fault("full").await?;
    session.keyboard().text(" goes on").await?;
    session.at(UNKEPT).await?;
    axe::check(session, "a second copy that is not kept").await?;
    ensure!(asks_before_closing(session).await?, "what is in this window alone is forgotten");
    // Nothing else holds these words: whatever was opened in between, the way to them stays.
    session.route(&other.tasks).await?;
    session.shows("You have completed").await?;
    ensure!(asks_before_closing(session).await?, "forgotten while another return is open");
    session.route(&pages.tasks).await?;
    session.at(UNKEPT).await?;
    session.press("Save a copy of what I wrote here").await?;
    let copy = fs::read_to_string(saved(session, "draft-").await?)?;
    ensure!(copy.contains("Mine goes on"), "{copy}");
    ensure!(!asks_before_closing(session).await?, "a file holds it");
    session.fault("mended").await?;
    session.press("Try again").await?;
    session.at("There are now two copies of this return").await?;
    stored(session, "Mine goes on").await?;
    ensure!(!asks_before_closing(session).await?, "it is kept");
    Ok(())
}

async fn words_of_another_window_wait_until_there_is_room(session: &mut Session) -> Result<()> {
    const JOURNALS: &str = "return JSON.stringify(Object.entries(localStorage)
        .filter(([key]) => key.startsWith('audit.journal.')));";
    let pages = begin_and_type(session, "Mine").await?;
    stored(session, "Mine").await?;
    leave_journal_of_another_window(session, "Theirs").await?;
    session.open("index.html").await?;
    session.at(START).await?;
    session.fault("full").await?;
    session.route(&pages.tasks).await?;
    session.at("This return could not be opened").await?;
    session.shows("storage is full. There are words for this return from another window").await?;
    let journals = session.text_of(JOURNALS, vec![]).await?;
    ensure!(journals.contains("Theirs"), "lost: {journals}");
    session.fault("mended").await?;
    session.route("#/").await?;
    session.at(START).await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Mine").await?;
    stored(session, "Theirs").await?;
    session.route("#/drafts").await?;
    session.shows("(second copy)").await?;
    let journals = session.text_of(JOURNALS, vec![]).await?;
    ensure!(!journals.contains("Theirs"), "still there: {journals}");
    Ok(())
}

/// The journal of a window without locks that crashed with words on an older revision of the one draft.
async fn leave_journal_of_another_window(session: &Session, words: &str) -> Result<()> {
    const KEEP: &str = "localStorage.setItem(arguments[0], arguments[1]);";
    let drafts = records::texts(session, "drafts").await?;
    let (_, text) = drafts.first().context("no draft")?;
    let record = DraftRecord { revision: 0, ..DraftRecord::from_text(text)? };
    let mut journal = Journal::after(&record, "another window");
    journal.push(Change::Area("area-2".parse()?, AreaChange::Reason(words.to_owned())));
    let journal = serde_json::to_string(&journal.to_text())?;
    let key = format!("{JOURNAL}{}", record.draft_id);
    // From a page without the program: that writes its own journal as it is left.
    session.driver.goto(format!("{}blank/child-journey.html", session.address())).await?;
    session.script(KEEP, vec![key.into(), journal.into()]).await.map(drop)
}
