//! Texts that the auditor marked only in a later version: where they stood without the mark, and which copies of
//! that went out (edge case 32, CP-01).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::record::text_box;
use super::redact::{is_restricted, without_others};
use super::{CopyRecord, CopyStep, Recipient};
use crate::audit_return::Return;
use crate::check::{TextForPractitioners, ec32_marked_texts, ec32_texts_for_practitioners};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::order;
use crate::panel::register::{Facts, ReturnKey};
use crate::panel::workbook::Workbook;

/// A text that is marked in the return that counts, and was not in an earlier version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedLater {
    /// Key of its box in the return that counts.
    pub key: String,
    /// What the box is called.
    pub label: String,
    /// Each earlier version in which something stood there without the mark, oldest first; never empty.
    pub earlier: Vec<WithoutMark>,
}

/// What stood in the box of a text while it was not marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutMark {
    /// Version of the return, from 1.
    pub version: u32,
    /// The text as it was; of several lines of one box, all of them.
    pub text: String,
    /// Copies of this version that were sent, oldest first.
    pub sent: Vec<SentCopy>,
}

/// A copy that was sent before the auditor marked a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentCopy {
    /// When its sending was recorded.
    pub at: DateTime<Utc>,
    /// To whom it went.
    pub to: Recipient,
    /// Whether the text stood in it, by what had been decided of it here until then.
    pub showed: bool,
}

/// A copy that showed what the auditor has marked since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBeforeMark {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// Version of the return that was copied.
    pub version: u32,
    /// When its sending was recorded.
    pub at: DateTime<Utc>,
}

/// An earlier version of a place's return.
struct Earlier<'a> {
    version: u32,
    ret: &'a Return,
    texts: Vec<TextForPractitioners>,
    /// Steps of its copy.
    records: Vec<&'a CopyRecord>,
}

/// Edge case 32: the texts of a place's return that only a later version marks, each with the versions that stood
/// without the mark, and what of those was sent. A mark says nothing of them.
pub fn ec32_marked_later(workbook: &Workbook, place: &ReturnKey) -> Vec<MarkedLater> {
    let file = workbook.current(place);
    let read = file.and_then(|file| Some((file, workbook.audit_return(&file)?)));
    let Some((file, ret)) = read.filter(|(_, ret)| !ret.do_not_disclose.is_empty()) else {
        return Vec::new();
    };
    let earlier = earlier_versions(workbook, place, &file);
    if earlier.is_empty() {
        return Vec::new();
    }
    let tool = &workbook.plan().round.tool;
    let marked = ec32_marked_texts(&without_others(workbook, place, ret), tool);
    let of_text = |TextForPractitioners { place: at, label, .. }: TextForPractitioners| {
        let key = at.key();
        let stood = earlier.iter().filter_map(|one| without_mark(workbook, place, one, &key));
        let earlier: Vec<WithoutMark> = stood.collect();
        (!earlier.is_empty()).then_some(MarkedLater { key, label, earlier })
    };
    marked.into_iter().filter_map(of_text).collect()
}

/// Edge case 32: every copy that was sent of a case that counts, and showed what the auditor has marked since.
pub fn ec32_shown_before_mark(workbook: &Workbook) -> Vec<ShownBeforeMark> {
    let mut shown = Vec::new();
    for (place, _, ret) in workbook.open_current() {
        if ret.do_not_disclose.is_empty() {
            continue;
        }
        let marked = ec32_marked_later(workbook, place);
        let versions = marked.iter().flat_map(|text| &text.earlier);
        let copies = versions.flat_map(|one| one.sent.iter().map(move |sent| (one.version, sent)));
        // A copy is named once, however many texts of it were marked.
        let sent: BTreeSet<(DateTime<Utc>, u32)> =
            gathered(copies.filter(|(_, sent)| sent.showed).map(|(one, sent)| (sent.at, one)));
        let of_copy = |(at, version)| ShownBeforeMark { place: place.clone(), version, at };
        shown.extend(sent.into_iter().map(of_copy));
    }
    shown
}

