//! axe-core on every page of both programs: empty, filled, and with something wrong.

use anyhow::Result;
use browser_tests::{Session, axe, in_every_engine};

in_every_engine![axe_finds_nothing_on_any_page];

async fn axe_finds_nothing_on_any_page(session: &mut Session) -> Result<()> {
    let mut found = Vec::new();
    for visit in browser_tests::pages::all(session).await? {
        visit.go(session).await?;
        if let Err(error) = axe::check(session, &visit.name).await {
            found.push(format!("{error:#}"));
        }
    }
    anyhow::ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
