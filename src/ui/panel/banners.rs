//! What is said above every page of a round.

use leptos::prelude::*;

use super::desk::{Desk, Opening};
use super::route::{Page, Part};
use super::{concerns, words};
use crate::ui::govuk::{LinkButton, PhaseBanner};

/// That something is not kept, that a concern is open, that the round is invented, and that no count has some of
/// its returns.
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
    let overview = desk.href(&Part::Overview);
    let unkept = move || {
        let overview = overview.clone();
        desk.waits_for_room().then(|| {
            view! {
                <PhaseBanner tag="Not saved" tag_class="govuk-tag--red">
                    {words::ONLY_HERE} " " {rescue(desk)} " "
                    <a class="govuk-link" href=overview>{words::RESCUE_WITH_KEYS}</a>
                </PhaseBanner>
            }
        })
    };
    Some(view! { {unkept}{concern}{practice}{unread} }.into_any())
}

/// Saves the round that lies open to a file at once, and says so there and then.
pub fn rescue(desk: Desk) -> AnyView {
    let told = RwSignal::new(String::new());
    let tell =
        move |said: Result<String, String>| told.try_set(said.unwrap_or_else(|why| why)).is_none();
    view! {
        <LinkButton text=words::RESCUE on_click=move |()| desk.save_as_file(None, tell) /> " "
        <span role="status">{move || told.get()}</span>
    }
    .into_any()
}
