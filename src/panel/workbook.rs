//! The workbook: everything that a panel holds of one round.
//!
//! What is kept is the [`WorkbookRecord`], which is small, and beside it the
//! imported files as they came, by their hash: they never change, and whatever
//! a newer program wrote in them stays (V-11). The returns themselves are read
//! from those files again, signature and all, whenever a workbook is opened.
//!
//! Not here: the round's private key.

mod index;
mod plan;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(super) use index::Index;

use super::counts::CaseAnswerDecision;
use super::invitations::IssuedInvitation;
use super::judgement::Judgement;
use super::log::Log;
use super::mapping::mapped;
use super::records::PanelRecords;
use super::register::{
    Entry, Facts, LetterEntry, OpenedFile, OpenedReturn, Opener, Register, ReturnKey,
};
use crate::audit_return::Return;
use crate::envelope::{FormatVersion, Hash, Kind, Payload, PublicKey};
use crate::id::{CaseRef, RoundId, SlotId};
use crate::round::{CaseStatus, RoundPlan};

/// What is kept of a workbook, besides the imported files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkbookRecord {
    /// Of this record.
    pub format_version: FormatVersion<1>,
    /// The round with its agencies, slots and cases.
    pub(super) plan: RoundPlan,
    /// The public half of the key that signs invitations.
    pub(super) round_key: PublicKey,
    /// Invitations written so far, oldest first; a slot may have several.
    pub(super) invitations: Vec<IssuedInvitation>,
    /// Every imported file with its state.
    pub(super) register: Register,
    /// What the panel agreed, oldest first.
    pub(super) judgements: Vec<Judgement>,
    /// Answers of cases that the panel settled, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) case_answers: Vec<CaseAnswerDecision>,
    /// What else the panel recorded: meetings, what follows from them, what it decided on returns.
    #[serde(default, skip_serializing_if = "PanelRecords::is_empty")]
    pub(super) panel: PanelRecords,
    /// What was done, when, by whom and why.
    pub(super) log: Log,
}

impl WorkbookRecord {
    /// Which round it is of.
    pub fn round_id(&self) -> &RoundId {
        &self.plan.round.id
    }
}

/// The file of kind `workbook`: the record with all files that it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkbookFile {
    /// Of this file.
    pub format_version: FormatVersion<1>,
    /// The record.
    pub workbook: WorkbookRecord,
    /// Imported files, letter for letter, by their hash.
    pub files: BTreeMap<Hash, String>,
}

impl WorkbookFile {
    /// A round's record with its imported files, as far as they were found: a browser may have lost some.
    pub fn of(workbook: &Workbook, files: BTreeMap<Hash, String>) -> Self {
        Self { format_version: FormatVersion, workbook: workbook.record().clone(), files }
    }

    /// How many imported files the record names that are not in this file.
    pub fn missing(&self) -> usize {
        let wanted = self.workbook.register.kept_files();
        wanted.filter(|file| !self.files.contains_key(file)).count()
    }
}

impl Payload for WorkbookFile {
    const KIND: Kind = Kind::Workbook;
    const FORMAT_VERSION: u32 = 1;
}

/// Why a file was not put back into its workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// The register has no such file.
    #[error("this file does not belong to the workbook")]
    NotInRegister,
    /// It cannot be opened any more, or is not what was imported.
    #[error("this file is not what was imported")]
    Changed,
}

/// Everything that a panel holds of one round, ready to work with.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub(super) record: WorkbookRecord,
    pub(super) index: Index,
    pub(super) returns: BTreeMap<Hash, Return>,
    /// Returns of other tools, as they are read by a mapping (V-07).
    mapped: BTreeMap<Hash, Return>,
}

impl Workbook {
    /// For a new round, whose invitations the private half of `round_key` signs.
    pub fn new(plan: RoundPlan, round_key: PublicKey) -> Self {
        Self::from_record(WorkbookRecord {
            format_version: FormatVersion,
            plan,
            round_key,
            invitations: Vec::new(),
            register: Register::default(),
            judgements: Vec::new(),
            case_answers: Vec::new(),
            panel: PanelRecords::default(),
            log: Log::default(),
        })
    }

    /// Opens what was kept. Its returns come back through [`Workbook::restore`].
    pub fn from_record(record: WorkbookRecord) -> Self {
        let index = Index::of(&record);
        let mut workbook =
            Self { record, index, returns: BTreeMap::new(), mapped: BTreeMap::new() };
        workbook.settle_as_this_program_does();
        workbook
    }

    /// What is to be kept, besides the imported files.
    pub fn record(&self) -> &WorkbookRecord {
        &self.record
    }

