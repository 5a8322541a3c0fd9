//! npm's packages of package-lock.json, used to build and test only.

use crate::paths::{on_path, root};
use crate::process::{output, run_quietly};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The oldest Node.js that runs sass, as its package says.
const OLDEST: (u32, u32) = (20, 19);

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
    // npm installs for an older one what then does not run.
    let version = output(Command::new("node").arg("--version")).unwrap_or_default();
    new_enough(version.trim())?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let Some(npm) = on_path("npm") else {
        bail!("Install npm, which comes with Node.js, by hand, then run this again.");
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

/// Refuses what `node --version` says of one that is too old; empty where there is none.
fn new_enough(version: &str) -> Result<()> {
    let numbers = version.trim_start_matches('v').split('.');
    let mut numbers = numbers.map_while(|number| number.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    if found >= OLDEST {
        return Ok(());
    }
    let here = if version.is_empty() { "none that runs" } else { version };
    bail!(
        "Install Node.js {}.{} or later, with npm, by hand, then run this again: here is {here}.",
        OLDEST.0,
        OLDEST.1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_that_is_too_old_is_told_before_anything_is_installed() {
        for version in ["v20.19.0", "v20.20.2", "v22.4.1", "v24.0.0-rc.1"] {
            assert!(new_enough(version).is_ok(), "{version}");
        }
        for version in ["v18.20.4", "v20.18.3", "v9.99.0", "v20", "unknown", ""] {
            assert!(new_enough(version).is_err(), "{version}");
        }
        let told = new_enough("v18.20.4").expect_err("too old").to_string();
        assert!(told.starts_with("Install Node.js 20.19 or later") && told.ends_with("v18.20.4."));
    }
}
