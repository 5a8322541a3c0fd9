//! What follows a round: it is compared with the one before, passed on as numbers, and its papers are destroyed.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved_file, saved_text, write};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::{meeting, panel};
use browser_tests::screen::{PHONE, fits, resize};
use browser_tests::{Session, axe, in_chromium_and, records};
use multi_agency_audit::panel::copies::{CopyStep, copy_worklist};
use multi_agency_audit::tool::library;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::documents::seed::{Seed, stamp};

in_chromium_and!(Firefox firefox:
    a_round_is_compared_with_the_one_before,
    a_round_knows_its_baseline,
    a_question_in_other_words_is_said_to_be_the_same,
    the_dataset_is_cleared_and_downloaded,
    papers_are_destroyed_and_a_certificate_stays,
    a_round_that_cannot_be_read_is_destroyed_with_a_certificate
);

const TITLE: &str = "Compare rounds";
const BASELINE: &str = "The baseline of this round";
const SAME: &str = "What is the same in both rounds";
const OTHER_WORDS: [(&str, &str); 2] = [
    ("2.1", "Was the danger to the child seen at once?"),
    ("2.2", "Did practitioners look at the wider picture?"),
];
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

fn file(session: &Session, earlier: bool) -> Result<PathBuf> {
    let name = if earlier { "earlier.json" } else { "finished.json" };
    write(session, name, &finished(earlier).workbook_file())
}

/// The one of a year before, with two questions in other words and on a scale of its own.
fn worded_otherwise() -> Result<Seed> {
    let mut tool =
        library::by_id(&"s47-strategy-2013".parse()?).context("the tool of the round")?;
    for (id, words) in OTHER_WORDS {
        let mut prompts = tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        let prompt = prompts.find(|one| one.id.as_str() == id).context(id)?;
        prompt.text = words.into();
    }
    tool.scale.id = "older".parse()?;
    let tool = serde_json::to_value(tool)?;
    Ok(Seed::changed("summary", |story| {
        story.round.insert("id".into(), "the-round-before".into());
        story.round.insert("title".into(), "Strategy discussions, the year before".into());
        story.round.insert("period".into(), "2024-25".into());
        story.round["dates"]["due"] = "2025-06-12".into();
        story.round.insert("tool".into(), tool.clone());
    }))
}

async fn opens(session: &Session, earlier: bool) -> Result<String> {
    let file = file(session, earlier)?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file]).await?;
    panel::round_now(session).await
}

