//! The kinds of agency that the tool knows: one row each.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::editing::Editing;
use super::{Place, faults, part, words};
use crate::id::AgencyKind;
use crate::tool::AgencyKindEntry;
use crate::tool::edit::{Edit, FaultPlace};
use crate::ui::govuk::{AddAnother, Choice};

const PARENT: &str = "parent-facing";
const LEAD: &str = "lead";

/// The page.
pub fn page(desk: Desk, led: bool) -> AnyView {
    let editing = Editing::new(desk);
    let Some(tool) = editing.tool() else { return unknown() };
    if led {
        faults::show_own(editing, |place| match place {
            FaultPlace::Kind(kind, member) => Some(control_of(kind, member)),
            FaultPlace::Tool(member) if member == "agency_kinds" => Some("kinds".to_owned()),
            _ => None,
        });
    }
    let back = (&part(Place::Whole), words::BACK_TO_TOOL);
    view! {
        {titled(desk, words::AGENCY_KINDS.to_owned(), back, editing.errors)}
        <div class="govuk-!-width-two-thirds">
            <p class="govuk-body">{words::AGENCY_KINDS_EXPLAINED}</p>
            {list(editing, &tool.agency_kinds)}
        </div>
    }
    .into_any()
}

/// The control at which a member of a kind is put right.
fn control_of(kind: &AgencyKind, member: &str) -> String {
    let member = if member == "records" { member } else { "name" };
    ["kinds-", kind.as_str(), "-", member].concat()
}

fn list(editing: Editing, kinds: &[AgencyKindEntry]) -> AnyView {
    let rows: RwSignal<Vec<String>> =
        RwSignal::new(kinds.iter().map(|kind| kind.id.to_string()).collect());
    let add = move |()| {
        let Some(kind) = editing.tool().map(|tool| tool.next_kind()) else { return };
        editing.edit(&Edit::AddKind(kind.clone()));
        rows.update(|rows| rows.push(kind.to_string()));
    };
    let remove = move |key: String| {
        if let Ok(kind) = AgencyKind::new(key.clone()) {
            editing.edit(&Edit::RemoveKind(kind));
        }
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let holds =
        move |key: String| known(editing, &key).is_some_and(|kind| !kind.name.trim().is_empty());
    view! {
        <AddAnother id="kinds" title=words::AGENCY_KINDS level=2 name=words::AGENCY_KIND
            add_first=words::ADD_KIND add_more=words::ADD_KIND rows=rows
            row=move |key: String| row(editing, &key) on_add=add on_remove=remove holds=holds />
    }
    .into_any()
}

fn known(editing: Editing, key: &str) -> Option<AgencyKindEntry> {
    let tool = editing.tool()?;
    tool.agency_kinds.into_iter().find(|kind| kind.id.as_str() == key)
}

fn row(editing: Editing, key: &str) -> AnyView {
    let Some(kind) = known(editing, key) else { return ().into_any() };
    let id = |part: &str| ["kinds-", key, "-", part].concat();
    let now = StoredValue::new(kind.clone());
    let with = move |change: &dyn Fn(&mut AgencyKindEntry)| {
        now.update_value(|kind| change(kind));
        Edit::DescribeKind(now.get_value())
    };
    let marks = [(PARENT, words::PARENT_FACING), (LEAD, words::HOLDS_THE_CASE)];
    let items = marks.map(|(value, text)| Choice::new(value, text)).into();
    let set = [(PARENT, kind.parent_facing), (LEAD, kind.lead)];
    let values = set.iter().filter(|it| it.1).map(|it| it.0.to_owned()).collect();
    view! {
        {editing.line(&id("name"), words::KIND_NAME, "", &kind.name,
            move |text| with(&|kind| kind.name.clone_from(&text)))}
        {editing.area(&id("records"), words::KIND_RECORDS, words::KIND_RECORDS_HINT, &kind.records,
            move |text| with(&|kind| kind.records.clone_from(&text)))}
        {editing.checks(&id("marks"), words::KIND_MARKS, items, values, move |values| {
            let has = |what: &str| values.iter().any(|value| value == what);
            with(&|kind| (kind.parent_facing, kind.lead) = (has(PARENT), has(LEAD)))
        })}
    }
    .into_any()
}
