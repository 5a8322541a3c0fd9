//! Dividing a program: what loads at first, and its parts, which load when needed.
//!
//! A program marks its parts with `#[wasm_split]` (`src/bin`). The divided program
//! imports one more JavaScript module, the link, which fetches the parts.

use super::compile::Compiled;
use crate::paths::wasm_target;
use anyhow::{Result, anyhow, bail};
use std::fs;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// What the link calls the glue that wasm-bindgen writes.
pub const GLUE: &str = "./PROGRAM.js";
/// What the glue calls the link.
pub const LINK: &str = "./PARTS.js";

/// A program after it was divided.
pub struct Divided {
    /// What loads at first, for wasm-bindgen.
    pub main: Vec<u8>,
    /// The module that fetches the parts, by their names.
    pub link: String,
    /// Name of each part, as the link says it, and its module.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Divides a program at its marks.
pub fn divide(compiled: &Compiled) -> Result<Divided> {
    let folder = wasm_target().join("parts").join(compiled.name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let main = folder.join("main.wasm");
    let mut options = Options::new(&compiled.bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = GLUE;
    let divided = transform(options).map_err(|error| anyhow!("{}: {error:?}", compiled.name))?;
    let link = fs::read_to_string(folder.join(LINK))?;
    let parts: Vec<_> =
        divided.split_modules.iter().map(|file| part(file)).collect::<Result<_>>()?;
    let link = if parts.is_empty() { link } else { tolerant(&link)? };
    Ok(Divided { main: fs::read(&main)?, link, parts })
}

fn part(file: &Path) -> Result<(String, Vec<u8>)> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, fs::read(file)?))
}

/// A host that names the wrong content type must not stop a part: the glue takes
/// the same care of the program itself. And a part may be on its way already.
fn tolerant(link: &str) -> Result<String> {
    let mut link = link.to_owned();
    for (theirs, ours) in [
        ("WebAssembly.instantiateStreaming(src, imports)", "instantiate(await src, imports)"),
        ("= fetch(new URL(", "= ask(new URL("),
    ] {
        if !link.contains(theirs) {
            bail!("the link module no longer holds `{theirs}`: see `split.rs`");
        }
        link = link.replace(theirs, ours);
    }
    Ok(link + include_str!("instantiate.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_taken_from_where_it_was_asked_for_first_and_a_link_of_another_form_is_refused() {
        let link = "const src = fetch(new URL(\"./a.wasm\", import.meta.url));
            return async (imports) => (WebAssembly.instantiateStreaming(src, imports));";
        let ours = tolerant(link).expect("made tolerant");
        assert!(ours.starts_with("const src = ask(new URL("), "{ours}");
        assert!(ours.contains("=> (instantiate(await src, imports));"), "{ours}");
        assert!(tolerant("const src = fetch(new URL(").is_err());
        assert!(tolerant("WebAssembly.instantiateStreaming(src, imports)").is_err());
    }
}
