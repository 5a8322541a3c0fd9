//! The certificate: what was kept and what destroyed, when and by which role. Counts and digests only.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::rules::{PurgeError, Retention, n01_may_purge, n01_retention, n01_typed};
use crate::envelope::{FormatVersion, Hash};
use crate::id::RoundId;
use crate::panel::records::given;
use crate::panel::workbook::Workbook;
use crate::tool::ToolRef;

/// What stays of a round whose working papers were destroyed. Holds nothing of any child or worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Of this record.
    pub format_version: FormatVersion<1>,
    /// Which round.
    pub round: RoundId,
    /// Its title.
    pub title: String,
    /// Such as "2025-26".
    pub period: String,
    /// The board in full.
    pub board: String,
    /// The tool that its returns answered.
    pub tool: ToolRef,
    /// Cases that counted.
    pub cases: usize,
    /// The day that the board had set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<NaiveDate>,
    /// When it was done, by this computer's clock.
    pub at: DateTime<Utc>,
    /// Role of whoever decided; never a name.
    pub by: String,
    /// Why before the day, or beside it; may be blank once the day has come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What was destroyed.
    pub destroyed: Vec<Destroyed>,
    /// What was kept.
    pub kept: Vec<Kept>,
    /// Drafts in this browser that a passphrase closes, so that nobody could see of which round they are.
    #[serde(default, skip_serializing_if = "is_none")]
    pub closed_drafts: usize,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

/// So many of something, destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destroyed {
    /// What.
    pub what: Matter,
    /// How many.
    pub count: usize,
    /// SHA-256 by which a copy that turns up later can be told: of the record, or of the files' own
    /// hashes, one a line in their order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Hash>,
}

/// What can be destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Imported files: returns, notices of concerns, withdrawals.
    Files,
    /// The workbook's record, in which all that follows stood.
    Workbook,
    /// A round's record that could not be read.
    UnreadRecord,
    /// Places with the secrets of their invitations.
    Invitations,
    /// Judgements of the panel.
    Judgements,
    /// Findings of the panel.
    Findings,
    /// Meetings.
    Meetings,
    /// Questions to agencies.
    Questions,
    /// Actions of the plan.
    Actions,
    /// Lines of the decision log.
    LogLines,
    /// Versions of documents that nobody had cleared.
    UnclearedVersions,
    /// Secret keys of the round in this browser.
    Keys,
    /// Auditors' drafts of the round in this browser.
    Drafts,
    /// Invitations of the round that were opened in this browser.
    OpenedInvitations,
    /// Damaged records of the round that had been set aside.
    SetAside,
}

/// Something that was kept, because it was cleared for publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Kind of document, or `dataset`.
    pub document: String,
    /// Id of its snapshot, of which its footer tells the beginning.
    pub snapshot: Hash,
    /// When it was cleared.
    pub cleared: DateTime<Utc>,
}

/// What a browser holds of a round beside its workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Imported files that are to go, in their order.
    pub files: Vec<Hash>,
    /// Secret keys of the round.
    pub keys: usize,
    /// Auditors' drafts of the round, closed ones that are known to be of it among them.
    pub drafts: usize,
    /// Opened invitations of the round.
    pub invitations: usize,
    /// Damaged records of the round.
    pub set_aside: usize,
    /// Drafts that a passphrase closes, and that cannot be told to be of the round.
    pub closed_drafts: usize,
}

/// The decision of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PurgeDecision {
    /// Role of whoever decides.
    pub by: String,
    /// Why; needed before the day.
    pub reason: String,
    /// What was typed to confirm it.
    pub typed: String,
}

