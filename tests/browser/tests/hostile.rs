//! Hostile starts: browsers and computers set as no program would wish, and the work is done all the same (L34).
//!
//! `cargo xtask hostile` runs these stories, those of other files that belong to the set, and `panel_hostile.rs`:
//!
//! | start | story, here where no file is named |
//! |---|---|
//! | cookies and all storage off | `keeping::a_browser_that_keeps_nothing_works_from_files` |
//! | no IndexedDB | `without_a_database_a_return_is_in_its_window` |
//! | no localStorage | `without_a_journal_a_return_is_kept` |
//! | quota zero | `without_any_room_a_return_is_in_its_window`, `keeping::a_full_disk_is_said_until_there_is_room` |
//! | private window | `a_private_window_does_the_work`, `keeping::a_private_window_is_named_where_the_browser_lets_it_be_known` |
//! | Arabic of Egypt, in Kathmandu or Apia | `far_away_days_and_digits_are_ours` |
//! | clock wrong by years | `a_clock_wrong_by_years_loses_nothing` |
//! | 400 % zoom, forced colours | `accessibility::every_page_of_the_auditor_is_for_everybody`, and the panel’s |
//! | reduced motion | `nothing_moves` |
//! | no WebAssembly, no JavaScript | `plain::without_webassembly_…`, `plain::without_javascript_…` |

use anyhow::{Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::auditor::{
    ReturnPages, START, begin_case_by_keyboard, nil_return_by_keyboard, sample_case_by_keyboard,
    signed_return,
};
use browser_tests::pages::reason::{reason_is, stored, type_reason};
use browser_tests::{Engine, Session, Setting, axe, in_engines, in_every_engine, records, root};
use std::fs;

in_every_engine![
    without_a_database_a_return_is_in_its_window,
    without_a_journal_a_return_is_kept,
    without_any_room_a_return_is_in_its_window,
    a_private_window_does_the_work,
    far_away_days_and_digits_are_ours,
    a_clock_wrong_by_years_loses_nothing,
];
in_engines!(nothing_moves: Chromium chromium, Firefox firefox);

/// Opens the program in a browser that has this fault from the first.
async fn open_with(session: &Session, fault: &str) -> Result<()> {
    session.open(&format!("index.html?fault={fault}")).await?;
    session.at(START).await
}

async fn begin(session: &Session) -> Result<ReturnPages> {
    session.keyboard().activate("Try it with a sample audit").await?;
    begin_case_by_keyboard(session).await
}

/// Nothing is kept; it is said why, and the copy holds every word.
async fn works_from_its_window(session: &Session, why: &str) -> Result<()> {
    let pages = begin(session).await?;
    session.route("#/").await?;
    session.shows(why).await?;
    session.shows("You can still complete a return").await?;
    axe::check(session, "a browser that lets nothing be kept").await?;
    type_reason(session, &pages, "In this window").await?;
    session.press("Save a copy").await?;
    let copy = fs::read_to_string(saved(session, "draft-").await?)?;
    ensure!(copy.contains("In this window"), "{copy}");
    Ok(())
}

async fn without_a_database_a_return_is_in_its_window(session: &mut Session) -> Result<()> {
    open_with(session, "no-database").await?;
    works_from_its_window(session, "does not let this page keep anything").await
}

async fn without_any_room_a_return_is_in_its_window(session: &mut Session) -> Result<()> {
    open_with(session, "no-room").await?;
    works_from_its_window(session, "storage is full").await
}

async fn without_a_journal_a_return_is_kept(session: &mut Session) -> Result<()> {
    open_with(session, "no-journal").await?;
    let pages = begin(session).await?;
    type_reason(session, &pages, "Without a journal").await?;
    stored(session, "Without a journal").await?;
    session.reload().await?;
    reason_is(session, "Without a journal").await
}

async fn a_private_window_does_the_work(session: &mut Session) -> Result<()> {
    // Not every engine lets the page know of it, so it is said in every window, where work begins and
    // where it is kept.
    const DELETED: &str =
        "In a private, InPrivate or incognito window they are deleted when you close it.";
    session.restart(Setting::Private).await?;
    session.open("index.html").await?;
    session.at(START).await?;
    session.shows(DELETED).await?;
    session.route("#/drafts").await?;
    session.shows(DELETED).await?;
    sample_case_by_keyboard(session).await?;
    nil_return_by_keyboard(session).await?;
    // Where a private window puts what is downloaded, a driver cannot always say.
    stored(session, "Record system and archive").await?;
    session.reload().await?;
    session.shows("Return signed").await
}

async fn far_away_days_and_digits_are_ours(session: &mut Session) -> Result<()> {
    const ZONE: &str = "return Intl.DateTimeFormat().resolvedOptions().timeZone;";
    const TODAY: &str = "const now = new Date(); return String(now.getDate()) + ' '
        + ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
            'November', 'December'][now.getMonth()] + ' ' + now.getFullYear();";
    session.restart(Setting::FarAway).await?;
    session.open("index.html").await?;
    let zone = session.text_of(ZONE, vec![]).await?;
    // One engine knows the older name of the city.
    ensure!(zone == session.engine.far_zone() || zone == "Asia/Katmandu", "it is in {zone}");
    if session.engine == Engine::Chromium {
        let digits = session.text_of("return (12).toLocaleString('ar-EG');", vec![]).await?;
        ensure!(digits == "١٢", "Arabic digits are {digits}");
    }
    sample_case_by_keyboard(session).await?;
    nil_return_by_keyboard(session).await?;
    session.shows(&session.text_of(TODAY, vec![]).await?).await?;
    let shown = session.text().await?;
    ensure!(!shown.contains(|one| ('٠'..='٩').contains(&one)), "{shown}");
    let text = String::from_utf8(signed_return(session).await?.payload)?;
    let [day, month, year, _] = session.keyboard().date(1).await?;
    let searched = format!("{year}-{month:0>2}-{day:0>2}");
    ensure!(text.contains(&searched), "{searched} was typed: {text}");
    Ok(())
}

