//! Every kind of document printed on A4, from the program and from the file that it saves, and read back from the PDF:
//! all of it is there, in order, and nothing is clipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::write;
use browser_tests::pages::panel;
use browser_tests::{Engine, Session, in_engines};
use chrono::Days;
use multi_agency_audit::panel::actions::{Action, Body, Owner, Priority};
use multi_agency_audit::panel::expectation::{Expectation, Gap, k02_gaps};
use multi_agency_audit::report::chart::Table;
use multi_agency_audit::report::document::{
    Block, Document, DocumentKind, DocumentNotice, Point, Sentence, build, check, i08_clear,
    render, short_id,
};
use thirtyfour::common::print::{PrintPage, PrintParameters};

use crate::documents::seed::{self, Seed};

/// The invented round that each kind is printed of: a kind that is new has to be given one.
fn round_for(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::CaseByCase | DocumentKind::PromptSheet => "case-by-case",
        DocumentKind::ThemeByTheme => "theme-by-theme",
        DocumentKind::Summary | DocumentKind::ActionPlan | DocumentKind::Comparison => "summary",
        DocumentKind::Overview => "overview",
        DocumentKind::SixSteps => "six-steps",
    }
}

/// A4 in points.
const PAPER: (f64, f64) = (595.3, 841.9);
/// The margins that the style sets, in points: 16 mm at the sides, 18 mm above, 20 mm below. Those of the file are wider.
const MARGINS: (f64, f64, f64) = (45.3, 51.0, 56.7);
/// Lowest line of letters of 8 points.
const LOWEST: f64 = 8.0;

/// So often a browser is asked to print: on a busy machine it now and then fails, or gives one empty sheet. What is
/// empty on paper is so each time.
const ASKED: usize = 3;

/// What stands on a sheet for its number, from 0, of so many.
type Number = fn(usize, usize) -> String;

fn of_program(at: usize, of: usize) -> String {
    format!("Page {} of {of}", at + 1)
}

fn of_file(at: usize, of: usize) -> String {
    format!("{} / {of}", at + 1)
}

/// Letters that Firefox draws as one.
const LIGATURES: [(&str, &str); 5] = [
    ("\u{fb00}", "ff"),
    ("\u{fb01}", "fi"),
    ("\u{fb02}", "fl"),
    ("\u{fb03}", "ffi"),
    ("\u{fb04}", "ffl"),
];

in_engines!(the_documents_on_paper_hold_every_word_in_order: Chromium chromium, Firefox firefox);

async fn the_documents_on_paper_hold_every_word_in_order(session: &mut Session) -> Result<()> {
    for kind in DocumentKind::ALL.into_iter().chain([DocumentKind::Comparison]) {
        let (document, workbook, snapshot) = cleared(round_for(kind), kind)?;
        let name = kind.as_str();
        as_file(session, name, &document).await.with_context(|| format!("{name}, as a file"))?;
        session.open("panel.html").await?;
        session.at(panel::START).await?;
        let workbook = write(session, &format!("{name}.json"), &workbook)?;
        session.choose_files("open-workbook", &[workbook]).await?;
        let round = panel::round_now(session).await?;
        session.route(&format!("{round}/documents/{name}/version/{snapshot}/paper")).await?;
        session.shows(&document.footer()).await?;
        let pdf = print(session, name).await?;
        reads_as_written(session.engine, &document, &pdf, of_program).context(name)?;
    }
    Ok(())
}

/// The page that “Download as a web page” saves, opened from the disk as whoever it was sent to does.
async fn as_file(session: &Session, name: &str, document: &Document) -> Result<()> {
    let file = write(session, &format!("{name}.html"), render::html(document).as_bytes())?;
    session.driver.goto(format!("file://{}", file.display())).await?;
    let pdf = print(session, &format!("{name}-file")).await?;
    reads_as_written(session.engine, document, &pdf, of_file)
}

fn reads_as_written(engine: Engine, document: &Document, pdf: &Path, number: Number) -> Result<()> {
    let sheets = sheets(pdf)?;
    // Others print nothing in the margins: what numbers their sheets is a line of their own, which a person turns on.
    if engine == Engine::Chromium {
        every_sheet_is_numbered(&sheets, number)?;
    }
    no_sheet_is_blank(document, &sheets, number)?;
    everything_is_there(document, &sheets, number)?;
    nothing_is_clipped(pdf)?;
    // for a team's wall.
    ensure!(
        !document.kind.is_one_page() || sheets.len() == 1,
        "a prompt sheet of {}",
        sheets.len()
    );
    Ok(())
}

/// Its id.
fn round_of(name: &str, kind: DocumentKind) -> String {
    [name, "-", kind.as_str()].concat()
}

