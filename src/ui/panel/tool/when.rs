//! When a question is asked: always, or while a condition holds, which may be made of several parts.

use std::sync::Arc;

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::id::{AgencyKind, PromptId};
use crate::tool::edit::{Choosing, Edit, Form};
use crate::tool::{Condition, Prompt, PromptKind, Tool};
use crate::ui::govuk::{
    Button, ButtonKind, Choice, LinkButton, SelectItem, focus_control, once_shown,
};

const ALWAYS: &str = "always";
const WHILE: &str = "while";

/// A question before this one, as a condition may ask about it.
#[derive(Clone)]
struct Earlier {
    id: PromptId,
    text: String,
    answers: Vec<(String, String)>,
    is_number: bool,
}

/// The condition that is being written.
#[derive(Clone, Copy)]
struct Writing {
    editing: Editing,
    id: StoredValue<PromptId>,
    /// Kept while the question is asked always, so that going there and back loses nothing.
    condition: StoredValue<Option<Condition>>,
    earlier: StoredValue<Arc<Vec<Earlier>>>,
    kinds: StoredValue<Vec<(String, String)>>,
}

fn earlier(tool: &Tool, prompt: &PromptId) -> Vec<Earlier> {
    let before = tool.prompts().map(|(_, one)| one).take_while(|one| one.id != *prompt);
    before
        .map(|one| {
            let values = one.kind.values().iter();
            let values = values.map(|value| (value.as_str().to_owned(), value.label().to_owned()));
            let options = one.kind.options().iter();
            let options = options.map(|option| (option.id.to_string(), option.label.clone()));
            Earlier {
                id: one.id.clone(),
                text: one.text.clone(),
                answers: values.chain(options).collect(),
                is_number: matches!(one.kind, PromptKind::Number { .. }),
            }
        })
        .collect()
}

/// The question, and the condition below it.
pub fn question(editing: Editing, tool: &Tool, prompt: &Prompt) -> AnyView {
    let kinds = tool.agency_kinds.iter().map(|kind| (kind.id.to_string(), kind.name.clone()));
    let writing = Writing {
        editing,
        id: StoredValue::new(prompt.id.clone()),
        condition: StoredValue::new(prompt.when.clone()),
        earlier: StoredValue::new(Arc::new(earlier(tool, &prompt.id))),
        kinds: StoredValue::new(kinds.collect()),
    };
    let which = RwSignal::new(if prompt.when.is_some() { WHILE } else { ALWAYS });
    let items = vec![Choice::new(ALWAYS, words::ALWAYS), Choice::new(WHILE, words::WHILE)];
    let radios =
        editing.radios("when", words::WHEN, "", items, which.get_untracked(), move |value| {
            which.set(if value == WHILE { WHILE } else { ALWAYS });
            if value == WHILE && writing.condition.with_value(Option::is_none) {
                writing.condition.set_value(Some(writing.blank()));
            }
            let condition = if value == WHILE { writing.condition.get_value() } else { None };
            Edit::When(writing.id.get_value(), condition)
        });
    let below = move || (which.get() == WHILE).then(|| untrack(|| node(writing, Vec::new())));
    view! { {radios}{below} }.into_any()
}

impl Writing {
    /// About the first question before this one that has answers to choose; else about the agency.
    fn blank(self) -> Condition {
        let first = self.about(Form::Answer).into_iter().next();
        match first {
            Some(one) => Condition::Answer { prompt: one.id, is: Vec::new() },
            None => Condition::Agency(Vec::new()),
        }
    }

    /// Questions that a condition of this form can ask about.
    fn about(self, form: Form) -> Vec<Earlier> {
        let fits = |one: &&Earlier| match form {
            Form::Answer => !one.answers.is_empty(),
            Form::Number => one.is_number,
            Form::Answered | Form::Agency | Form::All | Form::Any | Form::Not => true,
        };
        self.earlier.with_value(|all| all.iter().filter(fits).cloned().collect())
    }

    /// Changes the condition and gives the edit that keeps it.
    fn changed(self, change: impl FnOnce(&mut Condition)) -> Edit {
        self.condition.update_value(|condition| {
            if let Some(condition) = condition {
                change(condition);
            }
        });
        Edit::When(self.id.get_value(), self.condition.get_value())
    }