/// N-01: exactly what is kept: versions of documents that somebody cleared, and the dataset where it
/// was cleared as it is now (`dataset` is its digest).
pub fn n01_kept(workbook: &Workbook, dataset: Option<Hash>) -> Vec<Kept> {
    let versions = workbook.record().panel.versions.iter();
    let documents = versions.filter_map(|version| {
        let clearance = workbook.clearance(&version.snapshot)?;
        Some((version.document.clone(), version.snapshot, clearance.stamp.at))
    });
    let dataset = dataset.and_then(|digest| {
        let clearance = workbook.clearance(&digest)?;
        Some((clearance.document.clone(), digest, clearance.stamp.at))
    });
    let kept = documents.chain(dataset);
    kept.map(|(document, snapshot, cleared)| Kept { document, snapshot, cleared }).collect()
}

/// N-01: the certificate of what is to be destroyed by this decision, or why nothing is.
pub fn n01_certificate(
    workbook: &Workbook,
    elsewhere: &Elsewhere,
    kept: Vec<Kept>,
    decision: &PurgeDecision,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Certificate, PurgeError> {
    n01_may_purge(workbook, now)?;
    let round = &workbook.plan().round;
    let by = given(&decision.by).ok_or(PurgeError::NoRole)?;
    let reason = given(&decision.reason);
    let due = matches!(n01_retention(round.dates.retention, today), Retention::Due(_));
    if !due && reason.is_none() {
        return Err(PurgeError::NoReason);
    }
    if !n01_typed(&round.title, &decision.typed) {
        return Err(PurgeError::OtherTitle);
    }
    Ok(Certificate {
        format_version: FormatVersion,
        round: round.id.clone(),
        title: round.title.clone(),
        period: round.period.clone(),
        board: round.board.name.clone(),
        tool: round.tool.reference(),
        cases: workbook.plan().open_cases().count(),
        retention: round.dates.retention,
        at: now,
        by,
        reason: reason.unwrap_or_default(),
        destroyed: destroyed(workbook, elsewhere, &kept),
        kept,
        closed_drafts: elsewhere.closed_drafts,
    })
}

fn destroyed(workbook: &Workbook, elsewhere: &Elsewhere, kept: &[Kept]) -> Vec<Destroyed> {
    let record = workbook.record();
    // Texts, numbers and lists: writing cannot fail.
    let text = crate::json::to_vec(record).unwrap_or_default();
    let panel = &record.panel;
    let cleared = |snapshot: &Hash| kept.iter().any(|one| one.snapshot == *snapshot);
    let uncleared = panel.versions.iter().filter(|one| !cleared(&one.snapshot)).count();
    let [files, rest @ ..] = beside(elsewhere);
    let of_record = [
        Destroyed { what: Matter::Workbook, count: 1, digest: Some(Hash::of(&text)) },
        plain(Matter::Invitations, record.plan.slots.len()),
        plain(Matter::Judgements, record.judgements.len()),
        plain(Matter::Findings, workbook.kept_findings().len()),
        plain(Matter::Meetings, workbook.meetings().len()),
        plain(Matter::Questions, panel.queries.len()),
        plain(Matter::Actions, workbook.actions().len()),
        plain(Matter::LogLines, record.log.entries().len()),
        plain(Matter::UnclearedVersions, uncleared),
    ];
    let all = std::iter::once(files).chain(of_record).chain(rest);
    all.filter(|one| one.count > 0).collect()
}

/// What is destroyed beside a round's record: the files first.
pub(super) fn beside(elsewhere: &Elsewhere) -> [Destroyed; 5] {
    let lines: Vec<String> = elsewhere.files.iter().map(ToString::to_string).collect();
    let digest = Some(Hash::of(lines.join("\n").as_bytes()));
    [
        Destroyed { what: Matter::Files, count: lines.len(), digest },
        plain(Matter::Keys, elsewhere.keys),
        plain(Matter::Drafts, elsewhere.drafts),
        plain(Matter::OpenedInvitations, elsewhere.invitations),
        plain(Matter::SetAside, elsewhere.set_aside),
    ]
}

fn plain(what: Matter, count: usize) -> Destroyed {
    Destroyed { what, count, digest: None }
}
