//! The panel's program.

use leptos::prelude::*;
use multi_agency_audit::ui::panel::App;
use multi_agency_audit::ui::start::start;

fn main() {
    start(|| view! { <App /> });
}