/// A document that somebody has cleared, the workbook's file that holds it, and its version.
fn cleared(name: &str, kind: DocumentKind) -> Result<(Document, Vec<u8>, String)> {
    // Rounds of their own, so that one browser keeps them all; the sample's returns name their round.
    let mut seed = Seed::changed(name, |story| {
        if !story.sample {
            story.round.insert("id".into(), round_of(name, kind).into());
        }
    });
    settle(&mut seed)?;
    if kind == DocumentKind::ActionPlan {
        plan(&mut seed)?;
    }
    let document = match kind {
        DocumentKind::Comparison => {
            let earlier = Seed::changed(name, |story| {
                story.round.insert("id".into(), "earlier".into());
                story.round.insert("period".into(), "The year before".into());
            });
            build::comparison(&[&earlier.workbook], &seed.workbook, seed.story.today)
        }
        _ => seed.document(kind),
    };
    let notices = check(&seed.workbook, &document);
    let confirmed = notices.iter().map(DocumentNotice::key).collect();
    let reason = "Read by the chair of the quality group.".to_owned();
    let id = i08_clear(&mut seed.workbook, &document, confirmed, reason, &seed::stamp());
    let id = id.map_err(|error| anyhow::anyhow!("{name} is not cleared: {error:?}"))?;
    ensure!(document.footer().contains(&short_id(&id)), "the foot tells another version");
    Ok((document, seed.workbook_file(), id.to_string()))
}

/// K-02: what did not come is gone without, and what is kept apart stays so.
fn settle(seed: &mut Seed) -> Result<()> {
    let (stamp, reason) = (seed::stamp(), "The panel goes on without it.");
    for gap in k02_gaps(&seed.workbook, seed.story.today) {
        let settled = match &gap {
            Gap::Missing { place, .. } => {
                seed.workbook.expect(place, Expectation::GoneWithout, reason, &stamp)
            }
            Gap::Undecided(file) => seed.workbook.keep_apart(file, reason, &stamp),
            Gap::Conflict(place) => anyhow::bail!("{place:?} is in conflict"),
            Gap::NotRead(place) => anyhow::bail!("{place:?} is not read"),
        };
        settled.map_err(|error| anyhow::anyhow!("{gap:?} is not settled: {error:?}"))?;
    }
    Ok(())
}

/// One action for every recommendation.
fn plan(seed: &mut Seed) -> Result<()> {
    let recommended = seed.workbook.recommendations().into_iter().map(|one| one.id.clone());
    let action = Action {
        id: "a1".parse()?,
        recommendations: recommended.collect(),
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: "Write a checklist for strategy discussions".into(),
        outcome: "Children are seen sooner.".into(),
        measure: "Nine of ten records sampled in the next round have it.".into(),
        evidence_expected: "The checklist and the sample".into(),
        owner: Owner { body: Body::Board, role: "Chair of the quality group".into() },
        contributors: Vec::new(),
        agreed: Some(seed.story.today),
        resources: "Two days".into(),
        start: None,
        due: seed.story.today.checked_add_days(Days::new(90)),
        milestones: Vec::new(),
        priority: Priority::High,
        audit_again: None,
        carried: None,
        stamp: seed::stamp(),
    };
    let recorded = seed.workbook.record_action(action);
    recorded.map_err(|error| anyhow::anyhow!("the action is not recorded: {error:?}"))
}

/// This page on A4 as it is, in the session’s folder.
pub async fn print(session: &Session, name: &str) -> Result<PathBuf> {
    let path = session.home.join("files").join(name).with_extension("pdf");
    for _ in 1..ASKED {
        if let Ok(pdf) = session.driver.print_page(on_a4()).await {
            fs::write(&path, pdf)?;
            if !pdftotext(&path, "-raw")?.trim().is_empty() {
                return Ok(path);
            }
        }
    }
    fs::write(&path, session.driver.print_page(on_a4()).await?)?;
    Ok(path)
}

fn on_a4() -> PrintParameters {
    let page = PrintPage { width: 21.0, height: 29.7 };
    // Shrunk to fit, what is too wide would be there and could not be read.
    PrintParameters { page, shrink_to_fit: false, ..PrintParameters::default() }
}

/// Text of the sheets, in the order in which it was drawn.
fn sheets(pdf: &Path) -> Result<Vec<String>> {
    let text = pdftotext(pdf, "-raw")?;
    // Each sheet ends in a form feed.
    let mut sheets: Vec<String> = text.split('\u{c}').map(flat).collect();
    ensure!(sheets.pop().is_some_and(|rest| rest.is_empty()), "something follows the last sheet");
    Ok(sheets)
}

/// What the program of this name reads in a PDF.
pub fn pdftotext(pdf: &Path, how: &str) -> Result<String> {
    let output = Command::new("pdftotext").arg(how).arg(pdf).arg("-").output();
    let output = output.context("pdftotext")?;
    ensure!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    Ok(LIGATURES.iter().fold(text, |text, (drawn, letters)| text.replace(drawn, letters)))
}

fn every_sheet_is_numbered(sheets: &[String], number: Number) -> Result<()> {
    for (at, sheet) in sheets.iter().enumerate() {
        let number = number(at, sheets.len());
        ensure!(sheet.contains(&number), "no “{number}” on: {sheet}");
    }
    Ok(())
}

