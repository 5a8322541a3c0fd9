//! `error-summary`: all that is wrong on the page, above its `h1`.

use leptos::html::Div;
use leptos::prelude::*;

use super::parts::{LIVE, classes, given};
use super::{PageError, focus, words};

/// Nothing while there are no errors; else the summary, focused each time that the errors are set. Links
/// focus the control and scroll its label or legend into view before.
#[component]
pub fn ErrorSummary(
    /// What is wrong, in the order of the page: [`PageErrors`](super::PageErrors) or a signal.
    #[prop(into)]
    errors: Signal<Vec<PageError>>,
    /// Heading.
    #[prop(default = words::THERE_IS_A_PROBLEM.to_owned(), into)]
    title: String,
    /// A paragraph before the list.
    #[prop(optional, into)]
    description: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    move || {
        let errors = errors.get();
        (!errors.is_empty() || !description.is_empty())
            .then(|| summary(errors, title.clone(), description.clone(), &class))
    }
}

fn summary(errors: Vec<PageError>, title: String, description: String, class: &str) -> AnyView {
    let node = NodeRef::<Div>::new();
    if LIVE {
        Effect::new(move || {
            if let Some(summary) = node.get() {
                focus::focus_without_tab_stop(summary.into());
            }
        });
    }
    let list: Vec<_> = errors.into_iter().map(item).collect();
    let list = (!list.is_empty())
        .then(|| view! { <ul class="govuk-list govuk-error-summary__list">{list}</ul> });
    // The alert is a child of what is focused: on one element JAWS loses the announcement.
    view! {
        <div class=classes(&["govuk-error-summary", class]) data-module="govuk-error-summary" node_ref=node>
            <div role="alert">
                <h2 class="govuk-error-summary__title">{title}</h2>
                <div class="govuk-error-summary__body">
                    {given(description).map(|words| view! { <p>{words}</p> })}
                    {list}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn item(error: PageError) -> AnyView {
    let PageError { target, text, href: elsewhere, .. } = error;
    if target.is_empty() {
        return view! { <li>{text}</li> }.into_any();
    }
    if !elsewhere.is_empty() {
        return view! { <li><a href=elsewhere>{text}</a></li> }.into_any();
    }
    let href = ["#", &target].concat();
    // The address stays as it is: it is the route.
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::focus_control(&target);
    };
    view! { <li><a href=href on:click=go>{text}</a></li> }.into_any()
}
