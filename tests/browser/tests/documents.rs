//! Documents: a count led back to its answers, a sentence worded by hand, a document cleared and read back from Word.

#[allow(dead_code, reason = "the native tests of the documents use all of it")]
#[path = "../../documents/seed/mod.rs"]
pub mod seed;

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved_file, write};
use browser_tests::keyboard::{ENTER, Focus, SPACE};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, eventually, in_chromium_and, records};
use std::fs;
use std::io::Read as _;
use std::path::Path;

in_chromium_and!(Webkit webkit: a_count_leads_back_to_its_answers_and_keeps_its_own_words);
in_chromium_and!(Firefox firefox: a_document_is_cleared_and_downloaded);

const OVERVIEW: &str = "Overview report to the board";
const SUMMARY: &str = "Summary for practitioners and managers";
/// A sentence that counts answers of area 3 of the sample round.
const SAFE: &str = "area-3/statement/safe";
const COUNTED: &str = "The response to the referral kept the child safe in six of the ten cases";

async fn a_count_leads_back_to_its_answers_and_keeps_its_own_words(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    ensure!(!loaded(session, "split_documents").await?, "documents load before they are asked for");
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    meeting::go(session, &format!("{round}/documents"), "Documents").await?;
    ensure!(loaded(session, "split_documents").await?, "documents are a part of their own");
    axe::check(session, "the documents").await?;
    session.keyboard().activate(OVERVIEW).await?;
    session.at(OVERVIEW).await?;
    session.shows(COUNTED).await?;
    axe::check(session, "a document on screen").await?;
    stays_off_paper(session).await?;
    a_number_leads_to_its_cases(session).await?;
    let sentence = format!("{round}/documents/overview/sentence/{SAFE}");
    session.keyboard().follow(&sentence).await?;
    session.at("A sentence and what is behind it").await?;
    session.shows("six of the ten cases").await?;
    session.shows("What is behind it").await?;
    axe::check(session, "a sentence and what is behind it").await?;
    leads_to_the_answer(session, &sentence).await?;
    own_words(session, &round, &sentence).await?;
    is_not_published(session, &round).await
}

/// Whether a file of this name was fetched by the page.
async fn loaded(session: &Session, name: &str) -> Result<bool> {
    const FETCHED: &str = "return performance.getEntriesByType('resource')
        .some(one => one.name.includes(arguments[0]));";
    Ok(session.script(FETCHED, vec![name.into()]).await? == true)
}

/// I-08: what nobody cleared is not printed.
async fn stays_off_paper(session: &Session) -> Result<()> {
    const OFF_PAPER: &str = "return document.querySelector('.app-no-print .app-document') !== null
        && document.querySelector('.app-print-only') !== null;";
    let off = session.script(OFF_PAPER, vec![]).await?;
    ensure!(off == true, "a document that nobody cleared can be printed");
    Ok(())
}

/// from a number of a chart’s table to the cases that it counts, and back.
async fn a_number_leads_to_its_cases(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    let of_some = |focus: &Focus| {
        focus.href.contains("/count/grades/") && !focus.text.trim_start().starts_with('0')
    };
    let number = keyboard.tab_to("a number of a chart", of_some).await?;
    keyboard.press(&[ENTER]).await?;
    session.at("A number and what is behind it").await?;
    session.shows("What is counted").await?;
    ensure!(session.hash().await?.contains("/count/grades/"), "another page: {}", number.href);
    axe::check(session, "a number and what is behind it").await?;
    keyboard.tab_to("a case that is counted", |focus| focus.href.contains("/case/")).await?;
    keyboard.activate("Back to the document").await?;
    session.at(OVERVIEW).await
}

/// From the sentence to the return at the very answer, and back to where the document was left.
async fn leads_to_the_answer(session: &Session, sentence: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let answer = keyboard
        .tab_to("an answer", |focus| focus.href.contains("/return/") && focus.href.contains("/at/"))
        .await?;
    ensure!(answer.href.contains("3.3.a"), "another answer: {}", answer.href);
    keyboard.press(&[ENTER]).await?;
    session.shows("This is the return as it was signed").await?;
    session.shows("3.3.a").await?;
    session.route(sentence).await?;
    session.at("A sentence and what is behind it").await?;
    keyboard.activate("Back to the document").await?;
    session.at(OVERVIEW).await?;
    let place = "sentence-overview_area-3_statement_safe";
    keyboard.focused(place).await?;
    session.route(sentence).await?;
    session.at("A sentence and what is behind it").await
}

