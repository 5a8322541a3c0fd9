//! What the panel itself records of a round, as a workbook keeps it.
//!
//! Each list is only ever added to: of several records about one thing the last
//! counts; only what is still being typed is replaced. Whatever follows from them is computed, never kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::actions::ActionRecords;
use super::chronology::AnchorOffset;
use super::concerns::{CaseHold, ConcernUpdate, PanelConcern};
use super::copies::{Amendment, CopyRecord, Disclosure};
use super::expectation::{Acceptance, AgencyContact, Chase, ExpectationDecision, StaysApart};
use super::findings::{Finding, OwnTheme};
use super::integration::{AgencyView, Regrade};
use super::invitations::Revocation;
use super::keys::KeyBackup;
use super::manuscript::{Clearance, KeptVersion, OwnWording, Passage};
use super::mapping::ToolMapping;
use super::meeting::{Difference, Meeting, MeetingNote};
use super::queries::{IssuedPack, Query, WithdrawnQuery};
use super::reaudit::Baseline;
use super::tool_versions::EarlierTool;
use super::unfinished::Unfinished;
use crate::id::AgencyId;
use crate::round::sampling::Sampling;
use crate::tool::Tool;

/// Everything that the panel recorded, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PanelRecords {
    /// Meetings; a later one of the same id corrects an earlier one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) meetings: Vec<Meeting>,
    /// Agencies without which the panel does not judge (M-01); `None` until the panel has chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) essential: Option<BTreeSet<AgencyId>>,
    /// What difference the work made, by case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) differences: Vec<Difference>,
    /// Questions, actions and remarks of meetings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<MeetingNote>,
    /// Grades of agencies whose own auditors differed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) agency_views: Vec<AgencyView>,
    /// Grades of other scales, graded anew on the round's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) regrades: Vec<Regrade>,
    /// Questions to agencies about their returns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) queries: Vec<Query>,
    /// Questions that need no answer any more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) withdrawn_queries: Vec<WithdrawnQuery>,
    /// Files of questions written so far.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) packs: Vec<IssuedPack>,
    /// How returns of other tools are read (V-07).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) mappings: Vec<ToolMapping>,
    /// More time, declined, gone without.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) expectations: Vec<ExpectationDecision>,
    /// Returns read and accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) acceptances: Vec<Acceptance>,
    /// Files that stay apart for good.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) stays_apart: Vec<StaysApart>,
    /// Whom to ask in each agency.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) contacts: BTreeMap<AgencyId, AgencyContact>,
    /// Concerns that the panel itself raised.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) concerns: Vec<PanelConcern>,
    /// What was done about concerns, the panel's own and agencies'.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) concern_updates: Vec<ConcernUpdate>,
    /// Cases held back from publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) holds: Vec<CaseHold>,
    /// How days counted from different events lie to each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) anchor_offsets: Vec<AnchorOffset>,
    /// Findings; a later record of the same id replaces an earlier one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) findings: Vec<Finding>,
    /// Themes of the board's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) themes: Vec<OwnTheme>,
    /// What became of copies for practitioners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) copies: Vec<CopyRecord>,
    /// Which texts go into copies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) disclosures: Vec<Disclosure>,
    /// Facts corrected beside returns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) amendments: Vec<Amendment>,
    /// Invitations that count no more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) revocations: Vec<Revocation>,
    /// Files with the round's keys.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) key_backups: Vec<KeyBackup>,
    /// When agencies were asked for what they owe.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) chases: Vec<Chase>,
    /// What the panel writes for its documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) passages: Vec<Passage>,
    /// The coordinator's wording in place of generated sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) own_wordings: Vec<OwnWording>,
    /// The tool's next version, on its way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tool_draft: Option<Tool>,
    /// Versions of the tool that the round had before, oldest first (K-01).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) earlier_tools: Vec<EarlierTool>,
    /// The cases there were to choose from, those chosen, and how (S-01 to S-04).
    #[serde(skip_serializing_if = "Sampling::is_empty")]
    pub(super) sampling: Sampling,
    /// Versions of documents that are kept as they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) versions: Vec<KeptVersion>,
    /// Documents that somebody read and cleared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) clearances: Vec<Clearance>,
    /// The action plan and what follows from it (AP-01 to AP-11).
    #[serde(skip_serializing_if = "ActionRecords::is_empty")]
    pub(super) actions: ActionRecords,
    /// The earlier round that this one is compared with; the last counts (RA-01).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) baselines: Vec<Baseline>,
    /// What is typed and not recorded yet, by page and box.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) unfinished: BTreeMap<String, Unfinished>,
}

impl PanelRecords {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Of several records about one thing the last, in the order in which the things were first recorded.
pub(super) fn latest<T, K: PartialEq>(records: &[T], key: impl Fn(&T) -> K) -> Vec<&T> {
    let mut latest: Vec<&T> = Vec::new();
    for record in records {
        match latest.iter_mut().find(|known| key(known) == key(record)) {
            Some(known) => *known = record,
            None => latest.push(record),
        }
    }
    latest
}

/// A reason as it is recorded; `None` where nothing is said.
pub(super) fn given(reason: &str) -> Option<String> {
    let reason = reason.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{given, latest};

    #[test]
    fn a_reason_is_recorded_without_the_space_around_it_and_a_blank_one_is_none() {
        assert_eq!(given(" The family moved\n"), Some("The family moved".into()));
        assert_eq!(given(" \n\t"), None);
    }

    #[test]
    fn of_several_records_about_one_thing_the_last_counts() {
        let records = [("a", 1), ("b", 2), ("a", 3), ("c", 4)];
        let found: Vec<(&str, i32)> = latest(&records, |one| one.0).into_iter().copied().collect();
        assert_eq!(found, [("a", 3), ("b", 2), ("c", 4)]);
    }
}
