//! One browser with one of the programs in it.

use crate::engine::{Engine, Setting, narrow_frames};
use crate::kept::{Place, Waiting};
use crate::keyboard::Keyboard;
use crate::processes::Family;
use crate::site::{Site, WITHOUT_NETWORK};
use crate::times::{self, Timed};
use crate::wait::eventually;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use thirtyfour::WebDriver;
use thirtyfour::prelude::*;

/// A browser of its own, with the programs served to it.
pub struct Session {
    /// Which engine it is.
    pub engine: Engine,
    /// What drives it.
    pub driver: WebDriver,
    /// What a story writes, and the pages that it is served.
    pub home: PathBuf,
    /// Profile and downloads of the browser.
    place: PathBuf,
    /// What serves the pages.
    pub site: Site,
    processes: Family,
    /// Where this browser is handed on to the next story.
    kept: Option<Kept>,
    /// What the browser's own log said: it tells everything once.
    logged: RefCell<Vec<String>>,
}

impl Session {
    /// A fresh browser; everything of it lies below `home`, which is emptied.
    pub async fn start(engine: Engine, home: PathBuf) -> Result<Self> {
        emptied(&home, &["files", "profile", "downloads"])?;
        let site = Site::start(&home)?;
        Self::of(engine, home, site).await
    }

    /// The browser that is [kept](crate::kept) for the next story, or a fresh one where none is.
    pub async fn next(engine: Engine, home: PathBuf) -> Result<Self> {
        let Some(place) = Place::of(engine) else { return Self::start(engine, home).await };
        emptied(&home, &["files"])?;
        let waiting = place.take()?;
        let mut sites = waiting.as_ref().map(|one| one.sites.clone()).unwrap_or_default();
        let start = Instant::now();
        let site = Site::start_at_none_of(&sites, &home)?;
        times::step("the site to be served", start);
        sites.push(site.address.clone());
        let (processes, driver) = match waiting {
            Some(waiting) => joined(engine, waiting, &place.folder).await?,
            None => {
                emptied(&place.folder, &["profile", "downloads"])?;
                browser(engine, &place.folder, Setting::Ordinary).await?
            }
        };
        let (folder, kept) = (place.folder.clone(), Some(Kept { place, sites }));
        let logged = RefCell::default();
        let session = Self { engine, driver, home, place: folder, site, processes, kept, logged };
        session.without_network_where_asked().await
    }

    async fn without_network_where_asked(mut self) -> Result<Self> {
        self.cut_where_asked().await?;
        Ok(self)
    }

    /// Where the stories are told without a network: both programs are opened once, and then it is cut.
    async fn cut_where_asked(&mut self) -> Result<()> {
        if std::env::var_os(WITHOUT_NETWORK).is_some() {
            self.open_for_offline(&["index.html", "panel.html"]).await?;
            self.site.cut();
        }
        Ok(())
    }

    /// From here on there is a network, and the pages ask to be kept for when there is none: where these do not,
    /// they come from another address.
    pub fn serve_for_offline(&mut self) -> Result<()> {
        self.site.mend()?;
        if !self.site.offline {
            self.site = Site::start_for_offline(&self.home.join("offline"))?;
            let address = self.site.address.clone();
            if let Some(kept) = &mut self.kept {
                kept.sites.push(address);
            }
        }
        Ok(())
    }

    /// Opens pages and waits until each is kept for when there is no network.
    pub async fn open_for_offline(&self, pages: &[&str]) -> Result<()> {
        const KEPT: &str = "return !document.getElementById('kept').hidden;";
        for page in pages {
            self.open(page).await?;
            eventually(&format!("{page} to be kept"), async || {
                Ok((self.script(KEPT, vec![]).await? == true).then_some(()))
            })
            .await?;
        }
        Ok(())
    }

    /// The same in Chromium with the pages as a host sends them: nothing in them watches, so nothing slows them.
    ///
    /// The pages of `peers` are served below `peers/`.
    #[cfg(feature = "bench")]
    pub async fn unwatched(home: PathBuf, peers: Option<&Path>) -> Result<Self> {
        emptied(&home, &["files", "profile", "downloads"])?;
        let site = Site::start_unwatched(&home, peers)?;
        Self::of(Engine::Chromium, home, site).await
    }

    async fn of(engine: Engine, home: PathBuf, site: Site) -> Result<Self> {
        let (processes, driver) = browser(engine, &home, Setting::Ordinary).await?;
        let (place, kept, logged) = (home.clone(), None, RefCell::default());
        let session = Self { engine, driver, home, place, site, processes, kept, logged };
        session.without_network_where_asked().await
    }

