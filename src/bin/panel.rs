//! The panel's program.
#![allow(unsafe_code)] // The marks below are functions that the build moves to files of their own.

use leptos::prelude::*;
use multi_agency_audit::ui::on_demand::NotLoaded;
use multi_agency_audit::ui::panel::{self, App, LatePages, Preparing, Rounds};
use multi_agency_audit::ui::start::start;
use wasm_split_helpers::wasm_split;

/// What this function reaches, and nothing else does, loads when it is first called.
#[wasm_split(rounds, fallible)]
fn rounds() -> Result<fn() -> Rounds, NotLoaded> {
    Ok(panel::doors)
}

/// The same of what only preparing a round takes.
#[wasm_split(preparing, fallible)]
fn preparing() -> Result<fn() -> Preparing, NotLoaded> {
    Ok(panel::prepare)
}

/// The same of documents.
#[wasm_split(documents, fallible)]
fn documents() -> Result<fn() -> LatePages, NotLoaded> {
    Ok(panel::document_doors)
}

/// The same of the records of a whole round: the search, the log, a case's papers, the dataset, their destruction.
#[wasm_split(records, fallible)]
fn records() -> Result<fn() -> LatePages, NotLoaded> {
    Ok(panel::record_doors)
}

/// The same of the action plan.
#[wasm_split(actions, fallible)]
fn actions() -> Result<fn() -> LatePages, NotLoaded> {
    Ok(panel::plan_doors)
}

/// The same of what a panel judges by.
#[wasm_split(judging, fallible)]
fn judging() -> Result<fn() -> LatePages, NotLoaded> {
    Ok(panel::judging_doors)
}

fn main() {
    start(|| {
        view! {
            <App load=|| Box::pin(rounds()) load_preparing=|| Box::pin(preparing())
                load_documents=|| Box::pin(documents()) load_records=|| Box::pin(records())
                load_plan=|| Box::pin(actions()) load_judging=|| Box::pin(judging()) />
        }
    });
}
