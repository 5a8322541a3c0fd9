//! wasm-bindgen and wasm-opt: from cargo's module to what a browser loads.

use super::compile::Compiled;
use crate::paths::wasm_target;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use wasm_bindgen_cli_support::Bindgen;

/// A program ready to be given its hashed names.
pub struct Program {
    /// As in `src/bin`.
    pub name: &'static str,
    /// The module that loads and calls the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// All programs, at the same time; optimised when there is an `optimiser`.
pub fn all(compiled: &[Compiled], optimiser: Option<&Path>) -> Result<Vec<Program>> {
    thread::scope(|scope| {
        let at_work: Vec<_> =
            compiled.iter().map(|program| scope.spawn(move || one(program, optimiser))).collect();
        at_work.into_iter().map(|work| work.join().expect("no panic in a build step")).collect()
    })
}

fn one(compiled: &Compiled, optimiser: Option<&Path>) -> Result<Program> {
    let name = compiled.name;
    let mut output = Bindgen::new()
        .input_bytes(name, compiled.bytes.clone())
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen, {name}"))?;
    let snippets = output.snippets().values().any(|list| !list.is_empty());
    if snippets || !output.local_modules().is_empty() {
        bail!("{name}: a crate brings JavaScript of its own, which this build does not hash.");
    }
    let wasm = output.wasm_mut().emit_wasm();
    let wasm = match optimiser {
        Some(optimiser) => optimised(name, &wasm, optimiser)?,
        None => wasm,
    };
    Ok(Program { name, glue: output.js().to_owned(), wasm })
}

/// `wasm-opt -Oz`. No feature flags: it reads the module's own list, and
/// `--all-features` would emit encodings that browsers do not know.
fn optimised(name: &str, wasm: &[u8], optimiser: &Path) -> Result<Vec<u8>> {
    let folder = wasm_target().join("wasm-opt");
    fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join(format!("{name}-in.wasm")), folder.join(name));
    fs::write(&before, wasm)?;
    let ran = Command::new(optimiser).arg("-Oz").arg(&before).arg("-o").arg(&after).output()?;
    if !ran.status.success() {
        return Err(anyhow!("wasm-opt, {name}:\n{}", String::from_utf8_lossy(&ran.stderr)));
    }
    Ok(fs::read(after)?)
}
