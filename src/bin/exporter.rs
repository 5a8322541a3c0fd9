//! The panel's worker: what would keep its page from answering.
#![allow(unsafe_code)] // The mark below is a function that the build moves to a file of its own.

use multi_agency_audit::browser::worker::{NotLoaded, Writer, serve};
use wasm_split_helpers::wasm_split;

/// What writes Word files and spreadsheets, and nothing else does, loads when a file is asked for:
/// an import never waits for it.
#[wasm_split(writer, fallible)]
fn writer() -> Result<Writer, NotLoaded> {
    Ok(|task| multi_agency_audit::report::task_done(task).map_err(|error| error.to_string()))
}

fn main() {
    serve(|| Box::pin(writer()));
}
