//! Files that the core writes: the sample round, the JSON Schemas, blank tools, the guide.
//!
//! Their generators are `examples/sample.rs` and so on, not part
//! of this program: so a core that does not compile never stops the others.

use crate::paths;
use crate::process::{cargo, run as run_program};
use anyhow::Result;
use std::process::Command;

/// Checks what the generator `name` wrote, with its program as the native tests have just built it.
pub fn check(name: &str) -> Result<()> {
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
    let program = paths::root().join("target/debug/examples").join(name);
    run_program(Command::new(program).arg("--check"), name)
}

/// Runs the generator `name` with the words after its command.
pub fn run(name: &str, words: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "-p", "xtask", "--example", name, "--"]);
    run_program(command.args(words), name)
}
