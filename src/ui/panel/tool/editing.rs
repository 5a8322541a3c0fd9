//! What the pages of the tool have in hand: every key changes the draft, which is kept.

use leptos::prelude::*;

use super::super::desk::Desk;
use crate::tool::Tool;
use crate::tool::edit::Edit;
use crate::ui::govuk::{
    Caption, Checkboxes, Choice, PageErrors, Radios, Select, SelectItem, Size, TextInput, Textarea,
};

/// The draft on one page.
#[derive(Clone, Copy)]
pub struct Editing {
    /// The desk with the round.
    pub desk: Desk,
    /// What is wrong on the page.
    pub errors: PageErrors,
    /// Counts what is changed here, for what is shown of it.
    pub edits: RwSignal<u32>,
}

impl Editing {
    /// For a page.
    pub fn new(desk: Desk) -> Self {
        on_cleanup(move || desk.save_typed());
        Self { desk, errors: PageErrors::new(), edits: RwSignal::new(0) }
    }

    /// The tool as it would be: the draft, or the round's where nothing is changed yet.
    pub fn tool(self) -> Option<Tool> {
        untrack(|| self.desk.drafted_tool())
    }

    /// Makes a change of a text: what stands on the page stays.
    pub fn edit(self, edit: &Edit) {
        if self.desk.edit_tool(edit).is_ok() {
            let _ = self.edits.try_update(|edits| *edits += 1);
        }
    }

    fn hears<T: 'static>(self, edit: impl Fn(T) -> Edit + Send + Sync + 'static) -> Callback<T> {
        Callback::new(move |value: T| self.edit(&edit(value)))
    }

    /// One line.
    pub fn line(
        self,
        id: &str,
        label: impl Into<Caption>,
        hint: &str,
        value: &str,
        edit: impl Fn(String) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <TextInput id=id.to_owned() label=label.into() hint=hint value=value.to_owned()
                on_input=self.hears(edit) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// Longer text.
    pub fn area(
        self,
        id: &str,
        label: impl Into<Caption>,
        hint: &str,
        value: &str,
        edit: impl Fn(String) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <Textarea id=id.to_owned() label=label.into() hint=hint value=value.to_owned() rows=3
                on_input=self.hears(edit) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// One answer out of several.
    pub fn radios(
        self,
        id: &str,
        legend: &'static str,
        hint: &str,
        items: Vec<Choice>,
        value: &str,
        edit: impl Fn(String) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <Radios id=id.to_owned() legend=small(legend) hint=hint items=items value=value.to_owned()
                on_change=self.hears(edit) error=self.errors.of(id) class="govuk-radios--small" />
        }
        .into_any()
    }

    /// Yes or no.
    pub fn yes_no(
        self,
        id: &str,
        legend: &'static str,
        hint: &str,
        value: bool,
        edit: impl Fn(bool) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        let items =
            vec![Choice::new("yes", super::words::YES), Choice::new("no", super::words::NO)];
        let value = if value { "yes" } else { "no" };
        self.radios(id, legend, hint, items, value, move |text| edit(text == "yes"))
    }

    /// Any number of answers.
    pub fn checks(
        self,
        id: &str,
        legend: &'static str,
        items: Vec<Choice>,
        values: Vec<String>,
        edit: impl Fn(Vec<String>) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <Checkboxes id=id.to_owned() legend=legend items=items values=values
                on_change=self.hears(edit) error=self.errors.of(id) class="govuk-checkboxes--small" />
        }
        .into_any()
    }

    /// One of a list, which whoever hears it turns into a change.
    pub fn chooser(
        self,
        id: &str,
        label: &'static str,
        items: Vec<SelectItem>,
        value: &str,
        heard: impl Fn(String) + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <Select id=id.to_owned() label=label items=items value=value.to_owned()
                on_change=Callback::new(heard) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// One answer out of a list.
    pub fn select(
        self,
        id: &str,
        label: &'static str,
        items: Vec<SelectItem>,
        value: &str,
        edit: impl Fn(String) -> Edit + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <Select id=id.to_owned() label=label items=items value=value.to_owned()
                on_change=self.hears(edit) error=self.errors.of(id) />
        }
        .into_any()
    }
}

/// A heading of a control.
pub fn small(text: &'static str) -> Caption {
    Caption::new(text).size(Size::S)
}