    /// Closes the browser as its person would, and starts it again with the same profile.
    #[cfg(feature = "bench")]
    pub async fn close_and_restart(&mut self) -> Result<()> {
        self.driver.clone().quit().await?;
        self.processes.kill();
        let (processes, driver) = browser(self.engine, &self.place, Setting::Ordinary).await?;
        (self.processes, self.driver) = (processes, driver);
        Ok(())
    }

    /// The largest share of memory that a process of a page has now, its workers included, in bytes.
    #[cfg(feature = "bench")]
    pub fn page_memory(&self) -> u64 {
        self.processes.largest_share("--type=renderer")
    }

    /// Kills the browser as a power cut would, and starts it again with the same profile.
    ///
    /// MiniBrowser under automation keeps its storage in memory, and its driver ends the session when a
    /// page crashes: there the tab is closed in mid-sentence instead, and another one opened.
    pub async fn kill_and_restart(&mut self) -> Result<()> {
        if !self.engine.keeps_profile() {
            let dying = self.driver.window().await?;
            let next = self.driver.new_tab().await?;
            self.driver.switch_to_window(dying).await?;
            self.driver.close_window().await?;
            self.driver.switch_to_window(next).await?;
            return Ok(());
        }
        self.restart(Setting::Ordinary).await
    }

    /// Kills the browser and starts it again with the same profile, set otherwise.
    ///
    /// Without a network the first load comes again where nothing of it can be left, and where the browser
    /// cannot keep pages either the network stays: it would have nothing to open.
    pub async fn restart(&mut self, setting: Setting) -> Result<()> {
        self.processes.kill();
        self.kept = None;
        // Where scripts are off Firefox waits for ever for a worker that it may not run, and opens nothing.
        let workers = self.place.join("profile/serviceworker.txt");
        if setting == Setting::NoScripts && workers.exists() {
            fs::remove_file(workers)?;
        }
        let (processes, driver) = browser(self.engine, &self.place, setting).await?;
        let dead = std::mem::replace(&mut self.driver, driver);
        self.processes = processes;
        // Nobody is there to be told that this session is over.
        dead.leak()?;
        if std::env::var_os(WITHOUT_NETWORK).is_some() && !self.engine.finds_kept_pages(setting) {
            self.site.mend()?;
            if self.engine.keeps_pages(setting) {
                self.cut_where_asked().await?;
            }
        }
        Ok(())
    }

    /// Opens the start page after everything on this device was deleted, the program too: from a host that
    /// can be reached again, where there was no network.
    pub async fn open_anew(&mut self) -> Result<()> {
        if std::env::var_os(WITHOUT_NETWORK).is_some() {
            self.site.mend()?;
            self.cut_where_asked().await?;
        }
        self.open("index.html").await
    }

    /// Lets a fault happen in the page, as `faults.js` names it.
    pub async fn fault(&self, name: &str) -> Result<()> {
        const TELL: &str = "window.dispatchEvent(new Event('tests-fault-' + arguments[0]));";
        self.script(TELL, vec![name.into()]).await.map(drop)
    }

    /// Runs a script that ends by calling its last argument.
    pub async fn script_async(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        let returned = self.driver.execute_async(script, args).await?;
        Ok(returned.json().clone())
    }

    /// Where the browser saves what is downloaded, of this story alone.
    pub fn downloads(&self) -> PathBuf {
        self.place.join("downloads")
    }

    /// Ends the browser, or lets it wait for the next story where all was `well`.
    pub async fn end(mut self, well: bool) -> Result<()> {
        if let (true, Some(kept)) = (well, self.kept.take()) {
            return kept.place.leave(self.driver, self.processes, kept.sites).await;
        }
        self.processes.kill();
        Ok(self.driver.leak()?)
    }

    /// Where the site is: `http://127.0.0.1:40123/`.
    pub fn address(&self) -> &str {
        &self.site.address
    }

