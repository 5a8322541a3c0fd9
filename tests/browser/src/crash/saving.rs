//! Killing a browser while it saves a workbook to a file.

use super::Outcome;
use super::round::KeptRound;
use crate::pages::panel;
use crate::session::Session;
use anyhow::{Context, Result};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::store::HandOver;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const PASSPHRASE: &str = "four plain words here";

/// Imports the sample's returns, so that there is something to save; returns the round's address.
pub async fn round_to_save(session: &Session) -> Result<String> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let files = panel::sample_returns()?;
    panel::import(session, &files).await?;
    KeptRound::with(session, files.len()).await?;
    Ok(round)
}

/// Saves the workbook, with its keys or without, kills the browser after this long, starts it again and
/// looks at the round and at the file.
pub async fn crash_while_saving(
    session: &mut Session,
    round: &str,
    with_keys: bool,
    after: Duration,
) -> Result<Outcome> {
    const SAVE: &str = "document.getElementById('save-workbook').click();";
    session.open(&format!("panel.html{round}")).await?;
    panel::round_now(session).await?;
    let before = KeptRound::read(session).await?;
    if with_keys {
        session.keyboard().fill("workbook-passphrase", PASSPHRASE).await?;
    }
    session.script(SAVE, vec![]).await?;
    tokio::time::sleep(after).await;
    session.kill_and_restart().await?;
    session.open(&format!("panel.html{round}")).await?;
    panel::round_now(session).await?;
    let kept = KeptRound::read(session).await?;
    let mut faults = kept.faults();
    if kept != before {
        faults.push("the round is another than before".to_owned());
    }
    let files = taken(&session.downloads())?;
    for file in &files {
        let whole = whole(&fs::read(file)?, with_keys, before.returns.len());
        faults.extend(whole.err().map(|error| format!("half a file: {error:#}")));
        fs::remove_file(file)?;
    }
    let stage = match files.is_empty() {
        true => "before there was a file",
        false => "with the file there",
    };
    Ok(Outcome { after, stage, lost: None, faults })
}

/// The workbooks that have their name: what the browser has not finished is named otherwise, and is deleted.
fn taken(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Empty: the browser keeps the name for a file that it has not finished.
        match path.extension().is_some_and(|ending| ending == "json") && path.metadata()?.len() > 0
        {
            true => files.push(path),
            false => fs::remove_file(path)?,
        }
    }
    Ok(files)
}

fn whole(bytes: &[u8], with_keys: bool, returns: usize) -> Result<()> {
    let signed = match with_keys {
        true => HandOver::open(bytes, PASSPHRASE)?.workbook_file.into_bytes(),
        false => bytes.to_vec(),
    };
    let verified = open(&signed, &[Kind::Workbook], &Limits::of(Kind::Workbook))?;
    let file: WorkbookFile = verified.parse()?;
    (file.files.len() == returns).then_some(()).context("returns are missing from it")
}
