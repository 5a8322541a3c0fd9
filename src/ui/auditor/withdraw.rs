//! Taking a signed return back, with the reason.

use leptos::prelude::*;

use super::controls::{legend, page_caption};
use super::desk::Desk;
use super::guarded::{found_under, guarded_strictly};
use super::route::Step;
use super::words;
use crate::check::i03_withdrawal_identifies_nobody;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, ErrorSummary, InsetText, PageError, PageErrors, PageTitle,
    TextInput, Textarea,
};
use crate::ui::router::go;

/// Id of the box for the reason.
const REASON: &str = "withdraw-reason";

/// The page on which the version last signed is taken back.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (reason, name) = (StoredValue::new(String::new()), StoredValue::new(String::new()));
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = reason.get_value();
        let found = desk.with(|open| i03_withdrawal_identifies_nobody(open.guard(), &typed));
        let found = found.map(|text| PageError::new(REASON, text));
        let wrong = found.into_iter().chain(wrong(&typed, &name.get_value())).collect();
        if busy.get_untracked() || !errors.show(wrong) {
            return;
        }
        busy.set(true);
        desk.withdraw(name.get_value(), typed, move |outcome| {
            let _ = busy.try_set(false);
            match outcome {
                Ok(_) => go(&desk.href(&Step::Done)),
                Err(why) => drop(said.try_set(Some(why))),
            }
        });
    };
    view! {
        <PageTitle text=words::WITHDRAW program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(&Step::Done) />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::WITHDRAW}</h1>
        <p class="govuk-body">{words::WITHDRAW_EXPLAINED}</p>
        <div role="status">{move || said.get().map(|text| view! { <InsetText>{text}</InsetText> })}</div>
        <form novalidate on:submit=submit>
            {guarded_strictly(desk, REASON, view! { <Textarea id=REASON described_by=found_under(REASON) label=legend(words::WITHDRAW_REASON)
                hint=words::CONCERN_TEXT_HINT rows=4 on_input=move |text| reason.set_value(text) error=errors.of(REASON) /> })}
            <TextInput id="withdraw-name" label=legend(words::TYPE_YOUR_NAME)
                on_input=move |text| name.set_value(text) error=errors.of("withdraw-name") />
            <Button text=words::SIGN_WITHDRAWAL kind=ButtonKind::Warning />
        </form>
    }
    .into_any()
}

fn wrong(reason: &str, name: &str) -> Vec<PageError> {
    let rows = [
        (reason.trim().is_empty(), REASON, words::ENTER_WITHDRAWAL_REASON),
        (name.trim().is_empty(), "withdraw-name", words::ENTER_SIGNATURE),
    ];
    let wrong = rows.into_iter().filter(|(wrong, ..)| *wrong);
    wrong.map(|(_, id, text)| PageError::new(id, text)).collect()
}
