//! The auditor's program: from an invitation to a signed return.

mod answers;
mod area;
mod concerns;
mod controls;

mod desk;
mod done;
mod drafts;
mod grading;
mod involvement;
mod lines;
mod missing;
mod overall;
mod page;
mod prompt;
mod route;
mod sign;
mod start;
mod tasks;
mod words;
mod you;

use leptos::prelude::*;

use crate::id::ReturnId;
use crate::ui::govuk::{
    BackLink, Button, Footer, GenericHeader, Here, InsetText, NavItem, NavLink, PageTitle,
    PhaseBanner, ServiceNavigation, SkipLink,
};
use crate::ui::router::use_route;
use crate::ui::text_page::TextPage;
use desk::{Desk, Opening};
use route::{Page, Step};

/// The whole program.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    desk.start();
    let page = use_route(Page::of);
    view! {
        <header>
            <SkipLink />
            <GenericHeader name=words::PROGRAM href="#/" />
            <ServiceNavigation items=navigation(page) />
            {move || practice(desk, &page.read())}
        </header>
        <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main-content">{move || show(desk, page.get())}</main>
        </div>
        <footer>
            <Footer links=vec![
                NavLink::new(words::HELP, "#/help"),
                NavLink::new(words::PRIVACY, "#/privacy"),
                NavLink::new(words::ACCESSIBILITY, "#/accessibility"),
            ]>{["Version ", env!("CARGO_PKG_VERSION")].concat()}</Footer>
        </footer>
    }
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

/// Says so on the pages of an invented audit.
fn practice(desk: Desk, page: &Page) -> Option<AnyView> {
    let open = matches!(page, Page::Return(..)) && matches!(desk.opening().get(), Opening::Open(_));
    let practice = open && desk.with(|open| open.invitation.round.practice);
    practice
        .then(|| view! { <PhaseBanner tag="Practice">{words::PRACTICE}</PhaseBanner> }.into_any())
}

fn show(desk: Desk, page: Page) -> AnyView {
    match page {
        Page::Start => view! { <start::StartPage desk=desk /> }.into_any(),
        Page::Drafts => view! { <drafts::DraftsPage desk=desk /> }.into_any(),
        Page::Invitation(hash) => {
            view! { <drafts::InvitationPage desk=desk hash=hash /> }.into_any()
        }
        Page::Help => text(words::HELP, words::HELP_TEXT),
        Page::Privacy => text(words::PRIVACY, words::PRIVACY_TEXT),
        Page::Accessibility => text(words::ACCESSIBILITY, words::ACCESSIBILITY_TEXT),
        Page::Unknown => page::unknown().into_any(),
        Page::Return(id, step, place) => {
            desk.ensure_open(id.clone());
            (move || of_return(desk, &id, step.clone(), place.clone())).into_any()
        }
    }
}

fn text(title: &'static str, parts: words::Text) -> AnyView {
    view! { <TextPage title=title program=words::PROGRAM back=words::BACK_TO_START parts=parts /> }
        .into_any()
}

/// A page of a return, once it is open.
fn of_return(desk: Desk, id: &ReturnId, step: Step, place: Option<String>) -> AnyView {
    match desk.opening().get() {
        Opening::Open(open) if open == *id => step_view(desk, step, place),
        Opening::Elsewhere(_) => elsewhere(desk, id.clone()),
        Opening::Failed(_, why) => failed(why).into_any(),
        Opening::Closed | Opening::Underway(_) | Opening::Open(_) => {
            view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any()
        }
    }
}

fn step_view(desk: Desk, step: Step, place: Option<String>) -> AnyView {
    // A signed version is read, not written: its correction is begun first.
    let step = if desk.is_signed() && step.is_writing() { Step::Done } else { step };
    match step {
        Step::Tasks => view! { <tasks::TasksPage desk=desk /> }.into_any(),
        Step::Auditor => view! { <you::AuditorPage desk=desk place=place /> }.into_any(),
        Step::Involvement => {
            view! { <involvement::InvolvementPage desk=desk place=place /> }.into_any()
        }
        Step::Area(area) => view! { <area::AreaPage desk=desk area=area place=place /> }.into_any(),
        Step::Overall => view! { <overall::OverallPage desk=desk place=place /> }.into_any(),
        Step::Concerns => view! { <concerns::ConcernsPage desk=desk place=place /> }.into_any(),
        Step::Missing => view! { <missing::MissingPage desk=desk /> }.into_any(),
        Step::Answers => view! { <answers::AnswersPage desk=desk /> }.into_any(),
        Step::Sign => view! { <sign::SignPage desk=desk /> }.into_any(),
        Step::Done => view! { <done::DonePage desk=desk /> }.into_any(),
    }
}

/// A return that another tab holds.
fn elsewhere(desk: Desk, id: ReturnId) -> AnyView {
    let again = move |()| desk.ensure_open(id.clone());
    view! {
        <PageTitle text=words::CANNOT_OPEN program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::CANNOT_OPEN}</h1>
        <p class="govuk-body">{words::OPEN_ELSEWHERE}</p>
        <Button text=words::TRY_AGAIN on_click=again />
    }
    .into_any()
}

/// What could not be opened, and why.
fn failed(why: String) -> impl IntoView {
    view! {
        <PageTitle text=words::CANNOT_OPEN program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::CANNOT_OPEN}</h1>
        <InsetText>{why}</InsetText>
    }
}
