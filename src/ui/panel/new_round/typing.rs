//! One question of the page each, and what they have in hand.

use leptos::prelude::*;

use super::super::new_round_form::Form;
use crate::ui::govuk::{Caption, Choice, PageErrors, Radios, Size, TextInput, Textarea};

/// What a part of the page has in hand.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    /// The round as it is typed.
    pub form: StoredValue<Form>,
    /// What is wrong with it.
    pub errors: PageErrors,
}

impl Typing {
    fn set(self, write: fn(&mut Form, String)) -> Callback<String> {
        Callback::new(move |text: String| {
            self.form.try_update_value(|form| write(form, text));
        })
    }

    fn first(self, read: fn(&Form) -> String) -> String {
        self.form.with_value(read)
    }

    /// A line of text.
    pub fn line(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <TextInput id=id label=Caption::new(label).size(Size::S) hint=hint value=self.first(read)
                on_input=self.set(write) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// A box for more than a line.
    pub fn area(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        let rows = if id == "terms" { 12 } else { 4 };
        view! {
            <Textarea id=id label=Caption::new(label).size(Size::S) hint=hint value=self.first(read) rows=rows
                on_input=self.set(write) />
        }
        .into_any()
    }

    /// A small number.
    pub fn number(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <TextInput id=id label=Caption::new(label).size(Size::S) hint=hint inputmode="numeric"
                class="govuk-input--width-3" value=self.first(read) on_input=self.set(write)
                error=self.errors.of(id) />
        }
        .into_any()
    }

    /// One of some.
    pub fn choice(
        self,
        id: &'static str,
        legend: &'static str,
        items: Vec<Choice>,
        value: String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <Radios id=id legend=Caption::new(legend).size(Size::S) items=items value=value
                on_change=self.set(write) class="govuk-radios--small" />
        }
        .into_any()
    }
}