async fn a_round_is_compared_with_the_one_before(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let keyboard = session.keyboard();
    keyboard.activate(TITLE).await?;
    session.at(TITLE).await?;
    session.shows("This browser keeps no other round").await?;
    axe::check(session, "nothing to compare with").await?;
    keyboard.activate("Compare").await?;
    session.shows("Choose at least one earlier round.").await?;
    // Another file is no round.
    keyboard.activate("Read a round from its workbook file").await?;
    let wrong = write(session, "wrong.json", b"{}")?;
    session.choose_files("round-file", &[wrong]).await?;
    session.shows("There is a problem").await?;
    session.choose_files("round-file", &[file(session, true)?]).await?;
    session.shows("Its round can be chosen now.").await?;
    keyboard.tab_to("the round before", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Compare").await?;
    session.shows("The rounds stand side by side below.").await?;
    session.shows("Each round looked at different children.").await?;
    session.shows("Areas for development, 2024-25").await?;
    session.shows("answered in no round").await?;
    axe::check(session, "rounds side by side").await?;
    // What was read for the comparison is not kept.
    let kept = records::texts(session, "workbooks").await?;
    ensure!(kept.len() == 1, "{} rounds are kept", kept.len());
    is_published(session, &round).await
}

/// The comparison is a document like the others.
async fn is_published(session: &Session, round: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Check and clear for publication").await?;
    session.at(&format!("Check and clear for publication: {TITLE}")).await?;
    axe::check(session, "a comparison that can be cleared").await?;
    keyboard.fill("reason", "Read by the chair of the quality group.").await?;
    keyboard.activate("Clear this version for publication").await?;
    session.shows("This version is cleared and kept.").await?;
    let version = session.hash().await?;
    session.press("Download as plain text").await?;
    let text = saved_text(session, "comparison-", ".txt").await?;
    ensure!(text.contains("Areas for development, 2024-25"), "{text}");
    session.press("Download for Word").await?;
    let word = part_of(&saved_file(session, "comparison-", ".docx").await?, "word/document.xml")?;
    ensure!(word.contains("Areas for continued development"), "the table is not in the Word file");
    session.route(&format!("{version}/paper")).await?;
    session.shows("Areas for continued development").await?;
    axe::check(session, "a comparison on paper").await?;
    // The version that was kept needs no other round to be read.
    session.reload().await?;
    session.shows("Areas for continued development").await?;
    session.route(&format!("{round}/documents/comparison")).await?;
    session.at(TITLE).await
}

/// RA-01: the baseline is named from a file, waited for where it is not kept, and taken back.
async fn a_round_knows_its_baseline(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let keyboard = session.keyboard();
    keyboard.activate(TITLE).await?;
    keyboard.activate("Name the baseline of this round").await?;
    session.at(BASELINE).await?;
    session.shows("This round has no baseline.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("Select the earlier round.").await?;
    keyboard.activate("Read a round from its workbook file").await?;
    session.choose_files("round-file", &[file(session, true)?]).await?;
    session.shows("Its round can be chosen now.").await?;
    keyboard.tab_to("the round before", |focus| focus.value == "the-round-before").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("Say why the two rounds may be compared.").await?;
    axe::check(session, "a baseline without a reason").await?;
    keyboard.fill("reason", "The same tool, a year later.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("The baseline is recorded.").await?;
    session.shows("Strategy discussions, the year before, 2024-25").await?;
    session.shows("45 of 56 questions with fixed answers.").await?;
    axe::check(session, "a round with a baseline").await?;
    keyboard.activate("See the comparison").await?;
    session.at(TITLE).await?;
    session.shows("Areas for development, 2024-25").await?;
    // Nothing of the earlier round was kept: it is waited for.
    session.reload().await?;
    session.at(TITLE).await?;
    session.shows("This browser does not keep it. Read its workbook file to compare.").await?;
    axe::check(session, "a comparison that waits for its baseline").await?;
    session.choose_files("round-file", &[file(session, true)?]).await?;
    session.shows("The rounds stand side by side below.").await?;
    session.shows("Areas for development, 2024-25").await?;
    // Kept here, it stands beside this round without choosing.
    opens(session, true).await?;
    meeting::go(session, &format!("{round}/documents/comparison"), TITLE).await?;
    session.shows("Areas for development, 2024-25").await?;
    keyboard.activate("See or change the baseline").await?;
    session.at(BASELINE).await?;
    session.shows("45 of 56 questions with fixed answers.").await?;
    keyboard.activate("Take it back").await?;
    session.shows("Say why the baseline is taken back.").await?;
    keyboard.fill("remove-reason", "It looked at another kind of case.").await?;
    keyboard.activate("Take it back").await?;
    session.shows("This round has no baseline any more.").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("No longer compared with an earlier round").await
}

/// RA-02: what was asked in other words is compared once a person says so, and not any more once that is taken back.
async fn a_question_in_other_words_is_said_to_be_the_same(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let same = format!("{round}/documents/baseline/same");
    meeting::go(session, &same, SAME).await?;
    session.shows("This round has no baseline.").await?;
    let keyboard = session.keyboard();
    meeting::go(session, &format!("{round}/documents/baseline"), BASELINE).await?;
    let earlier = write(session, "other-words.json", &worded_otherwise()?.workbook_file())?;
    keyboard.activate("Read a round from its workbook file").await?;
    session.choose_files("round-file", std::slice::from_ref(&earlier)).await?;
    session.shows("Its round can be chosen now.").await?;
    keyboard.tab_to("the round before", |focus| focus.kind == "radio").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.fill("reason", "The same kind of case, a year later.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("43 of 56 questions with fixed answers.").await?;
    session.shows("Two questions: asked in other words.").await?;
    keyboard.activate("Say what is the same in both rounds").await?;
    session.at(SAME).await?;
    session.shows("the earlier round asked: “Was the danger to the child seen at once?”").await?;
    axe::check(session, "questions in other words").await?;
    is_recorded(session).await?;
    meeting::go(session, &format!("{round}/documents/comparison"), TITLE).await?;
    session.shows("Held to be the same").await?;
    session.shows("Question 2.1 was asked in 2024-25 as 2.1 Was the danger").await?;
    // Edge case 53: both rounds' grades are told, and not compared.
    session.shows("Not comparable: graded on another scale").await?;
    axe::check(session, "rounds on two scales").await?;
    resize(session, PHONE).await?;
    fits(session, "rounds on two scales").await?;
    resize(session, (1280, 1024)).await?;
    // The round before is kept nowhere here: it is asked for again.
    session.route(&same).await?;
    session.reload().await?;
    session.at(SAME).await?;
    session.shows("This browser does not keep that round").await?;
    axe::check(session, "an earlier round that is not here").await?;
    keyboard.activate("Read a round from its workbook file").await?;
    session.choose_files("round-file", &[earlier]).await?;
    session.shows("44 of 56 questions with fixed answers.").await?;
    keyboard.activate("Take all of it back").await?;
    keyboard.activate("Take back what was said").await?;
    session.shows("Say why these are the same, or are no longer.").await?;
    axe::check(session, "taken back without a reason").await?;
    keyboard.fill("same-undo-reason", "Another danger was meant.").await?;
    keyboard.activate("Take back what was said").await?;
    session.shows("Taken back. Only what is the same by itself is compared.").await?;
    session.shows("43 of 56 questions with fixed answers.").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("question 2.1 (there 2.1)").await?;
    session.shows("Nothing is held to be the same as in the earlier round any more").await
}

/// Refused without a choice, with one question chosen for two, and without a reason; then recorded.
async fn is_recorded(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    let record = "Record what is the same";
    keyboard.activate(record).await?;
    session.shows("Choose what is the same: nothing differs from what is recorded.").await?;
    axe::check(session, "nothing chosen").await?;
    for box_of in ["same-question-2.1", "same-question-2.2"] {
        keyboard.fill(box_of, "2.1").await?;
    }
    keyboard.activate(record).await?;
    session.shows("Choose another question than 2.1: it is compared already.").await?;
    axe::check(session, "one question chosen for two").await?;
    resize(session, PHONE).await?;
    fits(session, "questions in other words").await?;
    resize(session, (1280, 1024)).await?;
    keyboard.fill("same-question-2.2", "None").await?;
    keyboard.activate(record).await?;
    session.shows("Say why these are the same, or are no longer.").await?;
    keyboard.fill("same-reason", "Only the words were mended.").await?;
    keyboard.activate(record).await?;
    session.shows("It is recorded what is the same in both rounds.").await?;
    session.shows("44 of 56 questions with fixed answers.").await?;
    axe::check(session, "a question that is held to be the same").await
}

fn part_of(file: &Path, name: &str) -> Result<String> {
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
