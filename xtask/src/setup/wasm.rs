//! A compiler for WebAssembly: rustup's target, else Debian's packages.
//!
//! The usual way is `rustup target add`. Where its server cannot be reached,
//! Debian's registry has a compiler, its linker and the standard library's
//! source; the library is then built once, into `.cache/wasm`, and handed to
//! that compiler as its `--sysroot`: nothing in /usr is written by us.

use super::{announce, debian};
use crate::paths::{cache, cargo_home, files_below, on_path, wasm_target};
use crate::process::{cargo, output, run_quietly};
use anyhow::{Context, Result, anyhow, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library";

/// Where the compiler for WebAssembly comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The toolchain that runs us, with rustup's target.
    Rustup,
    /// Debian's compiler in /usr/bin.
    Debian,
}

/// A compiler that can build for [`TARGET`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toolchain {
    source: Source,
}

impl Source {
    /// Reads `--wasm`; without it rustup is tried first.
    pub fn asked_for(word: Option<&str>) -> Result<Option<Self>> {
        match word {
            None => Ok(None),
            Some("rustup") => Ok(Some(Self::Rustup)),
            Some("debian") => Ok(Some(Self::Debian)),
            Some(other) => bail!("--wasm takes rustup or debian, not `{other}`."),
        }
    }
}

impl Toolchain {
    /// Its cargo, with the environment in which it builds for [`TARGET`].
    pub fn cargo(&self) -> Command {
        match self.source {
            Source::Rustup => cargo(),
            Source::Debian => {
                let mut command = Command::new(DEBIAN_CARGO);
                command.current_dir(crate::paths::root());
                debian_environment(&mut command);
                command
            }
        }
    }

    /// Flags that rustc needs to find the standard library of [`TARGET`].
    pub fn rust_flags(&self) -> Vec<String> {
        match self.source {
            Source::Rustup => Vec::new(),
            Source::Debian => vec![format!("--sysroot={}", sysroot().display())],
        }
    }
}

/// A toolchain for WebAssembly, set up where it is missing.
pub fn ready() -> Result<Toolchain> {
    ready_from(None)
}

/// As [`ready`], from `source` alone when one is named.
pub fn ready_from(source: Option<Source>) -> Result<Toolchain> {
    let chosen = cache().join("wasm/source");
    let kept = fs::read_to_string(&chosen).unwrap_or_default() == "debian";
    let source = match source {
        Some(source) => source,
        None if kept => Source::Debian,
        None => usual(host_ready(), || debian::may_have("rustc-web"))?,
    };
    match source {
        Source::Debian => debian_ready()?,
        Source::Rustup => host_ready()?,
    }
    fs::create_dir_all(cache().join("wasm"))?;
    fs::write(chosen, if source == Source::Debian { "debian" } else { "rustup" })?;
    Ok(Toolchain { source })
}

/// The host's own Rust where it is ready, Debian's where that can be had.
fn usual(host: Result<()>, debian_has_it: impl FnOnce() -> bool) -> Result<Source> {
    match host {
        Ok(()) => Ok(Source::Rustup),
        Err(_) if debian_has_it() => Ok(Source::Debian),
        Err(error) => Err(error),
    }
}

/// The toolchain that runs us has the target, or is given it.
fn host_ready() -> Result<()> {
    if host_has_target() {
        return Ok(());
    }
    rustup_adds_target().map_err(|error| {
        anyhow!(
            "Install Rust with rustup (https://rustup.rs) and run `rustup target add {TARGET}`, \
             then run this again.\n{error:#}"
        )
    })
}

fn host_has_target() -> bool {
    let mut rustc = Command::new("rustc");
    output(rustc.args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| has_std(Path::new(folder.trim())))
}

