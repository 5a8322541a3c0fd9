//! Every way in which a browser loses or endangers work, tried on purpose.
//!
//! | way | story, here where no file is named |
//! |---|---|
//! | a file backup in another browser | `file_copies::a_copy_opens_in_another_browser`, `file_copies::ctrl_s_saves_a_copy_that_opens_again` |
//! | twenty minutes without a backup | `file_copies::twenty_minutes_without_a_copy_ask_for_one` |
//! | deleted by mistake, by a clock that is wrong | `deleting::a_deleted_return_waits_for_thirty_days` |
//! | signed in another browser, and not known here | `a_version_signed_elsewhere_comes_with_its_copy` |
//! | open in two tabs | `leaving::a_second_tab_reads_and_takes_over` |
//! | left for another page and come back to | `leaving::a_return_left_for_another_page_goes_on_there` |
//! | left in the midst of a save | `leaving::a_return_left_in_the_midst_of_a_save_opens_at_once` |
//! | left while the program was at work | `leaving::a_page_left_in_the_midst_of_its_work_begins_anew` |
//! | written in two windows | `leaving::two_windows_that_wrote_to_one_return_leave_two_copies` |
//! | the same, and no room for the second copy | `leaving::words_parted_and_kept_nowhere_are_asked_after`, `leaving::words_of_another_window_wait_until_there_is_room` |
//! | storage full | `a_full_disk_is_said_until_there_is_room` |
//! | storage blocked | `a_browser_that_keeps_nothing_works_from_files`, `a_window_asks_before_it_closes_on_any_of_its_returns` |
//! | evicted | `deleting::a_return_that_the_browser_deleted_is_named`, `what_the_browser_cleared_under_an_open_return_is_written_again` |
//! | private window | `a_private_window_is_named_where_the_browser_lets_it_be_known` |
//! | damaged record | `a_damaged_record_is_set_aside_to_the_byte` |
//! | connection lost in the background | `a_connection_closed_in_the_background_is_opened_again` |
//! | draft older than the program, or newer | `a_record_of_an_older_program_opens`, `a_newer_record_is_left_as_it_is` |
//! | tool changed | `moving.rs` |
//! | device shared | `deleting::everything_on_this_device_can_be_deleted`, `deleting::a_round_that_lies_open_goes_with_everything_else`, `deleting::what_could_not_be_deleted_is_said_and_stays` |
//! | not saved, and another return opened | `another_return_waits_until_this_one_is_saved`, `words_typed_a_moment_ago_hold_another_return_back_too` |
//! | evicted under a passphrase | `under_passphrase::a_browser_that_cleared_its_database_asks_for_the_passphrase_still`, `under_passphrase::what_the_browser_cleared_under_an_open_passphrase_is_closed_again` |
//! | browser killed | `crash.rs`, and `cargo xtask crash` |
//! | program stopped | `plain.rs`, `single_file::after_a_fault_a_single_file_gives_every_word_that_its_window_alone_had` |

use crate::file_copies::open_copy;
use crate::leaving::asks_before_closing;
use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::pages::auditor::{
    ReturnPages, START, begin_case_by_keyboard, choose_sample_invitation,
};
use browser_tests::pages::reason::{
    begin_and_type, begin_two_and_type, reason_is, stored, type_reason,
};
use browser_tests::{Session, Setting, axe, eventually, in_engines, in_every_engine, records};
use multi_agency_audit::envelope::{Hash, write_draft_of};
use multi_agency_audit::store::{DraftCopy, DraftRecord, InvitationRecord, SignedVersion};
use std::fs;

in_every_engine![
    a_browser_that_keeps_nothing_works_from_files,
    a_window_asks_before_it_closes_on_any_of_its_returns,
    a_full_disk_is_said_until_there_is_room,
    a_connection_closed_in_the_background_is_opened_again,
    what_the_browser_cleared_under_an_open_return_is_written_again,
    a_damaged_record_is_set_aside_to_the_byte,
    a_record_of_an_older_program_opens,
    a_newer_record_is_left_as_it_is,
    a_version_signed_elsewhere_comes_with_its_copy,
    another_return_waits_until_this_one_is_saved,
    words_typed_a_moment_ago_hold_another_return_back_too,
];
in_engines!(a_private_window_is_named_where_the_browser_lets_it_be_known: Firefox firefox);

async fn a_browser_that_keeps_nothing_works_from_files(session: &mut Session) -> Result<()> {
    session.restart(Setting::NoStorage).await?;
    session.open("index.html").await?;
    session.shows("You can still complete a return").await?;
    axe::check(session, "a browser that keeps nothing").await?;
    let pages = begin_and_type(session, "Kept in a file").await?;
    session.shows("This browser keeps nothing on this device").await?;
    session.press("Save a copy").await?;
    session.shows("Kept in your file copy").await?;
    type_reason(session, &pages, " and more").await?;
    session.shows("Your answers are in this window only").await?;
    axe::check(session, "answers in this window only").await?;
    let copy = saved(session, "draft-").await?;
    let bytes = fs::read(copy)?;
    session.forget_troubles().await?;
    session.restart(Setting::Ordinary).await?;
    open_copy(session, &bytes, &pages).await?;
    reason_is(session, "Kept in a file").await
}

