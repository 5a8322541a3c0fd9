//! What the built programs are made of, as a CycloneDX 1.6 bill of materials beside them: `dist/sbom.cdx.json`.
//!
//! Without the time and the serial number that the format allows: two builds of one commit give the same bytes.

use super::compile::PROGRAMS;
use crate::paths::root;
use crate::process::{cargo, output};
use crate::setup::wasm::TARGET;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const FILE: &str = "sbom.cdx.json";
const FEATURES: &str = "web";
/// Its styles are compiled into ours.
const STYLES: &str = "govuk-frontend";

/// Writes it into the folder that a host serves.
pub fn write(folder: &Path) -> Result<()> {
    let mut command = cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--features", FEATURES]);
    let metadata: Value =
        serde_json::from_str(&output(command.args(["--filter-platform", TARGET]))?)?;
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let npm: Value = serde_json::from_str(&fs::read_to_string(root().join("package-lock.json"))?)?;
    let bill =
        bill(&metadata, &checksums(&lock), &npm).context("cargo metadata has another form")?;
    fs::write(folder.join(FILE), serde_json::to_string_pretty(&bill)? + "\n")?;
    Ok(())
}

fn bill(metadata: &Value, checksums: &BTreeMap<Key, String>, npm: &Value) -> Option<Value> {
    let ours = metadata["resolve"]["root"].as_str()?;
    let needs: BTreeMap<&str, Vec<&str>> = metadata["resolve"]["nodes"]
        .as_array()?
        .iter()
        .map(|node| Some((node["id"].as_str()?, needed(node)?)))
        .collect::<Option<_>>()?;
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()?
        .iter()
        .map(|package| Some((package["id"].as_str()?, package)))
        .collect::<Option<_>>()?;
    let used = reached(ours, &needs);
    let reference = |id: &str| Some(purl(&key(packages.get(id)?)?));
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for id in &used {
        let package = *packages.get(id)?;
        let mut on: Vec<String> =
            needs.get(id)?.iter().map(|id| reference(id)).collect::<Option<_>>()?;
        on.sort_unstable();
        dependencies.push(json!({ "ref": reference(id)?, "dependsOn": on }));
        if *id != ours {
            components.push(component(package, checksums)?);
        }
    }
    components.push(styles(npm)?);
    let program = key(packages.get(ours)?)?;
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": purl(&program),
            "name": program.0,
            "version": program.1,
            "licenses": [{ "expression": packages.get(ours)?["license"].as_str()? }],
            "description": format!("The programs {}", PROGRAMS.join(", ")),
        } },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// A package's name and version.
type Key = (String, String);

fn key(package: &Value) -> Option<Key> {
    Some((package["name"].as_str()?.to_owned(), package["version"].as_str()?.to_owned()))
}

fn purl((name, version): &Key) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// What a package is compiled with; not what only its tests or build scripts need.
fn needed(node: &Value) -> Option<Vec<&str>> {
    let normal = |dependency: &&Value| {
        let kinds = dependency["dep_kinds"].as_array();
        kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
    };
    node["deps"].as_array()?.iter().filter(normal).map(|one| one["pkg"].as_str()).collect()
}

fn reached<'a>(from: &'a str, needs: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next = vec![from];
    while let Some(id) = next.pop() {
        if found.insert(id) {
            next.extend(needs.get(id).into_iter().flatten());
        }
    }
    found
}

fn component(package: &Value, checksums: &BTreeMap<Key, String>) -> Option<Value> {
    let key = key(package)?;
    let mut component = json!({
        "type": "library",
        "bom-ref": purl(&key),
        "name": key.0,
        "version": key.1,
        "purl": purl(&key),
    });
    if let Some(licence) = package["license"].as_str() {
        // Cargo still takes the older way of writing "or".
        component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksums.get(&key) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    Some(component)
}

fn styles(npm: &Value) -> Option<Value> {
    let version = npm["packages"][format!("node_modules/{STYLES}")]["version"].as_str()?;
    let purl = format!("pkg:npm/{STYLES}@{version}");
    Some(json!({
        "type": "library",
        "bom-ref": purl,
        "name": STYLES,
        "version": version,
        "purl": purl,
        "licenses": [{ "expression": "MIT" }],
    }))
}

/// What Cargo.lock says of each crate from a registry.
fn checksums(lock: &str) -> BTreeMap<Key, String> {
    let value = |block: &str, name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name))?;
        Some(line.trim_start_matches(" = ").trim_matches('"').to_owned())
    };
    let of = |block: &str| {
        Some(((value(block, "name")?, value(block, "version")?), value(block, "checksum")?))
    };
    lock.split("[[package]]").filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_from_a_registry_is_listed_with_its_licence_and_checksum() {
        let folder = std::env::temp_dir().join(format!("sbom-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        write(&folder).expect("written");
        let text = fs::read_to_string(folder.join(FILE)).expect("read");
        fs::remove_dir_all(&folder).expect("removed");
        let bill: Value = serde_json::from_str(&text).expect("JSON");
        let components = bill["components"].as_array().expect("components");
        let name = |one: &Value| one["name"].as_str().unwrap_or_default().to_owned();
        let names: Vec<String> = components.iter().map(name).collect();
        for expected in ["leptos", "ed25519-dalek", "serde_json", STYLES] {
            assert!(names.iter().any(|name| name == expected), "{expected} is missing: {names:?}");
        }
        // What only the tests need is in no program.
        assert!(!names.iter().any(|name| name == "proptest" || name == "insta"), "{names:?}");
        let bare: Vec<&Value> = components
            .iter()
            .filter(|one| name(one) != STYLES)
            .filter(|one| one["hashes"].is_null() || one["licenses"].is_null())
            .collect();
        assert!(bare.is_empty(), "{bare:?}");
        let known: BTreeSet<&str> =
            components.iter().filter_map(|one| one["bom-ref"].as_str()).collect();
        let dependencies = bill["dependencies"].as_array().expect("dependencies");
        let on = dependencies.iter().flat_map(|one| one["dependsOn"].as_array()).flatten();
        let unknown: Vec<&Value> =
            on.filter(|one| one.as_str().is_none_or(|one| !known.contains(one))).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
