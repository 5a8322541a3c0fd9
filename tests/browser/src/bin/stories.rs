//! All stories, in browsers that are kept open from one to the next: for `cargo xtask test`.
//!
//! Its words are handed to `cargo nextest run`. No browser outlives it, whatever ends it but a kill.

use anyhow::{Context, Result};
use browser_tests::{TIMES, kept, root};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus};
use tokio::process::Command as Running;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let folder = std::fs::canonicalize(root())?.join("target/browser-tests/kept");
    // What an earlier run left behind when it was killed.
    kept::end_all(&folder);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let told = told(&folder).await;
    kept::end_all(&folder);
    // What failed nextest has said.
    Ok(if told?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn told(folder: &Path) -> Result<ExitStatus> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(["nextest", "run"]).args(std::env::args_os().skip(1));
    if std::env::var_os(TIMES).is_some() {
        // What a story that passes says of its time is shown too.
        command.env("NEXTEST_SUCCESS_OUTPUT", "immediate");
    }
    let mut running = Running::from(command).env(kept::FOLDER, folder).spawn()?;
    tokio::select! {
        ended = running.wait() => ended.context("`cargo nextest` did not run"),
        // The terminal tells nextest too: what it says at its end is awaited.
        _ = tokio::signal::ctrl_c() => Ok(running.wait().await?),
    }
}
