//! What the pages of a round share.

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use super::words;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Cell, ErrorSummary, InsetText, PageErrors, PageTitle, SaveStatus,
    focus_region, once_shown,
};

/// Which page of a long list is shown.
const HERE: &str = "pager-here";

/// Title, way back, heading and save line of a page of the open round.
pub fn heading(desk: Desk, title: &'static str, back: (&Part, &'static str)) -> AnyView {
    let (part, words) = back;
    view! {
        <PageTitle text=title program=words::PROGRAM />
        <BackLink href=desk.href(part) text=words />
        {caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
    }
    .into_any()
}

/// The same for a page whose heading is made of the round's words, and that may have something wrong.
pub fn titled(
    desk: Desk,
    title: String,
    back: (&Part, &'static str),
    errors: PageErrors,
) -> AnyView {
    let (part, words) = back;
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(part) text=words />
        <ErrorSummary errors=errors />
        {caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
    }
    .into_any()
}

/// Board and round, above the heading of a page of the open round.
pub fn caption(desk: Desk) -> AnyView {
    let named = desk.with(|workbook| {
        let round = &workbook.plan().round;
        [round.board.short_name.as_str(), &round.title].join(": ")
    });
    view! { <span class="govuk-caption-l">{named}</span> }.into_any()
}

/// What was recorded last, here or on the page before.
pub fn said_line(desk: Desk) -> AnyView {
    let before = desk.take_said();
    let said = move || {
        let said = desk.said().or_else(|| before.clone());
        said.and_then(|said| said.text())
            .map(|text| view! { <InsetText class="app-said">{text}</InsetText> })
    };
    view! { <div role="status">{said}</div> }.into_any()
}

/// An address that names no page.
pub fn unknown() -> AnyView {
    view! {
        <PageTitle text=words::UNKNOWN_PAGE program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::UNKNOWN_PAGE}</h1>
        <p class="govuk-body">{words::UNKNOWN_PAGE_ADVICE}</p>
    }
    .into_any()
}

/// A table that may be wider than the page: it scrolls by itself, by keyboard too.
pub fn scrolling(label: impl Into<String>, table: AnyView) -> AnyView {
    let label: String = label.into();
    view! { <div class="app-scroll" tabindex="0" role="region" aria-label=label>{table}</div> }
        .into_any()
}

/// The head of an auditor's column: the agency, then the place where that says more.
pub fn auditor_head(agency: &str, label: &str) -> Cell {
    let text = agency.to_owned();
    let place = (!label.is_empty() && label != agency).then(|| {
        let label = label.to_owned();
        view! { " " <span class="app-note">{label}</span> }
    });
    Cell::new(view! { {text}{place} })
}

/// The same as the way to the auditor's return.
pub fn return_head(href: String, agency: &str, label: &str) -> Cell {
    let (text, label) = (agency.to_owned(), label.to_owned());
    let place = (!label.is_empty() && label != text)
        .then(|| view! { " " <span class="app-note">{label}</span> });
    Cell::new(view! { <a class="govuk-link" href=href>{text}{place}</a> })
}

/// The way through a long list, a page at a time.
pub fn pager(label: &'static str, here: usize, pages: usize, page: RwSignal<usize>) -> AnyView {
    let go = move |to: usize| {
        move |()| {
            page.set(to);
            // On the first page and on the last, the button that was pressed is gone.
            if to == 0 || to + 1 == pages {
                once_shown(|| {
                    focus_region(HERE);
                });
            }
        }
    };
    view! {
        <nav class="app-pager" aria-label=label>
            {(here > 0).then(|| view! { <Button text="Previous" kind=ButtonKind::Secondary on_click=go(here - 1) /> })}
            <span class="govuk-body" id=HERE>{[(here + 1).to_string(), pages.to_string()].join(" of ")}</span>
            {(here + 1 < pages).then(|| view! { <Button text="Next" kind=ButtonKind::Secondary on_click=go(here + 1) /> })}
        </nav>
    }
    .into_any()
}
