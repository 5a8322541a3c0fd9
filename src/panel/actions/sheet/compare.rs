//! What a sheet changes: what stood on it, what it says and what is recorded here, field by field.

use std::collections::BTreeMap;

use super::ReadSheet;
use crate::guard::holds_withheld;
use crate::id::ItemId;
use crate::panel::actions::identifying::written;
use crate::panel::actions::{ActionStep, ActionUpdate, Report, ReportField};
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// How what a sheet says differs from what is recorded here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The agency wrote something, and nobody here has since: it is taken over.
    Change,
    /// The agency emptied a field; spreadsheets do that by mistake, so a person decides.
    Emptied,
    /// Both wrote something else since the sheet was written: a person decides.
    Conflict,
    /// The action was closed or superseded meanwhile: a person decides.
    NotOpen,
    /// Words that were withheld from a file are withheld in what the agency wrote too (I-08); what is recorded here may
    /// have them, so a person decides.
    Withheld,
}

/// A field in which a sheet differs from what is recorded here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDifference {
    /// As a spreadsheet numbers it.
    pub row: usize,
    /// Of which action.
    pub action: ItemId,
    /// Its number in the plan, from 1.
    pub number: usize,
    /// Which field.
    pub field: ReportField,
    /// What stood there when the sheet was written.
    pub at_export: Report,
    /// What is recorded here.
    pub ours: Report,
    /// What the sheet says.
    pub theirs: Report,
    /// How they differ.
    pub kind: Difference,
}

/// What a sheet changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Fields that differ, in the order of the file.
    pub differences: Vec<FieldDifference>,
    /// Actions of which nothing differs.
    pub unchanged: Vec<ItemId>,
}

/// Which of two values is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// What is recorded here.
    Ours,
    /// What the sheet says.
    Theirs,
}

/// What came of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Fields that say now what the sheet says.
    pub taken: Vec<FieldDifference>,
    /// Fields that were left as they are, with what the sheet says.
    pub left: Vec<FieldDifference>,
}

/// Compares a sheet with what is recorded here. Changes nothing.
pub fn compare(workbook: &Workbook, read: &ReadSheet) -> Compared {
    let mut compared = Compared::default();
    let Some(sheet) = workbook.sheet(&read.sheet) else { return compared };
    let lines = workbook.action_lines();
    for row in &read.rows {
        let was = sheet.lines.iter().find(|line| line.action == row.action);
        let now = lines.iter().find(|line| line.action.id == row.action);
        let (Some(was), Some(now)) = (was, now) else { continue };
        let before = compared.differences.len();
        for theirs in &row.reports {
            let field = theirs.field();
            let (at_export, ours) = (was.report(field), now.report(field));
            let kind = difference(&at_export, &ours, theirs, now.is_open());
            compared.differences.extend(kind.map(|kind| FieldDifference {
                row: row.row,
                action: row.action.clone(),
                number: now.number,
                field,
                at_export,
                ours,
                theirs: theirs.clone(),
                kind,
            }));
        }
        if compared.differences.len() == before {
            compared.unchanged.push(row.action.clone());
        }
    }
    compared
}

/// Nothing where the agency changed nothing, or what it says is recorded already.
pub(in crate::panel::actions) fn difference(
    was: &Report,
    ours: &Report,
    theirs: &Report,
    open: bool,
) -> Option<Difference> {
    if theirs == was || theirs == ours {
        return None;
    }
    Some(match (open, ours == was, theirs.is_blank()) {
        (false, ..) => Difference::NotOpen,
        (true, false, _) => Difference::Conflict,
        (true, true, true) => Difference::Emptied,
        (true, true, false) if !ours.is_blank() && written(theirs).is_some_and(holds_withheld) => {
            Difference::Withheld
        }
        (true, true, false) => Difference::Change,
    })
}

impl Workbook {
    /// Takes over what an agency changed, and of the rest what a person chose. The same sheet again changes nothing.
    ///
    /// It is compared anew, so a choice is about what is recorded now.
    pub fn take_sheet(
        &mut self,
        read: &ReadSheet,
        chosen: &BTreeMap<(ItemId, ReportField), Take>,
        stamp: &Stamp,
    ) -> Taken {
        let mut done = Taken::default();
        for one in compare(self, read).differences {
            let usual = if one.kind == Difference::Change { Take::Theirs } else { Take::Ours };
            match chosen.get(&(one.action.clone(), one.field)).copied().unwrap_or(usual) {
                Take::Theirs => done.taken.push(one),
                Take::Ours => done.left.push(one),
            }
        }
        if done.taken.is_empty() {
            return done;
        }
        let event = Event::ActionSheetRead {
            sheet: read.sheet.clone(),
            taken: done.taken.len(),
            left: done.left.len(),
        };
        self.record.log.add(stamp, event);
        for one in &done.taken {
            self.keep_step(ActionUpdate {
                action: one.action.clone(),
                step: ActionStep::Reported(one.theirs.clone()),
                sheet: Some(read.sheet.clone()),
                stamp: stamp.clone(),
            });
        }
        done
    }
}
