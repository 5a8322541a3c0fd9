//! Two children of one invitation: text copied across by keyboard, marked, taken out again, and asked about.

use anyhow::{Result, ensure};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::auditor::{self, ReturnPages};
use browser_tests::{Session, axe, eventually, in_chromium_and};

in_chromium_and!(Webkit webkit: text_is_copied_from_another_case_marked_and_taken_out_again);

const COPY: &str = "Copy text from another case";
const EVIDENCE: &str = "prompt-2.1-evidence";
const REASON: &str = "area-2_reason";
const SEEN: &str = "Notes of both visits";
const WHY: &str = "Every agency told the others what it knew in the first week";
const MARK: &str = "; check that it is true of this child.";

async fn value_is(session: &Session, id: &str, text: &str) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : 'no such box';";
    let value = async || session.text_of(VALUE, vec![id.into()]).await;
    let what = format!("“{text}” in {id}");
    let is_it = eventually(&what, async || Ok((value().await? == text).then_some(())));
    match is_it.await {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(value().await?)),
    }
}

/// Waits until the whole page says something, or does not.
async fn says(session: &Session, text: &str, said: bool) -> Result<()> {
    eventually(&format!("“{text}”: {said}"), async || {
        Ok((session.text().await?.contains(text) == said).then_some(()))
    })
    .await
}

async fn to_the_area(session: &Session, pages: &ReturnPages, at: &str) -> Result<()> {
    session.route(&format!("{}/at/{at}", pages.page("area/area-2"))).await?;
    session.keyboard().focused(at).await.map(drop)
}

async fn text_is_copied_from_another_case_marked_and_taken_out_again(
    session: &mut Session,
) -> Result<()> {
    auditor::open_sample_invitation(session, "health-visiting").await?;
    let first = auditor::begin_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    to_the_area(session, &first, EVIDENCE).await?;
    ensure!(!session.text().await?.contains(COPY), "there is no other case yet");
    keyboard.text(SEEN).await?;
    to_the_area(session, &first, REASON).await?;
    keyboard.text(WHY).await?;
    session.shows("Saved on this device").await?;
    auditor::invitation(session, &first).await?;
    let second = auditor::begin_case_by_keyboard(session).await?;

    to_the_area(session, &second, EVIDENCE).await?;
    keyboard.text("Mine").await?;
    session.route(&second.tasks).await?;
    session.shows("You have completed").await?;
    session.route(&second.page("area/area-2")).await?;
    says(session, COPY, true).await?;
    keyboard.activate(COPY).await?;
    session.at(COPY).await?;
    session.shows("You have written something here already").await?;
    axe::check(session, "what can be copied").await?;
    keyboard.activate("Copy the ticked texts").await?;
    session.shows("Tick at least one text to copy").await?;
    axe::check(session, "nothing ticked").await?;
    tick_all(session).await?;
    keyboard.activate("Copy the ticked texts").await?;

    session.shows("2 texts copied from Case").await?;
    value_is(session, EVIDENCE, &["Mine", SEEN].join("\n\n")).await?;
    value_is(session, REASON, WHY).await?;
    says(session, MARK, true).await?;
    axe::check(session, "text just copied").await?;
    keyboard.activate("Undo copying").await?;
    session.shows("The copied text has been taken out again").await?;
    value_is(session, EVIDENCE, "Mine").await?;
    value_is(session, REASON, "").await?;
    says(session, MARK, false).await?;

    keyboard.activate(COPY).await?;
    session.at(COPY).await?;
    tick_all(session).await?;
    keyboard.activate("Copy the ticked texts").await?;
    session.shows("2 texts copied from Case").await?;
    // After a reload nothing can be undone, and the marks are still there.
    session.reload().await?;
    value_is(session, REASON, WHY).await?;
    says(session, MARK, true).await?;
    says(session, "Undo copying", false).await?;
    session.route(&second.page("missing")).await?;
    session.shows("This text is the same as in Case").await?;
    to_the_area(session, &second, REASON).await?;
    keyboard.text(", and the school later").await?;
    to_the_area(session, &second, EVIDENCE).await?;
    keyboard.text(" of this child").await?;
    says(session, MARK, false).await?;
    session.route(&second.page("missing")).await?;
    session.at("What is still missing").await?;
    says(session, "This text is the same as in Case", false).await
}

/// Every checkbox of the form, by keyboard.
async fn tick_all(session: &Session) -> Result<()> {
    for id in ["copy-0", "copy-0-2"] {
        session.keyboard().tab_to(id, |focus| focus.id == id).await?;
        session.keyboard().press(&[SPACE]).await?;
    }
    Ok(())
}
