//! Running other programs, with failures told in plain words.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The cargo that runs us; `cargo` on PATH outside of one.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::paths::root());
    command
}

/// Runs a program with its output on the screen; `what` is said when it fails.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{what}: {} could not be started", program(command)))?;
    if !status.success() {
        bail!("{what} failed.");
    }
    Ok(())
}

/// Runs a program with its output in `.cache/log/NAME.log`; the end of it is
/// shown only when the program fails.
pub fn run_quietly(command: &mut Command, name: &str) -> Result<()> {
    let log = crate::paths::cache().join("log").join(format!("{name}.log"));
    fs::create_dir_all(log.parent().expect("has a folder"))?;
    let file = File::create(&log)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("{} could not be started", program(command)))?;
    if !status.success() {
        bail!("{name} failed:\n{}", tail(&log));
    }
    Ok(())
}

/// A program's standard output, when it runs and succeeds.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} could not be started", program(command)))?;
    if !output.status.success() {
        bail!("{} failed:\n{}", program(command), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Does `work` after saying what it is, and says how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} ...");
    let start = Instant::now();
    let result = work()?;
    println!("{what}: {:.1} s", start.elapsed().as_secs_f32());
    Ok(result)
}

fn program(command: &Command) -> String {
    Path::new(command.get_program())
        .file_name()
        .unwrap_or(OsStr::new("a program"))
        .to_string_lossy()
        .into_owned()
}

fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
