//! What agencies wrote: in returns that count, and in answer to copies of them.

use super::{FoundAt, Hit, Search, last_of, lines};
use crate::check::{Place, label, texts};
use crate::panel::copies::{CopyRecord, CopyStep, Recipient, cp01_called_back};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

impl Search<'_> {
    pub(super) fn returns(&mut self) {
        let workbook = self.workbook;
        let tool = &workbook.plan().round.tool;
        for (place, file, ret) in workbook.open_current() {
            if !self.wants(Some(&place.case), Some(&place.agency)) {
                continue;
            }
            for text in texts(ret) {
                if self.found.more {
                    return;
                }
                if self.stands_with_question(&text.place) {
                    continue;
                }
                if self.holds(text.text) {
                    let at = FoundAt::Return { place: place.clone(), file, text: text.place.key() };
                    let label = label(&text.place, tool);
                    let (case, agency) = (Some(place.case.clone()), Some(place.agency.clone()));
                    self.add(Hit { at, label, case, agency, text: text.text.to_owned() });
                }
            }
        }
    }

    /// Whether a text is an answer that is found beside its question, so that it is not told twice.
    fn stands_with_question(&self, place: &Place) -> bool {
        let Place::PanelQuestion(id) = place else { return false };
        self.filter.kind.is_none() && self.workbook.query(id).is_some()
    }

    /// What came of copies. A text that is withheld from them is found in its return only.
    pub(super) fn copies(&mut self) {
        let workbook = self.workbook;
        let panel = &workbook.record.panel;
        for record in &panel.copies {
            let place = &record.place;
            let (label, text) = said(workbook, record);
            let about = (Some(&place.case), Some(&place.agency));
            self.offer(&text, label, about, || copy_of(workbook, place));
        }
        for one in last_of(&panel.disclosures, |one| (&one.place, one.text.as_str())) {
            let place = &one.place;
            let about = (Some(&place.case), Some(&place.agency));
            let at = || copy_of(workbook, place);
            self.offer(&one.reason, "Why a text goes into copies or not", about, at);
        }
        for one in &panel.amendments {
            let place = &one.place;
            let text = lines([one.before.as_str(), &one.after, &one.because]);
            let about = (Some(&place.case), Some(&place.agency));
            self.offer(&text, "Fact corrected", about, || copy_of(workbook, place));
        }
    }
}

/// Where a copy stands: once its return counts no more, or is a nil one, there is none but the place it was of.
fn copy_of(workbook: &Workbook, place: &ReturnKey) -> FoundAt {
    let ret = workbook.current(place).and_then(|file| workbook.audit_return(&file));
    if ret.is_some_and(|ret| !ret.is_nil()) {
        FoundAt::Copy(place.clone())
    } else {
        FoundAt::Expected(place.clone())
    }
}

/// What a step of a copy says, and what that is called.
fn said(workbook: &Workbook, record: &CopyRecord) -> (&'static str, String) {
    match &record.step {
        CopyStep::Response { text } => ("Response to a copy", text.clone()),
        CopyStep::NotSent { reason } if cp01_called_back(workbook, record) => {
            ("What became of a copy that was sent", reason.clone())
        }
        CopyStep::NotSent { reason } => ("Why no copy was sent", reason.clone()),
        CopyStep::Sent { to, risk_check } => {
            let because = match to {
                Recipient::CurrentManager { reason } => reason.as_str(),
                Recipient::PractitionerAndManager => "",
            };
            ("That a copy puts nobody at risk", lines([risk_check.as_str(), because]))
        }
        CopyStep::Acknowledged { role } => ("Who acknowledged a copy", role.clone()),
    }
}
