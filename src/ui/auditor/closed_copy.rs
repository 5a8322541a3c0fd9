//! Saving a copy of a return that opens with a passphrase only.

use leptos::prelude::*;

use super::controls::page_caption;
use super::desk::{Desk, Locking};
use super::passphrase::Form;
use super::route::Step;
use super::words;
use crate::ui::govuk::{BackLink, Button, ErrorSummary, PageTitle, WarningText};

/// The way to this page, where no passphrase closes what is kept here.
pub fn link(desk: Desk) -> AnyView {
    let href = desk.href(&Step::ClosedCopy);
    let view = move || {
        (desk.locking().get() == Locking::Off).then(|| {
            view! { <p class="govuk-body"><a class="govuk-link" href=href.clone()>{words::CLOSED_COPY}</a></p> }
        })
    };
    view.into_any()
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let form = Form::new(desk);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(typed) = form.new_passphrase(Vec::new()) {
            form.begin();
            desk.save_closed_copy(typed, move |saved| match saved {
                Ok(name) => form.finish("new-passphrase", Ok(()), words::closed_copy_as(&name)),
                Err(why) => form.finish("new-passphrase", Err(why), ""),
            });
        }
    };
    view! {
        <PageTitle text=words::CLOSED_COPY program=words::PROGRAM error=form.errors.any() />
        <BackLink href=desk.href(&Step::Tasks) text=words::BACK_TO_TASKS />
        <ErrorSummary errors=form.errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::CLOSED_COPY}</h1>
        {form.outcome()}
        <p class="govuk-body-l">{words::CLOSED_COPY_LEAD}</p>
        <p class="govuk-body">{words::CLOSED_COPY_OPENS}</p>
        <WarningText>{words::CLOSED_COPY_WARNING}</WarningText>
        <form novalidate on:submit=submit>
            {form.boxes_with(words::CLOSED_COPY_HINT)}
            {form.working(words::CLOSING_COPY)}
            <Button text=words::CLOSED_COPY_NOW />
        </form>
    }
    .into_any()
}
