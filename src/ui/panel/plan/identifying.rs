//! What may tell who somebody is in the plan, told where a file of it is saved (I-08).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{today, words};
use crate::browser::now;
use crate::panel::guard_of_question;
use crate::report::{i08_in_plan, plan_grid};
use crate::ui::govuk::InsetText;

/// Each place of the plan that is to be looked at first; nothing where there is none.
pub fn warning(desk: Desk) -> AnyView {
    let shown = move || {
        let found = desk.with(|workbook| {
            let guard = guard_of_question(&workbook.plan().round, now());
            i08_in_plan(&plan_grid(workbook, today()), &guard)
        });
        let lines: Vec<_> = found.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <InsetText>
                    <p class="govuk-body">{words::IDENTIFYING}</p>
                    <ul class="govuk-list govuk-list--bullet">{lines}</ul>
                </InsetText>
            }
        })
    };
    shown.into_any()
}
