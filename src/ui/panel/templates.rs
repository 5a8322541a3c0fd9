//! What a new round begins from: one choice a page.

use leptos::prelude::*;

use super::words;
use crate::round::round_templates;
use crate::ui::govuk::{
    BackLink, Button, Caption, Choice, ErrorSummary, PageError, PageErrors, PageTitle, Radios, Size,
};
use crate::ui::router::go;

/// The page on which a template is chosen.
#[component]
pub fn TemplatesPage() -> impl IntoView {
    let chosen = StoredValue::new(String::new());
    let errors = PageErrors::new();
    let items: Vec<Choice> = round_templates()
        .into_iter()
        .map(|template| Choice::new(template.id, template.title).hint(template.summary))
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let template = chosen.get_value();
        let missing =
            template.is_empty().then(|| PageError::new("template", words::SELECT_TEMPLATE));
        if errors.show(missing.into_iter().collect()) {
            go(&["#/new/", &template].concat());
        }
    };
    view! {
        <PageTitle text=words::SET_UP program=words::PROGRAM error=errors.any() />
        <BackLink href="#/" text=words::BACK_TO_START />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::SET_UP}</h1>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            <Radios id="template" legend=Caption::new(words::TEMPLATE).size(Size::M) items=items
                on_change=move |text: String| chosen.set_value(text) error=errors.of("template") />
            <Button text=words::CONTINUE id="continue" />
        </form>
    }
}
