//! Immediate concerns, and what was done about them.

use super::{About, FoundAt, Search, lines};
use crate::panel::concerns::{BoardLine, ConcernKey, ConcernStep, RaisedBy, followed, unverified};
use crate::panel::register::ConcernLine;

pub(super) const NOT_VERIFIED: &str =
    "Immediate concern, in a file whose signer you do not trust yet";
const DONE: &str = "What was done about a concern";

impl Search<'_> {
    pub(super) fn concerns(&mut self) {
        for line in followed(self.workbook) {
            let agency = match &line.raised_by {
                RaisedBy::Agency(place) => Some(&place.agency),
                RaisedBy::Panel(_) => None,
            };
            let about = (Some(&line.case), agency);
            let at = || FoundAt::Concern(line.key.clone());
            self.offer(&line.text, "Immediate concern", about, at);
            self.done(&line, about, at);
        }
        for told in self.workbook.concerns() {
            self.agency_did(&told);
        }
        self.unverified();
    }

    /// What the panel recorded of it.
    fn done(&mut self, line: &BoardLine, about: About<'_>, at: impl Fn() -> FoundAt) {
        for update in &line.updates {
            self.offer(&said(&update.step), DONE, about, &at);
        }
    }

    /// What the agency tells of it, which a notice holds before there is a return.
    fn agency_did(&mut self, told: &ConcernLine) {
        let one = &told.concern;
        let closed = one.closed.iter().flat_map(|closed| [&closed.role, &closed.outcome]);
        let did = [&one.told_role, &one.told_how, &one.their_action, &one.follow_up];
        let text = lines(did.into_iter().chain(closed).map(String::as_str));
        let about = (Some(&told.place.case), Some(&told.place.agency));
        self.offer(&text, DONE, about, || {
            let (return_id, item) = (told.return_id.clone(), one.id.clone());
            FoundAt::Concern(ConcernKey::Agency { return_id, item })
        });
    }

    /// C-05: nobody knows whether these are true, and a child may be at risk all the same.
    fn unverified(&mut self) {
        for one in unverified(self.workbook) {
            let (told, line) = (&one.told, &one.line);
            let about = (Some(&told.place.case), Some(&told.place.agency));
            let at = || FoundAt::Unverified(told.file);
            self.offer(&told.concern.text, NOT_VERIFIED, about, at);
            self.done(line, about, at);
        }
    }
}

/// What a step says.
fn said(step: &ConcernStep) -> String {
    match step {
        ConcernStep::Acknowledged { role } => role.clone(),
        ConcernStep::Remark(text) => text.clone(),
        ConcernStep::Closed { role, outcome } => lines([role.as_str(), outcome]),
        ConcernStep::Reopened { reason } => reason.clone(),
    }
}
