//! The built pages, served as a host would, each with the watching script first in its head.

use crate::processes::Family;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

/// The project folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// In the environment of the stories: each loads both programs once, and then the network is cut.
pub const WITHOUT_NETWORK: &str = "BROWSER_TESTS_WITHOUT_NETWORK";

/// A running server of a copy of `dist/`.
pub struct Site {
    /// Where it is, with the slash: `http://127.0.0.1:40123/`.
    pub address: String,
    /// Whether its pages ask to be kept for when there is no network.
    pub offline: bool,
    pages: PathBuf,
    /// `None` while the network is cut.
    server: Option<Server>,
}

struct Server {
    _process: Family,
    /// Open for as long as the server lives: it ends when nobody listens to what it says.
    _said: BufReader<ChildStdout>,
}

impl Site {
    /// Copies `dist/` below `folder`, lets the pages be watched, and serves them.
    pub fn start(folder: &Path) -> Result<Self> {
        if std::env::var_os(WITHOUT_NETWORK).is_some() {
            return Self::start_for_offline(folder);
        }
        let pages = watched(folder)?;
        for page in PAGES {
            // To be kept costs each story more than many a story does; those of it ask for it.
            edit(&pages.join(page), |html| without_line(html, OFFLINE))?;
        }
        Self::of(pages, false)
    }

    /// The same with pages that are kept for when there is no network.
    pub fn start_for_offline(folder: &Path) -> Result<Self> {
        let pages = watched(folder)?;
        let samples = files_below(&pages, "samples")?;
        let more = ["watch.js", "faults.js"].into_iter().map(str::to_owned).chain(samples);
        let more: String = more.map(|file| format!(", \"{file}\"")).collect();
        edit(&pages.join(WORKER), |script| {
            let with_more =
                |script: String, kept: &str| script.replace(kept, &format!("{kept}{more}"));
            MANIFESTS.into_iter().fold(script.to_owned(), with_more)
        })?;
        Self::of(pages, true)
    }

    /// As [`start`](Self::start) at an address that is none of these.
    pub fn start_at_none_of(addresses: &[String], folder: &Path) -> Result<Self> {
        loop {
            let site = Self::start(folder)?;
            if !addresses.contains(&site.address) {
                return Ok(site);
            }
            fs::remove_dir_all(&site.pages)?;
        }
    }

    /// Serves a copy of `dist/` as it is, compressed copies and all: for measuring, `peers` below `peers/`.
    #[cfg(feature = "bench")]
    pub fn start_unwatched(folder: &Path, peers: Option<&Path>) -> Result<Self> {
        let pages = copied(folder)?;
        peers.map_or(Ok(()), |peers| copy(peers, &pages.join("peers")))?;
        Self::of(pages, true)
    }

    /// The host answers something else for a page; gives what it answered before.
    pub fn answer_with(&self, page: &str, html: &str) -> Result<String> {
        let path = self.pages.join(page);
        let before = fs::read_to_string(&path)?;
        edit(&path, |_| html.to_owned())?;
        Ok(before)
    }

    fn of(pages: PathBuf, offline: bool) -> Result<Self> {
        let (server, address) = serve(&pages, 0)?;
        Ok(Self { address, offline, pages, server: Some(server) })
    }

    /// Whether any browser, or worker of one, has asked for a file whose name holds `word`.
    pub fn was_asked_for(&self, word: &str) -> Result<bool> {
        let asked = fs::read_to_string(self.pages.join(ASKED))?;
        Ok(asked.lines().any(|path| path.contains(word)))
    }

    /// Nothing answers at its address any more.
    pub fn cut(&mut self) {
        self.server = None;
    }

    /// It answers again, where it was cut.
    pub fn mend(&mut self) -> Result<()> {
        if self.server.is_some() {
            return Ok(());
        }
        let port = self.address.trim_end_matches('/').rsplit(':').next().unwrap_or_default();
        self.server = Some(serve(&self.pages, port.parse()?)?.0);
        Ok(())
    }

