//! `file-upload`: choosing files, or dropping them.

use leptos::prelude::*;
use leptos::web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::Caption;
use super::form_group::Question;
use super::parts::{LIVE, classes, given, tell, when};

/// Choosing files, or dropping them on the box around. What is chosen goes to `on_files` at once and the
/// input is cleared, so that the same file can be chosen again.
#[component]
pub fn FileUpload(
    /// The input's id and the stem of the others (`{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: Caption,
    /// Help under the label.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the file.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called with the files chosen or dropped, at least one.
    #[prop(optional, into)]
    on_files: Option<Callback<Vec<File>>>,
    /// Several files at once.
    #[prop(optional)]
    multiple: bool,
    /// Files offered, such as `.json`; a help to find them, no check.
    #[prop(optional)]
    accept: Option<&'static str>,
    /// With a box around, on which files can be dropped.
    #[prop(optional)]
    drop_zone: bool,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// Not to be used now.
    #[prop(optional)]
    disabled: bool,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// More class names of the box.
    #[prop(optional, into)]
    wrapper_class: String,
    /// Ids of other elements that describe the input.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let question = Question { id: id.clone(), hint, error, described_by, group_class };
    let give = move |files: Option<FileList>| {
        let files = all(files);
        if !files.is_empty() {
            tell(on_files, files);
        }
    };
    let input = view! {
        <input
            class=question.control_class("govuk-file-upload", class)
            id=id.clone()
            name=given(name).unwrap_or(id)
            type="file"
            multiple=multiple
            accept=accept
            disabled=disabled
            aria-describedby=question.described_by()
            on:change=move |event| {
                let input: HtmlInputElement = event_target(&event);
                give(input.files());
                if on_files.is_some() {
                    input.set_value("");
                }
            }
        />
    };
    let control =
        if drop_zone { zone(&wrapper_class, input.into_any(), give) } else { input.into_any() };
    question.labelled(label, control)
}

fn all(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

fn zone(class: &str, input: AnyView, give: impl Fn(Option<FileList>) + 'static) -> AnyView {
    let over = RwSignal::new(false);
    let class = classes(&["govuk-file-upload-wrapper", when(LIVE, "app-drop-zone"), class]);
    view! {
        <div
            class=move || classes(&[&class, when(over.get(), "app-drop-zone--over")])
            data-module="govuk-file-upload"
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                let _ = over.try_set(true);
            }
            on:dragleave=move |_| {
                let _ = over.try_set(false);
            }
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                let _ = over.try_set(false);
                give(event.data_transfer().and_then(|data| data.files()));
            }
        >
            {input}
        </div>
    }
    .into_any()
}
