//! Killing a browser in the midst of an import.

use super::Outcome;
use super::round::{self, KeptRound};
use crate::made::{self, Pile};
use crate::pages::panel;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::Result;
use std::path::PathBuf;
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
    let (known, new) = import_again(session, files).await?;
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

/// Imports the files; gives how many were known before and how many are new, as the page counts them.
async fn import_again(session: &Session, files: &[PathBuf]) -> Result<(usize, usize)> {
    // Where all are alike there is nothing to choose from: then the first row stands for all.
    const COUNTS: &str = "
        const all = arguments[0];
        const state = document.getElementById('import-state');
        if (!state || !state.textContent.startsWith('Finished: ' + all)) return null;
        const text = document.querySelector('main').innerText;
        const tag = document.querySelector('.app-results tbody .govuk-tag');
        const counted = group => {
            const after = text.split(group + ' (')[1];
            return after ? parseInt(after, 10) : tag && tag.textContent.trim() === group ? all : 0;
        };
        return [counted('Nothing changed'), counted('Imported')];";
    session.choose_files("returns", files).await?;
    eventually("all files to be imported again", async || {
        let counts = session.script(COUNTS, vec![files.len().into()]).await?;
        let counts: Option<(usize, usize)> = serde_json::from_value(counts)?;
        Ok(counts.filter(|(known, new)| known + new == files.len()))
    })
    .await
}

/// How many returns the page showed as imported, and when it first did.
async fn shown_until(session: &Session, after: Duration) -> Result<Vec<(Instant, usize)>> {
    const SHOWN: &str = "const state = document.getElementById('import-state');
        return parseInt((state ? state.textContent : '').replace('Finished: ', ''), 10) || 0;";
    let start = Instant::now();
    let mut shown = Vec::new();
    while start.elapsed() < after {
        // Counted as shown from the moment at which we know of it.
        let count = session.script(SHOWN, vec![]).await?.as_u64().unwrap_or_default() as usize;
        shown.push((Instant::now(), count));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(shown)
}