    /// The keyboard.
    pub fn keyboard(&self) -> Keyboard<'_> {
        Keyboard::of(&self.driver, self.engine)
    }

    /// Loads a page of the site, such as `panel.html#/new`, and waits until its program runs.
    pub async fn open(&self, page: &str) -> Result<()> {
        self.open_at(&format!("{}{page}", self.site.address)).await
    }

    /// The same at any address, such as that of a file.
    pub async fn open_at(&self, address: &str) -> Result<()> {
        if self.may_be_at(address).await {
            // An address that differs only behind its # would not be loaded.
            self.driver.goto("about:blank").await?;
        }
        self.driver.goto(address).await.with_context(|| address.to_owned())?;
        self.running().await
    }

    /// Whether the page may be of this address already, but for what stands behind the #.
    ///
    /// Only then is it left for an empty one first: two engines start a process for that, and another for what comes
    /// after it, which takes longer than the page itself.
    async fn may_be_at(&self, address: &str) -> bool {
        let document = |address: &str| address.split('#').next().map(str::to_owned);
        match self.driver.current_url().await {
            // Of a file, a driver may spell the address otherwise.
            Ok(now) => !address.starts_with("http:") || document(now.as_str()) == document(address),
            Err(_) => true,
        }
    }

    /// Loads this page again.
    ///
    /// As its person would: a driver's own way goes past the worker that keeps the page when there is no network.
    pub async fn reload(&self) -> Result<()> {
        const RELOAD: &str = "document.documentElement.id = 'before'; location.reload();";
        const GONE: &str = "return document.documentElement.id !== 'before';";
        self.script(RELOAD, vec![]).await?;
        eventually("the page to be loaded again", async || {
            Ok((self.script(GONE, vec![]).await? == true).then_some(()))
        })
        .await?;
        self.running().await
    }

    async fn running(&self) -> Result<()> {
        const RUNS: &str = "return !document.getElementById('loading') && !!document.querySelector('#app main h1');";
        eventually("the program to run", async || {
            Ok(self.script(RUNS, vec![]).await?.as_bool().filter(|runs| *runs))
        })
        .await
        .map(drop)
    }

    /// Goes to another route of the same program, such as `#/drafts`.
    ///
    /// Asked again where the browser drops it: Chromium does so with more than 200 changes of the address
    /// in ten seconds, which no person makes and a list of all pages does.
    pub async fn route(&self, hash: &str) -> Result<()> {
        const GO: &str = "location.hash = arguments[0]; return location.hash === arguments[0];";
        eventually(&format!("the address {hash}"), async || {
            Ok((self.script(GO, vec![hash.into()]).await? == true).then_some(()))
        })
        .await
    }

    /// The route now, such as `#/drafts`.
    pub async fn hash(&self) -> Result<String> {
        self.text_of("return location.hash;", vec![]).await
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        let returned = self.driver.execute(script, args).await?;
        Ok(returned.json().clone())
    }

    /// Runs a script that returns text; nothing is the empty text.
    pub async fn text_of(&self, script: &str, args: Vec<Value>) -> Result<String> {
        Ok(self.script(script, args).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the box `id` holds a text.
    pub async fn box_holds(&self, id: &str, text: &str) -> Result<()> {
        const VALUE: &str =
            "const at = document.getElementById(arguments[0]); return at ? at.value : '';";
        let held = async || self.text_of(VALUE, vec![id.into()]).await;
        let there = async || Ok((held().await? == text).then_some(()));
        match eventually(&format!("“{text}” in the box"), there).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let page = self.text().await?;
                Err(error.context(format!("it holds “{}”; the page says: {page}", held().await?)))
            }
        }
    }

    /// The page's heading.
    pub async fn heading(&self) -> Result<String> {
        const HEADING: &str =
            "const h = document.querySelector('main h1'); return h ? h.textContent : '';";
        self.text_of(HEADING, vec![]).await
    }

    /// Waits until the page with this heading is there.
    pub async fn at(&self, heading: &str) -> Result<()> {
        let what = format!("the page “{heading}”");
        let there = async || Ok((self.heading().await? == heading).then_some(()));
        match eventually(&what, there).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let now = self.heading().await.unwrap_or_default();
                let address = self.hash().await.unwrap_or_default();
                Err(error.context(format!("the page is “{now}” at {address}")))
            }
        }
    }

    /// All text that the page shows.
    pub async fn text(&self) -> Result<String> {
        self.text_of("return document.querySelector('main').innerText;", vec![]).await
    }

    /// Waits until the page shows a text.
    pub async fn shows(&self, text: &str) -> Result<()> {
        self.shows_in("main", text).await
    }

    /// Waits until a banner shows a text: they stand above the page.
    pub async fn shows_above(&self, text: &str) -> Result<()> {
        self.shows_in("#app", text).await
    }

    async fn shows_in(&self, part: &str, text: &str) -> Result<()> {
        // In the page: a long one's whole text takes longer on its way here than all else.
        const SHOWS: &str =
            "return document.querySelector(arguments[0]).innerText.includes(arguments[1]);";
        let what = format!("the text “{text}”");
        let shown = async || self.script(SHOWS, vec![part.into(), text.into()]).await;
        let there = async || Ok((shown().await? == true).then_some(()));
        match eventually(&what, there).await {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(self.text().await.unwrap_or_default())),
        }
    }

    /// Presses a button or follows a link with the mouse, by its own text.
    pub async fn press(&self, text: &str) -> Result<()> {
        const FIND: &str = "
            const found = [...document.querySelectorAll('#app a, #app button')]
                .find(one => one.textContent.trim().startsWith(arguments[0])) || null;
            if (found) found.scrollIntoView({ block: 'center', inline: 'center' });
            return found;";
        let found = eventually(&format!("a button or link “{text}”"), async || {
            let found = self.driver.execute(FIND, vec![text.into()]).await?;
            Ok(if found.json().is_null() { None } else { Some(found.element()?) })
        })
        .await?;
        found.click().await?;
        Ok(())
    }

    /// Hands files to the file input `id`.
    pub async fn choose_files(&self, id: &str, files: &[PathBuf]) -> Result<()> {
        let input = eventually(&format!("the file input {id}"), async || {
            Ok(self.driver.find(By::Id(id)).await.ok())
        })
        .await?;
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        input.send_keys(paths.join("\n")).await?;
        Ok(())
    }

    /// Drops files of text on the box around the file input `id`; elsewhere than in Chromium, hands them to the input.
    pub async fn drop_files(&self, id: &str, files: &[PathBuf]) -> Result<()> {
        const DROP: &str = "const input = document.getElementById(arguments[0]);
            if (!input) return false;
            const data = new DataTransfer();
            for (const [name, text] of arguments[1]) data.items.add(new File([text], name));
            const tell = kind => input.parentElement.dispatchEvent(
                new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
            return !tell('dragover') && !tell('drop');";
        if self.engine != Engine::Chromium {
            return self.choose_files(id, files).await;
        }
        let named = |file: &PathBuf| -> Result<Value> {
            let name = file.file_name().context("a file has a name")?.to_string_lossy();
            Ok(json!([name, fs::read_to_string(file)?]))
        };
        let files = files.iter().map(named).collect::<Result<Vec<Value>>>()?;
        eventually("a page that takes what is dropped", async || {
            let taken = self.script(DROP, vec![id.into(), files.clone().into()]).await?;
            Ok((taken == true).then_some(()))
        })
        .await
    }

    /// What may never happen and did, since the session began.
    pub async fn troubles(&self) -> Result<Vec<String>> {
        const NOTED: &str =
            "try { return JSON.parse(sessionStorage.getItem('browser-tests.troubles') || '[]'); }
             catch (error) { return []; }";
        let mut troubles: Vec<String> = match self.script(NOTED, vec![]).await? {
            Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            other => bail!("what was noted is no list: {other}"),
        };
        if self.engine == Engine::Chromium {
            // Its log holds what workers and the network say too.
            let log = self.driver.browser_log().await?;
            let grave = log.into_iter().filter(|entry| entry.level == "SEVERE");
            let mut logged = self.logged.borrow_mut();
            logged.extend(grave.map(|entry| format!("log: {}", entry.message)));
            troubles.extend(logged.iter().cloned());
        }
        Ok(troubles)
    }

    /// Forgets what was noted, for stories that cause troubles on purpose.
    pub async fn forget_troubles(&self) -> Result<()> {
        self.troubles().await?;
        self.logged.borrow_mut().clear();
        const FORGET: &str = "try { sessionStorage.removeItem('browser-tests.troubles'); } catch (error) { /* none */ }";
        self.script(FORGET, vec![]).await.map(drop)
    }
}

