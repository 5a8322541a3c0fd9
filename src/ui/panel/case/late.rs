//! Returns that came after the case was judged (edge case 7).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::{meeting, words as panel_words};
use super::words;
use crate::id::CaseRef;
use crate::order;
use crate::panel::Workbook;
use crate::ui::govuk::InsetText;

/// Whose they are, with the way to look at the case again; nothing where there is none.
pub fn judged_without(desk: Desk, case: &CaseRef) -> Option<AnyView> {
    let places = desk.with(|workbook| places(workbook, case));
    if places.is_empty() {
        return None;
    }
    let href = desk.href(&Part::Meeting(meeting::Place::List));
    let text = panel_words::judged_without(&places);
    let view = view! {
        <InsetText>{text} " " <a class="govuk-link" href=href>{words::LOOK_AGAIN}</a></InsetText>
    };
    Some(view.into_any())
}

fn places(workbook: &Workbook, case: &CaseRef) -> Vec<String> {
    let judgements = workbook.latest_judgements().filter(|one| one.subject.case == *case);
    let mut places: Vec<String> = judgements
        .flat_map(|one| workbook.judged_without(one))
        .map(|place| names::place_line(workbook, &place))
        .collect();
    order::sort(&mut places);
    places.dedup();
    places
}
