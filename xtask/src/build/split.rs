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

/// Marks of the parts that a page asks for beside its program (`boot/early.js`).
const FIRST: [&str; 2] = ["returns", "rounds"];

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

/// Files of the parts that a page will need first, with what they share with others, by the link's own list.
pub fn first_parts(link: &str) -> Vec<String> {
    let loads = FIRST.iter().filter_map(|mark| {
        let (_, load) = link.split_once(&format!("const __wasm_split_load_{mark} = "))?;
        load.split_once("]))").map(|(load, _)| load)
    });
    let files = loads.flat_map(|load| {
        let own = load.split("\"./").skip(1).filter_map(|rest| rest.split_once('"'));
        let shared = load.split("__chunk_").skip(1).map(|rest| {
            let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
            format!("chunk_{number}.wasm")
        });
        own.map(|(file, _)| file.to_owned()).chain(shared)
    });
    files.collect()
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
    fn what_a_page_needs_first_is_what_the_link_loads_with_it_and_nothing_of_other_parts() {
        let link = r#"const __chunk_9 = makeLoad(() => { fetch(new URL("./chunk_9.wasm")) }, [])
            export const __wasm_split_load_rounds = wrapAsyncCb(makeLoad(() => {
                const src = fetch(new URL("./split_rounds.wasm", import.meta.url)) }
            , [__chunk_9, __chunk_10]))
            export const __wasm_split_load_late = wrapAsyncCb(makeLoad(() => {
                const src = fetch(new URL("./split_late.wasm", import.meta.url)) }
            , [__chunk_9, __chunk_11]))"#;
        assert_eq!(first_parts(link), ["split_rounds.wasm", "chunk_9.wasm", "chunk_10.wasm"]);
        assert!(first_parts("const __wasm_split_load_writer = ").is_empty());
    }

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
