//! Returns that came before the round had the tool that they answer: no rule was asked about them then (K-01, V-06).
//!
//! A deputy's copy of the round, or an older copy that was opened again, may be a version behind what an agency was
//! sent. Once the round has that version, such a return is held against its rules as any other.

use super::{Block, ImportOutcome, OpenedReturn, QuarantineReason};
use crate::envelope::Hash;
use crate::panel::log::Event;
use crate::panel::workbook::Workbook;

impl Workbook {
    /// K-01: holds every return that answers the tool which the round has from now on against its rules. States follow
    /// when the plan is looked at anew.
    pub(in crate::panel) fn k01_check_those_who_were_ahead(&mut self) {
        let opener = self.opener();
        let tool = self.plan().round.tool.reference();
        let entries = self.register().entries();
        let ahead = entries.filter(|(_, entry)| {
            entry.facts.as_ref().is_some_and(|facts| facts.tool == tool && facts.blocks.is_empty())
        });
        let broken = ahead.filter_map(|(file, _)| {
            let ret = self.as_signed(file)?;
            Some((*file, opener.blocks_of(ret)))
        });
        let broken: Vec<(Hash, Vec<Block>)> = broken.collect();
        for (file, blocks) in broken {
            self.set_blocks(&file, blocks);
        }
    }

    /// K-01, V-06: a return that was opened before the round took over its tool, and comes in after that, has been
    /// held against no rule: it is now. Files are opened elsewhere, many at a time, and the tool may change meanwhile.
    pub(in crate::panel) fn k01_by_the_rules_of_now(&self, opened: OpenedReturn) -> OpenedReturn {
        let ours = &self.index.tool;
        match opened.audit_return.tool == *ours && opened.by_rules_of != *ours {
            true => self.opener().checked_anew(opened),
            false => opened,
        }
    }

    /// V-06: takes in which rules a return breaks that is read again, where nobody had asked that when it came: it was
    /// not read when the round took over its tool, or an earlier program took that over.
    pub(in crate::panel) fn v06_check_late(&mut self, file: &Hash, blocks: Vec<Block>) {
        let known = self.facts(file).is_some_and(|facts| !facts.blocks.is_empty());
        if blocks.is_empty() || known || !self.came_before_its_tool(file) {
            return;
        }
        self.set_blocks(file, blocks);
        if let Some(place) = self.place_of(file) {
            self.settle(&place);
        }
    }

    fn set_blocks(&mut self, file: &Hash, blocks: Vec<Block>) {
        let entry = self.record.register.entries.get_mut(file);
        if let Some(facts) = entry.and_then(|entry| entry.facts.as_mut()) {
            facts.blocks = blocks;
        }
    }

    /// Whether a file was kept apart when it came, as it answers the tool that the round did not have yet.
    fn came_before_its_tool(&self, file: &Hash) -> bool {
        let tool = &self.index.tool;
        let mut imports =
            self.log().entries().iter().rev().filter_map(|entry| match &entry.event {
                Event::Imported { row, .. } if row.file == Some(*file) => Some(&row.outcome),
                _ => None,
            });
        // The very file again says nothing new of itself.
        let came = imports.find(|outcome| !matches!(outcome, ImportOutcome::Duplicate { .. }));
        let Some(ImportOutcome::Quarantined { because }) = came else { return false };
        because.iter().any(|one| match one {
            QuarantineReason::OtherTool { found } => found == tool,
            QuarantineReason::SignatureWrong { .. }
            | QuarantineReason::NotInvited(_)
            | QuarantineReason::UnknownSigner { .. }
            | QuarantineReason::InvitationRevoked { .. }
            | QuarantineReason::BreaksRules { .. } => false,
        })
    }
}
