//! Our component for a fixture's options.

mod questions;
mod showing;
mod structure;

use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use leptos::tachys::html::InertElement;
use multi_agency_audit::ui::govuk::{Caption, Size};

use crate::options::Options;

type Render = fn(Options) -> AnyView;

/// Every component that we ship, by govuk-frontend's name, with how its options become ours.
pub const COMPONENTS: &[(&str, Render)] = &[
    ("back-link", structure::back_link),
    ("breadcrumbs", structure::breadcrumbs),
    ("button", questions::button),
    ("character-count", questions::character_count),
    ("checkboxes", questions::checkboxes),
    ("date-input", questions::date_input),
    ("details", showing::details),
    ("error-message", questions::error_message),
    ("error-summary", questions::error_summary),
    ("fieldset", questions::fieldset),
    ("file-upload", questions::file_upload),
    ("footer", structure::footer),
    ("generic-header", structure::generic_header),
    ("hint", questions::hint),
    ("input", questions::input),
    ("inset-text", showing::inset_text),
    ("label", questions::label),
    ("notification-banner", showing::notification_banner),
    ("pagination", structure::pagination),
    ("panel", showing::panel),
    ("password-input", questions::password_input),
    ("phase-banner", structure::phase_banner),
    ("radios", questions::radios),
    ("select", questions::select),
    ("service-navigation", structure::service_navigation),
    ("skip-link", structure::skip_link),
    ("summary-list", showing::summary_list),
    ("table", showing::table),
    ("tag", showing::tag),
    ("task-list", showing::task_list),
    ("textarea", questions::textarea),
    ("warning-text", showing::warning_text),
];

/// The markup of our component.
pub fn html(render: Render, options: Options) -> String {
    // Signals are read once here, on purpose.
    let _once = SpecialNonReactiveZone::enter();
    let owner = Owner::new();
    owner.with(|| render(options).to_html())
}

/// Content that may be anything: the option of that name ending in `Html` or called `html`, else its text.
fn content(options: Options, html: &str, text: &str) -> Option<AnyView> {
    match options.maybe(html) {
        Some(html) => Some(InertElement::new(html).into_any()),
        None => options.maybe(text).map(IntoAny::into_any),
    }
}

/// The `attributes` of a component's outer element, as a caller would add them (`attr:name=value`).
fn with_attributes(view: AnyView, options: Options) -> AnyView {
    options.members("attributes").into_iter().fold(view, |view, (name, value)| {
        let attribute = leptos::attr::custom::custom_attribute(name, value);
        view.add_any_attr(attribute).into_any()
    })
}

/// A caption of the class names in `classes`, sizes told as sizes.
fn caption(options: Options, base: &str) -> Caption {
    let mut caption = Caption::new(options.text("text"));
    let mut others = Vec::new();
    let names = options.text("classes");
    for name in names.split_whitespace() {
        match name.strip_prefix(base) {
            Some("--s") => caption = caption.size(Size::S),
            Some("--m") => caption = caption.size(Size::M),
            Some("--l") => caption = caption.size(Size::L),
            Some("--xl") => caption = caption.size(Size::Xl),
            _ => others.push(name),
        }
    }
    let caption = caption.class(others.join(" "));
    if options.is("isPageHeading") { caption.page_heading() } else { caption }
}

/// Takes a class name out of a list; whether it was there.
fn take(names: &mut String, name: &str) -> bool {
    let kept: Vec<&str> = names.split_whitespace().filter(|other| *other != name).collect();
    let found = kept.len() < names.split_whitespace().count();
    *names = kept.join(" ");
    found
}
