//! Taking opened files into the register, one after the other (V-01 to V-07).

use std::collections::BTreeSet;

use super::{
    BatchId, DecisionError, Entry, EntryState, Facts, ImportOutcome, ImportRow, LetterEntry,
    LetterState, OpenedFile, OpenedLetter, OpenedReturn, QuarantineReason, Refusal, RefusedFile,
    ReturnKey, RowNote, Unopened,
};
use crate::envelope::{Hash, Thumbprint};
use crate::gather::gathered;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// Begins an import; every file of it is admitted under the number returned.
    pub fn begin_import(&mut self, stamp: &Stamp) -> BatchId {
        let batch = BatchId(self.record.register.last_batch.0.saturating_add(1));
        self.record.register.last_batch = batch;
        self.record.log.add(stamp, Event::ImportBegun { batch });
        batch
    }

    /// Takes one opened file into the register, or says why not. Never partly.
    pub fn admit(&mut self, batch: BatchId, opened: OpenedFile, stamp: &Stamp) -> ImportRow {
        let arrival = Arrival { name: opened.name, batch, stamp };
        let row = match (opened.file, opened.content) {
            (Some(file), Ok(content)) => self.admit_return(&arrival, file, *content),
            (Some(file), Err(Unopened::SignatureWrong(claimed))) => {
                self.admit_altered(&arrival, file, claimed)
            }
            (Some(file), Err(Unopened::Letter(letter))) => {
                self.admit_letter(&arrival, file, *letter)
            }
            (file, Err(Unopened::Refused(refusal))) => self.refuse(&arrival, file, refusal),
            // A file without a hash was not read, so it has neither contents nor signature.
            (None, Ok(_) | Err(Unopened::SignatureWrong(_) | Unopened::Letter(_))) => {
                self.refuse(&arrival, None, Refusal::NotOurs)
            }
        };
        let event = Event::Imported { batch, row: Box::new(row.clone()) };
        self.record.log.add(stamp, event);
        row
    }

    /// Takes a whole import back: its files leave the register, and every state follows (V-10).
    ///
    /// Returns the files that left; their bytes are no longer needed.
    pub fn undo_import(
        &mut self,
        batch: BatchId,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let register = &self.record.register;
        let brought = register.entries.iter().filter(|(_, entry)| entry.batch == batch);
        let mut files: Vec<Hash> = brought.map(|(file, _)| *file).collect();
        let letters = register.letters.iter().filter(|(_, letter)| letter.batch == batch);
        let (letters, about): (Vec<Hash>, Vec<ReturnKey>) =
            letters.map(|(file, letter)| (*file, letter.place.clone())).unzip();
        let refused = register.refused.values().any(|refused| refused.batch == batch);
        if files.is_empty() && letters.is_empty() && !refused {
            return Err(DecisionError::UnknownImport);
        }
        let places: BTreeSet<ReturnKey> =
            gathered(files.iter().filter_map(|file| self.place_of(file)).chain(about));
        for file in &files {
            self.remove(file);
        }
        self.record.register.letters.retain(|_, letter| letter.batch != batch);
        self.record.register.refused.retain(|_, refused| refused.batch != batch);
        files.extend(letters);
        self.record.log.add(stamp, Event::ImportUndone { batch, files: files.clone() });
        self.resettle(&places.into_iter().collect::<Vec<_>>(), stamp);
        Ok(files)
    }

    fn admit_return(&mut self, arrival: &Arrival, file: Hash, opened: OpenedReturn) -> ImportRow {
        let opened = self.k01_by_the_rules_of_now(opened);
        let place = opened.place();
        let (version, signer) = (opened.audit_return.version, opened.signer);
        let row = |outcome, notes| ImportRow {
            name: arrival.name.clone(),
            file: Some(file),
            outcome,
            place: Some(place.clone()),
            version: Some(version),
            signer: Some(signer),
            notes,
        };
        if let Some(of) = self.known_as(&file, &opened) {
            let is_lost = self.as_signed(&of).is_none();
            if is_lost {
                self.read_again_from(arrival, file, opened);
            }
            let notes = is_lost.then_some(RowNote::ReadAgain).into_iter().collect();
            return row(ImportOutcome::Duplicate { of }, notes);
        }
        if opened.audit_return.round.id != self.plan().round.id {
            let title = opened.audit_return.round.title.clone();
            let refusal = Refusal::WrongRound { title };
            return ImportRow { file: Some(file), ..self.refuse(arrival, Some(file), refusal) };
        }
        let before = self.current(&place);
        let warnings = opened.unexplained;
        self.insert(arrival.entry(Some(facts(&opened))), file, Some(opened.audit_return));
        self.resettle(std::slice::from_ref(&place), arrival.stamp);
        let outcome = self.outcome(&file, before);
        let mut notes = self.notes(&file, &place, before, arrival.stamp.at);
        notes.extend((warnings > 0).then_some(RowNote::Unexplained { warnings }));
        row(outcome, notes)
    }

    /// C-03, V-01: a concern or a withdrawal, which stands beside the returns of its place.
    fn admit_letter(&mut self, arrival: &Arrival, file: Hash, opened: OpenedLetter) -> ImportRow {
        let round = opened.letter.round();
        if round.id != self.plan().round.id {
            let refusal = Refusal::WrongRound { title: round.title.clone() };
            return self.refuse(arrival, Some(file), refusal);
        }
        let place = opened.letter.place();
        let row = |outcome| ImportRow {
            place: Some(place.clone()),
            signer: Some(opened.signer),
            ..arrival.row(Some(file), outcome)
        };
        if let Some(of) = self.letter_known_as(&file, &opened) {
            return row(ImportOutcome::Duplicate { of });
        }
        let entry = LetterEntry {
            name: arrival.name.clone(),
            batch: arrival.batch,
            imported_at: arrival.stamp.at,
            place: place.clone(),
            payload: opened.payload,
            signer: opened.signer,
            letter: opened.letter.clone(),
            state: LetterState::Waiting,
        };
        self.insert_letter(file, entry);
        self.resettle(std::slice::from_ref(&place), arrival.stamp);
        row(self.letter_outcome(&file))
    }

    /// V-06: an altered file is kept for a person to look at, and says nothing.
    fn admit_altered(
        &mut self,
        arrival: &Arrival,
        file: Hash,
        claimed: Option<Thumbprint>,
    ) -> ImportRow {
        let outcome = if self.register().entry(&file).is_some() {
            ImportOutcome::Duplicate { of: file }
        } else {
            let because = vec![QuarantineReason::SignatureWrong { claimed }];
            let state = EntryState::Quarantined { because: because.clone() };
            self.insert(Entry { state, ..arrival.entry(None) }, file, None);
            ImportOutcome::Quarantined { because }
        };
        ImportRow { signer: claimed, ..arrival.row(Some(file), outcome) }
    }

    fn refuse(&mut self, arrival: &Arrival, file: Option<Hash>, refusal: Refusal) -> ImportRow {
        if let Some(file) = file {
            let refused = RefusedFile {
                name: arrival.name.clone(),
                batch: arrival.batch,
                refusal: refusal.clone(),
            };
            self.record.register.refused.entry(file).or_insert(refused);
        }
        arrival.row(file, ImportOutcome::Refused(refusal))
    }

    /// V-02: the file that holds the same signed bytes by the same key, this one or another.
    ///
    /// A second signature that the other lacks is something new.
    fn known_as(&self, file: &Hash, opened: &OpenedReturn) -> Option<Hash> {
        if self.register().entry(file).is_some() {
            return Some(*file);
        }
        let same = self.index.by_content.get(&(opened.payload, opened.signer));
        let second = |file: &Hash| self.facts(file).and_then(|facts| facts.second.as_ref());
        let says_as_much = |file: &&Hash| {
            opened
                .second
                .as_ref()
                .is_none_or(|new| second(file).is_some_and(|known| known.signer == new.signer))
        };
        same.into_iter().flatten().find(says_as_much).copied()
    }

    /// Takes a return that is known and could not be read from the same file again, or from another in which
    /// the same signed bytes are sealed anew: that one is kept beside the first.
    fn read_again_from(&mut self, arrival: &Arrival, file: Hash, opened: OpenedReturn) {
        if self.register().entry(&file).is_none() {
            let place = opened.place();
            self.insert(arrival.entry(Some(facts(&opened))), file, Some(opened.audit_return));
            self.resettle(&[place], arrival.stamp);
        } else {
            // What is known under this hash holds these very bytes.
            let _ = self.put_back(file, opened);
        }
    }

    fn outcome(&self, file: &Hash, before: Option<Hash>) -> ImportOutcome {
        let version = |file: &Hash| self.facts(file).map_or(0, |facts| facts.version);
        let Some(entry) = self.register().entry(file) else {
            return ImportOutcome::Refused(Refusal::NotOurs);
        };
        match &entry.state {
            // The very work that counted, signed a second time, replaces no version.
            EntryState::Current => match before.filter(|one| !self.is_same_work(one, file)) {
                Some(before) => ImportOutcome::Replaces { version: version(&before) },
                None => ImportOutcome::Admitted,
            },
            EntryState::Superseded { by } => ImportOutcome::Older { counting: version(by) },
            EntryState::SetAside => ImportOutcome::SetAside,
            EntryState::Withdrawn { .. } => ImportOutcome::TakenBack,
            EntryState::Held { .. } => ImportOutcome::Held,
            EntryState::Conflict => ImportOutcome::Conflict,
            EntryState::Quarantined { because } => {
                ImportOutcome::Quarantined { because: because.clone() }
            }
        }
    }
}

