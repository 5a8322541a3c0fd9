//! Setting up a round from a template.

mod auditors;
mod sections;
mod typing;

use leptos::prelude::*;

use super::desk::{Desk, Seals};
use super::new_round_form::Form;
use super::route::Part;
use super::{page, words};
use crate::ui::govuk::{BackLink, Button, ErrorSummary, PageError, PageErrors, PageTitle};
use crate::ui::router::go;
use auditors::Auditors;
use sections::{about, asked, dates, terms, which_cases};
use typing::Typing;

/// The page on which a round is set up from the template of this name.
pub fn page(desk: Desk, template: &str) -> AnyView {
    match Form::begin(template) {
        Some(form) => view! { <NewRoundPage desk=desk form=form /> }.into_any(),
        None => page::unknown(),
    }
}

/// The page on which a round is set up.
#[component]
fn NewRoundPage(
    /// The desk.
    desk: Desk,
    /// As the template begins it.
    form: Form,
) -> impl IntoView {
    let title = form.template.title.clone();
    let typing = Typing { form: StoredValue::new(form), errors: PageErrors::new() };
    let Typing { form, errors } = typing;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.get_value();
        if !errors.show(typed.wrong()) {
            return;
        }
        let Some(draft) = typed.draft() else { return };
        let seals = if typed.open { Seals::Nothing } else { Seals::ToThePanel };
        desk.set_up(draft, seals, move |outcome| match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => drop(errors.show(vec![PageError::new("create", why)])),
        });
    };
    view! {
        <PageTitle text=words::DETAILS program=words::PROGRAM error=errors.any() />
        <BackLink href="#/new" text=words::BACK_TO_TEMPLATES />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{title}</span>
        <h1 class="govuk-heading-l">{words::DETAILS}</h1>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {about(typing)}
            {which_cases(typing)}
            {terms(typing)}
            {dates(typing)}
            {asked(typing)}
            <Auditors typing=typing />
            <Button text=words::CREATE id="create" />
        </form>
    }
}
