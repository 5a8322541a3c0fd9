//! npm's packages of package-lock.json, used to build and test only.

use crate::paths::{on_path, root};
use crate::process::run_quietly;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Installs the packages of package-lock.json into `node_modules`, unless the
/// very same are there.
pub fn ready() -> Result<()> {
    ready_in("")
}

/// The same for a folder of the project that has packages of its own.
pub fn ready_in(folder: &str) -> Result<()> {
    let place = root().join(folder);
    let shown = Path::new(folder).join("node_modules");
    let stamp = place.join("node_modules/.installed-from");
    let lock = fs::read(place.join("package-lock.json")).context("package-lock.json")?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let Some(npm) = on_path("npm") else {
        bail!("Install Node.js with npm (version 20 or newer) by hand, then run this again.");
    };
    println!("Installing npm's packages into {} ...", shown.display());
    run_quietly(Command::new(npm).arg("ci").current_dir(&place), "npm ci").with_context(|| {
        format!(
            "npm could not install the packages of {}: check the network, then run `npm ci` there by hand",
            place.join("package-lock.json").display()
        )
    })?;
    fs::write(stamp, lock)?;
    Ok(())
}
