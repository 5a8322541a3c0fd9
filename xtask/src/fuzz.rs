//! `cargo xtask fuzz`: the targets of `tests/fuzz` with coverage, for as long as one likes.

use crate::paths::root;
use crate::process::{cargo, output, run as run_program};
use crate::setup::tools;
use anyhow::{Result, bail};
use std::fs;
use std::process::Command;

/// How long each target runs, in seconds, unless told.
const SECONDS: u32 = 60;

/// `fuzz [TARGET] [SECONDS]`: every target, or one.
pub fn run(words: &[String]) -> Result<()> {
    let known = targets()?;
    let (mut chosen, mut seconds) = (known.clone(), SECONDS);
    for word in words {
        match word.parse() {
            Ok(number) => seconds = number,
            Err(_) if known.contains(word) => chosen = vec![word.clone()],
            Err(_) => bail!("There is no target `{word}`: say one of {}.", known.join(", ")),
        }
    }
    let nightly = || output(Command::new("cargo").args(["+nightly", "--version"]));
    if nightly().is_err() {
        bail!(
            "Coverage needs a nightly compiler: `rustup toolchain install nightly` by hand, then run this \
             again. Without one, `FUZZ_CASES=100000 cargo nextest run -E 'binary(fuzz)'` feeds the same targets."
        );
    }
    tools::cargo_fuzz()?;
    write_seeds()?;
    // The very versions that the programs are built with.
    fs::copy(root().join("Cargo.lock"), root().join("fuzz/Cargo.lock"))?;
    for target in chosen {
        println!("\n== {target}, {seconds} s");
        let mut command = Command::new("cargo");
        command.args(["+nightly", "fuzz", "run", &target]).current_dir(root());
        // A limit well above what any file may take: an input that needs more is a finding.
        let limits = [
            format!("-max_total_time={seconds}"),
            "-timeout=30".into(),
            "-rss_limit_mb=2048".into(),
        ];
        command.args(["--", "-print_final_stats=1", "-verbosity=0"]).args(limits);
        run_program(command.env("PATH", tools::path_with_tools()?), "fuzzing")?;
    }
    Ok(())
}

fn targets() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("fuzz/fuzz_targets"))? {
        names.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

fn write_seeds() -> Result<()> {
    let mut command = cargo();
    // Named, so that no other test is compiled for it.
    command.args(["nextest", "run", "--locked", "--workspace", "--all-features", "--test", "fuzz"]);
    command.args(["-E", "test(cargo_fuzz_has_every_target)"]);
    command.env("FUZZ_CORPUS", root().join("fuzz/corpus")).env("PATH", tools::path_with_tools()?);
    run_program(&mut command, "writing the seeds")
}
