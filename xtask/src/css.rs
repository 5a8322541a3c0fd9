//! The style sheets: SCSS over govuk-frontend, compiled by npm's sass.
//!
//! The compiled CSS is committed, so that building the pages needs no npm; the
//! tests hold it equal to what the SCSS gives.

use crate::paths::{node_modules, root};
use crate::process::output;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

/// `cargo xtask css`.
pub fn write() -> Result<()> {
    setup::npm::ready()?;
    for sheet in sheets()? {
        fs::write(sheet.with_extension("css"), compiled(&sheet)?)?;
        println!("{}", sheet.with_extension("css").strip_prefix(root())?.display());
    }
    Ok(())
}

/// `cargo xtask check-css`.
pub fn check() -> Result<()> {
    setup::npm::ready()?;
    for sheet in sheets()? {
        let committed = fs::read_to_string(sheet.with_extension("css")).unwrap_or_default();
        if committed != compiled(&sheet)? {
            bail!("{} has changed: run `cargo xtask css`.", sheet.strip_prefix(root())?.display());
        }
    }
    println!("The committed CSS is what the SCSS gives.");
    Ok(())
}

/// Compiles again when a style source is newer than the CSS, so that `serve`
/// shows what was just edited. Without npm the committed CSS is used.
pub fn refresh_if_edited() -> Result<()> {
    if node_modules().is_dir() && newest("scss")? > newest("css")? { write() } else { Ok(()) }
}

fn newest(extension: &str) -> Result<Option<SystemTime>> {
    let mut newest = None;
    for file in files_with(extension)? {
        newest = newest.max(Some(fs::metadata(file)?.modified()?));
    }
    Ok(newest)
}

/// Sheets of their own; a name that begins with `_` is part of another.
fn sheets() -> Result<Vec<PathBuf>> {
    let whole =
        |file: &PathBuf| !file.file_name().unwrap_or_default().as_encoded_bytes().starts_with(b"_");
    Ok(files_with("scss")?.into_iter().filter(whole).collect())
}

fn files_with(extension: &str) -> Result<Vec<PathBuf>> {
    let folder = root().join("style");
    let files = crate::paths::files_below(&folder)?.into_iter().map(|file| folder.join(file));
    Ok(files.filter(|file| file.extension().is_some_and(|found| found == extension)).collect())
}

fn compiled(sheet: &PathBuf) -> Result<String> {
    let sass = node_modules().join("sass/sass.js");
    let mut command = Command::new("node");
    command.arg(sass).args(["--style=compressed", "--no-source-map", "--quiet-deps"]);
    command.arg("--load-path").arg(node_modules()).arg(sheet).current_dir(root());
    let css = output(&mut command).with_context(|| format!("{} as CSS", sheet.display()))?;
    let version = fs::read_to_string(node_modules().join("govuk-frontend/package.json"))?;
    let version: serde_json::Value = serde_json::from_str(&version)?;
    let version = version["version"].as_str().context("govuk-frontend has no version")?;
    Ok(format!(
        "/* Compiled by `cargo xtask css` with govuk-frontend {version}: see NOTICE. */\n{css}"
    ))
}
