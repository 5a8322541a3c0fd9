//! The budgets that concern the pages (design 12), measured in Chromium: `cargo xtask bench pages`.
//!
//! Samples are taken here; `xtask` holds them against the budgets.

pub mod documents;
mod finished;
pub mod import;
pub mod peers;
pub mod ready;
pub mod typing;

use crate::session::Session;
use crate::site::root;
use crate::wait::PATIENCE;
use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// One thing that was measured, with its budget.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// What.
    pub what: String,
    /// Of all its numbers: `ms` or `MB`.
    pub unit: &'static str,
    /// The most that it may be, where there is a budget.
    pub budget: Option<f64>,
    /// Which per cent of the samples must keep to it.
    pub held: u32,
    /// Every sample.
    pub samples: Vec<f64>,
    /// Which program, where several do the same in turn.
    pub whose: Option<&'static str>,
}

/// Half of the samples keep to the budget.
pub const MEDIAN: u32 = 50;
/// All but one in twenty do.
pub const P95: u32 = 95;
/// All do.
pub const WORST: u32 = 100;

impl Row {
    /// Times with a budget in milliseconds.
    pub fn of(what: String, budget: f64, held: u32, samples: Vec<f64>) -> Self {
        Self { what, unit: "ms", budget: Some(budget), held, samples, whose: None }
    }

    /// Times that no budget names.
    pub fn told(what: String, samples: Vec<f64>) -> Self {
        Self { what, unit: "ms", budget: None, held: MEDIAN, samples, whose: None }
    }
}

/// How often each thing is done.
#[derive(Debug, Clone, Copy)]
pub struct Samples(pub usize);

/// How much slower than this machine the page's processor is made: 1 or 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slowed(pub u32);

/// Both that the budgets name.
pub const SPEEDS: [Slowed; 2] = [Slowed(1), Slowed(4)];

const SCRIPT: &str = include_str!("measure.js");
/// A page of the site with no program in it.
const LIGHT: &str = "blank/case-file-2009.html";

/// A browser with a fresh profile whose pages are measured.
pub struct Measured {
    /// The browser.
    pub session: Session,
    slowed: Slowed,
}

impl Measured {
    /// A fresh profile; the pages are slowed from the first.
    pub async fn start(slowed: Slowed) -> Result<Self> {
        Self::beside(slowed, None).await
    }

    /// The same with the pages of a folder served below `peers/`.
    pub async fn beside(slowed: Slowed, peers: Option<&Path>) -> Result<Self> {
        let home = fs::canonicalize(root())?.join("target/browser-bench/browser");
        let one = Self { session: Session::unwatched(home, peers).await?, slowed };
        one.prepare().await?;
        Ok(one)
    }

    /// The same profile in a browser that was closed and started again.
    pub async fn again(&mut self) -> Result<()> {
        self.session.close_and_restart().await?;
        self.prepare().await
    }

    /// From a page of the same site, so that the slowing outlasts the way to the next one.
    async fn prepare(&self) -> Result<()> {
        let address = format!("{}{LIGHT}", self.session.address());
        self.session.driver.goto(&address).await?;
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SCRIPT })).await?;
        if self.slowed == Slowed(1) { Ok(()) } else { self.slow().await }
    }

    /// Slows the page, and sees that it is slow: several times, since what else the computer does may come between.
    async fn slow(&self) -> Result<()> {
        let (mut alone, mut slowed) = (f64::INFINITY, 0.0);
        for _ in 0..6 {
            self.command("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
            alone = self.busy().await?.min(alone);
            self.command("Emulation.setCPUThrottlingRate", json!({ "rate": self.slowed.0 }))
                .await?;
            slowed = self.busy().await?;
            if slowed > 2.0 * alone {
                return Ok(());
            }
        }
        bail!("the page is not slowed: {alone} ms, then {slowed} ms")
    }

    /// Milliseconds of a loop of the page: the quickest of several, since the first is not compiled yet and
    /// other programs come between.
    async fn busy(&self) -> Result<f64> {
        const LOOP: &str = "
            const once = () => {
                const from = performance.now();
                let sum = 0;
                for (let at = 0; at < 2e7; at += 1) sum += at % 7;
                return performance.now() - from + sum * 0;
            };
            return Math.min(once(), once(), once(), once(), once());";
        self.session.script(LOOP, vec![]).await?.as_f64().context("no time")
    }

    async fn command(&self, method: &str, params: Value) -> Result<()> {
        self.session.driver.cdp().send_raw(method, params).await?;
        Ok(())
    }

    /// Lets the pages do what the policy of ours forbids them, since peers make style and code as they go.
    pub async fn without_policy(&self) -> Result<()> {
        self.command("Page.setBypassCSP", json!({ "enabled": true })).await
    }

    /// Bytes of all that the page has asked for until now, as they came over the network.
    pub async fn bytes(&self) -> Result<f64> {
        const BYTES: &str = "return [...performance.getEntriesByType('navigation'), \
            ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.encodedBodySize, 0);";
        self.session.script(BYTES, vec![]).await?.as_f64().context("no bytes")
    }

    /// Loads a page; gives the milliseconds from there until the frame that shows `what` is drawn.
    pub async fn load(&self, page: &str, what: &str) -> Result<f64> {
        let address = format!("{}{page}", self.session.address());
        self.session.driver.goto(&address).await?;
        self.painted(what, PATIENCE).await
    }

    /// Begins to look for what `test`, a JavaScript condition, says.
    pub async fn watch(&self, what: &str, test: &str) -> Result<()> {
        let script = format!("measured.watch(arguments[0], () => {test});");
        self.session.script(&script, vec![what.into()]).await.map(drop)
    }

    /// When `what` was drawn, in milliseconds since the page was asked for.
    pub async fn painted(&self, what: &str, patience: Duration) -> Result<f64> {
        const PAINTED: &str =
            "return window.measured ? measured.painted[arguments[0]] ?? null : null;";
        let start = Instant::now();
        while start.elapsed() < patience {
            if let Some(at) = self.session.script(PAINTED, vec![what.into()]).await?.as_f64() {
                return Ok(at);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let text = self.session.text().await.unwrap_or_default();
        bail!("waited in vain for {what}; the page says: {text}")
    }

    /// When a person last clicked or chose something.
    pub async fn acted(&self) -> Result<f64> {
        self.session.script("return measured.acted();", vec![]).await?.as_f64().context("no time")
    }

    /// Milliseconds that the page noted in this list.
    pub async fn noted(&self, list: &str) -> Result<Vec<f64>> {
        let noted = self.session.script(&format!("return measured.{list};"), vec![]).await?;
        Ok(serde_json::from_value(noted)?)
    }

    /// The longest task of the page since `from`, in milliseconds; tasks of up to 50 are not told and count as 0.
    pub async fn longest_task(&self, from: f64) -> Result<f64> {
        let noted = self.session.script("return measured.tasks;", vec![]).await?;
        let tasks: Vec<(f64, f64)> = serde_json::from_value(noted)?;
        Ok(tasks.iter().filter(|(at, _)| *at >= from).map(|(_, long)| *long).fold(0.0, f64::max))
    }

    /// Closes the browser; the page may have said nothing grave.
    pub async fn end(self) -> Result<()> {
        let troubles = self.session.driver.browser_log().await?;
        let grave: Vec<String> = troubles
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            .collect();
        ensure!(grave.is_empty(), "the page said: {}", grave.join("\n"));
        self.session.end(true).await
    }
}