/// The return was begun with the right clock.
async fn a_clock_wrong_by_years_loses_nothing(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    type_reason(session, &pages, "On time").await?;
    stored(session, "On time").await?;
    for (fault, text) in
        [("clock-ahead", "On time, late"), ("clock-behind", "On time, late, early")]
    {
        open_with(session, fault).await?;
        let more = text.strip_prefix("On time").and_then(|rest| rest.rsplit(',').next());
        type_reason(session, &pages, &[",", more.unwrap_or_default()].concat()).await?;
        stored(session, text).await?;
        session.reload().await?;
        reason_is(session, text).await?;
    }
    // And a whole return under the clock that is behind the round itself.
    session.route("#/").await?;
    session.at(START).await?;
    let file = root().join("public/samples/invitation-police.json");
    session.choose_files("open-file", &[fs::canonicalize(file)?]).await?;
    begin_case_by_keyboard(session).await?;
    nil_return_by_keyboard(session).await?;
    signed_return(session).await?;
    open_with(session, "clock-ahead").await?;
    session.route("#/drafts").await?;
    session.shows("Signed").await?;
    ensure!(records::texts(session, "drafts").await?.len() == 2, "a return is gone");
    Ok(())
}

async fn nothing_moves(session: &mut Session) -> Result<()> {
    const ASKED: &str = "return matchMedia('(prefers-reduced-motion: reduce)').matches;";
    const MOVING: &str = "return document.getAnimations().length;";
    session.restart(Setting::ReducedMotion).await?;
    let pages = sample_case_by_keyboard(session).await?;
    ensure!(session.script(ASKED, vec![]).await? == true, "motion is not reduced");
    for page in ["you", "involvement", "area/area-2", "missing", "sign"] {
        session.route(&pages.page(page)).await?;
        let moving = session.script(MOVING, vec![]).await?;
        ensure!(moving == 0, "{moving} things move on {page}");
    }
    Ok(())
}
