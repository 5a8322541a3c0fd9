//! The workbook: everything that a panel holds of one round.
//!
//! What is kept is the [`WorkbookRecord`], which is small, and beside it the
//! imported files as they came, by their hash: they never change, and whatever
//! a newer program wrote in them stays (V-11). The returns themselves are read
//! from those files again, signature and all, whenever a workbook is opened.
//!
//! Not here: the round's private key.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::counts::CaseAnswerDecision;
use super::judgement::{Judgement, Subject};
use super::log::{Event, Log, Stamp};
use super::mapping::{ToolMapping, mapped};
use super::records::PanelRecords;
use super::register::{
    DecisionError, Entry, EntryState, Facts, LetterEntry, OpenedFile, Opener, Register, ReturnKey,
};
use crate::audit_return::Return;
use crate::envelope::{EnrolmentSecret, FormatVersion, Hash, Kind, Payload, PublicKey, Thumbprint};
use crate::id::{AgencyId, AgencyKind, CaseRef, PromptId, RoundId, SlotId};
use crate::round::{CaseStatus, Invitation, RoundPlan};
use crate::tool::ToolRef;

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

/// An invitation that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssuedInvitation {
    /// Whose.
    pub slot: SlotId,
    /// SHA-256 of the file.
    pub file: Hash,
    /// Who and when.
    pub stamp: Stamp,
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
    returns: BTreeMap<Hash, Return>,
    /// Returns of other tools, as they are read by a mapping (V-07).
    mapped: BTreeMap<Hash, Return>,
}

/// Ways into the record that make each import take the same time, however many went before.
#[derive(Debug, Clone)]
pub(super) struct Index {
    pub(super) round: RoundId,
    pub(super) tool: ToolRef,
    /// Every case, and whether it still counts.
    pub(super) cases: BTreeMap<CaseRef, CaseStatus>,
    pub(super) slots: BTreeMap<SlotId, Invited>,
    pub(super) by_content: BTreeMap<(Hash, Thumbprint), BTreeSet<Hash>>,
    by_place: BTreeMap<ReturnKey, BTreeSet<Hash>>,
    current: BTreeMap<ReturnKey, Hash>,
    /// Position of the latest judgement on each subject.
    pub(super) judged: BTreeMap<Subject, usize>,
    /// Position of the latest decision on each answer of a case.
    pub(super) settled: BTreeMap<(CaseRef, PromptId), usize>,
    /// Position of the latest mapping of each other tool, by the tool's hash.
    mappings: BTreeMap<Hash, usize>,
}

/// A slot, as admission asks for it.
#[derive(Debug, Clone)]
pub(super) struct Invited {
    pub(super) agency: AgencyId,
    pub(super) kind: AgencyKind,
    pub(super) cases: BTreeSet<CaseRef>,
    pub(super) secret: EnrolmentSecret,
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
        Self { record, index, returns: BTreeMap::new(), mapped: BTreeMap::new() }
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

    /// Invitations written so far, oldest first.
    pub fn invitations(&self) -> &[IssuedInvitation] {
        &self.record.invitations
    }

    /// What opens the files of this round; may be sent to a worker.
    pub fn opener(&self) -> Opener {
        Opener::new(self.plan().round.clone())
    }

    /// The invitation of a slot, to be signed with the round's key.
    pub fn invitation(&self, slot: &SlotId) -> Option<Invitation> {
        Invitation::of(self.plan(), slot)
    }

    /// Notes that a slot's invitation was written to a file.
    pub fn note_invitation(&mut self, slot: &SlotId, file: Hash, stamp: &Stamp) {
        let (slot, stamp) = (slot.clone(), stamp.clone());
        self.record.log.add(&stamp, Event::InvitationIssued { slot: slot.clone(), file });
        self.record.invitations.push(IssuedInvitation { slot, file, stamp });
    }

    /// The return in an imported file, where it could be verified; one of another tool as it is mapped.
    pub fn audit_return(&self, file: &Hash) -> Option<&Return> {
        self.mapped.get(file).or_else(|| self.returns.get(file))
    }

    /// The return in an imported file as it was signed, whatever tool it answers (V-07).
    pub fn as_signed(&self, file: &Hash) -> Option<&Return> {
        self.returns.get(file)
    }

    /// The mapping by which returns of another tool are read, where there is one.
    pub fn mapping(&self, tool: &ToolRef) -> Option<&ToolMapping> {
        self.record.panel.mappings.get(*self.index.mappings.get(&tool.hash)?)
    }

    /// V-08: the mapping of a file whose grades are of another scale.
    pub(super) fn foreign_scale(&self, file: &Hash) -> Option<&ToolMapping> {
        let mapping = self.mapping(&self.facts(file)?.tool)?;
        (!mapping.same_scale(&self.plan().round.tool.scale)).then_some(mapping)
    }

    /// Keeps a mapping, and reads what is here by it.
    pub(super) fn read_by(&mut self, tool: &ToolRef, mapping: ToolMapping) {
        self.index.mappings.insert(tool.hash, self.record.panel.mappings.len());
        self.record.panel.mappings.push(mapping);
        let files: Vec<Hash> = self.returns.keys().copied().collect();
        for file in files {
            self.read_again(&file);
        }
    }

