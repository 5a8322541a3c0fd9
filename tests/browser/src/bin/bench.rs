//! `cargo xtask bench pages [ready] [typing] [documents] [import] [peers] [jose] [SAMPLES]`: measures what the budgets for the
//! pages are about, on the pages as they are built, and writes every sample to the file named first.

use anyhow::{Context, Result, bail};
use browser_tests::measure::peers::{self, Peers};
use browser_tests::measure::{Row, Samples, documents, import, ready, typing};
use std::fs;
use std::path::{Path, PathBuf};

/// Prompts of the tools that the budgets name.
const PROMPTS: [usize; 2] = [60, 3_000];
/// Returns of the piles, likewise.
const RETURNS: [usize; 2] = [1_000, 10_000];
const PARTS: [&str; 6] = ["ready", "typing", "documents", "import", "peers", "jose"];

/// What is asked for.
struct Wanted {
    parts: Vec<String>,
    samples: Option<usize>,
}

impl Wanted {
    fn has(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|one| one == part)
    }

    fn samples(&self, usual: usize) -> Samples {
        Samples(self.samples.unwrap_or(usual))
    }
}

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let file = PathBuf::from(words.next().context("no file is named for the samples")?);
    let (numbers, parts): (Vec<String>, Vec<String>) =
        words.partition(|word| word.parse::<usize>().is_ok());
    if let Some(other) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        bail!("`bench pages` takes {}, not `{other}`.", PARTS.join(", "));
    }
    let samples = numbers.first().and_then(|word| word.parse().ok());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(measure(&file, &Wanted { parts, samples }))
}

async fn measure(file: &Path, wanted: &Wanted) -> Result<()> {
    let mut rows = Vec::new();
    for prompts in PROMPTS {
        if wanted.has("ready") {
            rows.extend(told(ready::ready(prompts, wanted.samples(9)).await?));
        }
        if wanted.has("typing") {
            rows.extend(told(typing::typing(prompts, wanted.samples(2)).await?));
        }
    }
    if wanted.has("documents") {
        rows.extend(told(documents::documents(wanted.samples(7)).await?));
    }
    for returns in RETURNS {
        if wanted.has("import") {
            rows.extend(told(import::import(returns).await?));
        }
    }
    if wanted.has("peers") || wanted.has("jose") {
        let made = Peers::made()?;
        if wanted.has("peers") {
            rows.extend(told(peers::forms(&made, wanted.samples(5)).await?));
        }
        if wanted.has("jose") {
            for (returns, usual) in RETURNS.into_iter().zip([3, 1]) {
                rows.extend(told(peers::opening(&made, returns, wanted.samples(usual)).await?));
            }
        }
    }
    fs::write(file, serde_json::to_vec_pretty(&rows)?)?;
    Ok(())
}

/// Says the samples at once: the whole takes minutes.
fn told(rows: Vec<Row>) -> Vec<Row> {
    for row in &rows {
        let samples: Vec<String> = row.samples.iter().map(|one| format!("{one:.0}")).collect();
        let whose = row.whose.map(|whose| format!("{whose}: ")).unwrap_or_default();
        println!("{whose}{}: {} {}", row.what, samples.join(" "), row.unit);
    }
    rows
}
