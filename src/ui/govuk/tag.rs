//! `tag`: a status in a word or two.

use leptos::prelude::*;

use super::parts::classes;

/// Ground colour of a tag. Colour never tells alone: the words do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say all")]
pub enum TagColour {
    #[default]
    Plain,
    Blue,
    Grey,
    Teal,
    Green,
    Purple,
    Magenta,
    Red,
    Orange,
    Yellow,
}

impl TagColour {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Blue => "govuk-tag--blue",
            Self::Grey => "govuk-tag--grey",
            Self::Teal => "govuk-tag--teal",
            Self::Green => "govuk-tag--green",
            Self::Purple => "govuk-tag--purple",
            Self::Magenta => "govuk-tag--magenta",
            Self::Red => "govuk-tag--red",
            Self::Orange => "govuk-tag--orange",
            Self::Yellow => "govuk-tag--yellow",
        }
    }
}

/// A status in a word or two.
#[component]
pub fn Tag(
    /// The status.
    #[prop(into)]
    text: String,
    /// Ground colour.
    #[prop(optional)]
    colour: TagColour,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    view! { <strong class=classes(&["govuk-tag", colour.class(), &class])>{text}</strong> }
}
