//! Python with packages of a requirements file, in a folder of its own.

use super::debian;
use crate::paths::{cache, on_path, root};
use crate::process::run_quietly;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// An environment under `.cache` with the packages of these files (paths from the project folder),
/// and its `python`. Made again when one of the files changes.
pub fn environment(name: &str, requirements: &[&str]) -> Result<PathBuf> {
    let folder = cache().join(name);
    let python = folder.join("bin/python");
    let stamp = folder.join(".installed-from");
    let read = |file: &&str| fs::read_to_string(root().join(file)).context((*file).to_owned());
    let wanted = requirements.iter().map(read).collect::<Result<String>>()?;
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!(
        "Installing Python's packages of {} into .cache/{name} ...",
        requirements.join(" and ")
    );
    if !python.is_file() {
        make(&folder)?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    requirements.iter().for_each(|file| {
        pip.arg("--requirement").arg(root().join(file));
    });
    run_quietly(&mut pip, &format!("pip install for {name}")).context(
        "pip could not install them: check the network, and that Python is 3.10 or later, then run this again",
    )?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

fn make(folder: &PathBuf) -> Result<()> {
    let venv = || {
        let python = on_path("python3").context("there is no python3")?;
        run_quietly(Command::new(python).args(["-m", "venv"]).arg(folder), "python3 -m venv")
    };
    // Debian's python3 comes without what makes an environment.
    venv().or_else(|_| {
        debian::install(&["python3", "python3-venv"], "Python reads the datasets")?;
        venv()
    })
}
