//! The auditor's program.

use leptos::prelude::*;
use multi_agency_audit::ui::auditor::App;
use multi_agency_audit::ui::start::start;

fn main() {
    start(|| view! { <App /> });
}
