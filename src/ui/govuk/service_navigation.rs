//! `service-navigation`: the program's name and its few top pages.

use leptos::prelude::*;

use super::parts::{LIVE, classes, given, when};
use super::{NavLink, words};

/// Where the page being shown stands in the navigation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Here {
    /// Elsewhere.
    #[default]
    No,
    /// Below this item.
    Within,
    /// This very page.
    Exactly,
}

/// One item of the navigation.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Words and address; no address, no link.
    pub link: NavLink,
    /// Where the page being shown stands.
    pub here: Signal<Here>,
}

impl NavItem {
    /// An item; `here` may be live, so that the bar can stay while pages change.
    pub fn new(
        text: impl Into<String>,
        href: impl Into<String>,
        here: impl Into<Signal<Here>>,
    ) -> Self {
        Self { link: NavLink::new(text, href), here: here.into() }
    }
}

/// The bar under the header.
#[component]
pub fn ServiceNavigation(
    /// Name of the program.
    #[prop(optional, into)]
    name: String,
    /// Address of the name.
    #[prop(optional, into)]
    href: String,
    /// Top pages.
    #[prop(optional)]
    items: Vec<NavItem>,
    /// Behind a button on small screens; from two items on, if not said.
    #[prop(optional)]
    collapse: Option<bool>,
    /// Words of that button.
    #[prop(default = words::MENU.to_owned(), into)]
    menu_text: String,
    /// Its name for screen readers, if another.
    #[prop(optional, into)]
    menu_label: String,
    /// Name of the list as a landmark; the button's words if not given.
    #[prop(optional, into)]
    navigation_label: String,
    /// Id of the list.
    #[prop(default = "navigation".to_owned(), into)]
    navigation_id: String,
    /// More class names of the list's landmark.
    #[prop(optional, into)]
    navigation_class: String,
    /// Name of the bar as a landmark.
    #[prop(default = words::SERVICE_INFORMATION.to_owned(), into)]
    label: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// After the items: a choice of languages.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = classes(&["govuk-service-navigation", &class]);
    let collapse = collapse.unwrap_or(items.len() > 1);
    let menu = Menu {
        text: menu_text.clone(),
        label: given(menu_label).filter(|label| *label != menu_text),
        id: navigation_id,
        collapse,
    };
    let list = (!items.is_empty()).then(|| {
        let label = given(navigation_label).unwrap_or(menu_text);
        view! {
            <nav aria-label=label class=classes(&["govuk-service-navigation__wrapper", &navigation_class])>
                {menu.view(items)}
            </nav>
        }
    });
    let named = !name.is_empty();
    let landmark = named || children.is_some();
    let inner = view! {
        <div class="govuk-width-container">
            <div class="govuk-service-navigation__container">
                {named.then(|| service_name(name, href))}
                {list}
            </div>
            {children.map(|end| end())}
        </div>
    };
    if landmark {
        view! {
            <section aria-label=label class=class data-module="govuk-service-navigation">{inner}</section>
        }
        .into_any()
    } else {
        view! { <div class=class data-module="govuk-service-navigation">{inner}</div> }.into_any()
    }
}

fn service_name(name: String, href: String) -> AnyView {
    let inner = match href.is_empty() {
        true => view! { <span class="govuk-service-navigation__text">{name}</span> }.into_any(),
        false => {
            view! { <a href=href class="govuk-service-navigation__link">{name}</a> }.into_any()
        }
    };
    view! { <span class="govuk-service-navigation__service-name">{inner}</span> }.into_any()
}

struct Menu {
    text: String,
    label: Option<String>,
    id: String,
    collapse: bool,
}

impl Menu {
    fn view(self, items: Vec<NavItem>) -> AnyView {
        let open = RwSignal::new(false);
        let small = small_screen(self.collapse);
        let id = self.id.clone();
        let toggle = self.collapse.then(|| {
            view! {
                <button
                    type="button"
                    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                    aria-controls=self.id
                    aria-label=self.label
                    aria-expanded=move || small.get().then(|| if open.get() { "true" } else { "false" })
                    hidden=move || !small.get()
                    aria-hidden=move || (!small.get()).then_some("true")
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {self.text}
                </button>
            }
        });
        let items: Vec<_> = items.into_iter().map(item).collect();
        view! {
            {toggle}
            <ul class="govuk-service-navigation__list" id=id hidden=move || small.get() && !open.get()>
                {items}
            </ul>
        }
        .into_any()
    }
}

/// Whether the screen is narrower than the design system's tablet (40em), now and after resizing.
fn small_screen(collapse: bool) -> RwSignal<bool> {
    let small = RwSignal::new(false);
    if LIVE && collapse {
        let measure = || {
            window()
                .match_media("(min-width: 40em)")
                .ok()
                .flatten()
                .is_some_and(|wide| !wide.matches())
        };
        small.set(measure());
        let handle = window_event_listener(leptos::ev::resize, move |_| {
            let _ = small.try_set(measure());
        });
        on_cleanup(move || handle.remove());
    }
    small
}

fn item(item: NavItem) -> AnyView {
    let NavItem { link: NavLink { text, href }, here } = item;
    let class = move || {
        let active = when(here.get() != Here::No, "govuk-service-navigation__item--active");
        classes(&["govuk-service-navigation__item", active])
    };
    let current = move || match here.get() {
        Here::No => None,
        Here::Within => Some("true"),
        Here::Exactly => Some("page"),
    };
    // In <strong>, so that it can be told apart where colours are overridden.
    let words = move || {
        match here.get() {
        Here::No => text.clone().into_any(),
        Here::Within | Here::Exactly => {
            view! { <strong class="govuk-service-navigation__active-fallback">{text.clone()}</strong> }
                .into_any()
        }
    }
    };
    let inner = match href.is_empty() {
        true => {
            view! { <span class="govuk-service-navigation__text" aria-current=current>{words}</span> }
                .into_any()
        }
        false => view! {
            <a class="govuk-service-navigation__link" href=href aria-current=current>{words}</a>
        }
        .into_any(),
    };
    view! { <li class=class>{inner}</li> }.into_any()
}
