//! Returns that came after what is before the panel was judged (edge case 7).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::{Part, ReturnAt};
use super::super::words as panel_words;
use super::words;
use crate::panel::integration::GridRow;
use crate::panel::{ReturnKey, Workbook};
use crate::ui::govuk::InsetText;

/// That the judgement was made without them, and the way to each; nothing where there is none.
pub fn line(desk: Desk, workbook: &Workbook, row: &GridRow) -> Option<AnyView> {
    let (judgement, _) = row.judgement.as_ref()?;
    let places = workbook.judged_without(judgement);
    if places.is_empty() {
        return None;
    }
    let name = |place: &ReturnKey| names::place_line(workbook, place);
    let text = panel_words::judged_without(&places.iter().map(name).collect::<Vec<_>>());
    let links: Vec<AnyView> = places
        .iter()
        .map(|place| {
            let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
            let href = desk.href(&Part::Return(at, None));
            let text = [words::READ_LATER_RETURN, ": ", &name(place)].concat();
            view! { <p class="govuk-body"><a class="govuk-link" href=href>{text}</a></p> }
                .into_any()
        })
        .collect();
    Some(view! { <InsetText>{text}</InsetText>{links} }.into_any())
}
