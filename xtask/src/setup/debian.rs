//! Installing Debian's packages, when we may.

use super::announce;
use crate::paths::on_path;
use crate::process::{output, run_quietly};
use anyhow::{Result, bail};
use std::fs;
use std::process::Command;

/// Installs `packages` with apt-get, after saying so. `why` ends the sentence
/// "Install ... by hand ..." when that is not possible here.
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!(
        "Install {names} (the names of Debian's packages) by hand, then run this again: {why}."
    );
    if on_path("apt-get").is_none() {
        bail!("{by_hand}");
    }
    if !is_root() {
        bail!("{by_hand} On Debian: sudo apt-get install {names}");
    }
    announce(&format!("installing Debian's packages {names} with apt-get ..."));
    let install =
        || apt_get(&["install", "--yes", "--no-install-recommends"], packages, "apt-get install");
    // The list of packages is often missing or old on a fresh machine.
    if install().is_ok() {
        return Ok(());
    }
    let result = apt_get(&["update"], &[], "apt-get update").and_then(|()| install());
    result.map_err(|error| anyhow::anyhow!("{by_hand}\n{error:#}"))
}

/// Whether `package` can be had here as far as is known: Debian's lists may not have been fetched yet.
pub fn may_have(package: &str) -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    on_path("apt-get").is_some()
        && (is_debian(&system) || output(Command::new("apt-cache").args(["show", package])).is_ok())
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line == "ID=debian")
}

fn apt_get(words: &[&str], packages: &[&str], name: &str) -> Result<()> {
    let mut command = Command::new("apt-get");
    command.args(words).args(["-o", "DPkg::Lock::Timeout=300"]).args(packages);
    run_quietly(command.env("DEBIAN_FRONTEND", "noninteractive"), name)
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_known_before_its_lists_are_fetched_and_ubuntu_is_not_taken_for_it() {
        assert!(is_debian("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"));
        assert!(!is_debian("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }
}
