//! Every fixture that govuk-frontend publishes for a component of ours, rendered by our component.
//!
//! A fixture either gives the same tree or uses an option that `excluded.json` names with the reason why
//! we do not offer it. A component without any fixture compared, an entry that excludes nothing, or one
//! whose fixtures would match after all, fails.

mod gallery;
mod options;
mod render;
mod tree;

use std::collections::BTreeMap;
use std::path::PathBuf;

use scraper::Selector;
use serde::Deserialize;
use serde_json::Value;

use options::Options;

/// Version that our markup follows; `package.json` holds the same.
const VERSION: &str = "6.6.0";

/// Per cent of all fixtures that are to be compared, lest exclusions hollow the test out.
const COMPARED: usize = 80;

/// One fixture as published.
#[derive(Deserialize)]
struct Fixture {
    name: String,
    options: Value,
    html: String,
}

#[derive(Deserialize)]
struct Published {
    fixtures: Vec<Fixture>,
}

/// Options that we do not offer, for one reason.
#[derive(Deserialize)]
struct Exclusion {
    reason: String,
    /// By component: paths of options (`items[].html`, `type=reset`), or `fixture:` and a fixture's name.
    of: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Excluded {
    options: Vec<Exclusion>,
    /// By component: elements taken out of the fixture before comparing, since we may not show them.
    branding: BTreeMap<String, Vec<String>>,
}

impl Excluded {
    fn read() -> Self {
        serde_json::from_str(include_str!("excluded.json")).expect("excluded.json is as `Excluded`")
    }

    /// The entries that exclude this fixture.
    fn entries(&self, component: &str, fixture: &Fixture) -> Vec<String> {
        let mut used = options::paths(&fixture.options);
        used.push(format!("fixture:{}", fixture.name));
        let named =
            self.options.iter().filter_map(|exclusion| exclusion.of.get(component)).flatten();
        named.filter(|entry| used.contains(entry)).cloned().collect()
    }

    fn branding(&self, component: &str) -> Vec<Selector> {
        let selectors = self.branding.get(component).into_iter().flatten();
        selectors.map(|selector| Selector::parse(selector).expect("a selector")).collect()
    }
}

/// The package's folder, or the sentence that says what to do.
fn package() -> Result<PathBuf, String> {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/govuk-frontend");
    let about = std::fs::read_to_string(folder.join("package.json"))
        .map_err(|_| "govuk-frontend is not there: run `cargo xtask setup`".to_owned())?;
    let about: Value = serde_json::from_str(&about).map_err(|error| error.to_string())?;
    match about.get("version").and_then(Value::as_str) {
        Some(VERSION) => Ok(folder.join("dist/govuk/components")),
        other => {
            Err(format!("govuk-frontend is {other:?}, not {VERSION}: run `cargo xtask setup`"))
        }
    }
}

#[test]
fn our_components_are_as_the_published_fixtures() {
    let folder = package().unwrap_or_else(|sentence| panic!("{sentence}"));
    let excluded = Excluded::read();
    let mut wrong = Vec::new();
    let mut useful: BTreeMap<(String, String), bool> = BTreeMap::new();
    let (mut all, mut matched) = (0, 0);
    for (component, render) in render::COMPONENTS {
        let text = std::fs::read_to_string(folder.join(component).join("fixtures.json"))
            .unwrap_or_else(|error| panic!("{component}: {error}"));
        let published: Published = serde_json::from_str(&text).expect("fixtures as published");
        let branding = excluded.branding(component);
        let mut same = 0;
        for fixture in &published.fixtures {
            let html = render::html(*render, Options(&fixture.options));
            let theirs = tree::parse(&fixture.html, &branding);
            let difference = tree::difference(&tree::parse(&html, &[]), &theirs);
            let entries = excluded.entries(component, fixture);
            if entries.is_empty() {
                match &difference {
                    None => same += 1,
                    Some(difference) => {
                        wrong.push(format!("{component}, {}: {difference}", fixture.name))
                    }
                }
            }
            for entry in entries {
                *useful.entry(((*component).to_owned(), entry)).or_default() |=
                    difference.is_some();
            }
        }
        println!("{component}: {same} of {}", published.fixtures.len());
        if same == 0 {
            wrong.push(format!("{component}: no fixture is compared"));
        }
        all += published.fixtures.len();
        matched += same;
    }
    println!(
        "{matched} of {all} fixtures match; {} use options that we do not offer",
        all - matched
    );
    if matched * 100 < all * COMPARED {
        wrong.push(format!("fewer than {COMPARED} % of all fixtures are compared"));
    }
    wrong.extend(stale(&excluded, &useful));
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// Entries without a reason, a fixture or a difference.
fn stale(excluded: &Excluded, useful: &BTreeMap<(String, String), bool>) -> Vec<String> {
    let mut stale = Vec::new();
    for exclusion in &excluded.options {
        if exclusion.reason.is_empty() {
            stale.push(format!("excluded.json: no reason for {:?}", exclusion.of));
        }
        for (component, entries) in &exclusion.of {
            for entry in entries {
                let key = (component.clone(), entry.clone());
                match useful.get(&key) {
                    Some(true) => {}
                    Some(false) => {
                        stale.push(format!("excluded.json: {key:?} matches: take it out"))
                    }
                    None => {
                        stale.push(format!("excluded.json: {key:?} excludes nothing: take it out"))
                    }
                }
            }
        }
    }
    stale
}

/// Components that govuk-frontend does not have.
const OURS: &[&str] = &["add-another", "form-group", "page-title", "save-status"];

#[test]
fn every_component_is_compared_or_our_own() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../src/ui/govuk");
    let mut missing = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the components' folder") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a source file");
        let name = path.file_stem().expect("a name").to_string_lossy().replace('_', "-");
        let known = OURS.contains(&name.as_str())
            || render::COMPONENTS.iter().any(|(component, _)| *component == name);
        if text.contains("#[component]") && !known {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "not in COMPONENTS: {missing:?}");
}
