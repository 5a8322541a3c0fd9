//! A round in which nothing is agreed that need not be, for tests that say the rest.

use super::{Board, ConcernRoute, Policy, Round, RoundDates, Selection, Window};
use crate::tool::Tool;

pub(crate) fn round(id: &str, title: &str, tool: Tool) -> Round {
    Round {
        id: id.parse().unwrap(),
        title: title.into(),
        board: Board::default(),
        period: "2026".into(),
        themes: Vec::new(),
        focus: String::new(),
        purpose: String::new(),
        terms_of_reference: Vec::new(),
        lines_of_enquiry: Vec::new(),
        selection: Selection::Random,
        cases: Default::default(),
        window: Window { look_back_months: 12, judgement_months: 6 },
        report: Default::default(),
        terminology: Default::default(),
        dates: RoundDates::default(),
        concern_route: ConcernRoute::default(),
        policy: Policy::default(),
        timescales: None,
        tool,
        practice: true,
    }
}
