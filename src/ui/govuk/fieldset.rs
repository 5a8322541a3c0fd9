//! `fieldset`: controls that belong together, under one legend.

use leptos::prelude::*;

use super::Caption;
use super::form_group::fieldset_view;

/// A fieldset by itself; radios, checkboxes and dates bring their own.
#[component]
pub fn Fieldset(
    /// What the group is called.
    #[prop(into)]
    legend: Caption,
    /// Ids of the elements that describe the group.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// ARIA role, `group` where text boxes are grouped.
    #[prop(optional)]
    role: Option<&'static str>,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// The controls.
    children: Children,
) -> impl IntoView {
    fieldset_view(legend, &class, role, described_by, children())
}
