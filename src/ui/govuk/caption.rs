//! What a control or a group of controls is called.

use leptos::prelude::*;

use super::parts::{classes, given, when};

/// Text size of a caption, as the design system's S to XL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Small, bold.
    S,
    /// Medium, bold.
    M,
    /// Large, bold.
    L,
    /// Extra large, bold.
    Xl,
}

impl Size {
    fn suffix(self) -> &'static str {
        match self {
            Self::S => "--s",
            Self::M => "--m",
            Self::L => "--l",
            Self::Xl => "--xl",
        }
    }
}

/// The words of a label or a legend. A plain string is a caption of body size.
#[derive(Debug, Clone, Default)]
pub struct Caption {
    text: String,
    size: Option<Size>,
    page_heading: bool,
    hidden: bool,
    class: String,
}

impl Caption {
    /// A caption of body size.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The caption that is also its page's `h1`, extra-small pages aside at size L.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { page_heading: true, ..Self::new(text).size(Size::L) }
    }

    /// Sets the size.
    #[must_use]
    pub fn size(self, size: Size) -> Self {
        Self { size: Some(size), ..self }
    }

    /// Kept for screen readers only: where a heading beside it says the same.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    /// Adds class names.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// Makes the caption the page's `h1`, whatever its size.
    #[must_use]
    pub fn page_heading(self) -> Self {
        Self { page_heading: true, ..self }
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn class_names(&self, base: &str, extra: &str) -> String {
        let sized = self.size.map(|size| [base, size.suffix()].concat()).unwrap_or_default();
        classes(&[base, extra, &sized, when(self.hidden, "govuk-visually-hidden"), &self.class])
    }

    /// As the label of the control `target`.
    pub(super) fn label(self, target: String, extra: &str) -> Option<AnyView> {
        if self.is_empty() {
            return None;
        }
        let class = self.class_names("govuk-label", extra);
        let label = view! { <label class=class for=given(target)>{self.text}</label> }.into_any();
        Some(if self.page_heading {
            view! { <h1 class="govuk-label-wrapper">{label}</h1> }.into_any()
        } else {
            label
        })
    }

    /// As the legend of a fieldset.
    pub(super) fn legend(self) -> Option<AnyView> {
        if self.is_empty() {
            return None;
        }
        let class = self.class_names("govuk-fieldset__legend", "");
        let words = if self.page_heading {
            view! { <h1 class="govuk-fieldset__heading">{self.text}</h1> }.into_any()
        } else {
            self.text.into_any()
        };
        Some(view! { <legend class=class>{words}</legend> }.into_any())
    }
}

impl From<&str> for Caption {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Caption {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
