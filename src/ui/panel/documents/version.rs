//! One version that is kept: whether it may be published, its files, and what changed before it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::download::{self, Download};
use super::super::page::{said_line, titled, unknown};
use super::blocks::{Reading, blocks};
use super::{View, changes, of, publication, words};
use crate::browser::local;
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::panel::manuscript::Clearance;
use crate::report::FileTask;
use crate::report::document::render::Format;
use crate::report::document::{
    DocumentKind, NotPublishable, Version, i08_may_publish, latest_version, short_id, version,
};
use crate::store::file_name;
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, InsetText, PageErrors, SummaryList, SummaryRow,
};

/// The page of a version.
pub fn page(desk: Desk, kind: DocumentKind, snapshot: Hash) -> AnyView {
    let errors = PageErrors::new();
    let title = [words::kind(kind), ", ", words::VERSION_OF, " ", &short_id(&snapshot)].concat();
    let Some(found) = desk.try_with(|workbook| version(workbook, kind, &snapshot)) else {
        return unknown();
    };
    let shown = match found {
        Ok(found) => followed(desk, kind, found, errors),
        Err(why) => view! { <InsetText>{why.to_string()}</InsetText> }.into_any(),
    };
    view! {
        {titled(desk, title, (&of(kind, View::Versions), words::BACK_TO_VERSIONS), errors)}
        {said_line(desk)}
        {shown}
    }
    .into_any()
}

/// Why a version may not be published, in a sentence; `None` where it may.
pub fn withheld(workbook: &Workbook, version: &Version) -> Option<String> {
    i08_may_publish(workbook, &version.document).err().as_ref().map(in_words)
}

fn in_words(why: &NotPublishable) -> String {
    match why {
        NotPublishable::Blocked(notices) => words::withheld_by(notices.len()),
        NotPublishable::NotCleared => words::WITHHELD_NOT_CLEARED.to_owned(),
        NotPublishable::NotConfirmed(_) => words::WITHHELD_NOT_CONFIRMED.to_owned(),
    }
}

/// Whether a version was cleared, and what keeps it back.
#[derive(Clone, PartialEq)]
struct Standing {
    clearance: Option<Clearance>,
    why: Option<NotPublishable>,
}

impl Standing {
    fn of(workbook: &Workbook, version: &Version) -> Self {
        let clearance = workbook.clearance(&version.snapshot).cloned();
        let why = i08_may_publish(workbook, &version.document).err();
        Self { clearance, why }
    }
}

/// Made anew when it is cleared or something else speaks against it, never while somebody types.
fn followed(desk: Desk, kind: DocumentKind, found: Version, errors: PageErrors) -> AnyView {
    let stored = StoredValue::new(found);
    let standing = Memo::new(move |_| {
        stored.with_value(|found| desk.try_with(|workbook| Standing::of(workbook, found)))
    });
    let shown = move || {
        let standing = standing.get()?;
        Some(untrack(|| built_anew(known(desk, kind, stored.get_value(), standing, errors))))
    };
    shown.into_any()
}

fn known(
    desk: Desk,
    kind: DocumentKind,
    found: Version,
    standing: Standing,
    errors: PageErrors,
) -> AnyView {
    let Standing { clearance, why } = standing;
    let mut rows = vec![
        SummaryRow::text(words::KEPT_AT, full_moment(local(found.stamp.at))),
        SummaryRow::text(words::FOR_WHOM, words::audience(kind.audience())),
    ];
    rows.push(match &clearance {
        Some(cleared) => {
            let at = full_moment(local(cleared.stamp.at));
            SummaryRow::text(words::CLEARANCE, [&at, "\n", &cleared.reason].concat())
                .value_class("app-plain-text")
        }
        None => SummaryRow::text(words::CLEARANCE, words::NOT_CLEARED),
    });
    let before = desk.with(|workbook| latest_version(workbook, kind, Some(&found.snapshot)));
    let before = before.map(|before| {
        let list = match before {
            Ok(before) => changes::list(&before.document, &found.document),
            Err(why) => view! { <p class="govuk-body">{why.to_string()}</p> }.into_any(),
        };
        view! { <h2 class="govuk-heading-m">{words::BEFORE_THIS}</h2>{list} }
    });
    let as_kept = as_kept(desk, kind, &found);
    view! {
        <SummaryList rows=rows />
        <h2 class="govuk-heading-m">{words::FILES}</h2>
        {files(desk, kind, found, why, errors)}
        {before}
        {as_kept}
    }
    .into_any()
}

/// The document as it was, each sentence and number the way to what was behind it. On screen only: what may be printed
/// is said above (I-08).
fn as_kept(desk: Desk, kind: DocumentKind, found: &Version) -> AnyView {
    let reading = Reading { desk, kind, version: Some(found.snapshot) };
    let language = found.document.language.clone();
    let footer = found.document.footer();
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m">{words::AS_KEPT}</h2>
            <p class="govuk-body">{words::AS_KEPT_EXPLAINED}</p>
            <article class="app-document" lang=language>
                {blocks(&found.document, Some(reading))}
                <p class="govuk-body-s app-document__note">{footer}</p>
            </article>
        </section>
    }
    .into_any()
}

fn files(
    desk: Desk,
    kind: DocumentKind,
    found: Version,
    why: Option<NotPublishable>,
    errors: PageErrors,
) -> AnyView {
    let may = why.is_none();
    let said = why.map(|why| kept_back(desk, kind, &found, why, errors));
    let paper = desk.href(&of(kind, View::Paper(found.snapshot)));
    let paper = if may {
        view! { <Button text=words::PRINT kind=ButtonKind::Secondary href=paper /> }.into_any()
    } else {
        view! { <Button text=words::PRINT kind=ButtonKind::Secondary on_click=|()| {} disabled=true /> }
            .into_any()
    };
    let id = short_id(&found.snapshot);
    let document = StoredValue::new(found.document);
    let state = download::State::new(errors);
    let buttons: Vec<AnyView> = Format::ALL
        .into_iter()
        .map(|format| {
            let text = words::format(format);
            let name = file_name(&[kind.as_str(), &id], format.ending());
            let request = move || {
                let document = Box::new(document.try_get_value()?);
                Some(FileTask::Document { format, document })
            };
            let wanted = Download { name, media_type: format.media_type() };
            download::button(format.as_str(), text, wanted, request, may, state)
        })
        .collect();
    view! {
        {said}
        <ButtonGroup>{buttons}{paper}</ButtonGroup>
        {state.line()}
    }
    .into_any()
}

/// Why, and what to do: what was found since it was cleared is confirmed here, for the document as it is now is
/// another version.
fn kept_back(
    desk: Desk,
    kind: DocumentKind,
    found: &Version,
    why: NotPublishable,
    errors: PageErrors,
) -> AnyView {
    let said = in_words(&why);
    if let NotPublishable::NotConfirmed(open) = why {
        return view! {
            <InsetText class="app-withheld">{said}</InsetText>
            {publication::again(desk, kind, found, open, errors)}
        }
        .into_any();
    }
    let publish = desk.href(&of(kind, View::Publication));
    view! {
        <InsetText class="app-withheld">{said} " "
            <a class="govuk-link" href=publish>{words::GO_TO_PASS}</a></InsetText>
    }
    .into_any()
}