/// Every version but the one that counts that came before it, or of which a copy was sent; oldest first.
fn earlier_versions<'a>(
    workbook: &'a Workbook,
    place: &ReturnKey,
    current: &Hash,
) -> Vec<Earlier<'a>> {
    let counts = workbook.facts(current).map_or(0, |facts| facts.version);
    let sent = |file: &Hash| {
        let records = workbook.copy_records(place);
        let of_file = records.filter(|record| workbook.is_same_work(&record.file, file));
        of_file.filter(|record| matches!(record.step, CopyStep::Sent { .. })).collect::<Vec<_>>()
    };
    // Of a signer who is not trusted no copy was made, unless they were trusted then.
    let is_trusted = |file: &Hash| {
        let entry = workbook.register().entry(file);
        entry.is_some_and(|entry| entry.state.has_trusted_signer())
    };
    let came_before = |file: &Hash, facts: &Facts| facts.version < counts && is_trusted(file);
    let mut found: Vec<(u32, Hash, Earlier<'a>)> = workbook
        .files_of(place)
        .filter(|(file, _)| !workbook.is_same_work(file, current))
        .filter_map(|(file, facts)| {
            let records = sent(&file);
            if records.is_empty() && !came_before(&file, facts) {
                return None;
            }
            let ret = workbook.audit_return(&file)?;
            let copy = without_others(workbook, place, ret);
            let texts = ec32_texts_for_practitioners(&copy, &workbook.plan().round.tool);
            let version = facts.version;
            Some((version, facts.payload, Earlier { version, ret, texts, records }))
        })
        .collect();
    // The same work may be here several times, sealed anew or signed twice.
    order::sort_by_key(&mut found, |(version, payload, _)| (*version, *payload));
    found.dedup_by_key(|(_, payload, _)| *payload);
    found.into_iter().map(|(.., earlier)| earlier).collect()
}

/// What stood in a box of this version without a mark; `None` where nothing did.
fn without_mark(
    workbook: &Workbook,
    place: &ReturnKey,
    earlier: &Earlier<'_>,
    key: &str,
) -> Option<WithoutMark> {
    let is_here = |one: &&TextForPractitioners| text_box(&one.place.key()) == text_box(key);
    let text = earlier.texts.iter().find(is_here)?;
    if earlier.ret.withholds(&text.place.key()) {
        return None;
    }
    let copy = |record: &&CopyRecord| {
        let CopyStep::Sent { to, .. } = &record.step else { return None };
        let at = record.stamp.at;
        let showed = was_disclosed(workbook, place, earlier.ret, text, at);
        Some(SentCopy { at, to: to.clone(), showed })
    };
    let sent = earlier.records.iter().filter_map(copy).collect();
    Some(WithoutMark { version: earlier.version, text: text.text.clone(), sent })
}

/// Whether a text went into copies at a moment: by the last decision before it, as of today's texts.
fn was_disclosed(
    workbook: &Workbook,
    place: &ReturnKey,
    ret: &Return,
    text: &TextForPractitioners,
    at: DateTime<Utc>,
) -> bool {
    let key = text.place.key();
    let mut decisions = workbook.record.panel.disclosures.iter().rev();
    let last = decisions.find(|one| {
        one.place == *place && one.stamp.at <= at && text_box(&one.text) == text_box(&key)
    });
    let words = Hash::of(text.text.as_bytes());
    match last {
        Some(decision) if !decision.disclosed => false,
        Some(decision) if decision.read.is_none_or(|read| read == words) => true,
        Some(_) | None => !is_restricted(&ret.agency.kind),
    }
}

impl WithoutMark {
    /// Whether a copy of this version showed the text.
    pub fn was_shown(&self) -> bool {
        self.sent.iter().any(|sent| sent.showed)
    }

    /// For the coordinator: what stood there, and of each copy that was sent of `agency`'s return when and to whom it
    /// went and whether it showed that.
    pub fn sentences(&self, agency: &str, moment: fn(DateTime<Utc>) -> String) -> Vec<String> {
        let version = self.version.to_string();
        let mut sentences = vec![["Version ", &version, " said: “", &self.text, "”"].concat()];
        if self.sent.is_empty() {
            sentences.push(["No copy of version ", &version, " is recorded as sent."].concat());
        }
        for sent in &self.sent {
            let to = match &sent.to {
                Recipient::PractitionerAndManager => "the practitioner and their manager",
                Recipient::CurrentManager { .. } => "the current manager only",
            };
            let showed = match sent.showed {
                true => "These words stood in it.",
                false => "These words were withheld from it, by what is recorded here.",
            };
            let at = moment(sent.at);
            let line = [
                "A copy of version ",
                &version,
                " of the return of ",
                agency,
                " was sent on ",
                &at,
                " to ",
                to,
                ". ",
                showed,
            ];
            sentences.push(line.concat());
        }
        sentences
    }
}
