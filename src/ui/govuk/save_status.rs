//! Our own: whether what was typed is kept, beside the section's heading.

use std::time::Duration;

use leptos::prelude::*;

use super::parts::LIVE;
use super::{LinkButton, words};

/// Whether what was typed is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to keep yet.
    #[default]
    Nothing,
    /// On its way; told only if it takes half a second.
    Saving,
    /// Kept: the transaction is complete.
    Saved {
        /// Time as shown: "14:03".
        at: String,
    },
    /// Not kept. Stays until it is cured.
    Failed {
        /// Why, in one sentence.
        why: String,
    },
    /// Kept in a file copy and nowhere else.
    InFile {
        /// Time as shown: "14:03".
        at: String,
    },
}

/// The save line: what is shown follows every change, what is announced only a change between "saved" and
/// "not saved". Under it, where the last file copy stands.
#[component]
pub fn SaveStatus(
    /// The truth about saving, from the store.
    #[prop(into)]
    state: Signal<SaveState>,
    /// Saves a copy to a file.
    #[prop(optional, into)]
    on_copy: Option<Callback<()>>,
    /// "Last copy saved to a file: never."
    #[prop(optional, into)]
    copied: Signal<String>,
    /// Whether it is time for a copy.
    #[prop(optional, into)]
    copy_due: Signal<bool>,
) -> impl IntoView {
    let shown = patient(state);
    let failed = move || shown.with(|state| matches!(state, SaveState::Failed { .. }));
    let announced = Memo::new(move |before: Option<&String>| {
        shown.with(|state| match state {
            SaveState::Saved { .. } => words::SAVED.to_owned(),
            SaveState::Failed { why } => [words::NOT_SAVED, " ", why].concat(),
            SaveState::InFile { .. } => words::IN_FILE.to_owned(),
            SaveState::Nothing | SaveState::Saving => before.cloned().unwrap_or_default(),
        })
    });
    let look = move || {
        shown.with(|state| match state {
            SaveState::Nothing | SaveState::Saved { .. } | SaveState::InFile { .. } => {
                "app-save-line"
            }
            SaveState::Saving => "app-save-line app-save-line--saving",
            SaveState::Failed { .. } => "app-save-line app-save-line--not-saved",
        })
    };
    let rescue = move || {
        on_copy
            .filter(|_| failed())
            .map(|copy| view! { " " <LinkButton text=words::DOWNLOAD_A_COPY on_click=copy /> })
    };
    let copy = on_copy.map(|copy| {
        view! {
            <p class=move || if copy_due.get() { "govuk-body-s app-copy-due" } else { "govuk-body-s" }>
                <span role="status">{copied}</span> " " <LinkButton text=words::SAVE_A_COPY on_click=copy />
            </p>
        }
    });
    view! {
        <p class=look hidden=move || shown.with(|state| *state == SaveState::Nothing)>
            {move || line(&shown.get())}{rescue}
        </p>
        {copy}
        <div class="govuk-visually-hidden" role="status">{announced}</div>
    }
}

fn line(state: &SaveState) -> AnyView {
    match state {
        SaveState::Nothing => ().into_any(),
        SaveState::Saving => words::SAVING.into_any(),
        SaveState::Saved { at } => words::saved_at(at).into_any(),
        SaveState::InFile { at } => words::in_file_at(at).into_any(),
        SaveState::Failed { why } => {
            view! { <strong>{words::NOT_SAVED}</strong>{[" ", why].concat()} }.into_any()
        }
    }
}

/// `state`, but "saving" only after half a second.
fn patient(state: Signal<SaveState>) -> RwSignal<SaveState> {
    let shown = RwSignal::new(state.get_untracked());
    if !LIVE {
        return shown;
    }
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        let now = state.get();
        stop();
        if now == SaveState::Saving {
            let tell = move || drop(shown.try_set(SaveState::Saving));
            timer.set_value(set_timeout_with_handle(tell, Duration::from_millis(500)).ok());
        } else {
            shown.set(now);
        }
    });
    on_cleanup(stop);
    shown
}
