//! Files named by their content, so that a host may let them be kept forever.

use super::program::Program;
use crate::paths::root;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The hashed files of one build. Keys are what templates and boot modules say
/// after `asset:`, `boot:`, `glue:` and `wasm:`.
pub struct Assets {
    folder: PathBuf,
    names: BTreeMap<String, String>,
}

impl Assets {
    /// For the host's folder `folder`, which has an empty `assets/`.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), names: BTreeMap::new() }
    }

    /// Adds a program's module, glue and boot module.
    pub fn add_program(&mut self, program: &Program) -> Result<()> {
        let name = program.name;
        let wasm = self.write(&format!("{name}.wasm"), &program.wasm)?;
        let glue = self.write(&format!("{name}.js"), program.glue.as_bytes())?;
        let kind = if name == "exporter" { "worker" } else { "page" };
        let boot = fs::read_to_string(root().join(format!("boot/{kind}.js")))?
            .replace("./PROGRAM.js", &format!("./{glue}"))
            .replace("./PROGRAM.wasm", &format!("./{wasm}"));
        let boot = self.write(&format!("{name}-boot.js"), boot.as_bytes())?;
        for (kind, file) in [("wasm", wasm), ("glue", glue), ("boot", boot)] {
            self.names.insert(format!("{kind}:{name}"), format!("assets/{file}"));
        }
        Ok(())
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

    /// Gives the icons that the manifest names their hashed names.
    pub fn rewrite_manifest(&mut self) -> Result<()> {
        let file = self.folder.join("manifest.webmanifest");
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
        fs::write(self.folder.join("assets").join(&name), bytes)?;
        Ok(name)
    }
}

/// `app.css` becomes `app-0123456789abcdef.css`: 64 bits of its SHA-256.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash: String =
        Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::hashed;

    #[test]
    fn a_name_changes_with_the_content_and_with_nothing_else() {
        // echo -n a | sha256sum
        assert_eq!(hashed("app.css", b"a"), "app-ca978112ca1bbdca.css");
        assert_ne!(hashed("app.css", b"a"), hashed("app.css", b"b"));
    }
}
