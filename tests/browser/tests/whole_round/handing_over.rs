//! The workbook handed over, and another coordinator who goes on with nothing missing.

use anyhow::{Result, ensure};
use browser_tests::Session;
use browser_tests::downloads::{saved, saved_text};
use browser_tests::pages::{meeting, panel};
use std::path::{Path, PathBuf};

use super::judging::{Met, judges_as_all_do};
use super::{AGREED, COPY_IS_SAFE, FOUND, SENT};

const PASSPHRASE: &str = "four plain words here";

/// The workbook's file, and what was read in it before it was handed over.
pub struct Handed {
    file: PathBuf,
    log: String,
    register: Vec<Vec<String>>,
    reminded: String,
}

pub async fn hands_over(session: &Session, round: &str) -> Result<Handed> {
    let log = log(session, round).await?;
    let register = register(session, round).await?;
    let reminded = reminded(session, round).await?;
    session.route(round).await?;
    session.shows("Save the workbook to a file").await?;
    let keyboard = session.keyboard();
    keyboard.fill("workbook-passphrase", PASSPHRASE).await?;
    keyboard.activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    Ok(Handed { file, log, register, reminded })
}

/// The whole log, as it is saved for a spreadsheet.
async fn log(session: &Session, round: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/log"), "Log").await?;
    session.keyboard().activate("Save for a spreadsheet").await?;
    saved_text(session, "log-", ".csv").await
}

/// Every imported file, what it is about, and how it stands; not when it came, for the day is told from tomorrow on.
async fn register(session: &Session, round: &str) -> Result<Vec<Vec<String>>> {
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let mut rows = panel::table(session, ".app-register").await?;
    for row in &mut rows {
        row.truncate(3);
    }
    ensure!(rows.len() > SENT, "{} files are listed: {rows:?}", rows.len());
    Ok(rows)
}

/// The time at which an agency was reminded.
async fn reminded(session: &Session, round: &str) -> Result<String> {
    const SAID: &str = "return document.querySelector('.app-reminder [role=status]').textContent;";
    meeting::go(session, &format!("{round}/reminders"), "Reminders").await?;
    session.shows("Reminded: ").await?;
    let said = session.text_of(SAID, vec![]).await?;
    Ok(said.trim().rsplit(' ').next().unwrap_or_default().to_owned())
}

/// On another computer everything is there, the return that was owed comes, and the next item is judged.
pub async fn goes_on(next: &Session, handed: &Handed, met: &Met, owed: &Path) -> Result<()> {
    let agenda = met.agenda.as_str();
    next.open("panel.html").await?;
    next.at(panel::START).await?;
    let keyboard = next.keyboard();
    keyboard.fill("open-passphrase", PASSPHRASE).await?;
    next.choose_files("open-workbook", std::slice::from_ref(&handed.file)).await?;
    let round = panel::round_now(next).await?;
    have_come(next, &round, SENT).await?;
    next.route(&format!("{round}/findings")).await?;
    next.shows(FOUND).await?;
    next.route(&format!("{round}/sampling")).await?;
    next.shows("Draw 1").await?;
    is_all_there(next, &round, handed).await?;
    next.route(&format!("{agenda}/minutes")).await?;
    next.shows("Differing view, ").await?;
    next.shows("It was not known to us in time.").await?;
    next.shows(AGREED).await?;
    next.route(&met.judged).await?;
    next.shows("The panel’s judgement so far: Good").await?;
    meeting::go(next, &format!("{round}/copies"), "Copies to practitioners").await?;
    let copies = panel::table(next, ".app-copies").await?;
    let sent = copies.iter().flatten().filter(|cell| *cell == "Sent").count();
    ensure!(sent == 1, "one copy was sent: {copies:?}");
    meeting::go(next, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(next, &[owed.to_path_buf()]).await?;
    let counts = rows.iter().all(|row| row.outcome.contains("from a signer who was invited"));
    ensure!(counts, "the return that was owed does not count: {rows:?}");
    have_come(next, &round, SENT + 1).await?;
    next.route(agenda).await?;
    let open = meeting::open_items(next).await?;
    keyboard.activate("Go to the first open item").await?;
    next.shows("What does the panel decide?").await?;
    judges_as_all_do(next).await?;
    next.route(agenda).await?;
    ensure!(meeting::open_items(next).await? == open - 1, "one more item is settled");
    Ok(())
}

/// Nothing of the log, of the files and of the reminders is missing; the log goes on from there.
async fn is_all_there(next: &Session, round: &str, handed: &Handed) -> Result<()> {
    let log = log(next, round).await?;
    ensure!(handed.log.contains(COPY_IS_SAFE), "{}", handed.log);
    ensure!(log.starts_with(&handed.log), "{log}\ninstead of\n{}", handed.log);
    let register = register(next, round).await?;
    ensure!(register == handed.register, "{register:?} instead of {:?}", handed.register);
    let reminded = reminded(next, round).await?;
    ensure!(reminded == handed.reminded, "{reminded} instead of {}", handed.reminded);
    Ok(())
}

/// So many returns have come, and count.
async fn have_come(session: &Session, round: &str, expected: usize) -> Result<()> {
    meeting::go(session, &format!("{round}/matrix"), "What has come").await?;
    let cells = panel::table(session, ".app-matrix").await?;
    let received = cells.iter().flatten().filter(|cell| cell.starts_with("Received")).count();
    ensure!(received == expected, "{received} have come: {cells:?}");
    Ok(())
}
