//! One dated event, or a list of them, on the page on timescales.

use leptos::prelude::*;

use super::controls::legend;
use super::dates::time_question;
use super::timescales::Sheet;
use super::words;
use crate::id::{EventId, ItemId};
use crate::store::{RowChange, SheetChange};
use crate::timescale::{Absence, EventDef, Flag, Kept, date_key};
use crate::ui::govuk::{AddAnother, Caption, Checkboxes, Choice, Select, SelectItem};

/// The questions on one event.
pub fn event_view(sheet: Sheet, event: &EventDef) -> AnyView {
    let dates = match event.kept {
        Kept::Once => {
            let key = date_key(&event.id, None);
            let time = event.timed.then(|| time(sheet, key.clone()));
            let hint = words::DATE_HINT;
            view! { {sheet.date(key, legend(event.label.clone()), hint)}{time} }.into_any()
        }
        Kept::Listed => list(sheet, event),
    };
    view! { <div class="app-prompt">{dates}{absence(sheet, event)}</div> }.into_any()
}

fn time(sheet: Sheet, key: String) -> AnyView {
    let on_typed = Callback::new(move |_| sheet.changed.update(|count| *count += 1));
    let id = [&key, "-time"].concat();
    time_question(sheet.desk, id, key, Caption::new(words::AT_WHAT_TIME), on_typed)
}

fn absence(sheet: Sheet, event: &EventDef) -> AnyView {
    let worksheet = sheet.desk.worksheet();
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
        sheet.edit(SheetChange::Absence(event.clone(), absence));
    };
    view! {
        <Select id=id label=Caption::new(label) items=items
            value=now.map(|one| one.as_str().to_owned()).unwrap_or_default() on_change=on_change />
    }
    .into_any()
}

/// A list of dates, each kept as it is typed.
fn list(sheet: Sheet, event: &EventDef) -> AnyView {
    let worksheet = sheet.desk.worksheet();
    let rows = worksheet.events.get(&event.id).map(|of_event| of_event.rows.clone());
    let keys = rows.unwrap_or_default().into_iter().map(|row| row.id.as_str().to_owned());
    let rows = RwSignal::new(keys.collect::<Vec<String>>());
    let (for_row, adding) = (event.clone(), event.id.clone());
    let (removing, holding) = (event.id.clone(), event.id.clone());
    view! {
        <AddAnother id=["list-", event.id.as_str()].concat() title=event.label.clone() level=3 hint=event.hint.clone() name=words::DATE
            add_first=words::ADD_DATE add_more=words::ADD_ANOTHER_DATE rows=rows
            row=move |key: String| row(sheet, &for_row, &key)
            on_add=move |()| {
                let item = sheet.desk.fresh_item();
                sheet.edit(SheetChange::Row(adding.clone(), item.clone(), RowChange::Add));
                rows.update(|rows| rows.push(item.as_str().to_owned()));
            }
            on_remove=move |key: String| {
                if let Ok(item) = ItemId::new(key.clone()) {
                    sheet.edit(SheetChange::Row(removing.clone(), item, RowChange::Remove));
                }
                rows.update(|rows| rows.retain(|row| *row != key));
            }
            holds=move |key: String| holds(sheet, &holding, &key) />
    }
    .into_any()
}

fn holds(sheet: Sheet, event: &EventId, key: &str) -> bool {
    let item = ItemId::new(key).ok();
    item.is_some_and(|item| !sheet.desk.typed(&date_key(event, Some(&item))).is_blank())
}

fn row(sheet: Sheet, event: &EventDef, key: &str) -> AnyView {
    let Ok(item) = ItemId::new(key) else { return ().into_any() };
    let worksheet = sheet.desk.worksheet();
    let of_event = worksheet.events.get(&event.id);
    let found = of_event.and_then(|of_event| of_event.rows.iter().find(|row| row.id == item));
    let set = found.map(|row| row.flags.clone()).unwrap_or_default();
    let date = date_key(&event.id, Some(&item));
    let time = event.timed.then(|| time(sheet, date.clone()));
    let flags = (!event.flags.is_empty()).then(|| {
        let offered = event.flags.clone();
        let items = offered.iter().zip(1_u8..).map(|(one, number)| choice(*one, number)).collect();
        let numbered = |one: &Flag| offered.iter().position(|other| other == one);
        let values = set.iter().filter_map(numbered).map(|place| (place + 1).to_string()).collect();
        let id = [&date, "-notes"].concat();
        let event = event.id.clone();
        let on_change = Callback::new(move |chosen: Vec<String>| {
            for (flag, number) in offered.iter().zip(1_u8..) {
                let is_set = chosen.contains(&number.to_string());
                let part = RowChange::Flag(*flag, is_set);
                sheet.edit(SheetChange::Row(event.clone(), item.clone(), part));
            }
        });
        view! {
            <Checkboxes id=id legend=Caption::new(words::ABOUT_THIS_DATE) items=items values=values
                on_change=on_change class="govuk-checkboxes--small" />
        }
    });
    let asked = sheet.date(date, Caption::new(words::DATE), words::DATE_HINT);
    view! { {asked}{time}{flags} }.into_any()
}

fn choice(flag: Flag, number: u8) -> Choice {
    Choice::new(number.to_string(), words::flag(flag))
}
