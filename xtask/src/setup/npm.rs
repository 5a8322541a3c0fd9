//! npm's packages of package-lock.json, used to build and test only.

use crate::paths::{node_modules, on_path, root};
use crate::process::run_quietly;
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// Installs the packages of package-lock.json into `node_modules`, unless the
/// very same are there.
pub fn ready() -> Result<()> {
    let stamp = node_modules().join(".installed-from");
    let lock = fs::read(root().join("package-lock.json")).context("package-lock.json")?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let Some(npm) = on_path("npm") else {
        bail!("Install Node.js with npm (version 20 or newer) by hand, then run this again.");
    };
    println!("Installing npm's packages into node_modules ...");
    run_quietly(Command::new(npm).arg("ci").current_dir(root()), "npm ci").context(
        "npm could not install the packages of package-lock.json: check the network, \
         then run `npm ci` by hand",
    )?;
    fs::write(stamp, lock)?;
    Ok(())
}
