//! `cargo xtask test`: every check and every test, nothing weaker anywhere else.

use crate::build::{self, Mode};
use crate::options::Options;
use crate::paths::root;
use crate::process::{cargo, output, run as run_program};
use crate::setup::browsers::{self, Engine};
use crate::setup::{npm, tools, wasm};
use crate::{css, generated, office, roll_up};
use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

type Step = (&'static str, fn() -> Result<()>);

/// Checks and tests that need no browser, quickest first.
const NATIVE: [Step; 10] = [
    ("formatting", formatting),
    ("purity of the core", purity),
    ("lints", lints),
    ("lints of the core alone", core_lints),
    ("native tests", native_tests),
    ("doc tests", doc_tests),
    ("compiled CSS", css::check),
    ("schemas", schemas),
    ("datasets in DuckDB", datasets),
    ("Word files in LibreOffice", word_files),
];

/// Crates of the browser that the core must not depend on.
const NOT_IN_CORE: [&str; 6] =
    ["gloo-storage", "js-sys", "leptos", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"];

/// Runs the parts asked for, all when none is; stops at the first failure.
pub fn run(options: &Options) -> Result<()> {
    let start = Instant::now();
    let wanted = |part: &str| options.parts.is_empty() || options.parts.iter().any(|p| p == part);
    if !options.rest.is_empty() && !wanted("browser") {
        bail!("`test` takes {} only after --browser.", options.rest.join(" "));
    }
    let engines = Engine::asked_for(&options.rest)?;
    timed_step("set-up", || set_up(&wanted, &engines))?;
    let with_build = wanted("build") || wanted("browser");
    // Most of a release build is one thread at work; the rest of the machine compiles the tests meanwhile.
    let beside = if with_build && wanted("native") { Some(Beside::start()?) } else { None };
    if wanted("native") {
        for (name, step) in NATIVE {
            timed_step(name, step)?;
        }
    }
    if with_build {
        let build = || beside.map_or_else(|| build::run(Mode::Release), Beside::finish);
        timed_step("release build and its budgets", build)?;
    }
    if wanted("browser") {
        let stories =
            if wanted("native") { compiled_stories(&engines)? } else { stories(&engines) };
        timed_step("browser tests", || in_browsers(stories, &engines, "a browser test"))?;
    }
    println!("\nEvery step passed, in {}.", minutes(start));
    Ok(())
}

/// The release build, under way beside other steps; ended with them when dropped.
struct Beside {
    build: Child,
    log: PathBuf,
}

impl Beside {
    fn start() -> Result<Self> {
        let log = root().join("target/release-build.log");
        let file = File::create(&log).with_context(|| log.display().to_string())?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("build").stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        Ok(Self { build: command.spawn().context("the release build did not start")?, log })
    }

    /// Waits for it, and says what it said.
    fn finish(mut self) -> Result<()> {
        let status = self.build.wait()?;
        print!("{}", fs::read_to_string(&self.log)?);
        ensure!(status.success(), "the release build failed: what it said stands above.");
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Fails only where it has ended.
        let _ = self.build.kill();
        let _ = self.build.wait();
    }
}

/// All that the wanted parts need, first: what is missing is told at once and
/// not after minutes of tests.
fn set_up(wanted: &impl Fn(&str) -> bool, engines: &[Engine]) -> Result<()> {
    tools::nextest()?;
    if wanted("native") {
        npm::ready()?;
    }
    if wanted("build") || wanted("browser") {
        wasm::ready()?;
        tools::wasm_opt()?;
    }
    if wanted("browser") {
        npm::ready()?;
        browsers::ready(engines)?;
    }
    Ok(())
}

/// `cargo xtask screenshots`: `tests/browser/src/bin/screenshots.rs` takes them
/// from the release build.
pub fn screenshots(words: &[String]) -> Result<()> {
    build::run(Mode::Release)?;
    let mut command = cargo();
    command.args(["run", "--locked", "-p", "browser-tests", "--bin", "screenshots", "--"]);
    command.args(words);
    in_browsers(command, &[Engine::Chromium], "the screenshots")
}

/// `cargo xtask crash`: `tests/browser/src/bin/crash.rs`, on the release build.
pub fn crash(words: &[String]) -> Result<()> {
    // The program itself reads the words, and refuses those that it does not know.
    let named = browsers::ALL.into_iter().find(|engine| words.iter().any(|w| w == engine.word()));
    let engines = [named.unwrap_or(Engine::Chromium)];
    set_up(&|part| part == "browser", &engines)?;
    build::run(Mode::Release)?;
    let mut command = cargo();
    command.args(["run", "--locked", "-p", "browser-tests", "--bin", "crash", "--"]).args(words);
    in_browsers(command, &engines, "the crashes")
}

fn timed_step(name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    step().with_context(|| format!("Failed at this step: {name}"))?;
    println!("== {name}: {}", minutes(start));
    Ok(())
}

fn minutes(start: Instant) -> String {
    let seconds = start.elapsed().as_secs();
    format!("{} min {} s", seconds / 60, seconds % 60)
}

fn formatting() -> Result<()> {
    run_program(cargo().args(["fmt", "--all", "--check"]), "`cargo fmt --all` would change files:")
}

fn lints() -> Result<()> {
    clippy(&["--workspace", "--all-targets", "--all-features"])
}

/// Without the screens' features, other code is compiled.
fn core_lints() -> Result<()> {
    clippy(&["--package", "multi-agency-audit", "--lib", "--no-default-features"])
}

fn clippy(what: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.args(["clippy", "--locked"]).args(what).args(["--", "-D", "warnings"]);
    run_program(&mut command, "clippy")
}

/// The core must build and test without a browser, clock or Leptos.
fn purity() -> Result<()> {
    let mut command = cargo();
    command.args(["tree", "--locked", "--package", "multi-agency-audit", "--edges", "normal"]);
    // Of every platform: the pages are built for another than this one.
    command.args(["--no-default-features", "--target", "wasm32-unknown-unknown"]);
    let tree = output(command.args(["--prefix", "none", "--format", "{p}"]))?;
    let found = impure(&tree);
    if !found.is_empty() {
        bail!(
            "The core depends on {}: `cargo tree --no-default-features --edges normal \
             --target wasm32-unknown-unknown --invert NAME` tells through what.",
            found.join(", ")
        );
    }
    Ok(())
}

fn impure(tree: &str) -> Vec<&str> {
    let mut found: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| NOT_IN_CORE.contains(name) || name.starts_with("leptos"))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn native_tests() -> Result<()> {
    let mut command = cargo();
    command.args(["nextest", "run", "--locked", "--workspace", "--all-features"]);
    run_program(command.env("PATH", tools::path_with_tools()?), "a native test")
}

fn doc_tests() -> Result<()> {
    let mut command = cargo();
    command.args(["test", "--locked", "--doc", "--workspace"]);
    run_program(command.arg("--all-features"), "a doc test")
}

fn schemas() -> Result<()> {
    generated::check("schema")
}

fn datasets() -> Result<()> {
    where_ready(roll_up::ready_for_few(), |python| {
        roll_up::with_few(&python, generated::as_tested(roll_up::DATASETS)?)
    })
}

fn word_files() -> Result<()> {
    where_ready(office::ready(), |()| office::read_back(generated::as_tested("office")?))
}

/// A step by programs of others, which not every computer may install: without them it is left out, and says so.
fn where_ready<T>(ready: Result<T>, step: impl FnOnce(T) -> Result<()>) -> Result<()> {
    match ready {
        Ok(ready) => step(ready),
        Err(why) => {
            println!("LEFT OUT: {why:#}");
            Ok(())
        }
    }
}

/// `cargo xtask offline`: the browser tests with the network cut once both programs were loaded.
pub fn offline(words: &[String]) -> Result<()> {
    let engines = Engine::asked_for(words)?;
    set_up(&|part| part == "browser", &engines)?;
    build::run(Mode::Release)?;
    let mut command = stories(&engines);
    command.env("BROWSER_TESTS_WITHOUT_NETWORK", "1");
    in_browsers(command, &engines, "a browser test without a network")
}

/// The stories of browsers and computers set as no program would wish, wherever they stand (`hostile.rs` and
/// `panel_hostile.rs` list them).
const HOSTILE: &str = "test(/hostile::|keeps_nothing|full_disk|private_window|for_everybody|without_webassembly|without_javascript/)";

/// Those among them that no other command tells: CI's time is short.
const HOSTILE_ALONE: &str = "test(/panel_hostile::/)";

/// `cargo xtask hostile`: those stories alone.
pub fn hostile(words: &[String]) -> Result<()> {
    let engines = Engine::asked_for(words)?;
    set_up(&|part| part == "browser", &engines)?;
    build::run(Mode::Release)?;
    let command = stories_of(&format!("{} and {HOSTILE}", filter(&engines)));
    in_browsers(command, &engines, "a story of a hostile start")
}

/// The tests of `tests/browser`: each is named after its engine, as in `keeps_text::firefox`.
fn stories(engines: &[Engine]) -> Command {
    stories_of(&ordinary(engines))
}

/// The same as the native tests have just compiled them, with every feature: with fewer the core would be compiled
/// once more.
fn compiled_stories(engines: &[Engine]) -> Result<Command> {
    let name = format!("stories{}", std::env::consts::EXE_SUFFIX);
    let mut command = Command::new(std::env::current_exe()?.with_file_name(name));
    command.current_dir(root()).args(["--locked", "--workspace", "--all-features"]);
    command.args(["--profile", "browser", "--filter-expr", &ordinary(engines)]);
    Ok(command)
}

fn stories_of(filter: &str) -> Command {
    let mut command = cargo();
    command.args(["run", "--locked", "-p", "browser-tests", "--bin", "stories", "--"]);
    command.args(["--locked", "--package", "browser-tests", "--profile", "browser"]);
    command.args(["--filter-expr", filter]);
    command
}

/// Those that every test run tells.
fn ordinary(engines: &[Engine]) -> String {
    format!("{} and not {HOSTILE_ALONE}", filter(engines))
}

fn filter(engines: &[Engine]) -> String {
    let words: Vec<&str> = engines.iter().map(|engine| engine.word()).collect();
    format!("test(/::({})$/)", words.join("|"))
}

/// Runs a program that drives browsers, on a screen of its own where one of
/// them needs one.
pub fn in_browsers(mut command: Command, engines: &[Engine], what: &str) -> Result<()> {
    browsers::ready(engines)?;
    command.env("PATH", tools::path_with_tools()?);
    // The tests serve the pages with this very program.
    command.env("XTASK", std::env::current_exe()?);
    if !engines.contains(&Engine::Webkit) {
        return run_program(&mut command, what);
    }
    let screen = Screen::start()?;
    run_program(command.env("DISPLAY", &screen.name), what)
}

/// An Xvfb of ours, ended when dropped.
struct Screen {
    xvfb: Child,
    name: String,
}

impl Screen {
    fn start() -> Result<Self> {
        let mut xvfb = Command::new("Xvfb")
            // It picks a free number and tells it on its standard output.
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let mut number = String::new();
        let told = xvfb.stdout.take().context("Xvfb has no output")?;
        BufReader::new(told).read_line(&mut number)?;
        let screen = Self { xvfb, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { bail!("Xvfb did not start a screen.") } else { Ok(screen) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.xvfb.kill();
        let _ = self.xvfb.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::{filter, impure, where_ready};
    use crate::setup::browsers::Engine;

    #[test]
    fn a_browser_test_is_chosen_by_its_engine() {
        assert_eq!(filter(&[Engine::Chromium, Engine::Webkit]), "test(/::(chromium|webkit)$/)");
    }

    #[test]
    fn a_step_without_its_programs_is_left_out_and_one_with_them_can_fail() {
        let fails = |()| anyhow::bail!("a difference");
        assert!(where_ready(Ok(()), fails).is_err());
        assert!(where_ready(Err(anyhow::anyhow!("Install it by hand.")), fails).is_ok());
    }

    #[test]
    fn a_browser_crate_anywhere_in_the_core_is_found() {
        let tree = "multi-agency-audit v0.1.0 (/here)\nchrono v0.4.45\njs-sys v0.3.107\n\
                    leptos_dom v0.8.8\njs-sys v0.3.107 (*)\n";
        assert_eq!(impure(tree), ["js-sys", "leptos_dom"]);
        assert!(impure("chrono v0.4.45\nserde v1.0.229\n").is_empty());
    }
}
