//! One dated event, or a list of them, on the page on timescales.

use leptos::prelude::*;

use super::controls::legend;
use super::dates::{DatedPage, time_question};
use super::rows::{ListNames, RowEdit, rows};
use super::timescales::{date, edit};
use super::words;
use crate::id::ItemId;
use crate::store::{RowChange, SheetChange};
use crate::timescale::{Absence, EventDef, Flag, Kept, date_key};
use crate::ui::govuk::{Caption, Checkboxes, Choice, Select, SelectItem};

/// The questions on one event.
pub fn event_view(page: DatedPage, event: &EventDef) -> AnyView {
    let dates = match event.kept {
        Kept::Once => {
            let key = date_key(&event.id, None);
            let time = event.timed.then(|| time(page, key.clone()));
            let hint = words::DATE_HINT;
            view! { {date(page, key, legend(event.label.clone()), hint)}{time} }.into_any()
        }
        Kept::Listed => list(page, event),
    };
    view! { <div class="app-prompt">{dates}{absence(page, event)}</div> }.into_any()
}

fn time(page: DatedPage, key: String) -> AnyView {
    let on_typed = Callback::new(move |_| page.tell_changed());
    let id = [&key, "-time"].concat();
    time_question(page.desk, id, key, Caption::new(words::AT_WHAT_TIME), on_typed)
}

fn absence(page: DatedPage, event: &EventDef) -> AnyView {
    let worksheet = page.desk.worksheet();
    let now = worksheet.events.get(&event.id).and_then(|of_event| of_event.absence);
    let mut items = vec![SelectItem::new("", words::THERE_IS_A_DATE)];
    items.extend(Absence::ALL.map(|one| SelectItem::new(one.as_str(), words::absence(one))));
    let label = match event.kept {
        Kept::Once => words::NO_DATE,
        Kept::Listed => words::NO_DATE_LISTED,
    };
    // Heard out of its place, the label says which event it means.
    let label = [label, " (", &event.label, ")"].concat();
    let id = ["absence-", event.id.as_str()].concat();
    let event = event.id.clone();
    let on_change = move |chosen: String| {
        let absence = Absence::ALL.into_iter().find(|one| one.as_str() == chosen);
        edit(page, SheetChange::Absence(event.clone(), absence));
    };
    view! {
        <Select id=id label=Caption::new(label) items=items
            value=now.map(|one| one.as_str().to_owned()).unwrap_or_default() on_change=on_change />
    }
    .into_any()
}

/// A list of dates, each kept as it is typed.
fn list(page: DatedPage, event: &EventDef) -> AnyView {
    let worksheet = page.desk.worksheet();
    let of_event = worksheet.events.get(&event.id).map(|of_event| of_event.rows.clone());
    let items = of_event.unwrap_or_default().into_iter().map(|row| row.id);
    let names = ListNames {
        id: ["list-", event.id.as_str()].concat(),
        title: event.label.clone(),
        level: 3,
        hint: event.hint.clone(),
        name: words::DATE,
        add_first: words::ADD_DATE,
        add_more: words::ADD_ANOTHER_DATE,
    };
    let (for_row, editing, holding) = (event.clone(), event.id.clone(), event.id.clone());
    let change = move |item: ItemId, what| {
        let part = match what {
            RowEdit::Add => RowChange::Add,
            RowEdit::Remove => RowChange::Remove,
        };
        edit(page, SheetChange::Row(editing.clone(), item, part));
    };
    let holds = move |item: &ItemId| !page.desk.typed(&date_key(&holding, Some(item))).is_blank();
    rows(page.desk, names, items, change, holds, move |item| row(page, &for_row, item.clone()))
}

fn row(page: DatedPage, event: &EventDef, item: ItemId) -> AnyView {
    let worksheet = page.desk.worksheet();
    let of_event = worksheet.events.get(&event.id);
    let found = of_event.and_then(|of_event| of_event.rows.iter().find(|row| row.id == item));
    let set = found.map(|row| row.flags.clone()).unwrap_or_default();
    let key = date_key(&event.id, Some(&item));
    let time = event.timed.then(|| time(page, key.clone()));
    let flags = (!event.flags.is_empty()).then(|| {
        let offered = event.flags.clone();
        let items = offered.iter().zip(1_u8..).map(|(one, number)| choice(*one, number)).collect();
        let numbered = |one: &Flag| offered.iter().position(|other| other == one);
        let values = set.iter().filter_map(numbered).map(|place| (place + 1).to_string()).collect();
        let id = [&key, "-notes"].concat();
        let event = event.id.clone();
        let on_change = Callback::new(move |chosen: Vec<String>| {
            for (flag, number) in offered.iter().zip(1_u8..) {
                let is_set = chosen.contains(&number.to_string());
                let part = RowChange::Flag(*flag, is_set);
                edit(page, SheetChange::Row(event.clone(), item.clone(), part));
            }
        });
        view! {
            <Checkboxes id=id legend=Caption::new(words::ABOUT_THIS_DATE) items=items values=values
                on_change=on_change class="govuk-checkboxes--small" />
        }
    });
    let asked = date(page, key, Caption::new(words::DATE), words::DATE_HINT);
    view! { {asked}{time}{flags} }.into_any()
}

fn choice(flag: Flag, number: u8) -> Choice {
    Choice::new(number.to_string(), words::flag(flag))
}
