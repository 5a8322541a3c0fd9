//! What the round states of itself, put right or brought up to date while it runs (K-01).

use leptos::prelude::*;

use super::desk::Desk;
use super::new_round::{error, sections};
use super::page::titled;
use super::route::Part;
use super::typing::Typing;
use super::words as panel_words;
use super::words::set_up as words;
use crate::panel::{Stamp, Workbook};
use crate::round::set_up::{CHANGE, REASON, SetUpFault};
use crate::ui::govuk::{Button, Caption, InsetText, PageErrors, Size};
use crate::ui::router::go;

/// The page. Made anew when what was typed is forgotten.
pub fn page(desk: Desk) -> AnyView {
    let again = RwSignal::new(0_u32);
    let page = move || {
        again.track();
        untrack(|| form(desk, again))
    };
    page.into_any()
}

fn form(desk: Desk, again: RwSignal<u32>) -> AnyView {
    let errors = PageErrors::new();
    let (stated, agencies, slots, standards, invited) = desk.with(|workbook| {
        let plan = workbook.plan();
        let invited = !workbook.invitations().is_empty();
        let (agencies, slots) = (plan.agencies.clone(), plan.slots.clone());
        (plan.details(), agencies, slots, Some(plan.round.standards()), invited)
    });
    let standards = standards.unwrap_or_else(crate::timescale::standards);
    let typing = Typing::new(desk, &Part::Details, "details", stated, errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        change(desk, typing);
    };
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    let why = Caption::new(words::WHY).size(Size::S);
    view! {
        {titled(desk, words::CHANGE_DETAILS.to_owned(), back, errors)}
        <p class="govuk-body">{words::STAYS_AS_ISSUED}</p>
        {invited.then(|| view! { <InsetText>{words::INVITED_ALREADY}</InsetText> })}
        {typing.standing(move || again.update(|count| *count += 1))}
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {sections::of_details(typing, &agencies, &slots, &standards)}
            {typing.area(REASON, why, words::WHY_HINT, 3)}
            <Button text=words::CHANGE_DETAILS id=CHANGE />
        </form>
    }
    .into_any()
}

fn change(desk: Desk, typing: Typing) {
    let (typed, why) = (typing.texts(), typing.text(REASON));
    let shown = |faults: Vec<SetUpFault>| faults.iter().map(error).collect::<Vec<_>>();
    let change =
        |workbook: &mut Workbook, stamp: &Stamp| workbook.k01_change_details(&typed, &why, stamp);
    if typing.record_or(change, shown).is_some() {
        desk.say(words::DETAILS_CHANGED.to_owned());
        go(&desk.href(&Part::Overview));
    }
}
