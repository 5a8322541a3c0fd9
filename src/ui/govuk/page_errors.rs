//! What is wrong on one page: the same words in the summary and at the field.

use leptos::prelude::*;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// Id stem of the question (the `id` of its component).
    pub question: String,
    /// Id of the element to focus: the question's first control, or the first wrong box of a date.
    pub target: String,
    /// What is wrong and how to put it right.
    pub text: String,
    /// Address of the page on which it is put right; empty for the page that says so.
    pub href: String,
}

impl PageError {
    /// An error of a question whose first control has the question's own id.
    pub fn new(question: impl Into<String>, text: impl Into<String>) -> Self {
        let question = question.into();
        Self { target: question.clone(), question, text: text.into(), href: String::new() }
    }

    /// Leads elsewhere: `{id}-day` of a date.
    #[must_use]
    pub fn at(self, target: impl Into<String>) -> Self {
        Self { target: target.into(), ..self }
    }

    /// Is put right on another page.
    #[must_use]
    pub fn elsewhere(self, href: impl Into<String>) -> Self {
        Self { href: href.into(), ..self }
    }
}

/// All that is wrong on a page, set on "Save and continue" and never while typing. Make one per page,
/// give it to [`ErrorSummary`](super::ErrorSummary) and its [`of`](Self::of) to each question.
#[derive(Debug, Clone, Copy)]
pub struct PageErrors(RwSignal<Vec<PageError>>);

impl PageErrors {
    /// Nothing wrong yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Shows these errors and moves focus to the summary; none clears it. Returns whether all is well.
    pub fn show(self, errors: Vec<PageError>) -> bool {
        let well = errors.is_empty();
        self.0.set(errors);
        well
    }

    /// The same after a wait. Returns whether the page is still there to show them.
    pub fn try_show(self, errors: Vec<PageError>) -> bool {
        self.0.try_set(errors).is_none()
    }

    /// The message of one question.
    pub fn of(self, question: impl Into<String>) -> Signal<Option<String>> {
        let question = question.into();
        Signal::derive(move || {
            self.0.with(|all| {
                all.iter().find(|error| error.question == question).map(|error| error.text.clone())
            })
        })
    }

    /// Whether anything is wrong: for the page's title.
    pub fn any(self) -> Signal<bool> {
        Signal::derive(move || self.0.with(|all| !all.is_empty()))
    }
}

impl Default for PageErrors {
    fn default() -> Self {
        Self::new()
    }
}

impl From<PageErrors> for Signal<Vec<PageError>> {
    fn from(errors: PageErrors) -> Self {
        errors.0.into()
    }
}
