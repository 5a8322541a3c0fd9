//! Single programs: wasm-opt, geckodriver, and what cargo installs.

use super::{debian, npm};
use crate::paths::{cache, node_modules, on_path, root};
use crate::process::{cargo, run_quietly};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// binaryen's wasm-opt: of PATH, else npm's, else Debian's.
pub fn wasm_opt() -> Result<PathBuf> {
    let of_npm = node_modules().join(".bin/wasm-opt");
    if let Some(found) = on_path("wasm-opt") {
        return Ok(found);
    }
    if on_path("npm").is_some() {
        npm::ready()?;
        return Ok(of_npm);
    }
    debian::install(&["binaryen"], "wasm-opt makes the pages half as large")?;
    on_path("wasm-opt").context("Debian's binaryen holds no wasm-opt: install one by hand")
}

/// cargo-nextest, installed into the project's cache where it is missing.
pub fn nextest() -> Result<()> {
    subcommand("nextest", "^0.9")
}

/// cargo-deny, likewise.
pub fn cargo_deny() -> Result<()> {
    subcommand("deny", "^0.20")
}

/// cargo-fuzz, likewise.
pub fn cargo_fuzz() -> Result<()> {
    subcommand("fuzz", "^0.13")
}

fn subcommand(name: &str, version: &str) -> Result<()> {
    let works = cargo()
        .args([name, "--version"])
        .env("PATH", path_with_tools()?)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if works { Ok(()) } else { cargo_install(&["cargo-", name].concat(), version) }
}

/// geckodriver, which drives Firefox: of PATH, else built into the cache.
pub fn geckodriver() -> Result<PathBuf> {
    if let Some(found) = on_path("geckodriver") {
        return Ok(found);
    }
    let ours = cache().join("tools/bin/geckodriver");
    if !ours.is_file() {
        cargo_install("geckodriver", "^0.37")?;
    }
    Ok(ours)
}

/// PATH with the folder of our own tools first.
pub fn path_with_tools() -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [cache().join("tools/bin")].into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).context("PATH cannot be extended")
}

fn cargo_install(name: &str, version: &str) -> Result<()> {
    println!("Building {name} into .cache/tools (once, a minute or more) ...");
    let mut command: Command = cargo();
    command.args(["install", name, "--version", version, "--locked", "--debug", "--root"]);
    command.arg(cache().join("tools"));
    command.arg("--target-dir").arg(root().join("target/tools"));
    run_quietly(&mut command, &format!("cargo install {name}")).with_context(|| {
        format!("Install {name} by hand (`cargo install {name} --locked`), then run this again")
    })
}