    /// The round with its agencies, slots and cases.
    pub fn plan(&self) -> &RoundPlan {
        &self.record.plan
    }

    /// The public half of the key that signs invitations.
    pub fn round_key(&self) -> &PublicKey {
        &self.record.round_key
    }

    /// Every imported file with its state.
    pub fn register(&self) -> &Register {
        &self.record.register
    }

    /// What was done, when, by whom and why.
    pub fn log(&self) -> &Log {
        &self.record.log
    }

    /// What opens the files of this round; may be sent to a worker.
    pub fn opener(&self) -> Opener {
        Opener::new(self.plan().round.clone())
    }

    /// The return in an imported file, where it could be verified; one of another tool as it is mapped.
    ///
    /// Where that file cannot be read here, another that holds the very same signed bytes stands for it: sealed
    /// once more, to a deputy's key too.
    pub fn audit_return(&self, file: &Hash) -> Option<&Return> {
        let (read, signed) = self.reading_of(file)?;
        Some(self.mapped.get(read).unwrap_or(signed))
    }

    /// The return in an imported file as it was signed, whatever tool it answers (V-07).
    pub fn as_signed(&self, file: &Hash) -> Option<&Return> {
        self.reading_of(file).map(|(_, signed)| signed)
    }

    /// The file that was read of those that hold the same signed bytes, this one before others, and the return in it.
    fn reading_of(&self, file: &Hash) -> Option<(&Hash, &Return)> {
        self.returns.get_key_value(file).or_else(|| {
            let facts = self.facts(file)?;
            let same = self.index.by_content.get(&(facts.payload, facts.signer))?;
            same.iter().find_map(|file| self.returns.get_key_value(file))
        })
    }

    pub(super) fn read_again(&mut self, file: &Hash) {
        let tool = self.facts(file).map(|facts| facts.tool.clone());
        let mapping = tool.and_then(|tool| self.mapping(&tool));
        let read = self.returns.get(file).zip(mapping).map(|(ret, mapping)| mapped(ret, mapping));
        match read {
            Some(read) => self.mapped.insert(*file, read),
            None => self.mapped.remove(file),
        };
    }

    /// The place of a slot's return for a case; `None` where the slot is not asked about it.
    pub fn place(&self, case: &CaseRef, slot: &SlotId) -> Option<ReturnKey> {
        let invited = self.index.slots.get(slot)?;
        self.index.is_asked(slot, case).then(|| ReturnKey {
            case: case.clone(),
            slot: slot.clone(),
            agency: invited.agency.clone(),
        })
    }

    /// The file that counts for a place.
    pub fn current(&self, place: &ReturnKey) -> Option<Hash> {
        self.index.current.get(place).copied()
    }

    /// The returns that count for one case, in the order of their slots' ids.
    pub fn current_of_case(
        &self,
        case: &CaseRef,
    ) -> impl Iterator<Item = (&ReturnKey, Hash, &Return)> {
        let from = ReturnKey::first_of(case);
        self.index
            .current
            .range(from..)
            .take_while(move |(place, _)| place.case == *case)
            .filter_map(|(place, file)| Some((place, *file, self.audit_return(file)?)))
    }

