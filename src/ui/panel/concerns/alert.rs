//! Open concerns at the head of the round, above everything else (C-05).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::route::Part;
use super::super::words::concerns as words;
use super::{Place, lines, lines_now, part, untrusted};
use crate::panel::concerns::BoardLine;
use crate::ui::govuk::{PhaseBanner, TagColour, TaskStatus};

/// How many are open and how long, in a line above every page; nothing where none is, and on the pages that say it
/// themselves. Never on paper: that may leave the panel.
pub fn banner(desk: Desk, page: &Part) -> Option<AnyView> {
    if matches!(page, Part::Overview | Part::Concerns(Place::Board)) {
        return None;
    }
    let lines = lines(desk);
    let open: Vec<&BoardLine> = lines.iter().filter(|line| line.is_open()).collect();
    let text = match (open.len(), untrusted(desk).len()) {
        (0, 0) => return None,
        (0, unsure) => words::untrusted(unsure),
        (some, _) => words::alert(some, oldest(&open)),
    };
    let href = desk.href(&part(Place::Board));
    let view = view! {
        <PhaseBanner tag=words::TAG tag_class="govuk-tag--red" class="app-no-print">
            {text}". "<a class="govuk-link" href=href>{words::SEE_CONCERNS}</a>
        </PhaseBanner>
    };
    Some(view.into_any())
}

/// Working days since the oldest was noticed. Of one without a time nobody can say that another is older.
fn oldest(open: &[&BoardLine]) -> Option<u32> {
    let all_known = open.iter().all(|line| line.working_days.is_some());
    open.iter().filter_map(|line| line.working_days).max().filter(|_| all_known)
}

/// How many are open and how long; nothing where none is.
pub fn alert(desk: Desk) -> AnyView {
    let view = move || {
        let lines = lines(desk);
        let open: Vec<&BoardLine> = lines.iter().filter(|line| line.is_open()).collect();
        let unsure = untrusted(desk).len();
        if open.is_empty() && unsure == 0 {
            return None;
        }
        let oldest = oldest(&open);
        let unsure = (unsure > 0).then(|| words::untrusted(unsure));
        let (text, beside) = match (open.len(), unsure) {
            (0, unsure) => (unsure.unwrap_or_default(), None),
            (open, unsure) => (words::alert(open, oldest), unsure),
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
    let open = lines_now(desk).iter().filter(|line| line.is_open()).count();
    match words::standing(open, untrusted(desk).len()) {
        text if text.is_empty() => TaskStatus::plain(""),
        text => TaskStatus::tag(text, TagColour::Red),
    }
}