/// The return that lies open may be safe in a file while another one is in this window alone.
async fn a_window_asks_before_it_closes_on_any_of_its_returns(session: &mut Session) -> Result<()> {
    session.open("index.html?fault=no-database").await?;
    let first = begin_in_this_window(session).await?;
    type_reason(session, &first, "Of the first child").await?;
    session.shows("Your answers are in this window only").await?;
    let second = begin_in_this_window(session).await?;
    ensure!(asks_before_closing(session).await?, "the first return is forgotten");
    type_reason(session, &second, "Of the second child").await?;
    session.shows("Your answers are in this window only").await?;
    session.press("Save a copy").await?;
    session.shows("Kept in your file copy").await?;
    ensure!(asks_before_closing(session).await?, "the copy is of the second return alone");
    type_reason(session, &first, "").await?;
    session.shows("Your answers are in this window only").await?;
    session.press("Save a copy").await?;
    session.shows("Kept in your file copy").await?;
    eventually("a window that closes at once", async || {
        Ok((!asks_before_closing(session).await?).then_some(()))
    })
    .await
}

/// The next case of an invitation that has several, without loading the page again.
async fn begin_in_this_window(session: &Session) -> Result<ReturnPages> {
    session.route("#/").await?;
    session.at(START).await?;
    choose_sample_invitation(session, "health-visiting").await?;
    begin_case_by_keyboard(session).await
}

async fn a_full_disk_is_said_until_there_is_room(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Before").await?;
    stored(session, "Before").await?;
    session.fault("full").await?;
    session.keyboard().text(", and after").await?;
    session.shows("storage is full.").await?;
    axe::check(session, "what could not be saved").await?;
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

/// Its answers are the same as here: what it knows of the signature must not be passed over (V-01).
async fn a_version_signed_elsewhere_comes_with_its_copy(session: &mut Session) -> Result<()> {
    let pages = begin_and_type(session, "Signed in another browser").await?;
    stored(session, "Signed in another browser").await?;
    let copy = write(session, "copy.json", &signed_elsewhere(session).await?)?;
    session.open("index.html").await?;
    session.at(START).await?;
    session.choose_files("open-file", &[copy]).await?;
    session.shows("This is a second copy").await?;
    session.shows("You have signed this return").await?;
    axe::check(session, "a second copy of a return").await?;
    ensure!(session.hash().await? != pages.tasks, "this is the draft that was here");
    session.route("#/drafts").await?;
    session.shows("(second copy)").await?;
    ensure!(!session.text().await?.contains("Deleted for good on"), "it went into the bin");
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Signed in another browser").await
}

/// A copy of the one draft that is kept, as a browser in which it was signed, and then deleted, would make it.
async fn signed_elsewhere(session: &Session) -> Result<Vec<u8>> {
    let drafts = records::texts(session, "drafts").await?;
    let invitations = records::texts(session, "invitations").await?;
    let (_, draft) = drafts.first().context("no draft")?;
    let (_, invitation) = invitations.first().context("no invitation")?;
    let mut record = DraftRecord::from_text(draft)?;
    let (at, payload) = (record.saved_at, Hash::of(b"signed elsewhere"));
    let file = "{}".to_owned();
    record.signed.push(SignedVersion { version: 1, payload, at, file, sealed: None });
    record.deleted_at = Some(at);
    let invitation = InvitationRecord::from_text(invitation)?.file;
    Ok(write_draft_of(&DraftCopy::of(record, invitation))?)
}

const HELD: &str = "Another return is not saved";

/// Types on where there is no more room, and once that is said asks for another return.
async fn asks_for_another_unsaved(
    session: &Session,
    words: &str,
    other: &ReturnPages,
) -> Result<()> {
    session.fault("full").await?;
    session.keyboard().text(words).await?;
    session.shows("storage is full.").await?;
    session.route(&other.tasks).await?;
    session.at(HELD).await
}

async fn another_return_waits_until_this_one_is_saved(session: &mut Session) -> Result<()> {
    // It may be saved of itself meanwhile, and this page be gone.
    const TRY_AGAIN: &str = "const all = [...document.querySelectorAll('#app button')];
        const again = all.find(one => one.textContent.trim() === 'Try again');
        if (again) again.click();";
    let (other, pages) = begin_two_and_type(session).await?;
    asks_for_another_unsaved(session, " goes on", &other).await?;
    axe::check(session, "another return that is not saved").await?;
    session.press("Save a copy of the other return").await?;
    let copy = fs::read_to_string(saved(session, "draft-").await?)?;
    ensure!(copy.contains("Mine goes on"), "{copy}");
    session.press("Go back to the return that is not saved").await?;
    session.route(&pages.page("area/area-2")).await?;
    reason_is(session, "Mine goes on").await?;
    session.route(&other.tasks).await?;
    session.at(HELD).await?;
    session.fault("mended").await?;
    session.script(TRY_AGAIN, vec![]).await?;
    session.shows("You have completed").await?;
    stored(session, "Mine goes on").await?;
    // Whoever gives them up is let go on, too.
    type_reason(session, &other, ", too").await?;
    stored(session, "Of another child, too").await?;
    asks_for_another_unsaved(session, " late", &pages).await?;
    session.press("Open this return all the same").await?;
    session.shows("You have completed").await?;
    session.fault("mended").await
}

/// No save has failed yet when the other return is asked for.
async fn words_typed_a_moment_ago_hold_another_return_back_too(
    session: &mut Session,
) -> Result<()> {
    let (other, _) = begin_two_and_type(session).await?;
    session.fault("full").await?;
    session.keyboard().text(" goes on").await?;
    session.route(&other.tasks).await?;
    session.at(HELD).await?;
    session.fault("mended").await?;
    session.shows("You have completed").await?;
    stored(session, "Mine goes on").await
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
