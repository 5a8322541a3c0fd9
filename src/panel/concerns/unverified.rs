//! Concerns in files whose signer nobody trusts with the place, as they would stand on the board (C-05 to C-07).

use super::board::{BoardLine, follow, of_agency};
use crate::panel::register::UntrustedConcern;
use crate::panel::workbook::Workbook;

/// A concern of which nobody knows yet whether it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unverified {
    /// As it is told, by whom and in which file.
    pub told: UntrustedConcern,
    /// As it would stand on the board; only the panel can have acknowledged or closed it.
    pub line: BoardLine,
}

/// Those about whose file somebody has to decide, by place.
pub fn unverified(workbook: &Workbook) -> Vec<Unverified> {
    lines(workbook, workbook.untrusted_concerns())
}

/// Those of files that were decided to stay apart for good, likewise.
pub fn unverified_apart(workbook: &Workbook) -> Vec<Unverified> {
    lines(workbook, workbook.concerns_kept_apart())
}

fn lines(workbook: &Workbook, told: Vec<UntrustedConcern>) -> Vec<Unverified> {
    let line = |told: UntrustedConcern| {
        let (place, return_id) = (told.place.clone(), told.return_id.clone());
        let mut line = of_agency(place, return_id, told.concern.clone());
        // What somebody says whom nobody vouches for puts no concern to rest.
        (line.acknowledged, line.closed) = (None, None);
        follow(&mut line, &workbook.record.panel.concern_updates);
        Unverified { told, line }
    };
    told.into_iter().map(line).collect()
}

impl Unverified {
    /// Whether the board has it too, from a trusted file of the same place: what became of it stands there.
    pub(in crate::panel) fn is_on(&self, board: &[BoardLine]) -> bool {
        let is_same =
            |line: &BoardLine| line.key == self.line.key && line.raised_by == self.line.raised_by;
        board.iter().any(is_same)
    }

    /// Whether somebody stood for it before: its signer was known when it came, if only for another case, or the panel
    /// has done something about it.
    pub(in crate::panel) fn stood_on_board(&self, workbook: &Workbook) -> bool {
        !self.line.updates.is_empty() || workbook.was_trusted(&self.told)
    }
}
