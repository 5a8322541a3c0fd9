//! The pack of one slot: all that is open, and what was taken back since it was sent.

use super::{IssuedPack, Query, QueryState};
use crate::audit_return::{AgencyRef, QueryPack, ReturnQuestions, RoundRef};
use crate::envelope::Hash;
use crate::id::{CaseRef, QueryId, SlotId};
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;
use crate::round::Invitation;

impl Workbook {
    /// What is to be asked of a slot now, to be signed with the round's key.
    ///
    /// `None` where nothing is open and nothing that was sent has been taken back.
    pub fn query_pack(&self, slot: &SlotId, stamp: &Stamp) -> Option<QueryPack> {
        let invitation = Invitation::of(self.plan(), slot)?;
        let cases = invitation.cases.iter();
        let returns: Vec<ReturnQuestions> =
            cases.flat_map(|case| self.asked_of(slot, &case.case_ref, &case.label)).collect();
        let round = &self.plan().round;
        (!returns.is_empty()).then(|| QueryPack {
            format_version: QueryPack::FORMAT_VERSION,
            round: RoundRef {
                id: round.id.clone(),
                title: round.title.clone(),
                period: round.period.clone(),
            },
            agency: AgencyRef {
                id: invitation.agency.id,
                kind: invitation.agency.kind,
                name: invitation.agency.name,
                slot: invitation.slot,
                slot_label: invitation.slot_label,
            },
            by: stamp.by.clone(),
            at: stamp.at,
            returns,
        })
    }

    /// Notes that a pack was written to a file.
    pub fn note_pack(&mut self, pack: &QueryPack, file: Hash, stamp: &Stamp) {
        let slot = pack.agency.slot.clone();
        let questions: Vec<QueryId> = pack.questions().map(|(_, asked)| asked.id.clone()).collect();
        let event = Event::QueriesIssued { slot: slot.clone(), file, queries: questions.clone() };
        self.record.log.add(stamp, event);
        self.record.panel.packs.push(IssuedPack { slot, file, questions, stamp: stamp.clone() });
    }

    /// The questions of one case, those about one version together, oldest first.
    fn asked_of(&self, slot: &SlotId, case: &CaseRef, label: &str) -> Vec<ReturnQuestions> {
        let about = |query: &&Query| query.place.slot == *slot && query.place.case == *case;
        let mut parts: Vec<ReturnQuestions> = Vec::new();
        for query in self.queries().iter().filter(about) {
            let (open, taken_back) = match self.query_state(query) {
                QueryState::Open { .. } => (true, false),
                QueryState::Withdrawn => (false, self.last_sent(query).is_some()),
                QueryState::Answered(_)
                | QueryState::Arrived { .. }
                | QueryState::CaseWithdrawn => (false, false),
            };
            if !open && !taken_back {
                continue;
            }
            let known = parts.iter().position(|part| part.version == query.version);
            let at = known.unwrap_or_else(|| {
                parts.push(ReturnQuestions {
                    case_ref: case.clone(),
                    case_label: label.to_owned(),
                    version: query.version.clone(),
                    questions: Vec::new(),
                    withdrawn: Vec::new(),
                });
                parts.len() - 1
            });
            let Some(part) = parts.get_mut(at) else { continue };
            match open {
                true => part.questions.push(query.asked()),
                false => part.withdrawn.push(query.id.clone()),
            }
        }
        parts
    }
}
