//! The panel's program.

use crate::downloads::{saved, write};
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Heading of the start page.
pub const START: &str = "Bring the agencies’ returns together";

/// Opens the sample round; returns its address, `#/round/ID`.
pub async fn open_sample(session: &Session) -> Result<String> {
    session.open("panel.html").await?;
    session.at(START).await?;
    session.press("Try it with a sample audit").await?;
    round_now(session).await
}

/// Saves the round's keys under a passphrase and opens the file again: before that nobody is invited.
pub async fn proves_keys(session: &Session, round: &str) -> Result<()> {
    const PASSPHRASE: &str = "four plain words here";
    session.route(&format!("{round}/invitations")).await?;
    session.shows("Invitations can be downloaded once you have seen").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Keys of the round").await?;
    session.at("Keys of the round").await?;
    keyboard.fill("workbook-passphrase", PASSPHRASE).await?;
    keyboard.activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    session.shows("Saved, not opened again yet").await?;
    keyboard.fill("prove-passphrase", PASSPHRASE).await?;
    session.choose_files("prove-file", &[file]).await?;
    session.shows("The copy opens, and holds both keys of this round").await
}

/// Waits for the overview of a round; returns its address.
pub async fn round_now(session: &Session) -> Result<String> {
    eventually("the round’s overview", async || {
        let hash = session.hash().await?;
        let there = hash.starts_with("#/round/")
            && session.text().await?.contains("Save the workbook to a file");
        Ok(there.then_some(hash))
    })
    .await
}

/// One row of the results of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Name of the file.
    pub file: String,
    /// What became of it.
    pub outcome: String,
}

/// Imports files on the page of the import, all at once; returns a row for each.
pub async fn import(session: &Session, files: &[PathBuf]) -> Result<Vec<ResultRow>> {
    session.choose_files("returns", files).await?;
    let noun = if files.len() == 1 { "file" } else { "files" };
    let finished = format!("Finished: {} {noun}.", files.len());
    let is_of = |row: &ResultRow| files.iter().any(|file| file.ends_with(&row.file));
    // An import before this one may have finished with as many.
    eventually(&format!("{finished} with its rows"), async || {
        let rows = results(session).await?;
        let here = rows.len() == files.len() && rows.iter().all(is_of);
        Ok((here && session.text().await?.contains(&finished)).then_some(rows))
    })
    .await
}

/// The table of results as shown.
pub async fn results(session: &Session) -> Result<Vec<ResultRow>> {
    let cells = table(session, ".app-results").await?;
    let row = |cells: &Vec<String>| {
        Some(ResultRow { file: cells.first()?.clone(), outcome: cells.get(1)?.clone() })
    };
    Ok(cells.iter().filter_map(row).collect())
}

/// The cells of the bodies of all tables that a selector finds.
pub async fn table(session: &Session, selector: &str) -> Result<Vec<Vec<String>>> {
    const CELLS: &str = "return [...document.querySelectorAll(arguments[0] + ' tbody tr')]
        .map(row => [...row.children].map(cell => cell.textContent.trim()));";
    Ok(serde_json::from_value(session.script(CELLS, vec![selector.into()]).await?)?)
}

/// Imports the sample returns with the one just signed, a changed copy of it and it once more, and a concern's notice.
pub async fn imports_everything(session: &Session, signed: &[u8], notice: PathBuf) -> Result<()> {
    let round = open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let mut files = sample_returns()?;
    files.push(write(session, "mine.json", signed)?);
    files.push(write(session, "mine-again.json", signed)?);
    files.push(write(session, "mine-altered.json", &tampered(signed)?)?);
    files.push(notice);
    let rows = import(session, &files).await?;
    let became = |name: &str, outcome: &str| {
        rows.iter().any(|row| row.file.starts_with(name) && row.outcome.contains(outcome))
    };
    // Read side by side: either of the two may be the first.
    ensure!(became("mine", "Imported, from a signer who was invited"), "{rows:?}");
    ensure!(became("mine", "Imported before: nothing has changed"), "{rows:?}");
    ensure!(became("mine-altered.json", "changed since it was sealed"), "{rows:?}");
    ensure!(became("concern-", "Imported: an immediate concern"), "{rows:?}");
    let ours =
        |row: &ResultRow| ["mine", "concern-"].iter().any(|start| row.file.starts_with(start));
    let samples: Vec<_> = rows.iter().filter(|row| !ours(row)).collect();
    let admitted = |row: &ResultRow| row.outcome.contains("from a signer who was invited");
    let left_out: Vec<_> = samples.iter().filter(|row| !admitted(row)).collect();
    ensure!(
        !samples.is_empty() && left_out.is_empty(),
        "sample returns not admitted: {left_out:?}"
    );
    Ok(())
}

