//! Who is invited: one row for each auditor.

use leptos::prelude::*;

use super::super::new_round_form::Row;
use super::super::words;
use super::typing::Typing;
use crate::browser::random;
use crate::ui::govuk::{AddAnother, Caption, Select, SelectItem, TextInput};

/// One row an auditor.
#[component]
pub(super) fn Auditors(
    /// What is typed, and what is wrong.
    typing: Typing,
) -> impl IntoView {
    let Typing { form, errors } = typing;
    let began = form.with_value(|form| form.auditors.clone());
    let rows: RwSignal<Vec<String>> =
        RwSignal::new(began.iter().map(|row| row.key.clone()).collect());
    let kinds: Vec<(String, String)> = form.with_value(|form| {
        let kinds = form.round.tool.agency_kinds.iter();
        kinds.map(|kind| (kind.id.to_string(), kind.name.clone())).collect()
    });
    let add = move |()| {
        let key = random::hex();
        let row = Row {
            key: key.clone(),
            kind: String::new(),
            name: String::new(),
            label: String::new(),
        };
        form.update_value(|form| form.auditors.push(row));
        rows.update(|rows| rows.push(key));
    };
    let remove = move |key: String| {
        form.update_value(|form| form.auditors.retain(|row| row.key != key));
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let row = move |key: String| {
        let set = |write: fn(&mut Row, String)| {
            let key = key.clone();
            Callback::new(move |text: String| {
                form.update_value(|form| {
                    if let Some(row) = form.auditors.iter_mut().find(|row| row.key == key) {
                        write(row, text);
                    }
                });
            })
        };
        let first =
            form.with_value(|form| form.auditors.iter().find(|row| row.key == key).cloned());
        let (kind, name) = first.map(|row| (row.kind, row.name)).unwrap_or_default();
        let id = |part: &str| ["auditors-", &key, "-", part].concat();
        let mut items = vec![SelectItem::new("", words::CHOOSE_KIND)];
        items.extend(kinds.iter().map(|(id, name)| SelectItem::new(id.clone(), name.clone())));
        view! {
            <Select id=id("kind") label=Caption::new(words::AGENCY_KIND) items=items value=kind
                on_change=set(|row, text| row.kind = text) />
            <TextInput id=id("name") label=Caption::new(words::AGENCY_NAME) hint=words::AGENCY_NAME_HINT value=name
                on_input=set(|row, text| row.name = text) />
            <TextInput id=id("label") label=Caption::new(words::SLOT_LABEL)
                on_input=set(|row, text| row.label = text) />
        }
    };
    let error = errors.of("auditors");
    let holds = move |key: String| {
        form.with_value(|form| {
            form.auditors
                .iter()
                .any(|row| row.key == key && !(row.kind.is_empty() && row.name.is_empty()))
        })
    };
    view! {
        {move || error.get().map(|text| view! { <p class="govuk-error-message">{text}</p> })}
        <AddAnother id="auditors" title=words::AGENCIES name=words::AGENCY add_first=words::ADD_AGENCY
            add_more=words::ADD_ANOTHER_AGENCY rows=rows row=row on_add=add on_remove=remove holds=holds />
    }
}
