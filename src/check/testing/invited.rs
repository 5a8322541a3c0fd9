//! The round of the tests of rules, and an invitation to it.

use super::tool::tool;
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyKind, CaseRef};
use crate::round::{Agency, Invitation, InvitedCase, Round, Selection, fixture};

pub(crate) fn round() -> Round {
    let selection = Selection::Purposive;
    Round { selection, ..fixture::round("r-1", "Children subject to a plan", tool()) }
}

pub(crate) fn invitation(round: &Round) -> Invitation {
    Invitation {
        format_version: Invitation::FORMAT_VERSION,
        round: round.clone(),
        tool_ref: round.tool.reference(),
        agency: Agency {
            id: "a-1".parse().unwrap(),
            kind: AgencyKind::new("social-care").unwrap(),
            name: "Children's social care".into(),
        },
        slot: "s-1".parse().unwrap(),
        slot_label: "Safeguarding team".into(),
        secret: EnrolmentSecret::from_bytes([7; 32]),
        cases: vec![InvitedCase {
            case_ref: CaseRef::new("c-7k2").unwrap(),
            label: "Case 1".into(),
        }],
        authority: String::new(),
        limits: Default::default(),
    }
}
