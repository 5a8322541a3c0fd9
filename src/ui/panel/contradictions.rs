//! Returns that contradict each other, each with the way to ask about it (edge cases 3 and 12).

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging};
use super::register::place_words;
use super::route::{Part, ReturnAt};
use super::words::register as own;
use crate::id::CaseRef;
use crate::panel::{Discrepancy, discrepancies};
use crate::text::listed;
use crate::ui::govuk::{TagColour, TaskStatus};

/// All of these under a heading, a page at a time where they are of a whole round; nothing where there is none.
pub fn section(desk: Desk, all: &[Discrepancy], paging: Option<Paging>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let shown = paging.map(|paging| (paging, paging.shown(all.len(), LINES)));
    let here = shown.as_ref().map_or(all, |(_, shown)| shown.of_list(all));
    let lines: Vec<AnyView> = here.iter().map(|one| line(desk, one)).collect();
    let list = view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> }.into_any();
    let list = match &shown {
        Some((paging, shown)) => paging.around(own::CONTRADICTIONS, shown, list),
        None => list,
    };
    Some(view! { <h2 class="govuk-heading-m">{own::CONTRADICTIONS}</h2>{list} }.into_any())
}

/// Those of one case; watched.
pub fn of_case(desk: Desk, case: &CaseRef) -> Option<AnyView> {
    let mut all = desk.with(discrepancies);
    all.retain(|one| one.place().case == *case);
    section(desk, &all, None)
}

/// How many of the round nobody has asked about, for the list of what there is to do.
pub fn standing(desk: Desk) -> TaskStatus {
    let to_ask = desk.with(|workbook| {
        discrepancies(workbook).iter().filter(|one| one.asked(workbook).is_none()).count()
    });
    match to_ask {
        0 => TaskStatus::plain(""),
        some => TaskStatus::tag(own::to_ask_about(some), TagColour::Yellow),
    }
}

fn line(desk: Desk, one: &Discrepancy) -> AnyView {
    let place = one.place();
    let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
    let asked = desk.with(|workbook| one.asked(workbook).map(|query| query.id.clone()));
    let (text, part) = match asked {
        Some(id) => (own::ASKED_ABOUT_IT, Part::Question(id)),
        None => (own::ASK_ABOUT_IT, Part::Ask(at, one.about())),
    };
    let href = desk.href(&part);
    let hidden = [": ", &place_words(desk, place)].concat();
    view! {
        <li>
            {sentence(desk, one)} " "
            <a class="govuk-link" href=href>
                {text}<span class="govuk-visually-hidden">{hidden}</span>
            </a>
        </li>
    }
    .into_any()
}

fn sentence(desk: Desk, one: &Discrepancy) -> String {
    match one {
        Discrepancy::NilButNamed { nil, by } => {
            let by: Vec<String> = by.iter().map(|place| place_words(desk, place)).collect();
            own::nil_but_named(&place_words(desk, nil), &listed(&by))
        }
        Discrepancy::AnotherChild { place, prompts, fits } => {
            let fits: Vec<String> = desk.with(|workbook| {
                let label = |case| workbook.plan().case(case).map(|case| case.label.clone());
                fits.iter().filter_map(label).collect()
            });
            own::another_child(&place_words(desk, place), prompts.len(), &listed(&fits))
        }
    }
}