    /// The same where what is drawn below changes with it.
    fn reshaped(self, below: RwSignal<u32>, change: impl FnOnce(&mut Condition)) {
        let edit = self.changed(change);
        self.editing.edit(&edit);
        below.update(|count| *count += 1);
    }

    fn part(self, way: &[usize]) -> Option<Condition> {
        self.condition.with_value(|whole| whole.as_ref()?.part(way).cloned())
    }
}

/// "when-0-1-answers"
fn field(way: &[usize], name: &str) -> String {
    let steps = way.iter().map(|at| ["-", &at.to_string()].concat());
    ["when".to_owned()].into_iter().chain(steps).chain([["-", name].concat()]).collect()
}

/// One part of the condition with its own parts.
///
/// The choice of its form stays while somebody chooses; what is below that is drawn anew.
fn node(writing: Writing, way: Vec<usize>) -> AnyView {
    let shape = RwSignal::new(0_u32);
    let form = form(writing, way.clone(), shape);
    let below = move || {
        shape.track();
        untrack(|| writing.part(&way).map(|part| below(writing, &part, &way, shape)))
    };
    view! { <div class="app-condition">{form}{below}</div> }.into_any()
}

fn below(writing: Writing, part: &Condition, way: &[usize], shape: RwSignal<u32>) -> AnyView {
    match part {
        Condition::Answer { prompt, is } => answer(writing, way, prompt, is),
        Condition::Answered(prompt) => {
            which_question(writing, Form::Answered, way, prompt, |prompt| {
                Condition::Answered(prompt)
            })
        }
        Condition::Number { prompt, at_least, at_most } => {
            number(writing, way, prompt, [*at_least, *at_most])
        }
        Condition::Agency(kinds) => agency(writing, way, kinds),
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {
            parts(writing, part, way, shape)
        }
    }
}

fn form(writing: Writing, way: Vec<usize>, shape: RwSignal<u32>) -> AnyView {
    let items = Form::ALL.map(|form| SelectItem::new(form.as_str(), words::form(form))).into();
    let id = field(&way, "form");
    let now = writing.part(&way).map_or("", |part| Form::of(&part).as_str());
    let choosing = StoredValue::new(Choosing::default());
    let heard = move |token: String| {
        let Some(form) = Form::ALL.into_iter().find(|one| one.as_str() == token) else { return };
        let first = writing.about(form).into_iter().next().map(|one| one.id);
        let prompt = first.unwrap_or_else(|| writing.id.get_value());
        writing.reshaped(shape, |whole| {
            let Some(now) = whole.part(&way) else { return };
            let other = choosing.try_update_value(|choosing| choosing.recast(now, form, &prompt));
            other.into_iter().for_each(|other| whole.put(&way, other));
        });
    };
    writing.editing.chooser(&id, words::WHAT_HOLDS, items, now, heard)
}

