//! Letters in place of agencies' names, until the panel has talked of what they say (domain 4.10).

use crate::envelope::Hash;
use crate::id::{AgencyId, CaseRef};
use crate::order;
use crate::panel::ReturnKey;
use crate::round::RoundPlan;

/// The letters of the agencies in one case.
///
/// The same in every area of the case, and dealt anew for another: whoever learned who was who in one
/// case does not know it in the next.
#[derive(Debug, Clone)]
pub struct Letters<'a> {
    plan: &'a RoundPlan,
    case: CaseRef,
    /// In the order of their letters.
    agencies: Vec<&'a AgencyId>,
}

/// What an auditor's place is called while names are hidden.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lettered {
    /// Of the agency: A, B and so on; a number after Z.
    pub letter: String,
    /// Which of its auditors in this case, counted from 1, where it has several.
    pub auditor: Option<usize>,
}

impl<'a> Letters<'a> {
    /// Deals the letters of one case; those who audit it come first.
    pub fn of(plan: &'a RoundPlan, case: &CaseRef) -> Self {
        let audits = |agency: &AgencyId| {
            plan.slots.iter().any(|slot| slot.agency == *agency && slot.cases.contains(case))
        };
        let mut agencies: Vec<&AgencyId> = plan.agencies.iter().map(|agency| &agency.id).collect();
        order::sort_by_cached_key(&mut agencies, |agency| {
            let dealt = [case.as_str(), " ", agency.as_str()].concat();
            (!audits(agency), Hash::of(dealt.as_bytes()))
        });
        Self { plan, case: case.clone(), agencies }
    }

    /// What this place is called; `None` where the round has no such agency.
    pub fn place(&self, place: &ReturnKey) -> Option<Lettered> {
        let at = self.agencies.iter().position(|agency| **agency == place.agency)?;
        let here = self.plan.slots.iter();
        let mut here =
            here.filter(|slot| slot.agency == place.agency && slot.cases.contains(&self.case));
        let several = here.clone().count() > 1;
        let auditor = here.position(|slot| slot.id == place.slot).filter(|_| several);
        Some(Lettered { letter: letter(at), auditor: auditor.map(|at| at + 1) })
    }
}

fn letter(at: usize) -> String {
    match ('A'..='Z').nth(at) {
        Some(letter) => letter.to_string(),
        None => (at + 1).to_string(),
    }
}
