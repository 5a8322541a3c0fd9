//! Browsers kept open from one story to the next: to start one costs more than most stories.
//!
//! A story finds nothing of the one before it: its pages come from another port, and so from another origin with a
//! storage of its own. A browser that a story kills, sets otherwise or fails in is never handed on.

use crate::engine::Engine;
use crate::processes::Family;
use crate::times::Timed;
use anyhow::{Context, Result};
use async_trait::async_trait;
use bytes::Bytes;
use http::{Method, Request, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::WebDriver;
use thirtyfour::prelude::*;
use thirtyfour::session::http::{Body, HttpClient};

/// Names the folder of the browsers kept, in the environment of the stories and of every such browser.
pub const FOLDER: &str = "BROWSERS_KEPT";

/// After so many stories a new browser is started: none is used so long by one that reads every page.
const STORIES: usize = 25;

/// The place of one kept browser; nextest lets one story at a time have it.
pub(crate) struct Place {
    file: PathBuf,
    /// Its profile and downloads lie here.
    pub(crate) folder: PathBuf,
}

/// A browser that waits for its next story.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// Of its processes.
    pub(crate) family: String,
    /// Of its driver.
    pub(crate) address: String,
    session: String,
    /// Where its stories so far were served: a port may come again.
    pub(crate) sites: Vec<String>,
}

impl Place {
    /// The place that this story may use, where browsers are kept at all: under `cargo xtask test`.
    pub(crate) fn of(engine: Engine) -> Option<Self> {
        let kept = PathBuf::from(std::env::var_os(FOLDER)?);
        let number = std::env::var("NEXTEST_TEST_GLOBAL_SLOT").ok()?;
        let folder = kept.join(format!("{}-{number}", engine.word()));
        Some(Self { file: folder.with_extension("json"), folder })
    }

    /// Takes the browser that waits here; nobody else finds it then.
    pub(crate) fn take(&self) -> Result<Option<Waiting>> {
        if !self.file.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(&self.file)?;
        fs::remove_file(&self.file)?;
        Ok(Some(serde_json::from_str(&text)?))
    }

    /// Lets a browser wait here for the next story, on an empty page in its only window.
    ///
    /// Ends it instead where it has told enough of them.
    pub(crate) async fn leave(
        &self,
        driver: WebDriver,
        family: Family,
        sites: Vec<String>,
    ) -> Result<()> {
        if sites.len() >= STORIES {
            drop(family);
            return Ok(driver.leak()?);
        }
        one_window(&driver).await?;
        driver.goto("about:blank").await?;
        let waiting = Waiting {
            session: driver.session_id().to_string(),
            address: driver.server_url().to_string(),
            family: family.keep(),
            sites,
        };
        driver.leak()?;
        fs::write(&self.file, serde_json::to_vec(&waiting)?).context("the browser kept")
    }
}

async fn one_window(driver: &WebDriver) -> Result<()> {
    let mut windows = driver.windows().await?.into_iter();
    let stays = windows.next().context("the browser has no window")?;
    for other in windows {
        driver.switch_to_window(other).await?;
        driver.close_window().await?;
    }
    Ok(driver.switch_to_window(stays).await?)
}

impl Waiting {
    /// Takes up its session. What its log holds is of the story before.
    pub(crate) async fn join(&self, engine: Engine) -> Result<WebDriver> {
        let driver = WebDriver::builder(self.address.clone(), thirtyfour::Capabilities::new())
            .client(Begun { session: self.session.clone(), client: Timed::client()? })
            .connect()
            .await?;
        if engine == Engine::Chromium {
            driver.browser_log().await?;
        }
        Ok(driver)
    }
}

/// Answers the question for a new session with the one that there is.
struct Begun {
    session: String,
    client: Timed,
}

#[async_trait]
impl HttpClient for Begun {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        if request.method() == Method::POST && request.uri().path() == "/session" {
            let begun = json!({ "value": { "sessionId": self.session, "capabilities": {} } });
            return Ok(Response::new(begun.to_string().into()));
        }
        self.client.send(request).await
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.client.clone())
    }
}

/// Ends every browser that is kept in a folder, whoever had it.
pub fn end_all(folder: &Path) {
    drop(Family::with(FOLDER, &folder.display().to_string()));
}
