//! `checkboxes`: any number of answers.

use leptos::prelude::*;

use super::choice::{Choices, Kind};
use super::form_group::Question;
use super::parts::{given, tell};
use super::{Caption, Choice};

/// Any number of answers. Without a legend, a single statement to tick.
#[component]
pub fn Checkboxes(
    /// The first checkbox's id and the stem of the others (`{id}-2`, `{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// The question, as legend; empty for one statement by itself.
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
    /// Values chosen at first.
    #[prop(optional)]
    values: Vec<String>,
    /// Called with all values chosen, in the order of `items`.
    #[prop(optional, into)]
    on_change: Option<Callback<Vec<String>>>,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// More class names, such as `govuk-checkboxes--small`.
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
    let chosen = RwSignal::new(values);
    let order: Vec<(String, bool)> =
        items.iter().map(|item| (item.value.clone(), item.exclusive)).collect();
    let choices = Choices {
        kind: Kind::Checkbox,
        name: given(name).unwrap_or_else(|| id.clone()),
        stem: id,
        described_by: legend.is_empty().then(|| question.described_by()),
        chosen,
        on_choose: Callback::new(move |(value, on): (String, bool)| {
            let now = chosen.with_untracked(|before| after(&order, before, &value, on));
            chosen.set(now.clone());
            tell(on_change, now);
        }),
    };
    question.grouped(legend, None, choices.view(items, &class))
}

/// What is chosen after `value` was switched, in the order of `items` (value, exclusive).
fn after(items: &[(String, bool)], before: &[String], value: &str, on: bool) -> Vec<String> {
    let alone = |value: &str| items.iter().any(|(item, exclusive)| item == value && *exclusive);
    items
        .iter()
        .filter(|(item, exclusive)| match item == value {
            true => on,
            false => before.contains(item) && !(on && (*exclusive || alone(value))),
        })
        .map(|(item, _)| item.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn switched(before: &[&str], value: &str, on: bool) -> Vec<String> {
        let items = [("a", false), ("b", false), ("none", true)]
            .map(|(value, exclusive)| (value.to_owned(), exclusive));
        let before: Vec<String> = before.iter().map(|value| (*value).to_owned()).collect();
        after(&items, &before, value, on)
    }

    #[test]
    fn answers_are_kept_in_the_order_shown() {
        assert_eq!(switched(&["b"], "a", true), ["a", "b"]);
        assert_eq!(switched(&["a", "b"], "a", false), ["b"]);
    }

    #[test]
    fn none_of_these_clears_the_others_and_they_clear_it() {
        assert_eq!(switched(&["a", "b"], "none", true), ["none"]);
        assert_eq!(switched(&["none"], "b", true), ["b"]);
        assert_eq!(switched(&["none"], "none", false), Vec::<String>::new());
    }
}
