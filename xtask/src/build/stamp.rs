//! Is `dist/` what this build would make?

use super::Mode;
use super::compile::Compiled;
use super::page::PAGES;
use crate::paths::{dist, files_below, guide_pictures, root, wasm_target};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that goes into `dist/`, as one hash: the compiled programs, the
/// files beside them, and this very program.
pub fn of(compiled: &[Compiled], mode: Mode) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(format!("{mode:?}"));
    for program in compiled {
        hash.update(Sha256::digest(&program.bytes));
    }
    let mut files: Vec<PathBuf> = PAGES.iter().map(|page| page.file.into()).collect();
    for folder in ["boot", "style", "public"] {
        files.extend(files_below(&root().join(folder))?.iter().map(|f| Path::new(folder).join(f)));
    }
    files.extend(guide_pictures()?);
    for file in files {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(Sha256::digest(fs::read(root().join(file))?));
    }
    let ourselves = fs::metadata(std::env::current_exe()?)?.modified()?;
    hash.update(format!("{ourselves:?}"));
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Was `dist/` built from what `stamp` stands for?
pub fn is_of_dist(stamp: &str) -> bool {
    dist().join("index.html").is_file()
        && fs::read_to_string(file()).is_ok_and(|kept| kept == stamp)
}

/// Remembers what `dist/` was built from.
pub fn keep(stamp: &str) -> Result<()> {
    Ok(fs::write(file(), stamp)?)
}

fn file() -> PathBuf {
    wasm_target().join("dist-stamp")
}
