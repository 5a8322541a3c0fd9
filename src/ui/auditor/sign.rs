//! Declaration and signature.

use leptos::prelude::*;

use super::controls::page_caption;
use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::audit_return::Declaration;
use crate::ui::govuk::{
    BackLink, Button, Caption, Checkboxes, Choice, ErrorSummary, InsetText, PageError, PageErrors,
    PageTitle, TextInput,
};
use crate::ui::router::go;

const STATEMENTS: [(&str, &str); 4] = [
    ("authorised", words::AUTHORISED),
    ("concerns", words::CONCERNS_PASSED_ON),
    ("pseudonymised", words::PSEUDONYMISED),
    ("fair", words::FAIR_ACCOUNT),
];

/// The page on which a return is signed.
#[component]
pub fn SignPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    desk.outstanding().map(|outstanding| match outstanding.is_nothing() {
        true => form(desk).into_any(),
        false => refused(desk, outstanding.blocks, outstanding.to_explain),
    })
}

fn refused(desk: Desk, blocks: usize, to_explain: usize) -> AnyView {
    view! {
        <PageTitle text=words::CANNOT_SIGN program=words::PROGRAM />
        <BackLink href=desk.href(&Step::Tasks) text=words::BACK_TO_TASKS />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::CANNOT_SIGN}</h1>
        <p class="govuk-body" id="sign-refused">{words::still_missing(blocks, to_explain)}</p>
        <Button text=words::SEE_MISSING href=desk.href(&Step::Missing) />
    }
    .into_any()
}

fn form(desk: Desk) -> impl IntoView {
    let errors = PageErrors::new();
    let ticked = RwSignal::new(Vec::<String>::new());
    let name = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_value();
        if busy.get_untracked() || !errors.show(wrong(&ticked.get_untracked(), &typed)) {
            return;
        }
        busy.set(true);
        desk.sign(typed, declaration(&ticked.get_untracked()), move |outcome| {
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => go(&desk.href(&Step::Done)),
                Err(why) => drop(failed.try_set(Some(why))),
            }
        });
    };
    let items = STATEMENTS.map(|(id, text)| Choice::new(id, text)).into();
    let key_note = desk.key_note();
    view! {
        <PageTitle text=words::SIGN program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(&Step::Answers) />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::SIGN}</h1>
        <p class="govuk-body">{words::SIGN_EXPLAINED}</p>
        {move || failed.get().map(|why| not_signed(desk, why))}
        <form novalidate on:submit=submit>
            <Checkboxes id="declaration" legend=Caption::new(words::I_DECLARE).size(crate::ui::govuk::Size::M)
                items=items on_change=move |chosen| ticked.set(chosen) error=errors.of("declaration") />
            <TextInput id="signature-name" label=Caption::new(words::TYPE_YOUR_NAME).size(crate::ui::govuk::Size::M)
                hint=words::TYPE_YOUR_NAME_HINT autocomplete="name" on_input=move |text| name.set_value(text)
                error=errors.of("signature-name") />
            <p class="govuk-body" id="who-can-open">{desk.seal_note()}</p>
            <p class="govuk-body-s">{key_note}</p>
            <Button text=words::SIGN_AND_DOWNLOAD />
        </form>
    }
}

/// Why nothing was signed. A day has begun since the page was opened, or another tab wrote: what is missing by now
/// stands on its own page.
fn not_signed(desk: Desk, why: String) -> impl IntoView {
    let missing = (why == words::CANNOT_SIGN).then(|| {
        let href = desk.href(&Step::Missing);
        view! { ". " <a class="govuk-link" href=href>{words::SEE_MISSING}</a> }
    });
    view! { <div role="alert"><InsetText>{why}{missing}</InsetText></div> }
}

fn declaration(ticked: &[String]) -> Declaration {
    let has = |id: &str| ticked.iter().any(|one| one == id);
    Declaration {
        authorised: has("authorised"),
        concerns_passed_on: has("concerns"),
        pseudonymised: has("pseudonymised"),
        fair_account: has("fair"),
    }
}

fn wrong(ticked: &[String], name: &str) -> Vec<PageError> {
    let mut wrong = Vec::new();
    if !declaration(ticked).is_complete() {
        wrong.push(PageError::new("declaration", words::TICK_ALL));
    }
    if name.trim().is_empty() {
        wrong.push(PageError::new("signature-name", words::ENTER_SIGNATURE));
    }
    wrong
}