    /// A newer version is put on the host: its pages say `word` in a `meta` of name "version", and a file that
    /// only the version before had is gone.
    pub fn renew(&self, word: &str, gone: &str) -> Result<()> {
        let version = format!("<meta name=\"version\" content=\"{word}\"><title>");
        for page in PAGES {
            edit(&self.pages.join(page), |html| html.replace("<title>", &version))?;
        }
        let gone =
            files_below(&self.pages, "assets")?.into_iter().filter(|file| file.contains(gone));
        for file in gone {
            fs::remove_file(self.pages.join(&file))?;
            for page in PAGES {
                edit(&self.pages.join(page), |html| html.replace(&file, ""))?;
            }
            edit(&self.pages.join(WORKER), |script| script.replace(&format!(",\"{file}\""), ""))?;
        }
        edit(&self.pages.join(WORKER), |script| {
            script.replace("const VERSION = \"", &format!("const VERSION = \"{word}-"))
        })
    }
}

const PAGES: [&str; 2] = ["index.html", "panel.html"];
/// Beside the pages: hidden, so never served.
const ASKED: &str = ".asked";
const WORKER: &str = "service-worker.js";
const OFFLINE: &str = "/offline-";
/// One in each list of what is kept.
const MANIFESTS: [&str; 2] = ["\"auditor.webmanifest\"", "\"panel.webmanifest\""];

fn watched(folder: &Path) -> Result<PathBuf> {
    let pages = copied(folder)?;
    fs::write(pages.join("watch.js"), include_str!("watch.js"))?;
    fs::write(pages.join("faults.js"), include_str!("faults.js"))?;
    for page in PAGES {
        watch(&pages.join(page))?;
    }
    Ok(pages)
}

/// The files in a folder of the site, as the site names them.
fn files_below(pages: &Path, folder: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(pages.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(files_below(pages, &name)?);
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            files.push(name);
        }
    }
    Ok(files)
}

fn without_line(text: &str, word: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.contains(word)).collect()
}

fn copied(folder: &Path) -> Result<PathBuf> {
    let pages = folder.join("site");
    copy(&root().join("dist"), &pages).context("dist/ is not built: run `cargo xtask build`")?;
    Ok(pages)
}

const SCRIPTS: &str = "<script src=\"watch.js\"></script><script src=\"faults.js\"></script>";

/// Adds the scripts to a page.
fn watch(page: &Path) -> Result<()> {
    ensure!(fs::read_to_string(page)?.contains("<script"), "{} has no script", page.display());
    edit(page, |html| html.replacen("<script", &format!("{SCRIPTS}\n  <script"), 1))
}

/// Changes a file of the copy; its compressed copies would be sent without the change.
fn edit(file: &Path, change: impl Fn(&str) -> String) -> Result<()> {
    let text = fs::read_to_string(file)?;
    // A hard link to dist/ must not be written through.
    fs::remove_file(file)?;
    fs::write(file, change(&text))?;
    for ending in ["br", "gz"] {
        let copy = PathBuf::from(format!("{}.{ending}", file.display()));
        if copy.exists() {
            fs::remove_file(copy)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// `cargo xtask serve` at a port, 0 for any; its first line begins with the address.
fn serve(pages: &Path, port: u16) -> Result<(Server, String)> {
    let mut command = match std::env::var_os("XTASK") {
        Some(program) => Command::new(program),
        None => {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
            cargo.args(["run", "--quiet", "--package", "xtask", "--"]);
            cargo
        }
    };
    command.args(["serve", "--no-build", "--port", &port.to_string(), "--folder"]).arg(pages);
    command.arg("--asked").arg(pages.join(ASKED));
    command.current_dir(root()).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut server = Family::spawn(command).context("`cargo xtask serve` did not start")?;
    let mut said = BufReader::new(server.stdout().context("the server has no output")?);
    let mut line = String::new();
    said.read_line(&mut line)?;
    let Some(address) = line.split_whitespace().next() else {
        bail!("`cargo xtask serve` ended without an address");
    };
    ensure!(address.starts_with("http://127.0.0.1:"), "the server said: {line}");
    Ok((Server { _process: server, _said: said }, address.to_owned()))
}
