//! Concerns in a return that has just come (C-05).

use super::board::{BoardLine, follow, of_agency};
use crate::audit_return::{ImmediateConcern, Return};
use crate::envelope::Hash;
use crate::panel::register::{ConcernLine, ReturnKey};
use crate::panel::workbook::Workbook;

/// How many concerns of the return in a file nobody has closed, as they would stand on the board.
pub(in crate::panel) fn open_in(workbook: &Workbook, file: &Hash) -> usize {
    let Some(entry) = workbook.register().entry(file) else { return 0 };
    let Some((facts, ret)) = entry.facts.as_ref().zip(workbook.as_signed(file)) else { return 0 };
    if ret.immediate_concerns.is_empty() {
        return 0;
    }
    let mut lines = if entry.state.has_trusted_signer() {
        told_last(workbook, &facts.place, ret)
    } else {
        told_by_stranger(&facts.place, ret)
    };
    for line in &mut lines {
        follow(line, &workbook.record.panel.concern_updates);
    }
    lines.iter().filter(|line| line.is_open()).count()
}

/// As the agency told them last, which may be in another file.
fn told_last(workbook: &Workbook, place: &ReturnKey, ret: &Return) -> Vec<BoardLine> {
    let here = |line: &ConcernLine| {
        line.return_id == ret.return_id
            && ret.immediate_concerns.iter().any(|one| one.id == line.concern.id)
    };
    let told = workbook.concerns_at(place).into_iter().filter(here);
    told.map(|line| of_agency(line.place, line.return_id, line.concern)).collect()
}

/// What somebody says whom nobody vouches for puts no concern to rest.
fn told_by_stranger(place: &ReturnKey, ret: &Return) -> Vec<BoardLine> {
    let line = |concern: &ImmediateConcern| {
        let mut line = of_agency(place.clone(), ret.return_id.clone(), concern.clone());
        (line.acknowledged, line.closed) = (None, None);
        line
    };
    ret.immediate_concerns.iter().map(line).collect()
}
