//! Questions, their parts, and buttons.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use multi_agency_audit::ui::govuk::*;

use super::{caption, take, with_attributes};
use crate::options::Options;

pub fn button(o: Options) -> AnyView {
    let mut class = o.text("classes");
    let mut kind = ButtonKind::Primary;
    for (name, named) in [
        ("govuk-button--secondary", ButtonKind::Secondary),
        ("govuk-button--warning", ButtonKind::Warning),
        ("govuk-button--inverse", ButtonKind::Inverse),
    ] {
        if take(&mut class, name) {
            kind = named;
        }
    }
    if o.is("isStartButton") {
        kind = ButtonKind::Start;
    }
    let base = ButtonProps::builder()
        .text(o.text("text"))
        .kind(kind)
        .href(o.text("href"))
        .disabled(o.is("disabled"))
        .once(o.is("preventDoubleClick"))
        .id(o.text("id"))
        .name(o.text("name"))
        .value(o.text("value"))
        .class(class);
    let view = match o.text("type").as_str() {
        "button" => Button(base.on_click(|()| ()).build()).into_any(),
        _ => Button(base.build()).into_any(),
    };
    with_attributes(view, o)
}

pub fn label(o: Options) -> AnyView {
    let label = caption(o, "govuk-label");
    with_attributes(view! { <Label caption=label target=o.text("for") /> }.into_any(), o)
}

pub fn hint(o: Options) -> AnyView {
    let view = view! { <Hint text=o.text("text") id=o.text("id") class=o.text("classes") /> };
    with_attributes(view.into_any(), o)
}

pub fn error_message(o: Options) -> AnyView {
    let prefix = match o.at("visuallyHiddenText").0 {
        serde_json::Value::Null => "Error".to_owned(),
        _ => o.text("visuallyHiddenText"),
    };
    let view = view! {
        <ErrorMessage text=o.text("text") id=o.text("id") class=o.text("classes") prefix=prefix />
    };
    with_attributes(view.into_any(), o)
}

pub fn error_summary(o: Options) -> AnyView {
    let errors: Vec<PageError> = o
        .list("errorList")
        .into_iter()
        .map(|item| {
            let target = item.text("href");
            PageError::new("", item.text("text")).at(target.trim_start_matches('#'))
        })
        .collect();
    let errors = Signal::stored(errors);
    let view = view! {
        <ErrorSummary errors=errors title=o.text("titleText") description=o.text("descriptionText")
            class=o.text("classes") />
    };
    with_attributes(view.into_any(), o)
}

pub fn fieldset(o: Options) -> AnyView {
    let legend = caption(o.at("legend"), "govuk-fieldset__legend");
    let described_by: Signal<Option<String>> = Signal::stored(o.maybe("describedBy"));
    let inner = o.maybe("html").map(InertElement::new);
    let base = FieldsetProps::builder()
        .legend(legend)
        .described_by(described_by)
        .class(o.text("classes"))
        .children(ToChildren::to_children(move || inner));
    let view = match o.literal("role") {
        Some(role) => Fieldset(base.role(role).build()).into_any(),
        None => Fieldset(base.build()).into_any(),
    };
    with_attributes(view, o)
}

/// What the fixtures of all questions share.
struct Question {
    id: String,
    name: String,
    label: Caption,
    hint: String,
    error: Signal<Option<String>>,
    class: String,
    described_by: String,
    group_class: String,
}

impl Question {
    fn of(o: Options) -> Self {
        Self {
            id: o.maybe("id").unwrap_or_else(|| o.text("name")),
            name: o.text("name"),
            label: caption(o.at("label"), "govuk-label"),
            hint: o.text("hint.text"),
            error: Signal::stored(o.maybe("errorMessage.text")),
            class: o.text("classes"),
            described_by: o.text("describedBy"),
            group_class: o.text("formGroup.classes"),
        }
    }
}

pub fn input(o: Options) -> AnyView {
    let q = Question::of(o);
    let mut props = TextInputProps::builder()
        .id(q.id)
        .label(q.label)
        .hint(q.hint)
        .error(q.error)
        .name(q.name)
        .value(o.text("value"))
        .class(q.class)
        .input_type(o.literal("type").unwrap_or("text"))
        .prefix(o.text("prefix.text"))
        .suffix(o.text("suffix.text"))
        .disabled(o.is("disabled"))
        .described_by(q.described_by)
        .group_class(q.group_class)
        .build();
    props.inputmode = o.literal("inputmode");
    props.autocomplete = o.literal("autocomplete");
    props.autocapitalize = o.literal("autocapitalize");
    props.spellcheck = o.bool("spellcheck");
    TextInput(props).into_any()
}

