//! The panel's program: from a round's set-up to all agencies' gradings side by side.

mod areas;
mod ask;
mod authorities;
mod banners;
mod calibration;
mod case;
mod cases;
mod chronology;
mod concerns;
mod contradictions;
mod copies;
mod counts;
mod deputy;
mod desk;
mod details;
mod documents;
mod download;
#[cfg(test)]
mod every_page;
mod findings;
mod guarded;
mod held_back;
mod help;
mod import;
mod invitations;
mod judging;
mod keys;
mod late;
mod limits;
mod log;
mod mapping;
mod matrix;
mod meeting;
mod names;
mod new_round;
mod overview;
mod own_parts;
mod page;
mod paper;
mod plan;
mod preparing;
mod question;
mod questions;
mod reading;
mod register;
mod reminders;
mod rounds;
mod route;
mod sampling;
mod search;
mod start;
mod step_form;
mod taken_back;
mod templates;
mod tool;
mod typing;
mod undo_form;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use documents::{doors as document_doors, record_doors};
pub use judging::doors as judging_doors;
pub use late::LatePages;
pub use plan::doors as plan_doors;
pub use preparing::{Preparing, prepare};
pub use rounds::{Rounds, doors};

use crate::browser::Database;
use crate::id::RoundId;
use crate::store::Shelf;
use crate::ui::govuk::{
    Footer, GenericHeader, Here, NavItem, NavLink, ServiceNavigation, SkipLink,
};
use crate::ui::history;
use crate::ui::on_demand::{Load, OnDemand};
use crate::ui::prose_page::TextPage;
use crate::ui::router::{current, use_route};
use route::{Page, Part};

/// The frame and the start page; all else is drawn by the part that works on rounds, and the one in
/// which rounds are prepared.
#[component]
pub fn App(
    /// Fetches that part, whose doors are [`doors`].
    load: Load<Rounds>,
    /// Fetches the part in which rounds are prepared, whose doors are [`prepare`].
    load_preparing: Load<Preparing>,
    /// Fetches the part that makes documents, whose doors are [`document_doors`].
    load_documents: Load<LatePages>,
    /// Fetches the part with the records of a whole round, whose doors are [`record_doors`].
    load_records: Load<LatePages>,
    /// Fetches the part with the action plan, whose doors are [`plan_doors`].
    load_plan: Load<LatePages>,
    /// Fetches the part in which the panel judges, whose doors are [`judging_doors`].
    load_judging: Load<LatePages>,
) -> impl IntoView {
    let (rounds, preparing) = (OnDemand::new(load), OnDemand::new(load_preparing));
    let late = Late {
        documents: OnDemand::new(load_documents),
        records: OnDemand::new(load_records),
        plan: OnDemand::new(load_plan),
        judging: OnDemand::new(load_judging),
    };
    want_if_in_use(rounds);
    let page = use_route(Page::of);
    remember_place(page);
    view! {
        <header class="app-wide">
            <SkipLink />
            <GenericHeader name=words::PROGRAM href="#/" />
            {move || navigation_bar(&page.get())}
            {move || rounds.here()?.banners(&page.read())}
        </header>
        <div class="govuk-width-container app-wide">
            <main class="govuk-main-wrapper" id="main-content">
                {move || show(rounds, preparing, late, page.get())}
            </main>
        </div>
        <footer class="app-wide">
            <Footer links=vec![
                NavLink::new(words::HELP, TextPage::Help.address()),
                NavLink::new(words::PRIVACY, TextPage::Privacy.address()),
                NavLink::new(words::ACCESSIBILITY, TextPage::Accessibility.address()),
            ]>
                <span id="version">{words::VERSION} " " {env!("CARGO_PKG_VERSION")}</span>
                {move || rounds.here()?.tool(&page.read()).map(|tool| view! { <br /><span id="tool">{tool}</span> })}
            </Footer>
        </footer>
    }
}

/// Parts that load with the first of their pages.
#[derive(Clone, Copy)]
struct Late {
    documents: OnDemand<LatePages>,
    records: OnDemand<LatePages>,
    plan: OnDemand<LatePages>,
    judging: OnDemand<LatePages>,
}

/// Pages of text lead back to the page that was shown before them.
fn remember_place(page: Memo<Page>) {
    Effect::new(move || {
        if !matches!(*page.read(), Page::Text(..)) {
            history::stand(current());
        }
    });
}

