//! Every page of both programs, empty, filled and with something wrong: axe-core finds nothing, a narrow
//! screen shows all of it, and few colours hide nothing.

use anyhow::{Result, ensure};
use browser_tests::pages::Visit;
use browser_tests::screen::{NARROW, fits, is_seen, resize};
use browser_tests::{Engine, Session, Setting, axe, in_every_engine};

in_every_engine![every_page_is_for_everybody];

/// One story, for making all the pages takes longer than looking at them.
async fn every_page_is_for_everybody(session: &mut Session) -> Result<()> {
    let pages = browser_tests::pages::all(session).await?;
    let mut found = Vec::new();
    // It looks at the same elements and colours in each.
    if session.engine == Engine::Chromium {
        each(session, &pages, &mut found, async |page| axe::check(session, page).await).await?;
    }
    // The second is as wide; it is there for what depends on the height, which one engine shows.
    let sizes = if session.engine == Engine::Chromium { &NARROW[..] } else { &NARROW[..1] };
    for &(width, height) in sizes {
        resize(session, width, height).await?;
        let narrow =
            async |page: &str| fits(session, &format!("{page} at {width} × {height}")).await;
        each(session, &pages, &mut found, narrow).await?;
    }
    if matches!(session.engine, Engine::Chromium | Engine::Firefox) {
        session.restart(Setting::ForcedColours).await?;
        let session = &*session;
        each(session, &pages, &mut found, async |page| is_seen(session, page).await).await?;
    }
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
