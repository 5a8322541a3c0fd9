//! A round whose record cannot be read: the decision to destroy it, and what is left then (N-01).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::route::Part;
use super::super::typing::sentence;
use super::super::words::{self as panel_words, retention as own};
use crate::browser::local;
use crate::id::RoundId;
use crate::panel::retention::{PurgeDecision, PurgeError, UNREAD_WORD};
use crate::report::unread_certificate_sheet;
use crate::store::UnreadRecord;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Caption, ErrorSummary, PageError, PageErrors, PageTitle, Size,
    TextInput, WarningText,
};

const BY: &str = "by";
const REASON: &str = "reason";
const TYPED: &str = "word-typed";

/// The page on which somebody decides.
pub fn page(desk: Desk, id: RoundId) -> AnyView {
    let errors = PageErrors::new();
    let back = Part::Overview.href(&id);
    view! {
        <PageTitle text=own::DESTROY_UNREAD program=panel_words::PROGRAM error=errors.any() />
        <BackLink href=back text=panel_words::BACK_TO_ROUND />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{own::DESTROY_UNREAD}</h1>
        <p class="govuk-body">{own::DAMAGED_FILE}</p>
        <WarningText>{own::UNREAD_EXPLAINED}</WarningText>
        <h2 class="govuk-heading-m">{own::STAYS}</h2>
        <p class="govuk-body">{own::UNREAD_STAYS}</p>
        <h2 class="govuk-heading-m">{own::GOES}</h2>
        <p class="govuk-body">{own::UNREAD_GOES}</p>
        {decision(desk, id, errors)}
    }
    .into_any()
}

/// Nothing typed here is kept: there is no round to keep it in.
fn decision(desk: Desk, id: RoundId, errors: PageErrors) -> AnyView {
    let typed = StoredValue::new(PurgeDecision::default());
    let put = move |set: fn(&mut PurgeDecision, String)| {
        move |text: String| typed.update_value(|decision| set(decision, text))
    };
    let (id, busy) = (StoredValue::new(id), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        destroy(desk, id.get_value(), typed.get_value(), errors, busy);
    };
    let label = |text: &'static str| Caption::new(text).size(Size::S);
    view! {
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{own::DESTROY_UNREAD}</h2>
            <TextInput id=BY label=label(own::BY) hint=own::BY_HINT on_input=put(|to, text| to.by = text)
                error=errors.of(BY) />
            <TextInput id=REASON label=label(own::REASON) hint=own::UNREAD_REASON_HINT
                on_input=put(|to, text| to.reason = text) error=errors.of(REASON) />
            <TextInput id=TYPED label=label(own::UNREAD_TYPED) hint=UNREAD_WORD autocomplete="off"
                on_input=put(|to, text| to.typed = text) error=errors.of(TYPED) />
            <Button text=own::UNREAD_DESTROY kind=ButtonKind::Warning
                disabled=Signal::derive(move || busy.get()) />
            <p class="govuk-body" role="status">{move || busy.get().then_some(own::DESTROYING)}</p>
        </form>
    }
    .into_any()
}

fn destroy(
    desk: Desk,
    id: RoundId,
    decision: PurgeDecision,
    errors: PageErrors,
    busy: RwSignal<bool>,
) {
    if let Err(why) = desk.may_purge_unread(&id, &decision) {
        errors.show(vec![PageError::new(place(&why), sentence(&why.to_string()))]);
        return;
    }
    errors.show(Vec::new());
    let _ = busy.try_set(true);
    // Once it is done, this page shows what is left.
    desk.purge_unread(id, decision, move |outcome| {
        let _ = busy.try_set(false);
        if let Err(why) = outcome {
            errors.show(vec![PageError::new(TYPED, why)]);
        }
    });
}

fn place(why: &PurgeError) -> &'static str {
    match why {
        PurgeError::NoRole => BY,
        PurgeError::NoReason | PurgeError::NoReasonForUnread => REASON,
        PurgeError::OtherTitle | PurgeError::OtherWord => TYPED,
        // Nobody can see these in a record that cannot be read.
        PurgeError::Frozen(_) | PurgeError::OpenConcerns(_) | PurgeError::CopiesOwed(_) => "",
    }
}

/// The certificate.
pub fn left(left: &UnreadRecord) -> AnyView {
    let certificate = &left.certificate;
    let sheet = unread_certificate_sheet(certificate, local(certificate.at));
    let back = ("#/".to_owned(), panel_words::BACK_TO_START);
    super::super::paper::page(sheet, back, own::UNREAD_CERTIFICATE, own::CERTIFICATE_FILE)
}
