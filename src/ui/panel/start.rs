//! The start page: what this is, and the ways to begin.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::rounds::Rounds;
use super::route::Part;
use super::words;
use crate::browser::composed;
use crate::id::RoundId;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, ErrorSummary, FileUpload, InsetText, PageError, PageErrors,
    PageTitle, PasswordInput, Size,
};
use crate::ui::on_demand::OnDemand;
use crate::ui::router::go;

/// The start page.
#[component]
pub fn StartPage(
    /// What opens the rounds.
    rounds: OnDemand<Rounds>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let busy = RwSignal::new(false);
    let passphrase = StoredValue::new(String::new());
    let opened = move |outcome: Result<RoundId, String>| {
        let _ = busy.try_set(false);
        match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => {
                errors.show(vec![PageError::new("open-workbook", why)]);
            }
        }
    };
    let on_files = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            busy.set(true);
            rounds.when_here(move |rounds| match rounds {
                Ok(rounds) => {
                    rounds.open_file(file, composed(&passphrase.get_value()), Box::new(opened))
                }
                Err(why) => opened(Err(why.to_owned())),
            });
        }
    };
    let on_sample = move |()| {
        busy.set(true);
        rounds.when_here(move |rounds| match rounds {
            Ok(rounds) => rounds.open_sample(Box::new(opened)),
            Err(why) => opened(Err(why.to_owned())),
        });
    };
    view! {
        <PageTitle text=words::START program=words::PROGRAM error=errors.any() />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-xl">{words::START}</h1>
        <p class="govuk-body-l">{words::START_LEAD}</p>
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
                <InsetText>{words::WHERE_KEPT}</InsetText>
                {move || rounds.here().map(Rounds::shelf)}
                <h2 class="govuk-heading-m">{words::SET_UP}</h2>
                <p class="govuk-body">{words::SET_UP_EXPLAINED}</p>
                <Button text=words::SET_UP href="#/new" />
                <h2 class="govuk-heading-m">{words::OPEN_WORKBOOK}</h2>
                <PasswordInput id="open-passphrase" label=Caption::new(words::FILE_PASSPHRASE).size(Size::S)
                    hint=words::FILE_PASSPHRASE_HINT called="passphrase" autocomplete="off"
                    on_input=move |text: String| passphrase.set_value(text) />
                <FileUpload id="open-workbook" label=Caption::new(words::WORKBOOK_FILE).size(Size::S)
                    hint=words::OPEN_WORKBOOK_HINT accept=".json,application/json" drop_zone=true on_files=on_files
                    error=errors.of("open-workbook") />
                <p class="govuk-body" role="status">{move || busy.get().then_some(words::OPENING)}</p>
                <h2 class="govuk-heading-m">{words::keys::MAKE_KEY}</h2>
                <p class="govuk-body">{words::keys::MAKE_KEY_LEAD} " "
                    <a class="govuk-link" href="#/deputy">{words::keys::MAKE_KEY}</a></p>
                <h2 class="govuk-heading-m">{words::TRY_IT}</h2>
                <p class="govuk-body">{words::TRY_IT_EXPLAINED}</p>
                <Button text=words::TRY_SAMPLE kind=ButtonKind::Secondary on_click=on_sample id="try-sample" />
                <h2 class="govuk-heading-m">{words::AUDITORS}</h2>
                <p class="govuk-body">{words::AUDITORS_TEXT} " "
                    <a class="govuk-link" href="index.html">{words::TO_AUDITOR}</a></p>
            </div>
        </div>
    }
}