fn has_std(folder: &Path) -> bool {
    let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn rustup_adds_target() -> Result<()> {
    let rustup = on_path("rustup").context("There is no rustup on PATH.")?;
    announce(&format!("adding the target {TARGET} to your Rust with rustup ..."));
    run_quietly(Command::new(rustup).args(["target", "add", TARGET]), "rustup")?;
    ensure!(host_has_target(), "The rustc on PATH is not the one of rustup.");
    Ok(())
}

/// Debian's compiler with a standard library that fits it.
fn debian_ready() -> Result<()> {
    let stamp = cache().join("wasm/built-with");
    let version = debian_version().unwrap_or_default();
    if !version.is_empty() && fs::read_to_string(&stamp).is_ok_and(|built| built == version) {
        return Ok(());
    }
    println!(
        "rustup cannot add {TARGET} here, so the pages are compiled with Debian's own Rust \
         (rustc-web), beside yours."
    );
    debian_packages()?;
    let version = debian_version().context("Debian's rustc does not run")?;
    build_std()?;
    link_linker(&version)?;
    fs::write(stamp, version)?;
    Ok(())
}

fn debian_version() -> Option<String> {
    output(Command::new(DEBIAN_RUSTC).arg("-vV")).ok()
}

fn debian_packages() -> Result<()> {
    let why = "they hold a compiler for WebAssembly";
    if !Path::new(DEBIAN_LIBRARY).is_dir() || debian_version().is_none() {
        debian::install(&["rustc-web", "cargo-web", "rust-web-src"], why)?;
    }
    let version = debian_version().context("Debian's rustc does not run")?;
    let lld = lld_name(&version)?;
    if on_path(&lld).is_none() {
        debian::install(&[&lld], why)?;
    }
    Ok(())
}

/// The linker of the LLVM that this rustc was built with: `lld-22`.
fn lld_name(version: &str) -> Result<String> {
    let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    let major = llvm.and_then(|number| number.split('.').next());
    Ok(format!("lld-{}", major.context("Debian's rustc does not name its LLVM")?))
}

fn sysroot() -> PathBuf {
    cache().join("wasm/sysroot")
}

/// Builds std from a copy of its source (cargo writes beside it) into an empty
/// folder (old artefacts would be found twice).
fn build_std() -> Result<()> {
    println!("Building the standard library for {TARGET} (once, under a minute) ...");
    let folder = cache().join("wasm");
    let (source, target) = (folder.join("library"), folder.join("std-target"));
    // Cargo would not see that what it compiled against has changed.
    let compiled = wasm_target().join(TARGET);
    for old in [&source, &target, &sysroot(), &compiled] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    copy_folder(Path::new(DEBIAN_LIBRARY), &source)?;
    let mut command = Command::new(DEBIAN_CARGO);
    debian_environment(&mut command);
    command
        .args(["build", "--release", "--no-default-features", "--features", "panic-unwind"])
        .args(["--target", TARGET, "--manifest-path"])
        .arg(source.join("sysroot/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .current_dir(&source)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", std_flags(&source)?);
    run_quietly(&mut command, "std for WebAssembly")?;
    let built = sysroot().join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&built)?;
    let made = target.join(TARGET).join("release/deps");
    for file in files_below(&made)?.iter().filter(|file| file.extension().is_some_and(is_rlib)) {
        fs::copy(made.join(file), built.join(file))?;
    }
    fs::remove_dir_all(target)?;
    fs::remove_dir_all(source)?;
    Ok(())
}

fn is_rlib(extension: &std::ffi::OsStr) -> bool {
    extension == "rlib"
}

fn std_flags(source: &Path) -> Result<String> {
    let mut flags =
        vec!["-Zforce-unstable-if-unmarked".to_owned(), "-Cembed-bitcode=yes".to_owned()];
    flags.extend(remapped(source, "library")?);
    Ok(flags.join("\x1f"))
}

/// Flags that keep this machine's folders out of what is compiled: panic
/// messages name source files, and the same source must give the same bytes
/// everywhere. `folder` is called `name` instead, a crate `crates/NAME`.
pub fn remapped(folder: &Path, name: &str) -> Result<Vec<String>> {
    let flag = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags = vec![flag(folder, name), flag(&cargo_home(), "cargo")];
    // rustc takes the last prefix that fits, so the longest come last.
    for registry in fs::read_dir(cargo_home().join("registry/src")).into_iter().flatten() {
        flags.push(flag(&registry?.path(), "crates"));
    }
    Ok(flags)
}

/// rustc looks for `rust-lld` in its sysroot.
#[cfg(unix)]
fn link_linker(version: &str) -> Result<()> {
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("Debian's rustc does not name its host")?;
    let folder = sysroot().join("lib/rustlib").join(host).join("bin");
    fs::create_dir_all(&folder)?;
    let name = lld_name(version)?;
    let lld = on_path(&name).with_context(|| format!("{name} is not on PATH"))?;
    std::os::unix::fs::symlink(lld, folder.join("rust-lld"))?;
    Ok(())
}

#[cfg(not(unix))]
fn link_linker(_version: &str) -> Result<()> {
    bail!("Debian's packages are for Debian.")
}

/// Debian's cargo must find Debian's rustc, not the one of the rustup that runs us.
fn debian_environment(command: &mut Command) {
    command.env("RUSTC", DEBIAN_RUSTC);
    for name in ["RUSTUP_TOOLCHAIN", "RUSTFLAGS", "RUSTDOC", "CARGO", "RUSTC_WRAPPER"] {
        command.env_remove(name);
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files_below(from)? {
        let copy = to.join(&file);
        fs::create_dir_all(copy.parent().expect("lies in a folder"))?;
        fs::copy(from.join(&file), copy)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_is_the_one_of_the_compilers_own_llvm() {
        let version = "rustc 1.96.0\nhost: x86_64-unknown-linux-gnu\nLLVM version: 22.1.2\n";
        assert_eq!(lld_name(version).expect("named"), "lld-22");
        assert!(lld_name("rustc 1.96.0\n").is_err());
    }

    #[test]
    fn off_debian_what_rustup_lacks_is_told_and_no_package_of_debian_is_asked_for() {
        let fails = || Err(anyhow!("rustup failed"));
        assert_eq!(usual(fails(), || true).expect("Debian's"), Source::Debian);
        let told = usual(fails(), || false).expect_err("there is no way").to_string();
        assert_eq!(told, "rustup failed");
        let unasked = || -> bool { panic!("Debian is asked only where rustup fails") };
        assert_eq!(usual(Ok(()), unasked).expect("rustup's"), Source::Rustup);
    }

    #[test]
    fn the_way_to_webassembly_can_be_chosen() {
        assert_eq!(Source::asked_for(Some("debian")).expect("reads"), Some(Source::Debian));
        assert_eq!(Source::asked_for(None).expect("reads"), None);
        assert!(Source::asked_for(Some("nix")).is_err());
    }
}
