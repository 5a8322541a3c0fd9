//! Pages of a return that another tab has, or that two windows wrote to.

use leptos::prelude::*;

use super::answers::AnswersPage;
use super::desk::{Desk, HadBefore};
use super::route::Step;
use super::words;
use crate::id::ReturnId;
use crate::ui::govuk::{BackLink, Button, ButtonGroup, ButtonKind, NotificationBanner, PageTitle};

/// A return that another tab has: its answers, and the way to take it over.
pub fn reading(desk: Desk, id: ReturnId, before: HadBefore) -> AnyView {
    let (title, text) = match before {
        HadBefore::No => (words::READING, words::READING_EXPLAINED),
        HadBefore::Yes => (words::READING_LOST, words::READING_LOST_EXPLAINED),
    };
    let (mine, again) = (id.clone(), id);
    view! {
        <NotificationBanner>
            <h2 class="govuk-notification-banner__heading">{title}</h2>
            <p class="govuk-body">{text}</p>
            <ButtonGroup>
                <Button text=words::TAKE_OVER on_click=move |()| desk.take_over(mine.clone()) />
                <Button text=words::READ_AGAIN kind=ButtonKind::Secondary
                    on_click=move |()| desk.read_again(again.clone()) />
            </ButtonGroup>
        </NotificationBanner>
        <AnswersPage desk=desk reading=true />
    }
    .into_any()
}

/// A return that two windows wrote to: both copies, and nothing overwritten.
pub fn parted(desk: Desk, id: ReturnId, outcome: Result<ReturnId, String>) -> AnyView {
    match outcome {
        Ok(copy) => kept(desk, id, &copy),
        Err(why) => unkept(desk, id, why),
    }
}

fn kept(desk: Desk, id: ReturnId, copy: &ReturnId) -> AnyView {
    let mine = Step::Tasks.href(copy);
    view! {
        {heading(words::PARTED)}
        <p class="govuk-body">{words::PARTED_EXPLAINED}</p>
        <p class="govuk-body">{words::PARTED_ADVICE}</p>
        <ButtonGroup>
            <Button text=words::PARTED_OTHER on_click=move |()| desk.open_again(id.clone()) />
            <a class="govuk-link" href=mine>{words::PARTED_THIS}</a>
        </ButtonGroup>
    }
    .into_any()
}

fn unkept(desk: Desk, id: ReturnId, why: String) -> AnyView {
    let mine = id.clone();
    view! {
        {heading(words::PARTED_UNKEPT)}
        <p class="govuk-body">{words::PARTED_UNKEPT_EXPLAINED}</p>
        <p class="govuk-body">{why}</p>
        <ButtonGroup>
            <Button text=words::SAVE_THIS_COPY on_click=move |()| desk.save_apart(&mine) />
            <Button text=words::TRY_AGAIN kind=ButtonKind::Secondary
                on_click=move |()| desk.keep_apart(id.clone()) />
        </ButtonGroup>
    }
    .into_any()
}

fn heading(title: &'static str) -> AnyView {
    view! {
        <PageTitle text=title program=words::PROGRAM />
        <BackLink href="#/drafts" text=words::DRAFTS />
        <h1 class="govuk-heading-l">{title}</h1>
    }
    .into_any()
}
