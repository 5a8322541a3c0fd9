//! `cargo xtask supply`: licences, bans and sources of every crate, by `deny.toml`.

use crate::process::{cargo, run as run_program};
use crate::setup::tools;
use anyhow::Result;

/// Without `advisories`: their list is fetched from a server, see `deny.toml`.
pub fn run() -> Result<()> {
    tools::cargo_deny()?;
    let mut command = cargo();
    command.args([
        "deny",
        "--workspace",
        "--all-features",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]);
    run_program(command.env("PATH", tools::path_with_tools()?), "cargo deny")
}
