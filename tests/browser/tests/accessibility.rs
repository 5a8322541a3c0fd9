//! Every page of both programs, empty, filled and with something wrong: axe-core finds nothing, a narrow
//! screen shows all of it, and few colours hide nothing.
//!
//! A state that a visit here comes to needs no look of its own in a story.

use anyhow::{Result, ensure};
use browser_tests::pages::{self, Visit};
use browser_tests::screen::{PHONE, fits, is_seen, is_whole_enlarged_in_few_colours, resize};
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
    match session.engine {
        // axe looks at the same elements and colours in each engine.
        Engine::Chromium => {
            let session = &*session;
            each(session, pages, async |page| {
                let found = axe::check(session, page).await;
                vec![found, is_whole_enlarged_in_few_colours(session, page).await]
            })
            .await
        }
        Engine::Firefox => {
            session.restart(Setting::ForcedColours).await?;
            let session = &*session;
            resize(session, PHONE).await?;
            each(session, pages, async |page| {
                vec![fits_a_phone(session, page).await, is_seen(session, page).await]
            })
            .await
        }
        Engine::Webkit => {
            let session = &*session;
            resize(session, PHONE).await?;
            each(session, pages, async |page| vec![fits_a_phone(session, page).await]).await
        }
    }
}

async fn fits_a_phone(session: &Session, page: &str) -> Result<()> {
    fits(session, &format!("{page}, on a phone")).await
}

/// Fails with all that is found on any of the pages.
async fn each(
    session: &Session,
    pages: &[Visit],
    looks: impl AsyncFn(&str) -> Vec<Result<()>>,
) -> Result<()> {
    let mut found = Vec::new();
    for page in pages {
        page.go(session).await?;
        let errors = looks(&page.name).await.into_iter().filter_map(Result::err);
        found.extend(errors.map(|error| format!("{error:#}")));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
