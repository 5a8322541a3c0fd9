//! Taking opened files into the register, one after the other (V-01 to V-07).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::chain::{self, Link};
use super::{
    BatchId, Claim, DecisionError, Decisions, Entry, EntryState, Facts, ImportOutcome, ImportRow,
    Late, LetterEntry, LetterState, NotInvited, OpenedFile, OpenedLetter, OpenedReturn,
    QuarantineReason, Refusal, RefusedFile, ReturnKey, RowNote, SecondHolder, Trust, Unopened,
};
use crate::envelope::{Hash, Thumbprint};
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

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
            files.iter().filter_map(|file| self.place_of(file)).chain(about).collect();
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
            return row(ImportOutcome::Duplicate { of }, Vec::new());
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

    fn outcome(&self, file: &Hash, before: Option<Hash>) -> ImportOutcome {
        let version = |file: &Hash| self.facts(file).map_or(0, |facts| facts.version);
        let Some(entry) = self.register().entry(file) else {
            return ImportOutcome::Refused(Refusal::NotOurs);
        };
        match &entry.state {
            EntryState::Current => match before {
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

    fn notes(
        &self,
        file: &Hash,
        place: &ReturnKey,
        before: Option<Hash>,
        now: DateTime<Utc>,
    ) -> Vec<RowNote> {
        let mut notes = Vec::new();
        let Some(facts) = self.facts(file) else { return notes };
        notes.extend(Late::of(self.due(place), facts.signed_at, now).map(RowNote::Late));
        notes.extend(facts.nil.then_some(RowNote::Nil));
        notes.extend(self.second_note(facts));
        if facts.signed_at.is_some_and(|signed| signed > now) {
            notes.push(RowNote::ClockAhead);
        }
        let status = self.index.cases.get(&place.case);
        if matches!(status, Some(CaseStatus::Withdrawn { .. })) {
            notes.push(RowNote::CaseWithdrawn);
        }
        let after = self.current(place);
        if after != before
            && after != Some(*file)
            && let Some(version) = after.and_then(|file| Some(self.facts(&file)?.version))
        {
            notes.push(RowNote::Releases { version });
        }
        if after != before {
            let questions = self.queries_answered_at(place);
            notes.extend((questions > 0).then_some(RowNote::Answers { questions }));
        }
        let gone = |before: &Hash| after.is_none_or(|after| !self.is_same_work(&after, before));
        if let Some(before) = before.filter(gone) {
            let judgements = self.judgements_resting_on(&place.case, &before);
            notes.extend((judgements > 0).then_some(RowNote::Reopens { judgements }));
        }
        notes
    }

    /// who signed second, or that nobody did where the round asks for it.
    fn second_note(&self, facts: &Facts) -> Option<RowNote> {
        let Some(second) = &facts.second else {
            return self.plan().round.policy.second_sign_off.then_some(RowNote::SecondMissing);
        };
        let proof = second.sign_off.enrolment_proof.as_ref();
        let claim = Claim { signer: second.signer, proof, ..facts.claim() };
        let known = self.knows_signer(&claim);
        let holder = if known { SecondHolder::Known } else { SecondHolder::Unknown };
        Some(RowNote::SignedTwice { role: second.sign_off.role.clone(), holder })
    }

    /// Whether two files hold the very same work: one may bear a second signature.
    pub(in crate::panel) fn is_same_work(&self, one: &Hash, other: &Hash) -> bool {
        let payload = |file| self.facts(file).map(|facts| facts.payload);
        one == other || payload(one).is_some() && payload(one) == payload(other)
    }

    /// Computes the states of all files of these places anew.
    ///
    /// Returns the files whose state changed, and logs the cases that are
    /// reopened by it (V-04).
    pub(in crate::panel) fn resettle(&mut self, places: &[ReturnKey], stamp: &Stamp) -> Vec<Hash> {
        let mut changed = Vec::new();
        for place in places {
            let before = self.current(place);
            self.settle_trust(place);
            for (file, state) in self.settled(place) {
                if let Some(entry) = self.record.register.entries.get_mut(&file)
                    && entry.state != state
                {
                    entry.state = state;
                    changed.push(file);
                }
            }
            self.settle_letters(place);
            self.index_current(place);
            let gone = |before: &Hash| {
                self.current(place).is_none_or(|after| !self.is_same_work(&after, before))
            };
            if let Some(superseded) = before.filter(gone)
                && self.judgements_resting_on(&place.case, &superseded) > 0
            {
                let event = Event::Reopened { case: place.case.clone(), superseded };
                self.record.log.add(stamp, event);
            }
        }
        changed
    }

    /// The state of every file of one place: first whether it is trusted, then which version counts.
    fn settled(&self, place: &ReturnKey) -> Vec<(Hash, EntryState)> {
        let (mut states, mut links) = (Vec::new(), Vec::<Link>::new());
        let mut trusted = BTreeMap::new();
        for (file, facts) in self.files_of(place) {
            let because = self.objections(&file, facts);
            let same = (facts.payload, facts.signer);
            if let (true, Some(by)) = (because.is_empty(), trusted.get(&same)) {
                states.push((file, EntryState::Superseded { by: *by }));
            } else if because.is_empty() {
                trusted.insert(same, file);
                links.push(Link {
                    file,
                    payload: facts.payload,
                    previous: facts.previous,
                    version: facts.version,
                });
            } else {
                states.push((file, EntryState::Quarantined { because }));
            }
        }
        let decisions = Decisions::about(self.register(), place);
        let withdrawals = self.withdrawals(place);
        let payload = |file: &Hash| self.facts(file).map(|facts| facts.payload);
        let withdrawn = |file: &Hash| withdrawals.get(&payload(file)?).copied();
        let settled = chain::settle(&links, &decisions);
        states.extend(settled.into_iter().map(|(file, state)| match (state, withdrawn(&file)) {
            (EntryState::Current, Some(by)) => (file, EntryState::Withdrawn { by }),
            (state, _) => (file, state),
        }));
        states
    }

    /// Why the signer of a file is not trusted with its place; empty where they are.
    pub(in crate::panel) fn distrust(&self, claim: &Claim<'_>) -> Vec<QuarantineReason> {
        let mut because = Vec::new();
        because.extend(self.index.not_invited(claim).map(QuarantineReason::NotInvited));
        because.extend(self.stranger_to(claim));
        because
    }

    /// V-06: nobody knows who signed, or they hold an invitation that was revoked.
    fn stranger_to(&self, claim: &Claim<'_>) -> Option<QuarantineReason> {
        let signer = claim.signer;
        match (self.knows_signer(claim), self.shows_revoked(claim)) {
            (true, _) => None,
            (false, true) => Some(QuarantineReason::InvitationRevoked { signer }),
            (false, false) => Some(QuarantineReason::UnknownSigner { signer }),
        }
    }

    /// Why a verified file is kept apart, the gravest first; empty where it is trusted.
    fn objections(&self, file: &Hash, facts: &Facts) -> Vec<QuarantineReason> {
        let mut because = Vec::new();
        because.extend(self.index.not_invited(&facts.claim()).map(QuarantineReason::NotInvited));
        if facts.tool != self.index.tool && self.mapping(&facts.tool).is_none() {
            because.push(QuarantineReason::OtherTool { found: facts.tool.clone() });
        }
        because.extend(self.stranger_to(&facts.claim()));
        if !facts.blocks.is_empty() && !self.register().accepted.contains_key(file) {
            because.push(QuarantineReason::BreaksRules { blocks: facts.blocks.clone() });
        }
        because
    }

    /// Whether the signer holds the slot's secret, or a person vouched for the key.
    ///
    /// A decision outweighs the proof: a secret may have leaked.
    fn knows_signer(&self, claim: &Claim<'_>) -> bool {
        let decided = self
            .register()
            .signers
            .iter()
            .rev()
            .find(|decision| decision.signer == claim.signer && decision.slot == claim.place.slot)
            .map(|decision| decision.trust);
        match decided {
            Some(Trust::Trusted) => true,
            Some(Trust::Refused) => false,
            None => self.index.proof_holds(claim),
        }
    }

    /// Every other version of a place that is neither before nor after `file` in its chain.
    pub(in crate::panel) fn rivals(&self, file: &Hash, place: &ReturnKey) -> BTreeSet<Hash> {
        let versions: Vec<(Hash, &Facts)> = self.files_of(place).collect();
        let find = |payload: &Hash| versions.iter().find(|(_, facts)| facts.payload == *payload);
        let chain_of = |start: Hash| {
            let mut chain = BTreeSet::from([start]);
            let mut next = self.facts(&start);
            while let Some((file, facts)) = next.and_then(|facts| find(&facts.previous?)) {
                if !chain.insert(*file) {
                    break;
                }
                next = Some(facts);
            }
            chain
        };
        let own = chain_of(*file);
        versions
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| !own.contains(other) && !chain_of(*other).contains(file))
            .collect()
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

impl crate::panel::workbook::Index {
    /// in what way the plan does not expect a return.
    fn not_invited(&self, claim: &Claim<'_>) -> Option<NotInvited> {
        let place = claim.place;
        if !self.cases.contains_key(&place.case) {
            return Some(NotInvited::Case);
        }
        let Some(slot) = self.slots.get(&place.slot) else { return Some(NotInvited::Slot) };
        if slot.agency != place.agency || slot.kind != *claim.kind {
            return Some(NotInvited::Agency);
        }
        (!slot.cases.contains(&place.case)).then_some(NotInvited::CaseOfSlot)
    }

    /// Whether the return shows that its signer holds the slot's secret.
    fn proof_holds(&self, claim: &Claim<'_>) -> bool {
        let Some((slot, proof)) = self.slots.get(&claim.place.slot).zip(claim.proof) else {
            return false;
        };
        slot.secret.confirms(proof, &self.round, &claim.place.slot, &claim.signer)
    }
}
