//! The part in which a round is prepared: set up from a template, its details put right, its cases chosen, its
//! tool changed.
//!
//! Loaded when first needed. The part that works on rounds reaches it through its doors only, so that
//! whoever reads returns and holds meetings loads nothing of it.

use leptos::prelude::*;

use super::desk::Desk;
use super::route::{Page, Part};
use super::{details, new_round, page, sampling, templates, tool};

/// The doors of this part.
#[derive(Clone, Copy)]
pub struct Preparing {
    show: fn(Desk, Page) -> AnyView,
}

/// Gives the doors.
pub fn prepare() -> Preparing {
    Preparing { show }
}

impl Preparing {
    /// A page of this part; one of a round only while that is open.
    pub fn show(self, desk: Desk, page: Page) -> AnyView {
        (self.show)(desk, page)
    }

    /// Whether a page of a round belongs to this part.
    pub fn has(part: &Part) -> bool {
        matches!(part, Part::Details | Part::Sampling(_) | Part::Tool(_))
    }
}

fn show(desk: Desk, page: Page) -> AnyView {
    match page {
        Page::Templates => view! { <templates::TemplatesPage /> }.into_any(),
        Page::NewRound(template) => new_round::page(desk, &template),
        Page::Round(_, Part::Details) => details::page(desk),
        Page::Round(_, Part::Sampling(place)) => sampling::page(desk, place),
        Page::Round(_, Part::Tool(place)) => tool::page(desk, place),
        Page::Start | Page::Deputy | Page::Text(..) | Page::Round(..) | Page::Unknown => {
            page::unknown()
        }
    }
}
