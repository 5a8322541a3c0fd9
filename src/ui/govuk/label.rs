//! `label`: the name of one control.

use leptos::prelude::*;

use super::Caption;

/// A label by itself; form components bring their own.
#[component]
pub fn Label(
    /// Its words.
    #[prop(into)]
    caption: Caption,
    /// Id of the control that it names.
    #[prop(optional, into)]
    target: String,
) -> impl IntoView {
    caption.label(target, "")
}
