//! What it means to lose the only key, told before it can happen.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::heading;
use super::super::route::Part;
use super::{Place, words};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let listed = |lines: &[&'static str]| {
        lines.iter().map(|line| view! { <li>{*line}</li> }).collect::<Vec<_>>()
    };
    let lost = [words::LOST_RETURNS, words::LOST_INVITATIONS, words::LOST_HERE, words::LOST_NOBODY];
    let safe = [words::SAFE_FILE, words::SAFE_APART, words::SAFE_DEPUTY, words::SAFE_AGAIN];
    let after = [words::AFTER_OPEN, words::AFTER_DEPUTY, words::AFTER_AGAIN];
    view! {
        {heading(desk, words::LOSING, (&Part::Keys(Place::Main), words::BACK_TO_KEYS))}
        <p class="govuk-body-l">{words::LOSING_LEAD}</p>
        <h2 class="govuk-heading-m">{words::WHAT_IS_LOST}</h2>
        <ul class="govuk-list govuk-list--bullet">{listed(&lost)}</ul>
        <h2 class="govuk-heading-m">{words::HOW_IT_HAPPENS}</h2>
        <p class="govuk-body">{words::HOW_IT_HAPPENS_TEXT}</p>
        <h2 class="govuk-heading-m">{words::HOW_TO_BE_SAFE}</h2>
        <ul class="govuk-list govuk-list--bullet">{listed(&safe)}</ul>
        <h2 class="govuk-heading-m">{words::IF_IT_HAPPENED}</h2>
        <ul class="govuk-list govuk-list--bullet">{listed(&after)}</ul>
    }
    .into_any()
}
