//! Dates on the desk: kept as typed, with what follows from them put into the return.

use super::Desk;
use crate::browser::{local, now};
use crate::store::{Change, SheetChange, derived};
use crate::timescale::{TypedDate, Worksheet};

impl Desk {
    /// What was typed into the date input with this key.
    pub fn typed(&self, key: &str) -> TypedDate {
        self.with(|open| open.record.worksheet.typed(key))
    }

    /// The dates of the open draft, and what goes with them.
    pub fn worksheet(&self) -> Worksheet {
        self.with(|open| open.record.worksheet.clone())
    }

    /// Keeps what is typed into a date input, and makes what follows from it.
    pub fn type_date(&self, key: &str, typed: TypedDate) {
        self.edit_sheet(SheetChange::Date(key.to_owned(), typed));
    }

    /// Makes a change of the worksheet, and what follows from it.
    pub fn edit_sheet(&self, change: SheetChange) {
        self.edit_and_follow(Change::Sheet(change));
    }

    /// Makes a change that intervals in the return depend on.
    pub fn edit_and_follow(&self, change: Change) {
        self.edit(change);
        self.follow_dates();
    }

    /// Works out for today what follows from the dates typed; nothing where none is.
    pub(super) fn follow_dates(&self) {
        let today = local(now()).date();
        let follows = self.with(|open| derived(open.record, open.invitation, today));
        follows.into_iter().for_each(|change| self.edit(change));
    }
}
