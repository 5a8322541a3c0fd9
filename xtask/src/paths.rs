//! Where things are, from the project folder down.

use std::path::{Path, PathBuf};

/// The project folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project folder")
}

/// The built pages: the folder that a host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What set-up made and keeps; safe to delete, never committed.
pub fn cache() -> PathBuf {
    root().join(".cache")
}

/// The npm packages used to build and test.
pub fn node_modules() -> PathBuf {
    root().join("node_modules")
}

/// Cargo's target folder for WebAssembly, apart from the host's: two compilers
/// may be at work.
pub fn wasm_target() -> PathBuf {
    root().join("target/wasm")
}

/// Where cargo keeps the sources of crates.
pub fn cargo_home() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let default = || PathBuf::from(home.unwrap_or_default()).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(default, PathBuf::from)
}

/// The program `name`, if a folder of PATH has it.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|file| file.is_file())
}

/// The pictures of the coordinator's guide, as `cargo xtask screenshots` takes them.
pub fn guide_pictures() -> std::io::Result<Vec<PathBuf>> {
    let folder = root().join("docs/screenshots");
    let of_guide = |file: &PathBuf| file.to_string_lossy().starts_with("guide-");
    let files = files_below(&folder)?.into_iter().filter(of_guide);
    Ok(files.map(|file| folder.join(file)).collect())
}

/// Every file below `folder`, as paths relative to it, sorted.
pub fn files_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).expect("found below it").to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}
