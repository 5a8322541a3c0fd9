//! Files named by their content, so that a host may let them be kept forever.

use super::compile::WORKER;
use super::program::Program;
use super::split;
use crate::paths::root;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The hashed files of one build. Keys are what templates and boot modules say
/// after `asset:`, `boot:`, `glue:`, `link:`, `parts:` and `wasm:`.
pub struct Assets {
    folder: PathBuf,
    names: BTreeMap<String, String>,
}

impl Assets {
    /// For the host's folder `folder`, which has an empty `assets/`.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), names: BTreeMap::new() }
    }

    /// Adds a program's modules, glue and boot module.
    pub fn add_program(&mut self, program: &Program) -> Result<()> {
        let name = program.name;
        let wasm = self.write(&format!("{name}.wasm"), &program.wasm)?;
        let glue = self.add_glue(program)?;
        let kind = if name == WORKER { "worker" } else { "page" };
        let boot = fs::read_to_string(root().join(format!("boot/{kind}.js")))?
            .replace(split::GLUE, &format!("./{glue}"))
            .replace("./PROGRAM.wasm", &format!("./{wasm}"));
        let boot = self.write(&format!("{name}-boot.js"), boot.as_bytes())?;
        for (kind, file) in [("wasm", wasm), ("glue", glue), ("boot", boot)] {
            self.names.insert(format!("{kind}:{name}"), format!("assets/{file}"));
        }
        Ok(())
    }

    /// Adds the glue and, for a program with parts, the link and the parts.
    ///
    /// Glue and link name each other, so both are named by the content of both.
    fn add_glue(&mut self, program: &Program) -> Result<String> {
        let name = program.name;
        if program.parts.is_empty() {
            return self.write(&format!("{name}.js"), program.glue.as_bytes());
        }
        let mut link = program.link.clone();
        let first = split::first_parts(&link);
        ensure!(
            name == WORKER || !first.is_empty(),
            "the link of {name} names no part that is needed first: see `split.rs`"
        );
        let mut parts = Vec::new();
        for (part, wasm) in &program.parts {
            let file = self.write(&format!("{name}-{part}"), wasm)?;
            link = link.replace(&format!("./{part}"), &format!("./{file}"));
            if first.contains(part) {
                parts.push(format!("assets/{file}"));
            }
        }
        self.names.insert(format!("parts:{name}"), parts.join(" "));
        let both = [program.glue.as_bytes(), link.as_bytes()].concat();
        let glue_name = hashed(&format!("{name}.js"), &both);
        let link_name = hashed(&format!("{name}-parts.js"), &both);
        // Its second mention is the name by which the WebAssembly asks for it.
        let from = |name: &str| format!("from \"{name}\"");
        let glue = program.glue.replace(&from(split::LINK), &from(&format!("./{link_name}")));
        let link = link.replace(split::GLUE, &format!("./{glue_name}"));
        self.put(&link_name, link.as_bytes())?;
        self.put(&glue_name, glue.as_bytes())?;
        self.names.insert(format!("link:{name}"), format!("assets/{link_name}"));
        Ok(glue_name)
    }

    /// The page's way to what `reference` names, such as `asset:style/app.css`
    /// or `boot:panel`.
    pub fn path_of(&mut self, reference: &str) -> Result<String> {
        if let Some(path) = self.names.get(reference) {
            return Ok(path.clone());
        }
        let file = reference.strip_prefix("asset:");
        let file = file.with_context(|| format!("`{reference}` names no program"))?;
        let bytes = fs::read(root().join(file)).with_context(|| file.to_owned())?;
        let name = Path::new(file).file_name().context("an asset is a file")?.to_string_lossy();
        let path = format!("assets/{}", self.write(&name, &bytes)?);
        self.names.insert(reference.to_owned(), path.clone());
        Ok(path)
    }

    /// Gives the icons that the manifest of a program names their hashed names.
    pub fn rewrite_manifest(&mut self, program: &str) -> Result<()> {
        let file = self.folder.join(manifest_of(program));
        let mut manifest: serde_json::Value = serde_json::from_slice(&fs::read(&file)?)?;
        let icons = manifest["icons"].as_array_mut().context("the manifest has no icons")?;
        for icon in icons {
            let source = icon["src"].as_str().context("an icon without src")?;
            icon["src"] = self.path_of(&format!("asset:public/{source}"))?.into();
        }
        fs::write(file, serde_json::to_string(&manifest)?)?;
        Ok(())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<String> {
        let name = hashed(name, bytes);
        self.put(&name, bytes)?;
        Ok(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        Ok(fs::write(self.folder.join("assets").join(name), bytes)?)
    }
}

/// The file that lets a browser install a program.
pub fn manifest_of(program: &str) -> String {
    format!("{program}.webmanifest")
}

/// The first 64 bits of a SHA-256, as names and versions have them.
pub fn short(hash: &[u8]) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `app.css` becomes `app-0123456789abcdef.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = short(&Sha256::digest(bytes));
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_with_nothing_else() {
        // echo -n a | sha256sum
        assert_eq!(hashed("app.css", b"a"), "app-ca978112ca1bbdca.css");
        assert_ne!(hashed("app.css", b"a"), hashed("app.css", b"b"));
    }

    /// A browser offers to install a program that says this much of itself.
    #[test]
    fn both_programs_can_be_installed() {
        for (program, page) in [("auditor", "index.html"), ("panel", "panel.html")] {
            let public = root().join("public");
            let text = fs::read(public.join(manifest_of(program))).expect("a manifest");
            let manifest: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
            let named = |member: &str| manifest[member].as_str().unwrap_or_default();
            assert!(!named("name").is_empty() && !named("short_name").is_empty(), "{program}");
            assert_eq!(
                ["start_url", "scope", "display"].map(named),
                [page, "./", "standalone"],
                "{program}"
            );
            let icons = manifest["icons"].as_array().expect("icons");
            for side in [192, 512] {
                let sizes = format!("{side}x{side}");
                let is_of = |icon: &&serde_json::Value| icon["sizes"] == sizes.as_str();
                let icon = icons.iter().find(is_of).expect("an icon of this size");
                let purpose = icon["purpose"].as_str().unwrap_or("any");
                assert!(purpose.split(' ').any(|one| one == "any"), "{program}: {purpose}");
                let file = public.join(icon["src"].as_str().expect("a file"));
                assert_eq!(sides_of_png(&fs::read(file).expect("a file")), Some([side; 2]));
            }
        }
    }

    /// Width and height, as the first part of a PNG says them.
    fn sides_of_png(bytes: &[u8]) -> Option<[u32; 2]> {
        let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
        let side = |at| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
        Some([side(8)?, side(12)?])
    }

    #[test]
    fn glue_and_link_load_each_other_by_their_hashed_names_and_the_link_its_parts() {
        let folder = std::env::temp_dir().join(format!("assets-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("made");
        let program = Program {
            name: "auditor",
            glue: r#"import * as i from "./PARTS.js"; const imports = { "./PARTS.js": i };"#.into(),
            wasm: Vec::new(),
            link: r#"import { initSync } from "./PROGRAM.js"; fetch("./split_late.wasm");
                const __wasm_split_load_returns = (() => { fetch("./split_returns.wasm") }, []))"#
                .into(),
            parts: vec![
                ("split_returns.wasm".into(), vec![1]),
                ("split_late.wasm".into(), vec![2]),
            ],
        };
        let mut assets = Assets::new(&folder);
        let glue_name = assets.add_glue(&program).expect("written");
        let read = |name: &str| fs::read_to_string(folder.join("assets").join(name));
        let link_name = assets.names["link:auditor"].replace("assets/", "");
        let glue = read(&glue_name).expect("the glue");
        let link = read(&link_name).expect("the link");
        assert!(glue.contains(&format!(r#"from "./{link_name}""#)), "{glue}");
        assert!(glue.contains(r#"{ "./PARTS.js": i }"#), "{glue}");
        assert!(link.contains(&format!(r#"from "./{glue_name}""#)), "{link}");
        let part = hashed("auditor-split_returns.wasm", &[1]);
        assert_eq!(assets.names["parts:auditor"], format!("assets/{part}"));
        assert!(link.contains(&format!(r#"fetch("./{part}")"#)), "{link}");
        let when_opened = hashed("auditor-split_late.wasm", &[2]);
        assert!(link.contains(&format!(r#"fetch("./{when_opened}")"#)), "{link}");
        fs::remove_dir_all(folder).expect("removed");
    }
}
