//! Files that the core writes: the sample round, the JSON Schemas, blank tools, the guide.
//!
//! Their generators are `examples/sample.rs` and so on, not part
//! of this program: so a core that does not compile never stops the others.

use crate::process::{cargo, run as run_program};
use anyhow::Result;

/// Runs the generator `name` with the words after its command.
pub fn run(name: &str, words: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "-p", "xtask", "--example", name, "--"]);
    run_program(command.args(words), name)
}
