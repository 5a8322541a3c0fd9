//! The panel's program.

use leptos::prelude::*;
use multi_agency_audit::ui::start::start;

fn main() {
    start(|| {
        view! {
            <main class="govuk-main-wrapper govuk-width-container" id="main-content">
                <h1 class="govuk-heading-xl">"Multi-agency case audit: the panel"</h1>
            </main>
        }
    });
}
