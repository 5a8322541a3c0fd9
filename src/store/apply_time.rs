//! Making changes to dates, and to what is made of them.

use std::collections::BTreeMap;

use super::apply::position_or_new;
use super::change_time::{
    ChronologyChange, EntryChange, FamilyChange, ImpactChange, PractitionerChange, RowChange,
    SheetChange,
};
use crate::audit_return::{
    Chronology, ChronologyEntry, FamilyViews, Impact, PractitionerConversation,
};
use crate::chronology;
use crate::id::{EventId, ItemId, StandardId};
use crate::timescale::{EventSheet, Row, Worksheet, date_key};

/// Makes one change to the worksheet. What is emptied again leaves no trace.
pub(super) fn apply_to_sheet(sheet: &mut Worksheet, change: &SheetChange) {
    match change {
        SheetChange::Date(key, typed) if typed.is_blank() => drop(sheet.typed.remove(key)),
        SheetChange::Date(key, typed) => drop(sheet.typed.insert(key.clone(), typed.clone())),
        SheetChange::Absence(event, absence) => {
            with_event(sheet, event, |of_event| of_event.absence = *absence);
        }
        SheetChange::Row(event, row, part) => set_row(sheet, event, row, part),
        SheetChange::CountedFrom(standard, None) => drop(sheet.counted_from.remove(standard)),
        SheetChange::CountedFrom(standard, Some(event)) => {
            sheet.counted_from.insert(standard.clone(), event.clone());
        }
        SheetChange::Limit(standard, typed) if typed.is_empty() => {
            sheet.limits.remove(standard);
        }
        SheetChange::Limit(standard, typed) => {
            sheet.limits.insert(standard.clone(), typed.clone());
        }
        SheetChange::Nation(nation) => sheet.nation.clone_from(nation),
        SheetChange::Transfer(transfer) => sheet.transfer = *transfer,
    }
}

fn with_event(sheet: &mut Worksheet, event: &EventId, edit: impl FnOnce(&mut EventSheet)) {
    let mut of_event = sheet.events.remove(event).unwrap_or_default();
    edit(&mut of_event);
    if of_event != EventSheet::default() {
        sheet.events.insert(event.clone(), of_event);
    }
}

fn set_row(sheet: &mut Worksheet, event: &EventId, item: &ItemId, part: &RowChange) {
    if *part == RowChange::Remove {
        sheet.typed.remove(&date_key(event, Some(item)));
    }
    with_event(sheet, event, |of_event| {
        if *part == RowChange::Remove {
            of_event.rows.retain(|row| row.id != *item);
            return;
        }
        let rows = &mut of_event.rows;
        let new = || Row { id: item.clone(), flags: Default::default() };
        let row = position_or_new(rows, |row| row.id == *item, new);
        match part {
            RowChange::Flag(flag, true) => drop(row.flags.insert(*flag)),
            RowChange::Flag(flag, false) => drop(row.flags.remove(flag)),
            RowChange::Add | RowChange::Remove => {}
        }
    });
}

/// An entry of the chronology that goes takes its date with it.
pub(super) fn forget_date(sheet: &mut Worksheet, change: &ChronologyChange) {
    if let ChronologyChange::Entry(item, EntryChange::Remove) = change {
        sheet.typed.remove(&chronology::date_key(item));
    }
}

/// So does an immediate concern.
pub(super) fn forget_concern(sheet: &mut Worksheet, item: &ItemId) {
    let stem = ["immediate_", item.as_str(), "_"].concat();
    sheet.typed.retain(|key, _| !key.starts_with(&stem));
}

pub(super) fn set_impact(
    impacts: &mut BTreeMap<StandardId, Impact>,
    standard: &StandardId,
    part: &ImpactChange,
) {
    let mut impact = impacts.remove(standard).unwrap_or_default();
    match part {
        ImpactChange::Level(level) => impact.level = *level,
        ImpactChange::Text(text) => impact.text.clone_from(text),
    }
    if impact != Impact::default() {
        impacts.insert(standard.clone(), impact);
    }
}

pub(super) fn set_chronology(chronology: &mut Chronology, change: &ChronologyChange) {
    let (item, part) = match change {
        ChronologyChange::Anchor(anchor) => return chronology.anchor = *anchor,
        ChronologyChange::AnchorFault(fault) => return chronology.anchor_fault = *fault,
        ChronologyChange::Entry(item, part) => (item, part),
    };
    let entries = &mut chronology.entries;
    let is_it = |entry: &ChronologyEntry| entry.id == *item;
    if *part == EntryChange::Remove {
        return entries.retain(|entry| entry.id != *item);
    }
    // Worked out, never typed: it makes no entry.
    if matches!(part, EntryChange::When(_)) && !entries.iter().any(is_it) {
        return;
    }
    let entry = position_or_new(entries, is_it, || ChronologyEntry::empty(item.clone()));
    match part {
        EntryChange::Add | EntryChange::Remove => {}
        EntryChange::When(when) => entry.when = *when,
        EntryChange::About(said) => entry.about = *said,
        EntryChange::Undated(said) => entry.undated = *said,
        EntryChange::Context(said) => entry.context = *said,
        EntryChange::Source(source) => entry.source = *source,
        EntryChange::Text(text) => entry.text.clone_from(text),
        EntryChange::SoWhat(text) => entry.so_what.clone_from(text),
    }
}

pub(super) fn set_practitioner(one: &mut PractitionerConversation, part: &PractitionerChange) {
    match part {
        PractitionerChange::Spoken(said) => one.spoken = *said,
        PractitionerChange::When(when) => one.when = *when,
        PractitionerChange::Reason(text) => one.reason.clone_from(text),
        PractitionerChange::Said(text) => one.said.clone_from(text),
    }
}

pub(super) fn set_family(views: &mut FamilyViews, part: &FamilyChange) {
    match part {
        FamilyChange::RiskCheck(check) => views.risk_check = *check,
        FamilyChange::RiskBasis(text) => views.risk_basis.clone_from(text),
        FamilyChange::Invited(said) => views.invited = *said,
        FamilyChange::Reason(text) => views.reason.clone_from(text),
        FamilyChange::AskedBy(text) => views.asked_by.clone_from(text),
        FamilyChange::ChildSaid(text) => views.child_said.clone_from(text),
        FamilyChange::FamilySaid(text) => views.family_said.clone_from(text),
        FamilyChange::Influence(text) => views.influence.clone_from(text),
    }
}
