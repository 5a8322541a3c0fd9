//! Files that the core writes: the sample round, the JSON Schemas, blank tools, the guide.
//!
//! Their generators are `examples/sample.rs` and so on, not part
//! of this program: so a core that does not compile never stops the others.

use crate::paths;
use crate::process::{cargo, run as run_program};
use anyhow::Result;
use std::process::Command;

/// Checks what the generator `name` wrote.
pub fn check(name: &str) -> Result<()> {
    run_program(as_tested(name)?.arg("--check"), name)
}

/// Runs the generator `name` with the words after its command.
pub fn run(name: &str, words: &[String]) -> Result<()> {
    run_program(alone(name, &[]).args(words), name)
}

/// The program of `examples/`, compiled with no more than it needs; `how` is for cargo.
pub fn alone(name: &str, how: &[&str]) -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "-p", "xtask", "--example", name]).args(how);
    command.arg("--");
    command
}

/// The same as the native tests have just built it: with fewer features the core would be compiled once more.
pub fn as_tested(name: &str) -> Result<Command> {
    let mut build = cargo();
    build.args([
        "build",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-features",
        "--example",
        name,
    ]);
    run_program(&mut build, name)?;
    let mut command = Command::new(paths::root().join("target/debug/examples").join(name));
    command.current_dir(paths::root());
    Ok(command)
}
