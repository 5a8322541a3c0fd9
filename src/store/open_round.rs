//! A round that lies open on the panel's desk, with what of it is not kept yet.
//!
//! Record and imported files are kept apart, so a browser that is ended between the two would leave a
//! register that names files which are nowhere. Here nobody can write the one without the other: a file
//! is noted in the same step in which the register takes it in, and each save takes every file along that
//! is not known to be kept.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Entry, OwnWrites, RoundKeys, RoundRecord, Shelf, Stamp, Write};
use crate::envelope::Hash;
use crate::panel::{BatchId, ImportRow, OpenedFile, Stamp as By, Workbook, Written};

/// One opening of a round. `F` is a file's bytes, however the store takes them; cheap to clone.
#[derive(Debug)]
pub struct OpenRound<F> {
    /// Everything the panel holds of it.
    pub workbook: Workbook,
    /// What signs invitations and what opens sealed returns; another browser may hold them.
    pub keys: RoundKeys,
    /// What this opening has written of the record.
    pub writes: OwnWrites,
    written: Written,
    unkept: BTreeMap<Hash, F>,
}

/// One transaction: the record as it stands, and every file that it names and that is not known to be kept.
#[derive(Debug, Clone)]
pub struct RoundSave<F> {
    /// Of the record, over the revision that this opening knows.
    pub write: Write,
    /// By their hash.
    pub files: Vec<(Hash, F)>,
    stamp: Stamp,
}

impl<F: Clone> OpenRound<F> {
    /// A round whose record is kept in this revision, 0 where it is not kept yet; `session` is fresh random text.
    pub fn over(workbook: Workbook, keys: RoundKeys, revision: u64, session: String) -> Self {
        let writes = OwnWrites::over(revision, session);
        Self { workbook, keys, writes, written: Written::default(), unkept: BTreeMap::new() }
    }

    /// Takes an opened file into the register, and its bytes along where they are to be kept.
    pub fn admit(
        &mut self,
        batch: BatchId,
        opened: OpenedFile,
        bytes: Option<F>,
        by: &By,
    ) -> ImportRow {
        let row = self.workbook.admit(batch, opened, by);
        if let Some(file) = row.file {
            self.written.prepare(&self.workbook, &file);
            if let Some(bytes) = bytes.filter(|_| row.keeps_file()) {
                self.add_file(file, bytes);
            }
        }
        row
    }

    /// A file that the register names, not known to be kept.
    pub fn add_file(&mut self, file: Hash, bytes: F) {
        self.unkept.insert(file, bytes);
    }

    /// What is to be written next. To be asked for when it is written, not before.
    pub fn next_save(&mut self, now: DateTime<Utc>) -> RoundSave<F> {
        let (workbook, written) = (&mut self.workbook, &mut self.written);
        let text = RoundRecord::text_with(self.keys, now, |text| written.write(workbook, text));
        let key = workbook.plan().round.id.as_str().to_owned();
        let (stamp, over) = self.writes.next_write();
        let entry = Entry { key, stamp: stamp.clone(), text };
        let write = Write::Put { shelf: Shelf::Workbooks, entry, over };
        RoundSave { write, files: self.files_ahead(), stamp }
    }

    /// Files to be kept before the record that will name them; should none ever come, nothing names them.
    /// Those of an import that was taken back meanwhile are let go of.
    pub fn files_ahead(&mut self) -> Vec<(Hash, F)> {
        let register = self.workbook.register();
        self.unkept
            .retain(|file, _| register.entry(file).is_some() || register.letter(file).is_some());
        self.unkept.iter().map(|(file, bytes)| (*file, bytes.clone())).collect()
    }

    /// A file that is not known to be kept: here it is still to be had.
    pub fn unkept_file(&self, file: &Hash) -> Option<F> {
        self.unkept.get(file).cloned()
    }

    /// How many files are not known to be kept.
    pub fn unkept(&self) -> usize {
        self.unkept.len()
    }

    /// A save of this opening is kept; that of another counts nothing.
    pub fn note_kept(&mut self, save: &RoundSave<F>) {
        if self.writes.made(&save.stamp) {
            self.writes.note_kept(&save.stamp);
            self.note_files_kept(&save.files);
        }
    }

    /// These files are kept.
    pub fn note_files_kept(&mut self, files: &[(Hash, F)]) {
        for (file, _) in files {
            self.unkept.remove(file);
        }
    }
}
