//! `panel`: the end of a task, or a moment to think before going on.

use leptos::prelude::*;

use super::heading::heading;
use super::parts::{classes, when};

/// What a panel is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PanelKind {
    /// The task is done.
    #[default]
    Confirmation,
    /// Something to consider before going on; has actions.
    Interruption,
}

/// A panel across the page.
#[component]
pub fn Panel(
    /// What it is for.
    #[prop(optional)]
    kind: PanelKind,
    /// Title.
    #[prop(into)]
    title: String,
    /// Level of the title.
    #[prop(default = 1)]
    level: u8,
    /// Buttons (kind `Inverse`) and links (class `govuk-link govuk-link--inverse`) of an interruption.
    #[prop(optional, into)]
    actions: Option<AnyView>,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// The body.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let interruption = kind == PanelKind::Interruption;
    let class = classes(&[
        "govuk-panel",
        when(!interruption, "govuk-panel--confirmation"),
        when(interruption, "govuk-panel--interruption"),
        &class,
    ]);
    let body = children.map(|body| view! { <div class="govuk-panel__body">{body()}</div> });
    let actions = actions.filter(|_| interruption).map(|actions| {
        view! { <div class="govuk-panel__actions"><div class="govuk-button-group">{actions}</div></div> }
    });
    view! {
        <div class=class>
            {heading(level, "govuk-panel__title".to_owned(), None, title.into_any())}
            {body}
            {actions}
        </div>
    }
}