    /// Every file for a place that is kept, whatever its state.
    pub fn files_of<'a>(
        &'a self,
        place: &ReturnKey,
    ) -> impl Iterator<Item = (Hash, &'a Facts)> + use<'a> {
        let files = self.index.by_place.get(place).into_iter().flatten();
        files.filter_map(|file| Some((*file, self.facts(file)?)))
    }

    /// Files whose returns have not been read yet, after [`Workbook::from_record`].
    pub fn files_to_restore(&self) -> impl Iterator<Item = &Hash> {
        let entries = self.record.register.entries.iter();
        entries
            .filter(|(file, entry)| entry.facts.is_some() && !self.returns.contains_key(file))
            .map(|(file, _)| file)
    }

    /// Places of open cases whose return counts and is not read: its file is not here, or nothing here
    /// opens it. No grade and no answer of it is in anything that is counted.
    pub fn counting_unread(&self) -> impl Iterator<Item = &ReturnKey> {
        self.open_files()
            .filter(|(_, file)| self.reading_of(file).is_none())
            .map(|(place, _)| place)
    }

    /// How many files of returns hold what nothing here can read.
    pub fn unread_files(&self) -> usize {
        self.files_to_restore().filter(|file| self.reading_of(file).is_none()).count()
    }

    /// Takes over the returns that an earlier opening of the same round had read: files never change.
    pub fn keep_reading(&mut self, before: Self) {
        for (file, audit_return) in before.returns {
            if self.facts(&file).is_some() {
                self.returns.insert(file, audit_return);
                self.read_again(&file);
            }
        }
    }

    /// Puts the return of a file that was imported before back into its place.
    pub fn restore(&mut self, opened: OpenedFile) -> Result<(), RestoreError> {
        let file = opened.file.ok_or(RestoreError::NotInRegister)?;
        let content = opened.content.map_err(|_| RestoreError::Changed)?;
        self.put_back(file, *content)
    }

    /// Takes in what a workbook's file holds: files that were imported into this round, unchanged. Gives those,
    /// to be kept beside the record; any other is passed over.
    ///
    /// What nothing here opens stays in the register without its answers, see [`Workbook::counting_unread`].
    pub fn take_files(
        &mut self,
        files: BTreeMap<Hash, String>,
        opener: &Opener,
    ) -> Vec<(Hash, String)> {
        let mut taken = Vec::new();
        for (hash, text) in files {
            let is_known =
                self.register().entry(&hash).is_some() || self.register().letter(&hash).is_some();
            if is_known && Hash::of(text.as_bytes()) == hash {
                let _ = self.restore(opener.open("", text.as_bytes()));
                taken.push((hash, text));
            }
        }
        taken
    }

    pub(super) fn put_back(
        &mut self,
        file: Hash,
        content: OpenedReturn,
    ) -> Result<(), RestoreError> {
        let facts = self.facts(&file).ok_or(RestoreError::NotInRegister)?;
        if facts.payload != content.payload || facts.signer != content.signer {
            return Err(RestoreError::Changed);
        }
        let content = self.k01_by_the_rules_of_now(content);
        self.returns.insert(file, content.audit_return);
        self.read_again(&file);
        self.v06_check_late(&file, content.blocks);
        Ok(())
    }

    pub(super) fn facts(&self, file: &Hash) -> Option<&Facts> {
        self.register().entry(file).and_then(|entry| entry.facts.as_ref())
    }

    pub(super) fn place_of(&self, file: &Hash) -> Option<ReturnKey> {
        self.facts(file).map(|facts| facts.place.clone())
    }

    /// Every place for which a file is here and that `wanted` accepts.
    pub(super) fn places(&self, wanted: impl Fn(&ReturnKey) -> bool) -> Vec<ReturnKey> {
        self.index.by_place.keys().filter(|place| wanted(place)).cloned().collect()
    }

    pub(super) fn insert(&mut self, entry: Entry, file: Hash, audit_return: Option<Return>) {
        self.index.add(&file, &entry);
        self.record.register.entries.insert(file, entry);
        if let Some(audit_return) = audit_return {
            self.returns.insert(file, audit_return);
            self.read_again(&file);
        }
    }

    pub(super) fn insert_letter(&mut self, file: Hash, letter: LetterEntry) {
        self.index.by_place.entry(letter.place.clone()).or_default();
        self.record.register.letters.insert(file, letter);
    }

    /// The file that counts of each place of a case that counts too, whether it is read here or not.
    pub(super) fn open_files(&self) -> impl Iterator<Item = (&ReturnKey, &Hash)> {
        let open = |place: &ReturnKey| self.index.cases.get(&place.case) == Some(&CaseStatus::Open);
        self.index.current.iter().filter(move |(place, _)| open(place))
    }

    /// The returns that count, of cases that count too, by place.
    pub(super) fn open_current(&self) -> impl Iterator<Item = (&ReturnKey, Hash, &Return)> {
        let open = |place: &ReturnKey| self.index.cases.get(&place.case) == Some(&CaseStatus::Open);
        self.all_current().filter(move |(place, ..)| open(place))
    }

    /// Every return that counts, by place.
    pub(super) fn all_current(&self) -> impl Iterator<Item = (&ReturnKey, Hash, &Return)> {
        let current = self.index.current.iter();
        current.filter_map(|(place, file)| Some((place, *file, self.audit_return(file)?)))
    }

    pub(super) fn remove(&mut self, file: &Hash) {
        if let Some(entry) = self.record.register.entries.remove(file) {
            self.index.drop_file(file, &entry);
        }
        self.returns.remove(file);
        self.mapped.remove(file);
    }

    /// Brings the index in line with the states of one place's files.
    pub(super) fn index_current(&mut self, place: &ReturnKey) {
        let counts =
            |file: &Hash| self.register().entry(file).is_some_and(|entry| entry.state.counts());
        let current = self.files_of(place).map(|(file, _)| file).find(counts);
        match current {
            Some(file) => self.index.current.insert(place.clone(), file),
            None => self.index.current.remove(place),
        };
    }
}

#[cfg(test)]
mod tests;
