//! `notification-banner`: something about the program that is not the page's own matter.

use leptos::html::Div;
use leptos::prelude::*;

use super::heading::heading;
use super::parts::{LIVE, classes, given, when};
use super::{focus, words};

/// What a banner tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know.
    #[default]
    Important,
    /// Something done: announced and focused at once.
    Success,
}

/// A banner above the page's content. For a line of text use a child of class
/// `govuk-notification-banner__heading`.
#[component]
pub fn NotificationBanner(
    /// What it tells.
    #[prop(optional)]
    kind: BannerKind,
    /// Title; "Important" or "Success" if not given.
    #[prop(optional, into)]
    title: String,
    /// Level of the title.
    #[prop(default = 2)]
    level: u8,
    /// Id of the title, where there are several banners.
    #[prop(default = "govuk-notification-banner-title".to_owned(), into)]
    title_id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// The content.
    children: Children,
) -> impl IntoView {
    let success = kind == BannerKind::Success;
    let node = NodeRef::<Div>::new();
    if LIVE && success {
        Effect::new(move || {
            if let Some(banner) = node.get() {
                focus::focus_without_tab_stop(banner.into());
            }
        });
    }
    let title = given(title)
        .unwrap_or_else(|| if success { words::SUCCESS } else { words::IMPORTANT }.to_owned());
    let class = classes(&[
        "govuk-notification-banner",
        when(success, "govuk-notification-banner--success"),
        &class,
    ]);
    let title_class = "govuk-notification-banner__title".to_owned();
    let heading = heading(level, title_class, Some(title_id.clone()), title.into_any());
    view! {
        <div class=class role=if success { "alert" } else { "region" } aria-labelledby=title_id
            data-module="govuk-notification-banner" node_ref=node>
            <div class="govuk-notification-banner__header">
                {heading}
            </div>
            <div class="govuk-notification-banner__content">{children()}</div>
        </div>
    }
}
