//! What may tell who somebody is in the plan, told where a file of it is saved (I-08).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{today, words};
use crate::browser::now;
use crate::panel::Workbook;
use crate::panel::actions::Withholding;
use crate::report::{i08_in_plan, i08_plan, plan_grid};
use crate::ui::govuk::{Checkboxes, Choice, InsetText};

/// Each place of the plan that is to be looked at first, and how much of it is withheld in files; nothing where there
/// is none. `is_meant` becomes whether a person says that names, schools and days are of the work.
pub fn warning(desk: Desk, is_meant: RwSignal<bool>) -> AnyView {
    let found = |workbook: &Workbook| {
        i08_in_plan(&plan_grid(workbook, today()), &Withholding::of(workbook, now(), false))
    };
    // Made anew when other places are found, for which nobody has said anything yet.
    let found = Memo::new(move |_| desk.with(found));
    let shown = move || {
        let found = found.get();
        is_meant.set(false);
        let lines: Vec<_> = found.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        let on_change = move |values: Vec<String>| is_meant.set(!values.is_empty());
        (!lines.is_empty()).then(|| {
            view! {
                <InsetText>
                    <p class="govuk-body">{words::IDENTIFYING}</p>
                    <ul class="govuk-list govuk-list--bullet">{lines}</ul>
                    <Checkboxes id="is-meant" items=vec![Choice::new("yes", words::IS_MEANT)] on_change=on_change />
                    <p class="govuk-body" role="status">{move || counted(desk, is_meant.get())}</p>
                </InsetText>
            }
        })
    };
    shown.into_any()
}

fn counted(desk: Desk, is_meant: bool) -> String {
    let count = |workbook: &Workbook| {
        i08_plan(workbook, today(), &Withholding::of(workbook, now(), is_meant)).1
    };
    words::withheld(desk.try_with(count).unwrap_or_default())
}
