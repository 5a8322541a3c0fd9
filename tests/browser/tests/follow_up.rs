//! What follows a round: it is passed on as numbers, and its papers are destroyed.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved_file, saved_text, write};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, in_chromium_and, records};
use multi_agency_audit::panel::copies::{CopyStep, copy_worklist};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::documents::seed::{Seed, stamp};

in_chromium_and!(Firefox firefox:
    the_dataset_is_cleared_and_downloaded,
    papers_are_destroyed_and_a_certificate_stays,
    a_round_that_cannot_be_read_is_destroyed_with_a_certificate
);

const RETENTION: &str = "Keep or destroy the working papers";

/// The finished round of five cases, or the one of a year before.
fn finished(earlier: bool) -> Seed {
    let mut seed = told(earlier);
    let reason = "Practitioners read it together, at the learning event.";
    // CP-01: a round that is finished owes nobody a copy.
    for line in copy_worklist(&seed.workbook) {
        let step = CopyStep::NotSent { reason: reason.into() };
        seed.workbook.record_copy(&line.place, step, &stamp()).expect("a return that counts");
    }
    seed
}

fn told(earlier: bool) -> Seed {
    Seed::changed("summary", |story| {
        if earlier {
            story.round.insert("id".into(), "the-round-before".into());
            story.round.insert("title".into(), "Strategy discussions, the year before".into());
            story.round.insert("period".into(), "2024-25".into());
            story.round["dates"]["due"] = "2025-06-12".into();
            story.round["dates"]["retention"] = "2026-01-01".into();
            // Its issues have a theme, so that the next round can be held against it.
            for line in story.lines.iter_mut().filter(|line| line.concern.is_some()) {
                let told = line.finding.get_or_insert_default();
                told.themes = vec!["neglect".parse().expect("a theme")];
            }
        }
    })
}

/// The workbook file of the finished round, or of the one of a year before.
pub fn file(session: &Session, earlier: bool) -> Result<PathBuf> {
    let name = if earlier { "earlier.json" } else { "finished.json" };
    write(session, name, &finished(earlier).workbook_file())
}

/// Opens it in the panel's program; its address.
pub async fn opens(session: &Session, earlier: bool) -> Result<String> {
    let file = file(session, earlier)?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file]).await?;
    panel::round_now(session).await
}

/// The text of one file of a ZIP package.
pub fn part_of(file: &Path, name: &str) -> Result<String> {
    let mut package = zip::ZipArchive::new(fs::File::open(file)?)?;
    let mut text = String::new();
    package.by_name(name).context(name.to_owned())?.read_to_string(&mut text)?;
    Ok(text)
}

async fn the_dataset_is_cleared_and_downloaded(session: &mut Session) -> Result<()> {
    let practice = panel::open_sample(session).await?;
    let address = format!("{practice}/documents/dataset");
    meeting::go(session, &address, "Anonymous dataset").await?;
    session.shows("nothing of it is real, so it has no dataset").await?;
    opens(session, false).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Anonymous dataset").await?;
    session.at("Anonymous dataset").await?;
    session.shows("A number of cases from 1 to 4 is left out").await?;
    let tables = panel::table(session, "main .app-scroll").await?;
    let files: Vec<&str> =
        tables.iter().filter_map(|row| row.first()).map(String::as_str).collect();
    let want = ["rounds.csv", "grades.csv", "answers.csv", "themes.csv", "actions.csv"];
    ensure!(files == want, "{files:?}");
    axe::check(session, "a dataset to be cleared").await?;
    keyboard.activate("Clear this dataset").await?;
    session.shows("Say who read the dataset, and why it can be passed on.").await?;
    axe::check(session, "a dataset cleared without a reason").await?;
    keyboard.fill("reason", "Read by the quality assurance manager.").await?;
    keyboard.activate("Clear this dataset").await?;
    session.shows("The dataset is cleared as it is now.").await?;
    axe::check(session, "a dataset that is cleared").await?;
    keyboard.activate("Download the dataset").await?;
    let file = saved_file(session, "dataset-", ".zip").await?;
    let package: serde_json::Value = serde_json::from_str(&part_of(&file, "datapackage.json")?)?;
    ensure!(package["resources"].as_array().map(Vec::len) == Some(want.len()), "{package}");
    for name in want {
        ensure!(part_of(&file, name)?.starts_with('\u{feff}'), "{name} is no table of ours");
    }
    Ok(())
}

