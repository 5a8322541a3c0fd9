//! Set-up: what a command needs and this computer lacks.
//!
//! Each part first looks whether it is there (milliseconds), so every command
//! calls the parts it needs every time. Whatever changes the computer outside
//! the project folder is named on the screen before it is done; what cannot be
//! done ends in one sentence that says what to install by hand.

pub mod browsers;
pub mod debian;
pub mod npm;
pub mod python;
pub mod tools;
pub mod wasm;

use crate::options::Options;
use anyhow::Result;

/// `cargo xtask setup`: every part.
pub fn everything(options: &Options) -> Result<()> {
    let source = wasm::Source::asked_for(options.wasm.as_deref())?;
    wasm::ready_from(source)?;
    npm::ready()?;
    tools::wasm_opt()?;
    tools::nextest()?;
    browsers::ready(&browsers::ALL)?;
    println!("Everything is set up.");
    Ok(())
}

/// Says that something outside the project folder is about to change.
fn announce(what: &str) {
    println!("Outside this folder: {what}");
}
