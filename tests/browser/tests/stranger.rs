//! A concern about a child from somebody whom nobody vouches for yet: it stands above every page of the round until
//! somebody has decided, and never on paper (C-05).

use anyhow::{Context, Result, ensure};
use browser_tests::pages::{meeting, panel};
use browser_tests::pile::Auditing;
use browser_tests::{Session, axe, eventually, in_engines, root};
use multi_agency_audit::audit_return::{ConcernKind, ImmediateConcern, Return};
use multi_agency_audit::id::ItemId;
use multi_agency_audit::tool::GradeLevel;

use crate::printed::{close, pdftotext, print};

in_engines!(c05_a_concern_of_a_stranger_stands_above_every_page_and_on_no_paper: Chromium chromium);

const ABOVE: &str = "1 immediate concern is in a file whose signer you do not trust yet";
const NOTICED: &str = "The child came to school with a bruise.";
const PAGES: [(&str, &str); 3] =
    [("matrix", "What has come"), ("documents", "Documents"), ("log", "Log")];

async fn c05_a_concern_of_a_stranger_stands_above_every_page_and_on_no_paper(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    imports(session, &round).await?;
    for (page, heading) in PAGES {
        meeting::go(session, &format!("{round}/{page}"), heading).await?;
        stands_above(session, true).await?;
    }
    is_on_no_paper(session, &round).await?;
    session.reload().await?;
    stands_above(session, true).await?;
    axe::check(session, "a concern above a page").await?;
    session.press("See the concerns").await?;
    session.at("Immediate concerns").await?;
    session.shows("In files whose signer you do not trust yet").await?;
    session.shows(NOTICED).await?;
    decides(session).await?;
    for (page, heading) in PAGES {
        meeting::go(session, &format!("{round}/{page}"), heading).await?;
        stands_above(session, false).await?;
    }
    Ok(())
}

/// A return for the school's place, of somebody who does not hold its invitation.
async fn imports(session: &Session, round: &str) -> Result<()> {
    let file = root().join("public/samples/invitation-school.json");
    let stranger = Auditing::opens(&file, "a stranger")?.without_the_secret();
    let case = stranger.cases().first().cloned().context("no case")?;
    let id = ItemId::new("concern-9")?;
    let raises = |ret: &mut Return| {
        let told = Some(ret.created);
        ret.immediate_concerns.push(ImmediateConcern {
            noticed_at: told,
            kind: Some(ConcernKind::ChildAtRisk),
            text: NOTICED.into(),
            told_role: "Team manager".into(),
            told_at: told,
            told_how: "By telephone".into(),
            ..ImmediateConcern::begin(id)
        });
    };
    let file = stranger.sends_changed(session, &case, GradeLevel::Good, "stranger", raises)?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, &[file]).await?;
    let apart = rows.iter().all(|row| !row.outcome.contains("from a signer who was invited"));
    ensure!(apart, "{rows:?}");
    Ok(())
}

/// Waits until it stands above the page, or does not.
async fn stands_above(session: &Session, stands: bool) -> Result<()> {
    const HEADER: &str = "return document.querySelector('header').innerText;";
    eventually(&format!("“{ABOVE}” above the page: {stands}"), async || {
        let header = session.text_of(HEADER, vec![]).await?;
        Ok((header.contains(ABOVE) == stands).then_some(()))
    })
    .await
}

/// Paper may leave the panel.
async fn is_on_no_paper(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/matrix"), "What has come").await?;
    stands_above(session, true).await?;
    let text = close(&pdftotext(&print(session, "matrix").await?, "-raw")?);
    ensure!(text.contains(&close("What has come")), "another page is printed: {text}");
    ensure!(!text.contains(&close(ABOVE)), "the concern is on paper: {text}");
    Ok(())
}

async fn decides(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Decide about the file").await?;
    session.at("stranger.json").await?;
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "keep-apart").await?;
    keyboard.fill("decision-reason", "The school knows of none, and asked the family").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("It stays apart: The school knows of none").await
}
