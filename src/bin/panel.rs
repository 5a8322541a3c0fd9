//! The panel's program.
#![allow(unsafe_code)] // The mark below is a function that the build moves to a file of its own.

use leptos::prelude::*;
use multi_agency_audit::ui::on_demand::NotLoaded;
use multi_agency_audit::ui::panel::{self, App, Documents, Rounds};
use multi_agency_audit::ui::start::start;
use wasm_split_helpers::wasm_split;

/// What this function reaches, and nothing else does, loads when it is first called.
#[wasm_split(rounds, fallible)]
fn rounds() -> Result<fn() -> Rounds, NotLoaded> {
    Ok(panel::doors)
}

/// Documents are made on their own pages only.
#[wasm_split(documents, fallible)]
fn documents() -> Result<fn() -> Documents, NotLoaded> {
    Ok(panel::document_doors)
}

fn main() {
    start(|| view! { <App load=|| Box::pin(rounds()) load_documents=|| Box::pin(documents()) /> });
}
