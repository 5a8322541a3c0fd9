//! Killing a browser in the midst of an import.

use super::Outcome;
use super::round::{self, KeptRound};
use crate::pages::panel;
use crate::session::Session;
use anyhow::Result;
use std::time::{Duration, Instant};

/// Imports every return of the sample round into a new one, kills the browser after this long, starts it
/// again, looks at what was kept, and imports everything once more.
pub async fn crash_while_importing(session: &mut Session, after: Duration) -> Result<Outcome> {
    let page = format!("{}/import", panel::open_sample(session).await?);
    session.route(&page).await?;
    session.at("Import returns").await?;
    let files = panel::sample_returns()?;
    session.choose_files("returns", &files).await?;
    let shown = shown_until(session, after).await?;
    let killed = Instant::now();
    session.kill_and_restart().await?;
    session.open(&format!("panel.html{page}")).await?;
    session.at("Import returns").await?;
    let kept = KeptRound::read(session).await?;
    let mut faults = kept.faults();
    let rows = panel::import(session, &files).await?;
    let became = |what: &str| rows.iter().filter(|row| row.outcome.contains(what)).count();
    let known = became("Imported before: nothing has changed");
    let new = became("Imported, from a signer who was invited");
    if (known, known + new) != (kept.returns.len(), files.len()) {
        faults.push(format!("{} kept, but then {known} known and {new} new", kept.returns.len()));
    }
    faults.extend(KeptRound::with(session, files.len()).await?.faults());
    round::forgotten(session).await?;
    let lost = shown.iter().find(|(_, count)| *count > kept.returns.len());
    let stage = match kept.returns.len() {
        0 => "before the first return was kept",
        some if some < files.len() => "between returns",
        _ => "after the last return was kept",
    };
    let lost = lost.map(|(at, _)| killed.duration_since(*at));
    Ok(Outcome { after, stage, lost, faults })
}

/// How many returns the page showed as imported, and when it first did.
async fn shown_until(session: &Session, after: Duration) -> Result<Vec<(Instant, usize)>> {
    const ROWS: &str = "return document.querySelectorAll('.app-results tbody tr').length;";
    let start = Instant::now();
    let mut shown = Vec::new();
    while start.elapsed() < after {
        // Counted as shown from the moment at which we know of it.
        let count = session.script(ROWS, vec![]).await?.as_u64().unwrap_or_default() as usize;
        shown.push((Instant::now(), count));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(shown)
}