pub fn password_input(o: Options) -> AnyView {
    let q = Question::of(o);
    let mut props = PasswordInputProps::builder()
        .id(q.id)
        .label(q.label)
        .hint(q.hint)
        .error(q.error)
        .name(q.name)
        .value(o.text("value"))
        .class(q.class)
        .described_by(q.described_by)
        .build();
    if let Some(autocomplete) = o.literal("autocomplete") {
        props.autocomplete = autocomplete;
    }
    PasswordInput(props).into_any()
}

fn rows(o: Options) -> u32 {
    o.number("rows").map_or(5, |rows| rows.try_into().expect("fixtures have few rows"))
}

pub fn textarea(o: Options) -> AnyView {
    let q = Question::of(o);
    let mut props = TextareaProps::builder()
        .id(q.id)
        .label(q.label)
        .hint(q.hint)
        .error(q.error)
        .name(q.name)
        .value(o.text("value"))
        .rows(rows(o))
        .class(q.class)
        .described_by(q.described_by)
        .group_class(q.group_class)
        .build();
    props.autocomplete = o.literal("autocomplete");
    props.spellcheck = o.bool("spellcheck");
    Textarea(props).into_any()
}

pub fn character_count(o: Options) -> AnyView {
    let q = Question::of(o);
    let allowed =
        o.number("maxlength").unwrap_or(0).try_into().expect("fixtures have small limits");
    let limit = match o.text("countType").as_str() {
        "words" => Limit::Words(allowed),
        _ => Limit::Characters(allowed),
    };
    let threshold = o.number("threshold").map(|share| share.try_into().expect("per cent"));
    let description = o.text("textareaDescriptionText").replace("%{count}", &allowed.to_string());
    let mut props = CharacterCountProps::builder()
        .id(q.id)
        .label(q.label)
        .limit(limit)
        .threshold(threshold)
        .hint(q.hint)
        .error(q.error)
        .name(q.name)
        .value(o.text("value"))
        .rows(rows(o))
        .description(description)
        .class(q.class)
        .message_class(o.text("countMessage.classes"))
        .group_class(q.group_class)
        .build();
    props.spellcheck = o.bool("spellcheck");
    CharacterCount(props).into_any()
}

/// The choices, and the values of those that are chosen.
fn choices(o: Options) -> (Vec<Choice>, Vec<String>) {
    let named: Vec<&str> =
        o.list("values").into_iter().filter_map(|value| value.0.as_str()).collect();
    let single = o.text("value");
    let mut chosen = Vec::new();
    let items = o
        .list("items")
        .into_iter()
        .map(|item| {
            if let Some(words) = item.maybe("divider") {
                return Choice::divider(words);
            }
            let value = item.text("value");
            let is_named =
                named.contains(&value.as_str()) || (!single.is_empty() && single == value);
            if item.bool("checked").unwrap_or(is_named) {
                chosen.push(value.clone());
            }
            choice(item, value)
        })
        .collect();
    (items, chosen)
}

fn choice(item: Options, value: String) -> Choice {
    let mut choice =
        Choice::new(value, item.text("text")).hint(item.text("hint.text")).id(item.text("id"));
    if item.is("disabled") {
        choice = choice.disabled();
    }
    if item.text("behaviour") == "exclusive" {
        choice = choice.exclusive();
    }
    if let Some(html) = item.maybe("conditional.html") {
        choice = choice.reveal(InertElement::new(html));
    }
    choice
}

/// The stem of a group's ids.
fn group_id(o: Options) -> String {
    o.maybe("idPrefix").unwrap_or_else(|| o.text("name"))
}

fn legend(o: Options) -> Caption {
    caption(o.at("fieldset.legend"), "govuk-fieldset__legend")
}

pub fn radios(o: Options) -> AnyView {
    let q = Question::of(o);
    let (items, chosen) = choices(o);
    let view = view! {
        <Radios id=group_id(o) legend=legend(o) hint=q.hint error=q.error items=items
            value=chosen.into_iter().next().unwrap_or_default() name=q.name class=q.class
            described_by=o.text("fieldset.describedBy") group_class=q.group_class />
    };
    view.into_any()
}

pub fn checkboxes(o: Options) -> AnyView {
    let q = Question::of(o);
    let (items, values) = choices(o);
    let described_by = o.maybe("fieldset.describedBy").unwrap_or(q.described_by);
    let view = view! {
        <Checkboxes id=group_id(o) legend=legend(o) hint=q.hint error=q.error items=items values=values
            name=q.name class=q.class described_by=described_by group_class=q.group_class />
    };
    view.into_any()
}

