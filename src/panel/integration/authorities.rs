//! Agencies of one case that were not held to the round's own standards alone: a child moved between
//! authorities, or a family was held to another nation's (edge cases 14 and 37).

use crate::id::CaseRef;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::timescale::Transfer;

/// To whose standards one agency was held in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTo {
    /// Whose return it is.
    pub place: ReturnKey,
    /// Another authority and how its standards differ, as the panel stated it; blank where there is none.
    pub authority: String,
    /// Another nation, whose standards the auditor chose.
    pub nation: Option<String>,
    /// How the auditor treated a move between authorities (T-10).
    pub transfer: Option<Transfer>,
}

/// EC 14: the agencies of a case that were held to other standards than the round's own, or whose timescales
/// were cut by a move. Nobody is among them where one lot of standards holds for all.
pub fn ec14_held_to(workbook: &Workbook, case: &CaseRef) -> Vec<HeldTo> {
    let plan = workbook.plan();
    let nations = plan.round.other_nations();
    let returns = workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil());
    let held = returns.map(|(place, _, ret)| {
        let results = ret.timescales.as_ref();
        let nation = results.and_then(|found| nations.iter().find(|set| set.id == found.set.id));
        HeldTo {
            place: place.clone(),
            authority: plan
                .slot(&place.slot)
                .map(|slot| slot.authority.clone())
                .unwrap_or_default(),
            nation: nation.map(|set| set.title.clone()),
            transfer: results.and_then(|found| found.transfer),
        }
    });
    held.filter(HeldTo::is_told).collect()
}

impl HeldTo {
    fn is_told(&self) -> bool {
        !self.authority.is_empty() || self.nation.is_some() || self.transfer.is_some()
    }
}
