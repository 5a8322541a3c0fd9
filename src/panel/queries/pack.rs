//! The pack of one slot: all that is open, and what was taken back since it was sent.

use super::IssuedPack;
use super::asked::{Asked, InPack};
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
        let asked = Asked::of(self);
        let cases = invitation.cases.iter();
        let returns: Vec<ReturnQuestions> =
            cases.flat_map(|case| asked.in_part(slot, &case.case_ref, &case.label)).collect();
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
}

impl Asked<'_> {
    /// The questions of one case, those about one version together, oldest first.
    fn in_part(&self, slot: &SlotId, case: &CaseRef, label: &str) -> Vec<ReturnQuestions> {
        let mut parts: Vec<ReturnQuestions> = Vec::new();
        for query in self.about(slot, case) {
            let Some(named) = self.in_pack(query, &self.state(query)) else { continue };
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
            match named {
                InPack::Asked => part.questions.push(query.asked()),
                InPack::TakenBack => part.withdrawn.push(query.id.clone()),
            }
        }
        parts
    }
}
