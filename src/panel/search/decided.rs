//! Why something was decided about a return, an auditor or a case.

use super::{About, FoundAt, Hit, Search, last_of};
use crate::envelope::Hash;
use crate::panel::concerns::Hold;
use crate::panel::expectation::Expectation;
use crate::panel::register::{Letter, LetterState, ReturnKey, Trust};
use crate::round::CaseStatus;

impl Search<'_> {
    pub(super) fn decided(&mut self) {
        self.expected();
        self.on_files();
        self.taken_back();
        self.on_auditors();
        self.held();
        self.taken_out();
    }

    fn expected(&mut self) {
        let decisions = &self.workbook.record.panel.expectations;
        for one in last_of(decisions, |one| &one.place) {
            let label = match one.what {
                Expectation::AsPlanned => "Expected as planned again",
                Expectation::Extended { .. } => "More time given",
                Expectation::Declined => "Agency declines",
                Expectation::GoneWithout => "Panel goes on without it",
            };
            let at = || FoundAt::Expected(one.place.clone());
            self.offer(&one.reason, label, about(&one.place), at);
        }
    }

    fn on_files(&mut self) {
        let workbook = self.workbook;
        let (panel, register) = (&workbook.record.panel, workbook.register());
        for one in last_of(&panel.stays_apart, |one| one.file) {
            self.on_file(&one.file, &one.reason, "Stays apart for good");
        }
        for one in last_of(&panel.acceptances, |one| one.file) {
            let label = if one.accepted { "Return accepted" } else { "Acceptance taken back" };
            self.on_file(&one.file, &one.note, label);
        }
        for (file, reason) in &register.accepted {
            self.on_file(file, reason, "Counts although it breaks rules");
        }
        for one in last_of(&register.choices, |one| (&one.place, one.chosen)) {
            self.on_file(&one.chosen, &one.reason, "Version chosen");
        }
    }

    /// A file whose import was taken back since is not in the register any more: no page would tell of it.
    fn on_file(&mut self, file: &Hash, reason: &str, label: &str) {
        let workbook = self.workbook;
        let place = workbook
            .facts(file)
            .map(|facts| &facts.place)
            .or_else(|| workbook.register().letter(file).map(|letter| &letter.place));
        if let Some(place) = place {
            self.offer(reason, label, about(place), || FoundAt::File(*file));
        }
    }

    /// V-01: why an agency took a return back. What nobody vouches for says nothing here.
    fn taken_back(&mut self) {
        for (file, entry) in self.workbook.register().letters() {
            let Letter::Withdrawal(withdrawal) = &entry.letter else { continue };
            let is_told = match entry.state {
                LetterState::Counts | LetterState::Waiting => true,
                LetterState::Overtaken | LetterState::Quarantined { .. } => false,
            };
            if is_told {
                let reason = &withdrawal.by.reason;
                let at = || FoundAt::File(*file);
                self.offer(reason, "Return taken back", about(&entry.place), at);
            }
        }
    }

    fn on_auditors(&mut self) {
        let workbook = self.workbook;
        for one in last_of(&workbook.register().signers, |one| (&one.slot, one.signer)) {
            let label = match one.trust {
                Trust::Trusted => "Signer trusted",
                Trust::Refused => "Signer refused",
            };
            let agency = workbook.index.slots.get(&one.slot).map(|slot| &slot.agency);
            let at = || FoundAt::Invitation(one.slot.clone());
            self.offer(&one.reason, label, (None, agency), at);
        }
        for one in &workbook.record.panel.revocations {
            let agency = workbook.index.slots.get(&one.slot).map(|slot| &slot.agency);
            let at = || FoundAt::Invitation(one.slot.clone());
            self.offer(&one.reason, "Invitation revoked", (None, agency), at);
        }
    }

    /// C-07, edge case 29.
    fn held(&mut self) {
        let holds = &self.workbook.record.panel.holds;
        for one in last_of(holds, |one| &one.case) {
            let label = match one.hold {
                Hold::None => "Case held back no longer",
                Hold::DoNotPublish => "Case held back from publication",
                Hold::Frozen => "Case frozen",
            };
            let at = || FoundAt::Hold(one.case.clone());
            self.offer(&one.reason, label, (Some(&one.case), None), at);
        }
    }

    /// V-09: the reason is no text of the case: the limitations of the report tell it.
    fn taken_out(&mut self) {
        for case in &self.workbook.plan().cases {
            let CaseStatus::Withdrawn { reason } = &case.status else { continue };
            let of = Some(&case.case_ref);
            if self.asks_for(of, None) && self.holds(reason) {
                self.add(Hit {
                    at: FoundAt::Standing(case.case_ref.clone()),
                    label: "Case taken out".to_owned(),
                    case: of.cloned(),
                    agency: None,
                    text: reason.clone(),
                });
            }
        }
    }
}

fn about(place: &ReturnKey) -> About<'_> {
    (Some(&place.case), Some(&place.agency))
}
