//! When a question is asked: always, or after an answer to an earlier one.

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::id::PromptId;
use crate::tool::edit::Edit;
use crate::tool::{Condition, Prompt, Tool};
use crate::ui::govuk::{Choice, SelectItem};

const ALWAYS: &str = "always";
const AFTER: &str = "after";

/// The answers of one question, as its condition may name them.
#[derive(Clone)]
struct Earlier {
    id: PromptId,
    text: String,
    answers: Vec<(String, String)>,
}

/// Questions before this one that are answered with a value or an option.
fn earlier(tool: &Tool, prompt: &PromptId) -> Vec<Earlier> {
    let before = tool.prompts().map(|(_, one)| one).take_while(|one| one.id != *prompt);
    before
        .filter_map(|one| {
            let values = one.kind.values().iter();
            let values = values.map(|value| (value.as_str().to_owned(), value.label().to_owned()));
            let options = one.kind.options().iter();
            let options = options.map(|option| (option.id.to_string(), option.label.clone()));
            let answers: Vec<_> = values.chain(options).collect();
            let earlier = Earlier { id: one.id.clone(), text: one.text.clone(), answers };
            (!earlier.answers.is_empty()).then_some(earlier)
        })
        .collect()
}

/// The question, unless its condition has several parts.
pub fn question(editing: Editing, tool: &Tool, prompt: &Prompt) -> AnyView {
    let (on, values) = match &prompt.when {
        None => (None, Vec::new()),
        Some(Condition::Answer { prompt, is }) => (Some(prompt.clone()), is.clone()),
        Some(_) => {
            return view! {
                <h3 class="govuk-heading-s" id="when" tabindex="-1">{words::WHEN}</h3>
                <p class="govuk-body">{words::SEVERAL_PARTS}</p>
            }
            .into_any();
        }
    };
    let earlier = earlier(tool, &prompt.id);
    let which = RwSignal::new(if on.is_some() { AFTER } else { ALWAYS });
    let (on, values) = (RwSignal::new(on), StoredValue::new(values));
    let id = StoredValue::new(prompt.id.clone());
    let edit = move || {
        let condition = on.get_untracked().filter(|_| which.get_untracked() == AFTER);
        let condition =
            condition.map(|prompt| Condition::Answer { prompt, is: values.get_value() });
        Edit::When(id.get_value(), condition)
    };
    let items = vec![Choice::new(ALWAYS, words::ALWAYS), Choice::new(AFTER, words::AFTER_ANSWER)];
    let radios =
        editing.radios("when", words::WHEN, "", items, which.get_untracked(), move |value| {
            which.set(if value == AFTER { AFTER } else { ALWAYS });
            edit()
        });
    let all = StoredValue::new(earlier);
    let below = move || (which.get() == AFTER).then(|| after(editing, all, on, values, edit));
    view! { {radios}{below} }.into_any()
}

fn after(
    editing: Editing,
    all: StoredValue<Vec<Earlier>>,
    on: RwSignal<Option<PromptId>>,
    values: StoredValue<Vec<String>>,
    edit: impl Fn() -> Edit + Copy + Send + Sync + 'static,
) -> AnyView {
    let mut items = vec![SelectItem::new("", words::CHOOSE_QUESTION)];
    items.extend(
        all.get_value().into_iter().map(|one| {
            SelectItem::new(one.id.as_str(), [one.id.as_str(), " ", &one.text].concat())
        }),
    );
    let now = on.get_untracked().map(|id| id.to_string()).unwrap_or_default();
    let select = editing.select("when-question", words::WHICH_QUESTION, items, &now, move |id| {
        values.set_value(Vec::new());
        on.set(PromptId::new(id).ok());
        edit()
    });
    let answers = move || {
        let asked = on.get()?;
        let one = all.get_value().into_iter().find(|one| one.id == asked)?;
        let items = one.answers.into_iter().map(|(value, text)| Choice::new(value, text));
        let chosen = values.get_value();
        let heard = move |values_now: Vec<String>| {
            values.set_value(values_now);
            edit()
        };
        Some(editing.checks("when-answers", words::WHICH_ANSWERS, items.collect(), chosen, heard))
    };
    view! { {select}{answers} }.into_any()
}
