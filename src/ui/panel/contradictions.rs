//! Returns that contradict each other, each with the way to ask about it (edge cases 3 and 12).

use leptos::prelude::*;

use super::desk::Desk;
use super::register::place_words;
use super::route::{Part, ReturnAt};
use super::words::register as own;
use crate::id::CaseRef;
use crate::panel::{Discrepancy, discrepancies};
use crate::text::listed;
use crate::ui::govuk::{TagColour, TaskStatus};

/// All of these under a heading; nothing where there is none.
pub fn section(desk: Desk, all: Vec<Discrepancy>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> = all.iter().map(|one| line(desk, one)).collect();
    let view = view! {
        <h2 class="govuk-heading-m">{own::CONTRADICTIONS}</h2>
        <ul class="govuk-list govuk-list--bullet">{lines}</ul>
    };
    Some(view.into_any())
}

/// Those of one case; watched.
pub fn of_case(desk: Desk, case: &CaseRef) -> Option<AnyView> {
    let all = desk.with(discrepancies).into_iter();
    section(desk, all.filter(|one| one.place().case == *case).collect())
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