pub fn select(o: Options) -> AnyView {
    let q = Question::of(o);
    let mut chosen = o.maybe("value");
    let items = o
        .list("items")
        .into_iter()
        .map(|item| {
            let text = item.text("text");
            let is_given = !item.at("value").0.is_null();
            let value = if is_given { item.scalar("value") } else { text.clone() };
            match item.bool("selected") {
                Some(true) => chosen = Some(value.clone()),
                Some(false) if chosen.as_ref() == Some(&value) => chosen = None,
                _ => {}
            }
            let line = if is_given { SelectItem::new(value, text) } else { SelectItem::text(text) };
            if item.is("disabled") { line.disabled() } else { line }
        })
        .collect();
    let mut props = SelectProps::builder()
        .id(q.id)
        .label(q.label)
        .hint(q.hint)
        .error(q.error)
        .items(items)
        .name(q.name)
        .disabled(o.is("disabled"))
        .class(q.class)
        .described_by(q.described_by)
        .group_class(q.group_class)
        .build();
    props.value = chosen;
    Select(props).into_any()
}

pub fn file_upload(o: Options) -> AnyView {
    let q = Question::of(o);
    let mut props = FileUploadProps::builder()
        .id(q.id)
        .label(q.label)
        .hint(q.hint)
        .error(q.error)
        .multiple(o.is("multiple"))
        .drop_zone(o.is("javascript"))
        .name(q.name)
        .disabled(o.is("disabled"))
        .class(q.class)
        .wrapper_class(o.text("wrapperClasses"))
        .described_by(q.described_by)
        .group_class(q.group_class)
        .build();
    props.accept = o.literal("attributes.accept");
    FileUpload(props).into_any()
}

/// The boxes of a date input as fixtures name them: by `items`, or by `day`, `month` and `year`, each of
/// which is left out by `false`.
fn date_parts<'a>(o: Options<'a>) -> Vec<(DateField, Options<'a>)> {
    let usual = [("day", DateField::Day), ("month", DateField::Month), ("year", DateField::Year)];
    let items = o.list("items");
    if items.is_empty() {
        let shown = usual.into_iter().filter(|(name, _)| o.bool(name) != Some(false));
        return shown.map(|(name, field)| (field, o.at(name))).collect();
    }
    let field_of = |item: Options| {
        let name = item.text("name");
        usual.iter().find(|(usual, _)| *usual == name).map(|(_, field)| *field)
    };
    items.into_iter().filter_map(|item| field_of(item).map(|field| (field, item))).collect()
}

pub fn date_input(o: Options) -> AnyView {
    let q = Question::of(o);
    let prefix = o.text("namePrefix");
    let mut value = DateText::default();
    let mut wrong = Vec::new();
    // With a message and no box named, those that are not said to be right.
    let mut not_right = Vec::new();
    let mut parts = Vec::new();
    for (field, item) in date_parts(o) {
        let usual = match field {
            DateField::Day => "day",
            DateField::Month => "month",
            DateField::Year => "year",
        };
        let name = item.maybe("name").unwrap_or_else(|| usual.to_owned());
        let full = if prefix.is_empty() { name.clone() } else { format!("{prefix}-{name}") };
        let text =
            item.maybe("value").or_else(|| o.at(usual).maybe("value")).unwrap_or_else(|| {
                o.at("values").0.get(&full).map_or_else(String::new, |value| value.to_string())
            });
        match field {
            DateField::Day => value.day = text,
            DateField::Month => value.month = text,
            DateField::Year => value.year = text,
        }
        if item.is("error") || item.text("classes").contains("govuk-input--error") {
            wrong.push(field);
        } else if item.bool("error") != Some(false) {
            not_right.push(field);
        }
        parts.push(date_part(field, name, item));
    }
    if wrong.is_empty() && q.error.with_untracked(Option::is_some) {
        wrong = not_right;
    }
    let view = view! {
        <DateInput id=o.text("id") legend=legend(o) hint=q.hint error=q.error wrong=Signal::stored(wrong)
            value=value parts=parts name_prefix=prefix class=q.class
            described_by=o.text("fieldset.describedBy") group_class=q.group_class />
    };
    view.into_any()
}

fn date_part(field: DateField, name: String, item: Options) -> DatePart {
    let mut part = DatePart::new(field).id(item.text("id"));
    // A box of another name is called by that name.
    if let Some(label) = item.maybe("label") {
        part = part.label(label);
    }
    part = part.name(name);
    if let Some(autocomplete) = item.literal("autocomplete") {
        part = part.autocomplete(autocomplete);
    }
    if let Some(inputmode) = item.literal("inputmode") {
        part = part.inputmode(inputmode);
    }
    part
}
