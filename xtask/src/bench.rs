//! `cargo xtask bench`: the core's benchmarks, then the budgets that concern the pages.
//!
//! The pages are measured by `tests/browser/src/bin/bench.rs`, which writes its samples
//! down; here they are held against the budgets of the design. Never part of the tests: a
//! busy machine would fail them. What is over its budget says so, and nothing is left out.

mod compare;

use crate::build::{self, Mode};
use crate::paths::root;
use crate::process::{cargo, run as run_program};
use crate::setup::browsers::Engine;
use crate::setup::{npm, tools};
use crate::test::in_browsers;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::time::Instant;

/// Where the samples are written, below the project folder.
const SAMPLES: &str = "target/browser-bench/measured.json";
/// What other programs are made of, below the project folder.
const PEERS: &str = "benches/peers";

/// All of them; with `pages` the pages only, with `suite` the core's tests, with other words what `cargo bench` takes.
pub fn run(words: &[String]) -> Result<()> {
    match words.split_first() {
        None => {
            core(&[])?;
            pages(&[])
        }
        Some((first, rest)) if first == "pages" => pages(rest),
        Some((first, _)) if first == "suite" => suite(),
        Some(_) => core(words),
    }
}

fn core(words: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args(["bench", "--locked", "--features", "sample"]).args(words);
    run_program(&mut command, "the benchmarks")
}

/// The tests beside the core's code: the crate compiled anew, what it depends on as it is.
fn suite() -> Result<()> {
    const TESTS: [&str; 6] =
        ["nextest", "run", "--locked", "--package", "multi-agency-audit", "--lib"];
    tools::nextest()?;
    let path = tools::path_with_tools()?;
    let mut compile = cargo();
    compile.args(TESTS).arg("--no-run").env("PATH", &path);
    run_program(&mut compile, "compiling the tests")?;
    let mut clean = cargo();
    clean.args(["clean", "--locked", "--package", "multi-agency-audit"]);
    run_program(&mut clean, "removing what was compiled of the core")?;
    let start = Instant::now();
    run_program(cargo().args(TESTS).env("PATH", &path), "a test of the core")?;
    let row = Row {
        what: "core test suite, cold".to_owned(),
        unit: "s".to_owned(),
        budget: Some(60.0),
        held: 100,
        samples: vec![start.elapsed().as_secs_f64()],
        whose: None,
    };
    println!("\n{}", table(&[row]));
    Ok(())
}

fn pages(words: &[String]) -> Result<()> {
    let parts = words.iter().filter(|word| word.parse::<usize>().is_err()).count();
    if parts == 0 || words.iter().any(|word| word == "peers" || word == "jose") {
        npm::ready_in(PEERS)?;
    }
    build::run(Mode::Release)?;
    let samples = root().join(SAMPLES);
    if samples.exists() {
        fs::remove_file(&samples)?;
    }
    let mut command = cargo();
    command.args(["run", "--locked", "-p", "browser-tests", "--features", "bench"]);
    command.args(["--bin", "bench", "--"]).arg(&samples).args(words);
    in_browsers(command, &[Engine::Chromium], "the measuring")?;
    let rows: Vec<Row> = serde_json::from_slice::<Vec<Value>>(&fs::read(&samples)?)?
        .iter()
        .map(|row| Row::of(row).context("a row of the samples has another form"))
        .collect::<Result<_>>()?;
    let (compared, ours): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.whose.is_some());
    if !ours.is_empty() {
        println!("\n{}\n{}", table(&ours), summary(&ours));
    }
    println!("{}", compare::tables(&compared));
    Ok(())
}

/// One thing that was measured.
struct Row {
    what: String,
    /// `ms` or `MB`.
    unit: String,
    /// The most that it may be, where there is a budget.
    budget: Option<f64>,
    /// Which per cent of the samples must keep to it: 50 for the median, 100 for all.
    held: usize,
    samples: Vec<f64>,
    /// Which program, where several did the same.
    whose: Option<String>,
}

impl Row {
    fn of(row: &Value) -> Option<Self> {
        Some(Self {
            what: row["what"].as_str()?.to_owned(),
            unit: row["unit"].as_str()?.to_owned(),
            budget: row["budget"].as_f64(),
            held: usize::try_from(row["held"].as_u64()?).ok()?,
            samples: row["samples"].as_array()?.iter().map(Value::as_f64).collect::<Option<_>>()?,
            whose: row["whose"].as_str().map(str::to_owned),
        })
    }

    /// Whether the budget holds. Where nothing was measured, it does not.
    fn holds(&self) -> bool {
        let measured = self.at(self.held);
        self.budget.is_none_or(|budget| measured.is_some_and(|measured| measured <= budget))
    }

    /// The sample that this per cent of all do not exceed (nearest rank).
    fn at(&self, per_cent: usize) -> Option<f64> {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (sorted.len() * per_cent).div_ceil(100);
        sorted.get(rank.saturating_sub(1)).copied()
    }

    /// What is held against the budget, in a word.
    fn statistic(&self) -> String {
        match self.held {
            50 => "median".to_owned(),
            100 => "worst".to_owned(),
            other => format!("p{other}"),
        }
    }

    fn line(&self) -> String {
        let number = |number: Option<f64>| match number {
            Some(number) => format!("{number:.0} {}", self.unit),
            None => "-".to_owned(),
        };
        let held = self.statistic();
        let budget = self.budget.map(|budget| format!("{budget:.0} {} ({held})", self.unit));
        let verdict = match (self.budget, self.holds()) {
            (None, _) => "-",
            (Some(_), true) => "holds",
            (Some(_), false) => "OVER",
        };
        let [median, p95, worst] = [50, 95, 100].map(|per_cent| number(self.at(per_cent)));
        let budget = budget.unwrap_or_else(|| "-".to_owned());
        let count = self.samples.len();
        format!("| {} | {budget} | {median} | {p95} | {worst} | {count} | {verdict} |", self.what)
    }
}

/// All rows as a Markdown table.
fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| what | budget | median | p95 | worst | samples | |\n|---|---:|---:|---:|---:|---:|---|\n",
    );
    for row in rows {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", row.line());
    }
    text
}

fn summary(rows: &[Row]) -> String {
    let over = rows.iter().filter(|row| !row.holds()).count();
    let budgets = rows.iter().filter(|row| row.budget.is_some()).count();
    format!("{over} of {budgets} budgets are over.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(held: u32, budget: f64) -> Row {
        let samples: Vec<u32> = (1..=20).collect();
        let row = json!({ "what": "ready", "unit": "ms", "budget": budget, "held": held, "samples": samples });
        Row::of(&row).expect("a row")
    }

    #[test]
    fn each_budget_is_held_against_its_own_sample() {
        let holds = |held, budget| row(held, budget).holds();
        assert!(holds(50, 10.0) && !holds(50, 9.0));
        assert!(holds(95, 19.0) && !holds(95, 18.0));
        assert!(holds(100, 20.0) && !holds(100, 19.0));
    }

    #[test]
    fn what_is_over_is_told_so_with_all_its_numbers() {
        let over = row(95, 18.0);
        assert_eq!(over.line(), "| ready | 18 ms (p95) | 10 ms | 19 ms | 20 ms | 20 | OVER |");
        assert_eq!(summary(&[over, row(50, 10.0)]), "1 of 2 budgets are over.");
    }

    #[test]
    fn a_budget_does_not_hold_where_nothing_was_measured() {
        let nothing = Row { samples: Vec::new(), ..row(50, 10.0) };
        assert_eq!(nothing.line(), "| ready | 10 ms (median) | - | - | - | 0 | OVER |");
    }
}
