//! The auditor's program: from an invitation to a signed return.

mod answers;
mod answers_time;
mod area;
mod area_pages;
mod check_file;
mod chronology;
mod closed_copy;
mod concern;
mod concern_bar;
mod concerns;
mod controls;
mod copying;
mod dates;
mod desk;
mod disclosure;
mod done;
mod drafts;
mod events;
#[cfg(test)]
mod every_page;
mod grading;
mod guarded;
mod help;
mod involvement;
mod keeping;
mod lines;
mod lock;
mod locked_copy;
mod missing;
mod moving;
mod names;
mod overall;
mod owning;
mod page;
mod passphrase;
mod passphrase_form;
mod places;
mod print;
mod prompt;
mod questions;
mod returns;
mod route;
mod rows;
mod second;
mod sign;
mod start;
mod tasks;
mod timescales;
mod trail;
mod unsaved;
mod views;
mod wipe;
mod withdraw;
mod words;
mod you;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub(in crate::ui) use prompt::guidance_view;
pub use returns::{Returns, doors};

use crate::browser::{Database, LocalJournal, is_single_file};
use crate::store::Shelf;
use crate::ui::govuk::{
    Footer, GenericHeader, Here, NavItem, NavLink, ServiceNavigation, SkipLink,
};
use crate::ui::history;
use crate::ui::on_demand::{Load, OnDemand};
use crate::ui::prose_page::TextPage;
use crate::ui::router::{current, use_route};
use route::Page;

/// The frame and the start page; all else is drawn by the part that works on returns.
#[component]
pub fn App(
    /// Fetches that part, whose doors are [`doors`].
    load: Load<Returns>,
) -> impl IntoView {
    let returns = OnDemand::new(load);
    want_if_in_use(returns);
    let page = use_route(Page::of);
    // Known at once, so that no page is shown first that a passphrase hides.
    let seems_locked = LocalJournal::probe().is_some_and(LocalJournal::has_vault);
    let locked = Memo::new(move |_| returns.here().map_or(seems_locked, Returns::is_locked));
    let hidden = Memo::new(move |_| locked.get() && page.read().is_private());
    remember_place(page);
    view! {
        <header>
            <SkipLink />
            <GenericHeader name=words::PROGRAM href="#/" />
            <ServiceNavigation items=navigation(page) class="app-navigation">
                <a class="govuk-service-navigation__link app-navigation__help" id="help-here"
                    href=move || help::href(&page.read())>{words::HELP_HERE}</a>
            </ServiceNavigation>
            {move || match returns.here() {
                Some(returns) => returns.head(&page.read()),
                // Before that part is here, and where it does not arrive, no return lies open.
                None => Some(concern_bar::view(concern_bar::bar(&page.read(), Some(false)))),
            }}
        </header>
        <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main-content">
                {move || if hidden.get() { returns.draw(Returns::lock) } else { show(returns, page.get()) }}
            </main>
        </div>
        <footer>
            <Footer links=vec![
                NavLink::new(words::HELP, TextPage::Help.address()),
                NavLink::new(words::PRIVACY, TextPage::Privacy.address()),
                NavLink::new(words::ACCESSIBILITY, TextPage::Accessibility.address()),
            ]>
                <span id="version">{words::VERSION} " " {env!("CARGO_PKG_VERSION")}</span>
                {move || returns.here()?.tool(&page.read()).map(|tool| view! { <br /><span id="tool">{tool}</span> })}
            </Footer>
        </footer>
    }
}

/// Pages of text lead back to the page that was shown before them, and changed answers to their check.
fn remember_place(page: Memo<Page>) {
    Effect::new(move || {
        trail::shows(&page.read());
        if !matches!(*page.read(), Page::Text(..)) {
            history::stand(current());
        }
    });
}

fn navigation(page: Memo<Page>) -> Vec<NavItem> {
    let here = move |this: Page| {
        Signal::derive(move || if page.get() == this { Here::Exactly } else { Here::No })
    };
    vec![
        NavItem::new(words::NAV_START, "#/", here(Page::Start)),
        NavItem::new(words::NAV_DRAFTS, "#/drafts", here(Page::Drafts)),
    ]
}

/// A device that keeps returns, or will not, shows them or says so at the start.
fn want_if_in_use(returns: OnDemand<Returns>) {
    spawn_local(async move {
        let kept = match Database::open().await {
            Ok(database) => database.count(Shelf::Drafts).await,
            Err(error) => Err(error),
        };
        let in_use = |journal: LocalJournal| journal.knows_drafts() || journal.has_vault();
        // One that is lost is named, too.
        // As one file, the page holds that part already.
        if is_single_file() || kept != Ok(0) || LocalJournal::probe().is_some_and(in_use) {
            returns.want();
        }
    });
}

fn show(returns: OnDemand<Returns>, page: Page) -> AnyView {
    match page {
        Page::Start => view! { <start::StartPage returns=returns /> }.into_any(),
        Page::Unknown => page::unknown().into_any(),
        Page::Text(..)
        | Page::Drafts
        | Page::Invitation(_)
        | Page::Questions(_)
        | Page::Blank(_)
        | Page::Wipe
        | Page::Passphrase
        | Page::LockedCopy
        | Page::Move(..)
        | Page::Return(..) => returns.draw(move |returns| returns.show(page.clone())),
    }
}