/// One file as it comes in.
struct Arrival<'a> {
    name: String,
    batch: BatchId,
    stamp: &'a Stamp,
}

impl Arrival<'_> {
    /// Its entry, of which the state is settled next.
    fn entry(&self, facts: Option<Facts>) -> Entry {
        Entry {
            name: self.name.clone(),
            batch: self.batch,
            imported_at: self.stamp.at,
            facts,
            state: EntryState::Quarantined { because: Vec::new() },
        }
    }

    fn row(&self, file: Option<Hash>, outcome: ImportOutcome) -> ImportRow {
        ImportRow {
            name: self.name.clone(),
            file,
            outcome,
            place: None,
            version: None,
            signer: None,
            notes: Vec::new(),
        }
    }
}

fn facts(opened: &OpenedReturn) -> Facts {
    let audit_return = &opened.audit_return;
    Facts {
        place: opened.place(),
        kind: audit_return.agency.kind.clone(),
        return_id: audit_return.return_id.clone(),
        version: audit_return.version,
        previous: audit_return.previous,
        payload: opened.payload,
        tool: audit_return.tool.clone(),
        signer: opened.signer,
        second: opened.second.clone(),
        proof: audit_return.enrolment_proof,
        signed_at: audit_return.sign_off.as_ref().map(|sign_off| sign_off.at),
        nil: audit_return.is_nil(),
        blocks: opened.blocks.clone(),
    }
}
