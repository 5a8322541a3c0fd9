//! Cargo's part: the three programs as plain WebAssembly.

use super::Mode;
use crate::paths::{cargo_home, root, wasm_target};
use crate::process::{cargo, run};
use crate::setup::wasm::{TARGET, Toolchain, remapped};
use anyhow::{Result, bail};
use std::fs;
use std::path::PathBuf;

/// The programs, by the names of their files in `src/bin`.
pub const PROGRAMS: [&str; 3] = ["auditor", "panel", WORKER];

/// The one that is no page but works beside them.
pub const WORKER: &str = "exporter";

/// A program as cargo leaves it.
pub struct Compiled {
    /// One of [`PROGRAMS`].
    pub name: &'static str,
    /// The WebAssembly module.
    pub bytes: Vec<u8>,
}

/// Compiles all programs in one run of cargo.
pub fn programs(toolchain: &Toolchain, mode: Mode) -> Result<Vec<Compiled>> {
    let (profile, features) = match mode {
        Mode::Release => ("release", "web,spreadsheet"),
        Mode::Dev => ("quick", "gallery,spreadsheet"),
    };
    let registry = cargo_home().join("registry/src");
    if !registry.is_dir() {
        run(cargo().args(["fetch", "--locked"]), "Fetching the crates of Cargo.lock")?;
    }
    let mut command = toolchain.cargo();
    command.args(["build", "--locked", "--package", "multi-agency-audit", "--features", features]);
    command.args(["--profile", profile, "--target", TARGET, "--target-dir"]).arg(wasm_target());
    for name in PROGRAMS {
        command.args(["--bin", name]);
    }
    let mut flags = toolchain.rust_flags();
    flags.extend(remapped(root(), ".")?);
    // Leptos then erases the types of views: many kinds of page share their code.
    flags.push("--cfg=erase_components".to_owned());
    // What refers to what, so that a program can be divided (`split.rs`).
    flags.push("-Clink-args=--emit-relocs".to_owned());
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    run(&mut command, "Compiling for WebAssembly")?;
    let folder = wasm_target().join(TARGET).join(profile);
    PROGRAMS.into_iter().map(|name| read(name, folder.join(format!("{name}.wasm")))).collect()
}

fn read(name: &'static str, file: PathBuf) -> Result<Compiled> {
    let bytes = fs::read(file)?;
    for path in [root().to_path_buf(), cargo_home()] {
        let path = path.to_string_lossy().into_owned();
        if bytes.windows(path.len()).any(|window| window == path.as_bytes()) {
            bail!("{name}.wasm holds a path of this machine ({path}): see `compile.rs`.");
        }
    }
    Ok(Compiled { name, bytes })
}
