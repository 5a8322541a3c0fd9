//! Pages of the two programs and the ways to them.

pub mod auditor;
pub mod concern;
pub mod panel;

use crate::answering::answer_page;
use crate::keyboard::ENTER;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};

/// One page in one state, and the way there.
pub struct Visit {
    /// What it is called in a failure.
    pub name: String,
    /// From `index.html` on.
    address: String,
    /// Then this button is pressed, to show what is wrong.
    then: Option<&'static str>,
}

impl Visit {
    fn new(address: String) -> Self {
        Self { name: address.clone(), address, then: None }
    }

    fn then(self, button: &'static str) -> Self {
        Self { name: format!("{} after “{button}”", self.address), then: Some(button), ..self }
    }

    /// Goes there.
    pub async fn go(&self, session: &Session) -> Result<()> {
        session.open(&self.address).await?;
        self.stands(session).await.with_context(|| self.name.clone())?;
        if let Some(button) = self.then {
            session.press(button).await?;
            session.shows("There is a problem").await?;
        }
        Ok(())
    }

    /// Waits until what was kept in the browser has been opened.
    async fn stands(&self, session: &Session) -> Result<()> {
        const WAITS: [&str; 3] = ["Opening the round", "Opening", "Loading"];
        eventually("the page", async || {
            let text = session.text().await?;
            let waits =
                text.len() < 40 && WAITS.iter().any(|wait| text.trim_start().starts_with(wait));
            Ok((!waits && !session.heading().await?.is_empty()).then_some(()))
        })
        .await
    }
}

const STEPS: [&str; 19] = [
    "you",
    "involvement",
    "names",
    "area/area-1",
    "area/area-2",
    "area/area-3",
    "area/area-4",
    "area/area-5",
    "area/area-6",
    "area/area-7",
    "area/area-8",
    "timescales",
    "chronology",
    "views",
    "overall",
    "concerns",
    "sign",
    "missing",
    "answers",
];
const PARTS: [&str; 6] = ["invitations", "import", "matrix", "cases", "areas", "counts"];
const TEXTS: [&str; 4] = ["#/help", "#/privacy", "#/accessibility", "#/no-such-page"];
const CONTINUE: &str = "Save and continue";

/// Every page of both programs, empty, filled and with something wrong, in a browser that holds a return
/// just begun, another half done, and the sample round with a pile imported.
pub async fn all(session: &Session) -> Result<Vec<Visit>> {
    let mut visits = auditor_pages(session).await?;
    visits.extend(panel_pages(session).await?);
    Ok(visits)
}

async fn auditor_pages(session: &Session) -> Result<Vec<Visit>> {
    let page = |hash: &str| Visit::new(format!("index.html{hash}"));
    let mut visits: Vec<Visit> = ["", "#/drafts"].into_iter().chain(TEXTS).map(page).collect();
    // Half done: who, how far, and one area with its lists.
    let pages = auditor::sample_case_by_keyboard(session).await?;
    for step in ["you", "involvement", "area/area-2"] {
        session.route(&pages.page(step)).await?;
        eventually("the page’s form", async || {
            let there =
                session.script("return !!document.querySelector('main form');", vec![]).await?;
            Ok((there == true && session.hash().await? == pages.page(step)).then_some(()))
        })
        .await?;
        answer_page(&session.keyboard()).await?;
        session.keyboard().press(&[ENTER]).await?;
        session.shows("You have completed").await?;
    }
    visits.push(page(&pages.tasks));
    visits.extend(STEPS.iter().map(|step| page(&pages.page(step))));
    visits.push(page(&pages.page("overall")).then(CONTINUE));
    visits.push(page(&auditor::invitation(session, &pages).await?));
    Ok(visits)
}

async fn panel_pages(session: &Session) -> Result<Vec<Visit>> {
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let mut visits: Vec<Visit> = ["", "#/new"].into_iter().chain(TEXTS).map(page).collect();
    visits.push(page("#/new").then("Create the round"));
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    visits.push(page(&round));
    visits.extend(PARTS.iter().map(|part| page(&format!("{round}/{part}"))));
    session.route(&format!("{round}/cases")).await?;
    session.press("Case 1").await?;
    session.at("Case 1").await?;
    visits.push(page(&session.hash().await?));
    Ok(visits)
}
