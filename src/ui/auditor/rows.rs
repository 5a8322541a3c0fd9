//! A list on a page, each row kept under an id of its own: strengths, dates, entries.

use leptos::prelude::*;

use super::desk::Desk;
use crate::id::ItemId;
use crate::ui::govuk::AddAnother;

/// What a list is called.
pub struct ListNames {
    /// Stem of the element ids.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Level of the heading.
    pub level: u8,
    /// Help under the heading.
    pub hint: String,
    /// One of its rows: "Strength".
    pub name: &'static str,
    /// Adds the first.
    pub add_first: &'static str,
    /// Adds another.
    pub add_more: &'static str,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowEdit {
    /// It is new, empty, at the end.
    Add,
    /// It goes.
    Remove,
}

/// The list of these items. `edit` tells the desk; `holds` says whether a row has something in it.
pub fn rows(
    desk: Desk,
    names: ListNames,
    items: impl Iterator<Item = ItemId>,
    edit: impl Fn(ItemId, RowEdit) + Clone + Send + Sync + 'static,
    holds: impl Fn(&ItemId) -> bool + Send + Sync + 'static,
    row: impl Fn(&ItemId) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys = RwSignal::new(items.map(|item| item.as_str().to_owned()).collect::<Vec<String>>());
    let removes = edit.clone();
    let on_add = move |()| {
        let item = desk.fresh_item();
        let key = item.as_str().to_owned();
        edit(item, RowEdit::Add);
        keys.update(|keys| keys.push(key));
    };
    let on_remove = move |key: String| {
        if let Ok(item) = ItemId::new(key.clone()) {
            removes(item, RowEdit::Remove);
            desk.save_now();
        }
        keys.update(|keys| keys.retain(|one| *one != key));
    };
    let row = move |key: String| ItemId::new(key).map_or_else(|_| ().into_any(), |item| row(&item));
    view! {
        <AddAnother id=names.id title=names.title level=names.level hint=names.hint name=names.name
            add_first=names.add_first add_more=names.add_more rows=keys row=row
            on_add=on_add on_remove=on_remove
            holds=move |key: String| ItemId::new(key).is_ok_and(|item| holds(&item)) />
    }
    .into_any()
}
