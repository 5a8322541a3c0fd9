//! `auditor.html`: the auditor's program as one file, for a shared drive or an e-mail, opened from a folder too.
//!
//! Scripts and style stand in the page, and its policy names each by its hash. WebAssembly and the practice
//! audit stand in it packed (gzip, base64); `boot/single/page.js` unpacks them. It asks for nothing.

use super::page;
use super::program::Program;
use super::split;
use crate::headers::{SINGLE_FILE, policy_of_single_file};
use crate::paths::root;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const FILE: &str = SINGLE_FILE;
/// Its parts of the page, before those that it shares with the page of the folder.
const PARTS: [&str; 2] = ["boot/single", "boot/parts"];
const ICON: &str = "public/icons/icon-48.png";
const SAMPLES: &str = "samples/";

/// Writes it into the host's folder.
pub fn write(folder: &Path, auditor: &Program) -> Result<()> {
    let template = fs::read_to_string(root().join("index.html"))?;
    let page = page::whole(&template, auditor.name, &PARTS)?;
    let packed = packed(auditor)?;
    let page = page.replace("</body>", &format!("{packed}</body>"));
    let page = with_contents(&page, |name| match name {
        "program" => one_module(auditor),
        file => fs::read_to_string(root().join(file)).with_context(|| file.to_owned()),
    })?;
    asks_for_nothing(&page)?;
    Ok(fs::write(folder.join(FILE), page)?)
}

/// What stands after `inline:` in the place of its mark, the icon, and the policy that allows just that.
fn with_contents(page: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let (mut filled, mut scripts, mut styles) = (String::new(), Vec::new(), Vec::new());
    let mut parts = page.split(">inline:");
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('<').context("a mark without an end")?;
        let content = read(name)?;
        for end in ["</script", "</style", "<!--"] {
            ensure!(!content.contains(end), "{name} cannot stand in a page: it holds {end}");
        }
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&content)));
        if name.ends_with(".css") {
            styles.push(hash)
        } else {
            scripts.push(hash)
        }
        write!(filled, ">{content}<{rest}")?;
    }
    let icon = STANDARD.encode(fs::read(root().join(ICON))?);
    let filled = filled.replace("\"ICON\"", &format!("\"data:image/png;base64,{icon}\""));
    Ok(filled.replacen(
        "\"POLICY\"",
        &format!("\"{}\"", policy_of_single_file(&scripts, &styles)),
        1,
    ))
}

/// Glue, link and start, which load each other where they are files, as one script.
fn one_module(program: &Program) -> Result<String> {
    let start = fs::read_to_string(root().join("boot/single/page.js"))?;
    let joined = joined(&program.glue, &program.link)?;
    Ok(format!("{joined}\n{start}"))
}

fn joined(glue: &str, link: &str) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import ");
    let asked: Vec<&str> = glue.lines().filter(is_import).collect();
    let [asked] = asked[..] else { bail!("the glue asks for {asked:?}, not for the link alone") };
    let name = asked.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from "));
    let Some((name, file)) = name.filter(|(_, file)| file.contains(split::LINK)) else {
        bail!("the glue asks for the link in another way: {asked}");
    };
    ensure!(glue.contains("function __wbg_init("), "the glue starts in another way ({file})");
    let doors = link.lines().filter_map(|line| line.strip_prefix("export const "));
    let doors: Vec<&str> =
        doors.filter_map(|line| line.split_once(' ')).map(|(door, _)| door).collect();
    let link = without_modules(link);
    let glue = without_modules(glue);
    Ok(format!(
        "const {name} = (() => {{\n{link}\nreturn {{ {} }};\n}})();\n{glue}",
        doors.join(", ")
    ))
}

/// A module's script without what it takes from others and gives them.
fn without_modules(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let lines = script.lines().filter(|line| !line.starts_with("import "));
    for line in lines.filter(|line| !line.starts_with("export {")) {
        kept.push_str(line.strip_prefix("export ").unwrap_or(line));
        kept.push('\n');
    }
    kept
}

