//! The tool has changed since a return was begun: what fits moves when its person says so, the rest is kept (L14).

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::write;
use browser_tests::pages::auditor::{ReturnPages, sample_case_by_keyboard, sample_invitation};
use browser_tests::{Session, axe, eventually, in_every_engine};
use multi_agency_audit::envelope::Unsigned;

in_every_engine![answers_move_to_new_questions_and_what_does_not_fit_is_kept];

const FITS: &str = "Plans were kept and the record says so.";
const FALLS: &str = "Notes of three visits in May.";

async fn answers_move_to_new_questions_and_what_does_not_fit_is_kept(
    session: &mut Session,
) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    keyboard.follow(&pages.page("area/area-2")).await?;
    keyboard.fill("prompt-2.1-evidence", FALLS).await?;
    keyboard.fill("area-2_reason", FITS).await?;
    keyboard.activate("Save and come back later").await?;
    session.shows("You have completed").await?;

    let file = write(session, "new.json", &without_its_first_question()?)?;
    session.open("index.html").await?;
    session.choose_files("open-file", &[file]).await?;
    session.shows("Begun with an earlier invitation").await?;
    keyboard.activate("Move to the new questions").await?;
    session.at("Move your return to the new questions").await?;
    session.shows("What has no place in the new questions").await?;
    session.shows(FALLS).await?;
    axe::check(session, "a move to new questions").await?;
    keyboard.activate("Go on with the earlier questions").await?;
    holds(session, &pages, &[("prompt-2.1-evidence", FALLS), ("area-2_reason", FITS)]).await?;

    session.driver.back().await?;
    session.driver.back().await?;
    session.at("Move your return to the new questions").await?;
    keyboard.activate("Move my return").await?;
    let pages = ReturnPages::begun(session).await?;
    keyboard.activate("Answers to earlier questions").await?;
    session.shows(FALLS).await?;
    axe::check(session, "answers to earlier questions").await?;
    holds(session, &pages, &[("area-2_reason", FITS)]).await?;
    ensure!(!session.text().await?.contains("2.1"), "the question that is gone is still asked");
    // Kept in the browser, as is the return as it was.
    session.reload().await?;
    holds(session, &pages, &[("area-2_reason", FITS)]).await?;
    session.route(&pages.tasks).await?;
    session.shows("Answers to earlier questions").await?;
    session.route("#/drafts").await?;
    session.shows("Deleted for good on").await
}

/// On the page of the second area each box holds what was typed into it.
async fn holds(session: &Session, pages: &ReturnPages, boxes: &[(&str, &str)]) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : '';";
    session.route(&pages.page("area/area-2")).await?;
    for (id, text) in boxes {
        eventually(&format!("“{text}” in {id}"), async || {
            let value = session.text_of(VALUE, vec![(*id).into()]).await?;
            Ok((value == *text).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// The sample's invitation issued anew, with the next version of its tool.
fn without_its_first_question() -> Result<Vec<u8>> {
    let (mut invitation, key) = sample_invitation()?;
    let tool = &mut invitation.round.tool;
    tool.version += 1;
    let area = tool.areas.iter_mut().find(|area| area.id.as_str() == "area-2");
    // With those that follow from it.
    area.context("no second area")?.prompts.retain(|prompt| !prompt.id.as_str().starts_with("2.1"));
    ensure!(tool.validate().is_empty(), "{:?}", tool.validate());
    invitation.tool_ref = tool.reference();
    let unsigned = Unsigned::of(&invitation, &key.public_key())?;
    Ok(unsigned.signed(&key.sign(unsigned.signing_input()))?)
}
