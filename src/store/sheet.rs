//! Making changes to the worksheet: to dates, which stay on this computer.

use super::{ChronologyChange, EntryChange, RowChange, SheetChange};
use crate::chronology;
use crate::gather::found_or_new;
use crate::id::{EventId, ItemId};
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
        let row = found_or_new(rows, |row| row.id == *item, new);
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
