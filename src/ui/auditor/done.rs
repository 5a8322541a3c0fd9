//! After signing: what was made, what to do next, and the way to a correction.

use leptos::prelude::*;

use super::check_file::check_file;
use super::desk::{Desk, WithdrawnFile};
use super::route::{Step, invitation_href};
use super::words;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, Details, LinkButton, PageTitle, Panel, SummaryList,
    SummaryRow,
};
use crate::ui::router::go;

/// The page after signing.
#[component]
pub fn DonePage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    let Some(signed) = desk.last_signed() else {
        return view! {
            <PageTitle text=words::NOT_SIGNED_YET program=words::PROGRAM />
            <BackLink href=desk.href(&Step::Tasks) text=words::BACK_TO_TASKS />
            <h1 class="govuk-heading-l">{words::NOT_SIGNED_YET}</h1>
        }
        .into_any();
    };
    if let Some(withdrawn) = desk.withdrawn() {
        return taken_back(desk, withdrawn);
    }
    let rows = vec![
        SummaryRow::text(words::FILE_NAME, signed.file_name.clone()),
        SummaryRow::text(words::VERSION, signed.version.to_string()),
        SummaryRow::text(words::SIGNED_AT, signed.at),
        SummaryRow::text(words::FILE_FINGERPRINT, signed.file_fingerprint),
        SummaryRow::text(words::KEY_FINGERPRINT, signed.key_fingerprint),
    ];
    let again = move |()| desk.download_signed();
    let correct = move |()| {
        desk.begin_correction();
        go(&desk.href(&Step::Tasks));
    };
    view! {
        <PageTitle text=words::SIGNED program=words::PROGRAM />
        <Panel title=words::SIGNED>{words::RETURN_REFERENCE}<br /><strong>{signed.reference}</strong></Panel>
        <h2 class="govuk-heading-m">{words::WHAT_NEXT}</h2>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
            <li>{words::NEXT_FIND}</li>
            <li>{words::NEXT_SEND}</li>
            <li>{words::NEXT_KEEP}</li>
        </ol>
        <p class="govuk-body" id="who-can-open">{desk.seal_note()}</p>
        <SummaryList rows=rows />
        <ButtonGroup>
            <Button text=words::DOWNLOAD_AGAIN kind=ButtonKind::Secondary on_click=again />
            <a class="govuk-link" href=desk.href(&Step::Print)>{words::PRINT_TITLE}</a>
            <a class="govuk-link" href=invitation_href(&desk.invitation_hash())>{words::OTHER_CASES}</a>
        </ButtonGroup>
        {check_file(desk, signed.file)}
        {versions(desk)}
        <Details summary=words::SECOND_LINK>
            <p class="govuk-body">{words::SECOND_HOW}</p>
            <p class="govuk-body"><LinkButton text=words::SAVE_A_COPY on_click=move |()| desk.save_file_copy() /></p>
            <p class="govuk-body"><a class="govuk-link" href=desk.href(&Step::Second)>{words::SECOND}</a></p>
        </Details>
        <Details summary=words::CORRECTION>
            <p class="govuk-body">{words::CORRECTION_EXPLAINED}</p>
            <Button text=words::START_CORRECTION kind=ButtonKind::Secondary on_click=correct />
            <p class="govuk-body"><a class="govuk-link" href=desk.href(&Step::Withdraw)>{words::WITHDRAW}</a></p>
        </Details>
    }
    .into_any()
}

/// The same once the version last signed was taken back: when, why, the file again, and how to go on.
fn taken_back(desk: Desk, withdrawn: WithdrawnFile) -> AnyView {
    let rows = vec![
        SummaryRow::text(words::FILE_NAME, withdrawn.file_name.clone()),
        SummaryRow::text(words::VERSION_WITHDRAWN, withdrawn.version.to_string()),
        SummaryRow::text(words::WITHDRAWN_AT, withdrawn.at),
        SummaryRow::text(words::WITHDRAWN_WHY, withdrawn.reason),
    ];
    let again = move |()| desk.download_withdrawal();
    let correct = move |()| {
        desk.begin_correction();
        go(&desk.href(&Step::Tasks));
    };
    view! {
        <PageTitle text=words::WITHDRAWN program=words::PROGRAM />
        <h1 class="govuk-heading-l">{words::WITHDRAWN}</h1>
        <p class="govuk-body" id="withdrawn">{words::withdrawn_as(&withdrawn.file_name)}</p>
        <SummaryList rows=rows />
        <Button text=words::DOWNLOAD_WITHDRAWAL_AGAIN kind=ButtonKind::Secondary on_click=again />
        {check_file(desk, withdrawn.file)}
        <h2 class="govuk-heading-m">{words::CORRECTION}</h2>
        <p class="govuk-body">{words::CORRECTION_AFTER_WITHDRAWAL}</p>
        <Button text=words::START_CORRECTION kind=ButtonKind::Secondary on_click=correct />
        {versions(desk)}
        <p class="govuk-body"><a class="govuk-link" href=desk.href(&Step::Print)>{words::PRINT_TITLE}</a></p>
        <p class="govuk-body"><a class="govuk-link" href=invitation_href(&desk.invitation_hash())>{words::OTHER_CASES}</a></p>
    }
    .into_any()
}

/// Every version signed so far, with who signed it (V-01).
fn versions(desk: Desk) -> AnyView {
    let lines: Vec<_> = desk
        .versions()
        .into_iter()
        .map(|one| {
            let line = words::version_line(one.version, &one.at);
            let by = [words::SIGNED_BY, " ", &one.by.join("; ")].concat();
            view! { <li>{line}<span class="app-note">{by}</span></li> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{words::VERSIONS}</h2>
        <ul class="govuk-list" id="versions">{lines}</ul>
    }
    .into_any()
}
