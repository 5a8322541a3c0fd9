//! `cargo xtask roll-up`: the datasets of many simulated rounds, read by the engines that a
//! national body would use (`examples/roll-up`).
//!
//! DuckDB and Spark run the same queries over the same files; both must come to what the core
//! counts in the rounds themselves. `frictionless` holds the packages against their description.

use crate::generated::alone;
use crate::paths::{on_path, root};
use crate::process::{run as run_program, timed};
use crate::setup::{debian, python};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes the rounds: `examples/datasets.rs`.
pub const DATASETS: &str = "datasets";
const DUCKDB: &str = "examples/roll-up/requirements.txt";
const SPARK: &str = "examples/roll-up/requirements-spark.txt";
/// What is asked for without another number.
const ROUNDS: usize = 10_000;
const FEW: usize = 60;
/// As many packages are held against their description; more would only take longer.
const VALIDATED: usize = 200;

/// `roll-up [ROUNDS]`: with DuckDB, Spark and `frictionless`; `few`: the quick part.
pub fn run(words: &[String]) -> Result<()> {
    let rounds = match words {
        [] => ROUNDS,
        [word] if word == "few" => return few(),
        [number] => number.parse().unwrap_or(0),
        _ => 0,
    };
    if rounds == 0 {
        bail!("`roll-up` takes how many rounds: cargo xtask roll-up 10000");
    }
    let java = java()?;
    let python = python::environment("roll-up", &[DUCKDB, SPARK])?;
    // Worth a compilation of its own.
    let quick = ["--config", "profile.dev.package.multi-agency-audit.opt-level=2"];
    let how: &[&str] = if rounds > FEW { &quick } else { &[] };
    let folder = made(rounds, alone(DATASETS, how))?;
    validated(&python, &folder, rounds)?;
    timed("DuckDB rolls them up", || with_duckdb(&python, &folder))?;
    timed("Spark rolls them up", || with_spark(&python, &java, &folder))?;
    compared(&python, &folder, &["duckdb", "spark"])
}

/// The quick part of it: fewer rounds, without Spark.
pub fn few() -> Result<()> {
    with_few(&ready_for_few()?, alone(DATASETS, &[]))
}

/// The Python that the quick part needs.
pub fn ready_for_few() -> Result<PathBuf> {
    python::environment("roll-up-few", &[DUCKDB])
}

/// The quick part, with that Python and the program that makes the rounds.
pub fn with_few(python: &Path, program: Command) -> Result<()> {
    let folder = made(FEW, program)?;
    validated(python, &folder, FEW)?;
    with_duckdb(python, &folder)?;
    compared(python, &folder, &["duckdb"])
}

/// Simulated rounds with their datasets, and what the core counts in them.
fn made(rounds: usize, mut program: Command) -> Result<PathBuf> {
    let folder = root().join("target/roll-up");
    program.arg(rounds.to_string()).arg(&folder);
    timed("Rounds and their datasets", || run_program(&mut program, "making the rounds"))?;
    Ok(folder)
}

fn validated(python: &Path, folder: &Path, rounds: usize) -> Result<()> {
    let every = rounds.div_ceil(VALIDATED).to_string();
    timed("frictionless validates", || {
        run_program(
            script(python, "validate.py").arg(folder.join("rounds")).arg(every),
            "frictionless",
        )
    })
}

fn with_duckdb(python: &Path, folder: &Path) -> Result<()> {
    let mut command = script(python, "with_duckdb.py");
    run_program(command.arg(folder.join("rounds")).arg(folder.join("duckdb")), "DuckDB")
}

fn with_spark(python: &Path, java: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(python.with_file_name("spark-submit"));
    command.args(["--master", "local[*]", "--driver-memory", "4g"]);
    command.args([
        "--conf",
        "spark.ui.enabled=false",
        "--conf",
        "spark.driver.bindAddress=127.0.0.1",
    ]);
    command.args(["--conf", "spark.driver.host=127.0.0.1"]);
    command.arg(at("with_spark.py")).arg(folder.join("rounds")).arg(folder.join("spark"));
    command.env("PYSPARK_PYTHON", python).env("PYSPARK_DRIVER_PYTHON", python);
    if let Some(home) = java.parent().and_then(Path::parent) {
        command.env("JAVA_HOME", home);
    }
    run_program(&mut command, "Spark")
}

fn compared(python: &Path, folder: &Path, engines: &[&str]) -> Result<()> {
    let mut command = script(python, "compare.py");
    command.arg(folder.join("core")).args(engines.iter().map(|name| folder.join(name)));
    run_program(&mut command, "the comparison")
}

fn script(python: &Path, name: &str) -> Command {
    let mut command = Command::new(python);
    // Nothing is written beside the scripts.
    command.arg("-B").arg(at(name));
    command
}

fn at(name: &str) -> PathBuf {
    root().join("examples/roll-up").join(name)
}

/// Java, with the links to it followed: its folder holds what Spark needs.
fn java() -> Result<PathBuf> {
    if on_path("java").is_none() {
        debian::install(&["default-jre-headless"], "Spark runs on Java 17 or later")?;
    }
    match on_path("java") {
        Some(java) => Ok(java.canonicalize()?),
        None => bail!("Install Java 17 or later by hand, then run this again: Spark runs on it."),
    }
}
