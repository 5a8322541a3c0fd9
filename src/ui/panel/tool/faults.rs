//! What is wrong with the draft: the list that leads to each page, and each page's own errors.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::editing::Editing;
use super::{Place, part, words};
use crate::text::capitalised;
use crate::tool::edit::FaultPlace;
use crate::ui::govuk::PageError;

/// Id of the list.
pub const LIST: &str = "faults";

/// Every fault of the draft with its place.
fn all(desk: Desk) -> Vec<(FaultPlace, String)> {
    desk.with(|workbook| {
        let Some(draft) = workbook.tool_draft() else { return Vec::new() };
        let faults = draft.faults();
        let place = |fault| FaultPlace::of(fault, draft.tool());
        faults.iter().map(|fault| (place(fault), sentence(&fault.kind.to_string()))).collect()
    })
}

fn sentence(text: &str) -> String {
    [&capitalised(text), "."].concat()
}

/// The list, above the tool's areas; nothing where nothing is wrong.
pub fn list(desk: Desk, edits: RwSignal<u32>) -> Option<AnyView> {
    edits.track();
    let items: Vec<_> = all(desk)
        .into_iter()
        .map(|(place, said)| {
            let (at, name) = leads_to(&place);
            let href = desk.href(&part(Place::Faults(Box::new(at))));
            let text = [&name, ": ", &said].concat();
            view! { <li><a href=href>{text}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="govuk-error-summary" id=LIST tabindex="-1">
                <h2 class="govuk-error-summary__title">{words::FAULTS}</h2>
                <div class="govuk-error-summary__body">
                    <ul class="govuk-list govuk-error-summary__list">{items}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

fn leads_to(place: &FaultPlace) -> (Place, String) {
    match place {
        FaultPlace::Tool(member) if member == "graded_by" => {
            (Place::Scale, words::SCALE.to_owned())
        }
        FaultPlace::Tool(member) if member == "agency_kinds" => {
            (Place::Kinds, words::AGENCY_KINDS.to_owned())
        }
        FaultPlace::Tool(_) => (Place::Whole, words::TOOL.to_owned()),
        FaultPlace::Scale(_) | FaultPlace::Grade(..) => (Place::Scale, words::SCALE.to_owned()),
        FaultPlace::Kind(..) => (Place::Kinds, words::AGENCY_KINDS.to_owned()),
        FaultPlace::Area(id, _) => {
            (Place::Area(id.clone()), [words::AREA, " ", id.as_str()].concat())
        }
        FaultPlace::Prompt(id, _) => (Place::Prompt(id.clone()), words::question(id.as_str())),
    }
}

/// Shows what is wrong with what a page is about, each at its control, to whoever was led there.
pub fn show_own(editing: Editing, is_own: impl Fn(&FaultPlace) -> Option<String>) {
    let found = untrack(|| all(editing.desk));
    let own = found.into_iter().filter_map(|(place, said)| {
        let control = is_own(&place)?;
        Some(PageError::new(control, said))
    });
    editing.errors.show(own.collect());
}