/// Everything that the start unpacks.
fn packed(program: &Program) -> Result<String> {
    let mut all = block(&split::GLUE[2..].replace(".js", ".wasm"), "", &program.wasm)?;
    for (part, wasm) in &program.parts {
        all.push_str(&block(part, " data-part", wasm)?);
    }
    let samples = root().join("public").join(SAMPLES);
    let index = fs::read(samples.join("index.json"))?;
    let listed: serde_json::Value = serde_json::from_slice(&index)?;
    let invitation = listed["try_invitation"].as_str().context("no invitation to try")?;
    all.push_str(&block("samples/index.json", "", &index)?);
    all.push_str(&block(
        &[SAMPLES, invitation].concat(),
        "",
        &fs::read(samples.join(invitation))?,
    )?);
    Ok(all)
}

fn block(name: &str, more: &str, bytes: &[u8]) -> Result<String> {
    let text = STANDARD.encode(super::compress::gzip(bytes)?);
    Ok(format!("<script type=\"application/gzip\" data-file=\"{name}\"{more}>{text}</script>\n"))
}

/// Nothing in it names a file beside it: there is none.
fn asks_for_nothing(page: &str) -> Result<()> {
    for attribute in
        [" src=\"", "<link rel=\"modulepreload", "<link rel=\"stylesheet", "<link rel=\"manifest"]
    {
        ensure!(!page.contains(attribute), "{FILE} asks for a file: {attribute}");
    }
    for address in page.split(" href=\"").skip(1).filter_map(|part| part.split('"').next()) {
        let inside = address.is_empty() || address.starts_with('#') || address.starts_with("data:");
        ensure!(inside, "{FILE} leads to {address}, which is not there");
    }
    ensure!(!page.contains("\"POLICY\"") && !page.contains("\"ICON\""), "{FILE} has open marks");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./PARTS.js\"\nexport class A {}\nconst imports = { \"./PARTS.js\": import1 };\nasync function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";
    const LINK: &str =
        "import { initSync } from \"./PROGRAM.js\";\nexport const load_returns = wrap(() => 1);\n";

    #[test]
    fn modules_that_load_each_other_become_one_script_that_loads_nothing() {
        let joined = joined(GLUE, LINK).expect("joined");
        assert!(!joined.contains("import ") && !joined.contains("export "), "{joined}");
        assert!(joined.starts_with("const import1 = (() => {\nconst load_returns = "), "{joined}");
        assert!(joined.contains("return { load_returns };\n})();\nclass A {}\n"), "{joined}");
        assert!(super::joined(&GLUE.replace("import *", "import more;\nimport *"), LINK).is_err());
    }

    #[test]
    fn the_policy_names_what_stands_in_the_page_by_its_hash_and_nothing_else() {
        let page =
            "<meta content=\"POLICY\"><script>inline:a.js</script><style>inline:a.css</style>";
        let filled = with_contents(page, |name| Ok(name.replace("a.", "b."))).expect("filled");
        assert!(filled.ends_with("<script>b.js</script><style>b.css</style>"), "{filled}");
        let script = STANDARD.encode(Sha256::digest("b.js"));
        assert!(
            filled.contains(&format!("script-src 'sha256-{script}' 'wasm-unsafe-eval'")),
            "{filled}"
        );
        assert!(with_contents(page, |_| Ok("</script>".into())).is_err());
    }

    #[test]
    fn a_single_file_that_leads_to_another_file_is_refused() {
        assert!(asks_for_nothing("<a href=\"#/help\"></a><a href=\"\"></a>").is_ok());
        for page in [
            "<a href=\"panel.html\">",
            "<script src=\"a.js\">",
            "<link rel=\"manifest\" href=\"#\">",
        ] {
            assert!(asks_for_nothing(page).is_err(), "{page}");
        }
    }
}
