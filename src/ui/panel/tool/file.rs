//! The tool as a file: saved, and taken for the draft.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::editing::small;
use super::words;
use crate::text::capitalised;
use crate::ui::govuk::{Button, ButtonKind, FileUpload, PageError, PageErrors, focus_heading};

const FILE: &str = "tool-file";

/// Both ways.
pub fn view(desk: Desk, errors: PageErrors) -> AnyView {
    let save = move |()| {
        if let Err(why) = desk.save_tool_file() {
            errors.show(vec![PageError::new("save-tool", why)]);
        }
    };
    let take = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        desk.take_tool_file(file, move |outcome| match outcome {
            Ok(()) => {
                errors.show(Vec::new());
                desk.say(words::TAKEN.to_owned());
                focus_heading();
            }
            Err(why) => drop(errors.show(vec![PageError::new(FILE, capitalised(&why))])),
        });
    };
    let text = move || {
        let is_draft = desk.with(|workbook| workbook.tool_draft().is_some());
        if is_draft { words::SAVE_DRAFT_FILE } else { words::SAVE_FILE }
    };
    view! {
        <h2 class="govuk-heading-m">{words::FILES}</h2>
        {move || view! { <Button text=text() kind=ButtonKind::Secondary on_click=save id="save-tool" /> }}
        <FileUpload id=FILE label=small(words::TAKE_FILE) hint=words::TAKE_FILE_HINT
            accept=".json,application/json" on_files=take error=errors.of(FILE) />
    }
    .into_any()
}
