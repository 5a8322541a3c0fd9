//! Recording what becomes of copies.

use std::collections::BTreeSet;

use super::out::not_counting;
use super::{Amendment, CopyRecord, CopyStep, Disclosure, Recipient, copy_out, texts_of_copy};
use crate::audit_return::NonGrade;
use crate::check::texts;
use crate::envelope::Hash;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

/// Why something about a copy was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    /// No return counts for this place, or a nil return.
    #[error("no return counts here of which a copy could be made")]
    NoReturn,
    /// The return that counts is not read: its file is not here, or nothing here opens it.
    #[error("the return cannot be read in this browser, so no copy of it can be sent from here")]
    NotRead,
    /// Nothing says who made sure that nobody is put at risk (edge case 33).
    #[error("say who made sure that sending the copy puts nobody at risk, and how")]
    NoRiskCheck,
    /// No reason was written.
    #[error("say why")]
    NoReason,
    /// Nothing was written.
    #[error("write what was said")]
    NothingWritten,
    /// No role is given.
    #[error("say which manager, by their role")]
    NoRole,
    /// Nothing was sent that could be answered.
    #[error("the copy has not been sent")]
    NotSent,
    /// It is so already.
    #[error("nothing has changed: what goes into the copy stays as it is")]
    NothingChanged,
    /// The auditor marked the text: only a corrected return can say otherwise (edge case 32).
    #[error("the auditor marked this text as not to be disclosed: ask for a corrected return")]
    MarkedByAuditor,
    /// The return has no such text (CP-02).
    #[error("the return does not say this")]
    NoSuchText,
}

impl Workbook {
    /// Each step of the copies of one place, oldest first.
    pub fn copy_records(&self, place: &ReturnKey) -> impl Iterator<Item = &CopyRecord> {
        let place = place.clone();
        self.record.panel.copies.iter().filter(move |record| record.place == place)
    }

    /// Records a step of the copy of the return that counts for a place; where none does, of the one that was copied last.
    pub fn record_copy(
        &mut self,
        place: &ReturnKey,
        step: CopyStep,
        stamp: &Stamp,
    ) -> Result<(), CopyError> {
        let file = self.copied(place, &step)?;
        let sent =
            self.copy_records(place).any(|record| matches!(record.step, CopyStep::Sent { .. }));
        check_step(&step, sent)?;
        let (place, stamp) = (place.clone(), stamp.clone());
        self.record.log.add(&stamp, Event::CopyStep { place: place.clone(), step: step.clone() });
        self.record.panel.copies.push(CopyRecord { place, file, step, stamp });
        Ok(())
    }

    /// The file that a step is about.
    fn copied(&self, place: &ReturnKey, step: &CopyStep) -> Result<Hash, CopyError> {
        if not_counting(self, place).is_some() {
            // Nothing goes out of what does not count; whoever holds a copy may still answer, and be told.
            let out = copy_out(self, place).filter(|_| !matches!(step, CopyStep::Sent { .. }));
            return out.map(|out| out.file).ok_or(CopyError::NoReturn);
        }
        let file = self.current(place).ok_or(CopyError::NoReturn)?;
        // Why none is sent can be said of a return that nothing here opens, and so can what came back.
        if matches!(step, CopyStep::Sent { .. }) && self.audit_return(&file).is_none() {
            return Err(CopyError::NotRead);
        }
        Ok(file)
    }

    /// What was last decided on one text of a return. That it is withheld holds for later versions too; that it
    /// is disclosed, only of the very words that somebody read.
    pub fn disclosure(&self, place: &ReturnKey, text: &str) -> Option<&Disclosure> {
        let mut decisions = self.record.panel.disclosures.iter().rev();
        let box_of_text = text_box(text);
        let last =
            decisions.find(|one| one.place == *place && text_box(&one.text) == box_of_text)?;
        let is_read = || last.read.is_none_or(|read| self.words_at(place, text) == read);
        (!last.disclosed || is_read()).then_some(last)
    }

    fn is_marked(&self, place: &ReturnKey, text: &str) -> bool {
        let ret = self.current(place).and_then(|file| self.audit_return(&file));
        ret.is_some_and(|ret| ret.withholds(text))
    }

    fn words_at(&self, place: &ReturnKey, text: &str) -> Hash {
        Hash::of(self.texts_at(place, text).join("\n").as_bytes())
    }

