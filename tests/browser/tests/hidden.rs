//! What an invitation or a pack of questions holds neither hides nor turns the words beside it (L35).
//!
//! Returns: `injected.rs`. Sheets that come back: `plan.rs`.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::write;
use browser_tests::pages::auditor::{ReturnPages, START, sample_invitation};
use browser_tests::pages::made::{asked, signed_by};
use browser_tests::screen::shows_what_is_hidden;
use browser_tests::{Session, axe, eventually, in_chromium_and};
use multi_agency_audit::round::Invitation;

in_chromium_and!(Webkit webkit: an_invitation_and_its_questions_hide_and_turn_nothing);

/// Turned, hidden, and written from the right.
const HIDING: &str = "Autumn \u{202e}nmutua\u{200b} \u{5e9}\u{5dc}\u{5d5}\u{5dd}";
const MARKED: &str =
    "Autumn [hidden character U+202E]nmutua[hidden character U+200B] \u{5e9}\u{5dc}\u{5d5}\u{5dd}";

fn spoilt(mut invitation: Invitation) -> Invitation {
    for text in [
        &mut invitation.round.title,
        &mut invitation.round.focus,
        &mut invitation.round.board.name,
        &mut invitation.agency.name,
        &mut invitation.slot_label,
    ] {
        *text = format!("{HIDING} {text}");
    }
    for case in &mut invitation.cases {
        case.label = format!("{} {HIDING}", case.label);
    }
    invitation
}

async fn an_invitation_and_its_questions_hide_and_turn_nothing(
    session: &mut Session,
) -> Result<()> {
    let (invitation, key) = sample_invitation()?;
    let invitation = spoilt(invitation);
    let file = write(session, "invitation.json", &signed_by(&invitation, &key)?)?;
    session.open("index.html").await?;
    session.at(START).await?;
    session.choose_files("open-file", &[file]).await?;
    session.shows(MARKED).await?;
    ensure!(shows_what_is_hidden(session, "the invitation").await?, "no mark");
    session.keyboard().activate("Start").await?;
    let pages = begun(session).await?;
    every_page(session, &pages).await?;

    let case = &invitation.cases.first().context("no case")?.case_ref;
    let mut pack = asked(&invitation, case, None, HIDING)?;
    pack.by = HIDING.to_owned();
    let file = write(session, "questions.json", &signed_by(&pack, &key)?)?;
    session.route("#/").await?;
    session.at(START).await?;
    session.choose_files("open-file", &[file]).await?;
    session.at("Questions from the panel").await?;
    session.shows(MARKED).await?;
    ensure!(shows_what_is_hidden(session, "the questions").await?, "no mark");
    Ok(())
}

/// The heading does not begin with its own words here: what keeps it apart comes first.
async fn begun(session: &Session) -> Result<ReturnPages> {
    eventually("the task list of a return", async || {
        let hash = session.hash().await?;
        let id = hash.strip_prefix("#/return/").and_then(|rest| rest.split('/').next());
        let there = session.heading().await?.contains("Your return");
        Ok(id.filter(|_| there).map(|id| ReturnPages { tasks: format!("#/return/{id}") }))
    })
    .await
}

async fn every_page(session: &Session, pages: &ReturnPages) -> Result<()> {
    let mut marked = 0;
    for page in ["", "you", "involvement", "area/area-2", "missing", "answers", "sign"] {
        let address = if page.is_empty() { pages.tasks.clone() } else { pages.page(page) };
        session.route(&address).await?;
        let there = async || Ok((session.hash().await? == address).then_some(()));
        eventually(&address, there).await?;
        session.shows("Autumn").await?;
        marked += usize::from(shows_what_is_hidden(session, page).await?);
        axe::check(session, &address).await?;
    }
    ensure!(marked >= 2, "the words are on {marked} pages only: the story would prove nothing");
    Ok(())
}
