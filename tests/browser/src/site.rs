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

/// A running server of a copy of `dist/`.
pub struct Site {
    /// Where it is, with the slash: `http://127.0.0.1:40123/`.
    pub address: String,
    _server: Family,
    /// Open for as long as the server lives: it ends when nobody listens to what it says.
    _said: BufReader<ChildStdout>,
}

impl Site {
    /// Copies `dist/` below `folder`, lets the pages be watched, and serves them.
    pub fn start(folder: &Path) -> Result<Self> {
        let pages = copied(folder)?;
        fs::write(pages.join("watch.js"), include_str!("watch.js"))?;
        fs::write(pages.join("faults.js"), include_str!("faults.js"))?;
        for page in ["index.html", "panel.html"] {
            watch(&pages.join(page))?;
        }
        Self::of(&pages)
    }

    /// Serves a copy of `dist/` as it is, compressed copies and all: for measuring.
    #[cfg(feature = "bench")]
    pub fn start_unwatched(folder: &Path) -> Result<Self> {
        Self::of(&copied(folder)?)
    }

    fn of(pages: &Path) -> Result<Self> {
        let (server, said, address) = serve(pages)?;
        Ok(Self { address, _server: server, _said: said })
    }
}

fn copied(folder: &Path) -> Result<PathBuf> {
    let pages = folder.join("site");
    copy(&root().join("dist"), &pages).context("dist/ is not built: run `cargo xtask build`")?;
    Ok(pages)
}

const SCRIPTS: &str = "<script src=\"watch.js\"></script><script src=\"faults.js\"></script>";

/// Adds the scripts to a page; its compressed copies would be sent without it.
fn watch(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page)?;
    let at = html.find("<script").context("the page has no script")?;
    let (before, after) = html.split_at(at);
    // A hard link to dist/ must not be written through.
    fs::remove_file(page)?;
    fs::write(page, format!("{before}{SCRIPTS}\n  {after}"))?;
    for ending in ["br", "gz"] {
        let copy = PathBuf::from(format!("{}.{ending}", page.display()));
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

/// `cargo xtask serve`; its first line begins with the address.
fn serve(pages: &Path) -> Result<(Family, BufReader<ChildStdout>, String)> {
    let mut command = match std::env::var_os("XTASK") {
        Some(program) => Command::new(program),
        None => {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
            cargo.args(["run", "--quiet", "--package", "xtask", "--"]);
            cargo
        }
    };
    command.args(["serve", "--no-build", "--port", "0", "--folder"]).arg(pages);
    command.current_dir(root()).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut server = Family::spawn(command).context("`cargo xtask serve` did not start")?;
    let mut said = BufReader::new(server.stdout().context("the server has no output")?);
    let mut line = String::new();
    said.read_line(&mut line)?;
    let Some(address) = line.split_whitespace().next() else {
        bail!("`cargo xtask serve` ended without an address");
    };
    ensure!(address.starts_with("http://127.0.0.1:"), "the server said: {line}");
    Ok((server, said, address.to_owned()))
}
