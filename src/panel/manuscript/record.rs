//! Recording passages and own wordings.

use super::{OwnWording, Passage, Place};
use crate::panel::log::Event;
use crate::panel::records::latest;
use crate::panel::workbook::Workbook;

/// Why a passage or a wording was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PassageError {
    /// Nothing is written.
    #[error("write the text")]
    NothingWritten,
    /// It belongs to a case, a finding or an area that is not there.
    #[error("the case, finding or area that this text belongs to is not there")]
    NowhereToStand,
    /// It rests on a finding that is not there.
    #[error("a finding that this text rests on is not there")]
    FindingGone,
    /// A count asks for what the tool does not ask or grade.
    #[error("the count “{0}” asks for something that the audit tool does not have")]
    CannotCount(String),
    /// An address that does not begin with `https://`.
    #[error("write the address “{0}” so that it begins with https://")]
    Address(String),
}

impl Passage {
    /// Whether it says anything at all.
    pub fn says_something(&self) -> bool {
        let texts = [&self.heading, &self.text, &self.call_to_action];
        texts.iter().any(|text| !text.trim().is_empty())
            || !self.questions.is_empty()
            || !self.points.is_empty()
            || !self.links.is_empty()
    }
}

impl Workbook {
    /// Records a passage, or replaces one of the same id.
    pub fn record_passage(&mut self, passage: Passage) -> Result<(), PassageError> {
        self.check_passage(&passage)?;
        let event =
            Event::PassageRecorded { passage: passage.id.clone(), removed: passage.removed };
        self.record.log.add(&passage.stamp.clone(), event);
        self.record.panel.passages.push(passage);
        Ok(())
    }

    fn check_passage(&self, passage: &Passage) -> Result<(), PassageError> {
        if !passage.says_something() {
            return Err(PassageError::NothingWritten);
        }
        let tool = &self.plan().round.tool;
        let stands = match &passage.place {
            Place::Summary(case) => self.plan().case(case).is_some(),
            Place::Finding(finding) => self.finding(finding).is_some(),
            Place::Overview(area) => tool.area(area).is_some(),
            Place::Learning | Place::Recommendation | Place::Discussion | Place::Conclusion => true,
        };
        if !stands {
            return Err(PassageError::NowhereToStand);
        }
        if passage.rests_on.iter().any(|finding| self.finding(finding).is_none()) {
            return Err(PassageError::FindingGone);
        }
        if let Some((name, _)) = passage.counts.iter().find(|(_, one)| !one.fits(tool)) {
            return Err(PassageError::CannotCount(name.clone()));
        }
        let wrong = |address: &&String| !address.is_empty() && !address.starts_with("https://");
        match passage.links.iter().map(|link| &link.address).find(wrong) {
            Some(address) => Err(PassageError::Address(address.clone())),
            None => Ok(()),
        }
    }

    /// Passages as last recorded, in the order in which they were first.
    pub fn passages(&self) -> Vec<&Passage> {
        let mut latest = latest(&self.record.panel.passages, |one| one.id.clone());
        latest.retain(|passage| !passage.removed);
        latest
    }

    /// Puts the coordinator's own wording in place of a generated sentence; a blank one takes that again.
    pub fn record_own_wording(&mut self, own: OwnWording) {
        let event = Event::OwnWordingRecorded { sentence: own.sentence.clone() };
        self.record.log.add(&own.stamp.clone(), event);
        self.record.panel.own_wordings.push(own);
    }

    /// The own wording of a sentence, where there is one.
    pub fn own_wording(&self, sentence: &str) -> Option<&OwnWording> {
        let all = self.record.panel.own_wordings.iter();
        let last = all.rev().find(|own| own.sentence == sentence)?;
        (!last.text.trim().is_empty()).then_some(last)
    }
}
