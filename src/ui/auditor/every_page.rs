//! Every page of a return, for tests that hold for all of them.

use super::route::Step;
use crate::id::{AreaId, ItemId};

pub fn every_step() -> Vec<Step> {
    let area = AreaId::new("area-2").unwrap();
    let item = ItemId::new("i1").unwrap();
    vec![
        Step::Tasks,
        Step::Auditor,
        Step::Involvement,
        Step::Area(area.clone()),
        Step::Copy(area),
        Step::Timescales,
        Step::Chronology,
        Step::Views,
        Step::Names,
        Step::Questions,
        Step::Overall,
        Step::Concerns,
        Step::Concern(item.clone()),
        Step::ConcernOnPaper(item),
        Step::Missing,
        Step::Answers,
        Step::Sign,
        Step::Done,
        Step::Print,
        Step::ClosedCopy,
        Step::Second,
        Step::Withdraw,
    ]
}
