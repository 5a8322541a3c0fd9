//! `pagination`: a long list in pages.

use leptos::prelude::*;

use super::parts::{classes, given, when};
use super::words;

/// A link to the page before or after.
#[derive(Debug, Clone, Default)]
pub struct PageStep {
    href: String,
    text: String,
    label: String,
}

impl PageStep {
    /// "Previous page" or "Next page".
    pub fn new(href: impl Into<String>) -> Self {
        Self { href: href.into(), ..Self::default() }
    }

    /// Other words.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..self }
    }

    /// What that page is about, where there are no numbers.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }
}

/// A page's number, or a gap between numbers.
#[derive(Debug, Clone)]
pub enum PageItem {
    /// A page.
    Page {
        /// Its number.
        number: String,
        /// Its address.
        href: String,
        /// Whether it is the one shown.
        current: bool,
        /// Read instead of "Page 3"; empty for that.
        label: String,
    },
    /// Numbers left out.
    Gap,
}

/// Links to the other pages of a list.
#[component]
pub fn Pagination(
    /// The page before.
    #[prop(optional)]
    previous: Option<PageStep>,
    /// The page after.
    #[prop(optional)]
    next: Option<PageStep>,
    /// Numbers; none for steps only.
    #[prop(optional)]
    items: Vec<PageItem>,
    /// Name of the landmark.
    #[prop(default = words::PAGINATION.to_owned(), into)]
    label: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let block = items.is_empty();
    let list: Vec<AnyView> = items.into_iter().map(page_item).collect();
    let list = (!list.is_empty()).then(|| view! { <ul class="govuk-pagination__list">{list}</ul> });
    let class = classes(&["govuk-pagination", when(block, "govuk-pagination--block"), &class]);
    view! {
        <nav class=class aria-label=label>
            {previous.map(|step| step_view(step, true, block))}
            {list}
            {next.map(|step| step_view(step, false, block))}
        </nav>
    }
}

fn page_item(item: PageItem) -> AnyView {
    match item {
        PageItem::Gap => view! {
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">"⋯"</li>
        }
        .into_any(),
        PageItem::Page { number, href, current, label } => {
            let label = given(label).unwrap_or_else(|| [words::PAGE_PREFIX, &number].concat());
            let class = classes(&[
                "govuk-pagination__item",
                when(current, "govuk-pagination__item--current"),
            ]);
            view! {
                <li class=class>
                    <a class="govuk-link govuk-pagination__link" href=href aria-label=label
                        aria-current=current.then_some("page")>{number}</a>
                </li>
            }
            .into_any()
        }
    }
}

fn step_view(step: PageStep, back: bool, block: bool) -> AnyView {
    let PageStep { href, text, label } = step;
    let kind = if back { "prev" } else { "next" };
    let plain = label.is_empty();
    let words = match given(text) {
        Some(text) => text.into_any(),
        None => {
            let text = if back { words::PREVIOUS } else { words::NEXT };
            view! { {text}<span class="govuk-visually-hidden">{words::PAGE_SUFFIX}</span> }
                .into_any()
        }
    };
    let title = classes(&[
        "govuk-pagination__link-title",
        when(block && plain, "govuk-pagination__link-title--decorated"),
    ]);
    let label = (block && !plain).then(|| {
        view! {
            <span class="govuk-visually-hidden">":"</span>
            <span class="govuk-pagination__link-label">{label}</span>
        }
    });
    view! {
        <div class=["govuk-pagination__", kind].concat()>
            <a class="govuk-link govuk-pagination__link" href=href rel=kind>
                {(block || back).then(|| arrow(back))}
                <span class=title>{words}</span>
                {label}
                {(!block && !back).then(|| arrow(back))}
            </a>
        </div>
    }
    .into_any()
}

fn arrow(back: bool) -> AnyView {
    let (kind, path) = if back {
        (
            "prev",
            "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
        )
    } else {
        (
            "next",
            "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
        )
    };
    view! {
        <svg class=["govuk-pagination__icon govuk-pagination__icon--", kind].concat()
            xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false"
            viewBox="0 0 15 13">
            <path d=path></path>
        </svg>
    }
    .into_any()
}
