//! One answer on offer in radios or checkboxes.

use leptos::prelude::*;

use super::hint::hint_view;
use super::parts::{classes, given, sub_id, tell, when};
use super::{Caption, parts::LIVE};

/// One answer on offer, or a divider ("or") between answers.
#[derive(Default)]
pub struct Choice {
    pub(super) value: String,
    text: String,
    hint: String,
    id: String,
    disabled: bool,
    pub(super) exclusive: bool,
    divider: bool,
    more: Option<AnyView>,
    pub(super) reveal: Option<AnyView>,
}

impl Choice {
    /// An answer with the value that is kept and the words that are shown.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), ..Self::default() }
    }

    /// The value that is kept.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// A word between answers.
    pub fn divider(text: impl Into<String>) -> Self {
        Self { divider: true, ..Self::new("", text) }
    }

    /// Help under the answer.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// An id of its own, instead of the stem with a number.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// Not to be chosen now.
    #[must_use]
    pub fn disabled(self) -> Self {
        Self { disabled: true, ..self }
    }

    /// "None of these": clears the other checkboxes, as they clear it.
    #[must_use]
    pub fn exclusive(self) -> Self {
        Self { exclusive: true, ..self }
    }

    /// Shown under the answer and its help, whether it is chosen or not.
    #[must_use]
    pub fn more(self, more: impl IntoAny) -> Self {
        Self { more: Some(more.into_any()), ..self }
    }

    /// Shown while the answer is chosen. One simple question only: more is not announced well.
    #[must_use]
    pub fn reveal(self, question: impl IntoAny) -> Self {
        Self { reveal: Some(question.into_any()), ..self }
    }
}

/// The two kinds of choice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Radio,
    Checkbox,
}

impl Kind {
    fn class(self, part: &str) -> String {
        let block = match self {
            Self::Radio => "govuk-radios",
            Self::Checkbox => "govuk-checkboxes",
        };
        [block, part].concat()
    }
}

/// What the choices of one question share.
#[derive(Clone)]
pub(super) struct Choices {
    pub kind: Kind,
    /// Stem of the ids; the first choice's id.
    pub stem: String,
    pub name: String,
    /// On each control, where no fieldset carries it.
    pub described_by: Option<Signal<Option<String>>>,
    /// The values chosen now.
    pub chosen: RwSignal<Vec<String>>,
    /// Called with a choice's value and whether it is now chosen.
    pub on_choose: Callback<(String, bool)>,
}

impl Choices {
    /// All choices inside their block.
    pub fn view(&self, items: Vec<Choice>, class: &str) -> AnyView {
        let module = self.kind.class("");
        let class = classes(&[&module, class]);
        let items: Vec<AnyView> =
            items.into_iter().enumerate().map(|(index, item)| self.item(index, item)).collect();
        view! { <div class=class data-module=module>{items}</div> }.into_any()
    }

    fn item(&self, index: usize, item: Choice) -> AnyView {
        let kind = self.kind;
        if item.divider {
            return view! { <div class=kind.class("__divider")>{item.text}</div> }.into_any();
        }
        let id = given(item.id).unwrap_or_else(|| match index {
            0 => self.stem.clone(),
            _ => sub_id(&self.stem, &(index + 1).to_string()),
        });
        let chosen = self.chosen;
        let value = item.value.clone();
        let is_chosen = Signal::derive(move || chosen.with(|all| all.contains(&value)));
        let hint_id = if item.hint.is_empty() { String::new() } else { sub_id(&id, "item-hint") };
        let control = self.control(
            &id,
            item.value,
            item.disabled,
            item.exclusive,
            &hint_id,
            is_chosen,
            item.reveal.is_some(),
        );
        let hint =
            (!item.hint.is_empty()).then(|| hint_view(item.hint, hint_id, &kind.class("__hint")));
        let label = Caption::new(item.text).label(id.clone(), &kind.class("__label"));
        let reveal = item.reveal.map(|question| {
            let class = kind.class("__conditional");
            let hidden = kind.class("__conditional--hidden");
            view! {
                <div class=move || classes(&[&class, when(!is_chosen.get(), &hidden)])
                    id=["conditional-", &id].concat()>{question}</div>
            }
            .into_any()
        });
        view! {
            <div class=kind.class("__item")>{control}{label}{hint}</div>
            {item.more}
            {reveal}
        }
        .into_any()
    }

    /// `aria-expanded` is for checkboxes only: a radio may not carry it.
    #[expect(
        clippy::too_many_arguments,
        reason = "one private call, each a distinct part of one control"
    )]
    fn control(
        &self,
        id: &str,
        value: String,
        disabled: bool,
        exclusive: bool,
        hint_id: &str,
        is_chosen: Signal<bool>,
        reveals: bool,
    ) -> AnyView {
        let hint_id = hint_id.to_owned();
        let described_by = self.described_by;
        let describe = move || {
            let outer = described_by.and_then(|ids| ids.get()).unwrap_or_default();
            given(classes(&[&outer, &hint_id]))
        };
        let target = reveals.then(|| ["conditional-", id].concat());
        let expands = LIVE && reveals && self.kind == Kind::Checkbox;
        let on_choose = self.on_choose;
        let submitted = value.clone();
        view! {
            <input
                class=self.kind.class("__input")
                id=id.to_owned()
                name=self.name.clone()
                type=if self.kind == Kind::Radio { "radio" } else { "checkbox" }
                value=value
                checked=is_chosen.get_untracked()
                prop:checked=is_chosen
                disabled=disabled
                data-behaviour=exclusive.then_some("exclusive")
                data-aria-controls=if LIVE { None } else { target.clone() }
                aria-controls=if LIVE { target } else { None }
                aria-expanded=move || expands.then(|| if is_chosen.get() { "true" } else { "false" })
                aria-describedby=describe
                on:change=move |event| tell(Some(on_choose), (submitted.clone(), event_target_checked(&event)))
            />
        }
        .into_any()
    }
}
