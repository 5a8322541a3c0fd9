//! How long the working papers of a round stay, the decision to destroy them, and what is left then (N-01).

use leptos::prelude::*;

use super::super::desk::{Desk, ToKeep};
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::words::retention as own;
use super::{Place, dataset, part, words};
use crate::browser::{local, now};
use crate::panel::Workbook;
use crate::panel::actions::ap11_open_issues;
use crate::panel::retention::{
    PurgeDecision, PurgeError, Retention, n01_may_purge, n01_open_actions, n01_retention,
};
use crate::report::dataset::digest;
use crate::report::document::{
    DocumentKind, Snapshot, n01_published, n01_to_keep, short_id, version,
};
use crate::store::KeptText;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, InsetText, PageError, PageErrors, Size, SummaryList, SummaryRow,
    TextInput, WarningText,
};

const BY: &str = "by";
const REASON: &str = "reason";
const TYPED: &str = "title-typed";

/// The page of an open round.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let back = (&part(Place::List), words::BACK_TO_DOCUMENTS);
    let shown = desk.try_with(|workbook| {
        view! {
            {standing(workbook)}
            {before(workbook)}
            {stays(workbook)}
            <h2 class="govuk-heading-m">{own::GOES}</h2>
            <p class="govuk-body">{own::GOES_EXPLAINED}</p>
            {decision(desk, workbook, errors)}
        }
    });
    view! {
        {titled(desk, own::RETENTION.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::RETENTION_EXPLAINED}</p>
        {shown}
    }
    .into_any()
}

fn standing(workbook: &Workbook) -> AnyView {
    let date = workbook.plan().round.dates.retention;
    let day = date.map_or_else(|| own::NO_DAY.to_owned(), crate::text::long_date);
    let said = match n01_retention(date, local(now()).date()) {
        Retention::NotSet => own::not_set(),
        Retention::Until(date) => own::until(date),
        Retention::Due(date) => own::due_since(date),
    };
    let rows = vec![SummaryRow::text(own::DAY, day), SummaryRow::text(own::STANDING, said)];
    view! { <SummaryList rows=rows /> }.into_any()
}

/// What a person should see to first.
fn before(workbook: &Workbook) -> AnyView {
    let today = local(now()).date();
    let advice = |open: usize, told: fn(usize) -> String| {
        (open > 0).then(|| view! { <li>{told(open)} " " {own::OPEN_ACTIONS_ADVICE}</li> })
    };
    let actions = advice(n01_open_actions(workbook, today), own::open_actions);
    let issues = advice(ap11_open_issues(workbook, today).len(), own::open_issues);
    view! {
        <h2 class="govuk-heading-m">{own::KEEP_FIRST}</h2>
        <ul class="govuk-list govuk-list--bullet">{actions}{issues}<li>{own::BACKUP_ADVICE}</li></ul>
    }
    .into_any()
}

/// N-01: exactly what is kept.
fn stays(workbook: &Workbook) -> AnyView {
    let kept = n01_to_keep(workbook, digest_of(workbook));
    if kept.is_empty() {
        return view! {
            <h2 class="govuk-heading-m">{own::STAYS}</h2>
            <InsetText>{own::STAYS_NOTHING}</InsetText>
        }
        .into_any();
    }
    let line = |one: &crate::panel::retention::Kept| {
        let text = match DocumentKind::named(&one.document) {
            Some(kind) => version_name(kind, &one.snapshot),
            None => own::STAYS_DATASET.to_owned(),
        };
        view! { <li>{text}</li> }.into_any()
    };
    let lines: Vec<AnyView> = kept.iter().map(line).collect();
    view! {
        <h2 class="govuk-heading-m">{own::STAYS}</h2>
        <p class="govuk-body">{own::STAYS_DOCUMENTS}</p>
        <ul class="govuk-list govuk-list--bullet">{lines}</ul>
    }
    .into_any()
}

