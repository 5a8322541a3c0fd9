//! What every page has around its content.

use leptos::prelude::*;
use multi_agency_audit::ui::govuk::*;

use super::{content, with_attributes};
use crate::options::Options;

pub fn back_link(o: Options) -> AnyView {
    let href = o.maybe("href").unwrap_or_else(|| "#".to_owned());
    let text = o.maybe("text").unwrap_or_else(|| "Back".to_owned());
    with_attributes(
        view! { <BackLink href=href text=text class=o.text("classes") /> }.into_any(),
        o,
    )
}

pub fn skip_link(o: Options) -> AnyView {
    let target = o.maybe("href").unwrap_or_else(|| "#content".to_owned());
    let target = target.trim_start_matches('#').to_owned();
    let view = view! { <SkipLink target=target text=o.text("text") class=o.text("classes") /> };
    with_attributes(view.into_any(), o)
}

pub fn breadcrumbs(o: Options) -> AnyView {
    let items = o.list("items").into_iter();
    let items = items.map(|item| Crumb::link(item.text("text"), item.text("href"))).collect();
    let label = o.maybe("labelText").unwrap_or_else(|| "Breadcrumb".to_owned());
    let view = view! {
        <Breadcrumbs items=items label=label collapse=o.is("collapseOnMobile") class=o.text("classes") />
    };
    with_attributes(view.into_any(), o)
}

pub fn phase_banner(o: Options) -> AnyView {
    let body = content(o, "html", "text");
    let view = view! {
        <PhaseBanner tag=o.text("tag.text") tag_class=o.text("tag.classes") class=o.text("classes")>
            {body}
        </PhaseBanner>
    };
    with_attributes(view.into_any(), o)
}

pub fn generic_header(o: Options) -> AnyView {
    let href = o.maybe("url").unwrap_or_else(|| "/".to_owned());
    let container =
        o.maybe("containerClasses").unwrap_or_else(|| "govuk-width-container".to_owned());
    let mut props = GenericHeaderProps::builder()
        .name(o.text("logoText"))
        .href(href)
        .container_class(container)
        .class(o.text("classes"))
        .build();
    if o.is("logoHtml") {
        let logo = content(o, "logoHtml", "logoText");
        props.children = Some(ToChildren::to_children(move || logo));
    }
    with_attributes(GenericHeader(props).into_any(), o)
}

pub fn footer(o: Options) -> AnyView {
    let links = o.list("meta.items").into_iter();
    let links = links.map(|link| NavLink::new(link.text("text"), link.text("href"))).collect();
    let title = o.maybe("meta.visuallyHiddenTitle").unwrap_or_else(|| "Support links".to_owned());
    let mut props = FooterProps::builder()
        .links(links)
        .title(title)
        .class(o.text("classes"))
        .container_class(o.text("containerClasses"))
        .build();
    if let Some(line) = content(o.at("meta"), "html", "text") {
        props.children = Some(ToChildren::to_children(move || line));
    }
    with_attributes(Footer(props).into_any(), o)
}

pub fn service_navigation(o: Options) -> AnyView {
    let items = o
        .list("navigation")
        .into_iter()
        .filter(|item| item.is("text"))
        .map(|item| {
            let here = match (item.is("current"), item.is("active")) {
                (true, _) => Here::Exactly,
                (false, true) => Here::Within,
                (false, false) => Here::No,
            };
            NavItem::new(item.text("text"), item.text("href"), Signal::stored(here))
        })
        .collect();
    let mut props = ServiceNavigationProps::builder()
        .name(o.text("serviceName"))
        .href(o.text("serviceUrl"))
        .items(items)
        .menu_text(o.maybe("menuButtonText").unwrap_or_else(|| "Menu".to_owned()))
        .menu_label(o.text("menuButtonLabel"))
        .navigation_label(o.text("navigationLabel"))
        .navigation_id(o.maybe("navigationId").unwrap_or_else(|| "navigation".to_owned()))
        .navigation_class(o.text("navigationClasses"))
        .label(o.maybe("ariaLabel").unwrap_or_else(|| "Service information".to_owned()))
        .class(o.text("classes"))
        .build();
    props.collapse = o.bool("collapseNavigationOnMobile");
    if let Some(end) = content(o, "slots.end", "") {
        props.children = Some(ToChildren::to_children(move || end));
    }
    with_attributes(ServiceNavigation(props).into_any(), o)
}

pub fn pagination(o: Options) -> AnyView {
    let step = |path: &str| {
        let step = o.at(path);
        step.maybe("href")
            .map(|href| PageStep::new(href).text(step.text("text")).label(step.text("labelText")))
    };
    let items = o.list("items").into_iter();
    let items =
        items.filter(|item| item.is("href") || item.is("ellipsis")).map(page_item).collect();
    let label = o.maybe("landmarkLabel").unwrap_or_else(|| "Pagination".to_owned());
    let mut props =
        PaginationProps::builder().items(items).label(label).class(o.text("classes")).build();
    props.previous = step("previous");
    props.next = step("next");
    with_attributes(Pagination(props).into_any(), o)
}

fn page_item(item: Options) -> PageItem {
    if item.is("ellipsis") {
        return PageItem::Gap;
    }
    PageItem::Page {
        number: item.text("number"),
        href: item.text("href"),
        current: item.is("current"),
        label: item.text("visuallyHiddenText"),
    }
}
