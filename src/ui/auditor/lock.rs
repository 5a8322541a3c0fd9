//! What stands in the place of every page while what is kept here is locked.

use leptos::prelude::*;

use super::desk::{Desk, Locking};
use super::passphrase_form::passphrase_form;
use super::route::WIPE;
use super::words;
use crate::ui::govuk::{
    Button, Details, ErrorSummary, InsetText, LinkButton, PageErrors, PageTitle,
};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    (move || match desk.locking().get() {
        Locking::Locked => ask(desk),
        Locking::Elsewhere => elsewhere(desk),
        Locking::Unreadable(why) => unreadable(desk, why),
        // A moment later the page itself is there.
        Locking::Looking | Locking::Off | Locking::Open => {
            view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any()
        }
    })
    .into_any()
}

/// At the head of every page while it is open: the way to lock it, and why it could not be.
pub fn bar(desk: Desk) -> AnyView {
    (move || {
        (desk.locking().get() == Locking::Open).then(|| {
            let why = move || {
                desk.not_locked()
                    .map(|why| view! { <InsetText class="app-trouble">{why}</InsetText> })
            };
            view! {
                <div class="govuk-width-container app-lock-bar app-no-print">
                    <LinkButton id="lock-now" text=words::LOCK_NOW on_click=move |()| desk.lock_all() />
                </div>
                <div class="govuk-width-container" role="alert">{why}</div>
            }
        })
    })
    .into_any()
}

fn ask(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let form = passphrase_form(errors, words::UNLOCK, words::UNLOCKING, move |typed, form| {
        desk.unlock(typed, move |outcome| {
            form.ended(outcome);
        });
    });
    view! {
        <PageTitle text=words::LOCKED program=words::PROGRAM error=errors.any() />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::LOCKED}</h1>
        <p class="govuk-body">{words::LOCKED_EXPLAINED}</p>
        {form}
        {forgotten()}
    }
    .into_any()
}

fn forgotten() -> AnyView {
    view! {
        <Details summary=words::FORGOTTEN>
            <p class="govuk-body">{words::FORGOTTEN_NOBODY}</p>
            <p class="govuk-body">{words::FORGOTTEN_COPY}</p>
            <p class="govuk-body">{words::FORGOTTEN_NO_COPY}</p>
            {wipe_link()}
        </Details>
    }
    .into_any()
}

fn wipe_link() -> AnyView {
    view! { <p class="govuk-body"><a class="govuk-link" href=WIPE>{words::WIPE_LINK}</a></p> }
        .into_any()
}

fn elsewhere(desk: Desk) -> AnyView {
    view! {
        <PageTitle text=words::LOCKED_ELSEWHERE program=words::PROGRAM />
        <h1 class="govuk-heading-l">{words::LOCKED_ELSEWHERE}</h1>
        <p class="govuk-body">{words::LOCKED_ELSEWHERE_EXPLAINED}</p>
        <Button text=words::LOOK_AGAIN on_click=move |()| desk.look_again() />
    }
    .into_any()
}

fn unreadable(desk: Desk, why: String) -> AnyView {
    view! {
        <PageTitle text=words::LOCK_UNREADABLE program=words::PROGRAM />
        <h1 class="govuk-heading-l">{words::LOCK_UNREADABLE}</h1>
        <p class="govuk-body">{words::LOCK_UNREADABLE_EXPLAINED}</p>
        <InsetText>{why}</InsetText>
        <Button text=words::TRY_AGAIN on_click=move |()| desk.look_again() />
        {wipe_link()}
    }
    .into_any()
}
