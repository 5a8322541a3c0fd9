//! `cargo xtask office`: LibreOffice opens every kind of document of the five invented rounds, the plan and the
//! comparison among them. Minutes are printed or saved as text, never as Word files.
//!
//! What Word insists on and LibreOffice lets pass is checked natively (`tests/documents/ooxml.rs`).

use crate::generated::alone;
use crate::paths::{on_path, root};
use crate::process::run as run_program;
use crate::setup::debian;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// What it needs, each with Debian's package of it.
const NEEDS: [(&str, &str); 2] =
    [("soffice", "libreoffice-writer-nogui"), ("pdftotext", "poppler-utils")];

/// `office [pictures]`: with `pictures`, each page as a PNG under `target/office/pictures`, to look at.
pub fn run(words: &[String]) -> Result<()> {
    ready()?;
    read_back(alone("office", &[]))?;
    if words.iter().any(|word| word == "pictures") {
        pictures()?;
    }
    Ok(())
}

/// LibreOffice, and what reads its pages, are here.
pub fn ready() -> Result<()> {
    let missing: Vec<&str> = NEEDS
        .iter()
        .filter(|(program, _)| on_path(program).is_none())
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        debian::install(&missing, "LibreOffice opens the Word files")?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/office")
}

/// Every document is written, opened and compared, by `examples/office.rs`.
pub fn read_back(mut program: Command) -> Result<()> {
    run_program(program.arg(folder()), "reading the documents back")
}

fn pictures() -> Result<()> {
    let pictures = folder().join("pictures");
    std::fs::create_dir_all(&pictures)?;
    for page in crate::paths::files_below(&folder().join("pages"))? {
        let mut command = Command::new("pdftoppm");
        command.args(["-r", "60", "-png"]).arg(folder().join("pages").join(&page));
        run_program(command.arg(pictures.join(page.with_extension(""))), "pdftoppm")?;
    }
    println!("Pictures of the pages are under target/office/pictures");
    Ok(())
}
