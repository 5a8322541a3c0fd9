//! How a question is answered: the kind of control, and what it offers.

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::browser::random;
use crate::id::{OptionId, PromptId};
use crate::tool::edit::Edit;
use crate::tool::{ChoiceOption, Prompt, PromptKind};
use crate::ui::govuk::{AddAnother, Choice};

const JUDGEMENT: &str = "judgement";
const CHOICE: &str = "choice";
const CHOICES: &str = "choices";
const NUMBER: &str = "number";
const TEXT: &str = "text";

/// What was said of each kind, so that going to another and back loses nothing.
#[derive(Clone)]
struct Said {
    which: &'static str,
    judgement: PromptKind,
    options: Vec<ChoiceOption>,
    unit: String,
    min: u32,
    max: u32,
    length: u32,
}

impl Said {
    fn of(kind: &PromptKind) -> Self {
        let mut said = Self {
            which: JUDGEMENT,
            judgement: PromptKind::Judgement { values: Vec::new() },
            options: Vec::new(),
            unit: String::new(),
            min: 0,
            max: 99,
            length: 1_000,
        };
        match kind.clone() {
            PromptKind::Judgement { .. } => said.judgement = kind.clone(),
            PromptKind::Choice { options } => (said.which, said.options) = (CHOICE, options),
            PromptKind::Choices { options } => (said.which, said.options) = (CHOICES, options),
            PromptKind::Number { unit, min, max } => {
                (said.which, said.unit, said.min, said.max) = (NUMBER, unit, min, max);
            }
            PromptKind::Text { max_length } => (said.which, said.length) = (TEXT, max_length),
        }
        said
    }

    fn kind(&self) -> PromptKind {
        match self.which {
            CHOICE => PromptKind::Choice { options: self.options.clone() },
            CHOICES => PromptKind::Choices { options: self.options.clone() },
            NUMBER => PromptKind::Number { unit: self.unit.clone(), min: self.min, max: self.max },
            TEXT => PromptKind::Text { max_length: self.length },
            _ => self.judgement.clone(),
        }
    }
}

/// The kind that is being said, of one question.
#[derive(Clone, Copy)]
struct Asking {
    editing: Editing,
    id: StoredValue<PromptId>,
    said: StoredValue<Said>,
}

impl Asking {
    fn change(self, change: impl FnOnce(&mut Said)) -> Edit {
        self.said.update_value(change);
        Edit::Answered(self.id.get_value(), self.said.with_value(Said::kind))
    }
}

/// The question of the kind, and below it what that kind needs.
pub fn question(editing: Editing, prompt: &Prompt) -> AnyView {
    let said = Said::of(&prompt.kind);
    let which = RwSignal::new(said.which);
    let asking =
        Asking { editing, id: StoredValue::new(prompt.id.clone()), said: StoredValue::new(said) };
    let items = [
        (JUDGEMENT, words::JUDGEMENT),
        (CHOICE, words::CHOICE),
        (CHOICES, words::CHOICES),
        (NUMBER, words::A_NUMBER),
        (TEXT, words::A_TEXT),
    ];
    let choices = items.map(|(value, text)| Choice::new(value, text)).into();
    let chosen = move |value: String| {
        let kind = items.iter().find(|(one, _)| *one == value).map_or(JUDGEMENT, |it| it.0);
        which.set(kind);
        asking.change(|said| said.which = kind)
    };
    let radios = editing.radios("kind", words::KIND, "", choices, which.get_untracked(), chosen);
    let below = move || match which.get() {
        CHOICE | CHOICES => Some(options(asking)),
        NUMBER => Some(number(asking)),
        TEXT => Some(length(asking)),
        _ => None,
    };
    view! { {radios}{below} }.into_any()
}

fn number(asking: Asking) -> AnyView {
    let Said { unit, min, max, .. } = asking.said.get_value();
    let editing = asking.editing;
    // What is no number is kept as nought: the largest is then below the smallest, which is said.
    let whole = |text: String| text.trim().parse().unwrap_or(0);
    view! {
        {editing.line("unit", words::UNIT, words::UNIT_HINT, &unit,
            move |text| asking.change(|said| said.unit = text))}
        {editing.line("least", words::LEAST, "", &min.to_string(),
            move |text| asking.change(|said| said.min = whole(text)))}
        {editing.line("most", words::MOST, "", &max.to_string(),
            move |text| asking.change(|said| said.max = whole(text)))}
    }
    .into_any()
}

fn length(asking: Asking) -> AnyView {
    let length = asking.said.with_value(|said| said.length).to_string();
    asking.editing.line("length", words::LENGTH, "", &length, move |text| {
        asking.change(|said| said.length = text.trim().parse().unwrap_or(0))
    })
}

/// One row an answer; its id is random, so that it never stands for another meaning.
fn options(asking: Asking) -> AnyView {
    let keys = |said: &Said| said.options.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    let rows = RwSignal::new(asking.said.with_value(keys));
    let add = move |()| {
        let id: OptionId = random::id();
        let option = ChoiceOption {
            id: id.clone(),
            label: String::new(),
            exclusive: false,
            gap: false,
            not_known: false,
        };
        asking.editing.edit(&asking.change(|said| said.options.push(option)));
        rows.update(|rows| rows.push(id.to_string()));
    };
    let remove = move |key: String| {
        let gone = key.clone();
        let edit = asking.change(|said| said.options.retain(|one| one.id.as_str() != gone));
        asking.editing.edit(&edit);
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let holds = move |key: String| {
        let said = |said: &Said| {
            said.options.iter().any(|one| one.id.as_str() == key && !one.label.trim().is_empty())
        };
        asking.said.with_value(said)
    };
    view! {
        <AddAnother id="options" title=words::OPTIONS level=3 name=words::OPTION add_first=words::ADD_OPTION
            add_more=words::ADD_ANOTHER_OPTION rows=rows row=move |key: String| option(asking, key)
            on_add=add on_remove=remove holds=holds />
    }
    .into_any()
}

fn option(asking: Asking, key: String) -> AnyView {
    let known = asking
        .said
        .with_value(|said| said.options.iter().find(|one| one.id.as_str() == key).cloned());
    let Some(known) = known else { return ().into_any() };
    let id = |part: &str| ["options-", &key, "-", part].concat();
    let marks = [
        ("exclusive", words::EXCLUSIVE, known.exclusive),
        ("gap", words::GAP, known.gap),
        ("not-known", words::NOT_KNOWN, known.not_known),
    ];
    let items = marks.map(|(value, text, _)| Choice::new(value, text)).into();
    let values = marks.iter().filter(|it| it.2).map(|it| it.0.to_owned()).collect();
    let (label_id, marks_id) = (id("label"), id("marks"));
    let with = move |key: &str, change: &dyn Fn(&mut ChoiceOption)| {
        asking.change(|said| {
            said.options.iter_mut().filter(|one| one.id.as_str() == key).for_each(change);
        })
    };
    let (first, second) = (key.clone(), key);
    view! {
        {asking.editing.line(&label_id, words::OPTION_LABEL, "", &known.label, move |text| {
            with(&first, &|one| one.label.clone_from(&text))
        })}
        {asking.editing.checks(&marks_id, words::OPTION_MARKS, items, values, move |values| {
            let has = |mark: &str| values.iter().any(|value| value == mark);
            with(&second, &|one| {
                one.exclusive = has("exclusive");
                one.gap = has("gap");
                one.not_known = has("not-known");
            })
        })}
    }
    .into_any()
}
