//! Recording passages and own wordings.

use std::collections::BTreeMap;

use super::{OwnWording, Passage, Place};
use crate::id::ItemId;
use crate::panel::log::{Event, Stamp};
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
    /// What documents make of the finding is written already.
    #[error("this finding has a text already: change that one")]
    WrittenAlready,
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
    /// A passage of which nothing is written yet.
    pub fn begin(id: ItemId, place: Place, stamp: Stamp) -> Self {
        Self {
            id,
            place,
            heading: String::new(),
            text: String::new(),
            counts: BTreeMap::new(),
            questions: Vec::new(),
            points: Vec::new(),
            call_to_action: String::new(),
            links: Vec::new(),
            rests_on: Vec::new(),
            audit_again_months: None,
            removed: false,
            stamp,
        }
    }

    /// Whether it says anything at all.
    pub fn says_something(&self) -> bool {
        let texts = [&self.heading, &self.text, &self.call_to_action];
        texts.iter().any(|text| !text.trim().is_empty())
            || !self.questions.is_empty()
            || !self.points.is_empty()
            || !self.links.is_empty()
    }

    /// Its text and its points as written, a line each.
    pub fn lines(&self) -> String {
        let lines = std::iter::once(&self.text).chain(&self.points);
        lines.map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

impl Workbook {
    /// Records a passage, or replaces one of the same id.
    pub fn record_passage(&mut self, passage: Passage) -> Result<(), PassageError> {
        self.check_passage(&passage)?;
        let stamp = passage.stamp.clone();
        self.keep_passage(passage, &stamp);
        Ok(())
    }

    fn keep_passage(&mut self, passage: Passage, stamp: &Stamp) {
        let event =
            Event::PassageRecorded { passage: passage.id.clone(), removed: passage.removed };
        self.record.log.add(stamp, event);
        self.record.panel.passages.push(passage);
    }

    /// What was written of findings that are one now is of that one, and what rested on them rests on it.
    pub(in crate::panel) fn move_texts(&mut self, of: &[ItemId], to: &ItemId, stamp: &Stamp) {
        let all: Vec<Passage> = self.passages().into_iter().cloned().collect();
        for passage in all {
            let now = moved(&passage, of, to);
            if now == passage {
                continue;
            }
            // Only a text of a part has the merge's stamp, by which it is known until somebody records it again.
            let is_of_part = now.place != passage.place;
            let by = if is_of_part { stamp.clone() } else { passage.stamp };
            self.keep_passage(Passage { stamp: by, ..now }, stamp);
        }
    }

    fn check_passage(&self, passage: &Passage) -> Result<(), PassageError> {
        if !passage.says_something() {
            return Err(PassageError::NothingWritten);
        }
        // What is taken out may have lost what it stood at and rested on.
        if passage.removed {
            return Ok(());
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
        if self.is_second_of_finding(passage) {
            return Err(PassageError::WrittenAlready);
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

    /// Rounds that have two texts of a finding from before can change either.
    fn is_second_of_finding(&self, passage: &Passage) -> bool {
        let Place::Finding(finding) = &passage.place else { return false };
        let all = self.passages().into_iter();
        let there = all.filter(|one| self.is_of_finding(&one.place, finding));
        let there: Vec<&ItemId> = there.map(|one| &one.id).collect();
        !there.is_empty() && !there.contains(&&passage.id)
    }

    /// Whether a place is that of this finding, or of one that was merged into it.
    pub fn is_of_finding(&self, place: &Place, finding: &ItemId) -> bool {
        let Place::Finding(id) = place else { return false };
        self.finding_now(id).is_some_and(|now| now.id == *finding)
    }

    /// F-01: the finding that a text is told of, where it was written of a part of it and nobody recorded it since.
    pub fn f01_told_of_whole(&self, passage: &Passage) -> Option<&ItemId> {
        let Place::Finding(id) = &passage.place else { return None };
        let now = &self.finding_now(id)?.id;
        let moved = || self.is_merged(now) && self.finding_since(now) == Some(passage.stamp.at);
        (now != id || moved()).then_some(now)
    }

    /// The text of a finding; the latest, where a round has several from before.
    pub fn text_of_finding(&self, finding: &ItemId) -> Option<&Passage> {
        let of = |one: &&Passage| self.is_of_finding(&one.place, finding);
        self.passages().into_iter().rev().find(of)
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

/// A passage with these findings as the one that they are now.
fn moved(passage: &Passage, of: &[ItemId], to: &ItemId) -> Passage {
    let now = |id: &ItemId| if of.contains(id) { to.clone() } else { id.clone() };
    let place = match &passage.place {
        Place::Finding(finding) => Place::Finding(now(finding)),
        other => other.clone(),
    };
    let mut rests_on: Vec<ItemId> = Vec::new();
    for id in passage.rests_on.iter().map(now) {
        if !rests_on.contains(&id) {
            rests_on.push(id);
        }
    }
    Passage { place, rests_on, ..passage.clone() }
}