pub(super) fn version_name(kind: DocumentKind, snapshot: &crate::envelope::Hash) -> String {
    [words::kind(kind), ", ", words::VERSION_OF, " ", &short_id(snapshot)].concat()
}

fn digest_of(workbook: &Workbook) -> Option<crate::envelope::Hash> {
    let files = dataset::to_keep(workbook);
    (!files.is_empty()).then(|| digest(&files))
}

/// The form, or what stands in the way.
fn decision(desk: Desk, workbook: &Workbook, errors: PageErrors) -> AnyView {
    if let Err(why) = n01_may_purge(workbook, now()) {
        let why = super::super::typing::sentence(&why.to_string());
        return view! { <WarningText>{why}</WarningText> }.into_any();
    }
    let title = workbook.plan().round.title.clone();
    let typing = Typing::new(desk, &part(Place::Retention), "decision", Vec::new(), errors);
    let typed = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = typed.try_get_value().unwrap_or_default();
        let decision = PurgeDecision { by: typing.text(BY), reason: typing.text(REASON), typed };
        destroy(desk, decision, errors, busy);
    };
    view! {
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{own::CONFIRM}</h2>
            {typing.line(BY, Caption::new(own::BY).size(Size::S), own::BY_HINT)}
            {typing.area(REASON, Caption::new(own::REASON).size(Size::S), own::REASON_HINT, 2)}
            <TextInput id=TYPED label=Caption::new(own::TYPED).size(Size::S) hint=title autocomplete="off"
                on_input=move |text: String| typed.set_value(text) error=errors.of(TYPED) />
            <Button text=own::DESTROY kind=ButtonKind::Warning disabled=Signal::derive(move || busy.get()) />
            <p class="govuk-body" role="status">{move || busy.get().then_some(own::DESTROYING)}</p>
        </form>
    }
    .into_any()
}

fn destroy(desk: Desk, decision: PurgeDecision, errors: PageErrors, busy: RwSignal<bool>) {
    if let Err(why) = desk.may_purge(&decision) {
        let at = match why {
            PurgeError::NoRole => BY,
            PurgeError::NoReason => REASON,
            PurgeError::OtherTitle => TYPED,
            // The last two are of records that cannot be read (`unread`).
            PurgeError::Frozen(_)
            | PurgeError::OpenConcerns(_)
            | PurgeError::CopiesOwed(_)
            | PurgeError::NoReasonForUnread
            | PurgeError::OtherWord => "",
        };
        let why = super::super::typing::sentence(&why.to_string());
        errors.show(vec![PageError::new(at, why)]);
        return;
    }
    errors.show(Vec::new());
    let _ = busy.try_set(true);
    let Some(keep) = untrack(|| desk.try_with(to_keep)) else { return };
    // Once it is done, this page shows what is left.
    desk.purge(decision, keep, move |outcome| {
        let _ = busy.try_set(false);
        if let Err(why) = outcome {
            errors.show(vec![PageError::new(TYPED, why)]);
        }
    });
}

/// Cleared documents as they read, and the dataset.
fn to_keep(workbook: &Workbook) -> ToKeep {
    let document = |one: &crate::panel::retention::Kept| {
        let kind = DocumentKind::named(&one.document)?;
        let found = version(workbook, kind, &one.snapshot).ok()?;
        let text = Snapshot::of(&n01_published(&found.document)).to_text();
        Some(KeptText { name: one.document.clone(), snapshot: Some(one.snapshot), text })
    };
    let files = dataset::to_keep(workbook).into_iter();
    let file = |file: crate::report::dataset::DatasetFile| KeptText {
        name: file.path.to_owned(),
        snapshot: None,
        text: file.text,
    };
    ToKeep {
        documents: n01_to_keep(workbook, None).iter().filter_map(document).collect(),
        dataset: files.map(file).collect(),
        digest: digest_of(workbook),
    }
}
