//! `button`.

use leptos::prelude::*;

use super::parts::{LIVE, classes, given, tell};

/// How a button looks, and so what it is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The page's main action.
    #[default]
    Primary,
    /// Any other action.
    Secondary,
    /// An action that destroys something.
    Warning,
    /// On a dark ground.
    Inverse,
    /// The first step of a service; has an arrow.
    Start,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "",
            Self::Secondary => "govuk-button--secondary",
            Self::Warning => "govuk-button--warning",
            Self::Inverse => "govuk-button--inverse",
            Self::Start => "govuk-button--start",
        }
    }
}

/// A button, or a link that looks like one. With `on_click` it is `type="button"` and acts by itself;
/// without, it submits its form (`<form novalidate on:submit=...>`), so that Enter works in text boxes.
#[component]
pub fn Button(
    /// Its words: a verb first.
    #[prop(into)]
    text: String,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// Address; makes it a link.
    #[prop(optional, into)]
    href: String,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// Not to be pressed now. Rarely right: say what is missing instead.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Ignores a second press within a second.
    #[prop(optional)]
    once: bool,
    /// Element id.
    #[prop(optional, into)]
    id: String,
    /// Form name.
    #[prop(optional, into)]
    name: String,
    /// Form value.
    #[prop(optional, into)]
    value: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let class = classes(&["govuk-button", kind.class(), &class]);
    let arrow = (kind == ButtonKind::Start).then(arrow);
    if !href.is_empty() {
        return view! {
            <a href=href role="button" draggable="false" class=class data-module="govuk-button" id=given(id)>
                {text}{arrow}
            </a>
        }
        .into_any();
    }
    let last = StoredValue::new(f64::MIN);
    let press = move |event: leptos::ev::MouseEvent| {
        if LIVE && once {
            let now = event.time_stamp();
            if last.try_get_value().is_some_and(|before| now - before < 1000.0) {
                return event.prevent_default();
            }
            last.try_set_value(now);
        }
        tell(on_click, ());
    };
    view! {
        <button
            type=if on_click.is_some() { "button" } else { "submit" }
            class=class
            data-module="govuk-button"
            data-prevent-double-click=once.then_some("true")
            id=given(id)
            name=given(name)
            value=given(value)
            disabled=disabled
            aria-disabled=move || disabled.get().then_some("true")
            on:click=press
        >
            {text}
            {arrow}
        </button>
    }
    .into_any()
}

fn arrow() -> impl IntoView {
    view! {
        <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"
            viewBox="0 0 33 40" aria-hidden="true" focusable="false">
            <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"></path>
        </svg>
    }
}

/// Buttons and links side by side.
#[component]
pub fn ButtonGroup(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="govuk-button-group">{children()}</div> }
}

/// An action written as a link, where a button would weigh too much.
#[component]
pub fn LinkButton(
    /// Its words.
    #[prop(into)]
    text: String,
    /// Said after the words by screen readers, to tell equal ones apart.
    #[prop(optional, into)]
    hidden: String,
    /// Element id.
    #[prop(optional, into)]
    id: String,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    let hidden = given(hidden)
        .map(|words| view! { <span class="govuk-visually-hidden">{[" ", &words].concat()}</span> });
    view! {
        <button type="button" class="app-link-button" id=given(id)
            on:click=move |_| tell(Some(on_click), ())>
            {text}{hidden}
        </button>
    }
}
