//! From the moment at which a page is asked for until its person can go on.

use super::{MEDIAN, Measured, Row, SPEEDS, Samples, Slowed};
use crate::made;
use crate::pages::auditor::ReturnPages;
use crate::wait::PATIENCE;
use anyhow::Result;
use std::path::PathBuf;
use thirtyfour::prelude::*;

/// The budgets: at the machine's own speed and at a quarter of it.
fn budget(slowed: Slowed) -> f64 {
    if slowed == Slowed(1) { 150.0 } else { 450.0 }
}

/// What one sample found, in milliseconds.
struct Found {
    start: f64,
    invitation: f64,
    begun: f64,
    resumed: f64,
}

/// A first visit, an invitation's file opened, its first case begun; then, in a browser started again, a draft
/// in which every question is answered.
pub async fn ready(prompts: usize, samples: Samples) -> Result<Vec<Row>> {
    let audit = made::audit(prompts)?;
    let mut rows = Vec::new();
    for slowed in SPEEDS {
        let mut found = Vec::new();
        for _ in 0..samples.0 {
            found.push(sample(&audit, slowed).await?);
        }
        let all = |of: fn(&Found) -> f64| found.iter().map(of).collect::<Vec<f64>>();
        let named = |what: &str| format!("{what}, {prompts} prompts, {}x", slowed.0);
        let judged =
            |what: &str, samples: Vec<f64>| Row::of(named(what), budget(slowed), MEDIAN, samples);
        rows.push(judged("draft opened again: task list", all(|one| one.resumed)));
        rows.push(judged("first visit: start page", all(|one| one.start)));
        rows.push(Row::told(named("invitation chosen: its cases"), all(|one| one.invitation)));
        rows.push(Row::told(named("“Start” pressed: task list"), all(|one| one.begun)));
    }
    Ok(rows)
}

async fn sample(audit: &made::Audit, slowed: Slowed) -> Result<Found> {
    let mut page = Measured::start(slowed).await?;
    let start = page.load("index.html", "start").await?;
    let invitation = invitation(&page, &audit.invitation).await?;
    let begun = begin(&page).await?;
    page.load("index.html", "start").await?;
    let tasks = open_draft(&page, audit).await?;
    page.again().await?;
    let resumed = page.load(&format!("index.html{tasks}"), "tasks").await?;
    page.end().await?;
    Ok(Found { start, invitation, begun, resumed })
}

pub(super) async fn invitation(page: &Measured, file: &PathBuf) -> Result<f64> {
    const CASES: &str = "location.hash.startsWith('#/invitation/') && \
        [...document.querySelectorAll('main button')].some(one => one.textContent.startsWith('Start'))";
    page.watch("cases", CASES).await?;
    page.session.choose_files("open-file", std::slice::from_ref(file)).await?;
    Ok(page.painted("cases", PATIENCE).await? - page.acted().await?)
}

pub(super) async fn begin(page: &Measured) -> Result<f64> {
    page.watch("tasks", "measured.has(\"main a[href$='/involvement']\")()").await?;
    // Not the link of that name in the head of the page.
    let start = By::XPath("//main//button[starts-with(normalize-space(.), 'Start')]");
    page.session.driver.find(start).await?.click().await?;
    Ok(page.painted("tasks", PATIENCE).await? - page.acted().await?)
}

/// Opens the copy of a full draft on the start page; gives the address of its task list.
pub(super) async fn open_draft(page: &Measured, audit: &made::Audit) -> Result<String> {
    page.session.choose_files("open-file", std::slice::from_ref(&audit.draft)).await?;
    let pages = ReturnPages::begun(&page.session).await?;
    page.session.shows("Saved").await?;
    Ok(pages.tasks)
}
