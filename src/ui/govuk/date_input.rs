//! `date-input`: a date known by heart, in text boxes.

use leptos::prelude::*;

use super::form_group::Question;
use super::parts::{classes, given, sub_id, tell, when};
use super::{Caption, words};

/// One box of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateField {
    /// Day of the month.
    Day,
    /// Month, as a number or a name.
    Month,
    /// Year.
    Year,
}

/// A date as typed: kept as it is, so that a wrong one can be shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateText {
    /// As typed.
    pub day: String,
    /// As typed.
    pub month: String,
    /// As typed.
    pub year: String,
}

impl DateText {
    fn field(&mut self, field: DateField) -> &mut String {
        match field {
            DateField::Day => &mut self.day,
            DateField::Month => &mut self.month,
            DateField::Year => &mut self.year,
        }
    }
}

/// What a box of a date is called.
#[derive(Debug, Clone)]
pub struct DatePart {
    field: DateField,
    label: String,
    name: String,
    id: String,
    autocomplete: Option<&'static str>,
    inputmode: &'static str,
}

impl DatePart {
    /// The usual box for `field`.
    pub fn new(field: DateField) -> Self {
        let (label, name) = match field {
            DateField::Day => (words::DAY, "day"),
            DateField::Month => (words::MONTH, "month"),
            DateField::Year => (words::YEAR, "year"),
        };
        let (label, name) = (label.to_owned(), name.to_owned());
        Self { field, label, name, id: String::new(), autocomplete: None, inputmode: "numeric" }
    }

    /// Day, month and year.
    pub fn day_month_year() -> Vec<Self> {
        [DateField::Day, DateField::Month, DateField::Year].map(Self::new).into()
    }

    /// Month and year.
    pub fn month_year() -> Vec<Self> {
        [DateField::Month, DateField::Year].map(Self::new).into()
    }

    /// Other words above the box.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// Another form name, and with it the id's end.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// An id of its own.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// What the browser may fill in.
    #[must_use]
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete: Some(autocomplete), ..self }
    }

    /// Keyboard of phones, `numeric` unless month names are asked for.
    #[must_use]
    pub fn inputmode(self, inputmode: &'static str) -> Self {
        Self { inputmode, ..self }
    }
}

/// A date in text boxes. The boxes' ids are `{id}-day`, `{id}-month`, `{id}-year`: link an error to the
/// first wrong one. Uncontrolled, like the text input.
#[component]
pub fn DateInput(
    /// Stem of every element id.
    #[prop(into)]
    id: String,
    /// The question, as legend.
    #[prop(optional, into)]
    legend: Caption,
    /// Help under the legend: "For example, 27 3 2026".
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the date.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Boxes that are wrong; with an error and none named, all are.
    #[prop(optional, into)]
    wrong: Signal<Vec<DateField>>,
    /// First texts.
    #[prop(optional)]
    value: DateText,
    /// Called at every change with all texts.
    #[prop(optional, into)]
    on_input: Option<Callback<DateText>>,
    /// Boxes to show.
    #[prop(default = DatePart::day_month_year())]
    parts: Vec<DatePart>,
    /// Put before each box's form name, with a hyphen.
    #[prop(optional, into)]
    name_prefix: String,
    /// More class names.
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
    let state = DateState { typed: StoredValue::new(value), on_input, error, wrong };
    let boxes: Vec<AnyView> =
        parts.into_iter().map(|part| state.part(&id, &name_prefix, part)).collect();
    let class = classes(&["govuk-date-input", &class]);
    let boxes = view! { <div class=class id=id>{boxes}</div> }.into_any();
    // Role `group`: without it JAWS does not read the description of a fieldset of text boxes.
    question.grouped(legend, Some("group"), boxes)
}

#[derive(Clone, Copy)]
struct DateState {
    typed: StoredValue<DateText>,
    on_input: Option<Callback<DateText>>,
    error: Signal<Option<String>>,
    wrong: Signal<Vec<DateField>>,
}

impl DateState {
    fn is_wrong(self, field: DateField) -> bool {
        self.wrong.with(|wrong| match wrong.is_empty() {
            true => self.error.with(Option::is_some),
            false => wrong.contains(&field),
        })
    }

    fn part(self, stem: &str, name_prefix: &str, part: DatePart) -> AnyView {
        let field = part.field;
        let id = given(part.id).unwrap_or_else(|| sub_id(stem, &part.name));
        let name = if name_prefix.is_empty() { part.name } else { sub_id(name_prefix, &part.name) };
        let width = when(field == DateField::Year, "govuk-input--width-4");
        let width = if width.is_empty() { "govuk-input--width-2" } else { width };
        let class = move || {
            let wrong = when(self.is_wrong(field), "govuk-input--error");
            classes(&["govuk-input", "govuk-date-input__input", wrong, width])
        };
        let typed = move |event| {
            let now = self.typed.try_update_value(|date| {
                *date.field(field) = event_target_value(&event);
                date.clone()
            });
            if let Some(now) = now {
                tell(self.on_input, now);
            }
        };
        let mut first = self.typed.get_value();
        let value = std::mem::take(first.field(field));
        let label = Caption::new(part.label).label(id.clone(), "govuk-date-input__label");
        view! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    {label}
                    <input class=class id=id name=name type="text" inputmode=part.inputmode
                        autocomplete=part.autocomplete value=given(value) on:input=typed />
                </div>
            </div>
        }
        .into_any()
    }
}