/// A copy that differs in one character of what is sealed.
fn tampered(signed: &[u8]) -> Result<Vec<u8>> {
    let mut file: Value = serde_json::from_slice(signed)?;
    let sealed = file["ciphertext"].as_str().context("nothing is sealed")?.to_owned();
    let middle = sealed.len() / 2;
    let (before, after) = sealed.split_at(middle);
    let other = if after.starts_with('A') { 'B' } else { 'A' };
    file["ciphertext"] = format!("{before}{other}{}", &after[1..]).into();
    Ok(serde_json::to_vec(&file)?)
}

/// The files of the sample round's returns.
pub fn sample_returns() -> Result<Vec<PathBuf>> {
    samples("returns")
}

/// The sample's faulty files.
pub fn faulty_returns() -> Result<Vec<PathBuf>> {
    samples("returns-with-faults")
}

fn samples(folder: &str) -> Result<Vec<PathBuf>> {
    let folder = crate::site::root().join("public/samples").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(fs::canonicalize(folder)?)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}

/// Cases good, adequate and inadequate in each area of the sample round.
const AREAS: [(u32, [u32; 3]); 7] = [
    (2, [4, 4, 2]),
    (3, [3, 3, 4]),
    (4, [3, 5, 2]),
    (5, [3, 4, 3]),
    (6, [3, 4, 3]),
    (7, [4, 5, 1]),
    (8, [5, 5, 0]),
];

/// Answers of the sample round, in how many of its cases.
const ANSWERS: [(&str, &str, &str); 4] = [
    ("1.14", "Yes", "5 of 10"),
    ("3.3.b", "Yes", "10 of 10"),
    ("4.5", "Not evident in the record", "2 of 9"),
    ("6.1", "Yes", "10 of 10"),
];

/// The matrix, a case's grid, the areas and the counts say what the sample round's stories tell.
pub async fn shows_the_sample_rounds_counts(session: &Session) -> Result<()> {
    let hash = session.hash().await?;
    let round = hash.strip_suffix("/import").context("not on the page of the import")?.to_owned();
    for _ in 0..2 {
        counts(session, &round).await?;
        // The second time from what is kept in the browser.
        session.reload().await?;
    }
    Ok(())
}

async fn counts(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let matrix = table(session, ".app-matrix").await?;
    ensure!(matrix.len() == 10, "ten cases: {matrix:?}");
    session.press("Case 1").await?;
    session.at("Case 1").await?;
    let grid = table(session, ".app-grid").await?;
    ensure!(grid.iter().any(|row| row.iter().any(|cell| cell.contains("Good"))), "{grid:?}");
    session.route(&format!("{round}/areas")).await?;
    session.at("Areas across cases").await?;
    for (number, grades) in AREAS {
        let rows = table(session, &format!("#figure-area-{number}")).await?;
        let count = |grade: &str| {
            let row = rows.iter().find(|row| row.first().is_some_and(|cell| cell == grade));
            row.and_then(|row| row.get(1)?.parse::<u32>().ok())
        };
        let found = ["Good", "Adequate", "Inadequate"].map(count);
        ensure!(found == grades.map(Some), "area {number}: {rows:?}");
    }
    session.route(&format!("{round}/counts")).await?;
    session.at("Answers across cases").await?;
    for (prompt, answer, cases) in ANSWERS {
        let rows = counted(session, prompt).await?;
        let found = rows.iter().find(|row| row.first().is_some_and(|cell| cell == answer));
        let cell = found.and_then(|row| row.get(1));
        ensure!(cell.is_some_and(|cell| cell == cases), "{prompt} {answer}, {cases}: {rows:?}");
    }
    Ok(())
}

/// The rows of the table of one prompt's answers, on the page of counts.
pub async fn counted(session: &Session, prompt: &str) -> Result<Vec<Vec<String>>> {
    const ROWS: &str =
        "const of = caption => caption.textContent.trim().startsWith(arguments[0] + ' ');
        const table = [...document.querySelectorAll('main table')].find(table => of(table.caption));
        return [...table.querySelectorAll('tbody tr')]
            .map(row => [...row.children].map(cell => cell.textContent.trim()));";
    Ok(serde_json::from_value(session.script(ROWS, vec![prompt.into()]).await?)?)
}
