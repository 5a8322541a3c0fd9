//! The five documents of a round as Word files, written by the worker of the panel's page.

use super::{MEDIAN, Measured, Row, Samples, Slowed, finished};
use anyhow::{Context, Result, ensure};
use multi_agency_audit::report::FileTask;
use multi_agency_audit::report::document::render::Format;

/// Of all five together, in milliseconds.
const BUDGET: f64 = 1_000.0;

/// As the page asks for a file: a worker is begun for it, loads the part that writes, and ends. Gives the
/// milliseconds from there to the bytes, and how many they are.
const WRITE: &str = "
    const [request, done] = arguments;
    const from = performance.now();
    const address = document.querySelector('meta[name=exporter]').content;
    const worker = new Worker(address, { type: 'module' });
    worker.onmessage = ({ data }) => {
        if (data.done === undefined && data.failed === undefined) return;
        worker.terminate();
        done([performance.now() - from, data.done?.length ?? 0, data.failed ?? '']);
    };
    worker.onerror = (event) => done([0, 0, event.message]);
    worker.postMessage({ task: request });";

/// All five, one after the other.
pub async fn documents(samples: Samples) -> Result<Vec<Row>> {
    let mut requests = Vec::new();
    for document in finished::documents()? {
        let kind = document.kind.as_str();
        let request = FileTask::Document { format: Format::Word, document: document.into() };
        requests.push((kind, serde_json::to_string(&request)?));
    }
    let page = Measured::start(Slowed(1)).await?;
    page.load("panel.html", "start").await?;
    let mut each = vec![Vec::new(); requests.len()];
    // The first time, the part that writes is fetched: told apart.
    for _ in 0..=samples.0 {
        for ((kind, request), times) in requests.iter().zip(&mut each) {
            times.push(written(&page, kind, request).await?);
        }
    }
    page.end().await?;
    let of_all = |sample: usize| each.iter().filter_map(|times| times.get(sample)).sum::<f64>();
    let named = |what: &str| format!("ten cases, twelve agencies, Word: {what}");
    let together = (1..=samples.0).map(of_all).collect();
    let mut rows = vec![
        Row::of(named("the five documents"), BUDGET, MEDIAN, together),
        Row::of(named("the five documents, the first time"), BUDGET, MEDIAN, vec![of_all(0)]),
    ];
    for ((kind, _), times) in requests.iter().zip(&each) {
        rows.push(Row::told(named(kind), times.iter().skip(1).copied().collect()));
    }
    Ok(rows)
}

async fn written(page: &Measured, kind: &str, request: &str) -> Result<f64> {
    let answer = page.session.script_async(WRITE, vec![request.into()]).await?;
    let (took, size, fault): (f64, usize, String) =
        serde_json::from_value(answer).context("what the worker answered")?;
    ensure!(fault.is_empty() && size > 5_000, "{kind}: {size} bytes, {fault}");
    Ok(took)
}
