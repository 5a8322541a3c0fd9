//! The build: Rust, SCSS and templates in, a folder for any static host out.
//!
//! Everything that the pages load carries its content's hash in its name and
//! lies in `dist/assets/`; files of `public/` keep their names. Beside each
//! file that is worth it lie its brotli and gzip copies.

mod assets;
mod calls;
mod compile;
mod compress;
mod offline;
mod page;
mod program;
mod sbom;
mod single;
mod sizes;
mod split;
mod stamp;

use crate::options::Options;
use crate::process::timed;
use crate::{css, paths, setup};
use anyhow::{Context, Result, bail};
use assets::Assets;
pub use compress::beside as compressed_copy;
use page::{PAGES, Page};
use program::Program;
use std::fs;
use std::path::Path;

/// Optimised for the network, or built quickly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Small: what a host serves, held to the budgets.
    Release,
    /// Quick: large, for work on the pages.
    Dev,
}

impl Mode {
    /// `--dev` or not.
    pub fn of(options: &Options) -> Self {
        if options.dev { Self::Dev } else { Self::Release }
    }
}

/// Builds `dist/`, unless it is what this build would make. Prints the sizes
/// and fails when a budget is passed by more than a fifth.
pub fn run(mode: Mode) -> Result<()> {
    let toolchain = setup::wasm::ready()?;
    let optimiser = match mode {
        Mode::Release => Some(setup::tools::wasm_opt()?),
        Mode::Dev => None,
    };
    css::refresh_if_edited()?;
    let compiled = timed("Compiling for WebAssembly", || compile::programs(&toolchain, mode))?;
    let stamp = stamp::of(&compiled, mode)?;
    if stamp::is_of_dist(&stamp) {
        println!("dist/ is up to date.");
        return sizes::report_of_dist(mode);
    }
    let programs = timed("Linking the programs", || program::all(&compiled, optimiser.as_deref()))?;
    let fresh = paths::wasm_target().join("dist");
    write_folder(&fresh, &programs)?;
    if mode == Mode::Release {
        timed("Compressing", || compress::folder(&fresh))?;
    }
    let table = sizes::measure(&fresh, mode)?;
    fs::write(paths::wasm_target().join("sizes.txt"), &table.text)?;
    replace(&fresh, &paths::dist())?;
    stamp::keep(&stamp)?;
    table.report()
}

/// Writes the whole of a host's folder, uncompressed.
fn write_folder(folder: &Path, programs: &[Program]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join("assets"))?;
    copy_public(folder)?;
    copy_pictures(folder)?;
    let mut assets = Assets::new(folder);
    for program in programs {
        assets.add_program(program)?;
    }
    for Page { file, program } in PAGES {
        let template = fs::read_to_string(paths::root().join(file))?;
        let html = page::fill(&template, program, &mut assets).with_context(|| file.to_owned())?;
        fs::write(folder.join(file), html)?;
    }
    let auditor = programs.iter().find(|program| program.name == "auditor");
    single::write(folder, auditor.context("there is no auditor's program")?)?;
    for Page { program, .. } in PAGES {
        assets.rewrite_manifest(program)?;
    }
    offline::write(folder)?;
    sbom::write(folder)
}

fn copy_public(folder: &Path) -> Result<()> {
    let public = paths::root().join("public");
    for file in paths::files_below(&public)? {
        // Icons are among the hashed files.
        if file.starts_with("icons") {
            continue;
        }
        let copy = folder.join(&file);
        fs::create_dir_all(copy.parent().expect("lies in a folder"))?;
        fs::copy(public.join(&file), copy)?;
    }
    Ok(())
}

/// The pictures that the coordinator's guide shows (`ui::prose_page`).
fn copy_pictures(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("guide"))?;
    for picture in paths::guide_pictures()? {
        let name = picture.file_name().expect("a file has a name");
        fs::copy(&picture, folder.join("guide").join(name))?;
    }
    Ok(())
}

/// Puts `fresh` in the place of `old` in two renames, so that no half-written
/// folder is ever served.
fn replace(fresh: &Path, old: &Path) -> Result<()> {
    let aside = paths::wasm_target().join("dist-before");
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    if old.exists() && fs::rename(old, &aside).is_err() {
        bail!("dist/ is in use by another program: close it, then run this again.");
    }
    fs::rename(fresh, old)?;
    Ok(())
}