async fn papers_are_destroyed_and_a_certificate_stays(session: &mut Session) -> Result<()> {
    let file = file(session, true)?;
    opens(session, true).await?;
    session.shows("The working papers were due to be destroyed on 1 January 2026.").await?;
    session.open("panel.html").await?;
    session.shows("The working papers were due to be destroyed on 1 January 2026.").await?;
    axe::check(session, "a round whose papers are due to go").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Decide about the working papers").await?;
    session.at(RETENTION).await?;
    session.shows("no document of this round is cleared for publication").await?;
    is_cleared(session).await?;
    session.shows("Summary for practitioners and managers, version").await?;
    keyboard.activate("Destroy the working papers for good").await?;
    session.shows("Enter the role of whoever decides.").await?;
    keyboard.fill("by", "Business manager of the partnership").await?;
    keyboard.fill("title-typed", "something else").await?;
    keyboard.activate("Destroy the working papers for good").await?;
    session.shows("Type the title of the round as it stands above.").await?;
    ensure!(!imported(session).await?.is_empty(), "files went before anybody confirmed it");
    const CLEAR: &str = "const box = document.getElementById('title-typed'); box.value = '';
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    session.script(CLEAR, vec![]).await?;
    keyboard.fill("title-typed", "strategy discussions, the year before").await?;
    keyboard.activate("Destroy the working papers for good").await?;
    session.shows("Certificate of destruction").await?;
    session.shows("Business manager of the partnership").await?;
    axe::check(session, "the certificate").await?;
    is_gone(session).await?;
    axe::check(session, "the certificate, and what was kept").await?;
    keyboard.activate("Download for Word: Summary").await?;
    let word = part_of(&saved_file(session, "summary-", ".docx").await?, "word/document.xml")?;
    ensure!(word.contains("Strengths in multi-agency practice"), "the Word file is another one");
    keyboard.activate("Download as plain text: Summary").await?;
    saved_text(session, "summary-", ".txt").await?;
    keyboard.activate("Download as text").await?;
    let text = saved_text(session, "certificate-", ".txt").await?;
    ensure!(text.contains("SHA-256") && !text.contains("Case 1"), "{text}");
    // Neither another start nor an old file brings anything back.
    session.open("panel.html").await?;
    session.shows("The working papers of this round were destroyed on").await?;
    session.choose_files("open-workbook", &[file]).await?;
    session.shows("This file still holds them, and nothing of it was opened.").await?;
    is_gone(session).await?;
    keyboard.activate("See the certificate").await?;
    session.shows("Certificate of destruction").await
}

/// Clears the summary, from the page of retention and back there.
async fn is_cleared(session: &Session) -> Result<()> {
    let here = session.hash().await?;
    let publication = here.replace("/retention", "/summary/publication");
    let title = "Check and clear for publication: Summary for practitioners and managers";
    meeting::go(session, &publication, title).await?;
    let keyboard = session.keyboard();
    keyboard.fill("reason", "Read by the chair of the quality group.").await?;
    keyboard.activate("Clear this version for publication").await?;
    session.shows("This version is cleared and kept.").await?;
    meeting::go(session, &here, RETENTION).await
}

/// N-01: a record that nobody can open goes too, and makes room for the round's own file.
async fn a_round_that_cannot_be_read_is_destroyed_with_a_certificate(
    session: &mut Session,
) -> Result<()> {
    let before = file(session, true)?;
    let round = opens(session, true).await?;
    ensure!(!imported(session).await?.is_empty(), "the round has no files");
    // Its beginning is lost.
    records::replace(session, "workbooks", "^.{40}", "", 0).await?;
    let damaged = records::texts(session, "workbooks").await?;
    let [(_, damaged)] = &damaged[..] else { anyhow::bail!("{} records", damaged.len()) };
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.shows("A round whose record cannot be read").await?;
    session.choose_files("open-workbook", std::slice::from_ref(&before)).await?;
    session.shows("it can be destroyed there, and then the file opens.").await?;
    let keyboard = session.keyboard();
    keyboard.activate("A round whose record cannot be read").await?;
    session.at("This round could not be opened").await?;
    session.shows("The record of this round is damaged").await?;
    axe::check(session, "a round that cannot be read").await?;
    keyboard.activate("Destroy the damaged record").await?;
    session.at("Destroy the damaged record").await?;
    axe::check(session, "whether a damaged record is destroyed").await?;
    keyboard.activate("Destroy the damaged record for good").await?;
    session.shows("Enter the role of whoever decides.").await?;
    axe::check(session, "a damaged record destroyed by nobody").await?;
    keyboard.fill("by", "Business manager of the partnership").await?;
    keyboard.fill("reason", "Nobody can open it.").await?;
    keyboard.fill("word-typed", "destroy").await?;
    keyboard.activate("Destroy the damaged record for good").await?;
    session.shows("Certificate of destruction").await?;
    session.shows(&format!("{} bytes", damaged.len())).await?;
    session.shows("Could not be read: line 1").await?;
    axe::check(session, "the certificate of a damaged record").await?;
    let files = imported(session).await?;
    ensure!(files.is_empty(), "{} imported files are left", files.len());
    session.route(&round).await?;
    session.at("A round whose damaged record was destroyed").await?;
    axe::check(session, "a round of which a certificate is left").await?;
    session.open("panel.html").await?;
    session.shows("The working papers of this round were destroyed on").await?;
    session.choose_files("open-workbook", &[before]).await?;
    ensure!(panel::round_now(session).await? == round, "its own file opens the round again");
    ensure!(!imported(session).await?.is_empty(), "its files came back");
    Ok(())
}

/// Nothing of the round is left but the certificate.
async fn is_gone(session: &Session) -> Result<()> {
    let files = imported(session).await?;
    ensure!(files.is_empty(), "{} imported files are left", files.len());
    let records = records::texts(session, "workbooks").await?;
    let [(key, text)] = &records[..] else { anyhow::bail!("{} records", records.len()) };
    ensure!(key == "the-round-before", "{key}");
    for secret in ["opening_key", "\"key\"", "secret", "register", "Case 1", "judgements\":["] {
        ensure!(!text.contains(secret), "{secret} is left: {text}");
    }
    Ok(())
}

/// Keys of the imported files in the browser.
async fn imported(session: &Session) -> Result<Vec<String>> {
    const KEYS: &str = "const [done] = arguments;
        const opened = indexedDB.open('multi-agency-audit');
        opened.onsuccess = () => {
            const asked = opened.result.transaction('files').objectStore('files').getAllKeys();
            asked.onsuccess = () => { opened.result.close(); done(asked.result); };
        };";
    Ok(serde_json::from_value(session.script_async(KEYS, vec![]).await?)?)
}