/// A browser that is kept, and where its stories were served, this one's among them.
struct Kept {
    place: Place,
    sites: Vec<String>,
}

/// Makes a folder anew, with empty folders in it.
fn emptied(home: &Path, folders: &[&str]) -> Result<()> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    for folder in folders {
        fs::create_dir_all(home.join(folder))?;
    }
    Ok(())
}

async fn joined(engine: Engine, waiting: Waiting, place: &Path) -> Result<(Family, WebDriver)> {
    let processes = Family::kept(waiting.family.clone());
    let driver = waiting.join(engine).await.context("the browser kept from the story before")?;
    emptied(&place.join("downloads"), &[])?;
    fs::create_dir_all(place.join("downloads"))?;
    driver.set_window_rect(0, 0, 1280, 1024).await?;
    Ok((processes, driver))
}

async fn browser(engine: Engine, home: &Path, setting: Setting) -> Result<(Family, WebDriver)> {
    let start = Instant::now();
    narrow_frames(&home.join("profile"))?;
    let (processes, address) = engine.driver(home, setting).await?;
    let capabilities = thirtyfour::Capabilities::from(engine.capabilities(home, setting));
    let driver = WebDriver::builder(address, capabilities)
        .client(Timed::client()?)
        .connect()
        .await
        .with_context(|| format!("{} did not start", engine.word()))?;
    driver.set_window_rect(0, 0, 1280, 1024).await?;
    times::step("a browser to be started", start);
    Ok((processes, driver))
}
