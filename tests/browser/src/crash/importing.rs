//! Killing a browser in the midst of an import.

use super::Outcome;
use super::round::{self, KeptRound};
use crate::made::{self, Pile};
use crate::pages::panel;
use crate::session::Session;
use anyhow::Result;
use std::time::{Duration, Instant};

/// Returns of the pile: files are kept a hundred at a time, and the record after two hundred, so that kills fall
/// between two of either.
const RETURNS: usize = 600;

/// The pile, made at the first call and kept under `target/`.
pub fn pile_to_import() -> Result<Pile> {
    made::import(RETURNS)
}

/// Opens the pile's round, imports every return, kills the browser after this long, starts it again, looks at what
/// was kept, and imports everything once more.
pub async fn crash_while_importing(
    session: &mut Session,
    pile: &Pile,
    after: Duration,
) -> Result<Outcome> {
    let page = format!("{}/import", open_round(session, pile).await?);
    session.route(&page).await?;
    session.at("Import returns").await?;
    let files = &pile.returns;
    session.choose_files("returns", files).await?;
    let shown = shown_until(session, after).await?;
    let killed = Instant::now();
    session.kill_and_restart().await?;
    session.open(&format!("panel.html{page}")).await?;
    session.at("Import returns").await?;
    let kept = KeptRound::read(session).await?;
    // Files kept before the record that would have named them: importing again takes them up, destroying the round
    // takes them away (N-01).
    let unnamed = kept.unnamed();
    let mut faults = kept.faults_while_importing();
    let rows = panel::import(session, files).await?;
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
        0 if unnamed == 0 => "before the first return was kept",
        0 => "with files kept, and none named yet",
        some if some < files.len() && unnamed > 0 => {
            "between returns, with files that were not named yet"
        }
        some if some < files.len() => "between returns",
        _ => "after the last return was kept",
    };
    let lost = lost.map(|(at, _)| killed.duration_since(*at));
    Ok(Outcome { after, stage, lost, faults })
}

async fn open_round(session: &Session, pile: &Pile) -> Result<String> {
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.keyboard().fill("open-passphrase", made::PASSPHRASE).await?;
    session.choose_files("open-workbook", std::slice::from_ref(&pile.workbook)).await?;
    panel::round_now(session).await
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