/// I-10: each says of which round it tells and for whom, and has more than that.
fn no_sheet_is_blank(document: &Document, sheets: &[String], number: Number) -> Result<()> {
    let head = document.running_head();
    for (at, sheet) in sheets.iter().enumerate() {
        ensure!(close(sheet).contains(&close(&head)), "no “{head}” on: {sheet}");
        let words = sheet.split_whitespace().count();
        let number = number(at, sheets.len());
        let beside = number.split_whitespace().chain(head.split_whitespace()).count();
        ensure!(words > beside + 3, "sheet {} is blank: {sheet}", at + 1);
    }
    Ok(())
}

/// Headings, sentences with their counts, and rows of tables, one after the other. Without their
/// spaces, since a line may end at any of them, or at a hyphen.
fn everything_is_there(document: &Document, sheets: &[String], number: Number) -> Result<()> {
    let of = sheets.len();
    let head = close(&document.running_head());
    let said = |(at, sheet): (usize, &String)| {
        close(&sheet.replacen(&number(at, of), "", 1)).replacen(&head, "", 1)
    };
    let text: String = sheets.iter().enumerate().map(said).collect();
    let mut rest = text.as_str();
    let mut asked = 0;
    // Charts that follow each other may stand side by side: which of them is drawn first is not told.
    let are_charts = |one: &Block, next: &Block| {
        matches!((one, next), (Block::Chart { .. }, Block::Chart { .. }))
    };
    for together in document.blocks.chunk_by(are_charts) {
        let start = rest;
        for block in together {
            let words = words_of(block);
            asked += words.len();
            let after = after_all(&words, start, &text)?;
            rest = if after.len() < rest.len() { after } else { rest };
        }
    }
    ensure!(rest.contains(&close(&document.footer())), "no foot at the end: {rest}");
    ensure!(asked > 20, "a document of {asked} sentences");
    Ok(())
}

/// What follows these words, each of which stands after the one before.
fn after_all<'a>(words: &[String], start: &'a str, text: &str) -> Result<&'a str> {
    let mut rest = start;
    for said in words {
        let words = close(said);
        let at = rest.find(&words).with_context(|| {
            let found = if text.contains(&words) { "in another place" } else { "nowhere" };
            format!("{found}: “{said}”, before: {}", rest.chars().take(300).collect::<String>())
        })?;
        rest = rest.get(at + words.len()..).unwrap_or_default();
    }
    Ok(rest)
}

/// Words without any space, and without the hyphens at which an engine breaks them.
pub fn close(text: &str) -> String {
    text.split_whitespace().collect::<String>().replace('\u{2010}', "")
}

fn words_of(block: &Block) -> Vec<String> {
    let plain = |all: &[Sentence]| all.iter().map(Sentence::plain).collect();
    match block {
        Block::Heading { text, .. } => vec![text.plain()],
        Block::Paragraph { sentences, .. } | Block::Bullets(sentences) => plain(sentences),
        Block::Numbered(points) => points.iter().flat_map(of_point).collect(),
        Block::Table(table) => of_table(table),
        Block::Chart { chart, .. } => {
            let mut words = of_table(&chart.table());
            words.extend(chart.notes.iter().cloned());
            words
        }
    }
}

fn of_point(point: &Point) -> Vec<String> {
    std::iter::once(&point.text).chain(&point.points).map(Sentence::plain).collect()
}

fn of_table(table: &Table) -> Vec<String> {
    let rows = table.rows.iter().map(|row| row.join(" "));
    [table.caption.clone(), table.head.join(" ")].into_iter().chain(rows).collect()
}

/// Every word stands within the margins, but for the page's number, and is large enough to read.
pub fn nothing_is_clipped(pdf: &Path) -> Result<()> {
    let boxes = pdftotext(pdf, "-bbox")?;
    let (width, height) = PAPER;
    let (side, above, below) = MARGINS;
    let mut seen = 0;
    for line in boxes.lines().map(str::trim).filter(|line| line.starts_with("<word ")) {
        let [left, top, right, bottom] =
            ["xMin", "yMin", "xMax", "yMax"].map(|name| edge(line, name));
        let (left, top, right, bottom) = (left?, top?, right?, bottom?);
        ensure!(bottom - top >= LOWEST, "{} points high: {line}", bottom - top);
        ensure!(left >= side - 1.0 && right <= width - side + 1.0, "beyond the sides: {line}");
        ensure!(top >= above - 1.0 && bottom <= height - 10.0, "beyond the paper: {line}");
        let is_number = top > height - below;
        seen += usize::from(!is_number);
    }
    ensure!(seen > 100, "{seen} words");
    Ok(())
}

fn edge(line: &str, name: &str) -> Result<f64> {
    let found = line.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    let (number, _) = found.with_context(|| format!("no {name}: {line}"))?;
    Ok(number.parse()?)
}

/// Words with one space between.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