    fn read_again(&mut self, file: &Hash) {
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

    /// Puts the return of a file that was imported before back into its place.
    pub fn restore(&mut self, opened: OpenedFile) -> Result<(), RestoreError> {
        let file = opened.file.ok_or(RestoreError::NotInRegister)?;
        let facts = self.facts(&file).ok_or(RestoreError::NotInRegister)?;
        let content = opened.content.map_err(|_| RestoreError::Changed)?;
        if facts.payload != content.payload || facts.signer != content.signer {
            return Err(RestoreError::Changed);
        }
        self.returns.insert(file, content.audit_return);
        self.read_again(&file);
        Ok(())
    }

    /// Changes the plan of the round: slots, cases, dates. Files are judged by it anew.
    ///
    /// Neither the round nor its tool can be exchanged (K-01). Returns the files
    /// whose state changed.
    pub fn change_plan(
        &mut self,
        plan: RoundPlan,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        if reason.trim().is_empty() {
            return Err(DecisionError::NoReason);
        }
        if plan.round.id != self.index.round || plan.round.tool != self.plan().round.tool {
            return Err(DecisionError::ToolIssued);
        }
        let reason = reason.trim().to_owned();
        self.record.plan = plan;
        self.record.log.add(stamp, Event::PlanChanged { reason });
        Ok(self.judged_anew(stamp))
    }

    /// After a change of the plan: files are judged by it anew. Returns those whose state changed.
    pub(super) fn judged_anew(&mut self, stamp: &Stamp) -> Vec<Hash> {
        self.index = Index::of(&self.record);
        let files: Vec<Hash> = self.mapped.keys().copied().collect();
        for file in files {
            self.read_again(&file);
        }
        let places = self.places(|_| true);
        self.resettle(&places, stamp)
    }

    /// Takes a case out of the count; its returns are kept (V-09).
    pub fn withdraw_case(
        &mut self,
        case: &CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DecisionError::NoReason);
        }
        let entry = self.record.plan.cases.iter_mut().find(|entry| entry.case_ref == *case);
        let entry = entry.ok_or(DecisionError::UnknownCase)?;
        entry.status = CaseStatus::Withdrawn { reason: reason.clone() };
        self.index.cases.insert(case.clone(), entry.status.clone());
        self.record.log.add(stamp, Event::CaseWithdrawn { case: case.clone(), reason });
        Ok(())
    }

    /// Counts a case again that was withdrawn by mistake.
    pub fn reinstate_case(
        &mut self,
        case: &CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DecisionError::NoReason);
        }
        let entry = self.record.plan.cases.iter_mut().find(|entry| entry.case_ref == *case);
        let entry = entry.ok_or(DecisionError::UnknownCase)?;
        if entry.status == CaseStatus::Open {
            return Err(DecisionError::NothingToDecide);
        }
        entry.status = CaseStatus::Open;
        self.index.cases.insert(case.clone(), CaseStatus::Open);
        self.record.log.add(stamp, Event::CaseReinstated { case: case.clone(), reason });
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

impl Index {
    fn of(record: &WorkbookRecord) -> Self {
        let plan = &record.plan;
        let mut index = Self {
            round: plan.round.id.clone(),
            tool: plan.round.tool.reference(),
            cases: plan
                .cases
                .iter()
                .map(|case| (case.case_ref.clone(), case.status.clone()))
                .collect(),
            slots: invited(plan),
            by_content: BTreeMap::new(),
            by_place: BTreeMap::new(),
            current: BTreeMap::new(),
            judged: BTreeMap::new(),
            settled: BTreeMap::new(),
            mappings: BTreeMap::new(),
        };
        // A mapping leads to the tool that the round had when it was recorded (K-01).
        let of_earlier = record.panel.earlier_tools.last().map_or(0, |earlier| earlier.mappings);
        for (at, mapping) in record.panel.mappings.iter().enumerate().skip(of_earlier) {
            index.mappings.insert(mapping.tool.hash(), at);
        }
        for (at, one) in record.case_answers.iter().enumerate() {
            index.settled.insert((one.case.clone(), one.prompt.clone()), at);
        }
        for (at, judgement) in record.judgements.iter().enumerate() {
            index.judged.insert(judgement.subject.clone(), at);
        }
        for (_, letter) in record.register.letters() {
            index.by_place.entry(letter.place.clone()).or_default();
        }
        for (file, entry) in record.register.entries() {
            index.add(file, entry);
            if let (EntryState::Current, Some(facts)) = (&entry.state, &entry.facts) {
                index.current.insert(facts.place.clone(), *file);
            }
        }
        index
    }

    /// Whether a slot was asked about a case.
    pub(super) fn is_asked(&self, slot: &SlotId, case: &CaseRef) -> bool {
        self.slots.get(slot).is_some_and(|invited| invited.cases.contains(case))
    }

    fn add(&mut self, file: &Hash, entry: &Entry) {
        if let Some(facts) = &entry.facts {
            let same = (facts.payload, facts.signer);
            self.by_content.entry(same).or_default().insert(*file);
            self.by_place.entry(facts.place.clone()).or_default().insert(*file);
        }
    }

    fn drop_file(&mut self, file: &Hash, entry: &Entry) {
        let Some(facts) = &entry.facts else { return };
        if let Some(files) = self.by_content.get_mut(&(facts.payload, facts.signer)) {
            files.remove(file);
        }
        if let Some(files) = self.by_place.get_mut(&facts.place) {
            files.remove(file);
        }
    }
}

fn invited(plan: &RoundPlan) -> BTreeMap<SlotId, Invited> {
    let kinds: BTreeMap<&AgencyId, &AgencyKind> =
        plan.agencies.iter().map(|agency| (&agency.id, &agency.kind)).collect();
    let slots = plan.slots.iter().filter_map(|slot| {
        let invited = Invited {
            agency: slot.agency.clone(),
            kind: (*kinds.get(&slot.agency)?).clone(),
            cases: slot.cases.iter().cloned().collect(),
            secret: slot.secret,
        };
        Some((slot.id.clone(), invited))
    });
    slots.collect()
}

#[cfg(test)]
mod tests;
