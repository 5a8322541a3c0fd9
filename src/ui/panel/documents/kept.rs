//! What is left of a round whose working papers were destroyed: the certificate, and what was cleared (N-01).

use leptos::prelude::*;

use super::super::download::{self, Download};
use super::super::words::{self as panel_words, retention as own};
use super::retention::version_name;
use super::{dataset, words};
use crate::browser::{files, local};
use crate::report::dataset::DATASET;
use crate::report::document::render::Format;
use crate::report::document::{Document, DocumentKind, short_id};
use crate::report::{FileTask, certificate_sheet};
use crate::store::{KeptText, PurgedRecord, file_name, i08_titled};
use crate::ui::govuk::{Button, ButtonGroup, ButtonKind, ErrorSummary, PageError, PageErrors};

/// The certificate, with what was kept.
pub fn page(left: &PurgedRecord) -> AnyView {
    let certificate = &left.certificate;
    let sheet = certificate_sheet(certificate, local);
    let back = ("#/".to_owned(), panel_words::BACK_TO_START);
    let page =
        super::super::paper::page(sheet, back, own::CERTIFICATE_EXPLAINED, own::CERTIFICATE_FILE);
    view! { {page} {kept(left)} }.into_any()
}

fn kept(left: &PurgedRecord) -> Option<AnyView> {
    if left.pages.is_empty() && left.documents.is_empty() && left.dataset.is_empty() {
        return None;
    }
    let errors = PageErrors::new();
    let state = download::State::new(errors);
    let documents = left.documents.iter().enumerate();
    let documents: Vec<AnyView> =
        documents.filter_map(|(at, one)| document(at, one, state)).collect();
    let pages: Vec<AnyView> =
        left.pages.iter().enumerate().map(|(at, one)| page_button(at, one, errors)).collect();
    let files: Vec<(String, String)> =
        left.dataset.iter().map(|one| (one.name.clone(), one.text.clone())).collect();
    let dataset = (!files.is_empty()).then(|| {
        let named = i08_titled(&left.certificate.title, left.certificate.round.as_str());
        let name = file_name(&[DATASET, named], "zip");
        let wanted = Download { name, media_type: dataset::ZIP };
        let request = move || Some(FileTask::Package(files.clone()));
        let text = panel_words::beside::DOWNLOAD_DATASET;
        download::button(DATASET, text, wanted, request, true, state)
    });
    Some(
        view! {
            <section class="app-no-print">
                <ErrorSummary errors=errors />
                <h2 class="govuk-heading-m">{own::KEPT_HERE}</h2>
                {documents}{pages}{dataset}{state.line()}
            </section>
        }
        .into_any(),
    )
}

/// One document in each form, under its name; nothing where its text is damaged.
fn document(at: usize, kept: &KeptText, state: download::State) -> Option<AnyView> {
    let kind = DocumentKind::named(&kept.name)?;
    let document: Document = crate::json::from_slice(kept.text.as_bytes()).ok()?;
    let snapshot = kept.snapshot?;
    let (name, id) = (version_name(kind, &snapshot), short_id(&snapshot));
    let document = StoredValue::new(document);
    let button = |format: Format| {
        let file = file_name(&[kind.as_str(), &id], format.ending());
        let request = move || {
            let document = Box::new(document.try_get_value()?);
            Some(FileTask::Document { format, document })
        };
        let wanted = Download { name: file, media_type: format.media_type() };
        let element = ["kept-", &at.to_string(), "-", format.as_str()].concat();
        let text = [words::format(format), ": ", &name].concat();
        download::button(element, text, wanted, request, true, state)
    };
    let buttons: Vec<AnyView> = Format::ALL.into_iter().map(button).collect();
    let heading = version_name(kind, &snapshot);
    Some(
        view! {
            <h3 class="govuk-heading-s">{heading}</h3>
            <ButtonGroup>{buttons}</ButtonGroup>
        }
        .into_any(),
    )
}

/// A web page that an earlier program kept.
fn page_button(at: usize, page: &KeptText, errors: PageErrors) -> AnyView {
    let id = page.snapshot.map(|id| short_id(&id)).unwrap_or_default();
    let kind = DocumentKind::named(&page.name);
    let name = kind.map_or_else(|| page.name.clone(), |kind| words::kind(kind).to_owned());
    let text = [own::SAVE_PAGE, " ", &name, ", ", words::VERSION_OF, " ", &id].concat();
    let file = file_name(&[&page.name, &id], Format::Page.ending());
    let (button, html) = (["page-", &at.to_string()].concat(), page.text.clone());
    let target = button.clone();
    let save = move |()| {
        let saved = files::save(&file, Format::Page.media_type(), html.as_bytes());
        let wrong = saved.err().map(|error| PageError::new(target.clone(), error.to_string()));
        errors.show(wrong.into_iter().collect());
    };
    view! { <p><Button text=text id=button kind=ButtonKind::Secondary on_click=save /></p> }
        .into_any()
}
