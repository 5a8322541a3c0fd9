//! `radios`: one answer out of several.

use leptos::prelude::*;

use super::choice::{Choices, Kind};
use super::form_group::Question;
use super::parts::{given, tell};
use super::{Caption, Choice};

/// One answer out of several. Nothing is chosen until `value` or the person says so.
#[component]
pub fn Radios(
    /// The first radio's id and the stem of the others (`{id}-2`, `{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// The question, as legend; empty only inside a fieldset of your own.
    #[prop(optional, into)]
    legend: Caption,
    /// Help under the legend.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Answers on offer, in order.
    items: Vec<Choice>,
    /// Value chosen at first; empty for none.
    #[prop(optional, into)]
    value: String,
    /// Called with the value chosen.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// More class names, such as `govuk-radios--inline` or `govuk-radios--small`.
    #[prop(optional, into)]
    class: String,
    /// Ids of other elements that describe the group.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let question = Question { id: id.clone(), hint, error, described_by, group_class };
    let chosen = RwSignal::new(given(value).into_iter().collect::<Vec<String>>());
    let choices = Choices {
        kind: Kind::Radio,
        name: given(name).unwrap_or_else(|| id.clone()),
        stem: id,
        described_by: None,
        chosen,
        on_choose: Callback::new(move |(value, _): (String, bool)| {
            chosen.set(vec![value.clone()]);
            tell(on_change, value);
        }),
    };
    question.grouped(legend, None, choices.view(items, &class))
}
