//! `service-worker.js`: what belongs to which program, so that it opens without a network.

use super::assets::{manifest_of, short};
use super::page::{PAGES, Page};
use crate::paths::{files_below, root};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The beginnings of the names of files that are for one program alone.
const OWN: [(&str, &[&str]); 2] = [("auditor", &["auditor"]), ("panel", &["panel", "exporter"])];
const LISTS: &str = "const FILES = { auditor: [], panel: [] };";
const VERSION: &str = "const VERSION = \"VERSION\";";

/// Writes it for the pages in `folder`, which are complete but for compressed copies.
pub fn write(folder: &Path) -> Result<()> {
    let assets: Vec<String> = files_below(&folder.join("assets"))?
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let lists: Vec<_> = PAGES.iter().map(|page| files_of(page, &assets)).collect();
    let mut hash = Sha256::new();
    for file in lists.iter().flatten() {
        hash.update(Sha256::digest(fs::read(folder.join(file)).with_context(|| file.clone())?));
    }
    let version = short(&hash.finalize());
    let template = fs::read_to_string(root().join("boot/service-worker.js"))?;
    fs::write(folder.join("service-worker.js"), filled(&template, &lists, &version)?)?;
    Ok(())
}

fn filled(template: &str, lists: &[Vec<String>], version: &str) -> Result<String> {
    ensure!(
        template.contains(LISTS) && template.contains(VERSION),
        "the service worker has other marks"
    );
    let lists: Vec<String> = PAGES
        .iter()
        .zip(lists)
        .map(|(page, files)| Ok(format!("{}: {}", page.program, serde_json::to_string(files)?)))
        .collect::<Result<_>>()?;
    let text = template.replace(LISTS, &format!("const FILES = {{ {} }};", lists.join(", ")));
    Ok(text.replace(VERSION, &format!("const VERSION = \"{version}\";")))
}

/// A page, its manifest, and every asset but those that are for another page's program alone.
fn files_of(page: &Page, assets: &[String]) -> Vec<String> {
    let others = OWN.iter().filter(|(program, _)| *program != page.program);
    let others: Vec<String> =
        others.flat_map(|(_, own)| *own).map(|own| format!("{own}-")).collect();
    let shared = assets.iter().filter(|file| !others.iter().any(|own| file.starts_with(own)));
    let shared = shared.map(|file| format!("assets/{file}"));
    let own = [page.file.to_owned(), manifest_of(page.program)];
    own.into_iter().chain(shared).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_keeps_its_page_what_is_shared_and_what_is_its_own() {
        let assets =
            ["app-1.css", "auditor-1.wasm", "exporter-1.js", "panel-1.wasm"].map(str::to_owned);
        let [auditor, panel] = PAGES.map(|page| files_of(&page, &assets));
        let of_auditor =
            ["index.html", "auditor.webmanifest", "assets/app-1.css", "assets/auditor-1.wasm"];
        assert_eq!(auditor, of_auditor);
        let [page, manifest, shared] = ["panel.html", "panel.webmanifest", "assets/app-1.css"];
        let own = ["assets/exporter-1.js", "assets/panel-1.wasm"];
        assert_eq!(panel, [&[page, manifest, shared], &own[..]].concat());
    }

    /// The sides of a picture, as its first bytes say.
    fn sides(png: &[u8]) -> String {
        let side = |at: usize| {
            let bytes = png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            u32::from_be_bytes(bytes.expect("a PNG"))
        };
        format!("{}x{}", side(16), side(20))
    }

    #[test]
    fn each_manifest_opens_its_own_page_and_names_icons_that_are_there() {
        let public = root().join("public");
        let names = PAGES.map(|page| {
            let text = fs::read(public.join(manifest_of(page.program))).expect("is there");
            let manifest: serde_json::Value = serde_json::from_slice(&text).expect("is JSON");
            assert_eq!(manifest["start_url"], page.file);
            assert!(files_of(&page, &[]).contains(&page.file.to_owned()), "{}", page.file);
            assert_eq!(manifest["scope"], "./", "both programs lie in one folder");
            let icons = manifest["icons"].as_array().expect("has icons");
            assert!(!icons.is_empty());
            for icon in icons {
                let source = icon["src"].as_str().expect("has a source");
                let picture = fs::read(public.join(source)).expect(source);
                if icon["type"] == "image/png" {
                    assert_eq!(icon["sizes"], sides(&picture), "{source}");
                }
            }
            manifest["name"].as_str().expect("has a name").to_owned()
        });
        assert_eq!(names, ["Multi-agency case audit", "Multi-agency case audit: the panel"]);
    }

    #[test]
    fn the_lists_and_the_version_stand_where_the_worker_reads_them() {
        let template = fs::read_to_string(root().join("boot/service-worker.js")).expect("is there");
        let lists = [vec!["index.html".to_owned()], vec!["panel.html".to_owned()]];
        let text = filled(&template, &lists, "0123").expect("has its marks");
        assert!(
            text.contains(r#"const FILES = { auditor: ["index.html"], panel: ["panel.html"] };"#)
        );
        assert!(text.contains("const VERSION = \"0123\";"));
        assert!(filled("", &lists, "0123").is_err());
    }
}
