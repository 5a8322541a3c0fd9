//! Importing a pile of sealed returns, at the machine's own speed.

use super::{Measured, Row, Slowed, WORST};
use crate::made;
use crate::pages::panel;
use crate::wait::PATIENCE;
use anyhow::Result;
use std::time::Duration;

/// How long the largest pile may take before the benchmark gives up.
const AT_MOST: Duration = Duration::from_secs(400);
/// How often it is looked how much memory the page has: not oftener, since to look takes time from it.
const BETWEEN: Duration = Duration::from_millis(500);

/// Longest that the page may not answer, in milliseconds.
const BLOCKED: f64 = 50.0;
/// Holds once the panel's page has imported all.
pub(super) const FINISHED: &str =
    "(document.getElementById('import-state')?.textContent || '').startsWith('Finished')";
/// What the page of areas shows once all cases are counted.
const FIGURES: &str = ".app-figure";
/// What every page has.
const ANYTHING: &str = "h1";
/// Of memory, in bytes.
const MEMORY: f64 = 400e6;

/// Imports so many returns and shows what they come to.
pub async fn import(returns: usize) -> Result<Vec<Row>> {
    let pile = made::import(returns)?;
    let budget = if returns > 1_000 { 15_000.0 } else { 1_500.0 };
    let mut page = Measured::start(Slowed(1)).await?;
    let round = open_round(&page, &pile).await?;
    let (took, from, memory) = take_in(&page, &pile, FINISHED).await?;
    // What is still being kept counts for the page's answers, too.
    page.session.shows("Saved").await?;
    let blocked = page.longest_task(from).await?;
    let areas = shown(&page, &format!("{round}/areas"), "Areas across cases", FIGURES).await?;
    let blocked_by_areas = page.longest_task(areas.0).await?;
    page.again().await?;
    page.load("panel.html", "start").await?;
    let again = shown(&page, &format!("{round}/import"), "Import returns", ANYTHING).await?;
    page.end().await?;
    let named = |what: &str| format!("{returns} sealed returns: {what}");
    let one =
        |what: &str, budget: f64, sample: f64| Row::of(named(what), budget, WORST, vec![sample]);
    Ok(vec![
        one("opened, verified, admitted, integrated", budget, took + areas.1),
        Row::told(named("of that, the areas across cases"), vec![areas.1]),
        one("longest that the page does not answer, importing", BLOCKED, blocked),
        one("longest that the page does not answer, integrating", BLOCKED, blocked_by_areas),
        Row {
            what: named("memory of the page with its workers, at most"),
            unit: "MB",
            budget: Some(MEMORY / 1e6),
            held: WORST,
            samples: vec![memory as f64 / 1e6],
            whose: None,
        },
        Row::told(named("the round opened again"), vec![again.1]),
    ])
}

pub(super) async fn open_round(page: &Measured, pile: &made::Pile) -> Result<String> {
    page.load("panel.html", "start").await?;
    page.session.keyboard().fill("open-passphrase", made::PASSPHRASE).await?;
    page.session.choose_files("open-workbook", std::slice::from_ref(&pile.workbook)).await?;
    let round = panel::round_now(&page.session).await?;
    page.session.route(&format!("{round}/import")).await?;
    page.session.at("Import returns").await?;
    Ok(round)
}

/// Chooses the pile. Milliseconds until the page says what `finished` looks for, when it began, and the most memory
/// seen meanwhile.
pub(super) async fn take_in(
    page: &Measured,
    pile: &made::Pile,
    finished: &str,
) -> Result<(f64, f64, u64)> {
    page.watch("finished", finished).await?;
    page.session.choose_files("returns", &pile.returns).await?;
    let mut memory = 0;
    let start = std::time::Instant::now();
    let finished = loop {
        memory = memory.max(page.session.page_memory());
        match page.painted("finished", BETWEEN).await {
            Ok(at) => break at,
            Err(error) if start.elapsed() > AT_MOST => return Err(error),
            Err(_) => {}
        }
    };
    let from = page.acted().await?;
    Ok((finished - from, from, memory))
}

/// When a page was asked for, and the milliseconds until it was drawn with some element that is to be there.
async fn shown(page: &Measured, route: &str, heading: &str, element: &str) -> Result<(f64, f64)> {
    let test = format!(
        "document.querySelector('main h1')?.textContent === '{heading}' \
         && document.querySelector('main {element}') !== null"
    );
    page.watch(heading, &test).await?;
    let from = page.session.script("return performance.now();", vec![]).await?;
    let from = from.as_f64().unwrap_or_default();
    page.session.route(route).await?;
    let painted = page.painted(heading, PATIENCE).await?;
    Ok((from, painted - from))
}
