//! `cargo xtask reproduce`: does the same source give the same release, to the byte, in another folder?

use crate::build::{self, Mode};
use crate::paths::{dist, files_below, root};
use crate::process::{cargo, run as run_program};
use anyhow::{Result, bail};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds `dist/`, then what is committed once more in a clone, from nothing, and compares every file.
pub fn run() -> Result<()> {
    let changed = crate::process::output(
        Command::new("git").current_dir(root()).args(["status", "--porcelain"]),
    )?;
    if !changed.trim().is_empty() {
        bail!(
            "A second build is made of what is committed, and there are changes that are not:\n{changed}"
        );
    }
    build::run(Mode::Release)?;
    // Another path, and a longer one: nothing of it may show in what is built.
    let clone = root().join("target/reproduce/a clone in another folder");
    if clone.exists() {
        fs::remove_dir_all(&clone)?;
    }
    run_program(
        Command::new("git").args(["clone", "--quiet"]).arg(root()).arg(&clone),
        "git clone",
    )?;
    run_program(cargo().current_dir(&clone).args(["xtask", "build"]), "The second build")?;
    let (first, second) = (hashes(&dist())?, hashes(&clone.join("dist"))?);
    let differing = differing(&first, &second);
    if !differing.is_empty() {
        bail!("These are not the same in both builds:\n{}", differing.join("\n"));
    }
    println!("Both builds gave the same {} files, to the byte.", first.len());
    Ok(fs::remove_dir_all(root().join("target/reproduce"))?)
}

type Hashes = BTreeMap<PathBuf, Vec<u8>>;

fn hashes(folder: &Path) -> Result<Hashes> {
    let hash =
        |file: PathBuf| Ok((file.clone(), Sha256::digest(fs::read(folder.join(file))?).to_vec()));
    files_below(folder)?.into_iter().map(hash).collect()
}

/// Files that only one has, or that are others in each.
fn differing(first: &Hashes, second: &Hashes) -> Vec<String> {
    let mut files: Vec<&PathBuf> = first.keys().chain(second.keys()).collect();
    files.sort_unstable();
    files.dedup();
    files.retain(|file| first.get(*file) != second.get(*file));
    files.into_iter().map(|file| file.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_and_one_that_is_missing_are_both_named() {
        let of = |files: &[(&str, u8)]| -> Hashes {
            files.iter().map(|(name, byte)| (PathBuf::from(name), vec![*byte])).collect()
        };
        let first = of(&[("a", 1), ("b", 1), ("c", 1)]);
        assert!(differing(&first, &first).is_empty());
        assert_eq!(differing(&first, &of(&[("a", 1), ("b", 2), ("d", 1)])), ["b", "c", "d"]);
    }
}
