//! The form that asks for a passphrase and says that it is at work.

use leptos::prelude::*;

use super::words;
use crate::ui::govuk::{Button, Caption, PageError, PageErrors, PasswordInput};

const PASSPHRASE: &str = "passphrase";

/// What the opening tells the form.
#[derive(Clone, Copy)]
pub struct AtWork {
    busy: RwSignal<bool>,
    errors: PageErrors,
}

impl AtWork {
    /// It is opened, or the form says why not.
    pub fn ended<T>(self, outcome: Result<T, String>) -> Option<T> {
        let _ = self.busy.try_set(false);
        match outcome {
            Ok(opened) => Some(opened),
            Err(why) => {
                self.errors.show(vec![PageError::new(PASSPHRASE, why)]);
                None
            }
        }
    }
}

/// The form; `open` gets what was typed.
pub fn passphrase_form(
    errors: PageErrors,
    button: &'static str,
    at_work: &'static str,
    open: impl Fn(String, AtWork) + Send + Sync + 'static,
) -> AnyView {
    let typed = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let missing = typed.with_value(String::is_empty);
        let missing = missing.then(|| PageError::new(PASSPHRASE, words::ENTER_PASSPHRASE));
        if busy.get_untracked() || !errors.show(missing.into_iter().collect()) {
            return;
        }
        busy.set(true);
        open(typed.get_value(), AtWork { busy, errors });
    };
    view! {
        <form novalidate on:submit=submit>
            <PasswordInput id=PASSPHRASE label=Caption::new(words::PASSPHRASE) called="passphrase" autocomplete="off"
                on_input=move |text| typed.set_value(text) error=errors.of(PASSPHRASE) />
            <p class="govuk-body" role="status">{move || busy.get().then_some(at_work)}</p>
            <Button text=button />
        </form>
    }
    .into_any()
}
