//! wasm-bindgen and wasm-opt: from cargo's module to what a browser loads.

use super::calls;
use super::compile::{Compiled, WORKER};
use super::split::{self, Divided};
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
    /// The WebAssembly that loads at first.
    pub wasm: Vec<u8>,
    /// The module that fetches the parts.
    pub link: String,
    /// The parts that load when needed, by the names that the link says.
    pub parts: Vec<(String, Vec<u8>)>,
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
    let Divided { main, link, parts } = split::divide(compiled)?;
    let mut output = Bindgen::new()
        .input_bytes(name, main)
        .web(true)?
        .typescript(false)
        // The parts need the table of functions and the memory.
        .keep_lld_exports(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen, {name}"))?;
    let snippets = output.snippets().values().any(|list| !list.is_empty());
    if snippets || !output.local_modules().is_empty() {
        bail!("{name}: a crate brings JavaScript of its own, which this build does not hash.");
    }
    // A worker is never shown, so none is left and shown again.
    let glue = if name == WORKER { output.js().to_owned() } else { calls::counted(output.js())? };
    let smaller = |name: &str, wasm: Vec<u8>| match optimiser {
        Some(optimiser) => optimised(name, &wasm, optimiser),
        None => Ok(wasm),
    };
    let wasm = smaller(name, output.wasm_mut().emit_wasm())?;
    let part = |(part, wasm): (String, Vec<u8>)| -> Result<(String, Vec<u8>)> {
        Ok((part.clone(), smaller(&[name, "-", &part].concat(), wasm)?))
    };
    Ok(Program {
        name,
        glue,
        wasm,
        link,
        parts: parts.into_iter().map(part).collect::<Result<_>>()?,
    })
}

/// Longest function, in instructions' measure of wasm-opt, that is moved into its only caller.
///
/// Without a bound whole parts of a program end up in one function of a hundred kilobytes. A browser
/// compiles a function as a whole, at first call and once more when it turns out hot; and the bound
/// costs nothing: what is sent, compressed, is a hundredth less.
const LONGEST_MOVED: &str = "1000";

/// `wasm-opt -Oz`. No feature flags: it reads the module's own list, and
/// `--all-features` would emit encodings that browsers do not know.
fn optimised(name: &str, wasm: &[u8], optimiser: &Path) -> Result<Vec<u8>> {
    let folder = wasm_target().join("wasm-opt");
    fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join(format!("{name}-in.wasm")), folder.join(name));
    fs::write(&before, wasm)?;
    let ran = Command::new(optimiser)
        .args(["-Oz", "--one-caller-inline-max-function-size", LONGEST_MOVED])
        .arg(&before)
        .arg("-o")
        .arg(&after)
        .output()?;
    if !ran.status.success() {
        return Err(anyhow!("wasm-opt, {name}:\n{}", String::from_utf8_lossy(&ran.stderr)));
    }
    Ok(fs::read(after)?)
}
