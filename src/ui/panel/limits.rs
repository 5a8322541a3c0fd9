//! What a report cannot rest on (K-03), what is still to settle (K-02), and what contradicts itself.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging, heading};
use super::register::place_words;
use super::route::Part;
use super::words::register as own;
use super::{contradictions, words};
use crate::browser::{local, now};
use crate::panel::expectation::{Gap, k02_gaps};
use crate::panel::{discrepancies, k03_limitations, limitations_paragraph};

/// The page of the limitations.
#[component]
pub fn LimitsPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let (of_open, of_found) = (Paging::new("open"), Paging::new("found"));
    let view = move || {
        let today = local(now()).date();
        let limits = desk.try_with(|workbook| {
            let limits = k03_limitations(workbook, today);
            let paragraph = limitations_paragraph(&limits);
            (paragraph, limits.len(), k02_gaps(workbook, today), discrepancies(workbook))
        });
        limits.map(|(paragraph, limits, gaps, found)| {
            let paragraph = if limits == 0 { own::NO_LIMITS.to_owned() } else { paragraph };
            // Looked for once a change of the round, however often somebody turns the page.
            let still_open = move || open(desk, &gaps, of_open);
            let contradictions = move || contradictions::section(desk, &found, Some(of_found));
            view! {
                <h2 class="govuk-heading-m">{own::THE_PARAGRAPH}</h2>
                <p class="govuk-body app-letter" id="limitations">{paragraph}</p>
                {still_open}
                {contradictions}
            }
        })
    };
    view! {
        {heading(desk, own::LIMITS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{own::LIMITS_EXPLAINED}</p>
        {view}
    }
}

fn open(desk: Desk, gaps: &[Gap], paging: Paging) -> AnyView {
    let shown = paging.shown(gaps.len(), LINES);
    let lines: Vec<_> = shown.of_list(gaps).iter().map(|gap| line(desk, gap)).collect();
    let list = match lines.is_empty() {
        true => view! { <p class="govuk-body">{own::NOTHING_OPEN}</p> }.into_any(),
        false => view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> }.into_any(),
    };
    let list = paging.around(own::STILL_OPEN, &shown, list);
    view! { <h2 class="govuk-heading-m">{own::STILL_OPEN}</h2>{list} }.into_any()
}

fn line(desk: Desk, gap: &Gap) -> AnyView {
    let (text, said, href) = match gap {
        Gap::Missing { place, overdue } => {
            let href = desk.href(&Part::Place(place.case.clone(), place.slot.clone()));
            let said = if *overdue { words::OVERDUE } else { words::EXPECTED };
            (place_words(desk, place), said, href)
        }
        Gap::Conflict(place) => {
            let href = desk.href(&Part::Place(place.case.clone(), place.slot.clone()));
            (place_words(desk, place), words::CONFLICT, href)
        }
        Gap::NotRead(place) => {
            let href = desk.href(&Part::Place(place.case.clone(), place.slot.clone()));
            (place_words(desk, place), own::NOT_READ, href)
        }
        Gap::Undecided(file) => {
            let name = desk.with(|workbook| {
                let register = workbook.register();
                let letter = || register.letter(file).map(|letter| letter.name.clone());
                let name = register.entry(file).map(|entry| entry.name.clone());
                name.or_else(letter).unwrap_or_default()
            });
            (name, own::group(crate::panel::FileGroup::ToDecide), desk.href(&Part::File(*file)))
        }
    };
    view! { <li><a class="govuk-link" href=href>{text}</a>": "{said}</li> }.into_any()
}
