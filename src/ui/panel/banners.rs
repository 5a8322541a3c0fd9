//! What is said above every page of a round.

use leptos::prelude::*;

use super::desk::{Desk, Opening};
use super::route::{Page, Part};
use super::{concerns, words};
use crate::ui::govuk::PhaseBanner;

/// That a concern is open, that the round is invented, and that no count has some of its returns.
pub fn of_page(desk: Desk, page: &Page) -> Option<AnyView> {
    let Page::Round(id, part) = page else { return None };
    if desk.opening().get() != Opening::Open(id.clone()) {
        return None;
    }
    let (practice, unread) = desk.try_with(|workbook| {
        (workbook.plan().round.practice, workbook.counting_unread().count())
    })?;
    let practice =
        practice.then(|| view! { <PhaseBanner tag="Practice">{words::PRACTICE}</PhaseBanner> });
    let unread = (unread > 0).then(|| {
        view! {
            <PhaseBanner tag="Unread" tag_class="govuk-tag--red">
                {words::unread(unread)} " "
                <a class="govuk-link" href=desk.href(&Part::Limits)>{words::SEE_UNREAD}</a>
            </PhaseBanner>
        }
    });
    let concern = concerns::banner(desk, part);
    Some(view! { {concern}{practice}{unread} }.into_any())
}
