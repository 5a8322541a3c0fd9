//! The agency's own sign-off: a second person reads the signed return and signs it too.

use leptos::prelude::*;

use super::controls::{legend, page_caption};
use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::ui::govuk::{
    BackLink, Button, Checkboxes, Choice, ErrorSummary, InsetText, PageError, PageErrors,
    PageTitle, TextInput,
};
use crate::ui::router::go;

/// The page for the second signature; the file comes to the lead as a saved copy, opened in their own browser.
pub fn page(desk: Desk) -> AnyView {
    let signers = desk.versions().pop().map(|last| last.by).unwrap_or_default();
    let errors = PageErrors::new();
    let read = RwSignal::new(Vec::<String>::new());
    let (role, name) = (StoredValue::new(String::new()), StoredValue::new(String::new()));
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wrong = wrong(&read.get_untracked(), &role.get_value(), &name.get_value());
        if busy.get_untracked() || !errors.show(wrong) {
            return;
        }
        busy.set(true);
        desk.countersign(role.get_value(), name.get_value(), move |outcome| {
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => go(&desk.href(&Step::Done)),
                Err(why) => drop(failed.try_set(Some(why))),
            }
        });
    };
    view! {
        <PageTitle text=words::SECOND program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(&Step::Done) />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::SECOND}</h1>
        <p class="govuk-body">{words::SECOND_EXPLAINED}</p>
        <p class="govuk-body">{words::SIGNED_BY} " " {signers.join("; ")}</p>
        <p class="govuk-body"><a class="govuk-link" href=desk.href(&Step::Print)>{words::READ_RETURN}</a></p>
        {move || failed.get().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        <form novalidate on:submit=submit>
            <Checkboxes id="second-read" legend=legend(words::I_DECLARE)
                items=vec![Choice::new("read", words::SECOND_READ)]
                on_change=move |chosen| read.set(chosen) error=errors.of("second-read") />
            <TextInput id="second-role" label=legend(words::YOUR_ROLE) hint=words::YOUR_ROLE_HINT
                on_input=move |text| role.set_value(text) error=errors.of("second-role") />
            <TextInput id="second-name" label=legend(words::TYPE_YOUR_NAME) hint=words::TYPE_YOUR_NAME_HINT
                on_input=move |text| name.set_value(text) error=errors.of("second-name") />
            <Button text=words::SIGN_AND_DOWNLOAD />
        </form>
    }
    .into_any()
}

fn wrong(read: &[String], role: &str, name: &str) -> Vec<PageError> {
    let rows = [
        (read.is_empty(), "second-read", words::TICK_READ),
        (role.trim().is_empty(), "second-role", words::ENTER_YOUR_ROLE),
        (name.trim().is_empty(), "second-name", words::ENTER_SIGNATURE),
    ];
    let wrong = rows.into_iter().filter(|(wrong, ..)| *wrong);
    wrong.map(|(_, id, text)| PageError::new(id, text)).collect()
}
