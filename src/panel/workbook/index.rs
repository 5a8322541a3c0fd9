//! Ways into a workbook's record that make each import take the same time, however many went before.

use std::collections::{BTreeMap, BTreeSet};

use super::WorkbookRecord;
use crate::envelope::{EnrolmentSecret, Hash, Thumbprint};
use crate::gather::gathered;
use crate::id::{AgencyId, AgencyKind, CaseRef, PromptId, RoundId, SlotId};
use crate::panel::judgement::Subject;
use crate::panel::register::{Entry, EntryState, ReturnKey};
use crate::round::{CaseStatus, RoundPlan};
use crate::tool::ToolRef;

/// Ways into the record that make each import take the same time, however many went before.
#[derive(Debug, Clone)]
pub(in crate::panel) struct Index {
    pub(in crate::panel) round: RoundId,
    pub(in crate::panel) tool: ToolRef,
    /// Every case, and whether it still counts.
    pub(in crate::panel) cases: BTreeMap<CaseRef, CaseStatus>,
    pub(in crate::panel) slots: BTreeMap<SlotId, Invited>,
    pub(in crate::panel) by_content: BTreeMap<(Hash, Thumbprint), BTreeSet<Hash>>,
    pub(super) by_place: BTreeMap<ReturnKey, BTreeSet<Hash>>,
    pub(super) current: BTreeMap<ReturnKey, Hash>,
    /// Position of the latest judgement on each subject.
    pub(in crate::panel) judged: BTreeMap<Subject, usize>,
    /// Position of the latest decision on each answer of a case.
    pub(in crate::panel) settled: BTreeMap<(CaseRef, PromptId), usize>,
    /// Position of the latest grade that each agency with several auditors stands by, by what is graded.
    pub(in crate::panel) agreed: BTreeMap<(Subject, AgencyId), usize>,
    /// Positions of the grades that were given anew, oldest first, by what is graded.
    pub(in crate::panel) regraded: BTreeMap<Subject, Vec<usize>>,
    /// Position of the latest mapping of each other tool, by the tool's hash.
    pub(in crate::panel) mappings: BTreeMap<Hash, usize>,
    /// Positions of the questions about each place, oldest first.
    pub(in crate::panel) queries: BTreeMap<ReturnKey, Vec<usize>>,
}

/// A slot, as admission asks for it.
#[derive(Debug, Clone)]
pub(in crate::panel) struct Invited {
    pub(in crate::panel) agency: AgencyId,
    pub(in crate::panel) kind: AgencyKind,
    pub(in crate::panel) cases: BTreeSet<CaseRef>,
    pub(in crate::panel) secret: EnrolmentSecret,
}

impl Index {
    pub(super) fn of(record: &WorkbookRecord) -> Self {
        let plan = &record.plan;
        let cases = plan.cases.iter().map(|case| (case.case_ref.clone(), case.status.clone()));
        let mut index = Self {
            round: plan.round.id.clone(),
            tool: plan.round.tool.reference(),
            cases: gathered(cases),
            slots: invited(plan),
            by_content: BTreeMap::new(),
            by_place: BTreeMap::new(),
            current: BTreeMap::new(),
            judged: BTreeMap::new(),
            settled: BTreeMap::new(),
            agreed: BTreeMap::new(),
            regraded: BTreeMap::new(),
            mappings: BTreeMap::new(),
            queries: BTreeMap::new(),
        };
        // A mapping leads to the tool that the round had when it was recorded (K-01).
        let of_earlier = record.panel.earlier_tools.last().map_or(0, |earlier| earlier.mappings);
        for (at, mapping) in record.panel.mappings.iter().enumerate().skip(of_earlier) {
            index.mappings.insert(mapping.tool.hash(), at);
        }
        for (at, one) in record.case_answers.iter().enumerate() {
            index.settled.insert((one.case.clone(), one.prompt.clone()), at);
        }
        for (at, one) in record.panel.agency_views.iter().enumerate() {
            index.agreed.insert((one.subject.clone(), one.agency.clone()), at);
        }
        for (at, one) in record.panel.regrades.iter().enumerate() {
            index.regraded.entry(one.subject.clone()).or_default().push(at);
        }
        for (at, query) in record.panel.queries.iter().enumerate() {
            index.queries.entry(query.place.clone()).or_default().push(at);
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
    pub(in crate::panel) fn is_asked(&self, slot: &SlotId, case: &CaseRef) -> bool {
        self.slots.get(slot).is_some_and(|invited| invited.cases.contains(case))
    }

    pub(super) fn add(&mut self, file: &Hash, entry: &Entry) {
        if let Some(facts) = &entry.facts {
            let same = (facts.payload, facts.signer);
            self.by_content.entry(same).or_default().insert(*file);
            self.by_place.entry(facts.place.clone()).or_default().insert(*file);
        }
    }

    pub(super) fn drop_file(&mut self, file: &Hash, entry: &Entry) {
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
        gathered(plan.agencies.iter().map(|agency| (&agency.id, &agency.kind)));
    let slots = plan.slots.iter().filter_map(|slot| {
        let invited = Invited {
            agency: slot.agency.clone(),
            kind: (*kinds.get(&slot.agency)?).clone(),
            cases: gathered(slot.cases.iter().cloned()),
            secret: slot.secret,
        };
        Some((slot.id.clone(), invited))
    });
    gathered(slots)
}
