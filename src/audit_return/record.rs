//! The return itself.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    AgencyRef, Answer, AreaRecord, Auditor, Chronology, FamilyViews, Grading, ImmediateConcern,
    Impact, Involvement, OverallRecord, PanelQuestion, PractitionerConversation, SignOff,
};
use crate::envelope::{EnrolmentProof, Hash, Kind, Payload, TextHash};
use crate::id::{AreaId, CaseRef, PromptId, ReturnId, RoundId, StandardId};
use crate::round::Invitation;
use crate::timescale::Results;
use crate::tool::ToolRef;

/// One slot's completed tool for one case (domain Appendix B).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Return {
    /// See [`Return::FORMAT_VERSION`].
    pub format_version: u32,
    /// Random; the same through all versions. Made before the first question is shown.
    pub return_id: ReturnId,
    /// Counted from 1 (V-01).
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// Payload hash of the version that this one replaces (V-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Hash>,
    /// Which round.
    pub round: RoundRef,
    /// Which tool, to the letter.
    pub tool: ToolRef,
    /// Which case.
    pub case_ref: CaseRef,
    /// Its public label, such as "Case 3".
    pub case_label: String,
    /// Which agency and slot.
    pub agency: AgencyRef,
    /// Who completed it.
    pub auditor: Auditor,
    /// How far the agency was involved.
    pub involvement: Involvement,
    /// By prompt; nothing is stored for an untouched prompt.
    pub answers: BTreeMap<PromptId, Answer>,
    /// By area.
    pub areas: BTreeMap<AreaId, AreaRecord>,
    /// The case overall.
    pub overall: OverallRecord,
    /// Immediate concerns noticed on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub immediate_concerns: Vec<ImmediateConcern>,
    /// How long things took, worked out from dates that are not part of the return (T-01 to T-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timescales: Option<Results>,
    /// What a missed standard meant for the child (T-07).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub timescale_impacts: BTreeMap<StandardId, Impact>,
    /// What happened, in days counted from one event (CH-01 to CH-03).
    #[serde(default, skip_serializing_if = "Chronology::is_empty")]
    pub chronology: Chronology,
    /// Whether the practitioner was spoken to (PF-01).
    #[serde(default, skip_serializing_if = "PractitionerConversation::is_empty")]
    pub practitioner: PractitionerConversation,
    /// Whether the child and family were asked (PF-02).
    #[serde(default, skip_serializing_if = "FamilyViews::is_empty")]
    pub family_views: FamilyViews,
    /// Asked at the end, optional (G-22).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub general_comments: String,
    /// Practice that others should hear of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub good_practice_to_share: Vec<String>,
    /// Reasons typed for warnings, exported with the return.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<Explanation>,
    /// Questions of the panel about an earlier version, with their answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panel_questions: Vec<PanelQuestion>,
    /// Keys of text boxes that no copy for practitioners may show, in order, each once (edge case 32).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub do_not_disclose: Vec<String>,
    /// `None` in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<SignOff>,
    /// Shows that the signer holds the invitation's secret; `None` in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment_proof: Option<EnrolmentProof>,
    /// When the draft was begun.
    pub created: DateTime<Utc>,
}

/// Which round a return answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundRef {
    /// Random.
    pub id: RoundId,
    /// For people who find the file later.
    pub title: String,
    /// Likewise.
    pub period: String,
}

/// A typed reason that lets a warning stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The rule that warned, such as `G-07`.
    pub rule: String,
    /// Where, as the notice's key says.
    pub place: String,
    /// In the auditor's words.
    pub reason: String,
    /// For how many things the reason was given: found in a text (I-06), or told by the warning; 0 where
    /// nothing is counted.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub covers: u32,
    /// Those things, by salted hashes: whatever comes to them later needs a reason of its own (I-06).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<TextHash>,
}

fn is_nothing(number: &u32) -> bool {
    *number == 0
}

impl Payload for Return {
    const KIND: Kind = Kind::Return;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;

    fn impossible(&self) -> Option<&'static str> {
        super::possible::not_in_a_return(self)
    }
}

impl Return {
    /// Newest format that this program writes and reads: of a return that marks texts as not to be disclosed.
    ///
    /// A panel's program that knows no marks would put those texts into copies, so it is not to read the return
    /// past them (edge case 32).
    pub const FORMAT_VERSION: u32 = 2;

    /// Format of a return that marks nothing, which every program reads.
    pub const WITHOUT_MARKS: u32 = 1;

    /// An untouched first version of the return that an invitation asks for.
    ///
    /// `None` where the invitation does not hold the case. `return_id` is the
    /// caller's 128 random bits and `now` its clock.
    pub fn begin(
        invitation: &Invitation,
        case_ref: &CaseRef,
        return_id: ReturnId,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let case = invitation.case(case_ref)?;
        let round = &invitation.round;
        Some(Self {
            format_version: Self::WITHOUT_MARKS,
            return_id,
            version: 1,
            previous: None,
            round: RoundRef {
                id: round.id.clone(),
                title: round.title.clone(),
                period: round.period.clone(),
            },
            tool: invitation.tool_ref.clone(),
            case_ref: case.case_ref.clone(),
            case_label: case.label.clone(),
            agency: AgencyRef {
                id: invitation.agency.id.clone(),
                kind: invitation.agency.kind.clone(),
                name: invitation.agency.name.clone(),
                slot: invitation.slot.clone(),
                slot_label: invitation.slot_label.clone(),
            },
            auditor: Auditor::default(),
            involvement: Involvement::default(),
            answers: BTreeMap::new(),
            areas: BTreeMap::new(),
            overall: OverallRecord::default(),
            immediate_concerns: Vec::new(),
            timescales: None,
            timescale_impacts: BTreeMap::new(),
            chronology: Chronology::default(),
            practitioner: PractitionerConversation::default(),
            family_views: FamilyViews::default(),
            general_comments: String::new(),
            good_practice_to_share: Vec::new(),
            explanations: Vec::new(),
            panel_questions: Vec::new(),
            do_not_disclose: Vec::new(),
            sign_off: None,
            enrolment_proof: None,
            created: now,
        })
    }

    /// The answer to a prompt, where anything is recorded.
    pub fn answer(&self, prompt: &PromptId) -> Option<&Answer> {
        self.answers.get(prompt)
    }

    /// The record of an area, where anything is recorded.
    pub fn area(&self, area: &AreaId) -> Option<&AreaRecord> {
        self.areas.get(area)
    }

    /// The grading of an area, where one is recorded.
    pub fn grading(&self, area: &AreaId) -> Option<&Grading> {
        self.area(area).and_then(|record| record.grading.as_ref())
    }

    /// Whether the auditor marked the text box with this key as not to be disclosed (edge case 32).
    pub fn withholds(&self, key: &str) -> bool {
        self.do_not_disclose.iter().any(|marked| marked == key)
    }

    /// Whether the agency had nothing to grade.
    pub fn is_nil(&self) -> bool {
        self.involvement.level.is_some_and(|level| level.is_nil())
    }
}
