//! The start page: what this is, where answers are kept, and the ways in.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::returns::Returns;
use super::route::PASSPHRASE;
use super::words;
use crate::browser::is_single_file;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, ErrorSummary, FileUpload, InsetText, PageError, PageErrors,
    PageTitle, Size, WarningText,
};
use crate::ui::on_demand::OnDemand;
use crate::ui::router::go;

/// The start page.
#[component]
pub fn StartPage(
    /// What opens the returns.
    returns: OnDemand<Returns>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let busy = RwSignal::new(false);
    let opened = move |outcome: Result<String, String>| {
        let _ = busy.try_set(false);
        match outcome {
            Ok(href) => go(&href),
            Err(why) => {
                errors.show(vec![PageError::new("open-file", why)]);
            }
        }
    };
    let on_files = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            busy.set(true);
            returns.when_here(move |returns| match returns {
                Ok(returns) => returns.open_file(file, Box::new(opened)),
                Err(why) => opened(Err(why.to_owned())),
            });
        }
    };
    let on_sample = move |()| {
        busy.set(true);
        returns.when_here(move |returns| match returns {
            Ok(returns) => returns.open_sample(Box::new(opened)),
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
                <ul class="govuk-list govuk-list--bullet">
                    {words::START_POINTS.map(|point| view! { <li>{point}</li> }).collect_view()}
                </ul>
                {where_kept()}
                <FileUpload id="open-file" label=Caption::new(words::OPEN_FILE).size(Size::M) hint=words::OPEN_FILE_HINT
                    accept=".json,application/json" drop_zone=true on_files=on_files error=errors.of("open-file") />
                <p class="govuk-body" role="status">{move || busy.get().then_some(words::OPENING)}</p>
                <h2 class="govuk-heading-m">{words::TRY_IT}</h2>
                <p class="govuk-body">{words::TRY_IT_EXPLAINED}</p>
                <Button text=words::TRY_SAMPLE kind=ButtonKind::Secondary on_click=on_sample id="try-sample" />
            </div>
        </div>
        {move || returns.here().map(Returns::shelf)}
        {(!is_single_file()).then(coordinators)}
    }
}

fn where_kept() -> AnyView {
    if !is_single_file() {
        return view! { <InsetText>{words::WHERE_KEPT}</InsetText> }.into_any();
    }
    view! {
        <WarningText>{words::SINGLE_FILE}</WarningText>
        <p class="govuk-body"><a class="govuk-link" href=PASSPHRASE>{words::SINGLE_FILE_PASSPHRASE}</a></p>
    }
    .into_any()
}

/// The way to the program that lies beside this one.
fn coordinators() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{words::COORDINATORS}</h2>
        <p class="govuk-body">{words::COORDINATORS_TEXT} " "
            <a class="govuk-link" href="panel.html">{words::TO_PANEL}</a></p>
    }
    .into_any()
}
