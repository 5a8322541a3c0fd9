//! That agencies of one case were held to different standards, beside their gradings (edge case 14).

use leptos::prelude::*;

use super::names;
use super::words::together as words;
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::integration::{HeldTo, ec14_held_to};
use crate::ui::govuk::InsetText;

/// Who was held to which standards; nothing where the round's own hold for all.
pub fn view(workbook: &Workbook, case: &CaseRef) -> Option<AnyView> {
    let held = ec14_held_to(workbook, case);
    if held.is_empty() {
        return None;
    }
    let lines: Vec<_> = held
        .iter()
        .map(|one| {
            let text = line(workbook, one);
            view! { <li>{text}</li> }
        })
        .collect();
    let view = view! {
        <InsetText>
            <p class="govuk-body"><strong>{words::STANDARDS_DIFFER}</strong></p>
            <p class="govuk-body">{words::STANDARDS_DIFFER_EXPLAINED}</p>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
        </InsetText>
    };
    Some(view.into_any())
}

/// "Social care, second authority: Northshire, visits every four weeks; days are counted against its limits (Visits to
/// the child: 28 days); the child moved into this area".
fn line(workbook: &Workbook, held: &HeldTo) -> String {
    let authority = Some(held.authority.clone()).filter(|text| !text.is_empty());
    let nation = held.nation.as_deref().map(words::held_to_nation);
    let moved = held.transfer.map(|one| words::moved(one).to_owned());
    let limits = (!held.limits.is_empty()).then(|| words::counted_against(&held.limits));
    let changed = (!held.changed.is_empty()).then(|| words::counted_before(&held.changed));
    let said = [authority, limits, changed, nation, moved];
    let said: Vec<String> = said.into_iter().flatten().collect();
    [names::place_line(workbook, &held.place).as_str(), ": ", &said.join("; ")].concat()
}