    /// Decides whether one text goes into copies (edge case 32).
    pub fn disclose(
        &mut self,
        place: &ReturnKey,
        text: &str,
        disclosed: bool,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), CopyError> {
        let reason = given(reason).ok_or(CopyError::NoReason)?;
        self.texts_at(place, text).first().ok_or(CopyError::NoSuchText)?;
        if disclosed && self.is_marked(place, text) {
            return Err(CopyError::MarkedByAuditor);
        }
        let read = Some(self.words_at(place, text));
        let (place, text, stamp) = (place.clone(), text.to_owned(), stamp.clone());
        let event =
            Event::DisclosureDecided { place: place.clone(), disclosed, reason: reason.clone() };
        self.record.log.add(&stamp, event);
        let decision = Disclosure { place, text, disclosed, read, reason, stamp };
        self.record.panel.disclosures.push(decision);
        Ok(())
    }

    /// Decides on all texts of a return together: those of `shown` go into copies, the others do not.
    ///
    /// Records what changes, and returns how much that is (edge case 32).
    pub fn disclose_only(
        &mut self,
        place: &ReturnKey,
        shown: &BTreeSet<String>,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<usize, CopyError> {
        if reason.trim().is_empty() {
            return Err(CopyError::NoReason);
        }
        let texts = texts_of_copy(self, place);
        if texts.iter().any(|text| text.marked && shown.contains(&text.key)) {
            return Err(CopyError::MarkedByAuditor);
        }
        let changed: Vec<(String, bool)> = texts
            .into_iter()
            .map(|text| (shown.contains(&text.key), text))
            .filter(|(wanted, text)| *wanted != text.disclosed)
            .map(|(wanted, text)| (text.key, wanted))
            .collect();
        if changed.is_empty() {
            return Err(CopyError::NothingChanged);
        }
        for (text, disclosed) in &changed {
            self.disclose(place, text, *disclosed, reason, stamp)?;
        }
        Ok(changed.len())
    }

    /// Corrections of facts in the returns of one place, oldest first.
    pub fn amendments(&self, place: &ReturnKey) -> impl Iterator<Item = &Amendment> {
        let place = place.clone();
        self.record.panel.amendments.iter().filter(move |one| one.place == place)
    }

    /// CP-02: corrects a fact beside the return, which stays as it was signed. CP-03: no grade is a text.
    pub fn amend(&mut self, amendment: Amendment) -> Result<(), CopyError> {
        let blank = |text: &str| text.trim().is_empty();
        if blank(&amendment.after) {
            return Err(CopyError::NothingWritten);
        }
        if blank(&amendment.because) {
            return Err(CopyError::NoReason);
        }
        let current = self.current(&amendment.place);
        if !current.is_some_and(|file| self.is_same_work(&file, &amendment.file)) {
            return Err(CopyError::NoReturn);
        }
        if !self.texts_at(&amendment.place, &amendment.text).contains(&amendment.before) {
            return Err(CopyError::NoSuchText);
        }
        let event = Event::FactAmended {
            place: amendment.place.clone(),
            because: amendment.because.clone(),
        };
        self.record.log.add(&amendment.stamp.clone(), event);
        self.record.panel.amendments.push(amendment);
        Ok(())
    }

    pub(super) fn texts_at(&self, place: &ReturnKey, key: &str) -> Vec<String> {
        let ret = self.current(place).and_then(|file| self.audit_return(&file));
        let texts = ret.map(texts).unwrap_or_default();
        let here = texts.into_iter().filter(|text| text.place.key() == key);
        here.map(|text| text.text.to_owned()).collect()
    }
}

/// The box of a text, by its key: the three reasons for no grade are written into one, whichever is chosen.
pub(super) fn text_box(key: &str) -> &str {
    let of_grade = |because: NonGrade| {
        let grade = key.strip_suffix(because.as_str())?.strip_suffix('-')?;
        (grade.ends_with("_grade") || grade == "overall-grade").then_some(grade)
    };
    NonGrade::ALL.into_iter().find_map(of_grade).unwrap_or(key)
}

fn check_step(step: &CopyStep, sent: bool) -> Result<(), CopyError> {
    let blank = |text: &str| text.trim().is_empty();
    match step {
        CopyStep::Sent { risk_check, .. } if blank(risk_check) => Err(CopyError::NoRiskCheck),
        CopyStep::Sent { to: Recipient::CurrentManager { reason }, .. } if blank(reason) => {
            Err(CopyError::NoReason)
        }
        CopyStep::NotSent { reason } if blank(reason) => Err(CopyError::NoReason),
        CopyStep::Response { .. } | CopyStep::Acknowledged { .. } if !sent => {
            Err(CopyError::NotSent)
        }
        CopyStep::Response { text } if blank(text) => Err(CopyError::NothingWritten),
        CopyStep::Acknowledged { role } if blank(role) => Err(CopyError::NoRole),
        CopyStep::Sent { .. }
        | CopyStep::NotSent { .. }
        | CopyStep::Response { .. }
        | CopyStep::Acknowledged { .. } => Ok(()),
    }
}
