//! The panel's program: from a round's set-up to all agencies' gradings side by side.

mod areas;
mod cases;
mod counts;
mod desk;
mod import;
mod invitations;
mod matrix;
mod new_round;
mod overview;
mod page;
mod route;
mod start;
mod words;

use leptos::prelude::*;

use crate::id::RoundId;
use crate::ui::govuk::{
    BackLink, Footer, GenericHeader, Here, InsetText, NavItem, NavLink, PageTitle, PhaseBanner,
    ServiceNavigation, SkipLink,
};
use crate::ui::router::use_route;
use crate::ui::text_page::TextPage;
use desk::{Desk, Opening};
use route::{Page, Part};

/// The whole program.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    desk.start();
    let page = use_route(Page::of);
    view! {
        <header class="app-wide">
            <SkipLink />
            <GenericHeader name=words::PROGRAM href="#/" />
            {move || view! { <ServiceNavigation items=navigation(&page.get()) /> }}
            {move || practice(desk, &page.read())}
        </header>
        <div class="govuk-width-container app-wide">
            <main class="govuk-main-wrapper" id="main-content">{move || show(desk, page.get())}</main>
        </div>
        <footer class="app-wide">
            <Footer links=vec![
                NavLink::new(words::HELP, "#/help"),
                NavLink::new(words::PRIVACY, "#/privacy"),
                NavLink::new(words::ACCESSIBILITY, "#/accessibility"),
            ]>{["Version ", env!("CARGO_PKG_VERSION")].concat()}</Footer>
        </footer>
    }
}

/// Within a round, its parts; else the start page only.
fn navigation(page: &Page) -> Vec<NavItem> {
    let here = |yes: bool| if yes { Here::Exactly } else { Here::No };
    let mut items = vec![NavItem::new(words::NAV_START, "#/", here(*page == Page::Start))];
    if let Page::Round(id, part) = page {
        let parts = [
            (words::OVERVIEW, Part::Overview),
            (words::INVITATIONS, Part::Invitations),
            (words::IMPORT, Part::Import),
            (words::MATRIX, Part::Matrix),
            (words::CASES, Part::Cases),
            (words::AREAS, Part::Areas),
            (words::COUNTS, Part::Counts),
        ];
        let item = |(text, to): (&str, Part)| NavItem::new(text, to.href(id), here(*part == to));
        items.extend(parts.map(item));
    }
    items
}

/// Says so on the pages of an invented round.
fn practice(desk: Desk, page: &Page) -> Option<AnyView> {
    let open = matches!(page, Page::Round(..)) && matches!(desk.opening().get(), Opening::Open(_));
    let practice = open && desk.with(|workbook| workbook.plan().round.practice);
    practice
        .then(|| view! { <PhaseBanner tag="Practice">{words::PRACTICE}</PhaseBanner> }.into_any())
}

fn show(desk: Desk, page: Page) -> AnyView {
    match page {
        Page::Start => view! { <start::StartPage desk=desk /> }.into_any(),
        Page::NewRound => view! { <new_round::NewRoundPage desk=desk /> }.into_any(),
        Page::Help => text(words::HELP, words::HELP_TEXT),
        Page::Privacy => text(words::PRIVACY, words::PRIVACY_TEXT),
        Page::Accessibility => text(words::ACCESSIBILITY, words::ACCESSIBILITY_TEXT),
        Page::Unknown => page::unknown(),
        Page::Round(id, part) => {
            desk.ensure_open(id.clone());
            (move || of_round(desk, &id, part.clone())).into_any()
        }
    }
}

fn text(title: &'static str, parts: words::Text) -> AnyView {
    view! { <TextPage title=title program=words::PROGRAM back=words::BACK_TO_START parts=parts /> }
        .into_any()
}

/// A page of a round, once it is open.
fn of_round(desk: Desk, id: &RoundId, part: Part) -> AnyView {
    match desk.opening().get() {
        Opening::Open(open) if open == *id => untrack(|| part_view(desk, part)),
        Opening::Failed(_, why) => failed(why),
        Opening::Closed | Opening::Underway(_) | Opening::Open(_) => {
            view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any()
        }
    }
}

fn part_view(desk: Desk, part: Part) -> AnyView {
    match part {
        Part::Overview => view! { <overview::OverviewPage desk=desk /> }.into_any(),
        Part::Invitations => view! { <invitations::InvitationsPage desk=desk /> }.into_any(),
        Part::Import => view! { <import::ImportPage desk=desk /> }.into_any(),
        Part::Matrix => view! { <matrix::MatrixPage desk=desk /> }.into_any(),
        Part::Cases => view! { <cases::CasesPage desk=desk /> }.into_any(),
        Part::Case(case) => view! { <cases::CasePage desk=desk case=case /> }.into_any(),
        Part::Areas => view! { <areas::AreasPage desk=desk /> }.into_any(),
        Part::Counts => view! { <counts::CountsPage desk=desk /> }.into_any(),
    }
}

fn failed(why: String) -> AnyView {
    view! {
        <PageTitle text=words::CANNOT_OPEN program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::CANNOT_OPEN}</h1>
        <InsetText>{why}</InsetText>
    }
    .into_any()
}
