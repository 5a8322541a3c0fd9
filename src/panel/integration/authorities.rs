//! Agencies of one case that were not held to the round's own standards alone: a child moved between
//! authorities, or a family was held to another nation's (edge cases 14 and 37).

use std::collections::BTreeMap;

use crate::audit_return::Return;
use crate::id::CaseRef;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::Slot;
use crate::timescale::{ChangedLimit, Results, StandardSet, Transfer};

/// To whose standards one agency was held in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTo {
    /// Whose return it is.
    pub place: ReturnKey,
    /// Another authority and how its standards differ, as the panel stated it; blank where there is none.
    pub authority: String,
    /// Limits of that authority that the return's days were counted against, such as "Visits to the child:
    /// 28 days".
    pub limits: Vec<String>,
    /// Limits that days were counted against and that others have taken the place of since, such as "Visits to
    /// the child: 10 working days, now 28 days".
    pub changed: Vec<String>,
    /// Another nation, whose standards the auditor chose.
    pub nation: Option<String>,
    /// How the auditor treated a move between authorities (T-10).
    pub transfer: Option<Transfer>,
}

/// Returns that were audited under other standards than the round's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherStandards {
    /// Their days were counted against limits of another authority or nation.
    pub counted: Vec<ReturnKey>,
    /// Another authority's standards were stated, and no days were counted against limits of its own.
    pub told: Vec<ReturnKey>,
    /// Their days were counted against other limits than those that hold now, told as in [`HeldTo::changed`].
    pub changed: BTreeMap<ReturnKey, Vec<String>>,
}

/// EC 14: the agencies of a case that were held to other standards than the round's own, or whose timescales
/// were cut by a move. Nobody is among them where one lot of standards holds for all.
pub fn ec14_held_to(workbook: &Workbook, case: &CaseRef) -> Vec<HeldTo> {
    let sets = Sets::of(workbook);
    let returns = workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil());
    let held = returns.map(|(place, _, ret)| sets.held(workbook, place, ret));
    held.filter(HeldTo::is_told).collect()
}

/// EC 14: of the returns of open cases, those that were audited under other standards than the round's own.
pub fn ec14_other_standards(workbook: &Workbook) -> OtherStandards {
    let sets = Sets::of(workbook);
    let mut other = OtherStandards::default();
    for (place, _, ret) in workbook.open_current().filter(|(_, _, ret)| !ret.is_nil()) {
        let held = sets.held(workbook, place, ret);
        let is_changed = !held.changed.is_empty();
        if is_changed {
            other.changed.insert(held.place.clone(), held.changed);
        }
        if held.nation.is_some() || !held.limits.is_empty() {
            other.counted.push(held.place);
        } else if !held.authority.is_empty() && !is_changed {
            other.told.push(held.place);
        }
    }
    other
}

/// The standards of a round, and those of other nations: read once for many returns.
struct Sets {
    own: StandardSet,
    nations: Vec<StandardSet>,
}

impl Sets {
    fn of(workbook: &Workbook) -> Self {
        let round = &workbook.plan().round;
        Self { own: round.standards(), nations: round.other_nations() }
    }

    fn held(&self, workbook: &Workbook, place: &ReturnKey, ret: &Return) -> HeldTo {
        let slot: Option<&Slot> = workbook.plan().slot(&place.slot);
        let results = ret.timescales.as_ref();
        let nation = results.and_then(|found| self.nation(found));
        let limits = match (slot, results) {
            (Some(slot), Some(found)) if nation.is_none() => {
                self.own.ec14_lines(&found.ec14_applied(&slot.limits))
            }
            _ => Vec::new(),
        };
        let changed = results.map(|found| self.changed(slot, nation, found)).unwrap_or_default();
        HeldTo {
            place: place.clone(),
            authority: slot.map(|slot| slot.authority.clone()).unwrap_or_default(),
            limits,
            changed: changed.iter().map(ChangedLimit::in_words).collect(),
            nation: nation.map(|set| set.title.clone()),
            transfer: results.and_then(|found| found.transfer),
        }
    }

    fn nation(&self, results: &Results) -> Option<&StandardSet> {
        self.nations.iter().find(|set| set.id == results.set.id)
    }

    /// Limits that hold for the place now in the stead of those that its days were counted against.
    fn changed(
        &self,
        slot: Option<&Slot>,
        nation: Option<&StandardSet>,
        results: &Results,
    ) -> Vec<ChangedLimit> {
        let stated = slot.map(|slot| &slot.limits).filter(|stated| !stated.is_empty());
        match (nation, stated) {
            (Some(nation), _) => nation.ec14_changed(results),
            (None, Some(stated)) => self.own.clone().ec14_with(stated).ec14_changed(results),
            (None, None) => self.own.ec14_changed(results),
        }
    }
}

impl HeldTo {
    fn is_told(&self) -> bool {
        let is_told = !self.authority.is_empty() || !self.changed.is_empty();
        is_told || self.nation.is_some() || self.transfer.is_some()
    }
}