async fn own_words(session: &Session, round: &str, sentence: &str) -> Result<()> {
    const CLEAR: &str = "const box = document.getElementById('wording'); box.value = '';
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    let keyboard = session.keyboard();
    let generated =
        session.text_of("return document.getElementById('wording').value;", vec![]).await?;
    session.script(CLEAR, vec![]).await?;
    keyboard.activate("Keep this wording").await?;
    session.shows("Write the sentence, or take the generated one again.").await?;
    axe::check(session, "a sentence without words").await?;
    keyboard.fill("wording", "Children were kept safe {in:safe}.").await?;
    keyboard.activate("Keep this wording").await?;
    session.shows("Your wording is kept.").await?;
    session.shows("Children were kept safe in six of the ten cases.").await?;
    session.route(&format!("{round}/documents/overview")).await?;
    session.at(OVERVIEW).await?;
    session.shows("Children were kept safe in six of the ten cases.").await?;
    session.reload().await?;
    session.at(OVERVIEW).await?;
    session.shows("Children were kept safe in six of the ten cases.").await?;
    session.route(sentence).await?;
    session.at("A sentence and what is behind it").await?;
    // The box shows what would be recorded, whatever was typed into it.
    keyboard.fill("wording", "Some other words.").await?;
    keyboard.activate("Take the generated sentence again").await?;
    session.shows("The generated sentence stands again.").await?;
    session.box_holds("wording", &generated).await?;
    // The button has gone, and with it the form.
    eventually("the focus on the heading", async || {
        Ok((keyboard.focus().await?.tag == "h1").then_some(()))
    })
    .await?;
    session.shows(COUNTED).await
}

/// What speaks against it is listed with its places, and nothing can be cleared.
async fn is_not_published(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/documents/overview/publication")).await?;
    session.at(&format!("Check and clear for publication: {OVERVIEW}")).await?;
    session.shows("This document cannot be cleared yet").await?;
    session.shows("not every case has a judgement that stands").await?;
    axe::check(session, "a document that cannot be cleared").await?;
    meeting::go(
        session,
        &format!("{round}/documents/overview/versions"),
        &format!("Versions: {OVERVIEW}"),
    )
    .await?;
    session.press("Keep a version now").await?;
    session.shows("The version is kept.").await?;
    session.shows("Nothing has changed.").await?;
    axe::check(session, "the versions of a document").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the version", |focus| focus.href.contains("/version/")).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("cannot be downloaded or printed").await?;
    let disabled =
        session.script("return document.getElementById('word').disabled;", vec![]).await?;
    ensure!(disabled == true, "a version that nobody cleared can be downloaded");
    axe::check(session, "a version that is withheld").await
}

/// I-02: names of the family are looked for in the document, lead to their sentence, and are kept nowhere.
async fn names_are_looked_for(session: &Session) -> Result<()> {
    const ANEW: &str = "const box = document.getElementById('names'); box.value = '';
        box.dispatchEvent(new Event('input', { bubbles: true })); box.blur();";
    let keyboard = session.keyboard();
    keyboard.activate("Look for names of the family and of workers").await?;
    keyboard.fill("names", "Thistlewood").await?;
    keyboard.activate("Look for these names").await?;
    session.shows("None of these names stands in the document.").await?;
    axe::check(session, "names that stand nowhere").await?;
    session.script(ANEW, vec![]).await?;
    keyboard.fill("names", "Northmere").await?;
    keyboard.activate("Look for these names").await?;
    session.shows("A name that you look for stands here: Northmere.").await?;
    axe::check(session, "a name that was found").await?;
    for store in ["workbooks", "set_ups"] {
        for (key, text) in records::texts(session, store).await? {
            ensure!(!text.contains("Thistlewood"), "{store}/{key} keeps a name");
        }
    }
    Ok(())
}

async fn a_document_is_cleared_and_downloaded(session: &mut Session) -> Result<()> {
    let round = opens_a_finished_round(session).await?;
    meeting::go(session, &format!("{round}/documents/summary"), SUMMARY).await?;
    session.shows("Nothing speaks against publishing this document.").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Check and clear for publication").await?;
    session.at(&format!("Check and clear for publication: {SUMMARY}")).await?;
    axe::check(session, "a document that can be cleared").await?;
    names_are_looked_for(session).await?;
    keyboard.activate("Clear this version for publication").await?;
    session.shows("Say who read the document, and why it can be published.").await?;
    axe::check(session, "a clearance without a reason").await?;
    keyboard.fill("reason", "Read by the chair of the quality group.").await?;
    keyboard.activate("Clear this version for publication").await?;
    session.shows("This version is cleared and kept.").await?;
    session.shows("Read by the chair of the quality group.").await?;
    axe::check(session, "a version that is cleared").await?;
    let version = session.hash().await?;
    // The worker fetches it: only the host sees that. Pages that work without a network have fetched all of it before.
    let is_kept = session.site.offline;
    let was_fetched = || session.site.was_asked_for("split_writer");
    ensure!(is_kept || !was_fetched()?, "what writes files loads before it is asked for");
    downloads(session).await?;
    ensure!(is_kept || was_fetched()?, "what writes files is a part of its own");
    on_paper(session, &version).await?;
    numbers(session, &round).await
}

