//! Making changes to the worksheet: to dates, which stay on this computer.

use std::mem::take;

use super::{ChronologyChange, EntryChange, RowChange, SheetChange};
use crate::chronology;
use crate::gather::{edit_entry, found_or_new, gathered, keep, take_out};
use crate::id::{EventId, ItemId};
use crate::timescale::{Row, Worksheet, date_key};

/// Makes one change to the worksheet. What is emptied again leaves no trace.
pub(super) fn apply_to_sheet(sheet: &mut Worksheet, change: &SheetChange) {
    match change {
        SheetChange::Date(key, typed) if typed.is_blank() => take_out(&mut sheet.typed, key),
        SheetChange::Date(key, typed) => drop(sheet.typed.insert(key.clone(), typed.clone())),
        SheetChange::Absence(event, absence) => {
            edit_entry(&mut sheet.events, event, |of_event| of_event.absence = *absence);
        }
        SheetChange::Row(event, row, part) => set_row(sheet, event, row, part),
        SheetChange::CountedFrom(standard, None) => take_out(&mut sheet.counted_from, standard),
        SheetChange::CountedFrom(standard, Some(event)) => {
            sheet.counted_from.insert(standard.clone(), event.clone());
        }
        SheetChange::Limit(standard, typed) if typed.is_empty() => {
            take_out(&mut sheet.limits, standard);
        }
        SheetChange::Limit(standard, typed) => {
            sheet.limits.insert(standard.clone(), typed.clone());
        }
        SheetChange::Nation(nation) => sheet.nation.clone_from(nation),
        SheetChange::Transfer(transfer) => sheet.transfer = *transfer,
    }
}

fn set_row(sheet: &mut Worksheet, event: &EventId, item: &ItemId, part: &RowChange) {
    if *part == RowChange::Remove {
        take_out(&mut sheet.typed, &date_key(event, Some(item)));
    }
    edit_entry(&mut sheet.events, event, |of_event| {
        if *part == RowChange::Remove {
            of_event.rows.retain(|row| row.id != *item);
            return;
        }
        let rows = &mut of_event.rows;
        let new = || Row { id: item.clone(), flags: Default::default() };
        let row = found_or_new(rows, |row| row.id == *item, new);
        match part {
            RowChange::Flag(flag, true) => drop(row.flags.insert(*flag)),
            RowChange::Flag(flag, false) => {
                row.flags = gathered(take(&mut row.flags).into_iter().filter(|one| one != flag));
            }
            RowChange::Add | RowChange::Remove => {}
        }
    });
}

/// An entry of the chronology that goes takes its date with it.
pub(super) fn forget_date(sheet: &mut Worksheet, change: &ChronologyChange) {
    if let ChronologyChange::Entry(item, EntryChange::Remove) = change {
        take_out(&mut sheet.typed, &chronology::date_key(item));
    }
}

/// So does an immediate concern.
pub(super) fn forget_concern(sheet: &mut Worksheet, item: &ItemId) {
    let stem = ["immediate_", item.as_str(), "_"].concat();
    keep(&mut sheet.typed, &|key| !key.starts_with(&stem));
}
