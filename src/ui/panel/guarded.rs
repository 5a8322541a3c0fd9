//! The panel's text boxes that the identifier guard looks through.

use leptos::prelude::*;

use super::desk::Desk;
use super::words;
use crate::browser::now;
use crate::guard::Guard;
use crate::panel::guard_of_question;
use crate::ui::govuk::{Caption, TextInput};
pub use crate::ui::guarded::found_under;
use crate::ui::guarded::{Warned, Watch, guarded_box};

#[derive(Clone, Copy)]
struct OfQuestion {
    desk: Desk,
    keeps: StoredValue<String>,
}

/// The box of a question. What the guard only warns of stays with a reason, typed into `keeps` (I-06).
pub fn guarded(
    desk: Desk,
    id: &str,
    keeps: StoredValue<String>,
    text_box: impl IntoView + 'static,
) -> AnyView {
    guarded_box(OfQuestion { desk, keeps }, id, text_box.into_any())
}

impl Watch for OfQuestion {
    fn guard<T: Default>(&self, read: impl FnOnce(&Guard) -> T) -> T {
        self.desk.with(|workbook| read(&guard_of_question(&workbook.plan().round, now())))
    }

    fn must_go(&self) -> &'static str {
        words::ASK_MUST_GO
    }

    fn takes_reasons(&self) -> bool {
        true
    }

    /// One reason for all that is found: a question is short.
    fn reasons(&self, id: &str, _: Vec<Warned>) -> AnyView {
        let keeps = self.keeps;
        let on_input = Callback::new(move |text: String| keeps.set_value(text));
        view! {
            <div class="app-guard__keep">
                <TextInput id=[id, "-keeps"].concat() label=Caption::new(words::ASK_KEEPS)
                    hint=words::ASK_KEEPS_HINT value=keeps.get_value() on_input=on_input />
            </div>
        }
        .into_any()
    }

    fn written(&self) {}
}
