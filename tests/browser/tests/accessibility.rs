//! Every page of both programs, empty, filled and with something wrong: axe-core finds nothing, a narrow
//! screen shows all of it, and few colours hide nothing.
//!
//! A state that a visit here comes to needs no look of its own in a story.

use anyhow::{Result, ensure};
use browser_tests::pages::{self, Visit};
use browser_tests::screen::{ENLARGED, PHONE, fits, is_seen, resize};
use browser_tests::{Engine, Session, Setting, axe, in_every_engine};

in_every_engine![
    every_page_of_the_auditor_is_for_everybody,
    every_page_of_the_panel_is_for_everybody,
];

async fn every_page_of_the_auditor_is_for_everybody(session: &mut Session) -> Result<()> {
    let pages = pages::of_the_auditor(session).await?;
    are_for_everybody(session, &pages).await
}

async fn every_page_of_the_panel_is_for_everybody(session: &mut Session) -> Result<()> {
    let pages = pages::of_the_panel(session).await?;
    are_for_everybody(session, &pages).await
}

/// As few ways through all pages as show it all: getting there takes longer than looking.
async fn are_for_everybody(session: &mut Session, pages: &[Visit]) -> Result<()> {
    let mut found = Vec::new();
    // It looks at the same elements and colours in each engine.
    if session.engine == Engine::Chromium {
        each(session, pages, &mut found, async |page| axe::check(session, page).await).await?;
    }
    let knows_few_colours = matches!(session.engine, Engine::Chromium | Engine::Firefox);
    if knows_few_colours {
        session.restart(Setting::ForcedColours).await?;
    }
    let session = &*session;
    let (size, word) = match session.engine {
        Engine::Chromium => (ENLARGED, "enlarged"),
        Engine::Firefox | Engine::Webkit => (PHONE, "on a phone"),
    };
    resize(session, size).await?;
    each(session, pages, &mut found, async |page| {
        fits(session, &format!("{page}, {word}")).await?;
        if knows_few_colours { is_seen(session, page).await } else { Ok(()) }
    })
    .await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn each(
    session: &Session,
    pages: &[Visit],
    found: &mut Vec<String>,
    check: impl AsyncFn(&str) -> Result<()>,
) -> Result<()> {
    for page in pages {
        page.go(session).await?;
        if let Err(error) = check(&page.name).await {
            found.push(format!("{error:#}"));
        }
    }
    Ok(())
}
