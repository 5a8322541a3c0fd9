//! The auditor's program.
#![allow(unsafe_code)] // The mark below is a function that the build moves to a file of its own.

use leptos::prelude::*;
use multi_agency_audit::ui::auditor::{self, App, Returns};
use multi_agency_audit::ui::on_demand::NotLoaded;
use multi_agency_audit::ui::start::start;
use wasm_split_helpers::wasm_split;

/// What this function reaches, and nothing else does, loads when it is first called.
#[wasm_split(returns, fallible)]
fn returns() -> Result<fn() -> Returns, NotLoaded> {
    Ok(auditor::doors)
}

fn main() {
    start(|| view! { <App load=|| Box::pin(returns()) /> });
}