/// A round that a panel has finished, as its workbook brings it.
async fn opens_a_finished_round(session: &Session) -> Result<String> {
    let file = seed::Seed::named("summary").workbook_file();
    let file = write(session, "finished.json", &file)?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file]).await?;
    panel::round_now(session).await
}

const WORDS: &str =
    "Agencies communicated and worked together very well, in four of the five cases.";

async fn downloads(session: &Session) -> Result<()> {
    session.press("Download for Word").await?;
    session.shows("Your browser saves summary-").await?;
    let word = saved_file(session, "summary-", ".docx").await?;
    let text = words_of(&word)?;
    ensure!(text.contains(WORDS), "the Word file says: {text}");
    session.press("Download as plain text").await?;
    let plain = fs::read_to_string(saved_file(session, "summary-", ".txt").await?)?;
    ensure!(flat(&plain).contains(WORDS), "the text says: {plain}");
    session.press("Download as a web page").await?;
    let page = fs::read_to_string(saved_file(session, "summary-", ".html").await?)?;
    ensure!(page.contains(WORDS), "the page says: {page}");
    session.press("Download as Markdown").await?;
    let markdown = fs::read_to_string(saved_file(session, "summary-", ".md").await?)?;
    ensure!(markdown.contains(WORDS), "the Markdown says: {markdown}");
    Ok(())
}

/// The text of a Word file, without its marks.
fn words_of(file: &Path) -> Result<String> {
    let xml = part_of(file, "word/document.xml")?;
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
    Ok(pieces.map(|(_, text)| text).collect())
}

fn part_of(file: &Path, name: &str) -> Result<String> {
    let mut package = zip::ZipArchive::new(fs::File::open(file)?)?;
    let mut text = String::new();
    package.by_name(name).context(name.to_owned())?.read_to_string(&mut text)?;
    Ok(text)
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

async fn on_paper(session: &Session, version: &str) -> Result<()> {
    session.route(&format!("{version}/paper")).await?;
    session.shows(WORDS).await?;
    axe::check(session, "a document on paper").await?;
    const LINKS: &str = "return document.querySelectorAll('.app-document .app-sentence').length;";
    let links = session.script(LINKS, vec![]).await?;
    ensure!(links == 0, "on paper a sentence leads nowhere: {links}");
    Ok(())
}

async fn numbers(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/documents/numbers"), "The numbers of the round").await?;
    axe::check(session, "the numbers").await?;
    session.press("Download as a spreadsheet").await?;
    let sheet = saved_file(session, "numbers-", ".xlsx").await?;
    ensure!(part_of(&sheet, "xl/charts/chart1.xml")?.contains("barChart"), "no chart of its own");
    session.press("Download as CSV").await?;
    let csv = fs::read_to_string(saved_file(session, "numbers-", ".csv").await?)?;
    ensure!(csv.contains("\"Grades\""), "{csv}");
    texts(session, round).await
}

/// A recommendation is written, with a count, and stands in the document.
async fn texts(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/documents/texts"), "Texts for the documents").await?;
    axe::check(session, "the texts").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Write a text").await?;
    session.at("Write a text").await?;
    keyboard.activate("Record the text").await?;
    session.shows("Choose where the text belongs.").await?;
    axe::check(session, "a text without a place").await?;
    let place = keyboard.tab_to("the place", |focus| focus.id == "place").await?;
    ensure!(place.tag == "select", "{}", place.tag);
    keyboard.text("Recommendation").await?;
    keyboard.fill("text", "Write down what the child says.").await?;
    let finding = keyboard.tab_to("a finding", |focus| focus.kind == "checkbox").await?;
    ensure!(finding.name == "rests-on", "{}", finding.name);
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Record the text").await?;
    session.shows("Recorded the text.").await?;
    meeting::go(session, &format!("{round}/documents/summary"), SUMMARY).await?;
    session.shows("Write down what the child says.").await?;
    eventually("that the version kept before is another", async || {
        Ok(session.text().await?.contains("since the version that was kept last").then_some(()))
    })
    .await
}
