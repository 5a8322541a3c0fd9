//! All questions, slot by slot: the list of a coordinator who chases answers.

use chrono::NaiveDate;

use super::asked::Asked;
use super::{Query, QueryState};
use crate::id::{AgencyId, SlotId};
use crate::panel::log::Stamp;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

/// Every question with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions<'a> {
    /// Slots that have been asked anything, in the plan's order.
    pub slots: Vec<SlotQuestions<'a>>,
    /// Open, over all slots.
    pub open: usize,
    /// Open after the day by which an answer was asked for.
    pub overdue: usize,
    /// Answered, over all slots.
    pub answered: usize,
}

/// The questions to one slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotQuestions<'a> {
    /// Whom they ask.
    pub slot: SlotId,
    /// Of which agency.
    pub agency: AgencyId,
    /// The agency's name.
    pub agency_name: String,
    /// The slot's own label.
    pub slot_label: String,
    /// By case in the plan's order, then as they were written.
    pub questions: Vec<(&'a Query, QueryState)>,
    /// Open ones that no file to the slot holds yet.
    pub not_sent: usize,
    /// Open ones.
    pub open: usize,
    /// Open after the day by which an answer was asked for.
    pub overdue: usize,
    /// A file that is written for the slot now asks something, or takes something back.
    pub to_send: bool,
    /// When a file was last written for the slot.
    pub last_sent: Option<&'a Stamp>,
}

impl<'a> Questions<'a> {
    /// As things stand; `today` decides what is overdue.
    pub fn of(workbook: &'a Workbook, today: NaiveDate) -> Self {
        let plan = workbook.plan();
        let all = Asked::of(workbook);
        let slots: Vec<SlotQuestions<'a>> = plan
            .slots
            .iter()
            .map(|slot| {
                let agency = plan.agency(&slot.agency).map(|agency| agency.name.clone());
                let asked = SlotQuestions::new(&slot.id, &slot.agency, agency.unwrap_or_default());
                let asked = SlotQuestions { slot_label: slot.label.clone(), ..asked };
                asked.filled(workbook, &all, today)
            })
            .filter(|slot| !slot.questions.is_empty())
            .collect();
        let sum = |count: fn(&SlotQuestions<'_>) -> usize| slots.iter().map(count).sum();
        Self {
            open: sum(|slot| slot.open),
            overdue: sum(|slot| slot.overdue),
            answered: sum(|slot| slot.answered()),
            slots,
        }
    }
}

impl<'a> SlotQuestions<'a> {
    fn new(slot: &SlotId, agency: &AgencyId, agency_name: String) -> Self {
        Self {
            slot: slot.clone(),
            agency: agency.clone(),
            agency_name,
            slot_label: String::new(),
            questions: Vec::new(),
            not_sent: 0,
            open: 0,
            overdue: 0,
            to_send: false,
            last_sent: None,
        }
    }

    fn filled(mut self, workbook: &'a Workbook, all: &Asked<'a>, today: NaiveDate) -> Self {
        for case in &workbook.plan().cases {
            let is_open = case.status == CaseStatus::Open;
            let in_files = is_open && workbook.index.is_asked(&self.slot, &case.case_ref);
            for &query in all.about(&self.slot, &case.case_ref) {
                let state = all.state(query);
                if matches!(state, QueryState::Open { .. }) {
                    self.open += 1;
                    self.overdue += usize::from(query.is_past(today));
                    self.not_sent += usize::from(!all.was_sent(query));
                }
                self.to_send |= in_files && all.in_pack(query, &state).is_some();
                self.questions.push((query, state));
            }
        }
        let mut packs = workbook.issued_packs().iter();
        self.last_sent = packs.rfind(|pack| pack.slot == self.slot).map(|pack| &pack.stamp);
        self
    }

    /// Answered ones.
    pub fn answered(&self) -> usize {
        let answered =
            |(_, state): &&(&Query, QueryState)| matches!(state, QueryState::Answered(_));
        self.questions.iter().filter(answered).count()
    }
}