fn navigation_bar(page: &Page) -> AnyView {
    let help_here = help::href(page);
    view! {
        <ServiceNavigation items=navigation(page) class="app-navigation">
            <a class="govuk-service-navigation__link app-navigation__help" id="help-here"
                href=help_here>{words::HELP_HERE}</a>
        </ServiceNavigation>
    }
    .into_any()
}

/// Within a round, its parts; else the start page only.
fn navigation(page: &Page) -> Vec<NavItem> {
    let here = |yes: bool| if yes { Here::Exactly } else { Here::No };
    let mut items = vec![NavItem::new(words::NAV_START, "#/", here(*page == Page::Start))];
    if let Page::Round(id, part) = page {
        let parts = [
            (words::OVERVIEW, Part::Overview),
            (words::IMPORT, Part::Import),
            (words::MATRIX, Part::Matrix),
            (words::CASES, Part::Cases),
            (words::concerns::CONCERNS, Part::Concerns(concerns::Place::Board)),
            (words::meeting::MEETINGS, Part::Meeting(meeting::Place::List)),
            (words::findings::FINDINGS, Part::Findings(findings::Place::List)),
            (words::documents::DOCUMENTS, Part::Documents(documents::Place::List)),
            (words::plan::PLAN, Part::Plan(plan::Place::Board)),
            (words::register::SEARCH, Part::Search),
        ];
        let here = |to: &Part| match (part, to) {
            (part, to) if part == to => Here::Exactly,
            (Part::Documents(documents::Place::TakeOff), Part::Overview) => Here::Within,
            (Part::Documents(documents::Place::TakeOff), _) => Here::No,
            (Part::Meeting(_), Part::Meeting(_))
            | (Part::Concerns(_), Part::Concerns(_))
            | (Part::Findings(_), Part::Findings(_))
            | (Part::Documents(_), Part::Documents(_))
            | (Part::Plan(_), Part::Plan(_))
            | (
                Part::Case(_) | Part::CaseStanding(_) | Part::CasePapers(_) | Part::Chronology(_),
                Part::Cases,
            )
            | (Part::Place(..) | Part::Return(..) | Part::Reminders, Part::Matrix)
            | (Part::File(_) | Part::FileText(_) | Part::Files | Part::Mapping(_), Part::Import)
            | (
                Part::Details
                | Part::Keys(_)
                | Part::Invitations
                | Part::Invitation(_)
                | Part::Copies(_),
                Part::Overview,
            ) => Here::Within,
            _ => Here::No,
        };
        let item = |(text, to): (&str, Part)| NavItem::new(text, to.href(id), here(&to));
        items.extend(parts.map(item));
    }
    items
}

/// A device that keeps rounds, or will not, shows them or says so at the start.
fn want_if_in_use(rounds: OnDemand<Rounds>) {
    spawn_local(async move {
        let kept = match Database::open().await {
            Ok(database) => {
                let counts =
                    [database.count(Shelf::Workbooks).await, database.count(Shelf::SetUps).await];
                counts.iter().any(|count| *count != Ok(0))
            }
            Err(_) => true,
        };
        if kept {
            rounds.want();
        }
    });
}

fn show(
    rounds: OnDemand<Rounds>,
    preparing: OnDemand<Preparing>,
    late: Late,
    page: Page,
) -> AnyView {
    match page {
        Page::Round(id, part) if documents::is_of_records(&part) => {
            late_page(rounds, late.records, id, part)
        }
        Page::Round(id, part @ Part::Documents(_)) => late_page(rounds, late.documents, id, part),
        Page::Round(id, part @ Part::Plan(_)) => late_page(rounds, late.plan, id, part),
        Page::Round(id, part) if judging::has(&part) => late_page(rounds, late.judging, id, part),
        Page::Start => view! { <start::StartPage rounds=rounds /> }.into_any(),
        Page::Unknown => page::unknown(),
        Page::Text(..) | Page::Templates | Page::NewRound(_) | Page::Deputy | Page::Round(..) => {
            rounds.draw(move |rounds| rounds.show(page.clone(), preparing))
        }
    }
}

fn late_page(
    rounds: OnDemand<Rounds>,
    pages: OnDemand<LatePages>,
    id: RoundId,
    part: Part,
) -> AnyView {
    rounds.draw(move |rounds| rounds.late(id.clone(), pages, part.clone()))
}
