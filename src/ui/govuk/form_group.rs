//! The group around one question: hint, error and `aria-describedby` in one place.

use leptos::prelude::*;

use super::error_message::error_view;
use super::hint::hint_view;
use super::parts::{classes, sub_id, when};
use super::{Caption, words};

/// What every question has beside its control.
#[derive(Clone, Default)]
pub(super) struct Question {
    /// Stem of every element id.
    pub id: String,
    /// Help under the caption.
    pub hint: String,
    /// What is wrong with the answer.
    pub error: Signal<Option<String>>,
    /// Ids of other elements that describe the control.
    pub described_by: String,
    /// More class names of the group.
    pub group_class: String,
}

impl Question {
    /// The control's class names, with the `--error` one while there is an error.
    pub fn control_class(&self, base: &'static str, class: String) -> Signal<String> {
        let error = self.error;
        Signal::derive(move || {
            let failed = if error.with(Option::is_some) {
                [base, "--error"].concat()
            } else {
                String::new()
            };
            classes(&[base, &failed, &class])
        })
    }

    /// Live value of `aria-describedby`: what the caller names, the hint, the error.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let error = self.error;
        let described_by = self.described_by.clone();
        let hint = if self.hint.is_empty() { String::new() } else { sub_id(&self.id, "hint") };
        let message = sub_id(&self.id, "error");
        Signal::derive(move || {
            let ids = classes(&[&described_by, &hint, when(error.with(Option::is_some), &message)]);
            (!ids.is_empty()).then_some(ids)
        })
    }

    /// Hint and error message.
    pub fn help(&self) -> AnyView {
        let hint = (!self.hint.is_empty())
            .then(|| hint_view(self.hint.clone(), sub_id(&self.id, "hint"), ""));
        let error = self.error;
        let id = sub_id(&self.id, "error");
        view! {
            {hint}
            {move || error.get().map(|text| error_view(text, id.clone(), "", words::ERROR.to_owned()))}
        }
        .into_any()
    }

    /// Class names of the group.
    pub fn group_class(&self) -> Signal<String> {
        let error = self.error;
        let class = self.group_class.clone();
        Signal::derive(move || {
            let failed = when(error.with(Option::is_some), "govuk-form-group--error");
            classes(&["govuk-form-group", failed, &class])
        })
    }

    /// The group around `inner`.
    pub fn group(&self, inner: AnyView) -> AnyView {
        view! { <div class=self.group_class()>{inner}</div> }.into_any()
    }

    /// What is in the group of one control with its label.
    pub fn labelled_inner(&self, label: Caption, control: AnyView) -> AnyView {
        view! { {label.label(self.id.clone(), "")}{self.help()}{control} }.into_any()
    }

    /// The group of one control with its label.
    pub fn labelled(&self, label: Caption, control: AnyView) -> AnyView {
        self.group(self.labelled_inner(label, control))
    }

    /// The group of several controls, in a fieldset if there is a legend.
    pub fn grouped(
        &self,
        legend: Caption,
        role: Option<&'static str>,
        controls: AnyView,
    ) -> AnyView {
        let inner = view! { {self.help()}{controls} }.into_any();
        self.group(if legend.is_empty() {
            inner
        } else {
            fieldset_view(legend, "", role, self.described_by(), inner)
        })
    }
}

/// `fieldset` around controls that belong together.
pub(super) fn fieldset_view(
    legend: Caption,
    class: &str,
    role: Option<&'static str>,
    described_by: Signal<Option<String>>,
    inner: AnyView,
) -> AnyView {
    let class = classes(&["govuk-fieldset", class]);
    view! {
        <fieldset class=class role=role aria-describedby=described_by>
            {legend.legend()}{inner}
        </fieldset>
    }
    .into_any()
}

/// A question around a control of your own: label, hint, live error. Inside, give the control the id
/// `id` and `aria-describedby` of `{id}-hint {id}-error`, as far as they are there.
#[component]
pub fn FormGroup(
    /// Stem of every element id, and the control's own id.
    #[prop(into)]
    id: String,
    /// What the control is called.
    #[prop(into)]
    label: Caption,
    /// Help under the label.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// More class names of the group.
    #[prop(optional, into)]
    class: String,
    /// The control.
    children: Children,
) -> impl IntoView {
    let question = Question { id, hint, error, group_class: class, ..Question::default() };
    question.labelled(label, children())
}
