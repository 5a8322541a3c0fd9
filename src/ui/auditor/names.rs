//! The names to watch for: a list that never leaves this browser (I-02).

use leptos::prelude::*;

use super::controls::{page_caption, save_and_continue, save_line};
use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::guard::{ROLES, WatchedName, never_looked_for};
use crate::store::Change;
use crate::ui::govuk::{
    AddAnother, BackLink, Caption, InsetText, PageTitle, Select, SelectItem, TextInput,
};
use crate::ui::router::go;

/// The list's rows with their keys; those without a name are not kept.
#[derive(Clone, Copy)]
struct Names {
    desk: Desk,
    list: StoredValue<Vec<(String, WatchedName)>>,
    rows: RwSignal<Vec<String>>,
    /// Words by which nothing is looked for, as a box was left last.
    never: RwSignal<Vec<String>>,
}

/// The page on which the list is kept.
#[component]
pub fn NamesPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    let tasks = desk.href(&Step::Tasks);
    let key = || desk.fresh_item().as_str().to_owned();
    let list: Vec<_> = desk.names().into_iter().map(|name| (key(), name)).collect();
    let rows = RwSignal::new(list.iter().map(|(key, _)| key.clone()).collect::<Vec<String>>());
    let never = RwSignal::new(never_looked_for(&desk.names()));
    let names = Names { desk, list: StoredValue::new(list), rows, never };
    // Nobody shall take them for looked for and not found.
    let told = move || {
        let told = never.with(|never| words::never_looked_for(never));
        told.map(|text| view! { <p class="govuk-body">{text}</p> })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        go(&desk.href(&Step::Tasks));
    };
    view! {
        <PageTitle text=words::NAMES program=words::PROGRAM />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::NAMES}</h1>
        <p class="govuk-body">{words::NAMES_LEAD}</p>
        <InsetText>{words::NAMES_WHERE}</InsetText>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <AddAnother id="names" title=words::NAMES_LIST name=words::NAME_ONE add_first=words::ADD_NAME
                add_more=words::ADD_ANOTHER_NAME rows=rows row=move |key: String| names.row(&key)
                on_add=move |()| names.add() on_remove=move |key: String| names.remove(&key)
                holds=move |key: String| names.get(&key).is_some_and(|it| !it.name.trim().is_empty()) />
            <div role="status">{told}</div>
            {save_and_continue(tasks)}
        </form>
    }
}

impl Names {
    fn get(self, key: &str) -> Option<WatchedName> {
        self.list.with_value(|list| Some(list.iter().find(|(row, _)| row == key)?.1.clone()))
    }

    fn add(self) {
        let key = self.desk.fresh_item().as_str().to_owned();
        self.list.update_value(|list| list.push((key.clone(), WatchedName::default())));
        self.rows.update(|rows| rows.push(key));
    }

    fn remove(self, key: &str) {
        self.list.update_value(|list| list.retain(|(row, _)| row != key));
        self.keep();
        self.desk.save_now();
        self.tell_never();
        self.rows.update(|rows| rows.retain(|row| row != key));
    }

    fn keep(self) {
        let named = self.list.with_value(|list| {
            let names = list.iter().map(|(_, name)| name.clone());
            names.filter(|it| !it.name.trim().is_empty()).collect()
        });
        self.desk.edit(Change::Names(named));
    }

    /// Once a box is left: a name that is half typed would be told of, too.
    fn tell_never(self) {
        let _ = self.never.try_set(never_looked_for(&self.desk.names()));
    }

    fn leaves(self) -> Callback<()> {
        Callback::new(move |()| {
            self.desk.save_soon();
            self.tell_never();
        })
    }

    fn edits(self, key: &str, set: fn(&mut WatchedName, String)) -> Callback<String> {
        let key = key.to_owned();
        Callback::new(move |text: String| {
            self.list.update_value(|list| {
                if let Some((_, name)) = list.iter_mut().find(|(row, _)| *row == key) {
                    set(name, text);
                }
            });
            self.keep();
        })
    }

    fn row(self, key: &str) -> AnyView {
        let Some(name) = self.get(key) else { return ().into_any() };
        let id = |part: &str| ["names-", key, "-", part].concat();
        let mut roles = vec![SelectItem::new("", words::NO_ROLE)];
        roles.extend(ROLES.map(|role| SelectItem::new(role, role)));
        let on_name = self.edits(key, |name, text| name.name = text);
        let on_role = self.edits(key, |name, text| name.role = text);
        view! {
            <TextInput id=id("name") label=Caption::new(words::NAME_LABEL) hint=words::NAME_HINT value=name.name
                autocomplete="off" spellcheck=false on_input=on_name on_blur=self.leaves() />
            <Select id=id("role") label=Caption::new(words::ROLE_LABEL) items=roles value=name.role on_change=on_role />
        }
        .into_any()
    }
}
