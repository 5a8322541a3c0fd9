//! The round of the tests of rules, and an invitation to it.

use super::tool::tool;
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyKind, CaseRef};
use crate::round::{
    Agency, Board, ConcernRoute, Invitation, InvitedCase, Policy, Round, RoundDates, Selection,
    Window,
};

pub(crate) fn round() -> Round {
    Round {
        id: "r-1".parse().unwrap(),
        title: "Children subject to a plan".into(),
        board: Board::default(),
        period: "2026".into(),
        themes: Vec::new(),
        focus: String::new(),
        purpose: String::new(),
        terms_of_reference: Vec::new(),
        lines_of_enquiry: Vec::new(),
        selection: Selection::Purposive,
        cases: Default::default(),
        window: Window { look_back_months: 12, judgement_months: 6 },
        report: Default::default(),
        terminology: Default::default(),
        dates: RoundDates::default(),
        concern_route: ConcernRoute::default(),
        policy: Policy::default(),
        timescales: None,
        tool: tool(),
        practice: true,
    }
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
