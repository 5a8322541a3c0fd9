//! Open concerns at the head of the round, above everything else (C-05).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::words::concerns as words;
use super::{Place, lines, part, untrusted};
use crate::ui::govuk::{TagColour, TaskStatus};

/// How many are open and how long; nothing where none is.
pub fn alert(desk: Desk) -> AnyView {
    let view = move || {
        let lines = lines(desk);
        let open: Vec<_> = lines.iter().filter(|line| line.is_open()).collect();
        let unsure = untrusted(desk).len();
        if open.is_empty() && unsure == 0 {
            return None;
        }
        // Of one without a time nobody can say that another is older.
        let all_known = open.iter().all(|line| line.working_days.is_some());
        let oldest = open.iter().filter_map(|line| line.working_days).max();
        let unsure = (unsure > 0).then(|| words::untrusted(unsure));
        let (text, beside) = match (open.len(), unsure) {
            (0, unsure) => (unsure.unwrap_or_default(), None),
            (open, unsure) => (words::alert(open, oldest.filter(|_| all_known)), unsure),
        };
        let beside = beside.map(|text| view! { <p class="govuk-body">{text}"."</p> });
        let alarms = open.iter().filter(|line| line.alarm).count();
        let alarms =
            (alarms > 0).then(|| view! { <p class="govuk-body">{words::alarms(alarms)}</p> });
        let href = desk.href(&part(Place::Board));
        Some(view! {
            <section class="app-concern-alert" aria-labelledby="concern-alert">
                <h2 class="govuk-heading-m" id="concern-alert">{text}</h2>
                {alarms}
                {beside}
                <p class="govuk-body"><a class="govuk-link" href=href>{words::SEE_CONCERNS}</a></p>
            </section>
        })
    };
    view.into_any()
}

/// How many are open, and how many somebody has to look at first, for the list of what there is to do.
pub fn standing(desk: Desk) -> TaskStatus {
    let open = lines(desk).iter().filter(|line| line.is_open()).count();
    match words::standing(open, untrusted(desk).len()) {
        text if text.is_empty() => TaskStatus::plain(""),
        text => TaskStatus::tag(text, TagColour::Red),
    }
}
