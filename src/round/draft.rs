//! A round as it is first set up: what a coordinator states, made into a plan.

use chrono::NaiveDate;

use super::{Agency, Board, CaseEntry, CaseStatus, Round, RoundPlan, SealPolicy, Slot};
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyId, AgencyKind, AttributeId, CaseRef, SlotId};
use crate::timescale::StatedLimits;

/// What a coordinator states of a new round. References and secrets are the caller's random ones.
#[derive(Debug, Clone)]
pub struct RoundDraft {
    /// The round, begun from a template.
    pub round: Round,
    /// When it is set up.
    pub issued: NaiveDate,
    /// Who can open what comes back.
    pub seal: SealPolicy,
    /// One random reference a case, in the order of their labels.
    pub cases: Vec<CaseRef>,
    /// One auditor's place each.
    pub auditors: Vec<Invited>,
    /// Attributes by which the cases' spread is looked at.
    pub attributes: Vec<AttributeId>,
}

/// One auditor's place in a new round.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Random; of the organisation.
    pub agency: AgencyId,
    /// Random; of the place in it.
    pub slot: SlotId,
    /// In the tool's terms.
    pub kind: AgencyKind,
    /// Of the organisation. Two places under one name and kind are one organisation.
    pub name: String,
    /// Of the place, where there are several.
    pub label: String,
    /// Random.
    pub secret: EnrolmentSecret,
}

impl RoundDraft {
    /// The plan: every auditor is asked about every case until the plan is changed.
    pub fn into_plan(self) -> RoundPlan {
        let cases: Vec<CaseEntry> = self.cases.iter().zip(1_u32..).map(case).collect();
        let mut agencies: Vec<Agency> = Vec::new();
        let mut slots = Vec::new();
        for invited in self.auditors {
            let agency = agency_of(&mut agencies, &invited);
            let Invited { slot, label, secret, .. } = invited;
            slots.push(Slot {
                id: slot,
                agency,
                label,
                secret,
                cases: self.cases.clone(),
                authority: String::new(),
                limits: StatedLimits::new(),
            });
        }
        let mut round = self.round;
        round.dates.issued.get_or_insert(self.issued);
        round.board.short_name = short_name(&round.board);
        round.policy.seal = self.seal;
        RoundPlan { round, agencies, slots, cases }
    }
}

fn case((case_ref, number): (&CaseRef, u32)) -> CaseEntry {
    let label = ["Case ", &number.to_string()].concat();
    CaseEntry { case_ref: case_ref.clone(), label, status: CaseStatus::Open }
}

/// The organisation of a place: one that is there already, or a new one.
fn agency_of(agencies: &mut Vec<Agency>, invited: &Invited) -> AgencyId {
    let same = |agency: &&Agency| agency.kind == invited.kind && agency.name == invited.name;
    if let Some(agency) = agencies.iter().find(same) {
        return agency.id.clone();
    }
    let Invited { agency: id, kind, name, .. } = invited.clone();
    agencies.push(Agency { id: id.clone(), kind, name });
    id
}

fn short_name(board: &Board) -> String {
    match board.short_name.trim() {
        "" => board.name.clone(),
        short => short.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::round_templates;
    use crate::tool::library;

    fn invited(number: u8, kind: &str, name: &str, label: &str) -> Invited {
        let id = ["id", &number.to_string()].concat();
        Invited {
            agency: AgencyId::new(id.clone()).unwrap(),
            slot: SlotId::new(id).unwrap(),
            kind: AgencyKind::new(kind).unwrap(),
            name: name.to_owned(),
            label: label.to_owned(),
            secret: EnrolmentSecret::from_bytes([number; 32]),
        }
    }

    fn draft() -> RoundDraft {
        let template = round_templates().remove(0);
        let tool = library::by_id(&template.tool).unwrap();
        let mut round = template.round("round".parse().unwrap(), tool);
        round.board.name = "A Safeguarding Partnership".into();
        RoundDraft {
            round,
            issued: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
            seal: SealPolicy::Off,
            cases: ["c1", "c2"].map(|id| CaseRef::new(id).unwrap()).into(),
            auditors: vec![
                invited(1, "hospital", "Health trust", "Acute"),
                invited(2, "hospital", "Health trust", "Community"),
                invited(3, "police", "Police", ""),
            ],
            attributes: Vec::new(),
        }
    }

    #[test]
    fn two_places_of_one_organisation_are_one_agency() {
        let plan = draft().into_plan();
        let names: Vec<&str> = plan.agencies.iter().map(|agency| agency.name.as_str()).collect();
        assert_eq!(names, ["Health trust", "Police"]);
        let of: Vec<&str> = plan.slots.iter().map(|slot| slot.agency.as_str()).collect();
        assert_eq!(of, ["id1", "id1", "id3"]);
    }

    #[test]
    fn every_auditor_is_asked_about_every_case() {
        let plan = draft().into_plan();
        assert!(plan.slots.iter().all(|slot| slot.cases.len() == 2));
        let labels: Vec<&str> = plan.cases.iter().map(|case| case.label.as_str()).collect();
        assert_eq!(labels, ["Case 1", "Case 2"]);
    }

    #[test]
    fn a_board_without_a_short_name_is_called_by_its_name() {
        assert_eq!(draft().into_plan().round.board.short_name, "A Safeguarding Partnership");
    }
}
