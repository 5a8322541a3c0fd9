//! `cargo xtask schema [--check]`: writes the published JSON Schemas, or compares them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use multi_agency_audit::schema::published;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => write(),
        ["--check"] => check(),
        _ => bail!("`schema` takes `--check` or nothing."),
    }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/schema")
}

fn write() -> Result<()> {
    fs::create_dir_all(folder()).context("public/schema cannot be made")?;
    for one in published() {
        let path = folder().join(one.file);
        fs::write(&path, one.text()).with_context(|| format!("{} cannot be written", one.file))?;
        println!("public/schema/{}", one.file);
    }
    Ok(())
}

fn check() -> Result<()> {
    let is_stale = |file: &str, text: &str| {
        fs::read_to_string(folder().join(file)).map_or(true, |found| found != text)
    };
    let schemas = published();
    let stale: Vec<&str> =
        schemas.iter().filter(|one| is_stale(one.file, &one.text())).map(|one| one.file).collect();
    if stale.is_empty() {
        return Ok(());
    }
    bail!("Not what the types say: {}. Run `cargo xtask schema`.", stale.join(", "))
}
