//! Files that the worker writes, and the browser saves.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words::documents as words;
use crate::browser::files;
use crate::browser::task::in_worker;
use crate::report::FileTask;
use crate::ui::govuk::{Button, ButtonKind, PageError, PageErrors};

/// What browsers call a workbook of a spreadsheet program.
pub const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file to be.
#[derive(Clone)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// What browsers call such a file.
    pub media_type: &'static str,
}

/// Whether a file is being written, and what went wrong.
#[derive(Clone, Copy)]
pub struct State {
    busy: RwSignal<bool>,
    said: RwSignal<String>,
    errors: PageErrors,
}

impl State {
    /// Nothing is asked for yet.
    pub fn new(errors: PageErrors) -> Self {
        Self { busy: RwSignal::new(false), said: RwSignal::new(String::new()), errors }
    }

    /// What is being done, for everybody to hear.
    pub fn line(self) -> AnyView {
        view! { <p class="govuk-body" role="status">{move || self.said.get()}</p> }.into_any()
    }

    fn say(self, text: String) {
        let _ = self.said.try_set(text);
    }
}

/// A button that has a file written and saves it.
pub fn button(
    id: impl Into<String>,
    text: impl Into<String>,
    file: Download,
    task: impl Fn() -> Option<FileTask> + Send + Sync + 'static,
    may: bool,
    state: State,
) -> AnyView {
    let (id, text): (String, String) = (id.into(), text.into());
    let element = id.clone();
    let press = move |()| {
        if state.busy.try_get_untracked() == Some(false) {
            let Some(task) = task() else { return };
            spawn_local(saved(task, file.clone(), element.clone(), state));
        }
    };
    view! {
        <Button text=text id=id kind=ButtonKind::Secondary on_click=press
            disabled=Signal::derive(move || !may || state.busy.get()) />
    }
    .into_any()
}

async fn saved(task: FileTask, file: Download, id: String, state: State) {
    let _ = state.busy.try_set(true);
    state.errors.show(Vec::new());
    state.say(words::WRITING.to_owned());
    let written = in_worker(&task).await.map_err(|fault| fault.to_string());
    let outcome = written.and_then(|bytes| {
        files::save(&file.name, file.media_type, &bytes).map_err(|fault| fault.to_string())
    });
    let _ = state.busy.try_set(false);
    match outcome {
        Ok(()) => state.say(words::saved(&file.name)),
        Err(why) => {
            state.say(String::new());
            state.errors.show(vec![PageError::new(id, why)]);
        }
    }
}