/// Each part of several with the way to be rid of it, and another one.
fn parts(writing: Writing, condition: &Condition, way: &[usize], shape: RwSignal<u32>) -> AnyView {
    let several = !matches!(condition, Condition::Not(_));
    let step = |at: usize| -> Vec<usize> { way.iter().copied().chain([at]).collect() };
    let lines = (0..condition.parts().len()).map(|at| {
        let (gone, focus) = (step(at), field(way, "form"));
        let remove = several.then(|| {
            let remove = move |()| {
                writing.reshaped(shape, |whole| whole.remove_part(&gone));
                focus_later(focus.clone());
            };
            let number = (at + 1).to_string();
            view! { <LinkButton text=words::REMOVE_PART hidden=number on_click=remove /> }
        });
        view! { {node(writing, step(at))}{remove} }.into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    let add = several.then(|| {
        let (here, focus) = (way.to_vec(), field(&step(condition.parts().len()), "form"));
        let add = move |()| {
            let part = writing.blank();
            writing.reshaped(shape, |whole| whole.add_part(&here, part));
            focus_later(focus.clone());
        };
        let id = field(way, "add");
        view! { <Button text=words::ADD_PART kind=ButtonKind::Secondary on_click=add id=id /> }
    });
    view! { {lines}{add} }.into_any()
}

fn focus_later(id: String) {
    once_shown(move || {
        focus_control(&id);
    });
}

/// The question that a part asks about; `about` makes the part anew of another one.
fn which_question(
    writing: Writing,
    form: Form,
    way: &[usize],
    now: &PromptId,
    about: impl Fn(PromptId) -> Condition + Send + Sync + 'static,
) -> AnyView {
    let items = writing
        .about(form)
        .into_iter()
        .map(|one| SelectItem::new(one.id.as_str(), [one.id.as_str(), " ", &one.text].concat()));
    let (id, way) = (field(way, "question"), way.to_vec());
    let heard = move |id: String| {
        if let Ok(prompt) = PromptId::new(id) {
            let part = about(prompt);
            writing.editing.edit(&writing.changed(|whole| whole.put(&way, part)));
        }
    };
    writing.editing.chooser(&id, words::WHICH_QUESTION, items.collect(), now.as_str(), heard)
}

fn answer(writing: Writing, way: &[usize], prompt: &PromptId, is: &[String]) -> AnyView {
    let of = RwSignal::new(prompt.clone());
    let chosen = StoredValue::new(is.to_vec());
    let question = which_question(writing, Form::Answer, way, prompt, move |prompt| {
        chosen.set_value(Vec::new());
        of.set(prompt.clone());
        Condition::Answer { prompt, is: Vec::new() }
    });
    let way = way.to_vec();
    let answers = move || {
        let prompt = of.get();
        let asked = writing.about(Form::Answer).into_iter().find(|one| one.id == prompt);
        let answers = asked.map(|one| one.answers).unwrap_or_default().into_iter();
        let items = answers.map(|(value, text)| Choice::new(value, text)).collect();
        let (id, here) = (field(&way, "answers"), way.clone());
        let heard = move |is: Vec<String>| {
            chosen.set_value(is.clone());
            let part = Condition::Answer { prompt: prompt.clone(), is };
            writing.changed(|whole| whole.put(&here, part))
        };
        writing.editing.checks(&id, words::WHICH_ANSWERS, items, chosen.get_value(), heard)
    };
    view! { {question}{answers} }.into_any()
}

fn number(writing: Writing, way: &[usize], prompt: &PromptId, bounds: [Option<u32>; 2]) -> AnyView {
    let now = StoredValue::new((prompt.clone(), bounds));
    let made = move || {
        let (prompt, [at_least, at_most]) = now.get_value();
        Condition::Number { prompt, at_least, at_most }
    };
    let question = which_question(writing, Form::Number, way, prompt, move |prompt| {
        now.update_value(|now| now.0 = prompt);
        made()
    });
    let bound = |at: usize, name: &str, label: &'static str| {
        let (id, way) = (field(way, name), way.to_vec());
        let value = bounds.get(at).copied().flatten().map(|number| number.to_string());
        let heard = move |text: String| {
            now.update_value(|now| {
                if let Some(bound) = now.1.get_mut(at) {
                    *bound = text.trim().parse().ok();
                }
            });
            writing.changed(|whole| whole.put(&way, made()))
        };
        writing.editing.line(&id, label, "", &value.unwrap_or_default(), heard)
    };
    view! {
        {question}
        {bound(0, "least", words::AT_LEAST)}
        {bound(1, "most", words::AT_MOST)}
    }
    .into_any()
}

fn agency(writing: Writing, way: &[usize], kinds: &[AgencyKind]) -> AnyView {
    let all = writing.kinds.get_value().into_iter();
    let items = all.map(|(id, name)| Choice::new(id, name)).collect();
    let values = kinds.iter().map(ToString::to_string).collect();
    let way_of_it = way.to_vec();
    writing.editing.checks(&field(way, "kinds"), words::KINDS, items, values, move |values| {
        let kinds = values.into_iter().filter_map(|id| AgencyKind::new(id).ok()).collect();
        writing.changed(|whole| whole.put(&way_of_it, Condition::Agency(kinds)))
    })
}
